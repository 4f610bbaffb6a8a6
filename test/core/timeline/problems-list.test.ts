// The picture and the Problems list say the same: each finding about time is one item, and each item has its finding, object by object.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Coverage, Finding, Gap, LicenseFile, Report } from '../../../src/core/model';
import { isShort, shortfall } from '../../../src/core/rules/shortfall';
import { defaultSettings, type Settings } from '../../../src/core/settings';
import { type Place, type Timeline, timelineOf } from '../../../src/core/timeline';
import type { ItemKind, TimelineItem } from '../../../src/core/timeline/columns';
import { caseOf, rendered } from '../oracle/cases';
import { at, readText, sample } from '../read';
import { itemsOf, options, reportOf } from './pictures';

type Drawn = TimelineItem & { readonly coverage: Coverage; readonly place: Place };

const kindOfRule = { gap: 'gap', 'possible-gap': 'possible-gap', 'pending-key': 'pending-gap' } as const;

/** The gaps that are drawn and not told, each with what says so: the only ones there are. */
const untold: Readonly<Record<string, (item: Drawn, hole: Gap) => boolean>> = {
  'a hole that is meant': ({ kind }) => kind === 'accepted-gap',
  'a last day that the open gap after it tells of': ({ kind, from, until, coverage }) =>
    kind === 'possible-gap' && coverage.holes.some(hole => hole.from === until && hole.possibleFrom === from),
  'what an older version lacks as well': ({ from, until, coverage: { older } }, { state }) =>
    older?.holes.some(hole => hole.state === state && hole.from <= from && until <= hole.until) ?? false,
  'a hole between two licenses of a package': (_, { before, after }) =>
    before?.isBundled === true && after?.isBundled === true,
};

/** How often each of them has been met. */
type Met = Map<string, number>;

function checkAll(files: readonly LicenseFile[], settings: Partial<Settings>, now: number, met: Met): void {
  // Comments that silence findings take none out of the picture.
  const heard = files.map(file => ({ ...file, ignores: [] }));
  const report = reportOf(heard, settings, now);
  const isTold = ({ rule }: Finding): boolean => rule === 'shortfall' || Object.hasOwn(kindOfRule, rule);
  const whole = check(report, timelineOf([report], undefined, options), report.products, met);
  assert.equal(whole, report.findings.filter(isTold).length, 'all findings are found in the picture of all files');
  for (const file of heard) {
    const timeline = timelineOf([report], file, options);
    const shown = new Set(itemsOf(timeline.model).map(({ id }) => timeline.coverageOf(id)!));
    const own = report.products.filter(coverage => shown.has(coverage));
    const isOurs = ({ terms }: Coverage): boolean => terms.some(term => term.file === file);
    assert.ok(report.products.every(coverage => !isOurs(coverage) || shown.has(coverage)));
    check(report, timeline, own, met);
  }
}

/** `products`: those of the report that the timeline is of. Returns how many findings its items were found for. */
function check(report: Report, timeline: Timeline, products: readonly Coverage[], met: Met): number {
  const items = itemsOf(timeline.model).map(
    (item): Drawn => ({ ...item, coverage: timeline.coverageOf(item.id)!, place: timeline.placeOf(item.id)! }),
  );
  const found = new Set(checkGaps(report, items, products));
  for (const item of items) if (isHole(item.kind) && !found.has(item)) checkUntold(item, met);
  checkRows(items, products);
  return found.size + checkShortfalls(report, items, products);
}

/** Finds the one item of each finding about a hole. */
function checkGaps({ findings }: Report, items: readonly Drawn[], products: readonly Coverage[]): readonly Drawn[] {
  const own = new Set(products);
  return findings.flatMap(finding => {
    const kind = kindOfRule[finding.rule as keyof typeof kindOfRule];
    if (!kind) return [];
    assert.ok(finding.subject?.kind === 'gap');
    const { coverage, gap } = finding.subject;
    if (!own.has(coverage)) return [];
    const same = items.filter(
      item => item.kind === kind && item.coverage === coverage && item.from === gap.from && item.until === gap.until,
    );
    assert.equal(same.length, 1, `${finding.message}: ${same.length} items`);
    assertAt(same[0]!.place, finding);
    return same;
  });
}

function isHole(kind: ItemKind): boolean {
  return kind.endsWith('-gap') || kind === 'gap';
}

