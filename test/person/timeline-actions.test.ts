// What a person does from within the timeline: mend, copy, export, pin, look at all files, and type where a picture stays.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { until } from '../hosts/until';
import type { Workbench } from '../hosts/workbench';
import { open } from './hooks';
import { gapDay, lineOf, nextDay, story, year } from './stories';

const text = story('licenses.yaml', '5.3.1');
const product = (name: string): string =>
  `product: ${name}\nexpiryDay: uncovered\nlicenses:\n  - { id: ${name}-1, starts: ${year - 1}-12-01, expires: ${gapDay} }\n  - { id: ${name}-2, starts: ${nextDay}, expires: never }\n`;

async function openTimeline(files: Readonly<Record<string, string>> = { 'licenses.yaml': text }) {
  const [file] = Object.keys(files);
  const vscode = await open(files, { file: file! });
  await vscode.problems('gap');
  await vscode.command('License Coverage: Show Timeline');
  return { vscode, view: await vscode.webviewFrame('.item.gap') };
}

/** The gap is selected and has the focus. */
async function toGap(vscode: Workbench, view: Frame): Promise<void> {
  await view.locator('.item.gap .hit').first().click();
  await until('the gap selected', async () => /^Coverage gap/.test((await focused(view)) ?? ''));
  // The click shows the line as well.
  const line = vscode.page.locator('.active-line-number');
  await until('its line', async () => (await line.allInnerTexts()).includes(String(lineOf(text, gapDay))));
}

const focused = (view: Frame): Promise<string | null | undefined> =>
  view.evaluate(() => document.activeElement?.getAttribute('aria-label'));
const summary = (view: Frame): Promise<string> => view.locator('#summary').innerText();
/** By keyboard: the menu over what has the focus in the timeline, down to one of its entries. */
async function chooseFromMenu(vscode: Workbench, name: string, isOpen = false): Promise<void> {
  if (!isOpen) await vscode.press('Shift+F10');
  const focused = vscode.page.locator('.monaco-menu .action-item.focused');
  await vscode.page.locator('.monaco-menu .action-item', { hasText: name }).waitFor();
  await until(`"${name}" in the menu`, async () => {
    await vscode.press('ArrowDown');
    return (await focused.allInnerTexts()).some(each => each.includes(name));
  });
  await vscode.press('Enter');
}

async function says(vscode: Workbench, message: string): Promise<void> {
  await until(`a message "${message}"`, async () => (await vscode.notifications()).join('\n').includes(message));
}

/** Picks from VS Code's own list. */
async function pick(vscode: Workbench, title: string, label: string): Promise<void> {
  const input = vscode.page.locator('.quick-input-widget');
  await until(`the list "${title}"`, async () =>
    (await input.locator('.quick-input-title').innerText()).includes(title),
  );
  await input.locator('.monaco-list-row', { hasText: label }).first().waitFor();
  await input.locator('input.input:visible, input:visible').last().fill(label);
  await vscode.press('Enter');
}

/** Says yes to the options as they are, or with some of them. */
async function confirmOptions(vscode: Workbench, ...options: readonly string[]): Promise<void> {
  const input = vscode.page.locator('.quick-input-widget');
  await until('the options', async () => (await input.innerText()).includes('Anonymize names'));
  for (const option of options) await input.locator('.monaco-list-row', { hasText: option }).click();
  await input.getByRole('button', { name: 'OK' }).click();
}

/** The server host asks for a path in VS Code's own input. */
async function saveAs(vscode: Workbench, name: string): Promise<string> {
  const input = vscode.page.locator('.quick-input-widget');
  await until('the question where', async () =>
    (await input.locator('.quick-input-title').innerText()).includes('Export Timeline'),
  );
  const field = input.locator('input').last();
  const proposed = await until('a proposed path', async () => {
    const value = await field.inputValue();
    return value.includes('coverage-') ? value : undefined;
  });
  await field.fill(join(vscode.folder, name));
  await vscode.press('Enter');
  await says(vscode, `${name} is written.`);
  return proposed;
}

