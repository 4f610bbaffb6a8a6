// Which gap a command is about: the one under the cursor, else the one that a person picks.
import * as vscode from 'vscode';
import { gapsOf } from '../core/coverage';
import type { Coverage, Gap } from '../core/model';
import type { Span } from '../core/tree';
import * as explanationWords from '../core/words/explanations';
import * as requestWords from '../core/words/request';
import type { FolderReport, Reports } from './reports';

export interface CoverageGap {
  readonly coverage: Coverage;
  readonly gap: Gap;
}

/** The gap that a finding at an offset of the file is about, and where the finding stands. */
export function gapAt(
  { report, file }: FolderReport,
  offset: number,
): (CoverageGap & { readonly span: Span }) | undefined {
  for (const { file: at, span, subject } of report.findings) {
    const isHere = at.path === file.path && span.start <= offset && offset <= span.end;
    if (isHere && subject?.kind === 'gap') return { coverage: subject.coverage, gap: subject.gap, span };
  }
  return undefined;
}

/** `undefined`: there is none, which is said, or none was picked. */
export async function chooseGap(reports: Reports): Promise<CoverageGap | undefined> {
  await reports.settled();
  const editor = vscode.window.activeTextEditor;
  const folder = editor && reports.of(editor.document.uri);
  if (editor && folder?.isCurrent(editor.document)) {
    const offset = editor.document.offsetAt(editor.selection.active);
    const here = gapAt(folder, offset);
    if (here) return here;
  }
  const ahead = (folder ? [folder] : reports.all()).flatMap(({ report }) =>
    report.products.flatMap(coverage =>
      gapsOf(coverage)
        .filter(({ state, until }) => state !== 'accepted' && until > report.at)
        .map(gap => ({ coverage, gap })),
    ),
  );
  if (ahead.length === 0) void vscode.window.showInformationMessage(requestWords.noGapToRequest);
  if (ahead.length <= 1) return ahead[0];
  const items = ahead.map(each => ({ ...explanationWords.gapChoice(each.coverage, each.gap), each }));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: requestWords.whichGap,
    matchOnDescription: true,
  });
  return picked?.each;
}
