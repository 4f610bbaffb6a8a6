// The native format in one table: its fields, how each may be spelled, where it stands, and the words that a value can be.
import type { FieldName } from '../model';

/** Spellings without case, `_` and `-`; the first of each is the name we write. */
export const spellings: Readonly<Record<FieldName, readonly string[]>> = {
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
  reason: ['reason'],
  reviewBy: ['reviewBy'],
  list: ['licenses', 'terms', 'subscriptions', 'entitlements'],
};

export const kinds = ['subscription', 'temporary', 'perpetual', 'evaluation'] as const;

export const expiryDays = ['covered', 'uncovered'] as const;

/** A mapping of the format: the file itself, a license, or what stands in one of their fields. */
export type Where = 'file' | 'entry' | 'server' | 'required' | 'acceptedGap';

/** A field of the native format; the version of a server is read by its name alone. */
export type NativeField = FieldName | 'version';

/** Which fields stand where, and the name that each is written by there; the likeliest first. */
export const fieldsAt: Readonly<Record<Where, readonly (readonly [field: NativeField, name: string])[]>> = {
  file: [
    ...fields('product', 'list', 'environment', 'expiryDay', 'profile', 'timezone', 'server', 'required'),
    ...fields('acceptedGaps', 'vendor'),
  ],
  entry: [
    ...fields('id', 'key', 'kind', 'seats', 'starts', 'expires', 'product', 'environment'),
    ...fields('expiryDay', 'profile', 'timezone', 'server', 'vendor'),
  ],
  server: [['version', 'version']],
  required: [...fields('seats'), ['starts', 'from'], ['expires', 'until'], ...fields('product', 'environment')],
  acceptedGap: [
    ...fields('product'),
    ['starts', 'from'],
    ['expires', 'until'],
    ...fields('reason', 'reviewBy', 'environment'),
  ],
};

function fields(...names: readonly FieldName[]): readonly (readonly [FieldName, string])[] {
  return names.map(name => [name, spellings[name][0]!]);
}
