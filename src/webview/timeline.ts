// The door of the view: keeps the picture, the selection and the shown time together, and talks to the host.
import type { TimelineItem, TimelineModel } from '../core/timeline';
import { hostMessage, type ViewMessage, type ViewState, viewState } from '../core/timeline-messages';
import { html } from './dom';
import { drawAxis, drawRows, gutterOf, isGap } from './draw';
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
/** `undefined`: all that there is. */
let shown: Shown | undefined;
let selected: string | undefined;
let elements: ReadonlyMap<string, SVGGElement> = new Map();
/** What is remembered, until the file that it is about comes. */
let restored = viewState(host.getState());

const heading = html('h1');
const summary = html('p', { id: 'summary', role: 'status' });
const notice = html('p', { id: 'notice', role: 'note', hidden: true });
const toolbar = html('div', { role: 'toolbar' });
const axis = html('div', { id: 'axis' });
const rows = html('div', { id: 'rows' });
const chart = html('div', { id: 'chart' }, axis, rows);
// Says for the eye what the names of the items say for the ear; read aloud it would say all twice.
const details = html('p', { id: 'details' });
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
  // What has been clicked is in view; moving it away from under the pointer would only confuse.
  select(key, true, true);
  reveal(false);
});
chart.addEventListener('dblclick', () => reveal(true));
chart.addEventListener('focusin', ({ target }) => {
  const key = keyAt(target);
  // A pointer has gone down on it: drawn anew now, it would be gone when the pointer comes up, and never be clicked.
  if (key && key !== selected) select(key, false, true);
});
chart.addEventListener('pointerover', ({ target }) => tell(keyAt(target) ?? selected));
post({ v: 1, t: 'ready' });

function post(message: ViewMessage): void {
  host.postMessage(message);
}

function init(message: { seq: number; model: TimelineModel; words: Readonly<Record<string, string>> }): void {
  const isFirst = model === undefined;
  const isOther = model?.file !== message.model.file;
  ({ seq, model, words } = message);
  if (isOther) shown = selected = undefined;
  if (restored?.file === model.file) {
    shown = restored.shown ?? undefined;
    selected = restored.selected ?? undefined;
    restored = undefined;
  }
  // What has changed may lie elsewhere, and the view is never to be empty.
  if (shown) shown = panned(shown, 0, model);
  if (isFirst) fillToolbar();
  heading.textContent = words.heading ?? '';
  // Said aloud when it changes, so it is set only then.
  if (summary.textContent !== model.summary) summary.textContent = model.summary;
  notice.textContent = model.notice ?? '';
  notice.hidden = model.notice === null;
  chart.hidden = model.rows.length === 0;
  draw();
  // Who has opened the panel is in it; who types beside it is not.
  if (isOther && document.hasFocus() && document.activeElement === document.body) focusSelected();
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
  if (!model || model.rows.length === 0 || width <= gutterOf(width)) return;
  const hadFocus = chart.contains(document.activeElement);
  const scene = { model, words, shown: shown ?? model, width };
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

function select(key: string | undefined, focus: boolean, isSeen = false): void {
  const item = key === undefined ? undefined : itemByKey(key);
  if (!item || !model) return;
  selected = key;
  const before = shown ?? model;
  const moved = isSeen
    ? before
    : revealing(before, { from: item.from ?? model.from, until: item.until ?? model.until }, model);
  if (moved !== before) {
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
  if (!model) return;
  const now = shown ?? model;
  if ('reveal' in move) reveal(move.reveal === 'focus');
  else if ('pan' in move) show(panned(now, move.pan, model));
  else if ('zoom' in move) show(move.zoom === 'all' ? undefined : zoomed(now, move.zoom, aroundOf(now), model));
  else select(neighborOf(model.rows, selected, move, isGap)?.key, true);
}

/** Zooming by key or button keeps what is seen of the selected item in place; else the middle. */
function aroundOf({ from, until }: Shown): number {
  const item = selected === undefined ? undefined : itemByKey(selected);
  const left = Math.max(item?.from ?? from, from);
  const right = Math.min(item?.until ?? until, until);
  return left < right ? (left + right) / 2 : (from + until) / 2;
}

function onWheel(event: WheelEvent): void {
  if (!model) return;
  const now = shown ?? model;
  const gutter = gutterOf(chart.clientWidth);
  const width = chart.clientWidth - gutter;
  const sideways = event.shiftKey ? event.deltaY : event.deltaX;
  if (event.ctrlKey || event.metaKey) {
    const share = (event.clientX - chart.getBoundingClientRect().left - gutter) / width;
    const around = now.from + Math.min(Math.max(share, 0), 1) * (now.until - now.from);
    show(zoomed(now, 1.0015 ** event.deltaY, around, model));
  } else if (sideways !== 0) show(panned(now, sideways / width, model));
  else return;
  event.preventDefault();
}

function show(wanted: Shown | undefined): void {
  shown = wanted;
  draw();
}

function reveal(focus: boolean): void {
  const item = selected === undefined ? undefined : itemByKey(selected);
  if (item) post({ v: 1, t: 'reveal', seq, id: item.id, focus });
}

function remember(): void {
  if (model) host.setState({ v: 1, file: model.file, shown: shown ?? null, selected: selected ?? null });
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
