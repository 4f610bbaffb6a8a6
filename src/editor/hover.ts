// The hover on gaps, licenses, dates, products and numbers of seats, and the command that its links run.
import * as vscode from 'vscode';
import type { Ground } from '../core/explain/picture-themes';
import { hoverAt } from '../core/hover';
import type { SourceFile } from '../core/model';
import { registerHoverActions } from './hover-actions';
import { hoverMarkdown } from './markdown';
import type { Reports } from './reports';

export function registerHover(reports: Reports): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerHoverProvider(
      { pattern: '**' },
      { provideHover: (document, position, token) => hover(reports, document, position, token) },
    ),
    registerHoverActions(reports),
  );
}

async function hover(
  reports: Reports,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<vscode.Hover | undefined> {
  if (!reports.of(document.uri)) return undefined;
  // What has just been typed has moved everything.
  if (!reports.of(document.uri)?.isCurrent(document)) await reports.caughtUp(document);
  const folder = reports.of(document.uri);
  if (token.isCancellationRequested || !folder?.isCurrent(document)) return undefined;
  const { report, file } = folder;
  const content = hoverAt(report, file, document.offsetAt(position), Date.now(), ground());
  if (!content) return undefined;
  const addressOf = (of: SourceFile): string => folder.uriOf(of).toString();
  const { start, end } = content.span;
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  return new vscode.Hover(hoverMarkdown(content, addressOf), range);
}

const grounds: Readonly<Record<vscode.ColorThemeKind, Ground>> = {
  [vscode.ColorThemeKind.Light]: 'light',
  [vscode.ColorThemeKind.Dark]: 'dark',
  [vscode.ColorThemeKind.HighContrast]: 'high-contrast-dark',
  [vscode.ColorThemeKind.HighContrastLight]: 'high-contrast-light',
};

/** Asked anew for each hover, so that the next one has the colors of a theme that has just been chosen. */
function ground(): Ground {
  return grounds[vscode.window.activeColorTheme.kind];
}
