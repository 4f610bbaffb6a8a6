// `unused-acceptance` and `overdue-acceptance`: an accepted gap that matches none, or that should have been looked at again.
import { lastToEnd, latestEnd } from '../coverage';
import { headOf } from '../entries';
import type { AcceptedGap, Coverage, Interval, Subject } from '../model';
import type { CoverageProblem, ReportRule } from '../rules';
import * as words from '../words';

export const acceptances: ReportRule = ({ files, products, at, holdsUntil }) => {
  const all = files.flatMap(({ documents }) => documents.flatMap(({ acceptedGaps }) => acceptedGaps));
  if (all.length === 0) return [];
  const used = new Set(products.flatMap(usedBy));
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

/** The acceptances that a product makes use of: in one of its gaps, or where it ends for good. */
function usedBy({ accepted, segments, terms }: Coverage): readonly AcceptedGap[] {
  if (accepted.length === 0) return [];
  const gaps = segments.filter(({ state }) => state !== 'covered');
  const last = lastToEnd(terms);
  return accepted.filter(
    acceptance =>
      overlapsAny(acceptance, gaps) ||
      (last !== undefined && acceptance.from <= latestEnd(last) && acceptance.until > last.until),
  );
}

/** `intervals` in the order of time, none overlapping another. */
function overlapsAny({ from, until }: Interval, intervals: readonly Interval[]): boolean {
  let [low, high] = [0, intervals.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (intervals[middle]!.until > from) high = middle;
    else low = middle + 1;
  }
  const next = intervals[low];
  return next !== undefined && next.from < until;
}

function unused(acceptance: AcceptedGap): CoverageProblem {
  const { document, until } = acceptance;
  const message = words.unusedAcceptance(acceptance);
  const place = { file: document.file, span: headOf(acceptance) };
  return { rule: 'unused-acceptance', ...place, message, over: until, subject: removal(acceptance) };
}

function overdue(acceptance: AcceptedGap): CoverageProblem {
  const { document, reviewBy, until } = acceptance;
  const message = words.overdueAcceptance(acceptance);
  const place = { file: document.file, span: reviewBy!.span };
  return { rule: 'overdue-acceptance', ...place, message, over: until, subject: removal(acceptance) };
}

function removal({ list, node }: AcceptedGap): Subject {
  return { kind: 'remove', list, item: node, what: 'acceptance' };
}
