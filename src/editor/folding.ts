// Folds the records and comments of vendors' license files.
import * as vscode from 'vscode';
import { foldsIn } from '../core/folding';
import { languageIds, languageNamed } from '../core/languages';
import { inSlices } from './slices';
import { staleness } from './staleness';

export function registerFolding(): vscode.Disposable {
  return vscode.languages.registerFoldingRangeProvider([...languageIds], { provideFoldingRanges });
}

async function provideFoldingRanges(
  document: vscode.TextDocument,
  _: vscode.FoldingContext,
  token: vscode.CancellationToken,
): Promise<vscode.FoldingRange[] | undefined> {
  const language = languageNamed(document.languageId);
  if (!language) return undefined;
  const isStale = staleness(document, token);
  const steps = foldsIn(document.getText(), language, maximumOf(document));
  return (await inSlices(steps, isStale))?.map(({ kind, start, end }) => {
    const isComment = kind === 'comment';
    const [first, last] = [document.positionAt(start).line, document.positionAt(end).line];
    return new vscode.FoldingRange(first, last, isComment ? vscode.FoldingRangeKind.Comment : undefined);
  });
}

/** One more than VS Code keeps, so that it tells when some are left out. */
function maximumOf(document: vscode.TextDocument): number {
  return vscode.workspace.getConfiguration('editor', document).get('foldingMaximumRegions', 5_000) + 1;
}
