// Every sentence of the timeline. The view makes names of items itself, since a hundred thousand of them would be long on their way.
import * as l10n from '@vscode/l10n';
import { type Day, msPerDay } from '../calendar';
import type { Coverage, Term } from '../model';
import { shown } from '../text';
import type { Figure, TimelineModel, TimelineRow } from '../timeline';
import {
  coverageName,
  duration,
  noBeginning,
  noEnd,
  poolName,
  productName,
  seats as seatsWord,
  timeLeft,
  versionName,
} from '../words';
import { dayWords, number, timeOfDay } from '../words/locale';
import { type ItemKind, isGap, type TimelineItem } from './columns';
import type { Sum, Totals } from './totals';

export const heading = l10n.t('Coverage timeline');

export function title(file: string): string {
  return file === '' ? l10n.t('Coverage: all files') : l10n.t('Coverage: {0}', file);
}

export function noTermsFound(path: string | undefined): string {
  return path === undefined
    ? l10n.t('No licenses found in this workspace.')
    : l10n.t('No license terms found in {0}.', shown(path));
}

export function tooMany(count: number, most: number): string {
  return l10n.t(
    '{0} licenses and gaps are too many to draw: at most {1} are, as the setting licenseCoverage.timelineItems says. The Problems panel has them all.',
    ...[number(count), number(most)],
  );
}

/** `problem`: what the reader says. */
export function problem(line: number, path: string | undefined, message: string): string {
  return `${place(line, path)}: ${message}`;
}

export const lastValid = l10n.t('Showing the last valid version of the file.');
export const cannotRead = l10n.t('Not all of the file could be read.');

// Names of rows and items

export function rowLabel(product: string | undefined): string {
  return productName(product);
}

/** What stands below a product's name; `path`: of its file, where nothing else tells it from another. */
export function rowDetail(
  { environment, pool }: Pick<Coverage, 'environment' | 'pool'>,
  path: string | undefined,
): string | null {
  const details = [environment, poolName(pool), path].filter(detail => detail !== undefined);
  return details.length === 0 ? null : shown(details.join(', '));
}

/** `CrashPlan (production)`. */
export function rowTitle({ label, detail }: Pick<TimelineRow, 'label' | 'detail'>): string {
  return detail === null ? label : `${label} (${detail})`;
}

export function rowName(row: TimelineRow): string {
  return `${rowTitle(row)}, ${rowStates[row.status]}`;
}

export const rowStates = {
  gap: l10n.t('gap ahead'),
  short: l10n.t('too few seats'),
  possible: l10n.t('possible gap ahead'),
  pending: l10n.t('waits for a key'),
  ok: l10n.t('no gap ahead'),
  ended: l10n.t('no longer covered'),
} as const;

/** What tells a license from its neighbors in a row, if anything does. */
export function termLabel({ id, pool }: Term): string | undefined {
  if (id !== undefined) return shown(id);
  return pool?.version === undefined ? undefined : versionName(pool.version);
}

const waitsForKey = l10n.t('waits for its key');

export const kindNames: Readonly<Record<ItemKind, string>> = {
  term: l10n.t('License'),
  'pending-term': l10n.t('License'),
  gap: l10n.t('Coverage gap'),
  'possible-gap': l10n.t('Possible gap'),
  'pending-gap': l10n.t('Stretch that waits for a key'),
  'accepted-gap': l10n.t('Accepted gap'),
  shortfall: l10n.t('Too few seats'),
  invalid: l10n.t('License that ends before it begins'),
};

/** All there is to know of an item, in one sentence: `Coverage gap, Foo (production), 30 Nov 2026 to 1 Dec 2026, 24 h, line 42`. */
export function itemName(item: TimelineItem, row: TimelineRow, model: Pick<TimelineModel, 'files' | 'at'>): string {
  const { kind, label } = item;
  const where = place(item.line, model.files[item.file]);
  const product = rowTitle(row);
  if (kind === 'invalid') return [kindNames.invalid, product, moment(item.untilWall), where].join(', ');
  if (kind === 'term' || kind === 'pending-term') {
    const facts = [
      `${kindNames[kind]}${label === '' ? '' : ` ${label}`}`,
      product,
      span(item),
      ...(item.seats === undefined ? [] : [seatCount(item.seats)]),
      ...(kind === 'pending-term' ? [waitsForKey] : []),
      ...(item.until <= model.at ? [l10n.t('expired')] : []),
      ...(item.isEnding ? [l10n.t('ends in {0}', timeLeft(item.until - model.at))] : []),
    ];
    return [...facts, where].join(', ');
  }
  const length = duration(item.until - item.from);
  const seats = kind === 'shortfall' ? [itemSeats(item)] : [];
  return [kindNames[kind], product, span(item), length, ...seats, where].join(', ');
}

