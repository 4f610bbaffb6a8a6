// The request for a temporary key: a draft that a person edits, then copies or mails.
import * as vscode from 'vscode';
import { mailAddress, mailAddressToPaste, requestFor } from '../core/request';
import * as words from '../core/words/request';
import { type CoverageGap, chooseGap } from './gaps';
import type { Reports } from './reports';
import { settingsFor } from './settings';

export const requestCommand = 'licenseCoverage.requestLicenseKey';
/** Where the drafts that are open are remembered over a reload, as VS Code does with their texts. */
const draftsKey = 'licenseCoverage.requestDrafts';

export function registerRequestDraft(
  { workspaceState }: vscode.ExtensionContext,
  reports: Reports,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const drafts = new Set(workspaceState.get<readonly string[]>(draftsKey));
  const isDraft = (document: vscode.TextDocument | undefined): boolean =>
    document?.isUntitled === true && drafts.has(document.uri.toString());
  const tell = (): void => {
    const isActive = isDraft(vscode.window.activeTextEditor?.document);
    void vscode.commands.executeCommand('setContext', 'licenseCoverage.isRequestDraft', isActive);
  };
  const remember = (): void => {
    void workspaceState.update(draftsKey, [...drafts]);
    tell();
  };
  const open = async (chosen?: CoverageGap): Promise<void> => {
    const about = chosen ?? (await chooseGap(reports));
    if (!about) return;
    const { coverage, gap } = about;
    const file = (gap.pending ?? gap.before ?? gap.after)?.file ?? coverage.required[0]?.document.file;
    const scope = file && reports.uriOf(file);
    const { requestTemplate } = settingsFor(scope, message => log.warn(message));
    const content = requestFor(coverage, gap, requestTemplate);
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    drafts.add(document.uri.toString());
    await vscode.window.showTextDocument(document);
    remember();
    const answer = await vscode.window.showInformationMessage(
      words.requestOpened,
      words.copyRequest,
      words.mailRequest,
    );
    if (answer === words.copyRequest) await copy(document);
    if (answer === words.mailRequest) await mail(document);
  };
  const withDraft = (act: (document: vscode.TextDocument) => Promise<void>) => async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    if (document && isDraft(document)) await act(document);
    else void vscode.window.showInformationMessage(words.noRequest);
  };
  tell();
  return vscode.Disposable.from(
    vscode.commands.registerCommand('licenseCoverage.requestLicenseKey', open),
    vscode.commands.registerCommand('licenseCoverage.copyRequest', withDraft(copy)),
    vscode.commands.registerCommand('licenseCoverage.mailRequest', withDraft(mail)),
    vscode.window.onDidChangeActiveTextEditor(tell),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (drafts.delete(uri.toString())) remember();
    }),
  );
}

async function copy(document: vscode.TextDocument): Promise<void> {
  await vscode.env.clipboard.writeText(document.getText());
  void vscode.window.showInformationMessage(words.requestCopied);
}

async function mail(document: vscode.TextDocument): Promise<void> {
  const draft = document.getText();
  const address = mailAddress(draft);
  if (address === undefined) {
    await vscode.env.clipboard.writeText(draft);
    void vscode.window.showInformationMessage(words.requestToPaste);
  }
  await openAddress(address ?? mailAddressToPaste(draft));
}

/** As it stands: a `Uri` would encode `=` and `&` once more (microsoft/vscode#85930), but a string is taken too. */
function openAddress(address: string): Thenable<boolean> {
  return vscode.env.openExternal(address as unknown as vscode.Uri);
}
