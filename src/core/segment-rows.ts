// The segments of many products as rows of numbers: objects are made only of those that someone looks at.
import type { Columns } from './columns';
import type { Covered, Gap, Instant, Segment, Term } from './model';

/** What a row's `state` stands for. */
const states = ['covered', 'possible', 'pending', 'accepted', 'open'] as const satisfies readonly Segment['state'][];

/** A stretch before the first term or after the last in which nothing is required: no segment at all. */
export const unneeded = states.length;

export const rowState = { covered: 0, possible: 1, pending: 2, accepted: 3, open: 4 } as const satisfies Record<
  Segment['state'],
  number
>;

/** No term, in the columns that hold places of terms. */
export const nobody = -1;

/** Rows of one product lie side by side in the order of time; each ends where the next begins, the last where `ends` says. */
export interface Rows {
  length: number;
  from: Float64Array;
  state: Uint8Array;
  /** Of a covered row its seats (NaN: unknown), of a pending gap the place of the term that waits for its key. */
  seats: Float64Array;
  /** Of a gap: the places of the terms around it, or `nobody`. */
  before: Int32Array;
  after: Int32Array;
  /** Of covered rows, by their index: how many seats are asked for, where any are. */
  readonly required: Map<number, number>;
  /** By product: where its rows begin; after the last product, where they end. */
  readonly starts: number[];
  /** By product: where its last row ends. */
  readonly ends: Instant[];
}

export function newRows(capacity: number): Rows {
  return { length: 0, ...newColumns(capacity), required: new Map(), starts: [0], ends: [] };
}

function newColumns(capacity: number): Pick<Rows, 'from' | 'state' | 'seats' | 'before' | 'after'> {
  return {
    from: new Float64Array(capacity),
    state: new Uint8Array(capacity),
    seats: new Float64Array(capacity),
    before: new Int32Array(capacity),
    after: new Int32Array(capacity),
  };
}

/** Makes room for some more rows. */
export function reserve(rows: Rows, more: number): void {
  const needed = rows.length + more;
  if (needed <= rows.from.length) return;
  const larger = newColumns(needed * 2);
  larger.from.set(rows.from);
  larger.state.set(rows.state);
  larger.seats.set(rows.seats);
  larger.before.set(rows.before);
  larger.after.set(rows.after);
  Object.assign(rows, larger);
}

/** The rows of a product as segments. */
export function segmentsOf(rows: Rows, product: number, columns: Columns): Segment[] {
  const segments: Segment[] = [];
  const [begin, end] = [rows.starts[product]!, rows.starts[product + 1]!];
  for (let row = begin; row < end; row++) {
    const from = rows.from[row]!;
    const until = row + 1 < end ? rows.from[row + 1]! : rows.ends[product]!;
    const state = states[rows.state[row]!];
    if (state === undefined) continue;
    if (state === 'covered') segments.push(coveredAt(rows, row, from, until));
    else segments.push(gapAt(rows, row, state, from, until, segments.at(-1), columns));
  }
  return segments;
}

/** The gaps among {@link segmentsOf}, without the others. */
export function holesOf(rows: Rows, product: number, columns: Columns): Gap[] {
  const holes: Gap[] = [];
  const [begin, end] = [rows.starts[product]!, rows.starts[product + 1]!];
  for (let row = begin; row < end; row++) {
    const state = states[rows.state[row]!];
    if (state === undefined || state === 'covered') continue;
    const until = row + 1 < end ? rows.from[row + 1]! : rows.ends[product]!;
    holes.push(gapAt(rows, row, state, rows.from[row]!, until, holes.at(-1), columns));
  }
  return holes;
}

/** Whether a covered row has fewer seats than the covered one before it. What nobody has said is neither more nor less. */
export function hasDrops({ state, seats, starts }: Rows, product: number): boolean {
  let before = Number.NaN;
  for (let row = starts[product]!; row < starts[product + 1]!; row++) {
    if (state[row] !== rowState.covered) continue;
    if (seats[row]! < before) return true;
    before = seats[row]!;
  }
  return false;
}

function coveredAt(rows: Rows, row: number, from: Instant, until: Instant): Covered {
  const seats = rows.seats[row]!;
  return {
    from,
    until,
    state: 'covered',
    seats: Number.isNaN(seats) ? undefined : seats,
    required: rows.required.get(row),
  };
}

/** One that opens right after a last day that may not count tells of that day too. */
function gapAt(
  { before, after, seats }: Rows,
  row: number,
  state: Gap['state'],
  from: Instant,
  until: Instant,
  previous: Segment | undefined,
  columns: Columns,
): Gap {
  const possible = state === 'open' && previous?.state === 'possible' && previous.until === from ? previous : undefined;
  return {
    from,
    until,
    state,
    before: possible ? possible.before : termAt(before[row]!, columns),
    after: termAt(after[row]!, columns),
    pending: state === 'pending' ? termAt(seats[row]!, columns) : undefined,
    possibleFrom: possible?.from,
  };
}

function termAt(place: number, { terms, term }: Columns): Term | undefined {
  return place === nobody ? undefined : terms[term[place]!];
}
