// Tells when what is said in days and hours may read differently: after a change, and as time passes.
import * as vscode from 'vscode';
import { msPerHour } from '../core/calendar';
import type { Reports } from './reports';

export interface Refresh extends vscode.Disposable {
  readonly onDidChange: vscode.Event<void>;
}

/** Nothing shorter than an hour is counted, so once in an hour is enough; a computer that has slept is asked when its window is looked at. */
export function createRefresh(reports: Pick<Reports, 'onDidChange'>): Refresh {
  const changed = new vscode.EventEmitter<void>();
  const fire = (): void => changed.fire();
  const timer = setInterval(fire, msPerHour);
  const subscriptions = vscode.Disposable.from(
    changed,
    { dispose: () => clearInterval(timer) },
    reports.onDidChange(fire),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) fire();
    }),
  );
  return { onDidChange: changed.event, dispose: () => subscriptions.dispose() };
}
