// Opens an example of a license file to begin with.
import * as vscode from 'vscode';
import { exampleFile } from '../core/example';

/** Untitled, and named so that it is read as a license file and saved beside the others. */
export async function openExample(viewColumn: vscode.ViewColumn): Promise<void> {
  const uri = await freeAddress();
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(0, 0), exampleFile(Date.now()));
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(document, { viewColumn });
}

async function freeAddress(): Promise<vscode.Uri> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  for (let count = 1; ; count++) {
    const name = count === 1 ? 'licenses.yaml' : `licenses-${count}.licenses.yaml`;
    const path = folder && vscode.Uri.joinPath(folder, name);
    const uri = path?.with({ scheme: 'untitled' }) ?? vscode.Uri.from({ scheme: 'untitled', path: name });
    if (!isOpen(uri) && !(path && (await exists(path)))) return uri;
  }
}

function isOpen(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some(document => document.uri.toString() === uri.toString());
}

function exists(uri: vscode.Uri): Promise<boolean> {
  return Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
}