/** What stands at an item in the picture: `GAP 24 h`. */
export function itemLabel(item: TimelineItem, row: TimelineRow): string {
  const { kind, from, until } = item;
  if (kind === 'shortfall') return itemSeats(item);
  if (kind === 'invalid') return '!';
  if (kind === 'term' || kind === 'pending-term') return item.label === '' ? row.label : item.label;
  const length = duration(until - from);
  if (kind === 'accepted-gap') return l10n.t('accepted {0}', length);
  if (kind === 'pending-gap') return until === Infinity ? l10n.t('KEY?') : l10n.t('KEY? {0}', length);
  return kind === 'possible-gap' ? `${length}?` : l10n.t('GAP {0}', length);
}

/** Bars too narrow to be told apart. */
export function mergedName(count: number, row: TimelineRow): string {
  return l10n.t('{0} licenses, {1}', number(count), rowTitle(row));
}

export function mergedGapsName(count: number, row: TimelineRow): string {
  return l10n.t('{0} gaps, {1}', number(count), rowTitle(row));
}

/** `4 of 10 seats`. */
export function itemSeats({ seats = 0, needed = 0 }: TimelineItem): string {
  return l10n.t('{0} of {1} seats', number(seats), seatsWord(needed));
}

/** `500 seats`, `unlimited seats`. */
export function seatCount(seats: number): string {
  if (seats === Infinity) return l10n.t('unlimited seats');
  return seats === 1 ? l10n.t('1 seat') : l10n.t('{0} seats', number(seats));
}

/** `line 4`; the file too, where it is another than the one shown. */
export function place(line: number, file: string | undefined): string {
  return file === undefined || file === '' ? l10n.t('line {0}', line) : l10n.t('line {0} of {1}', line, shown(file));
}

/** `30 Nov 2026 to 1 Dec 2026`. */
export function span({ fromWall, untilWall }: Pick<TimelineItem, 'fromWall' | 'untilWall'>): string {
  const begin = fromWall === -Infinity ? noBeginning : moment(fromWall);
  return l10n.t('{0} to {1}', begin, untilWall === Infinity ? noEnd : moment(untilWall));
}

/** `30 Nov 2026`, with the time of day where it is not the day's beginning. `wall`: ms since 1970-01-01T00:00 on some clock. */
export function moment(wall: number): string {
  const day = Math.floor(wall / msPerDay);
  const ms = wall - day * msPerDay;
  return ms === 0 ? dayWords(day) : `${dayWords(day)} ${timeOfDay(ms)}`;
}

// Summary

/** The first and the last day of which "no gaps" can be said; `undefined`: it has no bound there. */
export interface Reach {
  readonly first: Day | undefined;
  readonly last: Day | undefined;
}

/** `1 product`, `2 licenses`, `1 gap (24 h)`: what there is, or a promise as far as one can be made. */
export function figures(
  { products, terms, gaps, accepted, possible, shortfalls, pending, ended }: Totals,
  promise: Reach | undefined,
  next: { readonly coverage: Coverage; readonly left: number } | undefined,
): readonly Figure[] {
  const found: Figure[] = [
    { text: products === 1 ? l10n.t('1 product') : l10n.t('{0} products', number(products)), leadsTo: 'row' },
    { text: terms === 1 ? l10n.t('1 license') : l10n.t('{0} licenses', number(terms)), leadsTo: 'term' },
  ];
  if (gaps.count > 0) {
    const text = gapSum(gaps);
    found.push({
      text: accepted === 0 ? text : l10n.t('{0}, {1} accepted', text, number(accepted)),
      leadsTo: accepted === gaps.count ? 'accepted-gap' : 'gap',
    });
  }
  if (possible.count > 0) found.push({ text: possibleSum(possible), leadsTo: 'possible-gap' });
  if (shortfalls.count > 0) found.push({ text: shortSum(shortfalls), leadsTo: 'shortfall' });
  if (promise && gaps.count + possible.count + shortfalls.count === 0) {
    found.unshift({ text: noGapsIn(promise), leadsTo: null, isGood: true });
    if (pending > 0) found.splice(1, 0, { text: l10n.t('{0} pending', number(pending)), leadsTo: 'pending-gap' });
  }
  if (ended > 0) found.push({ text: endedProducts(ended), leadsTo: null });
  if (next) found.push({ text: nextExpiry(coverageName(next.coverage), next.left), leadsTo: 'ending' });
  return found;
}

function endedProducts(count: number): string {
  return count === 1 ? l10n.t('1 product no longer covered') : l10n.t('{0} products no longer covered', number(count));
}

/** `left`: in ms. */
export function nextExpiry(product: string, left: number): string {
  return l10n.t('next expiry {0} in {1}', product, timeLeft(left));
}

