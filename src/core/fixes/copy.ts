// Copies an entry in its own hand, with other dates, id, kind and key, and without its comments.
import { likelyField } from '../formats/fields';
import { textOf } from '../formats/records';
import { getOrAdd } from '../maps';
import type { Entry, FieldName, LicenseDocument } from '../model';
import { applyEdits, type Edit } from '../text';
import type { MapNode, Node, Pair, Scalar, Span } from '../tree';
import { commentRemovals } from './comments';
import { type Notation, notationOf } from './notations';
import { appendPairs, isOwn, type NewPair } from './pairs';

/** What the copy says in place of its original, by field; each is plain text, spelled by the notation. */
export type Changes = readonly {
  readonly field: FieldName;
  readonly text: string;
  readonly isDate?: boolean;
  readonly select?: boolean | undefined;
}[];

/** A copy's text and the part of it to type over. */
export interface Copy {
  readonly text: string;
  readonly select?: Span;
}

/**
 * The text of the entry's node with the changes made. Fields that the entry does not have itself are added behind its own.
 * `undefined`: what is to be changed can't be parted from the rest.
 */
export function copyEntry(source: string, entry: Entry, changes: Changes): Copy | undefined {
  const { node, document } = entry;
  const notation = notationOf(document.format);
  if (isAlias(node)) return copyOfAlias(source, entry, changes, notation);
  const edits: Edit[] = [];
  const added: NewPair[] = [];
  for (const change of changes) {
    // A field may stand there in several spellings; whatever they say, none of it may get into the copy.
    const pairs = node.pairs.filter(
      pair => isOwn(node, pair) && document.vocabulary.fieldNamed(pair.key.text) === change.field,
    );
    if (pairs.some(({ value }) => value.kind !== 'scalar' && (value.style === 'table' || isDotted(value))))
      return undefined;
    if (pairs.length === 0) added.push(newPair(source, entry, change, notation));
    for (const pair of pairs) {
      const select = change.select && pair === pairs[0];
      edits.push(replacement(source, pair.value, { ...change, select }, notation));
    }
  }
  for (const { key, value } of otherSecrets(entry)) {
    // `licenseKey 3F9A-11C0` without its colon is a name that holds the key.
    if (!/^[\w.-]+$/.test(key.text)) return undefined;
    if (value.start < value.end) edits.push(replacement(source, value, { text: blank }, notation));
  }
  const comments = commentRemovals(source, node, notation, document.format === 'yaml');
  edits.push(...comments.filter(({ start }) => !edits.some(edit => edit.start <= start && start < edit.end)));
  const addition = added.length > 0 ? appendPairs(source, node, added, notation, 'in a copy') : undefined;
  if (addition) edits.push(addition);
  return cut(source, node, edits);
}

/** What stands in a copy for what may be a secret besides its key. */
const blank = '<…>';

/** Values under names that we don't know, or inside other values, that look like keys by their names or by what they say. */
function otherSecrets({ node, fields, document: { vocabulary } }: Entry): readonly Pair[] {
  const key = textOf(fields.key);
  const found: Pair[] = [];
  const look = (map: MapNode, isEntry: boolean): void => {
    for (const pair of map.pairs) {
      const { value } = pair;
      const field = vocabulary.fieldNamed(pair.key.text);
      if (
        !isOwn(node, pair) ||
        (isEntry && field !== undefined && value.kind === 'scalar') ||
        (field === 'key' && isEntry)
      )
        continue;
      if (value.kind === 'map') look(value, false);
      else if (value.kind === 'list')
        for (const item of value.items) look({ ...map, pairs: [{ key: pair.key, value: item }] }, false);
      else if (isSecretName(pair.key.text) || (key !== undefined && value.text.includes(key))) found.push(pair);
    }
  };
  look(node, true);
  return found;
}

/** `Activation-Code`, `api_token`, `licenseKye`. */
function isSecretName(name: string): boolean {
  return /key|serial|secret|token|passw|signature|activation/i.test(name) || likelyField(name, true)?.[0] === 'key';
}

function isDotted(value: Node): boolean {
  return value.kind === 'map' && value.style === 'dotted';
}

/** The edit that says something else in the place of a value, in the quotes it has. */
export function replacement(
  source: string,
  value: Node,
  change: Pick<Changes[number], 'text' | 'isDate' | 'select'>,
  notation: Notation,
): Edit {
  if (value.kind !== 'scalar' || value.quote === 0) {
    const text = change.isDate ? notation.date(change.text) : notation.value(change.text);
    const spaces = value.kind === 'scalar' ? spaceBefore(source, value) : '';
    const { start, end } = wordIn(text);
    return {
      start: value.start,
      end: value.end,
      // Right behind a value, what follows would be no comment.
      text: spaces + text + (value.start === value.end && source[value.end] === '#' ? ' ' : ''),
      ...(change.select && { select: { start: start + spaces.length, end: end + spaces.length } }),
    };
  }
  const text = notation.quoted(change.text, source[value.start]!);
  const span = { start: value.start + value.quote, end: value.end - value.quote };
  return { ...span, text, ...(change.select && { select: { start: 0, end: text.length } }) };
}

/** A value that is put where none was written needs a space after the colon. */
function spaceBefore(source: string, { start, end }: Scalar): string {
  return start === end && /[:=]/.test(source[start - 1] ?? '') ? ' ' : '';
}

function newPair(source: string, entry: Entry, change: Changes[number], notation: Notation): NewPair {
  const value = change.isDate ? dateLike(source, entry, change.text, notation) : notation.value(change.text);
  return {
    key: entry.fields[change.field]?.key.text ?? keyFor(entry.document, change.field),
    value,
    ...(change.select && { select: wordIn(value) }),
  };
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

const keysUsed = new WeakMap<LicenseDocument, Map<FieldName, string>>();

/** The spelling of a field's name that the document's entries use; looked for once. */
export function keyFor(document: LicenseDocument, field: FieldName): string {
  const known = keysUsed.get(document) ?? new Map<FieldName, string>();
  keysUsed.set(document, known);
  return getOrAdd(known, field, () => {
    const used = document.entries.find(({ fields }) => fields[field])?.fields[field];
    return used?.key.text ?? field;
  });
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
  const local = edits
    .map(edit => ({ ...edit, start: edit.start - span.start, end: edit.end - span.start }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const text = applyEdits(source.slice(span.start, span.end), local);
  const selecting = local.find(edit => edit.select);
  if (!selecting?.select) return { text };
  // Those before it in the text, and at its very place those that were asked for earlier.
  const shift = local
    .slice(0, local.indexOf(selecting))
    .reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
  const start = selecting.start + shift;
  return { text, select: { start: start + selecting.select.start, end: start + selecting.select.end } };
}
