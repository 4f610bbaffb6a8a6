// Cuts a product's life wherever one of its terms begins or ends.
import { type Columns, columnsOfOne } from './columns';
import { overlapping, unionOf } from './intervals';
import type { Coverage, DayRule, Gap, Instant, Interval, Requirement, Segment, Term } from './model';
import { seatSteps } from './required-seats';
import { firstIndex } from './search';
import { newRows, nobody, type Rows, reserve, rowState, segmentsOf, unneeded } from './segment-rows';

/** What is asked of a product, and which of its holes are meant. */
export interface Need {
  readonly required: readonly Pick<Requirement, 'from' | 'until' | 'seats'>[];
  readonly accepted: readonly Interval[];
}

export const noNeed: Need = { required: [], accepted: [] };

/** Where something other than a term begins (`+1`) or ends (`-1`). */
interface Edge {
  readonly at: Instant;
  readonly by: 1 | -1;
  /** `needed`: a stretch that has to be covered. */
  readonly what: 'possible' | 'accepted' | 'needed';
}

/** What runs at the moment that the sweep has reached. */
interface Running {
  active: number;
  pending: number;
  possible: number;
  accepted: number;
  needed: number;
  seats: number;
  unlimited: number;
  unknown: number;
}

/** The segments of one product's life, whose terms these are. */
export function cover(terms: readonly Term[], need: Need): readonly Segment[] {
  const columns = columnsOfOne(terms);
  const rows = newRows(2 * terms.length);
  sweep(columns, 0, need, rows);
  return segmentsOf(rows, 0, columns);
}

/**
 * Adds the segments of the next product's life in order, without holes between them. The work is that of sorting its terms; one
 * that lies wholly in others costs the same as any.
 */
export function sweep(columns: Columns, product: number, need: Need, rows: Rows): void {
  const { from, until, byStart, byEnd, starts, seats } = columns;
  const end = starts[product + 1]!;
  let [begun, ended, waiting] = [starts[product]!, starts[product]!, starts[product]!];
  const needed = neededTimes(columns, product, need);
  const life = hullOf(needed);
  const edges = edgesOf(columns, product, need, needed, life);
  const steps = need.required.length === 0 ? [] : seatSteps(need.required);
  // Most products need to be covered from their first term to their last, which needs no edges.
  const running = atRest(need.required.length === 0 ? 1 : 0);
  reserve(rows, 2 * (end - begun) + edges.length + steps.length);
  const firstRow = rows.length;
  let before = nobody;
  let doubtful = nobody;
  let [passed, step] = [0, 0];
  for (let at = -Infinity, then = at; at < life.until; at = then) {
    for (; begun < end && from[byStart[begun]!] === at; begun++) count(running, seats[byStart[begun]!]!, 1);
    for (; ended < end && until[byEnd[ended]!] === at; ended++) {
      count(running, seats[byEnd[ended]!]!, -1);
      before = laterEnd(columns, before, byEnd[ended]!);
      doubtful = laterDoubt(columns, doubtful, byEnd[ended]!);
    }
    for (; passed < edges.length && edges[passed]!.at === at; passed++)
      running[edges[passed]!.what] += edges[passed]!.by;
    while (step < steps.length && steps[step]!.from === at) step++;
    // Asked here and not in a function of its own: variables that one remembers are slow, and this is asked most of all.
    then = begun < end ? from[byStart[begun]!]! : Infinity;
    if (ended < end) then = Math.min(then, until[byEnd[ended]!]!);
    if (passed < edges.length) then = Math.min(then, edges[passed]!.at);
    if (step < steps.length) then = Math.min(then, steps[step]!.from);
    if (then <= life.from) continue;
    const start = Math.max(at, life.from);
    if (running.active > 0) {
      addCovered(rows, firstRow, start, seatsOf(running), steps[step - 1]?.seats);
      continue;
    }
    // Terms wait in the order of their beginnings, and one that has ended never waits again.
    while (waiting < begun && !(seats[byStart[waiting]!]! < 0 && until[byStart[waiting]!]! > at)) waiting++;
    const pending = running.pending > 0 ? byStart[waiting]! : nobody;
    const state = running.needed > 0 ? gapStateOf(running) : unneeded;
    // A day that may not count is told of the term whose day it is.
    const ender = state === rowState.possible ? doubtful : before;
    addGap(rows, firstRow, start, state, ender, begun < end ? byStart[begun]! : nobody, pending);
  }
  rows.starts.push(rows.length);
  rows.ends.push(life.until);
}

