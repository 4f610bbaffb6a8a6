// What the hover says of licenses, dates, products, seats and bounds, and of its picture and links.
import * as l10n from '@vscode/l10n';
import type { DayRule, Gap, Instant, Interval, Term } from '../model';
import { shown } from '../text';
import { dayAt, utc, zoneNamed } from '../time';
import { coverageName, duration, moment, productName, seats, stretch, termName, timeLeft } from '../words';
import { date, number } from './locale';

export const labels = {
  date: l10n.t('This date'),
  day: l10n.t('That day'),
  left: l10n.t('When'),
  utc: l10n.t('In UTC'),
  length: l10n.t('Length'),
  licenses: l10n.t('Licenses'),
  now: l10n.t('Now'),
  ends: l10n.t('Coverage ends'),
  seatsOfAll: l10n.t('Seats of the product'),
  required: l10n.t('Required seats'),
  change: l10n.t('Next change'),
  follows: l10n.t('What follows'),
  gapsAhead: l10n.t('Gaps ahead'),
  bounds: l10n.t('Stretch'),
  note: l10n.t('Note'),
  reason: l10n.t('Reason'),
  review: l10n.t('Review'),
  holes: l10n.t('Gaps in it'),
} as const;

// Time

/** `in 8 days`, `3 days ago`, `now`. */
export function howFar(instant: Instant, at: Instant): string {
  if (instant === at) return l10n.t('now');
  if (instant > at) return l10n.t('in {0}', timeLeft(instant - at));
  return l10n.t('{0} ago', timeLeft(at - instant));
}

/** `364 days, 8 days left`, and the same for what has not begun or is over. */
export function lengthAndLeft({ from, until }: Interval, at: Instant): string {
  const length = duration(until - from);
  if (until <= at) return l10n.t('{0}, ended {1} ago', length, timeLeft(at - until));
  if (from > at) return l10n.t('{0}, begins in {1}', length, timeLeft(from - at));
  if (until === Infinity) return l10n.t('{0}, running', length);
  return l10n.t('{0}, {1} left', length, timeLeft(until - at));
}

/** `2026-11-30 00:00 (America/Chicago)`. */
export function zoned(rule: DayRule, instant: Instant): string {
  return Number.isFinite(instant) ? l10n.t('{0} ({1})', moment(rule, instant), rule.zone) : moment(rule, instant);
}

/** `2026-11-30 06:00 UTC`. */
export function momentUtc(instant: Instant): string {
  return l10n.t('{0} UTC', moment(utcRule, instant));
}
const utcRule: DayRule = { profile: '', expiryDay: 'instant', zone: utc.name, reason: '' };

export function longDay(ms: number): string {
  return l10n.t('The clocks change on it: it is {0} long.', duration(ms));
}

export function perhapsLonger(rule: DayRule, until: Instant): string {
  return l10n.t('Until {0}, if the expiry day is covered', zoned(rule, until));
}

export const ruleSource = l10n.t('Where the rule comes from');

// Licenses and their dates

export function startTitle(term: Term): string {
  return l10n.t('{0}: start date', termName(term, true));
}
export function expiryTitle(term: Term): string {
  return l10n.t('{0}: expiry date', termName(term, true));
}

export function coversFrom(rule: DayRule, from: Instant): string {
  return from === -Infinity ? noStart : l10n.t('The license covers from {0} on.', zoned(rule, from));
}
const noStart = l10n.t('No start date: the license counts from the beginning of time.');

/** `day`: the bound is the beginning or the end of a calendar day. */
export function coversUntil({ rule, until }: Term, day: 'beginning' | 'end' | undefined): string {
  if (until === Infinity) return l10n.t('The license has no end.');
  if (day === 'beginning') return l10n.t('The license covers until {0}, where that day begins.', zoned(rule, until));
  if (day === 'end') return l10n.t('The license covers until {0}, where that day ends.', zoned(rule, until));
  return l10n.t('The license covers until {0}.', zoned(rule, until));
}

export function coversPerhaps({ rule, until, possibleUntil }: Term): string {
  return l10n.t(
    'The license surely covers until {0}, and perhaps until {1}, where that day ends.',
    moment(rule, until),
    zoned(rule, possibleUntil!),
  );
}

export function coversUntilSuperseded({ rule, until }: Term): string {
  return l10n.t('The license covers until {0} only: another line takes its place then.', zoned(rule, until));
}

/** `in` UTC, where a last day may not count. */
export function perhapsUtc(sure: Instant, perhaps: Instant): string {
  return l10n.t('{0}, perhaps {1} UTC', moment(utcRule, sure), moment(utcRule, perhaps));
}

// What follows

