// The messages of the timeline: what is meant passes, all else is dropped without a throw.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { emptyTimeline } from '../../../src/core/timeline';
import {
  actions,
  hostMessage,
  isSort,
  longestFilter,
  menuTarget,
  mostExported,
  sorts,
  viewMessage,
  viewState,
} from '../../../src/core/timeline/messages';

const bytes = new ArrayBuffer(8);

const meant: readonly Readonly<Record<string, unknown>>[] = [
  { v: 1, t: 'ready' },
  { v: 1, t: 'ack', seq: 3 },
  { v: 1, t: 'reveal', seq: 3, id: 0, focus: true },
  { v: 1, t: 'reveal', seq: 0, id: Number.MAX_SAFE_INTEGER, focus: false },
  ...actions.map(kind => ({ v: 1, t: 'action', seq: 3, id: 7, kind })),
  { v: 1, t: 'action', seq: 3, id: null, kind: 'export' },
  { v: 1, t: 'exported', seq: 3, format: 'svg', data: '<svg/>' },
  { v: 1, t: 'exported', seq: 3, format: 'png', data: [bytes, bytes] },
  { v: 1, t: 'exported', seq: 3, format: 'clipboard', data: null },
];

/** What a field may be besides what is meant. */
const odd: readonly unknown[] = [
  ...[undefined, null, '', 'x', 'ready', '1', true, false, 1n, Symbol('x'), () => 1],
  ...[-1, -0.5, 1.5, Number.NaN, Infinity, -Infinity, 2 ** 53, 1e300],
  ...[[], [1], {}, { length: 1 }, new Date(0), new Map(), new Uint8Array(8), new String('svg')],
];

/** Whether a field may be that, told by hand and not by the code that is tested. */
const rules: Readonly<Record<string, (value: unknown, message: Readonly<Record<string, unknown>>) => boolean>> = {
  v: value => value === 1,
  seq: value => Number.isSafeInteger(value) && (value as number) >= 0,
  id: (value, { t }) => (t === 'action' && value === null) || (Number.isSafeInteger(value) && (value as number) >= 0),
  focus: value => value === true || value === false,
  kind: value => ['fix', 'insert', 'export', 'example', 'problems', 'all-files', 'one-file'].includes(value as string),
  format: value => ['svg', 'png', 'clipboard'].includes(value as string),
  data: value =>
    value === null ||
    (typeof value === 'string' && value.length <= 64_000_000) ||
    (Array.isArray(value) && value.length > 0 && value.every(page => page instanceof ArrayBuffer)),
};

const shapes: Readonly<Record<string, readonly string[]>> = {
  ready: ['v', 't'],
  ack: ['v', 't', 'seq'],
  reveal: ['v', 't', 'seq', 'id', 'focus'],
  action: ['v', 't', 'seq', 'id', 'kind'],
  exported: ['v', 't', 'seq', 'format', 'data'],
};

function isMeant(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const message = value as Readonly<Record<string, unknown>>;
  if (typeof message.t !== 'string' || !Object.hasOwn(shapes, message.t)) return false;
  const fields = shapes[message.t]!;
  return (
    Object.keys(message).sort().join() === [...fields].sort().join() &&
    fields.every(field => field === 't' || rules[field]!(message[field], message))
  );
}

const state = {
  ...{ v: 1, file: 7, shown: { from: 1, until: 2 }, selected: 12, top: 0 },
  ...{ filter: 'foo', gapsOnly: false, sort: 'gap', table: null },
};

function without(value: Readonly<Record<string, unknown>>, field: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== field));
}