function checkUntold(item: Drawn, met: Met): void {
  const { kind, from, until, coverage } = item;
  const hole = coverage.holes.find(
    each => each.state === stateOf[kind as keyof typeof stateOf] && each.from <= from && until <= each.until,
  );
  assert.ok(hole, `${kind} is no hole`);
  const reasons = Object.entries(untold).filter(([, holds]) => holds(item, hole));
  assert.notEqual(reasons.length, 0, `${kind} of ${coverage.product} is not told: ${from} ${until}`);
  for (const [reason] of reasons) met.set(reason, (met.get(reason) ?? 0) + 1);
}

/** These findings have no stretch of their own: each is found again by its sentence, and they come in the order of time. */
function checkShortfalls({ findings }: Report, items: readonly Drawn[], products: readonly Coverage[]): number {
  const told = new Set(findings.filter(({ rule }) => rule === 'shortfall').map(nameOf));
  const own = items.filter(({ kind }) => kind === 'shortfall');
  let count = 0;
  for (const coverage of products) {
    const short = coverage.segments.filter(isShort);
    const problems = shortfall({ coverage, settings: defaultSettings, at, holdsUntil: () => {} });
    for (const [i, problem] of problems.entries()) {
      const item = own[count++]!;
      assert.equal(item.coverage, coverage);
      assert.deepEqual(
        [item.from, item.until, item.seats, item.needed],
        [short[i]!.from, problem.over, short[i]!.seats, short[i]!.required],
      );
      assertAt(item.place, problem);
      assert.ok(told.delete(nameOf(problem)), problem.message);
    }
  }
  assert.equal(own.length, count);
  return count;
}

function nameOf({ file, span, message }: Pick<Finding, 'file' | 'span' | 'message'>): string {
  return `${file.path} ${span.start} ${message}`;
}

/** Each license of a product is in its row, once, and so is each of its holes, in parts or as a whole. */
function checkRows(items: readonly Drawn[], products: readonly Coverage[]): void {
  for (const coverage of products) {
    const own = items.filter(item => item.coverage === coverage);
    assert.deepEqual(
      own
        .filter(({ kind }) => kind.endsWith('term'))
        .map(({ from, until, kind, place }) => [from, until, kind, place.span.start]),
      coverage.terms.map(({ from, until, state, entry }) => [
        from,
        until,
        state === 'pending' ? 'pending-term' : 'term',
        entry.node.start,
      ]),
    );
    const parts = own.filter(({ kind }) => isHole(kind));
    for (const hole of coverage.holes) {
      let { from } = hole;
      while (from < hole.until) {
        const part = parts.shift();
        assert.deepEqual([part?.from, stateOf[part?.kind as keyof typeof stateOf]], [from, hole.state]);
        from = part!.until;
      }
      assert.equal(from, hole.until);
    }
    assert.equal(parts.length, 0);
  }
}

const stateOf = { gap: 'open', 'possible-gap': 'possible', 'pending-gap': 'pending', 'accepted-gap': 'accepted' };

function assertAt(place: Place, { file, span, message }: Pick<Finding, 'file' | 'span' | 'message'>): void {
  assert.deepEqual(
    [place.file.path, place.span.start, place.span.end],
    [file.path, span.start, span.end],
    `${message} stands elsewhere`,
  );
}

/** Each exception has been met, or a test of them would say nothing. */
function assertMet(met: Met, ...wanted: readonly string[]): void {
  for (const reason of wanted) assert.ok((met.get(reason) ?? 0) > 0, `never met: ${reason}`);
}

const [meant, lastDay, older, bundled] = Object.keys(untold) as [string, string, string, string];

