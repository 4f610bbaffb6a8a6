// The door of the view: keeps the picture, the selection and the shown time together, and talks to the host.
import { msPerDay } from '../core/calendar';
import { firstIndex } from '../core/search';
import { allFiles, type Figure, type TimelineModel } from '../core/timeline';
import { isLack, kindAt } from '../core/timeline/columns';
import { gutterOf, type Scene } from '../core/timeline/draw';
import { nameOf } from '../core/timeline/facts';
import { type Layout, layoutOf, mostRows, orderOf, pageLength, rowOf } from '../core/timeline/layout';
import {
  type Action,
  hostMessage,
  type PictureRequest,
  type ViewMessage,
  type ViewState,
  viewState,
} from '../core/timeline/messages';
import { pictureStyle } from '../core/timeline/style';
import { ticks } from '../core/timeline/ticks';
import * as words from '../core/timeline/words';
import type { Command } from '../core/timeline/words/keys';
import { createAnnouncer } from './announce';
import { createCard } from './card';
import { createChart } from './chart';
import { createDetails } from './details';
import { button, html, turnOff } from './dom';
import { createFocusKeeper, isNowhere } from './focus';
import { createHelp } from './help';
import { commandOf } from './keys';
import { measure, readFonts } from './measure';
import { heirOf, neighborOf } from './navigate';
import { createNotices, troubleOf } from './notices';
import { createOverview } from './overview';
import { view } from './page';
import { makePicture } from './picture';
import { watchPointers } from './pointer';
import { createSummary, itemOf } from './summary';
import { createTable } from './table';
import { createToolbar } from './toolbar';
import { around, fitted, panned, revealing, type Shown, within, zoomed } from './viewport';

declare function acquireVsCodeApi(): {
  postMessage(message: ViewMessage, transfer?: readonly ArrayBuffer[]): void;
  getState(): unknown;
  setState(state: ViewState): void;
};

const host = acquireVsCodeApi();
/** How many steps back there are. */
const mostHistory = 20;
/** Panels narrower than this are told as a table, in pixels. */
const narrowest = 400;
/** How wide a picture is that is asked for while there is none, in pixels. */
const tableWidth = 1000;
/** How long nothing is shown before it says that it is loading, in ms. */
const patience = 150;

type Choices = Pick<ViewState, 'filter' | 'gapsOnly' | 'sort' | 'table'>;

/** Everything that the picture depends on besides the size of the window. */
let model: TimelineModel | undefined;
let seq = 0;
let isStale = false;
/** `undefined`: all that there is. */
let shown: Shown | undefined;
let selected: number | undefined;
let choices: Choices = { filter: '', gapsOnly: false, sort: 'gap', table: null };
let page = 0;
let history: readonly (Shown | undefined)[] = [];
/** All rows that the choices leave; those of the page, and where they stand. */
let order: readonly number[] = [];
let layout: Layout = { order: [], tops: [0] };
/** What is remembered, until the file that it is about comes. */
let restored = viewState(host.getState());
if (restored) choices = { ...choices, sort: restored.sort, gapsOnly: restored.gapsOnly, table: restored.table };

const style = new CSSStyleSheet();
// In a layer, so that the page's own rules come before it: those of the focus and of forced colors.
style.replaceSync(`@layer picture {${pictureStyle}}`);
document.adoptedStyleSheets = [style];

