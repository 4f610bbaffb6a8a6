// The light bulb: the fixes of the findings under the cursor, and those that fill all gaps of a file.
import * as vscode from 'vscode';
import { type FileEdits, fixesFor } from '../core/fixes';
import { fill, fillableFindings } from '../core/fixes/insert-temporary';
import type { Finding } from '../core/model';
import type { Edit } from '../core/text';
import * as words from '../core/words';
import { removeMarkCommand } from './byte-order-mark';
import { ranges } from './convert';
import { source } from './diagnostics';
import type { FolderReport, Reports } from './reports';
import { section } from './settings';

export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('licenseCoverage');

/** How to make the edits of an action that has been offered; VS Code hands back the very object. */
const makers = new WeakMap<vscode.CodeAction, () => vscode.WorkspaceEdit | undefined>();

function lazyAction(
  title: string,
  kind: vscode.CodeActionKind,
  make: () => vscode.WorkspaceEdit | undefined,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, kind);
  makers.set(action, make);
  return action;
}

export function registerQuickFixes(reports: Reports): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { pattern: '**' },
    {
      provideCodeActions: (document, range, context) => provide(reports, document, range, context),
      resolveCodeAction: action => {
        const edit = makers.get(action)?.();
        if (edit) action.edit = edit;
        return action;
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind] },
  );
}

function provide(
  reports: Reports,
  document: vscode.TextDocument,
  range: vscode.Range,
  { only, diagnostics }: vscode.CodeActionContext,
): vscode.CodeAction[] {
  const folder = reports.of(document.uri);
  if (!folder?.isCurrent(document)) return [];
  if (only && fixAllKind.contains(only)) return fillAll(folder, fixAllKind, 1);
  if (only && !only.intersects(vscode.CodeActionKind.QuickFix)) return [];
  const touched = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const findings = folder.report.findings.filter(
    ({ file, span }) => file.path === folder.file.path && span.start <= touched.end && span.end >= touched.start,
  );
  const actions = findings.flatMap(finding => actionsFor(finding, folder, diagnostics));
  if (findings.some(({ subject }) => subject?.kind === 'byte-order-mark')) actions.push(removeMark(document));
  if (!findings.some(({ subject }) => subject?.kind === 'gap')) return actions;
  return [...actions, ...chooseRule(folder), ...fillAll(folder, vscode.CodeActionKind.QuickFix, 2)];
}

/** No change to a document takes the mark away, since it is no part of its text. */
function removeMark({ uri }: vscode.TextDocument): vscode.CodeAction {
  const action = new vscode.CodeAction(words.removeByteOrderMark, vscode.CodeActionKind.QuickFix);
  action.command = { command: removeMarkCommand, title: action.title, arguments: [uri] };
  action.isPreferred = true;
  return action;
}

/** What a vendor's files follow can't be written into them. */
function chooseRule({ file: { format, documents } }: FolderReport): vscode.CodeAction[] {
  if (!documents.some(({ home }) => home)) return [];
  const action = new vscode.CodeAction(words.chooseRule(format), vscode.CodeActionKind.QuickFix);
  const command = 'workbench.action.openSettings';
  action.command = { command, title: action.title, arguments: [`${section}.profiles`] };
  return [action];
}

function actionsFor(
  finding: Finding,
  folder: FolderReport,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const diagnostic = diagnostics.find(({ source: from, message }) => from === source && message === finding.message);
  return fixesFor(finding, folder.report).map(({ title, preferred, make }) => {
    const action = lazyAction(title, vscode.CodeActionKind.QuickFix, () => {
      const edits = make();
      return edits && workspaceEdit([edits], folder);
    });
    action.isPreferred = preferred;
    if (diagnostic) action.diagnostics = [diagnostic];
    return action;
  });
}

function fillAll(folder: FolderReport, kind: vscode.CodeActionKind, least: number): vscode.CodeAction[] {
  const gaps = fillableFindings(folder.report, folder.file).flatMap(({ subject }) =>
    subject?.kind === 'gap' ? [subject.gap] : [],
  );
  if (gaps.length < least) return [];
  return [lazyAction(words.fillAll(gaps.length), kind, () => workspaceEdit(fill(gaps), folder))];
}

/** `undefined` where a text has changed since the report: an edit then would land in the wrong place. */
function workspaceEdit(files: readonly FileEdits[], { uriOf }: FolderReport): vscode.WorkspaceEdit | undefined {
  const edit = new vscode.WorkspaceEdit();
  for (const { file, edits } of files) {
    const uri = uriOf(file);
    const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
    if (open && open.getText() !== file.text) return undefined;
    const range = ranges(file.text);
    edit.set(
      uri,
      edits.map((change, index) => snippetEdit(range(change), change, index + 1)),
    );
  }
  return edit;
}

/** A snippet, so that what is to be typed is selected; with the white space as the core wrote it. */
function snippetEdit(range: vscode.Range, { text, select }: Edit, number: number): vscode.SnippetTextEdit {
  const snippet = new vscode.SnippetString();
  if (select) {
    snippet.appendText(text.slice(0, select.start));
    // Each has a number of its own: placeholders that share one are typed into together.
    snippet.appendPlaceholder(text.slice(select.start, select.end), number);
    snippet.appendText(text.slice(select.end));
  } else snippet.appendText(text);
  const edit = new vscode.SnippetTextEdit(range, snippet);
  edit.keepWhitespace = true;
  return edit;
}
