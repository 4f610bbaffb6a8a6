// Says quietly, below the editors, that license files are being read, if that takes long enough for somebody to wonder.
import * as vscode from 'vscode';
import * as words from '../core/words/scan';
import type { Reports } from './reports';

/** How long a search may go on before it is shown, in ms. */
const unnoticed = 1_000;

export function registerReadingProgress(reports: Reports): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const begin = (): void => {
    if (reports.searching() && timer === undefined) timer = setTimeout(() => void show(), unnoticed);
  };
  const show = async (): Promise<void> => {
    if (reports.searching())
      await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Window, title: words.readingFiles },
        progress => followSearch(reports, progress),
      );
    timer = undefined;
  };
  begin();
  return vscode.Disposable.from(reports.onDidChangeSearch(begin), { dispose: () => clearTimeout(timer) });
}

/** How often the numbers are told, in ms. */
const beat = 200;

/** Tells how far the search has come, until it ends. */
export async function followSearch(
  reports: Pick<Reports, 'searching'>,
  progress: vscode.Progress<{ message: string; increment?: number }>,
): Promise<void> {
  let told = 0;
  for (let now = reports.searching(); now; now = reports.searching()) {
    const { found, read } = now;
    const percent = found === 0 ? 0 : (100 * read) / found;
    if (found > 0) progress.report({ message: words.readSoFar(read, found), increment: Math.max(0, percent - told) });
    told = Math.max(told, percent);
    await new Promise(resolve => setTimeout(resolve, beat));
  }
}
