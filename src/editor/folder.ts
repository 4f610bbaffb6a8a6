// What is known of one workspace folder: its license files as read, and the report that joins them.
import * as vscode from 'vscode';
import { analyze, stillHolds } from '../core/analyze';
import { readLicenseFile } from '../core/formats';
import type { LicenseFile, Report, SourceFile } from '../core/model';
import type { Settings } from '../core/settings';

export interface Folder {
  /** Reads a text in place of what was known of the file; `undefined`: it is gone. Answers whether the report may change. */
  put(uri: vscode.Uri, text: string | undefined): boolean;
  file(uri: vscode.Uri): LicenseFile | undefined;
  /** Made when it is asked for after a change, or after time has crossed something that it tells of. */
  report(): Report;
  uriOf(file: SourceFile): vscode.Uri;
}

/** `home`: the folder; for a file outside of all folders, the file itself. */
export function createFolder(home: vscode.Uri, settings: Settings): Folder {
  const files = new Map<string, LicenseFile>();
  const uris = new Map<string, vscode.Uri>();
  let report: Report | undefined;
  return {
    put: (uri, text) => {
      const path = pathOf(uri);
      const file = text === undefined ? undefined : readLicenseFile({ path, text }, settings);
      if (!file && !files.has(path)) return false;
      if (file) files.set(path, file);
      else files.delete(path);
      uris.set(path, uri);
      report = undefined;
      return true;
    },
    file: uri => files.get(pathOf(uri)),
    report: () => {
      const sorted = (): LicenseFile[] => [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
      const now = Date.now();
      if (!report || !stillHolds(report, now)) report = analyze(sorted(), settings, now);
      return report;
    },
    uriOf: file => uris.get(file.path) ?? home,
  };
}

function pathOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri, false);
}
