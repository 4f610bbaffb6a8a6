// The picture of reports: rows, items and figures as plain data that can be sent to a view, and where each item stands.
import { msPerDay } from './calendar';
import type { ClockChange } from './clocks';
import { ruleOfGap } from './coverage';
import { headOf } from './entries';
import { getOrAdd } from './maps';
import type {
  Coverage,
  DayRule,
  Instant,
  Interval,
  LicenseDocument,
  LicenseFile,
  Report,
  SourceFile,
  Term,
} from './model';
import { placeOfGap, valueSpan } from './rules/gaps';
import { keySpan } from './rules/pending-key';
import { lineAndColumn, lineStarts, shown } from './text';
import { dayAt, isStartOfDay, utc, type Zone, zoneNamed } from './time';
import { type ItemColumns, type ItemKind, itemKinds, newColumns } from './timeline/columns';
import { type Content, contentsOf, type Reversed, type SeatStep, seatStepsOf } from './timeline/contents';
import { lanesOf } from './timeline/lanes';
import { rowOf } from './timeline/layout';
import { type Horizon, isOver, lifeOf, totalsOf } from './timeline/totals';
import * as words from './timeline/words';
import * as hostWords from './timeline/words/host';
import type { Span } from './tree';

/** Instants are ms since 1970. Nothing in it is a key, a path or a command; `null` stands for what is open, for JSON's sake. */
export interface TimelineModel {
  /** The file's name; `''`: all files. */
  readonly title: string;
  /** A number made of the file's path, to tell it from others of its name; 0: there is no file; 1: all files. */
  readonly file: number;
  readonly state: 'ok' | 'no-file' | 'no-terms' | 'too-many';
  /** The zone that the axis is in. */
  readonly zone: string;
  /** Now. */
  readonly at: number;
  /** All that is worth showing, with room around it: finite. */
  readonly from: number;
  readonly until: number;
  /** The zone's clocks over that time. */
  readonly clocks: readonly ClockChange[];
  /** What it all sums up to, in parts. */
  readonly figures: readonly Figure[];
  /** Something that the picture can't show: entries that could not be read. */
  readonly notice: string | null;
  /** What keeps the text from being read as a whole; the first few. */
  readonly problems: readonly TimelineProblem[];
  /** By environment and name. */
  readonly rows: readonly TimelineRow[];
  readonly items: ItemColumns;
  /** By item: what tells it from its neighbors. */
  readonly labels: readonly string[];
  /** The files that items stand in: `''` for the one shown, the paths of others. */
  readonly files: readonly string[];
}

/** A part of the summary, and which item it leads to. */
export interface Figure {
  readonly text: string;
  readonly leadsTo:
    | 'row'
    | 'term'
    | 'gap'
    | 'possible-gap'
    | 'pending-gap'
    | 'accepted-gap'
    | 'shortfall'
    | 'ending'
    | null;
  /** It says that all is well. */
  readonly isGood?: boolean;
}

export interface TimelineProblem {
  /** `line 12: …` */
  readonly text: string;
  /** The number by which it is asked for, as items are by theirs. */
  readonly id: number;
}

export interface TimelineRow {
  /** The same as long as the product has its name. */
  readonly key: number;
  readonly label: string;
  /** Its environment and what else tells it from others. */
  readonly detail: string | null;
  /** The worst that is ahead or goes on. `ended`: all of it is over. */
  readonly status: 'gap' | 'short' | 'possible' | 'pending' | 'ok' | 'ended';
  /** How many bars lie one below another at most; at least 1. */
  readonly lanes: number;
  /** Its items are those from `first` up to, not including, `end`. */
  readonly first: number;
  readonly end: number;
  /** When its next gap or lack of seats begins, or has begun; finite, however long ago that is. `null`: there is none. */
  readonly nextGap: number | null;
  /** When its coverage ends, if it does. */
  readonly ends: number | null;
  /** `null`: seats are no matter there. */
  readonly steps: readonly SeatStep[] | null;
}

/** A place in a file. */
export interface Place {
  readonly file: SourceFile;
  readonly span: Span;
}

