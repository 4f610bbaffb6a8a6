// How the language of the interface writes numbers, amounts and dates; in English as license files do: 24-hour clocks and ISO dates.
import * as l10n from '@vscode/l10n';
import { civilDate, type Day, isoDay, msPerDay, msPerHour, pad } from '../calendar';

/** The tag of the language that the words are in. */
export const language = l10n.t({
  message: 'en',
  comment: ['The language tag of this translation, such as "de": dates and numbers are written by its rules.'],
});
/** English stays as license files have it, which is clear to all; every other language is written by its own rules. */
const isEnglish = language === 'en';

const decimals = new Intl.NumberFormat(language, { maximumFractionDigits: 3 });

/** `2,000`. */
export function number(value: number): string {
  return decimals.format(value);
}

const englishUnits = { millisecond: 'ms', second: 's', minute: 'min', hour: 'h' } as const;
export type Unit = keyof typeof englishUnits | 'day';

/** `24 h`, `45 days`: the same in every language. */
export function plainAmount(count: number, unit: Unit): string {
  return `${count} ${unit === 'day' ? (count === 1 ? 'day' : 'days') : englishUnits[unit]}`;
}

const unitFormats = new Map<Unit, Intl.NumberFormat>();

/** `24 h`, `45 days`; `24 Std.`, `45 Tage`. */
export function amount(count: number, unit: Unit): string {
  if (isEnglish) return plainAmount(count, unit);
  let format = unitFormats.get(unit);
  if (!format) {
    const unitDisplay = unit === 'day' ? 'long' : 'short';
    format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 3 });
    unitFormats.set(unit, format);
  }
  return format.format(count);
}

const dateFormats = new Map<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>();

/** `wall`: ms since 1970-01-01T00:00 on some clock. */
function written(wall: number, options: Intl.DateTimeFormatOptions): string {
  // Further away than a `Date` goes.
  if (Math.abs(wall) > 8.64e15) return isoDay(Math.floor(wall / msPerDay));
  let format = dateFormats.get(options);
  if (!format) {
    format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
    dateFormats.set(options, format);
  }
  return format.format(wall);
}

const dayNumbers: Intl.DateTimeFormatOptions = { dateStyle: 'medium' };
const dayName: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
const monthOfYear: Intl.DateTimeFormatOptions = { month: 'short', year: 'numeric' };
const monthAlone: Intl.DateTimeFormatOptions = { month: 'short' };

/** `2026-11-30`; `30.11.2026`. */
export function date(day: Day): string {
  return isEnglish ? isoDay(day) : written(day * msPerDay, dayNumbers);
}

/** `2026-11-30 00:00`; `30.11.2026, 00:00`. Seconds and milliseconds only where there are any. */
export function dateTime(wall: number): string {
  const day = Math.floor(wall / msPerDay);
  const ms = wall - day * msPerDay;
  if (isEnglish) return `${isoDay(day)} ${timeOfDay(ms)}`;
  return ms % 60_000 === 0 ? written(wall, minutes) : `${date(day)} ${timeOfDay(ms)}`;
}
const minutes: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' };

/** `30 Nov 2026`; `30. Nov. 2026`. */
export function dayWords(day: Day): string {
  if (!isEnglish) return written(day * msPerDay, dayName);
  const { year, month, date } = civilDate(day);
  return `${date} ${englishMonths[month - 1]} ${year}`;
}

/** `17:30`; seconds and milliseconds only where there are any. */
export function timeOfDay(ms: number): string {
  const clock = `${pad(Math.floor(ms / msPerHour))}:${pad(Math.floor(ms / 60_000) % 60)}`;
  if (ms % 60_000 === 0) return clock;
  const seconds = pad(Math.floor(ms / 1000) % 60);
  return ms % 1000 === 0 ? `${clock}:${seconds}` : `${clock}:${seconds}.${pad(ms % 1000, 3)}`;
}

const englishMonths = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `Nov`; `2026年` is not in it. */
export function monthWord(day: Day): string {
  return isEnglish ? englishMonths[civilDate(day).month - 1]! : written(day * msPerDay, monthAlone);
}

/** `Nov 2026`. */
export function monthWords(day: Day): string {
  return isEnglish ? `${monthWord(day)} ${civilDate(day).year}` : written(day * msPerDay, monthOfYear);
}
