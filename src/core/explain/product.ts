// Explains a product's coverage as a whole: what it has, whether it is covered now, and what is ahead.
import { endingOf, latestEnd } from '../coverage';
import { type Explanation, type Fact, ruleFact, sourceOf } from '../explain';
import type { Coverage, DayRule, Instant } from '../model';
import { firstIndex } from '../search';
import * as words from '../words';
import * as explanationWords from '../words/explanations';
import * as hoverWords from '../words/hover';
import { gapsIn } from './follows';
import { nextChange, seatsIn, segmentAt } from './seats';

/** `at`: now. */
export function explainProduct(coverage: Coverage, at: Instant): Explanation {
  const { terms, required } = coverage;
  const rule = ruleOfProduct(coverage);
  const pending = terms.filter(({ state }) => state === 'pending').length;
  const ahead = gapsIn(coverage).filter(gap => gap.until > at && gap.state !== 'accepted');
  const [next] = ahead;
  const length = ahead.reduce((sum, gap) => sum + gap.until - gap.from, 0);
  const { labels } = hoverWords;
  return {
    title: words.coverageName(coverage),
    facts: [
      { label: labels.licenses, text: hoverWords.licenseCount(terms.length, pending) },
      { label: labels.now, text: nowOf(coverage, rule, at) },
      {
        label: explanationWords.labels.next,
        text: next ? explanationWords.nextGap(next, rule) : explanationWords.noGapAhead,
      },
      ...(ahead.length > 1 ? [{ label: labels.gapsAhead, text: hoverWords.gapsAhead(ahead.length, length) }] : []),
      ...endFact(coverage, at),
      ...seatFacts(coverage, at),
      ruleFact(rule, terms[0]),
    ],
    symptoms: [],
    remedies: [],
    ...(terms.length > 0 || required.length > 0 ? sourceOf(rule) : {}),
  };
}

/** The rule of its first license, else of the file that asks for it. */
export function ruleOfProduct({ terms, required }: Coverage): DayRule {
  return (terms[0] ?? required[0]!.document).rule;
}

function nowOf(coverage: Coverage, rule: DayRule, at: Instant): string {
  const { segments, terms } = coverage;
  const last = segments.at(-1);
  if (!last || terms.length === 0) return hoverWords.noLicenseOfIt;
  if (last.until <= at) return hoverWords.noLonger(rule, last.until);
  const segment = segmentAt(coverage, at);
  // Before the first and between two nothing is required.
  if (!segment) {
    const next = segments[firstIndex(segments, ({ from }) => from > at)]!;
    return hoverWords.beginsLater(rule, next.from, at);
  }
  if (segment.state !== 'covered') return hoverWords.notCoveredUntil(segment.state, rule, segment.until);
  const { holes } = coverage;
  const end = holes[firstIndex(holes, ({ from }) => from > at)]?.from ?? last.until;
  return hoverWords.coveredUntil(rule, end);
}

function endFact({ terms }: Coverage, at: Instant): readonly Fact[] {
  const ending = endingOf(terms);
  if (!ending) return [];
  const end = ending.sure === Infinity ? ending.sure : latestEnd(ending.last);
  return [{ label: hoverWords.labels.ends, text: hoverWords.endsOn(ending.last.rule, end, at) }];
}

/** Only where some license says how many it has, or some file how many it needs. */
function seatFacts(coverage: Coverage, at: Instant): readonly Fact[] {
  if (coverage.terms.every(({ seats }) => seats === undefined)) return [];
  const segment = segmentAt(coverage, at);
  const required = segment?.state === 'covered' ? segment.required : undefined;
  return [
    { label: explanationWords.labels.seats, text: hoverWords.seatsThen(seatsIn(segment), 'now') },
    ...(required === undefined
      ? []
      : [{ label: hoverWords.labels.required, text: hoverWords.required(required, seatsIn(segment)) }]),
    nextChange(coverage, at),
  ];
}
