// `expiry`: the end of a product's last stretch is near or over. An end that a later term follows is told by the gap rules.
import { msPerDay } from '../calendar';
import type { Term } from '../model';
import type { CoverageRule } from '../rules';
import * as words from '../words';
import { dateSpan } from './gaps';

export const expiry: CoverageRule = ({ coverage, settings, at }) => {
  const last = lastToEnd(coverage.terms);
  if (!last || last.until === Infinity) return [];
  if (last.until - settings.expiryWarningDays * msPerDay > at) return [];
  return [
    {
      rule: 'expiry',
      severity: surelyUntil(last) <= at ? 'error' : 'warning',
      file: last.file,
      span: dateSpan(last, 'expires'),
      message: words.expiry(coverage, last, at),
    },
  ];
};

/** The end of its last possible day: before that it is not sure that it has ended. */
function surelyUntil(term: Term): number {
  return term.possibleUntil ?? term.until;
}

function lastToEnd(terms: readonly Term[]): Term | undefined {
  let last: Term | undefined;
  for (const term of terms) if (!last || surelyUntil(term) > surelyUntil(last)) last = term;
  return last;
}
