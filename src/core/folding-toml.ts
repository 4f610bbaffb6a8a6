// What can be folded in a native TOML file: tables, values over several lines, and comments.
import { addComments, type Fold } from './folding';
import type { Steps } from './steps';
import { lineEnd, lineStart, nextLine } from './text';
import type { Node, Span } from './tree';

/** How many values are looked at in one step. */
const stepLength = 1_000;

/** No more than `limit` of them, in no order. `root`: that of the text. */
export function* foldsInToml(text: string, root: Node, limit: number): Steps<readonly Fold[]> {
  const folds: Fold[] = [];
  /** A number sign in these begins no comment. */
  const strings: Span[] = [];
  let count = 0;
  for (const node of nodesIn(root)) {
    if (++count % stepLength === 0) yield;
    if (node.kind === 'scalar' && node.quote === 3) strings.push(node);
    // The file as a whole needs no fold, and the list of tables begins where the first of them does.
    if (node === root || (node.kind !== 'scalar' && node.style === (node.kind === 'list' ? 'table' : 'dotted')))
      continue;
    const end = foldEnd(text, node);
    if (lineEnd(text, node.start) < end) folds.push({ kind: 'record', start: node.start, end });
    if (folds.length >= limit) return folds;
  }
  let at = 0;
  for (const { start, end } of strings.sort((a, b) => a.start - b.start)) {
    yield* addComments(text, at, start, folds);
    at = nextLine(text, end);
  }
  yield* addComments(text, at, text.length, folds);
  return folds.slice(0, limit);
}

function* nodesIn(node: Node): Generator<Node, undefined, undefined> {
  yield node;
  if (node.kind === 'map') for (const { value } of node.pairs) yield* nodesIn(value);
  else if (node.kind === 'list') for (const item of node.items) yield* nodesIn(item);
}

/** A bracket on a line of its own stays to be seen. */
function foldEnd(text: string, node: Node): number {
  const isTable = node.kind === 'map' && node.style === 'table';
  const line = lineStart(text, node.end - 1);
  if (isTable || line <= node.start || text.slice(line, node.end - 1).trim() !== '') return node.end;
  return line - 1;
}
