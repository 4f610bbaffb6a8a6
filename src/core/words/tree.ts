// What the tree of products, licenses and gaps says.
import * as l10n from '@vscode/l10n';
import { msPerDay } from '../calendar';
import type { Coverage, Covered, DayRule, Gap, Instant, Interval, Term } from '../model';
import { shown } from '../text';
import { dayAt, isStartOfDay, utc, type Zone, zoneNamed } from '../time';
import { coverageName, duration, moment, poolName, productName, seats, timeLeft } from '../words';
import { date, number } from './locale';

// Products

export function productLabel(product: string | undefined): string {
  return productName(product);
}

/** `path`: of its file, where nothing else tells it from others of its name. */
export function productFacts(pool: string | undefined, path: string | undefined, outlook: string): string {
  const row = poolName(pool);
  return [row, path, outlook].flatMap(each => (each === undefined ? [] : shown(each))).join(' · ');
}

export function productSpoken(coverage: Coverage, outlook: string): string {
  return l10n.t('{0}: {1}', coverageName(coverage), outlook);
}

/** `24 h gap in 8 days, 2 more gaps`: what comes next, the worst if that is something else, and how many gaps there are besides. */
export function outlook(lacks: readonly string[], moreGaps: number): string {
  if (moreGaps === 0) return lacks.join(', ');
  return [...lacks, moreGaps === 1 ? l10n.t('1 more gap') : l10n.t('{0} more gaps', number(moreGaps))].join(', ');
}

export function gapAhead({ state, from, until }: Gap, at: Instant): string {
  const left = from > at ? timeLeft(from - at) : undefined;
  if (state === 'pending') return left === undefined ? l10n.t('key needed now') : l10n.t('key needed in {0}', left);
  if (until === Infinity)
    return left === undefined ? l10n.t('gap without end, now') : l10n.t('gap without end in {0}', left);
  const length = duration(until - from);
  if (state === 'possible')
    return left === undefined
      ? l10n.t('possible {0} gap, now', length)
      : l10n.t('possible {0} gap in {1}', length, left);
  return left === undefined ? l10n.t('{0} gap, now', length) : l10n.t('{0} gap in {1}', length, left);
}

export function shortAhead({ from }: Interval, at: Instant): string {
  return from > at ? l10n.t('too few seats in {0}', timeLeft(from - at)) : l10n.t('too few seats now');
}

export function begins(from: Instant, at: Instant): string {
  return l10n.t('begins in {0}', timeLeft(from - at));
}
export function ended(end: Instant, at: Instant): string {
  return l10n.t('ended {0} ago', timeLeft(at - end));
}
/** `sure`: from then on nobody can rely on it. */
export function ends(sure: Instant, at: Instant): string {
  return sure > at ? l10n.t('ends in {0}', timeLeft(sure - at)) : l10n.t('perhaps ended');
}
/** Without an end: `undefined`. */
export function covered(last: Term | undefined): string {
  return last ? l10n.t('covered until {0}', expiryDate(last)) : l10n.t('covered');
}
/** Of a product that has no license at all. */
export function requiredBefore(): string {
  return l10n.t('no license, and none required any more');
}

// Environments

export function environmentLabel(environment: string | undefined): string {
  return environment === undefined ? l10n.t('No environment') : shown(environment);
}
export function environmentFacts(products: number, gaps: number): string {
  const count = products === 1 ? l10n.t('1 product') : l10n.t('{0} products', number(products));
  if (gaps === 0) return count;
  return [count, gaps === 1 ? l10n.t('1 gap') : l10n.t('{0} gaps', number(gaps))].join(', ');
}
export function environmentSpoken(environment: string | undefined, facts: string): string {
  return environment === undefined
    ? l10n.t('No environment: {0}', facts)
    : l10n.t('Environment {0}: {1}', shown(environment), facts);
}

// Licenses

/** `2025-12-01 – 2026-11-30`, `500 seats`, `8 days left`. */
export function termFacts(term: Term, at: Instant): readonly string[] {
  return [
    termDates(term),
    ...(term.seats === undefined ? [] : [seatCount(term.seats)]),
    ...(term.state === 'pending' ? [l10n.t('key needed')] : []),
    ...termWhen(term, at),
  ];
}

export function termLabel({ id, kind, pool }: Term): string {
  if (id !== undefined) return shown(id);
  if (pool?.version !== undefined) return l10n.t('License of version {0}', shown(pool.version));
  return kind === undefined ? l10n.t('License') : l10n.t('License, {0}', shown(kind));
}
export function termSpoken({ id }: Term, label: string, facts: readonly string[]): string {
  return [id === undefined ? label : l10n.t('License {0}', label), ...facts].join(', ');
}

