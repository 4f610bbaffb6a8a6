// Lists of stretches of time, in order and apart from each other.
import type { Instant, Interval } from './model';
import { firstIndex } from './search';

/** Intervals in the order of their beginnings, with those made one that touch or overlap. */
export function union(intervals: readonly Interval[]): readonly Interval[] {
  const merged: Interval[] = [];
  for (const { from, until } of intervals) {
    const last = merged.at(-1);
    if (last && from <= last.until) merged[merged.length - 1] = { from: last.from, until: Math.max(last.until, until) };
    else if (from < until) merged.push({ from, until });
  }
  return merged;
}

const unions = new WeakMap<readonly Interval[], readonly Interval[]>();

/** The same of intervals in any order. Made once for each list: thousands of products may share one. */
export function unionOf(intervals: readonly Interval[]): readonly Interval[] {
  const known = unions.get(intervals);
  if (known) return known;
  // Two beginnings at the same infinity differ by NaN, which is to mean 0.
  const made = union([...intervals].sort((a, b) => a.from - b.from || 0));
  unions.set(intervals, made);
  return made;
}

/** Until when all is covered from an instant on; the instant itself where it is not. */
export function endOfCover(covered: readonly Interval[], at: Instant): Instant {
  const next = firstAfter(covered, at);
  return next && next.from <= at ? next.until : at;
}

/** An empty stretch overlaps nothing. */
export function overlapsAny({ from, until }: Interval, intervals: readonly Interval[]): boolean {
  const next = firstAfter(intervals, from);
  return next !== undefined && from < until && next.from < until;
}

/** Those that have a part in a stretch. */
export function overlapping(intervals: readonly Interval[], { from, until }: Interval): readonly Interval[] {
  const first = indexAfter(intervals, from);
  let end = first;
  while (end < intervals.length && intervals[end]!.from < until) end++;
  return intervals.slice(first, end);
}

/** The first that ends after an instant. */
function firstAfter(intervals: readonly Interval[], at: Instant): Interval | undefined {
  return intervals[indexAfter(intervals, at)];
}

function indexAfter(intervals: readonly Interval[], at: Instant): number {
  return firstIndex(intervals, ({ until }) => until > at);
}
