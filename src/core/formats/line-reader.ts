// Reads the lines of FlexNet and RLM files into records of words, with the place of each, over continued lines and open quotes.
import { lineStart, nextLine, withLineFeeds } from '../text';
import type { Span } from '../tree';
import { char } from './chars';

/** What tells one line format from another. */
export interface LineDialect {
  /** Its keywords in capital letters, each with the number of fields that its records have at least. */
  readonly keywords: ReadonlyMap<string, number>;
  /** Whether a line must say with a backslash that it goes on. */
  readonly needsBackslash: boolean;
}

/**
 * The record read last, one after another: a keyword and the words behind it, in quotes or not, up to white space. It is kept as
 * numbers, since a file has a hundred thousand records and most words are never looked at. All other lines are comments, as the
 * vendors' own readers take them.
 */
export class LineReader {
  readonly text: string;
  readonly #dialect: LineDialect;
  readonly #keywords = new Map<string, string | undefined>();
  #at = 0;
  #fields = 0;
  #lineBreak = -1;
  /** In capital letters. */
  keyword = '';
  /** Where the keyword begins. */
  start = 0;
  /** Behind the last word. */
  end = 0;
  /** How many words stand behind the keyword. */
  count = 0;
  /** By word. */
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** By word: where its first `=` outside of quotes stands, or -1: then it is a field or a flag. */
  readonly equals: number[] = [];
  /** Curly quotes, which pages and mails make of straight ones: read as quotes, but for those between straight ones. */
  readonly curly: number[] = [];
  /** Where a line goes on though no backslash says so. */
  readonly unmarked: number[] = [];
  /** The quote that is never closed, or -1. */
  openQuote = -1;
  /** Where the lines begin that were passed over and begin with a letter; a file of them is none of licenses. */
  readonly passed: number[] = [];
  /** Whether a backslash says that it goes on, where it does not. */
  isCutOff = false;

  constructor(text: string, dialect: LineDialect, at = 0) {
    this.text = text;
    this.#dialect = dialect;
    this.#at = at;
  }

  /** Goes on to the next record; `false` at the end of the text. */
  next(): boolean {
    const { text } = this;
    while (this.#at < text.length) {
      const start = skipBlanks(text, this.#at);
      const keyword = this.#keywordAt(start);
      if (keyword !== undefined) {
        this.#read(start, keyword);
        return true;
      }
      if (isLetter(text.charCodeAt(start)) && this.passed.length < mostPassed) this.passed.push(start);
      this.#at = nextLine(text, start);
    }
    return false;
  }

  /** The same from an offset on. */
  nextFrom(offset: number): boolean {
    this.#at = offset;
    return this.next();
  }

  /** The keyword: where a finding about the whole record is placed. */
  get head(): Span {
    return { start: this.start, end: this.start + this.keyword.length };
  }

  /** What a word says, without its quotes and the line ends in it. */
  word(index: number): string {
    return this.#said(this.starts[index]!, this.ends[index]!);
  }

  /** Whether it would take the next line for its own, if that line began with no keyword. */
  get isUnfinished(): boolean {
    return this.isCutOff || this.openQuote >= 0 || this.fieldCount < this.#fields;
  }

  /** How many words stand before the first attribute. */
  get fieldCount(): number {
    let count = 0;
    while (count < this.count && this.equals[count]! < 0) count++;
    return count;
  }

  /** The first word behind the fields that is `NAME` or `NAME=…`, or -1. `name` in capital letters; its case does not matter. */
  attribute(name: string): number {
    const { text } = this;
    for (let i = this.#fields; i < this.count; i++) {
      const end = this.equals[i]! < 0 ? this.ends[i]! : this.equals[i]!;
      const start = this.starts[i]!;
      if (end - start === name.length && isName(text, start, name)) return i;
    }
    return -1;
  }

  /** What stands behind the `=` of an attribute, without quotes; `undefined` for a bare flag. */
  value(index: number): string | undefined {
    const equals = this.equals[index]!;
    return equals < 0 ? undefined : this.#said(equals + 1, this.ends[index]!);
  }

  /** The place of an attribute's value without its quotes; of a bare flag, its own. */
  valueSpan(index: number): Span {
    return { start: this.valueStart(index), end: this.valueEnd(index) };
  }

  /** Where {@link valueSpan} starts. */
  valueStart(index: number): number {
    const start = this.equals[index]! < 0 ? this.starts[index]! : this.equals[index]! + 1;
    return this.#isQuoted(start, this.ends[index]!) ? start + 1 : start;
  }

  /** Where {@link valueSpan} ends. */
  valueEnd(index: number): number {
    const start = this.equals[index]! < 0 ? this.starts[index]! : this.equals[index]! + 1;
    const end = this.ends[index]!;
    return this.#isQuoted(start, end) ? end - 1 : end;
  }

  #isQuoted(start: number, end: number): boolean {
    return end - start >= 2 && isQuote(this.text.charCodeAt(start)) && isQuote(this.text.charCodeAt(end - 1));
  }

