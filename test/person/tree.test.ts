// A person looks at the tree of products in the Explorer, begins with a first file, and is shown around.
import assert from 'node:assert/strict';
import { until } from '../hosts/until';
import type { Workbench } from '../hosts/workbench';
import { open } from './hooks';
import { gapDay, lineOf, nextDay, story, year } from './stories';

const text = story('licenses.yaml', '5.3.1');
const other = `product: Editor
environment: production
expiryDay: uncovered
licenses:
  - { id: E-1, key: 1234-5678, seats: 20, starts: ${year - 1}-01-01, expires: ${gapDay} }
  - { id: E-2, key: <temporary key>, kind: temporary, seats: 20, starts: ${gapDay}, expires: ${nextDay} }
  - { id: E-3, key: 8765-4321, seats: 20, starts: ${nextDay}, expires: never }
---
product: Compiler
licenses:
  - { id: C-1, starts: 2020-01-01, expires: 2020-12-31 }
  - { id: C-2, starts: 2021-01-01, expires: never }
`;

const pane = (vscode: Workbench) => vscode.page.locator('.pane', { hasText: /^License Coverage/ });
const row = (vscode: Workbench, name: string) => pane(vscode).locator('.monaco-list-row', { hasText: name });

/** All lines as they are read aloud. */
const spoken = (vscode: Workbench): Promise<(string | null)[]> =>
  pane(vscode)
    .locator('.monaco-list-row')
    .evaluateAll(rows => rows.map(each => each.getAttribute('aria-label')));

const header = (vscode: Workbench) => vscode.page.getByRole('button', { name: 'License Coverage Section' });

async function openTree(vscode: Workbench): Promise<void> {
  // Without a file the window is there before the extension is.
  await header(vscode).click();
  await pane(vscode).locator('.pane-body').waitFor();
}

describe('a person who looks at the tree', () => {
  it('finds what is next, goes there by keyboard and fills it', async () => {
    const vscode = await open({ 'licenses.yaml': text, 'other.licenses.yaml': other }, { file: 'licenses.yaml' });
    await openTree(vscode);
    // The last line to come: those above stay where they are from then on.
    await row(vscode, 'Compiler').waitFor();
    await row(vscode, 'CrashPlan').locator('.monaco-tl-twistie').click();
    await row(vscode, '24 h gap').nth(1).waitFor();
    const said = (await spoken(vscode)).join('\n');
    assert.match(said, /^Environment production: 2 products, 1 gap\n/);
    assert.match(
      said,
      /\nCrashPlan \(production\): 24 h gap in \d+ days\nLicense LIC-1, .*500 seats.*\n24 h gap, .*, in \d+ days\n/,
    );
    assert.ok(!/1234-5678|3F9A/.test(said));
    await vscode.shot('tree-1-light');
    await vscode.press('ArrowDown', 'ArrowDown', 'Enter');
    await until('the line of the gap', async () => (await vscode.cursor()).line === lineOf(text, gapDay));
    await row(vscode, '24 h gap').nth(1).hover();
    await vscode.page.waitForTimeout(700);
    await vscode.shot('tree-2-hovered');
    await row(vscode, '24 h gap').nth(1).getByRole('button', { name: 'Insert Temporary License' }).click();
    await row(vscode, 'LIC-1-temp').waitFor();
    assert.match((await spoken(vscode)).join('\n'), /License LIC-1-temp, .*, key needed, begins in/);
    await vscode.shot('tree-3-filled');
  }).timeout(60_000);

  it('sees where the cursor is, in high contrast', async () => {
    const vscode = await open(
      { 'licenses.yaml': text, 'other.licenses.yaml': other },
      { file: 'licenses.yaml', theme: 'high contrast' },
    );
    await openTree(vscode);
    await row(vscode, 'CrashPlan').waitFor();
    await vscode.focusEditor();
    await vscode.goTo({ line: lineOf(text, 'LIC-2'), column: 5 });
    const selected = pane(vscode).locator('.monaco-list-row.selected');
    await until('the license in the tree', async () => (await selected.allInnerTexts()).join().includes('LIC-2'));
    // The editor keeps the focus.
    await vscode.type(' ');
    assert.match(await vscode.editorText(), /- {2}id: LIC-2/);
    await vscode.shot('tree-4-high-contrast');
  }).timeout(60_000);

  it('is told how to begin where nothing is, and begins by keyboard alone', async () => {
    const vscode = await open({ 'readme.txt': 'nothing here\n' });
    await openTree(vscode);
    const create = pane(vscode).getByRole('button', { name: 'Create License File' });
    await create.waitFor({ timeout: 20_000 });
    await vscode.shot('tree-5-welcome');
    await create.focus();
    await vscode.press('Enter');
    await vscode.page.locator('.quick-input-widget .monaco-list-row', { hasText: 'licenses.toml' }).waitFor();
    await vscode.shot('tree-6-notations');
    await vscode.press('Enter');
    await vscode.waitForEditor('licenses.yaml');
    await vscode.type('Backup');
    await vscode.press('Tab');
    await vscode.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'uncovered' }).waitFor();
    await vscode.shot('tree-7-typing');
    await vscode.press('Enter', 'Tab');
    await vscode.type('KEY-1');
    await row(vscode, 'Backup').waitFor();
    await vscode.press('Escape');
    await vscode.save();
    assert.match(vscode.read('licenses.yaml'), /^# .*\nproduct: Backup\n[\s\S]* {4}key: KEY-1 +# a secret/);
    await vscode.shot('tree-8-first-file');
  }).timeout(60_000);

  it('is shown around, with a sample', async () => {
    const vscode = await open({ 'readme.txt': 'nothing here\n' }, { theme: 'dark' });
    await header(vscode).waitFor();
    await vscode.command('License Coverage: Get Started');
    await vscode.page.locator('.getting-started-step', { hasText: 'Write down your licenses' }).first().waitFor();
    await vscode.page.waitForTimeout(1000);
    await vscode.shot('tree-9-walkthrough');
    await vscode.command('License Coverage: Open Sample');
    await vscode.webviewFrame('.item.gap');
    await vscode.type('X');
    await vscode.shot('tree-10-sample');
    assert.match(await vscode.editorText(), /expires: X\d{4}/);
  }).timeout(60_000);
});
