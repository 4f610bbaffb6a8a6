// What is offered in records of lines: keywords at their beginning, and behind them what may stand there.
import type { Day } from '../calendar';
import { nothing, type Offer, type Offers } from '../completion';
import { columnsOf, isLicense, type LineKind } from '../formats/line-file';
import { LineReader } from '../formats/line-reader';
import { namedMonth, readNamedMonth } from '../formats/named-month';
import { isProse, isSigned, type KnownWord, type LineLanguage } from '../languages';
import type { Steps } from '../steps';
import { lineStart } from '../text';
import type { Span } from '../tree';
import { findUpwards, lineAbove } from './backwards';
import { type DateUse, dateOffers } from './dates';

/** A place in a record. */
interface Place {
  readonly reader: LineReader;
  readonly kind: LineKind | undefined;
  /** The word there, or that one would be there. */
  readonly index: number;
  /** The whole word; empty between two. */
  readonly word: Span;
  readonly offset: number;
}

export function* offersInLines(text: string, offset: number, language: LineLanguage, today: Day): Steps<Offers> {
  const readAt = (line: number): LineReader => recordAt(text, line, language);
  const reader = yield* findUpwards(text, lineStart(text, offset), beginningOf(language), readAt);
  if (!reader || !isInside(reader, offset)) return keywordOffers(text, offset, language);
  if (offset < reader.start) return nothing;
  const kind = language.format.kinds.get(reader.keyword);
  const signed = isSigned(reader, language);
  if (offset <= reader.head.end) return signed ? nothing : keywordOffers(text, offset, language);
  if (isProse(reader, kind)) return nothing;
  const place = placeAt(reader, kind, offset);
  if (!place) return nothing;
  if (signed) return ownAttributes(place, language);
  const offers = yield* unsignedOffers(place, language, today);
  if (!beginsLine(place)) return offers;
  const keywords = keywordOffers(text, offset, language);
  return { span: place.word, offers: [...keywords.offers, ...offers.offers] };
}

/** What a record begins with, at the beginning of a line: whatever stands above it ends there. */
function beginningOf({ keywords }: LineLanguage): RegExp {
  return new RegExp(String.raw`[ \t\r]*(?:${[...keywords.keys()].join('|')})(?!\S)`, 'iy');
}

function recordAt(text: string, line: number, { format }: LineLanguage): LineReader {
  const reader = new LineReader(text, format.dialect, line);
  reader.next();
  return reader;
}

