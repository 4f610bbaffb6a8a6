// A person takes every remedy: request, key, upgrade, whole workspace; by keyboard, with undo and redo, and in files that resist.
import assert from 'node:assert/strict';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../hosts/until';
import type { Workbench } from '../hosts/workbench';
import { open } from './hooks';
import { gapDay, lineOf, nextDay, story, year } from './stories';

const text = story('licenses.yaml', '5.3.1');
const openStory = (settings?: Readonly<Record<string, unknown>>): Promise<Workbench> =>
  open({ 'licenses.yaml': text }, { file: 'licenses.yaml', ...(settings && { settings }) });

async function toGap(vscode: Workbench, shown = text): Promise<void> {
  await vscode.problems('gap');
  await vscode.goTo({ line: lineOf(shown, gapDay), column: 15 });
  // While extensions start, VS Code asks for actions again and again, and forgets the commands of those that a menu shows.
  await vscode.page.waitForTimeout(3_000);
}

async function says(vscode: Workbench, message: string): Promise<void> {
  await until(`a message "${message}"`, async () => (await vscode.notifications()).join('\n').includes(message));
}

const button = (vscode: Workbench, name: string) =>
  vscode.page.locator('.notification-toast').getByRole('button', { name });

describe('a person who needs a temporary key', () => {
  it('drafts the request, changes it, copies and mails it', async () => {
    const vscode = await openStory();
    await toGap(vscode);
    const titles = await vscode.lightBulb();
    assert.deepEqual(
      titles.map(title => title.replace(/[:,] .*/, '')),
      [
        'Insert temporary license for CrashPlan',
        'Request temporary license key for CrashPlan (production)',
        'Set server version 5.4.0 for CrashPlan',
        'Accept this gap of CrashPlan',
        'Ignore gap on this line',
        'Ignore gap in this file',
      ],
    );
    await vscode.shot('remedies-1-bulb');
    await vscode.choose('Request temporary license key');
    await until('the draft', async () =>
      (await vscode.editorText()).includes('Please send us a temporary license key'),
    );
    await says(vscode, 'This is the draft of your request');
    await vscode.shot('remedies-2-request');
    const draft = await vscode.editorText();
    assert.ok(draft.includes(`- Expires: ${nextDay}`), draft);
    assert.equal(/3F9A|8D21/.test(draft), false);
    await vscode.press('Control+Home', 'End');
    await vscode.type(' (urgent)');

    // In the browser an address for another program is a navigation that goes nowhere.
    const session = await vscode.page.context().newCDPSession(vscode.page);
    const addresses: string[] = [];
    await session.send('Page.enable');
    session.on('Page.frameRequestedNavigation', ({ url }) => addresses.push(url));
    await vscode.page.getByRole('button', { name: 'Send Request by Mail' }).click();
    const address = await until('an address', () => addresses.find(each => each.startsWith('mailto:')));
    const mail = new URLSearchParams(address.slice(address.indexOf('?') + 1));
    assert.equal(mail.get('subject'), 'Temporary license key for CrashPlan: 24 h (urgent)');
    assert.match(mail.get('body')!, /^Please send us[\s\S]*Add Product License Key\./);
    await vscode.press('Escape');
    await vscode.focusEditor();

    await vscode.page.getByRole('button', { name: 'Copy Request' }).click();
    await says(vscode, 'The request is on the clipboard.');
    await vscode.focusEditor();
    await vscode.press('Control+a', 'Delete');
    await until('an empty draft', async () => (await vscode.editorText()).trim() === '');
    await vscode.press('Control+v');
    await until('the pasted draft’s end', async () => (await vscode.editorText()).includes('Type the key into'));
    await vscode.press('Control+Home');
    await until('the pasted draft', async () =>
      (await vscode.editorText()).startsWith('# Temporary license key for CrashPlan: 24 h (urgent)'),
    );
  }).timeout(120_000);

  it('enters it without anyone seeing it', async () => {
    const vscode = await openStory();
    await toGap(vscode);
    await vscode.lightBulb();
    await vscode.choose('Insert temporary license');
    await vscode.problems('waits for a key');
    await vscode.goTo({ line: lineOf(text, gapDay), column: 15 });
    const filled = await vscode.editorText();
    await vscode.command('License Coverage: Enter License Key');
    // The command palette's own input is there a moment longer.
    const input = vscode.page.locator('.quick-input-widget input[type=password]');
    await input.waitFor();
    await until('the question', async () =>
      (await vscode.page.locator('.quick-input-title').innerText()).includes('Enter'),
    );
    await vscode.type('TBD');
    await until('the refusal', async () =>
      (await vscode.page.locator('.quick-input-message').innerText()).includes('placeholder'),
    );
    await input.fill('');
    await vscode.type('TEMP-7731-SECRET');
    await vscode.shot('remedies-3-key');
    await vscode.press('Enter');
    await until('the key', async () => (await vscode.editorText()).includes('key: TEMP-7731-SECRET'));
    await until('no problem', async () => (await vscode.problems()).length === 0);
    assert.equal((await vscode.notifications()).join().includes('7731'), false);
    await vscode.undo();
    await until('the placeholder', async () => (await vscode.editorText()) === filled);
    await vscode.undo();
    await vscode.save();
    assert.equal(vscode.read('licenses.yaml'), text);
  }).timeout(120_000);
});

