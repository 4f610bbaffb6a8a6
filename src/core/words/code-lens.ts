// What the lenses above a license file's entries say.
import * as l10n from '@vscode/l10n';
import type { Gap, Instant } from '../model';
import { duration, moment, stretch, timeLeft } from '../words';

type Rule = Parameters<typeof stretch>[0];

export function gap(gap: Gap, rule: Rule): string {
  if (gap.state === 'pending' && gap.until === Infinity)
    return l10n.t('Key missing from {0} on ({1})', moment(rule, gap.from), rule.zone);
  const [length, when] = [duration(gap.until - gap.from), stretch(rule, gap)];
  if (gap.state === 'possible') return l10n.t('Possible gap of {0}: {1}', length, when);
  return gap.state === 'pending'
    ? l10n.t('Key missing for {0}: {1}', length, when)
    : l10n.t('Gap of {0}: {1}', length, when);
}

/** `count`: of gaps; `from`: when the first of them begins. `pending`: how many licenses wait for a key. */
export function summary(count: number, from: Instant, pending: number, at: Instant): string {
  if (count === 0 && pending > 0)
    return pending === 1 ? l10n.t('1 license waits for its key') : l10n.t('{0} licenses wait for their keys', pending);
  if (count === 0) return l10n.t('No gap ahead');
  if (from <= at) return count === 1 ? l10n.t('1 gap, now') : l10n.t('{0} gaps, one now', count);
  const left = timeLeft(from - at);
  return count === 1 ? l10n.t('1 gap, in {0}', left) : l10n.t('{0} gaps, next in {1}', count, left);
}

export function showTimeline(): string {
  return l10n.t('Show Timeline');
}
export function insertTemporary(): string {
  return l10n.t('Insert temporary license…');
}
export function quickFix(): string {
  return l10n.t('Quick Fix…');
}
