// The stretch of time that is shown, and how zooming and panning change it.
import { msPerDay } from '../core/calendar';

/** Milliseconds since 1970, half-open. */
export interface Shown {
  readonly from: number;
  readonly until: number;
}

/** The shortest time that can be shown, in ms. */
export const shortest = 7 * msPerDay;
/** How much more than everything may be shown. */
const slack = 1.2;

/** The shown time `factor` times as long, around an instant that stays where it is. */
export function zoomed(shown: Shown, factor: number, around: number, all: Shown): Shown {
  const length = Math.min(Math.max((shown.until - shown.from) * factor, shortest), (all.until - all.from) * slack);
  const share = (around - shown.from) / (shown.until - shown.from);
  return within({ from: around - share * length, until: around + (1 - share) * length }, all);
}

/** The shown time moved by a share of its own length. */
export function panned({ from, until }: Shown, share: number, all: Shown): Shown {
  const by = (until - from) * share;
  return within({ from: from + by, until: until + by }, all);
}

/** Moved, if need be, so that an interval can be seen with room on both sides; a long one is shown from its beginning. */
export function revealing(shown: Shown, item: Shown, all: Shown): Shown {
  const length = shown.until - shown.from;
  const room = length / 10;
  if (item.from >= shown.from + room / 2 && Math.min(item.until, item.from + length / 2) <= shown.until - room / 2)
    return shown;
  const middle = item.until - item.from < length ? (item.from + item.until) / 2 : item.from + length / 2 - room;
  return within({ from: middle - length / 2, until: middle + length / 2 }, all);
}

/** An interval with half its length on both sides. */
export function fitted(item: Shown, all: Shown): Shown {
  const room = (item.until - item.from) / 2;
  return within({ from: item.from - room, until: item.until + room }, all);
}

/** So much time with an instant in its middle. */
export function around(instant: number, length: number, all: Shown): Shown {
  return within({ from: instant - length / 2, until: instant + length / 2 }, all);
}

/** Moved, and made longer or shorter if need be, so that no more than the slack lies outside of everything. */
export function within({ from, until }: Shown, all: Shown): Shown {
  const length = Math.min(Math.max(until - from, shortest), (all.until - all.from) * slack);
  const room = ((all.until - all.from) * (slack - 1)) / 2;
  const least = all.from - room;
  const most = Math.max(all.until + room - length, least);
  const begin = Math.min(Math.max(from, least), most);
  return { from: begin, until: begin + length };
}
