// The features as VS Code itself sees them: findings, hovers and actions of open and closed files.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actions, codes, known, made, ours, put, settled, show, until } from './workspace';

describe('findings in VS Code', () => {
  it('stand at the date, link to their page and point at both neighbors', async () => {
    const { document } = await show('licenses.yaml', known('licenses.yaml', '5.3.1'));
    await settled(document.uri, 'gap');
    const [gap] = ours(document.uri);
    assert.match(document.getText(gap!.range), /^\d{4}-11-30$/);
    assert.equal(gap!.severity, vscode.DiagnosticSeverity.Error);
    assert.deepEqual(
      gap!.relatedInformation!.map(
        ({ message, location }) => `${message.replace(/\d{4}/, 'Y')} ${location.uri.path.split('/').pop()}`,
      ),
      ['LIC-1 expires Y-11-30 licenses.yaml', 'LIC-2 starts Y-12-01 licenses.yaml'],
    );
    const { target } = gap!.code as { target: vscode.Uri };
    const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
    assert.match(page, /^# `?gap`?\n/);
  });

  it('come and go while typing', async () => {
    const text = known('licenses.yaml', '5.3.1');
    const editor = await show('licenses.yaml', text);
    await settled(editor.document.uri, 'gap');
    const at = editor.document.positionAt(text.indexOf('5.3.1'));
    await editor.edit(edit => edit.replace(new vscode.Range(at, at.translate(0, 5)), '5.4.0'));
    await settled(editor.document.uri);
    await vscode.commands.executeCommand('undo');
    await settled(editor.document.uri, 'gap');
  });

  it('are there for files that no editor shows, and join with them', async () => {
    const [first, second] = known('licenses.yaml', '5.3.1').split(/\n(?= {2}- id: LIC-2)/) as [string, string];
    const header = first.slice(0, first.indexOf('  - id'));
    const closed = await put('second.licenses.yaml', header + second);
    const { document } = await show('first.licenses.yaml', first);
    await settled(document.uri, 'gap');
    assert.equal(ours(document.uri)[0]!.relatedInformation![1]!.location.uri.toString(), closed.toString());
    await vscode.workspace.fs.delete(closed);
    made.splice(made.indexOf(closed), 1);
    await until('no successor', () => !codes(document.uri).includes('gap'));
  });

  it('are not made of dependency inventories', async () => {
    const { document } = await show('licenses.json', '[{"name":"left-pad","license":"MIT"}]');
    await new Promise(resolve => setTimeout(resolve, 300));
    assert.deepEqual(codes(document.uri), []);
  });

  it('follow the settings', async () => {
    const { document } = await show('licenses.json', known('licenses.json').replace('CrashPlan', 'Backup'));
    await settled(document.uri, 'possible-gap');
    const settings = vscode.workspace.getConfiguration('licenseCoverage');
    const target = vscode.ConfigurationTarget.Workspace;
    try {
      await settings.update('expiryDay', 'uncovered', target);
      await settled(document.uri, 'gap');
      await settings.update('severity', { gap: 'information' }, target);
      await until('information', () => ours(document.uri)[0]?.severity === vscode.DiagnosticSeverity.Information);
      await settings.update('severity', { gap: 'off' }, target);
      await settled(document.uri);
    } finally {
      await settings.update('severity', undefined, target);
      await settings.update('expiryDay', undefined, target);
    }
    await settled(document.uri, 'possible-gap');
  });

  it('are there for files of the user’s own patterns', async () => {
    const settings = vscode.workspace.getConfiguration('licenseCoverage');
    await settings.update('files', ['renewals-*.yaml'], vscode.ConfigurationTarget.Workspace);
    try {
      const { document } = await show('renewals-1.yaml', known('licenses.yaml', '5.3.1'));
      await settled(document.uri, 'gap');
    } finally {
      await settings.update('files', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('are at most a thousand in a file, with a count of the others', async () => {
    const entries = Array.from({ length: 1_200 }, (_, i) => `  - { id: A${i}, starts: 2026-02-30 }\n`).join('');
    const { document } = await show('licenses.yaml', `expiryDay: covered\nlicenses:\n${entries}`);
    await until('1,001 findings', () => ours(document.uri).length === 1_001);
    assert.equal(ours(document.uri).at(-1)!.message, '201 more findings in this file are not shown.');
  });
});

describe('actions in VS Code', () => {
  // Their edits are tried through the real light bulb: this command loses how white space is to be kept.
  it('offer the fill first and preferred, then the other remedies in their order', async () => {
    const text = known('licenses.yaml', '5.3.1');
    const year = Number(/LIC-2[\s\S]*expires: (\d{4})/.exec(text)![1]);
    const third = `\n  - id: LIC-3\n    starts: ${year}-12-01\n    expires: ${year + 5}-11-30\n`;
    const editor = await show('licenses.yaml', text + third);
    await settled(editor.document.uri, 'gap', 'gap');
    const offered = await actions(editor, ours(editor.document.uri)[0]!.range.start);
    assert.deepEqual(
      offered.map(({ title, isPreferred = false }) => [title.replace(/\d{4}-11-30/, 'DAY'), isPreferred]),
      [
        ['Insert temporary license for CrashPlan: DAY (24 h)', true],
        ['Request temporary license key for CrashPlan (tests): DAY (24 h)', false],
        ['Set server version 5.4.0 for CrashPlan, after upgrading', false],
        ['Accept this gap of CrashPlan: DAY (24 h)', false],
        ['Fill all 2 gaps in this file with temporary licenses', false],
        ['Ignore gap on this line', false],
        ['Ignore gap in this file', false],
      ],
    );
  });

  it('fill all as a source action, and only when asked', async () => {
    const editor = await show('licenses.json', known('licenses.json', '5.3.1'));
    await settled(editor.document.uri, 'gap');
    const start = new vscode.Position(0, 0);
    const [fixAll, ...others] = await actions(
      editor,
      start,
      vscode.CodeActionKind.SourceFixAll.append('licenseCoverage'),
    );
    assert.match(fixAll!.title, /^Fill all/);
    assert.deepEqual(others, []);
    assert.deepEqual(
      (await actions(editor, start)).filter(({ title }) => /Fill|Insert/.test(title)),
      [],
    );
  });
});
