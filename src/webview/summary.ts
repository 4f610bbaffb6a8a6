// The summary: each of its figures leads to what it counts.
import type { Figure, TimelineModel } from '../core/timeline';
import { kindAt } from '../core/timeline/columns';
import { button, html } from './dom';
import { isEnd } from './navigate';

export interface Summary {
  readonly element: HTMLElement;
  update(model: TimelineModel): void;
}

/** `lead`: a person asks where the figure comes from. */
export function createSummary(lead: (to: NonNullable<Figure['leadsTo']>) => void): Summary {
  // It can have the focus where there is nothing else to have it.
  const element = html('p', { id: 'summary', role: 'status', tabindex: -1 });
  let known: TimelineModel['figures'] | undefined;
  let said = '';
  return {
    element,
    update: ({ figures }) => {
      if (figures === known) return;
      known = figures;
      // Said aloud when it changes, so it is made anew only then.
      const text = figures.map(figure => figure.text).join('\n');
      if (text === said) return;
      said = text;
      element.replaceChildren(...figures.flatMap((figure, i) => [...(i > 0 ? [' · '] : []), partOf(figure, lead)]));
    },
  };
}

function partOf({ text, leadsTo, isGood }: Figure, lead: (to: NonNullable<Figure['leadsTo']>) => void): Node | string {
  if (leadsTo !== null) {
    const part = button(`figure-${leadsTo}`, text, () => lead(leadsTo));
    part.className = 'figure';
    return part;
  }
  if (!isGood) return text;
  return html('strong', { class: 'good' }, `✓ ${text}`);
}

/** The item that a figure counts and that comes next: the first that is not over, else the first of all. */
export function itemOf(
  model: TimelineModel,
  order: readonly number[],
  leadsTo: NonNullable<Figure['leadsTo']>,
): number | undefined {
  if (leadsTo === 'row') return order.length === 0 ? undefined : model.rows[order[0]!]!.first;
  const { items, at } = model;
  const isWanted = (id: number): boolean => {
    if (leadsTo === 'ending') return items.until[id]! > at && isEnd(model, id);
    const kind = kindAt(items, id);
    return leadsTo === 'gap' ? kind === 'gap' || kind === 'accepted-gap' : kind === leadsTo;
  };
  const bound = leadsTo === 'ending' ? items.until : items.from;
  let best: number | undefined;
  const rank = (id: number): number => (items.until[id]! > at ? 0 : 1);
  for (const row of order) {
    const { first, end } = model.rows[row]!;
    for (let id = first; id < end; id++) {
      if (!isWanted(id)) continue;
      if (best === undefined || rank(id) < rank(best) || (rank(id) === rank(best) && bound[id]! < bound[best]!))
        best = id;
    }
  }
  return best;
}
