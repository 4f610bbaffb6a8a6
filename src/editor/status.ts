// One item in the status bar while something is wrong or due in the license files; it leads there.
import * as vscode from 'vscode';
import { type Status, statusOf } from '../core/status';
import * as words from '../core/words/status';
import { nextGapCommand } from './next-gap';
import { createRefresh } from './refresh';
import type { Reports } from './reports';

/** Right of what VS Code itself says of errors and warnings. */
const priority = 49;

export function registerStatus(reports: Reports): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('licenseCoverage.status', vscode.StatusBarAlignment.Left, priority);
  item.name = words.statusName;
  item.command = nextGapCommand;
  const refresh = createRefresh(reports);
  const show = (): void => {
    const status = statusOf(
      reports.all().map(({ report }) => report),
      Date.now(),
    );
    if (status) put(item, status);
    else item.hide();
  };
  return vscode.Disposable.from(item, refresh, refresh.onDidChange(show));
}

const icons: Readonly<Record<Status['level'], string>> = { error: 'error', warning: 'warning', due: 'clock' };

function put(item: vscode.StatusBarItem, { level, text, lines, more }: Status): void {
  const about = [...lines, ...(more > 0 ? [words.more(more)] : []), words.clickToGo()];
  item.text = `$(${icons[level]}) ${text}`;
  // As plain text: the names in it are a file's.
  item.tooltip = about.join('\n');
  item.accessibilityInformation = { label: [`${words.statusName}: ${text}`, ...about].join('. '), role: 'button' };
  item.backgroundColor = level === 'error' ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
  item.show();
}
