// The timeline's model, axis and messages.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ticks } from '../../src/core/ticks';
import { zoneNamed } from '../../src/core/time';
import { timelineOf } from '../../src/core/timeline';
import { hostMessage, viewMessage, viewState } from '../../src/core/timeline-messages';
import * as words from '../../src/core/words';
import { reportOn, sample } from './read';

function modelOf(name: string, text: string) {
  const report = reportOn(name, text);
  return timelineOf(report, report.files[0]!);
}

describe('the timeline of the story', () => {
  const { model, places } = modelOf('story.yaml', sample('story.yaml'));

  it('has a row with bars, gaps and the stretch that waits', () => {
    assert.deepEqual(
      model.rows.map(({ label, detail, status, lanes, items }) => ({
        label,
        detail,
        status,
        lanes,
        items: items.map(({ kind, label }) => `${kind} ${label}`),
      })),
      [
        {
          label: 'CrashPlan',
          detail: 'production',
          status: 'gap',
          lanes: 1,
          items: [
            'term LIC-2025',
            'gap GAP 24 h',
            'term LIC-2026',
            'gap GAP 23 h',
            'pending-term LIC-2027',
            'pending-gap KEY?',
          ],
        },
      ],
    );
    assert.equal(model.summary, '1 product · 3 licenses · 2 gaps (47 h)');
  });

  it('says each item in one sentence', () => {
    assert.deepEqual(
      model.rows[0]!.items.map(({ name }) => name),
      [
        'License LIC-2025, CrashPlan (production), 1 Dec 2025 to 30 Nov 2026, 500 seats, line 9',
        'Coverage gap, CrashPlan (production), 30 Nov 2026 to 1 Dec 2026, 24 h, line 14',
        'License LIC-2026, CrashPlan (production), 1 Dec 2026 to 14 Mar 2027, 500 seats, line 16',
        'Coverage gap, CrashPlan (production), 14 Mar 2027 to 15 Mar 2027, 23 h, line 21',
        'License LIC-2027, CrashPlan (production), 15 Mar 2027 to no end, unlimited seats, waits for its key, line 23',
        'Stretch that waits for a key, CrashPlan (production), 15 Mar 2027 to no end, an open time, line 24',
      ],
    );
  });

  it('knows where each item stands', () => {
    const [, gap] = model.rows[0]!.items;
    const { file, span } = places[gap!.id]!;
    assert.equal(file.text.slice(span.start, span.end), '2026-11-30');
  });

  it('is plain data without a key in it, and without numbers that cannot be sent', () => {
    const text = JSON.stringify(model);
    assert.deepEqual(JSON.parse(text), structuredClone(model));
    for (const key of ['3F9A', '8D21', 'TODO']) assert.equal(text.includes(key), false, key);
  });

  it('keeps the keys of its items over a change of the text', () => {
    const later = modelOf('story.yaml', `# one line more\n${sample('story.yaml')}`).model;
    const keys = ({ rows }: typeof model) => rows.flatMap(({ items }) => items.map(({ key }) => key));
    assert.deepEqual(keys(later), keys(model));
    assert.equal(new Set(keys(model)).size, keys(model).length);
  });
});

describe('the timeline of other files', () => {
  it('puts licenses that overlap into lanes', () => {
    const entry = (id: string, starts: string, expires: string) =>
      `  - { id: ${id}, starts: ${starts}, expires: ${expires} }\n`;
    const text = `expiryDay: covered\nlicenses:\n${entry('A', '2026-01-01', '2028-12-31')}${entry('B', '2026-02-01', '2026-12-31')}${entry('C', '2027-01-01', '2028-12-31')}`;
    const [row] = modelOf('licenses.yaml', text).model.rows;
    assert.equal(row!.lanes, 2);
    assert.deepEqual(
      row!.items.map(({ label, lane }) => `${label} ${lane}`),
      ['A 0', 'B 1', 'C 1'],
    );
  });

  it('shows a product that is required and has no license at all', () => {
    const text = 'product: P\nrequired: { from: 2027-01-01, until: 2027-03-01 }\nlicenses: []\n';
    const { model, places } = modelOf('licenses.yaml', text);
    const [row] = model.rows;
    assert.equal(model.summary, '1 product · 0 licenses · 1 gap (59 days)');
    assert.deepEqual([row!.label, row!.status, row!.items.map(({ label }) => label)], ['P', 'gap', ['GAP 59 days']]);
    assert.equal(text.slice(places[0]!.span.start, places[0]!.span.end), 'required');
  });

  it('leaves out the time between a license and what is required', () => {
    const text =
      'expiryDay: covered\nrequired: { from: 2028-01-01, until: 2028-02-01 }\nlicenses:\n  - { starts: 2026-01-01, expires: 2026-12-31 }\n';
    const [row] = modelOf('licenses.yaml', text).model.rows;
    assert.deepEqual(
      row!.items.map(({ kind, from, until }) => [
        kind,
        new Date(from!).getUTCFullYear(),
        new Date(until!).getUTCFullYear(),
      ]),
      [
        ['term', 2026, 2027],
        ['gap', 2028, 2028],
      ],
    );
  });

  it('says positively that there is no gap, and how far', () => {
    const text = 'expiryDay: covered\nlicenses:\n  - { starts: 2026-01-01, expires: 2028-12-31 }\n';
    assert.equal(
      modelOf('licenses.yaml', text).model.summary,
      'No coverage gaps 1 Jan 2026 – 31 Dec 2028 · 1 product · 1 license',
    );
  });

  it('tells of entries that could not be read', () => {
    const text =
      'expiryDay: covered\nlicenses:\n  - { starts: 2026-01-01, expires: never }\n  - { starts: 2026-13-01, expires: never }\n';
    assert.equal(modelOf('licenses.yaml', text).model.notice, '1 entry could not be read and is not drawn.');
  });

  it('is finite for a license without any end, over 9,000 years, and for none', () => {
    for (const list of ['  - { kind: perpetual }\n', '  - { starts: 0001-01-01, expires: 9999-12-31 }\n', '  []\n']) {
      const { model } = modelOf('licenses.yaml', `expiryDay: covered\nlicenses:\n${list}`);
      assert.ok(Number.isFinite(model.from) && Number.isFinite(model.until) && model.from < model.until);
    }
  });
});

