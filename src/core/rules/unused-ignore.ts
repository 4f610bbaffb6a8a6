// `unused-ignore`: a comment that silences nothing, or that names a rule there is none of.
import type { Ignore, LicenseFile, RuleCode } from '../model';
import type { CoverageProblem } from '../rules';
import * as words from '../words/coverage';

/** What time alone brings up: a comment about it may be there before it is. */
const timely: readonly string[] = ['expiry', 'overdue-acceptance'] satisfies RuleCode[];

/** `used`: the comments that have silenced something. */
export function unusedIgnores(
  file: LicenseFile,
  used: ReadonlySet<Ignore>,
  isRule: (code: string) => boolean,
): readonly CoverageProblem[] {
  return file.ignores.flatMap((ignore): readonly CoverageProblem[] => {
    const { span, codes } = ignore;
    const unknown = codes.find(code => !isRule(code));
    if (unknown !== undefined) return [{ rule: 'unused-ignore', file, span, message: words.unknownIgnore(unknown) }];
    if (used.has(ignore) || codes.some(code => timely.includes(code))) return [];
    return [{ rule: 'unused-ignore', file, span, message: words.unusedIgnore }];
  });
}
