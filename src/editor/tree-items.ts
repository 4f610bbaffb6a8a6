// From a line of the tree to what VS Code shows of it.
import * as vscode from 'vscode';
import type { Look, TreeNode } from '../core/license-tree-node';

/** By shape as well as by color, since not everybody sees colors. */
const icons: Readonly<Record<Look, readonly [icon: string, color: string | undefined]>> = {
  environment: ['server-environment', undefined],
  more: ['ellipsis', undefined],
  gap: ['error', 'problemsErrorIcon.foreground'],
  ended: ['circle-slash', 'problemsErrorIcon.foreground'],
  short: ['warning', 'problemsWarningIcon.foreground'],
  possible: ['question', 'problemsWarningIcon.foreground'],
  pending: ['key', 'problemsWarningIcon.foreground'],
  ending: ['clock', 'problemsWarningIcon.foreground'],
  covered: ['pass', 'testing.iconPassed'],
  running: ['circle-filled', 'testing.iconPassed'],
  coming: ['circle-outline', undefined],
  waiting: ['key', 'problemsWarningIcon.foreground'],
  accepted: ['thumbsup', undefined],
  over: ['history', 'disabledForeground'],
};

export const openNodeCommand = 'licenseCoverage.tree.open';

export function itemOf(node: TreeNode): vscode.TreeItem {
  const { id, kind, look, label, description, spoken } = node;
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, node.hasChildren ? (kind === 'environment' ? Expanded : Collapsed) : None);
  const [icon, color] = icons[look];
  item.id = id;
  item.description = description;
  item.iconPath = new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
  item.accessibilityInformation = { label: spoken };
  item.contextValue = look === 'over' ? 'over' : kind;
  if (kind !== 'environment') item.command = { command: openNodeCommand, title: '', arguments: [node] };
  return item;
}
