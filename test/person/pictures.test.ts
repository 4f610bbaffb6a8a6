// Takes the picture of the README: the gap, its quick fix and the timeline. `media/screenshot.png` is a copy of it.
import { open } from './hooks';
import { gapDay, story } from './stories';

describe('the picture of the README', () => {
  it('shows the gap, its quick fix and the timeline, and no key', async () => {
    const text = story('licenses.yaml', '5.3.1').replace(/^ {4}key: .*\n/gm, '');
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
});
