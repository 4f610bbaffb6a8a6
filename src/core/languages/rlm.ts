// The words of Reprise RLM license files. Source: the RLM manual's chapter on license files, as Microchip reprints it.
import type { LineReader } from '../formats/line-reader';
import { dialect } from '../formats/rlm';
import { columnsOf, type Keyword, type LineLanguage } from '../languages';
import * as words from '../words';

const about = words.rlmWords;

const keywords: readonly Keyword[] = [
  { kind: 'server', name: 'HOST', syntax: 'HOST host hostid [port]', about: about.host },
  { kind: 'server', name: 'SERVER', syntax: 'SERVER host hostid [port]', about: about.server },
  {
    kind: 'vendor',
    name: 'ISV',
    syntax: 'ISV isv [binary=path] [options=path] [port=n] [password=…]',
    about: about.isv,
  },
  {
    kind: 'vendor',
    name: 'DAEMON',
    syntax: 'DAEMON isv [binary=path] [options=path] [port=n] [password=…]',
    about: about.daemon,
  },
  {
    kind: 'license',
    name: 'LICENSE',
    syntax: 'LICENSE isv product version exp-date count sig=…',
    about: about.license,
  },
  {
    kind: 'license',
    name: 'FEATURE',
    syntax: 'FEATURE isv product version exp-date count sig=…',
    about: about.feature,
  },
  {
    kind: 'upgrade',
    name: 'UPGRADE',
    syntax: 'UPGRADE isv product from-version to-version exp-date count sig=…',
    about: about.upgrade,
  },
  {
    kind: 'other',
    name: 'CUSTOMER',
    syntax: 'CUSTOMER customer isv=… server=… port=n password=…',
    about: about.customer,
  },
];

export const rlm: LineLanguage = {
  id: 'rlm',
  shape: 'lines',
  dialect,
  keywords: new Map(keywords.map(keyword => [keyword.name, keyword])),
  product: 1,
  vendor: 0,
  options: {
    vendor: {
      behind: 1,
      words: [
        { name: 'binary=', syntax: 'binary=path', about: about.binary },
        { name: 'options=', syntax: 'options=path', about: about.options },
        { name: 'port=', syntax: 'port=n', about: about.port },
        { name: 'password=', syntax: 'password=…', about: about.password },
      ],
    },
  },
  counts: [
    { name: 'uncounted', syntax: 'uncounted', about: words.uncounted },
    { name: 'single', syntax: 'single', about: words.singleUse },
  ],
  signed: [
    { name: 'start=', syntax: 'start=dd-mmm-yyyy', about: about.start },
    { name: 'issued=', syntax: 'issued=dd-mmm-yyyy', about: about.issued },
  ],
  own: [{ name: '_failover_host=', syntax: '_failover_host=host', about: about.failoverHost }],
  isSignature,
};

/**
 * `sig=`, `_ck=`, be it right behind another parameter; or a key without a name behind the count, which is more than a name that someone
 * begins to type.
 */
function isSignature(reader: LineReader, index: number): boolean {
  const { text, starts, ends, equals, keyword } = reader;
  if (equals[index]! >= 0)
    return signature.test(text.slice(starts[index], Math.min(ends[index]!, equals[index]! + 40)));
  const { kind } = rlm.keywords.get(keyword)!;
  if (kind === 'other') return false;
  const word = reader.word(index);
  return index >= 2 && (word.length >= 20 || (index > columnsOf(kind).seats && !/^[a-z_]+$/i.test(word)));
}

const signature = /(?:^|=)(?:sig\d*|_ck)=/i;