// The tab of the panel says it to the eye.
const heading = html('h1', { class: 'unseen' }, words.heading);
const toolbar = createToolbar({
  carryOut: command => carryOut(command),
  range: days => {
    if (model) zoomTo(around(model.at, days * msPerDay, model));
  },
  filter: filter => choose({ filter }),
  leaveFilter: () => focusPicture(),
  gapsOnly: gapsOnly => choose({ gapsOnly }),
  sort: sort => choose({ sort }),
  allFiles: on => act(on ? 'all-files' : 'one-file'),
});
const summary = createSummary(leadTo);
const notices = createNotices({
  reveal: id => reveal(id, true),
  act,
  clearFilter: () => {
    choose({ filter: '', gapsOnly: false });
    focusPicture();
  },
});
const overview = createOverview(time => {
  if (model) show(within(time, model));
});
const chart = createChart();
const table = createTable({ reveal: id => reveal(id, true), select: id => select(id, { focus: false, isSeen: true }) });
const pagerText = html('span');
const previous = button('previous', view.previous, () => turnPage(-1));
const next = button('next', view.next, () => turnPage(1));
const pager = html('p', { id: 'pager', hidden: true }, previous, pagerText, next);
const details = createDetails({ reveal: () => reveal(selected, true), act });
const announcer = createAnnouncer();
const card = createCard(chart.element, textAt);
const help = createHelp();
const focus = createFocusKeeper(
  () => focusNext(),
  element => (element === summary.element ? layout.order.length > 0 : isOfAnother(element)),
);
const loading = html('p', { id: 'loading', hidden: true }, view.loading);
const main = html(
  'main',
  { 'aria-busy': 'true' },
  html('header', {}, heading, toolbar.element),
  summary.element,
  notices.element,
  loading,
  overview.element,
  pager,
  chart.element,
  table.element,
  details.element,
  announcer.element,
  help,
  card.element,
);
for (const part of [overview.element, chart.element, table.element]) part.hidden = true;
document.body.append(main);
setTimeout(() => (loading.hidden = model !== undefined), patience);

window.addEventListener('message', ({ data, origin }) => {
  if (origin !== window.origin) return;
  const message = hostMessage(data);
  if (message?.t === 'init') init(message);
  if (!model || message?.seq !== seq) return;
  if (message.t === 'select' && message.id < model.labels.length) select(message.id, { focus: false });
  if (message.t === 'export') void exportPicture(message.picture);
});
new ResizeObserver(() => {
  chart.resize();
  draw();
}).observe(chart.element);
new ResizeObserver(() => draw()).observe(main);
// Another theme comes as other classes and variables, and may bring another font.
new MutationObserver(() => {
  readFonts();
  draw();
}).observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
readFonts();
// Who has opened the list may have gone meanwhile.
help.addEventListener('close', () => {
  if (isNowhere() || help.contains(document.activeElement)) focusNext();
});
// What has come by itself goes by a key, whatever has the focus.
window.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') card.close();
});
for (const part of [chart.element, table.element]) part.addEventListener('keydown', onKey);
chart.element.addEventListener('scroll', () => drawSoon());
for (const part of [chart.element, table.element]) part.addEventListener('scroll', () => rememberSoon());
chart.element.addEventListener('click', ({ target }) => {
  const lot = (target as Element).closest('.merged');
  if (lot) return zoomToMerged(lot);
  const id = idAt(target);
  if (id === undefined) return;
  // What has been clicked is in view; moving it away from under the pointer would only confuse.
  select(id, { focus: true, isSeen: true });
  reveal(id, false);
});
chart.element.addEventListener('dblclick', ({ target }) => {
  if (idAt(target) !== undefined) carryOut({ zoom: 'item' });
});
chart.element.addEventListener('focusin', ({ target }) => {
  const id = idAt(target);
  if (id !== undefined && id !== selected) select(id, { focus: false, isSeen: true });
});
watchPointers(chart, {
  shown: () => shownNow(),
  all: () => model!,
  show: (time, isEnd) => {
    shown = time;
    drawSoon();
    if (isEnd) remember();
  },
  zoomTo: time => zoomTo(snapped(time)),
});
post({ v: 1, t: 'ready' });

function post(message: ViewMessage, transfer: readonly ArrayBuffer[] = []): void {
  host.postMessage(message, transfer);
}

function init(message: { seq: number; model: TimelineModel; isStale: boolean }): void {
  const before = model;
  const isOther = before?.file !== message.model.file;
  const known = before && !isOther ? before : undefined;
  const old = known && selected;
  const place = old === undefined ? -1 : order.indexOf(rowOf(known!, old));
  const trouble = known ? troubleOf(known, isStale) : '';
  ({ seq, model, isStale } = message);
  selected = old === undefined ? undefined : (itemOfKey(model, known!.items.key[old]!) ?? heirOf(known!, old, model));
  if (isOther) {
    shown = undefined;
    history = [];
    page = 0;
  }
  let top: number | undefined;
  if (restored?.file === model.file) {
    shown = restored.shown ?? undefined;
    selected = restored.selected === null ? undefined : itemOfKey(model, restored.selected);
    choices = { ...choices, filter: restored.filter };
    ({ top } = restored);
    restored = undefined;
  }
  // What has changed may lie elsewhere, and the view is never to be empty.
  if (shown) shown = panned(shown, 0, model);
  main.removeAttribute('aria-busy');
  loading.hidden = true;
  arrange();
  // Where its row has gone too, the one that stands there now.
  if (place >= 0) selected ??= model.rows[order[Math.min(place, order.length - 1)]!]?.first;
  draw();
  // Who has opened the panel is in it; who types beside it is not.
  if (isOther && document.hasFocus() && isNowhere()) focusPicture();
  if (top !== undefined) {
    if (isTable()) table.element.scrollTop = top;
    else chart.scrollBy(top);
    draw();
  }
  const now = troubleOf(model, isStale);
  const said = known ? [changesBetween(known, model)] : [];
  // Once, not anew with every letter that is typed; an alert would cut short what a reader says of those.
  if (now !== trouble && now !== '') said.push(`${now} ${model.problems[0]?.text ?? ''}`);
  announcer.say(said.filter(each => each !== '').join('. '));
  post({ v: 1, t: 'ack', seq });
}

