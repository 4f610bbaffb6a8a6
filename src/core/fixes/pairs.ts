// Adds a key and its value to a mapping in the mapping's own hand.
import type { LicenseDocument } from '../model';
import { type Edit, lineBreakOf, lineEnd, lineStart } from '../text';
import type { MapNode, Pair } from '../tree';
import { commaIn, withoutComments } from './comments';
import type { Notation } from './notations';

/** A value to be written, with the part of it that the user types over. */
export interface NewPair {
  readonly key: string;
  /** As it is to stand in the file, quotes included. */
  readonly value: string;
  /** The part of `value` to select, as offsets into it. */
  readonly select?: { readonly start: number; readonly end: number };
}

/** Whether a pair is written inside the mapping itself, and not merged into it from elsewhere. */
export function isOwn(map: MapNode, pair: Pair | undefined): pair is Pair {
  return pair !== undefined && pair.key.start >= map.start && pair.value.end <= map.end;
}

/**
 * The edit that adds pairs behind the last one of the mapping, and behind the comment on its line; sub-tables of a TOML table stay
 * behind them. `in a copy`: comments are left out of it, so that the edit stays inside the mapping.
 */
export function appendPairs(
  text: string,
  map: MapNode,
  pairs: readonly NewPair[],
  notation: Notation,
  place: 'in place' | 'in a copy' = 'in place',
): Edit | undefined {
  const own = map.pairs.filter(pair => isOwn(map, pair) && !isSubTable(pair));
  const last = own.at(-1);
  if (!last) return undefined;
  const separator = separatorAfter(text, map, own, notation);
  const assign = assignOf(text, last, notation);
  const lead = (separator: string) => (pair: NewPair) => separator + keyLike(text, last, pair.key, notation) + assign;
  const isInPlace = place === 'in place';
  if (map.style === 'flow' && isInPlace) {
    const comma = commaIn(text.slice(last.value.end, map.end - 1), notation);
    // A comma that stands at the end already stays the first, and the new pair gets the last one.
    if (comma >= 0) {
      const at = behind(text, last.value.end + comma + 1, separator, notation);
      const { text: added, select } = written(pairs, lead(separator.slice(separator.indexOf(',') + 1)), ',');
      return { start: at, end: at, text: `${added},`, ...(select && { select }) };
    }
  }
  // Behind a comment a comma would be part of it.
  const isLine = isInPlace && map.style !== 'flow';
  const at = isLine ? behind(text, last.value.end, separator, notation) : last.value.end;
  return { start: at, end: at, ...written(pairs, lead(separator)) };
}

/** Behind the comment on an offset's line, where a new line follows and nothing else stands there. */
function behind(text: string, offset: number, separator: string, notation: Notation): number {
  return separator.includes('\n') && isLastOnLine(text, offset, notation) ? lineEnd(text, offset) : offset;
}

/** The edit that adds a pair to the fields of a document. TOML's tables take all that follows them, so there it may go to the top. */
export function intoRoot(text: string, root: MapNode, pair: NewPair, notation: Notation): Edit {
  return appendPairs(text, root, [pair], notation) ?? atTop(root, pair, notation);
}

/** The edit that adds a field to a document: above the list of entries, where a reader looks first. TOML's tables take all that follows them, so there it goes behind the last plain pair. */
export function intoDocument(
  { root, fields, file }: LicenseDocument,
  pair: NewPair,
  notation: Notation,
): Edit | undefined {
  if (root.kind !== 'map') return undefined;
  const list = fields.list;
  if (list && isOwn(root, list) && !isTable(list.value))
    return pairBefore(file.text, list, pair, notation, root.style === 'flow');
  return intoRoot(file.text, root, pair, notation);
}

function isTable(value: MapNode['pairs'][number]['value']): boolean {
  return value.kind !== 'scalar' && value.style === 'table';
}

/** A TOML file of tables alone. */
function atTop(root: MapNode, { key, value, select }: NewPair, notation: Notation): Edit {
  const lead = notation.key(key) + notation.assign;
  const text = `${lead}${value}\n\n`;
  return {
    start: root.start,
    end: root.start,
    text,
    ...(select && { select: { start: lead.length + select.start, end: lead.length + select.end } }),
  };
}

/**
 * The edit that puts items into a list that has none: into `[]`, over `null` or behind a key with nothing behind it. `undefined` where
 * anything else stands there, which is not ours to change.
 */
