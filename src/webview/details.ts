// The line below the picture: what the selected item is, and what can be done about it.
import type { TimelineModel } from '../core/timeline';
import { type ItemKind, kindAt } from '../core/timeline/columns';
import { nameOf } from '../core/timeline/facts';
import type { Action } from '../core/timeline/messages';
import { button, html } from './dom';
import { view } from './page';

export interface Details {
  readonly element: HTMLElement;
  update(model: TimelineModel, selected: number | undefined): void;
}

export interface DetailsAsked {
  reveal(): void;
  act(kind: Action): void;
}

/** What the light bulb has something for. */
const mendable: ReadonlySet<ItemKind> = new Set([
  ...(['gap', 'possible-gap', 'pending-gap', 'shortfall'] as const),
  ...(['pending-term', 'invalid'] as const),
]);

export function createDetails(asked: DetailsAsked): Details {
  const text = html('p', { id: 'details' });
  const reveal = button('open-line', view.reveal, () => asked.reveal());
  const insert = button('insert', view.insert, () => asked.act('insert'));
  const fix = button('fix', view.fix, () => asked.act('fix'));
  const element = html('footer', {}, text, html('div', { id: 'actions' }, reveal, insert, fix));
  return {
    element,
    update: (model, selected) => {
      const kind = selected === undefined ? undefined : kindAt(model.items, selected);
      reveal.hidden = kind === undefined;
      insert.hidden = kind !== 'gap';
      fix.hidden = kind === undefined || !mendable.has(kind);
      const said = selected === undefined ? view.hint : nameOf(model, selected);
      if (text.textContent !== said) text.textContent = said;
    },
  };
}
