// Reads JSON, with comments and trailing commas or without, into the tree; what is broken costs only itself.
import {
  type ListNode,
  type MapNode,
  maxDepth,
  type Node,
  type Pair,
  type Scalar,
  type Tree,
  type TreeProblem,
} from '../tree';
import { char, endOfLine } from './chars';
import { type Cursor, readString, readWord, skipBlanks } from './json-lexer';
import {
  inOrder,
  keepFirst,
  maxProblems,
  nothing,
  type OpenList,
  type OpenMap,
  openList,
  openMap,
  reportSyntax,
  scalar,
  tooDeep,
} from './nodes';
import { readPackedMap } from './packed-json';
import type { PackedText } from './packed-map';

interface Reader extends Cursor {
  /** How many mappings and lists are open here, and how many of them are lists. */
  depth: number;
  lists: number;
  /** Where a mapping or list last ended without its bracket: those around it end there too, and one report is enough. */
  brokeOffAt: number;
  /** The pairs of the mapping that was read last: the next one tends to have the same keys. */
  lastPairs: readonly Pair[];
  /** The same of the plain mapping that was read last. */
  lastKeys: readonly string[];
  readonly packed: PackedText;
  tooDeep: TreeProblem | undefined;
}

export function readJson(text: string): Tree {
  const pos = text.charCodeAt(0) === char.byteOrderMark ? 1 : 0;
  const problems: TreeProblem[] = [];
  const reader: Reader = {
    text,
    pos,
    problems,
    depth: 0,
    lists: 0,
    brokeOffAt: -1,
    lastPairs: [],
    lastKeys: [],
    packed: { text, places: [] },
    tooDeep: undefined,
  };
  skipBlanks(reader);
  if (reader.pos === text.length) return { documents: [], problems };
  const root = readRoot(reader);
  return { documents: [root], problems: inOrder(problems, reader.tooDeep) };
}

/** The first mapping or list counts, whatever stands before it: a word typed above a whole file costs only itself. */
function readRoot(reader: Reader): Node | undefined {
  const { text, problems } = reader;
  let root: Node | undefined;
  for (;;) {
    const { pos } = reader;
    const value = readItem(reader);
    if (reader.pos === pos) reportSyntax(problems, pos, ++reader.pos, 'value expected');
    root = value?.kind === 'scalar' ? (root ?? value) : (value ?? root);
    skipBlanks(reader);
    if (reader.pos >= text.length || problems.length >= maxProblems) return root;
    if (root && root.kind !== 'scalar') {
      reportSyntax(problems, reader.pos, endOfLine(text, reader.pos), 'end of file expected');
      return root;
    }
    if (value) reportSyntax(problems, value.start, value.end, 'end of file expected');
  }
}

/** A value, or `undefined` where none begins; then the reader stays where it is. */
function readValue(reader: Reader): Node | undefined {
  switch (reader.text.charCodeAt(reader.pos)) {
    case char.quote:
    case char.apostrophe:
      return readString(reader);
    case char.openMap:
      return enter(reader, readMap);
    case char.openList:
      return enter(reader, readList);
    default:
      return readWord(reader);
  }
}

function enter(reader: Reader, read: (reader: Reader) => Node): Node {
  if (reader.depth === maxDepth) return skipDeep(reader);
  reader.depth++;
  const node = read(reader);
  reader.depth--;
  return node;
}

/** Passes over a mapping or list that is nested too deep, without recursion: nothing is read of it. */
function skipDeep(reader: Reader): Scalar {
  const { text, pos: start } = reader;
  reader.tooDeep ??= tooDeep(start);
  let open = 0;
  do {
    const code = text.charCodeAt(reader.pos);
    if (code === char.quote) {
      readString(reader);
    } else {
      if (code === char.openMap || code === char.openList) open++;
      if (code === char.closeMap || code === char.closeList) open--;
      reader.pos++;
    }
    skipBlanks(reader);
  } while (open > 0 && reader.pos < text.length);
  return nothing(start);
}

