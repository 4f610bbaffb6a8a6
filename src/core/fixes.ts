// What a fix is, the list of them, and what a finding offers. Edits are made only when they are asked for.
import { acceptGap } from './fixes/accept-gap';
import { mendAcceptance } from './fixes/acceptance';
import { askVendor } from './fixes/ask-vendor';
import { enterLicenseKey } from './fixes/enter-key';
import { insertTemporary } from './fixes/insert-temporary';
import { mend } from './fixes/mend';
import { mendDuplicate } from './fixes/mend-duplicate';
import { removeTemporary } from './fixes/remove-temporary';
import { replaceText } from './fixes/replace-text';
import { requestKey } from './fixes/request-key';
import { stateRule } from './fixes/state-rule';
import { swapDates } from './fixes/swap-dates';
import { upgradeServer } from './fixes/upgrade-server';
import type { Coverage, Finding, Gap, Report, SourceFile, Term } from './model';
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
  /** What a person has to do themselves, where no edit can be made without them. `make` gives nothing then. */
  readonly errand?: Errand;
}

/** `request`: a key is asked for; `enter`: one that has come is typed in. */
export type Errand =
  | { readonly kind: 'request'; readonly coverage: Coverage; readonly gap: Gap }
  | { readonly kind: 'enter'; readonly term: Term };

/** Offers the fixes for the findings it knows, and none for the others. */
export type FixOffer = (finding: Finding, report: Report) => readonly Fix[];

const offers: readonly FixOffer[] = [
  ...[enterLicenseKey, insertTemporary, askVendor, requestKey],
  ...[upgradeServer, stateRule, acceptGap],
  ...[mendAcceptance, removeTemporary, mendDuplicate, replaceText, swapDates, mend],
];

/** In the order in which a person should see them. */
export function fixesFor(finding: Finding, report: Report): readonly Fix[] {
  return offers.flatMap(offer => offer(finding, report));
}
