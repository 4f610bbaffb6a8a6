// `seat-drop`: an end after which fewer seats remain or follow than there were.
import { type Case, checkAll, covered, file } from './table';

const drops = (from: string, to: string, term: string, end: string, product = 'P') =>
  `${product} goes down from ${from} to ${to} seats when ${term} expires ${end}.`;

const cases: readonly Case[] = [
  {
    title: '500, then 5',
    text: file([covered], 'A 2025-12-01..2026-11-30 seats: 500', 'B 2026-12-01..2027-11-30 seats: 5'),
    told: ['seat-drop "2026-11-30"'],
    severities: ['information'],
    messages: [drops('500', '5', 'A', '2026-11-30')],
  },
  {
    title: '8 and 2, then 8',
    text: file([covered], 'A 2025-12-01..never seats: 8', 'B 2025-12-01..2026-11-30 seats: 2'),
    told: ['seat-drop "2026-11-30"'],
    messages: [drops('10', '8', 'B', '2026-11-30')],
  },
  {
    title: '8 and 2, then only the 8 renewed',
    text: file(
      [covered],
      'A 2025-12-01..2026-11-30 seats: 8',
      'B 2025-12-01..2026-11-29 seats: 2',
      'C 2026-12-01..2027-11-30 seats: 8',
    ),
    told: ['seat-drop "2026-11-29"'],
    messages: [drops('10', '8', 'B', '2026-11-29')],
  },
  {
    title: 'unlimited, then 5',
    text: file([covered], 'A 2025-12-01..2026-11-30 seats: unlimited', 'B 2026-12-01..2027-11-30 seats: 5'),
    told: ['seat-drop "2026-11-30"'],
    messages: [drops('unlimited', '5', 'A', '2026-11-30')],
  },
  {
    title: 'across a gap',
    text: file([covered], 'A 2025-12-01..2026-11-30 seats: 500', 'B 2026-12-05..2027-11-30 seats: 5'),
    told: ['gap "2026-11-30"', 'seat-drop "2026-11-30"'],
  },
  {
    title: 'step by step',
    text: file(
      [covered],
      'A 2025-12-01..2026-12-31 seats: 30',
      'B 2025-12-01..2027-01-31 seats: 20',
      'C 2025-12-01..2027-12-31 seats: 10',
    ),
    told: ['seat-drop "2026-12-31"', 'seat-drop "2027-01-31"'],
    messages: [drops('60', '30', 'A', '2026-12-31'), drops('30', '10', 'B', '2027-01-31')],
  },
  {
    title: 'of two that end together the first is named',
    text: file(
      [covered],
      'A 2025-12-01..2026-11-30 seats: 300',
      'B 2025-12-01..2026-11-30 seats: 200',
      'C 2026-12-01..never seats: 100',
    ),
    told: ['seat-drop "2026-11-30"'],
    messages: [drops('500', '100', 'A', '2026-11-30')],
  },
  {
    title: 'of two that end together the one in whose time there were more',
    text: file(
      [covered],
      'A 2025-01-01..2026-11-30 seats: 5',
      'B 2026-03-01..2026-11-30 seats: 10',
      'C 2026-12-01..never seats: 8',
    ),
    told: ['seat-drop "2026-11-30"'],
    messages: [drops('15', '8', 'B', '2026-11-30')],
  },
  {
    title: 'one that waits for its key and ends together with another is not named',
    text: file(
      [covered],
      'A 2025-01-01..2026-11-30 seats: 100',
      'B 2026-03-01..never seats: 50',
      'W 2026-04-01..2026-11-30 seats: 100, key: TODO',
    ),
    told: ['seat-drop "2026-11-30"'],
    messages: [drops('100', '50', 'A', '2026-11-30')],
  },
  {
    title: 'a renewal that came early and with fewer seats is told at the end of the old license',
    text: file([covered], 'A 2025-12-01..2026-11-30 seats: 500', 'B 2026-11-01..2027-11-30 seats: 5'),
    told: ['seat-drop "2026-11-30"'],
    messages: [drops('500', '5', 'A', '2026-11-30')],
  },
  {
    title: 'the fewest that there were in the time of the license that ends',
    text: file(
      [covered],
      'A 2025-01-01..2025-12-31 seats: 100',
      'B 2025-06-01..2026-12-31 seats: 50',
      'C 2026-03-01..2026-09-30 seats: 20',
      'D 2026-12-01..2027-12-31 seats: 10',
    ),
    told: ['seat-drop "2025-12-31"', 'seat-drop "2026-12-31"', 'seat-drop "2026-09-30"'],
    severities: ['hint', 'information', 'hint'],
    messages: [
      drops('100', '50', 'A', '2025-12-31'),
      drops('50', '10', 'B', '2026-12-31'),
      drops('70', '50', 'C', '2026-09-30'),
    ],
  },
  {
    title: 'a product by its name and environment',
    text: file(
      ['product: CrashPlan', 'environment: test', covered],
      'A 2025-12-01..2026-11-30 seats: 2',
      'B 2026-12-01..never seats: 1',
    ),
    told: ['seat-drop "2026-11-30"'],
    messages: [drops('2', '1', 'A', '2026-11-30', 'CrashPlan (test)')],
  },
  {
    title: 'a hint once the license has ended',
    text: file([covered], 'A 2025-12-01..2026-11-21 seats: 500', 'B 2026-11-22..never seats: 5'),
    told: ['seat-drop "2026-11-21"'],
    severities: ['hint'],
  },
  {
    title: 'as bad as the setting says',
    text: file([covered], 'A 2025-12-01..2026-11-22 seats: 500', 'B 2026-11-23..never seats: 5'),
    settings: { severity: { 'seat-drop': 'error' } },
    told: ['seat-drop "2026-11-22"'],
    severities: ['error'],
  },
];