/** Which products' gaps have gone or come. */
function changesBetween(before: TimelineModel, after: TimelineModel): string {
  const gaps = (of: TimelineModel): ReadonlyMap<number, string> =>
    new Map(
      of.rows.flatMap(row => {
        const own: [number, string][] = [];
        for (let id = row.first; id < row.end; id++)
          if (kindAt(of.items, id) === 'gap') own.push([of.items.key[id]!, words.rowTitle(row)]);
        return own;
      }),
    );
  const [old, now] = [gaps(before), gaps(after)];
  const without = (all: ReadonlyMap<number, string>, others: ReadonlyMap<number, string>): readonly string[] =>
    [...all].flatMap(([key, name]) => (others.has(key) ? [] : [name]));
  return words.gapsChanged(without(old, now), without(now, old), now.size);
}

function itemOfKey({ items }: TimelineModel, key: number): number | undefined {
  const id = items.key.indexOf(key);
  return id < 0 ? undefined : id;
}

/** Puts the rows in order again, and shows the page that has the selected item. */
function arrange(): void {
  if (!model) return;
  order = orderOf(model, choices);
  const isPaged = order.length > mostRows;
  const pages = isPaged ? Math.ceil(order.length / pageLength) : 1;
  const at = selected === undefined ? -1 : order.indexOf(rowOf(model, selected));
  if (isPaged && at >= 0) page = Math.floor(at / pageLength);
  page = Math.min(page, pages - 1);
  const first = isPaged ? page * pageLength : 0;
  const last = isPaged ? Math.min(first + pageLength, order.length) : order.length;
  layout = layoutOf(model, order.slice(first, last));
  pager.hidden = !isPaged;
  pagerText.textContent = words.rowsShown(first + 1, last, order.length);
  turnOff(previous, page === 0);
  turnOff(next, page === pages - 1);
}

function turnPage(by: number): void {
  page += by;
  selected = undefined;
  chart.scrollBy(0);
  arrange();
  draw();
  announcer.say(pagerText.textContent ?? '');
}

function choose(change: Partial<Choices>): void {
  choices = { ...choices, ...change };
  arrange();
  chart.scrollBy(0);
  draw();
  remember();
  if (!change.sort) announcer.say(words.filterFound(order.length));
}

function isTable(): boolean {
  const isAsked = document.body.classList.contains('vscode-using-screen-reader') || innerWidth <= narrowest;
  return choices.table ?? isAsked;
}

function shownNow(): Shown {
  return shown ?? model!;
}

function sceneOf(of: TimelineModel): Scene {
  return { model: of, shown: shown ?? of, layout, width: chart.width(), measure, seq, selected };
}

let isDue = false;
function drawSoon(): void {
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(() => draw());
}

/** Brings all that is seen up to date. */
function draw(): void {
  focus.during(drawAll);
}

