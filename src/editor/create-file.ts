// Makes a person's first license file: asks for the notation, and for the folder where there are several; nothing is written until it is saved.
import * as vscode from 'vscode';
import { firstFile, type Notation, nameOfFirstFile, notations } from '../core/first-file';
import * as words from '../core/words/first-file';
import { taken, untitledAddress } from './untitled';

export function registerCreateFile({ extension }: vscode.ExtensionContext): vscode.Disposable {
  return vscode.Disposable.from(
    // Whoever names the notation is not asked for it.
    vscode.commands.registerCommand('licenseCoverage.createLicenseFile', async (asked?: unknown) => {
      const notation = notations.find(each => each === asked) ?? (await chooseNotation());
      if (!notation) return;
      const folder = await chooseFolder();
      if (folder !== 'none') await create(notation, folder?.uri);
    }),
    vscode.commands.registerCommand('licenseCoverage.getStarted', () =>
      vscode.commands.executeCommand(
        'workbench.action.openWalkthrough',
        `${extension.id}#licenseCoverage.start`,
        false,
      ),
    ),
  );
}

async function chooseNotation(): Promise<Notation | undefined> {
  const items = notations.map(notation => ({
    ...words.notations[notation],
    description: nameOfFirstFile(notation),
    notation,
  }));
  const options = { title: words.createTitle(), placeHolder: words.whichNotation(), matchOnDescription: true };
  return (await vscode.window.showQuickPick(items, options))?.notation;
}

/** `none`: there are several, and none was picked. */
async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined | 'none'> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length <= 1) return folders[0];
  return (await vscode.window.showWorkspaceFolderPick({ placeHolder: words.whichFolder() })) ?? 'none';
}

async function create(notation: Notation, folder: vscode.Uri | undefined): Promise<void> {
  const name = nameOfFirstFile(notation);
  const known = await taken(folder, name);
  const editor = await vscode.window.showTextDocument(known ?? untitledAddress(folder, name));
  if (known && editor.document.getText() !== '') {
    void vscode.window.showInformationMessage(words.exists(name));
    return;
  }
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const snippet = new vscode.SnippetString(firstFile(notation, Date.now(), zone));
  await editor.insertSnippet(snippet, new vscode.Position(0, 0));
}
