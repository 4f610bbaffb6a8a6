// A line of the tree of what the license files say.
import type { OutlookState } from './license-tree-outlook';
import type { Coverage, Gap, Term } from './model';
import type { Place } from './timeline';
import * as words from './words/tree';

/** A line of the tree. Nothing in it is a key, a command or markup. */
export interface TreeNode {
  /** The same as long as it is of the same thing; unique in its tree. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly look: Look;
  readonly label: string;
  readonly description: string;
  /** All of it in words, for who can't see the icon. */
  readonly spoken: string;
  readonly parent: TreeNode | undefined;
  /** Which of the sources it is of. */
  readonly source: number;
  /** What a click goes to. */
  readonly place?: Place;
  /** What a command on it is about. */
  readonly gap?: { readonly coverage: Coverage; readonly gap: Gap };
  readonly term?: Term;
  readonly hasChildren: boolean;
  /** Made when they are first asked for. */
  children(): readonly TreeNode[];
  /** What a pointer that rests on it is told, in plain text. */
  details(): string;
}

export type NodeKind =
  | ('environment' | 'product' | 'term' | 'pending-term' | 'more')
  | ('gap' | 'possible-gap' | 'pending-gap' | 'accepted-gap' | 'shortfall');

/** What its icon is to say. `over`: it is past, whatever it was. */
export type Look = ('environment' | 'more' | OutlookState) | ('running' | 'coming' | 'waiting' | 'over' | 'accepted');

/** How many lines one level has at most. */
export const mostNodes = 2_000;

/** The lines of the first of them, and one that stands for the rest. */
export function listed<T>(
  all: readonly T[],
  nodeOf: (each: T) => TreeNode,
  parent: TreeNode | undefined,
): readonly TreeNode[] {
  if (all.length <= mostNodes) return all.map(nodeOf);
  const label = words.more(all.length - mostNodes);
  const rest: TreeNode = {
    ...{ id: `${parent?.id ?? ''}\nmore`, kind: 'more', look: 'more', label, description: '', spoken: label },
    ...{ parent, source: parent?.source ?? 0, hasChildren: false, children: () => [], details: words.moreHint },
  };
  return [...all.slice(0, mostNodes).map(nodeOf), rest];
}

/** What a person may have seen of a tree beyond its first level, by the ids of its lines. */
export interface Seen {
  /** Those whose children have been asked for. */
  readonly opened: Set<string>;
  /** What has been told in detail. */
  readonly details: Map<string, string>;
}

/** Whether two trees can't be told apart by what has been seen of the first. */
export function looksAlike(former: readonly TreeNode[], made: readonly TreeNode[], seen: Seen): boolean {
  return (
    former.length === made.length &&
    former.every((node, i) => {
      const other = made[i]!;
      const details = seen.details.get(node.id);
      return (
        facts.every(fact => node[fact] === other[fact]) &&
        (details === undefined || details === other.details()) &&
        (!seen.opened.has(node.id) || looksAlike(node.children(), other.children(), seen))
      );
    })
  );
}

const facts = ['id', 'kind', 'look', 'label', 'description', 'spoken', 'hasChildren'] as const;