function drawAll(): void {
  isDue = false;
  if (!model) return;
  const isEmpty = layout.order.length === 0;
  const tabular = isTable();
  // The one tab stop is always among what is shown.
  if (selected === undefined || !layout.order.includes(rowOf(model, selected)))
    selected = isEmpty ? undefined : model.rows[layout.order[0]!]!.first;
  main.classList.toggle('stale', isStale);
  summary.update(model);
  notices.update(model, isStale, isEmpty);
  toolbar.update({
    ...choices,
    isTable: tabular,
    isAllFiles: model.file === allFiles,
    isAllShown: shown === undefined,
  });
  toolbar.element.hidden = model.rows.length === 0;
  overview.element.hidden = tabular || isEmpty;
  const wasHidden = chart.element.hidden;
  chart.element.hidden = tabular || isEmpty;
  table.element.hidden = !tabular || isEmpty;
  details.element.hidden = isEmpty;
  details.update(model, selected);
  if (isEmpty) return;
  if (tabular) {
    table.draw(model, layout.order, selected);
    return;
  }
  if (wasHidden) chart.resize();
  const scene = sceneOf(model);
  overview.draw(model, scene.shown, scene.width);
  chart.draw(scene, selected === undefined ? undefined : placeOf(selected));
}

/** Where the row of an item stands in the order. */
function placeOf(id: number): number {
  return layout.order.indexOf(rowOf(model!, id));
}

/** `isSeen`: it is in view as it is; otherwise it is brought there. */
function select(
  id: number | undefined,
  { focus, isSeen = false }: { readonly focus: boolean; readonly isSeen?: boolean },
): void {
  if (!model || id === undefined) return;
  selected = id;
  if (!isSeen) {
    // What the filter has left out is shown when the cursor asks for it.
    if (!order.includes(rowOf(model, id))) choices = { ...choices, filter: '', gapsOnly: false };
    arrange();
    const before = shownNow();
    const { items } = model;
    const bounds = { from: Math.max(items.from[id]!, model.from), until: Math.min(items.until[id]!, model.until) };
    const moved = revealing(
      before,
      bounds.from < bounds.until ? bounds : { from: bounds.until, until: bounds.until },
      model,
    );
    if (moved !== before) shown = moved;
    if (!isTable()) chart.scrollTo(sceneOf(model), placeOf(id));
  }
  draw();
  if (focus) {
    focusPicture();
    // What is said of it below may have taken of its room.
    if (!isSeen && !isTable()) {
      chart.resize();
      chart.scrollTo(sceneOf(model), placeOf(id));
    }
  }
  remember();
}

function focusPicture(): void {
  if (isTable()) {
    table.focus();
    return;
  }
  if (selected === undefined) return;
  chart.cellOf(selected)?.focus({ preventScroll: true });
  // In little room all of the page scrolls.
  chart.element.scrollIntoView({ block: 'nearest' });
}

/** What has the focus when what had it has gone. */
function focusNext(): void {
  if (!model) return;
  if (layout.order.length > 0) focusPicture();
  else if (toolbar.element.hidden) summary.element.focus();
  else toolbar.filter.focus();
}

/** An item that had the focus while it was selected, and is selected no more. */
function isOfAnother(element: Element): boolean {
  const id = idAt(element);
  return id !== undefined && id !== selected;
}

function leadTo(to: NonNullable<Figure['leadsTo']>): void {
  if (!model) return;
  const found =
    itemOf(model, order, to) ??
    itemOf(
      model,
      model.rows.map((_, row) => row),
      to,
    );
  select(found, { focus: true });
}

function onKey(event: KeyboardEvent): void {
  const command = commandOf(event);
  if (!command || (isTable() && !worksInTable(command))) return;
  event.preventDefault();
  carryOut(command);
}

/** A table is walked through by the browser's own keys. */
function worksInTable(command: Command): boolean {
  return (
    'open' in command || 'close' in command || ('to' in command && (command.to === 'gap' || command.to === 'ending'))
  );
}

function carryOut(command: Command): void {
  if (!model) return;
  if ('reveal' in command) reveal(selected, command.reveal === 'focus');
  else if ('pan' in command) show(panned(shownNow(), command.pan, model));
  else if ('zoom' in command) zoom(command.zoom);
  else if ('open' in command) open(command.open);
  else if ('close' in command) close();
  else select(neighborOf(model, order, selected, command), { focus: true });
}

function open(what: Extract<Command, { open: unknown }>['open']): void {
  if (what === 'filter') toolbar.filter.focus();
  else if (what === 'help') help.showModal();
  else if (what === 'export') act('export');
  else {
    const hadFocus = main.contains(document.activeElement) && !toolbar.element.contains(document.activeElement);
    choices = { ...choices, table: !isTable() };
    draw();
    remember();
    if (hadFocus) focusPicture();
  }
}