function readMap(reader: Reader): MapNode {
  const packed = readPackedMap(reader, reader.packed, reader.lastKeys);
  if (!packed) return readPairs(reader, reader.pos++);
  reader.lastKeys = packed.keys;
  return packed;
}

/** The pairs of a mapping and its closing brace. `start` is its opening brace, or the first key where that is missing. */
function readPairs(reader: Reader, start: number): MapNode {
  const { text, problems } = reader;
  const map = openMap(start, 'flow');
  map.end = reader.pos;
  let expectsComma = false;
  for (;;) {
    skipBlanks(reader);
    const { pos } = reader;
    switch (text.charCodeAt(pos)) {
      case char.closeMap:
        map.end = ++reader.pos;
        reader.lastPairs = map.pairs;
        return map;
      case char.comma:
        if (!expectsComma) reportSyntax(problems, pos, pos + 1, 'property name expected');
        expectsComma = false;
        reader.pos++;
        continue;
      case char.openMap:
      case char.closeList:
        // In a list this is the next entry or the list's end: the brace before it was never typed.
        if (reader.lists > 0) return breakOff(reader, map, 'closing brace expected');
        break;
      default:
        if (pos >= text.length || problems.length >= maxProblems)
          return breakOff(reader, map, 'closing brace expected');
    }
    const key = readLikelyKey(reader, reader.lastPairs[map.pairs.length]) ?? readKey(reader);
    if (!key) continue;
    if (expectsComma) reportSyntax(problems, map.end, map.end, 'comma expected');
    const pair = readPair(reader, key, map);
    map.pairs.push(pair);
    map.end = pair.value.end;
    expectsComma = true;
  }
}

/** The same key as in the mapping before, found without looking at its characters one by one and without a string of its own. */
function readLikelyKey(reader: Reader, pair: Pair | undefined): Scalar | undefined {
  if (!pair) return undefined;
  const { text, pos } = reader;
  const { key } = pair;
  const end = pos + key.text.length + 2;
  const isPlain = key.quote === 1 && key.end - key.start === end - pos;
  if (!isPlain || text.charCodeAt(pos) !== char.quote || text.charCodeAt(end - 1) !== char.quote) return undefined;
  if (!text.startsWith(key.text, pos + 1)) return undefined;
  reader.pos = end;
  return scalar(pos, end, 'string', key.text, 1);
}

/** A key; one without quotes is reported but understood. What cannot be a key is passed over. */
function readKey(reader: Reader): Scalar | undefined {
  const { text, pos: start, problems } = reader;
  if (text.charCodeAt(start) === char.quote) return readString(reader);
  const value = readValue(reader);
  if (!value) reader.pos++;
  const key = value && isKey(reader, value) ? value : undefined;
  // A string or word that is not in double quotes has been reported already.
  if (!isString(value))
    reportSyntax(problems, start, start + 1, key ? 'double quotes expected' : 'property name expected');
  return key;
}

function readPair(reader: Reader, key: Scalar, map: OpenMap): Pair {
  const { text, problems } = reader;
  skipBlanks(reader);
  const hasColon = text.charCodeAt(reader.pos) === char.colon;
  if (hasColon) reader.pos++;
  const place = hasColon ? reader.pos + (text.charCodeAt(reader.pos) === char.space ? 1 : 0) : key.end;
  if (!hasColon && key.quote === 1) reportSyntax(problems, key.start, key.end, 'colon expected');
  skipBlanks(reader);
  const { pos } = reader;
  const before = problems.length;
  const value = beginsNextEntry(reader, map) ? undefined : readValue(reader);
  if (value && !isKey(reader, value)) return { key, value };
  // What stands there is the next key: this one has no value yet.
  reader.pos = pos;
  problems.length = before;
  if (hasColon) reportSyntax(problems, key.start, place, 'value expected');
  return { key, value: nothing(place) };
}

function isString(value: Node | undefined): value is Scalar {
  return value?.kind === 'scalar' && value.type === 'string';
}

/** Whether a value turns out to be a key, since a colon follows it. */
function isKey(reader: Reader, value: Node): value is Scalar {
  if (value.kind !== 'scalar') return false;
  skipBlanks(reader);
  return reader.text.charCodeAt(reader.pos) === char.colon;
}

