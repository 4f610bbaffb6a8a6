// The words of TOML: blanks and comments, keys, strings, and the bare words that are numbers, dates and booleans.
import type { Scalar, TreeProblem } from '../tree';
import { char, endOfLine, isBlank, isLineBreak } from './chars';
import { reportSyntax, scalar } from './nodes';

/** A text and where its reader stands. */
export interface Cursor {
  readonly text: string;
  pos: number;
  readonly problems: TreeProblem[];
  /** Whether the rest of the statement cannot be read: the reader then goes on with the next one. */
  isLost: boolean;
}

const integer = '(?:0|[1-9](?:_?\\d)*)';
const digits = '\\d(?:_?\\d)*';
const numberPattern = new RegExp(
  `^(?:[-+]?(?:inf|nan|${integer}(?:\\.${digits})?(?:[eE][-+]?${digits})?)` +
    '|0x[\\da-fA-F](?:_?[\\da-fA-F])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*)$',
);
const time = '\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?';
const datePattern = new RegExp(`^(?:\\d{4}-\\d\\d-\\d\\d(?:[Tt ]${time}(?:[Zz]|[-+]\\d\\d:\\d\\d)?)?|${time})$`);

const shortEscapes = new Map([
  ['b', '\b'],
  ['t', '\t'],
  ['n', '\n'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  ['"', '"'],
  ['\\', '\\'],
]);

/** Reports what cannot be read, and that the rest of the statement cannot be either. */
export function lose(cursor: Cursor, start: number, end: number, reason: string): void {
  reportSyntax(cursor.problems, start, Math.min(end, cursor.text.length), reason);
  cursor.isLost = true;
}

/** Whether a certain character stands where the reader does. */
export function at({ text, pos }: Cursor, code: number): boolean {
  return text.charCodeAt(pos) === code;
}

export function atTripleQuote({ text, pos }: Cursor): boolean {
  const quote = text.charCodeAt(pos);
  return (
    (quote === char.quote || quote === char.apostrophe) &&
    text.charCodeAt(pos + 1) === quote &&
    text.charCodeAt(pos + 2) === quote
  );
}

export function skipBlanks(cursor: Cursor): void {
  while (isBlank(cursor.text.charCodeAt(cursor.pos))) cursor.pos++;
}

/** Passes over blanks, line breaks and comments. */
export function skipBlankLines(cursor: Cursor): void {
  const { text } = cursor;
  for (;;) {
    skipBlanks(cursor);
    const code = text.charCodeAt(cursor.pos);
    if (code === char.hash) skipComment(cursor);
    else if (isLineBreak(code)) skipLineBreak(cursor);
    else return;
  }
}

export function skipComment(cursor: Cursor): void {
  const start = cursor.pos;
  cursor.pos = endOfLine(cursor.text, start);
  checkControls(cursor, start, cursor.pos);
}

function skipLineBreak(cursor: Cursor): void {
  const { text, pos } = cursor;
  // A carriage return alone is none to TOML, though every editor shows one.
  if (at(cursor, char.carriageReturn) && text.charCodeAt(pos + 1) !== char.lineFeed)
    reportSyntax(cursor.problems, pos, pos + 1, 'line feed expected');
  cursor.pos++;
}

/** One name of a key, or `undefined` where there is none. */
export function readName(cursor: Cursor): Scalar | undefined {
  const { text, pos: start } = cursor;
  if (at(cursor, char.quote) || at(cursor, char.apostrophe)) return readString(cursor);
  let pos = start;
  let needsQuotes = false;
  for (;;) {
    const code = text.charCodeAt(pos);
    if (!isBare(code)) break;
    if (code > char.delete) needsQuotes = true;
    pos++;
  }
  if (pos === start) return undefined;
  cursor.pos = pos;
  if (needsQuotes) reportSyntax(cursor.problems, start, pos, 'quotes expected');
  return scalar(start, pos, 'string', text.slice(start, pos), 0);
}

/** Letters, digits, `_` and `-`, and what TOML wants in quotes but cannot be anything else. */
function isBare(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= char.zero && code <= char.nine) ||
    (code >= 65 && code <= 90) ||
    code === char.dash ||
    code === char.underscore ||
    code > char.delete
  );
}

/** A number, a date, a boolean, or what should have stood in quotes; `undefined` where no word begins. */
export function readWord(cursor: Cursor): Scalar | undefined {
  const { text, pos: start } = cursor;
  let pos = endOfWord(text, start);
  if (pos === start) return undefined;
  // A date and a time may have a blank between them.
  if (pos - start === 10 && /^ \d\d:/.test(text.slice(pos, pos + 4))) pos = endOfWord(text, pos + 1);
  cursor.pos = pos;
  const word = text.slice(start, pos);
  if (word === 'true' || word === 'false') return scalar(start, pos, 'boolean', word, 0);
  const hasDateMark = word.charCodeAt(4) === char.dash || word.charCodeAt(2) === char.colon;
  if (hasDateMark && datePattern.test(word)) return scalar(start, pos, 'date', word, 0);
  if (numberPattern.test(word)) return scalar(start, pos, 'number', word, 0);
  lose(cursor, start, pos, 'quotes expected');
  return scalar(start, pos, 'string', word, 0);
}

