// Shows the findings in the Problems panel and under the text.
import * as vscode from 'vscode';
import { getOrAdd } from '../core/maps';
import type { Finding, RuleCode } from '../core/model';
import * as words from '../core/words';
import { ranges, severities } from './convert';
import type { FolderReport, Reports } from './reports';

export const source = 'License Coverage';

/** VS Code shows no more than this for one file; the rest are counted. */
const mostShown = 1_000;

/** What can go as it stands, and so is shown faded. */
const faded: ReadonlySet<RuleCode> = new Set(['stale-temporary']);

export function registerDiagnostics(context: vscode.ExtensionContext, reports: Reports): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('licenseCoverage');
  const page = (rule: string): vscode.Uri => vscode.Uri.joinPath(context.extensionUri, 'media', 'rules', `${rule}.md`);
  const show = (): void => {
    const byUri = new Map<string, [vscode.Uri, vscode.Diagnostic[]]>();
    for (const folder of reports.all()) collect(folder, byUri, page);
    const entries = [...byUri.values()];
    const gone: [vscode.Uri, undefined][] = [];
    collection.forEach(uri => {
      if (!byUri.has(uri.toString())) gone.push([uri, undefined]);
    });
    collection.set([...gone, ...entries]);
  };
  return vscode.Disposable.from(collection, reports.onDidChange(show));
}

type Shown = Map<string, [vscode.Uri, vscode.Diagnostic[]]>;

function collect(
  { report, uriOf }: Pick<FolderReport, 'report' | 'uriOf'>,
  byUri: Shown,
  page: (rule: string) => vscode.Uri,
): void {
  const rangesOf = new Map<string, ReturnType<typeof ranges>>();
  const location = ({ file, span }: Pick<Finding, 'file' | 'span'>): vscode.Location =>
    new vscode.Location(uriOf(file), getOrAdd(rangesOf, file.path, () => ranges(file.text))(span));
  for (const finding of report.findings) {
    const { uri, range } = location(finding);
    const [, diagnostics] = getOrAdd(byUri, uri.toString(), () => [uri, []]);
    if (diagnostics.length > mostShown) continue;
    if (diagnostics.length === mostShown) {
      diagnostics.push(
        remainder(report.findings.filter(({ file }) => file.path === finding.file.path).length - mostShown),
      );
      continue;
    }
    const diagnostic = new vscode.Diagnostic(range, finding.message, severities[finding.severity]);
    diagnostic.source = source;
    diagnostic.code = { value: finding.rule, target: page(finding.rule) };
    diagnostic.relatedInformation = (finding.related ?? []).map(
      related => new vscode.DiagnosticRelatedInformation(location(related), related.message),
    );
    if (faded.has(finding.rule)) diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
    diagnostics.push(diagnostic);
  }
}

function remainder(count: number): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    new vscode.Range(0, 0, 0, 0),
    words.moreFindings(count),
    vscode.DiagnosticSeverity.Information,
  );
  diagnostic.source = source;
  return diagnostic;
}
