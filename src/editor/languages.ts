// Gives a vendor's file the language of its format: four vendors share one file name ending, so that only its content can tell.
import * as vscode from 'vscode';
import type { Reports } from './reports';

/** The languages that names alone give. */
export const ours: ReadonlySet<string> = new Set(['flexnet', 'rlm', 'lmx', 'license']);

/** By format; the others have no language but that of license files in general. */
const languages: Readonly<Record<string, string>> = {
  flexnet: 'flexnet',
  rlm: 'rlm',
  lmx: 'lmx',
  elastic: 'json',
  vault: 'json',
  splunk: 'xml',
};

export function registerLanguages(reports: Reports): vscode.Disposable {
  const settled = new WeakSet<vscode.TextDocument>();
  const settle = (document: vscode.TextDocument): void => {
    if (settled.has(document) || document.isClosed || !ours.has(document.languageId)) return;
    const format = reports.of(document.uri)?.file.format;
    // Not read yet, or a text that only has such a name.
    if (!format) return;
    // Whoever chooses another afterwards has chosen it.
    settled.add(document);
    const language = languages[format] ?? 'license';
    if (language !== document.languageId) void vscode.languages.setTextDocumentLanguage(document, language);
  };
  const settleAll = (): void => vscode.workspace.textDocuments.forEach(settle);
  return vscode.Disposable.from(reports.onDidChange(settleAll), vscode.workspace.onDidOpenTextDocument(settle));
}
