// The picture of a report: rows, items and words, as plain data that can be sent to a view.
import { msPerDay } from './calendar';
import type { ClockChange } from './clocks';
import { gapsOf } from './coverage';
import { getOrAdd } from './maps';
import type { Coverage, Gap, Instant, Interval, LicenseFile, Report, SourceFile, Term } from './model';
import { placeOfGap } from './rules/gaps';
import { keySpan } from './rules/pending-key';
import { lineAndColumn, lineStarts } from './text';
import { utc, type Zone, zoneNamed } from './time';
import { isOver, totalsOf } from './timeline-totals';
import type { Span } from './tree';
import * as words from './words';

/** Instants are ms since 1970; open ends are `null`. Nothing in it is a key, a path or a command. */
export interface TimelineModel {
  /** The file's name. */
  readonly title: string;
  /** A number made of the file's path, to tell it from others of its name; 0: there is no file. */
  readonly file: number;
  readonly zone: string;
  /** Now. */
  readonly at: number;
  /** All that is worth showing, with room around it: finite. */
  readonly from: number;
  readonly until: number;
  /** The zone's clocks over that time. */
  readonly clocks: readonly ClockChange[];
  readonly summary: string;
  /** Something that the picture can't show: entries that could not be read, or are too many. */
  readonly notice: string | null;
  readonly rows: readonly TimelineRow[];
}

export interface TimelineRow {
  /** The same as long as the product has its name. */
  readonly key: string;
  readonly label: string;
  readonly detail: string | null;
  /** Both and the status, in one sentence. */
  readonly name: string;
  /** The worst that is ahead or goes on. `ended`: all of it is over. */
  readonly status: 'gap' | 'possible' | 'pending' | 'ok' | 'ended';
  /** How many bars lie one below another at most; at least 1. */
  readonly lanes: number;
  /** In the order of time. */
  readonly items: readonly TimelineItem[];
}

export interface TimelineItem {
  /** Valid for this model alone. */
  readonly id: number;
  /** The same as long as the item is, across models. */
  readonly key: string;
  readonly kind: 'term' | 'pending-term' | 'gap' | 'possible-gap' | 'pending-gap' | 'accepted-gap';
  readonly from: number | null;
  readonly until: number | null;
  /** From 0; a gap stands across all. */
  readonly lane: number;
  readonly label: string;
  /** All there is to know of it, in one sentence. */
  readonly name: string;
  readonly past: boolean;
}

/** A model and where its items stand in the files, which the view is not told. */
export interface Timeline {
  readonly model: TimelineModel;
  /** By the item's id. */
  readonly places: readonly { readonly file: SourceFile; readonly span: Span }[];
}

/** How many items a picture holds; of more, those nearest to now are drawn. */
const mostItems = 5_000;

/** Beyond this from now the picture does not reach: a license until 9999 would make a year a hairline. */
const farthest = 30 * 365 * msPerDay;

/** The products that `file` speaks of, whichever file their other terms stand in. */
export function timelineOf(report: Report, file: LicenseFile): Timeline {
  const { at } = report;
  const products = report.products.filter(coverage => isAbout(coverage, file));
  const zone = zoneNamed((file.terms[0] ?? products[0]?.required[0]?.document)?.rule.zone ?? 'UTC') ?? utc;
  const context: Context = { at, zone, shown: file, lineOf: linesOf(), places: [] };
  const contents = products.map(contentsOf);
  const total = contents.reduce((sum, { length }) => sum + length, 0);
  const drawn = drawable(contents, at);
  const rows = products.map((coverage, i) => rowOf(coverage, drawn[i]!, context));
  const { from, until } = extentOf(products, at);
  return {
    model: {
      title: file.path.slice(file.path.lastIndexOf('/') + 1),
      file: numberOf(file.path),
      zone: zone.name,
      at,
      from,
      until,
      clocks: zone.changes(from, until),
      summary: rows.length === 0 ? words.noTerms : words.timelineSummary(totalsOf(products, at), zone),
      notice:
        [
          ...(file.broken.length > 0 ? [words.notRead(file.broken.length)] : []),
          ...(total > mostItems ? [words.notDrawn(mostItems, total)] : []),
        ].join(' ') || null,
      rows,
    },
    places: context.places,
  };
}

