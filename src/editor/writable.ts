// Whether a file may be changed.
import * as vscode from 'vscode';

/** A document that has no file yet may. */
export async function isWritable(uri: vscode.Uri): Promise<boolean> {
  if (uri.scheme === 'untitled') return true;
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return false;
  const stat = await Promise.resolve(vscode.workspace.fs.stat(uri)).catch(() => undefined);
  return ((stat?.permissions ?? 0) & vscode.FilePermission.Readonly) === 0;
}
