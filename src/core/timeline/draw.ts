// Draws rows of the model: a name, bars for licenses, bands for gaps, and the steps of seats.
import type { TimelineModel, TimelineRow } from '../timeline';
import { type ItemKind, isGap, isLack, itemAt, kindAt, type TimelineItem } from './columns';
import { mostSeats } from './contents';
import { barHeight, headHeight, heightOf, type Layout, laneHeight, seatsHeight } from './layout';
import { Free, place, type Scale, scaleOf } from './scale';
import { clipped, keyed, type Measure, round, type Shape, shape } from './shape';
import { drawSteps } from './steps-line';
import { ticks } from './ticks';
import * as words from './words';

/** A gap is never thinner than this, and never harder to hit than that, in pixels. */
const thinnest = 3;
const hitWidth = 24;

/** What a drawing is made of. */
export interface Scene {
  readonly model: TimelineModel;
  /** The shown time; half-open. */
  readonly shown: { readonly from: number; readonly until: number };
  readonly layout: Layout;
  /** Of the whole drawing in pixels, names included. */
  readonly width: number;
  readonly measure: Measure;
  /** The number of the model, for what VS Code's menu hands on. */
  readonly seq: number;
  /** The item that is drawn by itself, however narrow. */
  readonly selected: number | undefined;
}

/** How much of the width the names of the products take, in pixels. */
export function gutterOf(width: number): number {
  return Math.round(Math.min(Math.max(width * 0.3, 120), 176));
}

/** The hatches that tell pending, gap and accepted apart without color. */
export function patterns(): Shape {
  const hatch = (id: string, angle: number, size: number): Shape =>
    shape(
      'pattern',
      {
        id,
        class: id,
        width: size,
        height: size,
        patternUnits: 'userSpaceOnUse',
        patternTransform: `rotate(${angle})`,
      },
      shape('path', { d: `M0 0V${size}` }),
    );
  return shape(
    'defs',
    {},
    hatch('hatch-gap', 45, 6),
    hatch('hatch-possible', 45, 9),
    hatch('hatch-pending', -45, 8),
    hatch('hatch-accepted', 45, 8),
  );
}

/** The marks of the axis and of now, through a stretch of pixels. */
export function drawLines(scene: Scene, top: number, bottom: number): Shape {
  const { model, shown, width } = scene;
  const x = scaleOf(scene);
  const gutter = gutterOf(width);
  const { minor } = ticks(shown, width - gutter, model.clocks);
  const isSeen = (at: number): boolean => at >= gutter && at <= width;
  const grid = minor.map(({ at }) => round(x(at))).filter(isSeen);
  const today = round(x(model.at));
  return shape(
    'g',
    { 'aria-hidden': 'true' },
    shape('path', { class: 'grid-line', d: grid.map(at => `M${at} ${top}V${bottom}`).join('') }),
    ...(isSeen(today) ? [shape('path', { class: 'today', d: `M${today} ${top}V${bottom}` })] : []),
  );
}

/** The rows from one place in the order up to another, each by its key. */
export function drawRows(scene: Scene, first: number, end: number): Shape[] {
  const { model, layout } = scene;
  const rows: Shape[] = [];
  for (let at = first; at < end; at++) {
    const row = model.rows[layout.order[at]!]!;
    rows.push(keyed(`row ${row.key}`, drawRow(scene, row, at, layout.tops[at]!)));
  }
  return rows;
}

function drawRow(scene: Scene, row: TimelineRow, index: number, top: number): Shape {
  const { width, measure } = scene;
  const gutter = gutterOf(width);
  const height = heightOf(row);
  const middle = top + headHeight + (row.lanes * laneHeight) / 2;
  const text = (kind: string, y: number, content: string, weight: 'normal' | 'bold'): Shape =>
    shape('text', { class: kind, x: 32, y }, clipped(content, gutter - 40, measure, weight));
  const header = shape(
    'g',
    { role: 'rowheader', 'aria-colindex': 1, 'aria-label': words.rowName(row) },
    shape('rect', { class: 'gutter', x: 0, y: top, width: gutter, height }),
    statusMark(row.status, 16, middle),
    text('product', row.detail ? middle - 2 : middle + 4, row.label, 'bold'),
    ...(row.detail ? [text('environment', middle + 13, row.detail, 'normal')] : []),
    ...(row.steps
      ? [
          text(
            'seats-most',
            top + headHeight + row.lanes * laneHeight + 13,
            words.seatCount(mostSeats(row.steps)),
            'normal',
          ),
        ]
      : []),
  );
  return shape(
    'g',
    { role: 'row', 'aria-rowindex': index + 1, class: 'row' },
    shape('path', { class: 'row-line', d: `M0 ${top + height - 2}H${width}`, 'aria-hidden': 'true' }),
    ...(row.steps ? drawSteps(scene, row.steps, top + headHeight + row.lanes * laneHeight) : []),
    ...drawItems(scene, row, top),
    header,
  );
}

