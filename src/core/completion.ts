// What an editor offers at a place in a vendor's license file. A line or block that its vendor has signed is offered no change.
import type { Day } from './calendar';
import { offersInBlocks } from './completion/blocks';
import { offersInLines } from './completion/lines';
import type { Language } from './languages';
import type { Steps } from './steps';
import type { Span } from './tree';

export interface Offer {
  readonly kind: 'keyword' | 'attribute' | 'date' | 'value';
  readonly label: string;
  /** What is inserted. */
  readonly text: string;
  readonly detail: string;
  readonly about?: string;
  /** Whether a date belongs behind it, so that it is asked for next. */
  readonly asksForDate?: boolean;
}

export interface Offers {
  /** What an offer takes the place of. The user has typed it up to the place that was asked about. */
  readonly span: Span;
  /** The likeliest first. */
  readonly offers: readonly Offer[];
}

export const nothing: Offers = { span: { start: 0, end: 0 }, offers: [] };

/** `today`: what the clocks of the license server show. */
export function* offersAt(text: string, offset: number, language: Language, today: Day): Steps<Offers> {
  return language.shape === 'lines'
    ? yield* offersInLines(text, offset, language, today)
    : yield* offersInBlocks(text, offset, language, today);
}
