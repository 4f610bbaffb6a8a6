// Every sentence a person reads: the one seam for translation.
import { msPerDay, msPerHour } from './calendar';
import { type Ending, ruleOfGap } from './coverage';
import type { AcceptedGap, Coverage, Covered, DayRule, Gap, Instant, Interval, Term } from './model';
import { shown } from './text';
import { utc, wallTime, type Zone, zoneNamed } from './time';
import { timeLeft as timeLeftOf } from './time-left';

// Names

export function productName(product: string | undefined, environment?: string): string {
  const name = product === undefined ? 'The unnamed product' : shown(product);
  return environment === undefined ? name : `${name} (${shown(environment)})`;
}

/** A product as its row is called: with its environment and with what tells it from others of its name. */
export function coverageName({
  product,
  environment,
  pool,
}: Pick<Coverage, 'product' | 'environment' | 'pool'>): string {
  const details = [environment, pool].filter(detail => detail !== undefined);
  return productName(product, details.length === 0 ? undefined : details.join(', '));
}

export const floating = 'floating';
export function host(number: number): string {
  return `host ${number}`;
}
export function poolVersion(version: string | undefined): string {
  return version === undefined ? 'no version' : `version ${shown(version)}`;
}

/** An id stands as it is; a name made of words begins as its place in the sentence asks. */
export function licenseName(id: string | undefined, product: string | undefined, startsSentence = false): string {
  if (id !== undefined) return shown(id);
  const name = product === undefined ? 'his license' : `he ${shown(product)} license`;
  return `${startsSentence ? 'T' : 't'}${name}`;
}

export function termName({ id, product }: Term, startsSentence = false): string {
  return licenseName(id, product, startsSentence);
}

// Time

/** `24 h`, `2.5 h`, `45 days`, `45 days 1 h`: exact, in hours up to three days. */
export function duration(ms: number): string {
  if (ms === Infinity) return 'an open time';
  if (ms < 1000) return `${number(ms)} ms`;
  if (ms < 60_000) return `${ms / 1000} s`;
  if (ms < msPerHour) return Number.isInteger(ms / 600) ? `${number(ms / 60_000)} min` : parts(ms);
  const hours = ms / msPerHour;
  if (hours < 72) return Number.isInteger(hours * 100) ? `${number(hours)} h` : parts(ms);
  const days = Math.floor(ms / msPerDay);
  const rest = ms - days * msPerDay;
  return rest === 0 ? `${days} days` : `${days} days ${duration(rest)}`;
}

