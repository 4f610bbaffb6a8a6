// The sweep and the join over many terms, against asking what holds in each stretch between two bounds.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { columnsInSteps, columnsOfOne, waits } from '../../src/core/columns';
import { cover, endingOf, gapsOf, latestEnd, type Need, noNeed } from '../../src/core/coverage';
import { endOfCover, overlapsAny, union } from '../../src/core/intervals';
import { join } from '../../src/core/join';
import type {
  AcceptedGap,
  Interval,
  LicenseDocument,
  LicenseFile,
  Requirement,
  Segment,
  Term,
} from '../../src/core/model';
import { finish } from '../../src/core/steps';

type Shape = Pick<Term, 'from' | 'until' | 'seats' | 'state' | 'possibleUntil' | 'product'>;

const document = {
  file: { path: 'a.yaml', text: '' },
  rule: {},
  required: undefined,
  acceptedGaps: [],
} as unknown as LicenseDocument;

function termsOf(shapes: readonly Partial<Shape>[]): Term[] {
  return shapes.map(
    (shape, i) =>
      ({
        ...{ id: `T${i}`, entry: { document }, environment: undefined, product: 'P', state: 'active', rule: {} },
        ...{ from: -Infinity, until: Infinity, seats: undefined, possibleUntil: undefined },
        ...shape,
      }) as unknown as Term,
  );
}

const bound = fc.integer({ min: 0, max: 30 });
const shapes = fc
  .record({
    from: fc.oneof({ weight: 9, arbitrary: bound }, { weight: 1, arbitrary: fc.constant(-Infinity) }),
    length: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 1, max: 6 }) },
      { weight: 1, arbitrary: fc.constant(Infinity) },
    ),
    possible: fc.constantFrom(0, 0, 1, 2),
    state: fc.constantFrom('active' as const, 'active' as const, 'pending' as const),
    seats: fc.constantFrom(0, 1, 1, 5, Infinity, undefined),
    product: fc.constantFrom('P', 'Q', 'R'),
  })
  .map(({ from, length, possible, ...rest }): Shape => {
    // Where the rule is unstated, a license of one day covers nothing for sure.
    const until = (Number.isFinite(from) ? from : 3) + (possible > 0 && length === 1 ? 0 : length);
    return { ...rest, from, until, possibleUntil: possible > 0 && until < Infinity ? until + possible : undefined };
  });

const maybeBound = fc.option(bound, { nil: undefined });
const isForward = ({ from = -Infinity, until = Infinity }: { from?: number | undefined; until?: number | undefined }) =>
  from < until;
const needs: fc.Arbitrary<Need> = fc.record({
  required: fc.array(
    fc.record({ from: maybeBound, until: maybeBound, seats: fc.constantFrom(undefined, 1, 5, 6) }).filter(isForward),
    { maxLength: 3 },
  ),
  accepted: fc
    .array(fc.record({ from: maybeBound, until: maybeBound }).filter(isForward), { maxLength: 2 })
    .map(all => all.map(({ from = -Infinity, until = Infinity }) => ({ from, until }))),
});

describe('the sweep', () => {
  it('agrees with asking each stretch, whatever is there', () => {
    fc.assert(
      fc.property(fc.array(shapes, { maxLength: 8 }), needs, (all, need) => {
        const terms = termsOf(all);
        assert.deepEqual(cover(terms, need).map(shown), asked(terms, need));
      }),
      { numRuns: 2_000 },
    );
  });

  it('agrees with it for many terms, in any order', () => {
    fc.assert(
      fc.property(fc.array(shapes, { minLength: 38, maxLength: 90 }), needs, (all, need) => {
        const terms = termsOf(all);
        assert.deepEqual(cover(terms, need).map(shown), asked(terms, need));
      }),
      { numRuns: 100 },
    );
  });

  it('agrees with it for many terms in order', () => {
    const terms = termsOf(Array.from({ length: 100 }, (_, i) => ({ from: i * 3, until: i * 3 + 2, seats: 1 })));
    assert.deepEqual(cover(terms, noNeed).map(shown), asked(terms, noNeed));
    assert.equal(cover(terms, noNeed).length, 199);
  });
});

