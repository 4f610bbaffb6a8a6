// What is offered in blocks of directives: the keyword outside of them, and inside what a block lacks that nobody has signed.
import { type Day, isoDay } from '../calendar';
import { nothing, type Offers } from '../completion';
import { char, isBlank } from '../formats/chars';
import { type Block, blockAt } from '../formats/lmx-reader';
import { readPlainDay } from '../formats/plain-day';
import type { BlockLanguage } from '../languages';
import type { Steps } from '../steps';
import { lineEnd, lineStart } from '../text';
import type { Span } from '../tree';
import { findUpwards, lineAbove } from './backwards';
import { type DateUse, dateOffers } from './dates';

const dateUses: ReadonlyMap<string, DateUse> = new Map([
  ['START', 'starts'],
  ['MAINTENANCE_START', 'starts'],
  ['END', 'expires'],
  ['MAINTENANCE_END', 'expires'],
  ['ISSUED', 'issued'],
]);

export function* offersInBlocks(text: string, offset: number, language: BlockLanguage, today: Day): Steps<Offers> {
  const begin = lineStart(text, offset);
  if (offset - begin > longestLine) return nothing;
  const block = yield* findUpwards(text, begin, beginning, line => blockIn(text, line));
  const inside = block && insideOf(block, text);
  if (block && offset < block.start) return nothing;
  if (!block || (block.isClosed && offset >= block.end)) return keywordOffers(text, offset, language);
  if (isSigned(block, text)) return nothing;
  if (offset <= block.head.end) return keywordOffers(text, offset, language);
  if (inside === undefined || offset < inside) return nothing;
  const place = placeAt(text, Math.max(begin, inside), offset);
  if (place?.kind === 'name') return directiveOffers(text, block, place.span, language);
  if (place?.kind !== 'value') return nothing;
  const use = dateUses.get(place.name);
  if (!use) return valueOffers(place.name, place.span, language);
  const starts = dayOf(block, 'START', text);
  const previous = yield* previousEnd(text, block);
  const facts = { use, today, starts, previous, spell: isoDay, never: undefined };
  return { span: place.span, offers: dateOffers(facts) };
}

/** Lines are no longer where people type. */
const longestLine = 10_000;

