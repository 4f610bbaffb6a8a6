// Keeps a report for each workspace folder, of its license files open or not, and says when one has changed.
import * as vscode from 'vscode';
import { isLicenseFileName } from '../core/file-names';
import type { LicenseFile, Report, SourceFile } from '../core/model';
import { setAlarm } from './alarm';
import { isAsked, isCandidate, openDocument } from './files';
import { findFiles, isHidden } from './find-files';
import { type FileText, type Folder, isWithin } from './folder';
import { gather } from './gather';
import { createHomes, type Home } from './homes';
import { createPace } from './pace';
import { forEachOf } from './parallel';
import { createReader } from './read-file';
import type { Progress } from './search';
import { complainOnce, section } from './settings';
import { pause } from './slices';
import { watchFiles } from './watch-files';

export interface Reports extends vscode.Disposable {
  /** What is known of the folder that a license file stands in; `undefined` for any other document. */
  of(uri: vscode.Uri): FolderReport | undefined;
  /** All reports that there are, one a folder. */
  all(): readonly Pick<FolderReport, 'report' | 'uriOf'>[];
  /** How far the search for license files has come; `undefined`: none is going on. */
  searching(): Progress | undefined;
  /** Fires when a search begins, goes on or ends; often. */
  readonly onDidChangeSearch: vscode.Event<void>;
  /** Reads all license files of the workspace again; what has been read by the time it is cancelled is told. */
  readAgain(token: vscode.CancellationToken): Promise<Progress & { readonly isCancelled: boolean }>;
  /** Resolves when all license files of the workspace have been read as they are now, and the reports tell of them. */
  settled(): Promise<void>;
  /** Resolves when what a document says now has been read, and its report tells of it. */
  caughtUp(document: vscode.TextDocument): Promise<void>;
  uriOf(file: SourceFile): vscode.Uri | undefined;
  /** Fires once after all that has changed at a time, and when time alone has changed a report. */
  readonly onDidChange: vscode.Event<void>;
}

export interface FolderReport {
  /** All license files of the folder joined. */
  readonly report: Report;
  /** The one asked for. */
  readonly file: LicenseFile;
  /** Whether a document still holds the text that the file was read from. */
  isCurrent(document: vscode.TextDocument): boolean;
  uriOf(file: SourceFile): vscode.Uri;
}

/** The text of larger files is analyzed when they are saved, not while they are typed in; in UTF-16 units. */
const liveSize = 5_000_000;

