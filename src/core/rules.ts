// What a rule is, and the list of them.
import type { Coverage, Instant, Problem, RuleCode, Severity, SourceFile } from './model';
import { expiry } from './rules/expiry';
import { gap } from './rules/gap';
import { missingStart } from './rules/missing-start';
import { pendingKey } from './rules/pending-key';
import { possibleGap } from './rules/possible-gap';
import type { Settings } from './settings';

/** What a rule about coverage looks at. */
export interface RuleContext {
  readonly coverage: Coverage;
  readonly settings: Settings;
  readonly at: Instant;
}

/** A problem together with its file, and whether it speaks only of a time that is over. */
export interface CoverageProblem extends Problem {
  readonly file: SourceFile;
  readonly past?: boolean;
}

/** Looks at one product's coverage. */
export type CoverageRule = (context: RuleContext) => readonly CoverageProblem[];

export const coverageRules: readonly CoverageRule[] = [gap, possibleGap, pendingKey, expiry, missingStart];

/** The severity of each rule where neither the rule's finding nor the settings say another. */
export const defaultSeverity: Readonly<Record<RuleCode, Severity>> = {
  gap: 'error',
  'possible-gap': 'warning',
  'pending-key': 'warning',
  expiry: 'warning',
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
  syntax: 'error',
  limit: 'warning',
};
