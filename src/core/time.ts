// Time zones: from a calendar day or a wall clock to an instant and back. The only file that knows date-fns.

import { TZDate, tzOffset } from '@date-fns/tz';
import { format, parse } from 'date-fns';
import { type Day, dayOf, isoDay, msPerDay, msPerHour, pad } from './calendar';
import { type ClockChange, firstShowing, maxOffset, offsetAt } from './clocks';
import { getOrAdd } from './maps';
import type { Instant } from './model';

/** A time zone's clocks. */
export interface Zone {
  /** The IANA name as the user wrote it. */
  readonly name: string;
  /** What the clocks there show more than UTC, in ms. */
  offsetAt(instant: Instant): number;
  /**
   * The first instant at which the clocks there show `wall` (ms since 1970-01-01T00:00 on those clocks) or later: where they skip
   * midnight a day begins at 01:00, where they repeat it, at the first.
   */
  instantOf(wall: number): Instant;
  /** The changes of the clocks up to `until`, beginning with one at or before `from`. */
  changes(from: Instant, until: Instant): readonly ClockChange[];
}

export const utc: Zone = {
  name: 'UTC',
  offsetAt: () => 0,
  instantOf: wall => wall,
  changes: from => [{ from, offset: 0 }],
};

const zones = new Map<string, Zone | undefined>([['UTC', utc]]);

/** The zone of an IANA name, or `undefined` if there is none such. */
export function zoneNamed(name: string): Zone | undefined {
  return getOrAdd(zones, name, () => (isZoneName(name) ? tabulatedZone(name) : undefined));
}

/** The instant at which a day begins in a zone. */
export function startOfDay(zone: Zone, day: Day): Instant {
  return zone.instantOf(day * msPerDay);
}

/** The day that the clocks of a zone show at an instant. */
export function dayAt(zone: Zone, instant: Instant): Day {
  return Math.floor((instant + zone.offsetAt(instant)) / msPerDay);
}

/** Whether a day begins at this instant in the zone. */
export function isStartOfDay(zone: Zone, instant: Instant): boolean {
  return startOfDay(zone, dayAt(zone, instant)) === instant;
}

/** `2026-11-30 00:00` on the zone's clocks; seconds and milliseconds only where there are any. */
export function wallTime(zone: Zone, instant: Instant): string {
  const wall = instant + zone.offsetAt(instant);
  const day = Math.floor(wall / msPerDay);
  return `${isoDay(day)} ${timeOfDay(wall - day * msPerDay)}`;
}

/** `2026-11-30T00:00:00-06:00`: the zone's clocks and their offset; a date-time that says the instant by itself. */
export function offsetDateTime(zone: Zone, instant: Instant): string {
  const offset = zone.offsetAt(instant);
  // An offset is written in minutes; the few zones that had seconds, before 1972, are said in UTC.
  if (offset % 60_000 !== 0) return offsetDateTime(utc, instant);
  const wall = instant + offset;
  const day = Math.floor(wall / msPerDay);
  const time = timeOfDay(wall - day * msPerDay, true);
  return `${isoDay(day)}T${time}${offset === 0 && zone.name === 'UTC' ? 'Z' : offsetText(offset)}`;
}

function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / 60_000;
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

function timeOfDay(ms: number, withSeconds = false): string {
  const seconds = Math.floor(ms / 1000) % 60;
  const millis = ms % 1000;
  const clock = `${pad(Math.floor(ms / 3_600_000))}:${pad(Math.floor(ms / 60_000) % 60)}`;
  if (millis !== 0) return `${clock}:${pad(seconds)}.${pad(millis, 3)}`;
  return withSeconds || seconds !== 0 ? `${clock}:${pad(seconds)}` : clock;
}

/** A date read by a pattern. */
export interface PatternDate {
  /** Ms since 1970-01-01T00:00 on the clocks of whatever zone is meant. */
  readonly wall: number;
  /** Whether the pattern has a time of day. */
  readonly isTimed: boolean;
  /** Where the pattern has an offset too. */
  readonly instant: Instant | undefined;
}

/** Two digits of a year are of the hundred years around this. Its zone is that of all that is read. */
const patternYear = new TZDate(2026, 0, 1, 'UTC');

/**
 * What a text says by a pattern of Unicode letters (`dd.MM.yyyy`, `d MMM yyyy HH:mm`); `undefined` if it is not written so.
 * Throws a `RangeError` where the pattern is none, which {@link isPattern} tells beforehand.
 */
