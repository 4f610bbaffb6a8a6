// The light bulb: the fixes of the findings under the cursor, and those that fill all gaps of a file.
import * as vscode from 'vscode';
import { type Errand, type FileEdits, type Fix, type FixOffer, fixesFor } from '../core/fixes';
import { ignoreFinding } from '../core/fixes/ignore-finding';
import { fill, fillableFindings } from '../core/fixes/insert-temporary';
import type { Finding, Gap } from '../core/model';
import * as fixWords from '../core/words/fixes';
import * as vendorWords from '../core/words/vendor-files';
import { removeMarkCommand } from './byte-order-mark';
import { source } from './diagnostics';
import { enterKeyCommand } from './enter-key';
import type { FolderReport, Reports } from './reports';
import { requestCommand } from './request-draft';
import { section } from './settings';
import { workspaceEdit } from './workspace-edit';
import { isWritable } from './writable';

export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('licenseCoverage');

/** How to make the edits of an action that has been offered; VS Code hands back the very object. */
const makers = new WeakMap<vscode.CodeAction, () => Promise<vscode.WorkspaceEdit | undefined>>();

export function registerQuickFixes(reports: Reports): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { pattern: '**' },
    {
      provideCodeActions: async (document, range, context, token) => {
        // On save VS Code asks right after the last change.
        if (reports.of(document.uri)?.isCurrent(document) === false) await reports.caughtUp(document);
        return token.isCancellationRequested ? [] : provide(reports, document, range, context);
      },
      resolveCodeAction: async action => {
        const edit = await makers.get(action)?.();
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
  if (only && fixAllKind.contains(only)) return fillAll(folder, fixAllKind, 1, document, reports);
  if (only && !only.intersects(vscode.CodeActionKind.QuickFix)) return [];
  const touched = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const findings = folder.report.findings.filter(
    ({ file, span }) => file.path === folder.file.path && span.start <= touched.end && span.end >= touched.start,
  );
  const offeredBy = (offer: FixOffer): vscode.CodeAction[] =>
    findings.flatMap(finding => actionsFor(finding, offer, folder, diagnostics, document, reports));
  const actions = offeredBy(fixesFor);
  if (findings.some(({ subject }) => subject?.kind === 'byte-order-mark')) actions.push(removeMark(document));
  if (findings.some(({ subject }) => subject?.kind === 'gap'))
    actions.push(...chooseRule(folder), ...fillAll(folder, vscode.CodeActionKind.QuickFix, 2, document, reports));
  return [...actions, ...onceEach(offeredBy(ignoreFinding))];
}

/** Two findings of one rule at one place are ignored by one comment. */
function onceEach(actions: readonly vscode.CodeAction[]): vscode.CodeAction[] {
  return [...new Map([...actions].reverse().map(action => [action.title, action])).values()].reverse();
}

/** No change to a document takes the mark away, since it is no part of its text. */
function removeMark({ uri }: vscode.TextDocument): vscode.CodeAction {
  const action = new vscode.CodeAction(vendorWords.removeByteOrderMark, vscode.CodeActionKind.QuickFix);
  action.command = { command: removeMarkCommand, title: action.title, arguments: [uri] };
  action.isPreferred = true;
  return action;
}

/** What a vendor's files follow can't be written into them. */
function chooseRule({ file: { format, documents } }: FolderReport): vscode.CodeAction[] {
  if (!documents.some(({ home }) => home)) return [];
  const action = new vscode.CodeAction(fixWords.chooseRule(format), vscode.CodeActionKind.QuickFix);
  const command = 'workbench.action.openSettings';
  action.command = { command, title: action.title, arguments: [`${section}.profiles`] };
  return [action];
}

function actionsFor(
  finding: Finding,
  offer: FixOffer,
  folder: FolderReport,
  diagnostics: readonly vscode.Diagnostic[],
  document: vscode.TextDocument,
  reports: Reports,
): vscode.CodeAction[] {
  const diagnostic = diagnostics.find(({ source: from, message }) => from === source && message === finding.message);
  return offer(finding, folder.report).map(fix => {
    const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
    if (fix.errand) action.command = commandOf(fix.title, fix.errand);
    else {
      const now = ({ report, file }: FolderReport): Fix | undefined =>
        report.findings
          .filter(({ rule, file: { path } }) => rule === finding.rule && path === file.path)
          // The title of a comment that ignores something does not say what.
          .filter(({ message }) => offer !== ignoreFinding || message === finding.message)
          .flatMap(each => offer(each, report))
          .find(({ title }) => title === fix.title);
      makers.set(action, () => made(document, folder, reports, current => (current === folder ? fix : now(current))));
    }
    action.isPreferred = fix.preferred;
    // VS Code puts what solves a problem before what doesn't; ignoring one comes last.
    if (diagnostic && offer !== ignoreFinding) action.diagnostics = [diagnostic];
    return action;
  });
}

/** Takes a fix without the light bulb, in the document that the active editor shows. */
export async function takeFix(
  fix: Fix,
  document: vscode.TextDocument,
  folder: FolderReport,
  reports: Reports,
): Promise<void> {
  const edit = await made(document, folder, reports, current => (current === folder ? fix : undefined));
  if (edit) await vscode.workspace.applyEdit(edit);
}

function commandOf(title: string, errand: Errand): vscode.Command {
  if (errand.kind === 'enter') return { title, command: enterKeyCommand, arguments: [errand.term] };
  return { title, command: requestCommand, arguments: [errand] };
}

function fillAll(
  folder: FolderReport,
  kind: vscode.CodeActionKind,
  least: number,
  document: vscode.TextDocument,
  reports: Reports,
): vscode.CodeAction[] {
  const gaps = gapsOf(folder);
  if (gaps.length < least) return [];
  const action = new vscode.CodeAction(fixWords.fillAll(gaps.length), kind);
  const make = (current: FolderReport) => ({ make: () => fill(gapsOf(current)) });
  makers.set(action, () => made(document, folder, reports, make));
  return [action];
}

function gapsOf({ report, file }: FolderReport): readonly Gap[] {
  return fillableFindings(report, file).flatMap(({ subject }) => (subject?.kind === 'gap' ? [subject.gap] : []));
}

/**
 * The edits of a fix, made when it is chosen. Where the text has changed since the fix was offered, they are those of the fix that the
 * text as it is now would be offered, if there is one. Says why where there are none.
 */
async function made(
  document: vscode.TextDocument,
  offered: FolderReport,
  reports: Reports,
  fixIn: (folder: FolderReport) => { make(): FileEdits | readonly FileEdits[] | undefined } | undefined,
): Promise<vscode.WorkspaceEdit | undefined> {
  let folder: FolderReport | undefined = offered;
  if (!folder.isCurrent(document)) {
    await reports.caughtUp(document);
    folder = reports.of(document.uri);
  }
  const fix = folder && fixIn(folder);
  if (!folder || !fix) return refuse(fixWords.changedMeanwhile);
  const edits = fix.make();
  if (edits === undefined) return refuse(fixWords.cannotEdit);
  const files = [edits].flat();
  for (const { file } of files)
    if (!(await isWritable(folder.uriOf(file)))) return refuse(fixWords.readOnly(file.path));
  return workspaceEdit(files, folder.uriOf, true) ?? refuse(fixWords.changedMeanwhile);
}

function refuse(why: string): undefined {
  void vscode.window.showWarningMessage(why);
  return undefined;
}
