// Every sentence of the timeline. The view makes names of items itself, since a hundred thousand of them would be long on their way.
import { civilDate, type Day, msPerDay, msPerHour, pad } from '../calendar';
import type { Coverage, Term } from '../model';
import { shown } from '../text';
import type { Figure, TimelineModel, TimelineRow } from '../timeline';
import { coverageName, duration, plural, poolVersion, productName, timeLeft } from '../words';
import { type ItemKind, isGap, type TimelineItem } from './columns';
import type { Sum, Totals } from './totals';

export const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

export const heading = 'Coverage timeline';
export const noLicenseFile = 'Open a license file to see what it covers.';
export const lastPicture = 'The file can no longer be read as a license file. This is how it was last.';

export function title(file: string): string {
  return file === '' ? 'Coverage: all files' : `Coverage: ${file}`;
}

export function noTermsFound(path: string | undefined): string {
  return path === undefined ? 'No licenses found in this workspace.' : `No license terms found in ${shown(path)}.`;
}

export function tooMany(count: number, most: number): string {
  return `${number(count)} licenses and gaps are too many to draw: at most ${number(most)} are, as the setting licenseCoverage.timelineItems says. The Problems panel has them all.`;
}

/** `problem`: what the reader says. */
export function problem(line: number, path: string | undefined, message: string): string {
  return `${place(line, path)}: ${message}`;
}

export const lastValid = 'Showing the last valid version of the file.';
export const cannotRead = 'Not all of the file could be read.';

// Names of rows and items

export function rowLabel(product: string | undefined): string {
  return productName(product);
}

/** What stands below a product's name; `path`: of its file, where nothing else tells it from another. */
export function rowDetail(
  { environment, pool }: Pick<Coverage, 'environment' | 'pool'>,
  path: string | undefined,
): string | null {
  const details = [environment, pool, path].filter(detail => detail !== undefined);
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
  gap: 'gap ahead',
  short: 'too few seats',
  possible: 'possible gap ahead',
  pending: 'waits for a key',
  ok: 'no gap ahead',
  ended: 'no longer covered',
} as const;

/** What tells a license from its neighbors in a row, if anything does. */
export function termLabel({ id, pool }: Term): string | undefined {
  if (id !== undefined) return shown(id);
  return pool?.version === undefined ? undefined : poolVersion(pool.version);
}

export const kindNames: Readonly<Record<ItemKind, string>> = {
  term: 'License',
  'pending-term': 'License',
  gap: 'Coverage gap',
  'possible-gap': 'Possible gap',
  'pending-gap': 'Stretch that waits for a key',
  'accepted-gap': 'Accepted gap',
  shortfall: 'Too few seats',
  invalid: 'License that ends before it begins',
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
      ...(kind === 'pending-term' ? ['waits for its key'] : []),
      ...(item.until <= model.at ? ['expired'] : []),
      ...(item.isEnding ? [`ends in ${timeLeft(item.until - model.at)}`] : []),
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
  if (kind === 'accepted-gap') return `accepted ${length}`;
  if (kind === 'pending-gap') return until === Infinity ? 'KEY?' : `KEY? ${length}`;
  return kind === 'possible-gap' ? `${length}?` : `GAP ${length}`;
}

/** Bars too narrow to be told apart. */
export function mergedName(count: number, row: TimelineRow): string {
  return `${number(count)} licenses, ${rowTitle(row)}`;
}

export function mergedGapsName(count: number, row: TimelineRow): string {
  return `${number(count)} gaps, ${rowTitle(row)}`;
}

/** `4 of 10 seats`. */
export function itemSeats({ seats = 0, needed = 0 }: TimelineItem): string {
  return `${number(seats)} of ${needed === Infinity ? 'unlimited' : number(needed)} seats`;
}

/** `500 seats`, `unlimited seats`. */
export function seatCount(seats: number): string {
  if (seats === Infinity) return 'unlimited seats';
  return plural(seats, 'seat', 'seats');
}

/** `line 4`; the file too, where it is another than the one shown. */
export function place(line: number, file: string | undefined): string {
  return file === undefined || file === '' ? `line ${line}` : `line ${line} of ${shown(file)}`;
}

/** `30 Nov 2026 to 1 Dec 2026`. */
export function span({ fromWall, untilWall }: Pick<TimelineItem, 'fromWall' | 'untilWall'>): string {
  const begin = fromWall === -Infinity ? 'no beginning' : moment(fromWall);
  return `${begin} to ${untilWall === Infinity ? 'no end' : moment(untilWall)}`;
}

/** `30 Nov 2026`, with the time of day where it is not the day's beginning. `wall`: ms since 1970-01-01T00:00 on some clock. */
export function moment(wall: number): string {
  const day = Math.floor(wall / msPerDay);
  const ms = wall - day * msPerDay;
  return ms === 0 ? dayWords(day) : `${dayWords(day)} ${timeOfDay(ms)}`;
}

