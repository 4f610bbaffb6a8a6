// How many files are read at a time, and that reading stops when it is told to.
import assert from 'node:assert/strict';
import { atOnce, createLane, forEachOf } from '../../src/editor/parallel';

const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

describe('many files', () => {
  const many = Array.from({ length: 10 * atOnce }, (_, i) => i);

  it('are each read once, so many at a time', async () => {
    const read: number[] = [];
    let [now, most] = [0, 0];
    await forEachOf(many, async item => {
      most = Math.max(most, ++now);
      await turn();
      read.push(item);
      now--;
    });
    assert.equal(most, atOnce);
    assert.deepEqual(
      read.sort((a, b) => a - b),
      many,
    );
  });

  it('are read no further once that is stopped', async () => {
    let begun = 0;
    let isStopped = false;
    await forEachOf(
      many,
      async () => {
        if (++begun === atOnce + 5) isStopped = true;
        await turn();
      },
      () => isStopped,
    );
    assert.equal(begun, atOnce + 5);
  });

  it('are read one after another in a lane, whatever became of those before', async () => {
    const lane = createLane();
    const said: string[] = [];
    const work =
      (name: string, fails = false) =>
      async (): Promise<void> => {
        said.push(`${name} begins`);
        await turn();
        said.push(`${name} ends`);
        if (fails) throw new Error(name);
      };
    const results = await Promise.allSettled([lane(work('a')), lane(work('b', true)), lane(work('c'))]);
    assert.deepEqual(said, ['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    assert.deepEqual(
      results.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
  });
});
