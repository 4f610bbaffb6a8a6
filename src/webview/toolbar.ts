// The buttons and fields above the picture.
import { longestFilter, type Sort, sorts } from '../core/timeline/messages';
import type { Command } from '../core/timeline/words/keys';
import { button, html } from './dom';
import { view } from './page';

/** How long each range of the menu is, in days; `all` and `own` have no length. */
const rangeDays = { month: 31, quarter: 92, year: 366, years3: 1096, years10: 3653 } as const;
type Range = keyof typeof view.ranges;

export interface ToolbarState {
  readonly filter: string;
  readonly gapsOnly: boolean;
  readonly sort: Sort;
  readonly isTable: boolean;
  readonly isAllFiles: boolean;
  readonly isAllShown: boolean;
}

export interface Asked {
  carryOut(command: Command): void;
  /** In days, around today. */
  range(days: number): void;
  filter(text: string): void;
  /** The keys of the filter that lead out of it. */
  leaveFilter(): void;
  gapsOnly(on: boolean): void;
  sort(by: Sort): void;
  allFiles(on: boolean): void;
}

export interface Toolbar {
  readonly element: HTMLElement;
  readonly filter: HTMLInputElement;
  update(state: ToolbarState): void;
}

export function createToolbar(asked: Asked): Toolbar {
  const command = (id: string, text: string, hint: string, key: string, wanted: Command): HTMLButtonElement => {
    const element = button(id, text, () => asked.carryOut(wanted));
    element.title = `${hint} (${key})`;
    if (text !== hint) element.setAttribute('aria-label', hint);
    return element;
  };
  const range = select('range', view.range, Object.entries(view.ranges));
  range.addEventListener('change', () => {
    const wanted = range.value as Range;
    if (wanted === 'all') asked.carryOut({ zoom: 'all' });
    else if (wanted !== 'own') asked.range(rangeDays[wanted]);
  });
  const filter = html('input', {
    ...{ id: 'filter', type: 'search', 'aria-label': view.filter, placeholder: view.filter },
    ...{ maxlength: longestFilter, spellcheck: 'false', title: `${view.filter} (/)` },
  });
  filter.addEventListener('input', () => asked.filter(filter.value));
  filter.addEventListener('keydown', event => {
    if (event.key === 'Escape' && filter.value !== '') {
      filter.value = '';
      asked.filter('');
    } else if (!['Escape', 'Enter', 'ArrowDown'].includes(event.key)) return;
    else asked.leaveFilter();
    event.preventDefault();
  });
  const sort = select(
    'sort',
    view.sort,
    sorts.map(each => [each, view.sorts[each]] as const),
  );
  sort.addEventListener('change', () => asked.sort(sort.value as Sort));
  const gapsOnly = toggle('gaps-only', view.gapsOnly, on => asked.gapsOnly(on));
  const allFiles = toggle('all-files', view.allFiles, on => asked.allFiles(on));
  const table = toggle('table-toggle', view.table, () => asked.carryOut({ open: 'table' }));
  table.title = `${view.table} (v)`;
  const element = html(
    'div',
    { role: 'toolbar', 'aria-label': view.toolbar },
    command('next-gap', view.nextGap, view.nextGap, 'g', { to: 'gap', by: 1 }),
    command('fit', view.fit, view.fit, '0', { zoom: 'all' }),
    command('today', view.today, view.today, 't', { zoom: 'today' }),
    command('zoom-out', '−', view.zoomOut, '-', { zoom: 2 }),
    command('zoom-in', '+', view.zoomIn, '+', { zoom: 0.5 }),
    range,
    filter,
    gapsOnly,
    allFiles,
    sort,
    table,
    command('export', view.export, view.export, 'x', { open: 'export' }),
    command('help', '?', view.help, '?', { open: 'help' }),
  );
  let shown: ToolbarState | undefined;
  return {
    element,
    filter,
    update: state => {
      if (same(state, shown)) return;
      shown = state;
      if (filter.value !== state.filter) filter.value = state.filter;
      gapsOnly.setAttribute('aria-pressed', String(state.gapsOnly));
      allFiles.setAttribute('aria-pressed', String(state.isAllFiles));
      table.setAttribute('aria-pressed', String(state.isTable));
      sort.value = state.sort;
      if (state.isAllShown) range.value = 'all';
      else if (range.value === 'all') range.value = 'own';
      for (const id of ['fit', 'today', 'zoom-out', 'zoom-in', 'range']) {
        const control = element.querySelector<HTMLButtonElement | HTMLSelectElement>(`#${id}`)!;
        // A table has no time to zoom in.
        control.hidden = state.isTable;
      }
    },
  };
}

function select(id: string, label: string, options: readonly (readonly [string, string])[]): HTMLSelectElement {
  return html(
    'select',
    { id, 'aria-label': label, title: label },
    ...options.map(([value, text]) => html('option', { value }, text)),
  );
}

function toggle(id: string, text: string, turn: (on: boolean) => void): HTMLButtonElement {
  const element = button(id, text, () => turn(element.getAttribute('aria-pressed') !== 'true'));
  element.setAttribute('aria-pressed', 'false');
  return element;
}

/** What has not changed is not touched: that would have the page styled anew at every step of a zoom. */
function same(a: ToolbarState, b: ToolbarState | undefined): boolean {
  return b !== undefined && (Object.keys(a) as (keyof ToolbarState)[]).every(key => a[key] === b[key]);
}