/** `17:30`; seconds and milliseconds only where there are any. */
function timeOfDay(ms: number): string {
  const clock = `${pad(Math.floor(ms / msPerHour))}:${pad(Math.floor(ms / 60_000) % 60)}`;
  if (ms % 60_000 === 0) return clock;
  const seconds = pad(Math.floor(ms / 1000) % 60);
  return ms % 1000 === 0 ? `${clock}:${seconds}` : `${clock}:${seconds}.${pad(ms % 1000, 3)}`;
}

/** `30 Nov 2026`. */
export function dayWords(day: Day): string {
  const { year, month, date } = civilDate(day);
  return `${date} ${monthNames[month - 1]} ${year}`;
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
    { text: plural(products, 'product', 'products'), leadsTo: 'row' },
    { text: plural(terms, 'license', 'licenses'), leadsTo: 'term' },
  ];
  if (gaps.count > 0) {
    const leadsTo = accepted === gaps.count ? 'accepted-gap' : 'gap';
    found.push({ text: `${sum(gaps, 'gap')}${accepted === 0 ? '' : `, ${number(accepted)} accepted`}`, leadsTo });
  }
  if (possible.count > 0) found.push({ text: sum(possible, 'possible gap'), leadsTo: 'possible-gap' });
  if (shortfalls.count > 0)
    found.push({ text: sum(shortfalls, 'stretch short of seats', 'stretches short of seats'), leadsTo: 'shortfall' });
  if (promise && gaps.count + possible.count + shortfalls.count === 0) {
    found.unshift({ text: `No coverage gaps${reach(promise)}`, leadsTo: null, isGood: true });
    if (pending > 0) found.splice(1, 0, { text: `${number(pending)} pending`, leadsTo: 'pending-gap' });
  }
  if (ended > 0) found.push({ text: `${plural(ended, 'product', 'products')} no longer covered`, leadsTo: null });
  if (next) found.push({ text: nextExpiry(coverageName(next.coverage), next.left), leadsTo: 'ending' });
  return found;
}

/** `left`: in ms. */
export function nextExpiry(product: string, left: number): string {
  return `next expiry ${product} in ${timeLeft(left)}`;
}

function sum({ count, length }: Sum, one: string, many = `${one}s`): string {
  return `${plural(count, one, many)} (${duration(length)})`;
}

function reach({ first, last }: Reach): string {
  const [from, until] = [first, last].map(day => (day === undefined ? undefined : dayWords(day)));
  if (from && until) return ` ${from} – ${until}`;
  if (from) return ` from ${from} on`;
  return until ? ` until ${until}` : '';
}

export function notRead(count: number): string {
  return count === 1
    ? '1 record skipped: it could not be read.'
    : `${number(count)} records skipped: they could not be read.`;
}

/** Said aloud when gaps have gone or come. */
export function gapsChanged(closed: readonly string[], opened: readonly string[], left: number): string {
  const said = [...told('closed', closed), ...told('opened', opened)];
  return said.length === 0 ? '' : `${said.join('. ')}; ${plural(left, 'gap remains', 'gaps remain')}`;
}

function told(what: string, products: readonly string[]): readonly string[] {
  if (products.length === 0) return [];
  return [products.length === 1 ? `Gap ${what} in ${products[0]}` : `${number(products.length)} gaps ${what}`];
}

export function rowsShown(first: number, last: number, total: number): string {
  return `Products ${number(first)} to ${number(last)} of ${number(total)}`;
}

export function linesShown(first: number, last: number, total: number): string {
  return `${number(first)} to ${number(last)} of ${number(total)}`;
}

export function filterFound(count: number): string {
  return plural(count, 'product matches', 'products match');
}

/** The shown time, for who can't see the axis. */
export function shownTime(fromWall: number, untilWall: number): string {
  return `${dayWords(Math.floor(fromWall / msPerDay))} to ${dayWords(Math.floor(untilWall / msPerDay))}`;
}

// Exports

export const gapsHeading = 'Gaps';
export const noGaps = 'None.';
export const allHeading = 'All licenses and gaps';

/** `date`: as it is said. */
export function asOf(date: string, zone: string): string {
  return `As of ${date}, time zone ${zone}.`;
}

export function pageOf(page: number, count: number): string {
  return `page ${page} of ${count}`;
}

export function firstOf(count: number, total: number): string {
  return `the first ${number(count)} of ${number(total)} licenses and gaps`;
}

/** An item as a chart of tasks names it, beside its product: `Coverage gap, 24 h`, `License LIC-2027, no end`. */
export function taskName(item: TimelineItem): string {
  const { kind, label, from, until } = item;
  if (kind === 'invalid') return kindNames.invalid;
  if (kind === 'shortfall') return `${kindNames.shortfall}, ${itemSeats(item)}`;
  if (isGap(kind)) return `${kindNames[kind]}, ${duration(until - from)}`;
  const facts = [
    label === '' ? kindNames[kind] : `${kindNames[kind]} ${label}`,
    ...(kind === 'pending-term' ? ['waits for its key'] : []),
    ...(from === -Infinity ? ['no beginning'] : []),
    ...(until === Infinity ? ['no end'] : []),
  ];
  return facts.join(', ');
}

