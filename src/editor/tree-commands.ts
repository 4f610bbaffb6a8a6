// What a person can have done with a line of the tree.
import * as vscode from 'vscode';
import type { TreeNode } from '../core/license-tree-node';
import * as words from '../core/words/tree';
import { enterKeyCommand } from './enter-key';
import type { Reports } from './reports';
import { requestCommand } from './request-draft';
import { mend, type RevealOptions, reveal, type Target } from './timeline-reveal';
import type { Tree } from './tree';

export function registerTreeCommands(reports: Reports, tree: Tree): vscode.Disposable {
  let latest = 0;
  const targetOf = (node: TreeNode): Target | undefined => {
    const uri = tree.uriOf(node);
    return uri && node.place && { uri, place: node.place };
  };
  const optionsNow = (): RevealOptions => {
    const own = ++latest;
    return { focus: true, panelColumn: timelineColumn(), isWanted: () => own === latest, willMove: () => undefined };
  };
  /** VS Code's menus and keys hand over the line; someone who knows the command's name may hand over anything. */
  const on =
    (act: (target: Target, options: RevealOptions) => unknown) =>
    (node?: TreeNode): unknown => {
      const target = node && targetOf(tree.latest(node));
      return target && act(target, optionsNow());
    };
  const open = (node?: TreeNode): unknown =>
    node?.kind === 'more' ? vscode.commands.executeCommand('licenseCoverage.showTimelineOfAllFiles') : on(reveal)(node);
  const showTimeline = on(async (target, options) => {
    if (await reveal(target, options)) await vscode.commands.executeCommand('licenseCoverage.showTimeline');
  });
  const insert = on((target, options) => mend(target, options, reports, true));
  const fix = on((target, options) => mend(target, options, reports, false));
  return vscode.Disposable.from(
    vscode.commands.registerCommand('licenseCoverage.tree.open', open),
    vscode.commands.registerCommand('licenseCoverage.tree.insert', insert),
    vscode.commands.registerCommand('licenseCoverage.tree.fix', fix),
    vscode.commands.registerCommand('licenseCoverage.tree.request', (node?: TreeNode) => {
      const gap = node && tree.latest(node).gap;
      return gap && vscode.commands.executeCommand(requestCommand, gap);
    }),
    vscode.commands.registerCommand('licenseCoverage.tree.enterKey', (node?: TreeNode) => {
      const term = node && tree.latest(node).term;
      return term && vscode.commands.executeCommand(enterKeyCommand, term);
    }),
    vscode.commands.registerCommand('licenseCoverage.tree.showTimeline', showTimeline),
    vscode.commands.registerCommand('licenseCoverage.tree.copyName', copyName),
  );
}

async function copyName({ label }: Partial<TreeNode> = {}): Promise<void> {
  if (label === undefined) return;
  await vscode.env.clipboard.writeText(label);
  vscode.window.setStatusBarMessage(words.nameCopied(), 3000);
}

/** Where the timeline is in front: there no file is opened over it. */
function timelineColumn(): vscode.ViewColumn | undefined {
  const isTimeline = (tab: vscode.Tab | undefined): boolean =>
    tab?.input instanceof vscode.TabInputWebview && tab.input.viewType.endsWith('licenseCoverage.timeline');
  return vscode.window.tabGroups.all.find(({ activeTab }) => isTimeline(activeTab))?.viewColumn;
}