/** The card first, then the filter. */
function close(): void {
  if (card.close()) return;
  if (choices.filter !== '' || choices.gapsOnly) {
    choose({ filter: '', gapsOnly: false });
    focusPicture();
  }
}

function zoom(to: Extract<Command, { zoom: unknown }>['zoom']): void {
  const all = model!;
  if (to === 'back') {
    if (history.length === 0) return;
    shown = history.at(-1);
    history = history.slice(0, -1);
    draw();
    remember();
  } else if (to === 'all') zoomTo(undefined);
  else if (to === 'today') zoomTo(around(all.at, shownNow().until - shownNow().from, all));
  else if (to === 'item') {
    if (selected === undefined) return;
    const from = Math.max(all.items.from[selected]!, all.from);
    const until = Math.min(all.items.until[selected]!, all.until);
    zoomTo(fitted({ from, until: Math.max(until, from) }, all));
  } else zoomTo(zoomed(shownNow(), to, aroundSelected(), all));
}

/** Zooming by key or button keeps what is seen of the selected item in place; else the middle. */
function aroundSelected(): number {
  const { from, until } = shownNow();
  const { items } = model!;
  const left = selected === undefined ? from : Math.max(items.from[selected]!, from);
  const right = selected === undefined ? until : Math.min(items.until[selected]!, until);
  return left <= right ? (left + right) / 2 : (from + until) / 2;
}

function zoomTo(time: Shown | undefined): void {
  history = [...history, shown].slice(-mostHistory);
  show(time);
}

function zoomToMerged(lot: Element): void {
  const { items } = model!;
  const [first, last] = ['data-first', 'data-last'].map(name => Number(lot.getAttribute(name)));
  const until = items.until[last!]!;
  zoomTo(fitted({ from: items.from[first!]!, until: Number.isFinite(until) ? until : model!.until }, model!));
  select(first, { focus: true, isSeen: true });
}

function show(time: Shown | undefined): void {
  shown = time;
  draw();
  remember();
}

/** Widened to whole units of the axis. */
function snapped(time: Shown): Shown {
  const width = chart.width() - gutterOf(chart.width());
  const { minor } = ticks(time, width, model!.clocks);
  const after = firstIndex(minor, ({ at }) => at > time.from);
  const end = firstIndex(minor, ({ at }) => at >= time.until);
  return within({ from: minor[after - 1]?.at ?? time.from, until: minor[end]?.at ?? time.until }, model!);
}

function reveal(id: number | undefined, focus: boolean): void {
  if (id !== undefined) post({ v: 1, t: 'reveal', seq, id, focus });
}

function act(kind: Action): void {
  const isOfItem = kind === 'fix' || kind === 'insert';
  post({ v: 1, t: 'action', seq, id: isOfItem ? (selected ?? null) : null, kind });
}

async function exportPicture(asked: PictureRequest): Promise<void> {
  const [about, of] = [seq, model!];
  // A table has no width of its own.
  const width = chart.width() || tableWidth;
  const data = await makePicture(of, { order, shown: shownNow(), width }, asked).catch(() => null);
  post({ v: 1, t: 'exported', seq: about, format: asked.format, data }, typeof data === 'string' ? [] : (data ?? []));
}

let rememberTimer: ReturnType<typeof setTimeout> | undefined;
/** Once what moves has come to rest. */
function rememberSoon(): void {
  clearTimeout(rememberTimer);
  rememberTimer = setTimeout(remember, 100);
}

function remember(): void {
  if (!model) return;
  const { filter, gapsOnly, sort, table: asked } = choices;
  host.setState({
    ...{ v: 1, file: model.file, shown: shown ?? null, filter, gapsOnly, sort, table: asked },
    ...{
      selected: selected === undefined ? null : model.items.key[selected]!,
      top: isTable() ? table.element.scrollTop : chart.top(),
    },
  });
}

function idAt(target: EventTarget | null): number | undefined {
  const id = target instanceof Element ? target.closest('[data-id]')?.getAttribute('data-id') : undefined;
  return id == null ? undefined : Number(id);
}

/** What the card says of an element. */
function textAt(target: Element): string | undefined {
  const id = idAt(target);
  if (id === undefined || !model) return target.getAttribute('aria-label') ?? undefined;
  return isLack(kindAt(model.items, id)) ? `${nameOf(model, id)}\n${view.cardHint}` : nameOf(model, id);
}
