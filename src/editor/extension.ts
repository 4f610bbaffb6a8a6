// The door of the extension: puts the rooms of the editor together.
import * as vscode from 'vscode';
import { registerRemoveByteOrderMark } from './byte-order-mark';
import { registerContextKey } from './context-key';
import { registerDiagnostics } from './diagnostics';
import { registerHover } from './hover';
import { registerLanguages } from './languages';
import { registerQuickFixes } from './quick-fixes';
import { createReports } from './reports';
import { registerTimeline } from './timeline-panel';

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('License Coverage', { log: true });
  const reports = createReports(log);
  context.subscriptions.push(
    log,
    reports,
    registerContextKey(reports),
    registerLanguages(reports),
    registerRemoveByteOrderMark(),
    registerDiagnostics(context, reports),
    registerHover(reports),
    registerQuickFixes(reports),
    registerTimeline(context, reports),
  );
}