  #said(start: number, end: number): string {
    const text = this.text.slice(start, end);
    // Hardly any word is quoted.
    return /["\n\u201c\u201d]/.test(text)
      ? text.replace(/[ \t]*\\?[ \t]*\r?\n[ \t]*/g, ' ').replace(/["\u201c\u201d]/g, '')
      : text;
  }

  /** The keyword that stands at an offset, if one does. */
  #keywordAt(start: number): string | undefined {
    const { text } = this;
    if (!isLetter(text.charCodeAt(start))) return undefined;
    // Most records have the keyword of the one before.
    if (this.keyword !== '' && text.startsWith(this.keyword, start) && endsWord(text, start + this.keyword.length))
      return this.keyword;
    let end = start + 1;
    while (end < text.length && isLetter(text.charCodeAt(end))) end++;
    if (!endsWord(text, end)) return undefined;
    // No keyword is longer, and some lines are one word of a megabyte.
    if (end - start > 10) return undefined;
    const written = text.slice(start, end);
    let keyword = this.#keywords.get(written);
    if (keyword === undefined && !this.#keywords.has(written)) {
      keyword = this.#dialect.keywords.has(written.toUpperCase()) ? written.toUpperCase() : undefined;
      if (this.#keywords.size < 1_000) this.#keywords.set(written, keyword);
    }
    return keyword;
  }

  #read(start: number, keyword: string): void {
    this.keyword = keyword;
    this.start = start;
    this.end = start + keyword.length;
    this.count = 0;
    // Hardly any record has any, and emptying a list costs more than looking at it.
    if (this.curly.length > 0) this.curly.length = 0;
    if (this.unmarked.length > 0) this.unmarked.length = 0;
    this.openQuote = -1;
    this.isCutOff = false;
    this.#fields = this.#dialect.keywords.get(keyword)!;
    this.#at = this.end;
    do this.#readLine();
    while (this.#goesOn());
  }

  /** The words of one line, and of the lines that a quote runs over. Stops at the line's end, or at what ends it: a backslash or a comment. */
  #readLine(): void {
    const { text } = this;
    for (;;) {
      let at = this.#at;
      while (isBlank(text.charCodeAt(at))) at++;
      this.#at = at;
      const code = text.charCodeAt(at);
      if (at >= text.length || code === char.lineFeed || code === char.hash) return;
      if (code === char.backslash && isEndOfLine(text, at + 1)) return;
      this.#readWord();
    }
  }

  /** Up to white space that stands in no quote. */
  #readWord(): void {
    const { text } = this;
    const start = this.#at;
    let equals = -1;
    let at = start;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code < 128 ? isPlain[code] : !isCurly(code)) continue;
      if (code === char.equals) {
        if (equals < 0) equals = at;
      } else if (code === char.quote || code >= 128) {
        const end = this.#closingQuote(at, code);
        if (end < 0) {
          if (this.openQuote < 0) this.openQuote = at;
          at = ~end;
          break;
        }
        at = end;
      } else if (code !== char.backslash || isEndOfLine(text, at + 1)) break;
    }
    this.starts[this.count] = start;
    this.ends[this.count] = at;
    this.equals[this.count] = equals;
    this.count++;
    this.end = at;
    this.#at = at;
  }

  /** Where a quote is closed, over line ends; `~end` where it is not: then that is where its record ends. */
  #closingQuote(open: number, quote: number): number {
    const { text } = this;
    if (quote !== char.quote) this.curly.push(open);
    const closing = quoteAfter(text, open, quote);
    const end = closing < 0 ? text.length : closing;
    for (let lineBreak = this.#lineBreakFrom(open); lineBreak < end; lineBreak = this.#lineBreakFrom(lineBreak + 1)) {
      const next = lineBreak + 1;
      if (next >= text.length || this.#keywordAt(skipBlanks(text, next)) !== undefined) return ~lineBreak;
      this.#markUnless(lineBreak, open);
    }
    if (closing < 0) return ~text.length;
    if (text.charCodeAt(closing) !== char.quote) this.curly.push(closing);
    return closing;
  }

  /** The next line break, kept since a line may have a million quotes; the text's end where there is none. */
  #lineBreakFrom(at: number): number {
    if (this.#lineBreak < at) {
      const found = this.text.indexOf('\n', at);
      this.#lineBreak = found < 0 ? this.text.length : found;
    }
    return this.#lineBreak;
  }

  /** Notes a line that ends in a quote, at `at`, without a backslash. */
  #markUnless(at: number, from: number): void {
    let last = at - 1;
    while (last > from && isBlank(this.text.charCodeAt(last))) last--;
    if (this.text.charCodeAt(last) !== char.backslash) this.unmarked.push(last + 1);
  }

  /** Whether the record goes on in the next line; then that is where reading goes on. */
  #goesOn(): boolean {
    const { text } = this;
    const at = this.#at;
    const isMarked = text.charCodeAt(at) === char.backslash;
    const next = nextLine(text, at);
    this.#at = next;
    if (next >= text.length) return false;
    if (isMarked) {
      this.isCutOff = this.#keywordAt(skipBlanks(text, next)) !== undefined;
      return !this.isCutOff;
    }
    if (!this.#belongsHere(next)) return false;
    // An empty line in a record has no word to stand behind.
    this.unmarked.push(Math.max(this.end, lineStart(text, at)));
    return true;
  }

  /** Whether a line belongs to the record before it though nothing says so: a field is still missing, or it is all values and digits. */
  #belongsHere(line: number): boolean {
    const { text } = this;
    const start = skipBlanks(text, line);
    const code = text.charCodeAt(start);
    if (start >= text.length || code === char.hash || code === char.lineFeed) return false;
    if (this.#keywordAt(start) !== undefined) return false;
    if (this.count < this.#fields && this.fieldCount === this.count) return true;
    if (isAttributeAt(text, start)) return true;
    signatureLine.lastIndex = start;
    return signatureLine.test(text);
  }
}

