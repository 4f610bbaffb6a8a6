// Filling gaps in files of any hand: thousands of them, made by chance, each held to every promise.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { handOf } from './fill-hands';
import { assertFills, filled } from './fill-promises';

/** How many files of each notation. */
const runs = Number(process.env.RUNS ?? 2_600);

describe('filling any file', () => {
  for (const notation of ['json', 'jsonc', 'yaml', 'toml'] as const) {
    it(`keeps every promise in ${notation}`, () => {
      let gaps = 0;
      fc.assert(
        fc.property(fc.uint8Array({ minLength: 160, maxLength: 160 }), tape => {
          const hand = handOf(tape, notation);
          try {
            gaps += assertFills(hand).gaps;
          } catch (error) {
            throw new Error(`${(error as Error).message}\n${hand.text}\n${filled(hand)}`);
          }
        }),
        { numRuns: runs },
      );
      assert.ok(gaps > runs, `only ${gaps} gaps in ${runs} files`);
    }).timeout(60_000);
  }
});
