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

/** A point in time at which something other than a term begins (`+1`) or ends (`-1`), or where the need begins (`0`). */
interface Edge {
  readonly at: Instant;
  readonly by: 1 | -1 | 0;
  readonly what: 'possible' | 'accepted';
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
 * sorting their ends; a term that lies wholly in others costs the same as any.
 */
export function cover(terms: readonly Term[], need: Need): readonly Segment[] {
  const ends = byEnd(terms);
  const edges = edgesOf(terms, need);
  const life = lifeOf(terms, need);
  const running: Running = { active: 0, pending: 0, possible: 0, accepted: 0, seats: 0, unlimited: 0, unknown: 0 };
  const waiting = new Set<Term>();
  const segments: Segment[] = [];
  let before: Term | undefined;
  let [begun, ended, passed] = [0, 0, 0];
  const next = (): Instant =>
    Math.min(terms[begun]?.from ?? Infinity, ends[ended]?.until ?? Infinity, edges[passed]?.at ?? Infinity);
  for (let at = next(); at < life.until; at = next()) {
    for (; terms[begun]?.from === at; begun++) run(running, waiting, terms[begun]!, 1);
    for (; ends[ended]?.until === at; ended++) {
      run(running, waiting, ends[ended]!, -1);
      before = laterEnd(before, ends[ended]!);
    }
    for (; edges[passed]?.at === at; passed++) running[edges[passed]!.what] += edges[passed]!.by;
    const from = Math.max(at, life.from);
    const until = Math.min(next(), life.until);
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

/** A term begins or ends. */
function run(running: Running, waiting: Set<Term>, term: Term, by: 1 | -1): void {
  running[term.state] += by;
  if (term.state === 'active') countSeats(running, term, by);
  else if (by > 0) waiting.add(term);
  else waiting.delete(term);
}

/** The terms in the order of their ends, which mostly is that of their beginnings. */
function byEnd(terms: readonly Term[]): readonly Term[] {
  const isSorted = terms.every((term, i) => i === 0 || terms[i - 1]!.until <= term.until);
  return isSorted ? terms : [...terms].sort((a, b) => a.until - b.until || 0);
}

function first<T>(items: Iterable<T>): T | undefined {
  for (const item of items) return item;
  return undefined;
}

/** The stretches that are not covered. A last day that may count is told by the open gap that follows it, not by itself. */
export function gapsOf(segments: readonly Segment[]): readonly Segment[] {
  return segments.filter((segment, i) => segment.state !== 'covered' && segments[i + 1]?.possibleFrom !== segment.from);
}

/** What there is besides the terms themselves: nothing in most products. */
function edgesOf(terms: readonly Term[], need: Need): readonly Edge[] {
  const edges: Edge[] = [];
  const add = ({ from, until }: Interval, what: Edge['what']): void => {
    edges.push({ at: from, by: 1, what }, { at: until, by: -1, what });
  };
  for (const { until, possibleUntil } of terms) {
    if (possibleUntil !== undefined) add({ from: until, until: possibleUntil }, 'possible');
  }
  for (const accepted of need.accepted) add(accepted, 'accepted');
  if (need.from !== undefined) edges.push({ at: need.from, by: 0, what: 'accepted' });
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
