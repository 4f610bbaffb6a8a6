// Which field a name stands for, in every spelling that is understood, and what the likely misspellings were meant to be.
import type { FieldName, Fields } from '../model';
import type { Settings } from '../settings';
import { kinds, spellings } from './definition';

export const noFields: Fields = {
  ...{
    environment: undefined,
    product: undefined,
    name: undefined,
    vendor: undefined,
    profile: undefined,
    server: undefined,
  },
  ...{ timezone: undefined, expiryDay: undefined, id: undefined, key: undefined, kind: undefined, seats: undefined },
  ...{ starts: undefined, expires: undefined, required: undefined, acceptedGaps: undefined },
  ...{ reason: undefined, reviewBy: undefined, list: undefined },
};

const fieldOfSpelling = new Map<string, FieldName>(
  (Object.keys(spellings) as FieldName[]).flatMap(field =>
    spellings[field].map(name => [normalized(name), field] as const),
  ),
);

export const fieldNames = Object.keys(spellings) as readonly FieldName[];

/** Which field a key names, to one user: by our spellings, and by those that the settings add. */
export interface Vocabulary {
  /** The field that a key names, or `undefined`. */
  fieldNamed(key: string): FieldName | undefined;
}

const vocabularies = new WeakMap<Settings['fields'], Vocabulary>();
const mostKeysKept = 10_000;

/** The vocabulary of a user's own names, `{ "Abl.Dtm.": "expires" }`; these win over ours. Made once for each setting. */
export function vocabularyOf(own: Settings['fields']): Vocabulary {
  return vocabularies.get(own) ?? newVocabulary(own);
}

function newVocabulary(own: Settings['fields']): Vocabulary {
  const added = new Map(Object.entries(own).map(([name, field]) => [normalized(name), field]));
  // Keys repeat in every entry, so each spelling is normalized once.
  const known = new Map<string, FieldName | undefined>();
  const vocabulary: Vocabulary = {
    fieldNamed: key => {
      const found = known.get(key);
      if (found !== undefined || known.has(key)) return found;
      const name = normalized(key);
      const field = added.get(name) ?? fieldOfSpelling.get(name);
      if (known.size < mostKeysKept) known.set(key, field);
      return field;
    },
  };
  vocabularies.set(own, vocabulary);
  return vocabulary;
}

/** The field that has a name among ours, for the setting that maps other names to it. */
export function fieldOfName(name: string): FieldName | undefined {
  return fieldOfSpelling.get(normalized(name));
}

/** The kind of license that a word was likely meant to be; `undefined` where it is one, or a word of the user's own. */
export function likelyKind(written: string): string | undefined {
  return (kinds as readonly string[]).includes(written) ? undefined : likelyWord(written, kinds);
}

/** The word that another was likely meant to be. */
export function likelyWord(written: string, known: readonly string[]): string | undefined {
  const text = written.toLowerCase();
  return text.length < 4 ? undefined : known.find(word => word !== text && isMisspelling(text, word));
}

function normalized(key: string): string {
  return key.replace(/[_-]/g, '').toLowerCase();
}

/** Fields of a whole file that an entry never has. */
const fileFields: ReadonlySet<FieldName> = new Set(['list', 'required', 'acceptedGaps', 'reason', 'reviewBy']);

/** The field that a key we do not understand was likely meant to be, as `[field, our spelling]`. */
export function likelyField(key: string, isInEntry: boolean): readonly [FieldName, string] | undefined {
  const written = normalized(key);
  if (written.length < 4) return undefined;
  for (const field of Object.keys(spellings) as FieldName[]) {
    if (field === 'name' || (isInEntry && fileFields.has(field))) continue;
    for (const spelling of spellings[field]) {
      if (spelling.length >= 4 && isMisspelling(written, spelling.toLowerCase())) return [field, spelling];
    }
  }
  return undefined;
}

/**
 * Whether two words are one slip of the hand apart: a letter added, left out, changed, or two exchanged. Only a slip *within* the
 * word counts for short ones, so that `user`, `state` or `ends` stay what they are.
 */
function isMisspelling(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || a[0] !== b[0]) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  let end = 0;
  while (end < short.length - start && short[short.length - 1 - end] === long[long.length - 1 - end]) end++;
  const shortRest = short.slice(start, short.length - end);
  const longRest = long.slice(start, long.length - end);
  if (longRest.length <= 1) return long.length >= 6 || end > 0;
  return (
    longRest.length === 2 && shortRest.length === 2 && longRest[0] === shortRest[1] && longRest[1] === shortRest[0]
  );
}
