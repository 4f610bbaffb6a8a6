// `gap`: where it is told, what it says and points at, and how bad it is.
import assert from 'node:assert/strict';
import { iso } from '../read';
import { type Case, checkAll, covered, file, reportAt, uncovered } from './table';

const [first, second] = ['A 2025-12-01..2026-11-30', 'B 2026-12-01..2027-11-30'];

const holes: readonly Case[] = [
  { title: 'two licenses that meet', text: file([covered], first, second), told: [] },
  { title: 'two that overlap', text: file([covered], 'A 2025-12-01..2026-12-15', second), told: [] },
  {
    title: 'the expiry day that does not count',
    text: file([uncovered, 'timezone: America/Chicago'], first, second),
    told: ['gap "2026-11-30"'],
    severities: ['error'],
    messages: [
      'P is not covered for 24 h: 2026-11-30 00:00 to 2026-12-01 00:00 (America/Chicago). ' +
        'A expires 2026-11-30, B starts 2026-12-01. ' +
        'The expiry day is not covered: the file says "expiryDay: uncovered".',
    ],
    related: ['"2026-11-30" A expires 2026-11-30', '"2026-12-01" B starts 2026-12-01'],
  },
  {
    title: 'names and dates are those of the licenses next to it',
    text: file(
      [covered],
      'A 2025-12-01..2026-11-30',
      'a 2026-01-01..2026-06-30',
      'B 2027-01-01..2027-02-28',
      'C 2027-03-10..never',
    ),
    told: ['gap "2026-11-30"', 'gap "2027-02-28"'],
    related: [
      '"2026-11-30" A expires 2026-11-30',
      '"2027-01-01" B starts 2027-01-01',
      '"2027-02-28" B expires 2027-02-28',
      '"2027-03-10" C starts 2027-03-10',
    ],
  },
  {
    title: 'a license without id and product is named by what there is',
    text: 'expiryDay: covered\nlicenses:\n  - { starts: 2025-12-01, expires: 2026-11-30 }\n  - { starts: 2026-12-02, expires: never }\n',
    told: ['gap "2026-11-30"'],
    messages: [
      'The unnamed product is not covered for 24 h: 2026-12-01 00:00 to 2026-12-02 00:00 (UTC). ' +
        'This license expires 2026-11-30, the next one starts 2026-12-02. ' +
        'The expiry day is covered: the file says "expiryDay: covered".',
    ],
  },
  {
    title: 'an unstated day before a longer hole: one gap, that says it may be a day longer',
    text: file([], first, 'B 2026-12-05..never'),
    told: ['gap "2026-11-30"'],
    messages: [
      'P is not covered for 4 days: 2026-12-01 00:00 to 2026-12-05 00:00 (UTC). A expires 2026-11-30, B starts 2026-12-05. ' +
        'Whether the expiry day is covered is not stated: neither the file nor the settings say whether the expiry day is covered. ' +
        'The gap is a day longer if the expiry day is not covered.',
    ],
  },
  {
    title: 'only the rest of a hole that waits for a key',
    text: file([covered], first, 'T 2026-12-01..2026-12-10 key: TBD', 'B 2026-12-12..never'),
    told: ['gap "2026-12-10"', 'pending-key "TBD"'],
    related: ['"2026-12-10" T expires 2026-12-10', '"2026-12-12" B starts 2026-12-12'],
  },
  {
    title: 'a broken entry might fill it',
    text: file([covered], first, 'X 2026-13-01..never', 'B 2027-01-01..never'),
    told: ['gap "2026-11-30"', 'invalid-date "2026-13-01"'],
  },
];

