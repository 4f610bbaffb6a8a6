// `missing-field`: a term has no start date and another ends before it, so a gap between them can't be seen.

import { headOf } from '../entries';
import type { Term } from '../model';
import type { CoverageProblem, CoverageRule } from '../rules';
import * as words from '../words/coverage';

export const missingStart: CoverageRule = ({ coverage: { terms } }) => {
  // Terms are sorted by beginning, so those without one come first.
  if (terms.length < 2 || terms[0]!.from !== -Infinity) return [];
  const earliest = terms.reduce((a, b) => (b.until < a.until ? b : a));
  return terms.filter(term => isOpen(term) && earliest.until < term.until).map(term => unseen(term, earliest));
};

/**
 * A perpetual term says by itself that it has no beginning worth naming. In vendors' files hardly any license names one, and nobody
 * could add it to a line that is signed.
 */
function isOpen({ from, until, entry }: Term): boolean {
  return from === -Infinity && until !== Infinity && !entry.document.home;
}

function unseen(term: Term, earliest: Term): CoverageProblem {
  return {
    rule: 'missing-field',
    severity: 'information',
    file: term.file,
    span: headOf(term.entry),
    message: words.unseenGap(term, earliest),
  };
}