/** Gaps come last, so that nothing ever covers one; their column says where they stand in time. */
function drawItems(scene: Scene, row: TimelineRow, top: number): readonly Shape[] {
  const { model, shown, width, selected } = scene;
  const { items, labels } = model;
  const x = scaleOf(scene);
  const plot: Plot = { left: gutterOf(width), right: width, top: top + headHeight };
  const labelRoom = new Free();
  const below: Shape[] = [];
  const above: Shape[] = [];
  const merge = new Merger();
  const draw = (id: number): void => {
    const item = itemAt(items, labels, id);
    const cell = drawItem(item, scene, row, x, plot, labelRoom);
    (isLack(item.kind) || item.kind === 'invalid' ? above : below).push(cell);
  };
  const flush = (lot: Merged | undefined): void => {
    if (lot && lot.count === 1) draw(lot.first);
    else if (lot) (lot.isLack ? above : below).push(drawMerged(lot, scene, row, plot));
  };
  for (let id = row.first; id < row.end; id++) {
    const from = items.from[id]!;
    const until = items.until[id]!;
    const isSeen = from <= shown.until && until >= shown.from;
    if (id === selected) draw(id);
    else if (isSeen) {
      const left = x(from);
      const right = x(until);
      if (right - left >= thinnest || kindAt(items, id) === 'invalid') draw(id);
      else flush(merge.add(id, left, right, items.lane[id]!, kindAt(items, id)));
    }
  }
  for (const lot of merge.rest()) flush(lot);
  return [...below, ...above];
}

/** Bars or gaps of one lane side by side, too narrow to be told apart. */
interface Merged {
  readonly first: number;
  last: number;
  count: number;
  readonly left: number;
  right: number;
  readonly lane: number;
  readonly isLack: boolean;
  /** The worst of its kinds: no gap is ever taken for one that is accepted. */
  kind: ItemKind;
}

/** From the worst to what is meant. */
const worst: readonly ItemKind[] = ['gap', 'possible-gap', 'shortfall', 'pending-gap', 'accepted-gap'];

/** Puts what is narrow and near together; gaps among themselves, so that they never go under. */
class Merger {
  private readonly open = new Map<number, Merged>();

  /** Returns what has come to its end by that. */
  add(id: number, left: number, right: number, lane: number, kind: ItemKind): Merged | undefined {
    const lack = isLack(kind);
    const place = lack ? -1 : lane;
    const lot = this.open.get(place);
    if (lot && left - lot.right < thinnest) {
      lot.last = id;
      lot.count++;
      if (worst.indexOf(kind) < worst.indexOf(lot.kind)) lot.kind = kind;
      lot.right = Math.max(lot.right, right);
      return undefined;
    }
    this.open.set(place, { first: id, last: id, count: 1, left, right, lane, isLack: lack, kind });
    return lot;
  }

  rest(): Iterable<Merged> {
    return this.open.values();
  }
}

/** From where to where the picture reaches between the names and the right edge, in pixels; and where a row's bars begin. */
interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

function drawMerged(lot: Merged, { seq }: Scene, row: TimelineRow, plot: Plot): Shape {
  const from = Math.max(lot.left, plot.left);
  const width = round(Math.max(Math.min(lot.right, plot.right) - from, thinnest));
  const y = lot.isLack ? plot.top : plot.top + lot.lane * laneHeight + (laneHeight - barHeight) / 2;
  const height = lot.isLack ? row.lanes * laneHeight : barHeight;
  const box = { x: round(from), y, width, height };
  const name = lot.isLack ? words.mergedGapsName(lot.count, row) : words.mergedName(lot.count, row);
  return keyed(
    `lot ${lot.first}`,
    shape(
      'g',
      {
        role: 'gridcell',
        class: `item merged ${lot.isLack ? lot.kind : 'term'}`,
        'aria-label': name,
        'aria-colindex': lot.first - row.first + 2,
        'data-first': lot.first,
        'data-last': lot.last,
        'data-vscode-context': menuContext('merged', seq, lot.first),
      },
      shape('rect', { class: 'shape', ...box }),
      ...(lot.isLack ? [shape('rect', { class: 'hatch', ...box }), markerOf(from + width / 2, plot.top)] : []),
      shape('rect', {
        class: 'hit',
        x: round(from + width / 2 - hitWidth / 2),
        y: y - 1,
        width: hitWidth,
        height: height + 2,
      }),
    ),
  );
}

