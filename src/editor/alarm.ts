// One timer that goes off when time has crossed something that a report tells of.
import * as vscode from 'vscode';
import type { Reports } from './reports';

/** The longest that a timer can wait, in ms; what is farther off is waited for in turns. */
const longestWait = 2 ** 31 - 1;

/** Calls `ring` when the first of the reports no longer holds. A computer that has slept is asked when its window is looked at again. */
export function setAlarm(reports: Pick<Reports, 'all' | 'onDidChange'>, ring: () => void): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Number.POSITIVE_INFINITY;
  const wait = (): void => {
    clearTimeout(timer);
    timer = due === Number.POSITIVE_INFINITY ? undefined : setTimeout(check, Math.min(due - Date.now(), longestWait));
  };
  const check = (): void => {
    if (Date.now() >= due) ring();
    else wait();
  };
  const set = (): void => {
    due = reports.all().reduce((first, { report }) => Math.min(first, report.until), Number.POSITIVE_INFINITY);
    wait();
  };
  return vscode.Disposable.from(
    reports.onDidChange(set),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) check();
    }),
    { dispose: () => clearTimeout(timer) },
  );
}
