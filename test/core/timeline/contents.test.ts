// What a row is made of: its items in order, its lanes, and how its seats step up and down.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Coverage, Term } from '../../../src/core/model';
import { shortTerms } from '../../../src/core/rules/shortfall';
import { type Content, contentsOf, seatStepsOf } from '../../../src/core/timeline/contents';
import { lanesOf } from '../../../src/core/timeline/lanes';
import { caseOf, rendered } from '../oracle/cases';
import { iso, readText } from '../read';
import { file, reportOf } from './pictures';

function coverageOf(text: string): Coverage {
  return reportOf([readText('licenses.yaml', text)]).products[0]!;
}

/** The products of a random file of that number. */
function productsOf(index: number): readonly Coverage[] {
  const { files, timezone, expiryDay, joinFiles, at } = caseOf(1122, index);
  const settings = { timezone, expiryDay, joinFiles };
  return reportOf(
    files.map(rendered).map(({ path, text }) => readText(path, text, settings)),
    settings,
    at,
  ).products;
}

const cases = fc.nat(1_000_000);

/** Licenses with nothing but when they run. */
const stretches = fc.array(
  fc.tuple(fc.option(fc.nat(40), { nil: -Infinity }), fc.option(fc.integer({ min: 1, max: 15 }), { nil: Infinity })),
  { maxLength: 60 },
);