/** `24 h 1 s`: what hundredths of an hour don't say. */
function parts(ms: number): string {
  const units = [
    [Math.floor(ms / msPerHour), 'h'],
    [Math.floor(ms / 60_000) % 60, 'min'],
    [(ms / 1000) % 60, 's'],
  ] as const;
  return units.flatMap(([count, unit]) => (number(count) === '0' ? [] : [`${number(count)} ${unit}`])).join(' ');
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function zoneOf(rule: DayRule): Zone {
  return zoneNamed(rule.zone) ?? utc;
}

/** `2026-11-30 00:00`, on the clocks of the rule's zone. */
export function moment(rule: DayRule, instant: Instant): string {
  if (instant === Infinity) return 'no end';
  if (instant === -Infinity) return 'no beginning';
  return wallTime(zoneOf(rule), instant);
}

/** `2026-11-30 00:00 to 2026-12-01 00:00 (America/Chicago)`. */
export function stretch(rule: DayRule, { from, until }: Interval): string {
  return `${moment(rule, from)} to ${moment(rule, until)} (${rule.zone})`;
}

/** `2026-11-30 06:00 to 2026-12-01 06:00 UTC`. */
export function stretchUtc({ from, until }: Interval): string {
  const at = (instant: Instant, open: string): string => (Number.isFinite(instant) ? wallTime(utc, instant) : open);
  return `${at(from, 'no beginning')} to ${at(until, 'no end')} UTC`;
}

/** `1 product`, `2,000 products`. */
export function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

export function days(ms: number): string {
  const count = Math.floor(ms / msPerDay);
  return count === 1 ? '1 day' : `${count} days`;
}

// Rules for the expiry day

export const nothingStated = 'neither the file nor the settings say whether the expiry day is covered';
export function profileNamedInFile(name: string): string {
  return `the file says "profile: ${name}"`;
}
export function expiryDayInFile(said: string): string {
  return `the file says "expiryDay: ${said}"`;
}
export function expiryDayInSettings(said: string): string {
  return `the setting licenseCoverage.expiryDay says "${said}"`;
}

export function expiryDayRule(rule: DayRule): string {
  const verdict = {
    covered: 'The expiry day is covered',
    uncovered: 'The expiry day is not covered',
    unstated: 'Whether the expiry day is covered is not stated',
    instant: 'The license ends at an instant, not with a day',
  }[rule.expiryDay];
  return `${verdict}${rule.isAssumed ? ' (assumed)' : ''}: ${rule.reason}`;
}

export const flexnetRule = 'as FlexNet license servers do in practice; Flexera itself states no rule';
export function assumedRule(format: string): string {
  return `no page of ${format} states the rule`;
}
export const f5Rule = 'as a public monitor of BIG-IP licenses takes it; F5 states no rule';
export const elasticRule = 'Elasticsearch counts milliseconds in UTC, and a hole of up to a second between two is none';
export const vaultRule = 'HashiCorp licenses say their instants, and a hole of up to a second between two is none';
export const splunkRule = 'Splunk counts seconds since 1970 in UTC';
export const jwtRule = 'a JSON Web Token is valid from "nbf" on and no longer at "exp"';
export const perforceRule = 'License-Expires is a number of seconds since 1970 in UTC';
export const sentinelRule = 'Sentinel calls the end date the one beyond which the software can not be run';
export function ruleInProfiles(name: string, said: string): string {
  return `the setting licenseCoverage.profiles says "${said}" for ${shown(name)}`;
}

export const code42 = {
  noVersion:
    'up to Code42 server 5.3.1 the expiry day is not covered, from 5.4.0 on it is, and the file names no server version',
  unreadableVersion: (version: string): string =>
    `up to Code42 server 5.3.1 the expiry day is not covered, from 5.4.0 on it is, and "${shown(version)}" is no version`,
  affected: (version: string): string =>
    `Code42 server ${shown(version)} is 5.3.1 or earlier, where a license ends as its expiry day begins`,
  fixed: (version: string): string =>
    `Code42 server ${shown(version)} is 5.4.0 or later, where the gap on the expiry day is resolved`,
  unconfirmed: (version: string): string =>
    `Code42 confirms the gap up to server 5.3.1 and its end from 5.4.0 on; for ${shown(version)} this is unconfirmed, so the worse is taken`,
  symptoms: [
    "Users can't sign in, back up or restore files.",
    'The Licensing screen says "Please purchase licenses to continue using CrashPlan."',
    'Existing backups are safe; new files and changes are not backed up until the next license takes effect.',
  ],
  onReceipt: [
    'Sign in to the administration console and choose New Licenses Available > Apply Now, or Licensing > action menu (upper right) > Add Product License Key.',
    'Enter the key and choose Save. All functionality resumes automatically.',
    'Type the key into the license file too, in place of the placeholder.',
  ],
  remedies: [
    'Ask your Customer Success Manager or the Customer Champions for a temporary license key. To apply it, sign in to the administration console and choose New Licenses Available > Apply Now, or Licensing > action menu (upper right) > Add Product License Key, enter the key and Save. All functionality resumes automatically.',
    'Upgrade the Code42 server to 5.4.0 or later.',
    'Wait until the new license takes effect, usually the next day.',
  ],
  articleTitle: 'Code42 support: Expired license causes gap in coverage',
} as const;

/** What to do about a gap where nothing is known of the product. */
export const commonRemedies = [
  'Ask the vendor for a temporary license key for just this stretch, insert it here and apply it.',
  'Or ask the vendor to let the new license begin earlier.',
] as const;
export const commonSymptoms = ['No license is in force, so the product may refuse to run.'] as const;

// Findings about coverage

export function gap(coverage: Coverage, gap: Gap): string {
  const product = coverageName(coverage);
  const rule = ruleOfGap(coverage, gap);
  return [
    `${product} is not covered for ${duration(gap.until - gap.from)}: ${stretch(rule, gap)}.`,
    neighbors(gap),
    // Where no license is near, no last day is either.
    ...(gap.before || gap.after ? [`${expiryDayRule(rule)}.`] : []),
    ...(gap.possibleFrom === undefined ? [] : [longer(gap.from - gap.possibleFrom)]),
    ...(coverage.broken > 0 ? [brokenMightFill(coverage.broken)] : []),
  ].join(' ');
}

/** The expiry day is a whole one, if nothing else takes a part of it. */
function longer(ms: number): string {
  const isDay = Math.abs(ms - msPerDay) <= msPerHour;
  return `The gap is ${isDay ? 'a day' : duration(ms)} longer if the expiry day is not covered.`;
}

export function possibleGap(coverage: Coverage, gap: Gap): string {
  const { rule } = gap.before!;
  return [
    `${coverageName(coverage)} may not be covered for ${duration(gap.until - gap.from)}: ${stretch(rule, gap)}.`,
    neighbors(gap),
    `${expiryDayRule(rule)}.`,
    ...(coverage.broken > 0 ? [brokenMightFill(coverage.broken)] : []),
  ].join(' ');
}

export function pendingKey(coverage: Coverage, gap: Gap): string {
  const term = gap.pending!;
  return (
    `${coverageName(coverage)} waits for a key for ${duration(gap.until - gap.from)}: ` +
    `${stretch(term.rule, gap)}. Only ${termName(term)} covers this time, and its key is a placeholder.`
  );
}

function neighbors({ before, after }: Gap): string {
  if (before && after) {
    // Two licenses without ids have one name.
    const next = termName(before) === termName(after) ? 'the next one' : termName(after);
    return `${termName(before, true)} ${ends(before)}, ${next} ${begins(after)}.`;
  }
  if (before) return `${termName(before, true)} ${ends(before)} and nothing follows in the required time.`;
  if (after) return `The required time begins before ${termName(after)} ${begins(after)}.`;
  return 'It is required, and no license of it can be read.';
}

export function shortfall(coverage: Coverage, { from, until, ...covered }: Covered, rule: DayRule): string {
  const product = coverageName(coverage);
  const required = covered.required!;
  return (
    `${product} has ${seats(covered.seats!)} of ${seats(required)} required seats for ${duration(until - from)}: ` +
    `${stretch(rule, { from, until })}.`
  );
}

export function requiredHere(count: number): string {
  return `${seats(count)} seats are required here`;
}

export function seatDrop(coverage: Coverage, term: Term, before: number, after: number): string {
  const product = coverageName(coverage);
  return `${product} goes down from ${seats(before)} to ${seats(after)} seats when ${termName(term)} ${ends(term)}.`;
}

export function staleTemporary(coverage: Coverage, term: Term): string {
  const product = coverageName(coverage);
  return `${termName(term, true)} fills no gap of ${product}: other licenses cover all of its time, so it can go.`;
}

export function overlap(coverage: Coverage, first: Term, second: Term, both: Interval): string {
  const product = coverageName(coverage);
  return (
    `${termName(first, true)} and ${termName(second)} both cover ${product} for ${duration(both.until - both.from)}: ` +
    `${stretch(second.rule, both)}. Their seats don't add up, since one of them has no number of seats or is unlimited.`
  );
}

export function unusedAcceptance({ product, document, ...stretched }: AcceptedGap): string {
  const what = product === undefined ? 'this file' : shown(product);
  return `No gap of ${what} lies in this accepted stretch: ${stretch(document.rule, stretched)}.`;
}

export function overdueAcceptance({ product, document: { rule }, reviewBy }: AcceptedGap): string {
  const what = product === undefined ? '' : ` of ${shown(product)}`;
  return `This accepted gap${what} should have been reviewed before ${moment(rule, reviewBy!.until)} (${rule.zone}).`;
}

function ends(term: Term): string {
  if (term.supersededBy) return `is superseded from ${moment(term.rule, term.until)} on`;
  return `expires ${written(term, 'expires')}`;
}

function begins(term: Term): string {
  return `starts ${written(term, 'starts')}`;
}

/** A date as the file writes it; people look for just that text. */
function written(term: Term, field: 'starts' | 'expires'): string {
  const value = term.entry.fields[field]?.value;
  if (value?.kind === 'scalar' && value.type !== 'null') return shown(value.text.trim());
  return field === 'starts' ? 'without a start date' : 'never';
}

function brokenMightFill(count: number): string {
  return count === 1
    ? 'One entry that could not be read might fill it.'
    : `${count} entries that could not be read might fill it.`;
}

export function expiry(coverage: Coverage, { last, sure, latest }: Ending, now: Instant): string {
  const { rule } = last;
  const product = coverageName(coverage);
  const surely = `${moment(rule, sure)} (${rule.zone})`;
  const orLater = latest === sure ? '' : `, or ${moment(rule, latest)} if the expiry day counts`;
  const tail = `${termName(last, true)} ${ends(last)} and no license follows.`;
  if (latest <= now) return `${product} is no longer covered, since ${surely}${orLater}. ${tail}`;
  const left = sure <= now ? 'today' : `in ${timeLeft(sure - now)}`;
  return `${product} coverage ends ${left}: ${surely}${orLater}. ${tail}`;
}

/** `12 days`, `5 h`. */
export function timeLeft(ms: number): string {
  const { unit, count } = timeLeftOf(ms);
  if (unit === 'less') return 'less than 1 h';
  return unit === 'days' ? `${count} days` : `${count} h`;
}

export function unseenGap(term: Term, earlier: Term): string {
  return `${termName(term, true)} has no start date, so a gap after ${termName(earlier)} can't be seen here.`;
}

export const unusedIgnore = 'This comment silences nothing.';
export function unknownIgnore(code: string): string {
  return `"${shown(code)}" is no rule. A reason goes behind "--".`;
}

export const noTerms = 'No license term can be read in this file.';

export function endsHere(term: Term): string {
  return `${termName(term, true)} ${ends(term)}`;
}
export function startsHere(name: string): string {
  return `${name} starts here`;
}
export function beginsHere(term: Term): string {
  return `${termName(term, true)} ${begins(term)}`;
}
export const firstHere = 'First used here';

// Findings about what is written

export function wrongDate(
  why: 'impossible' | 'ambiguous' | 'unreadable',
  text: string,
  choices: readonly string[],
): string {
  const written = `"${shown(text)}"`;
  const hint = choices.length === 0 ? '' : `: ${choices.join(' or ')}`;
  if (why === 'ambiguous') return `${written} can be read as two dates${hint}. Write it as YYYY-MM-DD.`;
  if (why === 'impossible')
    return `${written} is no day of the calendar${choices.length === 0 ? '' : `; nearest${hint}`}.`;
  return `${written} can't be read as a date. Write it as YYYY-MM-DD${choices.length === 0 ? '' : hint}.`;
}

/** Of a date in a line that its vendor has signed, and so nobody can mend here. */
export function wrongVendorDate(why: 'impossible' | 'month' | 'unreadable', text: string, shape: string): string {
  // Where a field is lacking, a key may stand in the place of the date, and keys are never shown.
  const written = /^(?:\d{8}|\d{1,4}([-/.])(?:\d{1,2}|\p{L}{3,9}\.?)\1\d{1,4})$/u.test(text) ? `"${text}"` : 'This';
  const reasons = {
    impossible: `${written} is no day of the calendar`,
    month: `${written} names its month in another way than jan, feb, mar`,
    unreadable: `${written} can't be read as a date such as ${shape}`,
  };
  return `${reasons[why]}, so this license is not counted. It is signed: ask the vendor for a corrected one.`;
}

/** Of a signed license without the one date that it needs. */
export function noVendorExpiry(field: string): string {
  return `This license has no "${shown(field)}", so nobody can tell when it ends, and it is not counted. It is signed: ask the vendor for a corrected one.`;
}
export function noElasticExpiry(field: string): string {
  return `This license has no "${shown(field)}", which only basic licenses may lack, so it is not counted. It is signed: ask the vendor for a corrected one.`;
}
export const noVendorLicense = 'This is no license, so it is not counted.';
/** `first` and `last`: moments in UTC. */
export function relativeExpiry(length: string, first: string, last: string): string {
  return `Splunk ends this license ${length} after it was installed, if that comes first. Only the server knows when that was: it may end from ${first} on, and ends ${last} at the latest (UTC).`;
}
export function unclosedElement(name: string): string {
  return `<${shown(name)}> is never closed, so what it says is not read.`;
}
export const brokenMarkup = "This markup is broken and can't be read.";
export const noToken = 'This line is no token, so it is not counted.';
export const unreadableToken =
  "The payload of this token can't be read, so it is not counted. Ask the vendor for the whole token.";
/** Without what it says: nothing of a token is shown. */
export function wrongClaim(claim: 'nbf' | 'iat' | 'exp'): string {
  return `"${claim}" of this token is no number of seconds since 1970, so it is not counted. It is signed: ask the vendor for a corrected one.`;
}
export const noClaims = 'This token has neither "nbf" nor "exp", so it is not counted.';

/** Of a date that a vendor has signed and that can be read as two. */
export function ambiguousVendorDate(text: string, days: readonly string[]): string {
  return `"${shown(text)}" can be ${days.join(' or ')}, so this license is not counted. It is signed: ask the vendor which is meant.`;
}
export function cutOff(field: string): string {
  return `This license has no ${field}: its end may be cut off, so it is not counted.`;
}
export const namelessBlock = 'This FEATURE has no name, so it is not counted.';
export const openBlock = 'This FEATURE has no block in braces that ends, so it is not counted.';
export function ignoredExclusive(product: string): string {
  return `Of the exclusive licenses of ${shown(product)} only the first counts, and this is a later one. ADDITIVE licenses count beside it.`;
}
export const upgradedLicense = 'The license that it adds to';
export const upgradeOutlasts = 'An UPGRADE license counts only as long as the exclusive license that it adds to.';
export const upgradeOutside =
  'An UPGRADE license counts only as long as the exclusive license that it adds to, and that covers none of its time.';
export function upgradeAlone(product: string | undefined): string {
  return `An UPGRADE license adds to an exclusive license of ${productName(product)}, and this file has none.`;
}
export const unknownTerm = 'When this license ends is not said in words that are known here, so it is not counted.';

export function shortRecord(keyword: string, count: number): string {
  return `This ${shown(keyword)} line has only ${count} of its fields, so it is not counted.`;
}
export const unknownCount = 'This is no number of licenses, so the seats of this license are unknown.';
export const firstFeature = 'The line that counts';
export function ignoredFeature(product: string | undefined): string {
  return `Only the first counted FEATURE line of ${productName(product)} counts, and this is a later one. INCREMENT lines add to it.`;
}
export function noKeyword(word: string): string {
  return `"${shown(word)}" is no keyword, so the license server takes this line for a comment.`;
}
export const hardSpaces =
  'Spaces at which lines never break are no spaces to the license server. They come from web pages and mails.';
export const softenSpaces = 'Make them plain spaces';
export const openQuote = 'This quote is never closed, so the line may be longer than was meant.';
export const curlyQuotes = 'Curly quotes are no quotes to the license server. They come from web pages and mails.';
export const straightenQuotes = 'Make the quotes straight';
export const straysOn =
  'A backslash says that this line goes on, so the license server takes the next one for a part of it.';
export const removeBackslash = 'Remove the backslash';
export const missingBackslash =
  'This line goes on without a backslash, and clients before version 7.0 read no more of it.';
export const addBackslash = 'Add the missing backslash';
export function repeatedServer(kind: 'server' | 'vendor'): string {
  return kind === 'server'
    ? 'This server is named already. Files that are merged keep one set of SERVER lines.'
    : 'This vendor daemon is named already. Files that are merged keep one line for each.';
}
export function oddServers(count: number): string {
  return `A license file names one server, or three that back each other up; this one names ${count}.`;
}
export const removeLine = 'Remove this line';
export function superseded(date: string): string {
  return `Void from ${date} on: a later line supersedes it.`;
}
export const supersedingLine = 'The line that takes its place';
export function lonelyUpgrade(fromVersion: string, version: string): string {
  return `No line above licenses a version from ${shown(fromVersion)} to below ${shown(version)}, so there is nothing to upgrade.`;
}
export function lonelyPackage(product: string, version: string | undefined): string {
  const what = version === undefined ? shown(product) : `${shown(product)} ${shown(version)}`;
  return `A PACKAGE licenses nothing by itself, and no FEATURE or INCREMENT line enables ${what}.`;
}
export const byteOrderMark = 'This file begins with a byte order mark, and RLM then does not read its first line.';
export const removeByteOrderMark = 'Save the file without its byte order mark';
export const notUtf8 = 'Something in this line is not UTF-8, so it may say more than can be read here.';

export function notADate(field: string): string {
  return `"${shown(field)}" needs a date, not a list or a mapping.`;
}

export function noDates(name: string): string {
  return `${name} has neither a start nor an expiry date, so it counts for nothing. If it never ends, say "expires: never".`;
}

export function reversedTerm(
  name: string,
  starts: string,
  expires: string,
  rule: DayRule | undefined,
  zone: string,
): string {
  if (rule) return `${name} covers no time: it ends at the instant it starts (${zone}). ${expiryDayRule(rule)}.`;
  return `${name} expires ${shown(expires)}, before it starts ${shown(starts)}: it covers nothing.`;
}

export const requiredTime = 'The required time';
export const acceptedTime = 'This accepted gap';
export function reversedStretch(name: string, isEmpty: boolean): string {
  return isEmpty
    ? `${name} is empty: "until" is the first day that no longer belongs to it.`
    : `${name} ends before it begins, so it says nothing.`;
}

export function needsShape(field: string, shape: 'list' | 'map' | 'list of maps'): string {
  const needed = { list: 'a list', map: 'a mapping', 'list of maps': 'a mapping with from and until for each stretch' };
  return `"${field}" needs ${needed[shape]}; what stands here says nothing.`;
}

export function emptyTerm(name: string, rule: DayRule): string {
  return `${name} starts and expires on the same day and covers nothing. ${expiryDayRule(rule)}.`;
}

export function unknownValue(field: string, text: string, known: readonly string[]): { message: string } {
  return { message: `"${shown(text)}" is no value of "${field}". Known: ${known.join(', ')}.` };
}

export function unknownField(written: string, likely: string): string {
  return `"${shown(written)}" is not a known field. Did you mean "${likely}"?`;
}

export const noEntry = 'An entry needs its fields, such as "expires: 2026-11-30". What stands here is not read.';
export function secondList(name: string): string {
  return `Only one list of licenses is read, and "${shown(name)}" is another one.`;
}

export const notSeats = 'Seats need a whole number or "unlimited", not a list or a mapping.';
export function unknownSeats(text: string): string {
  return `"${shown(text)}" is no number of seats. Write a whole number or "unlimited".`;
}

export function unknownZone(text: string, fallback: string): string {
  return `"${shown(text)}" is no time zone. Write an IANA name such as America/Chicago; until then ${fallback} is taken.`;
}

export function unknownVersion(text: string): string {
  return `"${shown(text)}" is no server version, so the rule for the expiry day stays unstated.`;
}

export function duplicateId(id: string): string {
  return `The id "${shown(id)}" is used twice.`;
}

export function duplicateKey(id: string | undefined): string {
  return id === undefined
    ? 'The same license key stands in another entry.'
    : `The same license key stands in ${shown(id)}.`;
}

export function syntax(reason: string): string {
  return `This part can't be read and doesn't count: ${shown(reason)}.`;
}

export function tooDeep(limit: number): string {
  return `Nested more than ${limit} levels deep; what is deeper is not read.`;
}

export function tooManyAliases(limit: number): string {
  return `More than ${limit.toLocaleString('en')} aliases; the rest are not followed.`;
}

export function tooLarge(limit: number): string {
  return `Larger than ${limit / 1_000_000} MB; the file is not read.`;
}

export function tooManyRecords(limit: number): string {
  return `More than ${limit.toLocaleString('en')} entries; the rest are not read.`;
}

// Fixes

export function insertTemporary(coverage: Coverage, gap: Interval, rule: DayRule): string {
  return `Insert temporary license for ${productName(coverage.product)}: ${fillStretch(rule, gap)}`;
}

/** `2026-11-30 (24 h)` where the stretch is one whole day, otherwise both ends. */
function fillStretch(rule: DayRule, gap: Interval): string {
  const zone = zoneOf(rule);
  const [from, until] = [wallTime(zone, gap.from), wallTime(zone, gap.until)];
  if (!from.endsWith(' 00:00') || !until.endsWith(' 00:00'))
    return `${from} to ${until} (${duration(gap.until - gap.from)})`;
  const last = wallTime(zone, gap.until - 1).slice(0, 10);
  const first = from.slice(0, 10);
  return `${first === last ? first : `${first} to ${last}`} (${duration(gap.until - gap.from)})`;
}

export function askVendor(coverage: Coverage, gap: Interval, rule: DayRule): string {
  return `Insert a comment with the license to ask for: ${coverageName(coverage)}, ${fillStretch(rule, gap)}`;
}

/** The lines of a comment that stands where a license is lacking. The first two tell it from all others. */
export function vendorRequest(
  { product, pool: row }: Coverage,
  { seats: count, rule, pool }: Term,
  gap: Interval,
  dates: { readonly starts: string; readonly expires: string },
): readonly string[] {
  const whom = pool?.vendor === undefined ? 'the vendor' : shown(pool.vendor);
  const version = pool?.version === undefined ? '' : ` ${shown(pool.version)}`;
  const number = count === undefined ? '' : `, ${seats(count)} ${count === 1 ? 'seat' : 'seats'}`;
  const which = row === undefined ? '' : ` (${shown(row)})`;
  return [
    `license-coverage: ask ${whom} for a temporary license of ${productName(product)}${version}${which}${number}`,
    `starts ${dates.starts}, expires ${dates.expires} (${stretch(rule, gap)}, ${duration(gap.until - gap.from)})`,
    'paste the line that you receive below this comment',
  ];
}

export function chooseRule(format: string): string {
  return `Choose whether the expiry day of ${format} licenses counts (setting)`;
}

export function fillAll(count: number): string {
  return `Fill all ${count} gaps in this file with temporary licenses`;
}

export function stateExpiryDay(said: 'covered' | 'uncovered', product: string | undefined): string {
  const verdict = said === 'covered' ? 'is covered' : 'is not covered';
  return `State that the expiry day ${verdict} for ${productName(product)} (expiryDay: ${said})`;
}

export function setServerVersion(product: string | undefined): string {
  return `Set server version 5.4.0 for ${productName(product)}, after upgrading`;
}
export const stateServerVersion = 'State the Code42 server version, which decides about the expiry day';

export function acceptGap(coverage: Coverage, gap: Interval, rule: DayRule): string {
  return `Accept this gap of ${productName(coverage.product)}: ${fillStretch(rule, gap)}`;
}
/** What stands for a reason that is still to be typed. */
export const reasonPlaceholder = '<reason>';

export function requestKey(coverage: Coverage, gap: Interval, rule: DayRule): string {
  return `Request temporary license key for ${coverageName(coverage)}: ${fillStretch(rule, gap)}`;
}
export function enterKey(term: Term): string {
  return `Enter license key for ${licenseName(term.id, term.product)}`;
}

export const enterKeyPrompt = 'It is written into the file in place of the placeholder, and nowhere else.';
export const emptyKey = 'Enter the key that the vendor has sent.';
export const oddKey = 'A key has no line breaks or control characters.';
export const placeholderKey = 'This is a placeholder, not a key.';

export const removeAcceptance = 'Remove this acceptance';
export function removeTemporary(term: Term): string {
  const name = term.id === undefined ? `of ${productName(term.product)}` : termName(term);
  return `Remove stale temporary license ${name}`;
}

export function removeAllTemporary(count: number): string {
  return `Remove all ${count.toLocaleString('en')} stale temporary licenses in this file`;
}
export const removeDuplicate = 'Remove this duplicate';
export function renameTo(id: string): string {
  return `Rename to "${shown(id)}"`;
}

export function reviewAgain(date: string): string {
  return `Review again by ${date}`;
}

export function replaceBy(text: string): string {
  return `Change to "${text}"`;
}

export const swapDates = 'Swap the two dates';

// Explanations

export const labels = {
  from: 'When',
  covers: 'Covers',
  utc: 'In UTC',
  rule: 'Rule',
  maybe: 'Perhaps longer',
  resumes: 'Coverage resumes',
  length: 'Length',
  seats: 'Seats',
  key: 'Key',
  next: 'Next gap',
  vendor: 'Vendor',
  version: 'Version',
  newer: 'Newer version',
  symptoms: 'What stops working',
  remedies: 'What to do',
} as const;

export function gapTitle(coverage: Coverage, gap: Gap): string {
  const product = coverageName(coverage);
  const length = duration(gap.until - gap.from);
  if (gap.state === 'pending') return `${product}: ${length} wait for a license key`;
  if (gap.state === 'possible') return `${product}: perhaps ${length} without a license`;
  return `${product}: ${length} without a license`;
}

export function termTitle(coverage: Coverage, term: Term): string {
  const kind = term.kind === undefined ? '' : `, ${shown(term.kind)}`;
  return `${termName(term, true)}: ${coverageName(coverage)}${kind}`;
}

export function resumes(rule: DayRule, { until, after }: Gap): string {
  if (until === Infinity || !after) return 'No later license is in this file.';
  return `${moment(rule, until)} (${rule.zone}), with ${termName(after)}`;
}

export const dayLonger = 'The gap begins a day earlier if the expiry day is not covered.';
export const pendingRemedies = ['Type the key that the vendor has sent in place of the placeholder.'] as const;
export const commonOutage = { symptoms: commonSymptoms, remedies: commonRemedies } as const;
export const keyMissing = 'Still to be typed; until then this license covers nothing.';
export const noGapAhead = 'None ahead.';

export function lengthAndLeft(term: Term, at: Instant): string {
  const length = duration(term.until - term.from);
  if (term.until <= at) return `${length}, over`;
  if (term.from > at) return `${length}, begins in ${timeLeft(term.from - at)}`;
  return term.until === Infinity ? `${length}, running` : `${length}, ${timeLeft(term.until - at)} left`;
}

export function seats(count: number): string {
  return count === Infinity ? 'unlimited' : count.toLocaleString('en');
}

/** `2026.0530` is how vendors write until when a license has maintenance; it runs on after that. */
export function versionFact(version: string): string {
  const date = /^(\d{4})\.(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.exec(version);
  return date
    ? `${shown(version)}, which says that maintenance lasts until ${date[1]}-${date[2]}-${date[3]}; it is no expiry date`
    : shown(version);
}

/** A need for an old version is met by a license of a newer one. */
export function newerVersion(newer: Term, own: Term): string {
  const [version, old] = [newer.pool?.version ?? '', own.pool?.version ?? ''];
  return `A license of version ${shown(version)} meets needs for ${shown(old)} too: ${stretch(newer.rule, newer)}`;
}

export const changeRule = 'The setting licenseCoverage.profiles changes it.';

export function nextGap(gap: Gap, rule: DayRule): string {
  const state = gap.state === 'open' ? '' : `, ${gap.state}`;
  return `${stretch(rule, gap)}, ${duration(gap.until - gap.from)}${state}`;
}

/** What a list of gaps says of each. */
export function gapChoice(coverage: Coverage, gap: Gap): { readonly label: string; readonly description: string } {
  const rule = ruleOfGap(coverage, gap);
  return {
    label: coverageName(coverage),
    description: fillStretch(rule, { from: gap.possibleFrom ?? gap.from, until: gap.until }),
  };
}

// What is said when a fix can't be made

export const changedMeanwhile = 'The file has changed, and this no longer applies to it. Nothing was changed.';
export const cannotEdit = "This can't be written here without touching something else. Nothing was changed.";
export function readOnly(file: string): string {
  return `${shown(file)} is read-only. Nothing was changed.`;
}

// Filling a whole workspace

export const fillingWorkspace = 'License Coverage: looking for gaps';
export const nothingToFill = 'No license file of this workspace has a gap that a temporary license can fill.';
export function fillPreviewed(gaps: number, files: number): string {
  return `${plural(gaps, 'gap', 'gaps')} in ${plural(files, 'file', 'files')} can be filled. Nothing is written yet.`;
}
export const fillNow = 'Fill';
export const discardFill = 'Discard';
export const previewAgain = 'Preview Again';
export function fillPreviewTitle(gaps: number): string {
  return `Fill ${plural(gaps, 'Gap', 'Gaps')} (Preview)`;
}
export function filledWorkspace(gaps: number, files: number): string {
  return `${plural(gaps, 'gap', 'gaps')} in ${plural(files, 'file', 'files')} filled. Type the keys in place of the placeholders.`;
}
export function leftAlone(files: readonly string[]): string {
  return `Changed meanwhile, so left alone: ${firstOf(files)}.`;
}
export function notWritable(files: readonly string[]): string {
  return `Read-only, so left out: ${firstOf(files)}.`;
}
function firstOf(files: readonly string[]): string {
  const more = files.length > 5 ? `, and ${files.length - 5} more` : '';
  return files.slice(0, 5).map(shown).join(', ') + more;
}

// The request for a temporary key

export const requestTemplate = `# Temporary license key for {product}: {length}

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
`;
export const unnamedProduct = 'our product';
export const openEnd = 'as late as possible';
/** Revenera's SOAP call `stopGapLicense` asks for these two. */
export function flexnetOperations(starts: string, expires: string): string {
  return `FlexNet Operations: startDate ${starts}, endDate ${expires}`;
}
export function whyRequested(gap: Gap, rule: DayRule): string {
  return `${neighbors(gap)} ${expiryDayRule(rule)}.`;
}
export function onReceipt(isVendorFile: boolean): readonly string[] {
  return isVendorFile
    ? [
        'Paste the license lines into the license file, without lines for servers and vendor daemons that stand there already.',
        'Let the license server read its file again.',
      ]
    : ['Apply the key in the product.', 'Type it into the license file too, in place of the placeholder.'];
}
export const requestOpened = 'This is the draft of your request. Change it as you like, then send it.';
export const copyRequest = 'Copy';
export const mailRequest = 'Write Mail';
export const requestCopied = 'The request is on the clipboard.';
export const requestToPaste =
  'The request is too long for a mail address, so it is on the clipboard: paste it into the mail.';
export const noRequest = 'Open a draft first: License Coverage: Request Temporary License Key.';
export const noGapToRequest = 'No gap to request a key for.';
export const whichGap = 'For which gap?';
export const noKeyToEnter = 'No license in this file waits for its key.';
export const whichKey = 'For which license?';
export const pasteHere = 'The request is on the clipboard: paste it here.';

// An example to begin with

export const exampleZone = 'America/Chicago';

/** The days are written as in `2026-11-30`. */
export function exampleFile(first: { starts: string; expires: string }, second: typeof first): string {
  return `# An example: two licenses that seem to follow each other,
# and yet leave a day uncovered. The light bulb at the red
# line offers what to do. Change all of this to what you have.
environment: production     # where the product runs
product: CrashPlan          # what the licenses are for
server: { version: 5.3.1 }  # it does not count the expiry day
timezone: ${exampleZone}   # the clock of the license server

licenses:
  - id: LIC-1               # what messages call it
    key: EXAMPLE-KEY-1      # it is shown nowhere else
    kind: subscription
    seats: 500              # how many may use it
    starts: ${first.starts}      # the first day
    expires: ${first.expires}     # the expiry day

  - id: LIC-2
    key: EXAMPLE-KEY-2
    kind: subscription
    seats: 500
    starts: ${second.starts}      # until then nothing is in force
    expires: ${second.expires}     # or never
`;
}

// Settings

export const settingRequestTemplate = 'a text';
export const settingTimezone = 'an IANA time zone such as America/Chicago';
export const settingExpiryDay = 'covered, uncovered or unstated';
export const settingDays = 'a number of days from 0 to 36500';
export const settingFields =
  'an object of your field names and ours that they stand for, such as { "Ablauf": "expires" }';
export const settingDateFormats = 'a list of date patterns with year, month and day, such as "dd.MM.yyyy"';
export const settingProfiles =
  'an object of products, vendor daemons or formats and their rules, such as { "flexnet": { "expiryDay": "uncovered", "timezone": "Europe/Berlin" } }';
export const settingJoinFiles = 'true or false';
export const settingTimelineItems = 'a number from 1000 to 1000000';
export const settingSeverity = 'an object of rules and their severities (error, warning, information, hint or off)';
export function wrongSetting(name: string, expected: string): string {
  return `licenseCoverage.${name} must be ${expected}. The default is used.`;
}
export const moreFindings = (count: number): string => `${count} more findings in this file are not shown.`;

// Outline and completion

/** `2024.0 · 01-may-2023 – 30-apr-2024 · 25`: what an outline says of a license, as the file writes it. */
export function outlineDetail(facts: {
  readonly version: string | undefined;
  readonly starts: string | undefined;
  readonly expires: string | undefined;
  readonly count: string | undefined;
}): string {
  const { version, starts, expires, count } = facts;
  const from = starts === undefined ? undefined : `from ${starts}`;
  // `permanent` and the year 0 are no dates.
  const until = expires === undefined || !/\d/.test(expires) || /-0+$/.test(expires) ? expires : `until ${expires}`;
  const dates = starts !== undefined && expires !== undefined ? `${starts} – ${expires}` : (from ?? until);
  return [version, dates, count].filter(said => said !== undefined).join(' · ');
}
export function upgradedVersion(from: string | undefined, to: string | undefined): string | undefined {
  return from === undefined || to === undefined ? to : `${from} → ${to}`;
}
export const restNotListed = 'The rest of the file is not listed';

export const offeredDates = {
  today: 'today',
  yearEnd: 'end of that year',
  next: 'day after the license before it',
  never: 'never expires',
} as const;
export const uncounted = 'No limit, on the host that the license names.';
export const singleUse = 'One use at a time, on the host that the license names.';

export const flexnetWords = {
  server: 'The license server, or one of three that back each other up. Its host id is part of all signatures.',
  vendor: "The daemon that serves a vendor's licenses.",
  daemon: 'VENDOR, as it was called before version 6.',
  useServer: 'Clients ask the server and read no more of this file.',
  feature: 'A license. Of several for one feature only the first counts, unless they are uncounted.',
  increment: 'A license that adds to the others of its feature.',
  upgrade: 'Makes licenses of a lower version, on a line above, ones of a higher.',
  package: 'Features under one name. A FEATURE or INCREMENT line of that name enables them.',
  featureSet: 'Signs all lines of a vendor together.',
  primaryIsMaster: 'Of three servers, the first takes over again when it comes back.',
  heartbeat: 'How long, in seconds, one of three servers waits for the others.',
  options: "Where the vendor daemon's options file is.",
  port: 'The port of the vendor daemon; otherwise one is chosen at each start.',
  start: 'The first day of the license.',
  issued: 'The day on which the vendor made the license.',
  assetInfo: 'A note for your asset management. It may be added to a signed line.',
  distInfo: 'A note of whoever distributed the license. It may be added to a signed line.',
  sort: 'The place among the lines of a feature: lower ones are used first, 100 if nothing is said. It may be added to a signed line.',
  userInfo: 'A note of your own. It may be added to a signed line.',
  vendorInfo: "A note of the vendor's that is not signed.",
} as const;

export const rlmWords = {
  host: 'The license server. Its host id is part of all signatures.',
  server: 'HOST, as FlexNet calls it.',
  isv: "The server of a vendor's licenses.",
  daemon: 'ISV, as FlexNet calls it.',
  license: 'A license. Those of one product and version add up.',
  feature: 'LICENSE, as FlexNet calls it.',
  upgrade: 'Makes licenses of a lower version ones of a higher.',
  customer: 'The customer, for clients of RLM Cloud.',
  binary: 'Where the program of the vendor is.',
  options: 'Where the options file of the vendor is.',
  port: 'The port of the vendor; otherwise one is chosen at each start.',
  password: 'What clients have to know to be served.',
  start: 'The first day of the license.',
  issued: 'The day on which the vendor made the license.',
  failoverHost:
    'The server to fill in for, in licenses of rlm_failover and rlm_failover_server alone. It may be added to a signed line.',
} as const;

export const lmxWords = {
  feature: 'A license: a name and its directives in braces.',
  vendor: 'The vendor. No license may lack it.',
  version: 'The highest version of the product that may run.',
  start: 'The first day of the license.',
  end: 'The last day of the license; it never ends if this is not said.',
  maintenanceStart: 'The first day of maintenance; the license begins with START.',
  maintenanceEnd: 'The last day of maintenance; the license ends with END.',
  issued: 'The day on which the vendor made the license.',
  count: 'How many may use it, from a license server. Without it the license is for one computer.',
  unlimited: 'Any number may use it.',
  keyType: 'How licenses of one feature work together.',
  keyTypes: {
    EXCLUSIVE: 'Stands alone.',
    ADDITIVE: 'Adds to the others of its feature.',
    UPGRADE: 'Adds to the exclusive license of its feature.',
    TOKEN: 'Is paid for with licenses of another feature.',
  },
  share: 'Who shares one license.',
  hostid: 'The computer that the license is for.',
  grace: 'How many hours a license goes on without its server.',
  borrow: 'How many hours a license may be borrowed.',
  licensee: 'Whom the license is for.',
  comment: 'A note in the license; the vendor signs it.',
  key: 'The signature of the vendor. No license may lack it.',
} as const;
