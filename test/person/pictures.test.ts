// Takes the pictures of the README, of which those in `media` are copies: the gap, its quick fix and the timeline; a hover and the tree.
import { open } from './hooks';
import { gapDay, story } from './stories';

/** No key is to be seen in a picture. */
const text = story('licenses.yaml', '5.3.1').replace(/^ {4}key: .*\n/gm, '');

describe('the pictures of the README', () => {
  it('shows the gap, its quick fix and the timeline', async () => {
    const vscode = await open({ 'licenses.yaml': text }, { file: 'licenses.yaml', size: { width: 1500, height: 580 } });
    await vscode.problems('gap');
    await vscode.command('License Coverage: Show Timeline');
    await vscode.webviewFrame('.item.gap');
    await vscode.focusEditor();
    await vscode.press('Control+b', 'Control+j');
    await vscode.goTo({ line: text.slice(0, text.indexOf(gapDay)).split('\n').length, column: 15 });
    await vscode.lightBulb();
    await vscode.page.waitForTimeout(500);
    await vscode.shot('readme');
  }).timeout(60_000);

  it('shows a hover, the hints and the tree', async () => {
    const vscode = await open({ 'licenses.yaml': text }, { file: 'licenses.yaml', size: { width: 1300, height: 640 } });
    await vscode.problems('gap');
    await vscode.press('Control+j');
    const pane = vscode.page.locator('.pane', { hasText: /^License Coverage/ });
    await vscode.page.getByRole('button', { name: 'License Coverage Section' }).click();
    await pane.locator('.monaco-list-row', { hasText: 'CrashPlan' }).locator('.monaco-tl-twistie').click();
    await pane.locator('.monaco-list-row', { hasText: '24 h gap' }).nth(1).waitFor();
    await vscode.focusEditor();
    await vscode.hover('LIC-2', 'CrashPlan');
    await vscode.page.waitForTimeout(700);
    await vscode.shot('readme-hover');
  }).timeout(60_000);
});
