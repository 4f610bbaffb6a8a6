// What each line of a YAML text looks like by itself: how far in it begins and with what.
import type { Span } from '../tree';
import { char, endOfLine, isBlank } from './chars';
import { startOfLine, trimmedEnd } from './yaml-text';

/** What stands on a line that is neither blank nor a comment; tabs before it belong to it. */
export interface Line extends Span {
  readonly column: number;
  /** A key may have a value on its line, nothing (`open`), or the head of a block scalar (`text`). */
  readonly sort: 'dash' | 'key' | 'open' | 'text' | 'word' | 'flow' | 'tab' | 'other';
}

/** The lines of a stretch, which may begin in the middle of one. */
export function* linesOf(text: string, start: number, end: number): Generator<Line> {
  let lineStart = startOfLine(text, start);
  for (let pos = start; pos < end; pos = lineStart) {
    let first = pos;
    if (first === 0 && text.charCodeAt(0) === char.byteOrderMark) lineStart = ++first;
    while (text.charAt(first) === ' ') first++;
    const lineEnd = Math.min(endOfLine(text, first), end);
    const sort = sortOf(text, first, lineEnd);
    if (sort) yield { start: first, end: trimmedEnd(text, first, lineEnd), column: first - lineStart, sort };
    lineStart = lineEnd + 1;
  }
}

function sortOf(text: string, start: number, end: number): Line['sort'] | undefined {
  let pos = start;
  while (pos < end && isBlank(text.charCodeAt(pos))) pos++;
  const first = text.charAt(pos);
  if (pos === end || first === '#') return undefined;
  if (pos > start) return 'tab';
  if (first === '{' || first === '[') return 'flow';
  if (first === '-' && isMark(text, pos, end)) return 'dash';
  if (first === '?' && isMark(text, pos, end)) return 'key';
  while (pos < end && !(text.charAt(pos) === ':' && isMark(text, pos, end))) pos++;
  if (pos < end) return keySort(text, pos + 1, end);
  return isWord(text.slice(start, Math.min(end, start + 100)).trimEnd()) ? 'word' : 'other';
}

/** Whether the character at `pos` ends there: after a dash, a colon or a question mark that means something comes a blank. */
function isMark(text: string, pos: number, end: number): boolean {
  return pos + 1 === end || isBlank(text.charCodeAt(pos + 1));
}

/** A key by what stands after its colon. An anchor or a tag says nothing of the value. */
function keySort(text: string, pos: number, end: number): Line['sort'] {
  while (pos < end && isBlank(text.charCodeAt(pos))) pos++;
  if (pos === end || '#&!'.includes(text.charAt(pos))) return 'open';
  return '|>'.includes(text.charAt(pos)) ? 'text' : 'key';
}

function isWord(line: string): boolean {
  return line.length < 100 && /^[\w-]+$/.test(line);
}
