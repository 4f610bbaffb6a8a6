// A problem as a report tells it.
import type { Finding, Related, RuleCode, Severity, SourceFile, Subject } from './model';
import type { CoverageProblem } from './rules';
import type { Span } from './tree';

/** What it says is made when someone looks at it: of ten thousand findings few ever are. */
export class ReportedFinding implements Finding {
  readonly rule: RuleCode;
  readonly severity: Severity;
  readonly file: SourceFile;
  readonly span: Span;
  readonly #problem: CoverageProblem;

  constructor(problem: CoverageProblem, severity: Severity) {
    this.rule = problem.rule;
    this.severity = severity;
    this.file = problem.file;
    this.span = problem.span;
    this.#problem = problem;
  }

  get message(): string {
    return this.#problem.message;
  }

  get related(): readonly Related[] | undefined {
    return this.#problem.related;
  }

  get subject(): Subject | undefined {
    return this.#problem.subject;
  }
}
