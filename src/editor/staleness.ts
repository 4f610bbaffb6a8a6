// Tells when an answer about a document is wanted no more.
import type * as vscode from 'vscode';

/** Whether the request is cancelled, or the document no longer what it was when this was called. */
export function staleness(document: vscode.TextDocument, token: vscode.CancellationToken): () => boolean {
  const { version } = document;
  return () => token.isCancellationRequested || document.isClosed || document.version !== version;
}
