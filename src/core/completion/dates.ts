// The dates that are likely in a new license: those that make it follow the one before it.
import { civilDate, type Day, dayOf } from '../calendar';
import type { Offer } from '../completion';
import * as words from '../words/languages';

/** What a date is for. */
export type DateUse = 'starts' | 'expires' | 'issued';

export interface DateFacts {
  readonly use: DateUse;
  readonly today: Day;
  /** The first day of the license itself, if it says one. */
  readonly starts: Day | undefined;
  /** The last day of the license before it. */
  readonly previous: Day | undefined;
  readonly spell: (day: Day) => string;
  /** The word for a license without an end, where there is one. */
  readonly never: string | undefined;
}

/** The likeliest first, each day once. */
export function dateOffers({ use, today, starts, previous, spell, never }: DateFacts): readonly Offer[] {
  const said = words.offeredDates;
  const next = previous === undefined ? undefined : previous + 1;
  const { year } = civilDate(starts ?? next ?? today);
  const offer = (label: string, detail: string): Offer => ({ kind: 'date', label, text: label, detail });
  const offers = [
    ...(use === 'expires' ? [offer(spell(dayOf(year, 12, 31)), said.yearEnd)] : []),
    ...(use === 'expires' && never !== undefined ? [offer(never, said.never)] : []),
    ...(use !== 'issued' && next !== undefined ? [offer(spell(next), said.next)] : []),
    offer(spell(today), said.today),
  ];
  return offers.filter(({ label }, i) => offers.findIndex(other => other.label === label) === i);
}
