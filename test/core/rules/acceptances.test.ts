// `unused-acceptance` and `overdue-acceptance`: an accepted gap that matches none, or that should have been looked at again.
import assert from 'node:assert/strict';
import { totalsOf } from '../../../src/core/timeline/totals';
import { at, gaps, iso } from '../read';
import { type Case, checkAll, covered, file, reportAt, uncovered } from './table';

const [first, second] = ['A 2025-12-01..2026-11-30', 'B 2027-02-01..2028-11-30'];
const accepting = (...stretches: string[]) =>
  file([covered, 'acceptedGaps:', ...stretches.map(stretch => `  - { ${stretch} }`)], first, second);
const whole = 'from: 2026-12-01, until: 2027-02-01';

const used: readonly Case[] = [
  { title: 'the gap, to the minute', text: accepting(whole), told: [] },
  { title: 'more than the gap', text: accepting('from: 2026-01-01, until: 2029-01-01'), told: [] },
  { title: 'without bounds', text: accepting('product: P'), told: [] },
  { title: 'only a start', text: accepting('from: 2026-12-01'), told: [] },
  { title: 'only an end', text: accepting('until: 2027-02-01'), told: [] },
  {
    title: 'a part of the gap: the rest is told',
    text: accepting('from: 2026-12-15, until: 2027-01-15'),
    told: ['gap "2026-11-30"', 'gap "2026-11-30"'],
    messages: [
      'P is not covered for 14 days: 2026-12-01 00:00 to 2026-12-15 00:00 (UTC). A expires 2026-11-30, B starts 2027-02-01. ' +
        'The expiry day is covered: the file says "expiryDay: covered".',
      'P is not covered for 17 days: 2027-01-15 00:00 to 2027-02-01 00:00 (UTC). A expires 2026-11-30, B starts 2027-02-01. ' +
        'The expiry day is covered: the file says "expiryDay: covered".',
    ],
  },
  {
    title: 'a minute short: a gap of a minute is left',
    text: accepting('from: 2026-12-01, until: 2027-01-31T23:59:00Z'),
    told: ['gap "2026-11-30"'],
    messages: [
      'P is not covered for 1 min: 2027-01-31 23:59 to 2027-02-01 00:00 (UTC). A expires 2026-11-30, B starts 2027-02-01. ' +
        'The expiry day is covered: the file says "expiryDay: covered".',
    ],
  },
  {
    title: 'two that meet',
    text: accepting('from: 2026-12-01, until: 2027-01-01', 'from: 2027-01-01, until: 2027-02-01'),
    told: [],
  },
  {
    title: 'a stretch that waits for its key',
    text: file([covered, `acceptedGaps: [{ ${whole} }]`], first, 'W 2026-12-01..2027-01-31 key: TODO', second),
    told: ['pending-key "TODO"'],
  },
  {
    title: 'a last day that may not count',
    text: file(['acceptedGaps: [{ from: 2026-11-30, until: 2026-12-01 }]'], first, 'B 2026-12-01..never'),
    told: [],
  },
  {
    title: 'by the product in another case, and its environment',
    text: file(
      [
        'product: CrashPlan',
        'environment: Test',
        covered,
        `acceptedGaps: [{ product: CRASHPLAN, environment: test, ${whole} }]`,
      ],
      first,
      second,
    ),
    told: [],
  },
  { title: 'the end of the product', text: accepting('from: 2028-12-01', whole), told: [] },
  {
    title: 'the end of the product, where the last day does not count',
    text: file([uncovered, 'acceptedGaps: [{ from: 2027-11-30 }]'], 'A 2025-12-01..2027-11-30'),
    told: [],
  },
  {
    title: 'the end of the product by one reading, where it is unstated: its sure end',
    text: file(['acceptedGaps: [{ from: 2027-11-01, until: 2027-11-30T12:00:00Z }]'], 'A 2025-12-01..2027-11-30'),
    told: [],
  },
  {
    title: 'the end of the product by one reading, where it is unstated: its possible end',
    text: file(['acceptedGaps: [{ from: 2027-12-01 }]'], 'A 2025-12-01..2027-11-30'),
    told: [],
  },
];

