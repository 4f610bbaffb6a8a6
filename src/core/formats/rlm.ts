// Reprise RLM license files: like FlexNet's, with the daemon before the product, and lines that wrap without a backslash.
// Source of the grammar: the RLM manual's chapter on license files, as Microchip reprints it.
import { rlm as profile } from '../profiles/rlm';
import * as words from '../words/vendor-files';
import { type LineFormat, readLineFile } from './line-file';
import { isBetweenRecords, type LineDialect } from './line-reader';
import { namedMonth } from './named-month';
import { moveUpgrades } from './upgrades';
import type { VendorFormat } from './vendor';

export const dialect: LineDialect = {
  keywords: new Map([
    ['HOST', 2],
    ['SERVER', 2],
    ['ISV', 1],
    ['DAEMON', 1],
    ['LICENSE', 5],
    ['FEATURE', 5],
    ['UPGRADE', 6],
    ['CUSTOMER', 1],
  ]),
  needsBackslash: false,
};

export const format: LineFormat = {
  dialect,
  kinds: new Map([
    ['HOST', 'server'],
    ['SERVER', 'server'],
    ['ISV', 'vendor'],
    ['DAEMON', 'vendor'],
    ['LICENSE', 'license'],
    ['FEATURE', 'license'],
    ['UPGRADE', 'upgrade'],
  ]),
  product: 1,
  vendor: 0,
};

const date = String.raw`(?:\d{1,2}-[^\s-]+-\d+|permanent)\s`;
/** With its count: a mail too may say that a "License expires on Tuesday 30-nov-2026". */
const license = new RegExp(
  String.raw`^[ \t]*LICENSE\s+\S+\s+\S+\s+\S+\s+${date}\s*(?:\d+|uncounted|single|token)`,
  'im',
);
/** FEATURE is an alias of LICENSE, so that RLM is told by what only RLM has: its signatures, or a daemon before the product. */
const feature = new RegExp(String.raw`^[ \t]*(?:FEATURE|UPGRADE)\s+(\S+)\s+(\S+)\s+\S+\s+(?:\S+\s+)?${date}`, 'gim');
const signature = /\s(?:_ck|sig)=/i;
/** What RLM has no word for; a comment or a vendor's own words may well speak of signatures and daemons. */
const onlyFlexnet = /^[ \t]*(?:VENDOR|USE_SERVER|INCREMENT|PACKAGE)(?:[ \t\r\n]|$)|\sSIGN2?=/m;
const server = /^[ \t]*(?:HOST|SERVER)[ \t]+\S+[ \t]+(?:ANY|DEMO|[\dA-F]{8,}|\w+=\S+)/im;
const daemon = /^[ \t]*ISV[ \t]+\S/im;

export const rlm: VendorFormat = {
  name: 'rlm',
  profile,
  comment: { mark: '#', date: namedMonth, isFreeAt: (text, offset) => isBetweenRecords(text, offset, dialect) },
  claims: text =>
    license.test(text) || (!onlyFlexnet.test(text) && ((server.test(text) && daemon.test(text)) || hasFeatures(text))),
  *read(reading) {
    const { document, problems } = reading;
    // The RLM manual allows no such mark before the first line.
    if (document.file.byteOrderMark)
      problems.push({
        rule: 'syntax',
        severity: 'warning',
        span: { start: 0, end: 1 },
        message: words.byteOrderMark,
        subject: { kind: 'byte-order-mark' },
      });
    const { upgrades } = yield* readLineFile(format, reading);
    moveUpgrades(upgrades, reading);
  },
};

function hasFeatures(text: string): boolean {
  const [first] = text.matchAll(feature);
  if (!first) return false;
  if (signature.test(text)) return true;
  const daemons = [...text.matchAll(/^[ \t]*(?:ISV|DAEMON)[ \t]+(\S+)/gim)].map(([, name]) => name!.toLowerCase());
  const [, vendor, product] = first.map(word => word?.toLowerCase() ?? '');
  return daemons.includes(vendor!) && !daemons.includes(product!);
}
