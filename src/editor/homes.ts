// What is known of each workspace folder, and of each license file that is open outside of all folders; when it is searched and forgotten.
import * as vscode from 'vscode';
import * as words from '../core/words/scan';
import { askedPatterns } from './files';
import { type Complaints, hiddenPatterns } from './find-files';
import { createFolder, type Folder, isWithin } from './folder';
import { type Search, startSearch } from './search';
import { readingKey, settingsFor } from './settings';

export interface Home {
  readonly uri: vscode.Uri;
  /** As it is being read. */
  readonly folder: Folder;
  /** As it was read by other settings; shown until it has been read anew, or that takes too long. */
  former: Folder | undefined;
  /** The user's own patterns of license files in it. */
  readonly asked: readonly string[];
  /** The patterns of what is hidden in it. */
  readonly hidden: readonly string[];
  search: Search | undefined;
  /** Its first search is likely to end soon: half of the files would tell of gaps that the others fill. */
  isAwaited: boolean;
}

/** How long the end of a first search is waited for before what there is by then is told, in ms. */
const patience = 1_000;

export interface Homes extends vscode.Disposable {
  all(): readonly Home[];
  /** That of a file, if there is one. */
  of(uri: vscode.Uri): Home | undefined;
  /** That of a file; made where there is none yet. */
  open(uri: vscode.Uri): Home;
  /** Reads all files of a workspace folder, unless that has been done or is going on. */
  search(home: Home): Search;
  /** The same, whatever has been read already. */
  searchAgain(home: Home): Search;
  /** Forgets a file outside of all folders. */
  close(uri: vscode.Uri): void;
  /** Makes those anew that other settings now hold in. Answers with them. */
  changeSettings(change: vscode.ConfigurationChangeEvent): readonly Home[];
  /** Forgets folders that have gone, and those that share files with them or with folders that have come. Answers with the addresses. */
  changeFolders(change: vscode.WorkspaceFoldersChangeEvent): readonly vscode.Uri[];
  /** Fires when a search begins, goes on or ends. */
  readonly onDidChangeSearch: vscode.Event<void>;
}

interface Actions {
  /** Reads one file; says `false` if it may not be read. */
  readonly read: (uri: vscode.Uri) => Promise<boolean>;
  readonly warn: (message: string) => void;
  readonly complain: Parameters<typeof settingsFor>[1];
  /** A first search has ended, or takes long: what has been read so far is to be shown. */
  readonly show: () => void;
}

export function createHomes({ read, warn, complain, show }: Actions): Homes {
  const homes = new Map<string, Home>();
  const keys = new WeakMap<Home, string>();
  const searching = new vscode.EventEmitter<void>();
  const timers = new Set<ReturnType<typeof setTimeout>>();

  const make = (uri: vscode.Uri, former: Folder | undefined): Home => {
    const settings = settingsFor(uri, complain);
    const [asked, hidden] = [askedPatterns(uri), hiddenPatterns(uri)];
    const folder = createFolder(uri, settings);
    const home: Home = { uri, folder, former, asked, hidden, search: undefined, isAwaited: false };
    keys.set(home, readingKey(settings, asked, hidden));
    homes.set(uri.toString(), home);
    return home;
  };
  const forget = (home: Home): void => {
    home.search?.cancel();
    home.folder.dispose();
    homes.delete(home.uri.toString());
  };
  const isCurrent = (home: Home): boolean => homes.get(home.uri.toString()) === home;

  const told = new Set<string>();
  const warnOnce = (message: string): void => {
    if (!told.has(message)) warn(message);
    told.add(message);
  };
  const complaints: Complaints = {
    pattern: (pattern, error) => warnOnce(words.unsearchable(pattern, reasonOf(error))),
    folder: (uri, error) => warnOnce(words.unlistable(vscode.workspace.asRelativePath(uri), reasonOf(error))),
  };
  const begin = (home: Home): Search => {
    home.search?.cancel();
    const search: Search = startSearch(home.uri, read, complaints, () => searching.fire());
    home.search = search;
    searching.fire();
    return search;
  };
  const endPatience = (home: Home): void => {
    home.isAwaited = false;
    home.former = undefined;
    if (isCurrent(home)) show();
  };
  const first = (home: Home): Search => {
    home.isAwaited = true;
    const search = begin(home);
    const timer = setTimeout(() => endPatience(home), patience);
    timers.add(timer);
    void search.isDone.then(() => {
      clearTimeout(timer);
      timers.delete(timer);
      endPatience(home);
    });
    return search;
  };

  return {
    all: () => [...homes.values()],
    of: uri => homes.get(addressOf(uri).toString()),
    open: uri => homes.get(addressOf(uri).toString()) ?? make(addressOf(uri), undefined),
    search: home => (home.search && !home.search.isCancelled() ? home.search : first(home)),
    searchAgain: begin,
    close: uri => {
      const home = homes.get(uri.toString());
      if (home && !vscode.workspace.getWorkspaceFolder(uri)) forget(home);
    },
    changeSettings: change =>
      [...homes.values()].flatMap(home => {
        const { uri } = home;
        const isAffected = ['licenseCoverage', 'files.exclude'].some(each => change.affectsConfiguration(each, uri));
        if (!isAffected) return [];
        const key = readingKey(settingsFor(uri, complain), askedPatterns(uri), hiddenPatterns(uri));
        if (key === keys.get(home)) return [];
        const former = home.search && (home.former ?? home.folder);
        forget(home);
        return [make(uri, former)];
      }),
    changeFolders: ({ added, removed }) => {
      const moved = [...added, ...removed].map(({ uri }) => uri);
      const touched = [...homes.values()].filter(({ uri }) =>
        moved.some(other => isWithin(uri, other) || isWithin(other, uri)),
      );
      touched.forEach(forget);
      return [...moved, ...touched.map(({ uri }) => uri)];
    },
    onDidChangeSearch: searching.event,
    dispose: () => {
      timers.forEach(clearTimeout);
      [...homes.values()].forEach(forget);
      searching.dispose();
    },
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** That of the workspace folder; of a file outside of all folders, its own. */
function addressOf(uri: vscode.Uri): vscode.Uri {
  return vscode.workspace.getWorkspaceFolder(uri)?.uri ?? uri;
}
