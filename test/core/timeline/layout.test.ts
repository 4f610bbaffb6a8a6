// Which rows are shown, in which order, and where each stands.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { emptyTimeline, type TimelineModel, type TimelineRow, timelineOf } from '../../../src/core/timeline';
import { isLack, itemKinds, kindAt, newColumns } from '../../../src/core/timeline/columns';
import {
  type Choice,
  headHeight,
  heightOf,
  laneHeight,
  layoutOf,
  orderOf,
  rowsBetween,
  seatsHeight,
} from '../../../src/core/timeline/layout';
import { sorts } from '../../../src/core/timeline/messages';
import { at, readText } from '../read';
import { entriesOf, file, options, product, reportOf, timelineFor } from './pictures';

const all: Choice = { filter: '', gapsOnly: false, sort: 'name' };

/** The names of the rows that are shown, in order. */
function shown(model: TimelineModel, choice: Partial<Choice>): string[] {
  return orderOf(model, { ...all, ...choice }).map(index => model.rows[index]!.label);
}

/** A model of rows alone, each with its items: what they are, and how they are labeled. */
interface RowPlan {
  readonly label: string;
  readonly detail: string | null;
  readonly status: TimelineRow['status'];
  readonly lanes: number;
  readonly nextGap: number | null;
  readonly ends: number | null;
  readonly hasSteps: boolean;
  readonly items: readonly (readonly [number, string])[];
}

function modelOf(plans: readonly RowPlan[]): TimelineModel {
  const flat = plans.flatMap(({ items }) => items);
  const items = newColumns(flat.length);
  flat.forEach(([kind], id) => {
    items.kind[id] = kind;
  });
  let first = 0;
  const rows = plans.map(({ items: own, hasSteps, ...plan }, key): TimelineRow => {
    const row = { ...plan, key, first, end: first + own.length, steps: hasSteps ? [] : null };
    first = row.end;
    return row;
  });
  return { ...emptyTimeline(at).model, rows, items, labels: flat.map(([, label]) => label) };
}

const name = fc.constantFrom('Alpha', 'beta', 'BETA ray', 'Gamma', 'İstanbul', 'ß', '');
const instant = fc.option(
  fc.integer({ min: -3, max: 3 }).map(days => at + days * 86_400_000),
  { nil: null },
);
const plans: fc.Arbitrary<readonly RowPlan[]> = fc.array(
  fc.record({
    label: name,
    detail: fc.option(name, { nil: null }),
    status: fc.constantFrom('gap', 'short', 'possible', 'pending', 'ok', 'ended'),
    lanes: fc.integer({ min: 1, max: 12 }),
    nextGap: instant,
    ends: instant,
    hasSteps: fc.boolean(),
    items: fc.array(fc.tuple(fc.nat(itemKinds.length - 1), name), { maxLength: 4 }),
  }),
  { maxLength: 12 },
);
const choice = fc.record({
  filter: fc.constantFrom('', ' ', 'a', 'BETA', ' ray ', 'i', 'nothing of the kind'),
  gapsOnly: fc.boolean(),
  sort: fc.constantFrom(...sorts),
});

