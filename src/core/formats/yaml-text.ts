// Finds in a YAML text what the parser's events do not tell: closing brackets, the place of a value that is not there.
import { char, endOfLine, isBlank, isLineBreak } from './chars';

/** Where the blanks, line breaks and comments from `pos` on end. */
export function afterBlanks(text: string, pos: number): number {
  for (;;) {
    const code = text.charCodeAt(pos);
    if (isBlank(code) || isLineBreak(code)) pos++;
    else if (code === char.hash) pos = endOfLine(text, pos);
    else return pos;
  }
}

/**
 * Where a value would stand that is not written: after its mark (a colon or a dash) and one blank, or if there is no mark, right
 * where the last thing ended.
 */
export function placeAfter(text: string, pos: number, mark: string): number {
  const at = afterCommas(text, pos);
  if (mark === '' || text.charAt(at) !== mark) return pos;
  return text.charAt(at + 1) === ' ' ? at + 2 : at + 1;
}

/** Where a `?` key stands that is not written: before its colon. */
export function placeOfKey(text: string, pos: number): number {
  const at = afterCommas(text, pos);
  return text.charAt(at) === '?' ? placeAfter(text, pos, '?') : at;
}

/** The end of a flow collection whose last value ends at `pos`. */
export function afterClosing(text: string, pos: number, bracket: string): number {
  const at = afterCommas(text, pos);
  return text.charAt(at) === bracket ? at + 1 : pos;
}

/** Where the `|` or `>` of a block scalar stands, `pos` being somewhere between the last thing and it. */
export function startOfBlockScalar(text: string, pos: number, contentStart: number): number {
  for (;;) {
    const at = afterBlanks(text, pos);
    if (at >= contentStart) return contentStart;
    if ('|>'.includes(text.charAt(at))) return at;
    pos = at + 1;
  }
}

/** `end` without the blanks and line breaks before it. */
export function trimmedEnd(text: string, start: number, end: number): number {
  while (end > start && (isBlank(text.charCodeAt(end - 1)) || isLineBreak(text.charCodeAt(end - 1)))) end--;
  return end;
}

function afterCommas(text: string, pos: number): number {
  let at = afterBlanks(text, pos);
  while (text.charAt(at) === ',') at = afterBlanks(text, at + 1);
  return at;
}

/** Where the line starts that `pos` is in; a byte order mark at the start of the text is no part of it. */
export function startOfLine(text: string, pos: number): number {
  const first = pos > 0 && text.charCodeAt(0) === char.byteOrderMark ? 1 : 0;
  while (pos > first && !isLineBreak(text.charCodeAt(pos - 1))) pos--;
  return pos;
}
