// What an editor offers at a place in a license file. A line or block that its vendor has signed is offered no change.
import type { Day } from './calendar';
import { offersInBlocks } from './completion/blocks';
import { offersInLines } from './completion/lines';
import { offersInNative } from './completion/native';
import type { NativeFacts } from './completion/native-facts';
import type { Language } from './languages';
import type { Steps } from './steps';
import type { Edit } from './text';
import type { Span } from './tree';

export interface Offer {
  readonly kind: 'keyword' | 'attribute' | 'date' | 'value' | 'choice' | 'name' | 'piece' | 'comment';
  readonly label: string;
  /** What is inserted. */
  readonly text: string;
  /** The same in parts, where some are to be typed over. */
  readonly parts?: readonly Part[];
  readonly detail: string;
  readonly about?: string;
  /** What the user types for it, where that is not its label. */
  readonly filter?: string;
  /** Whether a date or a word of a list belongs into it, so that it is asked for next. */
  readonly asksForDate?: boolean;
}

/** A text, or a place to be typed over, with what stands there until then and what else it can be. */
export type Part = string | { readonly placeholder: string; readonly choices?: readonly string[] };

export interface Offers {
  /** What an offer takes the place of. The user has typed it up to the place that was asked about. */
  readonly span: Span;
  /** The likeliest first. */
  readonly offers: readonly Offer[];
  /** What is changed besides, whichever is chosen. */
  readonly also?: readonly Edit[];
  /** Not only what has been typed, but all of the span gives way. */
  readonly isWhole?: boolean;
}

export const nothing: Offers = { span: { start: 0, end: 0 }, offers: [] };

/** The offers at a place in a native file; `facts`: what is known of it and its folder. */
export function* nativeOffersAt(text: string, offset: number, facts: NativeFacts): Steps<Offers> {
  return yield* offersInNative(text, offset, facts);
}

/** `today`: what the clocks of the license server show. */
export function* offersAt(text: string, offset: number, language: Language, today: Day): Steps<Offers> {
  return language.shape === 'lines'
    ? yield* offersInLines(text, offset, language, today)
    : yield* offersInBlocks(text, offset, language, today);
}
