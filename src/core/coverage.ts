// Cuts a product's life wherever one of its terms begins or ends.
import type { Instant, Interval, Segment, SegmentState, Term } from './model';

/** What a product must have, and which holes are meant. */
export interface Need {
  /** Holes from here to the first term count too. */
  readonly from?: Instant | undefined;
  /** Holes from the last term to here count too. */
  readonly until?: Instant | undefined;
  readonly accepted: readonly Interval[];
}

/** A point in time at which something begins (`+1`) or ends (`-1`). */
interface Edge {
  readonly at: Instant;
  readonly by: 1 | -1;
  readonly what: 'active' | 'pending' | 'possible' | 'accepted' | 'need';
  readonly term: Term | undefined;
}

/** What runs at the moment that the sweep has reached. */
interface Running {
  active: number;
  pending: number;
  possible: number;
  accepted: number;
  seats: number;
  unlimited: number;
  unknown: number;
}

/**
 * The segments of the product's life in order, without holes between them. `terms` are sorted by beginning. The work is that of
 * sorting the edges; a term that lies wholly in others costs the same as any.
 */
export function cover(terms: readonly Term[], need: Need): readonly Segment[] {
  const edges = edgesOf(terms, need);
  const life = lifeOf(terms, need);
  const running: Running = { active: 0, pending: 0, possible: 0, accepted: 0, seats: 0, unlimited: 0, unknown: 0 };
  const waiting = new Set<Term>();
  const segments: Segment[] = [];
  let before: Term | undefined;
  let begun = 0;
  for (let i = 0; i < edges.length; ) {
    const { at } = edges[i]!;
    for (; i < edges.length && edges[i]!.at === at; i++) {
      const { what, by, term } = edges[i]!;
      if (what === 'need') continue;
      running[what] += by;
      if (what === 'accepted' || what === 'possible') continue;
      if (by > 0) begun++;
      else before = laterEnd(before, term!);
      if (what === 'active') countSeats(running, term!, by);
      else if (by > 0) waiting.add(term!);
      else waiting.delete(term!);
    }
    const from = Math.max(at, life.from);
    const until = Math.min(edges[i]?.at ?? life.until, life.until);
    if (from >= until) continue;
    const state = stateOf(running);
    append(segments, {
      from,
      until,
      state,
      seats: seatsOf(running),
      before: state === 'covered' ? undefined : before,
      after: state === 'covered' ? undefined : terms[begun],
      pending: state === 'pending' ? first(waiting) : undefined,
      possibleFrom: undefined,
    });
  }
  return segments.some(({ state }) => state === 'possible') ? withPossibleDays(segments) : segments;
}

function first<T>(items: Iterable<T>): T | undefined {
  for (const item of items) return item;
  return undefined;
}

/** The stretches that are not covered. A last day that may count is told by the open gap that follows it, not by itself. */
export function gapsOf(segments: readonly Segment[]): readonly Segment[] {
  return segments.filter((segment, i) => segment.state !== 'covered' && segments[i + 1]?.possibleFrom !== segment.from);
}

function edgesOf(terms: readonly Term[], need: Need): readonly Edge[] {
  const edges: Edge[] = [];
  const add = (interval: Interval, what: Edge['what'], term?: Term): void => {
    edges.push({ at: interval.from, by: 1, what, term }, { at: interval.until, by: -1, what, term });
  };
  for (const term of terms) {
    add(term, term.state, term);
    if (term.possibleUntil !== undefined) add({ from: term.until, until: term.possibleUntil }, 'possible', term);
  }
  for (const accepted of need.accepted) add(accepted, 'accepted');
  if (need.from !== undefined) edges.push({ at: need.from, by: 1, what: 'need', term: undefined });
  // Two edges at the same infinity differ by NaN, which is to mean 0.
  return edges.sort((a, b) => a.at - b.at || 0);
}

function lifeOf(terms: readonly Term[], need: Need): Interval {
  let from = need.from ?? Infinity;
  let until = need.until ?? -Infinity;
  for (const term of terms) {
    from = Math.min(from, term.from);
    until = Math.max(until, term.until);
  }
  return { from, until };
}

function countSeats(running: Running, term: Term, by: 1 | -1): void {
  if (term.seats === undefined) running.unknown += by;
  else if (term.seats === Infinity) running.unlimited += by;
  else running.seats += by * term.seats;
}

function stateOf(running: Running): SegmentState {
  if (running.active > 0) return 'covered';
  if (running.pending > 0) return 'pending';
  if (running.accepted > 0) return 'accepted';
  return running.possible > 0 ? 'possible' : 'open';
}

function seatsOf(running: Running): number | undefined {
  if (running.unlimited > 0) return Infinity;
  return running.unknown > 0 ? undefined : running.seats;
}

/** Of two terms that have ended, the one to name: the later, and at the same instant an active one. */
function laterEnd(a: Term | undefined, b: Term): Term {
  return a && a.until === b.until && a.state === 'active' ? a : b;
}

/** Adds a segment, or lengthens the last one where nothing that a person sees has changed. */
function append(segments: Segment[], segment: Segment): void {
  const last = segments.at(-1);
  if (last && last.state === segment.state && last.seats === segment.seats && last.pending === segment.pending) {
    segments[segments.length - 1] = { ...last, until: segment.until, after: segment.after };
  } else segments.push(segment);
}

/** Tells each open gap after an unstated expiry day where it would begin if that day did not count. */
function withPossibleDays(segments: readonly Segment[]): readonly Segment[] {
  return segments.map((segment, i) => {
    const previous = segments[i - 1];
    if (segment.state !== 'open' || previous?.state !== 'possible') return segment;
    return { ...segment, before: previous.before, possibleFrom: previous.from };
  });
}