/** Another file of the same name. */
export function namesake(name: string, count: number): string {
  return `${name} (${count})`;
}

export const unlimited = 'unlimited';

export const csvColumns = [
  ...(['Product', 'Environment', 'What', 'License', 'From', 'Until', 'From (UTC)', 'Until (UTC)', 'Hours'] as const),
  ...(['Seats', 'Required', 'File', 'Line'] as const),
];

/** What stands for a name that is not to be told, by its number. */
export const anonymousNames = {
  product: (number: number): string => `Product ${number}`,
  environment: (number: number): string => `Environment ${number}`,
  license: (number: number): string => `License ${number}`,
  file: (number: number): string => `file ${number}`,
} as const;

// What the view says by itself

export const view = {
  toolbar: 'Timeline',
  grid: 'Products and their licenses over time',
  today: 'Today',
  fit: 'Fit',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  nextGap: 'Next gap',
  range: 'Shown time',
  ranges: {
    all: 'All',
    month: '1 month',
    quarter: '3 months',
    year: '1 year',
    years3: '3 years',
    years10: '10 years',
    own: 'Zoomed',
  },
  filter: 'Filter products',
  gapsOnly: 'Gaps only',
  sort: 'Sort by',
  sorts: { gap: 'Next gap', expiry: 'Expiry', name: 'Name' },
  table: 'Table',
  picture: 'Picture',
  export: 'Export',
  help: 'Keys',
  close: 'Close',
  overview: 'Overview',
  overviewFrom: 'Begin of the shown time',
  overviewUntil: 'End of the shown time',
  allFiles: 'All files',
  reveal: 'Open line',
  fix: 'Quick fix…',
  insert: 'Insert temporary license',
  showProblems: 'Show problems',
  goToLine: 'Go to line',
  example: 'Create example',
  nothingFound: 'No product matches.',
  clearFilter: 'Show all products',
  previous: 'Previous',
  next: 'Next',
  loading: 'Loading',
  cardHint: 'Click shows the line, the menu has the fixes.',
  hint: 'Arrows move, Enter opens the line, g finds the next gap, ? lists all keys.',
  columns: {
    product: 'Product',
    kind: 'What',
    name: 'License',
    from: 'From',
    until: 'Until',
    length: 'Length',
    seats: 'Seats',
    line: 'Line',
  },
  seats: 'seats',
  required: 'required',
  leave: 'F6 leaves the timeline.',
} as const;

// What the host says beside it

export const viewFailed = "The timeline can't be drawn.";
export const viewFailedRemedy =
  'Close this tab, then run “License Coverage: Show Timeline”. “License Coverage: Open Timeline as Text” says the same in words.';
export function gone(path: string): string {
  return `${shown(path)} can't be opened any more.`;
}
export const rowCopied = 'The row is on the clipboard.';
export const unknownKind = 'unknown';
/** `kinds`: names of messages. */
export function dropped(count: number, kinds: readonly string[]): string {
  return `${plural(count, 'message', 'messages')} of the timeline dropped, since nothing of the kind is expected: ${kinds.join(', ')}.`;
}

export const exporting = {
  title: 'Export Timeline',
  which: 'As what?',
  how: 'How? Nothing has to be chosen.',
  anonymous: 'Anonymize names',
  anonymousDetail: 'Products, environments, licenses and files become numbers.',
  print: 'Print theme',
  printDetail: 'Black on white, told apart by hatches.',
  svg: 'SVG',
  png: 'PNG',
  png2: 'PNG 2×',
  image: 'Copy Image',
  csv: 'CSV',
  markdown: 'Markdown',
  mermaid: 'Mermaid',
  copyMarkdown: 'Copy as Markdown',
  details: {
    svg: 'A picture that stays sharp, with text that can be searched',
    png: 'A picture as large as the timeline is now',
    png2: 'Twice as large, for print',
    image: 'The picture, to be pasted',
    csv: 'A table for spreadsheets',
    markdown: 'A table',
    mermaid: 'A Gantt chart as text, which other programs draw',
    copyMarkdown: 'The table, to be pasted',
  },
  open: 'Open',
} as const;

export function exported(file: string): string {
  return `${shown(file)} is written.`;
}
export const imageCopied = 'The picture is on the clipboard.';
export const tableCopied = 'The table is on the clipboard.';
export const nothingToExport = 'There is nothing to export: the timeline shows no licenses.';
export function exportedPages(file: string, count: number): string {
  return `${shown(file)} takes ${count} pages: they are files of their own, with -1 to -${count} in their names.`;
}

export const pictureFailed = 'The picture could not be made. It may be too large: PNG in single size or SVG may do.';
export const copyFailed = 'The picture could not be put on the clipboard. As PNG it can be saved.';
export const noPicture = 'The timeline has made no picture within 20 seconds. Nothing was exported.';
export function notWritten(file: string, reason: string): string {
  return `${shown(file)} could not be written: ${reason}`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
