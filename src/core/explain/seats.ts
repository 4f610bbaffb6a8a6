// How many seats a product has when, of all its licenses together.
import type { Explanation, Fact } from '../explain';
import type { Coverage, Instant, Segment, Term } from '../model';
import { firstIndex } from '../search';
import * as words from '../words';
import * as explanationWords from '../words/explanations';
import * as hoverWords from '../words/hover';

/** The stretch that an instant is in; `undefined` before the first and after the last. */
export function segmentAt({ segments }: Coverage, instant: Instant): Segment | undefined {
  const segment = segments[firstIndex(segments, ({ until }) => until > instant)];
  return segment && segment.from <= instant ? segment : undefined;
}

/** None in a gap; `undefined`: some license does not say. */
export function seatsIn(segment: Segment | undefined): number | undefined {
  return segment?.state === 'covered' ? segment.seats : 0;
}

/** The time of a license that is told of: now if it runs, else its beginning if it is to come, else its end. */
function timeOf({ from, until }: Term, at: Instant): { readonly instant: Instant; readonly when: hoverWords.When } {
  if (from > at) return { instant: from, when: 'at its beginning' };
  return until > at ? { instant: at, when: 'now' } : { instant: until - 1, when: 'at its end' };
}

/** The seats of all licenses at the time of one, where they are others than its own, and those that are required then. */
export function seatsOfAll(coverage: Coverage, term: Term, at: Instant): readonly Fact[] {
  const { instant, when } = timeOf(term, at);
  const segment = segmentAt(coverage, instant);
  const all = seatsIn(segment);
  const required = segment?.state === 'covered' ? segment.required : undefined;
  return [
    ...(all === term.seats ? [] : [{ label: hoverWords.labels.seatsOfAll, text: hoverWords.seatsThen(all, when) }]),
    ...(required === undefined
      ? []
      : [{ label: hoverWords.labels.required, text: hoverWords.required(required, all) }]),
  ];
}

/** Of the number of seats that a license says. */
export function explainSeats(coverage: Coverage, term: Term, at: Instant): Explanation {
  return {
    title: hoverWords.seatsTitle(term, term.seats),
    facts: [
      ...(term.seats === undefined ? [] : [{ label: explanationWords.labels.seats, text: words.seats(term.seats) }]),
      ...seatsOfAll(coverage, term, at),
      nextChange(coverage, timeOf(term, at).instant),
    ],
    symptoms: [],
    remedies: [],
  };
}

/** The next time that a product has more or fewer seats than at an instant. */
export function nextChange(coverage: Coverage, instant: Instant): Fact {
  const { segments } = coverage;
  const label = hoverWords.labels.change;
  const first = firstIndex(segments, ({ until }) => until > instant);
  const now = segments[first];
  if (!now) return { label, text: hoverWords.noChange };
  const before = now.from > instant ? 0 : seatsIn(now);
  const next = segments.slice(first).find(each => each.from > instant && seatsIn(each) !== before);
  const end = segments.at(-1)!.until;
  const change = next ? { at: next.from, seats: seatsIn(next) } : { at: end, seats: 0 };
  if (change.at === Infinity || (!next && before === 0)) return { label, text: hoverWords.noChange };
  const rule = (coverage.terms[0] ?? coverage.required[0]!.document).rule;
  return { label, text: hoverWords.seatsChange(before, change.seats, rule, change.at) };
}
