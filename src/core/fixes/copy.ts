// Copies an entry in its own hand, with other dates, id, kind and key, and without its comments.
import type { Entry, FieldName } from '../model';
import { applyEdits, type Edit } from '../text';
import type { MapNode, Pair, Scalar, Span } from '../tree';
import { commentRemovals } from './comments';
import { type Notation, notationOf } from './notations';
import { appendPairs, isOwn, type NewPair } from './pairs';

/** What the copy says in place of its original, by field; each is plain text, spelled by the notation. */
export type Changes = readonly {
  readonly field: FieldName;
  readonly text: string;
  readonly isDate?: boolean;
  readonly select?: boolean;
}[];

/** A copy's text and the part of it to type over. */
export interface Copy {
  readonly text: string;
  readonly select?: Span;
}

/** The text of the entry's node with the changes made. Fields that the entry does not have itself are added behind its own. */
export function copyEntry(source: string, entry: Entry, changes: Changes): Copy {
  const { node, document } = entry;
  const notation = notationOf(document.format);
  if (isAlias(node)) return copyOfAlias(source, entry, changes, notation);
  const edits: Edit[] = commentRemovals(source, node, notation, document.format === 'yaml');
  const added: NewPair[] = [];
  for (const change of changes) {
    const pair = entry.fields[change.field];
    if (isOwn(node, pair) && pair.value.kind === 'scalar')
      edits.push(replacement(source, pair.value, change, notation));
    else added.push(newPair(source, entry, change, notation));
  }
  const addition = added.length > 0 ? appendPairs(source, node, added, notation) : undefined;
  if (addition) edits.push(addition);
  return cut(source, node, edits);
}

/** Where the value stands that is changed, in the quotes it has. */
function replacement(source: string, value: Scalar, change: Changes[number], notation: Notation): Edit {
  if (value.quote === 0) {
    const text = change.isDate ? notation.date(change.text) : notation.value(change.text);
    return {
      start: value.start,
      end: value.end,
      text: spaced(source, value, text),
      ...(change.select && { select: wordIn(text) }),
    };
  }
  const text = notation.quoted(change.text, source[value.start]!);
  const span = { start: value.start + value.quote, end: value.end - value.quote };
  return { ...span, text, ...(change.select && { select: { start: 0, end: text.length } }) };
}

/** A value that is put where none was written needs a space after the colon. */
function spaced(source: string, value: Scalar, text: string): string {
  return value.start === value.end && /[:=]/.test(source[value.start - 1] ?? '') ? ` ${text}` : text;
}

function newPair(source: string, entry: Entry, change: Changes[number], notation: Notation): NewPair {
  const value = change.isDate ? dateLike(source, entry, change.text, notation) : notation.value(change.text);
  return { key: keyFor(entry, change.field), value, ...(change.select && { select: wordIn(value) }) };
}

/** A date in the quotes of the entry's other date. */
function dateLike(source: string, { fields }: Entry, text: string, notation: Notation): string {
  const other = [fields.starts, fields.expires].find(
    pair => pair?.value.kind === 'scalar' && pair.value.end > pair.value.start,
  );
  if (other?.value.kind !== 'scalar' || other.value.quote === 0) return notation.date(text);
  const quote = source[other.value.start]!;
  return quote + notation.quoted(text, quote) + quote;
}

/** The part of a written value that is its text, without quotes around it. */
function wordIn(value: string): Span {
  const quoted = /^["']/.test(value);
  return quoted ? { start: 1, end: value.length - 1 } : { start: 0, end: value.length };
}

/** The spelling of a field's name that the document uses. */
function keyFor({ document, fields }: Entry, field: FieldName): string {
  const used = fields[field] ?? document.entries.find(({ fields }) => fields[field])?.fields[field];
  return used?.key.text ?? field;
}

/** An entry that is only an alias is copied by merging what the alias stands for. */
function copyOfAlias(source: string, entry: Entry, changes: Changes, notation: Notation): Copy {
  const { node } = entry;
  const column = node.start - (source.lastIndexOf('\n', node.start - 1) + 1);
  let text = `<<: ${source.slice(node.start, node.end)}`;
  let select: Span | undefined;
  for (const change of changes) {
    const { key, value, select: part } = newPair(source, entry, change, notation);
    text += `\n${' '.repeat(column)}${key}${notation.assign}`;
    if (part) select = { start: text.length + part.start, end: text.length + part.end };
    text += value;
  }
  return select ? { text, select } : { text };
}

/** Whether the mapping is written elsewhere and only named here. */
function isAlias(node: MapNode): boolean {
  return node.pairs.length > 0 && !node.pairs.some((pair: Pair) => isOwn(node, pair));
}

/** The stretch of a source after edits inside it, and where the selected part has come to stand. */
function cut(source: string, span: Span, edits: readonly Edit[]): Copy {
  const local = edits.map(edit => ({ ...edit, start: edit.start - span.start, end: edit.end - span.start }));
  const text = applyEdits(source.slice(span.start, span.end), local);
  const selecting = local.find(edit => edit.select);
  if (!selecting?.select) return { text };
  const shift = local
    .filter(edit => edit !== selecting && edit.end <= selecting.start && edit.start < selecting.start)
    .reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
  const start = selecting.start + shift;
  return { text, select: { start: start + selecting.select.start, end: start + selecting.select.end } };
}
