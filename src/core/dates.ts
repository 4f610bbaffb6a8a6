// What a written date says: the spellings that license files use, and what is wrong with the others.
import { type Day, dayOf, daysInMonth, isoDay, msPerDay } from './calendar';
import type { Instant } from './model';
import { readByPattern, spelledBy, type Zone } from './time';

/**
 * - `day`: a calendar day, in whatever zone the file says.
 * - `wall`: a clock time without an offset, as ms since 1970-01-01T00:00 on those clocks.
 * - `instant`: a date-time with its offset.
 */
export type GoodDate =
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'wall'; readonly wall: number }
  | { readonly kind: 'instant'; readonly instant: Instant };

/** No date. `choices` are the nearest things that it may have meant, written so that they can be read, the likelier first. */
export interface WrongDate {
  readonly kind: 'wrong';
  readonly why: 'impossible' | 'ambiguous' | 'unreadable';
  readonly choices: readonly string[];
}

export type WrittenDate = GoodDate | WrongDate;

/**
 * Reads a date as written, by our own spellings and then by the user's `patterns`; the common `YYYY-MM-DD` without a regular
 * expression, since a file has thousands.
 */
export function readDate(text: string, patterns: readonly string[] = []): WrittenDate {
  if (text.length === 10) {
    const year = digits(text, 0, 4);
    const month = digits(text, 5, 7);
    const date = digits(text, 8, 10);
    if (year > 0 && month > 0 && month <= 12 && date > 0 && text[4] === '-' && text[7] === '-') {
      if (date <= 28 || date <= daysInMonth(year, month)) return { kind: 'day', day: dayOf(year, month, date) };
    }
  }
  return readRareDate(text.trim(), patterns);
}

/** No end: `never`, `perpetual`, `null` or nothing at all. */
export function saysNever(text: string): boolean {
  // Dates begin with a digit, and there are thousands of them.
  const first = text.charCodeAt(0);
  if (first >= 48 && first <= 57) return false;
  return /^\s*(never|perpetual|null)?\s*$/i.test(text);
}

/** The instant of a day's begin or of a date-time. */
export function instantIn(zone: Zone, date: GoodDate): Instant {
  if (date.kind === 'instant') return date.instant;
  return zone.instantOf(date.kind === 'wall' ? date.wall : date.day * msPerDay);
}

/** The number that `text` spells between two offsets, or NaN. */
function digits(text: string, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

const isoPattern =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?) ?(Z|z|[+-]\d\d(?::?\d\d)?)?$|^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const numericPattern = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})\.?$/;

function readRareDate(text: string, patterns: readonly string[]): WrittenDate {
  const iso = isoPattern.exec(text);
  if (iso) return readIso(iso);
  if (patterns.length > 0) {
    const date = readByPatterns(text, patterns);
    if (date) return date;
  }
  const numeric = numericPattern.exec(text);
  if (numeric) return readNumeric(Number(numeric[1]), Number(numeric[2]), Number(numeric[3]), numeric);
  const choice = namedMonth(text);
  return { kind: 'wrong', why: 'unreadable', choices: choice === undefined ? [] : [choice] };
}

function readIso(match: RegExpExecArray): WrittenDate {
  const [year, month, date] = [match[1] ?? match[9], match[2] ?? match[10], match[3] ?? match[11]].map(Number) as [
    number,
    number,
    number,
  ];
  if (!isRealDate(year, month, date)) return impossible(nearestDays(year, month, date).map(isoDay));
  const day = dayOf(year, month, date);
  if (match[4] === undefined) {
    // `2026-1-5` is clear to a person but no ISO date, so it is offered rather than taken.
    return match[0].length === 10 ? { kind: 'day', day } : { kind: 'wrong', why: 'unreadable', choices: [isoDay(day)] };
  }
  const time = readTime(match[4], match[5]!, match[6], match[7]);
  if (time === undefined) return { kind: 'wrong', why: 'unreadable', choices: [isoDay(day)] };
  const wall = day * msPerDay + time;
  if (match[8] === undefined) return { kind: 'wall', wall };
  const offset = readOffset(match[8]);
  if (offset === undefined) return { kind: 'wrong', why: 'unreadable', choices: [isoDay(day)] };
  return { kind: 'instant', instant: wall - offset };
}

/** Milliseconds into the day; ISO 8601 lets a day end at 24:00. */
function readTime(hour: string, minute: string, second = '0', fraction = ''): number | undefined {
  const [h, m, s] = [Number(hour), Number(minute), Number(second)];
  const time = (h * 60 + m) * 60_000 + s * 1000 + Math.floor(Number(`0.${fraction}0`) * 1000);
  return m < 60 && s < 60 && time <= msPerDay ? time : undefined;
}

