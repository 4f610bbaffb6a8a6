// A person sees at a glance what is wrong, goes from one problem to the next, and moves within a file.
import assert from 'node:assert/strict';
import { until } from '../hosts/until';
import type { Workbench } from '../hosts/workbench';
import { open } from './hooks';
import { gapDay, lineOf, nextDay, story, year } from './stories';

const files = {
  'licenses.yaml': story('licenses.yaml', '5.3.1'),
  'other/licenses.toml': story('licenses.toml', '5.3.1').replace('CrashPlan', 'Code42'),
};

const item = '[id="license-coverage.license-coverage.licenseCoverage.status"]';

/** What stands behind a date that is not its own text. */
function hints({ page }: Workbench): Promise<string[]> {
  return page
    .locator('.view-line [class*="dyn-rule"]')
    .allInnerTexts()
    .then(texts => texts.map(text => text.replaceAll('\u00a0', ' ').trim()).filter(text => text !== ''));
}

/** As one presses a link: with Ctrl held down. */
async function pressHint({ page }: Workbench): Promise<void> {
  const box = await page.locator('.view-line [class*="dyn-rule"]', { hasText: 'gap' }).first().boundingBox();
  const [x, y] = [box!.x + box!.width / 2, box!.y + box!.height / 2];
  await page.mouse.move(x, y);
  await page.keyboard.down('Control');
  await page.mouse.move(x + 4, y);
  await page.waitForTimeout(300);
  await page.mouse.click(x + 4, y);
  await page.keyboard.up('Control');
}

describe('a person who looks at a license file', () => {
  it('sees the gap behind its dates and in the status bar, and goes from one to the next by keys', async () => {
    const vscode = await open(files, { file: 'licenses.yaml' });
    const status = vscode.page.locator(item);
    await until('both hints', async () => (await hints(vscode)).length === 2);
    assert.deepEqual(await hints(vscode), [
      `24 h gap → ${gapDay} 00:00 America/Chicago`,
      `24 h gap → ${nextDay} 00:00 America/Chicago`,
    ]);
    await until('both files', async () => /2 license gaps, next in \d+ days/.test(await status.innerText()));
    assert.match(
      (await status.locator('a').getAttribute('aria-label')) ?? '',
      /^License Coverage: 2 license gaps.*Code42/,
    );
    await vscode.shot('glance-1-light');
    // A hint leads to the other side of its gap.
    await pressHint(vscode);
    await until('the other side', async () => (await vscode.cursor()).line === lineOf(files['licenses.yaml'], nextDay));
    await vscode.press('Escape');
    await vscode.goTo({ line: 1, column: 1 });
    const line = lineOf(files['licenses.yaml'], gapDay);
    await vscode.press('Control+F8');
    await until('the gap', async () => (await vscode.cursor()).line === line);
    await until('where it is', async () =>
      (await vscode.statusBar()).some(text => text.startsWith('1 of 2: CrashPlan')),
    );
    await vscode.shot('glance-2-first');
    // The status bar leads on, into the other file.
    await status.click();
    await vscode.waitForEditor('licenses.toml');
    await until('the next gap', async () => (await vscode.statusBar()).some(text => text.startsWith('2 of 2: Code42')));
    await vscode.shot('glance-3-next');
    await vscode.press('Control+F8');
    await vscode.waitForEditor('licenses.yaml');
    await until('the beginning', async () =>
      (await vscode.statusBar()).some(text => text.startsWith('1 of 2, starting over')),
    );
    await vscode.page.mouse.move(600, 600);
    await status.hover();
    await vscode.page.locator('.monaco-hover:visible', { hasText: 'Click to go' }).waitFor();
    await vscode.shot('glance-4-tooltip');
  }).timeout(60_000);

  it('has lenses for the asking, one of which opens the fixes, and sees an alarm in high contrast', async () => {
    const text = files['licenses.yaml']
      .replace(/starts: .*/, 'starts: 2020-01-01')
      .replace(gapDay, `${year - 2}-12-01`);
    const vscode = await open(
      { 'licenses.yaml': text },
      { file: 'licenses.yaml', theme: 'high contrast', settings: { 'licenseCoverage.codeLens': true } },
    );
    const lens = vscode.page.locator('.codelens-decoration a', { hasText: 'Insert temporary license…' });
    await lens.waitFor();
    await vscode.page.locator(item, { hasText: 'License gap now' }).waitFor();
    await vscode.shot('glance-5-contrast');
    await lens.click();
    const menu = vscode.page.locator('.action-widget .monaco-list-row.action');
    await menu.first().waitFor();
    assert.match((await menu.first().innerText()).trim(), /^Insert temporary license for CrashPlan/);
    await vscode.shot('glance-6-lens');
  }).timeout(60_000);

  it('has an outline, folds tables and grows a selection in TOML', async () => {
    const text = story('licenses.toml', '5.3.1');
    const vscode = await open({ 'licenses.toml': text }, { file: 'licenses.toml' });
    await until('both hints', async () => (await hints(vscode)).length === 2);
    await vscode.goTo({ line: lineOf(text, 'LIC-2'), column: 8 });
    const crumbs = vscode.page.locator('.breadcrumbs-control');
    await until('the way to it', async () => /CrashPlan\s*LIC-2/.test((await crumbs.innerText()).replace(/\s+/g, ' ')));
    const selected = async (): Promise<string> => {
      const [said] = await vscode.page.locator('[id="status.editor.selection"]').allInnerTexts();
      return /\((\d+) selected\)/.exec(said ?? '')?.[1] ?? '';
    };
    const entry = text.slice(text.lastIndexOf('[[licenses]]')).trimEnd();
    for (let now = ''; now !== String(entry.length); ) {
      const before = now;
      await vscode.press('Shift+Alt+ArrowRight');
      now = await until('a larger selection', async () => {
        const count = await selected();
        return count === before ? undefined : count;
      });
      assert.ok(Number(now) <= entry.length, now);
    }
    await vscode.command('Explorer: Focus on Outline View');
    await vscode.page.locator('.outline-pane .monaco-list-row', { hasText: 'LIC-1' }).waitFor();
    await vscode.shot('glance-7-outline');
    await vscode.focusEditor();
    await vscode.press('Control+k', 'Control+0');
    await until('both tables to be folded', async () => !/LIC-/.test(await vscode.editorText()));
    await vscode.shot('glance-8-folded');
  }).timeout(60_000);
});
