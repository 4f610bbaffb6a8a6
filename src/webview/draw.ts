// Draws the model: an axis, a row for each product, bars for licenses, bands for gaps.
import { ticks } from '../core/ticks';
import type { TimelineItem, TimelineModel, TimelineRow } from '../core/timeline';
import { svg } from './dom';
import type { Shown } from './viewport';

/** Sizes in pixels. */
export const gutter = 176;
const axisHeight = 44;
const laneHeight = 26;
const barHeight = 22;
/** Above a row's bars, where the labels of its gaps stand. */
const headHeight = 22;
const rowGap = 8;
/** A gap is never thinner than this, and never harder to hit than that. */
const thinnest = 3;
const hitWidth = 24;
/** About what a character of a label takes. */
const characterWidth = 6.8;

export interface Scene {
  readonly model: TimelineModel;
  readonly words: Readonly<Record<string, string>>;
  readonly shown: Shown;
  /** Of the whole drawing, names included. */
  readonly width: number;
}

/** From an instant to a place between the names and the right edge; open ends lie beyond. */
function scaleOf({ shown, width }: Scene): (instant: number | null, open: number) => number {
  const perMs = (width - gutter) / (shown.until - shown.from);
  return (instant, open) => gutter + ((instant ?? open) - shown.from) * perMs;
}

export function drawAxis(scene: Scene): SVGSVGElement {
  const { model, shown, width, words } = scene;
  const x = scaleOf(scene);
  const { minor, major } = ticks(shown, width - gutter, model.clocks, (words.months ?? '').split(' '));
  const root = svg('svg', { class: 'axis', width, height: axisHeight, 'aria-hidden': 'true' });
  major.forEach(({ at, label }, i) => {
    // The label of what runs stays in view while its beginning is out of it.
    const left = Math.max(x(at, 0), gutter);
    const right = major[i + 1] ? x(major[i + 1]!.at, 0) : width;
    if (right - left > label.length * characterWidth + 8)
      root.append(svg('text', { class: 'major', x: left + 4, y: 16 }, label));
    if (x(at, 0) >= gutter) root.append(svg('path', { class: 'tick', d: `M${x(at, 0)} 4V22` }));
  });
  for (const { at, label } of minor) {
    const left = x(at, 0);
    if (left < gutter || left > width) continue;
    root.append(svg('path', { class: 'tick', d: `M${left} 26V${axisHeight}` }));
    if (left + label.length * characterWidth < width)
      root.append(svg('text', { class: 'minor', x: left + 4, y: 39 }, label));
  }
  root.append(svg('text', { class: 'zone', x: 16, y: 39 }, clipped(model.zone, gutter - 24)));
  const today = x(model.at, 0);
  if (today >= gutter && today <= width) {
    root.append(svg('path', { class: 'today-mark', d: `M${today - 5} ${axisHeight - 7}h10l-5 7z` }));
  }
  return root;
}

export interface Drawing {
  readonly root: SVGSVGElement;
  /** The focusable element of each item, by its key. */
  readonly elements: ReadonlyMap<string, SVGGElement>;
}

export function drawRows(scene: Scene): Drawing {
  const { model, words, width } = scene;
  const elements = new Map<string, SVGGElement>();
  const rows: SVGGElement[] = [];
  let top = 6;
  model.rows.forEach((row, index) => {
    rows.push(drawRow(scene, row, index, top, elements));
    top += heightOf(row);
  });
  const root = svg(
    'svg',
    { class: 'rows', width, height: top, role: 'grid', 'aria-label': words.grid, 'aria-rowcount': model.rows.length },
    patterns(),
    drawLines(scene, top),
    ...rows,
  );
  return { root, elements };
}

function heightOf({ lanes }: TimelineRow): number {
  return headHeight + lanes * laneHeight + rowGap;
}

/** The hatches that tell pending, gap and accepted apart without color. */
function patterns(): SVGDefsElement {
  const hatch = (id: string, angle: number, size: number): SVGPatternElement =>
    svg(
      'pattern',
      {
        id,
        class: id,
        width: size,
        height: size,
        patternUnits: 'userSpaceOnUse',
        patternTransform: `rotate(${angle})`,
      },
      svg('path', { d: `M0 0V${size}` }),
    );
  return svg('defs', {}, hatch('hatch-gap', 45, 6), hatch('hatch-pending', -45, 8), hatch('hatch-accepted', 45, 8));
}

function drawLines(scene: Scene, height: number): SVGGElement {
  const { model, shown, width, words } = scene;
  const x = scaleOf(scene);
  const { minor } = ticks(shown, width - gutter, model.clocks, (words.months ?? '').split(' '));
  const lines = svg('g', { 'aria-hidden': 'true' });
  for (const { at } of minor) {
    const left = x(at, 0);
    if (left > gutter && left < width) lines.append(svg('path', { class: 'grid-line', d: `M${left} 0V${height}` }));
  }
  const today = x(model.at, 0);
  if (today >= gutter && today <= width) lines.append(svg('path', { class: 'today', d: `M${today} 0V${height}` }));
  return lines;
}

