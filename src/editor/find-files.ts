// Finds the license files of a folder, and tells which ones the user has hidden.
import * as vscode from 'vscode';
import { isLicenseFileName } from '../core/file-names';
import { askedPatterns, isAsked, searchPatterns } from './files';
import { walk } from './walk';
import { matchesGlob } from './writable';

/** Git's own folder and installed packages are no place for license files, whatever the settings say. */
const never = ['**/node_modules', '**/.git'];

/** Is told of a pattern that can't be searched for, such as one with a bracket too many, and of a folder that can't be looked into. */
export interface Complaints {
  pattern(pattern: string, error: unknown): void;
  folder(folder: vscode.Uri, error: unknown): void;
}

/** The license files in a folder by name. VS Code leaves out what `files.exclude` hides there. */
export async function findFiles(
  folder: vscode.Uri,
  complain: Complaints,
  token?: vscode.CancellationToken,
): Promise<readonly vscode.Uri[]> {
  const found = await Promise.all(searchPatterns(folder).map(pattern => findPattern(folder, pattern, complain, token)));
  const all = [...new Map(found.flat().map(uri => [uri.toString(), uri])).values()];
  const isStopped = (): boolean => token?.isCancellationRequested === true;
  if (isDisk(folder) || isStopped()) return all;
  const [hidden, asked] = [hiddenPatterns(folder), askedPatterns(folder)];
  // The search that an extension brings along with a file system need not know what is hidden.
  if (all.length > 0) return all.filter(uri => !isHidden(uri, hidden));
  if (await isSearchable(folder, token)) return all;
  return walk(folder, {
    isHidden: uri => isHidden(uri, hidden),
    isWanted: uri => isLicenseFileName(uri.path) || isAsked(uri, asked),
    complain: complain.folder,
    isStopped,
  });
}

/** Whether VS Code's own search is at work there. */
function isDisk({ scheme }: vscode.Uri): boolean {
  return scheme === 'file' || scheme === 'vscode-remote';
}

/** Whether VS Code finds anything at all there: a file system that an extension brings along need not come with a search. */
async function isSearchable(folder: vscode.Uri, token: vscode.CancellationToken | undefined): Promise<boolean> {
  const anything = new vscode.RelativePattern(folder, '**/*');
  const found = await Promise.resolve(vscode.workspace.findFiles(anything, null, 1, token)).catch(() => []);
  return found.length > 0;
}

async function findPattern(
  folder: vscode.Uri,
  pattern: string,
  complain: Complaints,
  token: vscode.CancellationToken | undefined,
): Promise<readonly vscode.Uri[]> {
  const relative = new vscode.RelativePattern(folder, pattern);
  try {
    return await vscode.workspace.findFiles(
      relative,
      `{${never.map(each => `${each}/**`).join(',')}}`,
      undefined,
      token,
    );
  } catch (error) {
    if (!token?.isCancellationRequested) complain.pattern(pattern, error);
    return [];
  }
}

/** The patterns of what is hidden in a folder. Those that hide a file only beside another one are left to the search. */
export function hiddenPatterns(folder: vscode.Uri): readonly string[] {
  const hidden = vscode.workspace.getConfiguration('files', folder).get<unknown>('exclude');
  const own = typeof hidden === 'object' && hidden !== null ? Object.entries(hidden) : [];
  return [...never, ...own.flatMap(([pattern, isOn]) => (isOn === true ? [pattern] : []))];
}

/** Whether a file or a folder is hidden, or is in a folder that is. */
export function isHidden(uri: vscode.Uri, patterns: readonly string[]): boolean {
  return patterns.some(pattern => matchesGlob(uri, pattern) || matchesGlob(uri, `${pattern}/**`));
}
