// Which files the command line reads: those named, and in folders those that are license files by name.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import picomatch from 'picomatch';
import { isLicenseFileName, readLicenseFile } from '../core/formats';
import type { LicenseFile } from '../core/model';
import type { Request } from './cli';

/** The license files found, and how many paths could not be read as asked; each has been told on stderr. */
export interface Found {
  readonly files: readonly LicenseFile[];
  readonly failures: number;
}

const skipped = new Set(['.git', 'node_modules']);

export function findFiles({ paths, patterns, settings }: Request): Found {
  const found = new Map<string, LicenseFile>();
  const isWanted = patterns.length > 0 ? picomatch([...patterns], { basename: true }) : () => false;
  let failures = 0;
  const attempt = (path: string, read: () => void): void => {
    try {
      read();
    } catch (error) {
      failures++;
      tell(`${shownPath(path)}: ${reasonOf(error)}`);
    }
  };
  const add = (path: string, named: boolean): void => {
    const shown = shownPath(path);
    const file = readLicenseFile({ path: shown, text: readText(path) }, settings, named);
    if (file) found.set(shown, file);
    else if (named) throw new Error('no format reads a file of this name');
  };
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !skipped.has(entry.name)) attempt(path, () => walk(path));
      else if (entry.isFile() && (isLicenseFileName(entry.name) || isWanted(shownPath(path))))
        attempt(path, () => add(path, false));
    }
  };
  for (const path of paths) {
    const before = found.size;
    attempt(path, () => {
      if (!statSync(path).isDirectory()) return add(path, true);
      walk(path);
      if (found.size === before) tell(`${shownPath(path)}: no license files`);
    });
  }
  const files = [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, failures };
}

export function tell(message: string): void {
  process.stderr.write(`license-coverage: ${message}\n`);
}

/** Relative to the working directory, with slashes. */
function shownPath(path: string): string {
  return (relative(process.cwd(), path) || '.').split(sep).join('/');
}

/** Without a byte order mark. Throws where the bytes are no UTF-8, since writing them back would change them. */
function readText(path: string): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'no such file or folder';
  if (code === 'EACCES') return 'no permission to read it';
  return code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'not UTF-8 text' : message;
}