export function intoEmpty(text: string, { key, value }: Pair, items: string): Edit | undefined {
  if (value.kind === 'list' && value.items.length === 0 && text[value.start] === '[')
    return { start: value.start + 1, end: value.start + 1, text: items };
  if (value.kind !== 'scalar' || value.type !== 'null') return undefined;
  const between = text.slice(key.end, value.start);
  if (value.start < value.end && /^\s*:\s*$/.test(between))
    return { start: value.start, end: value.end, text: `[${items}]` };
  // An anchor or a tag may be all that stands there.
  const behind = /^[ \t]*:(?=[ \t]*(?:#.*|[,}].*)?$)/m.exec(text.slice(key.end, lineEnd(text, key.end)));
  if (value.start < value.end || !behind) return undefined;
  const colon = key.end + behind[0].length;
  return { start: colon, end: colon, text: ` [${items}]` };
}

/** The edit that adds a pair before another one, on a line of its own where that one begins its line. */
export function pairBefore(text: string, next: Pair, pair: NewPair, notation: Notation, flow: boolean): Edit {
  const at = next.key.start;
  const start = lineStart(text, at);
  const indent = text.slice(start, at);
  const ownLine = indent.trim() === '';
  const assign = assignOf(text, next, notation);
  const { text: body, select } = written([pair], ({ key }) => keyLike(text, next, key, notation) + assign);
  const after = flow ? (ownLine ? `,${lineBreakOf(text)}${indent}` : ', ') : `${lineBreakOf(text)}${indent}`;
  return { start: at, end: at, text: body + after, ...(select && { select }) };
}

/** Puts pairs one behind another, each behind what `lead` says, and keeps account of the part to select. */
function written(
  pairs: readonly NewPair[],
  lead: (pair: NewPair) => string,
  between = '',
): Pick<Edit, 'text' | 'select'> {
  let text = '';
  let select: Edit['select'];
  for (const [i, pair] of pairs.entries()) {
    if (i > 0) text += between;
    // A value on lines of its own leaves no space behind the key.
    text += /^\r?\n/.test(pair.value) ? lead(pair).trimEnd() : lead(pair);
    if (pair.select) select = { start: text.length + pair.select.start, end: text.length + pair.select.end };
    text += pair.value;
  }
  return select ? { text, select } : { text };
}

/** What stands between two pairs: taken from the last two, else made from the last one's line. */
function separatorAfter(text: string, map: MapNode, own: readonly Pair[], notation: Notation): string {
  const [previous, last] = own.slice(-2);
  if (map.style === 'flow') {
    if (!previous || !last) return ', ';
    const between = withoutComments(text.slice(previous.value.end, last.key.start), notation);
    const lastBreak = between.lastIndexOf('\n');
    return lastBreak < 0 ? between : `,${lineBreakOf(text)}${between.slice(lastBreak + 1)}`;
  }
  const key = own.at(-1)!.key;
  return lineBreakOf(text) + indentOf(text, key.start, map.style === 'block');
}

/** The white space that brings a new line below `offset`. In YAML a key may follow a dash, which then counts as white space. */
function indentOf(text: string, offset: number, asColumn: boolean): string {
  const before = text.slice(lineStart(text, offset), offset);
  return asColumn ? ' '.repeat(before.length) : (/^\s*/.exec(before)?.[0] ?? '');
}

function isSubTable({ value }: Pair): boolean {
  return (value.kind === 'map' && value.style === 'table') || (value.kind === 'list' && value.style === 'table');
}

/** What stands between a key and its value there; the notation's own where that runs over lines. */
function assignOf(text: string, pair: Pair, notation: Notation): string {
  // A key with nothing behind it shows no hand.
  if (pair.value.start === pair.value.end) return notation.assign;
  const between = text.slice(pair.key.end, pair.value.start);
  return /^ ?[:=] ?$/.test(between) ? between : notation.assign;
}

/** A key in the quotes of its neighbor. */
function keyLike(text: string, neighbor: Pair, key: string, notation: Notation): string {
  if (neighbor.key.quote === 0) return notation.key(key);
  const quote = text[neighbor.key.start]!;
  return quote + notation.quoted(key, quote) + quote;
}

/** Whether nothing but white space and comments stands between an offset and the end of its line. */
export function isLastOnLine(text: string, offset: number, notation: Notation): boolean {
  return withoutComments(text.slice(offset, lineEnd(text, offset)), notation).trim() === '';
}
