// `shortfall`: exactly the stretches with fewer seats than required, each told once.
import assert from 'node:assert/strict';
import { textAt } from '../read';
import { type Case, checkAll, covered, file, reportAt } from './table';

const need = (fields: string) => `required: { ${fields} }`;
/** What `seat-drop` tells of the same files is another table's. */
const settings = { severity: { 'seat-drop': 'off' } } as const;

const cases: readonly Case[] = [
  {
    title: 'a renewal with 5 seats instead of 500',
    text: file(
      [covered, need('seats: 500')],
      'A 2025-12-01..2026-11-30 seats: 500',
      'B 2026-12-01..2027-11-30 seats: 5',
    ),
    told: ['shortfall "5"'],
    severities: ['warning'],
    messages: ['P has 5 of 500 required seats for 365 days: 2026-12-01 00:00 to 2027-12-01 00:00 (UTC).'],
    related: ['"500" 500 seats are required here'],
  },
  {
    title: 'none without a number that is required',
    text: file([covered, need('from: 2026-01-01')], 'A 2025-12-01..never seats: 1'),
    told: [],
  },
  {
    title: 'none with just as many',
    text: file([covered, need('seats: 10')], 'A 2025-12-01..never seats: 10'),
    told: [],
  },
  {
    title: 'one seat too few',
    text: file([covered, need('seats: 10')], 'A 2025-12-01..never seats: 9'),
    told: ['shortfall "9"'],
  },
  {
    title: 'no seats at all',
    text: file([covered, need('seats: 10')], 'A 2025-12-01..never seats: 0'),
    told: ['shortfall "0"'],
  },
  {
    title: 'none where none are required',
    text: file([covered, need('seats: 0')], 'A 2025-12-01..never seats: 0'),
    told: [],
  },
  {
    title: 'licenses at the same time add up',
    text: file([covered, need('seats: 10')], 'A 2025-12-01..never seats: 8', 'B 2025-12-01..never seats: 2'),
    told: [],
  },
  {
    title: 'unlimited is enough',
    text: file([covered, need('seats: 10')], 'A 2025-12-01..never seats: unlimited', 'B 2025-12-01..never seats: 2'),
    told: [],
  },
  {
    title: 'unlimited that are required and not there',
    text: file([covered, need('seats: unlimited')], 'A 2025-12-01..2027-11-30 seats: 10'),
    told: ['shortfall "10"'],
    messages: ['P has 10 of unlimited required seats for 730 days: 2025-12-01 00:00 to 2027-12-01 00:00 (UTC).'],
  },
  {
    title: 'unlimited that are required and there',
    text: file([covered, need('seats: unlimited')], 'A 2025-12-01..never seats: unlimited'),
    told: [],
  },
  {
    title: 'a number that nobody says is unknown, only while it is',
    text: file([covered, need('seats: 10')], 'A 2025-12-01..2027-11-30 seats: 4', 'B 2026-12-01..2027-05-31'),
    told: ['shortfall "4"', 'shortfall "4"'],
    messages: [
      'P has 4 of 10 required seats for 365 days: 2025-12-01 00:00 to 2026-12-01 00:00 (UTC).',
      'P has 4 of 10 required seats for 183 days: 2027-06-01 00:00 to 2027-12-01 00:00 (UTC).',
    ],
  },
  {
    title: 'a license without a key gives none',
    text: file(
      [covered, need('seats: 10')],
      'A 2025-12-01..2027-11-30 seats: 4',
      'B 2025-12-01..2027-11-30 seats: 6, key: TODO',
    ),
    told: ['shortfall "4"'],
  },
  {
    title: 'a gap is not a shortfall too',
    text: file([covered, need('seats: 10')], 'A 2025-12-01..2026-11-30 seats: 10', 'B 2026-12-05..never seats: 10'),
    told: ['gap "2026-11-30"'],
  },
  {
    title: 'nor is a stretch that waits for a key, nor a last day that may not count',
    text: file(
      [need('seats: 10')],
      'A 2025-12-01..2026-11-30 seats: 10',
      'B 2026-12-01..2026-12-31 seats: 10, key: TODO',
      'C 2026-12-31..never seats: 10',
    ),
    told: ['possible-gap "2026-11-30"', 'pending-key "TODO"'],
  },
  {
    title: 'nor is an accepted gap',
    text: file(
      [covered, need('seats: 10'), 'acceptedGaps: [{ from: 2026-12-01, until: 2026-12-05 }]'],
      'A 2025-12-01..2026-11-30 seats: 10',
      'B 2026-12-05..never seats: 10',
    ),
    told: [],
  },
  {
    title: 'the exact stretches, one for each number of seats',
    text: file(
      [covered, need('seats: 500')],
      'A 2025-12-01..2026-11-30 seats: 300',
      'B 2026-03-01..2026-11-30 seats: 200',
      'C 2026-12-01..2027-01-31 seats: 400',
      'D 2026-12-15..2026-12-31 seats: 50',
      'E 2027-02-01..never seats: 500',
    ),
    told: ['shortfall "300"', 'shortfall "400"', 'shortfall "400"', 'shortfall "400"'],
    severities: ['hint', 'warning', 'warning', 'warning'],
    messages: [
      'P has 300 of 500 required seats for 90 days: 2025-12-01 00:00 to 2026-03-01 00:00 (UTC).',
      'P has 400 of 500 required seats for 14 days: 2026-12-01 00:00 to 2026-12-15 00:00 (UTC).',
      'P has 450 of 500 required seats for 17 days: 2026-12-15 00:00 to 2027-01-01 00:00 (UTC).',
      'P has 400 of 500 required seats for 31 days: 2027-01-01 00:00 to 2027-02-01 00:00 (UTC).',
    ],
  },
  {
    title: 'licenses that take turns with as many seats are one stretch, told at the first',
    text: file([covered, need('seats: 10')], 'A 2025-12-01..2026-11-30 seats: 4', 'B 2026-12-01..2027-11-30 seats: 4'),
    told: ['shortfall "4"'],
    messages: ['P has 4 of 10 required seats for 730 days: 2025-12-01 00:00 to 2027-12-01 00:00 (UTC).'],
  },
  {
    title: 'only within the bounds of the requirement',
    text: file([covered, need('seats: 10, from: 2026-12-01, until: 2026-12-11')], 'A 2025-12-01..never seats: 4'),
    told: ['shortfall "4"'],
    messages: ['P has 4 of 10 required seats for 10 days: 2026-12-01 00:00 to 2026-12-11 00:00 (UTC).'],
    related: ['"10" 10 seats are required here'],
  },
  {
    title: 'told at the license that runs there and began first, not at one without a key or that has ended',
    text: file(
      [covered, need('seats: 10, from: 2026-12-01')],
      'O 2025-01-01..2026-06-30 seats: 1',
      'W 2025-02-01..never seats: 2, key: TODO',
      'A 2025-03-01..2027-01-31 seats: 3',
      'B 2025-04-01..2027-01-31 seats: 4',
      'C 2027-02-01..never seats: 10',
    ),
    told: ['shortfall "3"'],
    messages: ['P has 7 of 10 required seats for 62 days: 2026-12-01 00:00 to 2027-02-01 00:00 (UTC).'],
  },
  {
    title: 'told at a license that has just begun, where the older one ends as the stretch begins',
    text: file([covered, need('seats: 10')], 'A 2025-12-01..2026-11-30 seats: 10', 'B 2026-06-01..2027-11-30 seats: 3'),
    told: ['shortfall "3"'],
    messages: ['P has 3 of 10 required seats for 365 days: 2026-12-01 00:00 to 2027-12-01 00:00 (UTC).'],
  },
  {
    title: 'a hint once the stretch is past',
    text: file([covered, need('seats: 10, until: 2026-11-22')], 'A 2025-12-01..never seats: 4'),
    told: ['shortfall "4"'],
    severities: ['hint'],
  },
  {
    title: 'a warning while it runs',
    text: file([covered, need('seats: 10, until: 2026-11-23')], 'A 2025-12-01..never seats: 4'),
    told: ['shortfall "4"'],
    severities: ['warning'],
  },
].map(each => ({ ...each, settings }));

