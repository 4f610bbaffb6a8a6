// New documents that nobody has saved yet, under names by which they are read as license files and saved beside the others.
import * as vscode from 'vscode';

/** `folder`: where it would be saved; without one VS Code asks. */
export function untitledAddress(folder: vscode.Uri | undefined, name: string): vscode.Uri {
  if (folder) return vscode.Uri.joinPath(folder, name).with({ scheme: 'untitled' });
  return vscode.Uri.from({ scheme: 'untitled', path: name });
}

/** The file of that name if there is one, else the new document of that name if one is open. */
export async function taken(folder: vscode.Uri | undefined, name: string): Promise<vscode.Uri | undefined> {
  const file = folder && vscode.Uri.joinPath(folder, name);
  if (file && (await exists(file))) return file;
  const untitled = untitledAddress(folder, name).toString();
  return vscode.workspace.textDocuments.find(each => !each.isClosed && each.uri.toString() === untitled)?.uri;
}

function exists(uri: vscode.Uri): Promise<boolean> {
  return Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
}
