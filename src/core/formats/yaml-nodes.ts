// Turns the events of the YAML parser into nodes with their places: what the events leave out is looked up in the text.
import { COLLECTION_STYLE, EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import {
  type ListNode,
  type MapNode,
  maxAliases,
  maxDepth,
  type Node,
  type Pair,
  type Scalar,
  type TreeProblem,
} from '../tree';
import { nothing, openList, openMap, reportSyntax, scalar, tooDeep } from './nodes';
import { plainType, taggedType } from './yaml-scalars';
import { afterClosing, placeAfter, placeOfKey, startOfBlockScalar, trimmedEnd } from './yaml-text';

/** What is known of a file across its documents and pieces. */
export interface Reading {
  readonly text: string;
  readonly problems: TreeProblem[];
  /** The values of this document that have a name; `undefined` while such a value is still being read. */
  readonly anchors: Map<string, Anchored | undefined>;
  aliases: number;
  tooDeep: TreeProblem | undefined;
  tooManyAliases: TreeProblem | undefined;
  /** How many characters the parser has read in vain, and where that became too many. */
  wasted: number;
  tooBroken: TreeProblem | undefined;
}

interface Anchored {
  readonly node: Node;
  /** How many levels the node has: 0 for a scalar. */
  readonly height: number;
}

/** A piece of the text as the parser saw it. */
export interface Piece {
  readonly input: string;
  /** What an offset in the input lacks to one in the text. */
  readonly base: number;
  readonly events: readonly Event[];
}

interface Walk extends Piece {
  readonly reading: Reading;
  index: number;
  /** Where in the text the last thing ends that was read, and how many levels it had. */
  pos: number;
  height: number;
}

type Alias = Extract<Event, { type: typeof EVENT_ID.ALIAS }>;
type Mapping = Extract<Event, { type: typeof EVENT_ID.MAPPING }>;
type Sequence = Extract<Event, { type: typeof EVENT_ID.SEQUENCE }>;

/** The documents of a piece, each `depth` levels down in the tree; an empty one is `undefined`. */
export function nodesOf(reading: Reading, piece: Piece, start: number, depth: number): (Node | undefined)[] {
  const { input, base, events } = piece;
  const walk: Walk = { reading, input, base, events, index: 0, pos: start, height: 0 };
  const nodes: (Node | undefined)[] = [];
  while (walk.index < events.length) {
    if (nodes.length > 0) reading.anchors.clear();
    walk.index++;
    const node = readNode(walk, depth, '');
    walk.index++;
    nodes.push(isNothing(node) ? undefined : node);
  }
  return nodes;
}

export function isNothing(node: Node): boolean {
  return node.kind === 'scalar' && node.type === 'null' && node.text === '';
}

/** The next node. `mark` is what stands before it: `:`, `-`, `?` before a key. */
function readNode(walk: Walk, depth: number, mark: string): Node {
  const event = walk.events[walk.index++]!;
  switch (event.type) {
    case EVENT_ID.SCALAR: {
      const node = readScalar(walk, event, mark);
      walk.pos = node.end;
      walk.height = 0;
      if (event.anchorStart >= 0) setAnchor(walk, event, { node, height: 0 });
      return node;
    }
    case EVENT_ID.ALIAS:
      return readAlias(walk, event, depth);
    case EVENT_ID.MAPPING:
    case EVENT_ID.SEQUENCE: {
      if (depth === maxDepth) return skipDeep(walk, event);
      setAnchor(walk, event, undefined);
      const node = event.type === EVENT_ID.MAPPING ? readMap(walk, event, depth + 1) : readList(walk, event, depth + 1);
      walk.index++;
      walk.pos = node.end;
      walk.height++;
      setAnchor(walk, event, { node, height: walk.height });
      return node;
    }
    default:
      return nothing(walk.pos);
  }
}

function readMap(walk: Walk, event: Mapping, depth: number): MapNode {
  const { text } = walk.reading;
  const start = event.start + walk.base;
  const isFlow = event.style === COLLECTION_STYLE.FLOW && !isPairOfList(walk, event);
  const map = openMap(start, isFlow ? 'flow' : 'block');
  let height = 0;
  walk.pos = isFlow ? start + 1 : start;
  while (walk.events[walk.index]!.type !== EVENT_ID.POP) {
    const pair = readPair(walk, depth);
    height = Math.max(height, walk.height);
    map.pairs.push(pair);
  }
  map.end = isFlow ? afterClosing(text, walk.pos, '}') : walk.pos;
  walk.height = height;
  return map;
}

function readPair(walk: Walk, depth: number): Pair {
  const node = readNode(walk, depth, '?');
  const keyHeight = walk.height;
  const value = readNode(walk, depth, ':');
  walk.height = Math.max(walk.height, keyHeight);
  return { key: node.kind === 'scalar' ? node : collectionKey(walk.reading.text, node), value };
}

/** A mapping or list as a key: nobody writes license files so, and what is written there will do. */
function collectionKey(text: string, { start, end }: Node): Scalar {
  return scalar(start, end, 'string', text.slice(start, end), 0);
}

/** Whether a mapping is the one pair of `[a: b]`, which has no braces; where its key begins with one, a mapping follows at the same place. */
function isPairOfList({ input, events, index }: Walk, { start }: Mapping): boolean {
  const next = events[index];
  return input.charAt(start) !== '{' || (next?.type === EVENT_ID.MAPPING && next.start === start);
}

function readList(walk: Walk, event: Sequence, depth: number): ListNode {
  const start = event.start + walk.base;
  const isFlow = event.style === COLLECTION_STYLE.FLOW;
  const list = openList(start, isFlow ? 'flow' : 'block');
  let height = 0;
  walk.pos = isFlow ? start + 1 : start;
  while (walk.events[walk.index]!.type !== EVENT_ID.POP) {
    list.items.push(readNode(walk, depth, '-'));
    height = Math.max(height, walk.height);
  }
  list.end = isFlow ? afterClosing(walk.reading.text, walk.pos, ']') : walk.pos;
  walk.height = height;
  return list;
}

function readScalar(walk: Walk, event: ScalarEvent, mark: string): Scalar {
  const { input, base } = walk;
  if (event.valueStart < 0) return readEmpty(walk, event, mark);
  const text = event.fast ? input.slice(event.valueStart, event.valueEnd) : getScalarValue(input, event);
  const start = event.valueStart + base;
  const end = event.valueEnd + base;
  const isPlain = event.style === SCALAR_STYLE.PLAIN;
  const type =
    event.tagStart >= 0 ? taggedType(tagOf(walk, event), text, isPlain) : isPlain ? plainType(text) : 'string';
  if (isPlain) return scalar(start, end, type, text, 0);
  if (event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED) {
    return scalar(start - 1, end + 1, type, text, 1);
  }
  const source = walk.reading.text;
  const header = startOfBlockScalar(source, Math.max(walk.pos, propertiesEnd(walk, event)), start);
  return scalar(header, trimmedEnd(source, header, end), type, text, 0);
}

/** A scalar of which nothing is written, unless it is a tag or a name. */
function readEmpty(walk: Walk, event: ScalarEvent, mark: string): Scalar {
  const { text } = walk.reading;
  const hasProperties = event.tagStart >= 0 || event.anchorStart >= 0;
  const place = hasProperties
    ? propertiesEnd(walk, event)
    : mark === '?'
      ? placeOfKey(text, walk.pos)
      : placeAfter(text, walk.pos, mark);
  const type = event.tagStart >= 0 ? taggedType(tagOf(walk, event), '', true) : 'null';
  return scalar(place, place, type, '', 0);
}

function tagOf({ input }: Walk, { tagStart, tagEnd }: ScalarEvent): string {
  return input.slice(tagStart, tagEnd);
}

function propertiesEnd({ base }: Walk, { tagEnd, anchorEnd }: ScalarEvent): number {
  return Math.max(tagEnd, anchorEnd) + base;
}

function setAnchor(
  { reading, input }: Walk,
  event: ScalarEvent | Mapping | Sequence,
  value: Anchored | undefined,
): void {
  if (event.anchorStart >= 0) reading.anchors.set(input.slice(event.anchorStart, event.anchorEnd), value);
}

/** The node that an alias stands for, or the alias itself as text where there is none to be had. */
function readAlias(walk: Walk, event: Alias, depth: number): Node {
  const { reading, base } = walk;
  const start = event.anchorStart - 1 + base;
  const end = event.anchorEnd + base;
  walk.pos = end;
  walk.height = 0;
  const unresolved = scalar(start, end, 'string', reading.text.slice(start, end), 0);
  if (++reading.aliases > maxAliases) {
    reading.tooManyAliases ??= { code: 'aliases', start, end, reason: `more than ${maxAliases} aliases` };
    return unresolved;
  }
  const anchored = reading.anchors.get(walk.input.slice(event.anchorStart, event.anchorEnd));
  if (!anchored) {
    reportSyntax(reading.problems, start, end, 'unknown alias');
    return unresolved;
  }
  if (depth + anchored.height > maxDepth) {
    reading.tooDeep ??= tooDeep(start);
    return unresolved;
  }
  walk.height = anchored.height;
  const { node } = anchored;
  return node.kind === 'scalar' ? { ...node, start, end, quote: 0 } : { ...node, start, end };
}

function skipDeep(walk: Walk, { start }: Mapping | Sequence): Scalar {
  for (let open = 1; open > 0; walk.index++) {
    const { type } = walk.events[walk.index]!;
    if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) open++;
    if (type === EVENT_ID.POP) open--;
  }
  walk.reading.tooDeep ??= tooDeep(start + walk.base);
  walk.height = 0;
  return nothing(start + walk.base);
}
