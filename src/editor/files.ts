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

/** Where files are: on disk, on a server, in a repository that is not on disk, or not saved yet. */
const fileSchemes = new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs']);

/**
 * Whether a document may be a file that somebody edits. Versions that are shown beside it or instead of it (of Git, of the local history,
 * of a review, of a chat) are not, so nothing is told there. A workspace may be of any file system, even one that can't be written to.
 */
function isOfFiles({ scheme }: vscode.Uri): boolean {
  return (
    fileSchemes.has(scheme) ||
    vscode.workspace.workspaceFolders?.some(({ uri }) => uri.scheme === scheme) === true ||
    vscode.workspace.fs.isWritableFileSystem(scheme) === true
  );
}

/** What is searched for: our names, and the user's own patterns. */
export function searchPatterns(scope: vscode.Uri | undefined): readonly string[] {
  return [...ownPatterns, ...askedPatterns(scope)];
}

/** The user's own patterns; one without a folder in it is meant for any folder. */
export function askedPatterns(scope: vscode.Uri | undefined): readonly string[] {
  return filePatterns(scope).map(pattern => (pattern.includes('/') ? pattern : `**/${pattern}`));
}

/** Whether a document is one to look into. */
export function isCandidate({ uri }: vscode.TextDocument): boolean {
  return isOfFiles(uri) && (isLicenseFileName(uri.path) || isAsked(uri));
}

/** Whether one of the user's patterns asks for a file. */
export function isAsked(uri: vscode.Uri, patterns = askedPatterns(uri)): boolean {
  return patterns.some(pattern => matchesGlob(uri, pattern));
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
