// The timeline: one panel beside the editor, and the commands that open it and act on it.
import * as vscode from 'vscode';
import { emptyTimeline } from '../core/timeline';
import { menuTarget } from '../core/timeline/messages';
import * as words from '../core/timeline/words';
import type { Reports } from './reports';
import type { Kind } from './timeline-actions';
import { createFollow, tell, worthShowing } from './timeline-follow';
import { timelineOptions } from './timeline-html';
import { pictureOf } from './timeline-picture';
import { openSession, type Session } from './timeline-session';
import { openTimelineText } from './timeline-text';

const viewType = 'licenseCoverage.timeline';

export interface Timeline extends vscode.Disposable {
  /** Brings a panel back after a reload of the window. */
  readonly serializer: vscode.WebviewPanelSerializer;
}

export function registerTimeline(
  context: vscode.ExtensionContext,
  reports: Reports,
  log: vscode.LogOutputChannel,
): Timeline {
  const { extensionUri, workspaceState } = context;
  let open: Session | undefined;
  const adopt = (panel: vscode.WebviewPanel, isRestored: boolean): Session => {
    const session = openSession(panel, extensionUri, reports, createFollow(context, reports, isRestored), log);
    open = session;
    tell('isOpen', true);
    panel.onDidDispose(() => {
      open = undefined;
      tell('isOpen', false);
    });
    return session;
  };
  const show = (preserveFocus = false): Session => {
    if (open) {
      open.panel.reveal(undefined, preserveFocus);
      return open;
    }
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus };
    return adopt(
      vscode.window.createWebviewPanel(viewType, words.heading, column, timelineOptions(extensionUri)),
      false,
    );
  };
  /** `beside`: the editor keeps the focus; VS Code's menus hand over other things. */
  const showActive = async (beside?: unknown): Promise<void> => {
    const active = vscode.window.activeTextEditor?.document;
    const session = show(beside === 'beside');
    // What asks for the timeline may be what has just loaded all of this.
    if (active && !reports.of(active.uri)) await reports.caughtUp(active);
    if (session !== open) return;
    if (active && reports.of(active.uri)) session.follow.showOne(active.uri);
    session.update();
  };
  const showAll = (): void => {
    const { follow, update } = show();
    follow.showAll();
    update();
  };
  const showOne = (): void => {
    open?.follow.showOne();
    open?.update();
  };
  const unpin = (): void => {
    open?.follow.pin(false);
    if (open?.follow.see(vscode.window.activeTextEditor?.document.uri)) open.update();
  };
  const openText = async (): Promise<void> => {
    const picture = open?.picture() ?? pictureOf(reports, worthShowing(workspaceState, reports));
    await openTimelineText((picture?.timeline ?? emptyTimeline(Date.now())).model);
  };
  /** Of VS Code's menu over the picture; what comes along is checked, for it comes out of the view. */
  const on =
    (kind: Kind) =>
    (value: unknown): void => {
      const target = menuTarget(value);
      if (target) open?.act(kind, target.seq, target.id);
    };
  tell('isOpen', false);
  const subscriptions = vscode.Disposable.from(
    vscode.commands.registerCommand('licenseCoverage.showTimeline', showActive),
    vscode.commands.registerCommand('licenseCoverage.showTimelineOfAllFiles', showAll),
    vscode.commands.registerCommand('licenseCoverage.openTimelineText', openText),
    vscode.commands.registerCommand('licenseCoverage.exportTimeline', () => open?.export()),
    vscode.commands.registerCommand('licenseCoverage.timeline.showAllFiles', showAll),
    vscode.commands.registerCommand('licenseCoverage.timeline.showOneFile', showOne),
    vscode.commands.registerCommand('licenseCoverage.timeline.pin', () => open?.follow.pin(true)),
    vscode.commands.registerCommand('licenseCoverage.timeline.unpin', unpin),
    vscode.commands.registerCommand('licenseCoverage.timeline.reveal', on('reveal')),
    vscode.commands.registerCommand('licenseCoverage.timeline.fix', on('fix')),
    vscode.commands.registerCommand('licenseCoverage.timeline.insert', on('insert')),
    vscode.commands.registerCommand('licenseCoverage.timeline.copyRow', on('copy-row')),
    vscode.commands.registerCommand('licenseCoverage.timeline.export', on('export')),
  );
  const serializer: vscode.WebviewPanelSerializer = {
    // What the view remembers is its own; which file it showed is ours to know.
    deserializeWebviewPanel: async panel => {
      const subject = adopt(panel, true).follow.subject();
      // Opening the document makes it known to the reports; a file that is gone leaves the panel empty.
      if (subject instanceof vscode.Uri)
        await vscode.workspace.openTextDocument(subject).then(undefined, () => undefined);
    },
  };
  return { serializer, dispose: () => subscriptions.dispose() };
}
