// `stale-temporary`: a temporary license that fills nothing, or nothing any more.
import assert from 'node:assert/strict';
import { type Case, checkAll, covered, file, reportAt, uncovered } from './table';

const [first, second] = ['A 2025-12-01..2026-11-30', 'B 2026-12-01..2027-11-30'];
const temporary = (id: string, stretch: string, more = '') => `${id} ${stretch} kind: temporary${more && `, ${more}`}`;
const day = '2026-11-30..2026-12-01';

/** The whole entry, as it stands. */
const stale = (id: string, stretch: string, more = '') => {
  const [starts, expires] = stretch.split('..');
  return `stale-temporary "{ id: ${id}, starts: ${starts}, expires: ${expires}, kind: temporary${more && `, ${more}`} }"`;
};

const cases: readonly Case[] = [
  { title: 'none that fills a gap', text: file([uncovered], first, temporary('T', day), second), told: [] },
  {
    title: 'told at the whole entry where the day is covered by now',
    text: file([covered], first, temporary('T', day), second),
    told: [stale('T', day)],
    severities: ['hint'],
    messages: ['T fills no gap of P: other licenses cover all of its time, so it can go.'],
  },
  {
    title: 'none of another kind',
    text: file([covered], first, `E ${day} kind: evaluation`, second),
    told: [],
  },
  {
    title: 'none where the unstated day is filled',
    text: file([], first, temporary('T', '2026-11-30..2026-12-01'), second),
    told: [],
  },
  {
    title: 'unstated, and stale if the last day counts but not if it does not',
    text: file([], first, temporary('T', '2026-11-30T00:00:00Z..2026-12-01T00:00:00Z'), second),
    told: [],
  },
  {
    title: 'unstated, and stale if its own last day does not count but not if it does',
    text: file(
      [],
      'A 2025-12-01..2026-12-02T06:00:00Z',
      temporary('T', '2026-12-01..2026-12-02'),
      'B 2026-12-03..never',
    ),
    settings: { severity: { 'possible-gap': 'off' } },
    told: [],
  },
  {
    title: 'unstated, and stale by both readings',
    text: file([], first, temporary('T', '2026-06-01..2026-07-01'), 'B 2026-11-30..never'),
    told: [stale('T', '2026-06-01..2026-07-01')],
  },
  {
    title: 'one that reaches beyond what others cover is none',
    text: file([covered], first, temporary('T', '2026-11-01..2027-12-01')),
    told: [],
  },
  {
    title: 'one that begins before what others cover is none',
    text: file([covered], first, temporary('T', '2025-11-30..2026-01-31'), second),
    told: [],
  },
  {
    title: 'one that covers a hole in its midst is none',
    text: file([covered], 'A 2025-12-01..2026-11-29', temporary('T', '2026-11-01..2026-12-31'), second),
    told: [],
  },
  {
    title: 'two that meet cover the time of a third between them',
    text: file([covered], first, temporary('T', '2026-11-01..2026-12-31'), second),
    told: [stale('T', '2026-11-01..2026-12-31')],
  },
  {
    title: 'of two that fill one gap the first is needed',
    text: file(
      [covered],
      first,
      temporary('T', '2026-12-01..2026-12-31'),
      temporary('t', '2026-12-01..2026-12-31'),
      'B 2027-01-01..never',
    ),
    told: [stale('t', '2026-12-01..2026-12-31')],
  },
  {
    title: 'two that fill one gap together are both needed',
    text: file(
      [covered],
      first,
      temporary('T', '2026-12-01..2026-12-20'),
      temporary('t', '2026-12-10..2026-12-31'),
      'B 2027-01-01..never',
    ),
    told: [],
  },
  {
    title: 'one within a needed one, and one within what a needed one and a lasting one cover',
    text: file(
      [covered],
      first,
      temporary('T', '2026-12-01..2026-12-31'),
      temporary('t', '2026-12-05..2026-12-20'),
      temporary('u', '2026-12-15..2027-01-15'),
      'B 2027-01-01..never',
    ),
    told: [stale('t', '2026-12-05..2026-12-20'), stale('u', '2026-12-15..2027-01-15')],
  },
  {
    title: 'one that needed ones before and beside it cover',
    text: file(
      [covered],
      first,
      temporary('T', '2026-12-01..2026-12-31'),
      temporary('t', '2026-12-31..2027-01-31'),
      temporary('u', '2027-01-10..2027-01-20'),
      'B 2027-02-01..never',
    ),
    told: [stale('u', '2027-01-10..2027-01-20')],
  },
  {
    title: 'a license without a key makes none stale that has one',
    text: file(
      [covered],
      first,
      temporary('T', '2026-12-01..2026-12-31'),
      'W 2026-12-01..2026-12-31 key: TODO',
      'B 2027-01-01..never',
    ),
    told: [],
  },
  {
    title: 'nor does a temporary one without a key, which is stale itself',
    text: file(
      [covered],
      first,
      temporary('W', '2026-12-01..2026-12-31', 'key: TODO'),
      temporary('T', '2026-12-01..2026-12-31'),
      'B 2027-01-01..never',
    ),
    told: [stale('W', '2026-12-01..2026-12-31', 'key: TODO')],
  },
  {
    title: 'of two without keys the first is needed',
    text: file(
      [covered],
      first,
      temporary('V', '2026-12-01..2026-12-31', 'key: TBD'),
      temporary('W', '2026-12-01..2026-12-31', 'key: TODO'),
      'B 2027-01-01..never',
    ),
    told: ['pending-key "TBD"', stale('W', '2026-12-01..2026-12-31', 'key: TODO')],
  },
  {
    title: 'one without a key in a stretch that waits for another key is needed',
    text: file(
      [covered],
      first,
      'V 2026-12-01..2026-12-31 key: TBD',
      temporary('W', '2026-12-01..2026-12-31', 'key: TODO'),
      'B 2027-01-01..never',
    ),
    told: ['pending-key "TBD"'],
  },
  {
    title: 'one that covers an accepted gap is needed',
    text: file(
      [covered, 'acceptedGaps: [{ from: 2026-12-01, until: 2027-02-01 }]'],
      first,
      temporary('T', '2026-12-01..2026-12-31'),
      'B 2027-02-01..never',
    ),
    told: [],
  },
  {
    title: 'one alone is needed',
    text: file([covered], temporary('T', '2026-12-01..2027-12-31')),
    told: [],
  },
  {
    title: 'one of another product is not covered',
    text: file([covered], 'A 2025-12-01..never', temporary('T', '2026-12-01..2027-12-31', 'product: Q')),
    told: [],
  },
  {
    title: 'one without an end beside one that never ends',
    text: file([covered], 'A 2025-12-01..never', temporary('T', '2026-12-01..never')),
    told: [stale('T', '2026-12-01..never')],
  },
  {
    title: 'one without any bound beside one that lasts for ever',
    text: file([covered], 'A .. kind: perpetual', 'T ..never kind: temporary'),
    told: ['stale-temporary "{ id: T, expires: never, kind: temporary }"'],
  },
  {
    title: 'one of the past',
    text: file([covered], first, temporary('T', '2026-05-01..2026-05-31'), second),
    settings: { severity: { 'stale-temporary': 'warning' } },
    told: [stale('T', '2026-05-01..2026-05-31')],
    severities: ['hint'],
  },
  {
    title: 'one of the past whose last day may not be over is not past',
    text: file([], first, temporary('T', '2026-05-01..2026-11-22'), 'B 2026-11-30..never'),
    settings: { severity: { 'stale-temporary': 'warning' } },
    told: [stale('T', '2026-05-01..2026-11-22')],
    severities: ['warning'],
  },
  {
    title: 'off',
    text: file([covered], first, temporary('T', day), second),
    settings: { severity: { 'stale-temporary': 'off' } },
    told: [],
  },
];