export function gapFollows(gap: Gap, rule: DayRule): string {
  const length = duration(gap.until - gap.from);
  const { after, state } = gap;
  if (!after) return gapAlone(state, length);
  const next = termName(after);
  const when = zoned(rule, after.from);
  if (state === 'possible') return l10n.t('Perhaps {0} without a license, then {1} from {2} on', length, next, when);
  if (state === 'accepted')
    return l10n.t('{0} without a license, as accepted, then {1} from {2} on', length, next, when);
  if (state === 'pending') return l10n.t('{0} that wait for a key, then {1} from {2} on', length, next, when);
  return l10n.t('{0} without a license, then {1} from {2} on', length, next, when);
}

function gapAlone(state: Gap['state'], length: string): string {
  if (state === 'possible') return l10n.t('Perhaps {0} without a license, and no later license', length);
  if (state === 'accepted') return l10n.t('{0} without a license, as accepted, and no later license', length);
  if (state === 'pending') return l10n.t('{0} that wait for a key, and no later license', length);
  return l10n.t('{0} without a license, and no later license', length);
}

export function licenseFollows(next: Term): string {
  if (next.until === Infinity) return l10n.t('{0} covers on, without an end', termName(next, true));
  return l10n.t('{0} covers on, until {1}', termName(next, true), zoned(next.rule, next.until));
}

export const nothingFollows = l10n.t('Nothing: the coverage ends with this license.');

// Seats

export function seatsTitle(term: Term, count: number | undefined): string {
  if (count === undefined) return l10n.t('{0}: seats', termName(term, true));
  if (count === 1) return l10n.t('{0}: 1 seat', termName(term, true));
  return l10n.t('{0}: {1} seats', termName(term, true), seats(count));
}

/** How many seats all licenses of a product have together; `undefined`: some license does not say. */
export function countOf(count: number | undefined): string {
  return count === undefined ? l10n.t('unknown') : seats(count);
}

export type When = 'now' | 'at its beginning' | 'at its end';

export function seatsThen(count: number | undefined, when: When): string {
  if (when === 'now') return l10n.t('{0} now, of all its licenses together', countOf(count));
  if (when === 'at its end') return l10n.t('{0} when this license ended, of all licenses together', countOf(count));
  return l10n.t('{0} when this license begins, of all licenses together', countOf(count));
}

export function seatsAround(before: number | undefined, after: number | undefined): string {
  if (before === after) return l10n.t('{0} before and after', countOf(before));
  return l10n.t('{0} before, {1} from then on', countOf(before), countOf(after));
}

export function required(count: number, given: number | undefined): string {
  if (given === undefined || given >= count) return seats(count);
  return l10n.t('{0}: {1} too few', seats(count), count === Infinity ? seats(count) : number(count - given));
}

export function seatsChange(before: number | undefined, after: number | undefined, rule: DayRule, at: Instant): string {
  const [old, now, when] = [countOf(before), countOf(after), zoned(rule, at)];
  if (before !== undefined && after !== undefined && after < before)
    return l10n.t('Down from {0} to {1} on {2}', old, now, when);
  if (before !== undefined && after !== undefined) return l10n.t('Up from {0} to {1} on {2}', old, now, when);
  return l10n.t('From {0} to {1} on {2}', old, now, when);
}
export const noChange = l10n.t('None ahead.');

// Products

export function licenseCount(count: number, pending: number): string {
  if (pending === 0) return number(count);
  if (pending === 1) return l10n.t('{0}, of which 1 waits for its key', number(count));
  return l10n.t('{0}, of which {1} wait for their keys', number(count), number(pending));
}

export function coveredUntil(rule: DayRule, until: Instant): string {
  return until === Infinity ? l10n.t('Covered, without an end') : l10n.t('Covered until {0}', zoned(rule, until));
}
export function notCoveredUntil(state: Gap['state'], rule: DayRule, until: Instant): string {
  const when = zoned(rule, until);
  if (state === 'possible') return l10n.t('Perhaps not covered, until {0}', when);
  if (state === 'pending') return l10n.t('Not covered: waits for a key, until {0}', when);
  if (state === 'accepted') return l10n.t('Not covered, as accepted, until {0}', when);
  return l10n.t('Not covered, until {0}', when);
}
export function beginsLater(rule: DayRule, from: Instant, at: Instant): string {
  return l10n.t('Not yet covered: begins in {0}, {1}', timeLeft(from - at), zoned(rule, from));
}
export function noLonger(rule: DayRule, until: Instant): string {
  return l10n.t('No longer covered, since {0}', zoned(rule, until));
}
export const noLicenseOfIt = l10n.t('No license of it can be read.');

export function endsOn(rule: DayRule, until: Instant, at: Instant): string {
  if (until === Infinity) return l10n.t('Never');
  return l10n.t('{0}, {1}', zoned(rule, until), howFar(until, at));
}

/** `count`: at least 2; `length`: of all together, in ms. */
export function gapsAhead(count: number, length: number): string {
  return l10n.t('{0}, {1} together', number(count), duration(length));
}

export function moreProducts(count: number): string {
  return count === 1 ? l10n.t('And 1 more product') : l10n.t('And {0} more products', number(count));
}

