// Hides a finding by a comment, above its line or for the whole file: the last resort, offered behind all fixes.
import type { FixOffer } from '../fixes';
import { formatNamed } from '../formats';
import { endOfCodes } from '../ignores';
import type { Ignore, LicenseFile, RuleCode } from '../model';
import { type Edit, lineBreakOf, lineEnd, lineStart } from '../text';
import type { Node, Span } from '../tree';
import * as words from '../words/ignores';

/** What no comment silences, and what may keep a comment from being read as one. */
const loud: ReadonlySet<RuleCode> = new Set(['unused-ignore', 'syntax', 'limit']);

export const ignoreFinding: FixOffer = ({ rule, file: source, span }, { files }) => {
  const file = files.find(({ path }) => path === source.path);
  const mark = file && markOf(file);
  if (!mark || loud.has(rule)) return [];
  const line = rule === 'no-terms' ? undefined : lineEdit(file, span, rule, mark);
  const offered = [
    ...(line ? [{ title: words.ignoreOnLine(rule), edit: line }] : []),
    { title: words.ignoreInFile(rule), edit: fileEdit(file, rule, mark) },
  ];
  return offered.map(({ title, edit }) => ({
    title,
    preferred: false,
    make: () => (isFree(file, edit) ? { file: source, edits: [edit] } : undefined),
  }));
};

/** What a comment begins with; `undefined` where a file can have none. */
function markOf({ format }: LicenseFile): string | undefined {
  if (format === 'jsonc') return '//';
  return format === 'yaml' || format === 'toml' ? '#' : formatNamed(format)?.comment?.mark;
}

/** A comment above the line, or one more code in the comment that is there already. In a vendor's file it stands above the whole record. */
function lineEdit(file: LicenseFile, { start }: Span, rule: RuleCode, mark: string): Edit | undefined {
  const { text, ignores } = file;
  const known = ignores.find(({ scope, lines, codes }) => scope !== 'file' && codes.length > 0 && holds(lines, start));
  if (known) return withCode(text, known, rule);
  const line = lineStart(text, recordAt(file, start)?.start ?? start);
  if (recordAt(file, line) || isInValue(file, line) || isTorn(file)) return undefined;
  const [indent] = /^[ \t]*/.exec(text.slice(line, lineEnd(text, line)))!;
  return comment(text, line, `${indent}${mark} license-coverage-ignore-next-line ${rule}`);
}

function fileEdit({ text, ignores }: LicenseFile, rule: RuleCode, mark: string): Edit {
  const known = ignores.find(({ scope, codes }) => scope === 'file' && codes.length > 0);
  return known ? withCode(text, known, rule) : comment(text, 0, `${mark} license-coverage-ignore-file ${rule}`);
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

function comment(text: string, at: number, line: string): Edit {
  return { start: at, end: at, text: line + lineBreakOf(text) };
}

/** Parted from the codes before it as these are from each other. */
function withCode(text: string, { span }: Ignore, rule: RuleCode): Edit {
  const at = endOfCodes(text, span.end);
  const separator = text.slice(span.end, at).includes(',') ? ', ' : ' ';
  return { start: at, end: at, text: separator + rule };
}

/** The record of a vendor's file in which an offset lies, behind its beginning or at it. */
function recordAt({ terms, documents }: LicenseFile, offset: number): Span | undefined {
  if (!documents.some(({ home }) => home)) return undefined;
  return terms.find(({ entry: { node } }) => node.start < offset && offset < node.end)?.entry.node;
}

/** Whether a native file's value goes on over an offset: what is put there would be part of it. */
function isInValue({ documents }: LicenseFile, offset: number): boolean {
  return documents.some(({ home, root }) => !home && isInScalar(root, offset));
}

/** Where a native file's text is broken, nobody can tell where its values are. */
function isTorn({ problems, documents }: LicenseFile): boolean {
  return problems.some(({ rule }) => rule === 'syntax') && documents.every(({ home }) => !home);
}

function isInScalar(node: Node, offset: number): boolean {
  if (offset <= node.start || node.end <= offset) return false;
  if (node.kind === 'scalar') return true;
  const children = node.kind === 'list' ? node.items : node.pairs.flatMap(({ key, value }) => [key, value]);
  return children.some(child => isInScalar(child, offset));
}

function isFree({ text, format }: LicenseFile, { start }: Edit): boolean {
  return formatNamed(format)?.comment?.isFreeAt?.(text, start) !== false;
}
