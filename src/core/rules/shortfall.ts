// `shortfall`: fewer seats than required, in a stretch that is covered.
import type { Coverage, Covered, Related, Segment, Term } from '../model';
import type { CoverageProblem, CoverageRule } from '../rules';
import * as words from '../words/coverage';
import { valueSpan } from './gaps';

export const shortfall: CoverageRule = ({ coverage }) =>
  coverage.required.every(({ seats }) => seats === undefined)
    ? []
    : shortTerms(coverage).map(([segment, term]) => problemOf(coverage, segment, term));

/** The stretches that are short of seats; each with the term that it is told of: of those that run there, the one that began first. */
export function shortTerms({ terms, segments }: Coverage): readonly (readonly [Covered, Term])[] {
  const short: (readonly [Covered, Term])[] = [];
  let main = 0;
  for (const segment of segments) {
    if (!isShort(segment)) continue;
    // A term that has ended never runs again.
    while (!(terms[main]!.state === 'active' && terms[main]!.until > segment.from)) main++;
    short.push([segment, terms[main]!]);
  }
  return short;
}

/** A number that nobody has said is unknown, never too small. */
export function isShort(segment: Segment): segment is Covered {
  if (segment.state !== 'covered') return false;
  const { seats, required } = segment;
  return required !== undefined && seats !== undefined && seats < required;
}

function problemOf(coverage: Coverage, segment: Covered, term: Term): CoverageProblem {
  return {
    rule: 'shortfall',
    file: term.file,
    span: valueSpan(term, 'seats'),
    message: words.shortfall(coverage, segment, term.rule),
    related: relatedOf(coverage, segment),
    over: segment.until,
  };
}

function relatedOf({ required }: Coverage, segment: Covered): readonly Related[] {
  const need = required.find(
    ({ seats, from = -Infinity, until = Infinity }) =>
      seats === segment.required && from <= segment.from && until >= segment.until,
  );
  if (!need?.seatsSpan) return [];
  return [{ file: need.document.file, span: need.seatsSpan, message: words.requiredHere(need.seats!) }];
}
