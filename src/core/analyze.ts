// License files in, report out: the whole program in one page.
import { ReportedFinding } from './finding';
import { silencer } from './ignores';
import { joinInSteps } from './join';
import { getOrAdd } from './maps';
import type {
  Coverage,
  Finding,
  Ignore,
  Instant,
  LicenseDocument,
  LicenseFile,
  Problem,
  Report,
  SourceFile,
} from './model';
import { type CoverageProblem, coverageRules, defaultSeverity, reportRules } from './rules';
import { unusedIgnores } from './rules/unused-ignore';
import type { Settings } from './settings';
import { finish, type Steps } from './steps';
import * as words from './words/coverage';

/** All of {@link analyzeInSteps} at once. */
export function analyze(files: readonly LicenseFile[], settings: Settings, at: Instant): Report {
  return finish(analyzeInSteps(files, settings, at));
}

/** How many products are looked at in one step. */
const stepLength = 50;

/** What the files say together: terms join by environment and product over all of them. */
export function* analyzeInSteps(files: readonly LicenseFile[], settings: Settings, at: Instant): Steps<Report> {
  const products = yield* joinInSteps(files, !settings.joinFiles);
  const findings: Finding[] = [];
  const silencers = new Map(
    files.flatMap(file => (file.ignores.length > 0 ? [[file.path, silencer(file)] as const] : [])),
  );
  const used = new Set<Ignore>();
  let until = Infinity;
  const holdsUntil = (instant: Instant): void => {
    if (instant > at && instant < until) until = instant;
  };
  /** Gives a problem its severity: the setting's, else its own, else the rule's; what is over is only a hint. */
  const add = (problem: CoverageProblem): void => {
    const { over } = problem;
    const severity = settings.severity[problem.rule] ?? problem.severity ?? defaultSeverity[problem.rule];
    if (severity === 'off') return;
    if (over !== undefined) holdsUntil(over);
    // A comment that silences nothing doesn't silence that.
    const ignore = problem.rule === 'unused-ignore' ? undefined : silencers.get(problem.file.path)?.(problem);
    if (ignore) {
      used.add(ignore);
      return;
    }
    findings.push(new ReportedFinding(problem, over !== undefined && over <= at ? 'hint' : severity));
  };
  const known = new Map<Coverage, readonly CoverageProblem[]>();
  const problemsOf = (coverage: Coverage): readonly CoverageProblem[] =>
    getOrAdd(known, coverage, () => coverageRules.flatMap(check => check({ coverage, settings, at, holdsUntil })));
  for (const file of files) {
    for (const problem of file.problems) add({ ...problem, file });
    if (file.terms.length === 0 && !speaksOfOthers(file, products)) add({ ...noTerms(file), file });
  }
  for (const [index, coverage] of products.entries()) {
    if (index % stepLength === stepLength - 1) yield;
    const { older } = coverage;
    const told = older && new Set(problemsOf(older).map(placeOf));
    for (const problem of problemsOf(coverage)) if (!told?.has(placeOf(problem))) add(problem);
  }
  for (const check of reportRules) check({ files, products, at, holdsUntil }).forEach(add);
  for (const file of files) unusedIgnores(file, used, isRule).forEach(add);
  return { at, until, files, products, findings: sorted(findings, files) };
}

/** Whether a report is still true, if no file has changed since: all that a check by the clock alone has to ask. */
export function stillHolds({ at, until }: Report, now: Instant): boolean {
  // A clock that was put back undoes what had become past.
  return at <= now && now < until;
}

/** What an older version's row tells at the same place is not told again; of two gaps behind one license each is told. */
function placeOf({ rule, file, span, subject }: CoverageProblem): string {
  const stretch = subject?.kind === 'gap' ? `${subject.gap.from} ${subject.gap.until}` : '';
  return `${rule} ${stretch} ${span.start} ${file.path}`;
}

function isRule(code: string): boolean {
  return Object.hasOwn(defaultSeverity, code);
}

/** Whether a file without licenses only says what is asked of products, and which of their holes are meant, that others license. */
function speaksOfOthers({ documents }: LicenseFile, products: readonly Coverage[]): boolean {
  const isOurs = ({ document }: { document: LicenseDocument }): boolean => documents.includes(document);
  return (
    documents.some(({ required, acceptedGaps }) => required !== undefined || acceptedGaps.length > 0) &&
    products.some(({ terms, required, accepted }) => terms.length > 0 && [...required, ...accepted].some(isOurs))
  );
}

function noTerms({ documents, text }: LicenseFile): Problem {
  const list = documents.find(({ fields }) => fields.list)?.fields.list;
  const firstLine = text.search(/\r?\n|$/);
  return { rule: 'no-terms', span: list ? list.key : { start: 0, end: firstLine }, message: words.noTerms };
}

function sorted(findings: Finding[], files: readonly SourceFile[]): readonly Finding[] {
  // Findings at one place come in the order of time already, since a product's segments do.
  const byPlace = (a: Finding, b: Finding): number => a.span.start - b.span.start || a.span.end - b.span.end;
  if (files.length < 2) return findings.sort(byPlace);
  const order = new Map(files.map((file, index) => [file.path, index]));
  return findings.sort((a, b) => order.get(a.file.path)! - order.get(b.file.path)! || byPlace(a, b));
}
