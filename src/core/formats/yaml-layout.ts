// Cuts a stretch of YAML where its lines say that an entry of a list or a pair of a mapping begins.
import { type Line, linesOf } from './yaml-lines';
import type { Hole, Stretch } from './yaml-parse';
import { startOfLine, trimmedEnd } from './yaml-text';

/** What begins with one dash or one key: everything up to the next that stands no further right. */
export interface Part extends Stretch {
  /** Where the dash or the key is; comments may precede it. */
  readonly head: number;
}

export interface Layout {
  readonly kind: 'list' | 'map';
  readonly parts: readonly [Part, ...Part[]];
}

const misplaced = 'bad indentation';

type OpenPart = Part & { end: number; readonly holes: Hole[] };

interface Draft {
  readonly text: string;
  readonly stretch: Stretch;
  readonly parts: OpenPart[];
  /** Holes before the first part. */
  readonly holes: Hole[];
  first: Line | undefined;
  /** The last line that began a part. */
  head: Line | undefined;
  /** The last line, where it was a hole that may turn out to be a key without its colon. */
  word: Line | undefined;
  /** How far in the entries of a list in the mapping stand, and which part it is. */
  list: { readonly column: number; readonly part: number } | undefined;
}

/**
 * How a stretch is laid out, or `undefined` where its lines do not tell. Whatever belongs to an entry or a pair stands further right
 * than its first line (YAML allows nothing else), so the cuts are sound however broken the text in between is.
 */
export function layoutOf(text: string, stretch: Stretch): Layout | undefined {
  const draft: Draft = {
    text,
    stretch,
    parts: [],
    holes: [],
    first: undefined,
    head: undefined,
    word: undefined,
    list: undefined,
  };
  const known = new Map(stretch.holes.map(hole => [hole.start, hole]));
  let holeEnd = 0;
  for (const line of linesOf(text, stretch.start, stretch.end)) {
    if (line.start < holeEnd) continue;
    if (!draft.first && line.sort === 'flow') return undefined;
    const hole = known.get(line.start);
    if (hole) {
      holesOf(draft).push(hole);
      holeEnd = hole.end;
    } else add(draft, line);
  }
  const { first } = draft;
  const [part, ...parts] = draft.parts;
  return first && part && { kind: first.sort === 'dash' ? 'list' : 'map', parts: [part, ...parts] };
}

function add(draft: Draft, line: Line): void {
  takeWordAsKey(draft, line);
  const { first } = draft;
  const isDash = line.sort === 'dash';
  if (first && isKey(first) && isDash) {
    addEntry(draft, line);
  } else if (first && line.column > first.column) {
    fill(draft);
  } else {
    const isHead = first ? isKey(first) === isKey(line) && isKey(line) !== isDash : isKey(line) || isDash;
    if (isHead) begin(draft, line);
    else leaveOut(draft, line);
  }
}

/** What stands below an open key is its value: if that begins with no dash, no list follows. */
function fill(draft: Draft): void {
  const { head, list, parts } = draft;
  if (head?.sort === 'open' && list?.part !== parts.length - 1) draft.head = { ...head, sort: 'key' };
}

function leaveOut(draft: Draft, line: Line): void {
  holesOf(draft).push({ start: line.start, end: line.end, reason: reasonFor(line) });
  if (line.sort === 'word') draft.word = line;
}

/**
 * A dash in a mapping begins an entry of a list that its key announced. Where the key has a value already, that key is a line of an
 * entry that slipped to the left, and the list before it goes on.
 */
function addEntry(draft: Draft, line: Line): void {
  const { text, head, list, parts } = draft;
  const last = parts.length - 1;
  if (head?.sort === 'open') {
    if (list?.part !== last) draft.list = { column: line.column, part: last };
  } else if (head?.sort === 'key' && list && list.part < last && list.column === line.column) {
    const [slipped, ...others] = parts.splice(list.part + 1);
    const part = parts[list.part];
    if (!slipped || !part) return;
    part.end = others.at(-1)?.end ?? slipped.end;
    part.holes.push({ start: slipped.head, end: trimmedEnd(text, slipped.head, line.start), reason: misplaced });
    draft.head = undefined;
  }
}

/** A word alone on its line, with a list or something further right below it, is a key whose colon is missing. */
function takeWordAsKey(draft: Draft, line: Line): void {
  const { word, first } = draft;
  draft.word = undefined;
  if (!word || first?.sort === 'dash') return;
  if (line.column < word.column || (line.column === word.column && line.sort !== 'dash')) return;
  holesOf(draft).pop();
  begin(draft, { ...word, sort: 'open' });
}

function begin(draft: Draft, line: Line): void {
  draft.head = line;
  const { text, stretch, parts, holes } = draft;
  const { end, depth } = stretch;
  const last = parts.at(-1);
  draft.first ??= line;
  if (last) last.end = startOfLine(text, line.start);
  parts.push({ start: last?.end ?? stretch.start, head: line.start, end, depth, holes: last ? [] : holes });
}

function holesOf({ parts, holes }: Draft): Hole[] {
  return parts.at(-1)?.holes ?? holes;
}

function isKey({ sort }: Line): boolean {
  return sort === 'key' || sort === 'open' || sort === 'text';
}

function reasonFor(line: Line): string {
  if (line.sort === 'tab') return 'tab characters must not be used in indentation';
  return isKey(line) || line.sort === 'dash' ? misplaced : "expected ':' after a mapping key";
}
