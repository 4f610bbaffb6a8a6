// What the stub waits for: license files by their names, as far as a name alone makes it likely enough.
import * as vscode from 'vscode';
import { askedPatterns, isAsked, isCandidate, nativePattern } from './files';
import { ours } from './languages';

export function awaitedPatterns(): readonly string[] {
  return [nativePattern, '**/*.[lL][iI][cC]', ...askedPatterns(undefined)];
}

/** Whether a document is a license file as far as one can tell without reading it. `LICENSE.txt` in most workspaces is none. */
export function isAwaited(document: vscode.TextDocument): boolean {
  if (ours.has(document.languageId)) return true;
  return isCandidate(document) && (document.languageId !== 'plaintext' || isAsked(document.uri));
}

/** Tells once, when a license file is opened or stands in the workspace. */
export function awaitLicenseFile(seen: () => void): vscode.Disposable {
  const search = new vscode.CancellationTokenSource();
  const look = (document: vscode.TextDocument): void => {
    if (isAwaited(document)) seen();
  };
  vscode.workspace.textDocuments.forEach(look);
  for (const pattern of awaitedPatterns())
    void vscode.workspace.findFiles(pattern, undefined, 1, search.token).then(
      ([found]) => {
        if (found && !search.token.isCancellationRequested) seen();
      },
      // Where nothing can be searched, a license file is seen when it is opened.
      () => {},
    );
  return vscode.Disposable.from(vscode.workspace.onDidOpenTextDocument(look), { dispose: () => search.cancel() });
}
