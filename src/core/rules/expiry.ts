// `expiry`: the end of a product's last stretch is near or over. An end that a later term follows is told by the gap rules.
import { msPerDay } from '../calendar';
import { endingOf } from '../coverage';
import { endOfCover, unionOf } from '../intervals';
import type { Coverage, Instant } from '../model';
import type { CoverageRule } from '../rules';
import { timeLeft } from '../time-left';
import * as words from '../words/coverage';
import { valueSpan } from './gaps';

export const expiry: CoverageRule = ({ coverage, settings, at, holdsUntil }) => {
  const ending = endingOf(coverage.terms);
  if (!ending || ending.sure === Infinity || ending.last.isBundled) return [];
  const { last, sure, latest } = ending;
  // The older version's row tells an end that they share.
  const older = coverage.older && endingOf(coverage.older.terms);
  if (older && older.sure === sure && older.latest === latest) return [];
  const meantUntil = acceptedUntil(coverage, latest);
  const warnsFrom = Math.max(sure - settings.expiryWarningDays * msPerDay, meantUntil);
  for (const instant of [warnsFrom, sure, latest]) holdsUntil(instant);
  if (at < warnsFrom) return [];
  // The message counts the days.
  holdsUntil(at + timeLeft(sure - at).lasts);
  return [
    {
      rule: 'expiry',
      severity: latest <= at ? 'error' : 'warning',
      file: last.file,
      span: valueSpan(last, 'expires'),
      message: words.expiry(coverage, ending, at),
      subject: { kind: 'ending', coverage, ending },
    },
  ];
};

/** Until when the files accept that the product ends as it does, where they do; `-Infinity` otherwise. */
function acceptedUntil({ accepted }: Coverage, end: Instant): Instant {
  if (accepted.length === 0) return -Infinity;
  const until = endOfCover(unionOf(accepted), end);
  return until > end ? until : -Infinity;
}
