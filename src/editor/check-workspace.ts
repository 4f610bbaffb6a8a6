// Checks all license files of the workspace when somebody asks for it, and says what has come of it.
import * as vscode from 'vscode';
import * as words from '../core/words/scan';
import { followSearch } from './reading-progress';
import type { Reports } from './reports';

export function registerCheckWorkspace(
  reports: Reports,
  log: Pick<vscode.LogOutputChannel, 'show'>,
): vscode.Disposable {
  return vscode.commands.registerCommand('licenseCoverage.checkWorkspace', () => checkWorkspace(reports, log));
}

async function checkWorkspace(reports: Reports, log: Pick<vscode.LogOutputChannel, 'show'>): Promise<void> {
  const options = { location: vscode.ProgressLocation.Notification, title: words.readingFiles, cancellable: true };
  const { isCancelled, read, found, unreadable } = await vscode.window.withProgress(
    options,
    async (progress, token) => {
      const checking = reports.readAgain(token);
      void followSearch(reports, progress);
      return checking;
    },
  );
  const message = isCancelled ? words.stopped(read, found) : words.checked({ ...countsOf(reports), unreadable });
  const hasProblems = reports.all().some(({ report }) => report.findings.length > 0);
  const buttons = [...(hasProblems ? [words.showProblems] : []), ...(unreadable > 0 ? [words.showLog] : [])];
  const answer = await vscode.window.showInformationMessage(message, ...buttons);
  if (answer === words.showProblems) await vscode.commands.executeCommand('workbench.actions.view.problems');
  if (answer === words.showLog) log.show();
}

/** What the Problems panel shows, by numbers. */
function countsOf(reports: Reports): Pick<words.Checked, 'files' | 'gaps' | 'others'> {
  let [files, gaps, others] = [0, 0, 0];
  for (const { report } of reports.all()) {
    files += report.files.length;
    const own = report.findings.filter(({ rule }) => rule === 'gap').length;
    gaps += own;
    others += report.findings.length - own;
  }
  return { files, gaps, others };
}