function gapSum({ count, length }: Sum): string {
  if (count === 1) return l10n.t('1 gap ({0})', duration(length));
  return l10n.t('{0} gaps ({1})', number(count), duration(length));
}

function possibleSum({ count, length }: Sum): string {
  if (count === 1) return l10n.t('1 possible gap ({0})', duration(length));
  return l10n.t('{0} possible gaps ({1})', number(count), duration(length));
}

function shortSum({ count, length }: Sum): string {
  if (count === 1) return l10n.t('1 stretch short of seats ({0})', duration(length));
  return l10n.t('{0} stretches short of seats ({1})', number(count), duration(length));
}

function noGapsIn({ first, last }: Reach): string {
  const [from, until] = [first, last].map(day => (day === undefined ? undefined : dayWords(day)));
  if (from && until) return l10n.t('No coverage gaps {0} – {1}', from, until);
  if (from) return l10n.t('No coverage gaps from {0} on', from);
  return until ? l10n.t('No coverage gaps until {0}', until) : l10n.t('No coverage gaps');
}

export function notRead(count: number): string {
  return count === 1
    ? l10n.t('1 record skipped: it could not be read.')
    : l10n.t('{0} records skipped: they could not be read.', number(count));
}

/** Said aloud when gaps have gone or come. */
export function gapsChanged(closed: readonly string[], opened: readonly string[], left: number): string {
  const said = [...closedGaps(closed), ...openedGaps(opened)];
  if (said.length === 0) return '';
  const what = said.join('. ');
  return left === 1 ? l10n.t('{0}; 1 gap remains', what) : l10n.t('{0}; {1} gaps remain', what, number(left));
}

function closedGaps(products: readonly string[]): readonly string[] {
  if (products.length === 0) return [];
  return [
    products.length === 1
      ? l10n.t('Gap closed in {0}', products[0]!)
      : l10n.t('{0} gaps closed', number(products.length)),
  ];
}

function openedGaps(products: readonly string[]): readonly string[] {
  if (products.length === 0) return [];
  return [
    products.length === 1
      ? l10n.t('Gap opened in {0}', products[0]!)
      : l10n.t('{0} gaps opened', number(products.length)),
  ];
}

export function rowsShown(first: number, last: number, total: number): string {
  return l10n.t('Products {0} to {1} of {2}', number(first), number(last), number(total));
}

export function linesShown(first: number, last: number, total: number): string {
  return l10n.t('{0} to {1} of {2}', number(first), number(last), number(total));
}

export function filterFound(count: number): string {
  return count === 1 ? l10n.t('1 product matches') : l10n.t('{0} products match', number(count));
}

/** The shown time, for who can't see the axis. */
export function shownTime(fromWall: number, untilWall: number): string {
  return l10n.t('{0} to {1}', dayWords(Math.floor(fromWall / msPerDay)), dayWords(Math.floor(untilWall / msPerDay)));
}

// In the picture
export const today = l10n.t('Today');
export const allFiles = l10n.t('All files');
export const nothingFound = l10n.t('No product matches.');

// Exports

/** `date`: as it is said. */
export function asOf(date: string, zone: string): string {
  return l10n.t('As of {0}, time zone {1}.', date, zone);
}

export function pageOf(page: number, count: number): string {
  return l10n.t('page {0} of {1}', page, count);
}

export function firstOf(count: number, total: number): string {
  return l10n.t('the first {0} of {1} licenses and gaps', number(count), number(total));
}

/** An item as a chart of tasks names it, beside its product: `Coverage gap, 24 h`, `License LIC-2027, no end`. */
export function taskName(item: TimelineItem): string {
  const { kind, label, from, until } = item;
  if (kind === 'invalid') return kindNames.invalid;
  if (kind === 'shortfall') return `${kindNames.shortfall}, ${itemSeats(item)}`;
  if (isGap(kind)) return `${kindNames[kind]}, ${duration(until - from)}`;
  const facts = [
    label === '' ? kindNames[kind] : `${kindNames[kind]} ${label}`,
    ...(kind === 'pending-term' ? [waitsForKey] : []),
    ...(from === -Infinity ? [noBeginning] : []),
    ...(until === Infinity ? [noEnd] : []),
  ];
  return facts.join(', ');
}

/** Another file of the same name. */
export function namesake(name: string, count: number): string {
  return `${name} (${count})`;
}

/** What stands for a name that is not to be told, by its number. */
export const anonymousNames = {
  product: (number: number): string => l10n.t('Product {0}', number),
  environment: (number: number): string => l10n.t('Environment {0}', number),
  license: (number: number): string => l10n.t('License {0}', number),
  file: (number: number): string => l10n.t('file {0}', number),
} as const;
