// A person opens the samples and sees VS Code with a file, its text and the cursor at its start.
import assert from 'node:assert/strict';
import { open } from './hooks';

describe('a person who opens a file', () => {
  it('sees its text, types, undoes and saves', async () => {
    const vscode = await open({ 'notes.txt': 'first line\nsecond line\n' }, { file: 'notes.txt' });
    assert.equal(await vscode.editorText(), 'first line\nsecond line\n');
    assert.deepEqual(await vscode.cursor(), { line: 1, column: 1 });

    await vscode.goTo({ line: 2, column: 7 });
    await vscode.type(' typed');
    await vscode.save();
    assert.equal(vscode.read('notes.txt'), 'first line\nsecond typed line\n');
    await vscode.undo();
    await vscode.save();
    assert.equal(vscode.read('notes.txt'), 'first line\nsecond line\n');
    await vscode.shot('smoke');
  }).timeout(60_000);
});
