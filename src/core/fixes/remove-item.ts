// Takes items out of their list, in whatever hand the list is written, and loses nothing else of the file.
import type { LicenseDocument } from '../model';
import { type Edit, lineEnd } from '../text';
import type { ListNode, MapNode, Node, Pair, Span } from '../tree';
import { areNeededElsewhere } from './anchors';
import { withoutComments } from './comments';
import { type Notation, notationOf } from './notations';
import { itemStart } from './place';

/** A list and the key that it stands behind; a document that is only a list has none. */
export interface ListPlace {
  readonly document: LicenseDocument;
  readonly list: ListNode;
  readonly pair: Pair | undefined;
}

/**
 * The edits that take items out, all at once; in the order of the text. `undefined` where one shares its place with something that is
 * not its own, or others need what it says.
 */
export function removeItems(
  text: string,
  { document: { format, root }, list, pair }: ListPlace,
  items: readonly MapNode[],
): readonly Edit[] | undefined {
  const notation = notationOf(format);
  const gone = new Set<Node>(items);
  const going = list.items.filter(item => gone.has(item));
  // The items of an alias are written elsewhere, where others may be that name them.
  if (going.length !== gone.size || !isInOrder(going, list)) return undefined;
  if (format === 'yaml' && areNeededElsewhere(text, going)) return undefined;
  if (list.style === 'flow') return fromFlow(text, list, gone, notation);
  if (list.style === 'table' && holdOthers(root, going)) return undefined;
  const lines = going.map(item => linesOf(text, list, item as MapNode, notation));
  if (!lines.every(span => span !== undefined)) return undefined;
  const removals = together(lines, text).map(removal);
  if (list.style === 'table' || list.items.length > going.length) return removals;
  const empty = emptyList(text, list, pair, notation);
  return empty && [empty, ...removals];
}

function isInOrder(items: readonly Node[], list: ListNode): boolean {
  let at = list.style === 'table' ? 0 : list.start;
  for (const { start, end } of items) {
    if (start < at) return false;
    at = end;
  }
  return list.style === 'table' || at <= list.end;
}

/** A block list that has lost all of its items is an empty one, not nothing. Anchors and tags would have to stand before it. */
function emptyList(text: string, list: ListNode, pair: Pair | undefined, notation: Notation): Edit | undefined {
  const colon = pair ? text.indexOf(':', pair.key.end) : -1;
  if (colon < 0) return undefined;
  const lead = withoutComments(text.slice(colon + 1, itemStart(text, list, list.items[0] as MapNode)), notation);
  return lead.trim() === '' ? { start: colon + 1, end: colon + 1, text: ' []' } : undefined;
}

/** TOML lets the sub-tables of an item stand behind other tables, which its span then covers. */
function holdOthers(root: Node, items: readonly Node[]): boolean {
  const own = new Set<Node>(items);
  let next = 0;
  const others: number[] = [];
  const visit = (node: Node): void => {
    if (own.has(node)) return;
    // A list of tables begins with its first one.
    if (node !== root && !(node.kind === 'list' && node.style === 'table')) others.push(node.start);
    if (node.kind === 'list') node.items.forEach(visit);
    else if (node.kind === 'map') for (const { value } of node.pairs) visit(value);
  };
  visit(root);
  for (const at of others.sort((a, b) => a - b)) {
    while (next < items.length && items[next]!.end <= at) next++;
    if (next < items.length && items[next]!.start <= at) return true;
  }
  return false;
}

function removal({ start, end }: Span): Edit {
  return { start, end, text: '' };
}

