// What a fix is, the list of them, and what a finding offers. Edits are made only when they are asked for.
import { acceptGap } from './fixes/accept-gap';
import { mendAcceptance } from './fixes/acceptance';
import { askVendor } from './fixes/ask-vendor';
import { insertTemporary } from './fixes/insert-temporary';
import { mend } from './fixes/mend';
import { removeTemporary } from './fixes/remove-temporary';
import { replaceText } from './fixes/replace-text';
import { stateRule } from './fixes/state-rule';
import { swapDates } from './fixes/swap-dates';
import type { Finding, Report, SourceFile } from './model';
import type { Edit } from './text';

/** Changes to one file. */
export interface FileEdits {
  readonly file: SourceFile;
  /** In the order of the text, none overlapping another. */
  readonly edits: readonly Edit[];
}

/** One way to mend a finding. */
export interface Fix {
  readonly title: string;
  /** The one to take when in doubt. */
  readonly preferred: boolean;
  /** `undefined`: it turns out that the text there can't be edited safely. */
  readonly make: () => FileEdits | undefined;
}

/** Offers the fixes for the findings it knows, and none for the others. */
export type FixOffer = (finding: Finding, report: Report) => readonly Fix[];

const offers: readonly FixOffer[] = [
  ...[insertTemporary, askVendor, stateRule, acceptGap],
  ...[mendAcceptance, removeTemporary, replaceText, swapDates, mend],
];

/** In the order in which a person should see them. */
export function fixesFor(finding: Finding, report: Report): readonly Fix[] {
  return offers.flatMap(offer => offer(finding, report));
}
