// `Report.until`: up to then nothing that is told changes by itself, and then something may.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze, stillHolds } from '../../../src/core/analyze';
import type { Report } from '../../../src/core/model';
import { defaultSettings, type Settings } from '../../../src/core/settings';
import { iso, readText } from '../read';
import { covered, file, reportAt } from './table';

interface Step {
  readonly title: string;
  readonly text: string;
  readonly now: string;
  readonly until: string;
  readonly settings?: Partial<Settings>;
}

/** It ends with the year. */
const year = file([covered], 'A 2026-01-01..2026-12-31');
const hole = file([covered], 'A 2026-01-01..2026-12-31', 'B 2027-02-01..never');
const accepted = (fields: string) => file([covered, `acceptedGaps: [{ ${fields} }]`], 'A 2026-01-01..2026-12-31');

const steps: readonly Step[] = [
  { title: 'the end of a gap that lies ahead', text: hole, now: '2026-06-01', until: '2027-02-01T00:00:00.000Z' },
  {
    title: 'the end of a gap that runs',
    text: hole,
    now: '2027-01-31T23:59:59.999Z',
    until: '2027-02-01T00:00:00.000Z',
  },
  { title: 'for ever after the gap', text: hole, now: '2027-02-01', until: 'Infinity' },
  {
    title: 'for ever where the gap is not told',
    text: hole,
    now: '2026-06-01',
    until: 'Infinity',
    settings: { severity: { gap: 'off' } },
  },
  {
    title: 'the first of several gaps',
    text: file([covered], 'A 2026-01-01..2026-12-31', 'B 2027-02-01..2027-03-31', 'C 2027-05-01..never'),
    now: '2026-06-01',
    until: '2027-02-01T00:00:00.000Z',
  },
  {
    title: 'the first of several products',
    text: file(
      [covered],
      ...['A 2026-01-01..2026-12-31', 'B 2027-02-01..never'],
      ...['a 2026-01-01..2026-12-31 product: Q', 'b 2027-01-15..never product: Q'],
    ),
    now: '2026-06-01',
    until: '2027-01-15T00:00:00.000Z',
  },
  { title: 'the beginning of the warning', text: year, now: '2026-06-01', until: '2026-12-02T00:00:00.000Z' },
  {
    title: 'the beginning of the warning that is set',
    text: year,
    now: '2026-06-01',
    until: '2026-12-22T00:00:00.000Z',
    settings: { expiryWarningDays: 10 },
  },
  { title: 'the countdown, from a whole day on', text: year, now: '2026-12-02', until: '2026-12-02T00:00:00.001Z' },
  { title: 'the countdown of days', text: year, now: '2026-12-02T00:00:00.001Z', until: '2026-12-03T00:00:00.001Z' },
  {
    title: 'the countdown, from days to hours',
    text: year,
    now: '2026-12-29T12:00:00Z',
    until: '2026-12-30T00:00:00.001Z',
  },
  { title: 'the countdown of hours', text: year, now: '2026-12-31T12:30:00Z', until: '2026-12-31T13:00:00.001Z' },
  {
    title: 'the countdown, to less than an hour',
    text: year,
    now: '2026-12-31T22:59:00Z',
    until: '2026-12-31T23:00:00.001Z',
  },
  { title: 'the end', text: year, now: '2026-12-31T23:30:00Z', until: '2027-01-01T00:00:00.000Z' },
  { title: 'for ever after the end', text: year, now: '2027-01-01', until: 'Infinity' },
  {
    title: 'unstated: the sure end',
    text: file([], 'A 2026-01-01..2026-12-31'),
    now: '2026-12-30T23:30:00Z',
    until: '2026-12-31T00:00:00.000Z',
  },
  {
    title: 'unstated: the possible end',
    text: file([], 'A 2026-01-01..2026-12-31'),
    now: '2026-12-31T00:00:00Z',
    until: '2027-01-01T00:00:00.000Z',
  },
  {
    title: 'the day of a review',
    text: accepted('from: 2027-01-01, reviewBy: 2027-06-30'),
    now: '2027-02-01',
    until: '2027-07-01T00:00:00.000Z',
  },
  {
    title: 'for ever after it',
    text: accepted('from: 2027-01-01, reviewBy: 2027-06-30'),
    now: '2027-07-01',
    until: 'Infinity',
  },
  {
    title: 'for ever where an end is accepted for ever',
    text: accepted('from: 2027-01-01'),
    now: '2027-02-01',
    until: 'Infinity',
  },
  {
    title: 'the end of what is accepted, where the product has ended',
    text: accepted('from: 2027-01-01, until: 2027-03-01'),
    now: '2027-02-01',
    until: '2027-03-01T00:00:00.000Z',
  },
  {
    title: 'the end of an acceptance that is not used',
    text: file([covered, 'acceptedGaps: [{ from: 2026-01-01, until: 2027-03-01 }]'], 'A 2020-01-01..never'),
    now: '2027-02-01',
    until: '2027-03-01T00:00:00.000Z',
  },
  {
    title: 'the end of a shortfall',
    text: file([covered, 'required: { seats: 5, until: 2027-03-01 }'], 'A 2020-01-01..never seats: 1'),
    now: '2027-02-01',
    until: '2027-03-01T00:00:00.000Z',
  },
  {
    title: 'the end of a stale license, by its last day',
    text: file([], 'A 2020-01-01..never', 'T 2026-01-01..2027-02-28 kind: temporary'),
    now: '2027-02-01',
    until: '2027-03-01T00:00:00.000Z',
  },
  {
    title: 'the end of a license with seats that no other has',
    text: file([covered], 'A 2020-01-01..2027-02-28 seats: 5', 'B 2027-03-01..never seats: 1'),
    now: '2027-02-01',
    until: '2027-03-01T00:00:00.000Z',
  },
  {
    title: 'the end of a stretch that waits for its key',
    text: file([covered], 'A 2020-01-01..2026-12-31', 'B 2027-01-01..2027-02-28 key: TBD', 'C 2027-03-01..never'),
    now: '2027-02-01',
    until: '2027-03-01T00:00:00.000Z',
  },
  {
    title: 'for ever where nothing lies ahead',
    text: file([covered], 'A 2020-01-01..never seats: 5', 'B 2020-01-01..never seats: 5'),
    now: '2027-02-01',
    until: 'Infinity',
  },
  {
    title: 'for ever where a file is only wrong',
    text: file([covered], 'A soon..never'),
    now: '2027-02-01',
    until: 'Infinity',
  },
];

