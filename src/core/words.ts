// Every sentence a person reads: the one seam for translation. Those of single parts are in words/.
import * as l10n from '@vscode/l10n';
import { dayOf, msPerDay, msPerHour } from './calendar';
import { type Ending, ruleOfGap } from './coverage';
import type { AcceptedGap, Coverage, Covered, DayRule, Gap, Instant, Interval, Term } from './model';
import { shown } from './text';
import { dayAt, utc, type Zone, zoneNamed } from './time';
import { timeLeft as timeLeftOf } from './time-left';
import * as locale from './words/locale';
import { floating, noVersion } from './words/plain';
import { syntaxReason } from './words/syntax';

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
  return all.reduce((before, next) =>
    l10n.t({ message: '{0} {1}', args: [before, next], comment: ['Two sentences.'] }),
  );
}

/** A clause as a sentence of its own. */
export function sentence(clause: string): string {
  return l10n.t({ message: '{0}.', args: [clause], comment: ['A clause that becomes a sentence.'] });
}

function choice(all: readonly string[]): string {
  return all.reduce((before, next) => l10n.t('{0} or {1}', before, next));
}

// Time

/**
 * `24 h`, `2.5 h`, `45 days`, `45 days 1 h`: exact, in hours up to three days. `said`: how an amount of a unit is said, as in
 * `24 h`.
 */