/** By a term, or by asking for one where there is none at all. */
function isAbout({ terms, required }: Coverage, { path }: LicenseFile): boolean {
  if (terms.length === 0) return required.some(({ document }) => document.file.path === path);
  return terms.some(({ file }) => file.path === path);
}

/** What is shown before there is a license file; `at`: now. */
export function emptyTimeline(at: Instant): Timeline {
  const { from, until } = extentOf([], at);
  const clocks = utc.changes(from, until);
  const summary = words.noLicenseFile;
  return {
    model: { title: '', file: 0, zone: 'UTC', at, from, until, clocks, summary, notice: null, rows: [] },
    places: [],
  };
}

/** What holds for a whole picture while it is made. */
interface Context {
  readonly at: Instant;
  readonly zone: Zone;
  /** The file that the picture is of. */
  readonly shown: SourceFile;
  readonly lineOf: LineOf;
  readonly places: Place[];
}

type Place = Timeline['places'][number];

/** A license or a gap that is to be drawn. */
type Content = Interval & ({ readonly term: Term } | { readonly gap: Gap });

/** In the order of time. A last day that may not count is drawn even where the open gap after it tells of it. */
function contentsOf({ terms, segments }: Coverage): readonly Content[] {
  return [
    ...terms.map(term => ({ from: term.from, until: term.until, term })),
    ...segments.flatMap(gap => (gap.state === 'covered' ? [] : [{ from: gap.from, until: gap.until, gap }])),
  ].sort((a, b) => a.from - b.from || a.until - b.until || 0);
}

/** Of more than a picture holds, those nearest to now. */
function drawable(contents: readonly (readonly Content[])[], at: Instant): readonly (readonly Content[])[] {
  const all = contents.flat();
  if (all.length <= mostItems) return contents;
  const distance = ({ from, until }: Interval): number => Math.max(from - at, at - until, 0);
  const nearest = new Set(all.sort((a, b) => distance(a) - distance(b)).slice(0, mostItems));
  return contents.map(list => list.filter(content => nearest.has(content)));
}

type LineOf = (file: SourceFile, span: Span) => number;

function linesOf(): LineOf {
  const starts = new Map<string, readonly number[]>();
  return (file, { start }) =>
    lineAndColumn(
      getOrAdd(starts, file.path, () => lineStarts(file.text)),
      start,
    ).line;
}

function rowOf(coverage: Coverage, contents: readonly Content[], context: Context): TimelineRow {
  const { environment, product, pool } = coverage;
  const status = statusOf(coverage, context.at);
  const key = `${environment ?? ''}\n${product ?? ''}\n${pool ?? ''}`;
  const lanes = lanesOf(contents);
  const used = new Map<string, number>();
  return {
    key,
    label: words.productName(product),
    detail: words.rowDetail(coverage),
    name: words.rowName(coverage, status),
    status,
    lanes: lanes.reduce((most, lane) => Math.max(most, lane + 1), 1),
    items: contents.map((content, i) => {
      const { from, until } = content;
      const { place, itemKey, ...item } =
        'term' in content ? termItem(content.term, coverage, context) : gapItem(content.gap, coverage, context);
      const count = (used.get(itemKey) ?? 0) + 1;
      used.set(itemKey, count);
      return {
        ...item,
        id: context.places.push(place) - 1,
        // Two licenses may have one id, or none.
        key: `${key}\n${itemKey}${count === 1 ? '' : `\n${count}`}`,
        from: finite(from),
        until: finite(until),
        lane: lanes[i]!,
        past: until <= context.at,
      };
    }),
  };
}

