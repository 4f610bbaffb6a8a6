// What is offered while typing in vendors' license files, and that a signed license is left alone.
import assert from 'node:assert/strict';
import { dayOf } from '../../../src/core/calendar';
import { type Offers, offersAt } from '../../../src/core/completion';
import { LineReader } from '../../../src/core/formats/line-reader';
import { blocksOf } from '../../../src/core/formats/lmx-reader';
import { type Language, languageNamed } from '../../../src/core/languages';
import { finish } from '../../../src/core/steps';
import { applyEdits } from '../../../src/core/text';
import { needSamples, sampleNames, sampleText } from '../formats/lines';

const today = dayOf(2026, 11, 22);

function ask(language: Language, text: string, offset: number): Offers {
  return finish(offersAt(text, offset, language, today));
}

/** The offers at the `|`, and what they take the place of where that is not nothing. */
function offered(id: string, marked: string): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { span, offers } = ask(languageNamed(id)!, text, offset);
  assert.ok(offers.length === 0 || (span.start <= offset && offset <= span.end), 'the place is not in the span');
  const replaced = text.slice(span.start, span.end);
  return `${replaced === '' || offers.length === 0 ? '' : `${replaced} -> `}${offers.map(({ label }) => label).join(' ')}`;
}

const flexnetKeywords = 'SERVER VENDOR DAEMON USE_SERVER FEATURE INCREMENT UPGRADE PACKAGE FEATURESET';
const rlmKeywords = 'HOST SERVER ISV DAEMON LICENSE FEATURE UPGRADE CUSTOMER';
const own = 'asset_info= dist_info= sort= user_info= vendor_info=';
const dates = '31-dec-2026 permanent 22-nov-2026';
const directives =
  'VENDOR VERSION START END MAINTENANCE_START MAINTENANCE_END ISSUED COUNT KEYTYPE SHARE HOSTID GRACE BORROW LICENSEE COMMENT KEY';
/** A signed license of widget until 2027-04-30, to stand above others. */
const earlier = 'INCREMENT widget acmed 2024.0 30-apr-2027 25 SIGN="0000 0000"\n';

const languageOf: Readonly<Record<string, string>> = { flexlm: 'flexnet', rlm: 'rlm', lmx: 'lmx' };