describe('messages from the view', () => {
  it('pass as they are', () => {
    for (const message of meant) assert.deepEqual(viewMessage(message), message);
    assert.deepEqual(actions, ['fix', 'insert', 'export', 'example', 'problems', 'all-files', 'one-file']);
  });

  it('are dropped with a field too few or too many', () => {
    for (const message of meant) {
      for (const field of Object.keys(message)) assert.equal(viewMessage(without(message, field)), undefined, field);
      for (const field of ['path', 'uri', 'command', 'line', 'html', '__proto', 'toString']) {
        assert.equal(viewMessage({ ...message, [field]: '/etc/passwd' }), undefined, field);
      }
    }
    assert.equal(viewMessage({ v: 1, t: 'ready', seq: 3 }), undefined);
    // What an object has from elsewhere is not in the message.
    assert.equal(viewMessage(Object.create({ v: 1, t: 'ready' })), undefined);
    assert.equal(viewMessage(Object.assign(Object.create({ seq: 3 }), { v: 1, t: 'ack' })), undefined);
    assert.equal(viewMessage(Object.assign(Object.create({ seq: 3 }), { v: 1, t: 'ack', x: 1 })), undefined);
    assert.equal(viewMessage(JSON.parse('{"v":1,"t":"ack","seq":3,"__proto__":{"seq":4}}')), undefined);
  });

  it('are dropped with any field of another kind', () => {
    for (const message of meant) {
      for (const field of Object.keys(message)) {
        for (const value of odd) {
          const changed = { ...message, [field]: value };
          assert.equal(viewMessage(changed) !== undefined, isMeant(changed), `${message.t}.${field}`);
        }
      }
    }
  });

  it('are dropped of another version or of a kind that is none', () => {
    for (const t of [
      'init',
      'select',
      'export',
      'patch',
      'status',
      'state',
      'constructor',
      '__proto__',
      'READY',
      'command',
    ]) {
      assert.equal(viewMessage({ v: 1, t }), undefined, t);
      assert.equal(viewMessage({ v: 1, t, seq: 1 }), undefined, t);
    }
    for (const v of [0, 2, '1', 1.1]) assert.equal(viewMessage({ v, t: 'ready' }), undefined);
  });

  it('are dropped with a picture that is too long', () => {
    const exported = { v: 1, t: 'exported', seq: 1, format: 'png' };
    assert.equal(mostExported, 64_000_000);
    const page = new ArrayBuffer(mostExported / 2);
    assert.ok(viewMessage({ ...exported, data: [page, page] }));
    assert.ok(!viewMessage({ ...exported, data: [page, page, new ArrayBuffer(1)] }));
    for (const data of [[], [null], ['x'], [page, {}], new Array(2), new Array(101).fill(new ArrayBuffer(1)), page])
      assert.ok(!viewMessage({ ...exported, data }));
    assert.ok(viewMessage({ ...exported, data: 'x'.repeat(mostExported) }));
    assert.ok(!viewMessage({ ...exported, data: 'x'.repeat(mostExported + 1) }));
  });

  it('never throw, and only what is meant passes, of 100,000 that are not', () => {
    const field = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...odd, 0, 1, 3, 'svg', 'fix', bytes, [bytes]) },
      { weight: 1, arbitrary: fc.anything({ withBigInt: true, withMap: true, withNullPrototype: true, maxDepth: 1 }) },
    );
    const names = ['v', 't', 'seq', 'id', 'focus', 'kind', 'format', 'data', 'path', '__proto__', 'constructor'];
    const message = fc
      .tuple(
        fc.constantFrom(...meant),
        fc.array(fc.tuple(fc.constantFrom(...names), field), { maxLength: 2 }),
        fc.option(fc.constantFrom(...names), { nil: '' }),
      )
      .map(([base, changes, left]) => {
        const changed: Record<string, unknown> = { ...without(base, left) };
        // Not as a prototype: as a field of that name, which is what arrives.
        for (const [name, value] of changes)
          Object.defineProperty(changed, name, { value, enumerable: true, configurable: true, writable: true });
        return changed;
      });
    const anything = fc.anything({ withBigInt: true, withMap: true, withNullPrototype: true, withTypedArray: true });
    let [passed, count] = [0, 0];
    const check = (value: unknown): void => {
      count++;
      const found = viewMessage(value);
      assert.equal(found !== undefined, isMeant(value));
      if (found) {
        passed++;
        assert.deepEqual(found, value);
      }
      hostMessage(value);
      viewState(value);
      menuTarget(value);
    };
    fc.assert(fc.property(message, check), { numRuns: 80_000 });
    fc.assert(fc.property(anything, check), { numRuns: 20_000 });
    assert.ok(count >= 100_000 && passed > 1_000 && passed < count / 2, `${passed} of ${count}`);
  }).timeout(60_000);
});

describe('messages from the host', () => {
  const { model } = emptyTimeline(0);
  const picture = { format: 'svg', scale: 1, theme: 'shown', model: null };
  const good = [
    { v: 1, t: 'init', seq: 1, model, isStale: false },
    { v: 1, t: 'select', seq: 1, id: 4 },
    { v: 1, t: 'export', seq: 1, picture },
  ];

  it('pass as they are', () => {
    for (const message of good) assert.equal(hostMessage(message), message);
  });

  it('are dropped in another form: other windows send messages too', () => {
    for (const message of good) {
      for (const field of Object.keys(message)) {
        if (field !== 'isStale') assert.equal(hostMessage(without(message, field)), undefined, field);
      }
      assert.equal(hostMessage({ ...message, v: 2 }), undefined);
      assert.equal(hostMessage({ ...message, seq: -1 }), undefined);
      assert.equal(hostMessage({ ...message, t: 'ready' }), undefined);
    }
    assert.equal(hostMessage({ v: 1, t: 'init', seq: 1, model: [] }), undefined);
    assert.equal(hostMessage({ v: 1, t: 'select', seq: 1, id: '4' }), undefined);
    assert.equal(hostMessage({ v: 1, t: 'export', seq: 1, picture: null }), undefined);
    for (const value of odd) assert.equal(hostMessage(value), undefined);
  });
});

