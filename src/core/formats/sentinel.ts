// Sentinel RMS `lservrc` files: the codes are secret, but the generator writes behind each what it licenses and until when.
// Sources of the wording: Thales, "Deciding Encrypted or Readable Licenses" ("no expiration date"), and IBM, technote swg21478930
// ("expires Midnight of Aug 31, 2012"). How a start date would be written was found nowhere.
import type { Day } from '../calendar';
import { sentinel as profile } from '../profiles/sentinel';
import type { Span } from '../tree';
import * as words from '../words/vendor-files';
import { namedMonth, readNamedMonth } from './named-month';
import { type Described, isFull, VendorEntry, type VendorFormat, type VendorReading } from './vendor';

const opening = String.raw`#[ \t]*"([^"\n]*)"[ \t]+version[ \t]+"([^"\n]*)"`;
const comment = new RegExp(opening, 'gi');
const dated = new RegExp(String.raw`${opening}(?:[ \t]*,)?[ \t]*(?:no expiration date|expires)\b`, 'i');

/** How many comments are read in one step. */
const stepLength = 1_000;

export const sentinel: VendorFormat = {
  name: 'sentinel',
  profile,
  comment: { mark: '#', date: dayAs },
  claims: text => dated.test(text),
  *read(reading) {
    const { text } = reading;
    const describe = ({ start }: Span): Described => describeComment(text, start);
    let count = 0;
    for (const { index } of text.matchAll(comment)) {
      const license = commentAt(text, index);
      if (isFull(count, license, reading)) return;
      if (++count % stepLength === 0) yield;
      addLicense(license, describe, reading);
    }
  },
};

/** One comment, with the places of what it says. */
interface Comment extends Span {
  readonly feature: Span;
  readonly version: Span;
  /** When the license ends, as far as it could be told: the words for "never", or the date. */
  readonly expiry: Span & { readonly kind: 'never' | 'date' | 'unknown' };
}

const atPlace = new RegExp(opening, 'iy');
const never = /(?:[ \t]*,)?[ \t]*(no expiration date)\b/iy;
const until = /(?:[ \t]*,)?[ \t]*expires[ \t]+midnight[ \t]+of[ \t]+/iy;
/** Up to the next comment: some files have all on one line. */
const rest = /[^\n#]*/y;
/** `Aug 31, 2012`, or whatever stands there up to the next word of the comment. */
const date = /[^\s,]+[ \t]+\d{1,2},?[ \t]*\d+|[^,\n#]*/y;

function commentAt(text: string, start: number): Comment {
  atPlace.lastIndex = start;
  const [whole, feature, version] = atPlace.exec(text) as unknown as [string, string, string];
  const name = start + whole.indexOf('"') + 1;
  const end = start + whole.length;
  const expiry = expiryAt(text, end);
  return {
    ...{ start, end: Math.max(end, expiry.end) },
    feature: { start: name, end: name + feature.length },
    version: { start: end - 1 - version.length, end: end - 1 },
    expiry,
  };
}

function expiryAt(text: string, at: number): Comment['expiry'] {
  never.lastIndex = at;
  const none = never.exec(text);
  if (none) return { kind: 'never', start: never.lastIndex - none[1]!.length, end: never.lastIndex };
  until.lastIndex = at;
  if (!until.test(text)) {
    rest.lastIndex = at;
    const [written] = rest.exec(text)!;
    return {
      kind: 'unknown',
      start: at + written.length - written.trimStart().length,
      end: at + written.trimEnd().length,
    };
  }
  date.lastIndex = until.lastIndex;
  const [written] = date.exec(text)!;
  return { kind: 'date', start: until.lastIndex, end: until.lastIndex + written.trimEnd().length };
}

function addLicense(license: Comment, describe: (entry: Span) => Described, reading: VendorReading): void {
  const { text } = reading;
  const { feature, version, expiry } = license;
  const product = text.slice(feature.start, feature.end) || undefined;
  const written = text.slice(expiry.start, expiry.end);
  const span = written === '' ? feature : { start: expiry.start, end: expiry.end };
  if (expiry.kind === 'unknown') {
    reading.fail({ rule: 'missing-field', span, message: words.unknownTerm }, product);
    return;
  }
  const last = expiry.kind === 'never' ? Number.POSITIVE_INFINITY : readDay(written);
  if (typeof last === 'string') {
    const message = words.wrongVendorDate(last, written, 'Aug 31, 2026');
    reading.fail({ rule: 'invalid-date', span, message }, product);
    return;
  }
  const pool = reading.pool({ product, version: text.slice(version.start, version.end) });
  const entry = new VendorEntry(reading.document, license, describe);
  reading.addDays(pool, entry, Number.NEGATIVE_INFINITY, last, undefined);
}

/** `Aug 31, 2012`. */
function readDay(written: string): Day | 'impossible' | 'month' | 'unreadable' {
  const [, month, date, year] = /^(\p{L}+)\.?[ \t]+(\d{1,2})(?:,[ \t]*|[ \t]+)(\d{4})$/u.exec(written) ?? [];
  if (month === undefined) return 'unreadable';
  if (year === '0000' || year === '1900') return 'impossible';
  const named = `${date}-${month.slice(0, 3)}-${year}`;
  return readNamedMonth(named, 0, named.length);
}

function dayAs(day: Day): string {
  const [date, month, year] = namedMonth(day).split('-') as [string, string, string];
  return `${month[0]!.toUpperCase()}${month.slice(1)} ${Number(date)}, ${year}`;
}

function describeComment(text: string, start: number): Described {
  const { feature, version, expiry } = commentAt(text, start);
  return {
    head: feature,
    fields: [
      { field: 'product', ...feature },
      { field: 'server', ...version },
      ...(expiry.kind === 'date' ? [{ field: 'expires', start: expiry.start, end: expiry.end } as const] : []),
    ],
  };
}
