// Keeps one report for each workspace folder, of its license files open or not, and says when one has changed.
import * as vscode from 'vscode';
import { analyze } from '../core/analyze';
import { readLicenseFile } from '../core/formats';
import type { LicenseFile, Report, SourceFile } from '../core/model';
import type { Settings } from '../core/settings';
import { findFiles, isCandidate, searchPattern } from './files';
import { section, settingsFor } from './settings';

export interface Reports extends vscode.Disposable {
  /** What is known of the folder that a license file stands in; `undefined` for any other document. */
  of(uri: vscode.Uri): FolderReport | undefined;
  /** All reports that there are, one a folder. */
  all(): readonly Pick<FolderReport, 'report' | 'uriOf'>[];
  /** Fires when any report has changed. */
  readonly onDidChange: vscode.Event<void>;
}

export interface FolderReport {
  /** All license files of the folder joined. */
  readonly report: Report;
  /** The one asked for. */
  readonly file: LicenseFile;
  uriOf(file: SourceFile): vscode.Uri;
}

/** What is known of one workspace folder; a file outside all folders has one of its own. */
interface Folder {
  readonly uri: vscode.Uri;
  readonly files: Map<string, LicenseFile>;
  readonly uris: Map<string, vscode.Uri>;
  settings: Settings;
  report: Report | undefined;
}

/** The text of larger files is analyzed when they are saved, not while they are typed in; in UTF-16 units. */
const liveSize = 5_000_000;

export function createReports(log: vscode.LogOutputChannel): Reports {
  const folders = new Map<string, Folder>();
  const changed = new vscode.EventEmitter<void>();
  const complain = (message: string): void => log.warn(message);
  const disposables: vscode.Disposable[] = [changed];

  const folderOf = (uri: vscode.Uri): Folder => {
    const workspaceFolder = vscode.workspace.getWorkspaceFolder(uri);
    const home = workspaceFolder?.uri ?? uri;
    let folder = folders.get(home.toString());
    if (!folder) {
      folder = {
        uri: home,
        files: new Map(),
        uris: new Map(),
        settings: settingsFor(home, complain),
        report: undefined,
      };
      folders.set(home.toString(), folder);
      if (workspaceFolder) void readFolder(folder, workspaceFolder);
    }
    return folder;
  };

  /** Reads a text into its folder; `undefined`: the file is gone. */
  const put = (folder: Folder, uri: vscode.Uri, text: string | undefined): void => {
    const path = vscode.workspace.asRelativePath(uri, false);
    const file = text === undefined ? undefined : readLicenseFile({ path, text }, folder.settings, isNamed(uri));
    if (!file && !folder.files.has(path)) return;
    if (file) {
      folder.files.set(path, file);
      folder.uris.set(path, uri);
    } else folder.files.delete(path);
    folder.report = undefined;
    changed.fire();
  };

  const readFolder = async (folder: Folder, workspaceFolder: vscode.WorkspaceFolder): Promise<void> => {
    const uris = await findFiles(workspaceFolder);
    await Promise.all(uris.map(uri => readClosed(folder, uri)));
  };

  /** Reads a file from disk, unless an editor has it open: what is being typed wins over what is saved. */
  const readClosed = async (folder: Folder, uri: vscode.Uri): Promise<void> => {
    if (openDocument(uri)) return;
    const text = await readText(uri).catch((error: unknown) =>
      complain(`${vscode.workspace.asRelativePath(uri)}: ${messageOf(error)}`),
    );
    if (typeof text === 'string' && !openDocument(uri)) put(folder, uri, text);
  };

  const readDocument = (document: vscode.TextDocument): void => {
    if (isCandidate(document)) put(folderOf(document.uri), document.uri, document.getText());
  };

  const watcher = vscode.workspace.createFileSystemWatcher(searchPattern);
  const pending = new Map<string, vscode.TextDocument>();
  const readPending = (): void => {
    const documents = [...pending.values()];
    pending.clear();
    for (const document of documents) if (!document.isClosed) readDocument(document);
  };
  disposables.push(
    watcher,
    watcher.onDidChange(uri => void readClosed(folderOf(uri), uri)),
    watcher.onDidCreate(uri => void readClosed(folderOf(uri), uri)),
    watcher.onDidDelete(uri => put(folderOf(uri), uri, undefined)),
    vscode.workspace.onDidOpenTextDocument(readDocument),
    vscode.workspace.onDidSaveTextDocument(readDocument),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || !isCandidate(document)) return;
      // A burst of changes is read once, when the editor has told them all.
      if (document.getText().length > liveSize) return;
      if (pending.size === 0) setTimeout(readPending, 0);
      pending.set(document.uri.toString(), document);
    }),
    vscode.workspace.onDidCloseTextDocument(document => {
      if (!isCandidate(document)) return;
      const folder = folderOf(document.uri);
      if (vscode.workspace.getWorkspaceFolder(document.uri)) void readClosed(folder, document.uri);
      else put(folder, document.uri, undefined);
    }),
    vscode.workspace.onDidChangeConfiguration(change => {
      if (!change.affectsConfiguration(section)) return;
      folders.clear();
      readOpenDocuments();
      changed.fire();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      folders.clear();
      readOpenDocuments();
      changed.fire();
    }),
  );

  const readOpenDocuments = (): void => {
    for (const document of vscode.workspace.textDocuments) readDocument(document);
  };
  readOpenDocuments();

  const reportOf = (folder: Folder): Report => {
    folder.report ??= analyze(
      [...folder.files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
      folder.settings,
      Date.now(),
    );
    return folder.report;
  };
  const uriIn = (folder: Folder) => (file: SourceFile) => folder.uris.get(file.path) ?? folder.uri;

  return {
    of: uri => {
      const home = vscode.workspace.getWorkspaceFolder(uri)?.uri ?? uri;
      const folder = folders.get(home.toString());
      const file = folder?.files.get(vscode.workspace.asRelativePath(uri, false));
      return folder && file && { report: reportOf(folder), file, uriOf: uriIn(folder) };
    },
    all: () => [...folders.values()].map(folder => ({ report: reportOf(folder), uriOf: uriIn(folder) })),
    onDidChange: changed.event,
    dispose: () => vscode.Disposable.from(...disposables).dispose(),
  };
}

/** Whether the user's own patterns ask for the file, so that it counts whatever it holds. */
function isNamed(uri: vscode.Uri): boolean {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1).startsWith('license-coverage.');
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const wanted = uri.toString();
  return vscode.workspace.textDocuments.find(document => !document.isClosed && document.uri.toString() === wanted);
}

async function readText(uri: vscode.Uri): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  // Offsets are those of an editor's text, which has no byte order mark.
  return new TextDecoder('utf-8').decode(bytes);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
