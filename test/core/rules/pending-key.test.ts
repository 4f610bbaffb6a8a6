// `pending-key`: a stretch that only licenses without a key cover.
import assert from 'node:assert/strict';
import { iso } from '../read';
import { type Case, checkAll, covered, file, reportAt } from './table';

const first = 'A 2025-12-01..2026-11-30';
const last = 'C 2027-01-01..never';
const between = (more: string) => file([covered], first, `B 2026-12-01..2026-12-31 ${more}`, last);

const cases: readonly Case[] = [
  {
    title: 'at the placeholder, without its quotes',
    text: between('key: "<temporary key>"'),
    told: ['pending-key "<temporary key>"'],
    severities: ['warning'],
    messages: [
      'P waits for a key for 31 days: 2026-12-01 00:00 to 2027-01-01 00:00 (UTC). Only B covers this time, and its key is a placeholder.',
    ],
  },
  { title: 'at the name of an empty key', text: between("licenseKey: ''"), told: ['pending-key "licenseKey"'] },
  { title: 'at the name of a key with nothing behind it', text: between('key:'), told: ['pending-key "key"'] },
  { title: 'at null', text: between('key: null'), told: ['pending-key "null"'] },
  { title: 'none with a key', text: between('key: K-1'), told: [] },
  { title: 'none without the field', text: between('seats: 5'), told: [] },
  {
    title: 'none where another license runs',
    text: file([covered], 'A 2025-12-01..never', 'B 2026-12-01..2026-12-31 key: TBD'),
    told: [],
  },
  {
    title: 'only while no other license runs',
    text: file([covered], first, 'B 2026-11-01..2027-01-15 key: TBD', last),
    told: ['pending-key "TBD"'],
    messages: [
      'P waits for a key for 31 days: 2026-12-01 00:00 to 2027-01-01 00:00 (UTC). Only B covers this time, and its key is a placeholder.',
    ],
  },
  {
    title: 'of two the one that began first, then the other',
    text: file([covered], first, 'B 2026-11-01..2026-12-10 key: TODO b', 'b 2026-12-01..2026-12-31 key: TODO c', last),
    told: ['pending-key "TODO b"', 'pending-key "TODO c"'],
    messages: [
      'P waits for a key for 10 days: 2026-12-01 00:00 to 2026-12-11 00:00 (UTC). Only B covers this time, and its key is a placeholder.',
      'P waits for a key for 21 days: 2026-12-11 00:00 to 2027-01-01 00:00 (UTC). Only b covers this time, and its key is a placeholder.',
    ],
  },
  {
    title: 'a license that has ended waits no more',
    text: file(
      [covered],
      'O 2025-01-01..2025-06-30 key: TODO o',
      'A 2025-01-01..2026-11-30',
      'B 2026-12-01..2026-12-31 key: TODO b',
      last,
    ),
    told: ['pending-key "TODO b"'],
  },
  {
    title: 'the same license again after another',
    text: file(
      [covered],
      first,
      'B 2026-12-01..2027-01-31 key: TBD',
      'C 2026-12-10..2026-12-20',
      'D 2027-02-01..never',
    ),
    told: ['pending-key "TBD"', 'pending-key "TBD"'],
    messages: [
      'P waits for a key for 9 days: 2026-12-01 00:00 to 2026-12-10 00:00 (UTC). Only B covers this time, and its key is a placeholder.',
      'P waits for a key for 42 days: 2026-12-21 00:00 to 2027-02-01 00:00 (UTC). Only B covers this time, and its key is a placeholder.',
    ],
  },
  {
    title: 'without an end',
    text: file([covered], first, 'B 2026-12-01..never key: TBD'),
    told: ['pending-key "TBD"'],
    messages: [
      'P waits for a key for an open time: 2026-12-01 00:00 to no end (UTC). Only B covers this time, and its key is a placeholder.',
    ],
  },
  {
    title: 'a stretch that is accepted waits all the same',
    text: file(
      [covered, 'acceptedGaps: [{ from: 2026-12-01, until: 2027-01-01 }]'],
      first,
      'B 2026-12-01..2026-12-31 key: TBD',
      last,
    ),
    told: ['pending-key "TBD"'],
  },
  {
    title: 'a hint once it is past',
    text: file([covered], 'A 2024-01-01..2025-11-30', 'B 2025-12-01..2025-12-31 key: TBD', 'C 2026-01-01..never'),
    told: ['pending-key "TBD"'],
    severities: ['hint'],
  },
  {
    title: 'as bad as the setting says',
    text: between('key: TBD'),
    settings: { severity: { 'pending-key': 'error' } },
    told: ['pending-key "TBD"'],
    severities: ['error'],
  },
  { title: 'off', text: between('key: TBD'), settings: { severity: { 'pending-key': 'off' } }, told: [] },
];

describe('pending-key', () => {
  checkAll(cases);

  it('carries its gap and its product for the fixes', () => {
    const report = reportAt(between('key: TBD'));
    const { subject } = report.findings[0]!;
    assert.equal(subject?.kind, 'gap');
    if (subject?.kind !== 'gap') return;
    assert.equal(subject.coverage, report.products[0]);
    assert.deepEqual(
      [subject.gap.state, subject.gap.pending!.id, iso(subject.gap.from)],
      ['pending', 'B', '2026-12-01T00:00:00.000Z'],
    );
  });
});
