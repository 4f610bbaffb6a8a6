// What is wrong with an entry's fields besides its dates: misspelled names, and ids and keys that stand twice.
import { isPlaceholder } from './entries';
import { likelyField } from './formats/fields';
import { type StrayPair, scalarOf, textOf } from './formats/records';
import type { Entry, Fields, LicenseDocument, Problem } from './model';
import { contentSpan } from './text';
import * as words from './words';

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
    message: words.unknownField(pair.key.text, spelling),
    subject: { kind: 'replace', span, choices: [spelling] },
  });
}

export function reportDuplicates({ entries, file }: LicenseDocument, problems: Problem[]): void {
  reportRepeated('duplicate-id', 'id', entries, file, problems);
  reportRepeated('duplicate-key', 'key', entries, file, problems);
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
  for (const { fields } of entries) {
    const text = textOf(fields[field]);
    if (text === undefined || (field === 'key' && isPlaceholder(fields[field]))) continue;
    const earlier = first.get(text);
    if (!earlier) {
      first.set(text, fields);
      continue;
    }
    const message = field === 'id' ? words.duplicateId(text) : words.duplicateKey(textOf(earlier.id));
    const at = contentSpan(scalarOf(earlier[field])!);
    problems.push({
      rule,
      span: contentSpan(scalarOf(fields[field])!),
      message,
      related: [{ file, span: at, message: words.firstHere }],
    });
  }
}