it('a hole that does not follow right after a last day that may count does not tell of it', () => {
  const terms = termsOf([{ from: 0, until: 10, possibleUntil: 12, seats: 1 }]);
  const required = [
    { from: 10, until: 11, seats: undefined },
    { from: 13, until: 15, seats: undefined },
  ];
  const gaps = cover(terms, { required, accepted: [] }).flatMap(segment =>
    segment.state === 'covered' ? [] : segment,
  );
  assert.deepEqual(
    gaps.map(({ state, from, until, possibleFrom }) => [state, from, until, possibleFrom]),
    [
      ['possible', 10, 11, undefined],
      ['open', 13, 15, undefined],
    ],
  );
});

describe('columns', () => {
  const orders = (terms: readonly Term[]): string[] => {
    const { byStart, byEnd, term } = columnsOfOne(terms);
    return [byStart, byEnd].map(order => [...order].map(place => terms[term[place]!]!.id).join(' '));
  };

  for (const count of [0, 1, 2, 39, 40, 41, 42, 200]) {
    it(`are in the order of beginnings and ends for ${count} terms`, () => {
      fc.assert(
        fc.property(fc.array(shapes, { minLength: count, maxLength: count }), all => {
          const terms = termsOf(all);
          const by = (compare: (a: Term, b: Term) => number): string =>
            [...terms]
              .sort((a, b) => compare(a, b) || 0)
              .map(({ id }) => id)
              .join(' ');
          assert.deepEqual(orders(terms), [
            by((a, b) => compareNumbers(a.from, b.from) || compareNumbers(a.until, b.until)),
            by((a, b) => compareNumbers(a.until, b.until) || compareNumbers(a.from, b.from)),
          ]);
        }),
        { numRuns: 20 },
      );
    });
  }

  it('keep each product’s terms side by side, as they are', () => {
    fc.assert(
      fc.property(fc.array(shapes, { maxLength: 60 }), all => {
        const terms = termsOf(all);
        const names = ['P', 'Q', 'R'];
        const productOf = Uint32Array.from(terms, ({ product }) => names.indexOf(product!));
        const columns = finish(columnsInSteps(terms, productOf, 3));
        names.forEach((name, product) => {
          const own = terms.filter(term => term.product === name);
          const places = Array.from(
            { length: columns.starts[product + 1]! - columns.starts[product]! },
            (_, i) => columns.starts[product]! + i,
          );
          assert.deepEqual(
            places.map(place => terms[columns.term[place]!]!),
            own,
          );
          for (const [i, place] of places.entries()) {
            const { from, until, seats, possibleUntil, state } = own[i]!;
            assert.deepEqual(
              [
                columns.from[place],
                columns.until[place],
                columns.seats[place],
                columns.possibleUntil?.[place] ?? Number.NaN,
              ],
              [from, until, state === 'pending' ? waits : (seats ?? Number.NaN), possibleUntil ?? Number.NaN],
            );
          }
        });
        assert.equal(
          columns.possibleUntil === undefined,
          terms.every(({ possibleUntil }) => possibleUntil === undefined),
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe('the join', () => {
  /** A file whose document asks all that, of each product that it has. */
  const fileOf = (shapes: readonly Partial<Shape>[], { required, accepted }: Need): LicenseFile => {
    const asking = { ...document, required: undefined, acceptedGaps: [] } as {
      -readonly [K in keyof LicenseDocument]: LicenseDocument[K];
    };
    const saying = { document: asking, environment: undefined, product: undefined };
    asking.required = required.map(each => ({ ...each, ...saying }) as unknown as Requirement)[0];
    asking.acceptedGaps = accepted.map(each => ({ ...each, ...saying }) as unknown as AcceptedGap);
    const terms = termsOf(shapes).map(term => ({ ...term, entry: { document: asking } }));
    return { documents: [asking], terms, broken: [], path: 'a.yaml' } as unknown as LicenseFile;
  };

  it('gives each product what its own terms give', () => {
    fc.assert(
      fc.property(fc.array(shapes, { minLength: 1, maxLength: 60 }), needs, (all, { required, accepted }) => {
        const need = { required: required.slice(0, 1), accepted };
        const file = fileOf(all, need);
        const products = join([file]);
        assert.deepEqual(
          products.map(({ product }) => product),
          ['P', 'Q', 'R'].filter(name => all.some(({ product }) => product === name)),
        );
        for (const coverage of products) {
          const own = file.terms.filter(({ product }) => product === coverage.product);
          assert.deepEqual(coverage.segments, cover(own, need));
          assert.deepEqual(
            coverage.holes,
            coverage.segments.filter(({ state }) => state !== 'covered'),
          );
          const seats = coverage.segments.flatMap(segment =>
            segment.state === 'covered' ? [segment.seats ?? NaN] : [],
          );
          assert.equal(
            coverage.hasDrops,
            seats.some((count, i) => count < (seats[i - 1] ?? NaN)),
          );
          assert.deepEqual(
            coverage.terms,
            [...own].sort((a, b) => compareNumbers(a.from, b.from) || compareNumbers(a.until, b.until)),
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is over all files, unless they are to stay apart', () => {
    const files = [fileOf([{ from: 0, until: 5 }], noNeed), fileOf([{ from: 5, until: 9 }], noNeed)];
    assert.equal(join(files).length, 1);
    assert.equal(join(files, true).length, 2);
  });
});

describe('gaps', () => {
  it('are what is not covered, a last day with the hole after it told once', () => {
    fc.assert(
      fc.property(fc.array(shapes, { maxLength: 8 }), needs, (all, need) => {
        const segments = cover(termsOf(all), need);
        const gaps = gapsOf({ holes: segments.filter(segment => segment.state !== 'covered') });
        const expected = segments.filter(
          ({ state, until }, i) =>
            state !== 'covered' &&
            !(state === 'possible' && segments[i + 1]?.state === 'open' && segments[i + 1]?.from === until),
        );
        assert.deepEqual(gaps, expected);
      }),
    );
  });
});

describe('the end of a product', () => {
  it('is told of the first of those with the latest end, a sure one before one that only may be', () => {
    const ending = (...all: Partial<Shape>[]): string | undefined => {
      const end = endingOf(termsOf(all));
      return end && `${end.last.id} ${end.sure} ${end.latest}`;
    };
    assert.equal(ending(), undefined);
    assert.equal(ending({ until: 5 }, { until: 9 }, { until: 7 }), 'T1 9 9');
    assert.equal(ending({ until: 9 }, { until: 9 }), 'T0 9 9');
    assert.equal(ending({ until: 9 }, { until: 8, possibleUntil: 10 }), 'T1 9 10');
    assert.equal(ending({ until: 8, possibleUntil: 9 }, { until: 9 }), 'T1 9 9');
    assert.equal(ending({ until: 9 }, { until: 8, possibleUntil: 9 }), 'T0 9 9');
    assert.equal(ending({ until: Infinity }, { until: Infinity }), 'T0 Infinity Infinity');
    assert.equal(latestEnd({ until: 8, possibleUntil: 9 } as Term), 9);
    assert.equal(latestEnd({ until: 8, possibleUntil: undefined } as Term), 8);
  });
});

describe('intervals', () => {
  const between = (from: number, until: number): Interval => ({ from, until });

  it('are united where they touch or overlap', () => {
    assert.deepEqual(union([]), []);
    assert.deepEqual(
      union([between(0, 5), between(5, 7), between(6, 6), between(9, 12), between(10, 11), between(11, 14)]),
      [between(0, 7), between(9, 14)],
    );
    assert.deepEqual(union([between(3, 3), between(4, 6)]), [between(4, 6)]);
    assert.deepEqual(union([between(-Infinity, 3), between(-Infinity, Infinity)]), [between(-Infinity, Infinity)]);
  });

  it('agree with asking each moment', () => {
    const interval = fc
      .tuple(bound, fc.integer({ min: 0, max: 5 }))
      .map(([from, length]) => between(from, from + length));
    const sorted = fc.array(interval, { maxLength: 12 }).map(all => [...all].sort((a, b) => a.from - b.from));
    fc.assert(
      fc.property(sorted, interval, (all, asked) => {
        const apart = union(all);
        apart.slice(1).forEach(({ from }, i) => {
          assert.ok(apart[i]!.until < from);
        });
        const isIn = (at: number, list: readonly Interval[]): boolean =>
          list.some(({ from, until }) => from <= at && at < until);
        for (let at = -0.5; at < 37; at += 0.5) {
          assert.equal(isIn(at, apart), isIn(at, all));
          let end = at;
          while (isIn(end, all)) end += 0.5;
          assert.equal(endOfCover(apart, at), end, `from ${at}`);
        }
        let overlaps = false;
        for (let at = asked.from; at < asked.until; at += 0.5) overlaps ||= isIn(at, all);
        assert.equal(overlapsAny(asked, apart), overlaps);
      }),
      { numRuns: 300 },
    );
  });
});

/** A segment with ids for terms. */
function shown(segment: Segment): Readonly<Record<string, unknown>> {
  if (segment.state === 'covered') return { ...segment };
  const { from, until, state, before, after, pending, possibleFrom } = segment;
  return { from, until, state, before: before?.id, after: after?.id, pending: pending?.id, possibleFrom };
}

/** What the definitions say of each stretch between two bounds, those alike made one. */
function asked(given: readonly Term[], { required, accepted }: Need): Readonly<Record<string, unknown>>[] {
  const terms = [...given].sort((a, b) => compareNumbers(a.from, b.from) || compareNumbers(a.until, b.until));
  const life = {
    from: Math.min(...terms.map(({ from }) => from)),
    until: Math.max(...terms.map(({ until }) => until)),
  };
  // From the first term to the last, and what is required besides; a bound that a need lacks is that of the terms.
  const needed = [life, ...required.map(({ from = life.from, until = life.until }) => ({ from, until }))].filter(
    isForward,
  );
  const days = terms.flatMap(({ until, possibleUntil }) =>
    possibleUntil === undefined ? [] : [{ from: until, until: possibleUntil }],
  );
  const all = [...terms, ...days, ...accepted, ...needed, ...required];
  const bounds = [...new Set(all.flatMap(({ from = -Infinity, until = Infinity }) => [from, until]))].sort(
    compareNumbers,
  );
  const result: Record<string, unknown>[] = [];
  bounds.slice(0, -1).forEach((from, i) => {
    const until = bounds[i + 1]!;
    const runs = (each: { from?: number | undefined; until?: number | undefined }): boolean =>
      (each.from ?? -Infinity) <= from && (each.until ?? Infinity) >= until;
    if (!needed.some(runs)) return;
    const piece = pieceOf(terms.filter(runs), { from, until });
    const last = result.at(-1);
    const previous = last?.until === from ? last : undefined;
    if (previous && previous.state === piece.state && isAlike(previous, piece)) {
      previous.until = until;
      if (piece.state !== 'covered') previous.after = piece.after;
    } else if (previous?.state === 'possible' && piece.state === 'open') {
      result.push({ ...piece, before: previous.before, possibleFrom: previous.from });
    } else result.push(piece);

    function pieceOf(running: readonly Term[], stretch: Interval): Record<string, unknown> {
      const active = running.filter(({ state }) => state === 'active');
      if (active.length > 0) {
        const seats = active.map(({ seats }) => seats);
        const sum = seats.includes(Infinity)
          ? Infinity
          : seats.includes(undefined)
            ? undefined
            : seats.reduce((a, b) => a! + b!, 0);
        const asks = required.filter(runs).flatMap(({ seats }) => seats ?? []);
        return {
          ...stretch,
          state: 'covered',
          seats: sum,
          required: asks.length === 0 ? undefined : Math.max(...asks),
        };
      }
      const state =
        running.length > 0 ? 'pending' : accepted.some(runs) ? 'accepted' : days.some(runs) ? 'possible' : 'open';
      const doubtful = terms
        .filter(({ until, possibleUntil }) => until <= from && possibleUntil !== undefined)
        .sort((a, b) => compareNumbers(b.possibleUntil!, a.possibleUntil!) || compareNumbers(a.until, b.until))[0];
      const over = terms.filter(({ until }) => until <= from);
      const latest = Math.max(...over.map(({ until }) => until));
      const ended = over.filter(({ until }) => until === latest);
      return {
        ...stretch,
        state,
        before: (state === 'possible' ? doubtful : (ended.find(({ state }) => state === 'active') ?? ended.at(-1)))?.id,
        after: terms.find(term => term.from > from)?.id,
        pending: running[0]?.id,
        possibleFrom: undefined,
      };
    }
  });
  return result;
}

function isAlike(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  return a.state === 'covered' ? a.seats === b.seats && a.required === b.required : a.pending === b.pending;
}

function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
