// What can be folded in a vendor's license file: records that go on over several lines, and comments.
import { LineReader } from './formats/line-reader';
import { blocksOf } from './formats/lmx-reader';
import { isProse, type Language } from './languages';
import type { Steps } from './steps';
import { lineEnd, nextLine } from './text';
import type { Span } from './tree';

/** From the first line to the last: a fold has at least two. */
export interface Fold extends Span {
  readonly kind: 'record' | 'comment';
}

/** How many records or lines are looked at in one step. */
const stepLength = 1_000;

/** No more than `limit` of them. */
export function* foldsIn(text: string, language: Language, limit: number): Steps<readonly Fold[]> {
  const folds: Fold[] = [];
  let at = 0;
  let count = 0;
  for (const record of recordsIn(text, language)) {
    if (++count % stepLength === 0) yield;
    yield* addComments(text, at, record.start, folds);
    if (folds.length >= limit) break;
    if (lineEnd(text, record.start) < record.end) folds.push({ kind: 'record', start: record.start, end: record.end });
    // The lines of a record are no comments, but those between the directives of a block are.
    if (language.shape === 'blocks') yield* addComments(text, nextLine(text, record.start), record.end, folds);
    at = nextLine(text, record.end);
  }
  if (folds.length < limit) yield* addComments(text, at, text.length, folds);
  return folds.slice(0, limit);
}

function* recordsIn(text: string, language: Language): Generator<Span, undefined, undefined> {
  if (language.shape === 'blocks') {
    yield* blocksOf(text);
    return;
  }
  const reader = new LineReader(text, language.format.dialect);
  while (reader.next()) if (!isProse(reader, language.format.kinds.get(reader.keyword))) yield reader;
}

const comment = /[ \t]*#/y;

/** Adds the runs of comments in the lines that begin between two offsets. */
export function* addComments(text: string, from: number, to: number, folds: Fold[]): Steps<void> {
  /** Where the first and the last line of a run begin. */
  let [first, last] = [-1, -1];
  let count = 0;
  const end = (): void => {
    if (last > first) folds.push({ kind: 'comment', start: first, end: lineEnd(text, last) });
    first = -1;
    last = -1;
  };
  for (let at = from; at < to; at = nextLine(text, at)) {
    if (++count % stepLength === 0) yield;
    comment.lastIndex = at;
    if (comment.test(text)) {
      if (first < 0) first = at;
      last = at;
    } else end();
  }
  end();
}