/** A model and where its items stand in the files, which the view is not told. */
export interface Timeline {
  readonly model: TimelineModel;
  /** The place of an item or a problem; `undefined`: there is none of that number. */
  placeOf(id: number): Place | undefined;
  /** What an item is of. */
  coverageOf(id: number): Coverage | undefined;
  /** The item that a place of a file is in; the smallest of several. */
  itemAt(path: string, offset: number): number | undefined;
}

/** What a person may choose about the picture. */
export interface TimelineOptions {
  /** How many days before the end of a product's last license it is near. */
  readonly expiryWarningDays: number;
  /** How many licenses and gaps are drawn; of more none are. */
  readonly mostItems: number;
}

/** Beyond this from now the picture does not reach: a license until 9999 would make a year a hairline. */
const farthest = 30 * 365 * msPerDay;
/** How many problems are named. */
const mostProblems = 5;

/**
 * The products that `file` speaks of, whichever file their other terms stand in; all of them without a file. `reports`: at least one.
 */
export function timelineOf(
  reports: readonly Report[],
  file: LicenseFile | undefined,
  options: TimelineOptions,
): Timeline {
  const at = Math.max(...reports.map(report => report.at));
  const all = reports.flatMap(({ products }) => products);
  const products = file ? all.filter(coverage => isAbout(coverage, file)) : all;
  const files = file ? [file] : reports.flatMap(report => report.files);
  const zone = zoneOf((file?.terms[0] ?? products[0]?.terms[0] ?? products[0]?.required[0]?.document)?.rule);
  const reversed = reversedIn(reports);
  const contentsIn = (coverage: Coverage): readonly Content[] => contentsOf(coverage, reversed.get(coverage) ?? []);
  const contents = products.map(contentsIn);
  const total = contents.reduce((sum, { length }) => sum + length, 0);
  const isTooMany = total > options.mostItems;
  const marks = contents.flatMap(own => own.flatMap(content => ('reversed' in content ? [content.from] : [])));
  const extent = extentOf(products, at, marks);
  const items = isTooMany ? noItems() : itemsOf(products, contents, total, { at, file, options, contentsIn });
  const problems = problemsOf(reports, file);
  const totals = totalsOf(products, at);
  const state = isTooMany ? 'too-many' : products.length === 0 ? 'no-terms' : 'ok';
  const drawn = new Set(products.flatMap(coverage => reversed.get(coverage) ?? []));
  const skipped = files.reduce(
    (sum, { broken }) => sum + broken.filter(entry => !(entry.reversed && drawn.has(entry.reversed))).length,
    0,
  );
  return {
    model: {
      title: file ? shown(file.path.slice(file.path.lastIndexOf('/') + 1)) : '',
      file: file ? numberOf(file.path) : allFiles,
      state,
      zone: zone.name,
      at,
      ...extent,
      clocks: zone.changes(extent.from, extent.until),
      figures:
        state === 'ok'
          ? words.figures(totals, totals.horizon && reachOf(totals.horizon), nextEnding(products, at))
          : [
              {
                text: isTooMany ? words.tooMany(total, options.mostItems) : words.noTermsFound(file?.path),
                leadsTo: null,
              },
            ],
      notice: skipped > 0 ? words.notRead(skipped) : null,
      problems: problems.map(({ text }, i) => ({ text, id: items.labels.length + i })),
      rows: items.rows,
      items: items.columns,
      labels: items.labels,
      files: items.files,
    },
    placeOf: id => items.placeOf(id) ?? problems[id - items.labels.length]?.place,
    coverageOf: items.coverageOf,
    itemAt: items.itemAt,
  };
}

/** The number that stands for all files together. */
export const allFiles = 1;

/** What is shown before there is a license file; `at`: now. */
export function emptyTimeline(at: Instant): Timeline {
  const { from, until } = extentOf([], at, []);
  return {
    model: {
      title: '',
      file: 0,
      state: 'no-file',
      zone: 'UTC',
      at,
      from,
      until,
      clocks: utc.changes(from, until),
      figures: [{ text: hostWords.noLicenseFile, leadsTo: null }],
      notice: null,
      problems: [],
      rows: [],
      items: newColumns(0),
      labels: [],
      files: [],
    },
    placeOf: () => undefined,
    coverageOf: () => undefined,
    itemAt: () => undefined,
  };
}

