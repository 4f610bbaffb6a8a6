// `stale-temporary`: a temporary license that fills nothing, or nothing any more.
import { latestEnd } from '../coverage';
import type { Instant, Interval, Term } from '../model';
import type { CoverageProblem, CoverageRule } from '../rules';
import * as words from '../words';

export const staleTemporary: CoverageRule = ({ coverage }) => {
  const { terms } = coverage;
  if (!terms.some(isTemporary)) return [];
  // Where the rule for the expiry day is unstated, only what is stale by both readings of it is stale.
  const surely = staleBy(terms, ({ until }) => until);
  const possibly = staleBy(terms, latestEnd);
  return terms
    .filter(term => surely.has(term) && possibly.has(term))
    .map((term): CoverageProblem => {
      const { node, document } = term.entry;
      const { list } = document;
      return {
        rule: 'stale-temporary',
        file: term.file,
        span: { start: node.start, end: node.end },
        message: words.staleTemporary(coverage, term),
        over: latestEnd(term),
        ...(list && { subject: { kind: 'remove', list, item: node, what: 'temporary' } }),
      };
    });
};

function isTemporary({ kind }: Term): boolean {
  return kind === 'temporary';
}

/**
 * The temporary terms whose time others cover, if terms end as `endOf` says. Of several that cover one time the first is needed, so
 * that all stale ones may go at once; a term without a key makes none stale that has one.
 */
function staleBy(terms: readonly Term[], endOf: (term: Term) => Instant): ReadonlySet<Term> {
  const stale = new Set<Term>();
  const lasting = terms.filter(term => term.state === 'active' && !isTemporary(term));
  let covered = union(lasting.map(term => ({ from: term.from, until: endOf(term) })));
  for (const state of ['active', 'pending'] as const) {
    const needed: Interval[] = [];
    let reached = -Infinity;
    for (const term of terms) {
      if (!isTemporary(term) || term.state !== state) continue;
      const until = endOf(term);
      if (endOfCover(covered, Math.max(term.from, reached)) >= until) stale.add(term);
      else {
        needed.push({ from: term.from, until });
        reached = Math.max(reached, until);
      }
    }
    covered = union([...covered, ...needed].sort((a, b) => a.from - b.from || 0));
  }
  return stale;
}

/** Intervals in the order of their beginnings, with those made one that touch or overlap. */
function union(intervals: readonly Interval[]): readonly Interval[] {
  const merged: Interval[] = [];
  for (const { from, until } of intervals) {
    const last = merged.at(-1);
    if (last && from <= last.until) merged[merged.length - 1] = { from: last.from, until: Math.max(last.until, until) };
    else if (from < until) merged.push({ from, until });
  }
  return merged;
}

/** Until when all is covered from an instant on; the instant itself where it is not. */
function endOfCover(covered: readonly Interval[], at: Instant): Instant {
  let [low, high] = [0, covered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (covered[middle]!.until > at) high = middle;
    else low = middle + 1;
  }
  const next = covered[low];
  return next && next.from <= at ? next.until : at;
}