describe('Report.until', () => {
  for (const { title, text, now, until, settings } of steps) {
    it(`is ${title}`, () => {
      assert.equal(iso(reportAt(text, now, settings).until), until);
    });
  }

  it('and Report.at bound the time in which the report still holds', () => {
    const report = reportAt(hole, '2026-06-01');
    const holdsAt = (now: string): boolean => stillHolds(report, new Date(now).getTime());
    assert.equal(holdsAt('2026-06-01'), true);
    assert.equal(holdsAt('2027-01-31T23:59:59.999Z'), true);
    assert.equal(holdsAt('2027-02-01'), false);
    assert.equal(holdsAt('2028-01-01'), false);
    // A clock that was put back.
    assert.equal(holdsAt('2026-05-31T23:59:59.999Z'), false);
  });

  it('of no files is for ever', () => {
    assert.equal(analyze([], defaultSettings, 0).until, Infinity);
  });

  it('is not passed before what is told changes', () => {
    fc.assert(
      fc.property(texts, instants, fc.double({ min: 0, max: 1, noNaN: true }), (text, now, part) => {
        const report = reportOf(text, now);
        assert.ok(report.until > now);
        const end = Math.min(report.until, now + 400 * day);
        const later = Math.min(now + Math.floor((end - now) * part), end - 1);
        assert.deepEqual(toldOf(reportOf(text, later)), toldOf(report), `${iso(now)} and ${iso(later)}`);
        assert.deepEqual(toldOf(reportOf(text, end - 1)), toldOf(report), `${iso(now)} and just before ${iso(end)}`);
      }),
      { numRuns: 400 },
    );
  });

  it('leads to an end: after some steps nothing lies ahead', () => {
    fc.assert(
      fc.property(texts, text => {
        let now = Date.UTC(2026, 10, 1);
        // A countdown of thirty days and two of hours for each of at most two products, and what each entry ends.
        for (let step = 0; now !== Infinity; step++) {
          assert.ok(step < 400);
          now = reportOf(text, now).until;
        }
      }),
      { numRuns: 20 },
    );
  });
});

const day = 86_400_000;
const allOn: Settings = { ...defaultSettings, severity: { overlap: 'information', 'stale-temporary': 'warning' } };

/** Some weeks around the dates of the entries, mostly not at midnight. */
const instants = fc.integer({ min: Date.UTC(2026, 10, 1), max: Date.UTC(2027, 3, 1) });

const date = fc.integer({ min: 0, max: 60 }).map(days => iso(Date.UTC(2026, 11, 1) + days * day).slice(0, 10));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const entries = fc.record({
  starts: date,
  expires: fc.oneof(date, date, date, fc.constant('never')),
  seats: maybe(fc.constantFrom('1', '5', 'unlimited')),
  kind: maybe(fc.constantFrom('temporary', 'subscription')),
  key: maybe(fc.constantFrom('TODO', 'K-1')),
  product: maybe(fc.constant('Q')),
});
const needs = fc.record({ from: maybe(date), until: maybe(date), seats: maybe(fc.constantFrom('2', '8')) });
const acceptances = fc.record({
  from: maybe(date),
  until: maybe(date),
  reviewBy: maybe(date),
  product: maybe(fc.constantFrom('P', 'Q')),
});

const texts = fc
  .record({
    expiryDay: fc.constantFrom('covered', 'uncovered', 'unstated'),
    timezone: fc.constantFrom('UTC', 'America/Chicago'),
    list: fc.array(entries, { minLength: 1, maxLength: 5 }),
    required: maybe(needs),
    accepted: fc.array(acceptances, { maxLength: 2 }),
  })
  .map(({ expiryDay, timezone, list, required, accepted }) => {
    const top = [
      ...(expiryDay === 'unstated' ? [] : [`expiryDay: ${expiryDay}`]),
      `timezone: ${timezone}`,
      ...(required ? [`required: { ${fieldsOf(required)} }`] : []),
      `acceptedGaps: [${accepted.map(each => `{ ${fieldsOf(each)} }`).join(', ')}]`,
    ];
    return file(top, ...list.map(({ starts, expires, ...more }, i) => `L${i} ${starts}..${expires} ${fieldsOf(more)}`));
  });

function fieldsOf(fields: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');
}

function reportOf(text: string, now: number): Report {
  return analyze([readText('licenses.yaml', text, allOn)], allOn, now);
}

function toldOf({ findings }: Report): unknown {
  return findings.map(({ rule, severity, message, span }) => [rule, severity, message, span]);
}
