// The door of the view: keeps the picture, the selection and the shown time together, and talks to the host.
import type { TimelineItem, TimelineModel } from '../core/timeline';
import { hostMessage, type ViewMessage, type ViewState, viewState } from '../core/timeline-messages';
import { html } from './dom';
import { drawAxis, drawRows, gutter, isGap } from './draw';
import { type Move, moveOf, neighborOf } from './keys';
import { panned, revealing, type Shown, zoomed } from './viewport';

declare function acquireVsCodeApi(): {
  postMessage(message: ViewMessage): void;
  getState(): unknown;
  setState(state: ViewState): void;
};

const host = acquireVsCodeApi();

/** Everything that the picture depends on besides the size of the window. */
let model: TimelineModel | undefined;
let words: Readonly<Record<string, string>> = {};
let seq = 0;
let shown: Shown | undefined;
let selected: string | undefined;
let elements: ReadonlyMap<string, SVGGElement> = new Map();
const restored = viewState(host.getState());

const heading = html('h1');
const summary = html('p', { id: 'summary', role: 'status' });
const notice = html('p', { id: 'notice', role: 'note', hidden: true });
const toolbar = html('div', { role: 'toolbar' });
const axis = html('div', { id: 'axis' });
const rows = html('div', { id: 'rows' });
const chart = html('div', { id: 'chart' }, axis, rows);
const details = html('p', { id: 'details', 'aria-live': 'polite' });
document.body.append(html('main', {}, html('header', {}, heading, toolbar), summary, notice, chart, details));

window.addEventListener('message', ({ data, origin }) => {
  if (origin !== window.origin) return;
  const message = hostMessage(data);
  if (message?.t === 'init') init(message);
  if (message?.t === 'select' && message.seq === seq) select(itemById(message.id)?.key, false);
});
new ResizeObserver(() => draw()).observe(chart);
chart.addEventListener('wheel', onWheel, { passive: false });
chart.addEventListener('keydown', onKey);
chart.addEventListener('click', event => {
  const key = keyAt(event.target);
  if (!key) return;
  select(key, true);
  reveal(false);
});
chart.addEventListener('dblclick', () => reveal(true));
chart.addEventListener('focusin', ({ target }) => {
  const key = keyAt(target);
  if (key && key !== selected) select(key, false);
});
chart.addEventListener('pointerover', ({ target }) => tell(keyAt(target) ?? selected));
post({ v: 1, t: 'ready' });

function post(message: ViewMessage): void {
  host.postMessage(message);
}

function init(message: { seq: number; model: TimelineModel; words: Readonly<Record<string, string>> }): void {
  const isFirst = model === undefined;
  const isOther = model?.title !== message.model.title;
  ({ seq, model, words } = message);
  if (isFirst && restored) {
    shown = panned(restored, 0, model);
    selected = restored.selected ?? undefined;
  } else if (isOther || !shown) shown = { from: model.from, until: model.until };
  if (isFirst) fillToolbar();
  heading.textContent = words.heading ?? '';
  summary.textContent = model.rows.length > 0 ? model.summary : (words.empty ?? '');
  notice.textContent = model.notice ?? '';
  notice.hidden = model.notice === null;
  chart.hidden = model.rows.length === 0;
  draw();
  post({ v: 1, t: 'ack', seq });
}

function fillToolbar(): void {
  toolbar.setAttribute('aria-label', words.toolbar ?? '');
  const button = (id: string, text: string, hint: string, move: Move): HTMLButtonElement => {
    const element = html('button', { id, type: 'button', title: hint, 'aria-label': hint }, text);
    element.addEventListener('click', () => carryOut(move));
    return element;
  };
  toolbar.append(
    button('next-gap', words.nextGap ?? '', words.nextGapHint ?? '', { to: 'gap', by: 1 }),
    button('fit', words.fit ?? '', words.fitHint ?? '', { zoom: 'all' }),
    button('zoom-out', '−', words.zoomOut ?? '', { zoom: 2 }),
    button('zoom-in', '+', words.zoomIn ?? '', { zoom: 0.5 }),
  );
}

