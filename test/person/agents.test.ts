// A person hides a finding by a comment that the light bulb writes, and runs a check as a task.
import assert from 'node:assert/strict';
import { until } from '../hosts/until';
import { open } from './hooks';
import { gapDay, lineOf, story } from './stories';

describe('a person who has looked at a gap', () => {
  it('ignores it on its line, by the last entries of the light bulb', async () => {
    const text = story('licenses.yaml', '5.3.1');
    const vscode = await open({ 'licenses.yaml': text }, { file: 'licenses.yaml' });
    await vscode.problems('gap');
    await vscode.goTo({ line: lineOf(text, gapDay), column: 15 });
    const offered = await vscode.lightBulb();
    assert.deepEqual(offered.slice(-2), ['Ignore gap on this line', 'Ignore gap in this file']);
    await vscode.shot('ignore-1-bulb');
    await vscode.choose('Ignore gap on this line');
    await until('the comment', async () => (await vscode.editorText()).includes('ignore-next-line gap'));
    await until('no problem', async () => (await vscode.problems()).length === 0);
    await vscode.shot('ignore-2-ignored');
    await vscode.undo();
    await vscode.problems('gap');
    await vscode.save();
    assert.equal(vscode.read('licenses.yaml'), text);
  });

  it('checks the folder by a task, and reads the findings in the terminal', async () => {
    // Without it the terminal draws a picture, which nobody can read but people.
    const settings = { 'terminal.integrated.gpuAcceleration': 'off' };
    const files = { 'licenses.yaml': story('licenses.yaml', '5.3.1') };
    const vscode = await open(files, { file: 'licenses.yaml', settings });
    await vscode.problems('gap');
    const rows = vscode.page.locator('.quick-input-widget .monaco-list-row');
    const pick = async (label: string): Promise<void> => rows.filter({ hasText: label }).first().click();
    // Asked right after the start, VS Code now and then closes the list again.
    await until('the list of tasks', async () => {
      await vscode.command('Tasks: Run Task');
      const ours = rows.filter({ hasText: 'license-coverage' }).first();
      return ours.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
    });
    await vscode.shot('task-1-pick');
    await pick('license-coverage');
    await rows.filter({ hasText: 'license-coverage: check' }).first().waitFor();
    await vscode.shot('task-2-check');
    await pick('license-coverage: check');
    const terminal = vscode.page.locator('.terminal-wrapper.active .xterm-rows');
    const said = async (): Promise<string> => (await terminal.allInnerTexts()).join(' ').replace(/\s+/g, ' ');
    await until('the end of the task', async () => (await said()).includes('exit code: 1'));
    assert.match(await said(), /licenses\.yaml:12:14: error gap: CrashPlan \(production\) is not covered for 24 h/);
    assert.match(await said(), /1 error in 1 license file\./);
    assert.doesNotMatch(await said(), /failed to launch|3F9A/);
    await vscode.shot('task-3-terminal');
  });
});
