// FlexNet (FlexLM) license files. Source of the grammar and of how lines combine: FLEXnet Licensing End User Guide, Appendix B.
import { flexnet as profile } from '../profiles/flexnet';
import { type LineFormat, readLineFile } from './line-file';
import { isBetweenRecords, type LineDialect } from './line-reader';
import { namedMonth } from './named-month';
import { openPackages } from './packages';
import { voidSuperseded } from './supersede';
import { moveUpgrades } from './upgrades';
import type { VendorFormat } from './vendor';

export const dialect: LineDialect = {
  keywords: new Map([
    ['SERVER', 2],
    ['VENDOR', 1],
    ['DAEMON', 1],
    ['USE_SERVER', 0],
    ['FEATURE', 5],
    ['INCREMENT', 5],
    ['UPGRADE', 6],
    ['PACKAGE', 2],
    ['FEATURESET', 2],
  ]),
  needsBackslash: true,
};

export const format: LineFormat = {
  dialect,
  kinds: new Map([
    ['SERVER', 'server'],
    ['VENDOR', 'vendor'],
    ['DAEMON', 'vendor'],
    ['FEATURE', 'license'],
    ['INCREMENT', 'license'],
    ['UPGRADE', 'upgrade'],
    ['PACKAGE', 'package'],
  ]),
  product: 0,
  vendor: 1,
  onlyFirst: 'FEATURE',
};

/** What stands between two words of a record. */
const blank = String.raw`(?:[ \t]|\\[ \t]*\r?\n)+`;
/** A license with its date where it belongs, or with a signature. `lmutil lmstat -i` prints neither behind its "Feature". */
const license = new RegExp(
  String.raw`^[ \t]*(?:FEATURE|INCREMENT)${blank}\S+${blank}\S+${blank}\S+${blank}(?:\d{1,2}-[^\s-]+-\d+|permanent)\s|^[ \t]*(?:FEATURE|INCREMENT|UPGRADE|PACKAGE)[ \t](?:[^\n]|\\[ \t]*\r?\n){0,2000}\bSIGN2?=`,
  'im',
);
/** A server and its daemon, with or without licenses. */
const server = /^[ \t]*SERVER[ \t]+\S+[ \t]+(?:ANY|DEMO|[\dA-F]{8,}|\w+=\S+)/im;
const daemon = /^[ \t]*(?:VENDOR|DAEMON)[ \t]+\S/im;

export const flexnet: VendorFormat = {
  name: 'flexnet',
  profile,
  comment: { mark: '#', date: namedMonth, isFreeAt: (text, offset) => isBetweenRecords(text, offset, dialect) },
  claims: text => license.test(text) || (server.test(text) && daemon.test(text)),
  *read(reading) {
    const { upgrades, superseding, packages } = yield* readLineFile(format, reading);
    moveUpgrades(upgrades, reading);
    voidSuperseded(superseding, dialect, reading);
    openPackages(packages, dialect, reading);
  },
};
