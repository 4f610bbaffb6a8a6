// `unused-acceptance` and `overdue-acceptance`: an accepted gap that matches none, or that should have been looked at again.
import { type Ending, endingOf } from '../coverage';
import { headOf } from '../entries';
import { endOfCover, overlapsAny, unionOf } from '../intervals';
import type { AcceptedGap, Coverage } from '../model';
import type { CoverageProblem, ReportRule } from '../rules';
import * as words from '../words/coverage';

export const acceptances: ReportRule = ({ files, products, at, holdsUntil }) => {
  const all = files.flatMap(({ documents }) => documents.flatMap(({ acceptedGaps }) => acceptedGaps));
  if (all.length === 0) return [];
  const used = new Set<AcceptedGap>();
  for (const coverage of products) addUsed(coverage, used);
  return all.flatMap((acceptance): readonly CoverageProblem[] => {
    const problems: CoverageProblem[] = [];
    if (!used.has(acceptance)) problems.push(unused(acceptance));
    if (acceptance.reviewBy) {
      holdsUntil(acceptance.reviewBy.until);
      if (acceptance.reviewBy.until <= at) problems.push(overdue(acceptance));
    }
    return problems;
  });
};

/** Adds the acceptances that a product makes use of: in one of its gaps, or where it ends for good. */
function addUsed(coverage: Coverage, used: Set<AcceptedGap>): void {
  const { accepted, holes, terms } = coverage;
  if (accepted.length === 0) return;
  const ending = endingOf(terms);
  const isAtEnd = ending && ending.sure < Infinity ? endAccepted(accepted, ending) : () => false;
  for (const acceptance of accepted) {
    if (!used.has(acceptance) && (overlapsAny(acceptance, holes) || isAtEnd(acceptance))) used.add(acceptance);
  }
}

/** Tells those that accept that a product has ended; several that touch do so together. */
function endAccepted(accepted: readonly AcceptedGap[], { sure, latest }: Ending): (acceptance: AcceptedGap) => boolean {
  const reached = endOfCover(unionOf(accepted), latest);
  return ({ from, until }) => (from <= latest && until > sure) || (from < reached && until > latest);
}

function unused(acceptance: AcceptedGap): CoverageProblem {
  const { document, until } = acceptance;
  const message = words.unusedAcceptance(acceptance);
  const place = { file: document.file, span: headOf(acceptance) };
  return { rule: 'unused-acceptance', ...place, message, over: until, subject: { kind: 'acceptance', acceptance } };
}

function overdue(acceptance: AcceptedGap): CoverageProblem {
  const { document, reviewBy, until } = acceptance;
  const message = words.overdueAcceptance(acceptance);
  const place = { file: document.file, span: reviewBy!.span };
  return { rule: 'overdue-acceptance', ...place, message, over: until, subject: { kind: 'acceptance', acceptance } };
}
