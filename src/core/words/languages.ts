// What outlines and completion say of the lines of license files.
import * as l10n from '@vscode/l10n';

/** `2024.0 · 01-may-2023 – 30-apr-2024 · 25`: what an outline says of a license, as the file writes it. */
export function outlineDetail(facts: {
  readonly version: string | undefined;
  readonly starts: string | undefined;
  readonly expires: string | undefined;
  readonly count: string | undefined;
}): string {
  const { version, starts, expires, count } = facts;
  return [version, outlineDates(starts, expires), count].filter(said => said !== undefined).join(' · ');
}
function outlineDates(starts: string | undefined, expires: string | undefined): string | undefined {
  if (starts !== undefined) return expires === undefined ? l10n.t('from {0}', starts) : `${starts} – ${expires}`;
  // `permanent` and the year 0 are no dates.
  const isDate = expires !== undefined && /\d/.test(expires) && !/-0+$/.test(expires);
  return isDate ? l10n.t('until {0}', expires) : expires;
}
export function upgradedVersion(from: string | undefined, to: string | undefined): string | undefined {
  return from === undefined || to === undefined ? to : `${from} → ${to}`;
}
export const restNotListed = l10n.t('The rest of the file is not listed');

export const offeredDates = {
  today: l10n.t({ message: 'today', comment: ['Beside a date that is offered.'] }),
  yearEnd: l10n.t({ message: 'end of that year', comment: ['Beside a date that is offered.'] }),
  next: l10n.t({ message: 'day after the license before it', comment: ['Beside a date that is offered.'] }),
  never: l10n.t({ message: 'never expires', comment: ['Beside a word that is offered in place of a date.'] }),
} as const;
export const uncounted = l10n.t('No limit, on the host that the license names.');
export const singleUse = l10n.t('One use at a time, on the host that the license names.');

export const flexnetWords = {
  server: l10n.t('The license server, or one of three that back each other up. Its host id is part of all signatures.'),
  vendor: l10n.t("The daemon that serves a vendor's licenses."),
  daemon: l10n.t('VENDOR, as it was called before version 6.'),
  useServer: l10n.t('Clients ask the server and read no more of this file.'),
  feature: l10n.t('A license. Of several for one feature only the first counts, unless they are uncounted.'),
  increment: l10n.t('A license that adds to the others of its feature.'),
  upgrade: l10n.t('Makes licenses of a lower version, on a line above, ones of a higher.'),
  package: l10n.t('Features under one name. A FEATURE or INCREMENT line of that name enables them.'),
  featureSet: l10n.t('Signs all lines of a vendor together.'),
  primaryIsMaster: l10n.t('Of three servers, the first takes over again when it comes back.'),
  heartbeat: l10n.t('How long, in seconds, one of three servers waits for the others.'),
  options: l10n.t("Where the vendor daemon's options file is."),
  port: l10n.t('The port of the vendor daemon; otherwise one is chosen at each start.'),
  start: l10n.t('The first day of the license.'),
  issued: l10n.t('The day on which the vendor made the license.'),
  assetInfo: l10n.t('A note for your asset management. It may be added to a signed line.'),
  distInfo: l10n.t('A note of whoever distributed the license. It may be added to a signed line.'),
  sort: l10n.t(
    'The place among the lines of a feature: lower ones are used first, 100 if nothing is said. It may be added to a signed line.',
  ),
  userInfo: l10n.t('A note of your own. It may be added to a signed line.'),
  vendorInfo: l10n.t("A note of the vendor's that is not signed."),
} as const;

export const rlmWords = {
  host: l10n.t('The license server. Its host id is part of all signatures.'),
  server: l10n.t('HOST, as FlexNet calls it.'),
  isv: l10n.t("The server of a vendor's licenses."),
  daemon: l10n.t('ISV, as FlexNet calls it.'),
  license: l10n.t('A license. Those of one product and version add up.'),
  feature: l10n.t('LICENSE, as FlexNet calls it.'),
  upgrade: l10n.t('Makes licenses of a lower version ones of a higher.'),
  customer: l10n.t('The customer, for clients of RLM Cloud.'),
  binary: l10n.t('Where the program of the vendor is.'),
  options: l10n.t('Where the options file of the vendor is.'),
  port: l10n.t('The port of the vendor; otherwise one is chosen at each start.'),
  password: l10n.t('What clients have to know to be served.'),
  start: l10n.t('The first day of the license.'),
  issued: l10n.t('The day on which the vendor made the license.'),
  failoverHost: l10n.t(
    'The server to fill in for, in licenses of rlm_failover and rlm_failover_server alone. It may be added to a signed line.',
  ),
} as const;

export const lmxWords = {
  feature: l10n.t('A license: a name and its directives in braces.'),
  vendor: l10n.t('The vendor. No license may lack it.'),
  version: l10n.t('The highest version of the product that may run.'),
  start: l10n.t('The first day of the license.'),
  end: l10n.t('The last day of the license; it never ends if this is not said.'),
  maintenanceStart: l10n.t('The first day of maintenance; the license begins with START.'),
  maintenanceEnd: l10n.t('The last day of maintenance; the license ends with END.'),
  issued: l10n.t('The day on which the vendor made the license.'),
  count: l10n.t('How many may use it, from a license server. Without it the license is for one computer.'),
  unlimited: l10n.t('Any number may use it.'),
  keyType: l10n.t('How licenses of one feature work together.'),
  keyTypes: {
    EXCLUSIVE: l10n.t('Stands alone.'),
    ADDITIVE: l10n.t('Adds to the others of its feature.'),
    UPGRADE: l10n.t('Adds to the exclusive license of its feature.'),
    TOKEN: l10n.t('Is paid for with licenses of another feature.'),
  },
  share: l10n.t('Who shares one license.'),
  hostid: l10n.t('The computer that the license is for.'),
  grace: l10n.t('How many hours a license goes on without its server.'),
  borrow: l10n.t('How many hours a license may be borrowed.'),
  licensee: l10n.t('Whom the license is for.'),
  comment: l10n.t('A note in the license; the vendor signs it.'),
  key: l10n.t('The signature of the vendor. No license may lack it.'),
} as const;
