// Proves that the suite runs in a real VS Code, with the extension and a folder of its own.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension in VS Code', () => {
  it('is there and activates', async () => {
    const extension = vscode.extensions.getExtension('license-coverage.license-coverage');
    assert.ok(extension, 'it is not there');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('runs where it is meant to', () => {
    const { host, isTrusted, folders } = suiteExpects;
    assert.equal(
      typeof (globalThis as { importScripts?: unknown }).importScripts,
      host === 'worker' ? 'function' : 'undefined',
    );
    assert.equal(vscode.workspace.isTrusted, isTrusted);
    assert.equal(vscode.workspace.workspaceFolders?.length, folders);
  });

  it('has a folder that may be written to', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder, 'no folder is open');
    const file = vscode.Uri.joinPath(folder, 'written-by-a-test.txt');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('x'));
    await vscode.workspace.fs.delete(file);
  });
});
