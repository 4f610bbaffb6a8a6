// Comments that silence findings: `license-coverage-ignore-line`, `-ignore-next-line` and `-ignore-file`, with codes or for all rules.
import type { Finding, Ignore, LicenseFile, SourceFile } from './model';
import { firstIndex } from './search';
import { lineEnd, lineStart } from './text';
import type { Node, Span } from './tree';

const pattern = /license-coverage-ignore-(line|next-line|file)(?![\w-])/g;
/** How much of a comment is looked at for codes. */
const longest = 500;

/** The comments of a file that say so, in the order of the text. What stands in one of `values` is no comment. */
export function ignoresIn({ text }: SourceFile, values: () => readonly Span[]): readonly Ignore[] {
  // Most files have none.
  if (!text.includes('license-coverage-ignore-')) return [];
  const inOrder = [...values()].sort((a, b) => a.start - b.start);
  return [...text.matchAll(pattern)].flatMap((match): readonly Ignore[] => {
    const { index: start } = match;
    const end = start + match[0].length;
    if (isInside(start, inOrder)) return [];
    const scope = match[1] as Ignore['scope'];
    const lines = linesFor(text, start, scope, inOrder);
    return [{ scope, span: { start, end }, lines, codes: codesBehind(text, end) }];
  });
}

/** What stands behind the words, up to a reason after `--` or the comment's end. */
function codesBehind(text: string, at: number): readonly string[] {
  return text
    .slice(at, endOfCodes(text, at))
    .split(/[\s,:]+/)
    .filter(word => word !== '');
}

/** Where the last code ends of those that begin at an offset. */
export function endOfCodes(text: string, at: number): number {
  const [codes] = text.slice(at, Math.min(lineEnd(text, at), at + longest)).split(/--|\*\/|#/);
  return at + codes!.replace(/[\s,:]+$/, '').length;
}

/** The next line goes on to the end of what begins on it: a vendor's record may have many lines. */
function linesFor(text: string, at: number, scope: Ignore['scope'], values: readonly Span[]): Span {
  if (scope === 'file') return { start: 0, end: text.length };
  if (scope === 'line') return { start: lineStart(text, at), end: lineEnd(text, at) };
  const next = text.indexOf('\n', at) + 1;
  if (next === 0) return { start: text.length, end: text.length };
  const end = lineEnd(text, next);
  const last = values[firstIndex(values, ({ start }) => start >= end) - 1];
  return { start: next, end: Math.max(end, last?.end ?? end) };
}

/** Keys and values as they are written. What an alias stands for is written elsewhere. */
export function scalarsIn(node: Node): readonly Span[] {
  if (node.kind === 'scalar') return [node];
  const children = node.kind === 'list' ? node.items : node.pairs.flatMap(({ key, value }) => [key, value]);
  return children.filter(({ start, end }) => start >= node.start && end <= node.end).flatMap(scalarsIn);
}

function isInside(at: number, spans: readonly Span[]): boolean {
  const next = spans[firstIndex(spans, ({ end }) => end > at)];
  return next !== undefined && next.start <= at;
}

/**
 * Answers which comment of a file silences a finding: by the line on which it begins, and by its code where the comment names any. Of
 * several that would, the first.
 */
export function silencer({ ignores }: LicenseFile): (finding: Pick<Finding, 'rule' | 'span'>) => Ignore | undefined {
  const inOrder = [...ignores].sort((a, b) => a.lines.start - b.lines.start);
  const byPlace = new Map<string, Ignore>();
  for (const ignore of ignores) {
    const { lines, codes } = ignore;
    for (const code of codes.length === 0 ? [''] : codes) {
      const place = `${lines.start} ${lines.end} ${code}`;
      if (!byPlace.has(place)) byPlace.set(place, ignore);
    }
  }
  const whole = ignores.find(({ scope }) => scope === 'file')?.lines;
  return ({ rule, span }) => {
    const line = inOrder[firstIndex(inOrder, ({ lines }) => lines.start > span.start) - 1]?.lines;
    for (const lines of [line, whole]) {
      if (!lines || span.start > lines.end) continue;
      const found = ['', rule].map(code => byPlace.get(`${lines.start} ${lines.end} ${code}`)).find(ignore => ignore);
      if (found) return found;
    }
    return undefined;
  };
}
