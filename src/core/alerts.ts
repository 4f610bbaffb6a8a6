// What is wrong or due, out of all findings: what the status bar tells of and what a person is led to from one to the next.
import type { Finding, Instant, Report } from './model';

export interface Alert {
  readonly finding: Finding;
  /** `end`: of a product's coverage. `other`: what is not a matter of time. */
  readonly kind: 'gap' | 'possible' | 'pending' | 'end' | 'other';
  /** When it begins; `-Infinity` for `other`. */
  readonly from: Instant;
  /** It has begun. */
  readonly isNow: boolean;
}

/** Findings that are at least warnings, in the report's order. What is over is only a hint and so not among them. `at`: now. */
export function alertsIn({ findings }: Pick<Report, 'findings'>, at: Instant): readonly Alert[] {
  const alerts: Alert[] = [];
  for (const finding of findings)
    if (finding.severity === 'error' || finding.severity === 'warning') alerts.push(alertOf(finding, at));
  return alerts;
}

const kinds = { open: 'gap', accepted: 'gap', possible: 'possible', pending: 'pending' } as const;

function alertOf(finding: Finding, at: Instant): Alert {
  const { subject } = finding;
  if (subject?.kind === 'gap') {
    const { state, from } = subject.gap;
    return { finding, kind: kinds[state], from, isNow: from <= at };
  }
  // From the day on that may not count any more nobody can rely on it.
  if (subject?.kind === 'ending') {
    const { sure, latest } = subject.ending;
    return { finding, kind: 'end', from: sure, isNow: latest <= at };
  }
  return { finding, kind: 'other', from: -Infinity, isNow: false };
}
