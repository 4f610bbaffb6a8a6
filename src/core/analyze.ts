// License files in, report out: the whole program in one page.
import { cover } from './coverage';
import { getOrAdd } from './maps';
import type { Coverage, Finding, Instant, LicenseFile, Problem, Report, SourceFile, Term } from './model';
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

/** The terms of one product in one environment, while they are gathered. */
interface Group {
  readonly environment: string | undefined;
  readonly product: string | undefined;
  readonly terms: Term[];
  readonly files: Set<LicenseFile>;
}

function join(files: readonly LicenseFile[]): readonly Coverage[] {
  const groups = new Map<string, Group>();
  for (const file of files) {
    // Neighboring entries mostly are of the same product, and its key is costlier to make than to keep.
    let last: { environment: string | undefined; product: string | undefined; group: Group } | undefined;
    for (const term of file.terms) {
      const { environment, product } = term;
      if (!last || last.environment !== environment || last.product !== product) {
        const key = keyOf(file, environment, product);
        const group = getOrAdd(groups, key, (): Group => ({ environment, product, terms: [], files: new Set() }));
        group.files.add(file);
        last = { environment, product, group };
      }
      last.group.terms.push(term);
    }
  }
  return [...groups.values()].map(coverageOf).sort(byName);
}

/** Names join without case. Terms without a product form one unnamed product of their file. */
function keyOf(file: LicenseFile, environment: string | undefined, product: string | undefined): string {
  const names = `${environment?.toLowerCase() ?? ''}\n${environment === undefined ? 0 : 1}\n`;
  return product === undefined ? `${names}?${file.path}` : `${names}=${product.toLowerCase()}`;
}

function coverageOf({ environment, product, terms, files }: Group): Coverage {
  const sortedTerms = terms.sort((a, b) => a.from - b.from || a.until - b.until || 0);
  return {
    environment,
    product,
    terms: sortedTerms,
    segments: cover(sortedTerms, needOf(product, files)),
    broken: brokenFor(environment, product, files),
  };
}

function needOf(product: string | undefined, files: Iterable<LicenseFile>): Parameters<typeof cover>[1] {
  let from: Instant | undefined;
  let until: Instant | undefined;
  const accepted: { from: Instant; until: Instant }[] = [];
  for (const { documents } of files) {
    for (const { required, acceptedGaps, fields } of documents) {
      if (required && isFor(product, fields.product?.value.kind === 'scalar' ? fields.product.value.text : undefined)) {
        from = least(from, required.from);
        until = greatest(until, required.until);
      }
      for (const gap of acceptedGaps) if (isFor(product, gap.product)) accepted.push(gap);
    }
  }
  return { from, until, accepted };
}

/** Whether something said for `named` (or for all, where it names none) holds for a product. */
function isFor(product: string | undefined, named: string | undefined): boolean {
  return named === undefined || named.trim().toLowerCase() === product?.toLowerCase();
}

function least(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  return a === undefined ? b : b === undefined ? a : Math.min(a, b);
}

function greatest(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  return a === undefined ? b : b === undefined ? a : Math.max(a, b);
}

function brokenFor(environment: string | undefined, product: string | undefined, files: Iterable<LicenseFile>): number {
  let count = 0;
  for (const { broken } of files) {
    for (const entry of broken) {
      const same = entry.product?.toLowerCase() === product?.toLowerCase();
      if (entry.unreadable || (same && entry.environment?.toLowerCase() === environment?.toLowerCase())) count++;
    }
  }
  return count;
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

function byName(a: Coverage, b: Coverage): number {
  return compareNames(a.environment, b.environment) || compareNames(a.product, b.product);
}

function compareNames(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  return b === undefined || a > b ? 1 : -1;
}
