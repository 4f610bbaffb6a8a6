// What is told of messages that are dropped: their number and kinds, at most once a second, and nothing of what they say.
import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type { LogOutputChannel } from 'vscode';
import { createDropCounter } from '../../src/editor/timeline-dropped';

describe('dropped messages', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  it('are counted and told once a second', () => {
    const told: string[] = [];
    const dropped = createDropCounter({
      warn: (message: string) => void told.push(message),
    } as unknown as LogOutputChannel);
    for (const data of [{ t: 'reveal', id: 'secret' }, { t: 'secret' }, 'secret', null, { t: 'reveal' }])
      dropped.count(data);
    assert.deepEqual(told, []);
    mock.timers.tick(1000);
    assert.deepEqual(told, [
      '5 messages of the timeline dropped, since nothing of the kind is expected: reveal, unknown.',
    ]);
    mock.timers.tick(5000);
    assert.equal(told.length, 1);
    dropped.count({ t: 'ack' });
    mock.timers.tick(1000);
    assert.match(told[1]!, /^1 message .* ack\.$/);
  });
});
