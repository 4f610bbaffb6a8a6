// Which documents and files are license files by their names.
import * as vscode from 'vscode';
import { extensions, fileNames, isLicenseFileName } from '../core/formats';
import { filePatterns } from './settings';

const ownPattern = `**/{${fileNames.join(',')}}.{${extensions.join(',')}}`;

/** Versions that other extensions show beside the file (diff, history) are not edited, so nothing is told there. */
const silentSchemes = new Set([
  ...['git', 'gitfs', 'scm', 'output', 'comment'],
  ...['vscode', 'vscode-settings', 'search-editor'],
]);

/** What is searched for: our names, and the user's own patterns; one without a folder in it is meant for any folder. */
export function searchPatterns(scope: vscode.Uri | undefined): readonly string[] {
  return [ownPattern, ...filePatterns(scope).map(pattern => (pattern.includes('/') ? pattern : `**/${pattern}`))];
}

/** Whether a document is one to look into. */
export function isCandidate(document: vscode.TextDocument): boolean {
  const { uri } = document;
  if (silentSchemes.has(uri.scheme)) return false;
  if (isLicenseFileName(uri.path)) return true;
  const [, ...own] = searchPatterns(uri);
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const scoped = (pattern: string) => (folder ? new vscode.RelativePattern(folder, pattern) : pattern);
  return own.some(pattern => vscode.languages.match({ pattern: scoped(pattern) }, document) > 0);
}

/** The license files of a workspace folder by name. Git's own folder and installed packages are no place for them. */
export async function findFiles(folder: vscode.WorkspaceFolder): Promise<readonly vscode.Uri[]> {
  const found = await Promise.all(
    searchPatterns(folder.uri).map(pattern =>
      vscode.workspace.findFiles(new vscode.RelativePattern(folder, pattern), '**/{node_modules,.git}/**'),
    ),
  );
  return [...new Map(found.flat().map(uri => [uri.toString(), uri])).values()];
}

/** Watches for files that come, change and go. */
export function watchFiles(changed: (uri: vscode.Uri) => void): vscode.Disposable {
  return vscode.Disposable.from(
    ...searchPatterns(undefined).flatMap(pattern => {
      const watcher = vscode.workspace.createFileSystemWatcher(pattern);
      return [watcher, watcher.onDidChange(changed), watcher.onDidCreate(changed), watcher.onDidDelete(changed)];
    }),
  );
}

/** The document of a file that a person has open. VS Code keeps documents for a while after their last editor has gone. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const wanted = uri.toString();
  const document = vscode.workspace.textDocuments.find(each => !each.isClosed && each.uri.toString() === wanted);
  return document?.isDirty || columnOf(uri) !== undefined ? document : undefined;
}

/** Where a tab shows a file. */
export function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const wanted = uri.toString();
  const shows = ({ input }: vscode.Tab): boolean =>
    input instanceof vscode.TabInputText && input.uri.toString() === wanted;
  return vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(shows))?.viewColumn;
}

/** A file's text as an editor would show it: without a byte order mark. */
export async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder('utf-8').decode(await vscode.workspace.fs.readFile(uri));
}
