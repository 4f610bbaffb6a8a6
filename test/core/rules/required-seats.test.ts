// The most seats that any requirement asks for at each time, against a table and against asking each one.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { seatSteps } from '../../../src/core/required-seats';

type Need = Parameters<typeof seatSteps>[0][number];

const need = (seats: number | undefined, from?: number, until?: number): Need => ({ seats, from, until });

const cases: readonly (readonly [string, readonly Need[], string])[] = [
  ['nothing asked', [], ''],
  ['no number asked', [need(undefined, 0, 10)], ''],
  ['always', [need(5)], '-Infinity: 5, Infinity: none'],
  ['from a time on', [need(5, 3)], '3: 5, Infinity: none'],
  ['until a time', [need(5, undefined, 3)], '-Infinity: 5, 3: none'],
  ['a stretch', [need(5, 3, 7)], '3: 5, 7: none'],
  ['none at all', [need(0, 3, 7)], '3: 0, 7: none'],
  ['a higher one within', [need(5, 0, 10), need(8, 3, 7)], '0: 5, 3: 8, 7: 5, 10: none'],
  ['a lower one within', [need(8, 0, 10), need(5, 3, 7)], '0: 8, 3: 8, 7: 8, 10: none'],
  ['a lower one around', [need(8, 3, 7), need(5, 0, 10)], '0: 5, 3: 8, 7: 5, 10: none'],
  ['two that meet', [need(5, 0, 5), need(8, 5, 10)], '0: 5, 5: 8, 10: none'],
  ['two apart', [need(5, 0, 2), need(8, 5, 10)], '0: 5, 2: none, 5: 8, 10: none'],
  ['two that overlap', [need(5, 0, 6), need(8, 4, 10)], '0: 5, 4: 8, 6: 8, 10: none'],
  ['unlimited', [need(Infinity, 0, 5), need(8, 0, 10)], '0: Infinity, 5: 8, 10: none'],
  ['three in steps', [need(1, 0, 30), need(2, 5, 25), need(3, 10, 20)], '0: 1, 5: 2, 10: 3, 20: 2, 25: 1, 30: none'],
  [
    'one over two painted ones',
    [need(9, 2, 4), need(8, 6, 8), need(1, 0, 10)],
    '0: 1, 2: 9, 4: 1, 6: 8, 8: 1, 10: none',
  ],
];

describe('required seats', () => {
  for (const [title, needs, expected] of cases) {
    it(title, () => {
      const shown = seatSteps(needs).map(({ from, seats }) => `${from}: ${seats ?? 'none'}`);
      assert.equal(shown.join(', '), expected);
    });
  }

  it('agree with asking each need at each time', () => {
    const bound = fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined });
    const needs = fc
      .array(fc.record({ seats: fc.constantFrom(undefined, 0, 1, 2, 3, Infinity), from: bound, until: bound }), {
        maxLength: 8,
      })
      .map(all => all.filter(({ from = -Infinity, until = Infinity }) => from < until));
    fc.assert(
      fc.property(needs, all => {
        const steps = seatSteps(all);
        steps.slice(1).forEach(({ from }, i) => {
          assert.ok(steps[i]!.from < from);
        });
        for (let at = -1; at <= 21; at += 0.5) {
          const asked = all.filter(
            ({ seats, from = -Infinity, until = Infinity }) => seats !== undefined && from <= at && at < until,
          );
          const most = asked.length === 0 ? undefined : Math.max(...asked.map(({ seats }) => seats!));
          assert.equal(steps.filter(({ from }) => from <= at).at(-1)?.seats, most, `at ${at}`);
        }
      }),
      { numRuns: 500 },
    );
  });
});
