// The axis and the rows: draws those that can be seen, and a little more, whatever there is besides.
import { axisHeight, drawAxis } from '../core/timeline/axis';
import { drawLines, drawRows, gutterOf, patterns, type Scene } from '../core/timeline/draw';
import { rowsBetween } from '../core/timeline/layout';
import type { Shape } from '../core/timeline/shape';
import { html, patch } from './dom';
import { view } from './page';

export interface Chart {
  readonly element: HTMLElement;
  /** Where the axis is, for those who drag on it. */
  readonly axis: HTMLElement;
  /** In pixels, without a scroll bar; as it was at the last `resize`. */
  width(): number;
  /** Looks how large it is now. To be called before anything is changed, since asking has all laid out. */
  resize(): void;
  /** How far down the rows are scrolled, in pixels. */
  top(): number;
  scrollBy(top: number): void;
  /** Draws what can be seen of a scene; `place` in the order: a row that is drawn wherever it stands. */
  draw(scene: Scene, place: number | undefined): void;
  /** Scrolls so that a row can be seen whole. */
  scrollTo(scene: Scene, place: number): void;
  /** The element of an item, where it is drawn. */
  cellOf(id: number): SVGElement | undefined;
}

export function createChart(): Chart {
  const svgName = 'http://www.w3.org/2000/svg';
  const axisSvg = document.createElementNS(svgName, 'svg');
  axisSvg.setAttribute('class', 'axis');
  axisSvg.setAttribute('aria-hidden', 'true');
  const grid = document.createElementNS(svgName, 'svg');
  const axis = html('div', { id: 'axis' });
  axis.append(axisSvg);
  const rows = html('div', { id: 'rows' });
  rows.append(grid);
  const element = html('div', { id: 'chart' }, axis, rows);
  let [width, height, top] = [0, 0, 0];
  element.addEventListener('scroll', () => {
    top = element.scrollTop;
  });
  const scrollBy = (wanted: number): void => {
    element.scrollTop = wanted;
    top = wanted;
  };
  const set = (target: SVGSVGElement, attributes: Readonly<Record<string, string | number>>): void => {
    for (const [name, value] of Object.entries(attributes)) {
      if (target.getAttribute(name) !== String(value)) target.setAttribute(name, String(value));
    }
  };

  return {
    element,
    axis,
    width: () => width,
    resize: () => {
      [width, height] = [element.clientWidth, element.clientHeight];
    },
    top: () => top,
    scrollBy,
    draw: (scene, place) => {
      const { model, layout, shown, selected } = scene;
      if (width <= gutterOf(width)) return;
      const bottom = layout.tops.at(-1)!;
      const columns = layout.order.reduce((most, row) => {
        const { first, end } = model.rows[row]!;
        return Math.max(most, end - first + 1);
      }, 1);
      set(axisSvg, { width, height: axisHeight });
      set(grid, {
        ...{ class: 'rows', role: 'grid', 'aria-label': view.grid, width, height: bottom },
        ...{ 'aria-rowcount': layout.order.length, 'aria-colcount': columns },
      });
      patch(axisSvg, drawAxis(scene));
      const { from, until } = model.items;
      // What has the focus but no shape shows it by the frame of all.
      const isAway = selected !== undefined && (from[selected]! > shown.until || until[selected]! < shown.from);
      element.classList.toggle('away', isAway);
      const [first, end] = rowsBetween(layout, top - height / 4, top + height * 1.25);
      const shapes: Shape[] = [patterns(), drawLines(scene, 0, bottom)];
      // What has the focus is never taken away, however far it is.
      const draw = (from: number, until: number): void => {
        shapes.push(...drawRows(scene, from, until).map(readable));
      };
      if (place !== undefined && place >= 0 && place < first) draw(place, place + 1);
      draw(first, end);
      if (place !== undefined && place >= end) draw(place, place + 1);
      patch(grid, shapes);
    },
    scrollTo: ({ layout: { tops } }, place) => {
      const room = height - axisHeight;
      const [begin, end] = [tops[place]!, tops[place + 1]!];
      if (begin < top) scrollBy(Math.max(begin - 6, 0));
      else if (end > top + room) scrollBy(Math.min(end - room + 6, begin));
    },
    cellOf: id => grid.querySelector<SVGElement>(`[data-id="${id}"]`) ?? undefined,
  };
}

/** A row as readers want it: with a name of its own, and its cells in the order of their columns, whatever is drawn above what. */
function readable(row: Shape): Shape {
  const cells: [number, string][] = [];
  let name: Shape['attributes'][string];
  const children = row.children.map(child => {
    const column = typeof child === 'string' ? undefined : child.attributes['aria-colindex'];
    if (typeof child === 'string' || column === undefined) return child;
    const { attributes } = child;
    if (attributes.role === 'rowheader') name = attributes['aria-label'];
    const id = `cell-${row.attributes['aria-rowindex']}-${column}`;
    cells.push([Number(column), id]);
    return { ...child, attributes: { ...attributes, id } };
  });
  cells.sort(([a], [b]) => a - b);
  const owned = cells.map(([, id]) => id).join(' ');
  return { ...row, attributes: { ...row.attributes, 'aria-label': name, 'aria-owns': owned }, children };
}
