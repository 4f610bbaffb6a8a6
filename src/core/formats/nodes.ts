// Makes the nodes and problems of a tree: one shape each, so that reading ten thousand of them stays fast.
import { type ListNode, type MapNode, maxDepth, type Node, type Pair, type Scalar, type TreeProblem } from '../tree';

/** How many problems are worth reading on for: a text with more is something else. */
export const maxProblems = 100_000;

/** A mapping that is still being read. */
export interface OpenMap extends MapNode {
  start: number;
  end: number;
  readonly pairs: Pair[];
}

/** A list that is still being read. */
export interface OpenList extends ListNode {
  start: number;
  end: number;
  readonly items: Node[];
}

export function scalar(start: number, end: number, type: Scalar['type'], text: string, quote: Scalar['quote']): Scalar {
  return { kind: 'scalar', start, end, type, text, quote };
}

/** The value of a key after which nothing is written. */
export function nothing(at: number): Scalar {
  return scalar(at, at, 'null', '', 0);
}

export function openMap(start: number, style: MapNode['style']): OpenMap {
  return { kind: 'map', start, end: start, style, pairs: [] };
}

export function openList(start: number, style: ListNode['style']): OpenList {
  return { kind: 'list', start, end: start, style, items: [] };
}

/** Reports broken text; what is told of the same place again, or of the text right after it, is not told twice. */
export function reportSyntax(problems: TreeProblem[], start: number, end: number, reason: string): void {
  const last = problems.at(-1);
  if (last?.reason !== reason || last.end < start || last.start > start)
    problems.push({ code: 'syntax', start, end, reason });
  else if (last.end < end) problems[problems.length - 1] = { ...last, end };
}

/** One report is enough for one broken entry. */
export function keepFirst(problems: TreeProblem[], from: number): void {
  if (problems.length > from + 1) problems.length = from + 1;
}

export function tooDeep(start: number): TreeProblem {
  return { code: 'depth', start, end: start + 1, reason: `nesting deeper than ${maxDepth} levels` };
}

/** Problems as they follow in the text, with the limits that were passed. */
export function inOrder(problems: TreeProblem[], ...limits: (TreeProblem | undefined)[]): TreeProblem[] {
  for (const limit of limits) if (limit) problems.push(limit);
  return problems.sort((a, b) => a.start - b.start);
}