/** The lines of an item that has them for itself, with their last line break. */
function linesOf(text: string, list: ListNode, item: MapNode, notation: Notation): Span | undefined {
  const start = itemStart(text, list, item);
  const end = lineEnd(text, item.end);
  const behind = withoutComments(text.slice(item.end, end), notation);
  if (behind.trim() !== '' || text.slice(start, item.start).replace(/^\s*-?\s*$/, '') !== '') return undefined;
  if (end === text.length) return { start, end };
  const next = end + (text[end] === '\r' ? 2 : 1);
  // Of two blank lines that come together one goes too.
  const blank = /^\r?\n/.exec(text.slice(next, next + 2))?.[0].length ?? 0;
  const isBelowBlank = /(?:^|\n)\r?\n$/.test(text.slice(Math.max(0, start - 4), start));
  return { start, end: isBelowBlank ? next + blank : next };
}

/** Lines that follow each other as one stretch; where the text ends without a line break, the one before goes instead. */
function together(lines: readonly Span[], text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const { start, end } of lines) {
    const last = spans.at(-1);
    if (last && last.end >= start) spans[spans.length - 1] = { start: last.start, end };
    else spans.push({ start, end });
  }
  const last = spans.at(-1)!;
  if (last.end === text.length && !text.endsWith('\n'))
    spans[spans.length - 1] = { start: last.start - lineBreakBefore(text, last.start), end: last.end };
  return spans;
}

function lineBreakBefore(text: string, at: number): number {
  return /\r?\n$/.exec(text.slice(Math.max(0, at - 2), at))?.[0].length ?? 0;
}

/** With the commas that part them from their neighbors; comments beside them stay. */
function fromFlow(
  text: string,
  list: ListNode,
  gone: ReadonlySet<Node>,
  notation: Notation,
): readonly Edit[] | undefined {
  const { items } = list;
  const edits: Edit[] = [];
  for (let first = 0; first < items.length; first++) {
    if (!gone.has(items[first]!)) continue;
    let end = first + 1;
    while (end < items.length && gone.has(items[end]!)) end++;
    const run = runEdits(text, list, first, end, notation);
    if (!run) return undefined;
    edits.push(...run);
    first = end;
  }
  return edits;
}

/** Takes the items from `first` to before `end` out, which follow each other and have none beside them that goes too. */
function runEdits(
  text: string,
  { items, start, end: listEnd }: ListNode,
  first: number,
  end: number,
  notation: Notation,
): readonly Edit[] | undefined {
  const [previous, next] = [items[first - 1], items[end]];
  const run = items.slice(first, end);
  // A run goes with the commas behind it; the last one of a list with those before it, and all of a list with all of them.
  const from = next ? run[0]!.start : previous ? previous.end : start + 1;
  const until = next ? next.start : previous ? run.at(-1)!.end : listEnd - 1;
  const stretches = stretchesBetween(from, until, run).map(span => ({ span, commas: commasIn(text, span, notation) }));
  if (stretches.some(({ commas }) => !commas)) return undefined;
  const isBare = stretches.every(({ span }) => /^[\s,]*$/.test(text.slice(span.start, span.end)));
  // Behind the last of the list there may be a comma for nothing.
  if (isBare) return [removal({ start: from, end: until })];
  const commas = stretches.flatMap(stretch => stretch.commas ?? []);
  return [...run.map(removal), ...commas.map(at => removal({ start: at, end: at + 1 }))].sort(
    (a, b) => a.start - b.start,
  );
}

function stretchesBetween(from: number, until: number, items: readonly Span[]): readonly Span[] {
  const bounds = [from, ...items.flatMap(({ start, end }) => [start, end]), until];
  return items
    .map((_, i) => ({ start: bounds[2 * i]!, end: bounds[2 * i + 1]! }))
    .concat({ start: bounds.at(-2)!, end: until });
}

/** Where the commas stand between items; `undefined` where anything else than they, white space and comments stands there. */
function commasIn(text: string, { start, end }: Span, notation: Notation): readonly number[] | undefined {
  const bare = text.slice(start, end).replace(notation.comment, comment => ' '.repeat(comment.length));
  if (!/^[\s,]*$/.test(bare)) return undefined;
  return [...bare.matchAll(/,/g)].map(({ index }) => start + index);
}
