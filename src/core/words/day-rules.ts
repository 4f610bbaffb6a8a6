// Why an expiry day counts or not, and what is known of a gap: what the profiles of products and formats say.
import * as l10n from '@vscode/l10n';
import { shown } from '../text';

export const flexnetRule = l10n.t('as FlexNet license servers do in practice; Flexera itself states no rule');
export function assumedRule(format: string): string {
  return l10n.t('no page of {0} states the rule', format);
}
export const f5Rule = l10n.t('as a public monitor of BIG-IP licenses takes it; F5 states no rule');
export const elasticRule = l10n.t(
  'Elasticsearch counts milliseconds in UTC, and a hole of up to a second between two is none',
);
export const vaultRule = l10n.t(
  'HashiCorp licenses say their instants, and a hole of up to a second between two is none',
);
export const splunkRule = l10n.t('Splunk counts seconds since 1970 in UTC');
export const jwtRule = l10n.t('a JSON Web Token is valid from "nbf" on and no longer at "exp"');
export const perforceRule = l10n.t('License-Expires is a number of seconds since 1970 in UTC');
export const sentinelRule = l10n.t('Sentinel calls the end date the one beyond which the software can not be run');

export const code42 = {
  noVersion: l10n.t(
    'up to Code42 server 5.3.1 the expiry day is not covered, from 5.4.0 on it is, and the file names no server version',
  ),
  unreadableVersion: (version: string): string =>
    l10n.t(
      'up to Code42 server 5.3.1 the expiry day is not covered, from 5.4.0 on it is, and "{0}" is no version',
      shown(version),
    ),
  affected: (version: string): string =>
    l10n.t('Code42 server {0} is 5.3.1 or earlier, where a license ends as its expiry day begins', shown(version)),
  fixed: (version: string): string =>
    l10n.t('Code42 server {0} is 5.4.0 or later, where the gap on the expiry day is resolved', shown(version)),
  unconfirmed: (version: string): string =>
    l10n.t(
      'Code42 confirms the gap up to server 5.3.1 and its end from 5.4.0 on; for {0} this is unconfirmed, so the worse is taken',
      shown(version),
    ),
  symptoms: [
    l10n.t("Users can't sign in, back up or restore files."),
    l10n.t({
      message: 'The Licensing screen says "Please purchase licenses to continue using CrashPlan."',
      comment: ['What the screen says stays in English.'],
    }),
    l10n.t('Existing backups are safe; new files and changes are not backed up until the next license takes effect.'),
  ],
  onReceipt: [
    l10n.t({
      message:
        'Sign in to the administration console and choose New Licenses Available > Apply Now, or Licensing > action menu (upper right) > Add Product License Key.',
      comment: ['The names of menus and buttons stay in English.'],
    }),
    l10n.t('Enter the key and choose Save. All functionality resumes automatically.'),
    l10n.t('Type the key into the license file too, in place of the placeholder.'),
  ],
  remedies: [
    l10n.t({
      message:
        'Ask your Customer Success Manager or the Customer Champions for a temporary license key. To apply it, sign in to the administration console and choose New Licenses Available > Apply Now, or Licensing > action menu (upper right) > Add Product License Key, enter the key and Save. All functionality resumes automatically.',
      comment: ['The names of menus and buttons stay in English.'],
    }),
    l10n.t('Upgrade the Code42 server to 5.4.0 or later.'),
    l10n.t('Wait until the new license takes effect, usually the next day.'),
  ],
} as const;

/** What to do about a gap where nothing is known of the product. */
export const commonRemedies = [
  l10n.t('Ask the vendor for a temporary license key for just this stretch, insert it here and apply it.'),
  l10n.t('Or ask the vendor to let the new license begin earlier.'),
] as const;
export const commonSymptoms = [l10n.t('No license is in force, so the product may refuse to run.')] as const;
