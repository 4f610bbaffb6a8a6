// Cuts a product's life wherever one of its terms begins or ends.
import type { Coverage, Covered, DayRule, Gap, Instant, Interval, Requirement, Segment, Term } from './model';
import { type SeatStep, seatSteps } from './required-seats';

/** What is asked of a product, and which of its holes are meant. */
export interface Need {
  readonly required: readonly Pick<Requirement, 'from' | 'until' | 'seats'>[];
  readonly accepted: readonly Interval[];
}

export const noNeed: Need = { required: [], accepted: [] };

/** Where something other than a term begins (`+1`) or ends (`-1`), or where nothing changes but a stretch has to begin (`0`). */
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

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * The segments of the product's life in order, without holes between them. `terms` are sorted by beginning. The work is that of
 * sorting their ends; a term that lies wholly in others costs the same as any.
 */
export function cover(terms: readonly Term[], need: Need): readonly Segment[] {
  const ends = byEnd(terms);
  const edges = edgesOf(terms, need);
  const steps = seatSteps(need.required);
  const life = lifeOf(terms, need);
  const running: Running = { active: 0, pending: 0, possible: 0, accepted: 0, seats: 0, unlimited: 0, unknown: 0 };
  const segments: Mutable<Segment>[] = [];
  let before: Term | undefined;
  let [begun, ended, passed, step, waiting] = [0, 0, 0, 0, 0];
  const next = (): Instant =>
    Math.min(
      terms[begun]?.from ?? Infinity,
      ends[ended]?.until ?? Infinity,
      edges[passed]?.at ?? Infinity,
      steps[step]?.from ?? Infinity,
    );
  for (let at = next(), until = at; at < life.until; at = until) {
    for (; begun < terms.length && terms[begun]!.from === at; begun++) count(running, terms[begun]!, 1);
    for (; ended < ends.length && ends[ended]!.until === at; ended++) {
      count(running, ends[ended]!, -1);
      before = laterEnd(before, ends[ended]!);
    }
    for (; edges[passed]?.at === at; passed++) running[edges[passed]!.what] += edges[passed]!.by;
    while (steps[step]?.from === at) step++;
    until = next();
    const stretch = { from: Math.max(at, life.from), until: Math.min(until, life.until) };
    if (stretch.from >= stretch.until) continue;
    if (running.active > 0) {
      appendCovered(segments, stretch, seatsOf(running), steps[step - 1]);
      continue;
    }
    // Terms wait in the order of their beginnings, and one that has ended never waits again.
    while (waiting < begun && !(terms[waiting]!.state === 'pending' && terms[waiting]!.until > at)) waiting++;
    const pending = running.pending > 0 ? terms[waiting] : undefined;
    appendGap(segments, stretch, gapStateOf(running), before, terms[begun], pending);
  }
  return segments;
}

/** The stretches that are not covered. A last day that may count is told by the open gap that follows it, not by itself. */
export function gapsOf(segments: readonly Segment[]): readonly Gap[] {
  const gaps: Gap[] = [];
  for (const segment of segments) {
    if (segment.state === 'covered') continue;
    if (segment.possibleFrom !== undefined) gaps.pop();
    gaps.push(segment);
  }
  return gaps;
}

/** The end of a term's last day, even if that day may not count: from then on it surely has ended. */
export function latestEnd({ until, possibleUntil }: Term): Instant {
  return possibleUntil ?? until;
}

/** The term with which a product's coverage ends; `undefined` where there is none. */
export function lastToEnd(terms: readonly Term[]): Term | undefined {
  let last: Term | undefined;
  for (const term of terms) if (!last || latestEnd(term) > latestEnd(last)) last = term;
  return last;
}

/** The rule that a gap is told by: that of the term before it, else of what follows, else of the file that asks for coverage. */
export function ruleOfGap({ terms, required }: Coverage, { before, after }: Gap): DayRule {
  return (before ?? after ?? terms[0] ?? required[0])!.rule;
}

/** A term begins or ends. */
function count(running: Running, term: Term, by: 1 | -1): void {
  running[term.state] += by;
  if (term.state !== 'active') return;
  if (term.seats === undefined) running.unknown += by;
  else if (term.seats === Infinity) running.unlimited += by;
  else running.seats += by * term.seats;
}

/** The terms in the order of their ends, which mostly is that of their beginnings. */
function byEnd(terms: readonly Term[]): readonly Term[] {
  const isSorted = terms.every((term, i) => i === 0 || terms[i - 1]!.until <= term.until);
  return isSorted ? terms : [...terms].sort((a, b) => a.until - b.until || 0);
}

/** What there is besides the terms themselves: nothing in most products. */
function edgesOf(terms: readonly Term[], { required, accepted }: Need): readonly Edge[] {
  const edges: Edge[] = [];
  const add = (from: Instant, until: Instant, what: Edge['what']): void => {
    edges.push({ at: from, by: 1, what }, { at: until, by: -1, what });
  };
  for (const { until, possibleUntil } of terms) if (possibleUntil !== undefined) add(until, possibleUntil, 'possible');
  for (const { from, until } of accepted) add(from, until, 'accepted');
  for (const { from } of required) if (from !== undefined) edges.push({ at: from, by: 0, what: 'accepted' });
  // Two edges at the same infinity differ by NaN, which is to mean 0.
  return edges.sort((a, b) => a.at - b.at || 0);
}

/** From the first term or requirement to the last; empty (`from` not before `until`) where nothing says both. */
function lifeOf(terms: readonly Term[], { required }: Need): Interval {
  let from = Infinity;
  let until = -Infinity;
  for (const term of terms) {
    if (term.from < from) from = term.from;
    if (term.until > until) until = term.until;
  }
  for (const need of required) {
    from = Math.min(from, need.from ?? Infinity);
    until = Math.max(until, need.until ?? -Infinity);
  }
  return { from, until };
}

function gapStateOf({ pending, accepted, possible }: Running): Gap['state'] {
  if (pending > 0) return 'pending';
  if (accepted > 0) return 'accepted';
  return possible > 0 ? 'possible' : 'open';
}

function seatsOf({ unlimited, unknown, seats }: Running): number | undefined {
  if (unlimited > 0) return Infinity;
  return unknown > 0 ? undefined : seats;
}

/** Of two terms that have ended, the one to name: the later, and at the same instant an active one. */
function laterEnd(a: Term | undefined, b: Term): Term {
  return a && a.until === b.until && a.state === 'active' ? a : b;
}

/** Adds a stretch, or lengthens the last one where nothing that a person sees has changed. */
function appendCovered(
  segments: Mutable<Segment>[],
  { from, until }: Interval,
  seats: number | undefined,
  step: SeatStep | undefined,
): void {
  const last = segments.at(-1);
  const required = step?.seats;
  if (last?.state === 'covered' && last.seats === seats && last.required === required) last.until = until;
  else segments.push({ from, until, state: 'covered', seats, required } satisfies Covered);
}

/** The same for a gap. One that opens right after a last day that may not count tells of that day too. */
function appendGap(
  segments: Mutable<Segment>[],
  { from, until }: Interval,
  state: Gap['state'],
  before: Term | undefined,
  after: Term | undefined,
  pending: Term | undefined,
): void {
  const last = segments.at(-1);
  if (last && last.state === state && last.pending === pending) {
    last.until = until;
    last.after = after;
    return;
  }
  const possible = state === 'open' && last?.state === 'possible' ? last : undefined;
  segments.push({
    from,
    until,
    state,
    before: possible ? possible.before : before,
    after,
    pending,
    possibleFrom: possible?.from,
  });
}
