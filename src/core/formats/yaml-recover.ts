// Reads a YAML text that the parser gave up on, piece by piece, so that what is broken costs only itself.
import { EVENT_ID } from 'js-yaml';
import type { ListNode, Node, Pair, Span } from '../tree';
import { endOfLine } from './chars';
import { keepFirst, nothing, type OpenList, type OpenMap, openList, openMap, reportSyntax } from './nodes';
import { type Layout, layoutOf, type Part } from './yaml-layout';
import { linesOf } from './yaml-lines';
import { isNothing, nodesOf, type Piece, type Reading } from './yaml-nodes';
import { type Failure, failed, type Hole, isExhausted, parse, reportFailure, type Stretch } from './yaml-parse';
import { afterBlanks, trimmedEnd } from './yaml-text';

/** How many levels down pieces are cut smaller: license files have four. What is nested too deep is not looked into. */
const maxCuts = { syntax: 8, depth: 2 };

/** How many parts are tried together: the parser's giving up costs time by how much it was given. */
const window = 64;

export function recoverDocuments(reading: Reading): (Node | undefined)[] {
  return documentsOf(reading.text).map(({ start, end }) => {
    reading.anchors.clear();
    return readStretch(reading, { start, end, depth: 0, holes: [] });
  });
}

/** The documents of a text: a marker at the start of a line ends one in whatever it stands. */
function documentsOf(text: string): Span[] {
  const documents: Span[] = [];
  let start = 0;
  // A document that has not been announced is one only if something stands in it.
  let exists = false;
  for (const line of linesOf(text, 0, text.length)) {
    const marker =
      line.column === 0
        ? /^(?:---|\.\.\.)(?=[ \t]|$)/.exec(text.slice(line.start, Math.min(line.end, line.start + 4)))?.[0]
        : undefined;
    if (!marker) {
      exists ||= !(line.column === 0 && text.charAt(line.start) === '%');
      continue;
    }
    if (exists) documents.push({ start, end: line.start });
    exists = marker === '---';
    start = line.start + marker.length;
  }
  if (exists) documents.push({ start, end: text.length });
  return documents;
}

/** A stretch as a whole, or if it cannot be read or has holes (which count against the entry they are in), in its parts. */
function readStretch(reading: Reading, stretch: Stretch): Node | undefined {
  const piece = parse(reading, stretch);
  const failure = failed(piece) ? piece : undefined;
  const isWhole = !failure && stretch.holes.length === 0;
  const layout = isWhole || !mayCut(reading, stretch, failure) ? undefined : layoutOf(reading.text, stretch);
  if (layout) return readLayout(reading, layout, failure);
  reportHoles(reading, stretch.holes);
  if (!failed(piece)) return nodesOf(reading, piece, stretch.start, stretch.depth)[0];
  reportFailure(reading, piece);
  return undefined;
}

function mayCut(reading: Reading, { depth }: Stretch, failure: Failure | undefined): boolean {
  const cuts = failure?.limit === 'depth' ? maxCuts.depth : maxCuts.syntax;
  return depth < cuts && !isExhausted(reading);
}

function readLayout(reading: Reading, { kind, parts }: Layout, failure: Failure | undefined): OpenList | OpenMap {
  const start = parts[0].head;
  const into = kind === 'list' ? openList(start, 'block') : openMap(start, 'block');
  const before = reading.problems.length;
  for (let i = 0; i < parts.length; i += window) readParts(reading, parts.slice(i, i + window), into);
  if (failure && reading.problems.length === before) reportFailure(reading, failure);
  return into;
}

/** Reads parts together if they can be read so, else in halves: most of a large file is fine. */
function readParts(reading: Reading, parts: readonly Part[], into: OpenList | OpenMap): void {
  const [part] = parts;
  if (!part) return;
  if (parts.length === 1) {
    readAlone(reading, part, into);
    return;
  }
  // A part with holes is read alone, for they count against it.
  const hasHoles = parts.some(({ holes }) => holes.length > 0);
  const failure = hasHoles ? undefined : readTogether(reading, { ...part, end: parts.at(-1)!.end }, into);
  if (!hasHoles && !failure) return;
  if (isExhausted(reading)) {
    if (failure) reportFailure(reading, failure);
    return;
  }
  const before = reading.problems.length;
  const half = parts.length >> 1;
  readParts(reading, parts.slice(0, half), into);
  readParts(reading, parts.slice(half), into);
  // Each by itself is fine: it is how they stand to each other that is not.
  if (failure && reading.problems.length === before) reportFailure(reading, failure);
}

