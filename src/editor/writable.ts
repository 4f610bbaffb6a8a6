// Whether a file may be changed: by its file system, and by what the user says is read-only.
import * as vscode from 'vscode';

/** A document that has no file yet may. */
export async function isWritable(uri: vscode.Uri): Promise<boolean> {
  if (uri.scheme === 'untitled') return true;
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false || isKeptReadOnly(uri)) return false;
  const stat = await Promise.resolve(vscode.workspace.fs.stat(uri)).catch(() => undefined);
  return ((stat?.permissions ?? 0) & vscode.FilePermission.Readonly) === 0;
}

/** The settings by which VS Code opens a file for reading alone; they hold for a person's hands only, not for edits of extensions. */
function isKeptReadOnly(uri: vscode.Uri): boolean {
  const files = vscode.workspace.getConfiguration('files', uri);
  const matches = (setting: string): boolean =>
    Object.entries(files.get<Readonly<Record<string, boolean>>>(setting) ?? {}).some(
      ([pattern, isOn]) => isOn && matchesGlob(uri, pattern),
    );
  return matches('readonlyInclude') && !matches('readonlyExclude');
}

/** Whether a glob, relative to the workspace folder, matches a file. */
export function matchesGlob(uri: vscode.Uri, pattern: string): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  // What is matched against is a document's, of which the address is enough here.
  const document = { uri, languageId: '', fileName: uri.fsPath } as vscode.TextDocument;
  return (
    vscode.languages.match({ pattern: folder ? new vscode.RelativePattern(folder, pattern) : pattern }, document) > 0
  );
}
