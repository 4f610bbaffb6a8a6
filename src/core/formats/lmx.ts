// X-Formation LM-X license files: a block in braces for each license.
// Source of how they work together: X-Formation, "KEYTYPE" and "Upgrade licenses" (docs.x-formation.com/display/LMX).
import { type Day, isoDay } from '../calendar';
import type { Term } from '../model';
import { lmx as profile } from '../profiles/lmx';
import type { Span } from '../tree';
import * as words from '../words/vendor-files';
import { replaceTerms } from './families';
import { type Block, blockAt, blocksOf } from './lmx-reader';
import { calendarDay, readPlainDay } from './plain-day';
import { type Described, isFull, VendorEntry, type VendorField, type VendorFormat, type VendorReading } from './vendor';

/** A block that has one of the two directives that none may lack. CSS and code have blocks too. */
const licenseBlock = /^[ \t]*FEATURE[ \t]+[^\s{}#]+(?:[ \t]*#[^\n]*)?\s*\{[^}]{0,2000}?\b(?:VENDOR|KEY)[ \t]*=/m;

/** How many blocks are read in one step. */
const stepLength = 1_000;

export const lmx: VendorFormat = {
  name: 'lmx',
  profile,
  comment: { mark: '#', date: isoDay },
  claims: text => licenseBlock.test(text),
  *read(reading) {
    const { text } = reading;
    const describe = ({ start }: Span): Described => describeBlock(blockAt(text, start));
    const features = new Features();
    let count = 0;
    for (const block of blocksOf(text)) {
      if (isFull(count, block.head, reading)) break;
      if (++count % stepLength === 0) yield;
      readBlock(block, describe, features, reading);
    }
    applyUpgrades(features, reading);
  },
};

/** An UPGRADE license: where it stands among the terms, and what it adds to. */
interface Upgrade {
  readonly index: number;
  readonly family: string;
  readonly head: Span;
}

/** What has been read of each feature of a vendor. */
class Features {
  /** The one exclusive license that counts. */
  readonly exclusive = new Map<string, { readonly term: Term; readonly head: Span }>();
  /** Those of which there is any other license than an UPGRADE. */
  readonly known = new Set<string>();
  readonly upgrades: Upgrade[] = [];
}

function readBlock(
  block: Block,
  describe: (entry: Span) => Described,
  features: Features,
  reading: VendorReading,
): void {
  const { text, document, terms, problems } = reading;
  const { head, feature, openQuote } = block;
  const said = (name: string): string | undefined => writtenIn(block, name, text);
  const product = feature && text.slice(feature.start, feature.end);
  if (openQuote >= 0)
    problems.push({ rule: 'syntax', span: { start: openQuote, end: openQuote + 1 }, message: words.openQuote });
  if (product === undefined || !block.isClosed) {
    const message = product === undefined ? words.namelessBlock : words.openBlock;
    reading.fail({ rule: 'syntax', span: head, message }, product);
    return;
  }
  const from = said('START') === undefined ? Number.NEGATIVE_INFINITY : dayIn(block, 'START', reading, product);
  if (from === undefined) return;
  const last = said('END') === undefined ? Number.POSITIVE_INFINITY : dayIn(block, 'END', reading, product);
  if (last === undefined) return;
  const vendor = said('VENDOR');
  const family = `${product}\n${vendor}`.toLowerCase();
  const keyType = keyTypeOf(block, text);
  const counting = features.exclusive.get(family);
  if (keyType === 'EXCLUSIVE' && counting) {
    const related = [{ file: document.file, span: counting.head, message: words.firstFeature }];
    problems.push({ rule: 'ignored-line', span: head, message: words.ignoredExclusive(product), related });
    return;
  }
  const pool = reading.pool({ product, vendor, version: versionOf(block, text), host: hostOf(block, text) });
  const entry = new VendorEntry(document, block, describe);
  const term = reading.addDays(pool, entry, from, last, seatsOf(block, reading));
  if (!term) return;
  if (keyType === 'UPGRADE') {
    features.upgrades.push({ index: terms.length - 1, family, head });
    return;
  }
  features.known.add(family);
  if (keyType === 'EXCLUSIVE') features.exclusive.set(family, { term, head });
}

/** `undefined`: no such directive. An empty one says nothing that can be read. */
function writtenIn({ directives }: Block, name: string, text: string): string | undefined {
  const value = directives.get(name)?.value;
  return value && text.slice(value.start, value.end);
}

/** Of licenses for a license server alone; `undefined`: for one computer. */
function keyTypeOf(block: Block, text: string): string | undefined {
  const written = writtenIn(block, 'KEYTYPE', text)?.toUpperCase();
  if (written !== undefined) return written;
  if (writtenIn(block, 'TOKEN_DEPENDENCY', text) !== undefined) return 'TOKEN';
  return writtenIn(block, 'COUNT', text) === undefined ? undefined : 'EXCLUSIVE';
}

/** In two parts; where one is given, the other is 1 or 0 unless it is said ("FEATURE settings"). */
function versionOf(block: Block, text: string): string | undefined {
  const [major, minor] = [writtenIn(block, 'MAJOR_VERSION', text), writtenIn(block, 'MINOR_VERSION', text)];
  const parts = major === undefined && minor === undefined ? undefined : `${major ?? 1}.${minor ?? 0}`;
  return writtenIn(block, 'VERSION', text) ?? parts;
}

/** What a license is bound to. The share of its marks that have to match is a number, and no mark. */
function hostOf({ directives }: Block, text: string): string | undefined {
  for (const [name, { value }] of directives)
    if (/^(?:CLIENT_)?HOSTID(?!_MATCH_RATE)/.test(name)) return text.slice(value.start, value.end);
  return undefined;
}

/** `undefined`: not said, since the license is for one computer; or no number, which is told. */
function seatsOf(block: Block, reading: VendorReading): number | undefined {
  const written = writtenIn(block, 'COUNT', reading.text);
  if (written === undefined) return undefined;
  if (written.toUpperCase() === 'UNLIMITED') return Number.POSITIVE_INFINITY;
  const count = /^\d{1,10}$/.test(written) ? Number(written) : 0;
  if (count > 0) return count;
  const message = words.unknownCount;
  reading.problems.push({ rule: 'unknown-field', span: placeOf(block, 'COUNT'), message });
  return undefined;
}

/** Where a directive's value stands; where none does, its name. */
function placeOf({ directives }: Block, name: string): Span {
  const { key, value } = directives.get(name)!;
  return value.end > value.start ? value : key;
}

/** `undefined`: it is no day, which is told. */
function dayIn(block: Block, name: 'START' | 'END', reading: VendorReading, product: string): Day | undefined {
  const written = writtenIn(block, name, reading.text)!;
  const day = readDay(written);
  if (typeof day === 'number') return day;
  const span = placeOf(block, name);
  if (typeof day === 'string') {
    const message = words.wrongVendorDate(day, written, '2026-11-30');
    reading.fail({ rule: 'invalid-date', span, message }, product);
  } else {
    const message = words.ambiguousVendorDate(written, day.map(isoDay));
    reading.fail({ rule: 'ambiguous-date', span, message }, product);
  }
  return undefined;
}

/**
 * The syntax says `2026-11-30`, the examples say `01-06-2021` and not which part is the month: two days, where both parts can be.
 */
function readDay(written: string): Day | readonly Day[] | 'impossible' | 'unreadable' {
  const parts = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(written)?.slice(1).map(Number);
  if (!parts) return readPlainDay(written);
  const [first, second, year] = parts as [number, number, number];
  const days = [calendarDay(year, second, first), calendarDay(year, first, second)];
  const real = [...new Set(days)].filter(day => day !== 'impossible');
  return real.length === 0 ? 'impossible' : real.length === 1 ? real[0]! : real;
}

/**
 * UPGRADE licenses add to the count of the exclusive license of their feature, and so take its version and its host. They are to end no
 * later than it does; one that goes on has nothing left to add to.
 */
function applyUpgrades({ exclusive, known, upgrades }: Features, { terms, problems, document }: VendorReading): void {
  const changed = new Map<number, Term | undefined>();
  for (const { index, family, head } of upgrades) {
    const term = terms[index]!;
    const base = exclusive.get(family);
    if (!base) {
      const message = words.upgradeAlone(term.product);
      if (!known.has(family)) problems.push({ rule: 'ignored-line', severity: 'information', span: head, message });
      continue;
    }
    const within = clipped(term, base.term);
    changed.set(index, within);
    // Without a start it begins whenever the license server does.
    const isWithin = within && [within.from, Number.NEGATIVE_INFINITY].includes(term.from);
    if (isWithin && endOf(within) === endOf(term)) continue;
    const related = [{ file: document.file, span: base.head, message: words.upgradedLicense }];
    const message = within ? words.upgradeOutlasts : words.upgradeOutside;
    problems.push({ rule: 'ignored-line', ...(within && { severity: 'information' }), span: head, message, related });
  }
  replaceTerms(terms, changed);
}

/** What of a license lies within another, as one of its pool; `undefined`: nothing. */
function clipped(term: Term, base: Term): Term | undefined {
  const from = Math.max(term.from, base.from);
  const end = Math.min(endOf(term), endOf(base));
  if (end <= from) return undefined;
  const until = Math.min(Math.max(Math.min(term.until, base.until), from), end);
  return { ...term, pool: base.pool, from, until, possibleUntil: term.possibleUntil === undefined ? undefined : end };
}

/** With the day that may count. */
function endOf({ until, possibleUntil }: Term): number {
  return possibleUntil ?? until;
}

const fieldOf: readonly (readonly [string, VendorField['field']])[] = [
  ['VENDOR', 'vendor'],
  ['VERSION', 'server'],
  ['START', 'starts'],
  ['END', 'expires'],
  ['COUNT', 'seats'],
];

function describeBlock({ head, feature, directives }: Block): Described {
  const fields = fieldOf.flatMap(([name, field]) => {
    const directive = directives.get(name);
    return directive ? [{ field, ...directive.value }] : [];
  });
  return { head, fields: feature ? [{ field: 'product', ...feature }, ...fields] : fields };
}
