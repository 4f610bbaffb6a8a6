// Completion in vendors' license files.
import * as vscode from 'vscode';
import { type Offer, offersAt } from '../core/completion';
import { languageIds, languageNamed } from '../core/languages';
import { dayAt, utc, zoneNamed } from '../core/time';
import { settingsFor } from './settings';
import { inSlices } from './slices';
import { staleness } from './staleness';

export function registerCompletion(): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider([...languageIds], { provideCompletionItems }, '=', ' ');
}

async function provideCompletionItems(
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
  { triggerCharacter }: vscode.CompletionContext,
): Promise<vscode.CompletionItem[] | undefined> {
  const language = languageNamed(document.languageId);
  if (!language) return undefined;
  const steps = offersAt(document.getText(), document.offsetAt(position), language, today(document.uri));
  const found = await inSlices(steps, staleness(document, token));
  if (!found) return undefined;
  const { span, offers } = found;
  const start = document.positionAt(span.start);
  const range = {
    inserting: new vscode.Range(start, position),
    replacing: new vscode.Range(start, document.positionAt(span.end)),
  };
  // Who types a space does not ask for anything, but a date has to be typed out.
  const wanted = triggerCharacter === ' ' ? offers.filter(({ kind }) => kind === 'date') : offers;
  return wanted.map((offer, i) => itemOf(offer, i, range));
}

/** On the clocks of the license server. */
function today(uri: vscode.Uri): number {
  const { timezone } = settingsFor(uri, () => {});
  return dayAt(zoneNamed(timezone) ?? utc, Date.now());
}

const kinds: Readonly<Record<Offer['kind'], vscode.CompletionItemKind>> = {
  keyword: vscode.CompletionItemKind.Keyword,
  attribute: vscode.CompletionItemKind.Property,
  date: vscode.CompletionItemKind.Constant,
  value: vscode.CompletionItemKind.EnumMember,
};

function itemOf(
  { kind, label, text, detail, about, asksForDate }: Offer,
  index: number,
  range: NonNullable<vscode.CompletionItem['range']>,
): vscode.CompletionItem {
  const item = new vscode.CompletionItem(label, kinds[kind]);
  item.insertText = text;
  item.detail = detail;
  item.range = range;
  item.sortText = String(index).padStart(3, '0');
  if (about !== undefined) item.documentation = about;
  if (asksForDate) item.command = { command: 'editor.action.triggerSuggest', title: '' };
  return item;
}
