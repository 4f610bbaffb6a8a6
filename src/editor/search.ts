// One search of a workspace folder: finds its license files and reads them, a few at a time, until it is cancelled.
import * as vscode from 'vscode';
import { type Complaints, findFiles } from './find-files';
import { forEachOf } from './parallel';

/** How far it has come, in files. */
export interface Progress {
  readonly found: number;
  readonly read: number;
  /** Of those read: that are there but may not be read. */
  readonly unreadable: number;
}

export interface Search {
  /** Never rejects; also resolves when the search was cancelled. */
  readonly isDone: Promise<void>;
  progress(): Progress;
  /** The addresses of what was found. */
  found(): ReadonlySet<string>;
  isRunning(): boolean;
  isCancelled(): boolean;
  cancel(): void;
}

/** `read` must not reject, and says `false` of a file that may not be read; `tell` is called as it goes on. */
export function startSearch(
  folder: vscode.Uri,
  read: (uri: vscode.Uri) => Promise<boolean>,
  complain: Complaints,
  tell: () => void,
): Search {
  const source = new vscode.CancellationTokenSource();
  const { token } = source;
  let progress: Progress = { found: 0, read: 0, unreadable: 0 };
  let found: ReadonlySet<string> = new Set();
  let isRunning = true;
  const add = (more: Partial<Progress>): void => {
    progress = { ...progress, ...more };
    tell();
  };
  const run = async (): Promise<void> => {
    const uris = await findFiles(folder, complain, token);
    if (token.isCancellationRequested) return;
    found = new Set(uris.map(String));
    add({ found: uris.length });
    const readOne = async (uri: vscode.Uri): Promise<void> => {
      const isRead = await read(uri);
      add({ read: progress.read + 1, unreadable: progress.unreadable + (isRead ? 0 : 1) });
    };
    await forEachOf(uris, readOne, () => token.isCancellationRequested);
  };
  return {
    isDone: run().finally(() => {
      isRunning = false;
      tell();
    }),
    progress: () => progress,
    found: () => found,
    isRunning: () => isRunning,
    isCancelled: () => token.isCancellationRequested,
    cancel: () => source.cancel(),
  };
}
