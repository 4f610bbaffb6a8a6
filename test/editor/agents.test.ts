// What VS Code itself and language models may ask for by name: tasks, tools, and the comments that hide a finding.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actions, known, ours, settled, show, until } from './workspace';

const token = (): vscode.CancellationToken => new vscode.CancellationTokenSource().token;

describe('tasks in VS Code', () => {
  before(function () {
    if (vscode.workspace.isTrusted) return;
    console.log('      VS Code asks for trust before it offers any task: skipped');
    this.skip();
  });

  it('check each workspace folder', async () => {
    const tasks = await vscode.tasks.fetchTasks({ type: 'license-coverage' });
    const folders = vscode.workspace.workspaceFolders!;
    assert.deepEqual(
      tasks.map(({ name, source, scope }) => [name, source, (scope as vscode.WorkspaceFolder).name]),
      folders.map(({ name }) => ['check', 'license-coverage', name]),
    );
  });

  it('end with 1 where something is wrong', async () => {
    const { document } = await show('licenses.yaml', known('licenses.yaml', '5.3.1'));
    await settled(document.uri, 'gap');
    const [task] = await vscode.tasks.fetchTasks({ type: 'license-coverage' });
    assert.equal(await exitCode(task!), 1);
    // Another folder has no findings of its own.
    for (const other of (await vscode.tasks.fetchTasks({ type: 'license-coverage' })).slice(1))
      assert.notEqual(other.definition.folder, task!.definition.folder);
  });
});

async function exitCode(task: vscode.Task): Promise<number | undefined> {
  let code: number | undefined;
  let ended = false;
  const listener = vscode.tasks.onDidEndTaskProcess(event => {
    if (event.execution.task.name !== task.name) return;
    code = event.exitCode;
    ended = true;
  });
  await vscode.tasks.executeTask(task);
  await until('the end of the task', () => ended);
  listener.dispose();
  return code;
}

async function invoke(name: string, input: object): Promise<string> {
  const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined }, token());
  return content.map(part => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}

describe('the tools of language models', () => {
  it('are there', () => {
    const names = vscode.lm.tools.map(({ name }) => name).filter(name => name.startsWith('licenseCoverage_'));
    assert.deepEqual(names.sort(), ['licenseCoverage_prepareFill', 'licenseCoverage_uncovered']);
  });

  it('answer what is uncovered', async () => {
    const { document } = await show('licenses.yaml', known('licenses.yaml', '5.3.1'));
    await settled(document.uri, 'gap');
    const file = vscode.workspace.asRelativePath(document.uri, false);
    const answer = JSON.parse(await invoke('licenseCoverage_uncovered', { product: 'CrashPlan', file }));
    assert.equal(answer.gaps.length, 1);
    assert.equal(answer.gaps[0].hours, 24);
    assert.equal(answer.gaps[0].file, file);
    await assert.rejects(invoke('licenseCoverage_uncovered', { product: 'No such product' }), /There is no product/);
  });
});

describe('the fill that a language model prepares in VS Code', () => {
  it('is inserted, not saved, and undone at once', async () => {
    const text = known('licenses.yaml', '5.3.1');
    const { document } = await show('licenses.yaml', text);
    await settled(document.uri, 'gap');
    const file = vscode.workspace.asRelativePath(document.uri, false);
    // VS Code takes every question for confirmed in a suite.
    const answer = JSON.parse(await invoke('licenseCoverage_prepareFill', { product: 'CrashPlan', file }));
    assert.deepEqual(
      answer.inserted.map((each: { file: string; product: string }) => `${each.file} ${each.product}`),
      [`${file} CrashPlan (tests)`],
    );
    assert.ok(document.isDirty);
    assert.ok(document.getText().includes('<temporary key>'));
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri)), text);
    await settled(document.uri, 'pending-key');
    await assert.rejects(invoke('licenseCoverage_prepareFill', { file }), /No gap that is asked for can be filled/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
    await settled(document.uri, 'gap');
  });
});

describe('the light bulb', () => {
  it('offers comments that hide a finding as its last entries, which hide it and are undone at once', async () => {
    const text = known('licenses.yaml', '5.3.1');
    const editor = await show('licenses.yaml', text);
    await settled(editor.document.uri, 'gap');
    const [gap] = ours(editor.document.uri);
    const offered = await actions(editor, gap!.range.start);
    assert.deepEqual(
      offered.slice(-2).map(({ title, isPreferred }) => [title, isPreferred]),
      [
        ['Ignore gap on this line', false],
        ['Ignore gap in this file', false],
      ],
    );
    for (const { edit } of offered.slice(-2)) {
      assert.ok(await vscode.workspace.applyEdit(edit!));
      await settled(editor.document.uri);
      assert.ok(editor.document.getText().includes('# license-coverage-ignore-'));
      await vscode.commands.executeCommand('undo');
      await settled(editor.document.uri, 'gap');
      assert.equal(editor.document.getText(), text);
    }
  });
});