/** By a term, or by asking for one where there is none at all. */
function isAbout({ terms, required }: Coverage, { path }: LicenseFile): boolean {
  if (terms.length === 0) return required.some(({ document }) => document.file.path === path);
  return terms.some(({ file }) => file.path === path);
}

/** The entries that end before they begin, by the row that they belong into, as far as there is one. */
function reversedIn(reports: readonly Report[]): ReadonlyMap<Coverage, readonly Reversed[]> {
  const found = new Map<Coverage, Reversed[]>();
  for (const { files, products } of reports) {
    const entries = files.flatMap(({ broken }) => broken.filter(({ reversed }) => reversed));
    if (entries.length === 0) continue;
    const rowOf = nativeRows(products);
    for (const { environment, product, reversed } of entries) {
      const row = rowOf({ environment, product }, reversed!.entry.document);
      if (row) getOrAdd(found, row, () => []).push(reversed!);
    }
  }
  return found;
}

type Names = Pick<Coverage, 'environment' | 'product'>;

/** Answers the row of a name; of several that of a document, and where there is no name, that one alone. */
function nativeRows(products: readonly Coverage[]): (names: Names, document: LicenseDocument) => Coverage | undefined {
  const keyOf = ({ environment, product }: Names): string =>
    `${environment?.toLowerCase() ?? '\n'}\r${product?.toLowerCase() ?? '\n'}`;
  const byNames = new Map<string, (readonly [Coverage, ReadonlySet<LicenseDocument>])[]>();
  for (const coverage of products) {
    const documents = documentsOf(coverage);
    if (documents.every(({ home }) => home === undefined))
      getOrAdd(byNames, keyOf(coverage), () => []).push([coverage, new Set(documents)]);
  }
  return (names, document) => {
    const rows = byNames.get(keyOf(names)) ?? [];
    const own = rows.find(([, documents]) => documents.has(document));
    return (own ?? (names.product === undefined ? undefined : rows[0]))?.[0];
  };
}

function documentsOf({ terms, required }: Coverage): readonly LicenseDocument[] {
  return [...terms.map(({ entry }) => entry.document), ...required.map(({ document }) => document)];
}

/** What holds for a whole picture while it is made. */
interface Context {
  readonly at: Instant;
  /** The file that the picture is of. */
  readonly file: LicenseFile | undefined;
  readonly options: TimelineOptions;
  /** What there is to draw of a product; the same whenever it is asked for. */
  readonly contentsIn: (coverage: Coverage) => readonly Content[];
}

interface Items extends Pick<Timeline, 'placeOf' | 'coverageOf' | 'itemAt'> {
  readonly rows: readonly TimelineRow[];
  readonly columns: ItemColumns;
  readonly labels: readonly string[];
  readonly files: readonly string[];
}

function noItems(): Items {
  return {
    rows: [],
    columns: newColumns(0),
    labels: [],
    files: [],
    placeOf: () => undefined,
    coverageOf: () => undefined,
    itemAt: () => undefined,
  };
}

