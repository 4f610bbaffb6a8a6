// Explains what a file requires, and which gaps it accepts: the stretch, and what its bounds mean.
import { ruleOfGap } from '../coverage';
import type { Explanation, Fact } from '../explain';
import type { AcceptedGap, Coverage, DayRule, Instant, Interval, Report, Requirement } from '../model';
import * as words from '../words';
import * as hoverWords from '../words/hover';
import { dayFact } from './date';

const { labels } = hoverWords;
/** How many gaps are named. */
const mostNamed = 3;

/** `part`: what of it is pointed at. */
export function explainRequirement(
  { document, product, from, until, seats }: Requirement,
  part: hoverWords.Part,
): Explanation {
  const { rule } = document;
  const stretch = { from: from ?? -Infinity, until: until ?? Infinity };
  return explained(hoverWords.requirementTitle(product, part), [
    { label: labels.bounds, text: hoverWords.requiredStretch(rule, from, until) },
    ...utcFact(stretch),
    ...dayFacts(rule, stretch, part),
    ...(seats === undefined ? [] : [{ label: labels.required, text: words.seats(seats) }]),
    ...(until === undefined ? [] : [{ label: labels.note, text: hoverWords.untilIsOpen }]),
  ]);
}

/** `at`: now. */
export function explainAcceptance(
  report: Report,
  acceptance: AcceptedGap,
  part: hoverWords.Part,
  at: Instant,
): Explanation {
  const { document, product, from, until, reason, reviewBy } = acceptance;
  const { rule } = document;
  return explained(hoverWords.acceptanceTitle(product, part), [
    { label: labels.bounds, text: words.stretch(rule, { from, until }) },
    ...utcFact({ from, until }),
    ...dayFacts(rule, { from, until }, part),
    ...(Number.isFinite(until - from) ? [{ label: labels.length, text: words.duration(until - from) }] : []),
    ...(reason === undefined ? [] : [{ label: labels.reason, text: hoverWords.reasonGiven(reason) }]),
    ...(reviewBy ? [{ label: labels.review, text: hoverWords.review(rule, reviewBy.until, at) }] : []),
    ...holeFacts(acceptedBy(report, acceptance), acceptance),
    ...(until === Infinity ? [] : [{ label: labels.note, text: hoverWords.untilIsOpen }]),
  ]);
}

/** The products whose gaps it may accept. */
export function acceptedBy({ products }: Report, acceptance: AcceptedGap): readonly Coverage[] {
  return products.filter(({ accepted }) => accepted.includes(acceptance));
}

function holeFacts(coverages: readonly Coverage[], { from, until }: AcceptedGap): readonly Fact[] {
  const holes = coverages.flatMap(coverage =>
    coverage.holes
      .filter(hole => hole.state === 'accepted' && hole.from < until && hole.until > from)
      .map(hole => hoverWords.hole(ruleOfGap(coverage, hole), coverage, hole)),
  );
  const texts = holes.length === 0 ? [hoverWords.noHole] : holes.slice(0, mostNamed);
  return texts.map(text => ({ label: labels.holes, text }));
}

function utcFact(stretch: Interval): readonly Fact[] {
  if (!Number.isFinite(stretch.from) && !Number.isFinite(stretch.until)) return [];
  return [{ label: labels.utc, text: words.stretchUtc(stretch) }];
}

/** Of the bound that is pointed at. */
function dayFacts(rule: DayRule, { from, until }: Interval, part: hoverWords.Part): readonly Fact[] {
  const bound = part === 'from' ? from : part === 'until' ? until : undefined;
  return bound === undefined || !Number.isFinite(bound) ? [] : dayFact(rule, bound, bound);
}

function explained(title: string, facts: readonly Fact[]): Explanation {
  return { title, facts, symptoms: [], remedies: [] };
}
