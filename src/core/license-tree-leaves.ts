// The lines below a product in the tree: its licenses and gaps ahead in the order of time, then what is over, the latest first.
import { gapsOf } from './coverage';
import { explainGap, explainTerm } from './explain';
import { plainExplanation } from './explain/plain';
import { type Look, listed, type TreeNode } from './license-tree-node';
import { type Lack, lacksOf, placeOfLack, ruleOf, stretchOf } from './license-tree-outlook';
import type { Coverage, Gap, Instant, Interval, Term } from './model';
import * as words from './words/tree';

type Leaf = { readonly term: Term } | Lack;

export function leavesOf(coverage: Coverage, parent: TreeNode, at: Instant): readonly TreeNode[] {
  const accepted = gapsOf(coverage).filter(({ state }) => state === 'accepted');
  const all: readonly Leaf[] = [
    ...coverage.terms.map(term => ({ term })),
    ...lacksOf(coverage).filter(lack => !isOfOneTerm(lack)),
    ...accepted.map(gap => ({ gap })),
  ];
  const ahead = all.filter(leaf => timeOf(leaf).until > at).sort(byTime);
  const over = all.filter(leaf => timeOf(leaf).until <= at).sort((a, b) => byTime(b, a));
  const counts = new Map<string, number>();
  return listed([...ahead, ...over], leaf => leafNode(leaf, coverage, parent, at, counts), parent);
}

/** The line of the license that waits for its key tells just this. */
function isOfOneTerm(lack: Lack): boolean {
  if (!('gap' in lack && lack.gap.pending)) return false;
  const { from, until, pending } = lack.gap;
  return pending.from === from && pending.until === until;
}

function timeOf(leaf: Leaf): Interval {
  return 'term' in leaf ? leaf.term : stretchOf(leaf);
}

/** Two that begin or end at the same infinity differ by NaN. */
function byTime(a: Leaf, b: Leaf): number {
  const [first, second] = [timeOf(a), timeOf(b)];
  return first.from - second.from || first.until - second.until || 0;
}

function leafNode(
  leaf: Leaf,
  coverage: Coverage,
  parent: TreeNode,
  at: Instant,
  counts: Map<string, number>,
): TreeNode {
  const name = 'term' in leaf ? (leaf.term.id ?? '') : '';
  const key = `${parent.id}\n${kindOf(leaf)}\n${name === '' ? timeOf(leaf).from : name}`;
  const count = counts.get(key) ?? 0;
  counts.set(key, count + 1);
  const node = {
    id: count === 0 ? key : `${key}\n${count}`,
    ...{ kind: kindOf(leaf), look: lookOf(leaf, at), parent, source: parent.source },
    ...{ hasChildren: false, children: () => [] },
  };
  return 'term' in leaf
    ? { ...node, ...termFacts(leaf.term, coverage, at) }
    : { ...node, ...lackFacts(leaf, coverage, at) };
}

type Facts = Pick<TreeNode, 'label' | 'description' | 'spoken' | 'place' | 'gap' | 'term' | 'details'>;

function termFacts(term: Term, coverage: Coverage, at: Instant): Facts {
  const { file, entry } = term;
  const label = words.termLabel(term);
  const facts = words.termFacts(term, at);
  return {
    ...{ label, term, description: facts.join(' · '), spoken: words.termSpoken(term, label, facts) },
    place: { file, span: { start: entry.node.start, end: entry.node.end } },
    details: () => plainExplanation(explainTerm(coverage, term, at)),
  };
}

function lackFacts(lack: Lack, coverage: Coverage, at: Instant): Facts {
  const label = 'gap' in lack ? words.gapLabel(lack.gap) : words.shortLabel(lack.short);
  const facts = words.lackFacts(ruleOf(coverage, lack), stretchOf(lack), at);
  const spoken = [label, ...facts].join(', ');
  return {
    ...{ label, spoken, description: facts.join(' · '), place: placeOfLack(coverage, lack) },
    ...('gap' in lack ? { gap: { coverage, gap: lack.gap } } : {}),
    ...('gap' in lack && lack.gap.pending ? { term: lack.gap.pending } : {}),
    details: () => ('gap' in lack ? plainExplanation(explainGap(coverage, lack.gap)) : spoken),
  };
}

const gapKinds = {
  open: 'gap',
  possible: 'possible-gap',
  pending: 'pending-gap',
  accepted: 'accepted-gap',
} as const satisfies Record<Gap['state'], TreeNode['kind']>;

const gapLooks = { open: 'gap', possible: 'possible', pending: 'pending', accepted: 'accepted' } as const;

function kindOf(leaf: Leaf): TreeNode['kind'] {
  if ('term' in leaf) return leaf.term.state === 'pending' ? 'pending-term' : 'term';
  return 'gap' in leaf ? gapKinds[leaf.gap.state] : 'shortfall';
}

function lookOf(leaf: Leaf, at: Instant): Look {
  const { from, until } = timeOf(leaf);
  if (until <= at) return 'over';
  if ('gap' in leaf) return gapLooks[leaf.gap.state];
  if ('short' in leaf) return 'short';
  if (leaf.term.state === 'pending') return 'waiting';
  return from <= at ? 'running' : 'coming';
}
