// Has the YAML parser read a stretch of the text; it gives up at the first error and then says where and why.
import { parseEvents, YAMLException } from 'js-yaml';
import { maxDepth, type Span } from '../tree';
import { reportSyntax, tooDeep } from './nodes';
import type { Piece, Reading } from './yaml-nodes';
import { startOfLine, trimmedEnd } from './yaml-text';

/** A stretch of the text that is read by itself. */
export interface Stretch extends Span {
  /** How many mappings and lists it lies in. */
  readonly depth: number;
  readonly holes: readonly Hole[];
}

/** A line, or what stands on it, that cannot be part of anything; it is passed over. */
export interface Hole extends Span {
  readonly reason: string;
}

const unexpected = 'unexpected text';

export interface Failure extends Hole {
  /** A limit that was passed, if that is all. */
  readonly limit: 'depth' | 'failures' | undefined;
}

/** What the parser's giving up costs besides reading up to there, in characters it could have read instead. */
const costOfFailure = 500;

/**
 * Whether too much has been read in vain. One broken entry of a large file takes some six times the text, since each level around it
 * fails too; in a text where everything is broken it would go on and on.
 */
export function isExhausted({ text, wasted }: Reading): boolean {
  return wasted > 20 * text.length + 10_000_000;
}

export function parse(reading: Reading, stretch: Stretch): Piece | Failure {
  const { text } = reading;
  const { start, end, depth, holes } = stretch;
  if (isExhausted(reading)) return { start, end: start, reason: 'too many errors', limit: 'failures' };
  const base = startOfLine(text, start);
  const input = ' '.repeat(start - base) + withoutHoles(text, start, end, holes);
  try {
    return { input, base, events: parseEvents(input, { maxDepth: maxDepth + 1 - depth }) };
  } catch (error) {
    reading.wasted += input.length + costOfFailure;
    return failureOf(error, text, stretch, base);
  }
}

export function failed(piece: Piece | Failure): piece is Failure {
  return 'reason' in piece;
}

export function reportFailure(reading: Reading, { start, end, reason, limit }: Failure): void {
  if (limit === 'depth') reading.tooDeep ??= tooDeep(start);
  else if (limit === 'failures') reading.tooBroken ??= { code: 'syntax', start, end, reason };
  else reportSyntax(reading.problems, start, end, reason);
}

/** The text with blanks where the holes are, so that offsets stay what they are. */
function withoutHoles(text: string, start: number, end: number, holes: readonly Span[]): string {
  const parts: string[] = [];
  let from = start;
  for (const hole of holes) {
    parts.push(text.slice(from, hole.start), ' '.repeat(hole.end - hole.start));
    from = hole.end;
  }
  parts.push(text.slice(from, end));
  return parts.join('');
}

/** Where the parser only noticed at the end that something is missing, the last character is pointed at. */
function failureOf(error: unknown, text: string, stretch: Stretch, base: number): Failure {
  const { reason, mark } = error instanceof YAMLException ? error : { reason: unexpected, mark: undefined };
  const position = Math.min(Math.max(base + (mark?.position ?? 0), stretch.start), stretch.end);
  const limit = reason.startsWith('nesting exceeded') ? 'depth' : undefined;
  const isVisible = position < stretch.end && trimmedEnd(text, position, position + 1) > position;
  const start = isVisible ? position : Math.max(trimmedEnd(text, stretch.start, position) - 1, stretch.start);
  // The parser's own words speak of what it expected next, which is of no help to whoever made the mistake before.
  const isEnd = reason.startsWith('end of the stream');
  return { start, end: Math.min(start + 1, stretch.end), reason: isEnd ? unexpected : reason, limit };
}