const needs: readonly Case[] = [
  {
    title: 'before the first license',
    text: file([covered, 'required: { from: 2025-11-01 }'], first, 'B 2026-12-01..never'),
    told: ['gap "2025-12-01"'],
    severities: ['hint'],
    related: ['"2025-12-01" A starts 2025-12-01'],
    messages: [
      'P is not covered for 30 days: 2025-11-01 00:00 to 2025-12-01 00:00 (UTC). ' +
        'The required time begins before A starts 2025-12-01. ' +
        'The expiry day is covered: the file says "expiryDay: covered".',
    ],
  },
  {
    title: 'after the last license',
    text: file([covered, 'required: { until: 2028-01-01 }'], first, second),
    told: ['gap "2027-11-30"'],
    severities: ['error'],
    related: ['"2027-11-30" B expires 2027-11-30'],
    messages: [
      'P is not covered for 31 days: 2027-12-01 00:00 to 2028-01-01 00:00 (UTC). ' +
        'B expires 2027-11-30 and nothing follows in the required time. ' +
        'The expiry day is covered: the file says "expiryDay: covered".',
    ],
  },
  {
    title: 'after the last license, by the rule of that license',
    text: file(
      [covered, 'required: { until: 2027-12-01 }'],
      first,
      'B 2026-11-30..2027-11-30 expiryDay: uncovered, timezone: America/Chicago',
    ),
    told: ['gap "2027-11-30"'],
    messages: [
      'P is not covered for 18 h: 2027-11-30 00:00 to 2027-11-30 18:00 (America/Chicago). ' +
        'B expires 2027-11-30 and nothing follows in the required time. ' +
        'The expiry day is not covered: the file says "expiryDay: uncovered".',
    ],
  },
  {
    title: 'before the first license, by the rule of that license',
    text: file(
      [covered, 'required: { from: 2026-11-30 }'],
      'A 2026-12-01..2027-11-30 expiryDay: uncovered, timezone: America/Chicago',
      'B 2027-11-30..never',
    ),
    told: ['gap "2026-12-01"'],
    messages: [
      'P is not covered for 30 h: 2026-11-29 18:00 to 2026-12-01 00:00 (America/Chicago). ' +
        'The required time begins before A starts 2026-12-01. ' +
        'The expiry day is not covered: the file says "expiryDay: uncovered".',
    ],
  },
  {
    title: 'an unstated last day that the required time ends with',
    text: file(['required: { until: 2027-12-01 }'], 'A 2025-12-01..2027-11-30'),
    told: ['possible-gap "2027-11-30"'],
  },
  {
    title: 'without any license',
    text: file([covered, 'required: { from: 2026-12-01, until: 2027-12-01 }']),
    told: ['gap "required"', 'no-terms "licenses"'],
    related: [],
    messages: [
      'P is not covered for 365 days: 2026-12-01 00:00 to 2027-12-01 00:00 (UTC). It is required, and no license of it can be read.',
      'No license term can be read in this file.',
    ],
  },
];

const severities: readonly Case[] = [
  {
    title: 'an error while it lies ahead or runs, a hint from its end on',
    text: file(
      [covered],
      'A 2024-01-01..2026-10-31',
      'B 2026-11-15..2026-11-20',
      'C 2026-11-23..2026-11-30',
      'D 2026-12-02..never',
    ),
    told: ['gap "2026-10-31"', 'gap "2026-11-20"', 'gap "2026-11-30"'],
    severities: ['hint', 'error', 'error'],
  },
  {
    title: 'what the setting says',
    text: file([covered], 'A 2024-01-01..2026-10-31', 'B 2026-11-15..2026-11-30', 'C 2026-12-02..never'),
    settings: { severity: { gap: 'information' } },
    told: ['gap "2026-10-31"', 'gap "2026-11-30"'],
    severities: ['hint', 'information'],
  },
  {
    title: 'nothing if it is off',
    text: file([uncovered], first, second),
    settings: { severity: { gap: 'off' } },
    told: [],
  },
];

describe('gap', () => {
  describe('between licenses', () => checkAll(holes));
  describe('inside the required time', () => checkAll(needs));
  describe('is as bad as its time', () => checkAll(severities));

  it('is a hint exactly from its end on', () => {
    const text = file([covered], 'A 2024-01-01..2026-10-31', 'B 2026-11-15..never');
    const severityAt = (now: string) => reportAt(text, now).findings[0]!.severity;
    assert.equal(severityAt('2026-11-14T23:59:59.999Z'), 'error');
    assert.equal(severityAt('2026-11-15T00:00:00Z'), 'hint');
  });

  for (const [count, sentence] of [
    [1, /One entry that could not be read might fill it\.$/],
    [2, / 2 entries that could not be read might fill it\.$/],
  ] as const) {
    it(`says that ${count} broken might fill it`, () => {
      const broken = ['X 2026-13-01..never', 'Y soon..never'].slice(0, count);
      const { findings } = reportAt(file([covered], first, ...broken, 'B 2027-01-01..never'));
      assert.match(findings[0]!.message, sentence);
    });
  }

  it('carries its gap and its product for the fixes', () => {
    const report = reportAt(file([], first, 'B 2026-12-05..never'));
    const { subject } = report.findings[0]!;
    assert.equal(subject?.kind, 'gap');
    if (subject?.kind !== 'gap') return;
    assert.equal(subject.coverage, report.products[0]);
    const { from, until, possibleFrom, before, after } = subject.gap;
    assert.deepEqual(
      [iso(from), iso(until), iso(possibleFrom!), before!.id, after!.id],
      ['2026-12-01T00:00:00.000Z', '2026-12-05T00:00:00.000Z', '2026-11-30T00:00:00.000Z', 'A', 'B'],
    );
  });
});
