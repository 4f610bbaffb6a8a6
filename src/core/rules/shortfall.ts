// `shortfall`: fewer seats than required, in a stretch that is covered.
import type { Coverage, Covered, Related, Segment, Term } from '../model';
import type { CoverageProblem, CoverageRule } from '../rules';
import * as words from '../words';
import { valueSpan } from './gaps';

export const shortfall: CoverageRule = ({ coverage }) => {
  const { terms, required } = coverage;
  if (required.every(({ seats }) => seats === undefined)) return [];
  const problems: CoverageProblem[] = [];
  let main = 0;
  for (const segment of coverage.segments) {
    if (!isShort(segment)) continue;
    // Of the terms that run there, the one that began first; a term that has ended never runs again.
    while (!(terms[main]!.state === 'active' && terms[main]!.until > segment.from)) main++;
    problems.push(problemOf(coverage, segment, terms[main]!));
  }
  return problems;
};

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
