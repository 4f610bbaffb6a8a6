// How long VS Code waits for the extension to start, as its own list of running extensions has it.
import assert from 'node:assert/strict';
import { until } from '../hosts/until';
import { open } from './hooks';
import { story } from './stories';

describe('the start of the extension', () => {
  it('is told by VS Code, with a license file open', async () => {
    const vscode = await open({ 'licenses.yaml': story('licenses.yaml', '5.3.1') }, { file: 'licenses.yaml' });
    await vscode.problems('gap');
    await vscode.command('Developer: Show Running Extensions');
    const row = vscode.page.locator('.running-extensions-editor .monaco-list-row, .editor-instance .monaco-list-row', {
      hasText: 'License Coverage',
    });
    const text = await until('its row', async () => {
      const [said] = await row.allInnerTexts();
      return said && /\d+ ?ms/.test(said) ? said : undefined;
    });
    await vscode.shot('activation');
    const [, ms] = /(\d+) ?ms/.exec(text) ?? [];
    console.log(`      activated in ${ms} ms (goal 50)`);
    assert.ok(Number(ms) < Number.POSITIVE_INFINITY, text);
  });
});