describe('completion', () => {
  for (const [what, id, marked, expected] of [
    ['an empty file', 'flexnet', '|', flexnetKeywords],
    ['an empty line', 'flexnet', `${earlier}|\n${earlier}`, flexnetKeywords],
    ['white space at a line’s beginning', 'rlm', '# x\n \t|', rlmKeywords],
    ['a part of a keyword', 'flexnet', 'INCR|', `INCR -> ${flexnetKeywords}`],
    ['a keyword', 'flexnet', 'INCR|EMENT a', `INCREMENT -> ${flexnetKeywords}`],
    ['the beginning of a sentence', 'flexnet', 'De|ar customer', `Dear -> ${flexnetKeywords}`],
    ['the middle of a sentence', 'flexnet', 'Dear cus|tomer', ''],
    ['a sentence that begins with a keyword', 'flexnet', 'Feature requests for the next release go |', ''],
    ['its beginning', 'flexnet', 'Feature| requests', `Feature -> ${flexnetKeywords}`],
    ['a comment', 'flexnet', '# INCREMENT a b 1.0 |', ''],
    ['the beginning of a comment', 'flexnet', '|# a', ''],
    ['a comment behind a record', 'flexnet', 'INCREMENT widget acmed 1.0 # |', ''],
    ['a comment behind a backslash', 'flexnet', 'INCREMENT widget acmed \\ # |\n 1.0', ''],
    ['a comment in a record', 'flexnet', 'INCREMENT widget acmed 1.0 \\\n# |\n', ''],
    ['behind a backslash', 'flexnet', 'INCREMENT widget acmed 1.0 \\ |', ''],
    ['before a backslash', 'flexnet', 'INCREMENT widget acmed 1.0 |\\\n permanent', ''],
    ['the white space before a record', 'flexnet', ' | FEATURE a b 1 permanent 1 SIGN=0', ''],

    ['the white space before a record that nobody signs', 'flexnet', ' | USE_SERVER', ''],
    ['a server', 'flexnet', 'SERVER licsrv ANY 27000 |', 'PRIMARY_IS_MASTER HEARTBEAT_INTERVAL='],
    ['a server’s host id', 'flexnet', 'SERVER licsrv |', ''],
    ['a server with options', 'flexnet', 'SERVER h ANY PRIMARY_IS_MASTER HEART|', 'HEART -> HEARTBEAT_INTERVAL='],
    ['a vendor', 'flexnet', 'VENDOR acmed |', 'OPTIONS= PORT='],
    ['a vendor’s name', 'flexnet', 'VENDOR |', ''],
    ['a vendor’s path', 'flexnet', 'VENDOR acmed /opt/a|', ''],
    ['a vendor with a port', 'flexnet', 'VENDOR acmed port=1 o|', 'o -> OPTIONS='],
    ['a port', 'flexnet', 'VENDOR acmed PORT=|', ''],
    ['USE_SERVER', 'flexnet', 'USE_SERVER |', ''],
    ['a host of RLM', 'rlm', 'HOST licsrv ANY 5053 |', ''],
    [
      'an ISV with a long path',
      'rlm',
      'ISV acme acme.exe /opt/rlm/acme/etc/acme.opt |',
      'binary= options= port= password=',
    ],
    ['an ISV', 'rlm', 'ISV acme port=1 |', 'binary= options= password='],

    ['a product', 'flexnet', 'INCREMENT |', ''],
    ['a version', 'flexnet', 'INCREMENT widget acmed |', ''],
    ['a date', 'flexnet', 'INCREMENT widget acmed 1.0 |', dates],
    [
      'a date behind a license',
      'flexnet',
      `${earlier}INCREMENT Widget acmed 1.0 |`,
      '31-dec-2027 permanent 01-may-2027 22-nov-2026',
    ],
    ['a date behind a license of another', 'flexnet', `${earlier}INCREMENT other acmed 1.0 |`, dates],
    [
      'a date behind a license in capital letters',
      'flexnet',
      `${earlier.replace('widget', 'WIDGET')}INCREMENT widget acmed 1.0 |`,
      '31-dec-2027 permanent 01-may-2027 22-nov-2026',
    ],
    ['a number over two lines', 'flexnet', 'INCREMENT widget acmed 1.0 permanent "5|\n6"', ''],
    ['a date above a license', 'flexnet', `INCREMENT widget acmed 1.0 |\n${earlier}`, dates],
    [
      'a date behind a license without an end',
      'flexnet',
      `${earlier}${earlier.replace('30-apr-2027', 'permanent')}INCREMENT widget acmed 1.0 |`,
      '31-dec-2027 permanent 01-may-2027 22-nov-2026',
    ],
    [
      'a date behind two',
      'flexnet',
      `${earlier}${earlier.replace('2027', '2028')}# x\nINCREMENT widget acmed 1.0 |`,
      '31-dec-2028 permanent 01-may-2028 22-nov-2026',
    ],
    [
      'a date behind a license until today',
      'flexnet',
      `${earlier.replace('30-apr-2027', '21-nov-2026')}INCREMENT widget acmed 1.0 |`,
      dates,
    ],
    ['a date with a start', 'flexnet', 'INCREMENT widget acmed 1.0 | 5 START=1-mar-2029', dates],
    [
      'another date with a start',
      'flexnet',
      'INCREMENT widget acmed 1.0 30-|nov 5 START=1-mar-2029',
      '30-nov -> 31-dec-2029 permanent 22-nov-2026',
    ],
    ['a place for a date behind an attribute', 'flexnet', 'INCREMENT widget X=1 1.0 |', ''],
    ['a date of an UPGRADE', 'flexnet', 'UPGRADE widget acmed 1.0 2.0 |', dates],
    ['a version of an UPGRADE', 'flexnet', 'UPGRADE widget acmed 1.0 |', ''],
    ['a date in a continued line', 'flexnet', 'INCREMENT widget acmed 1.0 \\\n  |', dates],
    ['a continued line behind a line that is none', 'flexnet', 'INCREMENT widget acmed 1.0\n  |', flexnetKeywords],
    [
      'a word in a line that is continued without a backslash',
      'flexnet',
      'INCREMENT widget acmed 1.0\nFEA|',
      `FEA -> ${flexnetKeywords} ${dates}`,
    ],
    ['a number', 'flexnet', 'INCREMENT widget acmed 1.0 permanent |', 'uncounted'],
    ['a number of RLM', 'rlm', 'LICENSE acme widget 1.0 permanent u|', 'u -> uncounted single'],
    ['attributes', 'flexnet', 'INCREMENT widget acmed 1.0 permanent 5 |', `START= ISSUED= ${own}`],
    [
      'more attributes',
      'flexnet',
      'INCREMENT widget acmed 1.0 permanent 5 START=1-jan-2026 sort=1 I|',
      `I -> ISSUED= asset_info= dist_info= user_info= vendor_info=`,
    ],
    ['attributes of RLM', 'rlm', 'LICENSE acme widget 1.0 permanent 5 st|', 'st -> start= issued= _failover_host='],
    ['START', 'flexnet', `${earlier}INCREMENT widget acmed 1.0 31-dec-2027 5 START=|`, '01-may-2027 22-nov-2026'],
    [
      'a part of START',
      'flexnet',
      'INCREMENT widget acmed 1.0 31-dec-2027 5 START="01|-jan" X',
      '01-jan -> 22-nov-2026',
    ],
    ['an open quote of START', 'flexnet', 'INCREMENT widget acmed 1.0 31-dec-2027 5 START="|', '22-nov-2026'],
    ['ISSUED', 'flexnet', `${earlier}INCREMENT widget acmed 1.0 31-dec-2027 5 issued=|`, '22-nov-2026'],
    ['the name of an attribute', 'flexnet', 'INCREMENT widget acmed 1.0 31-dec-2027 5 STA|RT=1-jan-2026', ''],
    ['the value of another', 'flexnet', 'INCREMENT widget acmed 1.0 31-dec-2027 5 NOTICE=|', ''],
    [
      'a date of RLM',
      'rlm',
      'LICENSE acme widget 1.0 30-apr-2027 1 sig=0\nLICENSE acme widget 1.0 |',
      '31-dec-2027 permanent 01-may-2027 22-nov-2026',
    ],
    ['a start of RLM', 'rlm', 'LICENSE acme widget 1.0 30-apr-2027 1 start=|', '22-nov-2026'],

    ['the keyword of a signed license', 'flexnet', 'INCR|EMENT a b 1.0 permanent 5 SIGN=0', ''],
    ['its date', 'flexnet', 'INCREMENT a b 1.0 |permanent 5 SIGN=0', ''],
    ['its missing date', 'flexnet', 'INCREMENT a b 1.0 | 5 SIGN=0', ''],
    ['its missing number', 'flexnet', 'INCREMENT a b 1.0 permanent | SIGN=0', ''],
    ['a PACKAGE of many words', 'flexnet', 'PACKAGE a b 1.0 c d e SIGN=0 |', ''],
    [
      'the line behind the one that it goes on in',
      'flexnet',
      'INCREMENT a b 1.0 permanent 5 SIGN=0 \\\n\n|',
      flexnetKeywords,
    ],
    ['its START', 'flexnet', 'INCREMENT a b 1.0 permanent 5 START=| SIGN=0', ''],
    ['its attributes', 'flexnet', 'INCREMENT a b 1.0 permanent 5 SIGN=0 |', own],
    ['its attributes, as one is begun', 'flexnet', 'INCREMENT a b 1.0 permanent 5 SIGN=0 user|', `user -> ${own}`],
    ['its attributes, as one of the vendor’s is begun', 'flexnet', 'INCREMENT a b 1.0 permanent 5 SIGN=0 USER|', ''],
    [
      'its attributes where some are there',
      'flexnet',
      'INCREMENT a b 1.0 permanent 5 sort=1 | user_info="x" SIGN=0',
      'asset_info= dist_info= vendor_info=',
    ],
    ['its attributes right behind its signature', 'flexnet', 'INCREMENT a b 1.0 permanent 5 SIGN=0|', ''],
    ['its signature', 'flexnet', 'INCREMENT a b 1.0 permanent 5 SIGN="0000 | 0000"', ''],
    ['its open signature', 'flexnet', 'INCREMENT a b 1.0 permanent 5 SIGN="0000 |', ''],
    ['its signature on two lines', 'flexnet', 'INCREMENT a b 1.0 permanent 5 SIGN="0000 \\\n| 0000"', ''],
    ['its signature without quotes', 'flexnet', 'INCREMENT a b 1.0 permanent 5 SIGN=0000 | 0000', ''],
    ['its attributes before a flag', 'flexnet', 'INCREMENT a b 1.0 permanent 5 | TS_OK SIGN=0', ''],
    ['its attributes in a further line', 'flexnet', 'INCREMENT a b 1.0 permanent 5 SIGN=0 \\\n  |', own],
    ['its attributes before a comment', 'flexnet', 'INCREMENT a b 1.0 permanent 5 SIGN=0 | # x', own],
    ['the comment behind it', 'flexnet', 'INCREMENT a b 1.0 permanent 5 SIGN=0 # so|', ''],
    ['SIGN2', 'flexnet', 'INCREMENT a b 1.0 |permanent 5 SIGN2=0', ''],
    ['AUTH', 'flexnet', 'INCREMENT a b 1.0 |permanent 5 AUTH={ b=( LK=0 ) }', ''],
    ['the middle of AUTH', 'flexnet', 'INCREMENT a b 1.0 permanent 5 AUTH={ b=( LK=0 | SIGN=1 ) }', ''],
    ['SUPERSEDE_SIGN', 'flexnet', 'INCREMENT a b 1.0 |permanent 5 SUPERSEDE_SIGN=0', ''],
    ['an old key', 'flexnet', 'INCREMENT a b 1.0 |permanent 5 8C59A481BA90', ''],
    ['an old key in small letters', 'flexnet', 'INCREMENT a b 1.0 |permanent 5 8c59a481ba90', ''],
    ['an old key in groups, behind its date', 'flexnet', 'INCREMENT a b 1.0 |permanent 5 8C59 A481 BA90', ''],
    ['an old key instead of a version', 'flexnet', 'INCREMENT a b 8C59A481BA90 |', ''],
    ['a key of RLM instead of a version', 'rlm', 'LICENSE a b 60P0451KTXVQ0WYBX785XAKT |', ''],
    ['attributes before an old key', 'flexnet', 'INCREMENT a b 1.0 permanent 5 | 8C59A481BA90', ''],
    ['attributes behind an old key', 'flexnet', 'INCREMENT a b 1.0 permanent 5 8C59A481BA90 |', own],
    ['an old key in groups', 'flexnet', 'INCREMENT a b 1.0 permanent 5 8C59 A481 |BA90', ''],
    ['an old key of an UPGRADE', 'flexnet', 'UPGRADE a b 1.0 2.0 |permanent 5 8C59A481BA90', ''],
    ['a signed PACKAGE', 'flexnet', 'PACK|AGE a b 1.0 COMPONENTS="c" SIGN=0', ''],
    ['a FEATURESET', 'flexnet', 'FEATURE|SET b 8C59A481BA90', ''],
    ['sig', 'rlm', 'LICENSE a b 1.0 |permanent 5 sig="60P0"', ''],
    ['_ck', 'rlm', 'LICENSE a b 1.0 |permanent 5 _ck=60', ''],
    ['a key of RLM without a name', 'rlm', 'LICENSE a b 1.0 |permanent 5 60P0451KT', ''],
    ['attributes of a signed line of RLM', 'rlm', 'LICENSE a b 1.0 permanent 5 sig="60P0 \n 451" |', '_failover_host='],
    ['one that is begun', 'rlm', 'LICENSE a b 1.0 permanent 5 sig="60P0" _f|', '_f -> _failover_host='],
    ['one of the vendor’s that is begun', 'rlm', 'LICENSE a b 1.0 permanent 5 sig="60P0" st|', ''],
    ['the line behind a signed one', 'rlm', 'LICENSE a b 1.0 permanent 5 sig="60P0"\n|', rlmKeywords],

    ['an empty LM-X file', 'lmx', '|', 'FEATURE'],
    ['a part of a FEATURE', 'lmx', '# x\n  FEAT|', 'FEAT -> FEATURE'],
    ['a FEATURE’s name', 'lmx', 'FEATURE |', ''],
    ['outside of a block', 'lmx', 'FEATURE a {\n}\n|', 'FEATURE'],
    ['the white space before a block', 'lmx', ' | FEATURE a {\n}', ''],
    ['behind a word', 'lmx', 'FEATURE a {\n} b |', ''],
    ['a directive', 'lmx', 'FEATURE a\n{\n  |\n}', directives],
    [
      'a directive of a block that goes on',
      'lmx',
      'FEATURE a {\n VENDOR=b EN|\n}',
      `EN -> ${directives.replace('VENDOR ', '')}`,
    ],
    ['a directive on the first line', 'lmx', 'FEATURE a { |', directives],
    ['between name and brace', 'lmx', 'FEATURE a | {', ''],
    ['an END', 'lmx', 'FEATURE a\n{\n  END = |\n}', '2026-12-31 2026-11-22'],
    [
      'an END with a start',
      'lmx',
      'FEATURE a\n{\n START=2028-02-01\n END=20|28-02-01\n}',
      '2028-02-01 -> 2028-12-31 2026-11-22',
    ],
    [
      'an END behind a license',
      'lmx',
      'FEATURE a {\nEND=2027-04-30\nKEY=0\n}\nFEATURE b {\nEND=2029-01-01\n}\nFEATURE A\n{\n END="|\n}',
      '2027-12-31 2027-05-01 2026-11-22',
    ],
    ['between an END and its sign', 'lmx', 'FEATURE a {\n END | = 2026-01-01\n}', ''],
    ['a word that no keyword begins', 'lmx', 'FEAT|-x', ''],
    [
      'a START behind a license',
      'lmx',
      'FEATURE a {\nEND=2027-04-30\nKEY=0\n}\nFEATURE ab {\nEND=2029-01-01\n}\nFEATURE a\n{\n START=|\n}',
      '2027-05-01 2026-11-22',
    ],
    ['an ISSUED', 'lmx', 'FEATURE a {\n ISSUED=|', '2026-11-22'],
    ['a KEYTYPE', 'lmx', 'FEATURE a {\n KEYTYPE = A|', 'A -> EXCLUSIVE ADDITIVE UPGRADE TOKEN'],
    ['a COUNT', 'lmx', 'FEATURE a {\n VENDOR="b c" COUNT=|', 'UNLIMITED'],
    ['another value', 'lmx', 'FEATURE a {\n VENDOR = |', ''],
    ['a comment in a block', 'lmx', 'FEATURE a {\n # END = |', ''],
    ['a comment behind a value', 'lmx', 'FEATURE a {\n END = 2026-01-01 # |', ''],
    ['a signed block', 'lmx', 'FEATURE a {\n |\n KEY=0\n}', ''],
    ['an END of a signed block', 'lmx', 'FEATURE a {\n END=|\n KEY=0\n}', ''],
    ['a key that is begun', 'lmx', 'FEATURE a {\n KEY = |\n}', ''],
    ['the keyword of a signed block', 'lmx', 'FEAT|URE a { KEY=0 }', ''],
    ['a block with a key in braces of its own', 'lmx', 'FEATURE a { { KEY=0 }\n |', ''],
    ['the block behind a signed one', 'lmx', 'FEATURE a { KEY=0 }\nFEATURE b {\n|', directives],
    ['a signed block that never ends', 'lmx', 'FEATURE a {\nKEY=0\n\n|\nFEATURE b {}', ''],
  ] as const)
    it(`at ${what}`, () => assert.equal(offered(id, marked), expected));

  it('says what each offer is for, and asks for a date behind START=', () => {
    const { offers } = ask(languageNamed('flexnet')!, 'INCREMENT a b 1.0 permanent 5 ', 30);
    assert.deepEqual(offers[0], {
      ...{ kind: 'attribute', label: 'START=', text: 'START=', detail: 'START=dd-mmm-yyyy' },
      ...{ about: 'The first day of the license.', asksForDate: true },
    });
    const { offers: keywords } = ask(languageNamed('flexnet')!, '', 0);
    assert.equal(
      keywords.find(({ label }) => label === 'FEATURE')!.detail,
      'FEATURE feature vendor version exp_date num_lic SIGN=…',
    );
    const { offers: days } = ask(languageNamed('rlm')!, 'LICENSE a b 1.0 ', 16);
    assert.deepEqual(
      days.map(({ detail }) => detail),
      ['end of that year', 'never expires', 'today'],
    );
  });

  it('writes directives as the block does', () => {
    const text = (block: string): string => ask(languageNamed('lmx')!, block, block.length).offers[0]!.text;
    assert.equal(text('FEATURE a {\n'), 'VENDOR = ');
    assert.equal(text('FEATURE a {\nEND=2026-01-01\n'), 'VENDOR=');
    assert.equal(text('FEATURE a {\nEND  =  "x"\n'), 'VENDOR  =  ');
    const { offers } = ask(languageNamed('lmx')!, 'FEATURE a {\nVEN = x', 'FEATURE a {\nVEN'.length);
    assert.equal(offers[0]!.text, 'VENDOR');
  });

  it('looks for the license above in steps', () => {
    const text = `${earlier}${'# a\n'.repeat(20_000)}INCREMENT widget acmed 1.0 `;
    const steps = offersAt(text, text.length, languageNamed('flexnet')!, today);
    let count = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) count++;
    assert.equal(step.value.offers[2]!.label, '01-may-2027');
    assert.equal(count, 20);
  });

  it('comes to an end in any text', () => {
    const parts = 'FEATURE INCREMENT LICENSE VENDOR KEY END START SIGN sig a 1.0 permanent { } = " # \\ \r \n _'.split(
      ' ',
    );
    let seed = 1;
    const random = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let turn = 0; turn < 300; turn++) {
      const text = Array.from({ length: 40 }, () => parts[random(parts.length)] + ['', ' ', ' '][random(3)]!).join('');
      for (const id of ['flexnet', 'rlm', 'lmx'])
        for (let offset = 0; offset <= text.length; offset++) ask(languageNamed(id)!, text, offset);
    }
  });

  describe('in the samples', () => {
    before(needSamples);
    for (const name of sampleNames()) {
      const language = languageNamed(languageOf[name.split('/')[0]!] ?? '');
      if (!language) continue;
      it(`${name}: leaves what is signed as it is`, () => {
        const text = sampleText(name);
        // What someone may have typed last, and the text that may still be to come.
        for (let at = 0; at <= text.length; at++)
          for (const typed of ['', 's', ' ', ' _f', 'START=', '\n'])
            for (const rest of [text.slice(at), ''])
              assertLeavesSigned(language, text.slice(0, at) + typed + rest, at + typed.length);
      }).timeout(120_000);
    }
  });
});