describe('the order of rows', () => {
  const three = timelineFor(
    product('Gamma', 'covered', 'G 2026-01-01 2026-12-10') +
      entriesOf('Alpha', 'covered', 'A1 2026-01-01 2027-01-31', 'A2 2027-03-01 2027-12-31') +
      entriesOf('Beta', 'covered', 'B1 2020-01-01 2021-01-01', 'B2 2021-03-01 2022-01-01') +
      entriesOf('Delta', 'covered', 'D1 2026-01-01 2026-11-30', 'D2 2027-01-01 never'),
  ).model;

  it('is that of names, of the next gap, or of the next end; what is over comes last', () => {
    assert.deepEqual(shown(three, { sort: 'name' }), ['Alpha', 'Beta', 'Delta', 'Gamma']);
    assert.deepEqual(shown(three, { sort: 'gap' }), ['Delta', 'Alpha', 'Gamma', 'Beta']);
    assert.deepEqual(shown(three, { sort: 'expiry' }), ['Gamma', 'Alpha', 'Delta', 'Beta']);
  });

  it('has rows with gaps alone where only those are asked for, past and accepted ones too', () => {
    assert.deepEqual(shown(three, { gapsOnly: true }), ['Alpha', 'Beta', 'Delta']);
    const short = `required: { product: P, seats: 5 }\n${file('covered', 'A 2026-01-01 never seats=4')}`;
    assert.deepEqual(shown(timelineFor(short).model, { gapsOnly: true }), ['P']);
    assert.deepEqual(shown(timelineFor(file('covered', 'A 2026-01-01 never')).model, { gapsOnly: true }), []);
  });

  it('has rows alone that match by name, environment or license, whatever the case', () => {
    assert.deepEqual(shown(three, { filter: 'ETA' }), ['Beta']);
    assert.deepEqual(shown(three, { filter: '  delta ' }), ['Delta']);
    assert.deepEqual(shown(three, { filter: 'a2' }), ['Alpha']);
    assert.deepEqual(shown(three, { filter: 'zeta' }), []);
    const test = timelineFor(`environment: Test\n${file('covered', 'A 2026-01-01 never')}`).model;
    assert.deepEqual(shown(test, { filter: 'test' }), ['P']);
    assert.deepEqual(shown(three, { filter: 'a', gapsOnly: true, sort: 'gap' }), ['Delta', 'Alpha', 'Beta']);
  });

  it('is one of the rows that match, sorted by what it says, and of equal ones by name', () => {
    fc.assert(
      fc.property(plans, choice, (given, { filter, gapsOnly, sort }) => {
        const model = modelOf(given);
        const order = orderOf(model, { filter, gapsOnly, sort });
        const wanted = filter.trim().toLowerCase();
        const expected = given.flatMap(({ label, detail, items }, index) => {
          const texts = [label, detail ?? '', ...items.map(([, text]) => text)];
          const isFound = texts.some(text => text.toLowerCase().includes(wanted));
          const hasLack = items.some(([kind]) => isLack(itemKinds[kind]!));
          return (wanted === '' || isFound) && (!gapsOnly || hasLack) ? [index] : [];
        });
        assert.deepEqual(
          [...order].sort((a, b) => a - b),
          expected,
        );
        const rank = (index: number): readonly number[] => {
          const { status, nextGap, ends } = given[index]!;
          const instants = sort === 'gap' ? [nextGap, ends] : [ends];
          return sort === 'name'
            ? [index]
            : [status === 'ended' ? 1 : 0, ...instants.map(each => each ?? Infinity), index];
        };
        for (let i = 1; i < order.length; i++) {
          const [a, b] = [rank(order[i - 1]!), rank(order[i]!)];
          const difference = a.findIndex((value, place) => value !== b[place]);
          assert.ok(a[difference]! < b[difference]!);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the places of rows', () => {
  it('lie one below another, as high as their lanes and seats are', () => {
    fc.assert(
      fc.property(plans, choice, (given, chosen) => {
        const model = modelOf(given);
        const order = orderOf(model, chosen);
        const { tops } = layoutOf(model, order);
        assert.equal(tops.length, order.length + 1);
        order.forEach((index, place) => {
          const { lanes, hasSteps } = given[index]!;
          const height = tops[place + 1]! - tops[place]!;
          assert.equal(height, heightOf(model.rows[index]!));
          const least = headHeight + lanes * laneHeight + (hasSteps ? seatsHeight : 0);
          assert.ok(height > least && height < least + laneHeight);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('are found as a search from the top would find them', () => {
    fc.assert(
      fc.property(
        plans,
        fc.integer({ min: -300, max: 3_000 }),
        fc.integer({ min: 0, max: 1_500 }),
        (given, from, room) => {
          const model = modelOf(given);
          const layout = layoutOf(model, orderOf(model, all));
          const [first, end] = rowsBetween(layout, from, from + room);
          assert.ok(first >= 0 && first <= end && end <= layout.order.length, `${first} ${end}`);
          layout.order.forEach((_, place) => {
            const isTouched = layout.tops[place + 1]! > from && layout.tops[place]! < from + room;
            if (isTouched) assert.ok(first <= place && place < end, `${place} is not in ${first} to ${end}`);
            // Nothing more than the row at the edge.
            else assert.ok(place < first || place >= end || room === 0, `${place} is in ${first} to ${end}`);
          });
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('a file of 20,000 products', () => {
  it('is put in order, laid out and searched', () => {
    const count = 20_000;
    const text = JSON.stringify({
      expiryDay: 'covered',
      licenses: Array.from({ length: count }, (_, i) => {
        const starts = new Date(Date.UTC(2024, 0, 1 + (i % 700))).toISOString().slice(0, 10);
        const expires = new Date(Date.UTC(2026, 0, 1 + ((i * 7) % 900))).toISOString().slice(0, 10);
        const own = { product: `Product ${i}`, id: `ID-${i}`, starts, expires, seats: i % 5 };
        return i % 4 === 0 ? [own, { ...own, id: `ID-${i}-b`, starts: '2029-01-01', expires: 'never' }] : [own];
      }).flat(),
    });
    const read = readText('licenses.json', text);
    const { model } = timelineOf([reportOf([read])], read, options);
    assert.deepEqual([model.state, model.rows.length], ['ok', count]);
    assert.equal(model.rows.at(-1)!.end, model.labels.length);
    for (const sort of sorts) {
      const order = orderOf(model, { ...all, sort });
      assert.equal(new Set(order).size, count);
      const layout = layoutOf(model, order);
      const middle = layout.tops[count / 2]!;
      assert.deepEqual(rowsBetween(layout, middle, middle + 1), [count / 2, count / 2 + 1]);
    }
    const [next] = orderOf(model, { ...all, sort: 'gap' });
    const gaps = model.rows.flatMap(({ nextGap, status }) => (nextGap === null || status === 'ended' ? [] : [nextGap]));
    assert.equal(
      model.rows[next!]!.nextGap,
      gaps.reduce((a, b) => Math.min(a, b)),
    );
    assert.equal(orderOf(model, { ...all, gapsOnly: true }).length, count / 4);
    assert.deepEqual(
      orderOf(model, { ...all, filter: 'id-19996-b' }).map(index => model.rows[index]!.label),
      ['Product 19996'],
    );
    assert.equal(kindAt(model.items, model.rows[0]!.first), 'term');
  }).timeout(20_000);
});
