// Reads what a document asks for (`required`) and which holes it accepts (`acceptedGaps`).

import { dateProblem } from './date-problems';
import { type GoodDate, instantIn, readDate, saysNever } from './dates';
import { reportStray } from './field-problems';
import { likelyField, type Vocabulary } from './formats/fields';
import { fieldsOf, type StrayPair, scalarOf, textOf } from './formats/records';
import type { AcceptedGap, Fields, Instant, LicenseDocument, Problem, Requirement } from './model';
import { seatsOf } from './seats';
import { contentSpan } from './text';
import { startOfDay, type Zone } from './time';
import type { ListNode, MapNode, Node, Pair, Scalar } from './tree';
import * as words from './words/written';

/** How a document is read, and where its problems go. */
export interface Reader {
  readonly vocabulary: Vocabulary;
  readonly zone: Zone;
  readonly problems: Problem[];
}

/** A bare `until` is the beginning of its day: both bounds are half-open, unlike a license's. */
export function requirementOf(document: LicenseDocument, reader: Reader): Requirement | undefined {
  const pair = document.fields.required;
  if (!pair || isNothing(pair.value)) return undefined;
  if (pair.value.kind !== 'map') return misshapen(pair.value, words.needsShape('required', 'map'), reader);
  const { fields, hasStrayBound } = understood(pair.value, reader);
  const bounds = boundsOf(fields, words.requiredTime, document, reader);
  if (!bounds || hasStrayBound) return undefined;
  const seats = scalarOf(fields.seats);
  return {
    document,
    environment: textOf(fields.environment) ?? textOf(document.fields.environment),
    product: textOf(fields.product) ?? textOf(document.fields.product),
    from: bounds.from,
    until: bounds.until,
    seats: seatsOf(fields.seats, reader.problems),
    span: contentSpan(pair.key),
    seatsSpan: seats && contentSpan(seats),
  };
}

export function acceptedGapsOf(document: LicenseDocument, reader: Reader): readonly AcceptedGap[] {
  const value = document.fields.acceptedGaps?.value;
  if (!value || isNothing(value)) return [];
  if (value.kind !== 'list') return misshapen(value, words.needsShape('acceptedGaps', 'list'), reader) ?? [];
  return value.items.flatMap(item => {
    const accepted =
      item.kind === 'map'
        ? acceptedGapOf(item, value, document, reader)
        : misshapen(item, words.needsShape('acceptedGaps', 'list of maps'), reader);
    return accepted ?? [];
  });
}

function acceptedGapOf(
  node: MapNode,
  list: ListNode,
  document: LicenseDocument,
  reader: Reader,
): AcceptedGap | undefined {
  const { fields, hasStrayBound } = understood(node, reader);
  const bounds = boundsOf(fields, words.acceptedTime, document, reader);
  // An acceptance whose dates can't be read accepts nothing: taking it as open would hide real gaps.
  if (!bounds || hasStrayBound) return undefined;
  return {
    document,
    environment: textOf(fields.environment) ?? textOf(document.fields.environment),
    product: textOf(fields.product),
    from: bounds.from ?? -Infinity,
    until: bounds.until ?? Infinity,
    reason: textOf(fields.reason),
    reviewBy: reviewOf(fields.reviewBy, document, reader),
    node,
    list,
  };
}

/** A key with nothing behind it. */
function isNothing(node: Node): boolean {
  return node.kind === 'scalar' && node.type === 'null';
}

function misshapen({ start, end }: Node, message: string, { problems }: Reader): undefined {
  problems.push({ rule: 'unknown-field', span: { start, end }, message });
}

/** The fields, and whether one of those that we don't know is likely meant to be a bound. */
function understood(
  node: MapNode,
  { vocabulary, problems }: Reader,
): { readonly fields: Fields; readonly hasStrayBound: boolean } {
  const strays: StrayPair[] = [];
  const fields = fieldsOf(node, vocabulary, strays, false);
  for (const stray of strays) reportStray(stray, problems);
  const likely = strays.map(({ pair }) => likelyField(pair.key.text, false)?.[0]);
  return { fields, hasStrayBound: likely.some(field => field === 'starts' || field === 'expires') };
}

/** Both bounds, or `undefined` where one can't be read or they are in the wrong order; that is reported. */
function boundsOf(
  { starts, expires }: Fields,
  name: string,
  document: LicenseDocument,
  reader: Reader,
): Pick<Requirement, 'from' | 'until'> | undefined {
  const from = boundOf(starts, document, reader);
  const until = boundOf(expires, document, reader);
  if (Number.isNaN(from) || Number.isNaN(until)) return undefined;
  if (from === undefined || until === undefined || from < until) return { from, until };
  const [first, second] = [contentSpan(scalarOf(starts)!), contentSpan(scalarOf(expires)!)];
  reader.problems.push({
    rule: 'reversed-term',
    span: second,
    message: words.reversedStretch(name, from === until),
    ...(from > until && { subject: { kind: 'swap', first, second } }),
  });
  return undefined;
}

/** NaN where a date is written that can't be read. */
function boundOf(pair: Pair | undefined, document: LicenseDocument, reader: Reader): Instant | undefined {
  if (!pair) return undefined;
  const scalar = scalarOf(pair);
  if (!scalar) return noDate(pair, reader) ?? Number.NaN;
  if (scalar.type === 'null' || saysNever(scalar.text)) return undefined;
  const date = dateOf(scalar, document, reader);
  return date ? instantIn(reader.zone, date) : Number.NaN;
}

/** The day of a review is still good for it. */
function reviewOf(pair: Pair | undefined, document: LicenseDocument, reader: Reader): AcceptedGap['reviewBy'] {
  if (!pair) return undefined;
  const scalar = scalarOf(pair);
  if (!scalar) return noDate(pair, reader);
  if (scalar.type === 'null') return undefined;
  const date = dateOf(scalar, document, reader);
  if (!date) return undefined;
  const { zone } = reader;
  return {
    until: date.kind === 'day' ? startOfDay(zone, date.day + 1) : instantIn(zone, date),
    span: contentSpan(scalar),
  };
}

/** A list or a mapping where a date should be. */
function noDate({ key, value: { start, end } }: Pair, { problems }: Reader): undefined {
  problems.push({ rule: 'invalid-date', span: { start, end }, message: words.notADate(key.text) });
}

function dateOf(scalar: Scalar, { dateFormats }: LicenseDocument, { problems }: Reader): GoodDate | undefined {
  const date = readDate(scalar.text, dateFormats);
  if (date.kind !== 'wrong') return date;
  problems.push(dateProblem(scalar, date));
  return undefined;
}
