// Items as columns of numbers: what goes in comes out, and they cross to a view as they are.
import assert from 'node:assert/strict';
import { isGap, isLack, itemAt, itemKinds, kindAt, newColumns } from '../../../src/core/timeline/columns';
import { sample } from '../read';
import { itemsOf, timelineFor } from './pictures';

describe('the columns of items', () => {
  it('give back what they were filled with', () => {
    const columns = newColumns(2);
    columns.kind[1] = itemKinds.indexOf('shortfall');
    columns.from[1] = -Infinity;
    columns.until[1] = 8.64e15;
    columns.fromWall[1] = 3;
    columns.untilWall[1] = 4;
    columns.lane[1] = 11;
    columns.isEnding[1] = 1;
    columns.seats[1] = Infinity;
    columns.needed[1] = 10_000_000_000;
    columns.line[1] = 4_000_000_000;
    columns.file[1] = 70_000;
    columns.key[1] = Number.MAX_SAFE_INTEGER;
    assert.deepEqual(itemAt(columns, ['', 'B'], 1), {
      ...{ id: 1, key: Number.MAX_SAFE_INTEGER, kind: 'shortfall', from: -Infinity, until: 8.64e15 },
      ...{ fromWall: 3, untilWall: 4, lane: 11, label: 'B', seats: Infinity, needed: 10_000_000_000 },
      ...{ line: 4_000_000_000, file: 70_000, isEnding: true },
    });
  });

  it('have no number of seats where none is said, which is not 0', () => {
    const columns = newColumns(2);
    columns.seats.set([Number.NaN, 0]);
    columns.needed.set([0, Number.NaN]);
    const seats = [0, 1].map(id => itemAt(columns, ['', ''], id)).map(item => [item.seats, item.needed]);
    assert.deepEqual(seats, [
      [undefined, 0],
      [0, undefined],
    ]);
  });

  it('tell every kind, and which of them are lacks', () => {
    const columns = newColumns(itemKinds.length);
    itemKinds.forEach((_, index) => {
      columns.kind[index] = index;
    });
    const kinds = itemKinds.map((_, index) => kindAt(columns, index));
    assert.deepEqual(kinds, itemKinds);
    assert.deepEqual(kinds.filter(isLack), ['gap', 'possible-gap', 'pending-gap', 'accepted-gap', 'shortfall']);
    assert.deepEqual(kinds.filter(isGap), ['gap', 'possible-gap', 'pending-gap', 'accepted-gap']);
  });

  it('are the same after they have been sent', () => {
    const { model } = timelineFor(sample('story.yaml'));
    const received = structuredClone(model);
    assert.deepEqual(received, model);
    assert.deepEqual(itemsOf(received), itemsOf(model));
  });
});
