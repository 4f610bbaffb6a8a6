// What a timeline sums up: how much there is, how much of it is not covered, and how far the rest can be relied on.
import { type Ending, endingOf, gapsOf } from '../coverage';
import type { Coverage, Gap, Instant, Interval } from '../model';
import { isShort } from '../rules/shortfall';
import { asksForSeats } from './contents';

export interface Totals {
  readonly products: number;
  readonly terms: number;
  /** Accepted ones among them: they are holes all the same. */
  readonly gaps: Sum;
  readonly accepted: number;
  readonly possible: Sum;
  readonly shortfalls: Sum;
  readonly pending: number;
  /** Products whose coverage is over. */
  readonly ended: number;
  /** From the first beginning to the first end of the products that are not over: what "no gaps" can be said of. */
  readonly horizon: Horizon | undefined;
}

/** And the products that have this beginning and this end. */
export interface Horizon extends Interval {
  readonly begins: Coverage;
  readonly ends: Coverage;
}

export interface Sum {
  readonly count: number;
  /** In ms. */
  readonly length: number;
}

export function totalsOf(products: readonly Coverage[], at: Instant): Totals {
  const sums = { open: newSum(), possible: newSum(), pending: newSum(), accepted: newSum() } as const satisfies Record<
    Gap['state'],
    Sum
  >;
  const shortfalls = newSum();
  let ended = 0;
  const running: Coverage[] = [];
  for (const coverage of products) {
    for (const gap of gapsOf(coverage)) add(sums[gap.state], gap);
    if (asksForSeats(coverage)) for (const segment of coverage.segments) if (isShort(segment)) add(shortfalls, segment);
    if (isOver(coverage, at)) ended++;
    else running.push(coverage);
  }
  const { open, accepted, possible, pending } = sums;
  return {
    products: products.length,
    terms: termCount(products),
    gaps: { count: open.count + accepted.count, length: open.length + accepted.length },
    accepted: accepted.count,
    possible,
    shortfalls,
    pending: pending.count,
    ended,
    horizon: running.length === 0 ? undefined : horizonOf(running),
  };
}

/** Whether all terms have ended, by any reading of the last day; without terms, whether all that was required is past. */
export function isOver(coverage: Coverage, at: Instant): boolean {
  const { ending, until } = lifeOf(coverage);
  return (ending ? ending.latest : until) <= at;
}

/** From the first instant at which there is anything, a license or a hole, to the last; and how its licenses end. */
export interface Life extends Interval {
  readonly ending: Ending | undefined;
}

const lives = new WeakMap<Coverage, Life>();

/** Found once for each product: it is asked for by many, and of a hundred thousand licenses. */
export function lifeOf(coverage: Coverage): Life {
  const known = lives.get(coverage);
  if (known) return known;
  const { terms, holes } = coverage;
  const ending = endingOf(terms);
  const made = {
    from: Math.min(terms[0]?.from ?? Infinity, holes[0]?.from ?? Infinity),
    until: Math.max(ending?.sure ?? -Infinity, holes.at(-1)?.until ?? -Infinity),
    ending,
  };
  lives.set(coverage, made);
  return made;
}

/** An older version's row has the licenses of newer ones too. */
function termCount(products: readonly Coverage[]): number {
  if (products.every(({ older }) => !older)) return products.reduce((sum, { terms }) => sum + terms.length, 0);
  return new Set(products.flatMap(({ terms }) => terms)).size;
}

interface Adding {
  count: number;
  length: number;
}

function newSum(): Adding {
  return { count: 0, length: 0 };
}

function add(sum: Adding, { from, until }: Interval): void {
  sum.count++;
  sum.length += until - from;
}

function horizonOf(products: readonly Coverage[]): Horizon {
  let [begins, ends] = [products[0]!, products[0]!];
  for (const coverage of products) {
    const { from, until } = lifeOf(coverage);
    if (from < lifeOf(begins).from) begins = coverage;
    if (until < lifeOf(ends).until) ends = coverage;
  }
  return { from: lifeOf(begins).from, until: lifeOf(ends).until, begins, ends };
}