type Described = Pick<TimelineItem, 'kind' | 'label' | 'name'> & { readonly place: Place; readonly itemKey: string };

function termItem(term: Term, coverage: Coverage, context: Context): Described {
  const span = { start: term.entry.node.start, end: term.entry.node.end };
  const place = { file: term.file, span };
  return {
    kind: term.state === 'pending' ? 'pending-term' : 'term',
    label: words.termItemLabel(term) ?? words.termName(term),
    name: words.termItemName(term, coverage, lineWords(place, context)),
    place,
    itemKey: `term ${numberOf(term.file.path)} ${term.id ?? ''}`,
  };
}

function gapItem(gap: Gap, coverage: Coverage, context: Context): Described {
  const place = gapPlace(coverage, gap);
  return {
    kind: gap.state === 'open' ? 'gap' : `${gap.state}-gap`,
    label: words.gapItemLabel(gap),
    name: words.gapItemName(gap, coverage, context.zone, lineWords(place, context)),
    place,
    itemKey: `gap ${gap.from}`,
  };
}

function gapPlace(coverage: Coverage, gap: Gap): Place {
  const { pending } = gap;
  return pending ? { file: pending.file, span: keySpan(pending) } : placeOfGap(coverage, gap);
}

/** `line 4`; the file too, where it is another than the one shown. */
function lineWords({ file, span }: Place, { shown, lineOf }: Context): string {
  return words.line(lineOf(file, span), file.path === shown.path ? undefined : file.path);
}

/** Licenses beyond this many at one time share the last lane. */
const mostLanes = 12;

/** A lane for each license: the first in which it covers none that began before it. Gaps stand across all. */
function lanesOf(contents: readonly Content[]): readonly number[] {
  const ends: Instant[] = [];
  return contents.map(content => {
    if ('gap' in content) return 0;
    const free = ends.findIndex(end => end <= content.from);
    const lane = free < 0 ? Math.min(ends.length, mostLanes - 1) : free;
    ends[lane] = Math.max(ends[lane] ?? -Infinity, content.until);
    return lane;
  });
}

function statusOf(coverage: Coverage, at: Instant): TimelineRow['status'] {
  const ahead = gapsOf(coverage).filter(({ until }) => until > at);
  const has = (wanted: Gap['state']): boolean => ahead.some(({ state }) => state === wanted);
  if (has('open')) return 'gap';
  if (isOver(coverage, at)) return 'ended';
  if (has('possible')) return 'possible';
  return has('pending') ? 'pending' : 'ok';
}

/** What is shown: the horizon and now, with a twentieth more on both sides. */
function extentOf(products: readonly Coverage[], at: Instant): Interval {
  const horizon = horizonOf(products, at);
  const from = Math.min(horizon.from, at);
  const until = Math.max(horizon.until, at);
  const room = Math.max((until - from) / 20, 15 * msPerDay);
  return { from: Math.floor(from - room), until: Math.ceil(until + room) };
}

/** From the first bound within reach to the last; now alone where there is none. */
function horizonOf(products: readonly Coverage[], at: Instant): Interval {
  const bounds = products
    .flatMap(({ segments }) => segments.flatMap(({ from, until }) => [from, until]))
    .filter(instant => Math.abs(instant - at) <= farthest);
  return bounds.reduce(
    ({ from, until }, instant) => ({ from: Math.min(from, instant), until: Math.max(until, instant) }),
    bounds.length > 0 ? { from: Infinity, until: -Infinity } : { from: at, until: at },
  );
}

function finite(instant: Instant): number | null {
  return Number.isFinite(instant) ? instant : null;
}

/** A number that two paths hardly share, and that does not tell them: FNV-1a, 32 bits, never 0. */
function numberOf(path: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < path.length; i++) hash = Math.imul(hash ^ path.charCodeAt(i), 0x01000193);
  return hash >>> 0 || 1;
}
