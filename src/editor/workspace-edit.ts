// Turns the core's edits into VS Code's.
import * as vscode from 'vscode';
import type { FileEdits } from '../core/fixes';
import type { SourceFile } from '../core/model';
import type { Edit } from '../core/text';
import { ranges } from './convert';

type Convert = (range: vscode.Range, edit: Edit, number: number) => vscode.TextEdit | vscode.SnippetTextEdit;

/**
 * `undefined` where a text has changed since it was read: an edit then would land in the wrong place. `typing`: what is to be typed over
 * is left selected, if the active editor shows it.
 */
export function workspaceEdit(
  files: readonly FileEdits[],
  uriOf: (file: SourceFile) => vscode.Uri,
  typing = false,
): vscode.WorkspaceEdit | undefined {
  const edit = new vscode.WorkspaceEdit();
  const convert: Convert = typing ? snippetEdit : (range, { text }) => vscode.TextEdit.replace(range, text);
  for (const { file, edits } of files) {
    const uri = uriOf(file);
    const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
    if (open && open.getText() !== file.text) return undefined;
    const range = ranges(file.text);
    edit.set(
      uri,
      edits.map((change, index) => convert(range(change), change, index + 1) as vscode.TextEdit),
    );
  }
  return edit;
}

/** A snippet, so that what is to be typed is selected; with the white space as the core wrote it. */
function snippetEdit(range: vscode.Range, { text, select, selectNext }: Edit, number: number): vscode.SnippetTextEdit {
  const snippet = new vscode.SnippetString();
  let at = 0;
  // Each has a number of its own: placeholders that share one are typed into together.
  for (const [index, { start, end }] of [select, selectNext].filter(part => part !== undefined).entries()) {
    snippet.appendText(text.slice(at, start));
    snippet.appendPlaceholder(text.slice(start, end), 2 * number + index);
    at = end;
  }
  snippet.appendText(text.slice(at));
  const edit = new vscode.SnippetTextEdit(range, snippet);
  edit.keepWhitespace = true;
  return edit;
}
