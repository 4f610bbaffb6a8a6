// Finds the VS Code of the desktop: the installed one for a person, a downloaded one for tests.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { cache } from './places';

export interface FoundDesktop {
  readonly path: string;
}

/** In words that can follow "because". */
export interface NoDesktop {
  readonly why: string;
}

/** The `code` command of an installed VS Code. */
export function codeOnPath(): string | undefined {
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map(folder => join(folder, name))
    .find(existsSync);
}

/** What VSCODE_PATH names, otherwise the stable build, downloaded into the cache folder where the network allows it. */
export async function findDesktop(): Promise<FoundDesktop | NoDesktop> {
  const told = process.env.VSCODE_PATH;
  if (told) return existsSync(told) ? { path: told } : { why: `VSCODE_PATH names ${told}, which does not exist` };
  if (process.platform === 'linux' && !process.env.DISPLAY) {
    return { why: 'the desktop build needs a display, and there is none' };
  }
  try {
    // The timeout is for each silence of the network, not for the whole download.
    return { path: await downloadAndUnzipVSCode({ version: 'stable', cachePath: cache, timeout: 8000 }) };
  } catch (error) {
    return { why: `the desktop build could not be downloaded: ${error instanceof Error ? error.message : error}` };
  }
}
