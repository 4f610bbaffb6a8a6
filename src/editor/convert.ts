// From offsets and severities of the core to ranges and severities of VS Code.
import * as vscode from 'vscode';
import type { Severity } from '../core/model';
import { lineAndColumn, lineStarts } from '../core/text';
import type { Span } from '../core/tree';

/** Turns spans of one text into ranges; the text is that of the report, which need not be open in an editor. */
export function ranges(text: string): (span: Span) => vscode.Range {
  const starts = lineStarts(text);
  const position = (offset: number): vscode.Position => {
    const { line, column } = lineAndColumn(starts, offset);
    return new vscode.Position(line - 1, column - 1);
  };
  return ({ start, end }) => new vscode.Range(position(start), position(end));
}

export const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};
