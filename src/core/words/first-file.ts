// What is said while a person makes the first license file, and in that file itself.
import * as l10n from '@vscode/l10n';
import { shown } from '../text';

export function createTitle(): string {
  return l10n.t('Create License File');
}
export function whichNotation(): string {
  return l10n.t('In which notation?');
}
/** By the notation's name. */
export const notations = {
  yaml: { label: 'YAML', detail: l10n.t('With comments, and the least to type') },
  jsonc: { label: l10n.t('JSON with comments'), detail: l10n.t('For who is used to JSON') },
  toml: { label: 'TOML', detail: l10n.t('With comments, one table for each license') },
  json: { label: 'JSON', detail: l10n.t('For programs that read it too; it has no comments') },
} as const;
export function whichFolder(): string {
  return l10n.t('In which folder?');
}
export function exists(file: string): string {
  return l10n.t('{0} exists already. This is what it says.', shown(file));
}

/** In the file, what explains a line. Nothing of it may break a line. */
export const comments = {
  file: l10n.t('The licenses of one product. Another product gets a file of its own, or is named at each license.'),
  timezone: l10n.t('the clock of the license server'),
  expiryDay: l10n.t('whether the product still runs on the day on which a license expires'),
  id: l10n.t('what messages call it'),
  key: l10n.t('a secret: it is shown nowhere else'),
  seats: l10n.t('how many may use it, or "unlimited"'),
  starts: l10n.t('the first day'),
  expires: l10n.t('the expiry date as the vendor states it, or "never"'),
} as const;

/** What stands for values that are still to be typed. The key's is one that is known not to be a key. */
export function productPlaceholder(): string {
  return l10n.t('My product');
}
export const keyPlaceholder = '<license key>';
