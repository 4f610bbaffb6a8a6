// The stub: all that runs until a license file is seen or someone asks for something, and then loads the rest.
import * as vscode from 'vscode';
import { awaitLicenseFile } from './awaited';
import type { Main } from './main';
import { pause } from './slices';
import { registerTasks } from './tasks';
import { registerTools } from './tools';
import { createTreeView } from './tree-view';

export function activate(context: vscode.ExtensionContext): void {
  let main: Promise<Main> | undefined;
  /** What stands in for the rest until that is loaded, and then makes room for it. */
  const standIns: vscode.Disposable[] = [];
  const load = (): Promise<Main> => {
    // Not while VS Code waits for the activation to end.
    main ??= pause().then(async () => {
      const { start } = await import('./main');
      vscode.Disposable.from(...standIns).dispose();
      return start(context, tree);
    });
    return main;
  };

  const tree = createTreeView(load);
  const { commands } = context.extension.packageJSON.contributes as { commands: readonly { command: string }[] };
  standIns.push(
    ...commands.map(({ command }) =>
      vscode.commands.registerCommand(command, async (...args: unknown[]) => {
        await load();
        return vscode.commands.executeCommand(command, ...args);
      }),
    ),
    awaitLicenseFile(() => void load()),
  );
  context.subscriptions.push(
    registerTasks(load),
    registerTools(load),
    tree,
    // Where the rest was never wanted.
    { dispose: () => vscode.Disposable.from(...standIns).dispose() },
    vscode.window.registerWebviewPanelSerializer('licenseCoverage.timeline', {
      deserializeWebviewPanel: async (panel, state) =>
        (await load()).timelineSerializer.deserializeWebviewPanel(panel, state),
    }),
  );
}