export function createReports(log: Pick<vscode.LogOutputChannel, 'warn'>): Reports {
  let isDisposed = false;
  const warn = (message: string): void => {
    // The log is closed with the extension, while the last file may still be coming.
    if (!isDisposed) log.warn(message);
  };
  const changed = new vscode.EventEmitter<void>();
  const pace = createPace(async () => {
    for (const { folder, isAwaited } of homes.all()) if (!isAwaited) await folder.update();
    changed.fire();
  });
  const homes = createHomes({
    read: uri => readStored(uri),
    warn,
    complain: complainOnce(warn),
    show: pace.soon,
  });
  /** What is being read. */
  const reading = new Map<Promise<unknown>, vscode.Uri>();

  const put = async (uri: vscode.Uri, text: Parameters<Folder['put']>[1], tell: () => void): Promise<void> => {
    if (isDisposed) return;
    const work = homes.open(uri).folder.put(uri, text);
    reading.set(work, uri);
    if (await work.finally(() => reading.delete(work))) tell();
  };

  const readDocument = (document: vscode.TextDocument, most = Number.POSITIVE_INFINITY): void => {
    if (isDisposed || document.isClosed || !isCandidate(document)) return;
    const text = document.getText();
    if (text.length > most) return;
    const { uri, version, encoding } = document;
    void put(uri, { text, version, byteOrderMark: encoding === 'utf8bom', isAsked: isAsked(uri) }, pace.soon);
  };

  const stored = createReader(warn);

  /** Reads a file as it is now: in an editor that has it open, since what is being typed wins over what is saved; else as it is stored. */
  const readStored = async (uri: vscode.Uri): Promise<boolean> => {
    if (isDisposed) return true;
    const document = openDocument(uri);
    if (document) {
      readDocument(document);
      return true;
    }
    let isReadable = true;
    const text = stored(uri).then((found): FileText | undefined => {
      isReadable = found !== 'unreadable';
      return found === 'unreadable' ? undefined : found && { ...found, isAsked: isAsked(uri, homes.of(uri)?.asked) };
    });
    await put(uri, text, pace.calmly);
    return isReadable;
  };

  /** The same for one that no search has found: it may be hidden, or none of ours, or have gone. */
  const readAgain = async (uri: vscode.Uri): Promise<void> => {
    const home = homes.of(uri);
    if (!home) return;
    if (openDocument(uri) || !isHidden(uri, home.hidden)) await readStored(uri);
    else await put(uri, undefined, pace.calmly);
  };

  /** A burst of changes is read once, when the file system has had the time to tell them all. */
  const stirred = gather<vscode.Uri>(String, uris => forEachOf(uris, readAgain, () => isDisposed));
  const stir = (uri: vscode.Uri): void => {
    const home = isDisposed ? undefined : homes.of(uri);
    if (home && (isLicenseFileName(uri.path) || isAsked(uri, home.asked))) stirred.add(uri);
  };

  /** Files and folders that have gone: what is known in them is looked at again, since some of it may be back already. */
  const gone = gather<vscode.Uri>(String, async uris => {
    const addresses = new Set(uris.map(String));
    for (const { folder } of homes.all())
      for (const uri of folder.known()) if (isBelow(uri, addresses)) stirred.add(uri);
  });

  /** A long document is read as it is stored when it is opened, so that nobody has to wait for its lines to be put together. */
  const readOpened = (document: vscode.TextDocument): void => {
    if (!isLong(document) || !isSaved(document) || !isCandidate(document)) {
      readDocument(document);
      return;
    }
    const { uri, version } = document;
    const text = stored(uri).then((found): FileText | undefined => {
      if (found === undefined || found === 'unreadable') return undefined;
      const isUnchanged = document.version === version && !document.isDirty;
      return { ...found, version: isUnchanged ? version : undefined, isAsked: isAsked(uri) };
    });
    void put(uri, text, pace.soon);
  };

  const readOpenDocuments = (isWanted: (uri: vscode.Uri) => boolean = () => true): void => {
    for (const document of vscode.workspace.textDocuments) {
      const { uri } = document;
      if (!isWanted(uri)) continue;
      // One that is just being opened may have no tab yet: then what is stored is what it shows.
      if (openDocument(uri)) readOpened(document);
      else if (isCandidate(document)) void readStored(uri);
    }
  };

  /** What was known of files that a search did not find may be of files that went unseen. */
  const doubt = async (home: Home): Promise<void> => {
    const { search } = home;
    await search?.isDone;
    if (isDisposed || !search || search.isCancelled() || home.search !== search) return;
    const found = search.found();
    for (const uri of home.folder.known()) if (!found.has(String(uri))) stirred.add(uri);
  };

  const searchAll = (): readonly Home[] => {
    if (isDisposed) return [];
    const opened = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => homes.open(uri));
    for (const home of opened) homes.search(home);
    return opened;
  };

  const begin = (): void => {
    if (isDisposed) return;
    searchAll();
    readOpenDocuments();
    pace.soon();
  };
  // Not while VS Code waits for the activation to end.
  const beginning = setTimeout(begin, 0);

  /** Keystrokes that come at once are read once, when the editor has told them all. */
  const typedIn = new Set<vscode.TextDocument>();
  const readTyped = together(() => {
    for (const document of typedIn) readDocument(document, liveSize);
    typedIn.clear();
  });

  const subscriptions = vscode.Disposable.from(
    changed,
    watchFiles(uri => isHidden(uri, homes.of(uri)?.hidden ?? []), {
      changed: stir,
      gone: gone.add,
      folderCame: async uri => {
        const home = homes.of(uri);
        // A pattern of the user's own may name folders, so that it can only be searched for from the top.
        if (home && home.asked.length > 0) homes.searchAgain(home);
        else for (const found of await findFiles(uri, silent)) stir(found);
      },
      muchCame: () => searchAll().forEach(homes.searchAgain),
    }),
    vscode.workspace.onDidOpenTextDocument(readOpened),
    vscode.workspace.onDidSaveTextDocument(document => readDocument(document)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0) return;
      typedIn.add(document);
      readTyped();
    }),
    vscode.workspace.onDidCloseTextDocument(document => {
      if (!isCandidate(document)) return;
      // Outside of the workspace a file is of interest only while an editor shows it.
      if (vscode.workspace.getWorkspaceFolder(document.uri)) void readAgain(document.uri);
      else {
        homes.close(document.uri);
        pace.soon();
      }
    }),
    // VS Code keeps a document for a while after its last tab; a hidden file is of interest only while it has one.
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      for (const { input } of closed) if (input instanceof vscode.TabInputText) stir(input.uri);
    }),
    vscode.workspace.onDidChangeConfiguration(change => {
      const anew = homes.changeSettings(change);
      if (anew.length > 0) begin();
      else if (change.affectsConfiguration(section)) pace.soon();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(change => {
      const touched = homes.changeFolders(change);
      searchAll();
      readOpenDocuments(uri => touched.some(folder => isWithin(uri, folder)));
      pace.soon();
    }),
  );

  const shownOf = ({ former, folder }: Home): Folder => former ?? folder;
  const searching = (): Progress | undefined => {
    const running = homes.all().flatMap(({ search }) => (search?.isRunning() ? [search.progress()] : []));
    return running.length === 0 ? undefined : sum(running);
  };

  const reports: Omit<Reports, 'dispose'> = {
    of: uri => {
      const home = homes.of(uri);
      const folder = home && shownOf(home);
      const found = folder?.file(uri);
      const report = folder?.report();
      if (!folder || !found || !report) return undefined;
      const { file, version } = found;
      const isCurrent = (document: vscode.TextDocument): boolean =>
        version === undefined ? document.getText() === file.text : document.version === version;
      return { report, file, isCurrent, uriOf: folder.uriOf };
    },
    all: () =>
      homes.all().flatMap(home => {
        const folder = shownOf(home);
        const report = folder.report();
        return report ? [{ report, uriOf: folder.uriOf }] : [];
      }),
    searching,
    onDidChangeSearch: homes.onDidChangeSearch,
    readAgain: async token => {
      const all = searchAll();
      const searches = all.map(homes.searchAgain);
      const listening = token.onCancellationRequested(() => {
        for (const search of searches) search.cancel();
      });
      for (const home of all) void doubt(home);
      await Promise.all(searches.map(({ isDone }) => isDone));
      listening.dispose();
      await gone.settled();
      await stirred.settled();
      for (const { folder } of homes.all()) await folder.update();
      pace.soon();
      return { ...sum(searches.map(search => search.progress())), isCancelled: token.isCancellationRequested };
    },
    settled: async () => {
      const all = searchAll();
      // What has just been typed is read in the next turn.
      do {
        await pause();
        await Promise.all(all.map(({ search }) => search?.isDone));
        await gone.settled();
        await stirred.settled();
        await Promise.allSettled(reading.keys());
      } while (!isDisposed && reading.size > 0);
      for (const { folder } of homes.all()) await folder.update();
    },
    caughtUp: async ({ uri }) => {
      await pause();
      const own = [...reading].filter(([, of]) => of.toString() === uri.toString());
      await Promise.allSettled(own.map(([work]) => work));
      await homes.of(uri)?.folder.update();
    },
    uriOf: file => {
      const folders = homes.all().map(shownOf);
      const isNamed = (folder: Folder): boolean =>
        folder.report()?.files.some(({ path }) => path === file.path) === true;
      return (folders.find(folder => folder.has(file)) ?? folders.find(isNamed))?.uriOf(file);
    },
    onDidChange: changed.event,
  };
  const alarm = setAlarm(reports, pace.soon);
  return {
    ...reports,
    dispose: () => {
      isDisposed = true;
      clearTimeout(beginning);
      vscode.Disposable.from(alarm, subscriptions, gone, stirred, homes, pace).dispose();
    },
  };
}

/** Whether one of the addresses is that of a file or of a folder that it is in. */
function isBelow(uri: vscode.Uri, addresses: ReadonlySet<string>): boolean {
  for (let address = String(uri); address !== ''; address = address.slice(0, Math.max(address.lastIndexOf('/'), 0)))
    if (addresses.has(address)) return true;
  return false;
}

function sum(all: readonly Progress[]): Progress {
  const total = { found: 0, read: 0, unreadable: 0 };
  for (const { found, read, unreadable } of all) {
    total.found += found;
    total.read += read;
    total.unreadable += unreadable;
  }
  return total;
}

/** For a folder within one whose search has told of all that can't be searched. */
const silent = { pattern: () => {}, folder: () => {} };

/** In lines; putting those of a longer document together takes VS Code too long at once. */
const longDocument = 20_000;

function isLong({ lineCount }: vscode.TextDocument): boolean {
  return lineCount > longDocument;
}

/** Whether what is on disk is what the document shows. */
function isSaved({ isDirty, uri, encoding }: vscode.TextDocument): boolean {
  return !isDirty && uri.scheme !== 'untitled' && encoding.startsWith('utf8');
}

/** Calls together as one, right after what is going on. */
function together(action: () => unknown): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      action();
    }, 0);
  };
}
