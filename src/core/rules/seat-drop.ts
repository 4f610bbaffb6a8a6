// `seat-drop`: a license ends, and fewer seats remain or follow.
import { cover, noNeed } from '../coverage';
import { getOrAdd } from '../maps';
import type { Coverage, Covered, Instant, Term } from '../model';
import type { CoverageProblem, CoverageRule } from '../rules';
import { firstIndex } from '../search';
import * as words from '../words/coverage';
import { valueSpan } from './gaps';

export const seatDrop: CoverageRule = ({ coverage }) => {
  const { terms } = coverage;
  if (terms.length < 2) return [];
  // Temporary licenses are meant to end: neither they nor their seats count.
  const hasTemporary = terms.some(({ kind }) => kind === 'temporary');
  if (!hasTemporary && !coverage.hasDrops) return [];
  // What comes with packages alone is told of the packages.
  if (terms.every(({ isBundled }) => isBundled)) return [];
  const lasting = hasTemporary ? terms.filter(({ kind }) => kind !== 'temporary') : terms;
  const segments = hasTemporary ? cover(lasting, noNeed) : coverage.segments;
  const steps = segments.filter(segment => segment.state === 'covered');
  // What nobody has said is neither more nor less than anything.
  const drops = steps.flatMap(({ seats }, i) => (i > 0 && seats! < steps[i - 1]!.seats! ? [i] : []));
  if (drops.length === 0) return [];
  const endingAt = endings(lasting);
  const least = leastSince(steps);
  return drops.flatMap((i): readonly CoverageProblem[] => {
    const end = steps[i - 1]!.until;
    const after = steps[i]!.seats!;
    const ended = (endingAt.get(end) ?? [])
      .map(term => ({ term, seats: least(term.from, i - 1) }))
      .reduce<Ended | undefined>((most, each) => (most && most.seats >= each.seats ? most : each), undefined);
    return ended && after < ended.seats ? [problemOf(coverage, ended, after, end)] : [];
  });
};

/** A license that has ended, and the fewest seats there were in its time: its overlap with a renewal is not what it gave. */
interface Ended {
  readonly term: Term;
  readonly seats: number;
}

function endings(terms: readonly Term[]): ReadonlyMap<Instant, readonly Term[]> {
  const byEnd = new Map<Instant, Term[]>();
  for (const term of terms) {
    if (term.state !== 'active') continue;
    getOrAdd(byEnd, term.until, () => []).push(term);
  }
  return byEnd;
}

/** Answers the fewest seats from an instant up to a step; asked for one step after another. */
function leastSince(steps: readonly Covered[]): (from: Instant, last: number) => number {
  // The steps that are lower than all after them, so far: the first that lasts beyond an instant is the lowest since then.
  const lows: { readonly until: Instant; readonly seats: number }[] = [];
  let seen = 0;
  return (from, last) => {
    for (; seen <= last; seen++) {
      const { until, seats = Infinity } = steps[seen]!;
      while (lows.length > 0 && lows.at(-1)!.seats >= seats) lows.pop();
      lows.push({ until, seats });
    }
    // A license that surely covers no time has no step of its own: the last is taken.
    return (lows[firstIndex(lows, low => low.until > from)] ?? lows.at(-1)!).seats;
  };
}

function problemOf(coverage: Coverage, { term, seats }: Ended, after: number, end: Instant): CoverageProblem {
  return {
    rule: 'seat-drop',
    file: term.file,
    span: valueSpan(term, 'expires'),
    message: words.seatDrop(coverage, term, seats, after),
    over: end,
  };
}
