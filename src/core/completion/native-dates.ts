// The dates that make sense at a place of a native file: those that leave no gap, and a year later.
import { civilDate, type Day, dayOf, daysInMonth } from '../calendar';
import { daysToReview } from '../fixes/accept-gap';
import type { Where } from '../formats/definition';
import type { Instant, Term } from '../model';
import { dayAt } from '../time';
import { dates as said } from '../words/completion';
import {
  dayIn,
  lastOf,
  type Neighborhood,
  neighborhoodOf,
  type Surroundings,
  spelledDay,
  spelledInstant,
} from './native-facts';
import type { WrittenMap } from './native-place';

/** A date as it is to be written, and why. */
export interface DateChoice {
  readonly text: string;
  readonly detail: string;
  /** It is a word, not a date. */
  readonly isWord?: boolean;
}

/** The likeliest first, each text once. */
export function datesFor(
  field: 'starts' | 'expires' | 'reviewBy',
  map: WrittenMap | undefined,
  where: Where,
  around: Surroundings,
): readonly DateChoice[] {
  const near = neighborhoodOf(map, where, around);
  const spell = (day: Day): string => spelledDay(day, map, where, around);
  const context: Context = {
    near,
    today: dayAt(near.zone, around.now),
    starts: dayIn(map, 'starts', where, around, near.zone),
    at: (instant, detail) => ({ text: spelledInstant(instant, near.zone, spell), detail }),
    on: (day, detail) => ({ text: spell(day), detail }),
  };
  const choices =
    field === 'reviewBy'
      ? reviews(context)
      : where === 'acceptedGap'
        ? gapBounds(field, context)
        : where === 'required'
          ? requiredBounds(field, context)
          : field === 'starts'
            ? beginnings(context)
            : endings(context);
  return choices.filter(({ text }, i) => choices.findIndex(other => other.text === text) === i);
}

interface Context {
  readonly near: Neighborhood;
  readonly today: Day;
  readonly starts: Day | undefined;
  at(instant: Instant, detail: string): DateChoice;
  on(day: Day, detail: string): DateChoice;
}

/** How many gaps are offered to be filled. */
const mostGaps = 3;

function beginnings({ near: { terms, gaps }, today, at, on }: Context): readonly DateChoice[] {
  const last = lastOf(terms);
  return [
    ...(last ? follow(last, at) : []),
    ...gaps.slice(0, mostGaps).map(({ from, until }) => at(from, said.gapBegins(until - from))),
    on(today, said.today),
  ];
}

/** The starts that leave no gap behind a license. */
function follow({ until, possibleUntil }: Term, at: Context['at']): readonly DateChoice[] {
  if (possibleUntil === undefined) return [at(until, said.next)];
  return [at(until, said.surelyNext), at(possibleUntil, said.possiblyNext)];
}

function endings(context: Context): readonly DateChoice[] {
  const { near, today, on } = context;
  const last = lastOf(near.terms);
  const starts = context.starts ?? (last ? dayAt(near.zone, last.until) : today);
  return [
    on(yearAfter(starts) - 1, said.oneYear),
    ...upToNext(context, starts),
    on(dayOf(civilDate(starts).year, 12, 31), said.yearEnd),
    { text: 'never', detail: said.never, isWord: true },
  ];
}

/** The expiry date with which coverage goes on to the license that begins next. */
function upToNext({ near: { terms, zone }, on }: Context, starts: Day): readonly DateChoice[] {
  const later = terms.filter(({ from }) => Number.isFinite(from) && dayAt(zone, from) > starts);
  const next = later.reduce<Term | undefined>(
    (first, term) => (!first || term.from < first.from ? term : first),
    undefined,
  );
  if (!next) return [];
  const day = dayAt(zone, next.from);
  return [on(next.rule.expiryDay === 'covered' ? day - 1 : day, said.untilNext)];
}

/** The same date of the next year; of a leap day the last of February. */
export function yearAfter(day: Day): Day {
  const { year, month, date } = civilDate(day);
  return dayOf(year + 1, month, Math.min(date, daysInMonth(year + 1, month)));
}

function gapBounds(field: 'starts' | 'expires', { near: { gaps }, today, at, on }: Context): readonly DateChoice[] {
  const bounds = gaps
    .slice(0, mostGaps)
    .map(({ from, until }) =>
      field === 'starts' ? at(from, said.gapBegins(until - from)) : at(until, said.gapEnds(until - from)),
    );
  return [...bounds, ...(field === 'starts' ? [on(today, said.today)] : [])];
}

function requiredBounds(
  field: 'starts' | 'expires',
  { near: { terms }, starts, today, at, on }: Context,
): readonly DateChoice[] {
  if (field === 'expires') return [on(yearAfter(starts ?? today), said.oneYear)];
  const first = terms.find(({ from }) => Number.isFinite(from));
  return [on(today, said.today), ...(first ? [at(first.from, said.firstStart)] : [])];
}

function reviews({ today, on }: Context): readonly DateChoice[] {
  return [on(today + daysToReview, said.inDays(daysToReview))];
}
