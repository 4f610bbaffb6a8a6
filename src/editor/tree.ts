// The tree view of products, licenses and gaps: follows the reports while someone looks at it, and counts the gaps on its badge.
import * as vscode from 'vscode';
import {
  gapsAhead,
  type LicenseTree,
  latestOf,
  licenseTree,
  nodesAt,
  noTree,
  type TreeSource,
} from '../core/license-tree';
import { looksAlike, type Seen, type TreeNode } from '../core/license-tree-node';
import type { Report } from '../core/model';
import * as words from '../core/words/tree';
import type { FolderReport, Reports } from './reports';
import { settingsFor } from './settings';
import { inSlices } from './slices';
import { itemOf } from './tree-items';
import { type LicenseTreeView, treeViewId } from './tree-view';

/** Changes within this time are shown together, and the cursor comes to rest before the tree follows it; in ms. */
const settleTime = 200;
/** How long the end of the first look is waited for before what there is by then is shown, in ms. */
const patience = 1_000;
/** How often what is said of the time that is left is said anew, in ms. */
const ageTime = 600_000;

export interface Tree extends vscode.Disposable {
  /** What a line that VS Code hands over is about by now. */
  latest(node: TreeNode): TreeNode;
  /** Where a line's file is. */
  uriOf(node: TreeNode): vscode.Uri | undefined;
}

type TreeReports = Pick<Reports, 'of' | 'all' | 'searching' | 'settled' | 'onDidChange' | 'onDidChangeSearch'>;
type Folder = Pick<FolderReport, 'report' | 'uriOf'>;

export function registerTree(reports: TreeReports, { view, changed, serve }: LicenseTreeView): Tree {
  let tree: LicenseTree = noTree;
  /** The folders that it was made of, by the numbers of its sources. */
  let folders: readonly Folder[] = [];
  const seen: Seen = { opened: new Set(), details: new Map() };
  /** `undefined`: nobody has looked yet. */
  let isLooking: boolean | undefined;
  let isStale = false;
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let followTimer: ReturnType<typeof setTimeout> | undefined;
  /** Runs while the end of the first look is waited for. */
  let lookTimer: ReturnType<typeof setTimeout> | undefined;

  const tell = (): void => {
    const isSearching = isLooking || reports.searching() !== undefined;
    const state = tree.state !== 'ok' && isSearching ? 'looking' : tree.state;
    void vscode.commands.executeCommand('setContext', 'licenseCoverage.tree', state);
    view.message = messageIn(state);
  };
  const messageIn = (state: LicenseTree['state'] | 'looking'): string => {
    if (state === 'looking') return words.looking();
    return state === 'ok' && tree.unread > 0 ? words.notRead(tree.unread) : '';
  };
  const update = async (): Promise<void> => {
    clearTimeout(timer);
    tellBadge();
    isStale = !view.visible;
    if (isLooking === undefined || isStale || lookTimer) return;
    const own = ++turn;
    const from = foldersOf(reports);
    const made = await inSlices(licenseTree(sourcesOf(from), Date.now()), () => own !== turn);
    if (!made || own !== turn) return;
    const isAlike = looksAlike(tree.roots, made.roots, seen);
    [tree, folders] = [made, from];
    tell();
    // VS Code loses a click that it gets while it asks for all lines anew.
    if (isAlike) return;
    seen.opened.clear();
    seen.details.clear();
    changed.fire();
  };
  const latest = (node: TreeNode): TreeNode => latestOf(tree, node) ?? node;
  const updateSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void update(), settleTime);
  };
  const tellBadge = (): void => {
    const count = gapsAhead(
      reports.all().map(({ report }) => report),
      Date.now(),
    );
    if (count === (view.badge?.value ?? 0)) return;
    view.badge = count === 0 ? undefined : { value: count, tooltip: words.badge(count) };
  };

  /** When the view is opened for the first time. */
  const look = (): void => {
    isLooking = true;
    tell();
    const show = (): Promise<void> => {
      clearTimeout(lookTimer);
      lookTimer = undefined;
      return update();
    };
    lookTimer = setTimeout(() => void show(), patience);
    const done = reports.settled().then(() => {
      isLooking = false;
      return show();
    });
    void vscode.window.withProgress({ location: { viewId: treeViewId } }, () => done);
  };

  const follow = (): void => {
    const editor = vscode.window.activeTextEditor;
    if (!view.visible || !editor) return;
    const here = nodesUnder(editor);
    if (here.length === 0 || here.some(({ id }) => view.selection.some(selected => selected.id === id))) return;
    // A line that has just gone can't be found any more.
    view.reveal(here[0]!, { select: true, focus: false }).then(undefined, () => undefined);
  };
  const nodesUnder = ({ document, selection }: vscode.TextEditor): readonly TreeNode[] => {
    const folder = reports.of(document.uri);
    // Places in a text that has changed since would be wrong.
    if (!folder?.isCurrent(document) || !folders.some(({ report }) => report === folder.report)) return [];
    return nodesAt(tree, folder.report, folder.file.path, document.offsetAt(selection.active));
  };
  const followSoon = (): void => {
    clearTimeout(followTimer);
    followTimer = setTimeout(follow, settleTime);
  };

  serve({
    getChildren: node => {
      if (isLooking === undefined) look();
      if (!node) return [...tree.roots];
      seen.opened.add(node.id);
      return [...latest(node).children()];
    },
    getTreeItem: itemOf,
    getParent: node => node.parent,
    resolveTreeItem: (item, node) => {
      const details = latest(node).details();
      seen.details.set(node.id, details);
      item.tooltip = details;
      return item;
    },
  });
  const aging = setInterval(updateSoon, ageTime);
  updateSoon();
  const subscriptions = vscode.Disposable.from(
    reports.onDidChange(updateSoon),
    reports.onDidChangeSearch(() => {
      if (isLooking === false && tree.state !== 'ok' && !reports.searching()) updateSoon();
    }),
    view.onDidChangeVisibility(() => {
      if (view.visible && isStale) void update();
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) followSoon();
    }),
    vscode.window.onDidChangeActiveTextEditor(followSoon),
  );
  return {
    latest,
    uriOf: ({ source, place }) => place && folders[source]?.uriOf(place.file),
    dispose: () => {
      for (const each of [timer, followTimer, lookTimer]) clearTimeout(each);
      clearInterval(aging);
      subscriptions.dispose();
    },
  };
}

/** Those with license files, in the same order each time, whatever has been read first. */
function foldersOf(reports: TreeReports): readonly Folder[] {
  return reports
    .all()
    .filter(({ report }) => report.files.length > 0)
    .map(folder => ({ folder, key: String(homeOf(folder)) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ folder }) => folder);
}

function sourcesOf(folders: readonly Folder[]): readonly TreeSource[] {
  const isAmongSeveral = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
  return folders.map(folder => {
    const home = homeOf(folder);
    // What is wrong with the settings is told where files are read.
    const { expiryWarningDays } = settingsFor(home, () => undefined);
    const name = isAmongSeveral ? vscode.workspace.getWorkspaceFolder(home)?.name : undefined;
    return { report: folder.report, name: name ?? '', expiryWarningDays };
  });
}

function homeOf({ report, uriOf }: { readonly report: Report; readonly uriOf: FolderReport['uriOf'] }): vscode.Uri {
  return uriOf(report.files[0]!);
}
