// How the language of the interface writes numbers, amounts and dates; in English as license files do: 24-hour clocks and ISO dates.
import * as l10n from '@vscode/l10n';
import { civilDate, type Day, isoDay, msPerDay, msPerHour, pad } from '../calendar';
import { getOrAdd } from '../maps';

/** The tag of the language that the words are in. */
export const language = l10n.t({
  message: 'en',
  comment: ['The tag of this language: dates and numbers are written by its rules.'],
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
  const unitDisplay = unit === 'day' ? 'long' : 'short';
  const options = { style: 'unit', unit, unitDisplay, maximumFractionDigits: 3 } as const;
  return getOrAdd(unitFormats, unit, () => new Intl.NumberFormat(language, options)).format(count);
}

const dateFormats = new Map<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>();

/** `wall`: ms since 1970-01-01T00:00 on some clock. */
function written(wall: number, options: Intl.DateTimeFormatOptions): string {
  // Further away than a `Date` goes.
  if (Math.abs(wall) > 8.64e15) return isoDay(Math.floor(wall / msPerDay));
  return getOrAdd(dateFormats, options, () => new Intl.DateTimeFormat(language, options)).format(wall);
}

const timeZone = 'UTC';
const dayNumbers: Intl.DateTimeFormatOptions = { timeZone, dateStyle: 'medium' };
const minutes: Intl.DateTimeFormatOptions = { timeZone, dateStyle: 'medium', timeStyle: 'short' };
const monthAlone: Intl.DateTimeFormatOptions = { timeZone, month: 'short' };
const monthOfYear: Intl.DateTimeFormatOptions = { ...monthAlone, year: 'numeric' };
const dayName: Intl.DateTimeFormatOptions = { ...monthOfYear, day: 'numeric' };

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
