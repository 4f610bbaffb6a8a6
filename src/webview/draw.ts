// Draws the model: an axis, a row for each product, bars for licenses, bands for gaps.
import { ticks } from '../core/ticks';
import type { TimelineItem, TimelineModel, TimelineRow } from '../core/timeline';
import { svg } from './dom';
import { clipped, readFonts, widthOf } from './measure';
import type { Shown } from './viewport';

/** Sizes in pixels. */
const axisHeight = 44;
const laneHeight = 26;
const barHeight = 22;
/** Above a row's bars, where the labels of its gaps stand. */
const headHeight = 22;
const rowGap = 8;
/** A gap is never thinner than this, and never harder to hit than that. */
const thinnest = 3;
const hitWidth = 24;

export interface Scene {
  readonly model: TimelineModel;
  readonly words: Readonly<Record<string, string>>;
  readonly shown: Shown;
  /** Of the whole drawing, names included. */
  readonly width: number;
}

/** How much of the width the names of the products take, in pixels. */
export function gutterOf(width: number): number {
  return Math.round(Math.min(Math.max(width * 0.3, 120), 176));
}

/** From an instant to a place between the names and the right edge; open ends lie beyond. */
function scaleOf({ shown, width }: Scene): (instant: number | null, open: number) => number {
  const gutter = gutterOf(width);
  const perMs = (width - gutter) / (shown.until - shown.from);
  return (instant, open) => gutter + ((instant ?? open) - shown.from) * perMs;
}

export function drawAxis(scene: Scene): SVGSVGElement {
  readFonts();
  const { model, shown, width, words } = scene;
  const x = scaleOf(scene);
  const gutter = gutterOf(width);
  const { minor, major } = ticks(shown, width - gutter, model.clocks, (words.months ?? '').split(' '));
  const root = svg('svg', { class: 'axis', width, height: axisHeight, 'aria-hidden': 'true' });
  const today = drawToday(x(model.at, 0), words.today ?? '', gutter, width);
  major.forEach(({ at, label }, i) => {
    // The label of what runs stays in view while its beginning is out of it.
    const right = (major[i + 1] ? x(major[i + 1]!.at, 0) : width) - 4;
    const length = widthOf(label, 'bold');
    let left = Math.max(x(at, 0), gutter) + 4;
    if (today && left < today.right && left + length > today.left) left = today.right;
    if (left + length <= right) root.append(svg('text', { class: 'major', x: left, y: 16 }, label));
    if (x(at, 0) >= gutter) root.append(svg('path', { class: 'tick', d: `M${x(at, 0)} 4V22` }));
  });
  for (const { at, label } of minor) {
    const left = x(at, 0);
    if (left < gutter || left > width) continue;
    root.append(svg('path', { class: 'tick', d: `M${left} 26V${axisHeight}` }));
    if (left + 4 + widthOf(label, 'normal') < width)
      root.append(svg('text', { class: 'minor', x: left + 4, y: 39 }, label));
  }
  root.append(svg('text', { class: 'zone', x: 16, y: 39 }, clipped(model.zone, gutter - 24)));
  if (today) root.append(today.root);
  return root;
}

