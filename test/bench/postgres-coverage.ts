// The same coverage asked of PostgreSQL: union and gaps by multiranges, seat steps by a window.
import type { Term } from '../../src/core/model';
import type { Contender } from './measure';
import type { Postgres } from './postgres';
import { msPerDay } from './random-terms';
import type { Tally } from './tally';

const table = 'terms (product text not null, starts bigint not null, ends bigint not null, seats integer not null)';

/** Both stay multiranges; to take them apart would only add work. */
const unionAndGaps = `
  select product, covered, int8multirange(int8range(lower(covered), upper(covered))) - covered as gaps
  from (select product, range_agg(int8range(starts, ends)) as covered from terms group by product) as united`;

/**
 * Ends count before beginnings and equal neighbors are one, since what cancels out at an instant is left out. The inner order lets
 * the grouping and the window share one sort, which is faster than what the planner would do by itself. The cast keeps the sum of
 * sums from being `numeric`, which is slower.
 */
const seatSteps = `
  select product, at as starts, lead(at) over steps as ends, sum(change) over steps as seats
  from (
    select product, at, sum(seats)::integer as change
    from (
      select product, starts as at, seats from terms
      union all
      select product, ends, -seats from terms
      order by 1, 2
    ) as edges
    group by product, at
    having sum(seats) <> 0
  ) as changes
  window steps as (partition by product order by at)`;

/** Puts the terms into a new table. No index: nobody else has sorted them either. */
export async function loadTerms({ run }: Postgres, terms: readonly Term[]): Promise<void> {
  const rows = terms.map(({ product, from, until, seats }) => `${product}\t${from}\t${until}\t${seats}\n`);
  await run(`drop table if exists terms; create table ${table};`);
  await run(`copy terms from stdin;\n${rows.join('')}\\.`);
  await run('vacuum analyze terms;');
}

/** Two steps, which both count. What is asked is computed to the last row, but no row is written out or sent. */
export function postgresContender({ run, version }: Postgres): Contender {
  const compute = (query: string) => () => run(`explain (analyze, timing off) ${query};`);
  return { name: `PostgreSQL ${version}`, steps: [compute(unionAndGaps), compute(seatSteps)] };
}

/** Counted from the very queries that are timed. */
export async function postgresTally({ run }: Postgres): Promise<Tally> {
  const numbers = async (what: string): Promise<readonly number[]> =>
    (await run(`select ${what};`)).split('|').map(Number);
  const days = `/ ${msPerDay}`;
  const [islands] = await numbers(`count(*) from (${unionAndGaps}) as answer, unnest(covered)`);
  const [gaps, gapDays] = await numbers(
    `count(*), coalesce(sum(upper(gap) - lower(gap)), 0) ${days} from (${unionAndGaps}) as answer, unnest(gaps) as gap`,
  );
  const [steps, seatDays] = await numbers(
    `count(*), sum(seats * (ends - starts) ${days}) from (${seatSteps}) as answer where seats > 0`,
  );
  return { islands: islands!, gaps: gaps!, steps: steps!, gapDays: gapDays!, seatDays: seatDays! };
}
