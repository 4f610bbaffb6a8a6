// Dates as FlexNet and RLM write them: `30-nov-2026`, `permanent`, or the year 0 for "never".
import { civilDate, type Day, dayOf, daysInMonth, pad } from '../calendar';
import { char } from './chars';

/** What is wrong with a date, as `words.wrongVendorDate` tells it. */
export type WrongDay = 'impossible' | 'month' | 'unreadable';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** By the lower-case letters of its English name as one number. */
const monthOf = new Map(months.map((name, index) => [lettersOf(name, 0), index + 1]));

/**
 * The day that stands between two offsets; `Infinity`: never. `permanent` and the years 0 say so in the vendors' guides; 1900 is what
 * tools write that know no other (goflexlm), 9999 the last year that there is a date of. 2099 is a year like any other.
 */
export function readNamedMonth(text: string, start: number, end: number): Day | WrongDay {
  const dateEnd = digitsFrom(text, start, end);
  const yearStart = dateEnd + 5;
  const isShaped =
    dateEnd > start &&
    dateEnd - start <= 2 &&
    text.charCodeAt(dateEnd) === char.dash &&
    text.charCodeAt(yearStart - 1) === char.dash &&
    yearStart < end &&
    digitsFrom(text, yearStart, end) === end;
  if (!isShaped) return isPermanent(text, start, end) ? Number.POSITIVE_INFINITY : whyNot(text.slice(start, end));
  const year = numberAt(text, yearStart, end);
  const month = monthOf.get(lettersOf(text, dateEnd + 1));
  if (month === undefined) return 'month';
  if (year === 0 || year === 1900 || year === 9999) return Number.POSITIVE_INFINITY;
  if (end - yearStart !== 4) return 'unreadable';
  const date = numberAt(text, start, dateEnd);
  return date >= 1 && (date <= 28 || date <= daysInMonth(year, month)) ? dayOf(year, month, date) : 'impossible';
}

/** `30-nov-2026`. */
export function namedMonth(day: Day): string {
  const { year, month, date } = civilDate(day);
  return `${pad(date)}-${months[month - 1]}-${pad(year, 4)}`;
}

/** `01-janv-2021` is a date in another language. */
function whyNot(written: string): WrongDay {
  return /^\d{1,2}-\p{L}+\.?-\d{1,4}$/u.test(written) ? 'month' : 'unreadable';
}

function isPermanent(text: string, start: number, end: number): boolean {
  return end - start === 9 && text.slice(start, end).toLowerCase() === 'permanent';
}

/** Behind the digits that begin at `start`. */
function digitsFrom(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text.charCodeAt(at) >= char.zero && text.charCodeAt(at) <= char.nine) at++;
  return at;
}

function numberAt(text: string, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) value = value * 10 + text.charCodeAt(i) - char.zero;
  return value;
}

/** Three letters as one number, whatever their case; 0 where one is none of English. */
function lettersOf(text: string, at: number): number {
  const first = text.charCodeAt(at);
  const second = text.charCodeAt(at + 1);
  const third = text.charCodeAt(at + 2);
  return (first | second | third) > 127 ? 0 : ((first | 32) << 16) | ((second | 32) << 8) | (third | 32);
}
