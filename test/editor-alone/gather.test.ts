// How bursts of changed files are handed over: each once, and the next when those are read.
import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { gather } from '../../src/editor/gather';

async function breath(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) await Promise.resolve();
}

describe('what is gathered', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  it('is handed over ten times a second at most, however often a file changes, and the last change is not lost', async () => {
    const given: string[][] = [];
    const files = gather<string>(
      file => file,
      async some => void given.push([...some]),
    );
    for (let i = 0; i < 100; i++) {
      files.add('a');
      mock.timers.tick(20);
      await breath();
    }
    mock.timers.tick(100);
    await breath();
    assert.ok(given.length >= 15 && given.length <= 21, `${given.length} times in two seconds`);
    assert.ok(given.every(some => some.join() === 'a'));
    files.add('a');
    mock.timers.tick(100);
    await breath();
    assert.equal(given.at(-1)?.join(), 'a');
  });

  it('waits while what was handed over is being read', async () => {
    const given: string[][] = [];
    let done = (): void => {};
    const files = gather<string>(
      file => file,
      some => {
        given.push([...some]);
        return new Promise(resolve => {
          done = resolve;
        });
      },
    );
    files.add('a');
    mock.timers.tick(100);
    for (const each of ['a', 'b', 'a']) files.add(each);
    mock.timers.tick(10_000);
    await breath();
    assert.deepEqual(given, [['a']]);
    done();
    await breath();
    mock.timers.tick(100);
    assert.deepEqual(given, [['a'], ['a', 'b']]);
  });

  it('is all read when that is waited for', async () => {
    const given: string[][] = [];
    const files = gather<string>(
      file => file,
      async some => {
        given.push([...some]);
        if (given.length < 3) files.add(`after ${given.length}`);
      },
    );
    files.add('a');
    await files.settled();
    assert.deepEqual(given, [['a'], ['after 1'], ['after 2']]);
  });

  it('is dropped when the extension ends', async () => {
    const given: unknown[] = [];
    const files = gather<string>(String, async some => void given.push(some));
    files.add('a');
    files.dispose();
    files.add('b');
    mock.timers.tick(1_000);
    await files.settled();
    assert.deepEqual(given, []);
  });
});
