// How a whole workspace is read: how much at a time, what is not, what an error costs, and that it ends when the extension does.
// Before anything asks for VS Code.
import './fake-vscode';

import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { atOnce } from '../../src/editor/parallel';
import { createReports, type Reports } from '../../src/editor/reports';
import { Stage, setStage, Uri } from './fake-vscode';

const text = (name: string): string =>
  `product: ${name}\nexpiryDay: uncovered\nlicenses: [{ expires: 2050-11-30 }, { starts: 2050-12-01 }]\n`;

const token = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({ dispose: () => {} }),
} as unknown as vscode.CancellationToken;

/** More than are read at a time. */
const many = 4 * atOnce;

describe('the files of a workspace', () => {
  let reports: Reports;
  let stage: Stage;
  const rejections: unknown[] = [];
  const note = (reason: unknown): void => void rejections.push(reason);

  const open = (...folders: string[]): void => {
    stage = setStage(new Stage(...folders));
  };
  const begin = (): void => {
    reports = createReports(stage.log as unknown as vscode.LogOutputChannel);
  };
  const files = (): readonly string[] => reports.all().flatMap(({ report }) => report.files.map(({ path }) => path));
  const until = async (isSo: () => boolean): Promise<void> => {
    for (let tries = 0; !isSo() && tries < 4_000; tries++) await new Promise(resolve => setTimeout(resolve, 1));
    assert.ok(isSo());
  };

  before(() => process.on('unhandledRejection', note));
  after(() => process.removeListener('unhandledRejection', note));
  afterEach(() => {
    reports.dispose();
    assert.deepEqual(rejections.splice(0), []);
  });

  it('are read some at a time, each once', async () => {
    open('/a');
    for (let i = 0; i < many; i++) stage.files.set(`/a/${i}/licenses.yaml`, text(`P${i}`));
    begin();
    await reports.settled();
    assert.equal(files().length, many);
    assert.equal(new Set(stage.read).size, stage.read.length);
    assert.ok(stage.mostUnderWay <= atOnce, `${stage.mostUnderWay} at a time`);
    assert.equal(reports.searching(), undefined);
  });

  it('are no longer read when the extension ends in the middle', async () => {
    open('/a');
    for (let i = 0; i < many; i++)
      stage.files.set(`/a/${i}/licenses.yaml`, i % 2 ? text(`P${i}`) : { error: 'NoPermissions' });
    begin();
    await until(() => stage.read.length > 200);
    reports.dispose();
    stage.isLogClosed = true;
    const read = stage.read.length;
    await new Promise(resolve => setTimeout(resolve, 50));
    assert.ok(stage.read.length <= read + atOnce, `${stage.read.length - read} read after the end`);
    assert.ok(stage.read.length < many);
    for (const event of Object.values(stage.events)) assert.equal(event.count, 0);
    // What still asks is answered.
    await reports.settled();
    await reports.readAgain(token);
  });

  it('are no longer read when their folder goes in the middle', async () => {
    open('/a', '/b');
    for (let i = 0; i < many; i++) stage.files.set(`/a/${i}/licenses.yaml`, text(`P${i}`));
    begin();
    await until(() => stage.read.length > 200);
    stage.changeFolders([], ['/a']);
    await reports.settled();
    assert.ok(stage.read.length < many, `${stage.read.length} read`);
    assert.deepEqual(files(), []);
    assert.equal(reports.searching(), undefined);
  });

  it('are not read if too large, which is told where the name says that it is a license file', async () => {
    open('/a');
    stage.files.set('/a/licenses.yaml', 50_000_000).set('/a/LICENSE.txt', 50_000_000).set('/a/x.lic', 32_000_001);
    stage.files.set('/a/b/licenses.yaml', text('P'));
    begin();
    await reports.settled();
    assert.deepEqual(stage.read, ['/a/b/licenses.yaml']);
    const found = reports.all()[0]!.report.findings.filter(({ rule }) => rule === 'limit');
    assert.deepEqual(
      found.map(({ file, message }) => `${file.path}: ${message}`),
      ['licenses.yaml', 'x.lic'].map(path => `${path}: Larger than 32 MB; the file is not read.`),
    );
  });

  it('that may not be read cost only themselves, and are told once a folder and reason', async () => {
    open('/a');
    for (let i = 0; i < 50; i++) stage.files.set(`/a/secret/${i}.licenses.yaml`, { error: 'NoPermissions' });
    stage.files.set('/a/other/licenses.yaml', { error: 'Unavailable' }).set('/a/licenses.yaml', text('P'));
    begin();
    await reports.settled();
    assert.deepEqual(files(), ['licenses.yaml']);
    assert.equal(stage.warnings.length, 2, stage.warnings.join('\n'));
    const { found, unreadable } = await reports.readAgain(token);
    assert.deepEqual([found, unreadable, stage.warnings.length], [52, 51, 2]);
  });

  it('are read anew only in the folders that come, and forgotten in those that go', async () => {
    open('/a', '/b');
    for (const folder of ['a', 'b', 'c']) stage.files.set(`/${folder}/licenses.yaml`, text(folder));
    begin();
    await reports.settled();
    assert.equal(reports.all().length, 2);
    const before = stage.read.length;
    stage.changeFolders(['/c'], ['/b']);
    await reports.settled();
    assert.deepEqual(stage.read.slice(before), ['/c/licenses.yaml']);
    const products = reports.all().map(({ report }) => report.products[0]!.product);
    assert.deepEqual(products, ['a', 'c']);
  });

  it('belong to the inner of two folders', async () => {
    open('/a');
    stage.files.set('/a/licenses.yaml', text('outer')).set('/a/b/licenses.yaml', text('inner'));
    begin();
    await reports.settled();
    stage.changeFolders(['/a/b'], []);
    await reports.settled();
    assert.deepEqual(
      reports.all().map(({ report }) => report.products.map(({ product }) => product)),
      [['outer'], ['inner']],
    );
    stage.changeFolders([], ['/a/b']);
    await reports.settled();
    assert.deepEqual(files(), ['b/licenses.yaml', 'licenses.yaml']);
  });

  it('of the same path in two folders are told apart', async () => {
    open('/a', '/b');
    for (const folder of ['a', 'b']) stage.files.set(`/${folder}/licenses.yaml`, text('same'));
    begin();
    await reports.settled();
    const addresses = reports.all().map(({ report }) => String(reports.uriOf(report.findings[0]!.file)));
    assert.deepEqual(addresses, ['file:///a/licenses.yaml', 'file:///b/licenses.yaml']);
  });

  it('are read again only if a setting changes how they are read', async () => {
    open('/a');
    stage.files.set('/a/licenses.yaml', text('P'));
    begin();
    await reports.settled();
    const change = async (name: string, value: unknown): Promise<number> => {
      const before = stage.read.length;
      stage.settings[name] = value;
      stage.events.configuration.fire({ affectsConfiguration: () => true });
      await reports.settled();
      return stage.read.length - before;
    };
    assert.equal(await change('licenseCoverage.timelineItems', 5_000), 0);
    assert.equal(await change('licenseCoverage.expiryWarningDays', 60), 1);
    assert.equal(await change('files.exclude', { '**/x': true }), 1);
    assert.equal(await change('licenseCoverage.expiryWarningDays', [60]), 1);
    assert.equal(await change('licenseCoverage.timezone', 'UTC'), 0);
    assert.equal(await change('licenseCoverage.files', ['a*.txt']), 1);
    assert.deepEqual(
      stage.warnings.map(warning => warning.split(' ')[0]),
      ['licenseCoverage.expiryWarningDays'],
    );
  });

  it('go with their folder, and a hidden one is not read when it changes', async () => {
    open('/a');
    for (const path of ['/a/b/1.licenses.yaml', '/a/b/c/2.licenses.yaml', '/a/bc.licenses.yaml'])
      stage.files.set(path, text(path));
    begin();
    await reports.settled();
    stage.files.delete('/a/b/1.licenses.yaml');
    stage.files.delete('/a/b/c/2.licenses.yaml');
    stage.events.deleted.fire(new Uri('/a/b'));
    await reports.settled();
    assert.deepEqual(files(), ['bc.licenses.yaml']);
    stage.settings['files.exclude'] = { '**/old': true, here: true, '**/not-hidden': false };
    stage.events.configuration.fire({ affectsConfiguration: () => true });
    await reports.settled();
    const before = stage.read.length;
    const paths = ['node_modules/x', 'deep/.git', 'deep/old/er', 'here', 'deep/here', 'not-hidden'];
    for (const path of [...paths.map(path => `/a/${path}/licenses.yaml`), '/a/readme.md']) {
      stage.files.set(path, text(path));
      stage.events.changed.fire(new Uri(path));
    }
    await reports.settled();
    assert.deepEqual(stage.read.slice(before), ['/a/deep/here/licenses.yaml', '/a/not-hidden/licenses.yaml']);
  });

  it('are found where VS Code has no search, but not what is hidden', async () => {
    open('/virtual');
    stage.settings['files.exclude'] = { '**/old': true, 'x/*.lic': true };
    for (const path of [
      'licenses.yaml',
      'a/b/c/x.licenses.yaml',
      'old/licenses.yaml',
      'x/y.lic',
      'node_modules/licenses.yaml',
    ])
      stage.files.set(`/virtual/${path}`, text(path));
    stage.files.set('/virtual/x/LICENSE.txt', 'MIT').set('/virtual/readme.md', '');
    begin();
    await reports.settled();
    assert.deepEqual(files(), ['a/b/c/x.licenses.yaml', 'licenses.yaml']);
    assert.deepEqual(stage.warnings, []);
  });

  it('that change all at once are read once each, some at a time', async () => {
    open('/a');
    for (let i = 0; i < 500; i++) stage.files.set(`/a/${i}/licenses.yaml`, text(`P${i}`));
    begin();
    await reports.settled();
    let told = 0;
    reports.onDidChange(() => told++);
    const before = stage.read.length;
    for (let round = 0; round < 20; round++)
      for (const path of stage.files.keys()) stage.events.changed.fire(new Uri(path));
    await reports.settled();
    assert.equal(stage.read.length - before, 500);
    assert.ok(told <= 3, `told ${told} times`);
  });
});
