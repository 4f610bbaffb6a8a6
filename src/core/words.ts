// Every sentence a person reads: the one seam for translation. Those of single parts are in words/.
import * as l10n from '@vscode/l10n';
import { msPerDay, msPerHour } from './calendar';
import type { Coverage, DayRule, Instant, Interval, Term } from './model';
import { shown } from './text';
import { dayAt, utc, type Zone, zoneNamed } from './time';
import { timeLeft as timeLeftOf } from './time-left';
import * as locale from './words/locale';
import { floating, noVersion } from './words/plain';

// Names

export function productName(product: string | undefined, environment?: string): string {
  const name = product === undefined ? l10n.t('The unnamed product') : shown(product);
  return environment === undefined ? name : `${name} (${shown(environment)})`;
}

/** A product as its row is called: with its environment and with what tells it from others of its name. */
export function coverageName({
  product,
  environment,
  pool,
}: Pick<Coverage, 'product' | 'environment' | 'pool'>): string {
  const details = [environment, poolName(pool)].filter(detail => detail !== undefined);
  return productName(product, details.length === 0 ? undefined : details.join(', '));
}

/** What tells a row from others of its name, in the words of the interface. */
export function poolName(pool: string | undefined): string | undefined {
  if (pool === undefined || locale.language === 'en') return pool;
  return pool.split(', ').map(poolPart).join(', ');
}

function poolPart(part: string): string {
  if (part === floating) return l10n.t({ message: 'floating', comment: ['Licenses that are bound to no host.'] });
  if (part === noVersion) return l10n.t('no version');
  const [, what, name] = /^(host|version) (.+)$/s.exec(part) ?? [];
  if (name === undefined) return part;
  return what === 'host' ? l10n.t('host {0}', name) : l10n.t('version {0}', name);
}

export function versionName(version: string): string {
  return l10n.t('version {0}', shown(version));
}

/** An id stands as it is; a name made of words begins as its place in the sentence asks. */
export function licenseName(id: string | undefined, product: string | undefined, startsSentence = false): string {
  if (id !== undefined) return shown(id);
  if (product === undefined) return startsSentence ? l10n.t('This license') : l10n.t('this license');
  return startsSentence ? l10n.t('The {0} license', shown(product)) : l10n.t('the {0} license', shown(product));
}

export function termName({ id, product }: Term, startsSentence = false): string {
  return licenseName(id, product, startsSentence);
}

// Sentences

/** One sentence behind the other. */
export function sentences(...all: readonly string[]): string {
  // Said a hundred thousand times of a large file; most people read English.
  if (locale.language === 'en') return all.join(' ');
  return all.reduce((before, next) =>
    l10n.t({ message: '{0} {1}', args: [before, next], comment: ['Two sentences.'] }),
  );
}

/** A clause as a sentence of its own. */
export function sentence(clause: string): string {
  if (locale.language === 'en') return `${clause}.`;
  return l10n.t({ message: '{0}.', args: [clause], comment: ['A clause that becomes a sentence.'] });
}

/** One of them. */
export function choice(all: readonly string[]): string {
  return all.reduce((before, next) => l10n.t('{0} or {1}', before, next));
}

// Time

/**
 * `24 h`, `2.5 h`, `45 days`, `45 days 1 h`: exact, in hours up to three days. `said`: how an amount of a unit is said, as in
 * `24 h`.
 */
export function duration(ms: number, said = locale.amount): string {
  if (ms === Infinity) return l10n.t('an open time');
  if (ms < 1000) return said(rounded(ms), 'millisecond');
  if (ms < 60_000) return said(ms / 1000, 'second');
  if (ms < msPerHour) return Number.isInteger(ms / 600) ? said(rounded(ms / 60_000), 'minute') : parts(ms, said);
  const hours = ms / msPerHour;
  if (hours < 72) return Number.isInteger(hours * 100) ? said(rounded(hours), 'hour') : parts(ms, said);
  const days = Math.floor(ms / msPerDay);
  const rest = ms - days * msPerDay;
  return rest === 0 ? said(days, 'day') : `${said(days, 'day')} ${duration(rest, said)}`;
}

