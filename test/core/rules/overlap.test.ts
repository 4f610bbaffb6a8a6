// `overlap`: off unless asked for; then days that two licenses cover though their seats don't add up.
import { type Case, checkAll, covered, file } from './table';

const settings = { severity: { overlap: 'warning', 'seat-drop': 'off' } } as const;

const cases = (
  [
    {
      title: 'told at the start of the later license, and points at the end of the earlier',
      text: file([covered], 'A 2025-12-01..2026-11-30 seats: 500', 'B 2026-11-01..2027-11-30 seats: unlimited'),
      told: ['overlap "2026-11-01"'],
      severities: ['warning'],
      messages: [
        'A and B both cover P for 30 days: 2026-11-01 00:00 to 2026-12-01 00:00 (UTC). ' +
          "Their seats don't add up, since one of them has no number of seats or is unlimited.",
      ],
      related: ['"2026-11-30" A expires 2026-11-30'],
    },
    {
      title: 'none where they meet',
      text: file([covered], 'A 2025-12-01..2026-11-30', 'B 2026-12-01..never'),
      told: [],
    },
    {
      title: 'none where both have numbers, which add up',
      text: file([covered], 'A 2025-12-01..2026-11-30 seats: 5', 'B 2026-11-01..2027-11-30 seats: 5'),
      told: [],
    },
    {
      title: 'where only the first has a number',
      text: file([covered], 'A 2025-12-01..2026-11-30 seats: 5', 'B 2026-11-01..2027-11-30'),
      told: ['overlap "2026-11-01"'],
    },
    {
      title: 'where only the second has a number',
      text: file([covered], 'A 2025-12-01..2026-11-30', 'B 2026-11-01..2027-11-30 seats: 5'),
      told: ['overlap "2026-11-01"'],
    },
    {
      title: 'where only the second is unlimited',
      text: file([covered], 'A 2025-12-01..2026-11-30 seats: 5', 'B 2026-11-01..2027-11-30 seats: unlimited'),
      told: ['overlap "2026-11-01"'],
    },
    {
      title: 'where only the first is unlimited',
      text: file([covered], 'A 2025-12-01..2026-11-30 seats: unlimited', 'B 2026-11-01..2027-11-30 seats: 5'),
      told: ['overlap "2026-11-01"'],
    },
    {
      title: 'a short one inside a long one, and the long one with its renewal',
      text: file([covered], 'A 2025-12-01..2026-12-31', 'B 2026-12-01..2026-12-10', 'C 2026-12-20..2027-12-31'),
      told: ['overlap "2026-12-01"', 'overlap "2026-12-20"'],
      related: ['"2026-12-31" A expires 2026-12-31', '"2026-12-31" A expires 2026-12-31'],
    },
    {
      title: 'at the first key where a license has no start, and at that of one that has no end',
      text: file([covered], 'A .. kind: perpetual', 'B ..2027-12-31'),
      told: ['overlap "id"'],
      related: ['"2027-12-31" B expires 2027-12-31'],
    },
    {
      title: 'each with the one that reaches furthest before it',
      text: file([covered], 'A 2025-12-01..2026-12-31', 'B 2026-12-01..2027-12-31', 'C 2027-06-01..2028-12-31'),
      told: ['overlap "2026-12-01"', 'overlap "2027-06-01"'],
      related: ['"2026-12-31" A expires 2026-12-31', '"2027-12-31" B expires 2027-12-31'],
    },
    {
      title: 'of two that end together with the first',
      text: file([covered], 'A 2025-12-01..2027-12-31', 'B 2026-12-01..2027-12-31', 'C 2027-06-01..2028-12-31'),
      told: ['overlap "2026-12-01"', 'overlap "2027-06-01"'],
      related: ['"2027-12-31" A expires 2027-12-31', '"2027-12-31" A expires 2027-12-31'],
    },
    {
      title: 'at the first key where a start is left empty',
      text: file([covered], 'A ..2027-06-30', 'B ..2027-12-31 starts:'),
      settings: { severity: { ...settings.severity, 'missing-field': 'off' } },
      told: ['overlap "id"'],
      related: ['"2027-06-30" A expires 2027-06-30'],
    },
    {
      title: 'none with a license that waits for its key, before or after',
      text: file(
        [covered],
        'W 2025-12-01..2028-12-31 key: TODO',
        'A 2026-01-01..2026-12-31',
        'V 2026-12-01..2027-01-31 key: TODO',
        'B 2027-01-01..2027-12-31',
      ),
      settings: { severity: { ...settings.severity, 'pending-key': 'off' } },
      told: [],
    },
    {
      title: 'none of two products',
      text: file([covered], 'A 2025-12-01..2026-12-31', 'B 2026-12-01..2027-12-10 product: Q'),
      settings: { severity: { ...settings.severity, expiry: 'off' } },
      told: [],
    },
    {
      title: 'a hint once the days are past',
      text: file([covered], 'A 2024-12-01..2025-12-31', 'B 2025-12-01..2027-12-31'),
      told: ['overlap "2025-12-01"'],
      severities: ['hint'],
    },
    {
      title: 'not past while both still run',
      text: file([covered], 'A 2024-12-01..2026-11-22', 'B 2025-12-01..2027-12-31'),
      told: ['overlap "2025-12-01"'],
      severities: ['warning'],
    },
    {
      title: 'past with the end of the inner one',
      text: file([covered], 'A 2024-12-01..2027-12-31', 'B 2025-12-01..2026-11-21'),
      told: ['overlap "2025-12-01"'],
      severities: ['hint'],
    },
  ] satisfies Case[]
).map(each => ({ settings, ...each }));

const off: readonly Case[] = [
  {
    title: 'off by itself',
    text: file([covered], 'A 2025-12-01..2026-11-30', 'B 2026-11-01..2027-11-30'),
    told: [],
  },
];

describe('overlap', () => {
  checkAll(off);
  checkAll(cases);
});
