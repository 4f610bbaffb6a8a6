// The words of X-Formation LM-X license files. Source: X-Formation, "License file syntax" and "FEATURE settings".
import type { BlockLanguage, Directive } from '../languages';
import * as words from '../words/languages';

const about = words.lmxWords;

const keyTypes = ['EXCLUSIVE', 'ADDITIVE', 'UPGRADE', 'TOKEN'] as const;

const directives: readonly Directive[] = [
  { name: 'VENDOR', syntax: 'VENDOR = name', about: about.vendor },
  { name: 'VERSION', syntax: 'VERSION = major.minor', about: about.version },
  { name: 'START', syntax: 'START = YYYY-MM-DD', about: about.start },
  { name: 'END', syntax: 'END = YYYY-MM-DD', about: about.end },
  { name: 'MAINTENANCE_START', syntax: 'MAINTENANCE_START = YYYY-MM-DD', about: about.maintenanceStart },
  { name: 'MAINTENANCE_END', syntax: 'MAINTENANCE_END = YYYY-MM-DD', about: about.maintenanceEnd },
  { name: 'ISSUED', syntax: 'ISSUED = YYYY-MM-DD', about: about.issued },
  {
    name: 'COUNT',
    syntax: 'COUNT = n | UNLIMITED',
    about: about.count,
    values: [{ name: 'UNLIMITED', syntax: 'COUNT = UNLIMITED', about: about.unlimited }],
  },
  {
    name: 'KEYTYPE',
    syntax: `KEYTYPE = ${keyTypes.join(' | ')}`,
    about: about.keyType,
    values: keyTypes.map(name => ({ name, syntax: `KEYTYPE = ${name}`, about: about.keyTypes[name] })),
  },
  { name: 'SHARE', syntax: 'SHARE = …', about: about.share },
  { name: 'HOSTID', syntax: 'HOSTID = …', about: about.hostid },
  { name: 'GRACE', syntax: 'GRACE = hours', about: about.grace },
  { name: 'BORROW', syntax: 'BORROW = hours', about: about.borrow },
  { name: 'LICENSEE', syntax: 'LICENSEE = "…"', about: about.licensee },
  { name: 'COMMENT', syntax: 'COMMENT = "…"', about: about.comment },
  { name: 'KEY', syntax: 'KEY = …', about: about.key },
];

export const lmx: BlockLanguage = {
  id: 'lmx',
  shape: 'blocks',
  keyword: {
    name: 'FEATURE',
    syntax: 'FEATURE name { VENDOR = … VERSION = … START = … END = … KEY = … }',
    about: about.feature,
  },
  directives,
};
