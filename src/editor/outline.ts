// The outline, breadcrumbs and sticky lines of vendors' license files.
import * as vscode from 'vscode';
import { languageIds, languageNamed } from '../core/languages';
import { type OutlineItem, outlineOf } from '../core/outline';
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
  if (!language) return undefined;
  const isStale = staleness(document, token);
  const items = await inSlices(outlineOf(document.getText(), language), isStale);
  const range = ({ start, end }: Span): vscode.Range =>
    new vscode.Range(document.positionAt(start), document.positionAt(end));
  return items && symbolsOf(items, range);
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