/** Whether what is typed at an offset behind a record's beginning belongs to it. */
function isInside({ text, end }: LineReader, offset: number): boolean {
  if (offset <= end) return true;
  const first = text.indexOf('\n', end);
  if (first < 0 || first >= offset) return true;
  if (!/^[ \t\r]*\\[ \t\r]*(?:#.*)?$/.test(text.slice(end, first))) return false;
  return /^[ \t]*$/.test(text.slice(first + 1, offset));
}

/** `undefined`: in a comment, behind a backslash or right before something else. */
function placeAt(reader: LineReader, kind: LineKind | undefined, offset: number): Place | undefined {
  const { text, starts, ends, count, head } = reader;
  let index = 0;
  while (index < count && offset > ends[index]!) index++;
  if (index < count && offset >= starts[index]!) {
    const word = { start: starts[index]!, end: ends[index]! };
    return { reader, kind, index, word, offset };
  }
  const before = text.slice(index === 0 ? head.end : ends[index - 1]!, offset);
  if (/[#\\]/.test(before.slice(before.lastIndexOf('\n') + 1)) || !isBlankAt(text, offset)) return undefined;
  return { reader, kind, index, word: { start: offset, end: offset }, offset };
}

function isBlankAt(text: string, offset: number): boolean {
  return offset === text.length || /\s/.test(text[offset]!);
}

/** Keywords, if nothing but a part of one stands before the offset on its line. */
function keywordOffers(text: string, offset: number, { keywords }: LineLanguage): Offers {
  const begin = lineStart(text, offset);
  const before = offset - begin > longestLine ? '#' : text.slice(begin, offset);
  if (!/^[ \t]*\w*$/.test(before)) return nothing;
  const start = begin + before.search(/\w*$/);
  const end = offset + /^\w{0,40}/.exec(text.slice(offset, offset + longestLine))![0].length;
  if (!isBlankAt(text, end)) return nothing;
  return { span: { start, end }, offers: offersOf('keyword', [...keywords.values()]) };
}

/** Nobody types behind so much white space. */
const longestLine = 200;

function offersOf(kind: Offer['kind'], known: readonly KnownWord[]): readonly Offer[] {
  return known.map(({ name, syntax, about }) => {
    const asksForDate = /^(?:start|issued)=$/i.test(name);
    return { kind, label: name, text: name, detail: syntax, about, ...(asksForDate && { asksForDate }) };
  });
}

/** Whether a word is the first of a line that no backslash makes a part of the record; it may be the next one's keyword. */
function beginsLine({ reader, index, word, offset }: Place): boolean {
  if (offset === word.start || index === 0) return false;
  const end = reader.ends[index - 1]!;
  return reader.unmarked.some(at => at >= end && at <= word.start);
}

/** What an administrator may add to a signed license, where an attribute could stand and nothing else is begun. */
function ownAttributes(place: Place, language: LineLanguage): Offers {
  const { reader, kind, index, word, offset } = place;
  const { equals, count } = reader;
  if (!isLicense(kind) || !isBehindFields(place)) return nothing;
  const typed = reader.text.slice(word.start, offset);
  const isTyping = word.end > word.start;
  if (isTyping && (offset !== word.end || !language.own.some(({ name }) => name.startsWith(typed)))) return nothing;
  // A word without a name may be a part of the signature.
  const next = isTyping ? index + 1 : index;
  if (next < count && equals[next]! < 0) return nothing;
  if (isInBraces(reader, offset)) return nothing;
  return attributeOffers(place, language.own);
}

/** `AUTH={ vendor=( … ) }` is a signature in several words. */
function isInBraces({ text, start }: LineReader, offset: number): boolean {
  const before = text.slice(start, offset);
  return before.split(/[({]/).length > before.split(/[)}]/).length;
}

function isBehindFields({ reader, kind, index }: Place): boolean {
  const { seats } = columnsOf(kind);
  return index > seats && reader.fieldCount > seats;
}

/** Those of some attributes that the record does not have yet. */
function attributeOffers({ reader, word }: Place, known: readonly KnownWord[]): Offers {
  const missing = known.filter(({ name }) => reader.attribute(name.replace('=', '').toUpperCase()) < 0);
  return { span: word, offers: offersOf('attribute', missing) };
}

function* unsignedOffers(place: Place, language: LineLanguage, today: Day): Steps<Offers> {
  const { reader, kind, index, word } = place;
  const { text, equals } = reader;
  const isTyping = word.end > word.start;
  if (isTyping && equals[index]! >= 0) {
    const use = dateUses.get(text.slice(word.start, equals[index]).toUpperCase());
    if (!isLicense(kind) || !use) return nothing;
    return yield* datesFor(place, valueAt(place), use, language, today);
  }
  if (text.slice(word.start, word.end).includes('\n')) return nothing;
  const { options } = language;
  const option = kind && options[kind];
  if (option) return index >= option.behind && isName(place) ? attributeOffers(place, option.words) : nothing;
  if (!isLicense(kind)) return nothing;
  const { expires, seats } = columnsOf(kind);
  if (index <= seats && reader.fieldCount >= index) {
    if (index === expires) return yield* datesFor(place, word, 'expires', language, today);
    if (index === seats) return { span: word, offers: offersOf('value', language.counts) };
  }
  return isBehindFields(place) && isName(place)
    ? attributeOffers(place, [...language.signed, ...language.own])
    : nothing;
}

const dateUses: ReadonlyMap<string, DateUse> = new Map([
  ['START', 'starts'],
  ['ISSUED', 'issued'],
]);

/** Whether a word is the beginning of a name, with nothing behind it, or still to be typed. */
function isName({ reader: { text }, word, offset }: Place): boolean {
  return offset === word.end && /^\w*$/.test(text.slice(word.start, word.end));
}

/** The value of an attribute, without a quote before or behind it. */
function valueAt({ reader: { text, equals, ends }, index }: Place): Span {
  const [start, end] = [equals[index]! + 1, ends[index]!];
  const isQuoted = text[start] === '"';
  return {
    start: isQuoted ? start + 1 : start,
    end: isQuoted && end - start > 1 && text[end - 1] === '"' ? end - 1 : end,
  };
}

function* datesFor(place: Place, span: Span, use: DateUse, language: LineLanguage, today: Day): Steps<Offers> {
  const { reader, offset } = place;
  const isHere = span.start <= offset && offset <= span.end && !reader.text.slice(span.start, span.end).includes('\n');
  if (!isHere) return nothing;
  const start = reader.attribute('START');
  const starts = start < 0 ? undefined : finiteDay(reader, reader.valueStart(start), reader.valueEnd(start));
  const previous = yield* previousEnd(reader, language);
  return { span, offers: dateOffers({ use, today, starts, previous, spell: namedMonth, never: 'permanent' }) };
}

/** The last day of the license of the same product that stands nearest above a record. */
function previousEnd(record: LineReader, language: LineLanguage): Steps<Day | undefined> {
  const product = record.word(language.format.product).toLowerCase();
  return findUpwards(record.text, lineAbove(record.text, record.start), beginningOf(language), line => {
    const reader = recordAt(record.text, line, language);
    const kind = language.format.kinds.get(reader.keyword);
    const { expires } = columnsOf(kind);
    if (!isLicense(kind) || reader.fieldCount <= expires) return undefined;
    if (reader.word(language.format.product).toLowerCase() !== product) return undefined;
    return finiteDay(reader, reader.starts[expires]!, reader.ends[expires]!);
  });
}

function finiteDay({ text }: LineReader, start: number, end: number): Day | undefined {
  const day = readNamedMonth(text, start, end);
  return typeof day === 'number' && Number.isFinite(day) ? day : undefined;
}
