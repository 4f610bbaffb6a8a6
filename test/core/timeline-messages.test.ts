// The messages of the timeline: what is meant passes, all else is dropped without a throw.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hostMessage, viewMessage, viewState } from '../../src/core/timeline-messages';

const meant = [
  { v: 1, t: 'ready' },
  { v: 1, t: 'ack', seq: 3 },
  { v: 1, t: 'reveal', seq: 3, id: 0, focus: true },
];

const states = [
  { v: 1, file: 7, shown: { from: 1, until: 2 }, selected: null },
  { v: 1, file: 7, shown: null, selected: 'a' },
];

describe('messages from the view', () => {
  it('pass as they are', () => {
    for (const message of meant) assert.deepEqual(viewMessage(message), message);
  });

  it('are dropped with a field too many, too few or of another type', () => {
    const odd = [undefined, null, '', 'x', -1, 1.5, Number.NaN, Infinity, 2 ** 53, [], {}, '1', true, 1n];
    for (const message of meant) {
      assert.equal(viewMessage({ ...message, path: '/etc/passwd' }), undefined);
      for (const key of Object.keys(message)) {
        const { [key as 'v']: _, ...rest } = message;
        assert.equal(viewMessage(rest), undefined, key);
        for (const value of odd) {
          if (key === 'focus' && value === true) continue;
          assert.equal(viewMessage({ ...message, [key]: value }), undefined, `${key} ${String(value)}`);
        }
      }
    }
  });

  it('never throw, and only a meant shape passes', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withMap: true, withNullPrototype: true }), value => {
        const message = viewMessage(value);
        if (message) assert.ok(['ready', 'ack', 'reveal'].includes(message.t));
        hostMessage(value);
        viewState(value);
      }),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...meant), fc.string(), fc.jsonValue(), (message, key, value) => {
        const changed = { ...message, [key]: value };
        const isSame = JSON.stringify(changed) === JSON.stringify(message);
        const passed = viewMessage(changed);
        if (!(key in message)) assert.equal(passed, undefined);
        if (isSame) assert.ok(passed);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('what the view remembers', () => {
  it('passes as it is', () => {
    for (const state of states) assert.deepEqual(viewState(state), state);
  });

  it('is dropped where it can not be meant', () => {
    const [state] = states;
    for (const shown of [
      { from: 2, until: 1 },
      { from: 1, until: Infinity },
      { from: 1 },
      { from: 1, until: 2, x: 1 },
      5,
    ]) {
      assert.equal(viewState({ ...state, shown }), undefined);
    }
    assert.equal(viewState({ ...state, selected: 'x'.repeat(5_000) }), undefined);
    assert.equal(viewState({ ...state, file: '7' }), undefined);
    assert.equal(viewState({ ...state, more: 1 }), undefined);
    assert.equal(viewState(undefined), undefined);
  });
});
