// What a rule is, and the list of them.
import type { Coverage, Instant, LicenseFile, Problem, RuleCode, Severity, SourceFile } from './model';
import { acceptances } from './rules/acceptances';
import { expiry } from './rules/expiry';
import { gap } from './rules/gap';
import { missingStart } from './rules/missing-start';
import { overlap } from './rules/overlap';
import { pendingKey } from './rules/pending-key';
import { possibleGap } from './rules/possible-gap';
import { seatDrop } from './rules/seat-drop';
import { shortfall } from './rules/shortfall';
import { staleTemporary } from './rules/stale-temporary';
import type { Settings } from './settings';

/** The time at which a rule looks. */
export interface RuleTime {
  readonly at: Instant;
  /** To be told the next instant at which the rule's answer changes by itself; those that are past don't matter. */
  readonly holdsUntil: (instant: Instant) => void;
}

/** What a rule about coverage looks at. */
export interface RuleContext extends RuleTime {
  readonly coverage: Coverage;
  readonly settings: Settings;
}

/** A problem together with its file, and when the time that it speaks of is over: from then on it is only a hint. */
export interface CoverageProblem extends Problem {
  readonly file: SourceFile;
  readonly over?: Instant;
}

/** Looks at one product's coverage. */
export type CoverageRule = (context: RuleContext) => readonly CoverageProblem[];

export const coverageRules: readonly CoverageRule[] = [
  ...[gap, possibleGap, pendingKey, shortfall, seatDrop],
  ...[expiry, staleTemporary, overlap, missingStart],
];

/** Looks at all files and products together. */
export type ReportRule = (
  context: RuleTime & { readonly files: readonly LicenseFile[]; readonly products: readonly Coverage[] },
) => readonly CoverageProblem[];

export const reportRules: readonly ReportRule[] = [acceptances];

/** The severity of each rule where neither the rule's finding nor the settings say another. */
export const defaultSeverity: Readonly<Record<RuleCode, Severity | 'off'>> = {
  gap: 'error',
  'possible-gap': 'warning',
  'pending-key': 'warning',
  shortfall: 'warning',
  'seat-drop': 'information',
  expiry: 'warning',
  'stale-temporary': 'hint',
  overlap: 'off',
  'no-terms': 'warning',
  'invalid-date': 'error',
  'ambiguous-date': 'error',
  'reversed-term': 'error',
  'missing-field': 'warning',
  'unknown-field': 'warning',
  'unknown-zone': 'warning',
  'unknown-version': 'warning',
  'duplicate-id': 'warning',
  'duplicate-key': 'warning',
  'ignored-line': 'warning',
  'unused-acceptance': 'warning',
  'overdue-acceptance': 'warning',
  'unused-ignore': 'warning',
  syntax: 'error',
  limit: 'warning',
};
