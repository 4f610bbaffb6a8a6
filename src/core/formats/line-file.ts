// Reads the licenses of a file of lines, FlexNet's or RLM's; how its lines work together is for each to say.
import { getOrAdd } from '../maps';
import type { Problem, Term } from '../model';
import type { Steps } from '../steps';
import type { Span } from '../tree';
import * as words from '../words/vendor-files';
import { char } from './chars';
import {
  checkKeywords,
  checkLine,
  checkServers,
  checkSpaces,
  removal,
  repeatsLine,
  type ServerLine,
} from './line-hazards';
import { type LineDialect, LineReader } from './line-reader';
import { readNamedMonth } from './named-month';
import { type Described, isFull, type RuledPool, VendorEntry, type VendorField, type VendorReading } from './vendor';

/** What a record is for. */
export type LineKind = 'license' | 'upgrade' | 'package' | 'server' | 'vendor';

/** What tells one format of lines from another. */
export interface LineFormat {
  readonly dialect: LineDialect;
  /** What a record is for, by its keyword in capital letters; the others say nothing about licenses. */
  readonly kinds: ReadonlyMap<string, LineKind>;
  /** Which field of a license names the product, and which the vendor's daemon. */
  readonly product: 0 | 1;
  readonly vendor: 0 | 1;
  /** The keyword of lines of which only the first counts, unless they are uncounted. */
  readonly onlyFirst?: string;
}

/** A line that has to do with others; its words are read again where they are needed. */
export interface OtherLine extends Span {
  readonly keyword: string;
}

/** A license that takes the place of licenses of a lower version. */
export interface UpgradeLine extends OtherLine {
  readonly term: Term;
  readonly fromVersion: string;
}

/** What of a file has to be looked at together, once all of it is read. */
export interface LineFile {
  readonly upgrades: readonly UpgradeLine[];
  readonly packages: readonly OtherLine[];
  /** Licenses that take the place of others that were issued earlier. */
  readonly superseding: readonly OtherLine[];
}

/** How many records are read in one step. */
const stepLength = 200;

export function* readLineFile(format: LineFormat, reading: VendorReading): Steps<LineFile> {
  const reader = new LineReader(reading.text, format.dialect);
  const licenses = licenseReader(format, reading);
  const upgrades: UpgradeLine[] = [];
  const packages: OtherLine[] = [];
  const superseding: OtherLine[] = [];
  const servers: ServerLine[] = [];
  let above: number | undefined;
  for (let count = 0; reader.next(); above = reader.start, count++) {
    const { start, end, keyword } = reader;
    if (isFull(count, reader, reading)) break;
    if (count % stepLength === stepLength - 1) yield;
    const kind = format.kinds.get(keyword);
    if (!kind || (!isLicense(kind) && isProse(reader))) continue;
    if (kind === 'server' || kind === 'vendor') servers.push({ start, end, kind, words: wordsOf(reader), above });
    if (kind === 'package') {
      checkLine(reader, format.dialect, reading);
      packages.push({ start, end, keyword });
    }
    if (!isLicense(kind)) continue;
    const term = licenses(reader, above);
    if (!term) continue;
    if (kind === 'upgrade') upgrades.push({ start, end, keyword, term, fromVersion: reader.word(2) });
    else if (reader.attribute('SUPERSEDE') >= 0) superseding.push({ start, end, keyword });
  }
  checkServers(servers, format.dialect, reading);
  checkKeywords(reader, reading);
  checkSpaces(format.dialect, reading);
  return { upgrades, packages, superseding };
}

/** Whether a record of that kind gives licenses. */
export function isLicense(kind: string | undefined): kind is 'license' | 'upgrade' {
  return kind === 'license' || kind === 'upgrade';
}

function wordsOf(reader: LineReader): readonly string[] {
  return Array.from({ length: reader.count }, (_, i) => reader.word(i));
}

/** Where the fields of a license stand among its words: an UPGRADE has one more, the version that it takes the place of. */
export function columnsOf(kind: string | undefined): {
  readonly version: number;
  readonly expires: number;
  readonly seats: number;
} {
  const more = kind === 'upgrade' ? 1 : 0;
  return { version: 2 + more, expires: 3 + more, seats: 4 + more };
}

/** Answers the term of one license after another; what is wrong with one is told. */
function licenseReader(
  format: LineFormat,
  reading: VendorReading,
): (reader: LineReader, above: number | undefined) => Term | undefined {
  const { text, document } = reading;
  const poolOf = poolsOf(format, reading);
  const again = new LineReader(text, format.dialect);
  const describe = (entry: Span): Described => describeLine(again, format, entry);
  const isLater = laterLines(format, reading);
  return (reader, above) => {
    const { version, expires, seats } = columnsOf(format.kinds.get(reader.keyword));
    if (reader.fieldCount <= seats) {
      if (!isProse(reader)) reading.fail(tooShort(reader), productOf(reader, format));
      return undefined;
    }
    const last = readNamedMonth(text, reader.starts[expires]!, reader.ends[expires]!);
    const count = countAt(reader, seats);
    if ((last === 'unreadable' || count === undefined) && isProse(reader)) return undefined;
    if (last === 'unreadable' && count === undefined && isHeading(reader)) return undefined;
    checkLine(reader, format.dialect, reading);
    const start = reader.attribute('START');
    const from = start < 0 ? Number.NEGATIVE_INFINITY : startOf(reader, start);
    if (typeof last === 'string') {
      reading.fail(wrongDate(reader, last, wordSpan(reader, expires)), productOf(reader, format));
      return undefined;
    }
    if (typeof from === 'string') {
      reading.fail(wrongDate(reader, from, reader.valueSpan(start)), productOf(reader, format));
      return undefined;
    }
    if (count === undefined) reading.problems.push(wrongCount(wordSpan(reader, seats)));
    if (reader.keyword === format.onlyFirst && count !== Number.POSITIVE_INFINITY && isLater(reader, above))
      return undefined;
    return reading.addDays(poolOf(reader, version), new VendorEntry(document, reader, describe), from, last, count);
  };
}