describe('the items of a picture and the findings of the Problems list', () => {
  it('are the same in every story and sample, each by itself and all together', () => {
    const folders = [
      [join(__dirname, '../../samples'), ''],
      [join(__dirname, '../../../media/samples'), 'media/'],
    ] as const;
    const files = folders.flatMap(([folder, prefix]) =>
      readdirSync(folder).map(name => readText(`${prefix}${name}`, readFileSync(join(folder, name), 'utf8'))),
    );
    assert.ok(files.length >= 16);
    for (const file of files) checkAll([file], {}, at, new Map());
    checkAll(files, {}, at, new Map());
    checkAll(files, { joinFiles: false }, at, new Map());
    for (const expiryDay of ['covered', 'uncovered'] as const) {
      const settings = { expiryDay };
      const texts = files.map(({ path, text }) => readText(path, text, settings));
      checkAll(texts, settings, at, new Map());
    }
  });

  it('are the same where comments silence the findings', () => {
    const text = sample('story.yaml').replace('# the last day does not count', '# license-coverage-ignore-line');
    const file = readText('story.yaml', text);
    assert.equal(file.ignores.length, 1);
    const kinds = ({ model }: Timeline) => itemsOf(model).map(({ kind }) => kind);
    const [silent, heard] = [file, { ...file, ignores: [] }].map(each => timelineOf([reportOf([each])], each, options));
    assert.equal(reportOf([file]).findings.length, 2);
    assert.deepEqual(kinds(silent!), kinds(heard!));
  });

  it('are the same in random files, with seats, requirements, acceptances, pending keys, days that may not count, two files', () => {
    const met: Met = new Map();
    const places = { expiryDay: undefined, timezone: 'UTC' };
    fc.assert(
      fc.property(fc.nat(1_000_000), index => {
        const whole = caseOf(20261122, index);
        const { timezone, expiryDay, expiryWarningDays, joinFiles } = whole;
        const settings = { ...places, timezone, expiryDay, expiryWarningDays, joinFiles };
        const files = whole.files.map(rendered).map(({ path, text }) => readText(path, text, settings));
        checkAll(files, settings, whole.at, met);
      }),
      { numRuns: 600 },
    );
    assertMet(met, meant, lastDay);
  }).timeout(60_000);

  it('are the same in random files of vendors, with versions, hosts, packages, and what our own files say of them', () => {
    const met: Met = new Map();
    fc.assert(
      fc.property(vendorFiles, fc.constantFrom('covered', 'uncovered', 'unstated'), (texts, expiryDay) => {
        const settings = {
          profiles: Object.fromEntries(['flexnet', 'rlm'].map(name => [name, { expiryDay, timezone: undefined }])),
        } as const;
        const files = texts.map(([path, text]) => readText(path, text, settings));
        checkAll(files, settings, at, met);
      }),
      { numRuns: 400 },
    );
    assertMet(met, meant, lastDay, older, bundled);
  }).timeout(60_000);
});

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `30-nov-2026`: so many days after then. */
function vendorDay(days: number): string {
  const date = new Date(Date.UTC(2026, 10, 30 + days));
  return `${date.getUTCDate()}-${months[date.getUTCMonth()]}-${date.getUTCFullYear()}`;
}

const line = fc.record({
  feature: fc.constantFrom('f', 'f', 'f', 'suite', 'g'),
  version: fc.constantFrom('1.0', '2.0', '3.0'),
  start: fc.option(fc.nat(6), { nil: undefined }),
  length: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined, freq: 8 }),
  seats: fc.nat(9),
  host: fc.constantFrom('', '', '', 'ANY', '0011'),
  /** It ends on the day on which others begin, not on the day before. */
  isTight: fc.boolean(),
});

type Line = typeof line extends fc.Arbitrary<infer L> ? L : never;

function flexnetLine({ feature, version, start, length, seats, host, isTight }: Line): string {
  const from = start === undefined ? '' : ` START=${vendorDay(start * 7)}`;
  const until = length === undefined ? 'permanent' : vendorDay(((start ?? 0) + length) * 7 - (isTight ? 0 : 1));
  const bound = host === '' ? '' : ` HOSTID=${host}`;
  return `INCREMENT ${feature} acmed ${version} ${until} ${seats}${from}${bound} SIGN=0\n`;
}

const needs = fc.record({
  required: fc.option(fc.tuple(fc.nat(3), fc.integer({ min: 4, max: 9 }), fc.nat(12)), { nil: undefined }),
  accepted: fc.option(fc.tuple(fc.nat(4), fc.integer({ min: 5, max: 9 })), { nil: undefined }),
});

/** `2026-11-30`: the same for our own files. */
function isoDay(weeks: number): string {
  return new Date(Date.UTC(2026, 10, 30) + weeks * 7 * 86_400_000).toISOString().slice(0, 10);
}

function nativeText({ required, accepted }: typeof needs extends fc.Arbitrary<infer N> ? N : never): string {
  const asks =
    required &&
    `required: { product: f, from: ${isoDay(required[0])}, until: ${isoDay(required[1])}, seats: ${required[2]} }\n`;
  const meant =
    accepted && `acceptedGaps:\n  - { product: f, from: ${isoDay(accepted[0])}, until: ${isoDay(accepted[1])} }\n`;
  return `${asks ?? ''}${meant ?? ''}licenses: []\n`;
}

const vendorFiles = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 9 }), fc.boolean(), fc.option(needs, { nil: undefined }))
  .map(([lines, isPackaged, need]): (readonly [string, string])[] => [
    [
      'a/acme.lic',
      `${isPackaged ? 'PACKAGE suite acmed COMPONENTS="g f:1.0"\n' : ''}${lines.map(flexnetLine).join('')}`,
    ],
    ...(need ? [['a/licenses.yaml', nativeText(need)] as const] : []),
  ]);
