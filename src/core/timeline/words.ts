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
export const noLicenseFile = l10n.t('Open a license file to see what it covers.');
export const lastPicture = l10n.t('The file can no longer be read as a license file. This is how it was last.');

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

// Exports

export const gapsHeading = l10n.t('Gaps');
export const noGaps = l10n.t('None.');
export const allHeading = l10n.t('All licenses and gaps');

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

// What the view says by itself

export const view = {
  toolbar: l10n.t('Timeline'),
  grid: l10n.t('Products and their licenses over time'),
  today: l10n.t('Today'),
  fit: l10n.t('Fit'),
  zoomIn: l10n.t('Zoom in'),
  zoomOut: l10n.t('Zoom out'),
  nextGap: l10n.t('Next gap'),
  range: l10n.t('Shown time'),
  ranges: {
    all: l10n.t('All'),
    month: l10n.t('1 month'),
    quarter: l10n.t('3 months'),
    year: l10n.t('1 year'),
    years3: l10n.t('3 years'),
    years10: l10n.t('10 years'),
    own: l10n.t('Zoomed'),
  },
  filter: l10n.t('Filter products'),
  gapsOnly: l10n.t('Gaps only'),
  sort: l10n.t('Sort by'),
  sorts: { gap: l10n.t('Next gap'), expiry: l10n.t('Expiry'), name: l10n.t('Name') },
  table: l10n.t('Table'),
  picture: l10n.t('Picture'),
  export: l10n.t('Export'),
  help: l10n.t('Keys'),
  close: l10n.t('Close'),
  overview: l10n.t('Overview'),
  overviewFrom: l10n.t('Begin of the shown time'),
  overviewUntil: l10n.t('End of the shown time'),
  allFiles: l10n.t('All files'),
  reveal: l10n.t('Open line'),
  fix: l10n.t('Quick fix…'),
  insert: l10n.t('Insert temporary license'),
  showProblems: l10n.t('Show problems'),
  goToLine: l10n.t('Go to line'),
  example: l10n.t('Create example'),
  nothingFound: l10n.t('No product matches.'),
  clearFilter: l10n.t('Show all products'),
  previous: l10n.t('Previous'),
  next: l10n.t('Next'),
  loading: l10n.t('Loading'),
  cardHint: l10n.t('Click shows the line, the menu has the fixes.'),
  hint: l10n.t('Arrows move, Enter opens the line, g finds the next gap, ? lists all keys.'),
  columns: {
    product: l10n.t('Product'),
    kind: l10n.t('What'),
    name: l10n.t('License'),
    from: l10n.t('From'),
    until: l10n.t('Until'),
    length: l10n.t('Length'),
    seats: l10n.t('Seats'),
    line: l10n.t('Line'),
  },
  seats: l10n.t('seats'),
  required: l10n.t('required'),
  leave: l10n.t('F6 leaves the timeline.'),
} as const;

// What keys do

export const does = {
  item: l10n.t('Item before or after, in the row'),
  row: l10n.t('Row above or below, at the same time'),
  rowEnd: l10n.t('First or last item of the row'),
  gridEnd: l10n.t('First or last row'),
  page: l10n.t('Ten rows up or down'),
  gap: l10n.t('Next or previous gap'),
  ending: l10n.t('Next or previous end of a product'),
  goTo: l10n.t('Go to the line in the editor'),
  stay: l10n.t('Show the line, stay here'),
  zoomIn: l10n.t('Zoom in'),
  zoomOut: l10n.t('Zoom out'),
  pan: l10n.t('Move the shown time by a quarter'),
  all: l10n.t('Show all'),
  fit: l10n.t('Show this item as large as it goes'),
  today: l10n.t('Today in the middle'),
  back: l10n.t('Zoom back'),
  table: l10n.t('Table or picture'),
  filter: l10n.t('Filter products'),
  export: l10n.t('Export'),
  help: l10n.t('This list'),
  close: l10n.t('Close the card, then clear the filter'),
  menu: l10n.t('Menu of the item'),
  leave: l10n.t('Leave the timeline'),
} as const;

/** Keys as they are written on them. */
export const keyNames = {
  homeEnd: l10n.t('Home End'),
  ctrlHomeEnd: l10n.t('Ctrl+Home Ctrl+End'),
  pages: l10n.t('Page Up Page Down'),
  gaps: l10n.t('g Shift+G'),
  ends: l10n.t('e Shift+E'),
  enter: l10n.t('Enter'),
  space: l10n.t('Space'),
  pan: l10n.t('Shift+← Shift+→ a d'),
  backspace: l10n.t('Backspace'),
  escape: l10n.t('Esc'),
  menu: l10n.t('Shift+F10'),
} as const;

// What the host says beside it

export const viewFailed = l10n.t("The timeline can't be drawn.");
export const viewFailedRemedy = l10n.t(
  'Close this tab, then run “License Coverage: Show Timeline”. “License Coverage: Open Timeline as Text” says the same in words.',
);
export function gone(path: string): string {
  return l10n.t("{0} can't be opened any more.", shown(path));
}
export const rowCopied = l10n.t('The row is on the clipboard.');
export const exporting = {
  title: l10n.t('Export Timeline'),
  which: l10n.t('As what?'),
  how: l10n.t('How? Nothing has to be chosen.'),
  anonymous: l10n.t('Anonymize names'),
  anonymousDetail: l10n.t('Products, environments, licenses and files become numbers.'),
  print: l10n.t('Print theme'),
  printDetail: l10n.t('Black on white, told apart by hatches.'),
  svg: 'SVG',
  png: 'PNG',
  png2: 'PNG 2×',
  image: l10n.t('Copy Image'),
  csv: 'CSV',
  markdown: 'Markdown',
  mermaid: 'Mermaid',
  copyMarkdown: l10n.t('Copy as Markdown'),
  details: {
    svg: l10n.t('A picture that stays sharp, with text that can be searched'),
    png: l10n.t('A picture as large as the timeline is now'),
    png2: l10n.t('Twice as large, for print'),
    image: l10n.t('The picture, to be pasted'),
    csv: l10n.t('A table for spreadsheets'),
    markdown: l10n.t('A table'),
    mermaid: l10n.t('A Gantt chart as text, which other programs draw'),
    copyMarkdown: l10n.t('The table, to be pasted'),
  },
  open: l10n.t('Open'),
} as const;

export function exported(file: string): string {
  return l10n.t('{0} is written.', shown(file));
}
export const imageCopied = l10n.t('The picture is on the clipboard.');
export const tableCopied = l10n.t('The table is on the clipboard.');
export const nothingToExport = l10n.t('There is nothing to export: the timeline shows no licenses.');
export function exportedPages(file: string, count: number): string {
  return l10n.t(
    '{0} takes {1} pages: they are files of their own, with -1 to -{1} in their names.',
    shown(file),
    count,
  );
}

export const pictureFailed = l10n.t(
  'The picture could not be made. It may be too large: PNG in single size or SVG may do.',
);
export const copyFailed = l10n.t('The picture could not be put on the clipboard. As PNG it can be saved.');
export const noPicture = l10n.t('The timeline has made no picture within 20 seconds. Nothing was exported.');
export function notWritten(file: string, reason: string): string {
  return l10n.t('{0} could not be written: {1}', shown(file), reason);
}
