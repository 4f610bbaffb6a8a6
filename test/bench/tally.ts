// What was found in all, in numbers that show whether two ways to find it agree.
import { msPerDay } from './random-terms';
import type { Swept } from './sweep';

export interface Tally {
  /** Stretches of coverage without a hole. */
  readonly islands: number;
  readonly gaps: number;
  /** Stretches with the same number of seats. */
  readonly steps: number;
  readonly gapDays: number;
  /** The seats of each day, summed. */
  readonly seatDays: number;
}

export function tallyOf(products: readonly Swept[]): Tally {
  const tally = { islands: 0, gaps: 0, steps: 0, gapDays: 0, seatDays: 0 };
  for (const { gaps, steps } of products) {
    tally.gaps += gaps.length;
    tally.steps += steps.length;
    for (const { from, until } of gaps) tally.gapDays += (until - from) / msPerDay;
    for (const [i, { from, until, seats }] of steps.entries()) {
      if (steps[i - 1]?.until !== from) tally.islands++;
      tally.seatDays += (seats * (until - from)) / msPerDay;
    }
  }
  return tally;
}

/** Throws where they differ: then the times are not of the same work. */
export function assertSame(tallies: ReadonlyMap<string, Tally>): void {
  const texts = Array.from(tallies, ([name, tally]) => ({ name, text: JSON.stringify(tally) }));
  if (texts.some(({ text }) => text !== texts[0]!.text)) {
    throw new Error(`the answers differ:\n${texts.map(({ name, text }) => `  ${name}: ${text}`).join('\n')}`);
  }
}
