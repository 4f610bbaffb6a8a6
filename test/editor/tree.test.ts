// The tree view: what it tells VS Code of its lines, its message and its badge, and that it opens places.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { analyze } from '../../src/core/analyze';
import { readLicenseFile } from '../../src/core/formats';
import type { TreeNode } from '../../src/core/license-tree-node';
import type { Report } from '../../src/core/model';
import { defaultSettings } from '../../src/core/settings';
import { registerTree } from '../../src/editor/tree';
import type { TreeProvider } from '../../src/editor/tree-view';
import { known, put, settled, show, until } from './workspace';

/** The tree over a report of a test's own; `undefined`: there is no license file yet. */
function stand(first: Report | undefined, uri: vscode.Uri) {
  let report = first;
  let provider: TreeProvider | undefined;
  let finish = (): void => undefined;
  const found = new Promise<void>(resolve => {
    finish = resolve;
  });
  const [changes, search, changed] = [0, 1, 2].map(() => new vscode.EventEmitter<void>()) as [
    vscode.EventEmitter<void>,
    vscode.EventEmitter<void>,
    vscode.EventEmitter<void>,
  ];
  const view = {
    visible: true,
    selection: [] as TreeNode[],
    message: '',
    badge: undefined as vscode.ViewBadge | undefined,
  };
  const shown = {
    ...view,
    onDidChangeVisibility: new vscode.EventEmitter<vscode.TreeViewVisibilityChangeEvent>().event,
    reveal: () => Promise.resolve(),
  };
  const reports = {
    of: () => undefined,
    all: () => (report ? [{ report, uriOf: () => uri }] : []),
    searching: () => undefined,
    settled: () => found,
    onDidChange: changes.event,
    onDidChangeSearch: search.event,
  };
  let shownAnew = 0;
  changed.event(() => shownAnew++);
  const tree = registerTree(reports, {
    view: shown as unknown as vscode.TreeView<TreeNode>,
    changed,
    serve: served => {
      provider = served;
    },
    dispose: () => undefined,
  });
  const roots = async (): Promise<TreeNode[]> => (await provider!.getChildren()) as TreeNode[];
  return {
    tree,
    view: shown,
    finish,
    change: (to: Report | undefined) => {
      report = to;
      changes.fire();
    },
    /** How often VS Code was told to ask for all lines anew. */
    changes: () => shownAnew,
    roots,
    /** When the tree has been made. */
    products: async () => {
      for (let nodes = await roots(); ; nodes = await roots()) {
        if (nodes.length > 0) return nodes;
        await new Promise(resolve => setTimeout(resolve, 25));
      }
    },
    item: (node: TreeNode) => provider!.getTreeItem(node) as vscode.TreeItem,
    resolve: (node: TreeNode) =>
      provider!.resolveTreeItem(
        provider!.getTreeItem(node) as vscode.TreeItem,
        node,
        new vscode.CancellationTokenSource().token,
      ) as vscode.TreeItem,
  };
}

function reportOf(text: string): Report {
  return analyze([readLicenseFile({ path: 'licenses.yaml', text }, defaultSettings)!], defaultSettings, Date.now());
}

const nowhere = vscode.Uri.from({ scheme: 'untitled', path: 'licenses.yaml' });

describe('the tree view', () => {
  it('says that it looks, then that there is nothing, then what there is, with a badge', async () => {
    const { tree, view, finish, change, roots } = stand(undefined, nowhere);
    try {
      assert.deepEqual(await roots(), []);
      assert.equal(view.message, 'Looking for license files…');
      finish();
      await until('no message', () => view.message === '');
      assert.equal(view.badge, undefined);
      change(reportOf(known('licenses.yaml', '5.3.1')));
      await until('the badge', () => view.badge);
      assert.deepEqual(view.badge, { value: 1, tooltip: '1 coverage gap ahead' });
      assert.deepEqual(
        (await roots()).map(({ label }) => label),
        ['CrashPlan'],
      );
      change(reportOf(known('licenses.yaml', '5.4.0')));
      await until('no badge', () => view.badge === undefined);
    } finally {
      tree.dispose();
    }
  });

  it('gives each line an icon, words for who can’t see it, and what its menus depend on', async () => {
    const { tree, finish, roots, products, item, resolve } = stand(reportOf(known('licenses.yaml', '5.3.1')), nowhere);
    try {
      await roots();
      finish();
      const [product] = await products();
      const lines = [product!, ...product!.children()].map(node => {
        const { label, contextValue, iconPath, accessibilityInformation, collapsibleState } = item(node);
        const { id } = iconPath as vscode.ThemeIcon;
        return [label, contextValue, id, accessibilityInformation!.label.split(/[,:]/)[0], collapsibleState].join(
          ' | ',
        );
      });
      assert.deepEqual(lines, [
        'CrashPlan | product | error | CrashPlan (tests) | 1',
        'LIC-1 | term | circle-outline | License LIC-1 | 0',
        '24 h gap | gap | error | 24 h gap | 0',
        'LIC-2 | term | circle-outline | License LIC-2 | 0',
      ]);
      assert.equal(item(product!).tooltip, undefined);
      assert.match(
        resolve(product!.children()[1]!).tooltip as string,
        /^CrashPlan \(tests\): 24 h without a license\n/,
      );
    } finally {
      tree.dispose();
    }
  });

  it('leads from a line to its place', async () => {
    const text = known('licenses.yaml', '5.3.1');
    const uri = await put('licenses.yaml', text);
    const { tree, finish, roots, products } = stand(reportOf(text), uri);
    try {
      await roots();
      finish();
      const [product] = await products();
      assert.equal(tree.uriOf(product!)?.toString(), uri.toString());
    } finally {
      tree.dispose();
    }
  });

  it('is shown anew only where it looks different, and leads to where things are by now', async () => {
    const text = known('licenses.yaml', '5.3.1');
    const { tree, finish, change, changes, roots, products } = stand(reportOf(text), nowhere);
    try {
      await roots();
      finish();
      const [product] = await products();
      const shown = changes();
      change(reportOf(`# moved\n${text}`));
      const from = product!.place!.span.start;
      await until('the new place', () => tree.latest(product!).place!.span.start === from + '# moved\n'.length);
      assert.equal(changes(), shown);
      change(reportOf(text.replace('LIC-2', 'LIC-3')));
      await until('the new name', () => tree.latest(product!).children()[2]?.label === 'LIC-3');
      assert.equal(changes(), shown, 'nobody has seen the licenses');
    } finally {
      tree.dispose();
    }
  });

  it('does nothing where a command is given no line, or something else', async () => {
    const { document } = await show('licenses.yaml', known('licenses.yaml', '5.3.1'));
    await settled(document.uri, 'gap');
    for (const command of ['open', 'insert', 'fix', 'request', 'enterKey', 'showTimeline', 'copyName'])
      for (const given of [[], ['text'], [{ id: 'gap', parent: 'none', children: [] }]])
        await vscode.commands.executeCommand(`licenseCoverage.tree.${command}`, ...given);
    assert.equal(vscode.window.activeTextEditor?.document, document);
    assert.equal(document.isDirty, false);
  });
});
