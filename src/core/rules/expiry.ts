// `expiry`: the end of a product's last stretch is near or over. An end that a later term follows is told by the gap rules.
import { msPerDay } from '../calendar';
import { lastToEnd, latestEnd } from '../coverage';
import type { Coverage, Instant } from '../model';
import type { CoverageRule } from '../rules';
import { timeLeft } from '../time-left';
import * as words from '../words';
import { valueSpan } from './gaps';

export const expiry: CoverageRule = ({ coverage, settings, at, holdsUntil }) => {
  const last = lastToEnd(coverage.terms);
  if (!last || last.until === Infinity) return [];
  const end = latestEnd(last);
  const meantUntil = acceptedUntil(coverage, end, Math.max(end, at));
  const warnsFrom = Math.max(last.until - settings.expiryWarningDays * msPerDay, meantUntil);
  for (const instant of [warnsFrom, last.until, end]) holdsUntil(instant);
  if (at < warnsFrom) return [];
  // The message counts the days.
  holdsUntil(at + timeLeft(last.until - at).lasts);
  return [
    {
      rule: 'expiry',
      severity: end <= at ? 'error' : 'warning',
      file: last.file,
      span: valueSpan(last, 'expires'),
      message: words.expiry(coverage, last, at),
    },
  ];
};

/** Until when the files accept that the product ends as it does, where they do; `-Infinity` otherwise. */
function acceptedUntil({ accepted }: Coverage, end: Instant, at: Instant): Instant {
  return accepted.reduce(
    (latest, { from, until }) => (from <= end && until > at ? Math.max(latest, until) : latest),
    -Infinity,
  );
}
