// What stands behind the dates of a license file in which something is to be said.
import * as l10n from '@vscode/l10n';
import { msPerDay } from '../calendar';
import type { Instant } from '../model';
import { duration, timeLeft } from '../words';

/** No more than this of one line's hints is shown by VS Code where nobody has set `editor.inlayHints.maximumLength`. */
const mostShown = 43;

/** What is shorter is told in hours; in ms. */
const mostHours = 3 * msPerDay;

export function gap(state: 'open' | 'possible' | 'pending' | 'accepted', ms: number): string {
  if (state === 'pending' && ms === Infinity) return l10n.t('no key yet');
  const length = duration(ms);
  if (state === 'pending') return l10n.t('no key for {0}', length);
  // Days are told with their word, hours with its sign alone.
  const isShort = ms < mostHours;
  if (state === 'possible') return isShort ? l10n.t('{0} gap?', length) : l10n.t('gap of {0}?', length);
  return isShort ? l10n.t('{0} gap', length) : l10n.t('gap of {0}', length);
}

/** `at`: now; `sure` and `latest`: up to when the coverage surely and possibly goes. */
export function ending({ sure, latest }: { readonly sure: Instant; readonly latest: Instant }, at: Instant): string {
  if (latest <= at) return l10n.t('expired');
  return sure <= at ? l10n.t('perhaps expired') : l10n.t('{0} left', timeLeft(sure - at));
}

/** `24 h gap → 2026-11-30 00:00 America/Chicago`; of a long line only the last part of the zone's name. */
export function withInstant(remark: string, moment: string, zone: string): string {
  const before = remark === '' ? `→ ${moment}` : `${remark} → ${moment}`;
  const all = `${before} ${zone}`;
  return all.length <= mostShown ? all : `${before} ${zone.slice(zone.lastIndexOf('/') + 1)}`;
}

export function otherSide(): string {
  return l10n.t('Go to the other side of the gap');
}
