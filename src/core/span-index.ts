// Finds what stands at an offset of a text among very many things, without looking at all of them each time.
import type { Span } from './tree';

export interface SpanIndex<T> {
  /** Those that an offset is in or at the end of, in the order in which they were given. */
  at(offset: number): readonly T[];
}

export function spanIndex<T>(items: readonly T[], spanOf: (item: T) => Span): SpanIndex<T> {
  const starts = new Float64Array(items.length);
  const ends = new Float64Array(items.length);
  let isOrdered = true;
  for (let i = 0; i < items.length; i++) {
    const { start, end } = spanOf(items[i]!);
    starts[i] = start;
    ends[i] = end;
    if (i > 0 && start < starts[i - 1]!) isOrdered = false;
  }
  const order = Uint32Array.from(items.keys());
  // Most come as they stand in the text.
  if (!isOrdered) order.sort((a, b) => starts[a]! - starts[b]! || a - b);
  // The farthest end so far: where it lies before an offset, nothing further to the left reaches there.
  const reach = new Float64Array(items.length);
  order.forEach((item, i) => {
    reach[i] = Math.max(i > 0 ? reach[i - 1]! : -1, ends[item]!);
  });
  return {
    at: offset => {
      const found: number[] = [];
      for (let i = lastBefore(order, starts, offset); i >= 0 && reach[i]! >= offset; i--)
        if (ends[order[i]!]! >= offset) found.push(order[i]!);
      return found.sort((a, b) => a - b).map(item => items[item]!);
    },
  };
}

/** The place in the order of the last that starts at an offset or before it; -1: there is none. */
function lastBefore(order: Uint32Array, starts: Float64Array, offset: number): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[order[middle]!]! > offset) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}