/** `24 h 1 s`: what hundredths of an hour don't say. */
function parts(ms: number, said: typeof locale.amount): string {
  const units = [
    [Math.floor(ms / msPerHour), 'hour'],
    [Math.floor(ms / 60_000) % 60, 'minute'],
    [(ms / 1000) % 60, 'second'],
  ] as const;
  return units.flatMap(([count, unit]) => (rounded(count) === 0 ? [] : [said(rounded(count), unit)])).join(' ');
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function zoneOf(rule: DayRule): Zone {
  return zoneNamed(rule.zone) ?? utc;
}

export const noEnd = l10n.t('no end');
export const noBeginning = l10n.t('no beginning');

/** `2026-11-30 00:00`, on the clocks of the rule's zone. */
export function moment(rule: DayRule, instant: Instant): string {
  return momentIn(zoneOf(rule), instant);
}

export function momentIn(zone: Zone, instant: Instant): string {
  if (instant === Infinity) return noEnd;
  if (instant === -Infinity) return noBeginning;
  return locale.dateTime(instant + zone.offsetAt(instant));
}

/** `2026-11-30 00:00 to 2026-12-01 00:00 (America/Chicago)`. */
export function stretch(rule: DayRule, { from, until }: Interval): string {
  return l10n.t('{0} to {1} ({2})', moment(rule, from), moment(rule, until), rule.zone);
}

/** `2026-11-30 06:00 to 2026-12-01 06:00 UTC`. */
export function stretchUtc({ from, until }: Interval): string {
  return l10n.t('{0} to {1} UTC', momentIn(utc, from), momentIn(utc, until));
}

/** `2026-11-30 (24 h)` where the stretch is one whole day, otherwise both ends. */
export function fillStretch(rule: DayRule, { from, until }: Interval): string {
  const zone = zoneOf(rule);
  const length = duration(until - from);
  const isDay = (instant: Instant): boolean => (instant + zone.offsetAt(instant)) % msPerDay === 0;
  if (!isDay(from) || !isDay(until))
    return l10n.t('{0} to {1} ({2})', momentIn(zone, from), momentIn(zone, until), length);
  const [first, last] = [dayAt(zone, from), dayAt(zone, until - 1)];
  if (first === last) return l10n.t('{0} ({1})', locale.date(first), length);
  return l10n.t('{0} to {1} ({2})', locale.date(first), locale.date(last), length);
}

/** `12 days`, `5 h`. */
export function timeLeft(ms: number): string {
  const { unit, count } = timeLeftOf(ms);
  if (unit === 'less') return l10n.t('less than 1 h');
  return locale.amount(count, unit === 'days' ? 'day' : 'hour');
}

export function seats(count: number): string {
  return count === Infinity ? l10n.t('unlimited') : locale.number(count);
}

// Rules for the expiry day

export const nothingStated = l10n.t('neither the file nor the settings say whether the expiry day is covered');
export function profileNamedInFile(name: string): string {
  return l10n.t('the file says "profile: {0}"', name);
}
export function expiryDayInFile(said: string): string {
  return l10n.t('the file says "expiryDay: {0}"', said);
}
export function expiryDayInSettings(said: string): string {
  return l10n.t('the setting licenseCoverage.expiryDay says "{0}"', said);
}
export function ruleInProfiles(name: string, said: string): string {
  return l10n.t('the setting licenseCoverage.profiles says "{0}" for {1}', said, shown(name));
}

/** A clause, to which a full stop belongs. */
export function expiryDayRule({ expiryDay, isAssumed, reason }: DayRule): string {
  if (isAssumed) {
    return {
      covered: () => l10n.t('The expiry day is covered (assumed): {0}', reason),
      uncovered: () => l10n.t('The expiry day is not covered (assumed): {0}', reason),
      unstated: () => l10n.t('Whether the expiry day is covered is not stated (assumed): {0}', reason),
      instant: () => l10n.t('The license ends at an instant, not with a day (assumed): {0}', reason),
    }[expiryDay]();
  }
  return {
    covered: () => l10n.t('The expiry day is covered: {0}', reason),
    uncovered: () => l10n.t('The expiry day is not covered: {0}', reason),
    unstated: () => l10n.t('Whether the expiry day is covered is not stated: {0}', reason),
    instant: () => l10n.t('The license ends at an instant, not with a day: {0}', reason),
  }[expiryDay]();
}