/** A word ends at a blank, a line break, a bracket or one of `,#="'`. */
function endOfWord(text: string, start: number): number {
  let pos = start;
  for (;;) {
    switch (text.charCodeAt(pos)) {
      case char.tab:
      case char.lineFeed:
      case char.carriageReturn:
      case char.space:
      case char.quote:
      case char.hash:
      case char.apostrophe:
      case char.comma:
      case char.equals:
      case char.openList:
      case char.closeList:
      case char.openMap:
      case char.closeMap:
        return pos;
      default:
        if (pos >= text.length) return pos;
        pos++;
    }
  }
}

/** A string on one line, in double quotes or, without escapes, in single ones. */
export function readString(cursor: Cursor): Scalar {
  const { text, pos: start, problems } = cursor;
  const isBasic = at(cursor, char.quote);
  const close = text.charCodeAt(start);
  let hasEscapes = false;
  let hasControls = false;
  let pos = start + 1;
  for (;;) {
    const code = text.charCodeAt(pos);
    if (code === close || pos >= text.length || isLineBreak(code)) break;
    if (isControl(code)) hasControls = true;
    if (isBasic && code === char.backslash) {
      hasEscapes = true;
      if (!isLineBreak(text.charCodeAt(pos + 1)) && pos + 1 < text.length) pos++;
    }
    pos++;
  }
  if (hasControls) checkControls(cursor, start, pos);
  const isClosed = text.charCodeAt(pos) === close;
  const end = isClosed ? pos : trimmedEnd(text, start + 1, pos);
  const content = text.slice(start + 1, end);
  cursor.pos = isClosed ? pos + 1 : pos;
  if (!isClosed) reportSyntax(problems, start, end, 'closing quote expected');
  const decoded = hasEscapes ? unescaped(cursor, start, content) : content;
  // No quote counts where there are not two.
  return isClosed ? scalar(start, pos + 1, 'string', decoded, 1) : scalar(start + 1, end, 'string', decoded, 0);
}

/** Whoever forgets the closing quote in a list has still typed the comma. */
function trimmedEnd(text: string, start: number, end: number): number {
  while (end > start && ' \t,'.includes(text.charAt(end - 1))) end--;
  return end;
}

/** A string between three quotes, over any number of lines. */
export function readMultilineString(cursor: Cursor): Scalar {
  const { text, pos: start } = cursor;
  const quotes = text.slice(start, start + 3);
  const end = endOfMultiline(text, start + 3, quotes);
  if (end === undefined) {
    cursor.pos = endOfLine(text, start);
    lose(cursor, start, start + 3, 'closing quotes expected');
    return scalar(start + 3, cursor.pos, 'string', text.slice(start + 3, cursor.pos), 0);
  }
  cursor.pos = end + 3;
  checkControls(cursor, start, end);
  const content = text
    .slice(start + 3, end)
    .replace(/\r\n/g, '\n')
    .replace(/^\n/, '');
  const hasEscapes = quotes === '"""' && content.includes('\\');
  return scalar(start, end + 3, 'string', hasEscapes ? unescaped(cursor, start, content) : content, 3);
}

/** Where the closing quotes begin. One or two more before them belong to the content. */
function endOfMultiline(text: string, pos: number, quotes: string): number | undefined {
  const quote = quotes.charCodeAt(0);
  while (pos < text.length) {
    const code = text.charCodeAt(pos);
    if (code === quote && text.startsWith(quotes, pos)) {
      let end = pos;
      while (end < pos + 2 && text.charCodeAt(end + 3) === quote) end++;
      return end;
    }
    pos += code === char.backslash && quote === char.quote ? 2 : 1;
  }
  return undefined;
}

function unescaped(cursor: Cursor, start: number, content: string): string {
  const pattern = /\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|x([\da-fA-F]{2})|([ \t]*\n[ \t\n]*)|[\s\S]?)/g;
  return content.replace(pattern, (written: string, four?: string, eight?: string, two?: string, lineEnd?: string) => {
    if (lineEnd !== undefined) return '';
    const code = four ?? eight ?? two;
    const plain = code ? characterOf(Number.parseInt(code, 16)) : shortEscapes.get(written.slice(1));
    if (plain === undefined) reportSyntax(cursor.problems, start, cursor.pos, 'invalid escape in string');
    return plain ?? written.slice(1);
  });
}

function characterOf(code: number): string | undefined {
  const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}

function checkControls(cursor: Cursor, start: number, end: number): void {
  const control = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)/.exec(cursor.text.slice(start, end));
  if (!control) return;
  reportSyntax(cursor.problems, start + control.index, start + control.index + 1, 'control characters are not allowed');
}

function isControl(code: number): boolean {
  return (code < char.space && code !== char.tab) || code === char.delete;
}
