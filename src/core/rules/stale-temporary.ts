// `stale-temporary`: a temporary license that fills nothing, or nothing any more.
import { cover, latestEnd } from '../coverage';
import { endOfCover, overlapsAny, unionOf } from '../intervals';
import type { Coverage, Instant, Interval, Term } from '../model';
import type { CoverageProblem, CoverageRule } from '../rules';
import * as words from '../words/coverage';
import { isShort } from './shortfall';

export const staleTemporary: CoverageRule = ({ coverage }) => {
  const { terms } = coverage;
  if (!terms.some(isTemporary)) return [];
  // Where the rule for the expiry day is unstated, only what is stale by both readings of it is stale.
  const surely = staleBy(terms, ({ until }) => until);
  const possibly = staleBy(terms, latestEnd);
  const stale = terms.filter(term => surely.has(term) && possibly.has(term));
  return stale.filter(givesNoSeats(coverage, stale)).map((term): CoverageProblem => {
    const { node } = term.entry;
    return {
      rule: 'stale-temporary',
      file: term.file,
      span: { start: node.start, end: node.end },
      message: words.staleTemporary(coverage, term),
      over: latestEnd(term),
      subject: { kind: 'stale', term },
    };
  });
};

function isTemporary({ kind }: Term): boolean {
  return kind === 'temporary';
}

/** Tells of stale terms those that are not there for their seats either: without all of them there are enough in that time. */
function givesNoSeats({ terms, required }: Coverage, stale: readonly Term[]): (term: Term) => boolean {
  if (stale.length === 0 || required.every(({ seats }) => seats === undefined)) return () => true;
  const gone = new Set(stale);
  const others = terms.filter(term => !gone.has(term));
  const short = cover(others, { required, accepted: [] }).filter(isShort);
  return term => !overlapsAny(term, short);
}

/**
 * The temporary terms whose time others cover, if terms end as `endOf` says. Of several that cover one time the first is needed, so
 * that all stale ones may go at once; a term without a key makes none stale that has one.
 */
function staleBy(terms: readonly Term[], endOf: (term: Term) => Instant): ReadonlySet<Term> {
  const stale = new Set<Term>();
  const lasting = terms.filter(term => term.state === 'active' && !isTemporary(term));
  let covered = unionOf(lasting.map(term => ({ from: term.from, until: endOf(term) })));
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
    covered = unionOf([...covered, ...needed]);
  }
  return stale;
}