function itemsOf(
  products: readonly Coverage[],
  contents: readonly (readonly Content[])[],
  total: number,
  context: Context,
): Items {
  const { file, contentsIn } = context;
  const columns = newColumns(total);
  const labels: string[] = [];
  const files = new Map<string, number>(file ? [[file.path, 0]] : []);
  const lineOf = linesOf();
  const keys = rowKeysOf(products);
  const rows = products.map((coverage, index): TimelineRow => {
    const own = contents[index]!;
    const first = labels.length;
    const { key, isAlone } = keys[index]!;
    const lanes = lanesOf(own);
    fillTimes(columns, first, own, coverage, context);
    const keyOf = itemKeys(key);
    for (let i = 0; i < own.length; i++) {
      const content = own[i]!;
      const place = placeIn(content, coverage);
      columns.key[first + i] = keyOf(content);
      columns.lane[first + i] = lanes[i]!;
      columns.line[first + i] = lineOf(place);
      columns.file[first + i] = getOrAdd(files, place.file.path, () => files.size);
      labels.push(('term' in content ? words.termLabel(content.term) : undefined) ?? '');
    }
    const path = pathOf(coverage);
    return {
      key,
      label: words.rowLabel(coverage.product),
      detail: words.rowDetail(coverage, isAlone || path === file?.path ? undefined : path),
      lanes: lanes.reduce((most, lane) => Math.max(most, lane + 1), 1),
      first,
      end: labels.length,
      ...aheadOf(coverage, own, context),
      steps: finiteSteps(seatStepsOf(coverage)),
    };
  });
  let places: readonly Place[] | undefined;
  return {
    rows,
    columns,
    labels,
    files: [...files.keys()].map(path => (path === file?.path ? '' : shown(path))),
    placeOf: id => {
      const coverage = products[rowOf({ rows }, id)];
      const content = coverage && contentsIn(coverage)[id - rows[rowOf({ rows }, id)]!.first];
      return content && placeIn(content, coverage);
    },
    coverageOf: id => products[rowOf({ rows }, id)],
    itemAt: (path, offset) => {
      // Made when the cursor first moves, since they are many.
      places ??= products.flatMap(coverage => contentsIn(coverage).map(content => placeIn(content, coverage)));
      return smallestAt(places, path, offset);
    },
  };
}

/** When the items of a row are, and with how many seats. */
function fillTimes(
  columns: ItemColumns,
  first: number,
  contents: readonly Content[],
  coverage: Coverage,
  { at, options }: Context,
): void {
  const { ending } = lifeOf(coverage);
  const last = ending && isNearEnd(ending.sure, at, options) && ending.last.until > at ? ending.last : undefined;
  for (let i = 0; i < contents.length; i++) {
    const content = contents[i]!;
    const zone = zoneOf(ruleOf(content, coverage));
    const id = first + i;
    columns.kind[id] = kindNumbers.get(content.kind)!;
    columns.from[id] = content.from;
    columns.until[id] = content.until;
    columns.fromWall[id] = wallOf(zone, content.from);
    columns.untilWall[id] = wallOf(zone, content.until);
    columns.isEnding[id] = last && 'term' in content && content.term === last ? 1 : 0;
    columns.seats[id] = seatsOf(content) ?? Number.NaN;
    columns.needed[id] = ('short' in content ? content.short.required : undefined) ?? Number.NaN;
  }
}

function aheadOf(
  coverage: Coverage,
  contents: readonly Content[],
  { at }: Context,
): Pick<TimelineRow, 'status' | 'nextGap' | 'ends'> {
  const next = contents.find(content => isLacking(content) && content.until > at);
  const sure = lifeOf(coverage).ending?.sure ?? Infinity;
  return {
    status: statusOf(coverage, contents, at),
    nextGap: next ? Math.max(next.from, -farthestInstant) : null,
    ends: Number.isFinite(sure) ? sure : null,
  };
}

function smallestAt(places: readonly Place[], path: string, offset: number): number | undefined {
  let [found, least] = [-1, Infinity];
  for (let id = 0; id < places.length; id++) {
    const { file, span } = places[id]!;
    if (span.start > offset || span.end < offset || span.end - span.start >= least || file.path !== path) continue;
    [found, least] = [id, span.end - span.start];
  }
  return found < 0 ? undefined : found;
}

const kindNumbers = new Map(itemKinds.map((kind, index) => [kind, index]));

interface RowKey {
  readonly key: number;
  /** No other row has its names. */
  readonly isAlone: boolean;
}

/** By its names; by its file too where those are not all that a product is known by. */
function rowKeysOf(products: readonly Coverage[]): readonly RowKey[] {
  const names = products.map(({ environment, product, pool }) => numberOf([environment, product, pool].join('\n')));
  const counts = new Map<number, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const unique = uniqueKeys();
  return products.map((coverage, index) => {
    const name = names[index]!;
    const isAlone = counts.get(name) === 1;
    const isKnown = isAlone && coverage.product !== undefined;
    return { key: unique(isKnown ? name : numberOf(pathOf(coverage), name)), isAlone };
  });
}

