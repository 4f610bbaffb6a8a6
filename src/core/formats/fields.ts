// The field names of native files: every spelling that is understood, and the likely misspellings.
import type { FieldName, Fields } from '../model';

/** Spellings without case, `_` and `-`; the first of each is the name we write. */
const spellings: Readonly<Record<FieldName, readonly string[]>> = {
  environment: ['environment'],
  product: ['product'],
  name: ['feature', 'name', 'sku'],
  vendor: ['vendor'],
  profile: ['profile'],
  server: ['server'],
  timezone: ['timezone'],
  expiryDay: ['expiryDay'],
  id: ['id'],
  key: ['key', 'licenseKey', 'serial'],
  kind: ['kind'],
  seats: ['seats', 'quantity', 'count', 'users'],
  starts: ['starts', 'start', 'startDate', 'validFrom', 'notBefore', 'begin', 'from'],
  expires: [
    ...['expires', 'end', 'endDate', 'expiry', 'expiryDate', 'expiration', 'expirationDate'],
    ...['validUntil', 'validTo', 'notAfter', 'until'],
  ],
  required: ['required'],
  acceptedGaps: ['acceptedGaps'],
  list: ['licenses', 'terms', 'subscriptions', 'entitlements'],
};

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
  ...{ starts: undefined, expires: undefined, required: undefined, acceptedGaps: undefined, list: undefined },
};

const fieldOfSpelling = new Map<string, FieldName>(
  (Object.keys(spellings) as FieldName[]).flatMap(field =>
    spellings[field].map(name => [normalized(name), field] as const),
  ),
);

export const fieldNames = Object.keys(spellings) as readonly FieldName[];

/** Keys repeat in every entry, so each spelling is normalized once. */
const fieldOfKey = new Map<string, FieldName | undefined>();
const mostKeysKept = 10_000;

/** The field that a key names, or `undefined`. */
export function fieldNamed(key: string): FieldName | undefined {
  const known = fieldOfKey.get(key);
  if (known !== undefined || fieldOfKey.has(key)) return known;
  const field = fieldOfSpelling.get(normalized(key));
  if (fieldOfKey.size < mostKeysKept) fieldOfKey.set(key, field);
  return field;
}

function normalized(key: string): string {
  return key.replace(/[_-]/g, '').toLowerCase();
}

/** Fields of a whole file that an entry never has. */
const fileFields: ReadonlySet<FieldName> = new Set(['list', 'required', 'acceptedGaps']);

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