function readOffset(text: string): number | undefined {
  if (text === 'Z' || text === 'z') return 0;
  const hours = digits(text, 1, 3);
  const minutes = text.length > 3 ? digits(text, text.length - 2, text.length) : 0;
  if (hours > 15 || minutes > 59) return undefined;
  return (text[0] === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/** Dates such as `03/04/2026`: which number is the month is not said, so it is never guessed. */
function readNumeric(a: number, b: number, c: number, match: RegExpExecArray): WrittenDate {
  if (match[1]!.length === 4) {
    if (!isRealDate(a, b, c)) return impossible(nearestDays(a, b, c).map(isoDay));
    return { kind: 'wrong', why: 'unreadable', choices: [isoDay(dayOf(a, b, c))] };
  }
  if (match[3]!.length !== 4) return { kind: 'wrong', why: 'unreadable', choices: [] };
  const readings = [
    ...(isRealDate(c, a, b) ? [isoDay(dayOf(c, a, b))] : []),
    ...(isRealDate(c, b, a) && a !== b ? [isoDay(dayOf(c, b, a))] : []),
  ];
  if (readings.length === 0) return impossible([]);
  return { kind: 'wrong', why: readings.length === 2 ? 'ambiguous' : 'unreadable', choices: readings };
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `30-Nov-2026` and `Nov 30, 2026`. */
function namedMonth(text: string): string | undefined {
  const match =
    /^(\d{1,2})[-. /]+([A-Za-z]{3,9})[-. /,]+(\d{4})$/.exec(text) ??
    /^([A-Za-z]{3,9})[. ]+(\d{1,2}),? +(\d{4})$/.exec(text);
  if (!match) return undefined;
  const [name, date] = /\d/.test(match[1]!) ? [match[2]!, Number(match[1])] : [match[1]!, Number(match[2])];
  const month = months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const year = Number(match[3]);
  return month > 0 && isRealDate(year, month, date) ? isoDay(dayOf(year, month, date)) : undefined;
}

function isRealDate(year: number, month: number, date: number): boolean {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}

/** What the user's patterns make of a text; two that make different days of it leave it open which was meant. */
function readByPatterns(text: string, patterns: readonly string[]): WrittenDate | undefined {
  const dates = patterns.flatMap(pattern => readByPattern(text, pattern) ?? []);
  const [first] = dates;
  if (!first) return nearestByPatterns(text, patterns);
  const days = new Set(dates.map(({ wall }) => Math.floor(wall / msPerDay)));
  if (days.size > 1) return { kind: 'wrong', why: 'ambiguous', choices: [...days].map(isoDay) };
  if (first.instant !== undefined) return { kind: 'instant', instant: first.instant };
  return first.isTimed ? { kind: 'wall', wall: first.wall } : { kind: 'day', day: first.wall / msPerDay };
}

/** `31.02.2026` is written by `dd.MM.yyyy`, though there is no such day. */
function nearestByPatterns(text: string, patterns: readonly string[]): WrittenDate | undefined {
  const numbers = text.match(/\d+/g)?.map(Number);
  for (const pattern of patterns) {
    const parts = pattern.match(/y+|M+|d+/g) ?? [];
    if (parts.length !== 3 || numbers?.length !== 3 || /[^yMd\W]|MMM/.test(pattern)) continue;
    const [year, month, date] = ['y', 'M', 'd'].map(
      letter => numbers[parts.findIndex(part => part.startsWith(letter))],
    );
    // A number that is no month tells of another order, not of another day.
    if (year === undefined || date === undefined || !(month! >= 1 && month! <= 12)) continue;
    const choices = nearestDays(year, month!, date).map(day => spelledBy(pattern, day));
    if (choices.length > 0) return impossible(choices);
  }
  return undefined;
}

/** A day in the spelling of a date that stands in a file: by the user's pattern that reads it, else `YYYY-MM-DD`. */
export function spelledLike(written: string | undefined, day: Day, patterns: readonly string[]): string {
  const text = written?.trim();
  if (text === undefined || isoPattern.test(text)) return isoDay(day);
  const pattern = patterns.find(candidate => readByPattern(text, candidate)?.isTimed === false);
  if (pattern === undefined) return isoDay(day);
  // Another of the patterns may read it otherwise, and two digits are not enough for every year.
  const spelled = spelledBy(pattern, day);
  const read = readDate(spelled, patterns);
  return read.kind === 'day' && read.day === day ? spelled : isoDay(day);
}

function impossible(choices: readonly string[]): WrittenDate {
  return { kind: 'wrong', why: 'impossible', choices };
}

/** The days of the years 1 to 9999. */
const [firstDay, lastDay] = [dayOf(1, 1, 1), dayOf(9999, 12, 31)];

/** The real days before and after an impossible date: `2026-02-30` → 28 February and 1 March. */
function nearestDays(year: number, month: number, date: number): readonly Day[] {
  if (year < 1 || year > 9999) return [];
  if (month < 1 || month > 12) {
    const nearMonth = month < 1 ? 1 : 12;
    return [dayOf(year, nearMonth, Math.min(Math.max(date, 1), daysInMonth(year, nearMonth)))];
  }
  const last = dayOf(year, month, date < 1 ? 0 : daysInMonth(year, month));
  return [last, last + 1].filter(day => day >= firstDay && day <= lastDay);
}
