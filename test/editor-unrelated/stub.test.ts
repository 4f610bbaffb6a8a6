// What is loaded of the extension in a workspace that has no license file: its stub, until there is something for the rest to do.
import assert from 'node:assert/strict';
import { Module } from 'node:module';
import { basename } from 'node:path';
import * as vscode from 'vscode';

/** Those of our bundles that VS Code's extension host has loaded; it keeps what it has loaded by its path. */
function loaded(): string[] {
  const home = vscode.extensions.getExtension('license-coverage.license-coverage')!.extensionPath;
  const { _cache } = Module as unknown as { _cache: Readonly<Record<string, unknown>> };
  return Object.keys(_cache)
    .filter(path => path.startsWith(`${home}/dist/`) && !path.includes('/test/'))
    .map(path => basename(path))
    .sort();
}

const folder = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri;
const open = (name: string): Thenable<vscode.TextEditor> =>
  vscode.window.showTextDocument(vscode.Uri.joinPath(folder(), name));
const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

async function until(what: string, holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (holds()) return;
    await pause(25);
  }
  assert.fail(`Waited in vain: ${what}`);
}

// In the order in which they stand: what is loaded stays loaded.
describe('a workspace without a license file', () => {
  it('loads no more than the stub for a text', async () => {
    await open('LICENSE.txt');
    await pause(500);
    // VS Code may have opened its own settings meanwhile, which are JSON.
    assert.ok(!loaded().includes('main.js'));
  });

  it('loads the stub alone for JSON, YAML and TOML', async () => {
    for (const name of ['package.json', 'config.yaml', 'Cargo.toml']) {
      await open(name);
      await until('the stub', () => loaded().includes('extension.js'));
    }
    // Time enough for its search to end.
    await pause(1_500);
    assert.deepEqual(loaded(), ['extension.js']);
  });

  it('has our commands all the same', async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const { command } of vscode.extensions.getExtension('license-coverage.license-coverage')!.packageJSON
      .contributes.commands as { command: string }[])
      assert.ok(commands.includes(command), command);
    assert.deepEqual(loaded(), ['extension.js']);
  });

  it('loads the rest when a license file is opened, and has its findings', async () => {
    const uri = vscode.Uri.joinPath(folder(), 'licenses.yaml');
    const text = 'expiryDay: uncovered\nlicenses: [{ expires: 2050-11-30 }, { starts: 2050-12-01 }]\n';
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await open('licenses.yaml');
    await until('the rest', () => loaded().includes('main.js'));
    await until('the gap', () => vscode.languages.getDiagnostics(uri).length === 1);
  });
});
