// The straightforward way to gaps and seat steps, as one would write it first: a sweep over plain objects.
import type { Interval, Term } from '../../src/core/model';

export interface SeatStep extends Interval {
  readonly seats: number;
}

/** What is found of one product, both in the order of time. */
export interface Swept {
  readonly gaps: readonly Interval[];
  /** The stretches that are covered, cut where the number of seats changes. */
  readonly steps: readonly SeatStep[];
}

interface Event {
  readonly at: number;
  readonly by: 1 | -1;
  readonly seats: number;
}

export function sweep(terms: readonly Term[]): readonly Swept[] {
  const products = new Map<string | undefined, Event[]>();
  for (const { product, from, until, seats = 0 } of terms) {
    let events = products.get(product);
    if (!events) {
      events = [];
      products.set(product, events);
    }
    events.push({ at: from, by: 1, seats }, { at: until, by: -1, seats: -seats });
  }
  return Array.from(products.values(), sweepEvents);
}

function sweepEvents(events: Event[]): Swept {
  events.sort((a, b) => a.at - b.at);
  const gaps: Interval[] = [];
  const steps: SeatStep[] = [];
  let active = 0;
  let seats = 0;
  for (let i = 0; i < events.length; ) {
    const from = events[i]!.at;
    for (; i < events.length && events[i]!.at === from; i++) {
      active += events[i]!.by;
      seats += events[i]!.seats;
    }
    if (i === events.length) break;
    const until = events[i]!.at;
    const last = steps.at(-1);
    if (active === 0) gaps.push({ from, until });
    else if (last?.until === from && last.seats === seats) steps[steps.length - 1] = { ...last, until };
    else steps.push({ from, until, seats });
  }
  return { gaps, steps };
}
