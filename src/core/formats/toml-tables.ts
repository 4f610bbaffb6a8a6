// Where TOML puts things: tables and lists that are named by paths and may go on anywhere in the file.
import { type MapNode, maxDepth, type Node, type Scalar, type TreeProblem } from '../tree';
import { type OpenList, type OpenMap, openList, openMap, reportSyntax } from './nodes';

/** A table that keys and further tables may still be added to. */
export interface Table {
  readonly node: OpenMap;
  readonly parent: Table | Tables | undefined;
  /** How it came to be: by its own header, as a part of another's path, or by a key with a dot. */
  origin: 'header' | 'path' | 'dotted';
  /** How many mappings and lists it lies in. */
  readonly depth: number;
  /** The tables in it that may go on; made when there is one. */
  inner: Map<string, Table | Tables> | undefined;
  /** The names in it; made when there are too many to look through. */
  names: Set<string> | undefined;
}

/** The list that headers in double brackets add to. */
export interface Tables {
  readonly node: OpenList;
  readonly parent: Table;
  last: Table | undefined;
}

export type Path = readonly [Scalar, ...Scalar[]];

const manyNames = 16;

export function openTable(start: number, style: MapNode['style'], parent: Table['parent'], depth: number): Table {
  const origin = style === 'dotted' ? 'dotted' : 'header';
  return { node: openMap(start, style), parent, origin, depth, inner: undefined, names: undefined };
}

/** The table that `[path]` opens, or `[[path]]` adds to its list; `undefined` where it would lie too deep. */
export function openHeader(
  root: Table,
  path: Path,
  isItem: boolean,
  start: number,
  problems: TreeProblem[],
): Table | undefined {
  const parent = parentOf(root, path, start, problems);
  const name = path.at(-1)!;
  if (parent.depth + (isItem ? 2 : 1) >= maxDepth) return refuse(parent, path);
  const present = parent.inner?.get(name.text);
  if (isItem) {
    const list = present && isList(present) ? present : add(parent, name, openTables(start, parent), problems);
    list.last = openTable(start, 'table', list, parent.depth + 2);
    list.node.items.push(list.last.node);
    return list.last;
  }
  if (present && !isList(present) && present.origin === 'path') {
    present.origin = 'header';
    return present;
  }
  return add(parent, name, openTable(start, 'table', parent, parent.depth + 1), problems);
}

/** The table that the last name of a path is looked up in, or the deepest there may be; those on the way are made where they are missing. */
function parentOf(root: Table, path: Path, start: number, problems: TreeProblem[]): Table {
  let table = root;
  for (const name of path.slice(0, -1)) {
    if (table.depth + 1 >= maxDepth) return table;
    const present = table.inner?.get(name.text);
    const next = present && isList(present) ? present.last : present;
    if (next) {
      table = next;
    } else {
      table = add(table, name, openTable(start, 'table', table, table.depth + 1), problems);
      table.origin = 'path';
    }
  }
  return table;
}

/** Sets `path = value` in a table, with a table for each name before the last; `false` where these would lie too deep. */
export function setValue(table: Table, path: Path, value: Node, problems: TreeProblem[]): boolean {
  let target = table;
  for (let i = 0; i + 1 < path.length; i++) {
    if (target.depth + 1 >= maxDepth) {
      refuse(target, path);
      return false;
    }
    const name = path[i]!;
    const present = target.inner?.get(name.text);
    const goesOn = present && !isList(present) && present.origin === 'dotted';
    const { start } = path[i + 1]!;
    target = goesOn ? present : add(target, name, openTable(start, 'dotted', target, target.depth + 1), problems);
  }
  addPair(target, path.at(-1)!, value, problems);
  extend(target, value.end);
  return true;
}

/** Nothing lies deeper than this table; what was to is within it all the same. */
function refuse(table: Table, path: Path): undefined {
  extend(table, path.at(-1)!.end);
}

/** A table, and what it lies in, ends no earlier than what belongs to it. */
export function extend(table: Table, end: number): void {
  for (let open: Table | Tables | undefined = table; open; open = open.parent) {
    if (open.node.end < end) open.node.end = end;
  }
}

function openTables(start: number, parent: Table): Tables {
  return { node: openList(start, 'table'), parent, last: undefined };
}

function isList(open: Table | Tables): open is Tables {
  return open.node.kind === 'list';
}

function add<T extends Table | Tables>(parent: Table, name: Scalar, open: T, problems: TreeProblem[]): T {
  addPair(parent, name, open.node, problems);
  parent.inner ??= new Map();
  parent.inner.set(name.text, open);
  return open;
}

/** A key that is there already is reported, and kept as well. */
function addPair(table: Table, key: Scalar, value: Node, problems: TreeProblem[]): void {
  if (has(table, key.text)) reportSyntax(problems, key.start, key.end, 'defining a key multiple times is invalid');
  table.node.pairs.push({ key, value });
  table.names?.add(key.text);
}

function has(table: Table, name: string): boolean {
  const { pairs } = table.node;
  if (pairs.length > manyNames) {
    table.names ??= new Set(pairs.map(({ key }) => key.text));
    return table.names.has(name);
  }
  for (const { key } of pairs) if (key.text === name) return true;
  return false;
}
