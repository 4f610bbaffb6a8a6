// `expiry`: the end of a product's last stretch, before and after it, and what keeps it quiet.
import assert from 'node:assert/strict';
import { type Case, checkAll, covered, file, reportAt, uncovered } from './table';

/** Its end is the beginning of 2027. */
const year = file([covered], 'A 2026-01-01..2026-12-31');

const told: readonly Case[] = [
  { title: 'nothing a day before thirty days are left', text: year, now: '2026-12-01T23:59:59.999Z', told: [] },
  {
    title: 'from thirty days before the end on',
    text: year,
    now: '2026-12-02',
    told: ['expiry "2026-12-31"'],
    severities: ['warning'],
    messages: ['P coverage ends in 30 days: 2027-01-01 00:00 (UTC). A expires 2026-12-31 and no license follows.'],
  },
  {
    title: 'in days rounded down',
    text: year,
    now: '2026-12-02T00:00:00.001Z',
    told: ['expiry "2026-12-31"'],
    messages: ['P coverage ends in 29 days: 2027-01-01 00:00 (UTC). A expires 2026-12-31 and no license follows.'],
  },
  {
    title: 'in days down to two',
    text: year,
    now: '2026-12-30',
    told: ['expiry "2026-12-31"'],
    messages: ['P coverage ends in 2 days: 2027-01-01 00:00 (UTC). A expires 2026-12-31 and no license follows.'],
  },
  {
    title: 'then in hours',
    text: year,
    now: '2026-12-30T00:00:00.001Z',
    told: ['expiry "2026-12-31"'],
    messages: ['P coverage ends in 47 h: 2027-01-01 00:00 (UTC). A expires 2026-12-31 and no license follows.'],
  },
  {
    title: 'in the last hour',
    text: year,
    now: '2026-12-31T23:00:00.001Z',
    told: ['expiry "2026-12-31"'],
    severities: ['warning'],
    messages: [
      'P coverage ends in less than 1 h: 2027-01-01 00:00 (UTC). A expires 2026-12-31 and no license follows.',
    ],
  },
  {
    title: 'as an error at the end',
    text: year,
    now: '2027-01-01',
    told: ['expiry "2026-12-31"'],
    severities: ['error'],
    messages: ['P is no longer covered, since 2027-01-01 00:00 (UTC). A expires 2026-12-31 and no license follows.'],
  },
  {
    title: 'as an error for ever, though what is past is a hint else',
    text: year,
    now: '2036-01-01',
    told: ['expiry "2026-12-31"'],
    severities: ['error'],
  },
  {
    title: 'unstated: before the last day',
    text: file([], 'A 2026-01-01..2026-12-31'),
    now: '2026-12-30T22:00:00Z',
    told: ['expiry "2026-12-31"'],
    severities: ['warning'],
    messages: [
      'P coverage ends in 2 h: 2026-12-31 00:00 (UTC), or 2027-01-01 00:00 if the expiry day counts. A expires 2026-12-31 and no license follows.',
    ],
  },
  {
    title: 'unstated: on the last day',
    text: file([], 'A 2026-01-01..2026-12-31'),
    now: '2026-12-31',
    told: ['expiry "2026-12-31"'],
    severities: ['warning'],
    messages: [
      'P coverage ends today: 2026-12-31 00:00 (UTC), or 2027-01-01 00:00 if the expiry day counts. A expires 2026-12-31 and no license follows.',
    ],
  },
  {
    title: 'unstated: after the last day',
    text: file([], 'A 2026-01-01..2026-12-31'),
    now: '2027-01-01',
    told: ['expiry "2026-12-31"'],
    severities: ['error'],
    messages: [
      'P is no longer covered, since 2026-12-31 00:00 (UTC), or 2027-01-01 00:00 if the expiry day counts. A expires 2026-12-31 and no license follows.',
    ],
  },
  {
    title: 'unstated: the warning counts from the sure end',
    text: file([], 'A 2026-01-01..2026-12-31'),
    now: '2026-12-01',
    told: ['expiry "2026-12-31"'],
    severities: ['warning'],
  },
  {
    title: 'unstated: not earlier',
    text: file([], 'A 2026-01-01..2026-12-31'),
    now: '2026-11-30T23:59:59.999Z',
    told: [],
  },
  {
    title: 'in the zone of the file',
    text: file([covered, 'timezone: America/Chicago'], 'A 2026-01-01..2026-12-31'),
    now: '2027-01-01T05:00:00Z',
    told: ['expiry "2026-12-31"'],
    severities: ['warning'],
    messages: [
      'P coverage ends in 1 h: 2027-01-01 00:00 (America/Chicago). A expires 2026-12-31 and no license follows.',
    ],
  },
  {
    title: 'for each product',
    text: file([covered], 'A 2026-01-01..2026-12-31', 'B 2026-01-01..2026-12-30 product: Q'),
    now: '2026-12-15',
    told: ['expiry "2026-12-31"', 'expiry "2026-12-30"'],
  },
];

