// Licenses of HashiCorp Vault, Consul and Nomad as their servers and commands print them; the license itself can't be read.
import { vault as profile } from '../profiles/vault';
import { nextLine } from '../text';
import type { MapNode, Node, Span } from '../tree';
import * as words from '../words/vendor-files';
import { readJson } from './json';
import { scalar } from './nodes';
import { type Described, isFull, VendorEntry, type VendorFormat, type VendorReading } from './vendor';
import {
  describeMap,
  type Found,
  fieldFor,
  mapOf,
  namedValue,
  problemIn,
  readInstant,
  readVendorJson,
  readWrittenDate,
  stringOf,
  type VendorJson,
  wholeValue,
} from './vendor-json';

/** What Vault's own answers are of, which don't say it; spelled as `vault license inspect` does. */
const vaultItself = 'vault';

/** What begins a line of `license inspect` and of `license get`, of Vault and of Nomad. Termination is another, later date. */
const label =
  /[ \t]*(?:(Product|License ID|Start Time|Expiration Time|Expires At)[ \t]*[:=]|(license_id|start_time|expiration_time)[ \t])[ \t]*/y;
const datesInText =
  /^[ \t]*(?:(?:Start Time|Expiration Time|Expires At)[ \t]*[:=]|(?:start_time|expiration_time)[ \t])/m;
/** What no other license text has beside such dates. */
const hashicorp =
  /^[ \t]*(?:(?:Product[ \t]*[:=][ \t]*(?:vault|consul|nomad)\b|Issuer[ \t]*:[ \t]*hashicorp\b)|(?:Termination Time|Terminates At)[ \t]*[:=]|(?:termination_time|performance_standby_count)[ \t])/im;

export const vault: VendorFormat = {
  name: 'vault',
  profile,
  claims: text => {
    if (!isJson(text)) return datesInText.test(text) && hashicorp.test(text);
    return /"(?:expiration|start)_time"/.test(text) && licenseIn(readJson(text).documents[0]) !== undefined;
  },
  read: reading => (isJson(reading.text) ? readAnswer(reading) : readPrinted(reading)),
};