describe('the axis', () => {
  const berlin = zoneNamed('Europe/Berlin')!;
  const axis = (from: number, until: number, width: number) =>
    ticks({ from, until }, width, berlin.changes(from, until), words.monthNames);

  it('marks midnights over a change of the clocks', () => {
    const { minor, major } = axis(Date.UTC(2026, 2, 27), Date.UTC(2026, 2, 31), 400);
    assert.deepEqual(
      minor.map(({ at, label }) => `${label} ${new Date(at).toISOString()}`),
      [
        '27 2026-03-26T23:00:00.000Z',
        '28 2026-03-27T23:00:00.000Z',
        '29 2026-03-28T23:00:00.000Z',
        '30 2026-03-29T22:00:00.000Z',
        '31 2026-03-30T22:00:00.000Z',
      ],
    );
    assert.deepEqual(
      major.map(({ label }) => label),
      ['Mar 2026'],
    );
  });

  it('never puts labels nearer than they can be read, whatever is shown', () => {
    const start = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2040, 0) });
    fc.assert(
      fc.property(
        start,
        fc.integer({ min: 86_400_000, max: 50 * 365 * 86_400_000 }),
        fc.integer({ min: 200, max: 2_000 }),
        (from, length, width) => {
          const { minor } = axis(from, from + length, width);
          assert.ok(minor.length >= 1 && minor.length <= width / 30, `${minor.length} marks on ${width} pixels`);
          minor.slice(1).forEach(({ at }, i) => {
            assert.ok(at > minor[i]!.at);
          });
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('messages', () => {
  const good = [
    { v: 1, t: 'ready' },
    { v: 1, t: 'ack', seq: 3 },
    { v: 1, t: 'reveal', seq: 3, id: 0, focus: true },
  ];

  it('from the view pass exactly as they are', () => {
    for (const message of good) assert.deepEqual(viewMessage(message), message);
  });

  const bad = [
    undefined,
    null,
    'ready',
    [],
    {},
    { t: 'ready' },
    { v: 2, t: 'ready' },
    { v: 1, t: 'ready', more: 1 },
    { v: 1, t: 'ack' },
    { v: 1, t: 'ack', seq: '3' },
    { v: 1, t: 'ack', seq: -1 },
    { v: 1, t: 'ack', seq: 1.5 },
    { v: 1, t: 'reveal', seq: 3, id: 0 },
    { v: 1, t: 'reveal', seq: 3, id: 0, focus: 'yes' },
    { v: 1, t: 'reveal', seq: 3, id: Number.NaN, focus: true },
    { v: 1, t: 'reveal', seq: 3, uri: 'file:///etc/passwd', focus: true },
    { v: 1, t: 'command', command: 'workbench.action.quit' },
  ];
  for (const message of bad) {
    it(`${JSON.stringify(message)} is dropped`, () => {
      assert.equal(viewMessage(message), undefined);
    });
  }

  it('never throw, and never let a field through that is not checked', () => {
    fc.assert(
      fc.property(fc.anything(), value => {
        viewMessage(value);
        hostMessage(value);
        viewState(value);
      }),
      { numRuns: 3_000 },
    );
    const mutation = fc.record(
      {
        v: fc.constantFrom(1, 2, '1'),
        t: fc.constantFrom('ready', 'ack', 'reveal', 'init'),
        seq: fc.anything(),
        id: fc.anything(),
        focus: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(mutation, value => {
        const message = viewMessage(value);
        if (message)
          assert.ok(
            good.some(({ t }) => t === message.t) &&
              Object.values(message).every(field => ['string', 'number', 'boolean'].includes(typeof field)),
          );
      }),
      { numRuns: 3_000 },
    );
  });

  it('a remembered state is taken only as it was given', () => {
    const state = { v: 1, file: 7, shown: { from: 0, until: 10 }, selected: 'x' };
    assert.deepEqual(viewState(state), state);
    for (const wrong of [
      { ...state, shown: { from: 0, until: -1 } },
      { ...state, shown: { from: Infinity, until: 10 } },
      { ...state, selected: 3 },
      { ...state, selected: 'x'.repeat(2_000) },
      { ...state, more: 1 },
    ]) {
      assert.equal(viewState(wrong), undefined);
    }
  });
});
