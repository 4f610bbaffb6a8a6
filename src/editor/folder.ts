// What is known of one workspace folder: its license files as read, and the report that joins them.
import * as vscode from 'vscode';
import { analyzeInSteps, stillHolds } from '../core/analyze';
import { readInSteps } from '../core/formats';
import type { LicenseFile, Report, SourceFile } from '../core/model';
import type { Settings } from '../core/settings';
import { tooLargeFile } from '../core/unread';
import { inSlices } from './slices';

/** A text as it is to be read. */
export interface FileText extends Pick<SourceFile, 'text' | 'byteOrderMark'> {
  /** That of the document which holds this very text, where one does. */
  readonly version?: number | undefined;
  /** One of the user's patterns asks for it. */
  readonly isAsked: boolean;
  /** It is too large to be read, so the text is empty. */
  readonly isTooLarge?: boolean | undefined;
}

export interface Folder extends vscode.Disposable {
  /**
   * Reads a text in place of what was known of the file; `undefined`: it is gone. One that comes late does not undo what was said since.
   * Answers whether the report may change.
   */
  put(uri: vscode.Uri, text: FileText | undefined | Promise<FileText | undefined>): Promise<boolean>;
  /** Makes the report anew, if a file has changed or time has crossed something that it tells of. Answers whether it did. */
  update(): Promise<boolean>;
  /** The last that was made; it may be behind what is being typed. */
  report(): Report | undefined;
  /** A file of the report, and the version of the document that it was read from. */
  file(uri: vscode.Uri): { readonly file: LicenseFile; readonly version: number | undefined } | undefined;
  uriOf(file: SourceFile): vscode.Uri;
  /** Whether a file is one of this folder's; other folders may have files of the same path. */
  has(file: SourceFile): boolean;
  /** All files that have been read or are just being read, license files or not known yet. */
  known(): readonly vscode.Uri[];
}

/** `home`: the folder; for a file outside of all folders, the file itself. */
export function createFolder(home: vscode.Uri, settings: Settings): Folder {
  const files = new Map<string, LicenseFile>();
  const versions = new WeakMap<LicenseFile, number>();
  const uris = new Map<string, vscode.Uri>();
  const own = new WeakSet<SourceFile>();
  /** Counts what has been said of each file: what is still being read when more is said is out of date. */
  const turns = new Map<string, number>();
  let changes = 0;
  let isDisposed = false;
  /** What is being made, and after how many changes. */
  let making: { readonly changes: number; readonly isDone: Promise<boolean> } | undefined;
  let shown:
    | { readonly report: Report; readonly changes: number; readonly byPath: Map<string, LicenseFile> }
    | undefined;
  const make = async (now: number): Promise<boolean> => {
    const made = changes;
    const sorted = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    // Files that come in the meantime are for the next report; only when that is asked for, this one is given up.
    const report = await inSlices(analyzeInSteps(sorted, settings, now), () => isDisposed || making?.changes !== made);
    if (!report) return false;
    shown = { report, changes: made, byPath: new Map(sorted.map(file => [file.path, file])) };
    return true;
  };
  const read = async (path: string, given: FileText, isStale: () => boolean): Promise<LicenseFile | undefined> => {
    const source = { path, ...given };
    const file = given.isTooLarge
      ? tooLargeFile(path, given.isAsked)
      : await inSlices(readInSteps(source, settings, false, given.isAsked), isStale);
    // Licenses name the text that they were read from.
    for (const each of [source, file]) if (each) own.add(each);
    return file;
  };
  return {
    put: async (uri, coming) => {
      const path = pathOf(uri);
      const turn = (turns.get(path) ?? 0) + 1;
      turns.set(path, turn);
      const isStale = (): boolean => isDisposed || turns.get(path) !== turn;
      uris.set(path, uri);
      const given = await coming;
      if (isStale()) return false;
      const file = given && (await read(path, given, isStale));
      if (isStale()) return false;
      if (!file && !files.has(path)) {
        if (!shown?.byPath.has(path)) uris.delete(path);
        return false;
      }
      if (file) files.set(path, file);
      else files.delete(path);
      if (file && given?.version !== undefined) versions.set(file, given.version);
      changes++;
      return true;
    },
    update: () => {
      if (making?.changes === changes) return making.isDone;
      const now = Date.now();
      if (shown?.changes === changes && stillHolds(shown.report, now)) return Promise.resolve(false);
      const begun = { changes, isDone: make(now) };
      making = begun;
      // What was given up for newer changes does not forget what is made of those.
      return begun.isDone.finally(() => {
        if (making === begun) making = undefined;
      });
    },
    report: () => shown?.report,
    file: uri => {
      const file = shown?.byPath.get(pathOf(uri));
      return file && { file, version: versions.get(file) };
    },
    uriOf: file => uris.get(file.path) ?? home,
    has: file => own.has(file),
    known: () => [...uris.values()],
    dispose: () => {
      isDisposed = true;
    },
  };
}

/** Whether a file or folder is a folder or in it. */
export function isWithin({ scheme, authority, path }: vscode.Uri, folder: vscode.Uri): boolean {
  const below = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return scheme === folder.scheme && authority === folder.authority && (path === folder.path || path.startsWith(below));
}

/** With slashes on any system: relative to the workspace folder, or of a file outside of all folders the whole path. */
function pathOf(uri: vscode.Uri): string {
  const path = vscode.workspace.asRelativePath(uri, false);
  return vscode.workspace.getWorkspaceFolder(uri) ? path : path.replaceAll('\\', '/');
}
