// What the rules about gaps share: which segments they speak of, and where a gap is shown.
import { gapsOf } from '../coverage';
import { headOf } from '../entries';
import type { Coverage, Related, RuleCode, Segment, SegmentState, SourceFile, Term } from '../model';
import type { CoverageProblem, RuleContext } from '../rules';
import { contentSpan } from '../text';
import type { Span } from '../tree';
import * as words from '../words';

/** One problem for each gap in `state`, at the date that ends the coverage before it; both dates that make the gap are related. */
export function gapProblems(
  { coverage, at }: RuleContext,
  state: SegmentState,
  rule: RuleCode,
  say: (coverage: Coverage, gap: Segment) => string,
): readonly CoverageProblem[] {
  return gapsOf(coverage.segments).flatMap((gap): readonly CoverageProblem[] => {
    const place = gap.state === state ? placeOf(gap) : undefined;
    if (!place) return [];
    const subject = { kind: 'gap', coverage, gap } as const;
    return [{ rule, ...place, message: say(coverage, gap), related: relatedOf(gap), subject, past: gap.until <= at }];
  });
}

/** The expiry date before the gap, else the start date after it. */
function placeOf({ before, after }: Segment): { readonly file: SourceFile; readonly span: Span } | undefined {
  if (before) return { file: before.file, span: dateSpan(before, 'expires') };
  return after && { file: after.file, span: dateSpan(after, 'starts') };
}

function relatedOf({ before, after }: Segment): readonly Related[] {
  return [
    ...(before ? [{ file: before.file, span: dateSpan(before, 'expires'), message: words.endsHere(before) }] : []),
    ...(after ? [{ file: after.file, span: dateSpan(after, 'starts'), message: words.beginsHere(after) }] : []),
  ];
}

/** The place of a term's date; where it has none, of the entry's first key. */
export function dateSpan(term: Term, field: 'starts' | 'expires'): Span {
  const value = term.entry.fields[field]?.value;
  return value?.kind === 'scalar' && value.end > value.start ? contentSpan(value) : headOf(term.entry);
}