const product = (name: string): string =>
  `product: ${name}\nexpiryDay: uncovered\nlicenses:\n  - { id: ${name}-1, starts: ${year - 1}-12-01, expires: ${gapDay} } # old\n  - { id: ${name}-2, starts: ${nextDay}, expires: never }\n`;
const workspace = { 'a.licenses.yaml': product('A'), 'sub/b.licenses.yaml': product('B'), 'notes.md': '# nothing\n' };

describe('a person with gaps in many files', () => {
  async function previewed(): Promise<Workbench> {
    const vscode = await open(workspace, { file: 'notes.md' });
    await vscode.command('License Coverage: Fill All Gaps in Workspace');
    await says(vscode, '2 gaps in 2 files can be filled. Nothing is written yet.');
    await vscode.page.getByText('A-1-temp').first().waitFor();
    await vscode.page.getByText('B-1-temp').first().waitFor();
    for (const name of ['a.licenses.yaml', 'sub/b.licenses.yaml'] as const)
      assert.equal(vscode.read(name), workspace[name]);
    return vscode;
  }

  it('sees what would be written, and has it written', async () => {
    const vscode = await previewed();
    await vscode.shot('remedies-4-preview');
    await button(vscode, 'Fill').click();
    await says(vscode, '2 gaps in 2 files filled.');
    await until('both files', () =>
      ['a.licenses.yaml', 'sub/b.licenses.yaml'].every(name => vscode.read(name).includes('-1-temp')),
    );
    for (const [name, id] of [
      ['a.licenses.yaml', 'A'],
      ['sub/b.licenses.yaml', 'B'],
    ] as const) {
      const added = `  - { id: ${id}-1-temp, starts: ${gapDay}, expires: ${nextDay}, key: <temporary key>, kind: temporary }\n`;
      assert.equal(vscode.read(name).replace(added, ''), workspace[name]);
    }
    await vscode.openFile('a.licenses.yaml');
    await vscode.problems('waits for a key');
    await vscode.shot('remedies-5-filled');
  }).timeout(120_000);

  it('discards it, and nothing is written', async () => {
    const vscode = await previewed();
    await button(vscode, 'Discard').click();
    await vscode.openFile('a.licenses.yaml');
    await vscode.problems('is not covered for 24 h');
    for (const name of ['a.licenses.yaml', 'sub/b.licenses.yaml'] as const)
      assert.equal(vscode.read(name), workspace[name]);
  }).timeout(120_000);

  it('keeps what was changed while the preview was looked at', async () => {
    const vscode = await previewed();
    const changed = `# changed\n${workspace['sub/b.licenses.yaml']}`;
    writeFileSync(join(vscode.folder, 'sub/b.licenses.yaml'), changed);
    // VS Code tells of files on disk a little later.
    await new Promise(resolve => setTimeout(resolve, 3000));
    await button(vscode, 'Fill').click();
    await says(vscode, 'Changed meanwhile, so left alone: sub/b.licenses.yaml.');
    await until('the other file', () => vscode.read('a.licenses.yaml').includes('A-1-temp'));
    assert.equal(vscode.read('sub/b.licenses.yaml'), changed);
    await vscode.shot('remedies-6-changed');
  }).timeout(120_000);
});

