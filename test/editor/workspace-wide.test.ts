// All license files of a workspace in VS Code: hidden ones, unsaved ones, those that move and go, and documents that are no files.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codes, made, ours, put, settled, show, until } from './workspace';

/** A gap, or with `starts` a day earlier none. */
const text = (starts = '2050-12-01'): string =>
  `environment: wide\nexpiryDay: uncovered\nlicenses: [{ expires: 2050-11-30 }, { starts: ${starts} }]\n`;

const calm = text('2050-11-30');

/** In the folder of a file. */
const beside = (uri: vscode.Uri, ...path: string[]): vscode.Uri => vscode.Uri.joinPath(uri, '..', ...path);

async function withSetting(section: string, name: string, value: unknown, run: () => Promise<void>): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(section);
  await configuration.update(name, value, vscode.ConfigurationTarget.Workspace);
  try {
    await run();
  } finally {
    await configuration.update(name, undefined, vscode.ConfigurationTarget.Workspace);
  }
}

async function edited(change: (edit: vscode.WorkspaceEdit) => void): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  change(edit);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

async function sleep(ms: number): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, ms));
}

describe('license files that files.exclude hides', () => {
  it('are not told of, whether they were there or come, and are when they are shown again', async () => {
    const hidden = await put('hidden/deep/licenses.yaml', text());
    await settled(hidden, 'gap');
    await withSetting('files', 'exclude', { '**/hidden': true }, async () => {
      await settled(hidden);
      const shown = await put('shown/second.licenses.yaml', text());
      const other = await put('hidden/third.licenses.yaml', text());
      await settled(shown, 'gap');
      assert.deepEqual([codes(hidden), codes(other)], [[], []]);
      // A person who opens one all the same wants to know.
      await vscode.window.showTextDocument(hidden);
      await settled(hidden, 'gap');
      // VS Code tells of a document before it tells of its tab, and of a tab that goes at once not at all.
      await until('its tab', () => vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0));
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await settled(hidden);
    });
    await settled(hidden, 'gap');
  });
});

describe('a license file that is being edited', () => {
  it('is what its editor shows, and what is on disk once that is closed without saving', async () => {
    const editor = await show('licenses.yaml', calm);
    const { uri } = editor.document;
    await settled(uri);
    const at = calm.indexOf('2050-11-30', calm.indexOf('starts'));
    const range = new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + 10));
    await editor.edit(edit => edit.replace(range, '2050-12-01'));
    await settled(uri, 'gap');
    assert.equal(editor.document.isDirty, true);
    // Something else is told of the same file on disk; what is typed wins all the same.
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(`${calm}# on disk\n`));
    await sleep(1_000);
    assert.deepEqual(codes(uri), ['gap']);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await settled(uri);
  });

  it('goes on under its new name', async () => {
    const { document } = await show('old.licenses.yaml', text());
    await settled(document.uri, 'gap');
    await edited(edit => edit.insert(document.uri, new vscode.Position(0, 0), '# unsaved\n'));
    const renamed = beside(document.uri, 'new.licenses.yaml');
    await edited(edit => edit.renameFile(document.uri, renamed));
    made[made.length - 1] = renamed;
    await settled(renamed, 'gap');
    await settled(document.uri);
    assert.equal(ours(renamed)[0]!.range.start.line, 3);
    await vscode.workspace.saveAll();
  });
});

describe('findings of files that are gone', () => {
  it('go when a file is deleted, is called otherwise, or its folder is', async () => {
    const first = await put('folder/licenses.yaml', text());
    const second = await put('folder/deep/second.licenses.yaml', text());
    await settled(first, 'gap');
    await settled(second, 'gap');
    await edited(edit => edit.renameFile(second, beside(second, 'notes.yaml')));
    await settled(second);
    await edited(edit => edit.renameFile(beside(first), beside(first, '..', 'other')));
    const moved = beside(first, '..', 'other', 'licenses.yaml');
    await settled(moved, 'gap');
    await settled(first);
    await edited(edit => edit.deleteFile(beside(moved), { recursive: true }));
    await settled(moved);
    made.length = 0;
  });
});

describe('documents that are no files', () => {
  /** Of each: as Git, the local history, a review and a chat show versions of files. */
  const schemes = ['chat-editing-test', 'review-test', 'showModifications-test'];

  for (const scheme of schemes)
    it(`are silent: ${scheme}`, async () => {
      const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
        provideTextDocumentContent: () => text(),
      });
      try {
        const uri = vscode.Uri.from({ scheme, path: '/folder/licenses.yaml' });
        const editor = await vscode.window.showTextDocument(uri);
        const beside = await put('licenses.yaml', text());
        await settled(beside, 'gap');
        assert.deepEqual(codes(uri), []);
        const at = editor.document.positionAt(text().indexOf('2050-11-30'));
        const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, at);
        assert.equal(JSON.stringify(hovers).includes('covered'), false);
      } finally {
        provider.dispose();
      }
    });

  it('are silent beside a file in a comparison', async () => {
    const uri = await put('licenses.yaml', text());
    const scheme = 'compared-test';
    const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: () => text(),
    });
    try {
      const before = uri.with({ scheme });
      await vscode.commands.executeCommand('vscode.diff', before, uri, 'compared');
      await settled(uri, 'gap');
      assert.deepEqual(codes(before), []);
    } finally {
      provider.dispose();
    }
  });

  it('are told of before they are saved for the first time', async () => {
    const content = text();
    const untitled = vscode.Uri.from({ scheme: 'untitled', path: '/untitled-test/licenses.yaml' });
    const document = await vscode.workspace.openTextDocument(untitled);
    await vscode.window.showTextDocument(document);
    await edited(edit => edit.insert(untitled, new vscode.Position(0, 0), content));
    await until('its gap', () => codes(untitled).join() === 'gap');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await settled(untitled);
  });
});
