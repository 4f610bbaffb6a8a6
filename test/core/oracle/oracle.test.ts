// The engine against the oracle: random license files, asked moment by moment.
import assert from 'node:assert/strict';
import { bruteForce, instantOf } from './brute-force';
import { type Case, caseOf, type Entry, msPerDay, type When } from './cases';
import { differences, shown } from './engine';

const seed = Number(process.env.ORACLE_SEED ?? Date.now() % 2 ** 32);
const cases = Number(process.env.ORACLE_CASES ?? 10_000);

/** Enough to see whether they have one cause. */
const maxShown = 3;

describe('the oracle', function () {
  this.timeout(600_000);

  it('agrees with the engine on random cases', () => {
    console.log(`      ORACLE_SEED=${seed} ORACLE_CASES=${cases}`);
    const told: string[] = [];
    for (const { index, difference } of differences(seed, 0, cases)) {
      told.push(`case ${index} of ORACLE_SEED=${seed}, made small:\n${shown(difference)}`);
      if (told.length === maxShown) break;
    }
    assert.ok(told.length === 0, told.join('\n\n'));
  });

  it('makes of a seed the same cases each time, and others of another', () => {
    const made = (from: number): string => JSON.stringify([0, 1, 2, 3].map(index => caseOf(from, index)));
    assert.equal(made(7), made(7));
    assert.notEqual(made(7), made(8));
  });

  it('is asked about everything that it knows', () => {
    const seen = new Set<string>();
    for (let index = 0; index < 2_000; index++) {
      const { products, findings } = bruteForce(caseOf(1, index));
      for (const finding of findings) seen.add(finding.split(' ', 2).join(' '));
      for (const { gaps, shortfalls, seats } of Object.values(products)) {
        for (const gap of gaps) seen.add(gap.split(' ')[0]!);
        for (const step of seats) seen.add(`${step.split(' ')[2]} seats`);
        if (shortfalls.length > 1) seen.add('shortfalls');
      }
    }
    const missing = [
      ...['open', 'possible', 'pending', 'accepted', 'shortfalls', '0 seats', 'null seats', 'unlimited seats'],
      ...['gap error', 'gap hint', 'possible-gap warning', 'pending-key warning', 'shortfall warning'],
      ...['expiry warning', 'expiry error', 'stale-temporary hint', 'unused-acceptance warning'],
      ...['overdue-acceptance warning', 'overdue-acceptance hint'],
    ].filter(what => !seen.has(what));
    assert.deepEqual(missing, []);
  });

  it('tells what the definitions say of a case worked out by hand', () => {
    const { products, findings } = bruteForce(story);
    assert.deepEqual(products['-/alpha'], {
      terms: [
        'A active 2025-12-01T06:00:00.000Z 2026-11-30T06:00:00.000Z 500',
        'B active 2026-12-01T06:00:00.000Z 2027-11-30T06:00:00.000Z 5',
        'C pending 2027-11-30T06:00:00.000Z 2027-12-01T06:00:00.000Z null',
      ],
      gaps: [
        'open 2026-11-30T06:00:00.000Z 2026-12-01T06:00:00.000Z 24 h',
        'pending 2027-11-30T06:00:00.000Z 2027-12-01T06:00:00.000Z 24 h',
      ],
      seats: [
        '2025-12-01T06:00:00.000Z 2026-11-30T06:00:00.000Z 500',
        '2026-11-30T06:00:00.000Z 2026-12-01T06:00:00.000Z 0',
        '2026-12-01T06:00:00.000Z 2027-11-30T06:00:00.000Z 5',
        '2027-11-30T06:00:00.000Z 2027-12-01T06:00:00.000Z 0',
      ],
      shortfalls: ['2026-12-01T06:00:00.000Z 2027-11-30T06:00:00.000Z 5 of 10'],
    });
    assert.deepEqual(findings, ['gap error', 'pending-key warning C', 'shortfall warning -/alpha']);
  });

  const days: readonly (readonly [string, string, string, number])[] = [
    ['America/Chicago', '2026-03-08', '2026-03-08T06:00:00.000Z', 23],
    ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00.000Z', 25],
    ['Asia/Kolkata', '2026-11-30', '2026-11-29T18:30:00.000Z', 24],
    ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T13:00:00.000Z', 24.5],
    // A midnight that is skipped, one that comes twice, and a day that never was.
    ['America/Havana', '2026-03-08', '2026-03-08T05:00:00.000Z', 23],
    ['America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z', 25],
    ['Pacific/Kiritimati', '1994-12-31', '1994-12-31T10:00:00.000Z', 0],
  ];
  for (const [zone, day, begins, hours] of days) {
    it(`knows when ${day} begins in ${zone} and how long it lasts`, () => {
      const from = instantOf(dayOf(day), zone);
      const until = instantOf({ kind: 'day', day: dayOf(day).day + 1 }, zone);
      assert.equal(new Date(from).toISOString(), begins);
      assert.equal((until - from) / 3_600_000, hours);
    });
  }
});

function dayOf(text: string): Extract<When, { kind: 'day' }> {
  return { kind: 'day', day: Date.parse(text) / msPerDay };
}

function entry(id: string, start: string, end: string, more: Partial<Entry>): Entry {
  return { id, start: dayOf(start), end: dayOf(end), ...more };
}

const story: Case = {
  files: [
    {
      name: 'a.licenses.json',
      product: 'Alpha',
      zone: 'America/Chicago',
      expiryDay: 'uncovered',
      entries: [
        entry('A', '2025-12-01', '2026-11-30', { seats: 500 }),
        entry('B', '2026-12-01', '2027-11-30', { seats: 5 }),
        entry('C', '2027-11-30', '2027-12-01', { key: 'TBD', kind: 'temporary' }),
      ],
      required: { seats: 10 },
      accepted: [],
    },
  ],
  timezone: 'UTC',
  expiryWarningDays: 30,
  joinFiles: true,
  at: Date.UTC(2026, 10, 22),
};