/** Files, the place of the finding, its remedy, and what the text then says instead. */
const remedies: readonly (readonly [title: string, file: string, at: string, from: string, to: string])[] = [
  ['Set server version 5.4.0', text, gapDay, 'version: 5.3.1', 'version: 5.4.0'],
  [
    'State that the expiry day is covered',
    story('licenses.yaml').replace('CrashPlan', 'Other'),
    gapDay,
    'licenses:',
    'expiryDay: covered\nlicenses:',
  ],
  [
    'Change to "2027-02-28"',
    'product: P\nlicenses:\n  - { starts: 2027-02-30, expires: never }\n',
    '2027-02-30',
    '2027-02-30',
    '2027-02-28',
  ],
  [
    'Swap the two dates',
    'product: P\nlicenses:\n  - { starts: 2028-01-01, expires: 2027-01-01 }\n',
    '2027-01-01',
    'starts: 2028-01-01, expires: 2027-01-01',
    'starts: 2027-01-01, expires: 2028-01-01',
  ],
  [
    'Change to "expires"',
    'product: P\nlicenses:\n  - { starts: 2027-01-01, expirse: 2028-01-01 }\n',
    'expirse',
    'expirse',
    'expires',
  ],
  [
    'Remove stale temporary license T',
    'product: P\nlicenses:\n  - { id: A, starts: 2027-01-01, expires: never }\n  - { id: T, kind: temporary, starts: 2027-02-01, expires: 2027-03-01 }\n',
    'id: T',
    '  - { id: T, kind: temporary, starts: 2027-02-01, expires: 2027-03-01 }\n',
    '',
  ],
];

describe('a person at the keyboard alone', () => {
  for (const [title, before, at, from, to] of remedies) {
    it(`takes, undoes and redoes: ${title}`, async () => {
      const vscode = await open({ 'licenses.yaml': before }, { file: 'licenses.yaml' });
      const line = lineOf(before, at);
      await vscode.goTo({ line, column: before.split('\n')[line - 1]!.indexOf(at) + 2 });
      const titles = await vscode.lightBulb();
      const index = titles.findIndex(each => each.startsWith(title));
      assert.ok(index >= 0, titles.join('\n'));
      for (let i = 0; i < index; i++) await vscode.press('ArrowDown');
      await vscode.press('Enter');
      const after = before.replace(from, to);
      const reads = (wanted: string) => async (): Promise<boolean> => {
        const shown = await vscode.editorText();
        return shown.trimEnd() === wanted.trimEnd();
      };
      await until('the change', reads(after));
      await vscode.undo();
      await until('the text as it was', reads(before));
      await vscode.press('Control+y');
      await until('the change again', reads(after));
      await vscode.save();
      assert.equal(vscode.read('licenses.yaml'), after);
      await vscode.undo();
      await vscode.save();
      assert.equal(vscode.read('licenses.yaml'), before);
    }).timeout(60_000);
  }

  it('with several cursors, inserts once and types the key once', async () => {
    const vscode = await openStory();
    await toGap(vscode);
    await vscode.press('Control+Alt+ArrowDown', 'Control+Alt+ArrowDown');
    await vscode.lightBulb();
    await vscode.press('Enter');
    await until('the new entry', async () => (await vscode.editorText()).includes('LIC-1-temp'));
    await vscode.type('TEMP-1');
    await vscode.save();
    const saved = vscode.read('licenses.yaml');
    assert.equal(saved.match(/LIC-1-temp/g)!.length, 1, saved);
    assert.equal(saved.match(/TEMP-1/g)!.length, 1, saved);
  }).timeout(60_000);
});

