// A unified diff of edits to one file, as `patch -p1` takes it. Without lines around the changes: there the keys of other licenses stand.
import { applyEdits, type Edit, lineStart, nextLine } from '../core/text';
import type { Span } from '../core/tree';

/** Lines that others take the place of. */
export interface Hunk {
  /** The old lines in the text, whole. */
  readonly span: Span;
  /** Each with its line break, if it has one. */
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** Made from the edits and not by comparing texts: so it says what is done, and takes no longer for many changes. */
export function hunksOf(text: string, edits: readonly Edit[]): readonly Hunk[] {
  const groups: { start: number; end: number; readonly edits: Edit[] }[] = [];
  for (const edit of edits) {
    const start = lineStart(text, edit.start);
    const end = nextLine(text, edit.end);
    const last = groups.at(-1);
    if (last && start < last.end) {
      last.end = Math.max(last.end, end);
      last.edits.push(edit);
    } else groups.push({ start, end, edits: [edit] });
  }
  return groups.map(({ start, end, edits }) => {
    const old = text.slice(start, end);
    const moved = edits.map(edit => ({ ...edit, start: edit.start - start, end: edit.end - start }));
    return hunkOf(start, linesOf(old), linesOf(applyEdits(old, moved)));
  });
}

/** Without the lines at both ends that stay as they are. */
function hunkOf(start: number, removed: readonly string[], added: readonly string[]): Hunk {
  const most = Math.min(removed.length, added.length);
  let head = 0;
  while (head < most && removed[head] === added[head]) head++;
  let tail = 0;
  while (tail < most - head && removed.at(-1 - tail) === added.at(-1 - tail)) tail++;
  const from = start + lengthOf(removed.slice(0, head));
  const gone = removed.slice(head, removed.length - tail);
  return {
    span: { start: from, end: from + lengthOf(gone) },
    removed: gone,
    added: added.slice(head, added.length - tail),
  };
}

/** `mark`: the byte order mark before the first line, or nothing. */
export function printDiff(path: string, mark: string, text: string, hunks: readonly Hunk[]): string {
  let output = `--- ${nameOf(`a/${path}`)}\n+++ ${nameOf(`b/${path}`)}\n`;
  let line = 1;
  let at = 0;
  let shift = 0;
  for (const { span, removed, added } of hunks) {
    line += linesOf(text.slice(at, span.start)).length;
    at = span.start;
    const before = at === 0 ? mark : '';
    output += `@@ -${rangeOf(line, removed)} +${rangeOf(line + shift, added)} @@\n`;
    output += printLines('-', before, removed) + printLines('+', before, added);
    shift += added.length - removed.length;
  }
  return output;
}

/** Of no lines, the line that they would follow is named. */
function rangeOf(line: number, { length }: readonly string[]): string {
  return `${length === 0 ? line - 1 : line},${length}`;
}

function printLines(sign: string, mark: string, lines: readonly string[]): string {
  const printed = lines.map((line, i) => `${sign}${i === 0 ? mark : ''}${line}`).join('');
  return printed === '' || printed.endsWith('\n') ? printed : `${printed}\n\\ No newline at end of file\n`;
}

/** As GNU diff and git write names: in quotes with octal bytes where needed; behind a space only a tab shows the end. */
function nameOf(path: string): string {
  if (/^[ !#-[\]-~]*$/.test(path)) return path.includes(' ') ? `${path}\t` : path;
  const quoted = Array.from(Buffer.from(path), byte => {
    const char = String.fromCharCode(byte);
    return /[ !#-[\]-~]/.test(char) ? char : `\\${byte.toString(8).padStart(3, '0')}`;
  });
  return `"${quoted.join('')}"`;
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((length, line) => length + line.length, 0);
}
