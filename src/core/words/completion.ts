// What is said beside each offer in a native license file.
import * as l10n from '@vscode/l10n';
import { duration } from '../words';

/** Beside a date. */
export const dates = {
  today: l10n.t('today'),
  next: l10n.t('no gap after the license before'),
  surelyNext: l10n.t('no gap, even if the expiry day is not covered'),
  possiblyNext: l10n.t('no gap, if the expiry day is covered'),
  gapBegins: (ms: number): string => l10n.t('where a gap of {0} begins', duration(ms)),
  gapEnds: (ms: number): string => l10n.t('where a gap of {0} ends', duration(ms)),
  oneYear: l10n.t('one year'),
  untilNext: l10n.t('no gap before the next license'),
  yearEnd: l10n.t('end of that year'),
  never: l10n.t('never expires'),
  firstStart: l10n.t('when the first license starts'),
  inDays: (count: number): string => l10n.t('in {0} days', count),
};

/** Beside a name, a zone or a number. */
export const values = {
  inUse: l10n.t('in use'),
  ofSettings: l10n.t('from your settings'),
  unlimited: l10n.t('no limit'),
  seatsBefore: l10n.t('as the license before it'),
  lastAffected: l10n.t('the last version that does not cover the expiry day'),
  firstFixed: l10n.t('the first version that covers the expiry day'),
};

/** Names of whole pieces. */
export const pieces = {
  entry: l10n.t('New license'),
  aboutEntry: l10n.t(
    'A license in the hand of the one before it, to be filled in. It follows the license of the product that ends last.',
  ),
  acceptedGap: l10n.t('New accepted gap'),
  aboutAcceptedGap: l10n.t('Accepts a gap, with a reason and a day by which to look at it again.'),
  file: l10n.t('New license file'),
  aboutFile: l10n.t('A file with one license, to be filled in.'),
  reason: l10n.t('why this gap is accepted'),
  product: l10n.t('Product'),
};

/** Beside a field. */
export const ofFile = l10n.t('already said for the whole file');

/** Beside what silences findings. */
export const ignores = {
  line: l10n.t('Silences findings on this line.'),
  'next-line': l10n.t('Silences findings on the next line.'),
  file: l10n.t('Silences findings in the whole file.'),
  here: l10n.t('reported there'),
};