const quiet: readonly Case[] = [
  {
    title: 'where as many or more follow',
    text: file(
      [covered],
      'A 2025-12-01..2026-11-30 seats: 5',
      'B 2026-12-01..2027-11-30 seats: 5',
      'C 2027-12-01..never seats: 6',
    ),
    told: [],
  },
  {
    title: 'where a license runs into its renewal',
    text: file([covered], 'A 2025-12-01..2026-11-30 seats: 500', 'B 2026-11-24..2027-11-30 seats: 500'),
    told: [],
  },
  {
    title: 'where one of more seats runs into its renewal, and the add-on stays',
    text: file(
      [covered],
      'A 2025-12-01..2026-11-30 seats: 8',
      'B 2025-12-01..2027-11-30 seats: 2',
      'C 2026-11-01..2027-11-30 seats: 8',
    ),
    told: [],
  },
  {
    title: 'where a temporary license ends',
    text: file([covered], 'A 2025-12-01..never seats: 8', 'T 2026-12-01..2026-12-31 seats: 100, kind: temporary'),
    settings: { severity: { 'stale-temporary': 'off' } },
    told: [],
  },
  {
    title: 'where a temporary license of many seats fills a gap',
    text: file(
      [covered],
      'A 2025-12-01..2026-11-30 seats: 5',
      'T 2026-12-01..2026-12-31 seats: 100, kind: Temporary',
      'B 2027-01-01..never seats: 5',
    ),
    told: [],
  },
  {
    title: 'where a number is not said',
    text: file([covered], 'A 2025-12-01..2026-11-30 seats: 500', 'B 2026-12-01..2027-11-30'),
    told: [],
  },
  {
    title: 'where a number was not said',
    text: file([covered], 'A 2025-12-01..2026-11-30', 'B 2026-12-01..2027-11-30 seats: 5'),
    told: [],
  },
  {
    title: 'where a license without a number runs beside',
    text: file([covered], 'A 2025-12-01..2026-11-30 seats: 500', 'B 2025-12-01..never'),
    told: [],
  },
  {
    title: 'where one that waits for its key ends',
    text: file([covered], 'A 2025-12-01..never seats: 5', 'B 2025-12-01..2026-11-30 seats: 500, key: TODO'),
    told: [],
  },
  {
    title: 'where a product ends for good',
    text: file([covered], 'A 2025-12-01..2027-11-30 seats: 5'),
    told: [],
  },
  {
    title: 'where it is off',
    text: file([covered], 'A 2025-12-01..2026-11-30 seats: 500', 'B 2026-12-01..2027-11-30 seats: 5'),
    settings: { severity: { 'seat-drop': 'off' } },
    told: [],
  },
];

const others: readonly Case[] = [
  {
    title: 'a temporary license hides no drop behind it',
    text: file(
      [covered],
      'A 2025-12-01..2026-11-30 seats: 500',
      'T 2026-12-01..2026-12-31 seats: 500, kind: temporary',
      'B 2027-01-01..never seats: 5',
    ),
    told: ['seat-drop "2026-11-30"'],
    messages: [drops('500', '5', 'A', '2026-11-30')],
  },
  {
    title: 'a time without a number is passed over in the life of the license that ends',
    text: file(
      [covered],
      'A 2025-12-01..2026-11-30 seats: 500',
      'U 2026-03-01..2026-04-30',
      'B 2026-12-01..never seats: 5',
    ),
    told: ['seat-drop "2026-11-30"'],
    messages: [drops('500', '5', 'A', '2026-11-30')],
  },
  {
    title: 'a pending license between is passed over',
    text: file(
      [covered],
      'A 2025-12-01..2026-11-30 seats: 500',
      'W 2026-12-01..2026-12-31 seats: 500, key: TODO',
      'B 2027-01-01..never seats: 5',
    ),
    told: ['seat-drop "2026-11-30"', 'pending-key "TODO"'],
  },
  {
    title: 'an unstated day does not hide the drop after it',
    text: file([], 'A 2025-12-01..2026-11-30 seats: 500', 'B 2026-12-01..never seats: 5'),
    told: ['possible-gap "2026-11-30"', 'seat-drop "2026-11-30"'],
  },
];

describe('seat-drop', () => {
  checkAll(cases);
  describe('is quiet', () => checkAll(quiet));
  describe('with what is not counted between', () => checkAll(others));
});
