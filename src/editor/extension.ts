// The door of the extension: puts the rooms of the editor together.
import * as vscode from 'vscode';
import { registerRemoveByteOrderMark } from './byte-order-mark';
import { registerCompletion } from './completion';
import { registerContextKey } from './context-key';
import { registerDiagnostics } from './diagnostics';
import { registerEnterKey } from './enter-key';
import { registerFillWorkspace } from './fill-workspace';
import { registerFolding } from './folding';
import { registerHover } from './hover';
import { registerLanguages } from './languages';
import { registerOutline } from './outline';
import { registerQuickFixes } from './quick-fixes';
import { createReports } from './reports';
import { registerRequestDraft } from './request-draft';
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
    registerRequestDraft(context, reports, log),
    registerEnterKey(reports),
    registerFillWorkspace(reports),
    registerOutline(),
    registerFolding(),
    registerCompletion(),
    registerTimeline(context, reports, log),
  );
}