const lasts: readonly Case[] = [
  {
    title: 'a short add-on that ends first silences nothing',
    text: file([covered], 'A 2026-01-01..2026-12-31', 'S 2026-12-01..2026-12-25'),
    now: '2026-12-28',
    told: ['expiry "2026-12-31"'],
  },
  {
    title: 'the last to end is named, not the last to begin or to be written',
    text: file([covered], 'S 2026-06-01..2026-12-25', 'A 2026-01-01..2026-12-31', 'T 2026-07-01..2026-12-30'),
    now: '2026-12-28',
    told: ['expiry "2026-12-31"'],
  },
  {
    title: 'of two that end together the one that began first is named',
    text: file([covered], 'B 2026-06-01..2026-12-31', 'A 2026-01-01..2026-12-31'),
    now: '2026-12-28',
    told: ['expiry "2026-12-31"'],
    messages: ['P coverage ends in 4 days: 2027-01-01 00:00 (UTC). A expires 2026-12-31 and no license follows.'],
  },
  {
    title: 'an end that a later license follows is quiet',
    text: file([covered], 'A 2026-01-01..2026-12-31', 'B 2027-01-01..2027-12-31'),
    now: '2026-12-28',
    told: [],
  },
  {
    title: 'even after a gap, which is told instead',
    text: file([covered], 'A 2026-01-01..2026-12-31', 'B 2027-02-01..2027-12-31'),
    now: '2026-12-28',
    told: ['gap "2026-12-31"'],
  },
  {
    title: 'and even if that waits for its key, which is told instead',
    text: file([covered], 'A 2026-01-01..2026-12-31', 'B 2027-01-01..2027-12-31 key: TODO'),
    now: '2026-12-28',
    told: ['pending-key "TODO"'],
  },
  {
    title: 'one that waits for its key ends too',
    text: file([covered], 'A 2026-01-01..2026-11-30', 'B 2026-12-01..2026-12-31 key: TODO'),
    now: '2026-12-28',
    told: ['expiry "2026-12-31"', 'pending-key "TODO"'],
  },
  {
    title: 'what never ends is quiet',
    text: file([covered], 'A 2020-01-01..2026-12-31', 'B 2026-01-01..never'),
    now: '2027-06-01',
    told: [],
  },
  {
    title: 'a last day that may count is later than an end for sure on the same day',
    text: file([], 'A 2026-01-01..2026-12-31', 'B 2026-02-01..2026-12-31T12:00:00Z'),
    now: '2026-12-31T13:00:00Z',
    told: ['expiry "2026-12-31"'],
    severities: ['warning'],
  },
];