const need = 'required: { seats: 10 }';

const seats: readonly Case[] = [
  {
    title: 'one that gives seats that are required',
    text: file([covered, need], 'A 2025-12-01..never seats: 8', temporary('T', '2026-12-01..2026-12-31', 'seats: 2')),
    told: ['shortfall "8"', 'shortfall "8"'],
    severities: ['warning', 'warning'],
  },
  {
    title: 'one that gives seats that are required, though still too few',
    text: file(
      [covered, need],
      'A 2026-12-01..2026-12-31 seats: 7',
      temporary('T', '2026-12-01..2026-12-31', 'seats: 2'),
    ),
    told: ['shortfall "7"'],
  },
  {
    title: 'one that is required for a part of its time',
    text: file(
      [covered, 'required: { seats: 10, from: 2026-12-31, until: 2027-02-01 }'],
      'A 2025-12-01..never seats: 8',
      temporary('T', '2026-12-01..2026-12-31', 'seats: 2'),
    ),
    told: ['shortfall "8"'],
  },
  {
    title: 'stale where there are enough without it',
    text: file([covered, need], 'A 2025-12-01..never seats: 10', temporary('T', '2026-12-01..2026-12-31', 'seats: 2')),
    told: [stale('T', '2026-12-01..2026-12-31', 'seats: 2')],
  },
  {
    title: 'stale where seats are required at another time only',
    text: file(
      [covered, 'required: { seats: 10, from: 2027-01-01, until: 2027-02-01 }'],
      'A 2025-12-01..never seats: 8',
      temporary('T', '2026-12-01..2026-12-31', 'seats: 2'),
    ),
    told: ['shortfall "8"', stale('T', '2026-12-01..2026-12-31', 'seats: 2')],
  },
  {
    title: 'stale where a need names no seats',
    text: file(
      [covered, 'required: { from: 2026-12-01 }'],
      'A 2025-12-01..never seats: 8',
      temporary('T', '2026-12-01..2026-12-31', 'seats: 2'),
    ),
    told: [stale('T', '2026-12-01..2026-12-31', 'seats: 2')],
  },
  {
    title: 'one that gives seats that another document requires',
    text: `${file([covered, 'required: { from: 2025-12-01 }'], 'A 2025-12-01..2027-11-30 seats: 8', temporary('T', '2026-12-01..2026-12-31', 'seats: 2'))}---\nproduct: P\nrequired: { seats: 10, from: 2026-12-01, until: 2027-01-01 }\n`,
    told: [],
  },
  {
    title: 'none of two that could only go one at a time',
    text: file(
      [covered, need],
      'A 2025-12-01..never seats: 8',
      'a 2026-12-01..2026-12-31 seats: 1',
      temporary('T', '2026-12-01..2026-12-31', 'seats: 1'),
      temporary('t', '2026-12-01..2026-12-31', 'seats: 1'),
    ),
    told: ['shortfall "8"', 'shortfall "8"'],
  },
];

describe('stale-temporary', () => {
  checkAll(cases);
  describe('and required seats', () =>
    checkAll(seats.map(each => ({ settings: { severity: { 'seat-drop': 'off' } }, ...each }))));

  it('carries its license for the fix', () => {
    const report = reportAt(file([covered], first, temporary('T', day), second));
    const { subject } = report.findings[0]!;
    assert.deepEqual(subject, { kind: 'stale', term: report.files[0]!.terms[1] });
  });
});
