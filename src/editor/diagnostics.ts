// Shows the findings in the Problems panel and under the text.
import * as vscode from 'vscode';
import { getOrAdd } from '../core/maps';
import type { Finding, Related, RuleCode, SourceFile } from '../core/model';
import * as words from '../core/words/settings';
import { ranges, severities } from './convert';
import type { FolderReport, Reports } from './reports';
import { pause, sliceLength } from './slices';

export const source = 'License Coverage';

/** VS Code shows no more than this for one file; the rest are counted. */
const mostShown = 1_000;

/** Between two slices of what nobody looks at, in ms: what is being read meanwhile has to wait for each of them. */
const rest = 3 * sliceLength;

/** What can go as it stands, and so is shown faded. */
const faded: ReadonlySet<RuleCode> = new Set(['stale-temporary']);

/** The findings of one file as they are to be shown. */
interface Wanted {
  readonly uri: vscode.Uri;
  readonly findings: readonly Finding[];
  readonly folder: Pick<FolderReport, 'uriOf'>;
}

/** What VS Code has been told of one file: equal marks over equal texts need no telling. */
interface Told {
  readonly uri: vscode.Uri;
  readonly marks: string;
  /** Those of the file and of the others that its findings point to. */
  readonly texts: readonly string[];
}

export function registerDiagnostics(context: vscode.ExtensionContext, reports: Reports): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('licenseCoverage');
  const told = new Map<string, Told>();
  let turn = 0;
  /** Tells what has changed: at once of the files that are looked at, and in slices of the others, unless there is something newer. */
  const show = async (): Promise<void> => {
    const own = ++turn;
    const wanted = wantedOf(reports);
    collection.set(gone(told, wanted));
    const makeDiagnostics = maker(context);
    let news: [vscode.Uri, vscode.Diagnostic[]][] = [];
    const tell = (key: string, each: Wanted): void => {
      const now = toldOf(each);
      if (isSame(told.get(key), now)) return;
      told.set(key, now);
      news.push([each.uri, makeDiagnostics(each)]);
    };
    const flush = (): void => {
      if (news.length > 0) collection.set(news);
      news = [];
    };
    for (const { document } of vscode.window.visibleTextEditors) {
      const key = String(document.uri);
      const each = wanted.get(key);
      if (each) tell(key, each);
    }
    flush();
    let start = performance.now();
    for (const [key, each] of wanted) {
      tell(key, each);
      if (performance.now() - start < sliceLength) continue;
      flush();
      await pause(rest);
      if (turn !== own) return;
      start = performance.now();
    }
    flush();
  };
  return vscode.Disposable.from(
    collection,
    reports.onDidChange(() => void show()),
    // Nothing is told any more.
    { dispose: () => turn++ },
  );
}

function wantedOf(reports: Reports): Map<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  for (const folder of reports.all()) {
    const byPath = new Map<string, Finding[]>();
    for (const finding of folder.report.findings) getOrAdd(byPath, finding.file.path, () => []).push(finding);
    for (const findings of byPath.values()) {
      const uri = folder.uriOf(findings[0]!.file);
      wanted.set(String(uri), { uri, findings, folder });
    }
  }
  return wanted;
}

/** Takes the files without findings out of what was told. */
function gone(told: Map<string, Told>, wanted: ReadonlyMap<string, Wanted>): [vscode.Uri, undefined][] {
  return [...told].flatMap(([key, { uri }]): [vscode.Uri, undefined][] => {
    if (wanted.has(key)) return [];
    told.delete(key);
    return [[uri, undefined]];
  });
}

function toldOf({ uri, findings }: Wanted): Told {
  const texts = [findings[0]!.file.text];
  const mark = ({ rule, severity, span, message, related = [] }: Finding): unknown => {
    const others = related.map(({ file, span, message }) => {
      texts.push(file.text);
      return [file.path, span.start, span.end, message];
    });
    return [rule, severity, span.start, span.end, message, others];
  };
  return { uri, texts, marks: JSON.stringify([findings.length, findings.slice(0, mostShown).map(mark)]) };
}

function isSame(before: Told | undefined, now: Told): boolean {
  if (before?.marks !== now.marks || before.texts.length !== now.texts.length) return false;
  return before.texts.every((text, index) => text === now.texts[index]);
}

/** Turns the findings of files into VS Code's; the lines of a file are counted once. */
function maker(context: vscode.ExtensionContext): (wanted: Wanted) => vscode.Diagnostic[] {
  const rangesOf = new Map<string, ReturnType<typeof ranges>>();
  const rangeIn = ({ path, text }: SourceFile): ReturnType<typeof ranges> =>
    getOrAdd(rangesOf, path, () => ranges(text));
  return ({ findings, folder }) => {
    const related = ({ file, span, message }: Related): vscode.DiagnosticRelatedInformation => {
      const place = new vscode.Location(folder.uriOf(file), rangeIn(file)(span));
      return new vscode.DiagnosticRelatedInformation(place, message);
    };
    const diagnostics = findings.slice(0, mostShown).map(finding => {
      const { rule, severity, message } = finding;
      const diagnostic = new vscode.Diagnostic(rangeIn(finding.file)(finding.span), message, severities[severity]);
      diagnostic.source = source;
      diagnostic.code = {
        value: rule,
        target: vscode.Uri.joinPath(context.extensionUri, 'media', 'rules', `${rule}.md`),
      };
      diagnostic.relatedInformation = (finding.related ?? []).map(related);
      if (faded.has(rule)) diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
      return diagnostic;
    });
    return findings.length > mostShown ? [...diagnostics, remainder(findings.length - mostShown)] : diagnostics;
  };
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
