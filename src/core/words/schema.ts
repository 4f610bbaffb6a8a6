// What the fields and words of the native format mean, one sentence each: for completion, and for the schema that other editors read.
import * as l10n from '@vscode/l10n';
import type { NativeField, Where } from '../formats/definition';
import { shown } from '../text';

/** What a field is for, in the mapping in which it stands. */
export function aboutField(where: Where, field: NativeField): string {
  return (
    (where === 'required' ? inRequired[field] : where === 'acceptedGap' ? inAcceptedGap[field] : undefined) ??
    about[field]
  );
}

const about: Readonly<Record<NativeField, string>> = {
  environment: l10n.t(
    'Where the product runs, such as "production". Coverage is told for each environment and product.',
  ),
  product: l10n.t('The licensed product. At the top of the file it holds for all licenses that name none themselves.'),
  name: l10n.t('The name of what is licensed. It is taken for the product where neither license nor file names one.'),
  vendor: l10n.t('Who sells the product. It tells which rule holds for the expiry day where no profile is stated.'),
  profile: l10n.t('A known rule for the expiry day: that of a product, or of a kind of license server.'),
  server: l10n.t('The server that the licenses are for. Its version decides how some products treat the expiry day.'),
  version: l10n.t('The version of the server, such as 5.3.1.'),
  timezone: l10n.t('The time zone of all dates without an offset, by its IANA name, such as "America/Chicago".'),
  expiryDay: l10n.t('Whether the product still runs on the day on which a license expires. It wins over the profile.'),
  id: l10n.t('The name by which this license is spoken of. It is no secret.'),
  key: l10n.t('The license key. It is never shown. While it is empty, or text in <…>, the license counts as pending.'),
  kind: l10n.t('What kind of license it is. A temporary one may go as soon as it fills no gap.'),
  seats: l10n.t('For how many users or devices it is: a whole number, or "unlimited".'),
  starts: l10n.t('The first day of the license, or the instant at which it begins.'),
  expires: l10n.t('The expiry date of the license, as the vendor states it, or "never".'),
  required: l10n.t(
    'What must be covered, and with how many seats. Holes before the first and after the last license then count too.',
  ),
  acceptedGaps: l10n.t('Gaps that are meant. They are no longer reported, but still drawn and counted.'),
  reason: l10n.t('Why the gap is accepted.'),
  reviewBy: l10n.t('The day by which to look at the accepted gap again. Afterwards it is reported as overdue.'),
  list: l10n.t('The licenses, one entry each.'),
};

const inRequired: Readonly<Partial<Record<NativeField, string>>> = {
  seats: l10n.t('How many seats are needed, so that fewer are reported.'),
  starts: l10n.t('From when on coverage is required: the beginning of this day.'),
  expires: l10n.t('Until when coverage is required: up to the beginning of this day.'),
  product: l10n.t('The product that is required. Absent: that of the file, or else each of its products.'),
  environment: l10n.t('The environment in which it is required. Absent: that of the file.'),
};

const inAcceptedGap: Readonly<Partial<Record<NativeField, string>>> = {
  starts: l10n.t('The first day that may stay uncovered.'),
  expires: l10n.t('The day on which coverage resumes: the gap ends as this day begins.'),
  product: l10n.t('The product whose gap is accepted. Absent: any product of the file.'),
  environment: l10n.t('The environment whose gap is accepted. Absent: that of the file.'),
};

/** What a word says, by the field that it is a value of. */
export const aboutWord: Readonly<Partial<Record<NativeField, Readonly<Record<string, string>>>>> = {
  kind: {
    subscription: l10n.t('Bought for a stretch of time.'),
    temporary: l10n.t('Fills a gap until the next license takes effect.'),
    perpetual: l10n.t('Never ends.'),
    evaluation: l10n.t('For trying the product out.'),
  },
  expiryDay: {
    covered: l10n.t('The product runs until the end of the expiry day.'),
    uncovered: l10n.t('The product stops as the expiry day begins.'),
  },
  profile: {
    code42: l10n.t('Code42 CrashPlan: the expiry day is not covered up to server 5.3.1, and is from 5.4.0 on.'),
    covered: l10n.t('The expiry day is covered.'),
    uncovered: l10n.t('The expiry day is not covered.'),
    unstated: l10n.t('Nobody has said whether the expiry day is covered.'),
    flexnet: l10n.t('As FlexNet license servers do: the expiry day is covered.'),
    rlm: l10n.t('As Reprise license servers do: the expiry day is covered.'),
    lmx: l10n.t('As LM-X license servers do: the expiry day is covered.'),
    sap: l10n.t('As SAP systems do: the expiry day is covered.'),
    f5: l10n.t('As F5 BIG-IP does: the expiry day is covered.'),
  },
};

export const aboutFile = l10n.t('Licenses with their dates, read by License Coverage.');

/** `Its words: "covered" (…), "uncovered" (…).` */
export function wordsOf(each: readonly string[]): string {
  return l10n.t('Its words: {0}', each.join(' '));
}
export function wordWith(word: string, meaning: string): string {
  return l10n.t('"{0}": {1}', word, meaning);
}

export function unknownKind(written: string, likely: string): string {
  return l10n.t('"{0}" is not a known kind of license. Did you mean "{1}"?', shown(written), likely);
}
