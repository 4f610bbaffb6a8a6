// Opens a sample of a license file: the known story with its gap ahead, as a document that nobody has to keep.
import * as vscode from 'vscode';
import { exampleFile } from '../core/example';
import type { Reports } from './reports';
import { taken, untitledAddress } from './untitled';

export function registerOpenSample(reports: Pick<Reports, 'caughtUp'>): vscode.Disposable {
  return vscode.commands.registerCommand('licenseCoverage.openSample', async () => {
    const { document } = await openSample(vscode.ViewColumn.Active);
    await reports.caughtUp(document);
    // What there is to try is done in the file.
    await vscode.commands.executeCommand('licenseCoverage.showTimeline', 'beside');
  });
}

/** With the cursor at the date that makes the gap. */
export async function openSample(viewColumn: vscode.ViewColumn): Promise<vscode.TextEditor> {
  const uri = await freeAddress();
  const { text, gapAt } = exampleFile(Date.now());
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(0, 0), text);
  await vscode.workspace.applyEdit(edit);
  const editor = await vscode.window.showTextDocument(document, { viewColumn });
  const lines = text.slice(0, gapAt).split('\n');
  const gap = new vscode.Position(lines.length - 1, lines.at(-1)!.length);
  editor.selection = new vscode.Selection(gap, gap);
  editor.revealRange(new vscode.Range(gap, gap), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}

async function freeAddress(): Promise<vscode.Uri> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  for (let count = 1; ; count++) {
    const name = count === 1 ? 'sample.licenses.yaml' : `sample-${count}.licenses.yaml`;
    if (!(await taken(folder, name))) return untitledAddress(folder, name);
  }
}
