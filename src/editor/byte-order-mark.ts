// Takes the byte order mark away that RLM can't read; only the file itself has it, never a document's text.
import * as vscode from 'vscode';

export const removeMarkCommand = 'licenseCoverage.removeByteOrderMark';

export function registerRemoveByteOrderMark(): vscode.Disposable {
  return vscode.commands.registerCommand('licenseCoverage.removeByteOrderMark', remove);
}

async function remove(uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  // What is not saved yet would be lost, or be saved with the mark again.
  if (document.isDirty && !(await document.save())) return;
  const bytes = await vscode.workspace.fs.readFile(uri);
  if (bytes[0] !== 0xef || bytes[1] !== 0xbb || bytes[2] !== 0xbf) return;
  await vscode.workspace.fs.writeFile(uri, bytes.subarray(3));
  // An open document would put the mark back when it is saved next.
  await vscode.workspace.openTextDocument(uri, { encoding: 'utf8' });
}
