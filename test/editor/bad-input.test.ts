// What no one should do to a workspace and everyone does: huge files, files that never rest, settings and patterns that mean nothing.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codes, ours, put, settled, show } from './workspace';

const text = (starts: string, product = 'Bad'): string =>
  `environment: bad\nproduct: ${product}\nexpiryDay: uncovered\nlicenses: [{ expires: 2050-11-30 }, { starts: ${starts} }]\n`;

const gap = text('2050-12-01');

async function withSettings(settings: Readonly<Record<string, unknown>>, run: () => Promise<void>): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('licenseCoverage');
  const set = async (values: Readonly<Record<string, unknown>>): Promise<void> => {
    for (const [name, value] of Object.entries(values))
      await configuration.update(name, value, vscode.ConfigurationTarget.Workspace);
  };
  try {
    await set(settings);
    await run();
  } finally {
    await set(Object.fromEntries(Object.keys(settings).map(name => [name, undefined])));
  }
}

describe('bad input in VS Code', () => {
  it('of 50 MB is told and not read, open or not', async () => {
    const uri = await put('huge.licenses.yaml', `#${' '.repeat(998)}\n`.repeat(53_000));
    const beside = await put('licenses.yaml', gap);
    await settled(beside, 'gap');
    await settled(uri, 'limit', 'no-terms');
    assert.match(ours(uri)[0]!.message, /^Larger than 32 MB/);
    await vscode.commands.executeCommand('vscode.open', uri);
    await vscode.workspace.fs.writeFile(beside, new TextEncoder().encode(text('2050-11-30')));
    await settled(beside);
    await settled(uri, 'limit', 'no-terms');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text('2050-12-01', 'Huge')));
    await settled(uri, 'gap');
  }).timeout(60_000);

  it('changes fifty times a second, and in the end is what was written last', async () => {
    const uri = await put('licenses.yaml', text('2050-11-30'));
    const shown = await show('shown.licenses.yaml', text('2050-12-02', 'Other'));
    await settled(shown.document.uri, 'gap');
    let told = 0;
    const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some(each => String(each) === String(uri))) told++;
    });
    const writes = 100;
    for (let i = 1; i <= writes; i++) {
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(i % 2 ? text('2050-11-30') : gap));
      await new Promise(resolve => setTimeout(resolve, 20));
      // Somebody types meanwhile.
      if (i === writes / 2) await shown.edit(edit => edit.insert(new vscode.Position(0, 0), '# typed\n'));
    }
    await settled(uri, 'gap');
    assert.equal(ours(shown.document.uri)[0]!.range.start.line, 4);
    listening.dispose();
    assert.ok(told < writes / 2, `told ${told} times of ${writes} changes`);
  }).timeout(60_000);

  for (const wrong of ['x', 7, ['x', 7], { x: 7 }])
    it(`is in every setting: ${JSON.stringify(wrong)}`, async () => {
      const { properties } = vscode.extensions.getExtension('license-coverage.license-coverage')!.packageJSON
        .contributes.configuration as { properties: Readonly<Record<string, unknown>> };
      const names = Object.keys(properties).map(name => name.replace('licenseCoverage.', ''));
      const { document } = await show('licenses.yaml', gap);
      await settled(document.uri, 'gap');
      await withSettings(Object.fromEntries(names.map(name => [name, wrong])), async () => {
        await vscode.workspace.fs.writeFile(document.uri, new TextEncoder().encode(text('2050-11-30')));
        await settled(document.uri);
        await vscode.workspace.fs.writeFile(document.uri, new TextEncoder().encode(gap));
        await settled(document.uri, 'gap');
      });
    }).timeout(60_000);

  it('is among the patterns of license files, and costs only itself', async () => {
    const uri = await put('legal/our own.txt', 'FEATURE tool acmed 1.0 29-nov-2050 5 SIGN=0\n');
    const other = await put('licenses.yaml', gap);
    await settled(other, 'gap');
    await withSettings({ files: ['[', '{a,', '**/[', '/', '../x', '\\', '**/legal/*.txt', 7] }, async () => {
      await settled(other, 'gap');
      const second = await put('legal/second.txt', 'FEATURE other acmed 1.0 29-nov-2000 5 SIGN=0\n');
      await settled(second, 'expiry');
    });
    await settled(other, 'gap');
    assert.deepEqual(codes(uri), []);
  });
});
