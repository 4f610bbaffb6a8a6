// Runs a check in a terminal of VS Code: what the command line prints, of the files as they are now. Needs no Node and starts no process.
import * as vscode from 'vscode';
import { below, failOns, fails, type Listed, listing } from '../core/listing';
import * as words from '../core/words/tasks';
import type { Reports } from './reports';

/** What an entry of tasks.json may say. */
export interface CheckDefinition extends vscode.TaskDefinition {
  /** The name of the workspace folder to check; absent: that of the task. */
  readonly folder?: unknown;
  /** Files and folders, relative to the workspace folder; absent: all of it. */
  readonly paths?: unknown;
  readonly failOn?: unknown;
}

/** `folder`: that of the task; absent for one of the whole workspace. */
export function checkTerminal(
  reports: Reports,
  folder: vscode.WorkspaceFolder | undefined,
  definition: CheckDefinition,
): vscode.Pseudoterminal {
  const written = new vscode.EventEmitter<string>();
  const closed = new vscode.EventEmitter<number>();
  let isClosed = false;
  const run = async (): Promise<void> => {
    await reports.settled();
    if (isClosed) return;
    const { text, code } = check(reports, folder, definition);
    written.fire(text.replaceAll('\n', '\r\n'));
    setTimeout(() => closed.fire(code), lingerTime);
  };
  return {
    onDidWrite: written.event,
    onDidClose: closed.event,
    open: () => void run(),
    close: () => {
      isClosed = true;
    },
  };
}

/**
 * In ms. Of one that ends within half a second VS Code says that it could not be launched, and its last lines may be lost to problem
 * matchers: microsoft/vscode#92868.
 */
const lingerTime = 600;

function check(
  reports: Reports,
  folder: vscode.WorkspaceFolder | undefined,
  { folder: name, paths, failOn }: CheckDefinition,
): { readonly text: string; readonly code: number } {
  const least = failOns.find(each => each === failOn) ?? 'error';
  const wanted = Array.isArray(paths) ? paths.filter(path => typeof path === 'string') : [];
  const isAsked = (each: vscode.WorkspaceFolder): boolean =>
    typeof name === 'string' ? each.name === name : !folder || sameUri(each.uri, folder.uri);
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(isAsked);
  const parts = folders.map(({ uri, name }) => {
    const listed = below(reportOf(reports, uri), wanted);
    const text = listed.files.length === 0 ? `${words.noLicenseFiles(name)}\n` : listing(listed);
    return { text, isFailed: fails(listed, least) };
  });
  return { text: parts.map(({ text }) => text).join('\n'), code: parts.some(({ isFailed }) => isFailed) ? 1 : 0 };
}

function reportOf(reports: Reports, home: vscode.Uri): Listed {
  const found = reports.all().find(({ report, uriOf }) => {
    const [first] = report.files;
    const within = first && vscode.workspace.getWorkspaceFolder(uriOf(first));
    return within !== undefined && sameUri(within.uri, home);
  });
  return found?.report ?? { files: [], findings: [] };
}

function sameUri(a: vscode.Uri, b: vscode.Uri): boolean {
  return a.toString() === b.toString();
}
