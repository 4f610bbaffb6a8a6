// Writes a license from scratch, where a file asks for a product to be licensed and has none of it to copy.
import { spelledLike } from '../dates';
import { textOf } from '../formats/records';
import type { Coverage, FieldName, Gap, Instant, Interval, LicenseDocument } from '../model';
import { type Edit, indentBefore, lineBreakOf, lineStart } from '../text';
import { dayAt, isStartOfDay, offsetDateTime, utc, zoneNamed } from '../time';
import type { MapNode, Pair } from '../tree';
import { type Copy, keyFor } from './copy';
import { type Notation, notationOf } from './notations';
import { intoEmpty, intoRoot, isOwn } from './pairs';
import { placeItems } from './place';

/** What a document lacks a license for. */
export interface FirstLicense extends Interval {
  readonly document: LicenseDocument;
  readonly product: string | undefined;
  readonly environment: string | undefined;
}

/** Keys as they are named, and values as they are to stand in the file. */
type Written = readonly (readonly [key: string, value: string])[];

/** `undefined`: there is a license beside the gap, the gap has no bounds, or no document that asks for it has a place to write it. */
export function firstLicense({ required, product, environment }: Coverage, gap: Gap): FirstLicense | undefined {
  const { from, until, before, after } = gap;
  if (before || after) return undefined;
  const need = required.find(
    ({ document, ...asked }) =>
      document.home === undefined &&
      from >= (asked.from ?? Infinity) &&
      until <= (asked.until ?? -Infinity) &&
      writeFirst(document, [{ document, product, environment, from, until }], '') !== undefined,
  );
  return need && { document: need.document, product, environment, from, until };
}

/** The edits that write them all, in the order given; `key` stands for their keys and is selected. `undefined`: there is no place. */
export function writeFirst(
  document: LicenseDocument,
  licenses: readonly FirstLicense[],
  key: string,
): readonly Edit[] | undefined {
  const notation = notationOf(document.format);
  const written = licenses.map(license => pairsOf(license, key, notation));
  const edits = behindLast(document, written, notation) ?? ownList(document, written, notation);
  return edits?.map(edit => selecting(edit, key));
}

/** Behind the last license of other products, laid out as that one is. */
function behindLast(
  { list, file: { text }, fields }: LicenseDocument,
  licenses: readonly Written[],
  notation: Notation,
): readonly Edit[] | undefined {
  const last = list?.items.at(-1);
  if (!list || last?.kind !== 'map' || last.start < list.start || last.end > list.end) return undefined;
  const layout = (pairs: Written): string =>
    list.style === 'table' ? tableOf(fields.list!, pairs, notation, text) : likeMap(text, last, pairs, notation);
  const items = licenses.map(pairs => ({ original: last, copy: { text: layout(pairs) } satisfies Copy }));
  return placeItems(text, { list, node: last, side: 'after' }, items, notation);
}

/** Into the document's empty list, else into a list of its own. */
function ownList(document: LicenseDocument, licenses: readonly Written[], notation: Notation): Edit[] | undefined {
  const { root, fields, format, vocabulary, list } = document;
  const { text } = document.file;
  if (root.kind !== 'map' || (list && list.items.length > 0)) return undefined;
  const items = licenses.map(notation.map).join(', ');
  if (fields.list) {
    const edit = isOwn(root, fields.list) ? intoEmpty(text, fields.list, items) : undefined;
    return edit && [edit];
  }
  const key = 'licenses';
  if (vocabulary.fieldNamed(key) !== 'list') return undefined;
  const lineBreak = lineBreakOf(text);
  if (format === 'toml') {
    const tables = licenses.map(pairs => `${lineBreak}[[${key}]]${lineBreak}${lines(pairs, notation, lineBreak)}`);
    const lead = /(?:^|\n)$/.test(text) ? '' : lineBreak;
    return [{ start: text.length, end: text.length, text: lead + tables.join(lineBreak) + lineBreak }];
  }
  const column = ' '.repeat(root.start - lineStart(text, root.start));
  const dashed = licenses.map(
    pairs => `${lineBreak}${column}  - ${lines(pairs, notation, `${lineBreak}${column}    `)}`,
  );
  const value = root.style === 'block' ? dashed.join('') : `[${items}]`;
  return [intoRoot(text, root, { key, value }, notation)];
}

