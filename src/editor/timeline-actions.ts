// What a person can have done from within the timeline: with an item, or with the picture as a whole.
import * as vscode from 'vscode';
import type { TimelineModel } from '../core/timeline';
import { nameOf } from '../core/timeline/facts';
import type { Action } from '../core/timeline/messages';
import * as words from '../core/timeline/words/host';
import { openSample } from './open-sample';
import type { Reports } from './reports';
import type { Follow } from './timeline-follow';
import { columnBeside, mend, type RevealOptions, reveal, type Target } from './timeline-reveal';

export type Kind = 'reveal' | 'copy-row' | Action;

export interface ActionContext extends Pick<RevealOptions, 'willMove'> {
  readonly panel: vscode.WebviewPanel;
  readonly follow: Follow;
  readonly reports: Reports;
  /** What the view shows now; numbers of items are of that. */
  shown(): TimelineModel | undefined;
  /** Where an item or a problem stands; `undefined`: there is none of that number. */
  targetOf(id: number | null): Target | undefined;
  /** Shows what is followed now. */
  update(): void;
  export(): Promise<void>;
}

/** `id`: of the item that it is about, `null` where it is about none. `focus`: whether the editor gets the focus. */
export type Actions = Readonly<Record<Kind, (id: number | null, focus: boolean) => void>>;

export function createActions({
  panel,
  follow,
  reports,
  shown,
  targetOf,
  willMove,
  ...context
}: ActionContext): Actions {
  let latest = 0;
  // One after another: of two editors that are opened at a time VS Code may give the focus to neither.
  let turn: Promise<unknown> = Promise.resolve();
  const onTarget =
    (act: (target: Target, options: RevealOptions) => Promise<unknown>): Actions[Kind] =>
    (id, focus) => {
      const target = targetOf(id);
      if (!target) return;
      const own = ++latest;
      const isWanted = (): boolean => own === latest;
      const options = { focus, panelColumn: panel.viewColumn, willMove, isWanted };
      turn = turn.then(() => (isWanted() ? act(target, options) : undefined)).catch(() => undefined);
    };
  return {
    reveal: onTarget(reveal),
    fix: onTarget((target, options) => mend(target, options, reports, false)),
    insert: onTarget((target, options) => mend(target, options, reports, true)),
    'copy-row': id => void copyRow(shown(), id),
    export: () => void context.export(),
    example: () => {
      follow.showOne();
      follow.pin(false);
      void openSample(columnBeside(panel.viewColumn));
    },
    problems: () => void vscode.commands.executeCommand('workbench.actions.view.problems'),
    'all-files': () => {
      follow.showAll();
      context.update();
    },
    'one-file': () => {
      follow.showOne();
      context.update();
    },
  };
}

async function copyRow(model: TimelineModel | undefined, id: number | null): Promise<void> {
  if (!model || id === null || id >= model.labels.length) return;
  await vscode.env.clipboard.writeText(nameOf(model, id));
  vscode.window.setStatusBarMessage(words.rowCopied, 3000);
}
