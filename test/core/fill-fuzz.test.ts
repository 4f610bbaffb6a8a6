// Filling gaps in files of any hand: thousands of them, made by chance, each held to every promise.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { handOf } from './fill-hands';
import { assertFills, assertHarmless, filled, type Hand } from './fill-promises';

/** How many files of each notation, and how many broken ones. */
const runs = 2_100;

/** The same files each time, so that a change is to blame for what fails; FUZZ_SEED has others made. */
const seed = Number(process.env.FUZZ_SEED ?? 20_261_123);

const notations = ['json', 'jsonc', 'yaml', 'toml'] as const;
const tapes = fc.uint8Array({ minLength: 160, maxLength: 160 });

/** A failure with the file that failed, before and after. */
function showing<T>(hand: Hand, check: () => T): T {
  try {
    return check();
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${hand.text}\n${filled(hand)}`);
  }
}

describe('filling any file', () => {
  for (const notation of notations) {
    it(`keeps every promise in ${notation}`, () => {
      let gaps = 0;
      fc.assert(
        fc.property(tapes, tape => {
          const hand = handOf(tape, notation);
          gaps += showing(hand, () => assertFills(hand).gaps);
        }),
        { numRuns: runs, seed },
      );
      assert.ok(gaps > runs / 2, `only ${gaps} gaps in ${runs} files`);
    }).timeout(60_000);
  }

  it('does no harm where the text is broken', () => {
    const pieces = ['', ...'{}[]"\':-\n\t#=, ', '//', '/*', '&a', '*a', '<<', '---', '[['];
    fc.assert(
      fc.property(
        tapes,
        fc.constantFrom(...notations),
        fc.nat(),
        fc.nat(20),
        fc.constantFrom(...pieces),
        (tape, notation, place, length, piece) => {
          const hand = handOf(tape, notation);
          const from = place % hand.text.length;
          const text = hand.text.slice(0, from) + piece + hand.text.slice(from + length);
          const torn = { ...hand, text };
          showing(torn, () => assertHarmless(torn));
        },
      ),
      { numRuns: runs, seed },
    );
  }).timeout(60_000);
});