describe('the items of a row', () => {
  it('come in the order of time', () => {
    fc.assert(
      fc.property(cases, index => {
        for (const coverage of productsOf(index)) {
          const contents = contentsOf(coverage, []);
          for (let i = 1; i < contents.length; i++) {
            const [a, b] = [contents[i - 1]!, contents[i]!];
            assert.ok(a.from < b.from || (a.from === b.from && a.until <= b.until), `${a.kind} ${b.kind}`);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are told of the license that runs and began first, where seats are short', () => {
    const text = `required: { product: P, seats: 10 }\n${file('covered', 'A 2026-01-01 2026-03-31 seats=1', 'B 2026-02-01 2026-12-31 seats=2', 'C 2026-03-01 never seats=3')}`;
    assert.deepEqual(
      shortTerms(coverageOf(text)).map(([{ from, seats }, { id }]) => `${iso(from).slice(0, 10)} ${seats} ${id}`),
      ['2026-01-01 1 A', '2026-02-01 3 A', '2026-03-01 6 A', '2026-04-01 5 B', '2027-01-01 3 C'],
    );
  });
});

describe('lanes', () => {
  const lanes = (terms: readonly (readonly [number, number])[]): readonly number[] =>
    lanesOf(terms.map(([from, until]): Content => ({ kind: 'term', from, until, term: { from, until } as Term })));

  it('are the first that is free, and one where nothing overlaps', () => {
    assert.deepEqual(
      lanes([
        [0, 10],
        [0, 3],
        [3, 5],
        [4, 6],
        [10, 12],
      ]),
      [0, 1, 1, 2, 0],
    );
    assert.deepEqual(
      lanes([
        [0, 1],
        [1, 2],
        [2, Infinity],
      ]),
      [0, 0, 0],
    );
    assert.deepEqual(
      lanes([
        [-Infinity, Infinity],
        [-Infinity, 5],
        [5, 6],
      ]),
      [0, 1, 1],
    );
    assert.deepEqual(lanes([]), []);
    const many = Array.from({ length: 15 }, (_, i): [number, number] => [i, 100 - i]);
    assert.deepEqual(lanes(many), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 11, 11, 11]);
  });

  it('hold no two licenses at one time, but for the last, and are no more than needed', () => {
    fc.assert(
      fc.property(stretches, given => {
        const terms = given
          .map(([from, length]) => [from, Math.max(from, 0) + length] as const)
          .sort((a, b) => a[0] - b[0] || a[1] - b[1] || 0);
        const found = lanes(terms);
        const overlap = (a: number, b: number) => terms[a]![0] < terms[b]![1] && terms[b]![0] < terms[a]![1];
        for (let b = 0; b < terms.length; b++) {
          assert.ok(found[b]! >= 0 && found[b]! <= 11);
          for (let a = 0; a < b; a++) assert.ok(found[a] !== found[b] || !overlap(a, b) || found[a] === 11);
          // In each lane above there is one that runs.
          for (let lane = 0; lane < found[b]!; lane++)
            assert.ok(terms.some((_, a) => a < b && found[a] === lane && overlap(a, b)));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are for licenses alone: all else stands across them', () => {
    const coverage = coverageOf(
      file('covered', 'A 2026-01-01 2026-06-30', 'B 2026-02-01 2026-06-30', 'C 2026-08-01 never'),
    );
    const contents = contentsOf(coverage, []);
    assert.deepEqual(
      contents.map(({ kind }, i) => `${kind} ${lanesOf(contents)[i]}`),
      ['term 0', 'term 1', 'gap 0', 'term 0'],
    );
  });
});

describe('the steps of seats', () => {
  const steps = (text: string) =>
    seatStepsOf(coverageOf(text))?.map(
      ({ from, until, seats, needed, isShort }) =>
        `${iso(from).slice(0, 10)} ${iso(until).slice(0, 10)} ${seats} ${needed}${isShort ? ' short' : ''}`,
    ) ?? null;

  it('go up and down with the licenses, and leave out what is not covered', () => {
    assert.deepEqual(
      steps(
        file(
          'covered',
          'A 2026-01-01 2026-06-30 seats=5',
          'B 2026-03-01 2026-04-30 seats=3',
          'C 2026-08-01 never seats=unlimited',
        ),
      ),
      [
        '2026-01-01 2026-03-01 5 null',
        '2026-03-01 2026-05-01 8 null',
        '2026-05-01 2026-07-01 5 null',
        '2026-08-01 Infinity unlimited null',
      ],
    );
  });

  it('say what is needed, also without a bound, and what is not said', () => {
    const terms = ['A 2026-01-01 2026-06-30 seats=5', 'B 2026-03-01 2026-04-30'];
    assert.deepEqual(steps(`required: { product: P, seats: 6 }\n${file('covered', ...terms)}`), [
      '2026-01-01 2026-03-01 5 6 short',
      '2026-03-01 2026-05-01 null 6',
      '2026-05-01 2026-07-01 5 6 short',
    ]);
    assert.deepEqual(steps(`required: { product: P, seats: unlimited }\n${file('covered', terms[0]!)}`), [
      '2026-01-01 2026-07-01 5 unlimited short',
    ]);
  });

  it('are none where they never change and nothing is asked', () => {
    assert.equal(steps(file('covered', 'A 2026-01-01 2026-06-30', 'B 2026-03-01 2026-04-30')), null);
    assert.equal(steps(file('covered', 'A 2026-01-01 2026-06-30 seats=5', 'B 2026-07-01 2026-12-31 seats=5')), null);
    assert.equal(steps(file('covered', 'A 2026-01-01 2026-06-30 seats=5', 'B 2026-08-01 2026-12-31 seats=5')), null);
    assert.equal(steps(file('covered', 'A 2026-01-01 never seats=unlimited', 'B 2026-08-01 2026-12-31 seats=5')), null);
    assert.equal(
      steps(file('covered', 'A 2026-01-01 2026-06-30 seats=5', 'B 2026-07-01 2026-12-31 seats=9 key=TODO')),
      null,
    );
    assert.equal(steps(`required: { product: P, seats: 6 }\n${file('covered', 'A 2026-01-01 2026-06-30')}`), null);
    assert.equal(steps(file('covered', 'A 2026-01-01 2026-06-30 seats=5', 'B 2026-03-01 2026-12-31')), null);
  });

  it('are some where equal numbers add up, and never go down again', () => {
    assert.deepEqual(steps(file('covered', 'A 2026-01-01 2026-12-31 seats=5', 'B 2026-06-01 2026-12-31 seats=5')), [
      '2026-01-01 2026-06-01 5 null',
      '2026-06-01 2027-01-01 10 null',
    ]);
  });

  it('are the covered segments, or none where those are all alike', () => {
    fc.assert(
      fc.property(cases, index => {
        for (const coverage of productsOf(index)) {
          const found = seatStepsOf(coverage);
          const covered = coverage.segments.flatMap(segment => (segment.state === 'covered' ? [segment] : []));
          const isAsked = coverage.required.some(({ seats }) => seats !== undefined);
          const isSaid = coverage.terms.some(({ seats, state }) => seats !== undefined && state === 'active');
          if (!found) {
            const known = covered.flatMap(({ seats }) => seats ?? []);
            assert.ok(!isSaid || (!isAsked && known.every(seats => seats === known[0])));
            continue;
          }
          const count = (seats: number | undefined) => (seats === Infinity ? 'unlimited' : (seats ?? null));
          assert.ok(isSaid);
          assert.deepEqual(
            found,
            covered.map(({ from, until, seats, required }) => ({
              from,
              until,
              seats: count(seats),
              needed: count(required),
              isShort: seats !== undefined && required !== undefined && seats < required,
            })),
          );
        }
      }),
      { numRuns: 600 },
    );
  });

  it('make no segment where there is nothing to see', () => {
    const fives = ['A 2026-01-01 2026-06-30 seats=5', 'B 2026-08-01 2026-12-31 seats=5'];
    const others = ['C 2026-01-01 never', 'D 2026-01-01 never seats=9 key=TODO'];
    const coverage = coverageOf(file('covered', ...fives, ...others));
    const watched = new Proxy(coverage, {
      get: (target, field) => {
        assert.notEqual(field, 'segments');
        return Reflect.get(target, field, target) as unknown;
      },
    });
    assert.equal(seatStepsOf(watched), null);
    assert.equal(contentsOf(watched, []).length, 4);
  });
});