describe('a person whose file may not be changed', () => {
  it('is told so, and nothing is', async () => {
    const readOnly = { 'files.readonlyInclude': { '**/licenses.yaml': true } };
    const waiting = text.replace('key: 3F9A-11C0-77AB', 'key: TBD');
    const vscode = await open({ 'licenses.yaml': waiting }, { file: 'licenses.yaml', settings: readOnly });
    await vscode.problems('waits for a key');
    await vscode.command('License Coverage: Enter License Key');
    await says(vscode, 'licenses.yaml is read-only. Nothing was changed.');
    await vscode.command('License Coverage: Fill All Gaps in Workspace');
    await says(vscode, 'Read-only, so left out: licenses.yaml.');
    await vscode.shot('remedies-7-readonly');
    assert.equal(vscode.read('licenses.yaml'), waiting);
    assert.equal((await vscode.editorText()).includes('-temp'), false);
  }).timeout(60_000);
});

describe('a person whose file changes on disk while the menu is open', () => {
  it('gets the remedy for the text as it is then', async () => {
    const vscode = await openStory();
    await toGap(vscode);
    await vscode.lightBulb();
    const changed = `# changed\n${text}`;
    writeFileSync(join(vscode.folder, 'licenses.yaml'), changed);
    await new Promise(resolve => setTimeout(resolve, 3000));
    await vscode.choose('Insert temporary license');
    await until('the new entry', async () => (await vscode.editorText()).includes('LIC-1-temp'));
    await vscode.save();
    const saved = vscode.read('licenses.yaml');
    assert.ok(saved.startsWith('# changed\n'));
    const entry = /\n {2}- id: LIC-1-temp\n(?: {4}.*\n)*/.exec(saved)![0];
    assert.equal(saved.replace(entry, ''), changed);
  }).timeout(60_000);
});

describe('a person whose file is deleted while the menu is open', () => {
  it('keeps the text, gets the remedy in it, and has the file again by saving', async () => {
    const vscode = await openStory({ 'files.autoSave': 'off' });
    await toGap(vscode);
    await vscode.lightBulb();
    const path = join(vscode.folder, 'licenses.yaml');
    rmSync(path);
    await vscode.page.waitForTimeout(2000);
    await vscode.choose('Insert temporary license');
    await until('the new entry', async () => (await vscode.editorText()).includes('LIC-1-temp'));
    assert.equal(existsSync(path), false);
    await vscode.save();
    await until('the file', () => existsSync(path));
    const saved = vscode.read('licenses.yaml');
    const entry = /\n {2}- id: LIC-1-temp\n(?: {4}.*\n)*/.exec(saved)![0];
    assert.equal(saved.replace(entry, ''), text);
    await vscode.problems('waits for a key');
  }).timeout(60_000);
});

describe('a person who asks for it', () => {
  it('has gaps filled whenever the file is saved, and never otherwise', async () => {
    const onSave = { '[yaml]': { 'editor.codeActionsOnSave': { 'source.fixAll.licenseCoverage': 'explicit' } } };
    for (const [settings, isFilled] of [
      [onSave, true],
      [{ 'editor.codeActionsOnSave': { 'source.fixAll': 'explicit' } }, false],
    ] as const) {
      const vscode = await openStory({ 'files.autoSave': 'off', 'files.trimTrailingWhitespace': true, ...settings });
      await vscode.problems('gap');
      await vscode.press('Control+End');
      await vscode.type('# note ');
      await vscode.press('Control+Home');
      // A window that has just opened saves without its own steps, of which trimming is the first: a person saves again.
      await until('the trimmed file', async () => {
        await vscode.save();
        return vscode.read('licenses.yaml').endsWith('# note');
      });
      assert.equal(vscode.read('licenses.yaml').includes('LIC-1-temp'), isFilled);
    }
  }).timeout(120_000);
});
