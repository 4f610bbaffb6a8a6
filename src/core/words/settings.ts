// What a setting has to be, and what is said of one that is not.
import * as l10n from '@vscode/l10n';

export const settingRequestTemplate = l10n.t('a text');
export const settingTimezone = l10n.t('an IANA time zone such as America/Chicago');
export const settingExpiryDay = l10n.t('covered, uncovered or unstated');
export const settingDays = l10n.t('a number of days from 0 to 36500');
export const settingFields = l10n.t(
  'an object of your field names and ours that they stand for, such as { "Ablauf": "expires" }',
);
export const settingDateFormats = l10n.t('a list of date patterns with year, month and day, such as "dd.MM.yyyy"');
export const settingProfiles = l10n.t(
  'an object of products, vendor daemons or formats and their rules, such as { "flexnet": { "expiryDay": "uncovered", "timezone": "Europe/Berlin" } }',
);
export const settingJoinFiles = l10n.t('true or false');
export const settingTimelineItems = l10n.t('a number from 1000 to 1000000');
export const settingSeverity = l10n.t(
  'an object of rules and their severities (error, warning, information, hint or off)',
);
export function wrongSetting(name: string, expected: string): string {
  return l10n.t({
    message: 'licenseCoverage.{0} must be {1}. The default is used.',
    args: [name, expected],
    comment: ['The name of a setting, and what it must be: "a text", "true or false".'],
  });
}
export function moreFindings(count: number): string {
  return l10n.t('{0} more findings in this file are not shown.', count);
}