function markerOf(middle: number, top: number): Shape {
  return shape('path', { class: 'marker', d: `M${round(middle - 5)} ${top - 7}h10l-5 6z` });
}

/** What VS Code's own menu hands to its commands: numbers alone. */
function menuContext(section: ItemKind | 'merged', seq: number, id: number): string {
  return `{"webviewSection":"${section}","timelineSeq":${seq},"timelineItem":${id},"preventDefaultContextMenuItems":true}`;
}

/** A shape a state: a triangle warns, a ring waits, a check is well, a cross is over, half a square lacks seats. */
function statusMark(status: TimelineRow['status'], x: number, y: number): Shape {
  const shapes = {
    gap: `M${x} ${y - 6}l7 12h-14zM${x} ${y - 2}v4M${x} ${y + 4}v.5`,
    short: `M${x - 6} ${y - 6}h12v12h-12zM${x - 6} ${y}h12M${x - 3} ${y + 3}h6`,
    possible: `M${x} ${y - 6}l7 12h-14z`,
    pending: `M${x - 5} ${y}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0`,
    ok: `M${x - 5} ${y}l4 4l7 -8`,
    ended: `M${x - 5} ${y - 5}l10 10m0 -10l-10 10`,
  };
  return shape('path', { class: `status ${status}`, d: shapes[status], 'aria-hidden': 'true' });
}

function drawItem(item: TimelineItem, scene: Scene, row: TimelineRow, x: Scale, plot: Plot, labels: Free): Shape {
  const { model, seq, shown, measure } = scene;
  const from = Math.max(x(item.from), plot.left - 20);
  const until = Math.max(Math.min(x(item.until), plot.right + 20), from);
  const isSeen = item.from <= shown.until && item.until >= shown.from;
  // What lies out of view has no shape, but is there for the keyboard, which brings it into view.
  const drawn = !isSeen ? [] : shapeOf(item)(item, row, { from, until }, plot, labels, measure);
  return keyed(
    `item ${item.key}`,
    shape(
      'g',
      {
        role: 'gridcell',
        class: classOf(item, scene),
        'aria-label': nameOf(model, item, row),
        'aria-colindex': item.id - row.first + 2,
        'data-id': item.id,
        // One tab stop for all items: the selected one.
        tabindex: item.id === scene.selected ? 0 : -1,
        'data-vscode-context': menuContext(item.kind, seq, item.id),
      },
      ...drawn,
    ),
  );
}

function classOf({ id, kind, until, isEnding }: TimelineItem, { model, selected }: Scene): string {
  const states = [
    ...(until <= model.at ? ['past'] : []),
    ...(until === Infinity ? ['perpetual'] : []),
    ...(isEnding ? ['ending'] : []),
    ...(id === selected ? ['selected'] : []),
  ];
  return ['item', kind, ...states].join(' ');
}

type Draw = (
  item: TimelineItem,
  row: TimelineRow,
  at: { readonly from: number; readonly until: number },
  plot: Plot,
  labels: Free,
  measure: Measure,
) => readonly Shape[];

function shapeOf({ kind }: TimelineItem): Draw {
  if (isGap(kind)) return drawGap;
  if (kind === 'shortfall') return drawShortfall;
  return kind === 'invalid' ? drawInvalid : drawTerm;
}

const drawTerm: Draw = (item, row, { from, until }, plot, _labels, measure) => {
  const y = plot.top + item.lane * laneHeight + (laneHeight - barHeight) / 2;
  const box = { x: round(from), y, width: round(Math.max(until - from, thinnest)), height: barHeight, rx: 3 };
  const shapes = [shape('rect', { class: 'shape', ...box })];
  if (item.kind === 'pending-term') shapes.push(shape('rect', { class: 'hatch', ...box }));
  let [left, right] = [Math.max(from, plot.left) + 8, Math.min(until, plot.right) - 6];
  if (item.from === -Infinity) {
    // Torn off: where it begins nobody has said.
    shapes.push(shape('path', { class: 'torn', d: `M${round(left)} ${y}l-5 5.5l5 5.5l-5 5.5l5 5.5` }));
    shapes.push(shape('text', { class: 'label', x: round(left + 4), y: y + 15 }, '?'));
    left += 16;
  }
  if (item.until === Infinity) {
    shapes.push(shape('path', { class: 'arrow', d: `M${round(Math.min(until, plot.right) - 14)} ${y + 5}l6 6l-6 6` }));
    right -= 16;
  }
  if (item.isEnding && right - left > 14) {
    // An hourglass.
    shapes.push(shape('path', { class: 'hourglass', d: `M${round(right - 9)} ${y + 4.5}h9l-9 13h9z` }));
    right -= 14;
  }
  // The end of what is over.
  if (until < plot.right && item.until !== Infinity)
    shapes.push(shape('path', { class: 'cap', d: `M${round(until)} ${y}v${barHeight}` }));
  const text = clipped(words.itemLabel(item, row), right - left, measure);
  if (text !== '') shapes.push(shape('text', { class: 'label', x: round(left), y: y + 15 }, text));
  return shapes;
};

