// The hover on a finding and on any license entry.
import * as vscode from 'vscode';
import { explainGap, explainTerm } from '../core/explain';
import type { Coverage, Term } from '../core/model';
import type { Span } from '../core/tree';
import { gapAt } from './gaps';
import { markdownOf } from './markdown';
import type { FolderReport, Reports } from './reports';

export function registerHover(reports: Reports): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { pattern: '**' },
    { provideHover: (document, position) => hover(reports, document, position) },
  );
}

function hover(reports: Reports, document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
  const folder = reports.of(document.uri);
  if (!folder) return undefined;
  const offset = document.offsetAt(position);
  const range = ({ start, end }: Span): vscode.Range =>
    new vscode.Range(document.positionAt(start), document.positionAt(end));
  const gap = gapAt(folder, offset);
  if (gap) return new vscode.Hover(markdownOf(explainGap(gap.coverage, gap.gap)), range(gap.span));
  const found = termAt(folder, offset);
  if (!found) return undefined;
  return new vscode.Hover(
    markdownOf(explainTerm(found.coverage, found.term, Date.now())),
    range(found.term.entry.node),
  );
}

function termAt({ report, file }: FolderReport, offset: number): { coverage: Coverage; term: Term } | undefined {
  const term = file.terms.find(({ entry: { node } }) => node.start <= offset && offset <= node.end);
  if (!term) return undefined;
  const product = term.product?.toLowerCase();
  const rows = report.products.filter(
    coverage => coverage.product?.toLowerCase() === product && coverage.terms.includes(term),
  );
  // An older version's row has the licenses of newer ones too: of several, a license's own is above none that has it.
  const coverage = rows.find(row => !rows.some(({ older }) => older === row));
  return coverage && { coverage, term };
}