export function duration(ms: number, said = locale.amount): string {
  if (ms === Infinity) return l10n.t({ message: 'an open time', comment: ['A length of time that has no end.'] });
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

function momentIn(zone: Zone, instant: Instant): string {
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

/** `1 product`, `2,000 products`: for words that are the same in every language. */
export function plural(count: number, one: string, many: string): string {
  return `${locale.number(count)} ${count === 1 ? one : many}`;
}

export function seats(count: number): string {
  return count === Infinity ? l10n.t({ message: 'unlimited', comment: ['A number of seats.'] }) : locale.number(count);
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

export const flexnetRule = l10n.t('as FlexNet license servers do in practice; Flexera itself states no rule');
export function assumedRule(format: string): string {
  return l10n.t('no page of {0} states the rule', format);
}
export const f5Rule = l10n.t('as a public monitor of BIG-IP licenses takes it; F5 states no rule');
export const elasticRule = l10n.t(
  'Elasticsearch counts milliseconds in UTC, and a hole of up to a second between two is none',
);
export const vaultRule = l10n.t(
  'HashiCorp licenses say their instants, and a hole of up to a second between two is none',
);
export const splunkRule = l10n.t('Splunk counts seconds since 1970 in UTC');
export const jwtRule = l10n.t('a JSON Web Token is valid from "nbf" on and no longer at "exp"');
export const perforceRule = l10n.t('License-Expires is a number of seconds since 1970 in UTC');
export const sentinelRule = l10n.t('Sentinel calls the end date the one beyond which the software can not be run');

export const code42 = {
  noVersion: l10n.t(
    'up to Code42 server 5.3.1 the expiry day is not covered, from 5.4.0 on it is, and the file names no server version',
  ),
  unreadableVersion: (version: string): string =>
    l10n.t(
      'up to Code42 server 5.3.1 the expiry day is not covered, from 5.4.0 on it is, and "{0}" is no version',
      shown(version),
    ),
  affected: (version: string): string =>
    l10n.t('Code42 server {0} is 5.3.1 or earlier, where a license ends as its expiry day begins', shown(version)),
  fixed: (version: string): string =>
    l10n.t('Code42 server {0} is 5.4.0 or later, where the gap on the expiry day is resolved', shown(version)),
  unconfirmed: (version: string): string =>
    l10n.t(
      'Code42 confirms the gap up to server 5.3.1 and its end from 5.4.0 on; for {0} this is unconfirmed, so the worse is taken',
      shown(version),
    ),
  symptoms: [
    l10n.t("Users can't sign in, back up or restore files."),
    l10n.t({
      message: 'The Licensing screen says "Please purchase licenses to continue using CrashPlan."',
      comment: ['What the screen says stays in English.'],
    }),
    l10n.t('Existing backups are safe; new files and changes are not backed up until the next license takes effect.'),
  ],
  onReceipt: [
    l10n.t({
      message:
        'Sign in to the administration console and choose New Licenses Available > Apply Now, or Licensing > action menu (upper right) > Add Product License Key.',
      comment: ['The names of menus and buttons stay in English.'],
    }),
    l10n.t('Enter the key and choose Save. All functionality resumes automatically.'),
    l10n.t('Type the key into the license file too, in place of the placeholder.'),
  ],
  remedies: [
    l10n.t({
      message:
        'Ask your Customer Success Manager or the Customer Champions for a temporary license key. To apply it, sign in to the administration console and choose New Licenses Available > Apply Now, or Licensing > action menu (upper right) > Add Product License Key, enter the key and Save. All functionality resumes automatically.',
      comment: ['The names of menus and buttons stay in English.'],
    }),
    l10n.t('Upgrade the Code42 server to 5.4.0 or later.'),
    l10n.t('Wait until the new license takes effect, usually the next day.'),
  ],
} as const;

/** What to do about a gap where nothing is known of the product. */
export const commonRemedies = [
  l10n.t('Ask the vendor for a temporary license key for just this stretch, insert it here and apply it.'),
  l10n.t('Or ask the vendor to let the new license begin earlier.'),
] as const;
export const commonSymptoms = [l10n.t('No license is in force, so the product may refuse to run.')] as const;

// Findings about coverage

export function gap(coverage: Coverage, gap: Gap): string {
  const rule = ruleOfGap(coverage, gap);
  const length = duration(gap.until - gap.from);
  return sentences(
    l10n.t('{0} is not covered for {1}: {2}.', coverageName(coverage), length, stretch(rule, gap)),
    neighbors(gap),
    // Where no license is near, no last day is either.
    ...(gap.before || gap.after ? [sentence(expiryDayRule(rule))] : []),
    ...(gap.possibleFrom === undefined ? [] : [longer(gap.from - gap.possibleFrom)]),
    ...(coverage.broken > 0 ? [brokenMightFill(coverage.broken)] : []),
  );
}

/** The expiry day is a whole one, if nothing else takes a part of it. */
function longer(ms: number): string {
  if (Math.abs(ms - msPerDay) <= msPerHour) return l10n.t('The gap is a day longer if the expiry day is not covered.');
  return l10n.t('The gap is {0} longer if the expiry day is not covered.', duration(ms));
}

export function possibleGap(coverage: Coverage, gap: Gap): string {
  const { rule } = gap.before!;
  const length = duration(gap.until - gap.from);
  return sentences(
    l10n.t('{0} may not be covered for {1}: {2}.', coverageName(coverage), length, stretch(rule, gap)),
    neighbors(gap),
    sentence(expiryDayRule(rule)),
    ...(coverage.broken > 0 ? [brokenMightFill(coverage.broken)] : []),
  );
}

export function pendingKey(coverage: Coverage, gap: Gap): string {
  const term = gap.pending!;
  const length = duration(gap.until - gap.from);
  return sentences(
    l10n.t('{0} waits for a key for {1}: {2}.', coverageName(coverage), length, stretch(term.rule, gap)),
    l10n.t('Only {0} covers this time, and its key is a placeholder.', termName(term)),
  );
}

export function neighbors({ before, after }: Gap): string {
  if (before && after) {
    // Two licenses without ids have one name.
    const next = termName(before) === termName(after) ? l10n.t('the next one') : termName(after);
    return l10n.t({
      message: '{0}, {1}.',
      args: [endsHere(before), begins(next, after)],
      comment: ['Two clauses: "LIC-1 expires 2026-11-30", "LIC-2 starts 2026-12-01".'],
    });
  }
  if (before)
    return l10n.t({
      message: '{0} and nothing follows in the required time.',
      args: [endsHere(before)],
      comment: ['{0} is a clause: "LIC-1 expires 2026-11-30".'],
    });
  if (after)
    return l10n.t({
      message: 'The required time begins before {0}.',
      args: [begins(termName(after), after)],
      comment: ['{0} is a clause: "LIC-2 starts 2026-12-01".'],
    });
  return l10n.t('It is required, and no license of it can be read.');
}

export function shortfall(coverage: Coverage, { from, until, ...covered }: Covered, rule: DayRule): string {
  const [has, needs] = [seats(covered.seats!), seats(covered.required!)];
  const [length, when] = [duration(until - from), stretch(rule, { from, until })];
  return l10n.t('{0} has {1} of {2} required seats for {3}: {4}.', coverageName(coverage), has, needs, length, when);
}

export function requiredHere(count: number): string {
  return l10n.t('{0} seats are required here', seats(count));
}

export function seatDrop(coverage: Coverage, term: Term, before: number, after: number): string {
  return l10n.t({
    message: '{0} goes down from {1} to {2} seats when {3}.',
    args: [coverageName(coverage), seats(before), seats(after), ends(termName(term), term)],
    comment: ['{3} is a clause: "LIC-1 expires 2026-11-30".'],
  });
}

export function staleTemporary(coverage: Coverage, term: Term): string {
  const [name, product] = [termName(term, true), coverageName(coverage)];
  return l10n.t('{0} fills no gap of {1}: other licenses cover all of its time, so it can go.', name, product);
}

export function overlap(coverage: Coverage, first: Term, second: Term, both: Interval): string {
  const length = duration(both.until - both.from);
  return sentences(
    l10n.t(
      '{0} and {1} both cover {2} for {3}: {4}.',
      ...[termName(first, true), termName(second), coverageName(coverage), length, stretch(second.rule, both)],
    ),
    l10n.t("Their seats don't add up, since one of them has no number of seats or is unlimited."),
  );
}

export function unusedAcceptance({ product, document, ...stretched }: AcceptedGap): string {
  const when = stretch(document.rule, stretched);
  if (product === undefined) return l10n.t('No gap of this file lies in this accepted stretch: {0}.', when);
  return l10n.t('No gap of {0} lies in this accepted stretch: {1}.', shown(product), when);
}

export function overdueAcceptance({ product, document: { rule }, reviewBy }: AcceptedGap): string {
  const by = moment(rule, reviewBy!.until);
  if (product === undefined)
    return l10n.t('This accepted gap should have been reviewed before {0} ({1}).', by, rule.zone);
  return l10n.t('This accepted gap of {0} should have been reviewed before {1} ({2}).', shown(product), by, rule.zone);
}

/** `LIC-1 expires 2026-11-30`. */
function ends(name: string, term: Term): string {
  if (term.supersededBy) return l10n.t('{0} is superseded from {1} on', name, moment(term.rule, term.until));
  const written = writtenIn(term, 'expires');
  return written === undefined ? l10n.t('{0} expires never', name) : l10n.t('{0} expires {1}', name, written);
}

/** `LIC-2 starts 2026-12-01`. */
function begins(name: string, term: Term): string {
  const written = writtenIn(term, 'starts');
  return written === undefined
    ? l10n.t('{0} starts without a start date', name)
    : l10n.t('{0} starts {1}', name, written);
}

/** A date as the file writes it; people look for just that text. */
function writtenIn(term: Term, field: 'starts' | 'expires'): string | undefined {
  const value = term.entry.fields[field]?.value;
  return value?.kind === 'scalar' && value.type !== 'null' ? shown(value.text.trim()) : undefined;
}

function brokenMightFill(count: number): string {
  return count === 1
    ? l10n.t('One entry that could not be read might fill it.')
    : l10n.t('{0} entries that could not be read might fill it.', count);
}

export function expiry(coverage: Coverage, { last, sure, latest }: Ending, now: Instant): string {
  const { rule } = last;
  const facts = [coverageName(coverage), moment(rule, sure), rule.zone];
  const orLater = latest === sure ? undefined : moment(rule, latest);
  return sentences(
    latest <= now ? isOver(facts, orLater) : endsSoon(facts, orLater, sure - now),
    l10n.t({
      message: '{0} and no license follows.',
      args: [endsHere(last)],
      comment: ['{0} is a clause: "LIC-1 expires 2026-11-30".'],
    }),
  );
}

/** `facts`: the product, when its coverage ends and in which zone; `orLater`: when, if the expiry day counts. */
function isOver(facts: readonly string[], orLater: string | undefined): string {
  if (orLater === undefined) return l10n.t('{0} is no longer covered, since {1} ({2}).', ...facts);
  return l10n.t('{0} is no longer covered, since {1} ({2}), or {3} if the expiry day counts.', ...facts, orLater);
}

/** `left`: in ms; less than nothing where only the expiry day is left, if that. */
function endsSoon(facts: readonly string[], orLater: string | undefined, left: number): string {
  if (left <= 0)
    return orLater === undefined
      ? l10n.t('{0} coverage ends today: {1} ({2}).', ...facts)
      : l10n.t('{0} coverage ends today: {1} ({2}), or {3} if the expiry day counts.', ...facts, orLater);
  return orLater === undefined
    ? l10n.t('{0} coverage ends in {3}: {1} ({2}).', ...facts, timeLeft(left))
    : l10n.t(
        '{0} coverage ends in {3}: {1} ({2}), or {4} if the expiry day counts.',
        ...[...facts, timeLeft(left), orLater],
      );
}

export function unseenGap(term: Term, earlier: Term): string {
  const [name, before] = [termName(term, true), termName(earlier)];
  return l10n.t("{0} has no start date, so a gap after {1} can't be seen here.", name, before);
}

export const unusedIgnore = l10n.t('This comment silences nothing.');
export function unknownIgnore(code: string): string {
  return l10n.t('"{0}" is no rule. A reason goes behind "--".', shown(code));
}

export const noTerms = l10n.t('No license term can be read in this file.');

export function endsHere(term: Term): string {
  return ends(termName(term, true), term);
}
export function startsHere(name: string): string {
  return l10n.t('{0} starts here', name);
}
export function beginsHere(term: Term): string {
  return begins(termName(term, true), term);
}
export const firstHere = l10n.t('First used here');

// Findings about what is written

export function wrongDate(
  why: 'impossible' | 'ambiguous' | 'unreadable',
  text: string,
  choices: readonly string[],
): string {
  const written = shown(text);
  if (choices.length === 0) {
    if (why === 'ambiguous') return l10n.t('"{0}" can be read as two dates. Write it as YYYY-MM-DD.', written);
    if (why === 'impossible') return l10n.t('"{0}" is no day of the calendar.', written);
    return l10n.t('"{0}" can\'t be read as a date. Write it as YYYY-MM-DD.', written);
  }
  const either = choice(choices);
  if (why === 'ambiguous')
    return l10n.t('"{0}" can be read as two dates: {1}. Write it as YYYY-MM-DD.', written, either);
  if (why === 'impossible') return l10n.t('"{0}" is no day of the calendar; nearest: {1}.', written, either);
  return l10n.t('"{0}" can\'t be read as a date. Write it as YYYY-MM-DD: {1}.', written, either);
}

/** Of a date in a line that its vendor has signed, and so nobody can mend here. */
export function wrongVendorDate(why: 'impossible' | 'month' | 'unreadable', text: string, shape: string): string {
  // Where a field is lacking, a key may stand in the place of the date, and keys are never shown.
  const isDate = /^(?:\d{8}|\d{1,4}([-/.])(?:\d{1,2}|\p{L}{3,9}\.?)\1\d{1,4})$/u.test(text);
  return sentences(isDate ? wrongWritten(why, text, shape) : wrongThis(why, shape), signed());
}

function wrongWritten(why: 'impossible' | 'month' | 'unreadable', text: string, shape: string): string {
  if (why === 'impossible') return l10n.t('"{0}" is no day of the calendar, so this license is not counted.', text);
  if (why === 'month')
    return l10n.t('"{0}" names its month in another way than jan, feb, mar, so this license is not counted.', text);
  return l10n.t('"{0}" can\'t be read as a date such as {1}, so this license is not counted.', text, shape);
}

function wrongThis(why: 'impossible' | 'month' | 'unreadable', shape: string): string {
  if (why === 'impossible') return l10n.t('This is no day of the calendar, so this license is not counted.');
  if (why === 'month')
    return l10n.t('This names its month in another way than jan, feb, mar, so this license is not counted.');
  return l10n.t("This can't be read as a date such as {0}, so this license is not counted.", shape);
}

function signed(): string {
  return l10n.t('It is signed: ask the vendor for a corrected one.');
}

/** Of a signed license without the one date that it needs. */
export function noVendorExpiry(field: string): string {
  const reason = l10n.t(
    'This license has no "{0}", so nobody can tell when it ends, and it is not counted.',
    shown(field),
  );
  return sentences(reason, signed());
}
export function noElasticExpiry(field: string): string {
  const reason = l10n.t(
    'This license has no "{0}", which only basic licenses may lack, so it is not counted.',
    shown(field),
  );
  return sentences(reason, signed());
}
export const noVendorLicense = l10n.t('This is no license, so it is not counted.');
/** `length`: in ms; `first` and `last`: the instants between which it ends. */
export function relativeExpiry(length: number, first: Instant, last: Instant): string {
  return l10n.t(
    'Splunk ends this license {0} after it was installed, if that comes first. Only the server knows when that was: it may end from {1} on, and ends {2} at the latest (UTC).',
    ...[duration(length), momentIn(utc, first), momentIn(utc, last)],
  );
}
export function unclosedElement(name: string): string {
  return l10n.t('<{0}> is never closed, so what it says is not read.', shown(name));
}
export const brokenMarkup = l10n.t("This markup is broken and can't be read.");
export const noToken = l10n.t('This line is no token, so it is not counted.');
export const unreadableToken = l10n.t(
  "The payload of this token can't be read, so it is not counted. Ask the vendor for the whole token.",
);
/** Without what it says: nothing of a token is shown. */
export function wrongClaim(claim: 'nbf' | 'iat' | 'exp'): string {
  const reason = l10n.t('"{0}" of this token is no number of seconds since 1970, so it is not counted.', claim);
  return sentences(reason, signed());
}
export const noClaims = l10n.t('This token has neither "nbf" nor "exp", so it is not counted.');

/** Of a date that a vendor has signed and that can be read as two. */
export function ambiguousVendorDate(text: string, days: readonly string[]): string {
  return l10n.t(
    '"{0}" can be {1}, so this license is not counted. It is signed: ask the vendor which is meant.',
    ...[shown(text), choice(days)],
  );
}
export function cutOff(field: string): string {
  return l10n.t('This license has no {0}: its end may be cut off, so it is not counted.', field);
}
export const namelessBlock = l10n.t('This FEATURE has no name, so it is not counted.');
export const openBlock = l10n.t('This FEATURE has no block in braces that ends, so it is not counted.');
export function ignoredExclusive(product: string): string {
  return l10n.t(
    'Of the exclusive licenses of {0} only the first counts, and this is a later one. ADDITIVE licenses count beside it.',
    shown(product),
  );
}
export const upgradedLicense = l10n.t('The license that it adds to');
export const upgradeOutlasts = l10n.t(
  'An UPGRADE license counts only as long as the exclusive license that it adds to.',
);
export const upgradeOutside = l10n.t(
  'An UPGRADE license counts only as long as the exclusive license that it adds to, and that covers none of its time.',
);
export function upgradeAlone(product: string | undefined): string {
  return l10n.t(
    'An UPGRADE license adds to an exclusive license of {0}, and this file has none.',
    productName(product),
  );
}
export const unknownTerm = l10n.t(
  'When this license ends is not said in words that are known here, so it is not counted.',
);

export function shortRecord(keyword: string, count: number): string {
  return l10n.t('This {0} line has only {1} of its fields, so it is not counted.', shown(keyword), count);
}
export const unknownCount = l10n.t('This is no number of licenses, so the seats of this license are unknown.');
export const firstFeature = l10n.t('The line that counts');
export function ignoredFeature(product: string | undefined): string {
  return l10n.t(
    'Only the first counted FEATURE line of {0} counts, and this is a later one. INCREMENT lines add to it.',
    productName(product),
  );
}
export function noKeyword(word: string): string {
  return l10n.t('"{0}" is no keyword, so the license server takes this line for a comment.', shown(word));
}
export const hardSpaces = l10n.t(
  'Spaces at which lines never break are no spaces to the license server. They come from web pages and mails.',
);
export const softenSpaces = l10n.t('Make them plain spaces');
export const openQuote = l10n.t('This quote is never closed, so the line may be longer than was meant.');
export const curlyQuotes = l10n.t(
  'Curly quotes are no quotes to the license server. They come from web pages and mails.',
);
export const straightenQuotes = l10n.t('Make the quotes straight');
export const straysOn = l10n.t(
  'A backslash says that this line goes on, so the license server takes the next one for a part of it.',
);
export const removeBackslash = l10n.t('Remove the backslash');
export const missingBackslash = l10n.t(
  'This line goes on without a backslash, and clients before version 7.0 read no more of it.',
);
export const addBackslash = l10n.t('Add the missing backslash');
export function repeatedServer(kind: 'server' | 'vendor'): string {
  return kind === 'server'
    ? l10n.t('This server is named already. Files that are merged keep one set of SERVER lines.')
    : l10n.t('This vendor daemon is named already. Files that are merged keep one line for each.');
}
export function oddServers(count: number): string {
  return l10n.t('A license file names one server, or three that back each other up; this one names {0}.', count);
}
export const removeLine = l10n.t('Remove this line');
export function superseded(date: string): string {
  return l10n.t('Void from {0} on: a later line supersedes it.', date);
}
export const supersedingLine = l10n.t('The line that takes its place');
export function lonelyUpgrade(fromVersion: string, version: string): string {
  return l10n.t(
    'No line above licenses a version from {0} to below {1}, so there is nothing to upgrade.',
    ...[shown(fromVersion), shown(version)],
  );
}
export function lonelyPackage(product: string, version: string | undefined): string {
  const what = version === undefined ? shown(product) : `${shown(product)} ${shown(version)}`;
  return l10n.t('A PACKAGE licenses nothing by itself, and no FEATURE or INCREMENT line enables {0}.', what);
}
export const byteOrderMark = l10n.t(
  'This file begins with a byte order mark, and RLM then does not read its first line.',
);
export const removeByteOrderMark = l10n.t('Save the file without its byte order mark');
export const notUtf8 = l10n.t('Something in this line is not UTF-8, so it may say more than can be read here.');

export function notADate(field: string): string {
  return l10n.t('"{0}" needs a date, not a list or a mapping.', shown(field));
}

export function noDates(name: string): string {
  return l10n.t(
    '{0} has neither a start nor an expiry date, so it counts for nothing. If it never ends, say "expires: never".',
    name,
  );
}

export function reversedTerm(
  name: string,
  starts: string,
  expires: string,
  rule: DayRule | undefined,
  zone: string,
): string {
  if (!rule)
    return l10n.t(
      '{0} expires {1}, before it starts {2}: it covers nothing.',
      ...[name, shown(expires), shown(starts)],
    );
  const nothing = l10n.t('{0} covers no time: it ends at the instant it starts ({1}).', name, zone);
  return sentences(nothing, sentence(expiryDayRule(rule)));
}

export const requiredTime = l10n.t('The required time');
export const acceptedTime = l10n.t('This accepted gap');
export function reversedStretch(name: string, isEmpty: boolean): string {
  return isEmpty
    ? l10n.t('{0} is empty: "until" is the first day that no longer belongs to it.', name)
    : l10n.t('{0} ends before it begins, so it says nothing.', name);
}

export function needsShape(field: string, shape: 'list' | 'map' | 'list of maps'): string {
  if (shape === 'list') return l10n.t('"{0}" needs a list; what stands here says nothing.', field);
  if (shape === 'map') return l10n.t('"{0}" needs a mapping; what stands here says nothing.', field);
  return l10n.t('"{0}" needs a mapping with from and until for each stretch; what stands here says nothing.', field);
}

export function emptyTerm(name: string, rule: DayRule): string {
  const nothing = l10n.t('{0} starts and expires on the same day and covers nothing.', name);
  return sentences(nothing, sentence(expiryDayRule(rule)));
}

export function unknownValue(field: string, text: string, known: readonly string[]): { message: string } {
  return { message: l10n.t('"{0}" is no value of "{1}". Known: {2}.', shown(text), field, known.join(', ')) };
}

export function unknownField(written: string, likely: string): string {
  return l10n.t('"{0}" is not a known field. Did you mean "{1}"?', shown(written), likely);
}

export const noEntry = l10n.t(
  'An entry needs its fields, such as "expires: 2026-11-30". What stands here is not read.',
);
export function secondList(name: string): string {
  return l10n.t('Only one list of licenses is read, and "{0}" is another one.', shown(name));
}

export const notSeats = l10n.t('Seats need a whole number or "unlimited", not a list or a mapping.');
export function unknownSeats(text: string): string {
  return l10n.t('"{0}" is no number of seats. Write a whole number or "unlimited".', shown(text));
}

export function unknownZone(text: string, fallback: string): string {
  return l10n.t(
    '"{0}" is no time zone. Write an IANA name such as America/Chicago; until then {1} is taken.',
    ...[shown(text), fallback],
  );
}

export function unknownVersion(text: string): string {
  return l10n.t('"{0}" is no server version, so the rule for the expiry day stays unstated.', shown(text));
}

export function duplicateId(id: string): string {
  return l10n.t('The id "{0}" is used twice.', shown(id));
}

export function duplicateKey(id: string | undefined): string {
  return id === undefined
    ? l10n.t('The same license key stands in another entry.')
    : l10n.t('The same license key stands in {0}.', shown(id));
}

/** `reason`: as a reader says it, in English. */
export function syntax(reason: string): string {
  return l10n.t("This part can't be read and doesn't count: {0}.", shown(syntaxReason(reason)));
}

export function tooDeep(limit: number): string {
  return l10n.t('Nested more than {0} levels deep; what is deeper is not read.', limit);
}

export function tooManyAliases(limit: number): string {
  return l10n.t('More than {0} aliases; the rest are not followed.', locale.number(limit));
}

export function tooLarge(limit: number): string {
  return l10n.t('Larger than {0} MB; the file is not read.', limit / 1_000_000);
}

export function tooManyRecords(limit: number): string {
  return l10n.t('More than {0} entries; the rest are not read.', locale.number(limit));
}

// Fixes

export function insertTemporary(coverage: Coverage, gap: Interval, rule: DayRule): string {
  return l10n.t('Insert temporary license for {0}: {1}', productName(coverage.product), fillStretch(rule, gap));
}

export function askVendor(coverage: Coverage, gap: Interval, rule: DayRule): string {
  return l10n.t(
    'Insert a comment with the license to ask for: {0}, {1}',
    ...[coverageName(coverage), fillStretch(rule, gap)],
  );
}

export function chooseRule(format: string): string {
  return l10n.t('Choose whether the expiry day of {0} licenses counts (setting)', format);
}

export function fillAll(count: number): string {
  return l10n.t('Fill all {0} gaps in this file with temporary licenses', count);
}

export function stateExpiryDay(said: 'covered' | 'uncovered', product: string | undefined): string {
  return said === 'covered'
    ? l10n.t('State that the expiry day is covered for {0} (expiryDay: covered)', productName(product))
    : l10n.t('State that the expiry day is not covered for {0} (expiryDay: uncovered)', productName(product));
}

export function setServerVersion(product: string | undefined): string {
  return l10n.t('Set server version 5.4.0 for {0}, after upgrading', productName(product));
}
export const stateServerVersion = l10n.t('State the Code42 server version, which decides about the expiry day');

export function acceptGap(coverage: Coverage, gap: Interval, rule: DayRule): string {
  return l10n.t('Accept this gap of {0}: {1}', productName(coverage.product), fillStretch(rule, gap));
}

export function requestKey(coverage: Coverage, gap: Interval, rule: DayRule): string {
  return l10n.t('Request temporary license key for {0}: {1}', coverageName(coverage), fillStretch(rule, gap));
}
export function enterKey(term: Term): string {
  return l10n.t('Enter license key for {0}', licenseName(term.id, term.product));
}

export const enterKeyPrompt = l10n.t('It is written into the file in place of the placeholder, and nowhere else.');
export const emptyKey = l10n.t('Enter the key that the vendor has sent.');
export const oddKey = l10n.t('A key has no line breaks or control characters.');
export const placeholderKey = l10n.t('This is a placeholder, not a key.');

export const removeAcceptance = l10n.t('Remove this acceptance');
export function removeTemporary(term: Term): string {
  return term.id === undefined
    ? l10n.t('Remove stale temporary license of {0}', productName(term.product))
    : l10n.t('Remove stale temporary license {0}', termName(term));
}

export function removeAllTemporary(count: number): string {
  return l10n.t('Remove all {0} stale temporary licenses in this file', locale.number(count));
}
export const removeDuplicate = l10n.t('Remove this duplicate');
export function renameTo(id: string): string {
  return l10n.t('Rename to "{0}"', shown(id));
}

export function reviewAgain(date: string): string {
  return l10n.t('Review again by {0}', date);
}

export function replaceBy(text: string): string {
  return l10n.t('Change to "{0}"', text);
}

export const swapDates = l10n.t('Swap the two dates');

// Explanations

export const labels = {
  from: l10n.t({ message: 'When', comment: ['A label before a stretch of time.'] }),
  covers: l10n.t({ message: 'Covers', comment: ['A label before the time that a license covers.'] }),
  utc: l10n.t('In UTC'),
  rule: l10n.t({ message: 'Rule', comment: ['A label before the rule for the expiry day.'] }),
  maybe: l10n.t('Perhaps longer'),
  resumes: l10n.t('Coverage resumes'),
  length: l10n.t({ message: 'Length', comment: ['Of a stretch of time.'] }),
  seats: l10n.t('Seats'),
  key: l10n.t({ message: 'Key', comment: ['A license key.'] }),
  next: l10n.t('Next gap'),
  vendor: l10n.t('Vendor'),
  version: l10n.t('Version'),
  newer: l10n.t('Newer version'),
  symptoms: l10n.t('What stops working'),
  remedies: l10n.t('What to do'),
} as const;

export function gapTitle(coverage: Coverage, gap: Gap): string {
  const product = coverageName(coverage);
  const length = duration(gap.until - gap.from);
  if (gap.state === 'pending') return l10n.t('{0}: {1} wait for a license key', product, length);
  if (gap.state === 'possible') return l10n.t('{0}: perhaps {1} without a license', product, length);
  return l10n.t('{0}: {1} without a license', product, length);
}

export function termTitle(coverage: Coverage, term: Term): string {
  const kind = term.kind === undefined ? '' : `, ${shown(term.kind)}`;
  return `${termName(term, true)}: ${coverageName(coverage)}${kind}`;
}

export function resumes(rule: DayRule, { until, after }: Gap): string {
  if (until === Infinity || !after) return l10n.t('No later license is in this file.');
  return l10n.t({
    message: '{0} ({1}), with {2}',
    args: [moment(rule, until), rule.zone, termName(after)],
    comment: ['A moment, its time zone, and the license that begins then.'],
  });
}

export const dayLonger = l10n.t('The gap begins a day earlier if the expiry day is not covered.');
export const pendingRemedies = [l10n.t('Type the key that the vendor has sent in place of the placeholder.')] as const;
export const commonOutage = { symptoms: commonSymptoms, remedies: commonRemedies } as const;
export const keyMissing = l10n.t('Still to be typed; until then this license covers nothing.');
export const noGapAhead = l10n.t('None ahead.');

/** The rule as a sentence, and where it can be changed, if it can. */
export function ruleFact(rule: DayRule, isFromSettings: boolean): string {
  const said = sentence(expiryDayRule(rule));
  return isFromSettings ? sentences(said, l10n.t('The setting licenseCoverage.profiles changes it.')) : said;
}

export function lengthAndLeft(term: Term, at: Instant): string {
  const length = duration(term.until - term.from);
  if (term.until <= at) return l10n.t({ message: '{0}, over', args: [length], comment: ['Of a license.'] });
  if (term.from > at) return l10n.t('{0}, begins in {1}', length, timeLeft(term.from - at));
  if (term.until === Infinity) return l10n.t({ message: '{0}, running', args: [length], comment: ['Of a license.'] });
  return l10n.t('{0}, {1} left', length, timeLeft(term.until - at));
}

/** `2026.0530` is how vendors write until when a license has maintenance; it runs on after that. */
export function versionFact(version: string): string {
  const [, year, month, date] = /^(\d{4})\.(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.exec(version) ?? [];
  if (date === undefined) return shown(version);
  const day = dayOf(Number(year), Number(month), Number(date));
  return l10n.t(
    '{0}, which says that maintenance lasts until {1}; it is no expiry date',
    ...[shown(version), locale.date(day)],
  );
}

/** A need for an old version is met by a license of a newer one. */
export function newerVersion(newer: Term, own: Term): string {
  const [version, old] = [newer.pool?.version ?? '', own.pool?.version ?? ''];
  return l10n.t(
    'A license of version {0} meets needs for {1} too: {2}',
    ...[shown(version), shown(old), stretch(newer.rule, newer)],
  );
}

export function nextGap(gap: Gap, rule: DayRule): string {
  const said = [stretch(rule, gap), duration(gap.until - gap.from)];
  if (gap.state !== 'open') said.push(gapStates[gap.state]);
  return said.join(', ');
}

/** What a gap is that is not simply open. */
const gapStates = {
  possible: l10n.t({ message: 'possible', comment: ['Of a gap.'] }),
  pending: l10n.t({ message: 'pending', comment: ['Of a gap: it waits for a key.'] }),
  accepted: l10n.t({ message: 'accepted', comment: ['Of a gap.'] }),
} as const;

/** What a list of gaps says of each. */
export function gapChoice(coverage: Coverage, gap: Gap): { readonly label: string; readonly description: string } {
  const rule = ruleOfGap(coverage, gap);
  return {
    label: coverageName(coverage),
    description: fillStretch(rule, { from: gap.possibleFrom ?? gap.from, until: gap.until }),
  };
}

// What is said when a fix can't be made

export const changedMeanwhile = l10n.t('The file has changed, and this no longer applies to it. Nothing was changed.');
export const cannotEdit = l10n.t("This can't be written here without touching something else. Nothing was changed.");
export function readOnly(file: string): string {
  return l10n.t('{0} is read-only. Nothing was changed.', shown(file));
}

// Filling a whole workspace

export const fillingWorkspace = l10n.t('License Coverage: looking for gaps');
export const nothingToFill = l10n.t('No license file of this workspace has a gap that a temporary license can fill.');
export function fillPreviewed(gaps: number, files: number): string {
  return l10n.t({
    message: '{0} in {1} can be filled. Nothing is written yet.',
    args: [gapCount(gaps), fileCount(files)],
    comment: ['"2 gaps" and "1 file".'],
  });
}
export const fillNow = l10n.t({ message: 'Fill', comment: ['A button: fills gaps with temporary licenses.'] });
export const discardFill = l10n.t({ message: 'Discard', comment: ['A button.'] });
export const previewAgain = l10n.t({ message: 'Preview Again', comment: ['A button.'] });
export function fillPreviewTitle(gaps: number): string {
  return gaps === 1 ? l10n.t('Fill 1 Gap (Preview)') : l10n.t('Fill {0} Gaps (Preview)', locale.number(gaps));
}
export function filledWorkspace(gaps: number, files: number): string {
  return l10n.t({
    message: '{0} in {1} filled. Type the keys in place of the placeholders.',
    args: [gapCount(gaps), fileCount(files)],
    comment: ['"2 gaps" and "1 file".'],
  });
}
export function gapCount(count: number): string {
  return count === 1 ? l10n.t('1 gap') : l10n.t('{0} gaps', locale.number(count));
}
export function fileCount(count: number): string {
  return count === 1 ? l10n.t('1 file') : l10n.t('{0} files', locale.number(count));
}
export function leftAlone(files: readonly string[]): string {
  return l10n.t('Changed meanwhile, so left alone: {0}.', firstOf(files));
}
export function notWritable(files: readonly string[]): string {
  return l10n.t('Read-only, so left out: {0}.', firstOf(files));
}
function firstOf(files: readonly string[]): string {
  const first = files.slice(0, 5).map(shown).join(', ');
  return files.length > 5 ? l10n.t('{0}, and {1} more', first, files.length - 5) : first;
}

// The request for a temporary key

export const requestTemplate = l10n.t({
  message: `# Temporary license key for {product}: {length}

Please send us a temporary license key for exactly this time.

- Product: {product}
- Environment: {environment}
- Seats: {seats}
- Starts: {starts}
- Expires: {expires}
- {vendorDates}
- From and until: {local}
- In UTC: {utc}
- Length: {length}

## Why

{why}

## What does not work in that time

{symptoms}

## When the key has come

{onReceipt}
`,
  comment: ['A letter to the vendor. What stands in braces stays as it is.'],
});
export const unnamedProduct = l10n.t({
  message: 'our product',
  comment: ['In a letter, for a product without a name.'],
});
export const openEnd = l10n.t({ message: 'as late as possible', comment: ['When a license should expire.'] });
export function whyRequested(gap: Gap, rule: DayRule): string {
  return sentences(neighbors(gap), sentence(expiryDayRule(rule)));
}
export function onReceipt(isVendorFile: boolean): readonly string[] {
  return isVendorFile
    ? [
        l10n.t(
          'Paste the license lines into the license file, without lines for servers and vendor daemons that stand there already.',
        ),
        l10n.t('Let the license server read its file again.'),
      ]
    : [
        l10n.t('Apply the key in the product.'),
        l10n.t('Type it into the license file too, in place of the placeholder.'),
      ];
}
export const requestOpened = l10n.t('This is the draft of your request. Change it as you like, then send it.');
export const copyRequest = l10n.t({ message: 'Copy', comment: ['A button: copies the request.'] });
export const mailRequest = l10n.t({ message: 'Write Mail', comment: ['A button.'] });
export const requestCopied = l10n.t('The request is on the clipboard.');
export const requestToPaste = l10n.t(
  'The request is too long for a mail address, so it is on the clipboard: paste it into the mail.',
);
export const noRequest = l10n.t('Open a draft first: License Coverage: Request Temporary License Key.');
export const noGapToRequest = l10n.t('No gap to request a key for.');
export const whichGap = l10n.t('For which gap?');
export const noKeyToEnter = l10n.t('No license in this file waits for its key.');
export const whichKey = l10n.t('For which license?');
export const pasteHere = l10n.t('The request is on the clipboard: paste it here.');

// Settings

export const settingRequestTemplate = l10n.t('a text');
export const settingTimezone = l10n.t('an IANA time zone such as America/Chicago');
export const settingExpiryDay = l10n.t('covered, uncovered or unstated');
export const settingDays = l10n.t('a number of days from 0 to 36500');
export const settingFields = l10n.t(
  'an object of your field names and ours that they stand for, such as { "Ablauf": "expires" }',
);
export const settingDateFormats = l10n.t('a list of date patterns with year, month and day, such as "dd.MM.yyyy"');
export const settingProfiles = l10n.t(
  'an object of products, vendor daemons or formats and their rules, such as { "flexnet": { "expiryDay": "uncovered", "timezone": "Europe/Berlin" } }',
);
export const settingJoinFiles = l10n.t('true or false');
export const settingTimelineItems = l10n.t('a number from 1000 to 1000000');
export const settingSeverity = l10n.t(
  'an object of rules and their severities (error, warning, information, hint or off)',
);
export function wrongSetting(name: string, expected: string): string {
  return l10n.t({
    message: 'licenseCoverage.{0} must be {1}. The default is used.',
    args: [name, expected],
    comment: ['The name of a setting, and what it must be: "a text", "true or false".'],
  });
}
export function moreFindings(count: number): string {
  return l10n.t('{0} more findings in this file are not shown.', count);
}

// Outline and completion

/** `2024.0 · 01-may-2023 – 30-apr-2024 · 25`: what an outline says of a license, as the file writes it. */
export function outlineDetail(facts: {
  readonly version: string | undefined;
  readonly starts: string | undefined;
  readonly expires: string | undefined;
  readonly count: string | undefined;
}): string {
  const { version, starts, expires, count } = facts;
  return [version, outlineDates(starts, expires), count].filter(said => said !== undefined).join(' · ');
}
function outlineDates(starts: string | undefined, expires: string | undefined): string | undefined {
  if (starts !== undefined) return expires === undefined ? l10n.t('from {0}', starts) : `${starts} – ${expires}`;
  // `permanent` and the year 0 are no dates.
  const isDate = expires !== undefined && /\d/.test(expires) && !/-0+$/.test(expires);
  return isDate ? l10n.t('until {0}', expires) : expires;
}
export function upgradedVersion(from: string | undefined, to: string | undefined): string | undefined {
  return from === undefined || to === undefined ? to : `${from} → ${to}`;
}
export const restNotListed = l10n.t('The rest of the file is not listed');

export const offeredDates = {
  today: l10n.t({ message: 'today', comment: ['Beside a date that is offered.'] }),
  yearEnd: l10n.t({ message: 'end of that year', comment: ['Beside a date that is offered.'] }),
  next: l10n.t({ message: 'day after the license before it', comment: ['Beside a date that is offered.'] }),
  never: l10n.t({ message: 'never expires', comment: ['Beside a word that is offered in place of a date.'] }),
} as const;
export const uncounted = l10n.t('No limit, on the host that the license names.');
export const singleUse = l10n.t('One use at a time, on the host that the license names.');

export const flexnetWords = {
  server: l10n.t('The license server, or one of three that back each other up. Its host id is part of all signatures.'),
  vendor: l10n.t("The daemon that serves a vendor's licenses."),
  daemon: l10n.t('VENDOR, as it was called before version 6.'),
  useServer: l10n.t('Clients ask the server and read no more of this file.'),
  feature: l10n.t('A license. Of several for one feature only the first counts, unless they are uncounted.'),
  increment: l10n.t('A license that adds to the others of its feature.'),
  upgrade: l10n.t('Makes licenses of a lower version, on a line above, ones of a higher.'),
  package: l10n.t('Features under one name. A FEATURE or INCREMENT line of that name enables them.'),
  featureSet: l10n.t('Signs all lines of a vendor together.'),
  primaryIsMaster: l10n.t('Of three servers, the first takes over again when it comes back.'),
  heartbeat: l10n.t('How long, in seconds, one of three servers waits for the others.'),
  options: l10n.t("Where the vendor daemon's options file is."),
  port: l10n.t('The port of the vendor daemon; otherwise one is chosen at each start.'),
  start: l10n.t('The first day of the license.'),
  issued: l10n.t('The day on which the vendor made the license.'),
  assetInfo: l10n.t('A note for your asset management. It may be added to a signed line.'),
  distInfo: l10n.t('A note of whoever distributed the license. It may be added to a signed line.'),
  sort: l10n.t(
    'The place among the lines of a feature: lower ones are used first, 100 if nothing is said. It may be added to a signed line.',
  ),
  userInfo: l10n.t('A note of your own. It may be added to a signed line.'),
  vendorInfo: l10n.t("A note of the vendor's that is not signed."),
} as const;

export const rlmWords = {
  host: l10n.t('The license server. Its host id is part of all signatures.'),
  server: l10n.t('HOST, as FlexNet calls it.'),
  isv: l10n.t("The server of a vendor's licenses."),
  daemon: l10n.t('ISV, as FlexNet calls it.'),
  license: l10n.t('A license. Those of one product and version add up.'),
  feature: l10n.t('LICENSE, as FlexNet calls it.'),
  upgrade: l10n.t('Makes licenses of a lower version ones of a higher.'),
  customer: l10n.t('The customer, for clients of RLM Cloud.'),
  binary: l10n.t('Where the program of the vendor is.'),
  options: l10n.t('Where the options file of the vendor is.'),
  port: l10n.t('The port of the vendor; otherwise one is chosen at each start.'),
  password: l10n.t('What clients have to know to be served.'),
  start: l10n.t('The first day of the license.'),
  issued: l10n.t('The day on which the vendor made the license.'),
  failoverHost: l10n.t(
    'The server to fill in for, in licenses of rlm_failover and rlm_failover_server alone. It may be added to a signed line.',
  ),
} as const;

export const lmxWords = {
  feature: l10n.t('A license: a name and its directives in braces.'),
  vendor: l10n.t('The vendor. No license may lack it.'),
  version: l10n.t('The highest version of the product that may run.'),
  start: l10n.t('The first day of the license.'),
  end: l10n.t('The last day of the license; it never ends if this is not said.'),
  maintenanceStart: l10n.t('The first day of maintenance; the license begins with START.'),
  maintenanceEnd: l10n.t('The last day of maintenance; the license ends with END.'),
  issued: l10n.t('The day on which the vendor made the license.'),
  count: l10n.t('How many may use it, from a license server. Without it the license is for one computer.'),
  unlimited: l10n.t('Any number may use it.'),
  keyType: l10n.t('How licenses of one feature work together.'),
  keyTypes: {
    EXCLUSIVE: l10n.t('Stands alone.'),
    ADDITIVE: l10n.t('Adds to the others of its feature.'),
    UPGRADE: l10n.t('Adds to the exclusive license of its feature.'),
    TOKEN: l10n.t('Is paid for with licenses of another feature.'),
  },
  share: l10n.t('Who shares one license.'),
  hostid: l10n.t('The computer that the license is for.'),
  grace: l10n.t('How many hours a license goes on without its server.'),
  borrow: l10n.t('How many hours a license may be borrowed.'),
  licensee: l10n.t('Whom the license is for.'),
  comment: l10n.t('A note in the license; the vendor signs it.'),
  key: l10n.t('The signature of the vendor. No license may lack it.'),
} as const;
