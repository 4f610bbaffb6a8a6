// A license that is inserted from elsewhere than the light bulb: from the timeline or the tree.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { analyze } from '../../src/core/analyze';
import { readLicenseFile } from '../../src/core/formats';
import { defaultSettings } from '../../src/core/settings';
import type { FolderReport, Reports } from '../../src/editor/reports';
import { mend } from '../../src/editor/timeline-reveal';
import { known, show, until } from './workspace';

describe('a license inserted from elsewhere', () => {
  it('is there at once, with its key left to be typed, and goes with one undo', async () => {
    const text = known('licenses.yaml', '5.3.1');
    const editor = await show('licenses.yaml', text);
    const { uri } = editor.document;
    const file = readLicenseFile({ path: 'licenses.yaml', text }, defaultSettings)!;
    const report = analyze([file], defaultSettings, Date.now());
    const folder: FolderReport = { report, file, isCurrent: () => true, uriOf: () => uri };
    const reports = { of: () => folder, caughtUp: () => Promise.resolve() } as unknown as Reports;
    const { span } = report.findings.find(({ rule }) => rule === 'gap')!;
    const options = { focus: true, panelColumn: undefined, isWanted: () => true, willMove: () => undefined };

    await mend({ uri, place: { file, span } }, options, reports, true);
    assert.match(editor.document.getText(), /id: LIC-1-temp\n {4}key: <temporary key>\n/);
    await until('the key selected', () => editor.document.getText(editor.selection) === '<temporary key>');
    await vscode.commands.executeCommand('type', { text: 'T' });
    await until('the key typed', () => /key: T\n/.test(editor.document.getText()));
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('undo');
    await until('the text as it was', () => editor.document.getText() === text);
  });
});
