// The sweep that cuts a product's life into segments, against tables and against counting minute by minute.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cover, gapsOf, type Need } from '../../src/core/coverage';
import type { Segment, Term } from '../../src/core/model';

type Shape = Partial<Pick<Term, 'from' | 'until' | 'seats' | 'state' | 'possibleUntil'>>;

function terms(...shapes: Shape[]): Term[] {
  return shapes
    .map(
      (shape, index) =>
        ({ state: 'active', seats: undefined, possibleUntil: undefined, id: `T${index}`, ...shape }) as Term,
    )
    .sort((a, b) => a.from - b.from || a.until - b.until || 0);
}

function shown(segments: readonly Segment[]): string {
  return segments
    .map(segment => {
      const { from, until, state } = segment;
      const seats = state === 'covered' ? segment.seats : 0;
      const required = state === 'covered' && segment.required !== undefined ? ` of ${segment.required}` : '';
      return `${state} ${from}-${until}${seats === undefined ? '' : ` ${seats}`}${required}`;
    })
    .join(', ');
}

const none: Need = { required: [], accepted: [] };
const [a, b] = [
  { from: 0, until: 10 },
  { from: 20, until: 30 },
];

const cases: readonly (readonly [string, Shape[], string, Need?])[] = [
  ['no term', [], ''],
  ['one term', [{ ...a, seats: 5 }], 'covered 0-10 5'],
  [
    'a gap',
    [
      { ...a, seats: 5 },
      { ...b, seats: 7 },
    ],
    'covered 0-10 5, open 10-20 0, covered 20-30 7',
  ],
  [
    'terms that touch',
    [
      { ...a, seats: 5 },
      { from: 10, until: 20, seats: 5 },
    ],
    'covered 0-20 5',
  ],
  [
    'a renewal with fewer seats',
    [
      { ...a, seats: 500 },
      { from: 10, until: 20, seats: 5 },
    ],
    'covered 0-10 500, covered 10-20 5',
  ],
  [
    'terms that overlap add their seats',
    [
      { ...a, seats: 5 },
      { from: 5, until: 15, seats: 3 },
    ],
    'covered 0-5 5, covered 5-10 8, covered 10-15 3',
  ],
  [
    'a term inside another',
    [
      { from: 0, until: 30, seats: 5 },
      { ...a, seats: 2 },
    ],
    'covered 0-10 7, covered 10-30 5',
  ],
  [
    'unlimited wins',
    [
      { ...a, seats: 5 },
      { ...a, seats: Infinity },
    ],
    'covered 0-10 Infinity',
  ],
  [
    'an unknown number makes the sum unknown',
    [
      { ...a, seats: 5 },
      { from: 0, until: 5 },
    ],
    'covered 0-5, covered 5-10 5',
  ],
  [
    'a pending term fills without seats',
    [
      { ...a, seats: 5 },
      { from: 10, until: 20, state: 'pending', seats: 9 },
      { ...b, seats: 5 },
    ],
    'covered 0-10 5, pending 10-20 0, covered 20-30 5',
  ],
  [
    'a pending term that fills a part',
    [
      { ...a, seats: 1 },
      { from: 10, until: 15, state: 'pending' },
      { ...b, seats: 1 },
    ],
    'covered 0-10 1, pending 10-15 0, open 15-20 0, covered 20-30 1',
  ],
  [
    'a possible day with a term right after it',
    [
      { from: 0, until: 10, possibleUntil: 20, seats: 1 },
      { ...b, seats: 1 },
    ],
    'covered 0-10 1, possible 10-20 0, covered 20-30 1',
  ],
  ['a possible day at the end is no gap', [{ from: 0, until: 10, possibleUntil: 20, seats: 1 }], 'covered 0-10 1'],
  [
    'a possible day under another term',
    [
      { from: 0, until: 10, possibleUntil: 20, seats: 1 },
      { from: 5, until: 30, seats: 1 },
    ],
    'covered 0-5 1, covered 5-10 2, covered 10-30 1',
  ],
  [
    'a need before and after',
    [{ ...a, seats: 1 }],
    'open -5-0 0, covered 0-10 1, open 10-15 0',
    { accepted: [], required: [{ from: -5, until: 15, seats: undefined }] },
  ],
  [
    'a need inside what is there',
    [{ ...a, seats: 1 }],
    'covered 0-10 1',
    { accepted: [], required: [{ from: 3, until: 5, seats: undefined }] },
  ],
  [
    'an accepted gap',
    [
      { ...a, seats: 1 },
      { ...b, seats: 1 },
    ],
    'covered 0-10 1, accepted 10-20 0, covered 20-30 1',
    { required: [], accepted: [{ from: 5, until: 25 }] },
  ],
  [
    'an acceptance a bit short',
    [
      { ...a, seats: 1 },
      { ...b, seats: 1 },
    ],
    'covered 0-10 1, accepted 10-19 0, open 19-20 0, covered 20-30 1',
    { required: [], accepted: [{ from: -Infinity, until: 19 }] },
  ],
  ['no bounds at all', [{ from: -Infinity, until: Infinity, seats: 1 }], 'covered -Infinity-Infinity 1'],
  [
    'open ends that leave a gap',
    [
      { from: -Infinity, until: 0, seats: 1 },
      { from: 10, until: Infinity, seats: 1 },
    ],
    'covered -Infinity-0 1, open 0-10 0, covered 10-Infinity 1',
  ],
];

