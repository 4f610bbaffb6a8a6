// The engine against PostgreSQL: its own calendar, and its multiranges for what is covered and what is not.
import assert from 'node:assert/strict';
import { type Case, caseOf, dateText, plainPlaces, rendered, type When } from './cases';
import { reportOn, shownCase } from './engine';

const seed = Number(process.env.ORACLE_SEED ?? Date.now() % 2 ** 32);
const cases = Number(process.env.ORACLE_CASES ?? 10_000);
const maxShown = 3;

type PGlite = import('@electric-sql/pglite').PGlite;

describe('PostgreSQL', function () {
  this.timeout(600_000);
  let database: PGlite | undefined;

  before(async function () {
    try {
      const { PGlite } = await import('@electric-sql/pglite');
      database = await PGlite.create();
    } catch (error) {
      console.log(`      PGlite cannot be used here: ${error}`);
      this.skip();
    }
    const { rows } = await database.query<{ version: string }>('select version()');
    console.log(`      ${rows[0]!.version.split(' on ')[0]}, ORACLE_SEED=${seed} ORACLE_CASES=${cases}`);
  });

  after(() => database?.close());

  it('agrees with the engine on what random files cover and leave open', async () => {
    const all = Array.from({ length: cases }, (_, index) =>
      caseOf(seed, index, { places: plainPlaces, maxFiles: 1, clocks: false }),
    );
    const expected = await postgresAnswers(database!, all);
    const told: string[] = [];
    for (const [index, whole] of all.entries()) {
      const [oracle, engine] = [expected.get(index) ?? [], engineAnswer(whole)];
      if (oracle.join('\n') === engine.join('\n')) continue;
      told.push([`case ${index}`, shownCase(whole), 'expected:', ...oracle, 'actual:', ...engine].join('\n'));
      if (told.length === maxShown) break;
    }
    assert.ok(expected.size > cases / 2 || cases < 100, 'there are too few products');
    assert.ok(told.length === 0, told.join('\n\n'));
  });
});

/** `product state from until` of each stretch of each product, sorted; all by the number of the case. */
async function postgresAnswers(
  database: PGlite,
  all: readonly Case[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  await database.exec(tables);
  const load = async (table: string, rows: readonly object[]): Promise<void> => {
    await database.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
      JSON.stringify(rows),
    ]);
  };
  await load('entry', all.flatMap(entryRows));
  await load('claim', all.flatMap(claimRows));
  const { rows } = await database.query<{ number: number; stretches: readonly string[] }>(answers);
  return new Map(rows.map(({ number, stretches }) => [number, [...stretches].sort()]));
}

function entryRows({ files, timezone, expiryDay }: Case, number: number): readonly object[] {
  return files.flatMap(file =>
    file.entries.map(entry => ({
      number,
      environment: entry.environment ?? file.environment,
      product: entry.product ?? file.product,
      zone: entry.zone ?? file.zone ?? timezone,
      expiry_day: entry.expiryDay ?? file.expiryDay ?? expiryDay ?? 'unstated',
      kind: entry.kind,
      starts: textOf(entry.start),
      expires: textOf(entry.end),
      key: entry.key === undefined ? null : JSON.stringify(entry.key),
    })),
  );
}

function claimRows({ files, timezone }: Case, number: number): readonly object[] {
  return files.flatMap(file => {
    const { required, accepted } = file;
    const own = { number, zone: file.zone ?? timezone };
    const stretch = ({ from, until }: { readonly from?: When; readonly until?: When }): object => ({
      starts: textOf(from),
      ends: textOf(until),
    });
    const needs = required ? [{ ...required, what: 'required', product: required.product ?? file.product }] : [];
    return [...needs, ...accepted.map(gap => ({ ...gap, what: 'accepted' }))].map(claim => ({
      ...own,
      what: claim.what,
      environment: claim.environment ?? file.environment,
      product: claim.product,
      ...stretch(claim),
    }));
  });
}

function textOf(when: When | 'never' | null | undefined): string | null {
  return typeof when === 'object' && when !== null ? dateText(when) : (when ?? null);
}

/** An engine that throws has answered too, and wrongly. */
function engineAnswer(whole: Case): readonly string[] {
  try {
    return engineStretches(whole);
  } catch (error) {
    return [`throws ${error instanceof Error ? error.stack : error}`];
  }
}

/** What the engine says, in the same words. Licenses that wait for a key one after another make one stretch without a key. */
function engineStretches(whole: Case): readonly string[] {
  const { products } = reportOn(whole, whole.files.map(rendered));
  return products
    .flatMap(({ environment, product, segments }) => {
      const name = `${environment?.toLowerCase() ?? '-'}/${product?.toLowerCase() ?? '-'}`;
      const stretches: { state: string; from: number; until: number }[] = [];
      for (const { state, from, until } of segments) {
        const last = stretches.at(-1);
        if (last?.state === state && last.until === from) last.until = until;
        else stretches.push({ state, from, until });
      }
      return stretches.map(({ state, from, until }) => `${name} ${state} ${bound(from)} ${bound(until)}`);
    })
    .sort();
}

