// Puts the cursor at a place of a file, in the tab that shows it already if there is one.
import * as vscode from 'vscode';
import * as words from '../core/words/gap-commands';
import { columnOf } from './files';

/** `undefined`: the file is gone, which is said. */
export async function goTo(uri: vscode.Uri, range: vscode.Range): Promise<vscode.TextEditor | undefined> {
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    const viewColumn = columnOf(uri) ?? vscode.window.activeTextEditor?.viewColumn ?? vscode.ViewColumn.One;
    const editor = await vscode.window.showTextDocument(document, { viewColumn });
    const { start } = document.validateRange(range);
    editor.selection = new vscode.Selection(start, start);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    return editor;
  } catch {
    void vscode.window.showWarningMessage(words.gone(vscode.workspace.asRelativePath(uri)));
    return undefined;
  }
}
