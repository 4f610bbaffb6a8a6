// The strip above the rows: all of the time at once, how much is licensed, where the gaps are, and which part is shown.
import { msPerDay } from '../core/calendar';
import { firstShowing, offsetAt } from '../core/clocks';
import type { TimelineModel } from '../core/timeline';
import { isLack, kindAt } from '../core/timeline/columns';
import { gutterOf } from '../core/timeline/draw';
import { round, type Shape, shape } from '../core/timeline/shape';
import { dayWords } from '../core/words/locale';
import { html, patch } from './dom';
import { view } from './page';
import { type Shown, shortest } from './viewport';

/** In pixels; gaps stand above what is licensed. */
const stripHeight = 28;
const gapHeight = 9;
const leastTick = 3;
const leastWindow = 2;
/** Room on both sides, in pixels, so that the handles can be taken hold of at the ends; each is as wide, outside of the window. */
const handleWidth = 24;

export interface Overview {
  readonly element: HTMLElement;
  draw(model: TimelineModel, shown: Shown, width: number): void;
}

/** `show`: is told of the time that a person drags to. */
export function createOverview(show: (shown: Shown) => void): Overview {
  const strip = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  strip.setAttribute('aria-hidden', 'true');
  strip.setAttribute('height', String(stripHeight));
  const gaps = strip.cloneNode() as SVGSVGElement;
  gaps.setAttribute('class', 'above');
  const frame = html('div', { class: 'window' });
  const handle = (id: string, label: string): HTMLElement =>
    html('div', { id, class: 'handle', role: 'slider', tabindex: 0, 'aria-label': label });
  const from = handle('shown-from', view.overviewFrom);
  const until = handle('shown-until', view.overviewUntil);
  const element = html('div', { id: 'overview', role: 'group', 'aria-label': view.overview }, frame, from, until);
  element.prepend(strip);
  frame.after(gaps);
  let model: TimelineModel | undefined;
  let shown: Shown = { from: 0, until: 1 };
  let [left, length] = [0, 1];
  /** What the strip was last drawn of. */
  let drawnOf: readonly unknown[] = [];

  const x = (instant: number): number => left + ((instant - model!.from) / (model!.until - model!.from)) * length;
  const instantAt = (pixel: number): number => model!.from + ((pixel - left) / length) * (model!.until - model!.from);

  /** The shortest time that can be shown stays between the handles. */
  const moveEdge = (edge: HTMLElement, instant: number): void => {
    if (edge === from) show({ from: Math.min(instant, shown.until - shortest), until: shown.until });
    else show({ from: shown.from, until: Math.max(instant, shown.from + shortest) });
  };

  for (const edge of [from, until]) {
    edge.addEventListener('keydown', event => {
      if (!model || event.altKey || event.metaKey || event.shiftKey) return;
      const now = edge === from ? shown.from : shown.until;
      const days = event.ctrlKey ? 10 : 1;
      const steps: Readonly<Record<string, number>> = {
        ArrowLeft: byDays(model, now, -days),
        ArrowDown: byDays(model, now, -days),
        ArrowRight: byDays(model, now, days),
        ArrowUp: byDays(model, now, days),
        Home: model.from,
        End: model.until,
      };
      const instant = steps[event.key];
      if (instant === undefined) return;
      event.preventDefault();
      moveEdge(edge, instant);
    });
  }

  element.addEventListener('pointerdown', event => {
    if (!model || event.button !== 0) return;
    const target = [from, until].find(edge => edge === event.target);
    const origin = element.getBoundingClientRect().left;
    const start = instantAt(event.clientX - origin);
    const before = shown;
    const edge = target === from ? shown.from : shown.until;
    // Beside the window, what was clicked comes into its middle.
    if (!target && event.target !== frame) {
      const half = (shown.until - shown.from) / 2;
      show({ from: start - half, until: start + half });
    }
    const held = shown;
    element.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent): void => {
      const instant = instantAt(moved.clientX - origin);
      if (target) moveEdge(target, edge + instant - start);
      else show({ from: held.from + instant - start, until: held.until + instant - start });
    };
    const up = (): void => {
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', cancel);
    };
    const cancel = (): void => {
      up();
      show(before);
    };
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', cancel);
    target?.focus();
    event.preventDefault();
  });

  return {
    element,
    draw: (next, time, width) => {
      const gutter = gutterOf(width);
      [model, shown] = [next, time];
      left = gutter + handleWidth;
      length = width - gutter - 2 * handleWidth;
      if (drawnOf[0] !== next || drawnOf[1] !== width) {
        const { density, ticks } = drawStrip(next, left, length);
        for (const svg of [strip, gaps]) svg.setAttribute('width', String(width));
        patch(strip, [density]);
        patch(gaps, [ticks]);
        drawnOf = [next, width];
      }
      const most = width - handleWidth;
      const begin = Math.min(Math.max(x(time.from), gutter), most - leastWindow);
      const end = Math.max(Math.min(x(time.until), most), begin + leastWindow);
      frame.style.left = `${begin}px`;
      frame.style.width = `${end - begin}px`;
      for (const [edge, instant, at] of [
        [from, time.from, begin - handleWidth],
        [until, time.until, end],
      ] as const) {
        edge.style.left = `${at}px`;
        const day = Math.floor((instant + offsetAt(next.clocks, instant)) / msPerDay);
        edge.setAttribute('aria-valuenow', String(day));
        edge.setAttribute('aria-valuemin', String(Math.floor(Math.min(next.from, instant) / msPerDay)));
        edge.setAttribute('aria-valuemax', String(Math.ceil(Math.max(next.until, instant) / msPerDay)));
        edge.setAttribute('aria-valuetext', dayWords(day));
      }
    },
  };
}

