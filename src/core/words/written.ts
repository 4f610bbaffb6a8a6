// What findings about the text of a native file say: dates, fields, values, syntax.
import * as l10n from '@vscode/l10n';
import type { DayRule } from '../model';
import { shown } from '../text';
import { choice, expiryDayRule, sentence, sentences } from '../words';
import * as locale from './locale';
import { syntaxReason } from './syntax';

export function wrongDate(
  why: 'impossible' | 'ambiguous' | 'unreadable',
  text: string,
  choices: readonly string[],
): string {
  const written = shown(text);
  if (choices.length === 0) {
    if (why === 'ambiguous') return l10n.t('"{0}" can be read as two dates. Write it as YYYY-MM-DD.', written);
    if (why === 'impossible') return l10n.t('"{0}" is no day of the calendar.', written);
    return l10n.t('"{0}" can\'t be read as a date. Write it as YYYY-MM-DD.', written);
  }
  const either = choice(choices);
  if (why === 'ambiguous')
    return l10n.t('"{0}" can be read as two dates: {1}. Write it as YYYY-MM-DD.', written, either);
  if (why === 'impossible') return l10n.t('"{0}" is no day of the calendar; nearest: {1}.', written, either);
  return l10n.t('"{0}" can\'t be read as a date. Write it as YYYY-MM-DD: {1}.', written, either);
}

export function notADate(field: string): string {
  return l10n.t('"{0}" needs a date, not a list or a mapping.', shown(field));
}

export function noDates(name: string): string {
  return l10n.t(
    '{0} has neither a start nor an expiry date, so it counts for nothing. If it never ends, say "expires: never".',
    name,
  );
}

export function reversedTerm(
  name: string,
  starts: string,
  expires: string,
  rule: DayRule | undefined,
  zone: string,
): string {
  if (!rule)
    return l10n.t(
      '{0} expires {1}, before it starts {2}: it covers nothing.',
      ...[name, shown(expires), shown(starts)],
    );
  const nothing = l10n.t('{0} covers no time: it ends at the instant it starts ({1}).', name, zone);
  return sentences(nothing, sentence(expiryDayRule(rule)));
}

export const requiredTime = l10n.t('The required time');
export const acceptedTime = l10n.t('This accepted gap');
export function reversedStretch(name: string, isEmpty: boolean): string {
  return isEmpty
    ? l10n.t('{0} is empty: "until" is the first day that no longer belongs to it.', name)
    : l10n.t('{0} ends before it begins, so it says nothing.', name);
}

export function needsShape(field: string, shape: 'list' | 'map' | 'list of maps'): string {
  if (shape === 'list') return l10n.t('"{0}" needs a list; what stands here says nothing.', field);
  if (shape === 'map') return l10n.t('"{0}" needs a mapping; what stands here says nothing.', field);
  return l10n.t('"{0}" needs a mapping with from and until for each stretch; what stands here says nothing.', field);
}

export function emptyTerm(name: string, rule: DayRule): string {
  const nothing = l10n.t('{0} starts and expires on the same day and covers nothing.', name);
  return sentences(nothing, sentence(expiryDayRule(rule)));
}

export function unknownValue(field: string, text: string, known: readonly string[]): { message: string } {
  return { message: l10n.t('"{0}" is no value of "{1}". Known: {2}.', shown(text), field, known.join(', ')) };
}

export function unknownField(written: string, likely: string): string {
  return l10n.t('"{0}" is not a known field. Did you mean "{1}"?', shown(written), likely);
}

export const noEntry = l10n.t(
  'An entry needs its fields, such as "expires: 2026-11-30". What stands here is not read.',
);
export function secondList(name: string): string {
  return l10n.t('Only one list of licenses is read, and "{0}" is another one.', shown(name));
}

export const notSeats = l10n.t('Seats need a whole number or "unlimited", not a list or a mapping.');
export function unknownSeats(text: string): string {
  return l10n.t('"{0}" is no number of seats. Write a whole number or "unlimited".', shown(text));
}

export function unknownZone(text: string, fallback: string): string {
  return l10n.t(
    '"{0}" is no time zone. Write an IANA name such as America/Chicago; until then {1} is taken.',
    ...[shown(text), fallback],
  );
}

export function unknownVersion(text: string): string {
  return l10n.t('"{0}" is no server version, so the rule for the expiry day stays unstated.', shown(text));
}

export function duplicateId(id: string): string {
  return l10n.t('The id "{0}" is used twice.', shown(id));
}

export function duplicateKey(id: string | undefined): string {
  return id === undefined
    ? l10n.t('The same license key stands in another entry.')
    : l10n.t('The same license key stands in {0}.', shown(id));
}

/** `reason`: as a reader says it, in English. */
export function syntax(reason: string): string {
  return l10n.t("This part can't be read and doesn't count: {0}.", shown(syntaxReason(reason)));
}

export function tooDeep(limit: number): string {
  return l10n.t('Nested more than {0} levels deep; what is deeper is not read.', limit);
}

export function tooManyAliases(limit: number): string {
  return l10n.t('More than {0} aliases; the rest are not followed.', locale.number(limit));
}

export function tooLarge(limit: number): string {
  return l10n.t('Larger than {0} MB; the file is not read.', limit / 1_000_000);
}

export function tooManyRecords(limit: number): string {
  return l10n.t('More than {0} entries; the rest are not read.', locale.number(limit));
}