describe('a person who mends from within the timeline', () => {
  it('opens the light bulb from the menu, by keyboard', async () => {
    const { vscode, view } = await openTimeline();
    await toGap(vscode, view);
    await vscode.press('Shift+F10');
    const entries = vscode.page.locator('.monaco-menu .action-item:not(.disabled)');
    await entries.filter({ hasText: 'Quick Fix' }).waitFor();
    assert.deepEqual(
      (await entries.allInnerTexts()).map(each => each.trim()),
      ['Open Line', 'Insert Temporary License', 'Quick Fix…', 'Copy Row', 'Export…'],
    );
    await vscode.page.waitForTimeout(300);
    await vscode.shot('timeline-actions-1-menu');
    await chooseFromMenu(vscode, 'Quick Fix', true);
    const titles = vscode.page.locator('.action-widget .monaco-list-row.action');
    await titles.filter({ hasText: 'Insert temporary license' }).waitFor();
    await titles.filter({ hasText: 'Accept this gap' }).waitFor();
    await vscode.shot('timeline-actions-2-bulb');
    await vscode.choose('Accept this gap');
    await until('an accepted gap', async () => (await view.locator('.item.accepted-gap').count()) === 1);
  }).timeout(90_000);

  it('inserts the license from the line below the picture, and types its key', async () => {
    const { vscode, view } = await openTimeline();
    await toGap(vscode, view);
    await view.locator('#insert').click();
    await until('the pending license', async () => (await view.locator('.item.pending-term').count()) === 1);
    assert.match(await summary(view), /No coverage gaps.* 1 pending/s);
    await vscode.type('TEMP-7731');
    await until('three licenses', async () => (await view.locator('.item.term').count()) === 3);
    await vscode.save();
    assert.match(vscode.read('licenses.yaml'), /key: TEMP-7731\n/);
    await vscode.shot('timeline-actions-3-inserted');
  }).timeout(90_000);

  it('copies a row and opens its line', async () => {
    const { vscode, view } = await openTimeline();
    await toGap(vscode, view);
    await chooseFromMenu(vscode, 'Copy Row');
    const row = await until('the row', async () => {
      const copied = await vscode.page.evaluate(() => navigator.clipboard.readText());
      return copied.startsWith('Coverage gap') ? copied : undefined;
    });
    assert.equal(
      row,
      `Coverage gap, CrashPlan (production), 30 Nov ${year} to 1 Dec ${year}, 24 h, line ${lineOf(text, gapDay)}`,
    );
    await toGap(vscode, view);
    await chooseFromMenu(vscode, 'Open Line');
    await until('the cursor at the gap', async () => (await vscode.cursor()).line === lineOf(text, gapDay));
    await vscode.type('X');
    await vscode.save();
    assert.ok(vscode.read('licenses.yaml').includes(`X${gapDay}`), 'the editor does not have the focus');
  }).timeout(90_000);
});

