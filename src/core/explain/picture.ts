// Draws a product's coverage around a time as a small picture that stands alone, and says in words what it shows.
import { msPerDay } from '../calendar';
import { ruleOfGap } from '../coverage';
import type { Coverage, Covered, DayRule, Gap, Instant, Interval, Term } from '../model';
import { patterns } from '../timeline/draw';
import { Free, place } from '../timeline/scale';
import { round, type Shape, shape } from '../timeline/shape';
import { resolvedStyle } from '../timeline/style';
import { xmlOf, xmlText } from '../timeline/xml';
import * as words from '../words/hover';
import { gapsIn } from './follows';
import { type Ground, pictureThemes } from './picture-themes';

/** What the picture is about: an instant, or a stretch with an instant as its beginning and another as its end. */
export type Focus = { readonly at: Instant } | Interval;

export interface HoverPicture {
  /** A whole SVG document of few kilobytes; it refers to nothing. */
  readonly svg: string;
  /** What it shows, without any word of a file. */
  readonly alt: string;
}

/** In pixels. */
const width = 360;
const height = 56;
const margin = 5;
const top = 16;
const barsHeight = 20;
const axis = top + barsHeight + 2.5;
const footLine = height - 2.5;
/** Less is no longer seen. */
const thinnest = 3;
/** Bars one below another; more share the last lane. */
const mostLanes = 3;
/** How many gaps the words name. */
const mostNamed = 3;

interface Scene {
  readonly shown: Interval;
  x(instant: Instant): number;
}

