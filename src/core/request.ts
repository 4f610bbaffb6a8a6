// Drafts the request for a temporary key: what to send to a vendor, from a template that the user may change.
import { isoDay } from './calendar';
import { ruleOfGap } from './coverage';
import { fillOf } from './fixes/insert-temporary';
import { formatNamed } from './formats';
import type { Coverage, DayRule, Gap, Interval, Term } from './model';
import { profileNamed } from './profiles';
import { shown } from './text';
import { dayAt, isStartOfDay, offsetDateTime, utc, zoneNamed } from './time';
import * as words from './words';
import * as explanationWords from './words/explanations';
import { flexnetOperations } from './words/plain';
import * as requestWords from './words/request';

/**
 * The request for the time of a gap, as Markdown; what it says is the gap's whole stretch, with an expiry day that may not count. A line
 * whose fields all have nothing to say is left out, and what stands in braces but is no field stays as it is. There is never a key, a
 * host id or the name of a server in it.
 */
export function requestFor(coverage: Coverage, gap: Gap, template: string): string {
  const fields: Readonly<Record<string, string>> = fieldsOf(coverage, gap);
  return template
    .split(/\r?\n/)
    .flatMap(line => {
      const named = [...line.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => fields[name!] ?? []);
      if (named.length > 0 && named.every(text => text === '')) return [];
      return [line.replace(/\{(\w+)\}/g, (braces, name: string) => fields[name] ?? braces)];
    })
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()
    .concat('\n');
}

function fieldsOf(coverage: Coverage, gap: Gap) {
  const stretch = fillOf(gap);
  const term = gap.pending ?? gap.before ?? gap.after;
  const rule = term?.rule ?? ruleOfGap(coverage, gap);
  const outage = profileNamed(rule.profile)?.outage;
  const { starts, expires } = datesFor(rule, stretch, term);
  const count = seatsOf(coverage, gap);
  return {
    product: productOf(coverage, term),
    environment: coverage.environment === undefined ? '' : shown(coverage.environment),
    seats: count === undefined ? '' : words.seats(count),
    length: words.duration(stretch.until - stretch.from),
    starts,
    expires,
    local: words.stretch(rule, stretch),
    utc: words.stretchUtc(stretch),
    vendorDates: rule.profile === 'flexnet' ? flexnetOperations(starts, expires) : '',
    why: requestWords.whyRequested(gap, rule),
    symptoms: listed((outage ?? explanationWords.commonOutage).symptoms),
    onReceipt: numbered([...(outage?.onReceipt ?? requestWords.onReceipt(term?.entry.document.home !== undefined))]),
  };
}

/** With its version, which a vendor needs to know. */
function productOf({ product, pool }: Coverage, term: Term | undefined): string {
  const version = term?.pool?.version;
  const name = product === undefined ? requestWords.unnamedProduct : shown(product);
  return version === undefined || pool?.includes(version)
    ? words.coverageName({ product: name, pool, environment: undefined })
    : `${name} ${shown(version)}`;
}

/** What the license should say, as its vendor writes dates: bare days where they bound the stretch exactly, otherwise instants. */
function datesFor(
  rule: DayRule,
  { from, until }: Interval,
  term: Term | undefined,
): { starts: string; expires: string } {
  const zone = zoneNamed(rule.zone) ?? utc;
  const date = formatNamed(term?.entry.document.format ?? '')?.comment?.date ?? isoDay;
  const isBare = rule.expiryDay !== 'instant';
  const starts = isBare && isStartOfDay(zone, from) ? date(dayAt(zone, from)) : offsetDateTime(zone, from);
  if (until === Infinity) return { starts, expires: requestWords.openEnd };
  if (!isBare || !isStartOfDay(zone, until)) return { starts, expires: offsetDateTime(zone, until) };
  return { starts, expires: date(dayAt(zone, rule.expiryDay === 'covered' ? until - 1 : until)) };
}

/** As many as are required there, else as many as its neighbor has. */
function seatsOf({ required }: Coverage, { from, until, before, after, pending }: Gap): number | undefined {
  const asked = required
    .filter(need => (need.from ?? -Infinity) < until && (need.until ?? Infinity) > from)
    .flatMap(({ seats }) => seats ?? []);
  return asked.length > 0 ? Math.max(...asked) : (pending ?? before ?? after)?.seats;
}

function listed(lines: readonly string[]): string {
  return lines.map(line => `- ${line}`).join('\n');
}

function numbered(lines: readonly string[]): string {
  return lines.map((line, index) => `${index + 1}. ${line}`).join('\n');
}

/** What mail programs and the systems that start them surely take; in characters. */
const longestAddress = 1_900;

/**
 * A `mailto:` address with the draft in it (RFC 6068), its first line as the subject; `undefined` if it would be longer than programs
 * take.
 */
export function mailAddress(draft: string): string | undefined {
  const address = addressOf(subjectOf(draft), bodyOf(draft));
  return address.length <= longestAddress ? address : undefined;
}

/** A `mailto:` address that asks to paste the draft. */
export function mailAddressToPaste(draft: string): string {
  return addressOf(subjectOf(draft).slice(0, 200), requestWords.pasteHere);
}

function addressOf(subject: string, body: string): string {
  const encoded = (text: string): string => encodeURIComponent(wellFormed(text).replace(/\r?\n/g, '\r\n'));
  return `mailto:?subject=${encoded(subject)}&body=${encoded(body)}`;
}

function subjectOf(draft: string): string {
  return (/\S.*/.exec(draft)?.[0] ?? '').replace(/^#+\s*/, '').trim();
}

/** Half of a pair, which a cut may leave, can't be encoded. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** All but the line that is the subject. */
function bodyOf(draft: string): string {
  return draft.replace(/^\s*\S.*\s*/, '');
}
