// Which files the command line reads: those named, and in folders those that are license files by name.
import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import picomatch from 'picomatch';
import { isLicenseFileName, isNativeName } from '../core/file-names';
import { readLicenseFile } from '../core/formats';
import type { LicenseFile } from '../core/model';
import type { Request } from './cli';

/** The license files found, and how many paths could not be read as asked; each has been told on stderr. */
export interface Found {
  readonly files: readonly LicenseFile[];
  readonly failures: number;
  /** By path. */
  readonly sources: ReadonlyMap<string, Source>;
}

/** How a file was read. */
export interface Source {
  /** Whether it begins with a byte order mark. */
  readonly isMarked: boolean;
  /** Reads another text as that file. */
  readonly read: (text: string) => LicenseFile | undefined;
}

const skipped = new Set(['.git', 'node_modules']);

export function findFiles({ paths, patterns, settings }: Request): Found {
  const found = new Map<string, LicenseFile>();
  const sources = new Map<string, Source>();
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
    const { text, byteOrderMark, isBroken } = readText(path);
    const read: Source['read'] = text =>
      readLicenseFile({ path: shown, text, byteOrderMark }, settings, named, named || isWanted(shown));
    const file = read(text);
    // A native file is written to, which would change what can't be read; a vendor's never is.
    const isVendors = file ? file.documents.some(({ home }) => home) : !isNativeName(shown);
    if (isBroken && !isVendors) throw new Error('not UTF-8 text');
    if (file) {
      found.set(shown, file);
      sources.set(shown, { isMarked: byteOrderMark, read });
    } else if (named) throw new Error('no format reads this file');
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
  return { files, failures, sources };
}

export function tell(message: string): void {
  process.stderr.write(`license-coverage: ${message}\n`);
}

/** Relative to the working directory, with slashes. */
function shownPath(path: string): string {
  return (relative(process.cwd(), path) || '.').split(sep).join('/');
}

/** Without a byte order mark. `isBroken`: it has bytes that are no UTF-8, which become U+FFFD. */
function readText(path: string): { text: string; byteOrderMark: boolean; isBroken: boolean } {
  const bytes = readFileSync(path);
  const byteOrderMark = bytes.subarray(0, 3).equals(utf8Mark);
  return { text: new TextDecoder('utf-8').decode(bytes), byteOrderMark, isBroken: !isUtf8(bytes) };
}

const utf8Mark = Buffer.from([0xef, 0xbb, 0xbf]);

/** In a few words. `doing`: what was tried. */
export function reasonOf(error: unknown, doing = 'read'): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'no such file or folder';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return `no permission to ${doing} it`;
  return message;
}
