// Which rows are shown, in which order, and how high each stands.
import { firstIndex } from '../search';
import type { TimelineModel, TimelineRow } from '../timeline';
import { isLack, kindAt } from './columns';
import type { Sort } from './messages';

/** Sizes in pixels. */
export const laneHeight = 26;
export const barHeight = 22;
/** Above a row's bars, where the labels of its gaps stand. */
export const headHeight = 22;
/** Below them, where seats step up and down. */
export const seatsHeight = 26;
const rowGap = 8;
const firstTop = 6;

export interface Choice {
  readonly filter: string;
  readonly gapsOnly: boolean;
  readonly sort: Sort;
}

/** More rows than this are shown a page at a time. */
export const mostRows = 5_000;
export const pageLength = 1_000;

/** The indexes of the rows that are to be shown, in order. */
export function orderOf(model: TimelineModel, { filter, gapsOnly, sort }: Choice): readonly number[] {
  const { rows } = model;
  const wanted = filter.trim().toLowerCase();
  const order: number[] = [];
  for (const [index, row] of rows.entries()) {
    if (gapsOnly && !hasLack(model, row)) continue;
    if (wanted === '' || matches(model, row, wanted)) order.push(index);
  }
  if (sort === 'name') return order;
  const late = Number.POSITIVE_INFINITY;
  const gap = ({ nextGap }: TimelineRow): number => nextGap ?? late;
  const end = ({ ends }: TimelineRow): number => ends ?? late;
  // A product that is over is nobody's next concern.
  const isOver = ({ status }: TimelineRow): number => (status === 'ended' ? 1 : 0);
  // Two that are both infinite differ by NaN, which is to mean 0. Equal rows stay in the order of their names.
  const compare = (a: TimelineRow, b: TimelineRow): number =>
    isOver(a) - isOver(b) || (sort === 'gap' ? gap(a) - gap(b) : 0) || end(a) - end(b) || 0;
  return order.sort((a, b) => compare(rows[a]!, rows[b]!));
}

/** By its name, by what stands below it, or by one of its licenses. */
function matches({ labels }: TimelineModel, { label, detail, first, end }: TimelineRow, wanted: string): boolean {
  if (label.toLowerCase().includes(wanted) || detail?.toLowerCase().includes(wanted)) return true;
  for (let id = first; id < end; id++) if (labels[id]!.toLowerCase().includes(wanted)) return true;
  return false;
}

function hasLack({ items }: TimelineModel, { first, end }: TimelineRow): boolean {
  for (let id = first; id < end; id++) if (isLack(kindAt(items, id))) return true;
  return false;
}

/** The index of the row that an item is in; the number of rows where there is no such item. */
export function rowOf({ rows }: Pick<TimelineModel, 'rows'>, id: number): number {
  return firstIndex(rows, ({ end }) => end > id);
}

/** The rows of a picture from top to bottom. */
export interface Layout {
  /** Indexes of the model's rows. */
  readonly order: readonly number[];
  /** Where each begins, in pixels from the top; one more: where the last ends. */
  readonly tops: readonly number[];
}

export function layoutOf({ rows }: TimelineModel, order: readonly number[]): Layout {
  const tops: number[] = [];
  let top = firstTop;
  for (const index of order) {
    tops.push(top);
    top += heightOf(rows[index]!);
  }
  tops.push(top);
  return { order, tops };
}

export function heightOf({ lanes, steps }: TimelineRow): number {
  return headHeight + lanes * laneHeight + (steps ? seatsHeight : 0) + rowGap;
}

/** From which place in the order up to which the rows touch a stretch of pixels. */
export function rowsBetween({ order, tops }: Layout, from: number, until: number): readonly [number, number] {
  const first = Math.max(firstIndex(tops, top => top > from) - 1, 0);
  return [
    first,
    Math.min(
      firstIndex(tops, top => top >= until),
      order.length,
    ),
  ];
}
