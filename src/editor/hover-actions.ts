// Does what a link in a hover asks for, after a look at whether it can still be meant.
import * as vscode from 'vscode';
import { hasOwnPlaceholder } from '../core/fixes/enter-key';
import { type ActionKind, hoverLink } from '../core/hover-link';
import { keySpan } from '../core/rules/pending-key';
import { enterKeyCommand } from './enter-key';
import { gapAt } from './gaps';
import type { FolderReport, Reports } from './reports';
import { requestCommand } from './request-draft';
import { mend, type RevealOptions, reveal, type Target } from './timeline-reveal';

/** What a link is about, as it is now. */
interface Asked {
  readonly folder: FolderReport;
  readonly target: Target;
  readonly offset: number;
}

export function registerHoverActions(reports: Reports): vscode.Disposable {
  return vscode.commands.registerCommand('licenseCoverage.actOnHover', async (value: unknown) => {
    const link = hoverLink(value);
    const asked = link && (await askedBy(reports, link.uri, link.offset));
    if (asked) await acts[link.action](asked, reports);
  });
}

/** Only of a place in a license file that we know. */
async function askedBy(reports: Reports, address: string, offset: number): Promise<Asked | undefined> {
  const uri = parsed(address);
  if (!uri || !reports.of(uri)) return undefined;
  const document = vscode.workspace.textDocuments.find(each => each.uri.toString() === uri.toString());
  if (document) await reports.caughtUp(document);
  const folder = reports.of(uri);
  if (!folder || offset > folder.file.text.length) return undefined;
  return { folder, offset, target: { uri, place: { file: folder.file, span: { start: offset, end: offset } } } };
}

function parsed(address: string): vscode.Uri | undefined {
  try {
    return vscode.Uri.parse(address, true);
  } catch {
    return undefined;
  }
}

const options: RevealOptions = {
  focus: true,
  panelColumn: undefined,
  isWanted: () => true,
  willMove: () => undefined,
};

const acts: Readonly<Record<ActionKind, (asked: Asked, reports: Reports) => Promise<unknown>>> = {
  fix: ({ target }, reports) => mend(target, options, reports, false),
  'next-gap': ({ target }) => reveal(target, options),
  request: async ({ folder, offset }) => {
    const about = gapAt(folder, offset);
    if (about) await vscode.commands.executeCommand(requestCommand, about);
  },
  key: async ({ folder, offset }) => {
    const term = folder.file.terms.find(each => hasOwnPlaceholder(each) && keySpan(each).start === offset);
    if (term) await vscode.commands.executeCommand(enterKeyCommand, term);
  },
  // The cursor tells the timeline what to select.
  timeline: async ({ target }) => {
    await reveal(target, options);
    await vscode.commands.executeCommand('licenseCoverage.showTimeline');
  },
};
