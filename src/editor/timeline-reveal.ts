// Goes from an item of the timeline to its line in the editor.
import * as vscode from 'vscode';
import { type Fix, fixesFor } from '../core/fixes';
import { insertTemporary } from '../core/fixes/insert-temporary';
import type { Finding } from '../core/model';
import type { Place } from '../core/timeline';
import { gone } from '../core/words/gap-commands';
import { ranges } from './convert';
import { columnOf } from './files';
import { takeFix } from './quick-fixes';
import type { FolderReport, Reports } from './reports';

export interface Target {
  readonly uri: vscode.Uri;
  readonly place: Place;
}

export interface RevealOptions {
  /** Whether the editor gets the focus. */
  readonly focus: boolean;
  /** Where the timeline is: there no file is opened over it. */
  readonly panelColumn: vscode.ViewColumn | undefined;
  /** Whether nothing else has been asked for since. */
  isWanted(): boolean;
  /** Told before the cursor is moved. */
  willMove(to: vscode.Position): void;
}

/** Puts the cursor where an item begins, as near as the text of today has it. */
export async function reveal({ uri, place }: Target, options: RevealOptions): Promise<vscode.TextEditor | undefined> {
  const document = await openedDocument(uri, place);
  if (!document || !options.isWanted()) return undefined;
  const { focus, panelColumn } = options;
  // Where a tab shows it already, so that it is not opened a second time.
  const viewColumn = columnOf(uri) ?? columnBeside(panelColumn);
  const editor = await vscode.window.showTextDocument(document, { viewColumn, preserveFocus: !focus });
  if (!options.isWanted()) return undefined;
  const range = document.validateRange(ranges(place.file.text)(place.span));
  options.willMove(range.start);
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}

/** Where a file can be opened without covering the panel. */
export function columnBeside(panelColumn: vscode.ViewColumn | undefined): vscode.ViewColumn {
  return panelColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One;
}

/** Goes to an item and opens the light bulb's menu there; `inserting`: takes the temporary license at once, if that is what is offered first. */
export async function mend(
  target: Target,
  options: RevealOptions,
  reports: Reports,
  inserting: boolean,
): Promise<void> {
  const document = await openedDocument(target.uri, target.place);
  if (!document) return;
  await reports.caughtUp(document);
  const { place } = target;
  const folder = reports.of(target.uri);
  // In a text that has changed since, the place may be anything's: then a person has to look.
  const current = folder?.file.text === place.file.text && folder.isCurrent(document) ? folder : undefined;
  const span = current ? mendable(place, current) : place.span;
  const editor = await reveal({ ...target, place: { file: place.file, span } }, { ...options, focus: true });
  if (!editor) return;
  const insert = inserting && current && insertAt(span.start, current);
  if (insert) await takeFix(insert, document, current, reports);
  // Not waited for: a menu stays open as long as someone looks at it.
  else void vscode.commands.executeCommand('editor.action.quickFix');
}

/** Where in an item the light bulb has something to offer: findings stand at the values that they are about. */
function mendable({ file, span }: Place, { report }: FolderReport): Place['span'] {
  const within = report.findings.filter(
    finding =>
      finding.file.path === file.path &&
      finding.span.start <= span.end &&
      finding.span.end >= span.start &&
      fixesFor(finding, report).length > 0,
  );
  const exact = within.find(finding => finding.span.start === span.start);
  return (exact ?? within[0])?.span ?? span;
}

/** The fix that inserts a license, if it is the first of the preferred ones at a place. */
function insertAt(offset: number, { report, file }: FolderReport): Fix | undefined {
  const isHere = ({ file: at, span }: Finding): boolean =>
    at.path === file.path && span.start <= offset && offset <= span.end;
  const here = report.findings.filter(isHere);
  const first = here.flatMap(finding => fixesFor(finding, report)).find(({ preferred }) => preferred);
  return here.flatMap(finding => insertTemporary(finding, report)).find(({ title }) => title === first?.title);
}

/** `undefined`: the file is gone, which is said. */
async function openedDocument(uri: vscode.Uri, { file }: Place): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    void vscode.window.showWarningMessage(gone(file.path));
    return undefined;
  }
}
