// Reads the values of TOML: strings, words, lists and inline tables, which may lie in one another.
import { type ListNode, type MapNode, maxDepth, type Node, type Scalar, type TreeProblem } from '../tree';
import { char } from './chars';
import { nothing, openList, tooDeep } from './nodes';
import {
  at,
  atTripleQuote,
  type Cursor,
  lose,
  readMultilineString,
  readName,
  readString,
  readWord,
  skipBlankLines,
  skipBlanks,
} from './toml-lexer';
import { extend, openTable, type Path, setValue } from './toml-tables';

export interface Reader extends Cursor {
  tooDeep: TreeProblem | undefined;
}

const header = /\[{1,2}[ \t]*(?!(?:true|false|inf|nan)\b)[A-Za-z_]/y;

/** The names of a key, with dots between them; `undefined` where none begins. */
export function readPath(reader: Reader): Path | undefined {
  const first = readName(reader);
  if (!first) {
    lose(reader, reader.pos, reader.pos + 1, 'key expected');
    return undefined;
  }
  const path: [Scalar, ...Scalar[]] = [first];
  for (;;) {
    skipBlanks(reader);
    if (!at(reader, char.point)) return path;
    reader.pos++;
    skipBlanks(reader);
    const name = readName(reader);
    if (!name) {
      lose(reader, reader.pos, reader.pos + 1, 'key expected');
      return path;
    }
    path.push(name);
  }
}

/** What stands after a key: an equals sign and a value. Where the value is missing, nothing is one. */
export function readAssignment(reader: Reader, key: Scalar, depth: number): Node | undefined {
  skipBlanks(reader);
  if (reader.isLost) return undefined;
  if (!at(reader, char.equals)) {
    lose(reader, key.start, key.end, 'equals sign expected');
    return undefined;
  }
  reader.pos++;
  const place = reader.pos + (at(reader, char.space) ? 1 : 0);
  skipBlanks(reader);
  const value = readValue(reader, depth);
  if (!value) lose(reader, key.start, place, 'value expected');
  return value ?? nothing(place);
}

/** A value that lies `depth` mappings and lists deep, or `undefined` where none begins. */
function readValue(reader: Reader, depth: number): Node | undefined {
  switch (reader.text.charCodeAt(reader.pos)) {
    case char.quote:
    case char.apostrophe:
      return atTripleQuote(reader) ? readMultilineString(reader) : readString(reader);
    case char.openList:
      return depth < maxDepth ? readList(reader, depth) : refuse(reader, reader.pos);
    case char.openMap:
      return depth < maxDepth ? readInlineTable(reader, depth) : refuse(reader, reader.pos);
    default:
      return readWord(reader);
  }
}

function refuse(reader: Reader, start: number): Scalar {
  reader.tooDeep ??= tooDeep(start);
  reader.isLost = true;
  return nothing(start);
}

function readList(reader: Reader, depth: number): ListNode {
  const start = reader.pos++;
  const list = openList(start, 'flow');
  list.end = reader.pos;
  for (;;) {
    skipBlankLines(reader);
    if (at(reader, char.closeList)) break;
    const item = beginsHeader(reader) ? undefined : readValue(reader, depth + 1);
    if (!item) lose(reader, start, start + 1, 'closing bracket expected');
    else {
      list.items.push(item);
      list.end = item.end;
    }
    if (reader.isLost) return list;
    skipBlankLines(reader);
    if (at(reader, char.closeList)) break;
    if (at(reader, char.comma)) reader.pos++;
    else {
      lose(reader, start, start + 1, 'closing bracket expected');
      return list;
    }
  }
  list.end = ++reader.pos;
  return list;
}

/** No list has a bare name in brackets: the header of the next table follows, and the list was never closed. */
function beginsHeader({ text, pos }: Reader): boolean {
  header.lastIndex = pos;
  return header.test(text);
}

function readInlineTable(reader: Reader, depth: number): MapNode {
  const start = reader.pos++;
  const table = openTable(start, 'flow', undefined, depth);
  const { node } = table;
  node.end = reader.pos;
  for (;;) {
    skipBlankLines(reader);
    if (at(reader, char.closeMap)) break;
    // The header of the next table follows: this one was never closed.
    if (at(reader, char.openList)) lose(reader, start, start + 1, 'closing brace expected');
    const path = reader.isLost ? undefined : readPath(reader);
    const key = path?.at(-1);
    const value = path && key && readAssignment(reader, key, depth + path.length);
    if (value && !setValue(table, path, value, reader.problems)) refuse(reader, key.start);
    if (reader.isLost) return node;
    skipBlankLines(reader);
    if (at(reader, char.closeMap)) break;
    if (at(reader, char.comma)) reader.pos++;
    else {
      lose(reader, start, start + 1, 'closing brace expected');
      return node;
    }
  }
  extend(table, ++reader.pos);
  return node;
}
