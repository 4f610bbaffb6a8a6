// Which bars of a row lie one below another.
import type { Instant } from '../model';
import type { Content } from './contents';

/** Licenses beyond this many at one time share the last lane. */
const mostLanes = 12;

/** A lane for each license, from 0: the first in which it covers none that began before it. All else stands across the lanes. */
export function lanesOf(contents: readonly Content[]): readonly number[] {
  const ends: Instant[] = [];
  return contents.map(content => {
    if (!('term' in content)) return 0;
    const free = ends.findIndex(end => end <= content.from);
    const lane = free < 0 ? Math.min(ends.length, mostLanes - 1) : free;
    ends[lane] = Math.max(ends[lane] ?? -Infinity, content.until);
    return lane;
  });
}
