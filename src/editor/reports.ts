// Keeps a report for each workspace folder, of its license files open or not, and says when one has changed.
import * as vscode from 'vscode';
import type { LicenseFile, Report, SourceFile } from '../core/model';
import { setAlarm } from './alarm';
import { findFiles, isAsked, isCandidate, openDocument, readText, watchFiles } from './files';
import { createFolder, type FileText, type Folder } from './folder';
import { section, settingsFor } from './settings';
import { pause } from './slices';

export interface Reports extends vscode.Disposable {
  /** What is known of the folder that a license file stands in; `undefined` for any other document. */
  of(uri: vscode.Uri): FolderReport | undefined;
  /** All reports that there are, one a folder. */
  all(): readonly Pick<FolderReport, 'report' | 'uriOf'>[];
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

export function createReports(log: vscode.LogOutputChannel): Reports {
  const folders = new Map<string, Folder>();
  const changed = new vscode.EventEmitter<void>();
  const announce = once(async () => {
    for (const folder of folders.values()) await folder.update();
    changed.fire();
  });
  let watching = vscode.Disposable.from();
  /** What is being searched for or read. */
  const reading = new Map<Promise<unknown>, vscode.Uri | undefined>();
  const underWay = <T>(work: Promise<T>, uri?: vscode.Uri): Promise<T> => {
    reading.set(work, uri);
    return work.finally(() => reading.delete(work));
  };

  const homeOf = (uri: vscode.Uri): vscode.Uri => vscode.workspace.getWorkspaceFolder(uri)?.uri ?? uri;

  const folderOf = (uri: vscode.Uri): Folder => {
    const home = homeOf(uri);
    const known = folders.get(home.toString());
    if (known) return known;
    const settings = settingsFor(home, message => log.warn(message));
    const folder = createFolder(home, settings);
    folders.set(home.toString(), folder);
    const workspaceFolder = vscode.workspace.getWorkspaceFolder(uri);
    if (workspaceFolder) void underWay(findFiles(workspaceFolder.uri).then(uris => Promise.all(uris.map(readFile))));
    return folder;
  };

  const put = async (uri: vscode.Uri, text: Parameters<Folder['put']>[1]): Promise<void> => {
    if (await underWay(folderOf(uri).put(uri, text), uri)) announce();
  };

  const readDocument = (document: vscode.TextDocument, most = Number.POSITIVE_INFINITY): void => {
    if (document.isClosed || !isCandidate(document)) return;
    const text = document.getText();
    if (text.length > most) return;
    const { uri, version, encoding } = document;
    void put(uri, { text, version, byteOrderMark: encoding === 'utf8bom', isAsked: isAsked(uri) });
  };

  /** `document`: one that shows what is on disk. */
  const onDisk = async (uri: vscode.Uri, document?: vscode.TextDocument): Promise<FileText | undefined> => {
    const version = document?.version;
    const text = await readText(uri).catch((error: unknown) => {
      if (!isGone(error))
        log.warn(`${vscode.workspace.asRelativePath(uri)}: ${error instanceof Error ? error.message : error}`);
      return undefined;
    });
    const isUnchanged = document !== undefined && document.version === version && !document.isDirty;
    return text && { ...text, version: isUnchanged ? version : undefined, isAsked: isAsked(uri) };
  };

  /** Reads a file as it is now: in an editor that has it open, since what is being typed wins over what is saved; else on disk. */
  const readFile = async (uri: vscode.Uri): Promise<void> => {
    const document = openDocument(uri);
    if (document) readDocument(document);
    else await put(uri, onDisk(uri));
  };

  /** A long document is read from disk when it is opened, so that nobody has to wait for its lines to be put together. */
  const readOpened = (document: vscode.TextDocument): void => {
    if (isLong(document) && isSaved(document) && isCandidate(document))
      void put(document.uri, onDisk(document.uri, document));
    else readDocument(document);
  };

  /** A burst of changes is read once, when the editor has told them all. */
  const typedIn = new Set<vscode.TextDocument>();
  const readTyped = once(() => {
    for (const document of typedIn) readDocument(document, liveSize);
    typedIn.clear();
  });

  /** Forgets all and reads it again, as other settings or folders ask for. */
  const readAnew = (): void => {
    folders.clear();
    watching.dispose();
    watching = watchFiles(
      uri => void readFile(uri),
      gone => {
        for (const uri of folders.get(homeOf(gone).toString())?.within(gone) ?? []) void readFile(uri);
      },
    );
    for (const document of vscode.workspace.textDocuments) {
      const { uri } = document;
      // One that is just being opened may have no tab yet: then what is on disk is what it shows.
      if (openDocument(uri)) readOpened(document);
      else if (isCandidate(document)) void readFile(uri);
    }
    announce();
  };
  // Not while VS Code waits for the activation to end.
  setTimeout(readAnew, 0);

  const subscriptions = vscode.Disposable.from(
    changed,
    { dispose: () => watching.dispose() },
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
      if (vscode.workspace.getWorkspaceFolder(document.uri)) void readFile(document.uri);
      else void put(document.uri, undefined);
    }),
    vscode.workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration(section)) readAnew();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(readAnew),
  );

  const reports: Omit<Reports, 'dispose'> = {
    of: uri => {
      const folder = folders.get(homeOf(uri).toString());
      const found = folder?.file(uri);
      const report = folder?.report();
      if (!folder || !found || !report) return undefined;
      const { file, version } = found;
      const isCurrent = (document: vscode.TextDocument): boolean =>
        version === undefined ? document.getText() === file.text : document.version === version;
      return { report, file, isCurrent, uriOf: folder.uriOf };
    },
    all: () =>
      [...folders.values()].flatMap(folder => {
        const report = folder.report();
        return report ? [{ report, uriOf: folder.uriOf }] : [];
      }),
    settled: async () => {
      for (const { uri } of vscode.workspace.workspaceFolders ?? []) folderOf(uri);
      // What has just been typed is read in the next turn.
      do {
        await pause();
        await Promise.allSettled(reading.keys());
      } while (reading.size > 0);
      for (const folder of folders.values()) await folder.update();
    },
    caughtUp: async ({ uri }) => {
      await pause();
      const own = [...reading].filter(([, of]) => of?.toString() === uri.toString());
      await Promise.allSettled(own.map(([work]) => work));
      await folders.get(homeOf(uri).toString())?.update();
    },
    uriOf: file => {
      const folder = [...folders.values()].find(each => each.report()?.files.some(({ path }) => path === file.path));
      return folder?.uriOf(file);
    },
    onDidChange: changed.event,
  };
  const alarm = setAlarm(reports, announce);
  return { ...reports, dispose: () => vscode.Disposable.from(alarm, subscriptions).dispose() };
}

/** In lines; putting those of a longer document together takes VS Code too long at once. */
const longDocument = 20_000;

function isLong({ lineCount }: vscode.TextDocument): boolean {
  return lineCount > longDocument;
}

/** Whether what is on disk is what the document shows. */
function isSaved({ isDirty, uri, encoding }: vscode.TextDocument): boolean {
  return !isDirty && uri.scheme !== 'untitled' && encoding.startsWith('utf8');
}

function isGone(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

/** Calls together as one, right after what is going on. */
function once(action: () => unknown): () => void {
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