describe('a person who takes the timeline elsewhere', () => {
  it('saves it as SVG, PNG, CSV and Mermaid', async () => {
    const { vscode, view } = await openTimeline();
    await toGap(vscode, view);
    await vscode.press('x');
    await pick(vscode, 'Export Timeline', 'SVG');
    await confirmOptions(vscode);
    const proposed = await saveAs(vscode, 'picture.svg');
    assert.match(proposed, /\/coverage-licenses-\d{4}-\d\d-\d\d\.svg$/);
    const svg = vscode.read('picture.svg');
    assert.match(svg, /^(?:<\?xml[^>]*>\s*)?<svg /);
    assert.match(svg, /GAP 24 h/);
    assert.equal(/3F9A|8D21/.test(svg), false);
    await vscode.shot('timeline-actions-4-exported');

    await vscode.command('License Coverage: Export Timeline');
    await pick(vscode, 'Export Timeline', 'PNG 2×');
    await confirmOptions(vscode, 'Print theme');
    await saveAs(vscode, 'picture.png');
    assert.deepEqual([...readFileSync(join(vscode.folder, 'picture.png')).subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);

    await vscode.command('License Coverage: Export Timeline');
    await pick(vscode, 'Export Timeline', 'CSV');
    await confirmOptions(vscode, 'Anonymize names');
    await saveAs(vscode, 'table.csv');
    assert.match(vscode.read('table.csv'), /,Coverage gap,.*,24,/);
    assert.equal(/CrashPlan|LIC-1|3F9A/.test(vscode.read('table.csv')), false);

    await vscode.command('License Coverage: Export Timeline');
    await pick(vscode, 'Export Timeline', 'Mermaid');
    await confirmOptions(vscode);
    await saveAs(vscode, 'gantt.mmd');
    assert.match(vscode.read('gantt.mmd'), /gantt/);
    await vscode.page.locator('.notification-toast').getByRole('button', { name: 'Open' }).first().click();
    await until('the file', async () => (await vscode.editorText()).includes('gantt'));
  }).timeout(120_000);

  it('copies it as a picture and as Markdown', async () => {
    const { vscode } = await openTimeline();
    await vscode.command('License Coverage: Export Timeline');
    await pick(vscode, 'Export Timeline', 'Copy as Markdown');
    await confirmOptions(vscode);
    await says(vscode, 'The table is on the clipboard.');
    assert.match(await vscode.page.evaluate(() => navigator.clipboard.readText()), /\| *CrashPlan/);
    await vscode.focusEditor();
    await vscode.command('License Coverage: Export Timeline');
    await pick(vscode, 'Export Timeline', 'Copy Image');
    await confirmOptions(vscode);
    await says(vscode, 'The picture is on the clipboard.');
  }).timeout(90_000);

  it('gives an export up without a trace', async () => {
    const { vscode } = await openTimeline();
    await vscode.command('License Coverage: Export Timeline');
    await pick(vscode, 'Export Timeline', 'CSV');
    await confirmOptions(vscode);
    const input = vscode.page.locator('.quick-input-widget input').last();
    await until('a proposed path', async () => (await input.inputValue()).includes('coverage-'));
    await vscode.press('Escape');
    await vscode.page.waitForTimeout(500);
    assert.deepEqual(await vscode.notifications(), []);
  }).timeout(60_000);

  it('opens it as text', async () => {
    const { vscode } = await openTimeline();
    await vscode.page.getByRole('button', { name: 'Open Timeline as Text' }).click();
    await until('the table', async () => /\| *CrashPlan/.test(await vscode.editorText()));
    await vscode.shot('timeline-actions-5-text');
    assert.equal(/3F9A|8D21/.test(await vscode.editorText()), false);
  }).timeout(60_000);
});

const two = { 'a.licenses.yaml': product('Alpha'), 'sub/b.licenses.yaml': product('Beta') };
const products = (view: Frame): Promise<string[]> => view.locator('.product').allTextContents();

describe('a person with several license files', () => {
  it('pins the timeline to one of them', async () => {
    const { vscode, view } = await openTimeline(two);
    await vscode.page.getByRole('button', { name: 'Pin Timeline to Its File' }).click();
    await vscode.page.getByRole('button', { name: 'Unpin Timeline' }).waitFor();
    await vscode.focusEditor();
    await vscode.openFile('b.licenses.yaml');
    await vscode.page.waitForTimeout(1000);
    assert.deepEqual(await products(view), ['Alpha']);
    await vscode.shot('timeline-actions-6-pinned');
    await vscode.command('License Coverage: Unpin Timeline');
    await until('the other file', async () => (await products(view)).join() === 'Beta');
  }).timeout(90_000);

  it('sees all of them, goes to the line in each, and has that back after a reload', async () => {
    // A file in the address would be opened again in place of what was open.
    const vscode = await open({ ...two, 'notes.md': '# nothing\n' });
    await vscode.openFile('notes.md');
    await vscode.command('License Coverage: Show Timeline of All Files');
    const view = await vscode.webviewFrame('.item.gap');
    await until('both', async () => (await products(view)).join() === 'Alpha,Beta');
    await vscode.shot('timeline-actions-7-all');
    await view.locator('.item.gap .hit').nth(1).click();
    await vscode.press('Enter');
    await vscode.page.locator('.tab.active', { hasText: 'b.licenses.yaml' }).waitFor();
    await until('the cursor at the gap', async () => (await vscode.cursor()).line === 4);
    assert.deepEqual(await products(view), ['Alpha', 'Beta']);
    // VS Code writes its layout down some seconds later, and says nothing about it.
    await vscode.page.waitForTimeout(7000);
    await vscode.page.reload();
    await vscode.page.locator('.monaco-workbench').waitFor();
    const again = await vscode.webviewFrame('.item.gap');
    await until('both again', async () => (await products(again)).join() === 'Alpha,Beta');
    await again.locator('.item.gap .hit').first().click();
    await vscode.page.getByRole('button', { name: 'Show One File in Timeline' }).click();
    await until('one', async () => (await products(again)).length === 1);
  }).timeout(120_000);
});

describe('a person who types', () => {
  it('keeps the last good picture while the text is torn', async () => {
    const { vscode, view } = await openTimeline();
    const items = await view.locator('.item').count();
    await vscode.focusEditor();
    await vscode.goTo({ line: lineOf(text, 'LIC-2'), column: 9 });
    await vscode.type('"');
    const trouble = view.locator('#trouble');
    await trouble.waitFor();
    assert.match(await trouble.innerText(), /last valid/);
    assert.equal(await view.locator('.item').count(), items);
    assert.equal(await view.locator('main.stale').count(), 1);
    await vscode.shot('timeline-actions-8-torn');
    await trouble.locator('button').first().click();
    await until('the cursor in the torn part', async () => (await vscode.cursor()).line >= lineOf(text, 'LIC-2'));
    await vscode.undo();
    await trouble.waitFor({ state: 'detached' });
    assert.equal(await view.locator('main.stale').count(), 0);
    await vscode.focusEditor();
    await vscode.press('Control+a', 'Delete');
    await view.locator('#notice').waitFor();
    assert.match(await view.locator('#notice').innerText(), /no longer be read as a license file/);
    assert.equal(await view.locator('.item').count(), items);
    await vscode.undo();
    await view.locator('#notice').waitFor({ state: 'detached' });
  }).timeout(90_000);

  it('finds it up to date when it was hidden meanwhile', async () => {
    const { vscode, view } = await openTimeline({ 'licenses.yaml': text, 'notes.md': '# nothing\n' });
    await toGap(vscode, view);
    await vscode.press('Control+2');
    await vscode.openFile('notes.md');
    await vscode.page.locator('.tab.active', { hasText: 'notes.md' }).waitFor();
    await vscode.focusEditor();
    await vscode.goTo({ line: lineOf(text, gapDay), column: 14 });
    await vscode.press('Shift+End');
    await vscode.type(nextDay);
    await vscode.page.locator('.tab', { hasText: 'Coverage: licenses.yaml' }).click();
    const again = await vscode.webviewFrame('.item.term');
    assert.equal(await again.locator('.item.gap').count(), 0);
    assert.match(await summary(again), /No coverage gaps/);
  }).timeout(90_000);

  it('sees the file as soon as it is a license file', async () => {
    const vscode = await open({ 'licenses.yaml': '\n' }, { file: 'licenses.yaml' });
    await vscode.command('License Coverage: Show Timeline');
    const view = await vscode.webviewFrame('#example');
    await vscode.focusEditor();
    await vscode.type('licenses: [{ expires: 2099-12-31 }]');
    await view.locator('.item.term').waitFor();
    assert.equal(await vscode.page.locator('.tab', { hasText: 'Coverage: licenses.yaml' }).count(), 1);
  }).timeout(60_000);

  it('begins with an example', async () => {
    const vscode = await open({ 'licenses.yaml': '# nothing\n' }, { file: 'licenses.yaml' });
    await vscode.command('License Coverage: Show Timeline');
    const view = await vscode.webviewFrame('#example');
    await vscode.shot('timeline-actions-9-empty');
    await view.locator('#example').click();
    const drawn = await vscode.webviewFrame('.item.gap');
    assert.match(await summary(drawn), /1 gap \(2[345] h\)/);
    await vscode.shot('timeline-actions-10-example');
    await vscode.focusEditor();
    await vscode.save();
    assert.match(vscode.read('sample.licenses.yaml'), /EXAMPLE-KEY-1/);
    assert.equal(vscode.read('licenses.yaml'), '# nothing\n');
  }).timeout(60_000);
});
