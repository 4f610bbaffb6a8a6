// What an editor's language is, and the list of them: which words a vendor's format has, and what stands where in its records.
import { columnsOf, isLicense, type LineFormat, type LineKind } from './formats/line-file';
import type { LineReader } from './formats/line-reader';
import { readNamedMonth } from './formats/named-month';
import { flexnet } from './languages/flexnet';
import { lmx } from './languages/lmx';
import { rlm } from './languages/rlm';

/** A word of a format: a keyword, an option or an attribute. */
export interface KnownWord {
  readonly name: string;
  /** How it is written with all that belongs to it: `PORT=n`. */
  readonly syntax: string;
  readonly about: string;
}

/** A format whose records are lines that may go on. */
export interface LineLanguage {
  readonly id: 'flexnet' | 'rlm';
  readonly shape: 'lines';
  readonly format: LineFormat;
  /** By their names. */
  readonly keywords: ReadonlyMap<string, KnownWord>;
  /** What may stand in lines that no vendor signs, behind so many words. */
  readonly options: Readonly<
    Partial<Record<LineKind, { readonly behind: number; readonly words: readonly KnownWord[] }>>
  >;
  /** The words for a count that is no number. */
  readonly counts: readonly KnownWord[];
  /** What the vendor writes into a license, and signs. */
  readonly signed: readonly KnownWord[];
  /** What an administrator may add to a license without breaking its signature. */
  readonly own: readonly KnownWord[];
  /** Whether a word of a license is its signature, or makes it one that nobody may edit. */
  isSignature(reader: LineReader, index: number): boolean;
}

/** A format whose records are blocks in braces. */
export interface BlockLanguage {
  readonly id: 'lmx';
  readonly shape: 'blocks';
  readonly keyword: KnownWord;
  readonly directives: readonly Directive[];
}

export interface Directive extends KnownWord {
  /** What its value can be, where that is not free. */
  readonly values?: readonly KnownWord[];
}

export type Language = LineLanguage | BlockLanguage;

const languages: readonly Language[] = [flexnet, rlm, lmx];

export const languageIds: readonly string[] = languages.map(({ id }) => id);

export function languageNamed(id: string): Language | undefined {
  return languages.find(language => language.id === id);
}

/** A number of licenses. */
export const countPattern = /^(?:\d{1,10}|uncounted|single)$/i;

/** Whether the record is a sentence that begins with a keyword: not written as one, and without anything that only a record has. */
export function isProse(reader: LineReader, kind: LineKind | undefined): boolean {
  const { text, start, keyword, fieldCount, count } = reader;
  if (text.startsWith(keyword, start) || fieldCount !== count) return false;
  const { expires, seats } = columnsOf(kind);
  if (!isLicense(kind) || count <= seats) return true;
  const isDate = readNamedMonth(text, reader.starts[expires]!, reader.ends[expires]!) !== 'unreadable';
  return !isDate || !countPattern.test(reader.word(seats));
}

/** Whether a record is signed, so that it must stay as its vendor wrote it. */
export function isSigned(reader: LineReader, { isSignature, format }: LineLanguage): boolean {
  const kind = format.kinds.get(reader.keyword);
  if (kind === 'server' || kind === 'vendor') return false;
  for (let i = 0; i < reader.count; i++) if (isSignature(reader, i)) return true;
  return false;
}
