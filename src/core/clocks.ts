// A zone's clocks as a plain list of changes, small enough to send to a view.
import type { Instant } from './model';

/** From `from` on, until the next change, the clocks show `offset` ms more than UTC. */
export interface ClockChange {
  readonly from: Instant;
  readonly offset: number;
}

/** More than any clock is away from UTC (Manila was 15:56 behind until 1844), in ms. */
export const maxOffset = 16 * 3_600_000;

/** The offset at an instant; before the first change, that of the first. `changes` is in the order of time and not empty. */
export function offsetAt(changes: readonly ClockChange[], instant: Instant): number {
  let at = changes.length - 1;
  while (at > 0 && changes[at]!.from > instant) at--;
  return changes[at]!.offset;
}

/** The first instant at which the clocks show `wall` (ms since 1970-01-01T00:00 on those clocks) or later. */
export function firstShowing(changes: readonly ClockChange[], wall: number): Instant {
  for (let i = 0; i < changes.length; i++) {
    const instant = i === 0 ? wall - changes[i]!.offset : Math.max(changes[i]!.from, wall - changes[i]!.offset);
    if (instant < (changes[i + 1]?.from ?? Infinity)) return instant;
  }
  return wall - changes.at(-1)!.offset;
}
