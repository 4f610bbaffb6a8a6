// Asks for a license key without showing it, and writes it in place of its placeholder.
import * as vscode from 'vscode';
import { enterKey, hasOwnPlaceholder, wrongKey } from '../core/fixes/enter-key';
import type { Term } from '../core/model';
import { keySpan } from '../core/rules/pending-key';
import { place } from '../core/timeline/words';
import * as words from '../core/words';
import * as fixWords from '../core/words/fixes';
import * as requestWords from '../core/words/request';
import type { FolderReport, Reports } from './reports';
import { workspaceEdit } from './workspace-edit';
import { isWritable } from './writable';

export const enterKeyCommand = 'licenseCoverage.enterLicenseKey';

export function registerEnterKey(reports: Reports): vscode.Disposable {
  return vscode.commands.registerCommand('licenseCoverage.enterLicenseKey', (term?: Term) => enter(reports, term));
}

/** `asked`: the license whose key it is; otherwise the one under the cursor, or one that is picked. */
async function enter(reports: Reports, asked: Term | undefined): Promise<void> {
  await reports.settled();
  const editor = vscode.window.activeTextEditor;
  const uri = asked ? reports.uriOf(asked.file) : editor?.document.uri;
  if (!uri) return;
  const term = asked ?? (await chooseTerm(reports, editor!));
  if (!term) return;
  if (!(await isWritable(uri))) {
    void vscode.window.showWarningMessage(fixWords.readOnly(term.file.path));
    return;
  }
  const key = await vscode.window.showInputBox({
    title: fixWords.enterKey(term),
    prompt: fixWords.enterKeyPrompt,
    password: true,
    // Someone looks the key up in a mail meanwhile.
    ignoreFocusOut: true,
    validateInput: text => (text === '' ? undefined : wrongKey(text)),
  });
  if (key === undefined || wrongKey(key) !== undefined) return;
  await reports.settled();
  const folder = reports.of(uri);
  const now = folder && sameTerm(folder, term);
  const edits = now && enterKey(now, key);
  const edit = edits && workspaceEdit([edits], folder.uriOf);
  if (!edit || !(await vscode.workspace.applyEdit(edit)))
    void vscode.window.showWarningMessage(fixWords.changedMeanwhile);
}

async function chooseTerm(reports: Reports, editor: vscode.TextEditor): Promise<Term | undefined> {
  const folder = reports.of(editor.document.uri);
  const waiting = folder?.file.terms.filter(hasOwnPlaceholder) ?? [];
  const offset = editor.document.offsetAt(editor.selection.active);
  const here = waiting.find(({ entry: { node } }) => node.start <= offset && offset <= node.end);
  if (here) return here;
  if (waiting.length === 0) void vscode.window.showInformationMessage(requestWords.noKeyToEnter);
  if (waiting.length <= 1) return waiting[0];
  const items = waiting.map(term => ({
    label: words.termName(term, true),
    description: words.stretch(term.rule, term),
    detail: place(editor.document.positionAt(keySpan(term).start).line + 1, undefined),
    term,
  }));
  return (await vscode.window.showQuickPick(items, { placeHolder: requestWords.whichKey }))?.term;
}

/** The license as it is read now: time may have passed since it was asked for, and its file may have changed. */
function sameTerm({ file }: FolderReport, { id, product, from, until, ...before }: Term): Term | undefined {
  const alike = file.terms.filter(
    term =>
      hasOwnPlaceholder(term) &&
      term.id === id &&
      term.product === product &&
      term.from === from &&
      term.until === until,
  );
  return alike.find(({ entry: { node } }) => node.start === before.entry.node.start) ?? alike[0];
}