/** The midnight so many days away. */
function byDays({ clocks }: TimelineModel, instant: number, days: number): number {
  const day = Math.floor((instant + offsetAt(clocks, instant)) / msPerDay);
  return firstShowing(clocks, (day + days) * msPerDay);
}

/** How many licenses run at each pixel, and every gap as a tick that can be seen. */
function drawStrip(
  model: TimelineModel,
  left: number,
  length: number,
): { readonly density: Shape; readonly ticks: Shape } {
  const { items } = model;
  const count = Math.max(Math.floor(length), 1);
  const perMs = count / (model.until - model.from);
  const clamp = (instant: number): number => Math.min(Math.max(Math.floor((instant - model.from) * perMs), 0), count);
  const changes = new Int32Array(count + 1);
  const gaps = new Uint8Array(count + leastTick + 1);
  for (let id = 0; id < items.kind.length; id++) {
    const kind = kindAt(items, id);
    const [begin, end] = [clamp(items.from[id]!), clamp(items.until[id]!)];
    if (kind === 'term') {
      changes[begin]!++;
      changes[end]!--;
    } else if (isLack(kind) && kind !== 'accepted-gap' && kind !== 'pending-gap')
      gaps.fill(1, begin, Math.max(end, begin + leastTick));
  }
  let [running, most] = [0, 1];
  const density = Array.from({ length: count }, (_, i) => {
    running += changes[i]!;
    most = Math.max(most, running);
    return running;
  });
  let area = `M${round(left)} ${stripHeight}`;
  let height = -1;
  density.forEach((terms, i) => {
    const y = round(stripHeight - 1 - (terms / most) * (stripHeight - gapHeight - 4));
    if (y === height) return;
    area += `H${round(left + i)}V${y}`;
    height = y;
  });
  let ticks = '';
  for (let i = 0; i < count; i++) {
    if (!gaps[i] || gaps[i - 1]) continue;
    let end = i;
    while (gaps[end]) end++;
    ticks += `M${round(left + i)} 2h${end - i}v${gapHeight}h${i - end}z`;
  }
  return {
    density: shape('path', { class: 'density', d: `${area}H${round(left + count)}V${stripHeight}z` }),
    ticks: shape('path', { class: 'overview-gap', d: ticks }),
  };
}
