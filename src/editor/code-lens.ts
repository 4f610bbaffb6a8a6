// Lenses above the entries of license files, for those who want them.
import * as vscode from 'vscode';
import { type CodeLens, codeLensesOf } from '../core/code-lenses';
import { currentReport } from './current';
import { goTo } from './go-to';
import { nextGapCommand } from './next-gap';
import { createRefresh } from './refresh';
import type { Reports } from './reports';
import { wantsCodeLens } from './settings';

/** Takes an address, a position and whether the fixes are to be shown. */
export const openGapCommand = 'licenseCoverage.openGap';

export function registerCodeLens(reports: Reports): vscode.Disposable {
  const refresh = createRefresh(reports);
  return vscode.Disposable.from(
    refresh,
    vscode.commands.registerCommand('licenseCoverage.openGap', openGap),
    vscode.languages.registerCodeLensProvider(
      { pattern: '**' },
      {
        onDidChangeCodeLenses: refresh.onDidChange,
        provideCodeLenses: (document, token) => provide(reports, document, token),
      },
    ),
  );
}

async function provide(
  reports: Reports,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
): Promise<vscode.CodeLens[]> {
  if (!wantsCodeLens(document.uri)) return [];
  const folder = await currentReport(reports, document);
  if (!folder || token.isCancellationRequested) return [];
  return codeLensesOf(folder.report, folder.file, Date.now()).map(lens => {
    const at = document.positionAt(lens.at);
    return new vscode.CodeLens(new vscode.Range(at, at), commandOf(lens, document));
  });
}

function commandOf({ title, leadsTo }: CodeLens, document: vscode.TextDocument): vscode.Command {
  if (leadsTo.kind === 'timeline') return { title, command: 'licenseCoverage.showTimeline' };
  if (leadsTo.kind === 'next') return { title, command: nextGapCommand };
  const isFix = leadsTo.kind === 'fix';
  return {
    title,
    command: openGapCommand,
    arguments: [document.uri, document.positionAt(leadsTo.offset), isFix],
  };
}

/** Goes to a gap, and for its fixes opens the light bulb's menu there. */
async function openGap(uri: vscode.Uri, at: vscode.Position, isFix: boolean): Promise<void> {
  if (!(await goTo(uri, new vscode.Range(at, at)))) return;
  // Not waited for: a menu stays open as long as someone looks at it.
  if (isFix) void vscode.commands.executeCommand('editor.action.quickFix');
}
