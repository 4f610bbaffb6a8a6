// Says behind a date what it means, where a gap or an end makes that worth knowing.
import * as vscode from 'vscode';
import { type Explanation, explainGap, explainTerm } from '../core/explain';
import { type InlayHint, inlayHintsIn } from '../core/inlay-hints';
import type { Finding, SourceFile } from '../core/model';
import type { Span } from '../core/tree';
import * as words from '../core/words/inlay-hints';
import { openGapCommand } from './code-lens';
import { ranges } from './convert';
import { currentReport } from './current';
import { markdownOf } from './markdown';
import type { FolderReport, Reports } from './reports';
import { wantsInlayHints } from './settings';

/** What each hint is about; VS Code hands back the very object. */
const findings = new WeakMap<vscode.InlayHint, Finding>();

export function registerInlayHints(reports: Reports): vscode.Disposable {
  return vscode.languages.registerInlayHintsProvider(
    { pattern: '**' },
    {
      onDidChangeInlayHints: reports.onDidChange,
      provideInlayHints: (document, range, token) => provide(reports, document, range, token),
      resolveInlayHint: hint => {
        const finding = findings.get(hint);
        if (finding) hint.tooltip = markdownOf(explained(finding));
        return hint;
      },
    },
  );
}

async function provide(
  reports: Reports,
  document: vscode.TextDocument,
  range: vscode.Range,
  token: vscode.CancellationToken,
): Promise<vscode.InlayHint[]> {
  if (!wantsInlayHints(document.uri)) return [];
  const folder = await currentReport(reports, document);
  if (!folder || token.isCancellationRequested) return [];
  const part = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const location = locator(folder);
  return inlayHintsIn(folder.report, folder.file, part).map(hint => hintOf(hint, document, location));
}

type Locate = (place: { readonly file: SourceFile; readonly span: Span }) => vscode.Location;

function hintOf(
  { at, label, leadsTo, finding }: InlayHint,
  document: vscode.TextDocument,
  location: Locate,
): vscode.InlayHint {
  const part = new vscode.InlayHintLabelPart(label);
  // VS Code would look for a definition at a `location`, and license files have none.
  if (leadsTo) part.command = commandTo(location(leadsTo));
  const hint = new vscode.InlayHint(document.positionAt(at), [part]);
  hint.paddingLeft = true;
  findings.set(hint, finding);
  return hint;
}

function commandTo({ uri, range }: vscode.Location): vscode.Command {
  return { title: words.otherSide(), command: openGapCommand, arguments: [uri, range.start, false] };
}

/** The lines of each file are counted once. */
function locator({ uriOf }: Pick<FolderReport, 'uriOf'>): Locate {
  const known = new Map<string, (span: Span) => vscode.Range>();
  return ({ file, span }) => {
    const range = known.get(file.path) ?? ranges(file.text);
    known.set(file.path, range);
    return new vscode.Location(uriOf(file), range(span));
  };
}

function explained({ subject, message }: Finding): Explanation {
  if (subject?.kind === 'gap') return explainGap(subject.coverage, subject.gap);
  if (subject?.kind === 'ending') return explainTerm(subject.coverage, subject.ending.last, Date.now());
  return { title: message, facts: [], symptoms: [], remedies: [] };
}
