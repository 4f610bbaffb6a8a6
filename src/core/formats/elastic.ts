// Elasticsearch licenses: the file for `PUT _license` and the answer of `GET _license`. Source: License.java of elastic/elasticsearch.
import { msPerDay } from '../calendar';
import { elastic as profile } from '../profiles/elastic';
import type { MapNode, Node, Span } from '../tree';
import * as words from '../words/vendor-files';
import { readJson } from './json';
import { isFull, VendorEntry, type VendorField, type VendorFormat, type VendorReading } from './vendor';
import {
  describeMap,
  epochAt,
  type Found,
  fieldFor,
  lastInstant,
  namedValue,
  problemIn,
  readInstant,
  readVendorJson,
  readWrittenDate,
  saidBy,
  spanOf,
  stringOf,
  type VendorJson,
  wholeValue,
  wrongDate,
} from './vendor-json';

/**
 * What all of them license; the file names no product. Its type (basic, gold, platinum …) is none, for a cluster has one license at a
 * time, and the next may be of another type.
 */
const product = 'Elasticsearch';

export const elastic: VendorFormat = {
  name: 'elastic',
  profile,
  claims: text => {
    if (!/^\ufeff?\s*\{/.test(text) || !/"(?:issue|start|expiry)_date(?:_in_millis)?"/.test(text)) return false;
    return licensesIn(readJson(text).documents[0]).some(node => node.kind === 'map' && isLicense(node));
  },
  read: reading => {
    const json = readVendorJson(reading);
    for (const [count, node] of licensesIn(json.root).entries()) {
      if (isFull(count, node, reading)) break;
      readLicense(node, json, reading);
    }
    json.finish();
  },
};

/** `{"licenses":[…]}` or `{"license":{…}}`; the server reads both. */
function licensesIn(root: Node | undefined): readonly Node[] {
  if (root?.kind !== 'map') return [];
  const list = namedValue(root, 'licenses');
  const single = namedValue(root, 'license');
  return [...(list?.kind === 'list' ? list.items : []), ...(single?.kind === 'map' ? [single] : [])];
}

/** By a date in milliseconds, as no other file has it; where dates are only written out, by the other fields of each license. */
function isLicense(map: MapNode): boolean {
  const has = (name: string): boolean => namedValue(map, name)?.kind === 'scalar';
  if (['issue', 'start', 'expiry'].some(name => has(`${name}_date_in_millis`))) return true;
  return ['uid', 'type', 'issued_to', 'issue_date'].every(has);
}

function readLicense(node: Node, json: VendorJson, reading: VendorReading): void {
  if (node.kind !== 'map') {
    reading.fail({ rule: 'unknown-field', span: spanOf(node), message: words.noVendorLicense }, product);
    return;
  }
  const { text } = reading;
  const isTorn = json.isTorn(node);
  const start = dateAt(node, 'start', text) ?? dateAt(node, 'issue', text);
  const expiry = dateAt(node, 'expiry', text);
  const problem = problemIn(start, expiry);
  if (problem) {
    reading.fail(problem, product);
    return;
  }
  const [starts, expires] = [readInstant(start), readInstant(expiry)];
  if (isTorn && !(starts && expires)) {
    // What is missing may stand in the broken part.
    reading.broken.push({ environment: undefined, product, unreadable: false });
    return;
  }
  const seats = seatsOf(node, reading);
  const described = describeMap(node, [
    ...fieldFor('starts', starts),
    ...fieldFor('expires', expires),
    ...seats.fields,
  ]);
  if (!expires && stringOf(node, 'type')?.text.toLowerCase() !== 'basic') {
    const message = words.noElasticExpiry('expiry_date_in_millis');
    reading.fail({ rule: 'missing-field', span: described.head, message }, product);
    return;
  }
  const [from, until] = [starts?.at ?? -Infinity, expires?.at ?? Infinity];
  const entry = new VendorEntry(reading.document, node, () => described);
  reading.addInstants(reading.pool({ product }), entry, from, until, seats.count);
}

/** `undefined`: none, which the server writes as -1 too. */
function dateAt(map: MapNode, name: 'start' | 'issue' | 'expiry', text: string): Found {
  const millis = wholeValue(map, `${name}_date_in_millis`, text);
  if (millis) return millisAt(millis, text);
  const written = wholeValue(map, `${name}_date`, text);
  return (
    written &&
    readWrittenDate(written, text, '2026-11-30T23:59:59.999Z', date => {
      if (date.kind === 'instant') return date.instant;
      if (date.kind === 'wall') return date.wall;
      // DateUtils.java: a day begins with its first millisecond and ends with its last, in UTC.
      return name === 'expiry' ? (date.day + 1) * msPerDay - 1 : date.day * msPerDay;
    })
  );
}

function millisAt(node: Node, text: string): Found {
  const said = saidBy(node, text);
  const isNumber = node.kind === 'scalar' && node.type === 'number';
  if (isNumber && said === '-1') return undefined;
  const at = isNumber && /^\d{1,15}$/.test(said) ? Number(said) : Number.NaN;
  return at <= lastInstant ? epochAt(at, spanOf(node)) : wrongDate(node, said, '1914278399999', 'unreadable');
}

/** How many nodes, or for enterprise licenses resource units; one of them is `null`, or -1. */
function seatsOf(map: MapNode, { problems, text }: VendorReading): { count?: number; fields: readonly VendorField[] } {
  for (const name of ['max_nodes', 'max_resource_units']) {
    const node = wholeValue(map, name, text);
    if (!node) continue;
    const said = saidBy(node, text);
    if (said === '-1') continue;
    const span: Span = spanOf(node);
    if (node.kind === 'scalar' && node.type === 'number' && /^\d{1,10}$/.test(said))
      return { count: Number(said), fields: [{ field: 'seats', ...span }] };
    problems.push({ rule: 'unknown-field', span, message: words.unknownCount });
    break;
  }
  return { fields: [] };
}
