// How pictures reach the view: one at a time, the latest first, and none where nobody listens.
import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { createDelivery, type Delivery } from '../../src/editor/timeline-delivery';

interface Stage {
  readonly delivery: Delivery;
  /** `3`: the picture of that number was sent; `failed`: the view was given up. */
  readonly log: (number | string)[];
  isWatched: boolean;
}

function stage(): Stage {
  const log: (number | string)[] = [];
  let seq = 0;
  const made: Stage = {
    log,
    isWatched: true,
    delivery: createDelivery({
      send: () => {
        log.push(++seq);
        return { seq, patience: 2000 };
      },
      isWatched: () => made.isWatched,
      fail: () => log.push('failed'),
    }),
  };
  return made;
}

describe('the delivery of pictures', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  it('waits for the view to listen', () => {
    const { delivery, log } = stage();
    delivery.update();
    mock.timers.tick(10_000);
    assert.deepEqual(log, []);
    delivery.listen();
    assert.deepEqual(log, [1]);
  });

  it('sends the next when the last is drawn, and all changes until then as one', () => {
    const { delivery, log } = stage();
    delivery.listen();
    for (let i = 0; i < 3; i++) delivery.update();
    assert.deepEqual(log, [1]);
    delivery.acknowledge(1);
    assert.deepEqual(log, [1, 2]);
    delivery.acknowledge(2);
    assert.deepEqual(log, [1, 2]);
    delivery.update();
    assert.deepEqual(log, [1, 2, 3]);
  });

  it('sends once more what was not drawn in time, and then gives up', () => {
    const { delivery, log } = stage();
    delivery.listen();
    mock.timers.tick(1999);
    assert.deepEqual(log, [1]);
    mock.timers.tick(1);
    assert.deepEqual(log, [1, 2]);
    mock.timers.tick(2000);
    assert.deepEqual(log, [1, 2, 'failed']);
    delivery.update();
    mock.timers.tick(10_000);
    assert.deepEqual(log, [1, 2, 'failed']);
    delivery.listen();
    mock.timers.tick(2000);
    assert.deepEqual(log, [1, 2, 'failed', 3, 4], 'a page that was loaded anew has two tries again');
  });

  it('takes a late answer for a sign of life', () => {
    const { delivery, log } = stage();
    delivery.listen();
    mock.timers.tick(2000);
    delivery.acknowledge(1);
    mock.timers.tick(2000);
    assert.deepEqual(log, [1, 2, 3]);
  });

  it('is not taken in by answers to what was never sent, or twice', () => {
    const { delivery, log } = stage();
    delivery.listen();
    delivery.acknowledge(7);
    delivery.update();
    assert.deepEqual(log, [1]);
    delivery.acknowledge(1);
    delivery.acknowledge(1);
    delivery.update();
    assert.deepEqual(log, [1, 2]);
    delivery.acknowledge(1);
    delivery.update();
    assert.deepEqual(log, [1, 2]);
  });

  it('sends nothing to a hidden view, and the latest when it is back', () => {
    const { delivery, log } = stage();
    delivery.listen();
    delivery.hide();
    delivery.update();
    mock.timers.tick(10_000);
    assert.deepEqual(log, [1]);
    delivery.listen();
    assert.deepEqual(log, [1, 2]);
  });

  it('does not give up a view in a window that nobody looks at', () => {
    const made = stage();
    const { delivery, log } = made;
    made.isWatched = false;
    delivery.listen();
    mock.timers.tick(10_000);
    assert.deepEqual(log, [1]);
    delivery.update();
    mock.timers.tick(10_000);
    assert.deepEqual(log, [1, 2]);
    made.isWatched = true;
    delivery.acknowledge(2);
    delivery.update();
    assert.deepEqual(log, [1, 2, 3]);
  });

  it('tells when the latest is drawn', async () => {
    const { delivery, log } = stage();
    const shown = delivery.whenShown().then(() => log.push('shown'));
    delivery.listen();
    delivery.update();
    delivery.acknowledge(1);
    await Promise.resolve();
    assert.deepEqual(log, [1, 2]);
    delivery.acknowledge(2);
    await shown;
    assert.deepEqual(log, [1, 2, 'shown']);
    await delivery.whenShown();
  });

  it('is silent once its panel is closed', () => {
    const { delivery, log } = stage();
    delivery.listen();
    delivery.dispose();
    mock.timers.tick(10_000);
    assert.deepEqual(log, [1]);
  });
});
