// What lies ahead of a product, as its line in the tree tells it: the next gap, the worst, or how long all is well.
import { msPerDay } from './calendar';
import { type Ending, gapsOf, ruleOfGap } from './coverage';
import type { Coverage, Covered, DayRule, Gap, Instant, Interval, Term } from './model';
import { placeOfGap, valueSpan } from './rules/gaps';
import { keySpan } from './rules/pending-key';
import { shortTerms } from './rules/shortfall';
import type { Place } from './timeline';
import { asksForSeats } from './timeline/contents';
import { isOver, lifeOf } from './timeline/totals';
import * as words from './words/tree';

/** A stretch in which something lacks: a license, its key, or seats (told of the license that runs). */
export type Lack = { readonly gap: Gap } | { readonly short: Covered; readonly of: Term };

export type OutlookState = 'gap' | 'ended' | 'short' | 'possible' | 'pending' | 'ending' | 'covered';

export interface Outlook {
  /** The worst that is ahead or goes on. */
  readonly state: OutlookState;
  readonly text: string;
  /** Open gaps that are not over. */
  readonly gaps: number;
  /** What comes next; `undefined`: nothing lacks. */
  readonly next: Lack | undefined;
  /** From when on it is not as it should be; what is long over comes last. */
  readonly due: Instant;
  readonly isLongOver: boolean;
}

/** From the worst on. */
const severity = ['open', 'short', 'possible', 'pending'] as const;
const states = { open: 'gap', short: 'short', possible: 'possible', pending: 'pending' } as const;

/** `warningDays`: how near an end is to be worth telling. */
export function outlookOf(coverage: Coverage, at: Instant, warningDays: number): Outlook {
  const lacks = lacksOf(coverage).filter(lack => stretchOf(lack).until > at);
  const [next] = lacks;
  if (!next) return calmOutlook(coverage, at, warningDays * msPerDay);
  const worst = severity.flatMap(kind => lacks.find(lack => kindOf(lack) === kind) ?? [])[0]!;
  const gaps = lacks.filter(lack => kindOf(lack) === 'open').length;
  const told = worst === next ? [next] : [next, worst];
  const named = told.filter(lack => kindOf(lack) === 'open').length;
  return {
    state: states[kindOf(worst)],
    text: words.outlook(
      told.map(lack => ('gap' in lack ? words.gapAhead(lack.gap, at) : words.shortAhead(lack.short, at))),
      gaps - named,
    ),
    ...{ gaps, next, due: stretchOf(next).from, isLongOver: false },
  };
}

/** In the order of time. Gaps that are meant lack nothing. */
export function lacksOf(coverage: Coverage): readonly Lack[] {
  const gaps = gapsOf(coverage).filter(({ state }) => state !== 'accepted');
  if (!asksForSeats(coverage)) return gaps.map(gap => ({ gap }));
  const shorts = shortTerms(coverage).map(([short, of]) => ({ short, of }));
  return [...gaps.map(gap => ({ gap })), ...shorts].sort((a, b) => stretchOf(a).from - stretchOf(b).from || 0);
}

export function stretchOf(lack: Lack): Interval {
  return 'gap' in lack ? lack.gap : lack.short;
}

/** What its dates are told by. */
export function ruleOf(coverage: Coverage, lack: Lack): DayRule {
  return 'gap' in lack ? (lack.gap.pending?.rule ?? ruleOfGap(coverage, lack.gap)) : lack.of.rule;
}

/** The value that makes it. */
export function placeOfLack(coverage: Coverage, lack: Lack): Place {
  if ('short' in lack) return { file: lack.of.file, span: valueSpan(lack.of, 'seats') };
  const { pending } = lack.gap;
  return pending ? { file: pending.file, span: keySpan(pending) } : placeOfGap(coverage, lack.gap);
}

/** Where that stands which a product's line tells. */
export function placeOfOutlook(coverage: Coverage, { next }: Outlook): Place {
  if (next) return placeOfLack(coverage, next);
  const last = lifeOf(coverage).ending?.last;
  if (last) return { file: last.file, span: valueSpan(last, 'expires') };
  const { document, span } = coverage.required[0]!;
  return { file: document.file, span };
}

function kindOf(lack: Lack): (typeof severity)[number] {
  // Gaps that are meant are left out.
  return 'gap' in lack ? (lack.gap.state as Exclude<Gap['state'], 'accepted'>) : 'short';
}

/** Nothing lacks that is not over. */
function calmOutlook(coverage: Coverage, at: Instant, warningTime: number): Outlook {
  const { ending, from, until } = lifeOf(coverage);
  const end = ending?.sure ?? until;
  const facts = { gaps: 0, next: undefined, due: end, isLongOver: false };
  if (isOver(coverage, at)) {
    const text = ending ? words.ended(ending.latest, at) : words.requiredBefore();
    return { ...facts, state: 'ended', text, isLongOver: at - end > warningTime };
  }
  if (end - at <= warningTime) return { ...facts, state: 'ending', text: words.ends(end, at) };
  return { ...facts, state: 'covered', text: from > at ? words.begins(from, at) : words.covered(lastOf(ending)) };
}

function lastOf(ending: Ending | undefined): Term | undefined {
  return ending && ending.sure < Infinity ? ending.last : undefined;
}
