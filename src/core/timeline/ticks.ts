// The marks of a time axis: calendar units of a zone, so that a mark is a midnight there whatever the clocks do.
import { civilDate, type Day, dayOf, msPerDay } from '../calendar';
import { type ClockChange, firstShowing, offsetAt } from '../clocks';
import type { Instant, Interval } from '../model';
import { monthWord, monthWords } from '../words/locale';

export interface Tick {
  readonly at: Instant;
  readonly label: string;
}

export interface Ticks {
  /** The finer marks, each with its label. */
  readonly minor: readonly Tick[];
  /** The coarser unit above them; its first mark may lie before the shown time, so that the label of what runs there is known. */
  readonly major: readonly Tick[];
}

/** A step of the ladder: `days`, about how long it is; `month` and `year` steps count in whole months. */
interface Unit {
  readonly days: number;
  readonly months?: number;
  readonly label: 'date' | 'month' | 'quarter' | 'year';
}

const ladder: readonly Unit[] = [
  { days: 1, label: 'date' },
  { days: 7, label: 'date' },
  { days: 30, months: 1, label: 'month' },
  { days: 91, months: 3, label: 'quarter' },
  ...[1, 2, 5, 10, 20, 50, 100].map(years => ({ days: 365 * years, months: 12 * years, label: 'year' as const })),
];

/** The least room for a label, in pixels. */
const labelWidth = 44;

/** The marks for a shown time on an axis of `width` pixels. `clocks` are the zone's changes over that time. */
export function ticks(shown: Interval, width: number, clocks: readonly ClockChange[]): Ticks {
  const msPerPixel = (shown.until - shown.from) / Math.max(width, 1);
  const unit = ladder.find(({ days }) => days * msPerDay >= labelWidth * msPerPixel) ?? ladder.at(-1)!;
  const coarser: Unit = unit.label === 'date' ? ladder[2]! : ladder[4]!;
  const minor = marks(shown, unit, clocks, false);
  return { minor, major: unit.label === 'year' ? [] : marks(shown, coarser, clocks, true) };
}

/** The marks of one unit, from the last at or before the shown time on. */
function marks(shown: Interval, unit: Unit, clocks: readonly ClockChange[], long: boolean): Tick[] {
  const day = (instant: Instant): Day => Math.floor((instant + offsetAt(clocks, instant)) / msPerDay);
  const result: Tick[] = [];
  const last = day(shown.until);
  for (let mark = firstMark(day(shown.from), unit); mark <= last; mark = nextMark(mark, unit)) {
    const at = firstShowing(clocks, mark * msPerDay);
    // A day that the zone has skipped (Samoa, 30 December 2011) begins and ends as the next one begins.
    if (result.at(-1)?.at === at) result.pop();
    result.push({ at, label: label(mark, unit, long) });
  }
  return result;
}

/** The last mark at or before a day. Weeks begin on Monday. */
function firstMark(day: Day, { days, months }: Unit): Day {
  if (months === undefined) return days === 7 ? day - ((((day + 3) % 7) + 7) % 7) : day;
  const { year, month } = civilDate(day);
  const count = year * 12 + month - 1;
  const first = count - (((count % months) + months) % months);
  return dayOf(Math.floor(first / 12), (((first % 12) + 12) % 12) + 1, 1);
}

function nextMark(day: Day, { days, months }: Unit): Day {
  if (months === undefined) return day + days;
  const { year, month } = civilDate(day);
  const next = year * 12 + month - 1 + months;
  return dayOf(Math.floor(next / 12), (next % 12) + 1, 1);
}

function label(day: Day, unit: Unit, long: boolean): string {
  const { year, date } = civilDate(day);
  if (unit.label === 'year') return String(year);
  if (unit.label === 'date') return String(date);
  return long ? monthWords(day) : monthWord(day);
}
