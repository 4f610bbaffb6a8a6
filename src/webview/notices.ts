// What stands between the summary and the picture: what went wrong, what is not shown, and what to do where there is nothing.
import type { TimelineModel } from '../core/timeline';
import type { Action } from '../core/timeline/messages';
import * as words from '../core/timeline/words';
import { button, html } from './dom';
import { view } from './page';

export interface Notices {
  readonly element: HTMLElement;
  /** `isFiltered`: the filter has left nothing. */
  update(model: TimelineModel, isStale: boolean, isFiltered: boolean): void;
}

export interface NoticesAsked {
  /** Goes to a problem. */
  reveal(id: number): void;
  act(kind: Action): void;
  clearFilter(): void;
}

export function createNotices(asked: NoticesAsked): Notices {
  const element = html('div', { id: 'notices' });
  /** What it was made of: what has the focus is not made anew for nothing. */
  let made = '';
  return {
    element,
    update: (model, isStale, isFiltered) => {
      const key = JSON.stringify([model.problems, model.notice, model.state, isStale, isFiltered]);
      if (key === made) return;
      made = key;
      element.replaceChildren(
        ...troubles(model, troubleOf(model, isStale), asked),
        ...remarks(model, asked),
        ...ways(model, isFiltered, asked),
      );
    },
  };
}

/** What is wrong with the text; `''`: nothing. */
export function troubleOf({ problems }: TimelineModel, isStale: boolean): string {
  if (isStale) return words.lastValid;
  return problems.length > 0 ? words.cannotRead : '';
}

/** What keeps the text from being read, each a way to its line. */
function troubles({ problems }: TimelineModel, lead: string, asked: NoticesAsked): readonly Node[] {
  if (lead === '') return [];
  const links = problems.map(({ text, id }, i) => {
    const link = button(`problem-${i}`, text, () => asked.reveal(id));
    link.className = 'figure';
    link.title = view.goToLine;
    return html('li', {}, link);
  });
  const list = links.length === 0 ? [] : [html('ul', {}, ...links)];
  return [html('div', { id: 'trouble', class: 'notice' }, html('p', {}, lead), ...list)];
}

function remarks({ notice }: TimelineModel, asked: NoticesAsked): readonly Node[] {
  if (notice === null) return [];
  const show = button('show-problems', view.showProblems, () => asked.act('problems'));
  return [html('div', { id: 'notice', class: 'notice', role: 'note' }, html('p', {}, notice), show)];
}

/** Where there is no picture: what to do next. */
function ways({ state, rows }: TimelineModel, isFiltered: boolean, asked: NoticesAsked): readonly Node[] {
  if (isFiltered && rows.length > 0) {
    const clear = button('clear-filter', view.clearFilter, () => asked.clearFilter());
    return [html('div', { class: 'empty' }, html('p', {}, view.nothingFound), clear)];
  }
  if (state === 'too-many') {
    const show = button('show-problems', view.showProblems, () => asked.act('problems'));
    return [html('div', { class: 'empty' }, show)];
  }
  if (state === 'ok') return [];
  return [
    html(
      'div',
      { class: 'empty' },
      button('example', view.example, () => asked.act('example')),
    ),
  ];
}