/** The file of a product's first license, else the one that asks for it. */
function pathOf({ terms, required }: Coverage): string {
  return (terms[0]?.file ?? required[0]!.document.file).path;
}

/** Answers the key of each item of a row. What has no name of its own is known by its beginning. */
function itemKeys(rowKey: number): (content: Content) => number {
  const unique = uniqueKeys();
  let file: SourceFile | undefined;
  let fileKey = 0;
  return content => {
    if (!('term' in content)) return unique(numberOf(`${keyWords(content)} ${content.from}`, rowKey));
    const { term } = content;
    if (term.file !== file) {
      ({ file } = term);
      fileKey = numberOf(file.path, rowKey);
    }
    return unique(numberOf(term.id ?? `\n${term.from}`, fileKey));
  };
}

function keyWords(content: Content): string {
  if ('gap' in content) return 'gap';
  return 'short' in content ? 'short' : 'reversed';
}

/** Answers a key as it is given, and one that is given again as another: two licenses may have one id. */
function uniqueKeys(): (key: number) => number {
  const counts = new Map<number, number>();
  return key => {
    const count = counts.get(key);
    counts.set(key, (count ?? 0) + 1);
    return count === undefined ? key : numberOf(String(count), key);
  };
}

function isLacking(content: Content): boolean {
  return 'short' in content || ('gap' in content && content.gap.state !== 'accepted');
}

function isNearEnd(end: Instant, at: Instant, { expiryWarningDays }: TimelineOptions): boolean {
  return end > at && end - at <= expiryWarningDays * msPerDay;
}

function seatsOf(content: Content): number | undefined {
  if ('term' in content) return content.term.seats;
  return 'short' in content ? content.short.seats : undefined;
}

/** What its dates are told by, as the Problems panel tells them. */
function ruleOf(content: Content, coverage: Coverage): DayRule {
  if ('term' in content) return content.term.rule;
  if ('gap' in content) return ruleOfGap(coverage, content.gap);
  return ('short' in content ? content.of : content.reversed).rule;
}

function placeIn(content: Content, coverage: Coverage): Place {
  if ('term' in content) return entryPlace(content.term);
  if ('reversed' in content) return { file: content.reversed.file, span: headOf(content.reversed.entry) };
  if ('short' in content) return { file: content.of.file, span: valueSpan(content.of, 'seats') };
  const { pending } = content.gap;
  return pending ? { file: pending.file, span: keySpan(pending) } : placeOfGap(coverage, content.gap);
}

function entryPlace({ file, entry: { node } }: Term): Place {
  return { file, span: { start: node.start, end: node.end } };
}

function linesOf(): (place: Place) => number {
  // By the text: files of several folders may have one path.
  const starts = new Map<string, readonly number[]>();
  return ({ file, span: { start } }) =>
    lineAndColumn(
      getOrAdd(starts, file.text, () => lineStarts(file.text)),
      start,
    ).line;
}

function zoneOf(rule: DayRule | undefined): Zone {
  return (rule && zoneNamed(rule.zone)) ?? utc;
}

/** What a zone's clocks show; at a day's beginning midnight, even where they skip that. */
function wallOf(zone: Zone, instant: Instant): number {
  if (!Number.isFinite(instant)) return instant;
  const wall = instant + zone.offsetAt(instant);
  // Asked of few, since most are midnights.
  return wall % msPerDay !== 0 && isStartOfDay(zone, instant) ? Math.floor(wall / msPerDay) * msPerDay : wall;
}

/** What is drawn in a row is what it is judged by. */
function statusOf(coverage: Coverage, contents: readonly Content[], at: Instant): TimelineRow['status'] {
  const ahead = new Set<ItemKind>();
  for (const { kind, until } of contents) if (until > at) ahead.add(kind);
  if (ahead.has('gap')) return 'gap';
  if (isOver(coverage, at)) return 'ended';
  if (ahead.has('shortfall')) return 'short';
  if (ahead.has('possible-gap')) return 'possible';
  return ahead.has('pending-gap') ? 'pending' : 'ok';
}