export function readByPattern(text: string, pattern: string): PatternDate | undefined {
  const date = parse(text, pattern, patternYear);
  const at = date.getTime();
  const year = date.getFullYear();
  // `1.2.26` is no date of the year 26, where the pattern asks for all four digits.
  if (Number.isNaN(at) || year > 9999 || (year < 1000 && !/\d{4}/.test(text))) return undefined;
  return {
    wall: at,
    isTimed: /[HhKkmsS]/.test(unquoted(pattern)),
    instant: /[xX]/.test(unquoted(pattern)) ? at : undefined,
  };
}

/** A day as the pattern writes it; the time of day, where it has one, is that of the day's beginning. */
export function spelledBy(pattern: string, day: Day): string {
  return format(new TZDate(day * msPerDay, 'UTC'), pattern);
}

/** A day that no part of a pattern has by itself. */
export const sampleDay = dayOf(1987, 2, 3);

/** Whether a pattern says a whole date: what it writes, it reads as the same day. */
export function isPattern(pattern: string): boolean {
  // Letters that say an instant or a whole date by themselves are none of Unicode's.
  if (/[^yMLdEHhKkmsSabBxX\W_\d]/.test(unquoted(pattern))) return false;
  try {
    return readByPattern(spelledBy(pattern, sampleDay), pattern)?.wall === sampleDay * msPerDay;
  } catch {
    return false;
  }
}

/** A pattern without what stands in quotes, which is no letter of it. */
function unquoted(pattern: string): string {
  return pattern.replace(/'[^']*'/g, '');
}

function isZoneName(name: string): boolean {
  // Intl also takes offsets such as `+02:00`; a zone is a place with a history of clock changes.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** How much time one table holds: a little over a year. */
const tableSpan = 2 ** 35;
/** How close the clocks are sampled for changes. No zone has put two changes nearer since 1970 (Morocco's Ramadan pair: 28 days). */
const sampleStep = 10 * msPerDay;

/**
 * A zone through tables of its clock changes, made when a year is first asked for: asking the platform for each date costs
 * microseconds, a table nanoseconds.
 */
function tabulatedZone(name: string): Zone {
  const tables = new Map<number, readonly ClockChange[]>();
  const make = (index: number): readonly ClockChange[] => {
    const changes = changesBetween(name, index * tableSpan, (index + 1) * tableSpan);
    tables.set(index, changes);
    return changes;
  };
  const table = (index: number): readonly ClockChange[] => tables.get(index) ?? make(index);
  const offsetOn = (instant: Instant): number => offsetAt(table(Math.floor(instant / tableSpan)), instant);
  const instantOf = (wall: number): Instant => {
    const early = offsetOn(wall - maxOffset);
    if (early === offsetOn(wall + maxOffset)) return wall - early;
    return firstShowing(changesIn(table, wall - maxOffset, wall + maxOffset), wall);
  };
  const changes = (from: Instant, until: Instant): readonly ClockChange[] => changesIn(table, from, until);
  return { name, offsetAt: offsetOn, instantOf, changes };
}

/** The changes from `from` to `until`, beginning with the offset that holds at `from`. */
function changesIn(
  table: (index: number) => readonly ClockChange[],
  from: Instant,
  until: Instant,
): readonly ClockChange[] {
  const changes: ClockChange[] = [];
  for (let index = Math.floor(from / tableSpan); index * tableSpan <= until; index++) {
    // Each table begins by repeating what held before.
    for (const change of table(index)) if (change.offset !== changes.at(-1)?.offset) changes.push(change);
  }
  return changes;
}

function changesBetween(name: string, from: Instant, until: Instant): ClockChange[] {
  const changes: ClockChange[] = [{ from, offset: offsetOf(name, from) }];
  for (let left = from; left < until; left += sampleStep) {
    const right = Math.min(left + sampleStep, until - 1);
    const offset = offsetOf(name, right);
    if (offset !== changes.at(-1)!.offset) changes.push({ from: changeBetween(name, left, right), offset });
  }
  return changes;
}

/** The first instant of the later offset, where `left` and `right` have different ones. */
function changeBetween(name: string, left: Instant, right: Instant): Instant {
  const before = offsetOf(name, left);
  let low = left;
  let high = right;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetOf(name, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

function offsetOf(name: string, instant: Instant): number {
  const date = new Date(instant);
  const offset = Math.round(tzOffset(name, date) * 60_000);
  // @date-fns/tz loses the sign of clocks that were less than an hour behind, as Monrovia's were until 1972.
  return offset > 0 && offset < msPerHour && isBehind(name, date) ? -offset : offset;
}

function isBehind(name: string, date: Date): boolean {
  return new Intl.DateTimeFormat('en', { timeZone: name, timeZoneName: 'longOffset' }).format(date).includes('GMT-');
}
