// Which item lies next to another, in the order in which the rows are shown.
import type { TimelineModel } from '../core/timeline';
import { isLack, kindAt } from '../core/timeline/columns';
import { rowOf } from '../core/timeline/layout';
import type { Command } from '../core/timeline/words/keys';

type Step = Extract<Command, { to: unknown }>;

/** How many rows a page is. */
const pageRows = 10;

/** The item to which a step leads; at an end it stays. Gaps and ends are found through all rows in order, from the last on to the first. */
export function neighborOf(
  model: TimelineModel,
  order: readonly number[],
  from: number | undefined,
  { to, by }: Step,
): number | undefined {
  const at = from === undefined ? -1 : order.indexOf(rowOf(model, from));
  if (to === 'gap') return around(model, order, at, from, by, id => isLack(kindAt(model.items, id)));
  if (to === 'ending') return around(model, order, at, from, by, id => isEnd(model, id));
  if (to === 'grid-end') return by < 0 ? firstOf(model, order, 0) : lastOf(model, order, order.length - 1);
  if (from === undefined || at < 0) return firstOf(model, order, 0);
  const row = model.rows[order[at]!]!;
  if (to === 'row-end') return by < 0 ? row.first : row.end - 1;
  if (to === 'item') return Math.min(Math.max(from + by, row.first), row.end - 1);
  const step = to === 'page' ? pageRows : 1;
  const next = Math.min(Math.max(at + by * step, 0), order.length - 1);
  return next === at ? from : nearest(model, order[next]!, middleOf(model, from));
}

function firstOf({ rows }: TimelineModel, order: readonly number[], at: number): number | undefined {
  return order.length === 0 ? undefined : rows[order[at]!]!.first;
}

function lastOf({ rows }: TimelineModel, order: readonly number[], at: number): number | undefined {
  return order.length === 0 ? undefined : rows[order[at]!]!.end - 1;
}

/** The next item that is wanted, row by row, once around. */
function around(
  { rows }: TimelineModel,
  order: readonly number[],
  at: number,
  from: number | undefined,
  by: 1 | -1,
  isWanted: (id: number) => boolean,
): number | undefined {
  if (order.length === 0) return undefined;
  const start = at < 0 ? (by > 0 ? 0 : order.length - 1) : at;
  for (let step = 0; step <= order.length; step++) {
    const { first, end } = rows[order[(start + by * step + order.length * 2) % order.length]!]!;
    let id = by > 0 ? first : end - 1;
    // In the row where it begins: what lies behind; when it has come around: the rest.
    if (step === 0 && from !== undefined && at >= 0) id = from + by;
    for (; id >= first && id < end; id += by) if (isWanted(id)) return id;
  }
  return undefined;
}

/** The license with which the coverage of a product ends. */
export function isEnd(model: TimelineModel, id: number): boolean {
  const row = model.rows[rowOf(model, id)]!;
  return kindAt(model.items, id) === 'term' && row.ends !== null && model.items.until[id] === row.ends;
}

/** The item of another model that stands where one of this stood: the nearest of its row; `undefined`: the row has gone too. */
export function heirOf(model: TimelineModel, id: number, next: TimelineModel): number | undefined {
  const { key } = model.rows[rowOf(model, id)]!;
  const row = next.rows.findIndex(each => each.key === key);
  return row < 0 ? undefined : nearest(next, row, middleOf(model, id));
}

/** The item of a row whose middle is nearest to an instant. */
function nearest(model: TimelineModel, row: number, wanted: number): number {
  const { first, end } = model.rows[row]!;
  const distance = (id: number): number => Math.abs(middleOf(model, id) - wanted);
  let best = first;
  for (let id = first + 1; id < end; id++) if (distance(id) < distance(best)) best = id;
  return best;
}

/** The bound that it has where it has one alone, and now where it has none. */
function middleOf({ items, at }: TimelineModel, id: number): number {
  const [from, until] = [items.from[id]!, items.until[id]!];
  if (Number.isFinite(from) && Number.isFinite(until)) return (from + until) / 2;
  return Number.isFinite(from) ? from : Number.isFinite(until) ? until : at;
}
