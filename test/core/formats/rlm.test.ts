// RLM files: what a person reads in them. Dates, counts and quotes are read as FlexNet's, whose tests have the tables.
import assert from 'node:assert/strict';
import { fixesFor } from '../../../src/core/fixes';
import { applyEdits } from '../../../src/core/text';
import { gaps, told } from '../read';
import { claimed, messagesOf, needSamples, reportOf, sampleText, termsOf } from './lines';

describe('RLM samples', () => {
  before(needSamples);

  const cases: Readonly<Record<string, { readonly terms: readonly string[]; readonly told: readonly string[] }>> = {
    'rlm/node-rlm_test_license.lic': {
      terms: [
        'gui of prime 1.01, floating, always to 2012-12-01, 50',
        'server of prime 1.6, floating, always to 2012-12-31, 50',
        'lib of prime 1.79, floating, always to 2012-12-31, 50',
        'jupiter of orbit 2.0, floating, always to 2014-11-30, 10',
        'venus of orbit 2.0, floating, always to 2013-11-30, 10',
        'mars of orbit 2.0, floating, always to 2013-11-30, 10',
        // 30-nov-0: never.
        'gui of orbit 2.0, floating, always to never, 10',
        'sun of orbit 2.0, floating, always to never, 1',
        'neptune of orbit 4.0, floating, always to never, unlimited',
      ],
      told: [
        'expiry "1-dec-2012"',
        'expiry "31-dec-2012"',
        'expiry "31-dec-2012"',
        'expiry "30-nov-2014"',
        'expiry "30-nov-2013"',
        'expiry "30-nov-2013"',
      ],
    },
    'rlm/reprise_docs_comments.lic': {
      terms: ['joe of reprise 3.0, floating, always to never, 10', 'joe of reprise 4.0, floating, always to never, 5'],
      told: [],
    },
    'synthetic/rlm_month-end.lic': {
      terms: [
        'widget of acme 2024.04, floating, 2023-05-01 to 2024-04-30, 25',
        'widget of acme 2024.04, floating, 2024-05-01 to 2025-04-30, 25',
      ],
      told: ['expiry "30-apr-2025"'],
    },
  };
  for (const [name, expected] of Object.entries(cases)) {
    it(`${name}, with each kind of line ends`, () => {
      for (const lineBreak of ['\n', '\r\n', '\r']) {
        const file = claimed(sampleText(name).replaceAll('\n', lineBreak));
        assert.equal(file?.format, 'rlm');
        assert.deepEqual(termsOf(file), expected.terms);
        assert.deepEqual(told(reportOf(file.text)), expected.told);
      }
    });
  }

  it('a month’s end is no gap, and that the expiry day is covered is said to be assumed', () => {
    const report = reportOf(sampleText('synthetic/rlm_month-end.lic').replace('start=1-may-2024', 'start=3-may-2024'));
    assert.deepEqual(gaps(report), ['open 2024-05-01T00:00:00.000Z 48 h']);
    assert.match(
      messagesOf(report, 'gap')[0]!,
      /The expiry day is covered \(assumed\): no page of RLM states the rule/,
    );
  });
});

