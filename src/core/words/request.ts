// The request for a temporary key, and what is said around it.
import * as l10n from '@vscode/l10n';
import type { DayRule, Gap } from '../model';
import { expiryDayRule, sentence, sentences } from '../words';
import { neighbors } from './coverage';

export const requestTemplate = l10n.t({
  message: `# Temporary license key for {product}: {length}

Please send us a temporary license key for exactly this time.

- Product: {product}
- Environment: {environment}
- Seats: {seats}
- Starts: {starts}
- Expires: {expires}
- {vendorDates}
- From and until: {local}
- In UTC: {utc}
- Length: {length}

## Why

{why}

## What does not work in that time

{symptoms}

## When the key has come

{onReceipt}
`,
  comment: ['A letter to the vendor. What stands in braces stays as it is.'],
});
export const unnamedProduct = l10n.t({
  message: 'our product',
  comment: ['In a letter, for a product without a name.'],
});
export const openEnd = l10n.t({ message: 'as late as possible', comment: ['When a license should expire.'] });
export function whyRequested(gap: Gap, rule: DayRule): string {
  return sentences(neighbors(gap), sentence(expiryDayRule(rule)));
}
export function onReceipt(isVendorFile: boolean): readonly string[] {
  return isVendorFile
    ? [
        l10n.t(
          'Paste the license lines into the license file, without lines for servers and vendor daemons that stand there already.',
        ),
        l10n.t('Let the license server read its file again.'),
      ]
    : [
        l10n.t('Apply the key in the product.'),
        l10n.t('Type it into the license file too, in place of the placeholder.'),
      ];
}
export const requestOpened = l10n.t('This is the draft of your request. Change it as you like, then send it.');
export const copyRequest = l10n.t({ message: 'Copy', comment: ['A button: copies the request.'] });
export const mailRequest = l10n.t({ message: 'Write Mail', comment: ['A button.'] });
export const requestCopied = l10n.t('The request is on the clipboard.');
export const requestToPaste = l10n.t(
  'The request is too long for a mail address, so it is on the clipboard: paste it into the mail.',
);
export const noRequest = l10n.t('Open a draft first: License Coverage: Request Temporary License Key.');
export const noGapToRequest = l10n.t('No gap to request a key for.');
export const whichGap = l10n.t('For which gap?');
export const noKeyToEnter = l10n.t('No license in this file waits for its key.');
export const whichKey = l10n.t('For which license?');
export const pasteHere = l10n.t('The request is on the clipboard: paste it here.');
