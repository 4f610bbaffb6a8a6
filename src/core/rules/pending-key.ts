// `pending-key`: only terms whose key is a placeholder cover a stretch.
import { gapsOf } from '../coverage';
import { scalarOf } from '../formats/records';
import type { Term } from '../model';
import type { CoverageProblem, CoverageRule } from '../rules';
import { contentSpan } from '../text';
import type { Span } from '../tree';
import * as words from '../words/coverage';

export const pendingKey: CoverageRule = ({ coverage }) =>
  gapsOf(coverage).flatMap((gap): readonly CoverageProblem[] => {
    if (!gap.pending) return [];
    return [
      {
        rule: 'pending-key',
        file: gap.pending.file,
        span: keySpan(gap.pending),
        message: words.pendingKey(coverage, gap),
        subject: { kind: 'gap', coverage, gap },
        over: gap.until,
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
