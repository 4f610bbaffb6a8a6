// `pending-key`: only terms whose key is a placeholder cover a stretch.
import { scalarOf } from '../formats/records';
import type { Term } from '../model';
import type { CoverageProblem, CoverageRule } from '../rules';
import { contentSpan } from '../text';
import type { Span } from '../tree';
import * as words from '../words';

export const pendingKey: CoverageRule = ({ coverage }) =>
  coverage.segments.flatMap((segment): readonly CoverageProblem[] => {
    if (segment.state === 'covered' || !segment.pending) return [];
    return [
      {
        rule: 'pending-key',
        file: segment.pending.file,
        span: keySpan(segment.pending),
        message: words.pendingKey(coverage, segment),
        subject: { kind: 'gap', coverage, gap: segment },
        over: segment.until,
      },
    ];
  });

/** The placeholder; where nothing is written yet, the name of the field. */
export function keySpan({ entry }: Term): Span {
  const pair = entry.fields.key!;
  const value = scalarOf(pair)!;
  const content = contentSpan(value);
  return content.end > content.start ? content : contentSpan(pair.key);
}