const drawGap: Draw = (item, row, { from, until }, plot, labels, measure) => {
  const width = Math.max(until - from, thinnest);
  const height = row.lanes * laneHeight;
  const center = (from + until) / 2;
  const hit = Math.max(width, hitWidth);
  const box = { x: round(center - width / 2), y: plot.top, width: round(width), height };
  // An open end is far away, and so would the middle be.
  const middle = item.until === Infinity ? Math.max(from, plot.left) + 20 : center;
  return [
    shape('rect', { class: 'shape', ...box }),
    shape('rect', { class: 'hatch', ...box }),
    markerOf(middle, plot.top),
    ...labelAbove(words.itemLabel(item, row), middle, plot.top - 10, plot, labels, measure),
    // On top of all, so that a hairline is as easy to hit as anything.
    shape('rect', {
      class: 'hit',
      x: round(center - hit / 2),
      y: plot.top - headHeight,
      width: round(hit),
      height: height + headHeight,
    }),
  ];
};

/** A gap of half the height: there is a license, but for too few. */
const drawShortfall: Draw = (item, row, { from, until }, plot, labels, measure) => {
  const width = Math.max(until - from, thinnest);
  const height = seatsHeight / 2;
  const y = plot.top + row.lanes * laneHeight + seatsHeight - height;
  const center = (Math.max(from, plot.left) + Math.min(until, plot.right)) / 2;
  const hit = Math.max(width, hitWidth);
  const box = { x: round(from), y, width: round(width), height };
  const text = words.itemLabel(item, row);
  const room = Math.min(until, plot.right) - Math.max(from, plot.left);
  const inside = clipped(text, room - 8, measure, 'bold');
  return [
    shape('rect', { class: 'shape', ...box }),
    shape('rect', { class: 'hatch', ...box }),
    ...(inside === text
      ? [shape('text', { class: 'gap-label', x: round(center - measure(text, 'bold') / 2), y: y + 11 }, text)]
      : labelAbove(text, center, plot.top - 10, plot, labels, measure)),
    shape('rect', {
      class: 'hit',
      x: round(from + width / 2 - hit / 2),
      y: y - 5,
      width: round(hit),
      height: hitWidth,
    }),
  ];
};

/** A sign of warning where its later date is. */
const drawInvalid: Draw = (_item, _row, { from }, plot) => [
  shape('path', {
    class: 'shape',
    d: `M${round(from)} ${plot.top - 18}l8 14h-16zM${round(from)} ${plot.top - 13}v5M${round(from)} ${plot.top - 6}v.5`,
  }),
  shape('rect', { class: 'hit', x: round(from - 12), y: plot.top - 22, width: hitWidth, height: hitWidth }),
];

/** Nothing where another label has taken the place. */
function labelAbove(
  text: string,
  middle: number,
  y: number,
  plot: Plot,
  labels: Free,
  measure: Measure,
): readonly Shape[] {
  const length = measure(text, 'bold');
  const left = place(middle - length / 2, plot.left + 4, plot.right - length - 4);
  return labels.take(left - 4, left + length + 4)
    ? [shape('text', { class: 'gap-label', x: round(left), y }, text)]
    : [];
}

/** Names stay as they are however the picture is zoomed. */
const names = new WeakMap<TimelineModel, Map<number, string>>();

function nameOf(model: TimelineModel, item: TimelineItem, row: TimelineRow): string {
  let known = names.get(model);
  if (!known) {
    known = new Map();
    names.set(model, known);
  }
  let name = known.get(item.id);
  if (name === undefined) {
    name = words.itemName(item, row, model);
    known.set(item.id, name);
  }
  return name;
}
