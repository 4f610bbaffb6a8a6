// Places in text and changes to it.
import { firstIndex } from './search';
import type { Scalar, Span } from './tree';

/** A replacement of `[start, end)` in one file's text; an insertion where both are the same. */
export interface Edit extends Span {
  readonly text: string;
  /** The part of `text` that the user will type over, as offsets into it. */
  readonly select?: Span;
  /** The part behind it that comes next, by Tab; it may well be left as it is. */
  readonly selectNext?: Span;
}

/** The text after the edits. They must not overlap; edits at one place apply in the order given. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** Where the content of a scalar stands, without its quotes. */
export function contentSpan(scalar: Scalar): Span {
  return { start: scalar.start + scalar.quote, end: Math.max(scalar.start + scalar.quote, scalar.end - scalar.quote) };
}

/** The line break that a text uses: that of its first line. */
export function lineBreakOf(text: string): '\n' | '\r\n' {
  const at = text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}

/** The text with each carriage return that ends a line alone as a line feed, as editors show it; its offsets are the same. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}

/** A stretch of a text without the white space at its ends. */
export function trimmedSpan(text: string, from: number, end: number): Span {
  const value = text.slice(from, end);
  const start = from + value.length - value.trimStart().length;
  return { start, end: Math.max(start, from + value.trimEnd().length) };
}

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The white space before an offset, if nothing else stands before it on its line; `undefined` otherwise. As quick on a line of megabytes. */
export function indentBefore(text: string, offset: number): string | undefined {
  let start = offset;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  return start === 0 || text[start - 1] === '\n' ? text.slice(start, offset) : undefined;
}

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  if (at < 0) return text.length;
  return at > offset && text[at - 1] === '\r' ? at - 1 : at;
}

/** Where the line after that of an offset begins; the end of the text where there is none. */
export function nextLine(text: string, offset: number): number {
  const lineBreak = text.indexOf('\n', offset);
  return lineBreak < 0 ? text.length : lineBreak + 1;
}

/** Offsets of the beginnings of a text's lines, for turning offsets into lines. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Line and column of an offset, both from 1, the column in UTF-16 units. */
export function lineAndColumn(starts: readonly number[], offset: number): { line: number; column: number } {
  const line = firstIndex(starts, start => start > offset);
  return { line, column: offset - starts[line - 1]! + 1 };
}

/** The most characters of a file's own words that are shown in one place. */
const shownLength = 200;

/**
 * Text from a file made safe to show: at most 200 characters, controls, line breaks, zero-width and direction-changing characters
 * as spaces, halves of surrogate pairs as U+FFFD.
 */
export function shown(text: string): string {
  // Most names are short and plain.
  if (text.length <= shownLength && /^[ -~]*$/.test(text)) return text;
  const safe = text
    .replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, ' ')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
  const points = [...safe];
  return points.length > shownLength ? `${points.slice(0, shownLength - 1).join('')}…` : safe;
}
