// Puts a key that has come in the place of its placeholder.
import { isPlaceholder } from '../entries';
import type { FileEdits, FixOffer } from '../fixes';
import { scalarOf } from '../formats/records';
import type { Term } from '../model';
import * as words from '../words/fixes';
import { replacement } from './copy';
import { notationOf } from './notations';
import { isOwn } from './pairs';

export const enterLicenseKey: FixOffer = ({ subject }) => {
  const term = subject?.kind === 'gap' ? subject.gap.pending : undefined;
  if (!term || !hasOwnPlaceholder(term)) return [];
  return [{ title: words.enterKey(term), preferred: true, make: () => undefined, errand: { kind: 'enter', term } }];
};

/** Whether a key can be written there: a placeholder that comes from elsewhere, by an alias or a merge, is others' too. */
export function hasOwnPlaceholder({ state, entry: { node, fields } }: Term): boolean {
  return state === 'pending' && isOwn(node, fields.key) && isPlaceholder(fields.key);
}

/** Why a text can be no key, in words; `undefined` where it can. The words say nothing of the text. */
export function wrongKey(key: string): string | undefined {
  if (key.trim() === '') return words.emptyKey;
  if (/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(key.trim())) return words.oddKey;
  return /^(?:TEMPORARY-KEY|TODO.*|TBD|<.*>)$/i.test(key.trim()) ? words.placeholderKey : undefined;
}

/** The edit that writes a key, without white space around it, in the quotes that stand there. `undefined`: it is no key. */
export function enterKey({ file, entry: { fields, document } }: Term, key: string): FileEdits | undefined {
  const value = scalarOf(fields.key);
  if (!value || wrongKey(key) !== undefined) return undefined;
  const text = key.trim();
  const notation = notationOf(document.format);
  // TOML's literal strings have no escapes.
  const isLiteral = document.format === 'toml' && file.text[value.start] === "'" && text.includes("'");
  const edit = isLiteral
    ? { start: value.start, end: value.end, text: notation.value(text) }
    : replacement(file.text, value, { text }, notation);
  return { file, edits: [edit] };
}
