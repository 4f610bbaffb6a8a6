// What the rules about gaps share: which segments they speak of, and where a gap is shown.
import { gapsOf } from '../coverage';
import { headOf } from '../entries';
import { scalarOf } from '../formats/records';
import type { Coverage, Gap, Related, RuleCode, SourceFile, Term } from '../model';
import type { CoverageProblem, RuleContext } from '../rules';
import { contentSpan } from '../text';
import type { Span } from '../tree';
import * as words from '../words/coverage';

/** One problem for each gap in `state`, at the date that ends the coverage before it; both dates that make the gap are related. */
export function gapProblems(
  { coverage }: RuleContext,
  state: Gap['state'],
  rule: RuleCode,
  say: (coverage: Coverage, gap: Gap) => string,
): readonly CoverageProblem[] {
  return (
    gapsOf(coverage)
      // A hole between two licenses of a package is told of the package.
      .filter(gap => gap.state === state && !(gap.before?.isBundled && gap.after?.isBundled))
      .map(gap => ({
        rule,
        ...placeOfGap(coverage, gap),
        // Of all findings these are the most, and the longest to say.
        get message() {
          return say(coverage, gap);
        },
        get related() {
          return relatedOf(gap);
        },
        subject: { kind: 'gap', coverage, gap },
        over: gap.until,
      }))
  );
}

/** The expiry date before the gap, else the start date after it, else what asks for coverage there. */
export function placeOfGap(
  { required }: Coverage,
  { before, after }: Gap,
): { readonly file: SourceFile; readonly span: Span } {
  if (before) return { file: before.file, span: valueSpan(before, 'expires') };
  if (after) return { file: after.file, span: valueSpan(after, 'starts') };
  const { document, span } = required[0]!;
  return { file: document.file, span };
}

function relatedOf({ before, after }: Gap): readonly Related[] {
  return [
    ...(before ? [{ file: before.file, span: valueSpan(before, 'expires'), message: words.endsHere(before) }] : []),
    ...(after ? [{ file: after.file, span: valueSpan(after, 'starts'), message: words.beginsHere(after) }] : []),
  ];
}

/** The place of what a term's field says; where it says nothing, of the entry's first key. */
export function valueSpan({ entry }: Term, field: 'starts' | 'expires' | 'seats'): Span {
  const value = scalarOf(entry.fields[field]);
  return value && value.end > value.start ? contentSpan(value) : headOf(entry);
}
