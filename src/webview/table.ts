// The same as a table: for screen readers, narrow panels, and whoever likes tables.

import type { TimelineModel } from '../core/timeline';
import { itemAt, kindAt } from '../core/timeline/columns';
import { cellsOf } from '../core/timeline/facts';
import { rowOf } from '../core/timeline/layout';
import * as words from '../core/timeline/words';
import { button, html, turnOff } from './dom';
import { view } from './page';

/** How many lines of a table are there at a time. */
const pageLines = 500;

export interface Table {
  readonly element: HTMLElement;
  /** `order`: of the rows that are shown. The page with the selected item is shown when that changes. */
  draw(model: TimelineModel, order: readonly number[], selected: number | undefined): void;
  focus(): void;
}

export interface TableAsked {
  /** Goes to the line of an item. */
  reveal(id: number): void;
  select(id: number): void;
}

export function createTable(asked: TableAsked): Table {
  const { columns } = view;
  const body = html('tbody');
  const count = html('span');
  const previous = button('table-previous', view.previous, () => turn(-1));
  const next = button('table-next', view.next, () => turn(1));
  const pager = html('p', { id: 'table-pager' }, previous, count, next);
  const head = Object.values(columns).map(name => html('th', { scope: 'col' }, name));
  const table = html('table', { 'aria-label': view.grid }, html('thead', {}, html('tr', {}, ...head)), body);
  const element = html('div', { id: 'table', tabindex: -1 }, table, pager);
  let ids: readonly number[] = [];
  let [model, order, marked] = [
    undefined as TimelineModel | undefined,
    undefined as readonly number[] | undefined,
    undefined as number | undefined,
  ];
  let page = 0;

  const turn = (by: number): void => {
    page += by;
    fill();
    element.scrollTop = 0;
  };
  const fill = (): void => {
    const first = page * pageLines;
    const last = Math.min(first + pageLines, ids.length);
    body.replaceChildren(...ids.slice(first, last).map(id => lineOf(model!, id)));
    pager.hidden = ids.length <= pageLines;
    count.textContent = words.linesShown(first + 1, last, ids.length);
    turnOff(previous, page === 0);
    turnOff(next, last === ids.length);
    mark();
  };
  const mark = (): void => {
    body.querySelector('[aria-current]')?.removeAttribute('aria-current');
    body.querySelector(`[data-id="${marked}"]`)?.setAttribute('aria-current', 'true');
  };
  const lineOf = (of: TimelineModel, id: number): HTMLElement => {
    const item = itemAt(of.items, of.labels, id);
    const row = of.rows[rowOf(of, id)]!;
    const line = button(undefined, words.place(item.line, of.files[item.file]), () => asked.reveal(id));
    line.setAttribute('aria-label', `${view.reveal}: ${words.itemName(item, row, of)}`);
    const cells = [...cellsOf(item), line].map(cell => html('td', {}, cell));
    const element = html(
      'tr',
      { 'data-id': id, class: kindAt(of.items, id) },
      html('th', { scope: 'row' }, words.rowTitle(row)),
      ...cells,
    );
    element.addEventListener('focusin', () => asked.select(id));
    return element;
  };

  return {
    element,
    draw: (newModel, newOrder, selected) => {
      const isSame = newModel === model && newOrder === order;
      const isMoved = selected !== marked;
      marked = selected;
      if (isSame && (!isMoved || body.querySelector(`[data-id="${selected}"]`))) return mark();
      if (!isSame) {
        [model, order] = [newModel, newOrder];
        ids = newOrder.flatMap(row => {
          const { first, end } = newModel.rows[row]!;
          return Array.from({ length: end - first }, (_, i) => first + i);
        });
      }
      const at = selected === undefined ? -1 : ids.indexOf(selected);
      page = at < 0 ? 0 : Math.floor(at / pageLines);
      fill();
    },
    focus: () => {
      const line = body.querySelector<HTMLElement>('[aria-current] button') ?? body.querySelector('button');
      line?.focus();
      line?.scrollIntoView({ block: 'nearest' });
    },
  };
}