/**
 * The stretches that are not covered. A last day that may count is told by the open gap that follows it, not by itself; what an older
 * version's row lacks as well is told there.
 */
export function gapsOf({ holes, older }: Pick<Coverage, 'holes'> & Partial<Pick<Coverage, 'older'>>): readonly Gap[] {
  if (holes.length === 0) return holes;
  const gaps: Gap[] = [];
  for (const hole of holes) {
    if (hole.possibleFrom !== undefined) gaps.pop();
    gaps.push(hole);
  }
  return older && older.holes.length > 0 ? gaps.flatMap(gap => notOf(older, gap)) : gaps;
}

/** The parts of a gap that another row does not lack in the same way. */
function notOf({ holes }: Coverage, gap: Gap): readonly Gap[] {
  const parts: Gap[] = [];
  let from = gap.from;
  for (let i = firstIndex(holes, ({ until }) => until > from); i < holes.length; i++) {
    const hole = holes[i]!;
    if (hole.from >= gap.until) break;
    if (hole.state !== gap.state) continue;
    if (hole.from > from) parts.push(partOf(gap, from, hole.from));
    from = hole.until;
  }
  if (from === gap.from) return [gap];
  return from < gap.until ? [...parts, partOf(gap, from, gap.until)] : parts;
}

/** Only the part with which a gap begins may begin earlier. */
function partOf(gap: Gap, from: Instant, until: Instant): Gap {
  return { ...gap, from, until, possibleFrom: from === gap.from ? gap.possibleFrom : undefined };
}

/** The end of a term's last day, even if that day may not count: from then on it surely has ended. */
export function latestEnd({ until, possibleUntil }: Term): Instant {
  return possibleUntil ?? until;
}

/** The end of a product's coverage: the term with which it ends, up to when it surely and up to when it possibly goes. */
export interface Ending {
  readonly last: Term;
  readonly sure: Instant;
  readonly latest: Instant;
}

/** `undefined` where there is no term. */
export function endingOf(terms: readonly Term[]): Ending | undefined {
  let last: Term | undefined;
  let sure = -Infinity;
  for (const term of terms) {
    sure = Math.max(sure, term.until);
    const later = last ? latestEnd(term) - latestEnd(last) || term.until - last.until : 1;
    if (later > 0) last = term;
  }
  return last && { last, sure, latest: latestEnd(last) };
}

/** The rule that a gap is told by: that of the term before it, else of what follows, else of the file that asks for coverage. */
export function ruleOfGap({ terms, required }: Coverage, { before, after }: Gap): DayRule {
  return (before ?? after ?? terms[0] ?? required[0]!.document).rule;
}

function atRest(needed: number): Running {
  return { active: 0, pending: 0, possible: 0, accepted: 0, needed, seats: 0, unlimited: 0, unknown: 0 };
}

/** A term begins or ends; see `Columns.seats`. */
function count(running: Running, seats: number, by: 1 | -1): void {
  if (seats < 0) {
    running.pending += by;
    return;
  }
  running.active += by;
  if (Number.isNaN(seats)) running.unknown += by;
  else if (seats === Infinity) running.unlimited += by;
  else running.seats += by * seats;
}

/** What there is besides the terms themselves: nothing in most products. */
function edgesOf(
  columns: Columns,
  product: number,
  { required, accepted }: Need,
  needed: readonly Interval[],
  life: Interval,
): readonly Edge[] {
  const edges: Edge[] = [];
  const add = (from: Instant, until: Instant, what: Edge['what']): void => {
    edges.push({ at: from, by: 1, what }, { at: until, by: -1, what });
  };
  const { possibleUntil, until, starts } = columns;
  for (let place = starts[product]!; possibleUntil && place < starts[product + 1]!; place++) {
    if (!Number.isNaN(possibleUntil[place]!)) add(until[place]!, possibleUntil[place]!, 'possible');
  }
  if (required.length > 0) for (const { from, until } of needed) add(from, until, 'needed');
  if (accepted.length > 0)
    for (const { from, until } of overlapping(unionOf(accepted), life)) add(from, until, 'accepted');
  return edges.length === 0 ? edges : edges.sort(byInstant);
}