/** The product whose coverage ends next, if one's does; `left` in ms. */
function nextEnding(
  products: readonly Coverage[],
  at: Instant,
): { readonly coverage: Coverage; readonly left: number } | undefined {
  let next: Coverage | undefined;
  let end = Infinity;
  for (const coverage of products) {
    const sure = lifeOf(coverage).ending?.sure ?? Infinity;
    if (sure > at && sure < end) [next, end] = [coverage, sure];
  }
  return next && { coverage: next, left: end - at };
}

/** The first and the last day of which a promise can be made, each as the product's own rule has it. */
function reachOf({ from, until, begins, ends }: Horizon): words.Reach {
  const beginning = zoneOf((begins.terms[0] ?? begins.required[0]?.document)?.rule);
  const end = zoneOf((lifeOf(ends).ending?.last ?? ends.required[0]?.document)?.rule);
  return {
    first: from === -Infinity ? undefined : dayAt(beginning, from),
    last: until === Infinity ? undefined : dayAt(end, until - 1),
  };
}

/** What is wrong with the text as such, of one file or all. */
function problemsOf(
  reports: readonly Report[],
  file: LicenseFile | undefined,
): readonly { text: string; place: Place }[] {
  const lineOf = linesOf();
  return reports
    .flatMap(({ findings }) =>
      findings.filter(({ rule, file: { path } }) => rule === 'syntax' && (!file || path === file.path)),
    )
    .slice(0, mostProblems)
    .map(finding => {
      const place = { file: finding.file, span: finding.span };
      return { place, text: words.problem(lineOf(place), file ? undefined : finding.file.path, finding.message) };
    });
}

/** What is shown: the horizon and now, with a twentieth more on both sides. */
function extentOf(products: readonly Coverage[], at: Instant, marks: readonly Instant[]): Interval {
  const horizon = horizonOf(products, at, marks);
  const from = Math.min(horizon.from, at);
  const until = Math.max(horizon.until, at);
  const room = Math.max((until - from) / 20, 15 * msPerDay);
  return { from: Math.floor(from - room), until: Math.ceil(until + room) };
}

/** From the first bound within reach to the last; now alone where there is none. `marks`: where entries stand that ended before they began. */
function horizonOf(products: readonly Coverage[], at: Instant, marks: readonly Instant[]): Interval {
  let [from, until] = [Infinity, -Infinity];
  const take = (instant: Instant): void => {
    if (!(Math.abs(instant - at) <= farthest)) return;
    from = Math.min(from, instant);
    until = Math.max(until, instant);
  };
  marks.forEach(take);
  for (const coverage of products) {
    const life = lifeOf(coverage);
    take(life.from);
    take(life.until);
    // One that reaches too far has bounds within reach all the same.
    if (Number.isFinite(life.from) && Number.isFinite(life.until) && life.until - life.from <= farthest) continue;
    for (const each of [...coverage.terms, ...coverage.holes]) {
      take(each.from);
      take(each.until);
    }
  }
  return from <= until ? { from, until } : { from: at, until: at };
}

/** No date lies as far away, in ms. */
const farthestInstant = 8.64e15;

/** Steps within the time that can be drawn; open ends lie far beyond it. */
function finiteSteps(steps: readonly SeatStep[] | null): readonly SeatStep[] | null {
  if (steps === null) return null;
  return steps.map(step => ({
    ...step,
    from: Math.max(step.from, -farthestInstant),
    until: Math.min(step.until, farthestInstant),
  }));
}

/** A number that two texts hardly share, and that does not tell them: FNV-1a twice, 52 bits, never 0 or 1. */
function numberOf(text: string, seed = 0): number {
  let low = 0x811c9dc5 ^ seed;
  let high = 0x9dc5811c ^ (seed / 0x100000000);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x01000197);
  }
  return (high & 0xfffff) * 0x100000000 + (low >>> 0) + 2;
}
