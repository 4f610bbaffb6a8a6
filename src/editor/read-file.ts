// Reads a license file from wherever it is stored, unless it is too large; what can't be read is said once in the log.
import * as vscode from 'vscode';
import { maxFileSize } from '../core/limits';
import * as words from '../core/words/scan';
import { readText } from './files';
import { createLane } from './parallel';

/** What is stored: a text, or that it is larger than is read. */
export interface Stored {
  readonly text: string;
  readonly byteOrderMark: boolean;
  readonly isTooLarge: boolean;
}

/** `unreadable`: it is there but may not be read; `undefined`: there is no such file. */
export type Reader = (uri: vscode.Uri) => Promise<Stored | 'unreadable' | undefined>;

/** In bytes. */
const small = 100_000;

/** `warn` is told of each folder and reason once, with the file that came first. */
export function createReader(warn: (message: string) => void): Reader {
  const told = new Set<string>();
  const complain = (uri: vscode.Uri, error: unknown): void => {
    const reason = error instanceof Error ? error.message : String(error);
    const code = error instanceof vscode.FileSystemError ? error.code : reason;
    const key = `${vscode.Uri.joinPath(uri, '..')}\n${code}`;
    if (told.has(key)) return;
    told.add(key);
    warn(words.unreadable(vscode.workspace.asRelativePath(uri), reason));
  };
  const lane = createLane();
  return async uri => {
    try {
      const { type, size } = await vscode.workspace.fs.stat(uri);
      if ((type & vscode.FileType.Directory) !== 0) return undefined;
      // Its size is known before it is in the memory.
      if (size > maxFileSize) return { text: '', byteOrderMark: false, isTooLarge: true };
      // Many small files are read at a time, large ones one by one: neither memory nor the next slice of work may fill with them.
      const read = size > small ? await lane(() => readText(uri)) : await readText(uri);
      return { ...read, isTooLarge: false };
    } catch (error) {
      if (isGone(error)) return undefined;
      complain(uri, error);
      return 'unreadable';
    }
  };
}

function isGone(error: unknown): boolean {
  return (
    error instanceof vscode.FileSystemError && (error.code === 'FileNotFound' || error.code === 'FileNotADirectory')
  );
}
