// Explains a date of a license: the instant that it stands for, and what is so before and after it.

import { msPerDay } from '../calendar';
import type { Explanation, Fact } from '../explain';
import type { Coverage, DayRule, Instant, Term } from '../model';
import { dayAt, isStartOfDay, startOfDay, utc, type Zone, zoneNamed } from '../time';
import * as words from '../words/hover';
import { seatsIn, segmentAt } from './seats';

/** `at`: now. */
export function explainDate(coverage: Coverage, term: Term, field: 'starts' | 'expires', at: Instant): Explanation {
  const instant = field === 'starts' ? term.from : term.until;
  const title = field === 'starts' ? words.startTitle(term) : words.expiryTitle(term);
  const facts: Fact[] = [{ label: words.labels.date, text: field === 'starts' ? startOf(term) : endOf(term) }];
  if (Number.isFinite(instant)) {
    const perhaps = field === 'expires' ? term.possibleUntil : undefined;
    const inUtc = perhaps === undefined ? words.momentUtc(instant) : words.perhapsUtc(instant, perhaps);
    facts.push(
      { label: words.labels.utc, text: inUtc },
      { label: words.labels.left, text: words.howFar(instant, at) },
      ...dayFact(term.rule, field === 'expires' && isEndOfDay(term) ? instant - 1 : instant, instant),
    );
    const [before, after] = [instant - 1, perhaps ?? instant].map(each => seatsIn(segmentAt(coverage, each)));
    if (before !== after && term.state === 'active')
      facts.push({ label: words.labels.seatsOfAll, text: words.seatsAround(before, after) });
  }
  return { title, facts, symptoms: [], remedies: [] };
}

function startOf({ rule, from }: Term): string {
  return words.coversFrom(rule, from);
}

function endOf(term: Term): string {
  const { rule, until, possibleUntil, supersededBy } = term;
  if (supersededBy) return words.coversUntilSuperseded(term);
  if (possibleUntil !== undefined) return words.coversPerhaps(term);
  if (until === Infinity || rule.expiryDay === 'instant' || !isStartOfDay(zoneOf(rule), until))
    return words.coversUntil(term, undefined);
  return words.coversUntil(term, isEndOfDay(term) ? 'end' : 'beginning');
}

/** Whether a license runs to the end of its expiry day: that is the day before the one that begins then. */
function isEndOfDay({ rule }: Term): boolean {
  return rule.expiryDay === 'covered';
}

/** How long the day of a date is, where the clocks change on it. `within`: an instant of it; `bound`: the date's own. */
export function dayFact(rule: DayRule, within: Instant, bound: Instant): readonly Fact[] {
  const zone = zoneOf(rule);
  // A date with a time of day is no day.
  if (!isStartOfDay(zone, bound)) return [];
  const day = dayAt(zone, within);
  const length = startOfDay(zone, day + 1) - startOfDay(zone, day);
  return length === msPerDay ? [] : [{ label: words.labels.day, text: words.longDay(length) }];
}

function zoneOf(rule: DayRule): Zone {
  return zoneNamed(rule.zone) ?? utc;
}
