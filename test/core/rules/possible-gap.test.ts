// `possible-gap`: a last day that may not count, with the next license right after it.
import { type Case, checkAll, covered, file } from './table';

const [first, second] = ['A 2025-12-01..2026-11-30', 'B 2026-12-01..2027-11-30'];

const cases: readonly Case[] = [
  {
    title: 'the day between two licenses',
    text: file(['timezone: America/Chicago'], first, second),
    told: ['possible-gap "2026-11-30"'],
    severities: ['warning'],
    messages: [
      'P may not be covered for 24 h: 2026-11-30 00:00 to 2026-12-01 00:00 (America/Chicago). A expires 2026-11-30, B starts 2026-12-01. ' +
        'Whether the expiry day is covered is not stated: neither the file nor the settings say whether the expiry day is covered.',
    ],
    related: ['"2026-11-30" A expires 2026-11-30', '"2026-12-01" B starts 2026-12-01'],
  },
  {
    title: 'a product of Code42 without a server version says why',
    text: file(['product: CrashPlan'], first, second),
    told: ['possible-gap "2026-11-30"'],
    messages: [
      'CrashPlan may not be covered for 24 h: 2026-11-30 00:00 to 2026-12-01 00:00 (UTC). A expires 2026-11-30, B starts 2026-12-01. ' +
        'Whether the expiry day is covered is not stated: up to Code42 server 5.3.1 the expiry day is not covered, from 5.4.0 on it is, ' +
        'and the file names no server version.',
    ],
  },
  { title: 'none where the next license starts on that day', text: file([], first, 'B 2026-11-30..never'), told: [] },
  { title: 'none where the last license ends', text: file([], 'A 2025-12-01..2027-11-30'), told: [] },
  { title: 'none where the day counts', text: file([covered], first, second), told: [] },
  {
    title: 'none where the setting says that it counts',
    text: file([], first, second),
    told: [],
    settings: { expiryDay: 'covered' },
  },
  {
    title: 'a date-time leaves no day open',
    text: file([], 'A 2025-12-01..2026-12-01T00:00:00Z', second),
    told: [],
  },
  {
    title: 'a hole after the day is a gap alone',
    text: file([], first, 'B 2026-12-02..never'),
    told: ['gap "2026-11-30"'],
  },
  {
    title: 'a part of the day where the next license starts within it',
    text: file([], first, 'B 2026-11-30T06:00:00Z..never'),
    told: ['possible-gap "2026-11-30"'],
    messages: [
      'P may not be covered for 6 h: 2026-11-30 00:00 to 2026-11-30 06:00 (UTC). A expires 2026-11-30, B starts 2026-11-30T06:00:00Z. ' +
        'Whether the expiry day is covered is not stated: neither the file nor the settings say whether the expiry day is covered.',
    ],
  },
  {
    title: 'before a license that waits for its key',
    text: file([], first, 'B 2026-12-01..never key: TODO'),
    told: ['possible-gap "2026-11-30"', 'pending-key "TODO"'],
  },
  {
    title: 'none where a license without a key covers the day',
    text: file([], first, 'T 2026-11-30..2026-12-01 key: TODO', second),
    told: ['pending-key "TODO"'],
  },
  {
    title: 'an entry that could not be read might fill it',
    text: file([], first, 'X soon..never', second),
    told: ['possible-gap "2026-11-30"', 'invalid-date "soon"'],
    messages: [
      'P may not be covered for 24 h: 2026-11-30 00:00 to 2026-12-01 00:00 (UTC). A expires 2026-11-30, B starts 2026-12-01. ' +
        'Whether the expiry day is covered is not stated: neither the file nor the settings say whether the expiry day is covered. ' +
        'One entry that could not be read might fill it.',
      `"soon" can't be read as a date. Write it as YYYY-MM-DD.`,
    ],
  },
  {
    title: 'accepted',
    text: file(['acceptedGaps: [{ from: 2026-11-30, until: 2026-12-01 }]'], first, second),
    told: [],
  },
  {
    title: 'a hint once the day is past',
    text: file([], 'A 2025-12-01..2026-10-31', 'B 2026-11-01..never'),
    told: ['possible-gap "2026-10-31"'],
    severities: ['hint'],
  },
  {
    title: 'as bad as the setting says',
    text: file([], first, second),
    settings: { severity: { 'possible-gap': 'error', gap: 'off' } },
    told: ['possible-gap "2026-11-30"'],
    severities: ['error'],
  },
  { title: 'off', text: file([], first, second), settings: { severity: { 'possible-gap': 'off' } }, told: [] },
];

describe('possible-gap', () => {
  checkAll(cases);

  describe('of two licenses', () =>
    checkAll([
      {
        title: 'is told at the one whose last day may count',
        text: file([], 'A 2025-12-01..2026-12-02T06:00:00Z', 'T 2026-12-01..2026-12-02', 'B 2026-12-03..never'),
        told: ['possible-gap "2026-12-02"'],
      },
    ]));
});
