// The outline, breadcrumbs and sticky lines of vendors' license files.
import * as vscode from 'vscode';
import { languageIds, languageNamed } from '../core/languages';
import { type OutlineItem, outlineOf } from '../core/outline';
import type { Span } from '../core/tree';
import { ranges } from './convert';
import { inSlices } from './slices';

export function registerOutline(): vscode.Disposable {
  return vscode.languages.registerDocumentSymbolProvider([...languageIds], { provideDocumentSymbols });
}

async function provideDocumentSymbols(
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
): Promise<vscode.DocumentSymbol[] | undefined> {
  const language = languageNamed(document.languageId);
  const text = document.getText();
  const items = language && (await inSlices(outlineOf(text, language), () => token.isCancellationRequested));
  return items && symbolsOf(items, ranges(text));
}

const kinds: Readonly<Record<OutlineItem['kind'], vscode.SymbolKind>> = {
  server: vscode.SymbolKind.Object,
  vendor: vscode.SymbolKind.Module,
  license: vscode.SymbolKind.Key,
  package: vscode.SymbolKind.Package,
  rest: vscode.SymbolKind.Null,
};

function symbolsOf(items: readonly OutlineItem[], range: (span: Span) => vscode.Range): vscode.DocumentSymbol[] {
  return items.map(item => {
    const { name, detail, kind, selection, children } = item;
    const symbol = new vscode.DocumentSymbol(name, detail, kinds[kind], range(item), range(selection));
    symbol.children = symbolsOf(children, range);
    return symbol;
  });
}