function assertLeavesSigned(language: Language, text: string, offset: number): void {
  const { span, offers } = ask(language, text, offset);
  if (offers.length === 0) return;
  assert.ok(span.start <= offset && offset <= span.end && span.end <= text.length);
  const typed = text.slice(span.start, span.end);
  const before = signedIn(language, text, typed);
  for (const { text: inserted } of [offers[0]!, offers.at(-1)!])
    for (const end of [offset, span.end]) {
      const after = signedIn(language, applyEdits(text, [{ start: span.start, end, text: inserted }]), inserted);
      const lost = before.filter(record => !after.includes(record));
      assert.deepEqual(lost, [], `${inserted} at ${text.slice(Math.max(offset - 60, 0), offset)}|`);
    }
}

/** Told without the code that is tested. */
const signature = /\b(?:\w*SIGN\d*|AUTH|sig|_ck)=|\s[\dA-F]{12,20}(?!\S)/i;

/** The words of each signed license, without one that may be added to it. */
function signedIn(language: Language, text: string, added: string): readonly string[] {
  if (language.shape === 'blocks')
    return [...blocksOf(text)]
      .filter(({ directives }) => directives.has('KEY'))
      .map(({ start, end }) => text.slice(start, end));
  const reader = new LineReader(text, language.format.dialect);
  const isOwn = language.own.some(({ name }) => name === added || name.startsWith(added));
  const signed: string[] = [];
  while (reader.next()) {
    if (!signature.test(text.slice(reader.start, reader.end)) || /^(?:SERVER|HOST)$/.test(reader.keyword)) continue;
    const words = Array.from({ length: reader.count }, (_, i) => reader.word(i));
    signed.push([reader.keyword, ...words.filter(word => !isOwn || word !== added)].join(' '));
  }
  return signed;
}