function pairsOf({ document, product, environment, from, until }: FirstLicense, key: string, notation: Notation) {
  const { fields } = document;
  const name = (field: FieldName): string => keyFor(document, field);
  const { starts, expires } = datesOf(document, product, from, until);
  return [
    // What is the document's own goes without saying.
    ...(product === undefined || isAlike(product, textOf(fields.product))
      ? []
      : [[name('product'), notation.value(product)] as const]),
    ...(environment === undefined || isAlike(environment, textOf(fields.environment))
      ? []
      : [[name('environment'), notation.value(environment)] as const]),
    [name('key'), notation.value(key)] as const,
    [name('kind'), notation.value('temporary')] as const,
    [name('starts'), notation.date(starts)] as const,
    [name('expires'), notation.date(expires)] as const,
  ];
}

/** Under the document's rule; of a product that may have a rule or a zone of its own, as instants. */
function datesOf(
  document: LicenseDocument,
  product: string | undefined,
  from: Instant,
  until: Instant,
): { readonly starts: string; readonly expires: string } {
  const { rule, fields, dateFormats } = document;
  const zone = zoneNamed(rule.zone) ?? utc;
  const isOfDocument =
    isAlike(product, textOf(fields.product)) ||
    ((isAlike(rule.expiryDay, textOf(fields.expiryDay)) || isAlike(rule.profile, textOf(fields.profile))) &&
      zoneNamed(textOf(fields.timezone) ?? '') !== undefined);
  const like = datesAsked(document);
  const spelled = (instant: Instant, day: number): string =>
    isOfDocument && isStartOfDay(zone, instant) ? spelledLike(like, day, dateFormats) : offsetDateTime(zone, instant);
  return {
    starts: spelled(from, dayAt(zone, from)),
    expires: spelled(until, rule.expiryDay === 'covered' ? dayAt(zone, until - 1) : dayAt(zone, until)),
  };
}

/** The first date of what is required, which shows how dates are written there. */
function datesAsked({ fields: { required }, vocabulary }: LicenseDocument): string | undefined {
  if (required?.value.kind !== 'map') return undefined;
  const dates = required.value.pairs.filter(({ key }) => {
    const field = vocabulary.fieldNamed(key.text);
    return field === 'starts' || field === 'expires';
  });
  return dates.map(textOf).find(text => text !== undefined);
}

function isAlike(a: string | undefined, b: string | undefined): boolean {
  return a?.toLowerCase() === b?.toLowerCase();
}

/** One below the other, or on one line, as the map there is. */
function likeMap(text: string, map: MapNode, pairs: Written, notation: Notation): string {
  const lineBreak = lineBreakOf(text);
  if (map.style === 'block')
    return lines(pairs, notation, lineBreak + ' '.repeat(map.start - lineStart(text, map.start)));
  const first = map.pairs.find(pair => isOwn(map, pair));
  const [inner, outer] = [first && indentBefore(text, first.key.start), indentBefore(text, map.end - 1)];
  if (inner === undefined || outer === undefined) return notation.map(pairs);
  return `{${lineBreak}${inner}${lines(pairs, notation, `,${lineBreak}${inner}`)}${lineBreak}${outer}}`;
}

function tableOf({ key }: Pair, pairs: Written, notation: Notation, text: string): string {
  const lineBreak = lineBreakOf(text);
  return `[[${notation.key(key.text)}]]${lineBreak}${lines(pairs, notation, lineBreak)}`;
}

function lines(pairs: Written, { assign, key }: Notation, separator: string): string {
  return pairs.map(([name, value]) => key(name) + assign + value).join(separator);
}

function selecting(edit: Edit, part: string): Edit {
  const start = part === '' ? -1 : edit.text.indexOf(part);
  return start < 0 ? edit : { ...edit, select: { start, end: start + part.length } };
}
