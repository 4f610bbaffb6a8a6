// Names the folders that the test hosts use and makes fresh ones that vanish when the process ends.
import { cpSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve, sep } from 'node:path';
import { atEnd } from './ending';

/** The folder of package.json. */
export const project = resolve(__dirname, '../..');

/** Ignored by git: what was downloaded, logs and screenshots. */
export const cache = join(project, '.vscode-test');

/** The folder that people and suites open; suites open a copy of it. */
export const samples = join(project, 'media/samples');

/** An empty folder outside the project, gone when the process ends. */
export function freshFolder(purpose: string): string {
  // Short and without links: sockets are made in there, and VS Code compares paths as they are.
  const folder = mkdtempSync(join(realpathSync(tmpdir()), `lc-${purpose}-`));
  atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  return folder;
}

/** A copy of a folder, with its name, that a test may write to; gone when the process ends. */
export function freshCopy(of: string): string {
  const folder = join(freshFolder('files'), basename(of));
  cpSync(of, folder, { recursive: true });
  return folder;
}

/** The test files at or below these paths of the project, absolute and in a stable order. A path after `!` is left out. */
export function testFilesIn(...paths: readonly string[]): string[] {
  const out = paths.filter(path => path.startsWith('!')).map(path => resolve(project, path.slice(1)));
  return paths
    .filter(path => !path.startsWith('!'))
    .flatMap(path => filesAt(resolve(project, path)))
    .filter(file => file.endsWith('.test.ts') && !out.some(path => `${file}${sep}`.startsWith(`${path}${sep}`)))
    .sort();
}

function filesAt(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).map(name => join(path, name));
}
