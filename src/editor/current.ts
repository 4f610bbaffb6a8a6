// The report on a document as it is at this moment.
import type * as vscode from 'vscode';
import { isCandidate } from './files';
import type { FolderReport, Reports } from './reports';

/** Waits for what is being read. `undefined`: it is no license file, or has changed since and is too long to be read while it is typed in. */
export async function currentReport(
  reports: Reports,
  document: vscode.TextDocument,
): Promise<FolderReport | undefined> {
  if (document.isClosed || !isCandidate(document)) return undefined;
  if (!reports.of(document.uri)?.isCurrent(document)) await reports.caughtUp(document);
  const folder = reports.of(document.uri);
  return folder?.isCurrent(document) ? folder : undefined;
}
