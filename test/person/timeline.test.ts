// A person opens the timeline, goes from the picture to the text and back, and watches a gap close.
import assert from 'node:assert/strict';
import { until } from '../hosts/until';
import { open } from './hooks';
import { gapDay, lineOf, nextDay, story } from './stories';

const summary = '#summary';

describe('a person with the timeline', () => {
  it('sees the gap, clicks it, comes to its line, fills it, and watches it close', async () => {
    const text = story('licenses.yaml', '5.3.1');
    const vscode = await open({ 'licenses.yaml': text }, { file: 'licenses.yaml' });
    await vscode.problems('gap');
    await vscode.page.getByRole('button', { name: 'Show Timeline' }).click();
    const view = await vscode.webviewFrame('.item.gap');
    const said = (): Promise<string> => view.locator(summary).innerText();
    assert.match(
      await said(),
      /^1 product · 2 licenses · 1 gap \(24 h\) · next expiry CrashPlan \(production\) in \d+ days$/,
    );
    await vscode.shot('timeline-1-gap');

    await view.locator('.item.gap .hit').click();
    // The status bar tells of the picture now, so the line that the editor marks has to tell.
    const line = vscode.page.locator('.active-line-number');
    await until('the cursor at the gap', async () => (await line.innerText()) === String(lineOf(text, gapDay)));
    assert.equal(await view.evaluate(() => document.activeElement?.getAttribute('class')), 'item gap selected');
    await vscode.shot('timeline-2-clicked');

    await vscode.focusEditor();
    await vscode.lightBulb();
    await vscode.press('Enter');
    await until('no gap', async () => (await said()).startsWith('✓ No coverage gaps'));
    assert.match(await said(), /1 pending/);
    await vscode.shot('timeline-3-pending');
    await vscode.type('TEMP-7731');
    await until('a closed gap', async () => !(await said()).includes('pending'));
    await vscode.shot('timeline-4-closed');
    assert.equal(await view.locator('.item.term').count(), 3);
  }).timeout(90_000);

  it('does all of it by keyboard', async () => {
    const text = story('licenses.json', '5.3.1');
    const vscode = await open({ 'licenses.json': text }, { file: 'licenses.json' });
    await vscode.problems('gap');
    await vscode.command('License Coverage: Show Timeline');
    const view = await vscode.webviewFrame('.item.gap');
    const focused = (): Promise<string | null | undefined> =>
      view.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    // From the last of the overview's handles the next stop is the picture.
    await view.locator('#shown-until').press('Tab');
    assert.match((await focused())!, /^License LIC-1, CrashPlan \(production\)/);
    await vscode.press('g');
    assert.match(
      (await focused())!,
      /^Coverage gap, CrashPlan \(production\), 30 Nov \d+ to 1 Dec \d+, 24 h, line \d+$/,
    );
    const wide = await view.locator('.item.gap .shape').getAttribute('width');
    await vscode.press('+', '+', '+', '+', '+');
    assert.ok(Number(await view.locator('.item.gap .shape').getAttribute('width')) > 2 * Number(wide));
    assert.match((await focused())!, /^Coverage gap/);
    await vscode.shot('timeline-5-zoomed');
    await vscode.press('0', 'ArrowRight');
    assert.match((await focused())!, /^License LIC-2/);
    await vscode.press('ArrowLeft', 'Enter');
    await until('the cursor at the gap', async () => (await vscode.cursor()).line === lineOf(text, gapDay));
    await vscode.type('X');
    await vscode.save();
    assert.ok(vscode.read('licenses.json').includes(`"X${gapDay}"`), 'the editor does not have the focus');
  }).timeout(60_000);

  it('follows the cursor and the active file', async () => {
    const text = story('licenses.yaml', '5.3.1');
    const other = text
      .replaceAll('production', 'test')
      .replaceAll('CrashPlan', 'Other')
      .replace('licenses:', 'expiryDay: covered\nlicenses:');
    const vscode = await open({ 'licenses.yaml': text, 'other.licenses.yaml': other }, { file: 'licenses.yaml' });
    await vscode.problems('gap');
    await vscode.command('License Coverage: Show Timeline');
    const view = await vscode.webviewFrame('.item.gap');
    await vscode.focusEditor();
    await vscode.goTo({ line: lineOf(text, nextDay), column: 1 });
    await until('LIC-2 selected', async () =>
      /LIC-2/.test((await view.locator('.item.selected').getAttribute('aria-label')) ?? ''),
    );
    await vscode.openFile('other.licenses.yaml');
    await until('the other file', async () => /^✓ No coverage gaps/.test(await view.locator(summary).innerText()));
    assert.equal(await view.locator('.product').innerHTML(), 'Other');
  }).timeout(60_000);

  it('has it back after a reload of the window', async () => {
    // A file in the address would be opened again in place of what was open.
    const vscode = await open({ 'licenses.yaml': story('licenses.yaml', '5.3.1') });
    await vscode.openFile('licenses.yaml');
    await vscode.problems('gap');
    await vscode.command('License Coverage: Show Timeline');
    const before = await vscode.webviewFrame('.item.gap');
    await before.locator('#zoom-in').click();
    const width = await before.locator('.item.gap .shape').getAttribute('width');
    // VS Code writes its layout down some seconds later, and says nothing about it.
    await vscode.page.waitForTimeout(7000);
    await vscode.page.reload();
    await vscode.page.locator('.monaco-workbench').waitFor();
    const view = await vscode.webviewFrame('.item.gap');
    assert.equal(await view.locator('.item.gap .shape').getAttribute('width'), width);
    await vscode.shot('timeline-6-reloaded');
  }).timeout(90_000);

  for (const theme of ['dark', 'high contrast', 'high contrast light'] as const) {
    it(`sees it in ${theme}`, async () => {
      const vscode = await open('media/samples', { file: 'licenses.toml', theme });
      await vscode.command('License Coverage: Show Timeline');
      await vscode.webviewFrame('.item');
      await vscode.page.waitForTimeout(500);
      await vscode.shot(`timeline-${theme.replaceAll(' ', '-')}`);
    }).timeout(60_000);
  }
});