function drawRow(
  scene: Scene,
  row: TimelineRow,
  index: number,
  top: number,
  elements: Map<string, SVGGElement>,
): SVGGElement {
  const { width } = scene;
  const x = scaleOf(scene);
  const height = heightOf(row);
  const middle = top + headHeight + (row.lanes * laneHeight) / 2;
  const header = svg(
    'g',
    { role: 'rowheader', 'aria-colindex': 1, 'aria-label': row.detail ? `${row.label}, ${row.detail}` : row.label },
    svg('rect', { class: 'gutter', x: 0, y: top, width: gutter, height }),
    statusMark(row.status, 16, middle),
    svg('text', { class: 'product', x: 32, y: row.detail ? middle - 2 : middle + 4 }, clipped(row.label, gutter - 40)),
    ...(row.detail
      ? [svg('text', { class: 'environment', x: 32, y: middle + 13 }, clipped(row.detail, gutter - 40))]
      : []),
  );
  const labels = new Free();
  const cells = row.items.map((item, i) => {
    const element = drawItem(item, row, x, top, width, labels);
    element.setAttribute('aria-colindex', String(i + 2));
    elements.set(item.key, element);
    return element;
  });
  // Gaps are drawn last, so that nothing ever covers one, but read in the order of time.
  const order = new Map(cells.map((cell, i) => [cell, isGap(row.items[i]!) ? 1 : 0]));
  const drawn = [...cells].sort((a, b) => order.get(a)! - order.get(b)!);
  return svg(
    'g',
    { role: 'row', 'aria-rowindex': index + 1, class: 'row' },
    svg('path', { class: 'row-line', d: `M0 ${top + height - 2}H${width}`, 'aria-hidden': 'true' }),
    ...drawn,
    header,
  );
}

export function isGap({ kind }: TimelineItem): boolean {
  return kind.endsWith('gap');
}

/** A shape a state: a triangle warns, a ring waits, a check is well. */
function statusMark(status: TimelineRow['status'], x: number, y: number): SVGPathElement {
  const shapes = {
    gap: `M${x} ${y - 6}l7 12h-14zM${x} ${y - 2}v4M${x} ${y + 4}v.5`,
    possible: `M${x} ${y - 6}l7 12h-14z`,
    pending: `M${x - 5} ${y}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0`,
    ok: `M${x - 5} ${y}l4 4l7 -8`,
  };
  return svg('path', { class: `status ${status}`, d: shapes[status], 'aria-hidden': 'true' });
}

function drawItem(
  item: TimelineItem,
  row: TimelineRow,
  x: ReturnType<typeof scaleOf>,
  top: number,
  width: number,
  labels: Free,
): SVGGElement {
  const from = Math.max(x(item.from, -8.64e15), gutter - 20);
  const until = Math.min(x(item.until, 8.64e15), width + 20);
  const cell = svg('g', {
    role: 'gridcell',
    class: `item ${item.kind}${item.past ? ' past' : ''}`,
    'aria-label': item.name,
    'data-key': item.key,
    tabindex: -1,
  });
  // What lies out of view has no shape, but is there for the keyboard, which brings it into view.
  if (until < gutter || from > width) return cell;
  const shape = isGap(item) ? drawGap : drawTerm;
  shape(cell, item, row, from, Math.max(until, from), top + headHeight, labels);
  return cell;
}

function drawTerm(
  cell: SVGGElement,
  item: TimelineItem,
  _row: TimelineRow,
  from: number,
  until: number,
  top: number,
): void {
  const y = top + item.lane * laneHeight + (laneHeight - barHeight) / 2;
  const box = { x: from, y, width: Math.max(until - from, 1), height: barHeight, rx: 3 };
  cell.append(svg('rect', { class: 'shape', ...box }));
  if (item.kind === 'pending-term') cell.append(svg('rect', { class: 'hatch', ...box }));
  if (item.until === null) cell.append(svg('path', { class: 'arrow', d: `M${until - 30} ${y + 5}l6 6l-6 6` }));
  const left = Math.max(from, gutter) + 8;
  const text = clipped(item.label, until - left - (item.until === null ? 34 : 8));
  if (text.length > 1) cell.append(svg('text', { class: 'label', x: left, y: y + 15 }, text));
}

function drawGap(
  cell: SVGGElement,
  item: TimelineItem,
  row: TimelineRow,
  from: number,
  until: number,
  top: number,
  labels: Free,
): void {
  const width = Math.max(until - from, thinnest);
  const height = row.lanes * laneHeight;
  // An open end is far away, and so would its middle be.
  const middle = item.until === null ? Math.max(from, gutter) + 20 : from + width / 2;
  const hit = Math.max(width, hitWidth);
  cell.append(
    svg('rect', { class: 'shape', x: from, y: top, width, height }),
    svg('rect', { class: 'hatch', x: from, y: top, width, height }),
    svg('path', { class: 'marker', d: `M${middle - 5} ${top - 7}h10l-5 6z` }),
  );
  const length = item.label.length * characterWidth;
  const left = Math.max(middle - length / 2, gutter + 4);
  // The label stands above; beside the marker where another label has taken the place.
  if (labels.take(left - 4, left + length + 4))
    cell.append(svg('text', { class: 'gap-label', x: left, y: top - 10 }, item.label));
  // On top of all, so that a hairline is as easy to hit as anything.
  cell.append(
    svg('rect', { class: 'hit', x: middle - hit / 2, y: top - headHeight, width: hit, height: height + headHeight }),
  );
}

/** Stretches of a line that are still free for labels. */
class Free {
  private readonly taken: (readonly [number, number])[] = [];

  take(from: number, until: number): boolean {
    if (this.taken.some(([a, b]) => from < b && until > a)) return false;
    this.taken.push([from, until]);
    return true;
  }
}

/** As much of a text as fits into a width, with an ellipsis for the rest. */
function clipped(text: string, width: number): string {
  const most = Math.floor(width / characterWidth);
  if (text.length <= most) return text;
  return most > 2 ? `${[...text].slice(0, most - 1).join('')}…` : '';
}