/** What a block begins with, at the beginning of a line: whatever stands above it ends there. */
const beginning = /[ \t]*FEATURE(?![^\s{])(?![ \t]*=)/y;

function blockIn(text: string, line: number): Block {
  return blockAt(text, skip(text, line, isBlank));
}

/** By a key wherever it stands, be it in braces of its own. */
function isSigned({ start, end, directives }: Block, text: string): boolean {
  return directives.has('KEY') || /[\s{]KEY[ \t]*=/i.test(text.slice(start, end));
}

/** Behind the brace that begins a block's directives. */
function insideOf({ head, feature, end }: Block, text: string): number | undefined {
  let at = feature?.end ?? head.end;
  for (; at < end && text.charCodeAt(at) !== char.openMap; at++)
    if (text.charCodeAt(at) === char.hash) at = lineEnd(text, at);
  return at < end ? at + 1 : undefined;
}

/** The keyword, if nothing but a part of it stands before the offset on its line. */
function keywordOffers(text: string, offset: number, { keyword }: BlockLanguage): Offers {
  const begin = lineStart(text, offset);
  const before = text.slice(begin, offset);
  const end = offset + /^\w{0,40}/.exec(text.slice(offset, offset + 41))![0].length;
  if (!/^[ \t]*\w*$/.test(before) || !isSpaceAt(text, end)) return nothing;
  const { name, syntax, about } = keyword;
  const span = { start: begin + before.search(/\w*$/), end };
  return { span, offers: [{ kind: 'keyword', label: name, text: name, detail: syntax, about }] };
}

function isSpaceAt(text: string, at: number): boolean {
  return at >= text.length || /\s/.test(text[at]!);
}

/** The name of a directive, or its value. */
type Place =
  | { readonly kind: 'name'; readonly span: Span }
  | { readonly kind: 'value'; readonly name: string; readonly span: Span };

/** What stands at an offset, as the words before it on its line tell. `undefined`: a comment, or something that is no directive. */
function placeAt(text: string, from: number, offset: number): Place | undefined {
  for (let at = from; ; ) {
    at = skip(text, at, isBlank);
    if (at >= offset)
      return isSpaceAt(text, offset) ? { kind: 'name', span: { start: offset, end: offset } } : undefined;
    if (/[#{}="]/.test(text[at]!)) return undefined;
    const nameEnd = skip(text, at, code => !endsName(code));
    if (nameEnd === at) return undefined;
    if (offset <= nameEnd) return { kind: 'name', span: { start: at, end: nameEnd } };
    const sign = skip(text, nameEnd, isBlank);
    if (text.charCodeAt(sign) !== char.equals) {
      at = nameEnd;
      continue;
    }
    if (offset <= sign) return undefined;
    const value = valueFrom(text, skip(text, sign + 1, isBlank));
    const name = text.slice(at, nameEnd).toUpperCase();
    if (offset < value.start)
      return isSpaceAt(text, offset) ? { kind: 'value', name, span: { start: offset, end: offset } } : undefined;
    if (offset <= value.end) return { kind: 'value', name, span: value };
    at = text.charCodeAt(value.end) === char.quote ? value.end + 1 : value.end;
    if (at > offset) return undefined;
  }
}

/** Without its quotes. */
function valueFrom(text: string, start: number): Span {
  if (text.charCodeAt(start) !== char.quote)
    return { start, end: skip(text, start, code => !endsWord(code) && code !== char.closeMap) };
  const line = lineEnd(text, start);
  const end = text.indexOf('"', start + 1);
  return { start: start + 1, end: end < 0 || end > line ? line : end };
}

function skip(text: string, at: number, is: (code: number) => boolean): number {
  while (at < text.length && is(text.charCodeAt(at))) at++;
  return at;
}

function endsWord(code: number): boolean {
  return isBlank(code) || code === char.lineFeed || code === char.carriageReturn;
}

function endsName(code: number): boolean {
  return endsWord(code) || code === char.equals || code === char.openMap || code === char.closeMap;
}

/** Directives that the block does not have yet, with the signs around `=` that it has elsewhere. */
function directiveOffers(text: string, { directives }: Block, span: Span, language: BlockLanguage): Offers {
  const [written] = directives.values();
  const sign = (written && /^[ \t]*=[ \t]*/.exec(text.slice(written.key.end, written.value.start))?.[0]) || ' = ';
  const isSaid = /^[ \t]*=/.test(text.slice(span.end, lineEnd(text, span.end)));
  const offers = language.directives
    .filter(({ name }) => !directives.has(name))
    .map(({ name, syntax, about }) => ({
      ...({ kind: 'attribute', label: name, text: isSaid ? name : name + sign, detail: syntax, about } as const),
      ...(!isSaid && dateUses.has(name) && { asksForDate: true }),
    }));
  return { span, offers };
}

function valueOffers(name: string, span: Span, { directives }: BlockLanguage): Offers {
  const values = directives.find(directive => directive.name === name)?.values ?? [];
  const offers = values.map(
    value =>
      ({ kind: 'value', label: value.name, text: value.name, detail: value.syntax, about: value.about }) as const,
  );
  return { span, offers };
}

function dayOf({ directives }: Block, name: string, text: string): Day | undefined {
  const value = directives.get(name)?.value;
  const day = value && readPlainDay(text.slice(value.start, value.end));
  return typeof day === 'number' ? day : undefined;
}

/** The last day of the license of the same feature that stands nearest above a block. */
function previousEnd(text: string, { start, feature }: Block): Steps<Day | undefined> {
  const name = feature ? text.slice(feature.start, feature.end).toLowerCase() : '';
  return findUpwards(text, lineAbove(text, start), beginning, line => {
    const named = skip(text, skip(text, line, isBlank) + 'FEATURE'.length, isBlank);
    if (text.slice(named, named + name.length).toLowerCase() !== name) return undefined;
    const block = blockIn(text, line);
    return block.feature?.end === named + name.length ? dayOf(block, 'END', text) : undefined;
  });
}
