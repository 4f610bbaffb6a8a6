// What a timeline sums up: how much there is, how much of it is not covered, and how far the rest can be relied on.
import { gapsOf, latestEnd } from './coverage';
import type { Coverage, Gap, Instant, Interval } from './model';

export interface Totals {
  readonly products: number;
  readonly terms: number;
  /** Accepted ones among them: they are holes all the same. */
  readonly gaps: Sum;
  readonly accepted: number;
  readonly possible: Sum;
  readonly pending: number;
  /** Products whose coverage is over. */
  readonly ended: number;
  /** From the first beginning to the first end of the products that are not over: what "no gaps" can be said of. */
  readonly horizon: Interval | undefined;
}

export interface Sum {
  readonly count: number;
  /** In ms. */
  readonly length: number;
}

export function totalsOf(products: readonly Coverage[], at: Instant): Totals {
  const gaps = products.flatMap(gapsOf);
  const sum = (...states: readonly Gap['state'][]): Sum => sumOf(gaps.filter(({ state }) => states.includes(state)));
  const running = products.filter(coverage => !isOver(coverage, at) && coverage.segments.length > 0);
  return {
    products: products.length,
    // An older version's row has the licenses of newer ones too.
    terms: new Set(products.flatMap(({ terms }) => terms)).size,
    gaps: sum('open', 'accepted'),
    accepted: sum('accepted').count,
    possible: sum('possible'),
    pending: sum('pending').count,
    ended: products.filter(coverage => isOver(coverage, at)).length,
    horizon: running.length === 0 ? undefined : horizonOf(running),
  };
}

/** Whether all terms have ended, by any reading of the last day; without terms, whether all that was required is past. */
export function isOver({ terms, segments }: Coverage, at: Instant): boolean {
  if (terms.length === 0) return segments.every(({ until }) => until <= at);
  return terms.every(term => latestEnd(term) <= at);
}

function sumOf(gaps: readonly Gap[]): Sum {
  return { count: gaps.length, length: gaps.reduce((sum, { from, until }) => sum + until - from, 0) };
}

function horizonOf(products: readonly Coverage[]): Interval {
  return products.reduce(
    ({ from, until }, { segments }) => ({
      from: Math.min(from, segments[0]!.from),
      until: Math.min(until, segments.at(-1)!.until),
    }),
    { from: Infinity, until: Infinity },
  );
}
