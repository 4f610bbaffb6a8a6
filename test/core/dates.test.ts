// What written dates say, and what is offered for those that say nothing.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isoDay } from '../../src/core/calendar';
import { readDate } from '../../src/core/dates';

const wrong = (why: string, ...choices: string[]) => `${why} ${choices.join(' ')}`.trim();

const spellings: readonly (readonly [string, string])[] = [
  ['2026-11-30', 'day 2026-11-30'],
  [' 2026-11-30 ', 'day 2026-11-30'],
  ['2028-02-29', 'day 2028-02-29'],
  ['0001-01-01', 'day 0001-01-01'],
  ['9999-12-31', 'day 9999-12-31'],
  ['2026-11-30T06:00:00Z', 'instant 2026-11-30T06:00:00.000Z'],
  ['2026-11-30t06:00:00z', 'instant 2026-11-30T06:00:00.000Z'],
  ['2026-11-30 06:00 +05:30', 'instant 2026-11-30T00:30:00.000Z'],
  ['2026-11-30T00:00:00-06:00', 'instant 2026-11-30T06:00:00.000Z'],
  ['2026-11-30T00:00:00.5-06', 'instant 2026-11-30T06:00:00.500Z'],
  ['2026-11-30T24:00:00Z', 'instant 2026-12-01T00:00:00.000Z'],
  ['2026-11-30T06:00', 'wall 2026-11-30T06:00:00.000Z'],
  ['2026-02-30', wrong('impossible', '2026-02-28', '2026-03-01')],
  ['2027-02-29', wrong('impossible', '2027-02-28', '2027-03-01')],
  ['2026-04-31T10:00:00Z', wrong('impossible', '2026-04-30', '2026-05-01')],
  ['2026-13-01', wrong('impossible', '2026-12-01')],
  ['2026-00-10', wrong('impossible', '2026-01-10')],
  ['2026-11-00', wrong('impossible', '2026-10-31', '2026-11-01')],
  ['2026-11-30T25:00:00Z', wrong('unreadable', '2026-11-30')],
  ['2026-11-30T10:60:00Z', wrong('unreadable', '2026-11-30')],
  ['2026-11-30T10:00:00+99:00', wrong('unreadable', '2026-11-30')],
  ['0000-00-00', wrong('impossible')],
  ['9999-12-32', wrong('impossible', '9999-12-31')],
  ['03/04/2026', wrong('ambiguous', '2026-03-04', '2026-04-03')],
  ['3.4.2026', wrong('ambiguous', '2026-03-04', '2026-04-03')],
  ['04/04/2026', wrong('unreadable', '2026-04-04')],
  ['25/12/2026', wrong('unreadable', '2026-12-25')],
  ['12/25/2026', wrong('unreadable', '2026-12-25')],
  ['31/02/2026', wrong('impossible')],
  ['2026/11/30', wrong('unreadable', '2026-11-30')],
  ['2026-1-5', wrong('unreadable', '2026-01-05')],
  ['30-Nov-2026', wrong('unreadable', '2026-11-30')],
  ['November 30, 2026', wrong('unreadable', '2026-11-30')],
  ['31-feb-2027', wrong('unreadable')],
  ['soon', wrong('unreadable')],
  ['', wrong('unreadable')],
  ['1/2/3', wrong('unreadable')],
];

describe('a written date', () => {
  for (const [text, meaning] of spellings) {
    it(`"${text}" is ${meaning}`, () => {
      assert.equal(meaningOf(text), meaning);
    });
  }

  it('never throws, and offers only dates that can be read', () => {
    const dateLike = fc.stringMatching(/^[0-9TZ:+./ -]{0,28}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), dateLike), text => {
        const date = readDate(text);
        if (date.kind === 'wrong')
          for (const choice of date.choices) assert.equal(readDate(choice).kind, 'day', choice);
      }),
      { numRuns: 2_000 },
    );
  });
});

function meaningOf(text: string): string {
  const date = readDate(text);
  if (date.kind === 'wrong') return wrong(date.why, ...date.choices);
  if (date.kind === 'day') return `day ${isoDay(date.day)}`;
  return `${date.kind} ${new Date(date.kind === 'instant' ? date.instant : date.wall).toISOString()}`;
}
