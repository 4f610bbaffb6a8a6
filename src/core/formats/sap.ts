// SAP license keys and maintenance certificates, one block of `NAME=value` lines each.
// Source of the names: the files that SAP for Me sends, as SAP's launchpad modules for Ansible document them.
import type { Day } from '../calendar';
import { sap as profile } from '../profiles/sap';
import { lineEnd, nextLine, trimmedSpan } from '../text';
import type { Span } from '../tree';
import * as words from '../words/vendor-files';
import { readPlainDay } from './plain-day';
import {
  type Described,
  isFull,
  type RuledPool,
  VendorEntry,
  type VendorField,
  type VendorFormat,
  type VendorReading,
} from './vendor';

/** What a block begins with; mails and hands change the dashes and the blanks. */
const beginning = /^[ \t]*-+[ \t]*Begin SAP License/gim;

/** How many blocks are read in one step. */
const stepLength = 1_000;

export const sap: VendorFormat = {
  name: 'sap',
  profile,
  claims: text => text.search(beginning) >= 0,
  *read(reading) {
    const { text } = reading;
    const describe = ({ start, end }: Span): Described => describeBlock(readBlock(text, start, end));
    const heads = text.matchAll(beginning);
    let head = heads.next();
    for (let count = 0; !head.done; count++) {
      const { index } = head.value;
      head = heads.next();
      const block = readBlock(text, index, head.done ? text.length : head.value.index);
      if (isFull(count, block.head, reading)) return;
      if (count % stepLength === stepLength - 1) yield;
      addLicense(block, describe, reading);
    }
  },
};

/** The names that say something about a license; `LKEY` and the installation's numbers are nobody's business here. */
const names = ['SWPRODUCTNAME', 'SWPRODUCTLIMIT', 'SAPSYSTEM', 'HARDWARE-KEY', 'BEGIN', 'EXPIRATION'] as const;
type Name = (typeof names)[number];

interface Block extends Span {
  /** The words that it begins with. */
  readonly head: Span;
  /** The places of the values, without blanks around them. */
  readonly values: ReadonlyMap<Name, Span>;
}

/**
 * Up to the next block, since no line ends one. Lines that are no such pair are passed over: mails wrap the key, and set blank lines
 * between the others.
 */
function readBlock(text: string, at: number, until: number): Block {
  const endOfHead = lineEnd(text, at);
  const start = at + text.slice(at, endOfHead).search(/[^ \t]/);
  const head = { start, end: start + text.slice(start, endOfHead).trimEnd().length };
  const values = new Map<Name, Span>();
  let { end } = head;
  for (let line = nextLine(text, at); line < until; line = nextLine(text, line)) {
    const name = nameAt(text, line);
    if (!name || values.has(name.name)) continue;
    const value = trimmedSpan(text, name.end, Math.min(lineEnd(text, line), until));
    values.set(name.name, value);
    end = value.end;
  }
  return { start, end, head, values };
}

const pattern = new RegExp(`[ \\t]*(${names.join('|')})[ \\t]*=`, 'y');

function nameAt(text: string, line: number): { readonly name: Name; readonly end: number } | undefined {
  pattern.lastIndex = line;
  const match = pattern.exec(text);
  return match ? { name: match[1] as Name, end: pattern.lastIndex } : undefined;
}

function addLicense(block: Block, describe: (entry: Span) => Described, reading: VendorReading): void {
  const said = (name: Name): string | undefined => writtenIn(block, name, reading);
  const product = said('SWPRODUCTNAME');
  const missing = (['SWPRODUCTNAME', 'EXPIRATION'] as const).find(name => said(name) === undefined);
  if (missing) {
    reading.fail({ rule: 'missing-field', span: block.head, message: words.cutOff(missing) }, product);
    return;
  }
  const last = said('EXPIRATION') === noEnd ? Number.POSITIVE_INFINITY : dayIn(block, 'EXPIRATION', reading, product);
  if (last === undefined) return;
  const first = said('BEGIN') === undefined ? Number.NEGATIVE_INFINITY : dayIn(block, 'BEGIN', reading, product);
  if (first === undefined) return;
  const entry = new VendorEntry(reading.document, block, describe);
  reading.addDays(poolOf(block, reading), entry, first, last, seatsOf(block, reading));
}

/** `undefined`: absent, or nothing stands there. */
function writtenIn({ values }: Block, name: Name, { text }: VendorReading): string | undefined {
  const place = values.get(name);
  return place && place.end > place.start ? text.slice(place.start, place.end) : undefined;
}

const noEnd = '99991231';

/** `undefined`: it is no day, which is told. */
function dayIn(block: Block, name: Name, reading: VendorReading, product: string | undefined): Day | undefined {
  const written = writtenIn(block, name, reading)!;
  const day = readPlainDay(written);
  if (typeof day === 'number') return day;
  const message = words.wrongVendorDate(day, written, '20261130');
  reading.fail({ rule: 'invalid-date', span: block.values.get(name)!, message }, product);
  return undefined;
}

/** The system and its hardware tell which license it is, together with the product: that is how SAP itself deletes one. */
function poolOf(block: Block, reading: VendorReading): RuledPool {
  const host = (['SAPSYSTEM', 'HARDWARE-KEY'] as const).map(name => writtenIn(block, name, reading) ?? '').join(' ');
  return reading.pool({
    product: writtenIn(block, 'SWPRODUCTNAME', reading),
    host: host === ' ' ? undefined : host,
  });
}

/** The largest number there is stands for "no limit". */
const noLimit = 2_147_483_647;

/** `undefined`: not said, or no number, which is told. */
function seatsOf(block: Block, reading: VendorReading): number | undefined {
  const written = writtenIn(block, 'SWPRODUCTLIMIT', reading);
  if (written === undefined) return undefined;
  const limit = /^\d{1,18}$/.test(written) ? Number(written) : 0;
  if (limit > 0) return limit === noLimit ? Number.POSITIVE_INFINITY : limit;
  const span = block.values.get('SWPRODUCTLIMIT')!;
  reading.problems.push({ rule: 'unknown-field', span, message: words.unknownCount });
  return undefined;
}

const fieldOf: readonly (readonly [Name, VendorField['field']])[] = [
  ['SWPRODUCTNAME', 'product'],
  ['BEGIN', 'starts'],
  ['EXPIRATION', 'expires'],
  ['SWPRODUCTLIMIT', 'seats'],
];

function describeBlock({ head, values }: Block): Described {
  const fields = fieldOf.flatMap(([name, field]) => {
    const place = values.get(name);
    return place ? [{ field, ...place }] : [];
  });
  return { head, fields };
}
