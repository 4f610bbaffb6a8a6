// Names the tools of language models to VS Code. What they do is loaded when one is called.
import * as vscode from 'vscode';
import type { Main } from './main';

const names = ['licenseCoverage_uncovered', 'licenseCoverage_prepareFill'] as const;

export function registerTools(load: () => Promise<Main>): vscode.Disposable {
  return vscode.Disposable.from(
    ...names.map(name =>
      vscode.lm.registerTool<unknown>(name, {
        prepareInvocation: async (options, token) => (await load()).tools[name].prepareInvocation?.(options, token),
        invoke: async (options, token) => (await load()).tools[name].invoke(options, token),
      }),
    ),
  );
}
