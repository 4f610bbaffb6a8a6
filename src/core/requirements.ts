// Reads what a file asks for (`required`) and which holes it accepts (`acceptedGaps`).
import { instantIn, readDate } from './dates';
import { fieldsOf, scalarOf, textOf } from './formats/records';
import type { AcceptedGap, Fields, Instant, Problem, Requirement } from './model';
import { contentSpan } from './text';
import type { Zone } from './time';
import type { Pair } from './tree';
import * as words from './words';

/** A bare `until` is the beginning of its day: both bounds are half-open, unlike a license's. */
export function requirementOf(fields: Fields, zone: Zone, problems: Problem[]): Requirement | undefined {
  const value = fields.required?.value;
  if (value?.kind !== 'map') return undefined;
  const { starts, expires, seats } = fieldsOf(value, [], false);
  const count = Number(textOf(seats));
  const from = boundOf(starts, zone, problems);
  const until = boundOf(expires, zone, problems);
  return {
    from: Number.isNaN(from) ? undefined : from,
    until: Number.isNaN(until) ? undefined : until,
    seats: textOf(seats) !== undefined && Number.isFinite(count) && count >= 0 ? count : undefined,
  };
}

export function acceptedGapsOf(fields: Fields, zone: Zone, problems: Problem[]): readonly AcceptedGap[] {
  const value = fields.acceptedGaps?.value;
  if (value?.kind !== 'list') return [];
  const accepted: AcceptedGap[] = [];
  for (const item of value.items) {
    if (item.kind !== 'map') continue;
    const { product, starts, expires } = fieldsOf(item, [], false);
    const from = boundOf(starts, zone, problems) ?? -Infinity;
    const until = boundOf(expires, zone, problems) ?? Infinity;
    // An acceptance whose dates can't be read accepts nothing: taking it as open would hide real gaps.
    if (from < until)
      accepted.push({ product: textOf(product), from, until, span: { start: item.start, end: item.end } });
  }
  return accepted;
}

/** NaN where a date is written that can't be read. */
function boundOf(pair: Pair | undefined, zone: Zone, problems: Problem[]): Instant | undefined {
  const scalar = scalarOf(pair);
  if (!scalar || scalar.type === 'null') return undefined;
  const date = readDate(scalar.text);
  if (date.kind !== 'wrong') return instantIn(zone, date);
  problems.push({
    rule: date.why === 'ambiguous' ? 'ambiguous-date' : 'invalid-date',
    span: contentSpan(scalar),
    message: words.wrongDate(date.why, scalar.text, date.choices),
  });
  return Number.NaN;
}
