// Finds what stands at an offset of a text among very many things, without looking at all of them each time.
import { firstIndex } from './search';
import type { Span } from './tree';

export interface SpanIndex<T> {
  /** Those that an offset is in or at the end of, in the order in which they were given. */
  at(offset: number): readonly T[];
}

export function spanIndex<T>(items: readonly T[], spanOf: (item: T) => Span): SpanIndex<T> {
  const placed = items.map((item, order) => {
    const { start, end } = spanOf(item);
    return { item, order, start, end };
  });
  placed.sort((a, b) => a.start - b.start || a.order - b.order);
  // The farthest end so far: where it lies before an offset, nothing further to the left reaches there.
  let end = -1;
  const reach = placed.map(each => {
    end = Math.max(end, each.end);
    return end;
  });
  return {
    at: offset => {
      const found: typeof placed = [];
      for (let i = firstIndex(placed, ({ start }) => start > offset) - 1; i >= 0 && reach[i]! >= offset; i--)
        if (placed[i]!.end >= offset) found.push(placed[i]!);
      return found.sort((a, b) => a.order - b.order).map(({ item }) => item);
    },
  };
}
