// License files in, report out: the whole program in one page.
import { join } from './join';
import type { Finding, Instant, LicenseFile, Problem, Report, SourceFile } from './model';
import { type CoverageProblem, coverageRules, defaultSeverity } from './rules';
import type { Settings } from './settings';
import * as words from './words';

/** What the files say together: terms join by environment and product over all of them. */
export function analyze(files: readonly LicenseFile[], settings: Settings, at: Instant): Report {
  const products = join(files);
  const findings: Finding[] = [];
  for (const file of files) {
    for (const problem of file.problems) add(findings, { ...problem, file }, settings);
    if (file.terms.length === 0) add(findings, { ...noTerms(file), file }, settings);
  }
  for (const coverage of products) {
    for (const check of coverageRules) {
      for (const problem of check({ coverage, settings, at })) add(findings, problem, settings);
    }
  }
  return { at, files, products, findings: sorted(findings, files) };
}

function noTerms({ documents, text }: LicenseFile): Problem {
  const list = documents.find(({ fields }) => fields.list)?.fields.list;
  const firstLine = text.search(/\r?\n|$/);
  return { rule: 'no-terms', span: list ? list.key : { start: 0, end: firstLine }, message: words.noTerms };
}

/** Gives a problem its severity: the setting's, else its own, else the rule's; what is over is only a hint. */
function add(findings: Finding[], { past, ...problem }: CoverageProblem, settings: Settings): void {
  const chosen = settings.severity[problem.rule] ?? problem.severity ?? defaultSeverity[problem.rule];
  if (chosen === 'off') return;
  findings.push({ ...problem, severity: past ? 'hint' : chosen });
}

function sorted(findings: Finding[], files: readonly SourceFile[]): readonly Finding[] {
  if (findings.length < 2) return findings;
  const order = new Map(files.map((file, index) => [file.path, index]));
  // Findings at one place come in the order of time already, since a product's segments do.
  return findings.sort(
    (a, b) =>
      order.get(a.file.path)! - order.get(b.file.path)! || a.span.start - b.span.start || a.span.end - b.span.end,
  );
}
