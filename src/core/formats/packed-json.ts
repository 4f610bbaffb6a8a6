// The fast way through the mappings that most JSON files are made of; what is anything but plain is left to the careful way.
import { char } from './chars';
import { type Cursor, skipBlanks } from './json-lexer';
import { PackedMap, type PackedText } from './packed-map';

/** `undefined`, with the cursor where it was, unless all of the mapping is plain. `lastKeys`: those of the mapping before. */
export function readPackedMap(cursor: Cursor, packed: PackedText, lastKeys: readonly string[]): PackedMap | undefined {
  const { pos: start, problems } = cursor;
  const { places } = packed;
  const offset = places.length;
  const before = problems.length;
  const keys = readPairs(cursor, places, lastKeys);
  // An unclosed comment is a problem that the careful way has to tell.
  if (keys && problems.length === before) return new PackedMap(packed, offset, start, cursor.pos, keys);
  places.length = offset;
  problems.length = before;
  cursor.pos = start;
  return undefined;
}

function readPairs(cursor: Cursor, places: number[], lastKeys: readonly string[]): readonly string[] | undefined {
  const { text } = cursor;
  let keys: string[] | undefined;
  let count = 0;
  for (let mark: number = char.openMap; mark !== char.closeMap; count++) {
    if (mark !== (count === 0 ? char.openMap : char.comma)) return undefined;
    cursor.pos++;
    skipBlanks(cursor);
    const keyStart = cursor.pos;
    const likely: string | undefined = lastKeys[count];
    const key = likely !== undefined && isQuoted(text, likely, keyStart) ? likely : plainString(text, keyStart);
    if (key === undefined) return undefined;
    // As long as the keys are those of the mapping before, they need no list of their own.
    if (!keys && key !== likely) keys = lastKeys.slice(0, count);
    keys?.push(key);
    cursor.pos = keyStart + key.length + 2;
    skipBlanks(cursor);
    if (text.charCodeAt(cursor.pos) !== char.colon) return undefined;
    cursor.pos++;
    skipBlanks(cursor);
    const valueEnd = endOfScalar(text, cursor.pos);
    if (valueEnd < 0) return undefined;
    places.push(keyStart, cursor.pos, valueEnd);
    cursor.pos = valueEnd;
    skipBlanks(cursor);
    mark = text.charCodeAt(cursor.pos);
  }
  cursor.pos++;
  return keys ?? (count === lastKeys.length ? lastKeys : lastKeys.slice(0, count));
}

function isQuoted(text: string, word: string, start: number): boolean {
  const end = start + 1 + word.length;
  return (
    text.charCodeAt(start) === char.quote && text.charCodeAt(end) === char.quote && text.startsWith(word, start + 1)
  );
}

/** The content of a string that says just what is written. */
function plainString(text: string, start: number): string | undefined {
  const end = endOfString(text, start);
  return end < 0 ? undefined : text.slice(start + 1, end - 1);
}

/** Where a string ends that is nothing but itself, or -1. */
function endOfString(text: string, start: number): number {
  if (text.charCodeAt(start) !== char.quote) return -1;
  for (let pos = start + 1; ; pos++) {
    const code = text.charCodeAt(pos);
    if (code === char.quote) return pos + 1;
    // Past the end of the text a code is NaN, which is not at least a space either.
    if (code === char.backslash || !(code >= char.space)) return -1;
  }
}

/** Where a string, a plain whole number or a word ends, or -1. */
function endOfScalar(text: string, start: number): number {
  const code = text.charCodeAt(start);
  if (code === char.quote) return endOfString(text, start);
  let end = start;
  if (code > char.zero && code <= char.nine) {
    while (text.charCodeAt(end) >= char.zero && text.charCodeAt(end) <= char.nine) end++;
  } else for (const word of words) if (text.startsWith(word, start)) end = start + word.length;
  // A word must end where it ends: `nullx` and `5.10` are for the careful way.
  return end > start && isEnd(text.charCodeAt(end)) ? end : -1;
}

const words = ['true', 'false', 'null'];

function isEnd(code: number): boolean {
  return (
    code === char.comma ||
    code === char.closeMap ||
    code === char.space ||
    (code >= char.tab && code <= char.carriageReturn)
  );
}