describe('what the view remembers', () => {
  it('passes as it is', () => {
    const changes = [
      ...[
        {},
        { shown: null },
        { selected: null },
        { selected: 0 },
        { filter: '' },
        { filter: 'x'.repeat(longestFilter) },
      ],
      ...[{ gapsOnly: true }, { table: true }, { table: false }, { top: 12.5 }, { file: 0 }],
      ...[{ shown: { from: -8.64e15, until: 8.64e15 } }, ...sorts.map(sort => ({ sort }))],
    ];
    for (const change of changes) assert.deepEqual(viewState({ ...state, ...change }), { ...state, ...change });
  });

  it('is no more than 4 KB at most', () => {
    const longest = {
      ...{ ...state, file: Number.MAX_SAFE_INTEGER, selected: Number.MAX_SAFE_INTEGER, top: 999_999_999.123_456_7 },
      ...{
        shown: { from: -1.123_456_789_012_345_6e15, until: 1.123_456_789_012_345_6e15 },
        sort: 'expiry',
        table: false,
      },
    };
    for (const filter of ['x', '\u0000', '\u2028', '😀'.repeat(1)]) {
      const kept = viewState({ ...longest, filter: filter.repeat(longestFilter / filter.length) });
      assert.ok(kept && Buffer.byteLength(JSON.stringify(kept)) <= 4_096);
    }
  });

  it('is dropped where it can not be meant', () => {
    const wrong: readonly (readonly [string, readonly unknown[]])[] = [
      ['v', [0, 2, '1', null]],
      ['file', [-1, 1.5, '7', null, Number.NaN]],
      ['selected', [-1, 1.5, 'a', Infinity, undefined]],
      ['top', [-1, Number.NaN, Infinity, 1e9, '0', null]],
      ['filter', ['x'.repeat(longestFilter + 1), 3, null, ['x']]],
      ['gapsOnly', [0, 'false', null]],
      ['sort', ['', 'Name', 3, null, ['gap']]],
      ['table', [0, 'true', undefined]],
      [
        'shown',
        [
          ...[5, [], [1, 2], undefined, {}, { from: 1 }, { from: 1, until: 2, x: 1 }, { from: '1', until: 2 }],
          ...[
            { from: 2, until: 1 },
            { from: 1, until: 1 },
            { from: 1, until: Infinity },
            { from: Number.NaN, until: 2 },
          ],
          ...[
            { from: -8.65e15, until: 2 },
            { from: 1, until: 8.65e15 },
          ],
        ],
      ],
    ];
    for (const [field, values] of wrong) {
      for (const value of values) assert.equal(viewState({ ...state, [field]: value }), undefined, `${field} ${value}`);
      assert.equal(viewState(without(state, field)), undefined, field);
    }
    assert.equal(viewState({ ...state, more: 1 }), undefined);
    for (const value of odd) assert.equal(viewState(value), undefined);
  });

  it('names an order that there is', () => {
    assert.deepEqual(['gap', 'expiry', 'name', 'Gap', '', undefined, 0].map(isSort), [
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('what VS Code’s menu hands on', () => {
  it('is two numbers, whatever else is with them', () => {
    const given = { webviewSection: 'gap', webview: 'x', preventDefaultContextMenuItems: true };
    assert.deepEqual(menuTarget({ ...given, timelineSeq: 3, timelineItem: 0 }), { seq: 3, id: 0 });
  });

  it('is nothing where either is no such number', () => {
    for (const value of odd) {
      assert.equal(menuTarget({ timelineSeq: value, timelineItem: 1 }), undefined);
      assert.equal(menuTarget({ timelineSeq: 1, timelineItem: value }), undefined);
      assert.equal(menuTarget(value), undefined);
    }
    assert.equal(menuTarget({ timelineSeq: 1 }), undefined);
    assert.equal(menuTarget([1, 2]), undefined);
  });
});
