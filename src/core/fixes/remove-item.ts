// Takes an item out of its list, in whatever hand the list is written, and loses nothing else of the file.
import { type Edit, lineEnd } from '../text';
import type { ListNode, MapNode, Pair, Span } from '../tree';
import { withoutComments } from './comments';
import { type Notation, notationOf } from './notations';
import { itemStart } from './place';

/**
 * The edits, or `undefined` where the item shares its place with something that is not its own, or others need what it says.
 * `pair`: the list with its key; a document that is only a list has none.
 */
export function removeItem(
  text: string,
  list: ListNode,
  pair: Pair | undefined,
  item: MapNode,
  format: string,
): readonly Edit[] | undefined {
  const notation = notationOf(format);
  if (format === 'yaml' && isNeededElsewhere(text, item)) return undefined;
  if (list.style === 'flow') return fromFlow(text, list, item, notation);
  const lines = linesOf(text, list, item, notation);
  if (!lines) return undefined;
  if (list.style === 'table' || list.items.length > 1) return [removal(lines)];
  // A block list that has lost its only item is an empty one, not nothing.
  const colon = pair ? text.indexOf(':', pair.key.end) : -1;
  return colon < 0 ? undefined : [{ start: colon + 1, end: colon + 1, text: ' []' }, removal(lines)];
}

/** Whether an anchor stands in the item that is named outside of it. */
function isNeededElsewhere(text: string, { start, end }: MapNode): boolean {
  const anchors = text.slice(start, end).matchAll(/(?<=[\s,[{])&([^\s,[\]{}]+)/g);
  return [...anchors].some(([, name]) => {
    const alias = `*${name}`;
    return text.slice(0, start).includes(alias) || text.slice(end).includes(alias);
  });
}

function removal({ start, end }: Span): Edit {
  return { start, end, text: '' };
}

/** The lines of an item that has them for itself, with their last line break, or the one before where the text ends without. */
function linesOf(text: string, list: ListNode, item: MapNode, notation: Notation): Span | undefined {
  const start = itemStart(text, list, item);
  const end = lineEnd(text, item.end);
  const behind = withoutComments(text.slice(item.end, end), notation);
  if (behind.trim() !== '' || text.slice(start, item.start).replace(/^\s*-?\s*$/, '') !== '') return undefined;
  if (end === text.length) return { start: start - lineBreakBefore(text, start), end };
  const next = end + (text[end] === '\r' ? 2 : 1);
  // Of two blank lines that come together one goes too.
  const blank = /^\r?\n/.exec(text.slice(next, next + 2))?.[0].length ?? 0;
  const isBelowBlank = /(?:^|\n)\r?\n$/.test(text.slice(Math.max(0, start - 4), start));
  return { start, end: isBelowBlank ? next + blank : next };
}

function lineBreakBefore(text: string, at: number): number {
  return /\r?\n$/.exec(text.slice(Math.max(0, at - 2), at))?.[0].length ?? 0;
}

/** With the comma that parts it from its neighbors; comments beside it stay. */
function fromFlow(text: string, list: ListNode, item: MapNode, notation: Notation): readonly Edit[] {
  const index = list.items.indexOf(item);
  const [previous, next] = [list.items[index - 1], list.items[index + 1]];
  if (next) return [...without(text, item.end, next.start, notation, item)];
  if (previous) return [...without(text, previous.end, item.start, notation, item)];
  const [open, close] = [list.start + 1, list.end - 1];
  const isAlone = /^[\s,]*$/.test(text.slice(open, item.start) + text.slice(item.end, close));
  return [removal(isAlone ? { start: open, end: close } : item)];
}

/** Removes an item and the stretch between it and a neighbor; of a stretch with comments only the comma. */
function without(text: string, start: number, end: number, notation: Notation, item: Span): readonly Edit[] {
  const between = text.slice(start, end);
  if (/^\s*,\s*$/.test(between)) return [removal({ start: Math.min(start, item.start), end: Math.max(end, item.end) })];
  const bare = between.replace(notation.comment, comment => ' '.repeat(comment.length));
  const comma = start + bare.indexOf(',');
  const edits = [removal(item), removal({ start: comma, end: comma + 1 })];
  return edits.sort((a, b) => a.start - b.start);
}
