// All of the extension but its stub: puts the features together.
// First, so that all words are in the language of the interface.
import './localize';
import * as vscode from 'vscode';
import { registerRemoveByteOrderMark } from './byte-order-mark';
import { type CheckDefinition, checkTerminal } from './check-task';
import { registerCheckWorkspace } from './check-workspace';
import { registerCodeLens } from './code-lens';
import { registerCompletion } from './completion';
import { registerContextKey } from './context-key';
import { registerCreateFile } from './create-file';
import { registerDiagnostics } from './diagnostics';
import { registerEnterKey } from './enter-key';
import { registerFillWorkspace } from './fill-workspace';
import { registerFolding } from './folding';
import { registerHover } from './hover';
import { registerInlayHints } from './inlay-hints';
import { createTools, type Tools } from './language-model';
import { registerLanguages } from './languages';
import { registerNextGap } from './next-gap';
import { registerOpenSample } from './open-sample';
import { registerOutline } from './outline';
import { registerQuickFixes } from './quick-fixes';
import { registerReadingProgress } from './reading-progress';
import { createReports } from './reports';
import { registerRequestDraft } from './request-draft';
import { registerSelection } from './selection';
import { registerStatus } from './status';
import { registerTimeline } from './timeline-panel';
import { registerTree } from './tree';
import { registerTreeCommands } from './tree-commands';
import type { LicenseTreeView } from './tree-view';

/** What VS Code asks the stub for, and the stub asks here. */
export interface Main {
  readonly timelineSerializer: vscode.WebviewPanelSerializer;
  checkTerminal(folder: vscode.WorkspaceFolder | undefined, definition: CheckDefinition): vscode.Pseudoterminal;
  readonly tools: Tools;
}

export function start(context: vscode.ExtensionContext, treeView: LicenseTreeView): Main {
  const log = vscode.window.createOutputChannel('License Coverage', { log: true });
  const reports = createReports(log);
  const timeline = registerTimeline(context, reports, log);
  const tree = registerTree(reports, treeView);
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
    registerCheckWorkspace(reports, log),
    registerReadingProgress(reports),
    registerOutline(reports),
    registerFolding(reports),
    registerSelection(reports),
    registerInlayHints(reports),
    registerCodeLens(reports),
    registerNextGap(reports),
    registerStatus(reports),
    registerCompletion(reports),
    tree,
    registerTreeCommands(reports, tree),
    registerCreateFile(context),
    registerOpenSample(reports),
    timeline,
  );
  return {
    timelineSerializer: timeline.serializer,
    checkTerminal: (folder, definition) => checkTerminal(reports, folder, definition),
    tools: createTools(reports),
  };
}
