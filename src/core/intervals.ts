// Lists of stretches of time, in order and apart from each other.
import type { Instant, Interval } from './model';

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

/** The same of intervals in any order. */
export function unionOf(intervals: readonly Interval[]): readonly Interval[] {
  // Two beginnings at the same infinity differ by NaN, which is to mean 0.
  return union([...intervals].sort((a, b) => a.from - b.from || 0));
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

/** The first that ends after an instant. */
function firstAfter(intervals: readonly Interval[], at: Instant): Interval | undefined {
  let [low, high] = [0, intervals.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (intervals[middle]!.until > at) high = middle;
    else low = middle + 1;
  }
  return intervals[low];
}
