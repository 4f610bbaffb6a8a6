// Finds the license files of a folder, and tells which ones the user has hidden.
import * as vscode from 'vscode';
import { searchPatterns } from './files';
import { matchesGlob } from './writable';

/** Git's own folder and installed packages are no place for license files, whatever the settings say. */
const never = ['**/node_modules', '**/.git'];

/**
 * The license files in a folder by name. VS Code leaves out what `files.exclude` hides there; `complain` is told of a pattern that can't
 * be searched for, such as one with a bracket too many.
 */
export async function findFiles(
  folder: vscode.Uri,
  complain: (pattern: string, error: unknown) => void,
  token?: vscode.CancellationToken,
): Promise<readonly vscode.Uri[]> {
  const found = await Promise.all(searchPatterns(folder).map(pattern => findPattern(folder, pattern, complain, token)));
  return [...new Map(found.flat().map(uri => [uri.toString(), uri])).values()];
}

async function findPattern(
  folder: vscode.Uri,
  pattern: string,
  complain: (pattern: string, error: unknown) => void,
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
    if (!token?.isCancellationRequested) complain(pattern, error);
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
