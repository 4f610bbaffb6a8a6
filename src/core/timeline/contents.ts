// What there is to draw of a product: its licenses, its gaps, where seats lack, and entries that are the wrong way round.

import { gapsOf } from '../coverage';
import type { BrokenEntry, Coverage, Covered, Gap, Instant, Interval, Term } from '../model';
import { isShort, shortTerms } from '../rules/shortfall';
import type { ItemKind } from './columns';

/** An entry that ends before it begins. */
export type Reversed = NonNullable<BrokenEntry['reversed']>;

/** A license, a gap, a lack of seats (told of the license that runs), or an entry that could not be meant. */
export type Content = Interval & { readonly kind: ItemKind } & (
    | { readonly term: Term }
    | { readonly gap: Gap }
    | { readonly short: Covered; readonly of: Term }
    | { readonly reversed: Reversed }
  );

/** In the order of time. A last day that may not count is drawn even where the open gap after it tells of it. */
export function contentsOf(coverage: Coverage, reversed: readonly Reversed[]): readonly Content[] {
  const contents: Content[] = [];
  for (const term of coverage.terms)
    contents.push({
      kind: term.state === 'pending' ? 'pending-term' : 'term',
      from: term.from,
      until: term.until,
      term,
    });
  for (const gap of cutHoles(coverage))
    contents.push({ kind: gapKinds[gap.state], from: gap.from, until: gap.until, gap });
  if (asksForSeats(coverage)) {
    for (const [short, of] of shortTerms(coverage))
      contents.push({ kind: 'shortfall', from: short.from, until: short.until, short, of });
  }
  for (const each of reversed) contents.push({ kind: 'invalid', from: each.at, until: each.at, reversed: each });
  return contents.sort((a, b) => a.from - b.from || a.until - b.until || 0);
}

const gapKinds = {
  open: 'gap',
  possible: 'possible-gap',
  pending: 'pending-gap',
  accepted: 'accepted-gap',
} as const satisfies Record<Gap['state'], ItemKind>;

/** The holes of a row, cut where an older version's row lacks the same: then each gap that is told of this row is one of them. */
function cutHoles(coverage: Coverage): readonly Gap[] {
  const { holes, older } = coverage;
  if (!older || older.holes.length === 0) return holes;
  const told = gapsOf(coverage);
  let next = 0;
  return holes.flatMap(hole => {
    const parts: Gap[] = [];
    let { from } = hole;
    for (; next < told.length && told[next]!.from < hole.until; next++) {
      const part = told[next]!;
      if (from < part.from) parts.push(untold(hole, from, part.from));
      parts.push(part);
      from = part.until;
    }
    return from < hole.until ? [...parts, untold(hole, from, hole.until)] : parts;
  });
}

function untold(hole: Gap, from: Instant, until: Instant): Gap {
  return { ...hole, from, until, possibleFrom: undefined };
}

export function asksForSeats({ required }: Coverage): boolean {
  return required.some(({ seats }) => seats !== undefined);
}

/** How many seats there are, and how many are asked for, in a stretch that is covered. */
export interface SeatStep {
  readonly from: Instant;
  readonly until: Instant;
  /** `null`: some license does not say. */
  readonly seats: number | 'unlimited' | null;
  /** `null`: none are asked for. */
  readonly needed: number | 'unlimited' | null;
  readonly isShort: boolean;
}

/** `null` where the seats, as far as they are said, never change and none are asked for: then there is nothing to see. */
export function seatStepsOf(coverage: Coverage): readonly SeatStep[] | null {
  const isAsked = asksForSeats(coverage);
  // Most products need no segments to be made for this.
  if (isAsked ? !coverage.terms.some(saysSeats) : !mayChange(coverage.terms)) return null;
  const steps: SeatStep[] = [];
  for (const segment of coverage.segments) {
    if (segment.state !== 'covered') continue;
    const { from, until, seats, required } = segment;
    steps.push({ from, until, seats: countOf(seats), needed: countOf(required), isShort: isShort(segment) });
  }
  const known = new Set(steps.map(({ seats }) => seats).filter(seats => seats !== null));
  return isAsked || known.size > 1 ? steps : null;
}

function saysSeats({ seats, state }: Term): boolean {
  return seats !== undefined && state === 'active';
}

/** Whether some licenses differ in their seats, or add up. */
function mayChange(terms: readonly Term[]): boolean {
  let seats: number | undefined;
  let end = -Infinity;
  for (const term of terms) {
    if (!saysSeats(term)) continue;
    if (seats !== undefined && (term.seats !== seats || term.from < end)) return true;
    ({ seats } = term);
    end = Math.max(end, term.until);
  }
  return false;
}

function countOf(seats: number | undefined): SeatStep['seats'] {
  return seats === Infinity ? 'unlimited' : (seats ?? null);
}

/** The highest number among the steps: what the top of their line stands for; at least 1. */
export function mostSeats(steps: readonly SeatStep[]): number {
  return steps.reduce((most, { seats, needed }) => Math.max(most, numberOf(seats), numberOf(needed)), 1);
}

function numberOf(count: SeatStep['seats']): number {
  return typeof count === 'number' ? count : 1;
}
