// What comes after a license: a gap, another license that covers on, or nothing.
import { gapsOf, latestEnd } from '../coverage';
import type { Coverage, Gap, Instant, Term } from '../model';
import { once } from '../once';
import { firstIndex } from '../search';
import * as words from '../words/hover';

/** In words; `undefined` where a license has no end. */
export function whatFollows(coverage: Coverage, term: Term): string | undefined {
  if (term.until === Infinity) return undefined;
  const end = latestEnd(term);
  const gap = gapFollowing(coverage, end);
  if (gap) return words.gapFollows(gap, term.rule);
  const next = coverage.terms.find(
    other => other !== term && other.state === 'active' && other.from <= end && latestEnd(other) > end,
  );
  return next ? words.licenseFollows(next) : words.nothingFollows;
}

/** The gap that is there at the end of a license, its last day included, even where that day may be one of the gap. */
export function gapFollowing(coverage: Coverage, end: Instant): Gap | undefined {
  const gaps = gapsIn(coverage);
  const gap = gaps[firstIndex(gaps, ({ until }) => until >= end)];
  // One that only lasts until then is the last day that may not count.
  const isLastDay = gap?.until === end && gap.state === 'possible';
  const found = gap?.until === end && !isLastDay ? gaps[gaps.indexOf(gap) + 1] : gap;
  return found && found.from <= end ? found : undefined;
}

/** The stretches that are not covered; asked for several times in one hover, and a product may have tens of thousands. */
export const gapsIn = once((coverage: Coverage): readonly Gap[] => gapsOf(coverage));