const unused: readonly Case[] = [
  {
    title: 'where all is covered',
    text: accepting(whole, 'product: P, from: 2026-06-01, until: 2026-07-01'),
    told: ['unused-acceptance "product"'],
    severities: ['hint'],
    messages: ['No gap of P lies in this accepted stretch: 2026-06-01 00:00 to 2026-07-01 00:00 (UTC).'],
    related: [],
  },
  {
    title: 'as a warning while it lies ahead',
    text: accepting(whole, 'from: 2027-06-01, until: 2027-07-01'),
    told: ['unused-acceptance "from"'],
    severities: ['warning'],
    messages: ['No gap of this file lies in this accepted stretch: 2027-06-01 00:00 to 2027-07-01 00:00 (UTC).'],
  },
  {
    title: 'where it ends as the gap begins',
    text: accepting(whole, 'from: 2026-11-01, until: 2026-12-01'),
    told: ['unused-acceptance "from"'],
  },
  {
    title: 'where it begins as the gap ends',
    text: accepting(whole, 'from: 2027-02-01, until: 2027-03-01'),
    told: ['unused-acceptance "from"'],
  },
  {
    title: 'of another product',
    text: accepting(whole, `product: Q, ${whole}`),
    told: ['unused-acceptance "product"'],
  },
  {
    title: 'of another environment',
    text: accepting(whole, `environment: test, ${whole}`),
    told: ['unused-acceptance "environment"'],
  },
  {
    title: 'until the end of the product alone',
    text: file([covered, 'acceptedGaps: [{ from: 2027-01-01, until: 2027-12-01 }]'], 'A 2025-12-01..2027-11-30'),
    told: ['unused-acceptance "from"'],
  },
  {
    title: 'after the end of the product alone',
    text: file([covered, 'acceptedGaps: [{ from: 2027-12-02 }]'], 'A 2025-12-01..2027-11-30'),
    told: ['unused-acceptance "from"'],
    messages: ['No gap of this file lies in this accepted stretch: 2027-12-02 00:00 to no end (UTC).'],
  },
  {
    title: 'of a product that never ends',
    text: file([covered, 'acceptedGaps: [{ until: 2027-01-01 }]'], 'A 2025-12-01..never'),
    told: ['unused-acceptance "until"'],
    messages: ['No gap of this file lies in this accepted stretch: no beginning to 2027-01-01 00:00 (UTC).'],
  },
  {
    title: 'by the setting',
    text: accepting(whole, `product: Q, ${whole}`),
    settings: { severity: { 'unused-acceptance': 'error' } },
    told: ['unused-acceptance "product"'],
    severities: ['error'],
  },
  {
    title: 'off',
    text: accepting(whole, `product: Q, ${whole}`),
    settings: { severity: { 'unused-acceptance': 'off' } },
    told: [],
  },
];

