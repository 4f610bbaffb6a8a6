// The lenses above the entries of a license file: a summary at its top, and each gap where it lies between two licenses.
import { ruleOfGap } from './coverage';
import type { Coverage, Finding, Gap, Instant, LicenseFile, Report } from './model';
import * as words from './words/code-lens';

export interface CodeLens {
  /** The offset above whose line it stands. */
  readonly at: number;
  readonly title: string;
  /** `next`: go to the first gap. `place`: go to an offset. `fix`: see there what can be done. */
  readonly leadsTo:
    | { readonly kind: 'next' }
    | { readonly kind: 'timeline' }
    | { readonly kind: 'place'; readonly offset: number }
    | { readonly kind: 'fix'; readonly offset: number };
}

/** How many gaps have lenses: an editor takes them all at once. */
export const mostGaps = 1_000;

/** `at`: now. */
export function codeLensesOf(report: Pick<Report, 'findings'>, file: LicenseFile, at: Instant): readonly CodeLens[] {
  const gaps = report.findings.flatMap(finding => gapTold(finding, file, at));
  const lacking = gaps.filter(({ gap }) => !gap.pending);
  const first = lacking.reduce((earliest, { gap }) => Math.min(earliest, gap.from), Infinity);
  const summary = words.summary(lacking.length, first, gaps.length - lacking.length, at);
  return [
    { at: 0, title: summary, leadsTo: { kind: gaps.length > 0 ? 'next' : 'timeline' } },
    { at: 0, title: words.showTimeline(), leadsTo: { kind: 'timeline' } },
    ...gaps.slice(0, mostGaps).flatMap(told => lensesOf(told, file)),
  ];
}

interface ToldGap {
  readonly coverage: Coverage;
  readonly gap: Gap;
  readonly finding: Finding;
}

/** The gap that a finding of this file is about, if it is not over. */
function gapTold(finding: Finding, { path }: LicenseFile, at: Instant): readonly ToldGap[] {
  const { subject, file } = finding;
  if (subject?.kind !== 'gap' || file.path !== path || subject.gap.until <= at) return [];
  return [{ coverage: subject.coverage, gap: subject.gap, finding }];
}

function lensesOf({ coverage, gap, finding }: ToldGap, file: LicenseFile): readonly CodeLens[] {
  const offset = finding.span.start;
  const rule = gap.pending?.rule ?? ruleOfGap(coverage, gap);
  const at = placeOf(gap, finding, file);
  return [
    { at, title: words.gap(gap, rule), leadsTo: { kind: 'place', offset } },
    {
      at,
      title: isInsertable(gap) ? words.insertTemporary() : words.quickFix(),
      leadsTo: { kind: 'fix', offset },
    },
  ];
}

/** Signed licenses can't be copied, and a gap beside none has other fixes first. */
function isInsertable({ state, before, after }: Gap): boolean {
  const neighbor = before ?? after;
  return state === 'open' && neighbor !== undefined && neighbor.entry.document.home === undefined;
}

/** Above the license that ends the gap, if it stands below the one before it: there the gap lies in the text as it does in time. */
function placeOf({ before, after, pending }: Gap, { span }: Finding, { path }: LicenseFile): number {
  if (pending) return pending.entry.node.start;
  const isBetween = before && after && after.file.path === path && after.entry.node.start > before.entry.node.end;
  const term = isBetween && before.file.path === path ? after : (before ?? after);
  return term?.file.path === path ? term.entry.node.start : span.start;
}