const severities: readonly Case[] = [
  {
    title: 'as bad as the setting says',
    text: file([covered, need('seats: 10')], 'A 2025-12-01..never seats: 4'),
    settings: { severity: { shortfall: 'error' } },
    told: ['shortfall "4"'],
    severities: ['error'],
  },
  {
    title: 'off',
    text: file([covered, need('seats: 10')], 'A 2025-12-01..never seats: 4'),
    settings: { severity: { shortfall: 'off' } },
    told: [],
  },
  {
    title: 'beside the drop that makes it',
    text: file(
      [covered, need('seats: 500')],
      'A 2025-12-01..2026-11-30 seats: 500',
      'B 2026-12-01..2027-11-30 seats: 5',
    ),
    told: ['seat-drop "2026-11-30"', 'shortfall "5"'],
  },
];

/** Two documents ask for seats of one product: YAML documents are files of their own in effect. */
const asking = (first: string, second: string, seats: number) =>
  `${file([covered, need(first)], `A 2025-12-01..2027-11-30 seats: ${seats}`)}---\nproduct: P\n${need(second)}\n`;

const several: readonly Case[] = [
  {
    title: 'the highest holds',
    text: asking('seats: 10', 'seats: 20', 5),
    told: ['shortfall "5"'],
    messages: ['P has 5 of 20 required seats for 730 days: 2025-12-01 00:00 to 2027-12-01 00:00 (UTC).'],
    related: ['"20" 20 seats are required here'],
  },
  {
    title: 'each for its time',
    text: asking('seats: 10', 'seats: 20, from: 2026-12-01, until: 2027-01-01', 5),
    told: ['shortfall "5"', 'shortfall "5"', 'shortfall "5"'],
    messages: [
      'P has 5 of 10 required seats for 365 days: 2025-12-01 00:00 to 2026-12-01 00:00 (UTC).',
      'P has 5 of 20 required seats for 31 days: 2026-12-01 00:00 to 2027-01-01 00:00 (UTC).',
      'P has 5 of 10 required seats for 334 days: 2027-01-01 00:00 to 2027-12-01 00:00 (UTC).',
    ],
    related: ['"10" 10 seats are required here', '"20" 20 seats are required here', '"10" 10 seats are required here'],
  },
  {
    title: 'of which one names no seats',
    text: asking('from: 2025-12-01', 'seats: 20', 5),
    told: ['shortfall "5"'],
    related: ['"20" 20 seats are required here'],
  },
  {
    title: 'enough for one and not for the other',
    text: asking('seats: 10', 'seats: 20, from: 2026-12-01, until: 2027-01-01', 15),
    told: ['shortfall "15"'],
    messages: ['P has 15 of 20 required seats for 31 days: 2026-12-01 00:00 to 2027-01-01 00:00 (UTC).'],
    related: ['"20" 20 seats are required here'],
  },
  {
    title: 'the same number from both, where they meet, is one stretch, which neither asks for alone',
    text: asking('seats: 10, until: 2026-12-01', 'seats: 10, from: 2026-12-01', 5),
    told: ['shortfall "5"'],
    messages: ['P has 5 of 10 required seats for 730 days: 2025-12-01 00:00 to 2027-12-01 00:00 (UTC).'],
    related: [],
  },
  {
    title: 'the same number from both, one after the other, points at each in its time',
    text: asking('seats: 10, from: 2026-06-01, until: 2026-12-01', 'seats: 10, from: 2027-06-01', 5),
    told: ['shortfall "5"', 'shortfall "5"'],
    messages: [
      'P has 5 of 10 required seats for 183 days: 2026-06-01 00:00 to 2026-12-01 00:00 (UTC).',
      'P has 5 of 10 required seats for 183 days: 2027-06-01 00:00 to 2027-12-01 00:00 (UTC).',
    ],
    related: ['"10" 10 seats are required here', '"10" 10 seats are required here'],
  },
];

describe('shortfall', () => {
  checkAll(cases);
  describe('beside others', () => checkAll(severities));
  describe('of several requirements', () => checkAll(several));

  for (const [first, second] of [
    ['seats: 10, from: 2026-06-01, until: 2026-12-01', 'seats: 10, from: 2027-06-01'],
    ['seats: 10, from: 2027-06-01', 'seats: 10, from: 2026-06-01, until: 2026-12-01'],
  ] as const) {
    it(`points at the requirement of its own time: ${first}`, () => {
      const text = asking(first, second, 5);
      const places = reportAt(text).findings.map(({ related }) => related![0]!.span.start);
      assert.deepEqual(places, [text.indexOf('10, from: 2026-06-01'), text.indexOf('10, from: 2027-06-01')]);
    });
  }

  it('is told in the file of the license, and points into the file that asks', () => {
    const text = file([covered], 'A 2025-12-01..never seats: 5');
    const [finding] = reportAt(`${text}---\nproduct: p\n${need('seats: 12')}\n`).findings;
    assert.equal(textAt(finding!), '5');
    assert.equal(finding!.related![0]!.message, '12 seats are required here');
  });
});
