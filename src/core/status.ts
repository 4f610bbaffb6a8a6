// Sums up what is wrong or due in all license files, in a few words and a short list.
import { type Alert, alertsIn } from './alerts';
import type { Instant, Report } from './model';
import { firstIndex } from './search';
import * as words from './words/status';

export interface Status {
  /** `error`: something lacks a license now. */
  readonly level: 'error' | 'warning' | 'due';
  readonly text: string;
  /** The first few, each in a line. */
  readonly lines: readonly string[];
  /** How many there are besides. */
  readonly more: number;
}

/** How many are listed. */
const mostLines = 5;

/** `undefined`: nothing is wrong and nothing due. `at`: now. */
export function statusOf(reports: readonly Pick<Report, 'findings'>[], at: Instant): Status | undefined {
  const alerts = reports.flatMap(report => alertsIn(report, at));
  const listed = mostUrgent(alerts);
  const [first] = listed;
  if (!first) return undefined;
  const alike = alerts.filter(alert => isAlike(alert, first));
  return {
    level: isLacking(first) ? 'error' : first.kind === 'end' ? 'due' : 'warning',
    text: words.alarm(first, alike.length, at),
    lines: listed.map(alert => words.alert(alert, at)),
    more: alerts.length - listed.length,
  };
}

/** The first few in order; there may be a hundred thousand, which nobody wants to wait for at each keystroke. */
function mostUrgent(alerts: readonly Alert[]): readonly Alert[] {
  const first: Alert[] = [];
  for (const alert of alerts) {
    const last = first[mostLines - 1];
    if (last && byUrgency(alert, last) >= 0) continue;
    const place = firstIndex(first, each => byUrgency(alert, each) < 0);
    first.splice(place, 0, alert);
    first.length = Math.min(first.length, mostLines);
  }
  return first;
}

/** What lacks a license now, then what will by time, then all that is not a matter of time. */
function byUrgency(a: Alert, b: Alert): number {
  return rank(a) - rank(b) || a.from - b.from || 0;
}

function rank(alert: Alert): number {
  if (isLacking(alert)) return 0;
  return alert.kind === 'other' ? 2 : 1;
}

/** A severity that a person has lowered stays lowered. */
function isLacking({ kind, isNow, finding }: Alert): boolean {
  return isNow && (kind === 'gap' || kind === 'end') && finding.severity === 'error';
}

function isAlike(alert: Alert, first: Alert): boolean {
  return isLacking(first) ? isLacking(alert) : alert.kind === first.kind && alert.isNow === first.isNow;
}
