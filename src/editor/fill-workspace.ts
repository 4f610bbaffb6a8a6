// Fills all gaps of a workspace at once: shows what would be written, and writes it when that is confirmed.
import * as vscode from 'vscode';
import type { FileEdits } from '../core/fixes';
import { fill, fillableGaps, keyPlaceholder } from '../core/fixes/insert-temporary';
import { applyEdits } from '../core/text';
import * as words from '../core/words/fixes';
import { openDocument, readText } from './files';
import type { Reports } from './reports';
import { pause } from './slices';
import { workspaceEdit } from './workspace-edit';
import { isWritable } from './writable';

const scheme = 'license-coverage-fill';

/** What would be written. */
interface Plan {
  readonly files: readonly Planned[];
  readonly gaps: number;
  /** Files with gaps that can't be changed, by path. */
  readonly readOnly: readonly string[];
}

interface Planned {
  readonly uri: vscode.Uri;
  readonly edits: FileEdits;
  readonly after: string;
}

export function registerFillWorkspace(reports: Reports): vscode.Disposable {
  /** The texts of the preview that was asked for last. */
  const texts = new Map<string, string>();
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: uri => texts.get(uri.toString()) ?? '',
    }),
    vscode.commands.registerCommand('licenseCoverage.fillWorkspace', () => fillWorkspace(reports, texts)),
  );
}

async function fillWorkspace(reports: Reports, texts: Map<string, string>): Promise<void> {
  const found = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: words.fillingWorkspace, cancellable: true },
    (_, token) => plan(reports, token),
  );
  if (!found) return;
  if (found.readOnly.length > 0) void vscode.window.showWarningMessage(words.notWritable(found.readOnly));
  if (found.files.length === 0) {
    if (found.readOnly.length === 0) void vscode.window.showInformationMessage(words.nothingToFill);
    return;
  }
  await preview(found, texts);
  const message = words.fillPreviewed(found.gaps, found.files.length);
  const answer = await vscode.window.showInformationMessage(message, words.fillNow, words.discardFill);
  await closePreview(found);
  if (answer === words.fillNow) await write(found, reports, texts);
}

/** `undefined`: cancelled. */
async function plan(reports: Reports, token: vscode.CancellationToken): Promise<Plan | undefined> {
  const cancelled = new Promise<void>(resolve => token.onCancellationRequested(() => resolve()));
  await Promise.race([reports.settled(), cancelled]);
  const files: Planned[] = [];
  const readOnly: string[] = [];
  let gaps = 0;
  for (const { report, uriOf } of reports.all()) {
    for (const edits of fill(fillableGaps(report))) {
      await pause();
      if (token.isCancellationRequested) return undefined;
      const uri = uriOf(edits.file);
      if (!(await isWritable(uri))) {
        readOnly.push(edits.file.path);
        continue;
      }
      const after = applyEdits(edits.file.text, edits.edits);
      files.push({ uri, edits, after });
      gaps += placeholdersIn(after) - placeholdersIn(edits.file.text);
    }
  }
  return token.isCancellationRequested ? undefined : { files, gaps, readOnly };
}

/** One for each gap that is filled. */
function placeholdersIn(text: string): number {
  return text.split(keyPlaceholder).length - 1;
}

async function preview({ files, gaps }: Plan, texts: Map<string, string>): Promise<void> {
  texts.clear();
  const shown = files.map(({ uri, after }, index) => {
    // An address of its own each time, since VS Code keeps what a provider has given.
    const right = vscode.Uri.from({ scheme, path: uri.path, query: `${Date.now()}-${index}` });
    texts.set(right.toString(), after);
    return [uri, uri, right];
  });
  await vscode.commands.executeCommand('vscode.changes', words.fillPreviewTitle(gaps), shown);
}

/** Writes what was shown. A file that would be filled otherwise by now is left alone. */
async function write(shown: Plan, reports: Reports, texts: Map<string, string>): Promise<void> {
  const now = await plan(reports, new vscode.CancellationTokenSource().token);
  const current = new Map(now?.files.map(planned => [planned.uri.toString(), planned]));
  const [same, changed]: [Planned[], Planned[]] = [[], []];
  for (const planned of shown.files) {
    const again = current.get(planned.uri.toString());
    const isSame =
      again?.edits.file.text === planned.edits.file.text && again.after === planned.after && (await isOnDisk(again));
    (isSame ? same : changed).push(again && isSame ? again : planned);
  }
  const uris = new Map(same.map(({ uri, edits }) => [edits.file, uri]));
  const edit = workspaceEdit(
    same.map(({ edits }) => edits),
    file => uris.get(file)!,
  );
  const isWritten = edit !== undefined && (await applyAndSave(edit));
  const left = (isWritten ? changed : shown.files).map(({ edits: { file } }) => file.path);
  if (left.length > 0) {
    const answer = await vscode.window.showWarningMessage(words.leftAlone(left), words.previewAgain);
    if (answer === words.previewAgain) await fillWorkspace(reports, texts);
    return;
  }
  void vscode.window.showInformationMessage(words.filledWorkspace(shown.gaps, same.length));
}

/** VS Code tells of a change on disk a little late. What is being edited is not on disk yet. */
async function isOnDisk({ uri, edits: { file } }: Planned): Promise<boolean> {
  if (openDocument(uri)?.isDirty || uri.scheme === 'untitled') return true;
  const { text } = await readText(uri).catch(() => ({ text: undefined }));
  const plain = (each: string): string => each.replace(/\r\n?/g, '\n');
  return text !== undefined && plain(text) === plain(file.text);
}

/** What was saved before is saved after; what was being edited is left to whoever edits it. */
async function applyAndSave(edit: vscode.WorkspaceEdit): Promise<boolean> {
  const isDirty = (uri: vscode.Uri): boolean =>
    vscode.workspace.textDocuments.some(document => document.isDirty && document.uri.toString() === uri.toString());
  const clean = edit.entries().flatMap(([uri]) => (isDirty(uri) ? [] : [uri]));
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  for (const uri of clean) await (await vscode.workspace.openTextDocument(uri)).save();
  return true;
}

async function closePreview({ gaps }: Plan): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs);
  // VS Code puts the number of files behind the title.
  const shown = tabs.filter(({ label }) => label.startsWith(words.fillPreviewTitle(gaps)));
  await vscode.window.tabGroups.close(shown, true);
}
