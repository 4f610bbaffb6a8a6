// Grows a selection from a value over its field and its entry to the whole license file, where no other extension does.
import * as vscode from 'vscode';
import { languageIds, languageNamed } from '../core/languages';
import { selectionsInRecords, selectionsInTerms, selectionsInTree } from '../core/selection';
import type { Steps } from '../core/steps';
import type { Span } from '../core/tree';
import { currentReport } from './current';
import type { Reports } from './reports';
import { inSlices } from './slices';
import { staleness } from './staleness';

/** JSON brings its own. */
const languages = [...languageIds, 'yaml', 'toml', 'license'];

export function registerSelection(reports: Reports): vscode.Disposable {
  return vscode.languages.registerSelectionRangeProvider(languages, {
    provideSelectionRanges: (document, positions, token) => provide(reports, document, positions, token),
  });
}

async function provide(
  reports: Reports,
  document: vscode.TextDocument,
  positions: readonly vscode.Position[],
  token: vscode.CancellationToken,
): Promise<vscode.SelectionRange[] | undefined> {
  const grow = await growerFor(reports, document);
  if (!grow) return undefined;
  const grown: vscode.SelectionRange[] = [];
  for (const position of positions) {
    const spans = await inSlices(grow(document.offsetAt(position)), staleness(document, token));
    if (!spans) return undefined;
    grown.push(rangeOf(spans, document, position));
  }
  return grown;
}

async function growerFor(
  reports: Reports,
  document: vscode.TextDocument,
): Promise<((offset: number) => Steps<readonly Span[]>) | undefined> {
  const language = languageNamed(document.languageId);
  if (language) {
    const text = document.getText();
    return offset => selectionsInRecords(text, language, offset);
  }
  const folder = await currentReport(reports, document);
  if (!folder) return undefined;
  const { file } = folder;
  const roots = file.documents.flatMap(({ home, root }) => (home ? [] : [root]));
  const find = roots.length > 0 ? selectionsInTree : undefined;
  // biome-ignore lint/correctness/useYield: there is nothing to wait for
  return function* (offset) {
    return find ? find(file.text, roots, offset) : selectionsInTerms(file, offset);
  };
}

function rangeOf(
  spans: readonly Span[],
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.SelectionRange {
  const ranges = spans.map(({ start, end }) => new vscode.Range(document.positionAt(start), document.positionAt(end)));
  const outer = ranges.reduceRight<vscode.SelectionRange | undefined>(
    (parent, range) => new vscode.SelectionRange(range, parent),
    undefined,
  );
  return outer ?? new vscode.SelectionRange(new vscode.Range(position, position));
}
