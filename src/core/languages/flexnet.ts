// The words of FlexNet (FlexLM) license files. Source: FLEXnet Licensing End User Guide, Appendix B, as far as an administrator meets them.
import { format } from '../formats/flexnet';
import { columnsOf, isLicense } from '../formats/line-file';
import type { LineReader } from '../formats/line-reader';
import type { KnownWord, LineLanguage } from '../languages';
import * as words from '../words/languages';

const about = words.flexnetWords;

const port: KnownWord = { name: 'PORT=', syntax: 'PORT=n', about: about.port };

const keywords: readonly KnownWord[] = [
  {
    name: 'SERVER',
    syntax: 'SERVER host hostid [port] [PRIMARY_IS_MASTER] [HEARTBEAT_INTERVAL=n]',
    about: about.server,
  },
  { name: 'VENDOR', syntax: 'VENDOR vendor [path] [OPTIONS=path] [PORT=n]', about: about.vendor },
  { name: 'DAEMON', syntax: 'DAEMON vendor [path] [options] [port]', about: about.daemon },
  { name: 'USE_SERVER', syntax: 'USE_SERVER', about: about.useServer },
  {
    name: 'FEATURE',
    syntax: 'FEATURE feature vendor version exp_date num_lic SIGN=…',
    about: about.feature,
  },
  {
    name: 'INCREMENT',
    syntax: 'INCREMENT feature vendor version exp_date num_lic SIGN=…',
    about: about.increment,
  },
  {
    name: 'UPGRADE',
    syntax: 'UPGRADE feature vendor from_version to_version exp_date num_lic SIGN=…',
    about: about.upgrade,
  },
  {
    name: 'PACKAGE',
    syntax: 'PACKAGE package vendor version COMPONENTS="feature:version:count …" [OPTIONS=SUITE] SIGN=…',
    about: about.package,
  },
  { name: 'FEATURESET', syntax: 'FEATURESET vendor key', about: about.featureSet },
];

export const flexnet: LineLanguage = {
  id: 'flexnet',
  shape: 'lines',
  format,
  keywords: new Map(keywords.map(keyword => [keyword.name, keyword])),
  options: {
    server: {
      behind: 2,
      words: [
        { name: 'PRIMARY_IS_MASTER', syntax: 'PRIMARY_IS_MASTER', about: about.primaryIsMaster },
        { name: 'HEARTBEAT_INTERVAL=', syntax: 'HEARTBEAT_INTERVAL=n', about: about.heartbeat },
      ],
    },
    vendor: { behind: 1, words: [{ name: 'OPTIONS=', syntax: 'OPTIONS=path', about: about.options }, port] },
  },
  counts: [{ name: 'uncounted', syntax: 'uncounted', about: words.uncounted }],
  signed: [
    { name: 'START=', syntax: 'START=dd-mmm-yyyy', about: about.start },
    { name: 'ISSUED=', syntax: 'ISSUED=dd-mmm-yyyy', about: about.issued },
  ],
  own: [
    { name: 'asset_info=', syntax: 'asset_info="…"', about: about.assetInfo },
    { name: 'dist_info=', syntax: 'dist_info="…"', about: about.distInfo },
    { name: 'sort=', syntax: 'sort=n', about: about.sort },
    { name: 'user_info=', syntax: 'user_info="…"', about: about.userInfo },
    { name: 'vendor_info=', syntax: 'vendor_info="…"', about: about.vendorInfo },
  ],
  isSignature,
};

/**
 * `SIGN=`, `SIGN2=`, `SUPERSEDE_SIGN=`, `AUTH=`, be it right behind another attribute that still has no value; or the key of 12 to 20
 * digits that older lines have, whole or in groups.
 */
function isSignature(reader: LineReader, index: number): boolean {
  const { text, starts, ends, equals, keyword } = reader;
  if (equals[index]! >= 0)
    return signature.test(text.slice(starts[index], Math.min(ends[index]!, equals[index]! + 40)));
  if (keyword === 'FEATURESET') return true;
  const kind = format.kinds.get(keyword);
  const lastField = isLicense(kind) ? columnsOf(kind).seats : 2;
  const word = reader.word(index);
  return index >= 2 && (/^[\dA-F]{12,}$/i.test(word) || (index > lastField && /^[\dA-F]{4,}$/.test(word)));
}

const signature = /(?:^|=)(?:(?:\w{1,40}_)?SIGN\d*|AUTH)=/i;
