// Folds the records and comments of vendors' license files.
import * as vscode from 'vscode';
import { foldsIn } from '../core/folding';
import { type Language, languageIds, languageNamed } from '../core/languages';
import { mapInSteps, type Steps } from '../core/steps';
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
  return language && inSlices(rangesIn(document, language), staleness(document, token));
}

function* rangesIn(document: vscode.TextDocument, language: Language): Steps<vscode.FoldingRange[]> {
  const folds = yield* foldsIn(document.getText(), language, maximumOf(document));
  return yield* mapInSteps(folds, ({ kind, start, end }) => {
    const [first, last] = [document.positionAt(start).line, document.positionAt(end).line];
    return new vscode.FoldingRange(first, last, kind === 'comment' ? vscode.FoldingRangeKind.Comment : undefined);
  });
}

/** One more than VS Code keeps, so that it tells when some are left out. */
function maximumOf(document: vscode.TextDocument): number {
  return vscode.workspace.getConfiguration('editor', document).get('foldingMaximumRegions', 5_000) + 1;
}