function bound(instant: number): string {
  return Number.isFinite(instant) ? new Date(instant).toISOString() : 'null';
}

const tables = `
  -- The planner knows nothing of the sizes of what is made on the way, and would go through all for each.
  set enable_nestloop = off;

  create table entry (
    number int, environment text, product text, zone text, expiry_day text, kind text, starts text, expires text, key text
  );
  create table claim (number int, what text, environment text, product text, zone text, starts text, ends text);

  create function is_day(date text) returns bool immutable language sql
  return date ~ '^\\d{4}-\\d\\d-\\d\\d$';

  create function instant_of(date text, zone text, days int) returns timestamptz stable language sql
  return case when is_day(date) then (date::date + days)::timestamp at time zone zone else date::timestamptz end;

  create function name_of(name text) returns text immutable language sql
  return coalesce(lower(trim(name)), '-');

  create function told(bound timestamptz) returns text stable language sql
  return case
    when isfinite(bound) then to_char(bound at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    else 'null'
  end;
`;

/** Read from top to bottom: licenses, claims, products, what applies to each, and what that leaves of its life. */
const answers = `
  with dated as (
    select *,
      coalesce(instant_of(starts, zone, 0), '-infinity') as first,
      case when expires is null or expires = 'never' then 'infinity'
        else instant_of(expires, zone, case when expiry_day = 'covered' then 1 else 0 end) end as surely,
      case when expires is null or expires = 'never' then 'infinity'
        else instant_of(expires, zone, case when expiry_day = 'uncovered' then 0 else 1 end) end as possibly
    from entry
    where starts is not null or expires is not null or lower(kind) = 'perpetual'
  ),
  license as materialized (
    select number, name_of(environment) as environment, name_of(product) as product,
      first, greatest(first, surely) as surely,
      tstzrange(first, greatest(first, surely)) as sure_time,
      tstzrange(greatest(first, surely), possibly) as possible_time,
      coalesce(key ~ '^(null|"(|TEMPORARY-KEY|TBD|TODO.*|<.*>)")$', false) as is_pending
    from dated
    where first < possibly
  ),
  bounded as (
    select number, what, name_of(environment) as environment, name_of(product) as product,
      instant_of(starts, zone, 0) as first, instant_of(ends, zone, 0) as last
    from claim
  ),
  need as materialized (
    select * from bounded where what = 'required' and coalesce(first < last, true)
  ),
  acceptance as materialized (
    select *, tstzrange(coalesce(first, '-infinity'), coalesce(last, 'infinity')) as time
    from bounded where what = 'accepted' and coalesce(first < last, true)
  ),
  licensed as materialized (
    select number, environment, product, min(first) as first, max(surely) as last,
      coalesce(range_agg(sure_time) filter (where not is_pending), '{}') as active,
      coalesce(range_agg(sure_time) filter (where is_pending), '{}') as pending,
      coalesce(range_agg(possible_time), '{}') as possible
    from license
    group by number, environment, product
  ),
  unlicensed as (
    select distinct number, environment, named.product
    from need
    cross join lateral (
      select licensed.product from licensed where licensed.number = need.number and need.product = '-'
      union
      select need.product where need.product <> '-' or not exists (select from licensed where number = need.number)
    ) as named
    where first is not null and last is not null and not exists (
      select from licensed
      where licensed.number = need.number and licensed.product = named.product
        and need.environment in ('-', licensed.environment)
    )
  ),
  product as materialized (
    select * from licensed
    union all
    select number, environment, product, null, null, '{}', '{}', '{}' from unlicensed
  ),
  needed as (
    select product.number, product.environment, product.product,
      range_agg(tstzrange(coalesce(need.first, product.first), coalesce(need.last, product.last))) as times
    from product join need using (number)
    where need.product in ('-', product.product) and need.environment in ('-', product.environment)
      and coalesce(need.first, product.first) < coalesce(need.last, product.last)
    group by product.number, product.environment, product.product
  ),
  accepted as (
    select product.number, product.environment, product.product, range_agg(time) as accepted
    from product join acceptance using (number)
    where acceptance.product in ('-', product.product) and acceptance.environment in ('-', product.environment)
    group by product.number, product.environment, product.product
  ),
  bounds as (
    select number, environment, product, active, pending, possible, coalesce(accepted, '{}') as accepted,
      case when first < last then tstzmultirange(tstzrange(first, last)) else '{}' end
        + coalesce(times, '{}') as life
    from product
    left join needed using (number, environment, product)
    left join accepted using (number, environment, product)
  ),
  life as (
    select * from bounds where not isempty(life)
  ),
  stretch as (
    select number, environment, product, state, unnest(times) as time
    from life
    cross join lateral (values
      ('covered', life * active),
      ('pending', (life - active) * pending),
      ('accepted', (life - active - pending) * accepted),
      ('possible', (life - active - pending - accepted) * possible),
      ('open', life - active - pending - accepted - possible)
    ) as states (state, times)
  )
  select number,
    array_agg(environment || '/' || product || ' ' || state || ' ' || told(lower(time)) || ' ' || told(upper(time)))
      as stretches
  from stretch
  group by number
`;
