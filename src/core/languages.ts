// What an editor's language is, and the list of them: which words a vendor's format has, and what stands where in its records.
import type { LineDialect, LineReader } from './formats/line-reader';
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

/** What a record of lines is for; `other`: nothing that has to do with a license. */
export type RecordKind = 'license' | 'upgrade' | 'package' | 'server' | 'vendor' | 'other';

export interface Keyword extends KnownWord {
  readonly kind: RecordKind;
}

/** A format whose records are lines that may go on. */
export interface LineLanguage {
  readonly id: 'flexnet' | 'rlm';
  readonly shape: 'lines';
  readonly dialect: LineDialect;
  /** By their names. */
  readonly keywords: ReadonlyMap<string, Keyword>;
  /** Which word of a license names the product, and which the vendor's daemon. */
  readonly product: 0 | 1;
  readonly vendor: 0 | 1;
  /** What may stand in lines that no vendor signs, behind so many words. */
  readonly options: Readonly<
    Partial<Record<RecordKind, { readonly behind: number; readonly words: readonly KnownWord[] }>>
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

/** Where the fields of a license stand among its words: an UPGRADE has one more, the version that it takes the place of. */
export function columnsOf(kind: RecordKind): {
  readonly version: number;
  readonly expires: number;
  readonly seats: number;
} {
  const more = kind === 'upgrade' ? 1 : 0;
  return { version: 2 + more, expires: 3 + more, seats: 4 + more };
}

export function isLicense(kind: RecordKind): kind is 'license' | 'upgrade' {
  return kind === 'license' || kind === 'upgrade';
}

/** A number of licenses. */
export const countPattern = /^(?:\d{1,10}|uncounted|single)$/i;

/** Whether the record is a sentence that begins with a keyword: not written as one, and without anything that only a record has. */
export function isProse(reader: LineReader, kind: RecordKind): boolean {
  const { text, start, keyword, fieldCount, count } = reader;
  if (text.startsWith(keyword, start) || fieldCount !== count) return false;
  const { expires, seats } = columnsOf(kind);
  if (!isLicense(kind) || count <= seats) return true;
  const isDate = readNamedMonth(text, reader.starts[expires]!, reader.ends[expires]!) !== 'unreadable';
  return !isDate || !countPattern.test(reader.word(seats));
}

/** Whether a record is signed, so that it must stay as its vendor wrote it. */
export function isSigned(reader: LineReader, { isSignature, keywords }: LineLanguage): boolean {
  const { kind } = keywords.get(reader.keyword)!;
  if (kind === 'server' || kind === 'vendor') return false;
  for (let i = 0; i < reader.count; i++) if (isSignature(reader, i)) return true;
  return false;
}
