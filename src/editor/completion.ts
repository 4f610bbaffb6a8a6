// Completion in license files: vendors' by their languages, native ones by their names.
import * as vscode from 'vscode';
import { nativeOffersAt, nothing, type Offer, type Offers, offersAt, type Part } from '../core/completion';
import { isNativeName } from '../core/file-names';
import { languageIds, languageNamed } from '../core/languages';
import type { Steps } from '../core/steps';
import { dayAt, utc, zoneNamed } from '../core/time';
import { isAsked, isCandidate } from './files';
import type { Reports } from './reports';
import { settingsFor } from './settings';
import { inSlices } from './slices';
import { staleness } from './staleness';

/** The notation of a native file, by VS Code's language. */
const notations: Readonly<Record<string, string>> = { json: 'json', jsonc: 'jsonc', yaml: 'yaml', toml: 'toml' };

export function registerCompletion(reports: Reports): vscode.Disposable {
  const ofVendors = (document: vscode.TextDocument, offset: number): Steps<Offers> | undefined => {
    const language = languageNamed(document.languageId);
    return language && offersAt(document.getText(), offset, language, today(document.uri));
  };
  const ofNative = (document: vscode.TextDocument, offset: number): Promise<Steps<Offers>> | undefined => {
    const format = notations[document.languageId];
    return format === undefined ? undefined : nativeOffers(document, offset, format, reports);
  };
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(
      [...languageIds],
      { provideCompletionItems: provide(ofVendors) },
      '=',
      ' ',
    ),
    vscode.languages.registerCompletionItemProvider(
      Object.keys(notations),
      { provideCompletionItems: provide(ofNative) },
      ...[' ', '"', '['],
    ),
  );
}

type Ask = (document: vscode.TextDocument, offset: number) => Steps<Offers> | Promise<Steps<Offers>> | undefined;

function provide(ask: Ask): vscode.CompletionItemProvider['provideCompletionItems'] {
  return async (document, position, token, { triggerCharacter }) => {
    if (triggerCharacter === ' ' && isIndenting(document, position)) return undefined;
    const isStale = staleness(document, token);
    const steps = await ask(document, document.offsetAt(position));
    if (!steps || isStale()) return undefined;
    const found = await inSlices(steps, isStale);
    if (!found || found === nothing) return undefined;
    const offers = triggerCharacter === ' ' ? found.offers.filter(isAskedBySpace) : found.offers;
    const range = rangeOf(found, document, position);
    const also = (found.also ?? []).map(({ start, text }) => vscode.TextEdit.insert(document.positionAt(start), text));
    return offers.map((offer, i) => itemOf(offer, i, range, also));
  };
}

/** Who types a space does not ask for anything, but a date or one of a few words has to be typed out. */
function isAskedBySpace({ kind }: Offer): boolean {
  return kind === 'date' || kind === 'choice' || kind === 'name' || kind === 'piece';
}

/** Spaces at the beginning of a line only bring it further in. */
function isIndenting(document: vscode.TextDocument, { line, character }: vscode.Position): boolean {
  return document.lineAt(line).text.slice(0, character).trim() === '';
}

function nativeOffers(
  document: vscode.TextDocument,
  offset: number,
  format: string,
  reports: Reports,
): Promise<Steps<Offers>> | undefined {
  const { uri } = document;
  if (!isCandidate(document) || !(isNativeName(uri.path) || isAsked(uri))) return undefined;
  return knownOffers(document, offset, format, reports);
}

async function knownOffers(
  document: vscode.TextDocument,
  offset: number,
  format: string,
  reports: Reports,
): Promise<Steps<Offers>> {
  const { uri } = document;
  // One that has just been opened is still being read; later a report that is a key behind will do.
  if (!reports.of(uri)) await reports.caughtUp(document);
  const known = reports.of(uri);
  // A vendor's file may have such a name.
  if (known && notations[known.file.format] === undefined) return noSteps();
  const settings = settingsFor(uri, () => {});
  const facts = { format, settings, now: Date.now(), report: known?.report, file: known?.file };
  return nativeOffersAt(document.getText(), offset, facts);
}

// biome-ignore lint/correctness/useYield: there is nothing to be done.
function* noSteps(): Steps<Offers> {
  return nothing;
}

/** On the clocks of the license server. */
function today(uri: vscode.Uri): number {
  const { timezone } = settingsFor(uri, () => {});
  return dayAt(zoneNamed(timezone) ?? utc, Date.now());
}

type Range = NonNullable<vscode.CompletionItem['range']>;

/** In native files a whole word or string is replaced, quotes and all. */
function rangeOf({ span, isWhole }: Offers, document: vscode.TextDocument, position: vscode.Position): Range {
  const start = document.positionAt(span.start);
  const replacing = new vscode.Range(start, document.positionAt(span.end));
  return isWhole ? replacing : { inserting: new vscode.Range(start, position), replacing };
}

const kinds: Readonly<Record<Offer['kind'], vscode.CompletionItemKind>> = {
  keyword: vscode.CompletionItemKind.Keyword,
  attribute: vscode.CompletionItemKind.Property,
  date: vscode.CompletionItemKind.Constant,
  value: vscode.CompletionItemKind.EnumMember,
  choice: vscode.CompletionItemKind.EnumMember,
  name: vscode.CompletionItemKind.Value,
  piece: vscode.CompletionItemKind.Snippet,
  comment: vscode.CompletionItemKind.Keyword,
};

function itemOf(
  { kind, label, text, parts, detail, about, filter, asksForDate }: Offer,
  index: number,
  range: Range,
  also: vscode.TextEdit[],
): vscode.CompletionItem {
  const item = new vscode.CompletionItem(label, kinds[kind]);
  item.insertText = parts ? snippetOf(parts) : text;
  item.keepWhitespace = true;
  item.detail = detail;
  item.range = range;
  item.sortText = String(index).padStart(4, '0');
  if (filter !== undefined) item.filterText = filter;
  if (about !== undefined) item.documentation = about;
  if (also.length > 0) item.additionalTextEdits = also;
  if (asksForDate) item.command = { command: 'editor.action.triggerSuggest', title: '' };
  return item;
}

function snippetOf(parts: readonly Part[]): vscode.SnippetString {
  const snippet = new vscode.SnippetString();
  for (const part of parts) {
    if (typeof part === 'string') snippet.appendText(part);
    else if (part.choices) snippet.appendChoice([...part.choices]);
    else if (part.placeholder === '') snippet.appendTabstop();
    else snippet.appendPlaceholder(inner => inner.appendText(part.placeholder));
  }
  return snippet;
}
