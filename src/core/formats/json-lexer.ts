// The words of JSON: blanks and comments, strings, numbers and literals, each read where the reader stands.
import type { Scalar, TreeProblem } from '../tree';
import { char, endOfLine, isLineBreak } from './chars';
import { reportSyntax, scalar } from './nodes';

/** A text and where its reader stands: a plain object that is passed on, since closures over a moving index are several times slower. */
export interface Cursor {
  readonly text: string;
  pos: number;
  readonly problems: TreeProblem[];
}

const numberPattern = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

const shortEscapes = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

export function skipBlanks(cursor: Cursor): void {
  const { text } = cursor;
  let { pos } = cursor;
  for (;;) {
    const code = text.charCodeAt(pos);
    if (code === char.space || code === char.lineFeed || code === char.carriageReturn || code === char.tab) pos++;
    else if (code === char.slash && beginsComment(text, pos)) pos = endOfComment(cursor, pos);
    else break;
  }
  cursor.pos = pos;
}

function beginsComment(text: string, pos: number): boolean {
  const next = text.charCodeAt(pos + 1);
  return next === char.slash || next === char.star;
}

function endOfComment({ text, problems }: Cursor, pos: number): number {
  if (text.charCodeAt(pos + 1) === char.slash) return endOfLine(text, pos);
  const close = text.indexOf('*/', pos + 2);
  if (close >= 0) return close + 2;
  reportSyntax(problems, pos, pos + 2, 'end of comment expected');
  return text.length;
}

/** A string in double quotes, or in single ones, which are understood but reported. */
export function readString(cursor: Cursor): Scalar {
  const { text, pos: start } = cursor;
  const quote = text.charCodeAt(start);
  let pos = start + 1;
  for (;;) {
    const code = text.charCodeAt(pos);
    if (code === quote) break;
    // The comparison fails at the end of the text too.
    if (code === char.backslash || !(code >= char.space)) return readOddString(cursor, quote, pos);
    pos++;
  }
  cursor.pos = pos + 1;
  if (quote === char.apostrophe) reportSyntax(cursor.problems, start, pos + 1, 'double quotes expected');
  return scalar(start, pos + 1, 'string', text.slice(start + 1, pos), 1);
}

/** A string with escapes, with characters that do not belong there or without an end; `pos` is at the first such thing. */
function readOddString(cursor: Cursor, quote: number, pos: number): Scalar {
  const { text, pos: start, problems } = cursor;
  for (;;) {
    const code = text.charCodeAt(pos);
    if (code === quote) break;
    if (pos >= text.length || isLineBreak(code)) return readUnclosedString(cursor, pos);
    if (code < char.space) reportSyntax(problems, pos, pos + 1, 'invalid character in string');
    // An escaped line break does not continue a JSON string.
    if (code === char.backslash && pos + 1 < text.length && !isLineBreak(text.charCodeAt(pos + 1))) pos++;
    pos++;
  }
  cursor.pos = pos + 1;
  if (quote === char.apostrophe) reportSyntax(problems, start, pos + 1, 'double quotes expected');
  return scalar(start, pos + 1, 'string', unescaped(cursor, start + 1, pos), 1);
}

/** Whoever forgets the closing quote has still typed the comma: it is not part of the content. No quote counts here, for there are not two. */
function readUnclosedString(cursor: Cursor, lineEnd: number): Scalar {
  const { text, pos: start } = cursor;
  let end = lineEnd;
  while (end > start + 1 && ' \t,'.includes(text.charAt(end - 1))) end--;
  cursor.pos = lineEnd;
  reportSyntax(cursor.problems, start, end, 'end of string expected');
  return scalar(start + 1, end, 'string', unescaped(cursor, start + 1, end), 0);
}

function unescaped({ text, problems }: Cursor, start: number, end: number): string {
  const content = text.slice(start, end);
  return content.replace(/\\(?:u([\da-fA-F]{4})|[\s\S]?)/g, (written, code: string | undefined, at: number) => {
    if (code) return String.fromCharCode(Number.parseInt(code, 16));
    const plain = shortEscapes.get(written.slice(1));
    if (plain === undefined)
      reportSyntax(problems, start + at, start + at + written.length, 'invalid escape in string');
    return plain ?? written.slice(1);
  });
}

/** A number, a literal or something that should have stood in quotes; `undefined` where no word begins. */
export function readWord(cursor: Cursor): Scalar | undefined {
  const { text, pos: start } = cursor;
  let pos = start;
  while (isWordChar(text, pos)) pos++;
  if (pos === start) return undefined;
  cursor.pos = pos;
  const word = text.slice(start, pos);
  if (word === 'true' || word === 'false') return scalar(start, pos, 'boolean', word, 0);
  if (word === 'null') return scalar(start, pos, 'null', word, 0);
  if (numberPattern.test(word)) return scalar(start, pos, 'number', word, 0);
  reportSyntax(cursor.problems, start, pos, 'double quotes expected');
  return scalar(start, pos, 'string', word, 0);
}

function isWordChar(text: string, pos: number): boolean {
  switch (text.charCodeAt(pos)) {
    case char.comma:
    case char.openList:
    case char.closeList:
    case char.openMap:
    case char.closeMap:
    case char.quote:
      return false;
    case char.slash:
      return !beginsComment(text, pos);
    case char.colon:
      // The time of a date without quotes, not the end of a key.
      return isDigit(text.charCodeAt(pos - 1)) && isDigit(text.charCodeAt(pos + 1));
    default:
      return text.charCodeAt(pos) > char.space;
  }
}

function isDigit(code: number): boolean {
  return code >= char.zero && code <= char.nine;
}
