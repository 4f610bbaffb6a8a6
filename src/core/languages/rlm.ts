// The words of Reprise RLM license files. Source: the RLM manual's chapter on license files, as Microchip reprints it.

import { columnsOf } from '../formats/line-file';
import type { LineReader } from '../formats/line-reader';
import { format } from '../formats/rlm';
import type { KnownWord, LineLanguage } from '../languages';
import * as words from '../words/languages';

const about = words.rlmWords;

const keywords: readonly KnownWord[] = [
  { name: 'HOST', syntax: 'HOST host hostid [port]', about: about.host },
  { name: 'SERVER', syntax: 'SERVER host hostid [port]', about: about.server },
  {
    name: 'ISV',
    syntax: 'ISV isv [binary=path] [options=path] [port=n] [password=…]',
    about: about.isv,
  },
  {
    name: 'DAEMON',
    syntax: 'DAEMON isv [binary=path] [options=path] [port=n] [password=…]',
    about: about.daemon,
  },
  {
    name: 'LICENSE',
    syntax: 'LICENSE isv product version exp-date count sig=…',
    about: about.license,
  },
  {
    name: 'FEATURE',
    syntax: 'FEATURE isv product version exp-date count sig=…',
    about: about.feature,
  },
  {
    name: 'UPGRADE',
    syntax: 'UPGRADE isv product from-version to-version exp-date count sig=…',
    about: about.upgrade,
  },
  {
    name: 'CUSTOMER',
    syntax: 'CUSTOMER customer isv=… server=… port=n password=…',
    about: about.customer,
  },
];

export const rlm: LineLanguage = {
  id: 'rlm',
  shape: 'lines',
  format,
  keywords: new Map(keywords.map(keyword => [keyword.name, keyword])),
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
  const kind = format.kinds.get(keyword);
  if (!kind) return false;
  const word = reader.word(index);
  return index >= 2 && (word.length >= 20 || (index > columnsOf(kind).seats && !/^[a-z_]+$/i.test(word)));
}

const signature = /(?:^|=)(?:sig\d*|_ck)=/i;
