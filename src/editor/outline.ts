// The outline, breadcrumbs and sticky lines of license files.
import * as vscode from 'vscode';
import { type Language, languageIds, languageNamed } from '../core/languages';
import type { LicenseFile } from '../core/model';
import { type OutlineItem, outlineOf } from '../core/outline';
import { outlineOfTerms } from '../core/outline-terms';
import { mapInSteps, type Steps } from '../core/steps';
import type { Span } from '../core/tree';
import { currentReport } from './current';
import type { Reports } from './reports';
import { inSlices } from './slices';
import { staleness } from './staleness';

/** What the outline of a file is called where another extension has one of its own. */
const label = 'License Coverage';

export function registerOutline(reports: Reports): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDocumentSymbolProvider([...languageIds], { provideDocumentSymbols }),
    vscode.languages.registerDocumentSymbolProvider(
      { pattern: '**' },
      { provideDocumentSymbols: (document, token) => provideTerms(reports, document, token) },
      { label },
    ),
  );
}

/** Of license files that have no language of ours: what stands in them as it was read. */
async function provideTerms(
  reports: Reports,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
): Promise<vscode.DocumentSymbol[] | undefined> {
  if (languageNamed(document.languageId)) return undefined;
  const folder = await currentReport(reports, document);
  return folder && inSlices(termSymbolsIn(document, folder.file), staleness(document, token));
}

function* termSymbolsIn(document: vscode.TextDocument, file: LicenseFile): Steps<vscode.DocumentSymbol[]> {
  return yield* symbolsOf(yield* outlineOfTerms(file), document);
}

async function provideDocumentSymbols(
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
): Promise<vscode.DocumentSymbol[] | undefined> {
  const language = languageNamed(document.languageId);
  return language && inSlices(symbolsIn(document, language), staleness(document, token));
}

function* symbolsIn(document: vscode.TextDocument, language: Language): Steps<vscode.DocumentSymbol[]> {
  const items = yield* outlineOf(document.getText(), language);
  return yield* symbolsOf(items, document);
}

const kinds: Readonly<Record<OutlineItem['kind'], vscode.SymbolKind>> = {
  server: vscode.SymbolKind.Object,
  vendor: vscode.SymbolKind.Module,
  product: vscode.SymbolKind.Module,
  license: vscode.SymbolKind.Key,
  package: vscode.SymbolKind.Package,
  rest: vscode.SymbolKind.Null,
};

function* symbolsOf(items: readonly OutlineItem[], document: vscode.TextDocument): Steps<vscode.DocumentSymbol[]> {
  const symbols = yield* mapInSteps(items, item => symbolOf(item, document));
  for (const [i, { children }] of items.entries()) symbols[i]!.children = yield* symbolsOf(children, document);
  return symbols;
}

function symbolOf(item: OutlineItem, document: vscode.TextDocument): vscode.DocumentSymbol {
  const { name, detail, kind, selection } = item;
  const range = ({ start, end }: Span): vscode.Range =>
    new vscode.Range(document.positionAt(start), document.positionAt(end));
  return new vscode.DocumentSymbol(name, detail, kinds[kind], range(item), range(selection));
}
