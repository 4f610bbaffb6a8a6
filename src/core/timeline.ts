// The picture of a report: rows, items and words, as plain data that can be sent to a view.
import { msPerDay } from './calendar';
import type { ClockChange } from './clocks';
import { gapsOf } from './coverage';
import type { Coverage, Instant, Interval, LicenseFile, Report, Segment, SourceFile, Term } from './model';
import { dateSpan } from './rules/gaps';
import { keySpan } from './rules/pending-key';
import { lineAndColumn, lineStarts } from './text';
import { utc, type Zone, zoneNamed } from './time';
import type { Span } from './tree';
import * as words from './words';

/** Instants are ms since 1970; open ends are `null`. Nothing in it is a key, a path or a command. */
export interface TimelineModel {
  /** The file's name. */
  readonly title: string;
  readonly zone: string;
  /** Now. */
  readonly at: number;
  /** All that is worth showing, with room around it: finite. */
  readonly from: number;
  readonly until: number;
  /** The zone's clocks over that time. */
  readonly clocks: readonly ClockChange[];
  readonly summary: string;
  /** Something that the picture can't show: entries that could not be read. */
  readonly notice: string | null;
  readonly rows: readonly TimelineRow[];
}

export interface TimelineRow {
  /** The same as long as the product has its name. */
  readonly key: string;
  readonly label: string;
  readonly detail: string | null;
  readonly status: 'gap' | 'possible' | 'pending' | 'ok';
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

/** Beyond this from now the picture does not reach: a license until 9999 would make a year a hairline. */
const farthest = 30 * 365 * msPerDay;

/** The products that have a term in `file`, whichever file their other terms stand in. */
export function timelineOf(report: Report, file: LicenseFile): Timeline {
  const products = report.products.filter(({ terms }) => terms.some(term => term.file.path === file.path));
  const zone = zoneNamed(file.terms[0]?.rule.zone ?? 'UTC') ?? utc;
  const lineOf = linesOf();
  const places: Timeline['places'][number][] = [];
  const rows = products.map(coverage => rowOf(coverage, report.at, zone, lineOf, places));
  const { from, until } = extentOf(products, report.at);
  return {
    model: {
      title: file.path.slice(file.path.lastIndexOf('/') + 1),
      zone: zone.name,
      at: report.at,
      from,
      until,
      clocks: zone.changes(from, until),
      summary: words.timelineSummary(products, horizonOf(products, report.at), zone),
      notice: file.broken.length > 0 ? words.notRead(file.broken.length) : null,
      rows,
    },
    places,
  };
}

type LineOf = (file: SourceFile, span: Span) => number;

function linesOf(): LineOf {
  const starts = new Map<string, readonly number[]>();
  return (file, { start }) => {
    const known = starts.get(file.path) ?? lineStarts(file.text);
    starts.set(file.path, known);
    return lineAndColumn(known, start).line;
  };
}

function rowOf(
  coverage: Coverage,
  at: Instant,
  zone: Zone,
  lineOf: LineOf,
  places: Timeline['places'][number][],
): TimelineRow {
  const { environment, product, terms, segments } = coverage;
  const key = `${environment ?? ''}\n${product ?? ''}`;
  const lanes = lanesOf(terms);
  const seen = new Map<string, number>();
  const gaps = gapsOf(segments);
  const items = [
    ...terms.map((term, i) => ({
      ...termItem(term, at, coverage, lineOf),
      lane: lanes[i]!,
      from: term.from,
      until: term.until,
      ...placeOf(term),
    })),
    ...gaps.map(gap => ({
      ...gapItem(gap, at, zone, coverage, lineOf),
      lane: 0,
      from: gap.from,
      until: gap.until,
      ...gapPlace(gap),
    })),
  ].sort((a, b) => a.from - b.from || a.until - b.until || 0);
  return {
    key,
    label: words.productName(product),
    detail: environment === undefined ? null : words.environmentName(environment),
    status: statusOf(segments, at),
    lanes: lanes.reduce((most, lane) => Math.max(most, lane + 1), 1),
    items: items.map(({ place, itemKey, from, until, ...item }) => {
      places.push(place);
      // Two licenses may have one id, or none.
      const nth = (seen.get(itemKey) ?? 0) + 1;
      seen.set(itemKey, nth);
      const id = places.length - 1;
      return { ...item, id, key: `${key}\n${itemKey} ${nth}`, from: finite(from), until: finite(until) };
    }),
  };
}

type Words = Pick<TimelineItem, 'kind' | 'label' | 'name' | 'past'>;

function termItem(term: Term, at: Instant, coverage: Coverage, lineOf: LineOf): Words {
  return {
    kind: term.state === 'pending' ? 'pending-term' : 'term',
    label: words.termName(term),
    name: words.termItemName(term, coverage, lineOf(term.file, term.entry.node)),
    past: term.until <= at,
  };
}

function gapItem(gap: Segment, at: Instant, zone: Zone, coverage: Coverage, lineOf: LineOf): Words {
  const { place } = gapPlace(gap);
  return {
    kind: gap.state === 'open' || gap.state === 'covered' ? 'gap' : `${gap.state}-gap`,
    label: words.gapItemLabel(gap),
    name: words.gapItemName(gap, coverage, zone, place && lineOf(place.file, place.span)),
    past: gap.until <= at,
  };
}

function placeOf(term: Term) {
  const span = { start: term.entry.node.start, end: term.entry.node.end };
  return { place: { file: term.file, span }, itemKey: `term ${term.file.path} ${term.id ?? ''}` };
}

function gapPlace(gap: Segment) {
  if (gap.pending) {
    return { place: { file: gap.pending.file, span: keySpan(gap.pending) }, itemKey: `gap ${gap.from}` };
  }
  const neighbor = (gap.before ?? gap.after)!;
  const span = dateSpan(neighbor, gap.before ? 'expires' : 'starts');
  return { place: { file: neighbor.file, span }, itemKey: `gap ${gap.from}` };
}

/** Terms beyond this many at one time share the last lane. */
const mostLanes = 12;

/** A lane for each term: the first in which it covers none that began before it. */
function lanesOf(terms: readonly Term[]): readonly number[] {
  const ends: Instant[] = [];
  return terms.map(({ from, until }) => {
    const free = ends.findIndex(end => end <= from);
    const lane = free < 0 ? Math.min(ends.length, mostLanes - 1) : free;
    ends[lane] = until;
    return lane;
  });
}

/** The worst that is still to come or going on. */
function statusOf(segments: readonly Segment[], at: Instant): TimelineRow['status'] {
  const ahead = gapsOf(segments).filter(({ until }) => until > at);
  if (ahead.some(({ state }) => state === 'open')) return 'gap';
  if (ahead.some(({ state }) => state === 'possible')) return 'possible';
  return ahead.some(({ state }) => state === 'pending') ? 'pending' : 'ok';
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
