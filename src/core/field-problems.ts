// What is wrong with an entry's fields besides its dates: misspelled names, and ids and keys that stand twice.
import { isPlaceholder } from './entries';
import { likelyField, likelyKind } from './formats/fields';
import { type StrayPair, scalarOf, textOf } from './formats/records';
import type { Entry, Fields, LicenseDocument, Problem } from './model';
import { contentSpan } from './text';
import type { Pair } from './tree';
import * as coverageWords from './words/coverage';
import { unknownKind } from './words/schema';
import * as writtenWords from './words/written';

/** A key we do not know is reported only if the field that it resembles is missing there. */
export function reportStray({ pair, fields, isInEntry }: StrayPair, problems: Problem[]): void {
  const likely = likelyField(pair.key.text, isInEntry);
  if (!likely || fields[likely[0]]) return;
  const span = contentSpan(pair.key);
  const spelling = pair.key.text.includes('_')
    ? likely[1].replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
    : likely[1];
  problems.push({
    rule: 'unknown-field',
    span,
    message: writtenWords.unknownField(pair.key.text, spelling),
    subject: { kind: 'replace', span, choices: [spelling] },
  });
}

/** A kind may be any word of the user's own, but not one that is nearly one of ours: a temporary license is treated otherwise. */
export function reportKind(pair: Pair | undefined, kind: string, problems: Problem[]): void {
  const likely = likelyKind(kind);
  const scalar = likely === undefined ? undefined : scalarOf(pair);
  if (!scalar) return;
  const span = contentSpan(scalar);
  problems.push({
    rule: 'unknown-field',
    span,
    message: unknownKind(scalar.text, likely!),
    subject: { kind: 'replace', span, choices: [likely!] },
  });
}

/** Watches over what the entries of a document say, and knows whether anything may have been said twice. */
export class Repeats {
  readonly #ids = new Set<number>();
  readonly #keys = new Set<number>();
  mayBeIds = false;
  mayBeKeys = false;

  /** `key`: no placeholder. */
  see(id: string | undefined, key: string | undefined): void {
    if (id !== undefined && !isNew(id, this.#ids)) this.mayBeIds = true;
    if (key !== undefined && !isNew(key, this.#keys)) this.mayBeKeys = true;
  }
}

/**
 * Most files repeat nothing, and numbers say so without keeping ten thousand texts. Two texts may have one number, so that one that
 * is not new is only perhaps a repeated one.
 */
function isNew(text: string, seen: Set<number>): boolean {
  const { size } = seen;
  return seen.add(hashOf(text)).size > size;
}

export function reportDuplicates({ entries, file }: LicenseDocument, repeats: Repeats, problems: Problem[]): void {
  if (repeats.mayBeIds) reportRepeated('duplicate-id', 'id', entries, file, problems);
  if (repeats.mayBeKeys) reportRepeated('duplicate-key', 'key', entries, file, problems);
}

/** The second and later entries whose `field` says the same. The value itself is named only for ids: keys are secrets. */
function reportRepeated(
  rule: 'duplicate-id' | 'duplicate-key',
  field: 'id' | 'key',
  entries: readonly Entry[],
  file: LicenseDocument['file'],
  problems: Problem[],
): void {
  const first = new Map<string, Fields>();
  for (const entry of entries) {
    const { fields } = entry;
    const text = sayingOf(field, fields);
    const earlier = text === undefined ? undefined : first.get(text);
    if (text !== undefined && !earlier) first.set(text, fields);
    if (text === undefined || !earlier) continue;
    const message = field === 'id' ? writtenWords.duplicateId(text) : writtenWords.duplicateKey(textOf(earlier.id));
    const at = contentSpan(scalarOf(earlier[field])!);
    problems.push({
      rule,
      span: contentSpan(scalarOf(fields[field])!),
      message,
      related: [{ file, span: at, message: coverageWords.firstHere }],
      subject: { kind: 'duplicate', field, entry },
    });
  }
}

/** FNV-1a, cut to the small integers that cost no memory. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 2;
}

function sayingOf(field: 'id' | 'key', fields: Fields): string | undefined {
  const pair = fields[field];
  return field === 'key' && isPlaceholder(pair) ? undefined : textOf(pair);
}
