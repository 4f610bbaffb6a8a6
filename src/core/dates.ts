// What a written date says: the spellings that license files use, and what is wrong with the others.
import { type Day, dayOf, daysInMonth, isoDay, msPerDay, pad } from './calendar';
import type { Instant } from './model';
import type { Zone } from './time';

/**
 * - `day`: a calendar day, in whatever zone the file says.
 * - `wall`: a clock time without an offset, as ms since 1970-01-01T00:00 on those clocks.
 * - `instant`: a date-time with its offset.
 * - `wrong`: no date. `choices` are the nearest things that it may have meant, as `YYYY-MM-DD`, the likelier first.
 */
export type WrittenDate =
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'wall'; readonly wall: number }
  | { readonly kind: 'instant'; readonly instant: Instant }
  | {
      readonly kind: 'wrong';
      readonly why: 'impossible' | 'ambiguous' | 'unreadable';
      readonly choices: readonly string[];
    };

/** Reads a date as written; the common `YYYY-MM-DD` without a regular expression, since a file has thousands. */
export function readDate(text: string): WrittenDate {
  if (text.length === 10) {
    const year = digits(text, 0, 4);
    const month = digits(text, 5, 7);
    const date = digits(text, 8, 10);
    if (year > 0 && month > 0 && month <= 12 && date > 0 && text[4] === '-' && text[7] === '-') {
      if (date <= 28 || date <= daysInMonth(year, month)) return { kind: 'day', day: dayOf(year, month, date) };
    }
  }
  return readRareDate(text.trim());
}

/** The instant of a day's begin or of a date-time. */
export function instantIn(zone: Zone, date: Exclude<WrittenDate, { kind: 'wrong' }>): Instant {
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

function readRareDate(text: string): WrittenDate {
  const iso = isoPattern.exec(text);
  if (iso) return readIso(iso);
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
  if (!isRealDate(year, month, date)) return impossible(nearestDays(year, month, date));
  const day = dayOf(year, month, date);
  if (match[4] === undefined) {
    // `2026-1-5` is clear to a person but no ISO date, so it is offered rather than taken.
    return match[0].length === 10 ? { kind: 'day', day } : { kind: 'wrong', why: 'unreadable', choices: [isoDay(day)] };
  }
  const time = readTime(match[4], match[5]!, match[6], match[7]);
  if (time === undefined) return impossible([isoDay(day)]);
  const wall = day * msPerDay + time;
  if (match[8] === undefined) return { kind: 'wall', wall };
  const offset = readOffset(match[8]);
  return offset === undefined ? impossible([isoDay(day)]) : { kind: 'instant', instant: wall - offset };
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
    if (!isRealDate(a, b, c)) return impossible(nearestDays(a, b, c));
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

function impossible(choices: readonly string[]): WrittenDate {
  return { kind: 'wrong', why: 'impossible', choices };
}

/** The real days before and after an impossible date: `2026-02-30` → 28 February and 1 March. */
function nearestDays(year: number, month: number, date: number): string[] {
  if (year < 1 || year > 9999) return [];
  if (month < 1 || month > 12) {
    const nearMonth = month < 1 ? 1 : 12;
    return [`${pad(year, 4)}-${pad(nearMonth)}-${pad(Math.min(Math.max(date, 1), daysInMonth(year, nearMonth)))}`];
  }
  const last = dayOf(year, month, date < 1 ? 0 : daysInMonth(year, month));
  return [isoDay(last), isoDay(last + 1)].filter(day => isRealDate(...parts(day)));
}

function parts(day: string): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
}
