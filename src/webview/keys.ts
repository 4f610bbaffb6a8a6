// What each key does, and which item lies next to another.
import type { TimelineItem, TimelineRow } from '../core/timeline';

export type Move =
  | { readonly to: 'item' | 'row' | 'gap'; readonly by: 1 | -1 }
  | { readonly to: 'row-end' | 'grid-end'; readonly by: 1 | -1 }
  | { readonly zoom: number | 'all' }
  /** A share of the shown time. */
  | { readonly pan: number }
  | { readonly reveal: 'stay' | 'focus' };

const moves: Readonly<Record<string, Move>> = {
  ArrowRight: { to: 'item', by: 1 },
  ArrowLeft: { to: 'item', by: -1 },
  ArrowDown: { to: 'row', by: 1 },
  ArrowUp: { to: 'row', by: -1 },
  Home: { to: 'row-end', by: -1 },
  End: { to: 'row-end', by: 1 },
  'Control+Home': { to: 'grid-end', by: -1 },
  'Control+End': { to: 'grid-end', by: 1 },
  g: { to: 'gap', by: 1 },
  'Shift+G': { to: 'gap', by: -1 },
  Enter: { reveal: 'focus' },
  ' ': { reveal: 'stay' },
  '+': { zoom: 0.5 },
  '=': { zoom: 0.5 },
  '-': { zoom: 2 },
  '0': { zoom: 'all' },
  'Shift+ArrowRight': { pan: 0.25 },
  'Shift+ArrowLeft': { pan: -0.25 },
};

export function moveOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey'>,
): Move | undefined {
  if (event.altKey || event.metaKey) return undefined;
  // Where a sign needs Shift on a keyboard, the sign is what counts.
  const shift = event.shiftKey && !'+-='.includes(event.key) ? 'Shift+' : '';
  return moves[`${event.ctrlKey ? 'Control+' : ''}${shift}${event.key}`];
}

/** The item to which a move leads; at an end it stays. Gaps are found through all rows in order, from the last on to the first. */
export function neighborOf(
  rows: readonly TimelineRow[],
  from: string | undefined,
  { to, by }: Extract<Move, { to: unknown }>,
  isGap: (item: TimelineItem) => boolean,
): TimelineItem | undefined {
  const all = rows.flatMap(({ items }) => items);
  const row = rows.findIndex(({ items }) => items.some(({ key }) => key === from));
  const items = rows[row]?.items ?? [];
  const at = items.findIndex(({ key }) => key === from);
  if (to === 'grid-end') return by < 0 ? all[0] : all.at(-1);
  if (to === 'row-end') return by < 0 ? items[0] : items.at(-1);
  if (to === 'item') return items[at + by] ?? items[at];
  if (to === 'row') return nearest(rows[row + by]?.items, items[at]) ?? items[at];
  const start = all.findIndex(({ key }) => key === from);
  const ring =
    by > 0
      ? [...all.slice(start + 1), ...all.slice(0, start + 1)]
      : [...all.slice(0, Math.max(start, 0)).reverse(), ...all.slice(Math.max(start, 0)).reverse()];
  return ring.find(isGap);
}

/** The item of a row whose middle is nearest in time to another's. */
function nearest(
  items: readonly TimelineItem[] | undefined,
  other: TimelineItem | undefined,
): TimelineItem | undefined {
  if (!items || !other) return items?.[0];
  const middle = ({ from, until }: TimelineItem): number => ((from ?? until ?? 0) + (until ?? from ?? 0)) / 2;
  const wanted = middle(other);
  const distance = (item: TimelineItem): number => Math.abs(middle(item) - wanted);
  return items.reduce<TimelineItem | undefined>(
    (best, item) => (best && distance(best) <= distance(item) ? best : item),
    undefined,
  );
}