/** Whether an offset lies in no record, nor in the quote that one has left open. */
export function isBetweenRecords(text: string, offset: number, dialect: LineDialect): boolean {
  const reader = new LineReader(withLineFeeds(text), dialect);
  let openUntil = 0;
  while (reader.next() && reader.start < offset)
    openUntil = reader.openQuote < 0 ? reader.end : Number.POSITIVE_INFINITY;
  return offset >= openUntil;
}

/** How many passed lines are kept. */
const mostPassed = 10_000;

/** The groups of a signature, of which a line has some dozens. */
const signatureLine = /"?[\dA-F]{4}(?:[ \t]{1,20}[\dA-F]{4}){0,200}"?[ \t]*\\?[ \t]*(?:\r?\n|$)/y;
/** No attribute has a longer name. */
const longestName = 40;

/** Whether `NAME=` stands at an offset. */
function isAttributeAt(text: string, start: number): boolean {
  if (!isLetter(text.charCodeAt(start))) return false;
  let at = start + 1;
  while (at - start <= longestName && isNameCharacter(text.charCodeAt(at))) at++;
  return text.charCodeAt(at) === char.equals;
}

/** Letters, digits, `_`, `.` and `-`. */
function isNameCharacter(code: number): boolean {
  return isLetter(code) || (code >= char.zero && code <= char.nine) || code === char.point || code === char.dash;
}

function skipBlanks(text: string, at: number): number {
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Whether nothing but white space and a comment follows on the line. */
function isEndOfLine(text: string, at: number): boolean {
  const next = skipBlanks(text, at);
  const code = text.charCodeAt(next);
  return next >= text.length || code === char.lineFeed || code === char.hash;
}

function isName(text: string, start: number, name: string): boolean {
  for (let i = 0; i < name.length; i++) {
    const code = text.charCodeAt(start + i);
    if ((code >= 97 && code <= 122 ? code - 32 : code) !== name.charCodeAt(i)) return false;
  }
  return true;
}

/** By code: whether a character can only be part of a word. */
const isPlain = Uint8Array.from({ length: 128 }, (_, code) => Number(!/[ \t\r\n"=\\]/.test(String.fromCharCode(code))));

function isCurly(code: number): boolean {
  return code === 0x201c || code === 0x201d;
}

function isQuote(code: number): boolean {
  return code === char.quote || isCurly(code);
}

/** The next quote that closes another, or -1: what straight quotes hold are a vendor's own words, curly ones as well. */
function quoteAfter(text: string, open: number, quote: number): number {
  if (quote === char.quote) return text.indexOf('"', open + 1);
  let at = open + 1;
  while (at < text.length && !isQuote(text.charCodeAt(at))) at++;
  return at < text.length ? at : -1;
}

/** Within a line; a carriage return is part of the line break, or nothing. */
function isBlank(code: number): boolean {
  return code === char.space || code === char.tab || code === char.carriageReturn;
}

function endsWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return at >= text.length || isBlank(code) || code === char.lineFeed;
}

/** Keywords are letters and `_`. */
function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === char.underscore;
}
