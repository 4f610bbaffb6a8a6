// Folds the records and comments of vendors' license files, and the tables of native TOML files.
import * as vscode from 'vscode';
import { type Fold, foldsIn } from '../core/folding';
import { foldsInToml } from '../core/folding-toml';
import { type Language, languageIds, languageNamed } from '../core/languages';
import { mapInSteps, type Steps } from '../core/steps';
import { currentReport } from './current';
import type { Reports } from './reports';
import { inSlices } from './slices';
import { staleness } from './staleness';

/** JSON and YAML need none: one brings its own, the other folds by its indentation. */
export function registerFolding(reports: Reports): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerFoldingRangeProvider([...languageIds], { provideFoldingRanges }),
    vscode.languages.registerFoldingRangeProvider('toml', {
      provideFoldingRanges: (document, _, token) => provideTomlFolds(reports, document, token),
    }),
  );
}

/** Of a TOML file that is no license file nothing is said, so that VS Code folds it as it would without us. */
async function provideTomlFolds(
  reports: Reports,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
): Promise<vscode.FoldingRange[] | undefined> {
  const folder = await currentReport(reports, document);
  const root = folder?.file.documents[0]?.root;
  if (!root) return undefined;
  const folds = foldsInToml(folder.file.text, root, maximumOf(document));
  return inSlices(rangesOf(folds, document), staleness(document, token));
}

async function provideFoldingRanges(
  document: vscode.TextDocument,
  _: vscode.FoldingContext,
  token: vscode.CancellationToken,
): Promise<vscode.FoldingRange[] | undefined> {
  const language = languageNamed(document.languageId);
  return language && inSlices(rangesIn(document, language), staleness(document, token));
}

function rangesIn(document: vscode.TextDocument, language: Language): Steps<vscode.FoldingRange[]> {
  return rangesOf(foldsIn(document.getText(), language, maximumOf(document)), document);
}

function* rangesOf(folding: Steps<readonly Fold[]>, document: vscode.TextDocument): Steps<vscode.FoldingRange[]> {
  return yield* mapInSteps(yield* folding, ({ kind, start, end }) => {
    const [first, last] = [document.positionAt(start).line, document.positionAt(end).line];
    return new vscode.FoldingRange(first, last, kind === 'comment' ? vscode.FoldingRangeKind.Comment : undefined);
  });
}

/** One more than VS Code keeps, so that it tells when some are left out. */
function maximumOf(document: vscode.TextDocument): number {
  return vscode.workspace.getConfiguration('editor', document).get('foldingMaximumRegions', 5_000) + 1;
}
