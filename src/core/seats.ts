// Reads a number of seats.
import { scalarOf, textOf } from './formats/records';
import type { Problem } from './model';
import { contentSpan } from './text';
import type { Pair } from './tree';
import * as words from './words/written';

/** No license is sold for more, and the sums of two hundred thousand of them are still exact. */
const mostSeats = 10_000_000_000;

/** `Infinity`: unlimited. `undefined`: nothing is said, or nothing that can be meant, which is reported. */
export function seatsOf(pair: Pair | undefined, problems: Problem[]): number | undefined {
  const text = textOf(pair);
  if (text === undefined) {
    if (pair && !scalarOf(pair)) {
      const { start, end } = pair.value;
      problems.push({ rule: 'unknown-field', span: { start, end }, message: words.notSeats });
    }
    return undefined;
  }
  const seats = Number(text.includes('_') ? text.replaceAll('_', '') : text);
  if (/\d/.test(text) && Number.isInteger(seats) && seats >= 0 && seats <= mostSeats) return seats;
  if (text.toLowerCase() === 'unlimited') return Infinity;
  problems.push({ rule: 'unknown-field', span: contentSpan(scalarOf(pair)!), message: words.unknownSeats(text) });
  return undefined;
}