const overdue: readonly Case[] = [
  {
    title: 'not on the day itself',
    text: accepting(`${whole}, reviewBy: 2026-12-15`),
    now: '2026-12-15T23:59:59.999Z',
    told: [],
  },
  {
    title: 'once the day is over',
    text: accepting(`product: P, ${whole}, reviewBy: 2026-12-15`),
    now: '2026-12-16',
    told: ['overdue-acceptance "2026-12-15"'],
    severities: ['warning'],
    messages: ['This accepted gap of P should have been reviewed before 2026-12-16 00:00 (UTC).'],
  },
  {
    title: 'without a product, in the zone of the file',
    text: file(
      [covered, 'timezone: America/Chicago', `acceptedGaps: [{ ${whole}, reviewBy: "2026-12-15" }]`],
      first,
      second,
    ),
    now: '2026-12-16T06:00:00Z',
    told: ['overdue-acceptance "2026-12-15"'],
    messages: ['This accepted gap should have been reviewed before 2026-12-16 00:00 (America/Chicago).'],
  },
  {
    title: 'at an instant, where one is written',
    text: accepting(`${whole}, reviewBy: 2026-12-15T12:00:00Z`),
    now: '2026-12-15T12:00:00Z',
    told: ['overdue-acceptance "2026-12-15T12:00:00Z"'],
  },
  {
    title: 'not before that instant',
    text: accepting(`${whole}, reviewBy: 2026-12-15T12:00:00Z`),
    now: '2026-12-15T11:59:59.999Z',
    told: [],
  },
  {
    title: 'as a hint once the gap is past',
    text: accepting(`${whole}, reviewBy: 2026-12-15`),
    now: '2027-02-01',
    told: ['overdue-acceptance "2026-12-15"'],
    severities: ['hint'],
  },
  {
    title: 'beside unused',
    text: accepting(whole, 'from: 2028-01-01, until: 2028-02-01, reviewBy: 2026-12-15'),
    now: '2027-01-01',
    told: ['unused-acceptance "from"', 'overdue-acceptance "2026-12-15"'],
    severities: ['warning', 'warning'],
  },
  ...['2026-12-01', '2027-01-01'].map(now => ({
    title: `not where a comment silences it, which may be there before: ${now}`,
    text: `# license-coverage-ignore-file overdue-acceptance\n${accepting(`${whole}, reviewBy: 2026-12-15`)}`,
    now,
    told: [],
  })),
  { title: 'never without a date', text: accepting(`${whole}, reviewBy: null`), now: '2027-01-01', told: [] },
  {
    title: 'never where the date is none, which is told',
    text: accepting(`${whole}, reviewBy: soon`),
    now: '2027-01-01',
    told: ['invalid-date "soon"'],
  },
  {
    title: 'by the setting',
    text: accepting(`${whole}, reviewBy: 2026-12-15`),
    now: '2027-01-01',
    settings: { severity: { 'overdue-acceptance': 'information' } },
    told: ['overdue-acceptance "2026-12-15"'],
    severities: ['information'],
  },
];

describe('an accepted gap', () => {
  describe('is used by', () => checkAll(used));
  describe('is unused', () => checkAll(unused));
  describe('is overdue', () => checkAll(overdue));

  it('still counts in every total', () => {
    const { products } = reportAt(accepting('from: 2026-12-01, until: 2027-01-31T23:59:00Z'));
    const { gaps: sum, accepted } = totalsOf(products, at);
    assert.deepEqual([sum, accepted], [{ count: 2, length: 62 * 86_400_000 }, 1]);
    assert.deepEqual(gaps(reportAt(accepting(whole))), [`accepted 2026-12-01T00:00:00.000Z ${62 * 24} h`]);
  });

  it('names its neighbors as any gap does', () => {
    const gap = reportAt(accepting(whole)).products[0]!.segments.find(({ state }) => state !== 'covered');
    assert.equal(gap?.state, 'accepted');
    if (gap?.state !== 'accepted') return;
    assert.deepEqual([gap.before!.id, gap.after!.id, iso(gap.until)], ['A', 'B', '2027-02-01T00:00:00.000Z']);
  });

  it('carries itself for the fixes, unused and overdue', () => {
    const report = reportAt(
      accepting(whole, 'from: 2028-01-01, until: 2028-02-01, reviewBy: 2026-12-15'),
      '2027-01-01',
    );
    const acceptance = report.files[0]!.documents[0]!.acceptedGaps[1]!;
    assert.deepEqual(
      report.findings.map(({ subject }) => subject),
      [
        { kind: 'acceptance', acceptance },
        { kind: 'acceptance', acceptance },
      ],
    );
  });
});
