// `overlap` (off unless asked for): two licenses cover the same days though their seats don't add up.
import type { Term } from '../model';
import type { CoverageProblem, CoverageRule } from '../rules';
import * as words from '../words/coverage';
import { valueSpan } from './gaps';

export const overlap: CoverageRule = ({ coverage }) => {
  const problems: CoverageProblem[] = [];
  let last: Term | undefined;
  for (const term of coverage.terms) {
    if (term.state === 'pending') continue;
    // Seats that are both counted add up, so that nothing is paid for twice.
    if (last && term.from < last.until && !(isCounted(term) && isCounted(last))) {
      const until = Math.min(term.until, last.until);
      problems.push({
        rule: 'overlap',
        file: term.file,
        span: valueSpan(term, 'starts'),
        message: words.overlap(coverage, last, term, { from: term.from, until }),
        related: [{ file: last.file, span: valueSpan(last, 'expires'), message: words.endsHere(last) }],
        over: until,
      });
    }
    if (!last || term.until > last.until) last = term;
  }
  return problems;
};

function isCounted({ seats }: Term): boolean {
  return seats !== undefined && seats !== Infinity;
}