const settings: readonly Case[] = [
  {
    title: 'no days of warning: nothing before the end',
    text: year,
    now: '2026-12-31T23:59:59Z',
    settings: { expiryWarningDays: 0 },
    told: [],
  },
  {
    title: 'no days of warning: told at the end',
    text: year,
    now: '2027-01-01',
    settings: { expiryWarningDays: 0 },
    told: ['expiry "2026-12-31"'],
  },
  {
    title: 'ninety days',
    text: year,
    now: '2026-10-03',
    settings: { expiryWarningDays: 90 },
    told: ['expiry "2026-12-31"'],
    severities: ['warning'],
  },
  {
    title: 'one severity for before and after: before',
    text: year,
    now: '2026-12-31',
    settings: { severity: { expiry: 'information' } },
    told: ['expiry "2026-12-31"'],
    severities: ['information'],
  },
  {
    title: 'one severity for before and after: after',
    text: year,
    now: '2027-12-31',
    settings: { severity: { expiry: 'information' } },
    told: ['expiry "2026-12-31"'],
    severities: ['information'],
  },
  { title: 'off', text: year, now: '2027-12-31', settings: { severity: { expiry: 'off' } }, told: [] },
];

const meant = (stretch: string, ...top: string[]) =>
  file([covered, `acceptedGaps: [{ ${stretch} }]`, ...top], 'A 2026-01-01..2026-12-31');

const accepted: readonly Case[] = [
  { title: 'for ever', text: meant('from: 2027-01-01'), now: '2036-01-01', told: [] },
  { title: 'for ever, before the end', text: meant('from: 2027-01-01'), now: '2026-12-31', told: [] },
  { title: 'from long ago on', text: meant('from: 2020-01-01'), now: '2026-12-31', told: [] },
  { title: 'without any bounds', text: meant('product: P'), now: '2026-12-31', told: [] },
  {
    title: 'not from later than the end on',
    text: meant('from: 2027-01-02'),
    now: '2026-12-31',
    told: ['unused-acceptance "from"', 'expiry "2026-12-31"'],
  },
  {
    title: 'not until the end alone, which is before it',
    text: meant('from: 2026-12-01, until: 2027-01-01'),
    now: '2026-12-31',
    told: ['unused-acceptance "from"', 'expiry "2026-12-31"'],
  },
  {
    title: 'until a day: as long as it lasts',
    text: meant('from: 2027-01-01, until: 2027-03-01'),
    now: '2027-02-28T23:59:59Z',
    told: [],
  },
  {
    title: 'until a day: not after it',
    text: meant('from: 2027-01-01, until: 2027-03-01'),
    now: '2027-03-01',
    told: ['expiry "2026-12-31"'],
    severities: ['error'],
  },
  {
    title: 'not that of another product',
    text: meant('product: Q, from: 2027-01-01'),
    now: '2027-02-01',
    told: ['unused-acceptance "product"', 'expiry "2026-12-31"'],
  },
  {
    title: 'where the last day does not count, from that day on',
    text: file([uncovered, 'acceptedGaps: [{ from: 2026-12-31 }]'], 'A 2026-01-01..2026-12-31'),
    now: '2027-02-01',
    told: [],
  },
  {
    title: 'unstated: from the day after it on',
    text: file(['acceptedGaps: [{ from: 2027-01-01 }]'], 'A 2026-01-01..2026-12-31'),
    now: '2027-02-01',
    told: [],
  },
  {
    title: 'of two the longer holds',
    text: file(
      [covered, 'acceptedGaps: [{ from: 2027-01-01, until: 2028-01-01 }, { from: 2027-01-01, until: 2027-03-01 }]'],
      'A 2026-01-01..2026-12-31',
    ),
    now: '2027-06-01',
    told: [],
  },
];

describe('expiry', () => {
  describe('is told', () => checkAll(told));
  describe('is that of the last license', () => checkAll(lasts));
  describe('follows the settings', () => checkAll(settings));
  describe('is quiet where it is accepted', () => checkAll(accepted));

  it('of a product without a license is none', () => {
    const { products, findings } = reportAt(file([covered, 'required: { from: 2026-01-01, until: 2026-06-01 }']));
    assert.equal(products.length, 1);
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['gap', 'no-terms'],
    );
  });
});