/** Two edges at the same infinity differ by NaN, which is to mean 0. */
function byInstant(a: Edge, b: Edge): number {
  return a.at - b.at || 0;
}

/**
 * When a product has to be covered: from its first term to its last, and in what is required besides. A bound that a requirement
 * does not name is that of the terms.
 */
function neededTimes(
  { from, until, byStart, byEnd, starts }: Columns,
  product: number,
  { required }: Need,
): readonly Interval[] {
  const [begin, end] = [starts[product]!, starts[product + 1]!];
  const first = begin < end ? from[byStart[begin]!]! : undefined;
  const last = begin < end ? until[byEnd[end - 1]!]! : undefined;
  const terms = first === undefined || last === undefined ? [] : [{ from: first, until: last }];
  if (required.length === 0) return terms;
  return required.reduce<Interval[]>((times, need) => {
    const [begins, ends] = [need.from ?? first, need.until ?? last];
    if (begins !== undefined && ends !== undefined && begins < ends) times.push({ from: begins, until: ends });
    return times;
  }, terms);
}

/** From the first beginning to the last end; empty where there is nothing. */
function hullOf(times: readonly Interval[]): Interval {
  const hull = { from: Infinity, until: -Infinity };
  for (const { from, until } of times) {
    hull.from = Math.min(hull.from, from);
    hull.until = Math.max(hull.until, until);
  }
  return hull;
}

function gapStateOf({ pending, accepted, possible }: Running): number {
  if (pending > 0) return rowState.pending;
  if (accepted > 0) return rowState.accepted;
  return possible > 0 ? rowState.possible : rowState.open;
}

/** NaN: some term does not say. */
function seatsOf({ unlimited, unknown, seats }: Running): number {
  if (unlimited > 0) return Infinity;
  return unknown > 0 ? Number.NaN : seats;
}

/** Of two terms that have ended, the one to name: the later, and at the same instant an active one. */
function laterEnd({ until, seats }: Columns, a: number, b: number): number {
  return a !== nobody && until[a] === until[b] && !(seats[a]! < 0) ? a : b;
}

/** Of two terms that have ended, the one whose unstated last day goes on longer, if either has one. */
function laterDoubt({ possibleUntil }: Columns, a: number, b: number): number {
  if (!possibleUntil || Number.isNaN(possibleUntil[b]!)) return a;
  return a === nobody || possibleUntil[b]! > possibleUntil[a]! ? b : a;
}

/** Adds a stretch, unless nothing that a person sees has changed since the last one. */
function addCovered(rows: Rows, firstRow: number, from: Instant, seats: number, required: number | undefined): void {
  const last = rows.length - 1;
  const isSame =
    last >= firstRow &&
    rows.state[last] === rowState.covered &&
    isAlike(rows.seats[last]!, seats) &&
    rows.required.get(last) === required;
  if (isSame) return;
  rows.from[last + 1] = from;
  rows.state[last + 1] = rowState.covered;
  rows.seats[last + 1] = seats;
  if (required !== undefined) rows.required.set(last + 1, required);
  rows.length++;
}

function isAlike(a: number, b: number): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}

/** The same for a gap. */
function addGap(
  rows: Rows,
  firstRow: number,
  from: Instant,
  state: number,
  before: number,
  after: number,
  pending: number,
): void {
  const last = rows.length - 1;
  const isSame = last >= firstRow && rows.state[last] === state && (pending === nobody || rows.seats[last] === pending);
  if (isSame) {
    rows.after[last] = after;
    return;
  }
  rows.from[last + 1] = from;
  rows.state[last + 1] = state;
  rows.before[last + 1] = before;
  rows.after[last + 1] = after;
  rows.seats[last + 1] = pending;
  rows.length++;
}
