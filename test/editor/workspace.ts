// What the tests inside VS Code share: files of their own, what is told of them, and waiting for it.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Name, story } from '../person/stories';

/** The samples of the opened folder speak of production; these files must not join with them. */
export const known = (name: Name, version?: string): string => story(name, version).replace('production', 'tests');

const folder = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri;
/** The files that there are now; they go when their test ends. */
export const made: vscode.Uri[] = [];
/** Each test has a folder of its own: VS Code keeps the text of a file for a while after it is gone. */
let turn = 0;

export async function put(path: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder(), `tests-${turn}`, path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  if (!made.some(known => known.path === uri.path)) made.push(uri);
  return uri;
}

export async function show(path: string, text: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await put(path, text));
}

export function ours(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'License Coverage');
}

export function codes(uri: vscode.Uri): string[] {
  return ours(uri).map(({ code }) => String((code as { value: string }).value));
}

export async function until<T>(what: string, ask: () => T | undefined | false): Promise<T> {
  for (let tries = 0; tries < 600; tries++) {
    const answer = ask();
    if (answer) return answer;
    await new Promise(resolve => setTimeout(resolve, 25));
  }
  throw new Error(`Waited in vain: ${what}`);
}

export async function settled(uri: vscode.Uri, ...expected: string[]): Promise<void> {
  await until(
    `${expected.join(', ') || 'nothing'} instead of ${codes(uri)}`,
    () => codes(uri).join() === expected.join(),
  ).catch(() => assert.deepEqual(codes(uri), expected));
}

export async function actions(
  editor: vscode.TextEditor,
  at: vscode.Position,
  kind = vscode.CodeActionKind.QuickFix,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand(
    'vscode.executeCodeActionProvider',
    editor.document.uri,
    new vscode.Range(at, at),
    kind.value,
    9,
  );
}

beforeEach(() => {
  turn++;
});

afterEach(async () => {
  // Closing alone would ask whether to save.
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  const uris = made.splice(0);
  if (uris.length === 0) return;
  const edit = new vscode.WorkspaceEdit();
  for (const uri of uris) edit.deleteFile(uri);
  // Told by VS Code itself: its watcher can miss what goes from a folder that had come within one breath.
  assert.ok(await vscode.workspace.applyEdit(edit));
  for (const uri of uris) await until('the findings of a file that is gone', () => ours(uri).length === 0);
});