/**
 * Whether the brace where a value should stand opens the next entry of the list, the rest of this one having never been typed: as
 * the entry's own brace does, it begins a line, no further right than that.
 */
function beginsNextEntry({ text, pos, lists }: Reader, map: OpenMap): boolean {
  if (lists === 0 || text.charCodeAt(pos) !== char.openMap) return false;
  const column = indentation(text, pos);
  return column !== undefined && column <= (indentation(text, map.start) ?? -1);
}

/** How far from the start of its line something stands that nothing but blanks precedes, if that is not too far to look. */
function indentation(text: string, pos: number): number | undefined {
  let start = pos;
  while (start > 0 && pos - start < 256 && ' \t'.includes(text.charAt(start - 1))) start--;
  return start === 0 || '\n\r'.includes(text.charAt(start - 1)) ? pos - start : undefined;
}

function readList(reader: Reader): ListNode {
  const list = openList(reader.pos++, 'flow');
  list.end = reader.pos;
  reader.lists++;
  readItems(reader, list);
  reader.lists--;
  return list;
}

function readItems(reader: Reader, list: OpenList): void {
  const { text, problems } = reader;
  let expectsComma = false;
  for (;;) {
    skipBlanks(reader);
    const { pos } = reader;
    switch (text.charCodeAt(pos)) {
      case char.closeList:
        list.end = ++reader.pos;
        return;
      case char.comma:
        if (!expectsComma) reportSyntax(problems, pos, pos + 1, 'value expected');
        expectsComma = false;
        reader.pos++;
        continue;
      case char.closeMap:
        if (endsList(reader, list)) {
          breakOff(reader, list, 'closing bracket expected');
          return;
        }
        break;
      default:
        if (pos >= text.length || problems.length >= maxProblems) {
          breakOff(reader, list, 'closing bracket expected');
          return;
        }
    }
    const lacksComma = expectsComma && reader.brokeOffAt !== pos;
    const before = problems.length;
    const item = readItem(reader);
    if (item) {
      if (item.kind === 'map') keepFirst(problems, before);
      if (lacksComma) reportSyntax(problems, list.end, list.end, 'comma expected');
      list.items.push(item);
      list.end = item.end;
      expectsComma = true;
    } else if (reader.pos === pos) {
      reader.pos++;
      reportSyntax(problems, pos, pos + 1, 'value expected');
    }
  }
}

/** A value of a list. A word that should have stood in quotes is none, and a key there begins an entry that lost its brace. */
function readItem(reader: Reader): Node | undefined {
  const { text, pos, problems } = reader;
  const before = problems.length;
  const value = readValue(reader);
  if (!isString(value)) return value;
  if (!isKey(reader, value)) return text.charCodeAt(pos) === char.quote ? value : undefined;
  reader.pos = pos;
  problems.length = before;
  reportSyntax(problems, pos, value.end, 'opening brace expected');
  return enter(reader, at => readPairs(at, pos));
}

/**
 * Whether a closing brace in a list shows that the list's own bracket is missing. Where entries go on after it, there is just one
 * brace too many.
 */
function endsList(reader: Reader, list: OpenList): boolean {
  if (reader.depth === reader.lists) return false;
  if (reader.lists > 1 || list.items.at(-1)?.kind !== 'map') return true;
  const ahead: Cursor = { ...reader, pos: reader.pos + 1, problems: [] };
  skipBlanks(ahead);
  if (ahead.text.charCodeAt(ahead.pos) === char.comma) {
    ahead.pos++;
    skipBlanks(ahead);
  }
  const next = ahead.text.charCodeAt(ahead.pos);
  return next !== char.openMap && next !== char.closeList;
}

function breakOff<T extends MapNode | ListNode>(reader: Reader, node: T, reason: string): T {
  if (reader.brokeOffAt !== reader.pos) reportSyntax(reader.problems, node.start, node.start + 1, reason);
  reader.brokeOffAt = reader.pos;
  return node;
}
