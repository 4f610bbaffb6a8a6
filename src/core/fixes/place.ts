// Puts a new entry beside another one: on lines of its own or behind a comma, as the list does it.
import { type Edit, indentBefore, lineBreakOf, lineEnd, lineStart } from '../text';
import type { ListNode, MapNode, Span } from '../tree';
import { commaIn, withoutComments } from './comments';
import type { Copy } from './copy';
import type { Notation } from './notations';
import { isLastOnLine } from './pairs';

/** Where a new entry goes. */
export interface Place {
  readonly list: ListNode;
  readonly node: MapNode;
  readonly side: 'before' | 'after';
}

/** A copy and the item that it was copied from. */
export interface NewItem {
  readonly original: MapNode;
  readonly copy: Copy;
}

/** The edits that put new items beside an item of the list, in the order given; they only add text. */
export function placeItems(
  text: string,
  { list, node, side }: Place,
  items: readonly NewItem[],
  notation: Notation,
): readonly Edit[] {
  if (list.style === 'flow') {
    const separator = flowSeparator(text, list, node, notation);
    const together = joined(
      items.map(({ copy }) => copy),
      `,${separator}`,
    );
    return side === 'after'
      ? afterInFlow(text, list, node, together, separator, notation)
      : beforeInFlow(text, list, node, together);
  }
  const lines = lineBreakOf(text) + blankLinesBetween(text, list);
  const hand = list.style === 'block' ? dashed : indented;
  const together = joined(
    items.map(item => hand(text, item, notation)),
    lines,
  );
  if (side === 'after') return [insertion(lineEnd(text, node.end), shifted(together, lines))];
  return [insertion(aboveComments(text, itemStart(text, list, node), notation), together, lines)];
}

function insertion(at: number, { text, select }: Copy, after = ''): Edit {
  return { start: at, end: at, text: text + after, ...(select && { select }) };
}

/** Several copies as one, of which the first key is the one to type over. */
function joined(copies: readonly Copy[], separator: string): Copy {
  const [first, ...others] = copies as [Copy, ...Copy[]];
  return { ...first, text: [first.text, ...others.map(({ text }) => text)].join(separator) };
}

function shifted({ text, select }: Copy, before: string): Copy {
  return {
    text: before + text,
    ...(select && { select: { start: select.start + before.length, end: select.end + before.length } }),
  };
}

/** A block item with its dash, the dash in the column of the original's. */
function dashed(text: string, { original, copy }: NewItem, notation: Notation): Copy {
  const dash = dashBefore(text, original);
  const column = dash - lineStart(text, dash);
  const between = withoutComments(text.slice(dash + 1, original.start), notation);
  return shifted(copy, `${' '.repeat(column)}-${behindDash(text, between, dash, original.start)}`);
}

/** What stands between a copy's dash and its first key, which keeps the column of the original's: the others stand below it. */
function behindDash(text: string, between: string, dash: number, key: number): string {
  const own = between.replace(/[&!]\S+\s*/g, '');
  if (/[\r\n]/.test(own)) return lineBreakOf(text) + own.slice(own.lastIndexOf('\n') + 1);
  if (!/[\r\n]/.test(between)) return own || ' ';
  // An anchor had the dash's line for itself; it is not defined twice.
  const columns = key - lineStart(text, key) - (dash - lineStart(text, dash)) - 1;
  return ' '.repeat(Math.max(columns, 1));
}

/** The dash that makes a node an item of a block list: it begins the node's line, or one above with only comments and an anchor between. */
function dashBefore(text: string, node: Span): number {
  for (let line = lineStart(text, node.start); ; line = lineStart(text, line - 1)) {
    let at = line;
    while (text[at] === ' ' || text[at] === '\t') at++;
    if (text[at] === '-' && at < node.start && /\s/.test(text[at + 1]!)) return at;
    if (line === 0) return 0;
  }
}

/** A table with the white space before its header. */
function indented(text: string, { original, copy }: NewItem): Copy {
  return shifted(copy, indentBefore(text, original.start) ?? '');
}

/** Where an item's own text begins: its dash or its header, with the white space before it. */
export function itemStart(text: string, list: ListNode, node: MapNode): number {
  return lineStart(text, list.style === 'block' ? dashBefore(text, node) : node.start);
}

/** The start of the comment lines right above a line, which belong to what follows them. */
function aboveComments(text: string, line: number, notation: Notation): number {
  let at = line;
  while (at > 0) {
    const above = lineStart(text, at - 1);
    const content = text.slice(above, at).trim();
    if (content === '' || withoutComments(content, notation).trim() !== '') break;
    at = above;
  }
  return at;
}

/** As many line breaks as there are empty lines behind the list's first item; tables stand apart by one if there is no second. */
function blankLinesBetween(text: string, list: ListNode): string {
  const [first, second] = list.items;
  if (!first || !second || second.start <= first.end) return list.style === 'table' ? lineBreakOf(text) : '';
  const blank = /^(?:\r?\n[ \t]*(?=\r?\n))*/.exec(text.slice(lineEnd(text, first.end), second.start))?.[0] ?? '';
  return lineBreakOf(text).repeat(blank.split('\n').length - 1);
}

function afterInFlow(
  text: string,
  list: ListNode,
  node: MapNode,
  copy: Copy,
  separator: string,
  notation: Notation,
): readonly Edit[] {
  const next = list.items[list.items.indexOf(node) + 1];
  const comma = commaIn(text.slice(node.end, next?.start ?? list.end - 1), notation);
  // A comment behind the item belongs to it, so the copy goes behind the comment.
  const behind = comma < 0 ? node.end : node.end + comma + 1;
  const at = separator.includes('\n') && isLastOnLine(text, behind, notation) ? lineEnd(text, behind) : behind;
  if (comma >= 0) return [insertion(at, shifted(copy, separator), ',')];
  if (at === node.end) return [insertion(at, shifted(copy, `,${separator}`))];
  return [insertion(node.end, { text: ',' }), insertion(at, shifted(copy, separator))];
}

function beforeInFlow(text: string, list: ListNode, node: MapNode, copy: Copy): readonly Edit[] {
  const indent = indentBefore(text, node.start);
  const separator =
    indent !== undefined ? lineBreakOf(text) + indent : list.items.length > 1 || text[node.end + 1] === ' ' ? ' ' : '';
  return [insertion(node.start, copy, `,${separator}`)];
}

/** What stands between an item and the comma before it and this one: a new line with the item's indentation, or what the list uses. */
function flowSeparator(text: string, list: ListNode, node: MapNode, notation: Notation): string {
  const indent = indentBefore(text, node.start);
  if (indent !== undefined) return lineBreakOf(text) + indent;
  const [first, second] = list.items;
  if (first && second && second.start > first.end) {
    const between = withoutComments(text.slice(first.end, second.start), notation);
    const space = between.slice(between.indexOf(',') + 1);
    const lastBreak = space.lastIndexOf('\n');
    return lastBreak < 0 ? space : lineBreakOf(text) + space.slice(lastBreak + 1);
  }
  return /,\s/.test(text.slice(node.start, node.end)) ? ' ' : '';
}