describe('coverage', () => {
  for (const [title, shapes, expected, need] of cases) {
    it(title, () => {
      assert.equal(shown(cover(terms(...shapes), need ?? none)), expected);
    });
  }

  it('a possible day before a longer hole is told by the hole alone', () => {
    const segments = cover(terms({ from: 0, until: 10, possibleUntil: 11 }, b), none);
    const [gap, ...others] = gapsOf({ holes: segments.filter(segment => segment.state !== 'covered') });
    assert.deepEqual([gap!.state, gap!.from, gap!.until, gap!.possibleFrom], ['open', 11, 20, 10]);
    assert.equal(gap!.before!.id, 'T0');
    assert.equal(gap!.after!.id, 'T1');
    assert.deepEqual(others, []);
  });

  it('names the term that ended last and the one that begins next', () => {
    const segments = cover(terms(a, { from: 2, until: 5 }, { from: 20, until: 21 }, { from: 20, until: 30 }), none);
    const [gap] = gapsOf({ holes: segments.filter(segment => segment.state !== 'covered') });
    assert.equal(gap!.before!.id, 'T0');
    assert.equal(gap!.after!.id, 'T2');
  });

  it('agrees with asking each instant', () => {
    const bound = fc.integer({ min: 0, max: 24 });
    const shape = fc.record({
      from: bound,
      length: fc.integer({ min: 1, max: 8 }),
      possible: fc.integer({ min: 0, max: 2 }),
      state: fc.constantFrom('active' as const, 'pending' as const),
      seats: fc.constantFrom(0, 1, 5, Infinity, undefined),
    });
    const interval = fc.record({ from: bound, length: fc.integer({ min: 1, max: 8 }) });
    fc.assert(
      fc.property(fc.array(shape, { maxLength: 7 }), fc.array(interval, { maxLength: 2 }), (shapes, acceptances) => {
        const all = terms(
          ...shapes.map(({ from, length, possible, state, seats }) => ({
            from,
            until: from + length,
            state,
            seats,
            possibleUntil: possible > 0 ? from + length + possible : undefined,
          })),
        );
        const accepted = acceptances.map(({ from, length }) => ({ from, until: from + length }));
        assertLikeAsking(all, cover(all, { required: [], accepted }), accepted);
      }),
      { numRuns: 3_000 },
    );
  });
});

/** Says for each instant what the definitions say, without any sweep. */
function assertLikeAsking(
  all: readonly Term[],
  segments: readonly Segment[],
  accepted: readonly { from: number; until: number }[],
): void {
  assert.equal(segments.length === 0, all.length === 0);
  if (all.length === 0) return;
  const first = Math.min(...all.map(({ from }) => from));
  const last = Math.max(...all.map(({ until }) => until));
  assert.equal(segments[0]!.from, first);
  assert.equal(segments.at(-1)!.until, last);
  segments.slice(1).forEach((segment, i) => {
    assert.equal(segment.from, segments[i]!.until);
  });
  for (let at = first; at < last; at++) {
    const runs = ({ from, until }: { from: number; until: number }): boolean => from <= at && at < until;
    const active = all.filter(term => term.state === 'active' && runs(term));
    const state =
      active.length > 0
        ? 'covered'
        : all.some(runs)
          ? 'pending'
          : accepted.some(runs)
            ? 'accepted'
            : all.some(
                  term => term.possibleUntil !== undefined && runs({ from: term.until, until: term.possibleUntil }),
                )
              ? 'possible'
              : 'open';
    const segment = segments.find(runs)!;
    assert.equal(segment.state, state, `at ${at}`);
    const seats = active.some(term => term.seats === Infinity)
      ? Infinity
      : active.some(term => term.seats === undefined)
        ? undefined
        : active.reduce((sum, term) => sum + term.seats!, 0);
    if (segment.state === 'covered') assert.equal(segment.seats, seats, `seats at ${at}`);
  }
}