/** The word for now, in the upper line of the axis, and its mark below; `undefined` where now is out of view. */
function drawToday(
  at: number,
  word: string,
  gutter: number,
  width: number,
): { readonly root: SVGGElement; readonly left: number; readonly right: number } | undefined {
  if (at < gutter || at > width) return undefined;
  const length = widthOf(word, 'normal') + 12;
  const left = Math.min(Math.max(at - length / 2, gutter), width - length);
  const root = svg(
    'g',
    { class: 'now' },
    svg('rect', { class: 'now-box', x: left, y: 3.5, width: length, height: 18, rx: 9 }),
    svg('text', { class: 'now-word', x: left + 6, y: 16.5 }, word),
    svg('path', { class: 'today-mark', d: `M${at - 5} ${axisHeight - 7}h10l-5 7z` }),
  );
  return { root, left: left - 4, right: left + length + 6 };
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
  const columns = model.rows.reduce((most, { items }) => Math.max(most, items.length + 1), 1);
  const root = svg(
    'svg',
    {
      class: 'rows',
      width,
      height: top,
      role: 'grid',
      'aria-label': words.grid,
      'aria-rowcount': model.rows.length,
      'aria-colcount': columns,
    },
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
  return svg(
    'defs',
    {},
    hatch('hatch-gap', 45, 6),
    hatch('hatch-possible', 45, 9),
    hatch('hatch-pending', -45, 8),
    hatch('hatch-accepted', 45, 8),
  );
}

function drawLines(scene: Scene, height: number): SVGGElement {
  const { model, shown, width, words } = scene;
  const x = scaleOf(scene);
  const gutter = gutterOf(width);
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
  const gutter = gutterOf(width);
  const x = scaleOf(scene);
  const height = heightOf(row);
  const middle = top + headHeight + (row.lanes * laneHeight) / 2;
  const header = svg(
    'g',
    { role: 'rowheader', 'aria-colindex': 1, 'aria-label': row.name },
    svg('rect', { class: 'gutter', x: 0, y: top, width: gutter, height }),
    statusMark(row.status, 16, middle),
    svg(
      'text',
      { class: 'product', x: 32, y: row.detail ? middle - 2 : middle + 4 },
      clipped(row.label, gutter - 40, 'bold'),
    ),
    ...(row.detail
      ? [svg('text', { class: 'environment', x: 32, y: middle + 13 }, clipped(row.detail, gutter - 40))]
      : []),
  );
  const labels = new Free();
  const cells = row.items.map((item, i) => {
    const element = drawItem(item, row, x, top, { left: gutter, right: width }, labels);
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

/** From where to where the picture reaches between the names and the right edge, in pixels. */
interface Plot {
  readonly left: number;
  readonly right: number;
}

/** A shape a state: a triangle warns, a ring waits, a check is well, a cross is over. */
function statusMark(status: TimelineRow['status'], x: number, y: number): SVGPathElement {
  const shapes = {
    gap: `M${x} ${y - 6}l7 12h-14zM${x} ${y - 2}v4M${x} ${y + 4}v.5`,
    possible: `M${x} ${y - 6}l7 12h-14z`,
    pending: `M${x - 5} ${y}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0`,
    ok: `M${x - 5} ${y}l4 4l7 -8`,
    ended: `M${x - 5} ${y - 5}l10 10m0 -10l-10 10`,
  };
  return svg('path', { class: `status ${status}`, d: shapes[status], 'aria-hidden': 'true' });
}

function drawItem(
  item: TimelineItem,
  row: TimelineRow,
  x: ReturnType<typeof scaleOf>,
  top: number,
  plot: Plot,
  labels: Free,
): SVGGElement {
  const from = Math.max(x(item.from, -8.64e15), plot.left - 20);
  const until = Math.min(x(item.until, 8.64e15), plot.right + 20);
  const cell = svg('g', {
    role: 'gridcell',
    class: `item ${item.kind}${item.past ? ' past' : ''}`,
    'aria-label': item.name,
    'data-key': item.key,
    tabindex: -1,
  });
  // What lies out of view has no shape, but is there for the keyboard, which brings it into view.
  if (until < plot.left || from > plot.right) return cell;
  const shape = isGap(item) ? drawGap : drawTerm;
  shape(cell, item, row, from, Math.max(until, from), top + headHeight, plot, labels);
  return cell;
}

function drawTerm(
  cell: SVGGElement,
  item: TimelineItem,
  _row: TimelineRow,
  from: number,
  until: number,
  top: number,
  plot: Plot,
): void {
  const y = top + item.lane * laneHeight + (laneHeight - barHeight) / 2;
  const box = { x: from, y, width: Math.max(until - from, 1), height: barHeight, rx: 3 };
  cell.append(svg('rect', { class: 'shape', ...box }));
  if (item.kind === 'pending-term') cell.append(svg('rect', { class: 'hatch', ...box }));
  if (item.until === null) cell.append(svg('path', { class: 'arrow', d: `M${until - 30} ${y + 5}l6 6l-6 6` }));
  const left = Math.max(from, plot.left) + 8;
  const text = clipped(item.label, Math.min(until, plot.right) - left - (item.until === null ? 22 : 6));
  if (text !== '') cell.append(svg('text', { class: 'label', x: left, y: y + 15 }, text));
}

function drawGap(
  cell: SVGGElement,
  item: TimelineItem,
  row: TimelineRow,
  from: number,
  until: number,
  top: number,
  plot: Plot,
  labels: Free,
): void {
  const width = Math.max(until - from, thinnest);
  const height = row.lanes * laneHeight;
  const center = (from + until) / 2;
  const hit = Math.max(width, hitWidth);
  const box = { x: center - width / 2, y: top, width, height };
  // An open end is far away, and so would the middle be.
  const middle = item.until === null ? Math.max(from, plot.left) + 20 : center;
  cell.append(
    svg('rect', { class: 'shape', ...box }),
    svg('rect', { class: 'hatch', ...box }),
    svg('path', { class: 'marker', d: `M${middle - 5} ${top - 7}h10l-5 6z` }),
  );
  const length = widthOf(item.label, 'bold');
  const left = Math.min(Math.max(middle - length / 2, plot.left + 4), plot.right - length - 4);
  // The label stands above; beside the marker where another label has taken the place.
  if (labels.take(left - 4, left + length + 4))
    cell.append(svg('text', { class: 'gap-label', x: left, y: top - 10 }, item.label));
  // On top of all, so that a hairline is as easy to hit as anything.
  cell.append(
    svg('rect', { class: 'hit', x: center - hit / 2, y: top - headHeight, width: hit, height: height + headHeight }),
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
