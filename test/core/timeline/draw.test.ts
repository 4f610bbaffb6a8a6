// The drawing: everything in view is drawn or told of, gaps never go under, and each number is one.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TimelineModel } from '../../../src/core/timeline';
import { drawAxis } from '../../../src/core/timeline/axis';
import { isGap, isLack, kindAt } from '../../../src/core/timeline/columns';
import { drawLines, drawRows, gutterOf, patterns, type Scene } from '../../../src/core/timeline/draw';
import { layoutOf, orderOf } from '../../../src/core/timeline/layout';
import type { Shape } from '../../../src/core/timeline/shape';
import { caseOf, rendered } from '../oracle/cases';
import { at, readText } from '../read';
import { entriesOf, file, timelineFor, timelineOfAll } from './pictures';

const day = 86_400_000;

function sceneOf(model: TimelineModel, more: Partial<Scene> = {}): Scene {
  const layout = layoutOf(model, orderOf(model, { filter: '', gapsOnly: false, sort: 'name' }));
  const measure: Scene['measure'] = (text, weight) => text.length * (weight === 'bold' ? 7 : 6);
  const { from, until } = model;
  return { model, shown: { from, until }, layout, width: 900, measure, seq: 1, selected: undefined, ...more };
}

function shapesIn(shapes: readonly (Shape | string)[]): readonly Shape[] {
  return shapes.flatMap(each => (typeof each === 'string' ? [] : [each, ...shapesIn(each.children)]));
}

function cellsOf(row: Shape): readonly Shape[] {
  return shapesIn(row.children).filter(({ attributes }) => attributes.role === 'gridcell');
}

function drawn(scene: Scene): readonly Shape[] {
  return drawRows(scene, 0, scene.layout.order.length);
}

/** The items that a cell stands for. */
function itemsIn({ attributes }: Shape, { items }: TimelineModel): readonly number[] {
  if (attributes['data-id'] !== undefined) return [Number(attributes['data-id'])];
  const [first, last] = [Number(attributes['data-first']), Number(attributes['data-last'])];
  const range = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const lacks = isLack(kindAt(items, first));
  return range.filter(id => isLack(kindAt(items, id)) === lacks);
}

function assertPlain(shapes: readonly Shape[]): void {
  for (const { name, attributes } of shapesIn(shapes)) {
    for (const [attribute, value] of Object.entries(attributes)) {
      if (value !== undefined)
        assert.doesNotMatch(String(value), /NaN|Infinity|undefined|null|e[+-]\d/, `${name}.${attribute}`);
    }
    for (const size of ['width', 'height']) {
      const value = attributes[size];
      if (typeof value === 'number') assert.ok(value >= 0 && value < 100_000, `${name}.${size} ${value}`);
    }
  }
}

/** A random picture, of which some time is shown. */
const scenes = fc
  .record({
    index: fc.nat(1_000_000),
    middle: fc.integer({ min: -40, max: 40 }),
    length: fc.constantFrom(7, 30, 365, 3_650, 20_000),
    width: fc.integer({ min: 320, max: 2_000 }),
    selected: fc.option(fc.nat(30), { nil: undefined }),
  })
  .map(({ index, middle, length, width, selected }) => {
    const { files, timezone, expiryDay, at: now } = caseOf(777, index);
    const read = files.map(rendered).map(({ path, text }) => readText(path, text, { timezone, expiryDay }));
    const { model } = timelineOfAll(read, { timezone, expiryDay }, now);
    const from = now + (middle - length / 2) * day;
    return sceneOf(model, { shown: { from, until: from + length * day }, width, selected });
  });