/** Answers whether a line of the same product and vendor counts already; then that is told. */
function laterLines(
  format: LineFormat,
  { document: { file }, text, problems }: VendorReading,
): (reader: LineReader, above: number | undefined) => boolean {
  /** By product and vendor: where the line begins that counts. */
  const first = new Map<string, number>();
  return (reader, above) => {
    const product = productOf(reader, format);
    const family = `${product}\n${reader.word(format.vendor)}`.toLowerCase();
    // A line that supersedes the one that counts takes its place.
    if (reader.attribute('SUPERSEDE') >= 0) first.set(family, reader.start);
    const start = getOrAdd(first, family, () => reader.start);
    if (start === reader.start) return false;
    const related = [{ file, span: { start, end: start + reader.keyword.length }, message: words.firstFeature }];
    const message = words.ignoredFeature(product);
    const again =
      repeatsLine(reader, start, format.dialect) &&
      removal({ ...reader.head, end: reader.end, above }, text, format.dialect);
    problems.push({ rule: 'ignored-line', span: reader.head, message, related, ...again });
    return true;
  };
}

/**
 * Answers the pool of a license. Most lines name theirs in just the same letters as another, and often as the one above, so that is
 * looked for before anything is compared.
 */
function poolsOf(format: LineFormat, reading: VendorReading): (reader: LineReader, version: number) => RuledPool {
  const { text } = reading;
  const known = new Map<string, RuledPool>();
  let last: { readonly written: string; readonly pool: RuledPool } | undefined;
  return (reader, version) => {
    const hostid = reader.attribute('HOSTID');
    const host = hostid < 0 ? undefined : reader.value(hostid);
    const [start, end] = [reader.starts[0]!, reader.ends[version]!];
    if (host === undefined && last?.written.length === end - start && text.startsWith(last.written, start))
      return last.pool;
    const written = text.slice(start, end);
    const pool = getOrAdd(known, host === undefined ? written : `${written}\n${host}`, () =>
      reading.pool({
        product: reader.word(format.product),
        vendor: reader.word(format.vendor),
        version: reader.word(version),
        host,
      }),
    );
    if (host === undefined) last = { written, pool };
    return pool;
  };
}

function productOf(reader: LineReader, { product }: LineFormat): string | undefined {
  return product < reader.count ? reader.word(product) : undefined;
}

function wordSpan(reader: LineReader, index: number): Span {
  return { start: reader.starts[index]!, end: reader.ends[index]! };
}

function startOf(reader: LineReader, index: number): ReturnType<typeof readNamedMonth> {
  const day = readNamedMonth(reader.text, reader.valueStart(index), reader.valueEnd(index));
  // A license that "never" begins would be none.
  return day === Number.POSITIVE_INFINITY ? 'unreadable' : day;
}

/** `uncounted` and `0` mean without limit, `single` one; `undefined`: no number. */
function countAt(reader: LineReader, index: number): number | undefined {
  const count = wholeNumber(reader.text, reader.starts[index]!, reader.ends[index]!);
  if (count !== undefined) return count || Number.POSITIVE_INFINITY;
  const word = reader.word(index).toLowerCase();
  if (word === 'uncounted') return Number.POSITIVE_INFINITY;
  return word === 'single' ? 1 : undefined;
}

/** The whole number that a word is, if it is one of at most ten digits. */
function wholeNumber(text: string, start: number, end: number): number | undefined {
  if (end - start > 10) return undefined;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - char.zero;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

/** A sentence that begins with a keyword: in a mail or a header, not written as one and without what only a record has. */
function isProse(reader: LineReader): boolean {
  const written = reader.text.slice(reader.start, reader.start + reader.keyword.length);
  return written !== reader.keyword && reader.fieldCount === reader.count;
}

/** The names of columns: not even a version has a digit. */
function isHeading({ text, start, end }: LineReader): boolean {
  return !/\d/.test(text.slice(start, Math.min(end, start + 500)));
}

function tooShort(reader: LineReader): Problem {
  return { rule: 'syntax', span: reader.head, message: words.shortRecord(reader.keyword, reader.fieldCount) };
}

function wrongDate({ text }: LineReader, why: 'impossible' | 'month' | 'unreadable', span: Span): Problem {
  const message = words.wrongVendorDate(why, text.slice(span.start, span.end), '30-nov-2026');
  return { rule: 'invalid-date', span, message };
}

function wrongCount(span: Span): Problem {
  return { rule: 'unknown-field', span, message: words.unknownCount };
}

function describeLine(reader: LineReader, format: LineFormat, { start }: Span): Described {
  reader.nextFrom(start);
  const { version, expires, seats } = columnsOf(format.kinds.get(reader.keyword));
  const starts = reader.attribute('START');
  const word = (field: VendorField['field'], index: number): VendorField => ({ field, ...wordSpan(reader, index) });
  return {
    head: reader.head,
    fields: [
      word('product', format.product),
      word('vendor', format.vendor),
      word('server', version),
      word('expires', expires),
      word('seats', seats),
      ...(starts < 0 ? [] : [{ field: 'starts', ...reader.valueSpan(starts) } as const]),
    ],
  };
}
