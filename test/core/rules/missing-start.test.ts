// `missing-field`: a license without a start, and another that ends before it.
import { type Case, checkAll, covered, file } from './table';

const cases: readonly Case[] = [
  {
    title: 'told at the first key of the entry',
    text: file([covered], 'A 2025-12-01..2027-03-31', 'B ..2027-11-30'),
    told: ['missing-field "id"'],
    severities: ['information'],
    messages: ["B has no start date, so a gap after A can't be seen here."],
  },
  {
    title: 'named after the license that ends first of all',
    text: file(
      [covered],
      'A 2025-12-01..2027-06-30',
      'a 2026-01-01..2027-03-31',
      'b 2026-02-01..2027-05-31',
      'B ..2027-11-30',
    ),
    told: ['missing-field "id"'],
    messages: ["B has no start date, so a gap after a can't be seen here."],
  },
  {
    title: 'of two that end first together the one that began first is named',
    text: file([covered], 'A 2026-02-01..2027-03-31', 'a 2025-12-01..2027-03-31', 'B ..2027-11-30'),
    told: ['missing-field "id"'],
    messages: ["B has no start date, so a gap after a can't be seen here."],
  },
  {
    title: 'each one, and not the one that ends first itself',
    text: file([covered], 'A ..2027-03-31', 'B ..2027-06-30', 'C ..2027-11-30'),
    told: ['missing-field "id"', 'missing-field "id"'],
    messages: [
      "B has no start date, so a gap after A can't be seen here.",
      "C has no start date, so a gap after A can't be seen here.",
    ],
  },
  { title: 'none that end together', text: file([covered], 'A 2025-12-01..2027-11-30', 'B ..2027-11-30'), told: [] },
  {
    title: 'none that ends before all others',
    text: file([covered], 'A ..2027-03-31', 'B 2026-12-01..2027-11-30'),
    told: [],
  },
  { title: 'none alone', text: file([covered], 'A ..2027-11-30'), told: [] },
  {
    title: 'none that never ends',
    text: file([covered], 'A 2025-12-01..2027-03-31', 'B .. kind: perpetual', 'C ..never'),
    told: [],
  },
  {
    title: 'none of another product',
    text: file([covered], 'A 2025-12-01..2027-03-31', 'B ..2027-11-30 product: Q'),
    told: [],
  },
  {
    title: 'none with a start',
    text: file([covered], 'A 2025-12-01..2027-03-31', 'B 2026-12-01..2027-11-30', 'C .. kind: perpetual'),
    told: [],
  },
  {
    title: 'the one without a start, not those that have one',
    text: file([covered], 'A 2025-12-01..2027-03-31', 'B ..2027-11-30', 'C 2026-12-01..2028-11-30'),
    told: ['missing-field "id"'],
    messages: ["B has no start date, so a gap after A can't be seen here."],
  },
  {
    title: 'as bad as the setting says, though both dates missing is worse',
    text: file([covered], 'A 2025-12-01..2027-03-31', 'B ..2027-11-30', 'C ..'),
    told: ['missing-field "id"', 'missing-field "id"'],
    severities: ['information', 'warning'],
  },
  {
    title: 'one severity for both by the setting',
    text: file([covered], 'A 2025-12-01..2027-03-31', 'B ..2027-11-30', 'C ..'),
    settings: { severity: { 'missing-field': 'error' } },
    told: ['missing-field "id"', 'missing-field "id"'],
    severities: ['error', 'error'],
  },
  {
    title: 'off',
    text: file([covered], 'A 2025-12-01..2027-03-31', 'B ..2027-11-30'),
    settings: { severity: { 'missing-field': 'off' } },
    told: [],
  },
];

describe('missing-field for a start', () => checkAll(cases));
