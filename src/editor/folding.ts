// Folds the records and comments of vendors' license files.
import * as vscode from 'vscode';
import { foldsIn } from '../core/folding';
import { languageIds, languageNamed } from '../core/languages';
import { ranges } from './convert';
import { inSlices } from './slices';

export function registerFolding(): vscode.Disposable {
  return vscode.languages.registerFoldingRangeProvider([...languageIds], { provideFoldingRanges });
}

async function provideFoldingRanges(
  document: vscode.TextDocument,
  _: vscode.FoldingContext,
  token: vscode.CancellationToken,
): Promise<vscode.FoldingRange[] | undefined> {
  const language = languageNamed(document.languageId);
  const text = document.getText();
  const folds = language && (await inSlices(foldsIn(text, language), () => token.isCancellationRequested));
  const range = ranges(text);
  return folds?.map(fold => {
    const { start, end } = range(fold);
    return new vscode.FoldingRange(
      start.line,
      end.line,
      fold.kind === 'comment' ? vscode.FoldingRangeKind.Comment : undefined,
    );
  });
}
