// Vendors' files as VS Code sees them: told by what they hold, whatever they are called, and never written into by us.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { year } from '../person/stories';
import { actions, codes, made, ours, put, settled, show, until } from './workspace';

/** One day lies between the two. */
const widget = (version: string): string =>
  `INCREMENT widget acmed ${version} 29-nov-${year} 5 START=01-dec-2025 SIGN=00A1\n` +
  `INCREMENT widget acmed ${version} 30-nov-${year + 1} 5 START=01-dec-${year} SIGN=00A2\n`;

const rlm = `HOST licsrv 001122334455 5053\nISV acmed\nLICENSE acmed gadget 1.0 30-nov-${year + 2} 5 _ck=00 sig="00"\n`;
const lmx = `FEATURE tool\n{\n  VENDOR = ACME\n  END = ${year + 2}-11-30\n  KEY = 0000\n}\n`;
const splunk =
  '<?xml version="1.0"?>\n<license><signature>x</signature><payload><type>enterprise</type><group_id>Enterprise</group_id>' +
  '<creation_time>1644796800</creation_time><absolute_expiration_time>4102444800</absolute_expiration_time>' +
  '<label>Site</label></payload></license>\n';

describe('vendors’ files in VS Code', () => {
  for (const [language, text] of [
    ['flexnet', widget('1.0')],
    ['rlm', rlm],
    ['lmx', lmx],
    ['xml', splunk],
  ] as const) {
    it(`have the language of what they hold: ${language}`, async () => {
      const { document } = await show(`${language}.lic`, text);
      await until(`${language} instead of ${document.languageId}`, () => document.languageId === language);
    });
  }

  it('keep the language that a person chooses', async () => {
    const { document } = await show('chosen.lic', rlm);
    await until('rlm', () => document.languageId === 'rlm');
    const chosen = await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await new Promise(resolve => setTimeout(resolve, 500));
    assert.equal(chosen.languageId, 'plaintext');
  });

  it('are told of, open or not, and only by those of their own folder and format', async () => {
    const closed = await put('other/license.dat', widget('1.0').split('\n')[1]!);
    const { document } = await show('site/ACME.LIC', widget('1.0').split('\n')[0]!);
    await until('an expiry of its own', () => codes(closed).length > 0 || codes(document.uri).length === 0);
    await new Promise(resolve => setTimeout(resolve, 500));
    assert.deepEqual([codes(document.uri).includes('gap'), codes(closed).includes('gap')], [false, false]);
    const beside = await put('site/next.lic', widget('1.0').split('\n')[1]!);
    await until('the gap between two files', () => codes(document.uri).includes('gap'));
    assert.equal(ours(document.uri)[0]!.relatedInformation![1]!.location.uri.toString(), beside.toString());
  });

  it('are never filled, on save or by the light bulb', async () => {
    const editor = await show('signed.lic', widget('1.0'));
    await settled(editor.document.uri, 'gap');
    const at = editor.document.positionAt(editor.document.getText().indexOf('29-nov'));
    const titles = (await actions(editor, at)).map(({ title }) => title);
    assert.deepEqual(
      titles.map(title => title.split(/:| of | for widget/)[0]),
      [
        'Insert a comment with the license to ask for',
        'Request temporary license key',
        'Choose whether the expiry day',
        'Ignore gap on this line',
        'Ignore gap in this file',
      ],
    );
    assert.deepEqual(await actions(editor, at, vscode.CodeActionKind.SourceFixAll.append('licenseCoverage')), []);
  });

  it('follow the rule that the settings say', async () => {
    const { document } = await show('ruled.lic', widget('1.0').replace('29-nov', '30-nov'));
    await settled(document.uri);
    const configuration = vscode.workspace.getConfiguration('licenseCoverage');
    try {
      await configuration.update('profiles', { acmed: 'uncovered' }, vscode.ConfigurationTarget.Global);
      await settled(document.uri, 'gap');
      assert.match(ours(document.uri)[0]!.message, /licenseCoverage\.profiles says "uncovered" for acmed/);
    } finally {
      await configuration.update('profiles', undefined, vscode.ConfigurationTarget.Global);
    }
    await settled(document.uri);
  });

  it('lose the byte order mark that RLM can not read', async () => {
    const uri = await put('marked.lic', `\ufeff${rlm}`);
    const editor = await vscode.window.showTextDocument(uri);
    await settled(uri, 'syntax');
    const [action] = (await actions(editor, new vscode.Position(0, 0))).filter(({ command }) => command);
    assert.equal(action?.title, 'Save the file without its byte order mark');
    await vscode.commands.executeCommand(action!.command!.command, ...action!.command!.arguments!);
    assert.equal((await vscode.workspace.fs.readFile(uri))[0], 'H'.charCodeAt(0));
    await settled(uri);
    assert.equal(editor.document.getText(), rlm);
  });

  it('that are long are read while others go on', async () => {
    const many = Array.from(
      { length: 25_000 },
      (_, i) => `INCREMENT f${i % 50} acmed ${1 + (i % 3)}.0 permanent 1 SIGN=${i}`,
    );
    const { document } = await show('long.lic', `${many.join('\n')}\n${widget('1.0')}`);
    await until('its gap', () => codes(document.uri).includes('gap'));
    const editor = vscode.window.activeTextEditor!;
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), '# first\n'));
    await until('the gap a line lower', () => ours(document.uri).some(({ range }) => range.start.line === 25_001));
    made.length = Math.max(made.length, 1);
  });

  for (const [name, text] of [
    ['license.txt', 'MIT License\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\n'],
    [
      'lmstat.lic',
      'Feature                         Version     #licenses    Expires      Vendor\nfeature1  2018.12  2  31-dec-2018  vendor1\n',
    ],
    ['acme.license', 'SPDX-License-Identifier: MIT\n'],
  ] as const) {
    it(`are not made of what only has such a name: ${name}`, async () => {
      const { document } = await show(name, text);
      await new Promise(resolve => setTimeout(resolve, 400));
      assert.deepEqual(codes(document.uri), []);
    });
  }
});
