// The stub: all that runs until a license file is seen or someone asks for something, and then loads the rest.
import * as vscode from 'vscode';
import { awaitLicenseFile } from './awaited';
import type { Main } from './main';

export function activate(context: vscode.ExtensionContext): void {
  let main: Promise<Main> | undefined;
  /** What stands in for the rest until that is loaded, and then makes room for it. */
  const standIns: vscode.Disposable[] = [];
  const load = (): Promise<Main> => {
    main ??= import('./main').then(({ start }) => {
      vscode.Disposable.from(...standIns).dispose();
      return start(context);
    });
    return main;
  };

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
    // The rest has been told all the same when the extension ends in the meantime.
    { dispose: () => vscode.Disposable.from(...standIns).dispose() },
    vscode.window.registerWebviewPanelSerializer('licenseCoverage.timeline', {
      deserializeWebviewPanel: async (panel, state) =>
        (await load()).timelineSerializer.deserializeWebviewPanel(panel, state),
    }),
  );
}