/** Draws all anew; what had the focus has it afterwards, and the scrolled place stays. */
function draw(): void {
  const width = chart.clientWidth;
  if (!model || !shown || width <= gutter) return;
  const hadFocus = chart.contains(document.activeElement);
  const scene = { model, words, shown, width };
  axis.replaceChildren(drawAxis(scene));
  const drawing = drawRows(scene);
  rows.replaceChildren(drawing.root);
  elements = drawing.elements;
  if (selected === undefined || !elements.has(selected)) selected = [...elements.keys()][0];
  mark(selected);
  if (hadFocus) focusSelected();
  remember();
}

/** One tab stop for all items: the selected one. */
function mark(key: string | undefined): void {
  for (const [each, element] of elements) {
    element.setAttribute('tabindex', each === key ? '0' : '-1');
    element.classList.toggle('selected', each === key);
  }
  tell(key);
}

function select(key: string | undefined, focus: boolean): void {
  const item = key === undefined ? undefined : itemByKey(key);
  if (!item || !model || !shown) return;
  selected = key;
  const moved = revealing(shown, { from: item.from ?? model.from, until: item.until ?? model.until }, model);
  if (moved !== shown) {
    shown = moved;
    draw();
  } else mark(key);
  if (focus) focusSelected();
  remember();
}

function focusSelected(): void {
  const element = selected === undefined ? undefined : elements.get(selected);
  element?.focus();
  // What is scrolled out of view in both directions has no size to scroll to; its row has.
  element?.closest('.row')?.scrollIntoView({ block: 'nearest' });
}

function tell(key: string | undefined): void {
  const name = key === undefined ? undefined : itemByKey(key)?.name;
  const text = name ?? words.hint ?? '';
  if (details.textContent !== text) details.textContent = text;
}

function onKey(event: KeyboardEvent): void {
  const move = moveOf(event);
  if (!move) return;
  event.preventDefault();
  carryOut(move);
}

function carryOut(move: Move): void {
  if (!model || !shown) return;
  if ('reveal' in move) reveal(move.reveal === 'focus');
  else if ('pan' in move) show(panned(shown, move.pan, model));
  else if ('zoom' in move)
    show(move.zoom === 'all' ? model : zoomed(shown, move.zoom, aroundOf((shown.from + shown.until) / 2), model));
  else select(neighborOf(model.rows, selected, move, isGap)?.key, true);
}

/** Zooming by key or button keeps the selected item in place, if it can be seen; else the middle. */
function aroundOf(middle: number): number {
  const item = selected === undefined ? undefined : itemByKey(selected);
  const around = item && ((item.from ?? middle) + (item.until ?? middle)) / 2;
  return around !== undefined && shown && around > shown.from && around < shown.until ? around : middle;
}

function onWheel(event: WheelEvent): void {
  if (!model || !shown) return;
  const width = chart.clientWidth - gutter;
  const sideways = event.shiftKey ? event.deltaY : event.deltaX;
  if (event.ctrlKey || event.metaKey) {
    const share = (event.clientX - chart.getBoundingClientRect().left - gutter) / width;
    const around = shown.from + Math.min(Math.max(share, 0), 1) * (shown.until - shown.from);
    show(zoomed(shown, 1.0015 ** event.deltaY, around, model));
  } else if (sideways !== 0) show(panned(shown, sideways / width, model));
  else return;
  event.preventDefault();
}

function show({ from, until }: Shown): void {
  shown = { from, until };
  draw();
}

function reveal(focus: boolean): void {
  const item = selected === undefined ? undefined : itemByKey(selected);
  if (item) post({ v: 1, t: 'reveal', seq, id: item.id, focus });
}

function remember(): void {
  if (shown) host.setState({ v: 1, from: shown.from, until: shown.until, selected: selected ?? null });
}

function keyAt(target: EventTarget | null): string | undefined {
  const element = target instanceof Element ? target.closest('.item') : null;
  return element?.getAttribute('data-key') ?? undefined;
}

function itemByKey(key: string): TimelineItem | undefined {
  return model?.rows.flatMap(({ items }) => items).find(item => item.key === key);
}

function itemById(id: number): TimelineItem | undefined {
  return model?.rows.flatMap(({ items }) => items).find(item => item.id === id);
}
