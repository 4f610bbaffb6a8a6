// What findings about the lines of vendors' files say.
import * as l10n from '@vscode/l10n';
import type { Instant } from '../model';
import { shown } from '../text';
import { utc } from '../time';
import { choice, duration, momentIn, productName, sentences } from '../words';

/** Of a date in a line that its vendor has signed, and so nobody can mend here. */
export function wrongVendorDate(why: 'impossible' | 'month' | 'unreadable', text: string, shape: string): string {
  // Where a field is lacking, a key may stand in the place of the date, and keys are never shown.
  const isDate = /^(?:\d{8}|\d{1,4}([-/.])(?:\d{1,2}|\p{L}{3,9}\.?)\1\d{1,4})$/u.test(text);
  return sentences(isDate ? wrongWritten(why, text, shape) : wrongThis(why, shape), signed());
}

function wrongWritten(why: 'impossible' | 'month' | 'unreadable', text: string, shape: string): string {
  if (why === 'impossible') return l10n.t('"{0}" is no day of the calendar, so this license is not counted.', text);
  if (why === 'month')
    return l10n.t('"{0}" names its month in another way than jan, feb, mar, so this license is not counted.', text);
  return l10n.t('"{0}" can\'t be read as a date such as {1}, so this license is not counted.', text, shape);
}

function wrongThis(why: 'impossible' | 'month' | 'unreadable', shape: string): string {
  if (why === 'impossible') return l10n.t('This is no day of the calendar, so this license is not counted.');
  if (why === 'month')
    return l10n.t('This names its month in another way than jan, feb, mar, so this license is not counted.');
  return l10n.t("This can't be read as a date such as {0}, so this license is not counted.", shape);
}

function signed(): string {
  return l10n.t('It is signed: ask the vendor for a corrected one.');
}

/** Of a signed license without the one date that it needs. */
export function noVendorExpiry(field: string): string {
  const reason = l10n.t(
    'This license has no "{0}", so nobody can tell when it ends, and it is not counted.',
    shown(field),
  );
  return sentences(reason, signed());
}
export function noElasticExpiry(field: string): string {
  const reason = l10n.t(
    'This license has no "{0}", which only basic licenses may lack, so it is not counted.',
    shown(field),
  );
  return sentences(reason, signed());
}
export const noVendorLicense = l10n.t('This is no license, so it is not counted.');
/** `length`: in ms; `first` and `last`: the instants between which it ends. */
export function relativeExpiry(length: number, first: Instant, last: Instant): string {
  return l10n.t(
    'Splunk ends this license {0} after it was installed, if that comes first. Only the server knows when that was: it may end from {1} on, and ends {2} at the latest (UTC).',
    ...[duration(length), momentIn(utc, first), momentIn(utc, last)],
  );
}
export function unclosedElement(name: string): string {
  return l10n.t('<{0}> is never closed, so what it says is not read.', shown(name));
}
export const brokenMarkup = l10n.t("This markup is broken and can't be read.");
export const noToken = l10n.t('This line is no token, so it is not counted.');
export const unreadableToken = l10n.t(
  "The payload of this token can't be read, so it is not counted. Ask the vendor for the whole token.",
);
/** Without what it says: nothing of a token is shown. */
export function wrongClaim(claim: 'nbf' | 'iat' | 'exp'): string {
  const reason = l10n.t('"{0}" of this token is no number of seconds since 1970, so it is not counted.', claim);
  return sentences(reason, signed());
}
export const noClaims = l10n.t('This token has neither "nbf" nor "exp", so it is not counted.');

