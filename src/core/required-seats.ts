// How many seats are required when: the most that any requirement asks for at a time.
import type { Instant, Requirement } from './model';

/** From `from` on, until the next step; `undefined`: nothing is asked for. */
export interface SeatStep {
  readonly from: Instant;
  readonly seats: number | undefined;
}

/** The steps in the order of time; none where no requirement names seats. An absent bound is open. */
export function seatSteps(required: readonly Pick<Requirement, 'from' | 'until' | 'seats'>[]): readonly SeatStep[] {
  const needs = required.filter(({ seats }) => seats !== undefined);
  if (needs.length === 0) return [];
  const bounds = [...new Set(needs.flatMap(({ from = -Infinity, until = Infinity }) => [from, until]))].sort(
    (a, b) => a - b,
  );
  const indexOf = new Map(bounds.map((bound, index) => [bound, index]));
  const seats: (number | undefined)[] = bounds.map(() => undefined);
  // The highest needs paint first, and each stretch is painted once: `free` leads on to the next that is not painted yet.
  const free = Array.from({ length: bounds.length + 1 }, (_, index) => index);
  const nextFree = (index: number): number => {
    let at = index;
    for (let next = free[at]!; next !== at; next = free[at]!) {
      free[at] = free[next]!;
      at = next;
    }
    return at;
  };
  for (const need of [...needs].sort((a, b) => b.seats! - a.seats!)) {
    const end = indexOf.get(need.until ?? Infinity)!;
    for (let at = nextFree(indexOf.get(need.from ?? -Infinity)!); at < end; at = nextFree(at)) {
      seats[at] = need.seats;
      free[at] = at + 1;
    }
  }
  return bounds.map((from, index) => ({ from, seats: seats[index] }));
}
