// Cuts a stretch of YAML where its lines say that an entry of a list or a pair of a mapping begins.
import { type Line, linesOf } from './yaml-lines';
import type { Hole, Stretch } from './yaml-parse';
import { startOfLine } from './yaml-text';

/** What begins with one dash or one key: everything up to the next that stands no further right. */
export interface Part extends Stretch {
  /** Where the dash or the key is; comments may precede it. */
  readonly head: number;
}

export interface Layout {
  readonly kind: 'list' | 'map';
  readonly parts: readonly [Part, ...Part[]];
}

type OpenPart = Part & { end: number; readonly holes: Hole[] };

interface Draft {
  readonly text: string;
  readonly stretch: Stretch;
  readonly parts: OpenPart[];
  /** Holes before the first part. */
  readonly holes: Hole[];
  first: Line | undefined;
  /** The last line, where it was a hole that may turn out to be a key without its colon. */
  word: Line | undefined;
}

/**
 * How a stretch is laid out, or `undefined` where its lines do not tell. Whatever belongs to an entry or a pair stands further right
 * than its first line (YAML allows nothing else), so the cuts are sound however broken the text in between is.
 */
export function layoutOf(text: string, stretch: Stretch): Layout | undefined {
  const draft: Draft = { text, stretch, parts: [], holes: [], first: undefined, word: undefined };
  const known = new Map(stretch.holes.map(hole => [hole.start, hole]));
  for (const line of linesOf(text, stretch.start, stretch.end)) {
    if (!draft.first && line.sort === 'flow') return undefined;
    const hole = known.get(line.start);
    if (hole) holesOf(draft).push(hole);
    else add(draft, line);
  }
  const { first } = draft;
  const [part, ...parts] = draft.parts;
  return first && part && { kind: first.sort === 'dash' ? 'list' : 'map', parts: [part, ...parts] };
}

function add(draft: Draft, line: Line): void {
  takeWordAsKey(draft, line);
  const { first } = draft;
  if (first && line.column > first.column) return;
  const begins = first ? line.sort === first.sort : line.sort === 'dash' || line.sort === 'key';
  if (begins) {
    begin(draft, line);
  } else if (first?.sort !== 'key' || line.sort !== 'dash') {
    holesOf(draft).push({ start: line.start, end: line.end, reason: reasonFor(line) });
    draft.word = line.sort === 'word' ? line : undefined;
  }
}

/** A word alone on its line, with a list or something further right below it, is a key whose colon is missing. */
function takeWordAsKey(draft: Draft, line: Line): void {
  const { word, first } = draft;
  draft.word = undefined;
  if (!word || first?.sort === 'dash') return;
  if (line.column < word.column || (line.column === word.column && line.sort !== 'dash')) return;
  holesOf(draft).pop();
  begin(draft, { ...word, sort: 'key' });
}

function begin(draft: Draft, line: Line): void {
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

function reasonFor({ sort }: Line): string {
  if (sort === 'tab') return 'tab characters must not be used in indentation';
  return sort === 'key' || sort === 'dash' ? 'bad indentation' : "expected ':' after a mapping key";
}