function termWhen({ from, until }: Interval, at: Instant): readonly string[] {
  if (until <= at) return [l10n.t('over')];
  if (from > at) return [l10n.t('begins in {0}', timeLeft(from - at))];
  return until === Infinity ? [] : [l10n.t('{0} left', timeLeft(until - at))];
}

function seatCount(count: number): string {
  if (count === Infinity) return l10n.t('unlimited seats');
  return count === 1 ? l10n.t('1 seat') : l10n.t('{0} seats', seats(count));
}

function termDates(term: Term): string {
  const { rule, from, until } = term;
  if (from === -Infinity) return until === Infinity ? l10n.t('without end') : l10n.t('until {0}', expiryDate(term));
  const first = dayOrMoment(rule, from);
  return until === Infinity ? l10n.t('from {0} on', first) : `${first} – ${expiryDate(term)}`;
}

/** The day that a file names, whether or not that is covered. */
function expiryDate({ rule, until }: Term): string {
  return rule.expiryDay === 'covered' ? lastDayOrMoment(rule, until) : dayOrMoment(rule, until);
}

// Gaps

export function gapLabel({ state, from, until }: Gap): string {
  const length = until === Infinity ? undefined : duration(until - from);
  if (state === 'pending') return length === undefined ? l10n.t('Key needed') : l10n.t('Key needed for {0}', length);
  if (length === undefined)
    return state === 'accepted' ? l10n.t('Accepted gap without end') : l10n.t('Gap without end');
  if (state === 'possible') return l10n.t('Possible {0} gap', length);
  return state === 'accepted' ? l10n.t('Accepted {0} gap', length) : l10n.t('{0} gap', length);
}

export function shortLabel({ seats: has, required }: Covered): string {
  return l10n.t('{0} of {1} seats', seats(has!), seats(required!));
}

/** `2026-11-30`, `in 8 days`; whole days are told by the first and the last of them. */
export function lackFacts(rule: DayRule, { from, until }: Interval, at: Instant): readonly string[] {
  return [lackDates(rule, { from, until }), lackWhen({ from, until }, at)];
}

function lackDates(rule: DayRule, { from, until }: Interval): string {
  if (until === Infinity) return l10n.t('from {0} on', dayOrMoment(rule, from));
  const zone = zoneOf(rule);
  if (!isMidnight(zone, from) || !isMidnight(zone, until)) return `${moment(rule, from)} – ${moment(rule, until)}`;
  const [first, last] = [dayAt(zone, from), dayAt(zone, until - 1)];
  return first === last ? date(first) : `${date(first)} – ${date(last)}`;
}

function lackWhen({ from, until }: Interval, at: Instant): string {
  if (until <= at) return l10n.t('over');
  return from > at ? l10n.t('in {0}', timeLeft(from - at)) : l10n.t('now');
}

// The view as a whole

export function more(count: number): string {
  return l10n.t('{0} more', number(count));
}
export function moreHint(): string {
  return l10n.t('Too many to list. The timeline of all files shows them.');
}
export function looking(): string {
  return l10n.t('Looking for license files…');
}
export function notRead(count: number): string {
  return count === 1
    ? l10n.t('1 entry could not be read and is missing here.')
    : l10n.t('{0} entries could not be read and are missing here.', number(count));
}
export function badge(count: number): string {
  return count === 1 ? l10n.t('1 coverage gap ahead') : l10n.t('{0} coverage gaps ahead', number(count));
}
export function nameCopied(): string {
  return l10n.t('The name is on the clipboard.');
}

// Time

function dayOrMoment(rule: DayRule, instant: Instant): string {
  const zone = zoneOf(rule);
  return isMidnight(zone, instant) ? date(dayAt(zone, instant)) : moment(rule, instant);
}

/** The day that ends at an instant, if one does. */
function lastDayOrMoment(rule: DayRule, instant: Instant): string {
  const zone = zoneOf(rule);
  return isMidnight(zone, instant) ? date(dayAt(zone, instant - msPerDay / 2)) : moment(rule, instant);
}

function isMidnight(zone: Zone, instant: Instant): boolean {
  return Number.isFinite(instant) && isStartOfDay(zone, instant);
}

function zoneOf({ zone }: DayRule): Zone {
  return zoneNamed(zone) ?? utc;
}