/** Adds what stands in a stretch, or says why it cannot be read. */
function readTogether(reading: Reading, stretch: Stretch, into: OpenList | OpenMap): Failure | undefined {
  const piece = parse(reading, stretch);
  if (failed(piece)) return piece;
  if (!isOfKind(piece, into.kind)) return misfit(reading.text, stretch);
  const node = nodesOf(reading, piece, stretch.start, stretch.depth)[0];
  if (node?.kind === 'list' && into.kind === 'list') for (const item of node.items) into.items.push(item);
  if (node?.kind === 'map' && into.kind === 'map') for (const pair of node.pairs) into.pairs.push(pair);
  if (node) into.end = node.end;
  return undefined;
}

function isOfKind({ events }: Piece, kind: 'list' | 'map'): boolean {
  return events.length === 0 || events[1]?.type === (kind === 'list' ? EVENT_ID.SEQUENCE : EVENT_ID.MAPPING);
}

/** Reads one part as far as that is possible. What is broken in it lies within its node, even if that is after its last value. */
function readAlone(reading: Reading, part: Part, into: OpenList | OpenMap): void {
  const { problems } = reading;
  const above = part.holes.filter(hole => hole.start < part.head);
  const stretch: Stretch = { ...part, start: part.head, holes: part.holes.slice(above.length) };
  reportHoles(reading, above);
  const before = problems.length;
  if (into.kind === 'list') readItem(reading, stretch, into);
  else readPair(reading, stretch, into);
  for (const { end } of problems.slice(before)) into.end = Math.max(into.end, Math.min(end, part.end));
  if (into.kind === 'list' && problems.length > before) {
    keepFirst(problems, before);
    const item = into.items.at(-1);
    const isOwn = item && item.start > part.head && item.kind !== 'scalar';
    if (isOwn) into.items[into.items.length - 1] = { ...item, end: into.end };
  }
}

function readItem(reading: Reading, stretch: Stretch, into: OpenList): void {
  const failure = readTogether(reading, stretch, into);
  if (!failure) {
    reportHoles(reading, stretch.holes);
    return;
  }
  const before = reading.problems.length;
  const node = readStretch(reading, { ...stretch, start: stretch.start + 1, depth: stretch.depth + 1 });
  if (reading.problems.length === before) reportFailure(reading, failure);
  if (!node) return;
  into.items.push(node);
  into.end = node.end;
}

function readPair(reading: Reading, stretch: Stretch, into: OpenMap): void {
  const { text, problems } = reading;
  const { start, holes, depth } = stretch;
  const failure = holes.length > 0 ? undefined : readTogether(reading, stretch, into);
  if (holes.length === 0 && !failure) return;
  const before = problems.length;
  const end = Math.min(endOfLine(text, start), stretch.end);
  const pair = readHead(reading, { start, end, depth, holes: [] });
  const goesOn = (!pair || isNothing(pair.value)) && afterBlanks(text, end) < stretch.end;
  const value = goesOn ? readStretch(reading, { ...stretch, start: end, depth: depth + 1 }) : undefined;
  if (!goesOn) reportHoles(reading, holes);
  if (failure && problems.length === before) reportFailure(reading, failure);
  if (!pair) {
    if (value?.kind === 'list') goOnWith(value, end, into);
    return;
  }
  into.pairs.push(value ? { key: pair.key, value } : pair);
  into.end = value?.end ?? pair.value.end;
}

/** A line that can't be a key has slipped out of an entry, which it ends with, and the list that it cut in two goes on behind it. */
function goOnWith(rest: ListNode, lineEnd: number, into: OpenMap): void {
  const last = into.pairs.at(-1);
  if (last?.value.kind !== 'list' || last.value.style !== rest.style) return;
  const torn = last.value.items.slice(-1).map(item => ({ ...item, end: lineEnd }));
  const items = [...last.value.items.slice(0, -1), ...torn, ...rest.items];
  const value = { ...last.value, items, end: rest.end };
  into.pairs[into.pairs.length - 1] = { key: last.key, value };
  into.end = rest.end;
}

/** The pair that the first line of a part says, whatever stands below it. */
function readHead(reading: Reading, line: Stretch): Pair | undefined {
  const piece = parse(reading, line);
  const node = failed(piece) ? undefined : nodesOf(reading, piece, line.start, line.depth)[0];
  if (node?.kind === 'map') return node.pairs[0];
  reportFailure(reading, failed(piece) ? piece : misfit(reading.text, line));
  return node?.kind === 'scalar' ? { key: node, value: nothing(node.end) } : undefined;
}

function misfit(text: string, { start, end }: Stretch): Failure {
  const line = Math.min(endOfLine(text, start), end);
  return { start, end: trimmedEnd(text, start, line), reason: "expected ':' after a mapping key", limit: undefined };
}

function reportHoles(reading: Reading, holes: readonly Hole[]): void {
  for (const { start, end, reason } of holes) reportSyntax(reading.problems, start, end, reason);
}
