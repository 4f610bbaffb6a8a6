// Offers a check of each workspace folder as a task. What runs it is loaded when it is run.
import * as vscode from 'vscode';
import type { Main } from './main';

const taskType = 'license-coverage';

export function registerTasks(load: () => Promise<Main>): vscode.Disposable {
  const taskOf = (
    definition: vscode.TaskDefinition,
    scope: vscode.WorkspaceFolder | vscode.TaskScope,
    name: string,
  ): vscode.Task => {
    const folder = typeof scope === 'object' ? scope : undefined;
    const execution = new vscode.CustomExecution(async resolved => (await load()).checkTerminal(folder, resolved));
    // No problem matcher: what it would find is shown as problems already.
    return new vscode.Task(definition, scope, name, taskType, execution, []);
  };
  return vscode.tasks.registerTaskProvider(taskType, {
    provideTasks: () => {
      const folders = vscode.workspace.workspaceFolders ?? [];
      // VS Code knows a task by its definition alone: of two that are the same it would run the last.
      const definitionOf = ({ name }: vscode.WorkspaceFolder): vscode.TaskDefinition =>
        folders.length > 1 ? { type: taskType, folder: name } : { type: taskType };
      return folders.map(folder => taskOf(definitionOf(folder), folder, 'check'));
    },
    resolveTask: ({ definition, scope, name }) => taskOf(definition, scope ?? vscode.TaskScope.Workspace, name),
  });
}
