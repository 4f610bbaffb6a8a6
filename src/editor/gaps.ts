// Which gap a command is about: the one under the cursor, else the one that a person picks.
import * as vscode from 'vscode';
import { gapsOf } from '../core/coverage';
import type { Coverage, Gap } from '../core/model';
import * as words from '../core/words';
import type { Reports } from './reports';

export interface CoverageGap {
  readonly coverage: Coverage;
  readonly gap: Gap;
}

/** `undefined`: there is none, which is said, or none was picked. */
export async function chooseGap(reports: Reports): Promise<CoverageGap | undefined> {
  await reports.settled();
  const editor = vscode.window.activeTextEditor;
  const folder = editor && reports.of(editor.document.uri);
  if (editor && folder?.isCurrent(editor.document)) {
    const offset = editor.document.offsetAt(editor.selection.active);
    const subject = folder.report.findings.find(
      ({ file, span, subject }) =>
        subject?.kind === 'gap' && file.path === folder.file.path && span.start <= offset && offset <= span.end,
    )?.subject;
    if (subject?.kind === 'gap') return subject;
  }
  const ahead = (folder ? [folder] : reports.all()).flatMap(({ report }) =>
    report.products.flatMap(coverage =>
      gapsOf(coverage)
        .filter(({ state, until }) => state !== 'accepted' && until > report.at)
        .map(gap => ({ coverage, gap })),
    ),
  );
  if (ahead.length === 0) void vscode.window.showInformationMessage(words.noGapToRequest);
  if (ahead.length <= 1) return ahead[0];
  const items = ahead.map(each => ({ ...words.gapChoice(each.coverage, each.gap), each }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder: words.whichGap, matchOnDescription: true });
  return picked?.each;
}
