// Which documents and files are license files by their names.
import * as vscode from 'vscode';
import { extensions, fileNames, isLicenseFileName } from '../core/formats';
import { filePatterns } from './settings';

/** What is searched for in a folder. */
export const searchPattern = `**/{${fileNames.join(',')}}.{${extensions.join(',')}}`;

/** Versions that other extensions show beside the file (diff, history) are not edited, so nothing is told there. */
const silentSchemes = new Set([
  'git',
  'gitfs',
  'scm',
  'output',
  'vscode',
  'vscode-settings',
  'comment',
  'search-editor',
]);

/** Whether a document is one to look into, by its name, or by the user's own patterns. */
export function isCandidate(document: vscode.TextDocument): boolean {
  if (silentSchemes.has(document.uri.scheme)) return false;
  return isLicenseFileName(document.uri.path) || matchesPatterns(document);
}

function matchesPatterns(document: vscode.TextDocument): boolean {
  return filePatterns(document.uri).some(
    pattern => vscode.languages.match({ pattern: scoped(pattern, document.uri) }, document) > 0,
  );
}

/** A user's pattern without a folder in it is meant for any folder. */
function scoped(pattern: string, uri: vscode.Uri): vscode.GlobPattern {
  const anywhere = pattern.includes('/') ? pattern : `**/${pattern}`;
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return folder ? new vscode.RelativePattern(folder, anywhere) : anywhere;
}

/** The license files of a workspace folder by name. Git's own folder and installed packages are no place for them. */
export async function findFiles(folder: vscode.WorkspaceFolder): Promise<readonly vscode.Uri[]> {
  const patterns = [
    searchPattern,
    ...filePatterns(folder.uri).map(pattern => (pattern.includes('/') ? pattern : `**/${pattern}`)),
  ];
  const found = await Promise.all(
    patterns.map(pattern =>
      vscode.workspace.findFiles(new vscode.RelativePattern(folder, pattern), '**/{node_modules,.git}/**'),
    ),
  );
  return [...new Map(found.flat().map(uri => [uri.toString(), uri])).values()];
}
