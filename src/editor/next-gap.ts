// Leads from one gap or problem to the next, through all license files.
import * as vscode from 'vscode';
import { type Here, nextStop, type Step, type Stop, stopsIn } from '../core/stops';
import * as words from '../core/words/gap-commands';
import { alert } from '../core/words/status';
import { ranges } from './convert';
import { goTo } from './go-to';
import type { Reports } from './reports';

export const nextGapCommand = 'licenseCoverage.nextGap';

export function registerNextGap(reports: Reports): vscode.Disposable {
  // One after another: whoever presses the key twice wants to get to the second.
  let turn: Promise<void> = Promise.resolve();
  const goOn = (direction: 1 | -1): Promise<void> => {
    turn = turn.then(() => go(reports, direction));
    return turn;
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('licenseCoverage.nextGap', () => goOn(1)),
    vscode.commands.registerCommand('licenseCoverage.previousGap', () => goOn(-1)),
  );
}

/** How long it is told where one is, in ms. */
const tellFor = 8_000;

async function go(reports: Reports, direction: 1 | -1): Promise<void> {
  const location = vscode.ProgressLocation.Window;
  await vscode.window.withProgress({ location, title: words.lookingForGaps() }, () => reports.settled());
  const at = Date.now();
  const uris = new Map<string, vscode.Uri>();
  const stops = stopsIn(
    reports.all().map(({ report, uriOf }) => ({ report, keyOf: file => keyOf(uriOf(file), uris) })),
    at,
  );
  const step = nextStop(stops, whereIsCursor(reports), direction);
  if (!step) {
    void vscode.window.showInformationMessage(words.noGaps());
    return;
  }
  const { key, file, alert: found } = step.stop;
  if (!(await goTo(uris.get(key)!, ranges(file.text)(found.finding.span)))) return;
  tell(step, stops, at);
}

function tell({ stop, index, isWrapped }: Step, stops: readonly Stop[], at: number): void {
  const what = alert(stop.alert, at);
  vscode.window.setStatusBarMessage(words.arrived(index + 1, stops.length, what, isWrapped), tellFor);
}

function keyOf(uri: vscode.Uri, uris: Map<string, vscode.Uri>): string {
  const key = uri.toString();
  uris.set(key, uri);
  return key;
}

function whereIsCursor(reports: Reports): Here | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !reports.of(editor.document.uri)) return undefined;
  const { document, selection } = editor;
  return { key: document.uri.toString(), at: document.offsetAt(selection.active) };
}