function isJson(text: string): boolean {
  return /^\ufeff?\s*\{/.test(text);
}

function readAnswer(reading: VendorReading): void {
  const json = readVendorJson(reading);
  const license = licenseIn(json.root);
  if (license) readLicense(license, json, reading);
  json.finish();
}

/**
 * The one license in force. Vault: `autoloaded`, before version 1.11 `stored`, before 1.8 `data` itself; `persisted_autoload` is a copy
 * to compare with that "cannot be used as a license itself", so it counts only where nothing else tells of one. Consul: `License`.
 * Sources: developer.hashicorp.com/vault/api-docs/system/license and /consul/api-docs/operator/license.
 */
function licenseIn(root: Node | undefined): MapNode | undefined {
  if (root?.kind !== 'map') return undefined;
  for (const holder of [mapOf(root, 'data'), root]) {
    if (!holder) continue;
    const inside = ['autoloaded', 'stored', 'License'].map(name => mapOf(holder, name));
    // Other vendors' licenses may have such times; none lists what Vault can do beside them.
    const itself = namedValue(holder, 'features')?.kind === 'list' ? holder : undefined;
    const found = [...inside, itself, mapOf(holder, 'persisted_autoload')].find(map => map && isLicense(map));
    if (found) return found;
  }
  return undefined;
}

function isLicense(map: MapNode): boolean {
  const has = (name: string): boolean => namedValue(map, name)?.kind === 'scalar';
  return (has('expiration_time') || has('start_time')) && (has('license_id') || has('termination_time'));
}

function readLicense(node: MapNode, json: VendorJson, reading: VendorReading): void {
  const { text } = reading;
  const product = stringOf(node, 'product');
  const start = timeAt(wholeValue(node, 'start_time', text), text);
  const expiry = timeAt(wholeValue(node, 'expiration_time', text), text);
  const described = describeMap(node, [
    ...(product
      ? [{ field: 'product' as const, start: product.start + product.quote, end: product.end - product.quote }]
      : []),
    ...fieldFor('starts', start),
    ...fieldFor('expires', expiry),
  ]);
  const isTorn = json.isTorn(node) && !(start && expiry);
  addLicense({ span: node, product: product?.text.trim() ?? vaultItself, start, expiry, described, isTorn }, reading);
}

/** `undefined`: none; Go writes a time that was never set as the first instant of the year 1. */
function timeAt(node: Node | undefined, text: string): Found {
  if (!node || (node.kind === 'scalar' && /^(?:|0001-01-01[T ]00:00:00(?:Z| \+0000 UTC))$/.test(node.text)))
    return undefined;
  return readWrittenDate(node, text, '2026-11-30T23:59:59Z', date =>
    date.kind === 'instant' ? date.instant : undefined,
  );
}

interface License {
  readonly span: Span;
  readonly product: string | undefined;
  readonly start: Found;
  readonly expiry: Found;
  readonly described: Described;
  /** What is missing may stand where the text is broken, which is told already. */
  readonly isTorn: boolean;
}

function addLicense({ span, product, start, expiry, described, isTorn }: License, reading: VendorReading): void {
  const expires = readInstant(expiry);
  const problem = problemIn(start, expiry);
  if (isTorn && !problem) {
    reading.broken.push({ environment: undefined, product, unreadable: product === undefined });
  } else if (problem || !expires) {
    const message = words.noVendorExpiry('expiration_time');
    reading.fail(problem ?? { rule: 'missing-field', span: described.head, message }, product);
  } else {
    const entry = new VendorEntry(reading.document, span, () => described);
    reading.addInstants(reading.pool({ product }), entry, readInstant(start)?.at ?? -Infinity, expires.at, undefined);
  }
}

/** A value on a line of its own, and where the line begins that it stands on. */
interface Printed extends Span {
  readonly text: string;
  readonly line: number;
}

type Name = 'product' | 'id' | 'starts' | 'expires';

const names: Readonly<Record<string, Name>> = {
  Product: 'product',
  'License ID': 'id',
  license_id: 'id',
  'Start Time': 'starts',
  start_time: 'starts',
  'Expiration Time': 'expires',
  'Expires At': 'expires',
  expiration_time: 'expires',
};

/** The text that a command printed. A second product, id or date is of another license: Nomad prints all that a key entitles to. */
function readPrinted(reading: VendorReading): void {
  const { text } = reading;
  let found = new Map<Name, Printed>();
  let count = 0;
  for (let line = 0; line < text.length; line = nextLine(text, line)) {
    label.lastIndex = line;
    const match = label.exec(text);
    const name = match && names[(match[1] ?? match[2])!];
    if (!name) continue;
    if (found.has(name)) {
      if (isFull(count++, found.values().next().value!, reading)) return;
      addPrinted(found, reading);
      found = new Map();
    }
    found.set(name, valueOn(text, line, label.lastIndex));
  }
  if (found.size > 0) addPrinted(found, reading);
}

function valueOn(text: string, line: number, start: number): Printed {
  const rest = text.slice(start, nextLine(text, start)).trimEnd();
  return { text: rest, start, end: start + rest.length, line };
}

function addPrinted(found: ReadonlyMap<Name, Printed>, reading: VendorReading): void {
  const { text } = reading;
  const lines = [...found.values()];
  const [start, end] = [Math.min(...lines.map(({ line }) => line)), Math.max(...lines.map(line => line.end))];
  const [product, starts, expires] = (['product', 'starts', 'expires'] as const).map(name => found.get(name));
  const at = (printed: Printed | undefined): Found =>
    printed && timeAt(scalar(printed.start, printed.end, 'string', printed.text, 0), text);
  const first = lines.reduce((a, b) => (a.line <= b.line ? a : b));
  const [begin, expiry] = [at(starts), at(expires)];
  const described = {
    head: { start: first.line, end: first.end },
    fields: [
      ...(product ? [{ field: 'product' as const, start: product.start, end: product.end }] : []),
      ...fieldFor('starts', begin),
      ...fieldFor('expires', expiry),
    ],
  };
  // Only the tables of `vault license get` name no product.
  const name =
    product?.text ||
    (/^(?:start|expiration)_time/.test(text.slice(first.line, first.line + 20)) ? vaultItself : undefined);
  addLicense({ span: { start, end }, product: name, start: begin, expiry, described, isTorn: false }, reading);
}
