// When an action runs that many ask for: at once for a person, now and then for what comes by itself.
import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { createPace, type Pace } from '../../src/editor/pace';

/** An action that takes so many ms; `runs`: when it began. */
function stage(takes: number): { readonly pace: Pace; readonly runs: number[]; tick(ms: number): Promise<void> } {
  let clock = 0;
  const runs: number[] = [];
  const pace = createPace(
    async () => {
      runs.push(clock);
      if (takes > 0) await new Promise(resolve => setTimeout(resolve, takes));
    },
    () => clock,
  );
  const tick = async (ms: number): Promise<void> => {
    for (let i = 0; i < ms; i++) {
      clock++;
      mock.timers.tick(1);
      // What waits for the action goes on.
      for (let turn = 0; turn < 4; turn++) await Promise.resolve();
    }
  };
  return { pace, runs, tick };
}

describe('the pace of reports', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  it('makes one of all that is asked for in one breath', async () => {
    const { pace, runs, tick } = stage(0);
    for (let i = 0; i < 100; i++) pace.soon();
    for (let i = 0; i < 100; i++) pace.calmly();
    await tick(500);
    assert.equal(runs.length, 1);
  });

  it('runs for each keystroke', async () => {
    const { pace, runs, tick } = stage(0);
    for (let i = 0; i < 10; i++) {
      pace.soon();
      await tick(20);
    }
    assert.equal(runs.length, 10);
  });

  it('runs four times a second at most for what changes by itself, and once more for the last change', async () => {
    const { pace, runs, tick } = stage(0);
    for (let i = 0; i < 100; i++) {
      pace.calmly();
      await tick(20);
    }
    const during = runs.length;
    await tick(1_000);
    assert.ok(during >= 8 && during <= 9, `${during} times in two seconds`);
    assert.equal(runs.length - during, 1);
    await tick(5_000);
    assert.equal(runs.length - during, 1);
  });

  it('leaves others four fifths of the time when an action takes long', async () => {
    const { pace, runs, tick } = stage(200);
    for (let i = 0; i < 600; i++) {
      pace.calmly();
      await tick(10);
    }
    assert.ok(runs.length >= 5 && runs.length <= 7, `${runs.length} times in six seconds`);
  });

  it('runs once more for what comes while it runs', async () => {
    const { pace, runs, tick } = stage(200);
    pace.calmly();
    await tick(100);
    for (let i = 0; i < 10; i++) pace.calmly();
    await tick(5_000);
    assert.equal(runs.length, 2);
  });

  it('does not make a keystroke wait for what runs or rests', async () => {
    const { pace, runs, tick } = stage(200);
    pace.calmly();
    await tick(10);
    pace.soon();
    await tick(2);
    assert.equal(runs.length, 2);
  });

  it('is silent once it is disposed', async () => {
    const { pace, runs, tick } = stage(0);
    pace.dispose();
    pace.calmly();
    pace.soon();
    await tick(1_000);
    assert.deepEqual(runs, []);
  });
});
