// Turns the events of the YAML parser into nodes with their places: what the events leave out is looked up in the text.
import { COLLECTION_STYLE, EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { type ListNode, type MapNode, maxAliases, maxDepth, type Node, type Scalar, type TreeProblem } from '../tree';
import { nothing, openList, openMap, reportSyntax, scalar, tooDeep } from './nodes';
import { plainType, taggedType } from './yaml-scalars';
import { afterBlanks, endOfContent, placeAfter } from './yaml-text';

/** What is known of a file across its documents and pieces. */
export interface Reading {
  readonly text: string;
  readonly problems: TreeProblem[];
  /** The values that aliases stand for, in this document; `undefined` while such a value is still being read. */
  anchors: Map<string, Anchored | undefined>;
  aliases: number;
  tooDeep: TreeProblem | undefined;
  tooManyAliases: TreeProblem | undefined;
  /** How often the parser has given up. */
  failures: number;
}

interface Anchored {
  readonly node: Node;
  readonly height: number;
}

type Collection = Extract<Event, { style: unknown; start: number }>;
type Properties = Pick<Collection, 'anchorStart' | 'anchorEnd' | 'tagStart' | 'tagEnd'>;

/** A walk over the events of one piece of the text. */
interface Walk {
  readonly reading: Reading;
  readonly events: readonly Event[];
  /** The piece as the parser saw it, and how far into the text its first character stands. */
  readonly input: string;
  readonly base: number;
  index: number;
  /** Where in the text the last thing ends that was read. */
  pos: number;
  /** How many levels the last node has: 0 for a scalar. */
  height: number;
}

/** One node a document; `undefined` for an empty one. The nodes stand `depth` levels deep in the tree. */
export function nodesOf(
  reading: Reading,
  { events, input, base, start }: { events: readonly Event[]; input: string; base: number; start: number },
  depth: number,
): (Node | undefined)[] {
  const walk: Walk = { reading, events, input, base, index: 0, pos: start, height: 0 };
  const nodes: (Node | undefined)[] = [];
  while (walk.index < events.length) {
    if (depth === 0) reading.anchors = new Map();
    walk.index++;
    const node = readNode(walk, depth);
    walk.index++;
    nodes.push(isNothing(node) ? undefined : node);
  }
  return nodes;
}
