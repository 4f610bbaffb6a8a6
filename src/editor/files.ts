// Which documents and files are license files by their names.
import * as vscode from 'vscode';
import { extensions, fileNames, isLicenseFileName, vendorFileNames } from '../core/file-names';
import { filePatterns } from './settings';
import { pause } from './slices';
import { matchesGlob } from './writable';

export const nativePattern = `**/{${fileNames.join(',')}}.{${extensions.join(',')}}`;

const ownPatterns = [nativePattern, `**/{${vendorFileNames.map(withoutCase).join(',')}}`];

/** Vendors' files come from systems that make no difference between `LICENSE.DAT` and `license.dat`. */
function withoutCase(pattern: string): string {
  return pattern.replace(/[a-z]/g, letter => `[${letter}${letter.toUpperCase()}]`);
}

/** Versions that other extensions show beside the file (diff, history) are not edited, so nothing is told there. */
const silentSchemes = new Set([
  ...['git', 'gitfs', 'scm', 'output', 'comment'],
  ...['vscode', 'vscode-settings', 'search-editor'],
]);

/** What is searched for: our names, and the user's own patterns; one without a folder in it is meant for any folder. */
export function searchPatterns(scope: vscode.Uri | undefined): readonly string[] {
  return [...ownPatterns, ...askedPatterns(scope)];
}

export function askedPatterns(scope: vscode.Uri | undefined): readonly string[] {
  return filePatterns(scope).map(pattern => (pattern.includes('/') ? pattern : `**/${pattern}`));
}

/** Whether a document is one to look into. */
export function isCandidate(document: vscode.TextDocument): boolean {
  const { uri } = document;
  if (silentSchemes.has(uri.scheme)) return false;
  return isLicenseFileName(uri.path) || isAsked(uri);
}

/** Whether one of the user's patterns asks for a file. */
export function isAsked(uri: vscode.Uri): boolean {
  return askedPatterns(uri).some(pattern => matchesGlob(uri, pattern));
}

/** The license files in a folder by name. Git's own folder and installed packages are no place for them. */
export async function findFiles(folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const found = await Promise.all(
    searchPatterns(folder).map(pattern =>
      vscode.workspace.findFiles(new vscode.RelativePattern(folder, pattern), '**/{node_modules,.git}/**'),
    ),
  );
  return [...new Map(found.flat().map(uri => [uri.toString(), uri])).values()];
}

/** Watches for files that come, change and go. `gone` is told of folders too, whose files are then not told one by one. */
export function watchFiles(changed: (uri: vscode.Uri) => void, gone: (uri: vscode.Uri) => void): vscode.Disposable {
  const anything = vscode.workspace.createFileSystemWatcher('**', false, true, false);
  // What was put into a new folder before VS Code began to watch it is never told.
  const search = async (uri: vscode.Uri): Promise<void> => {
    if (await isFolder(uri)) for (const found of await findFiles(uri)) changed(found);
  };
  return vscode.Disposable.from(
    anything,
    anything.onDidCreate(uri => {
      if (!/\/(?:node_modules|\.git)\//.test(uri.path)) void search(uri);
    }),
    anything.onDidDelete(gone),
    ...searchPatterns(undefined).flatMap(pattern => {
      const watcher = vscode.workspace.createFileSystemWatcher(pattern, false, false, true);
      return [watcher, watcher.onDidChange(changed), watcher.onDidCreate(changed)];
    }),
  );
}

function isFolder(uri: vscode.Uri): Promise<boolean> {
  const stat = Promise.resolve(vscode.workspace.fs.stat(uri));
  return stat.then(
    ({ type }) => (type & vscode.FileType.Directory) !== 0,
    () => false,
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

/** A file's text as an editor would show it: without a byte order mark. Long ones are decoded in slices. */
export async function readText(uri: vscode.Uri): Promise<{ readonly text: string; readonly byteOrderMark: boolean }> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  const decoder = new TextDecoder('utf-8');
  let text = '';
  for (let at = 0; at < bytes.length; at += sliceSize) {
    if (at > 0) await pause();
    text += decoder.decode(bytes.subarray(at, at + sliceSize), { stream: true });
  }
  return { text: text + decoder.decode(), byteOrderMark: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf };
}

/** In bytes: decoded in a few ms. */
const sliceSize = 2_000_000;
