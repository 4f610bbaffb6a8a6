// The tree view as the stub makes it: it loads the rest when someone opens the view, and what it shows comes from there.
import * as vscode from 'vscode';
import type { TreeNode } from '../core/license-tree-node';

export const treeViewId = 'licenseCoverage.products';

export interface LicenseTreeView extends vscode.Disposable {
  readonly view: vscode.TreeView<TreeNode>;
  /** All of it is to be asked for again. */
  readonly changed: vscode.EventEmitter<void>;
  /** Once, when the rest is there. */
  serve(provider: TreeProvider): void;
}

export type TreeProvider = Required<Omit<vscode.TreeDataProvider<TreeNode>, 'onDidChangeTreeData'>>;

/** `load`: resolves when the provider is served. */
export function createTreeView(load: () => Promise<unknown>): LicenseTreeView {
  const changed = new vscode.EventEmitter<void>();
  let served: TreeProvider | undefined;
  const view = vscode.window.createTreeView<TreeNode>(treeViewId, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async node => {
        if (!served) await load();
        return served?.getChildren(node);
      },
      // The others are only asked about lines that it has given.
      getTreeItem: node => served!.getTreeItem(node),
      getParent: node => served?.getParent(node),
      resolveTreeItem: (item, node, token) => served?.resolveTreeItem(item, node, token),
    },
  });
  return {
    view,
    changed,
    serve: provider => {
      served = provider;
    },
    dispose: () => vscode.Disposable.from(view, changed).dispose(),
  };
}