/** `rule`: whose clocks the dates are told by; `at`: now. */
export function hoverPicture(
  coverage: Coverage,
  rule: DayRule,
  focus: Focus,
  at: Instant,
  ground: Ground,
): HoverPicture {
  const shown = shownTime(focus, at);
  const perMs = (width - 2 * margin) / (shown.until - shown.from);
  const scene: Scene = {
    shown,
    x: instant => place(margin + (instant - shown.from) * perMs, -20, width + 20),
  };
  const terms = coverage.terms.filter(term => touches(term, shown));
  const gaps = gapsIn(coverage).filter(gap => touches(gap, shown));
  const drawn = [
    shape('path', { class: 'axis', d: `M${margin} ${axis}H${width - margin}` }),
    ...drawTerms(scene, coverage, terms, at),
    ...drawToday(scene, at),
    ...drawGaps(scene, gaps),
    ...drawFocus(scene, focus),
    ...drawFoot(scene, rule, at),
  ];
  const theme = pictureThemes[ground];
  const alt = altOf(coverage, rule, shown, terms.length, gaps, at);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>${xmlText(alt)}</title>`,
    `<style>${resolvedStyle(theme)}${ownStyle(theme['editor-foreground'])}</style>`,
    xmlOf(patterns()),
    ...drawn.map(xmlOf),
    '</svg>',
  ].join('');
  return { svg, alt };
}

function ownStyle(foreground: string): string {
  return [
    'text{font-size:11px}',
    `.axis{stroke:${foreground}}`,
    `.mark{fill:${foreground}}`,
    `.bracket{fill:none;stroke:${foreground};stroke-width:2}`,
    '.now{font-style:italic}',
    '.end{text-anchor:end}',
  ].join('');
}

function touches({ from, until }: Interval, shown: Interval): boolean {
  return from < shown.until && until > shown.from;
}

/** So much around an instant, in ms. */
const around = 60 * msPerDay;
/** How far an open end is followed, in ms. */
export const openEnd = 365 * msPerDay;
/** Beyond this from now nothing is: a license until 9999 would make a year a hairline. */
const farthest = 5 * 365 * msPerDay;

/** The time around what is pointed at, so that its neighbors are seen; finite. */
function shownTime(focus: Focus, at: Instant): Interval {
  if ('at' in focus) return { from: focus.at - around, until: focus.at + around };
  const first = Number.isFinite(focus.from) ? focus.from : Math.min(focus.until, at) - openEnd;
  const last = Number.isFinite(focus.until) ? focus.until : Math.max(first, at) + openEnd;
  const from = Math.max(first, Math.min(last, at) - farthest);
  const until = Math.min(last, Math.max(from, at) + farthest);
  const room = Math.max((until - from) / 8, 20 * msPerDay);
  return { from: from - room, until: until + room };
}

/** One bar, or several that are too near to be told apart. */
interface Bar {
  readonly left: number;
  right: number;
  readonly lane: number;
  readonly kind: string;
}

function drawTerms(scene: Scene, { segments }: Coverage, terms: readonly Term[], at: Instant): readonly Shape[] {
  const { shown, x } = scene;
  // Hundreds of licenses are drawn as what they cover together.
  const isMany = terms.length > 60;
  const pieces: readonly (Interval & { readonly state: string })[] = isMany
    ? segments.filter((segment): segment is Covered => segment.state === 'covered' && touches(segment, shown))
    : terms;
  const ends: Instant[] = [];
  const bars: Bar[] = [];
  const last = new Map<string, Bar>();
  for (const { from, until, state } of pieces) {
    const free = ends.findIndex(end => end <= from);
    const lane = free < 0 ? Math.min(ends.length, mostLanes - 1) : free;
    ends[lane] = Math.max(ends[lane] ?? -Infinity, until);
    const kind = kindOf(state, until, at);
    const [left, right] = [x(from), Math.max(x(until), x(from) + thinnest)];
    const before = last.get(`${kind} ${lane}`);
    if (before && left - before.right < 1 && (isMany || right - left < 2 * thinnest)) {
      before.right = Math.max(before.right, right);
      continue;
    }
    const bar = { left, right, lane, kind };
    last.set(`${kind} ${lane}`, bar);
    bars.push(bar);
  }
  const room = (barsHeight + 2) / Math.max(ends.length, 1);
  return bars.map(bar => drawBar(bar, top + bar.lane * room, room - 2));
}

function kindOf(state: string, until: Instant, at: Instant): string {
  if (state === 'pending') return 'pending-term';
  if (until === Infinity) return 'term perpetual';
  return until <= at ? 'term past' : 'term';
}

function drawBar({ left, right, kind }: Bar, y: number, barHeight: number): Shape {
  const box = { x: round(left), y: round(y), width: round(right - left), height: round(barHeight), rx: 2 };
  const isPending = kind === 'pending-term';
  return shape(
    'g',
    { class: `item ${kind}` },
    shape('rect', { class: 'shape', ...box }),
    ...(isPending ? [shape('rect', { class: 'hatch', ...box })] : []),
    // An end that is in view has a line of its own.
    ...(right < width ? [shape('path', { class: 'cap', d: `M${round(right)} ${round(y)}v${round(barHeight)}` })] : []),
    ...(kind === 'term perpetual' && left < width - 24
      ? [shape('path', { class: 'arrow', d: `M${width - 14} ${round(y + barHeight / 2 - 4)}l4 4l-4 4` })]
      : []),
  );
}

const gapClasses = {
  open: 'gap',
  possible: 'possible-gap',
  pending: 'pending-gap',
  accepted: 'accepted-gap',
} as const satisfies Record<Gap['state'], string>;
/** From the worst to what is meant: no gap is taken for an accepted one. */
const worst: readonly Gap['state'][] = ['open', 'possible', 'pending', 'accepted'];

interface GapBar {
  readonly left: number;
  right: number;
  state: Gap['state'];
  count: number;
  /** In ms, of the first. */
  readonly length: number;
}

/** What is too narrow is drawn as wide as it must be, and what then touches as one: a gap never goes under. */
function drawGaps({ x }: Scene, gaps: readonly Gap[]): readonly Shape[] {
  const bars: GapBar[] = [];
  const isNarrow = ({ left, right }: Pick<GapBar, 'left' | 'right'>): boolean => right - left <= thinnest;
  for (const { from, until, state } of gaps) {
    const center = (x(from) + x(until)) / 2;
    const half = Math.max(x(until) - x(from), thinnest) / 2;
    const bar = { left: center - half, right: center + half, state, count: 1, length: until - from };
    const before = bars.at(-1);
    if (before && bar.left - before.right < 1 && isNarrow(bar) && (before.count > 1 || isNarrow(before))) {
      before.right = bar.right;
      before.count++;
      if (worst.indexOf(state) < worst.indexOf(before.state)) before.state = state;
    } else bars.push(bar);
  }
  const labels = new Free();
  return bars.map(bar => drawGap(bar, labels));
}

function drawGap({ left, right, state, count, length }: GapBar, labels: Free): Shape {
  const box = { x: round(left), y: top - 1, width: round(right - left), height: barsHeight + 2 };
  const middle = (Math.max(left, margin) + Math.min(right, width - margin)) / 2;
  const text = count === 1 ? words.gapLabel(state, length) : words.gapCount(count);
  const room = widthOf(text) * 1.1;
  const start = place(middle - room / 2, margin, width - margin - room);
  const label = labels.take(start - 3, start + room + 3)
    ? [shape('text', { class: 'gap-label', x: round(start), y: 11 }, text)]
    : labels.take(middle - 5, middle + 5)
      ? [shape('path', { class: 'marker', d: `M${round(middle - 4)} 8h8l-4 5z` })]
      : [];
  return shape(
    'g',
    { class: `item ${gapClasses[state]}` },
    shape('rect', { class: 'shape', ...box }),
    shape('rect', { class: 'hatch', ...box }),
    ...label,
  );
}

function drawToday({ shown, x }: Scene, at: Instant): readonly Shape[] {
  if (at < shown.from || at > shown.until) return [];
  return [shape('path', { class: 'today', d: `M${round(x(at))} ${top - 2}V${axis + 4}` })];
}

/** What is pointed at: a triangle below its instant, or a bracket below its stretch. */
function drawFocus({ x }: Scene, focus: Focus): readonly Shape[] {
  const y = axis + 1.5;
  if ('at' in focus) {
    return [shape('path', { class: 'mark', d: `M${round(x(focus.at))} ${y}l4 6h-8z` })];
  }
  const left = place(x(focus.from), 1, width - 1);
  const right = Math.max(place(x(focus.until), 1, width - 1), left + thinnest);
  return [shape('path', { class: 'bracket', d: `M${round(left)} ${y}v3H${round(right)}v-3` })];
}

/** Today, and the first and the last day where there is room for them. */
function drawFoot({ shown, x }: Scene, rule: DayRule, at: Instant): readonly Shape[] {
  const texts = new Free();
  const foot: Shape[] = [];
  if (at >= shown.from && at <= shown.until) {
    const room = widthOf(words.today);
    const left = place(x(at) - room / 2, margin, width - margin - room);
    texts.take(left - 4, left + room + 4);
    foot.push(shape('text', { class: 'now', x: round(left), y: footLine }, words.today));
  }
  const [first, last] = [words.dayOf(rule, shown.from), words.dayOf(rule, shown.until)];
  if (texts.take(0, margin + widthOf(first))) foot.push(shape('text', { x: margin, y: footLine }, first));
  if (texts.take(width - margin - widthOf(last), width))
    foot.push(shape('text', { class: 'end', x: width - margin, y: footLine }, last));
  return foot;
}

/** About how wide a text is drawn, in pixels; letters of other scripts may be twice as wide. */
function widthOf(text: string): number {
  let length = 0;
  for (const character of text) length += character > '\u02ff' ? 11 : /[\s.,:;'ijlt()|]/.test(character) ? 3.6 : 6.4;
  return length;
}

function altOf(
  coverage: Coverage,
  rule: DayRule,
  shown: Interval,
  licenses: number,
  gaps: readonly Gap[],
  at: Instant,
): string {
  const isToday = at >= shown.from && at <= shown.until;
  return words.pictureAlt({
    from: words.dayOf(rule, shown.from),
    until: words.dayOf(rule, shown.until),
    licenses,
    gaps: gaps.slice(0, mostNamed).map(gap => words.pictureGap(gap.state, ruleOfGap(coverage, gap), gap)),
    more: Math.max(gaps.length - mostNamed, 0),
    today: isToday ? words.dayOf(rule, at) : undefined,
  });
}
