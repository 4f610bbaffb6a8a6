// The first license file and the sample: new documents that are read at once, and written only when someone saves them.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codes, settled, until } from './workspace';

const start = (command: string, ...args: unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`licenseCoverage.${command}`, ...args);

async function isWritten(name: string): Promise<boolean> {
  const [folder] = vscode.workspace.workspaceFolders!;
  return Promise.resolve(vscode.workspace.fs.stat(vscode.Uri.joinPath(folder!.uri, name))).then(
    () => true,
    () => false,
  );
}

/** With the given folder alone the command would not ask for one. */
function isSingle(this: Mocha.Context): void {
  if (vscode.workspace.workspaceFolders?.length === 1) return;
  console.log('      several folders are open, and the command asks which: skipped');
  this.skip();
}

async function empty(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

describe('the first license file', () => {
  before(isSingle);
  afterEach(empty);

  for (const notation of ['yaml', 'jsonc', 'toml', 'json'])
    it(`is a new document in ${notation} that waits for its keys, and goes with one undo`, async function () {
      const name = `licenses.${notation}`;
      if (await isWritten(name)) {
        console.log(`      ${name} stands in the opened folder: skipped`);
        this.skip();
      }
      await start('createLicenseFile', notation);
      const { document } = vscode.window.activeTextEditor!;
      assert.equal(document.isUntitled, true);
      assert.equal(document.languageId, notation);
      assert.ok(document.uri.path.endsWith(`/${name}`), document.uri.path);
      assert.match(document.getText(), /LIC-1[\s\S]*LIC-2/);
      assert.doesNotMatch(document.getText(), /\$\{/);
      await settled(document.uri, 'pending-key', 'pending-key');
      assert.equal(await isWritten(name), false);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), '');
    });

  it('is typed into from the product on', async () => {
    await start('createLicenseFile', 'yaml');
    const editor = vscode.window.activeTextEditor!;
    if (editor.document.isUntitled) {
      assert.equal(editor.document.getText(editor.selection), 'My product');
      await vscode.commands.executeCommand('leaveSnippet');
    }
  });
});

describe('the sample', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is a new document with the cursor at its gap, beside its timeline', async () => {
    await start('openSample');
    const editor = await until('the sample', () => vscode.window.activeTextEditor);
    const { document, selection } = editor;
    assert.equal(document.isUntitled, true);
    assert.match(document.uri.path, /sample\.licenses\.yaml$/);
    await settled(document.uri, 'gap');
    const [gap] = vscode.languages.getDiagnostics(document.uri);
    assert.ok(gap!.range.start.isEqual(selection.active));
    assert.ok(gap!.range.contains(selection.active));
    const isTimeline = ({ input }: vscode.Tab): boolean => input instanceof vscode.TabInputWebview;
    await until('the timeline', () => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(isTimeline)));
    assert.equal(vscode.window.activeTextEditor?.document, document);
    await empty();
    await until('nothing of a sample that is gone', () => codes(document.uri).length === 0);
  });

  it('is another one where the first is still open', async () => {
    await start('openSample');
    await start('openSample');
    const { document } = vscode.window.activeTextEditor!;
    assert.match(document.uri.path, /sample-2\.licenses\.yaml$/);
    await empty();
    await vscode.window.showTextDocument(
      vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith('sample.licenses.yaml'))!,
    );
    await empty();
  });
});
