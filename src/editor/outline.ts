// The outline, breadcrumbs and sticky lines of vendors' license files.
import * as vscode from 'vscode';
import { type Language, languageIds, languageNamed } from '../core/languages';
import { type OutlineItem, outlineOf } from '../core/outline';
import { mapInSteps, type Steps } from '../core/steps';
import type { Span } from '../core/tree';
import { inSlices } from './slices';
import { staleness } from './staleness';

export function registerOutline(): vscode.Disposable {
  return vscode.languages.registerDocumentSymbolProvider([...languageIds], { provideDocumentSymbols });
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
