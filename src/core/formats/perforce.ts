// Perforce's `license` file: one license in `Name: value` lines.
// Source of the names: the license form of P4API.NET, and a test server's license file.
import type { Instant } from '../model';
import { perforce as profile } from '../profiles/perforce';
import { nextLine } from '../text';
import { offsetDateTime, utc } from '../time';
import type { Span } from '../tree';
import * as words from '../words/vendor-files';
import { VendorEntry, type VendorFormat, type VendorReading } from './vendor';

/** How many lines are looked at in one step. */
const stepLength = 10_000;

const expiry = /^[ \t]*(?:License|Support)-Expires:[ \t]*\d{9,11}(?!\S)/im;
const key = /^[ \t]*License:[ \t]*\S/im;
const rest = /^[ \t]*(?:Users|Clients|Customer|IPaddress):[ \t]*\S/im;

export const perforce: VendorFormat = {
  name: 'perforce',
  profile,
  claims: text => expiry.test(text) && key.test(text) && rest.test(text),
  *read(reading) {
    const { text } = reading;
    const values = new Map<string, Line>();
    let count = 0;
    for (let at = 0; at < text.length; at = nextLine(text, at)) {
      if (++count % stepLength === 0) yield;
      const line = lineAt(text, at);
      if (line && !values.has(line.name)) values.set(line.name, line);
    }
    addLicense(values, reading);
  },
};

interface Line {
  /** In small letters. */
  readonly name: string;
  readonly key: Span;
  /** The first word behind the name; comments come after it. */
  readonly value: Span;
}

const pattern = /[ \t]*(License|License-Expires|Users):[ \t]*([^\s#]*)/iy;

function lineAt(text: string, start: number): Line | undefined {
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [whole, name, value] = match as unknown as [string, string, string];
  const from = start + whole.indexOf(name);
  const { lastIndex: end } = pattern;
  return {
    name: name.toLowerCase(),
    key: { start: from, end: from + name.length },
    value: { start: end - value.length, end },
  };
}

/** The file names no product: it is the Perforce server's. */
const product = 'Perforce';

function addLicense(values: ReadonlyMap<string, Line>, reading: VendorReading): void {
  const expires = values.get('license-expires');
  const seats = values.get('users');
  const line = expires ?? values.get('license');
  if (!line) return;
  const until = expires ? instantOf(expires, reading) : Number.POSITIVE_INFINITY;
  if (until === undefined) return;
  const describe = () => ({
    head: line.key,
    fields: [
      ...(expires
        ? [
            {
              field: 'expires',
              ...expires.value,
              ...(Number.isFinite(until) && { text: offsetDateTime(utc, until) }),
            } as const,
          ]
        : []),
      ...(seats ? [{ field: 'seats', ...seats.value } as const] : []),
    ],
  });
  const entry = new VendorEntry(reading.document, { start: line.key.start, end: line.value.end }, describe);
  reading.addInstants(reading.pool({ product }), entry, Number.NEGATIVE_INFINITY, until, seatsOf(seats, reading));
}

/** Nothing, or the 0 that P4API.NET writes for it, is no end. `undefined`: no such number, which is told. */
function instantOf({ key, value }: Line, reading: VendorReading): Instant | undefined {
  const written = reading.text.slice(value.start, value.end);
  if (written === '' || written === '0') return Number.POSITIVE_INFINITY;
  // Shorter ones are years in which there was no Perforce.
  if (/^\d{9,11}$/.test(written)) return Number(written) * 1000;
  const message = words.wrongVendorDate('unreadable', written, '1464069553');
  reading.fail({ rule: 'invalid-date', span: value.end > value.start ? value : key, message }, product);
  return undefined;
}

/** `undefined`: not said, or no number, which is told. */
function seatsOf(line: Line | undefined, { text, problems }: VendorReading): number | undefined {
  const written = line && text.slice(line.value.start, line.value.end);
  if (!line || !written) return undefined;
  if (/^[1-9]\d{0,9}$/.test(written)) return Number(written);
  if (written.toLowerCase() === 'unlimited') return Number.POSITIVE_INFINITY;
  problems.push({ rule: 'unknown-field', span: line.value, message: words.unknownCount });
  return undefined;
}