// What is required, and what is accepted

export type Part = 'all' | 'from' | 'until' | 'seats' | 'review';

export function requirementTitle(product: string | undefined, part: Part): string {
  const name = product === undefined ? l10n.t('each product of this file') : productName(product);
  if (part === 'from') return l10n.t('Required coverage begins: {0}', name);
  if (part === 'until') return l10n.t('Required coverage ends: {0}', name);
  if (part === 'seats') return l10n.t('Required seats: {0}', name);
  return l10n.t('Required coverage: {0}', name);
}

export function acceptanceTitle(product: string | undefined, part: Part): string {
  const name = product === undefined ? l10n.t('each product of this file') : productName(product);
  if (part === 'from') return l10n.t('Accepted gap begins: {0}', name);
  if (part === 'until') return l10n.t('Accepted gap ends: {0}', name);
  if (part === 'review') return l10n.t('Accepted gap to be reviewed: {0}', name);
  return l10n.t('Accepted gap: {0}', name);
}

/** An absent bound asks for no more time than there are licenses. */
export function requiredStretch(rule: DayRule, from: Instant | undefined, until: Instant | undefined): string {
  if (from !== undefined && until !== undefined) return stretch(rule, { from, until });
  if (from !== undefined) return l10n.t('From {0} to the last license', zoned(rule, from));
  if (until !== undefined) return l10n.t('From the first license to {0}', zoned(rule, until));
  return l10n.t('From the first license to the last');
}

export const untilIsOpen = l10n.t('The day of the end itself is no part of it.');

/** `until`: the end of the day of the review. */
export function review(rule: DayRule, until: Instant, at: Instant): string {
  if (until <= at) return l10n.t('Overdue since {0}', zoned(rule, until));
  return l10n.t('Before {0}, {1}', zoned(rule, until), howFar(until, at));
}

export const noHole = l10n.t('None');
export function hole(rule: DayRule, coverage: Parameters<typeof coverageName>[0], gap: Interval): string {
  return l10n.t('{0}: {1}, {2}', coverageName(coverage), stretch(rule, gap), duration(gap.until - gap.from));
}
export function reasonGiven(text: string): string {
  return shown(text);
}

// The picture

/** What stands at a gap in the picture. */
export function gapLabel(state: Gap['state'], length: number): string {
  if (state === 'accepted') return l10n.t('accepted {0}', duration(length));
  if (state === 'pending') return length === Infinity ? l10n.t('KEY?') : l10n.t('KEY? {0}', duration(length));
  if (state === 'possible') return l10n.t('{0}?', duration(length));
  return length === Infinity ? l10n.t('GAP') : l10n.t('GAP {0}', duration(length));
}

/** Several gaps too near to be told apart; at least 2. */
export function gapCount(count: number): string {
  return l10n.t('{0} gaps', number(count));
}

export const today = l10n.t('today');

/** A day on the clocks of a zone. */
export function dayOf(rule: DayRule, instant: Instant): string {
  return date(dayAt(zoneNamed(rule.zone) ?? utc, instant));
}

/** What the picture shows, for who can't see it; `gaps`: each in words of its own, the first few. */
export function pictureAlt(facts: {
  readonly from: string;
  readonly until: string;
  readonly licenses: number;
  readonly gaps: readonly string[];
  readonly more: number;
  readonly today: string | undefined;
}): string {
  const { from, until, licenses, gaps, more, today: now } = facts;
  const count = licenses === 1 ? l10n.t('1 license') : l10n.t('{0} licenses', number(licenses));
  const holes = gaps.length === 0 ? l10n.t('no gap') : gaps.join(', ');
  const rest = more === 0 ? holes : l10n.t('{0} and {1} more', holes, number(more));
  if (now === undefined) return l10n.t('Picture of the coverage from {0} to {1}: {2}, {3}.', from, until, count, rest);
  return l10n.t('Picture of the coverage from {0} to {1}: {2}, {3}. Today is {4}.', from, until, count, rest, now);
}

export function pictureGap(state: Gap['state'], rule: DayRule, gap: Interval): string {
  const [length, from] = [duration(gap.until - gap.from), moment(rule, gap.from)];
  if (state === 'possible') return l10n.t('perhaps a gap of {0} from {1} on', length, from);
  if (state === 'pending') return l10n.t('{0} that wait for a key from {1} on', length, from);
  if (state === 'accepted') return l10n.t('an accepted gap of {0} from {1} on', length, from);
  return l10n.t('a gap of {0} from {1} on', length, from);
}

// Links

export const actions = {
  fix: l10n.t('Quick Fix…'),
  request: l10n.t('Request Temporary License Key'),
  key: l10n.t('Enter License Key…'),
  'next-gap': l10n.t('Go to Next Gap'),
  timeline: l10n.t('Show in Timeline'),
} as const;
export const moved = l10n.t('The file has changed since this was offered. Hover over the place again.');