describe('a drawing', () => {
  it('has each item in view, by itself or with its like, and gaps among gaps alone', () => {
    fc.assert(
      fc.property(scenes, scene => {
        const { model, shown, layout } = scene;
        const { items } = model;
        for (const [place, row] of drawn(scene).entries()) {
          const { first, end } = model.rows[layout.order[place]!]!;
          const found = cellsOf(row).flatMap(cell => itemsIn(cell, model));
          for (let id = first; id < end; id++) {
            const isSeen = items.from[id]! <= shown.until && items.until[id]! >= shown.from;
            if (isSeen) assert.ok(found.includes(id), `${kindAt(items, id)} is not drawn`);
            else assert.equal(found.includes(id) && id !== scene.selected && !isWithinLot(row, id), false);
          }
          assert.ok(found.every(id => id >= first && id < end));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('shows gaps that are too narrow to be told apart as the worst of them', () => {
    const { model } = timelineFor(
      'acceptedGaps: [{ product: P, from: 2026-01-05, until: 2026-01-06 }]\nlicenses:\n' +
        ['2000-01-01 2026-01-05', '2026-01-06 2026-01-08', '2026-01-09 2050-01-01']
          .map(dates => dates.split(' '))
          .map(([from, until]) => `  - { product: P, expiryDay: uncovered, starts: ${from}, expires: ${until} }\n`)
          .join(''),
    );
    const [row] = drawn(sceneOf(model, { shown: model, width: 600, selected: undefined }));
    const lots = cellsOf(row!).map(({ attributes }) => attributes.class);
    assert.ok(lots.includes('item merged gap'), lots.join(', '));
  });

  it('has no number that is none, however little or much is shown', () => {
    fc.assert(
      fc.property(scenes, scene => {
        const shapes = drawn(scene);
        assertPlain([...shapes, ...drawAxis(scene), drawLines(scene, 0, 500), patterns()]);
        assert.deepEqual(drawn(scene), shapes);
      }),
      { numRuns: 400 },
    );
  });

  it('has gaps on top of all bars, and each cell under a name and a key of its own', () => {
    fc.assert(
      fc.property(scenes, scene => {
        const { model } = scene;
        const rows = drawn(scene);
        assert.equal(new Set(rows.map(({ key }) => key)).size, rows.length);
        for (const row of rows) {
          const cells = cellsOf(row);
          const above = cells.map(cell => {
            const kind = kindAt(model.items, itemsIn(cell, model)[0]!);
            return isLack(kind) || kind === 'invalid';
          });
          assert.ok(above.lastIndexOf(false) < (above.includes(true) ? above.indexOf(true) : Infinity));
          assert.equal(new Set(cells.map(({ key }) => key)).size, cells.length);
          assert.equal(new Set(cells.map(({ attributes }) => attributes['aria-colindex'])).size, cells.length);
          for (const { attributes } of cells) assert.ok(String(attributes['aria-label']).length > 3);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('has gaps that can be seen and hit, however short they are', () => {
    fc.assert(
      fc.property(scenes, scene => {
        const { model, shown } = scene;
        for (const cell of drawn(scene).flatMap(cellsOf)) {
          const [id] = itemsIn(cell, model);
          if (!isGap(kindAt(model.items, id!))) continue;
          if (model.items.from[id!]! > shown.until || model.items.until[id!]! < shown.from) continue;
          const widthOf = (kind: string) =>
            Number(shapesIn(cell.children).find(({ attributes }) => attributes.class === kind)!.attributes.width);
          assert.ok(widthOf('shape') >= 3 && widthOf('hit') >= 24);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('has one tab stop: the selected item, drawn by itself and however far it is', () => {
    const { model } = timelineFor(
      file(
        'covered',
        ...Array.from({ length: 9 }, (_, i) => `A${i} 2026-01-0${i + 1} 2026-01-0${i + 1}`),
        'Z 2027-01-01 2027-02-01',
      ),
    );
    for (const shown of [
      { from: at, until: at + 7 * day },
      { from: at - 9_000 * day, until: at + 9_000 * day },
    ]) {
      const cells = drawn(sceneOf(model, { shown, selected: 4 })).flatMap(cellsOf);
      const stops = cells.filter(({ attributes }) => attributes.tabindex === 0);
      assert.deepEqual(
        stops.map(({ attributes }) => attributes['data-id']),
        [4],
      );
    }
  });

  it('puts bars together that are too narrow, and gaps with gaps', () => {
    const terms = Array.from(
      { length: 20 },
      (_, i) => `A${i} 2026-01-${String(i + 1).padStart(2, '0')} 2026-01-${String(i + 1).padStart(2, '0')}`,
    );
    const { model } = timelineFor(
      file('covered', ...terms) + entriesOf('Q', 'covered', ...terms.filter((_, i) => i % 2 === 0)),
    );
    const far = { from: at - 9_000 * day, until: at + 9_000 * day };
    const names = drawn(sceneOf(model, { shown: far })).map(row =>
      cellsOf(row).map(({ attributes }) => attributes['aria-label']),
    );
    assert.deepEqual(names, [['20 licenses, P'], ['10 licenses, Q', '9 gaps, Q']]);
    const near = { from: Date.UTC(2026, 0, 1), until: Date.UTC(2026, 0, 21) };
    assert.deepEqual(
      drawn(sceneOf(model, { shown: near })).map(row => cellsOf(row).length),
      [20, 19],
    );
  });

  it('is as wide as it is asked to be, with names that fit', () => {
    for (const width of [320, 600, 900, 4_000]) {
      const { model } = timelineFor(
        `environment: ${'e'.repeat(150)}\n${file('covered', 'A 2026-01-01 never')}`.replace(
          'product: P',
          `product: ${'P'.repeat(150)}`,
        ),
      );
      const scene = sceneOf(model, { width });
      const header = shapesIn(drawn(scene)).find(({ attributes }) => attributes.role === 'rowheader')!;
      for (const { name, attributes, children } of shapesIn([header])) {
        if (name !== 'text') continue;
        const right =
          Number(attributes.x) + scene.measure(children.join(''), attributes.class === 'product' ? 'bold' : 'normal');
        assert.ok(right <= gutterOf(width), `${children.join('')} ends at ${right}`);
      }
    }
  });
});

/** Whether an item lies between those of a lot, out of view: it is no harm to name it there. */
function isWithinLot(row: Shape, id: number): boolean {
  return cellsOf(row).some(
    ({ attributes }) => Number(attributes['data-first']) < id && id < Number(attributes['data-last']),
  );
}
