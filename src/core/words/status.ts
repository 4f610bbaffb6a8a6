// What the status bar says, and the one line that tells of something wrong or due wherever it is told in short.
import * as l10n from '@vscode/l10n';
import type { Alert } from '../alerts';
import type { Instant } from '../model';
import { shown } from '../text';
import { coverageName, duration, timeLeft } from '../words';

/** What is due first, in a few words, and how many of its kind there are. */
export function alarm(
  { kind, from, isNow }: Pick<Alert, 'kind' | 'from' | 'isNow'>,
  count: number,
  at: Instant,
): string {
  if (kind === 'other') return count === 1 ? l10n.t('1 license problem') : l10n.t('{0} license problems', count);
  if (isNow) return nowOf(kind, count);
  const left = timeLeft(from - at);
  if (kind === 'gap')
    return count === 1 ? l10n.t('License gap in {0}', left) : l10n.t('{0} license gaps, next in {1}', count, left);
  if (kind === 'possible') return l10n.t('Possible license gap in {0}', left);
  if (kind === 'pending') return l10n.t('License key needed in {0}', left);
  return l10n.t('License expires in {0}', left);
}

function nowOf(kind: Alert['kind'], count: number): string {
  if (kind === 'possible') return l10n.t('Possible license gap now');
  if (kind === 'pending') return l10n.t('License key needed now');
  if (count > 1) return l10n.t('{0} license gaps now', count);
  return kind === 'gap' ? l10n.t('License gap now') : l10n.t('License expired');
}

/** One alert in one line, with the name of its product. */
export function alert({ kind, from, isNow, finding }: Alert, at: Instant): string {
  const { subject } = finding;
  if (subject?.kind === 'gap') {
    const name = coverageName(subject.coverage);
    const length = duration(subject.gap.until - subject.gap.from);
    if (kind === 'possible')
      return isNow
        ? l10n.t('{0}: perhaps no license now, for {1}', name, length)
        : l10n.t('{0}: perhaps no license for {1}, in {2}', name, length, timeLeft(from - at));
    if (kind === 'pending' && subject.gap.until === Infinity)
      return isNow ? l10n.t('{0}: key needed now', name) : l10n.t('{0}: key needed in {1}', name, timeLeft(from - at));
    if (kind === 'pending')
      return isNow
        ? l10n.t('{0}: key needed now, for {1}', name, length)
        : l10n.t('{0}: key needed in {1}, for {2}', name, timeLeft(from - at), length);
    return isNow
      ? l10n.t('{0}: no license now, for {1}', name, length)
      : l10n.t('{0}: no license for {1}, in {2}', name, length, timeLeft(from - at));
  }
  if (subject?.kind === 'ending') {
    const name = coverageName(subject.coverage);
    return isNow ? l10n.t('{0}: expired', name) : l10n.t('{0}: expires in {1}', name, timeLeft(from - at));
  }
  return shown(finding.message);
}

/** What is told of an item of the status bar as a whole, to those who don't see it too. */
export const statusName = 'License Coverage';
export function more(count: number): string {
  return count === 1 ? l10n.t('1 more') : l10n.t('{0} more', count);
}
export function clickToGo(): string {
  return l10n.t('Click to go to the next one.');
}