describe('RLM lines', () => {
  const plain = 'LICENSE acmed widget 2024.0 30-nov-2026 5 start=1-dec-2025 _ck=0000 sig="00001111"\n';
  const term = 'widget of acmed 2024.0, floating, 2025-12-01 to 2026-11-30, 5';
  const silent: Readonly<Record<string, string>> = {
    'one line': plain,
    'no line break at the end': plain.trimEnd(),
    'a word a line': plain.replace(/(?<=LICENSE.*) /g, '\n'),
    'wrapped before each attribute': plain.replaceAll(/ (?=start|_ck|sig)/g, '\n'),
    'wrapped in the signature': plain.replace('0000"', '0000"').replace('00001111', '0000\n  1111'),
    'wrapped with backslashes': plain.replaceAll(/ (?=start|_ck|sig)/g, ' \\\n'),
    'a key instead of a signature': plain.replace(/_ck.*/, '60P0450NNB1CD5XB47'),
    'a comment behind': plain.replace('\n', ' # start=1-jan-2000\n'),
    'comments around': `# a\n#LICENSE acmed x 1 permanent 1\n${plain}#`,
    'capital letters': plain.replace('start', 'START').replace('sig', 'SIG'),
    'small letters': plain.replace('LICENSE', 'license'),
    'all attributes there are': plain.replace(
      ' start',
      ' share=h min_timeout=60 hold=10 max_roam=5 soft_limit=7 timezone=fff platforms="x64_w x64_l" customer="A B" contract=c issuer=i type=eval options=o id=7 issued=1-jan-2025 start',
    ),
    'a host and its daemon': `HOST lic01 001122334455 5053\nISV acmed\n${plain}`,
    'a customer': `CUSTOMER acme\n${plain}`,
    'FlexNet’s words for the same': `SERVER lic01 001122334455 5053\nDAEMON acmed\n${plain.replace('LICENSE', 'FEATURE')}`,
    'FEATURE with a signature of RLM': plain.replace('LICENSE', 'FEATURE'),
  };
  for (const [title, text] of Object.entries(silent)) {
    for (const [how, written] of [
      ['', text],
      [', CRLF', text.replaceAll('\n', '\r\n')],
      [', carriage returns alone', text.replaceAll('\n', '\r')],
    ] as const) {
      it(`${title}${how}`, () => {
        const file = claimed(written)!;
        assert.equal(file.format, 'rlm');
        assert.deepEqual(termsOf(file), [term]);
        assert.deepEqual(told(reportOf(written)), []);
      });
    }
  }

  const fields: readonly (readonly [line: string, read: string])[] = [
    ['LICENSE acmed widget 1.0 permanent single', 'widget of acmed 1.0, floating, always to never, 1'],
    ['LICENSE acmed widget 1.0 permanent uncounted', 'widget of acmed 1.0, floating, always to never, unlimited'],
    ['LICENSE acmed widget 1.0 permanent 0', 'widget of acmed 1.0, floating, always to never, unlimited'],
    ['LICENSE acmed widget 1.0 1-jan-0 5', 'widget of acmed 1.0, floating, always to never, 5'],
    ['LICENSE acmed widget 1.0 01-jan-0000 5', 'widget of acmed 1.0, floating, always to never, 5'],
    ['LICENSE acmed widget 1.0 31-dec-2099 5', 'widget of acmed 1.0, floating, always to 2099-12-31, 5'],
    ['LICENSE acmed widget 2026.0530 31-dec-2026 5', 'widget of acmed 2026.0530, floating, always to 2026-12-31, 5'],
    ['LICENSE acmed widget 1.0 permanent 5 hostid=ANY', 'widget of acmed 1.0, ANY, always to never, 5'],
    ['LICENSE acmed widget 1.0 permanent 5 hostid=demo', 'widget of acmed 1.0, demo, always to never, 5'],
    ['LICENSE acmed widget 1.0 permanent 5 hostid=001122334455', 'widget of acmed 1.0, bound, always to never, 5'],
    ['LICENSE acmed widget 1.0 permanent 5 hostid="ip=10.0.0.1"', 'widget of acmed 1.0, bound, always to never, 5'],
    ['LICENSE hostid start 1.0 permanent 5', 'start of hostid 1.0, floating, always to never, 5'],
  ];
  for (const [line, read] of fields) {
    it(line, () => {
      assert.deepEqual(termsOf(claimed(`${line} sig=0\n`)!), [read]);
      assert.deepEqual(told(reportOf(`${line} sig=0\n`)), []);
    });
  }

  const wrong: readonly (readonly [line: string, finding: string])[] = [
    ['LICENSE acmed widget 1.0 31-feb-2027 5', 'invalid-date "31-feb-2027"'],
    ['LICENSE acmed widget 1.0 30-nov-26 5', 'invalid-date "30-nov-26"'],
    ['LICENSE acmed widget 1.0 2026-11-30 5', 'invalid-date "2026-11-30"'],
    ['LICENSE acmed widget 1.0 30-nov-2026 5 start=31-feb-2026', 'invalid-date "31-feb-2026"'],
    ['LICENSE acmed widget 1.0 30-nov-2026 5 start=1-dec-2026', 'reversed-term "30-nov-2026"'],
    ['LICENSE acmed widget 1.0 30-nov-2026', 'syntax "LICENSE"'],
    ['LICENSE acmed', 'syntax "LICENSE"'],
  ];
  for (const [line, finding] of wrong) {
    it(`${line}: told, and no license`, () => {
      const report = reportOf(`LICENSE acmed x 1 permanent 1 sig=0\n${line} sig=0\n`);
      assert.equal(report.files[0]!.terms.length, 1);
      assert.deepEqual(told(report), [finding]);
    });
  }

  it('lines of one name all count: RLM has no first line that wins', () => {
    const text = 'LICENSE acmed widget 1.0 permanent 2 sig=0\n'.repeat(2).replaceAll('LICENSE', 'FEATURE');
    const { products } = reportOf(text);
    assert.deepEqual(
      products.map(({ segments: [segment] }) => segment?.state === 'covered' && segment.seats),
      [4],
    );
  });

  it('an UPGRADE takes from the line above', () => {
    const text =
      'LICENSE acmed widget 1.0 permanent 5 sig=0\nUPGRADE acmed widget 1.0 2.0 permanent 2 sig=0\nUPGRADE acmed widget 3.0 4.0 permanent 2 sig=0\n';
    const report = reportOf(text);
    assert.deepEqual(termsOf(report.files[0]!), [
      'widget of acmed 1.0, floating, always to never, 3',
      'widget of acmed 2.0, floating, always to never, 2',
      'widget of acmed 4.0, floating, always to never, 2',
    ]);
    assert.deepEqual(told(report), ['ignored-line "UPGRADE"']);
  });

  it('curly quotes and quotes that are never closed are told, missing backslashes are none', () => {
    const text = `${plain.replace('"', '“').replace('"', '”')}${plain.replace('1111"', '1111').replace('widget', 'gadget')}`;
    const report = reportOf(text);
    assert.deepEqual(told(report), ['syntax "“"', 'syntax """']);
    const after = applyEdits(text, fixesFor(report.findings[0]!, report)[0]!.make()!.edits);
    assert.equal(after, text.replace('“', '"').replace('”', '"'));
  });

  it('a server and a daemon that stand twice are told', () => {
    const head = 'HOST lic01 001122334455 5053\nISV acmed\n';
    assert.deepEqual(told(reportOf(`${head}${plain}${head}`)), [
      'ignored-line "HOST lic01 001122334455 5053"',
      'ignored-line "ISV acmed"',
    ]);
  });

  it('a byte order mark is told, since RLM then misses the first line', () => {
    assert.deepEqual(told(reportOf(`HOST lic01 001122334455\nISV acmed\n${plain}`)), []);
  });

  it('prose is none of its lines', () => {
    const text = `License expires on Tuesday 30-nov-2026 at night\nLicense for you\nHost a and host b are named below.\nHost c too\n${plain}`;
    assert.deepEqual(termsOf(claimed(text)!), [term]);
    assert.deepEqual(told(reportOf(text)), []);
  });
});

describe('what is no RLM file', () => {
  const texts: Readonly<Record<string, string>> = {
    'an open source license': 'MIT License\n\nLICENSE AND COPYRIGHT NOTICE\nLicense terms apply 2026\n',
    'a ssh config': 'Host server01 10.0.0.1\n  HostName 10.0.0.1\n',
    'a package.json’s words': '"license": "MIT"\n',
  };
  for (const [title, text] of Object.entries(texts)) it(title, () => assert.equal(claimed(text), undefined));
});

describe('a FlexNet file that speaks of RLM', () => {
  const flexnet = 'SERVER licsrv 001122334455\nVENDOR acmed\nFEATURE widget acmed 1.0 30-nov-2027 5 SIGN=00A1\n';
  for (const [title, text] of [
    ['in a comment', `# new sig= by bob\n${flexnet}`],
    ['in an attribute', flexnet.replace('SIGN', 'user_info="old sig= x" SIGN')],
    ['in prose', `ISV partner of ours\n${flexnet}`],
  ] as const)
    it(title, () => assert.equal(claimed(text)?.format, 'flexnet'));
});
