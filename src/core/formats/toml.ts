// Reads TOML into the tree, statement by statement: what is broken costs only itself.
import type { Tree, TreeProblem } from '../tree';
import { char, endOfLine } from './chars';
import { inOrder, keepFirst, maxProblems, reportSyntax, tooDeep } from './nodes';
import { at, lose, skipBlankLines, skipBlanks, skipComment } from './toml-lexer';
import { extend, openHeader, openTable, setValue, type Table } from './toml-tables';
import { type Reader, readAssignment, readPath } from './toml-values';

interface File extends Reader {
  readonly root: Table;
  /** The table that keys are added to; none after a header that cannot be read or lies too deep. */
  table: Table | undefined;
  /** How many problems there were before the table's header: one of its own is enough. */
  problemsBefore: number;
}

/** How a line begins that is a statement of its own, and not part of a value that a line above began. */
const statementStart =
  /^[ \t]*(?:\[{1,2}[ \t]*["'\w-][^,=[\]{}#]*(?:\]|$)|[\w.-][\w. \t-]*=|"[^"]*"[ \t]*[.=]|'[^']*'[ \t]*[.=])/;

export function readToml(text: string): Tree {
  const problems: TreeProblem[] = [];
  const pos = text.charCodeAt(0) === char.byteOrderMark ? 1 : 0;
  const root = openTable(pos, 'table', undefined, 0);
  const file: File = { text, pos, problems, isLost: false, tooDeep: undefined, root, table: root, problemsBefore: 0 };
  skipBlankLines(file);
  if (file.pos === text.length) return { documents: [], problems };
  root.node.start = file.pos;
  while (file.pos < text.length && problems.length < maxProblems) {
    readStatement(file);
    skipBlankLines(file);
  }
  endTable(file);
  return { documents: [root.node], problems: inOrder(problems, file.tooDeep) };
}

function readStatement(file: File): void {
  const { text, pos: start, problems } = file;
  const before = problems.length;
  file.isLost = false;
  if (at(file, char.openList)) readHeader(file);
  else readPair(file);
  if (file.isLost) file.pos = nextStatement(text, start);
  else endStatement(file);
  const last = problems.at(-1);
  // What is broken lies within its table, even if that is after the last value.
  if (last && problems.length > before) extend(file.table ?? file.root, last.end);
}

function readHeader(file: File): void {
  const { text, pos: start, problems, root } = file;
  endTable(file);
  const isItem = text.startsWith('[[', start);
  const close = isItem ? ']]' : ']';
  file.pos += close.length;
  skipBlanks(file);
  const path = readPath(file);
  file.table = path && openHeader(root, path, isItem, start, problems);
  if (path && !file.table) file.tooDeep ??= tooDeep(start);
  if (text.startsWith(close, file.pos)) file.pos += close.length;
  else if (!file.isLost) lose(file, start, file.pos, 'closing bracket expected');
  if (file.table) extend(file.table, file.pos);
}

function endTable(file: File): void {
  if (file.table !== file.root) keepFirst(file.problems, file.problemsBefore);
  file.problemsBefore = file.problems.length;
}

function readPair(file: File): void {
  const { table, problems } = file;
  const path = readPath(file);
  if (!path) return;
  const key = path.at(-1)!;
  const value = readAssignment(file, key, (table?.depth ?? 0) + path.length);
  if (table && value && !setValue(table, path, value, problems)) file.tooDeep ??= tooDeep(key.start);
}

function endStatement(file: File): void {
  const { text } = file;
  skipBlanks(file);
  if (at(file, char.hash)) skipComment(file);
  const end = endOfLine(text, file.pos);
  if (end > file.pos) reportSyntax(file.problems, file.pos, end, 'line break expected');
  file.pos = end;
}

/** The line after the one at `pos` that begins a statement, or the end of the text. */
function nextStatement(text: string, pos: number): number {
  for (;;) {
    const start = endOfLine(text, pos) + 1;
    if (start >= text.length) return text.length;
    pos = start;
    if (statementStart.test(text.slice(start, endOfLine(text, start)))) return start;
  }
}