/** Of a date that a vendor has signed and that can be read as two. */
export function ambiguousVendorDate(text: string, days: readonly string[]): string {
  return l10n.t(
    '"{0}" can be {1}, so this license is not counted. It is signed: ask the vendor which is meant.',
    ...[shown(text), choice(days)],
  );
}
export function cutOff(field: string): string {
  return l10n.t('This license has no {0}: its end may be cut off, so it is not counted.', field);
}
export const namelessBlock = l10n.t('This FEATURE has no name, so it is not counted.');
export const openBlock = l10n.t('This FEATURE has no block in braces that ends, so it is not counted.');
export function ignoredExclusive(product: string): string {
  return l10n.t(
    'Of the exclusive licenses of {0} only the first counts, and this is a later one. ADDITIVE licenses count beside it.',
    shown(product),
  );
}
export const upgradedLicense = l10n.t('The license that it adds to');
export const upgradeOutlasts = l10n.t(
  'An UPGRADE license counts only as long as the exclusive license that it adds to.',
);
export const upgradeOutside = l10n.t(
  'An UPGRADE license counts only as long as the exclusive license that it adds to, and that covers none of its time.',
);
export function upgradeAlone(product: string | undefined): string {
  return l10n.t(
    'An UPGRADE license adds to an exclusive license of {0}, and this file has none.',
    productName(product),
  );
}
export const unknownTerm = l10n.t(
  'When this license ends is not said in words that are known here, so it is not counted.',
);

export function shortRecord(keyword: string, count: number): string {
  return l10n.t('This {0} line has only {1} of its fields, so it is not counted.', shown(keyword), count);
}
export const unknownCount = l10n.t('This is no number of licenses, so the seats of this license are unknown.');
export const firstFeature = l10n.t('The line that counts');
export function ignoredFeature(product: string | undefined): string {
  return l10n.t(
    'Only the first counted FEATURE line of {0} counts, and this is a later one. INCREMENT lines add to it.',
    productName(product),
  );
}
export function noKeyword(word: string): string {
  return l10n.t('"{0}" is no keyword, so the license server takes this line for a comment.', shown(word));
}
export const hardSpaces = l10n.t(
  'Spaces at which lines never break are no spaces to the license server. They come from web pages and mails.',
);
export const softenSpaces = l10n.t('Make them plain spaces');
export const openQuote = l10n.t('This quote is never closed, so the line may be longer than was meant.');
export const curlyQuotes = l10n.t(
  'Curly quotes are no quotes to the license server. They come from web pages and mails.',
);
export const straightenQuotes = l10n.t('Make the quotes straight');
export const straysOn = l10n.t(
  'A backslash says that this line goes on, so the license server takes the next one for a part of it.',
);
export const removeBackslash = l10n.t('Remove the backslash');
export const missingBackslash = l10n.t(
  'This line goes on without a backslash, and clients before version 7.0 read no more of it.',
);
export const addBackslash = l10n.t('Add the missing backslash');
export function repeatedServer(kind: 'server' | 'vendor'): string {
  return kind === 'server'
    ? l10n.t('This server is named already. Files that are merged keep one set of SERVER lines.')
    : l10n.t('This vendor daemon is named already. Files that are merged keep one line for each.');
}
export function oddServers(count: number): string {
  return l10n.t('A license file names one server, or three that back each other up; this one names {0}.', count);
}
export const removeLine = l10n.t('Remove this line');
export function superseded(date: string): string {
  return l10n.t('Void from {0} on: a later line supersedes it.', date);
}
export const supersedingLine = l10n.t('The line that takes its place');
export function lonelyUpgrade(fromVersion: string, version: string): string {
  return l10n.t(
    'No line above licenses a version from {0} to below {1}, so there is nothing to upgrade.',
    ...[shown(fromVersion), shown(version)],
  );
}
export function lonelyPackage(product: string, version: string | undefined): string {
  const what = version === undefined ? shown(product) : `${shown(product)} ${shown(version)}`;
  return l10n.t('A PACKAGE licenses nothing by itself, and no FEATURE or INCREMENT line enables {0}.', what);
}
export const byteOrderMark = l10n.t(
  'This file begins with a byte order mark, and RLM then does not read its first line.',
);
export const removeByteOrderMark = l10n.t('Save the file without its byte order mark');
export const notUtf8 = l10n.t('Something in this line is not UTF-8, so it may say more than can be read here.');
