// FlexNet files: what a person reads in them, line by line; how lines combine is in flexnet-lines.test.ts.
import assert from 'node:assert/strict';
import { fixesFor } from '../../../src/core/fixes';
import { applyEdits } from '../../../src/core/text';
import { gaps, iso, told } from '../read';
import { claimed, messagesOf, needSamples, reportOf, sampleText, termsOf } from './lines';

/** One license with a date, and whatever else a test wants to know of it. */
function increment(expires: string, more = ''): string {
  return `INCREMENT widget acmed 2024.0 ${expires} 5 ${more} SIGN="0000 1111"\n`;
}

describe('FlexNet samples', () => {
  before(needSamples);

  const cases: Readonly<Record<string, { readonly terms: readonly string[]; readonly told: readonly string[] }>> = {
    'flexlm/ansys_simutech_kb.lic': {
      // The version is the day on which maintenance ends; the license ends on its own.
      terms: ['ansys of ansyslmd 2023.0108, floating, 2022-01-08 to 2023-01-08, 5'],
      told: ['expiry "08-jan-2023"'],
    },
    'flexlm/eda-license-monitor_vcs.lic': {
      terms: [
        'VCS_Runtime of snpslmd 2024.12, floating, always to 2026-12-31, 10',
        'VCS_MX of snpslmd 2024.12, floating, 2024-02-15 to never, 5',
      ],
      told: [],
    },
    'flexlm/flexnet_enduser_guide_upgrade.lic': {
      terms: [
        'f1 of sampled 1.000, floating, always to 2005-01-01, 3',
        'f1 of sampled 2.000, floating, always to 2005-01-01, 2',
      ],
      told: ['expiry "1-jan-2005"'],
    },
    'flexlm/goflexlm_conforming.lic': {
      terms: ['editor of acme 2026.0, floating, always to 2026-12-31, 12'],
      told: [],
    },
    'flexlm/intel-fpga_quartus_license.dat': {
      terms: ['maxplus2 of alterad 2021.05, bound, always to never, unlimited'],
      told: [],
    },
    'flexlm/node-flexlm_example_trailing-comments.lic': {
      terms: [
        'venus of orbit 2.0, floating, 2013-09-17 to 2014-05-15, 10',
        'mars of orbit 2.0, floating, 2013-09-17 to 2014-05-05, 10',
        'gui of orbit 2.0, floating, 2013-09-17 to 2014-05-10, 10',
        'sun of orbit 1.0, floating, 2013-09-17 to never, 1',
        'neptune of orbit 4.0, ANY, always to never, unlimited',
      ],
      told: [
        // It starts four months after its end.
        'reversed-term "09-may-2014"',
        'expiry "15-may-2014"',
        'expiry "05-may-2014"',
        'expiry "10-may-2014"',
      ],
    },
    'flexlm/node-flexlm_test_license.lic': {
      terms: [
        'gui of prime 1.01, floating, always to 2012-12-01, 50',
        'server of prime 1.6, floating, always to 2012-12-31, 50',
        'lib of prime 1.79, floating, always to 2012-12-31, 50',
        'jupiter of orbit 2.0, floating, 2014-09-17 to 2014-11-30, 10',
        'venus of orbit 2.0, floating, 2013-09-17 to 2013-11-30, 10',
        'mars of orbit 2.0, floating, 2013-09-17 to 2013-11-30, 10',
        'gui of orbit 2.0, floating, 2013-09-17 to 2013-11-30, 10',
        'sun of orbit 1.0, floating, always to never, 1',
        'neptune of orbit 4.0, ANY, always to never, unlimited',
      ],
      told: [
        'expiry "1-dec-2012"',
        'expiry "31-dec-2012"',
        'expiry "31-dec-2012"',
        'expiry "30-nov-2014"',
        'expiry "30-nov-2013"',
        'expiry "30-nov-2013"',
        'expiry "30-nov-2013"',
      ],
    },
    'flexlm/suwanny_good.lic': {
      terms: [
        'PROD_ESX_FULL of VMWARELM 2005.05, floating, always to never, 32',
        'VC_ESXHOST of VMWARELM 2005.05, floating, always to never, 32',
        'PROD_ESX_FULL of VMWARELM 2005.05, ANY, always to never, unlimited',
        'PROD_ESX_FULL of VMWARELM 2005.05, floating, always to never, 32',
        'PROD_ESX_FULL of VMWARELM 2005.05, ANY, always to never, unlimited',
        'ESX_FULL_BACKUP of VMWARELM 2005.05, ANY, always to never, unlimited',
      ],
      told: [],
    },
    'flexlm/suwanny_bad_malformed.lic': {
      terms: [
        'PROD_ESX_FULL of VMWARELM 2005.05, floating, always to never, 32',
        'VC_ESXHOST of VMWARELM 2005.05, floating, always to never, 32',
        'PROD_ESX_FULL of VMWARELM 2005.05, ANY, always to never, unlimited',
        'PROD_ESX_FULL of VMWARELM 2005.05, floating, always to never, 32',
        // Its line with HOSTID=ANY is lost.
        'PROD_ESX_FULL of VMWARELM 2005.05, floating, always to never, unlimited',
        'ESX_FULL_BACKUP of VMWARELM 2005.05, ANY, always to never, unlimited',
      ],
      // Behind the last zero of a line, and on a blank line in a record, a backslash is missing.
      told: ['syntax "0"', 'syntax ""'],
    },
    'synthetic/flexlm_month-end.lic': {
      terms: [
        'widget of acmed 2024.0, floating, 2023-05-01 to 2024-04-30, 25',
        'widget of acmed 2024.0, floating, 2024-05-01 to 2025-04-30, 25',
        'widget of acmed 2024.0, floating, 2024-07-01 to 2024-08-31, 10',
        'gadget of acmed 1.0, ANY, always to never, unlimited',
      ],
      told: ['expiry "30-apr-2025"', 'seat-drop "31-aug-2024"'],
    },
    'synthetic/flexlm_one-day-hole.lic': {
      terms: [
        'widget of acmed 2024.0, floating, 2023-03-01 to 2024-02-29, 25',
        'widget of acmed 2024.0, floating, 2024-03-02 to 2025-02-28, 25',
      ],
      told: ['gap "29-feb-2024"', 'expiry "28-feb-2025"'],
    },
  };
  for (const [name, expected] of Object.entries(cases)) {
    it(name, () => {
      const text = sampleText(name);
      const file = claimed(text);
      assert.equal(file?.format, 'flexnet');
      assert.deepEqual(termsOf(file), expected.terms);
      assert.deepEqual(told(reportOf(text)), expected.told);
    });
    it(`${name} with CRLF, and with carriage returns alone`, () => {
      const text = sampleText(name);
      for (const lineBreak of ['\r\n', '\r']) {
        const file = claimed(text.replaceAll('\n', lineBreak));
        assert.equal(file?.format, 'flexnet');
        assert.deepEqual(termsOf(file), expected.terms);
        assert.deepEqual(told(reportOf(file.text)), expected.told);
      }
    });
  }

  for (const name of ['flexlm/lmstat_i_app1.txt', 'flexlm/lmstat_i_app2_columns-switched.txt'])
    it(`${name} lists licenses and is none`, () => assert.equal(claimed(sampleText(name)), undefined));

  it('a month’s end is no gap, a leap day’s end is one of a day, and two where the expiry day does not count', () => {
    const uncovered = { profiles: { flexnet: { expiryDay: 'uncovered', timezone: undefined } } } as const;
    const monthEnd = sampleText('synthetic/flexlm_month-end.lic');
    const hole = sampleText('synthetic/flexlm_one-day-hole.lic');
    assert.deepEqual(gaps(reportOf(monthEnd)), []);
    assert.deepEqual(gaps(reportOf(hole)), ['open 2024-03-01T00:00:00.000Z 24 h']);
    assert.deepEqual(gaps(reportOf(monthEnd, uncovered)), ['open 2024-04-30T00:00:00.000Z 24 h']);
    assert.deepEqual(gaps(reportOf(hole, uncovered)), ['open 2024-02-29T00:00:00.000Z 48 h']);
  });
});

describe('FlexNet expiry dates', () => {
  const days: readonly (readonly [written: string, last: string])[] = [
    ['30-nov-2026', '2026-11-30'],
    ['30-Nov-2026', '2026-11-30'],
    ['30-NOV-2026', '2026-11-30'],
    ['1-dec-2026', '2026-12-01'],
    ['01-dec-2026', '2026-12-01'],
    ['29-feb-2028', '2028-02-29'],
    ['31-dec-2099', '2099-12-31'],
    ['31-dec-9999', 'never'],
    ['permanent', 'never'],
    ['PERMANENT', 'never'],
    ['Permanent', 'never'],
    ['1-jan-0', 'never'],
    ['1-jan-00', 'never'],
    ['1-jan-000', 'never'],
    ['01-jan-0000', 'never'],
    ['30-nov-0', 'never'],
    ['1-jan-1900', 'never'],
  ];
  for (const [written, last] of days) {
    it(`${written}: ${last}`, () => {
      assert.deepEqual(termsOf(claimed(increment(written))!), [
        `widget of acmed 2024.0, floating, always to ${last}, 5`,
      ]);
    });
  }

  const wrong: readonly (readonly [written: string, why: RegExp])[] = [
    ['31-feb-2027', /no day of the calendar/],
    ['29-feb-2027', /no day of the calendar/],
    ['31-apr-2027', /no day of the calendar/],
    ['0-jan-2027', /no day of the calendar/],
    ['32-jan-2027', /no day of the calendar/],
    ['01-janv-2021', /names its month/],
    ['1-märz-2027', /names its month/],
    ['30-xyz-2027', /names its month/],
    ['30-november-2026', /names its month/],
    ['30-nov-26', /can't be read as a date such as 30-nov-2026/],
    ['30-nov-202', /can't be read/],
    ['30-nov-20266', /can't be read/],
    ['30-nov-202x', /can't be read/],
    ['30-nov-', /can't be read/],
    ['-nov-2026', /can't be read/],
    ['130-nov-2026', /can't be read/],
    ['2026-11-30', /can't be read/],
    ['30-11-2026', /can't be read/],
    ['11/30/2026', /can't be read/],
    ['nov-30-2026', /can't be read/],
    ['30-nov-2026x', /can't be read/],
    ['30nov2026', /can't be read/],
    ['soon', /can't be read/],
    ['expired', /can't be read/],
    ['uncounted', /can't be read/],
    ['permanently', /can't be read/],
    ['-', /can't be read/],
    // Letters whose bits together are those of "jan".
    ['01-B\u6a61n-2021', /names its month/],
  ];
  for (const [written, why] of wrong) {
    it(`${written}: told, and no license`, () => {
      const report = reportOf(`${increment(written)}${increment('1-jan-0').replace('widget', 'other')}`);
      assert.deepEqual(
        report.files[0]!.terms.map(({ product }) => product),
        ['other'],
      );
      assert.deepEqual(told(report), [`invalid-date "${written}"`]);
      assert.match(report.findings[0]!.message, why);
      assert.deepEqual(fixesFor(report.findings[0]!, report), []);
    });
  }

  it('a license whose date can’t be read might fill the gap of its feature, of no other', () => {
    const text = [
      'INCREMENT widget acmed 1.0 30-nov-2026 5 SIGN=0',
      'INCREMENT widget acmed 1.0 30-nov-27 5 START=01-dec-2026 SIGN=0',
      'INCREMENT widget acmed 1.0 permanent 5 START=01-dec-2027 SIGN=0',
      'INCREMENT gadget acmed 1.0 30-nov-2026 5 SIGN=0',
      'INCREMENT gadget acmed 1.0 permanent 5 START=01-dec-2027 SIGN=0',
    ].join('\n');
    const [first, second] = messagesOf(reportOf(text), 'gap');
    assert.match(first!, /widget is not covered .* One entry that could not be read might fill it\.$/);
    assert.doesNotMatch(second!, /might fill/);
  });

  it('are days of the license server’s zone', () => {
    const [term] = reportOf(increment('30-nov-2026', 'START=01-nov-2026'), { timezone: 'America/Chicago' }).files[0]!
      .terms;
    assert.equal(iso(term!.from), '2026-11-01T05:00:00.000Z');
    assert.equal(iso(term!.until), '2026-12-01T06:00:00.000Z');
  });
});

describe('FlexNet START= and ISSUED=', () => {
  const cases: readonly (readonly [attributes: string, first: string])[] = [
    ['START=01-dec-2025', '2025-12-01'],
    ['START=1-Dec-2025', '2025-12-01'],
    ['START="01-dec-2025"', '2025-12-01'],
    ['start=01-dec-2025', '2025-12-01'],
    ['ISSUED=01-dec-2025', 'always'],
    ['ISSUED=31-feb-2025', 'always'],
    ['ISSUED=01-jan-2025 START=01-dec-2025', '2025-12-01'],
    ['START=01-dec-2025 START=01-dec-2024', '2025-12-01'],
    ['VENDOR_STRING="START=01-dec-2025"', 'always'],
    ['NOTICE=START=01-dec-2025', 'always'],
    ['RESTART=01-dec-2025', 'always'],
    ['# START=01-dec-2025', 'always'],
    ['HOSTID=0 START=30-nov-2026', '2026-11-30'],
  ];
  for (const [attributes, first] of cases) {
    it(`${attributes}: ${first}`, () => {
      const [term] = termsOf(claimed(increment('30-nov-2026', attributes))!);
      assert.ok(term?.includes(`, ${first} to 2026-11-30, 5`), term);
    });
  }

  const wrong: readonly (readonly [attributes: string, finding: string])[] = [
    ['START=31-feb-2025', 'invalid-date "31-feb-2025"'],
    ['START="31-feb-2025"', 'invalid-date "31-feb-2025"'],
    ['START=2025-12-01', 'invalid-date "2025-12-01"'],
    ['START=permanent', 'invalid-date "permanent"'],
    ['START=01-jan-0000', 'invalid-date "01-jan-0000"'],
    ['START=', 'invalid-date ""'],
    ['START', 'invalid-date "START"'],
    ['START=01-dec-2026', 'reversed-term "30-nov-2026"'],
  ];
  for (const [attributes, finding] of wrong) {
    it(`${attributes}: told, and no license`, () => {
      const report = reportOf(`${increment('30-nov-2026', attributes)}FEATURE x acmed 1 permanent 1\n`);
      assert.equal(report.files[0]!.terms.length, 1);
      assert.deepEqual(told(report), [finding]);
    });
  }

  it('are no names of features', () => {
    for (const name of ['START', 'HOSTID', 'SUPERSEDE', 'ISSUED', 'COMPONENTS']) {
      const text = `FEATURE ${name} ${name} 1.0 30-nov-2026 5 START=01-dec-2025 SIGN=0\n`;
      assert.deepEqual(termsOf(claimed(text)!), [`${name} of ${name} 1.0, floating, 2025-12-01 to 2026-11-30, 5`]);
    }
  });
});

describe('FlexNet counts and versions', () => {
  const counts: readonly (readonly [written: string, seats: number | string])[] = [
    ['5', 5],
    ['005', 5],
    ['9999999999', 9_999_999_999],
    ['uncounted', 'unlimited'],
    ['UNCOUNTED', 'unlimited'],
    ['Uncounted', 'unlimited'],
    ['0', 'unlimited'],
    ['00', 'unlimited'],
  ];
  for (const [written, seats] of counts) {
    it(`${written}: ${seats}`, () => {
      const report = reportOf(`INCREMENT widget acmed 1.0 permanent ${written} SIGN=0\n`);
      assert.deepEqual(termsOf(report.files[0]!), [`widget of acmed 1.0, floating, always to never, ${seats}`]);
      assert.deepEqual(told(report), []);
    });
  }

  for (const written of ['many', '-5', '5.5', '1,000', '99999999999', '0x10', 'permanent']) {
    it(`${written} is no count, so the seats are unknown`, () => {
      const report = reportOf(`INCREMENT widget acmed 1.0 permanent ${written} SIGN=0\n`);
      assert.deepEqual(termsOf(report.files[0]!), ['widget of acmed 1.0, floating, always to never, ?']);
      assert.deepEqual(told(report), [`unknown-field "${written}"`]);
    });
  }

  it('a key that stands where a field is lacking is not shown', () => {
    for (const key of ['0123456789ABCDEF0123', '8C59A481BA90', '60P0450NNB1CD5XB47', 'acmed-x-00737-55296-1825'])
      for (const fields of ['1.0 permanent KEY SIGN=0', '1.0 KEY 5 SIGN=0', '1.0 5 KEY USER_BASED SIGN=0']) {
        const report = reportOf(`FEATURE x acmed 1 permanent 1\nFEATURE widget acmed ${fields.replace('KEY', key)}\n`);
        assert.equal(report.findings.length, 1);
        assert.doesNotMatch(report.findings[0]!.message, new RegExp(key));
      }
  });

  for (const version of ['1.0', '2026.0530', '2005.05', '1', '10.25.3', 'v7', '1.000']) {
    it(`version ${version} stands as it is and ends nothing`, () => {
      const text = `INCREMENT widget acmed ${version} 31-dec-2026 5 SIGN=0\n`;
      assert.deepEqual(termsOf(claimed(text)!), [`widget of acmed ${version}, floating, always to 2026-12-31, 5`]);
    });
  }
});

describe('FlexNet lines', () => {
  const plain = 'INCREMENT widget acmed 2024.0 30-nov-2026 5 START=01-dec-2025 SIGN="0000 1111 2222"\n';
  const term = 'widget of acmed 2024.0, floating, 2025-12-01 to 2026-11-30, 5';
  const silent: Readonly<Record<string, string>> = {
    'one line': plain,
    'no line break at the end': plain.trimEnd(),
    'a backslash behind each word': plain.replace(/(?<!"\S*) (?!")/g, ' \\\n'),
    'tabs between words': plain.replaceAll(' ', '\t'),
    'tabs and blanks before the keyword': ` \t ${plain}`,
    'white space at the end': plain.replace('\n', ' \t \n'),
    'a continuation that tabs indent': plain.replace(' START', ' \\\n\t\tSTART'),
    'no blank before the backslash': plain.replace(' START', '\\\nSTART'),
    'white space behind the backslash': plain.replace(' START', ' \\ \t\nSTART'),
    'a comment behind the backslash': plain.replace(' START', ' \\  # until\nSTART'),
    'a comment behind all': plain.replace('\n', ' # START=01-jan-2000\n'),
    'a quote over lines': plain.replace('1111 ', '1111 \\\n\t'),
    'a quote whose line ends within a group': plain.replace('1111 ', '11 \\\n\t11 '),
    'two backslashes in a row, one on a blank line': plain.replace(' START', ' \\\n \\\nSTART'),
    'a dangling backslash at the end': plain.replace('\n', ' \\'),
    'lower-case keywords': plain.replace('INCREMENT', 'increment').replace('START', 'start'),
    'mixed case': plain.replace('INCREMENT', 'Increment').replace('SIGN', 'Sign'),
    'a license key as the sixth field': plain.replace(' 5 ', ' 5 0123456789ABCDEF0123 '),
    'attributes of all kinds': plain.replace(
      ' SIGN',
      ' BORROW=720 DUP_GROUP=UH FLOAT_OK OVERDRAFT=3 TS_OK USER_BASED asset_info="a b" sort=50 SIGN',
    ),
    'a quoted value with keywords in it': plain.replace(' SIGN', ' NOTICE="see FEATURE list and SERVER" SIGN'),
    'a quoted value with curly quotes in it': plain.replace(' SIGN', ' NOTICE="the “new one” here" SIGN'),
    'a comment around': `# a\n#FEATURE x acmed 1 permanent 1\n${plain}# b`,
    'blank lines around': `\n\n \t\n${plain}\n\n`,
    'a line in decimal form': `acmed-gadget-00737-55296-1825\n${plain}acmed-gadget-00737-55296-1825\n`,
    'a server and its daemon': `SERVER lic01 001122334455 27000\nVENDOR acmed\nUSE_SERVER\n${plain}`,
    'three servers that back each other up': `SERVER a 001122334455 1\nSERVER b 001122334456 1\nSERVER c 001122334457 1\nDAEMON acmed\n${plain}`,
    'a mail around': [
      'From: licenses@acmed.example',
      'Subject: License file for Widget',
      '',
      'Dear customer,',
      'Feature widget is new in this version. Increment by increment it gets better.',
      'Increment the counter, upgrade to the newest version',
      'Upgrade now to the newest version of widget for free.',
      'Package widget includes gadget and more.',
      'Server name and host id are those of your old file.',
      'Server lines of the old file',
      'Vendor support answers within a day',
      'Vendor support is free',
      'Feature       Version   #licenses  Vendor',
      'BEGIN---cut here---',
      'SERVER lic01 001122334455 27000',
      'VENDOR acmed',
      plain.trimEnd(),
      'END---cut here---',
      'Features of other versions are sold apart.',
      'Feature by feature',
    ].join('\n'),
  };
  for (const [title, text] of Object.entries(silent)) {
    for (const [how, written] of [
      ['', text],
      [', CRLF', text.replaceAll('\n', '\r\n')],
      [', carriage returns alone', text.replaceAll('\n', '\r')],
    ] as const) {
      it(`${title}${how}`, () => {
        assert.deepEqual(termsOf(claimed(written)!), [term]);
        assert.deepEqual(told(reportOf(written)), []);
      });
    }
  }

  const mended: Readonly<Record<string, readonly [text: string, finding: string]>> = {
    'no backslash before an attribute': [plain.replace(' START', '\nSTART'), 'syntax "5"'],
    'no backslash before a signature': [plain.replace(' SIGN', '\n\tSIGN'), 'syntax "5"'],
    'no backslash between fields': [plain.replace(' 5 ', '\n5 '), 'syntax "6"'],
    'no backslash in a quote': [plain.replace('1111 ', '1111\n'), 'syntax "1"'],
    'no backslash, and a comment behind': [plain.replace(' START', ' # five\nSTART'), 'syntax "5"'],
    'no backslash on a blank line': [plain.replace(' START', ' \\\n\nSTART'), 'syntax ""'],
    'no backslash on a line of a comment': [plain.replace(' START', ' \\\n # five\nSTART'), 'syntax ""'],
    'no backslash at several places': [plain.replaceAll(/ (?=5|START|2222)/g, '\n'), 'syntax "6"'],
    'curly quotes': [plain.replace('"', '“').replace('"', '”'), 'syntax "“"'],
    'curly quotes, both of one kind': [plain.replaceAll('"', '”'), 'syntax "”"'],
    'curly quotes over lines': [plain.replace('"', '“').replace('"', '”').replace('1111 ', '1111 \\\n'), 'syntax "“"'],
  };
  for (const [title, [text, finding]] of Object.entries(mended)) {
    for (const [how, written] of [
      ['', text],
      [', CRLF', text.replaceAll('\n', '\r\n')],
    ] as const) {
      it(`${title}${how}: told, read, and mended by one fix`, () => {
        const report = reportOf(written);
        assert.deepEqual(termsOf(report.files[0]!), [term]);
        assert.deepEqual(told(report), [finding]);
        const [fix] = fixesFor(report.findings[0]!, report);
        const after = applyEdits(written, fix!.make()!.edits);
        assert.deepEqual(termsOf(claimed(after)!), [term]);
        assert.deepEqual(told(reportOf(after)), []);
      });
    }
  }

  it('a packages’ line without a backslash and with curly quotes is mended as well', () => {
    const text = `PACKAGE suite acmed 1.0\nCOMPONENTS=“widget gadget” SIGN=0\nINCREMENT suite acmed 1.0 permanent 5 SIGN=0\n`;
    const report = reportOf(text);
    assert.deepEqual(told(report).sort(), ['syntax "0"', 'syntax "“"']);
    const after = report.findings.reduceRight(
      (result, finding) => applyEdits(result, fixesFor(finding, report)[0]!.make()!.edits),
      text,
    );
    assert.deepEqual(told(reportOf(after)), []);
  });

  it('a quote that is never closed ends before the next record', () => {
    const text = `${plain.replace('2222"', '2222')}${plain.replace('widget', 'gadget')}`;
    const report = reportOf(text);
    assert.deepEqual(termsOf(report.files[0]!), [term, term.replace('widget', 'gadget')]);
    assert.deepEqual(told(report), ['syntax """']);
    assert.match(report.findings[0]!.message, /never closed/);
  });

  it('a record that ends too early is told at its keyword', () => {
    const text = `FEATURE widget acmed 1.0\n# comment\nFEATURE\nINCREMENT gadget acmed 1.0 permanent SIGN=0\n${plain}`;
    const report = reportOf(text);
    assert.deepEqual(termsOf(report.files[0]!), [term]);
    assert.deepEqual(told(report), ['syntax "FEATURE"', 'syntax "FEATURE"', 'syntax "INCREMENT"']);
    assert.match(report.findings[2]!.message, /INCREMENT line has only 4 of its fields/);
  });

  it('every beginning of a record gives the license or none, never another one', () => {
    const known = new Set([term, term.replace('2025-12-01', 'always')]);
    for (let end = 0; end <= plain.length; end++) {
      const report = reportOf(`FEATURE x acmed 1 permanent 1\n${plain.slice(0, end)}`);
      for (const read of termsOf(report.files[0]!).slice(1)) assert.ok(known.has(read), `${read} at ${end}`);
      const isSigned = plain.slice(0, end).includes('"') && !plain.slice(0, end).trimEnd().endsWith('2"');
      if (isSigned) assert.deepEqual(told(report), ['syntax """']);
    }
  });

  it('a date that is still being typed is no date', () => {
    for (const typed of ['3', '30', '30-', '30-n', '30-no', '30-nov', '30-nov-', '30-nov-2', '30-nov-20', '30-nov-202'])
      assert.deepEqual(told(reportOf(`FEATURE x acmed 1 permanent 1\n${increment(typed)}`)), [
        `invalid-date "${typed}"`,
      ]);
  });

  const letters: readonly (readonly [title: string, name: string])[] = [
    ['8-bit letters', 'Entwürfe_2'],
    ['letters of any script', 'ライセンス'],
    ['characters of keys', 'a.b-c+d/e:f'],
    ['half of a pair', 'a\ud800b'],
  ];
  for (const [title, name] of letters) {
    it(`${title} in a name`, () => {
      const text = plain.replace('widget', name);
      assert.deepEqual(termsOf(claimed(text)!), [term.replace('widget', name)]);
      assert.deepEqual(told(reportOf(text)), []);
    });
  }

  it('letters that could not be decoded are told where they stand, and read', () => {
    const text = plain.replace('widget', 'Entw\ufffdrfe');
    assert.deepEqual(termsOf(claimed(text)!), [term.replace('widget', 'Entw\ufffdrfe')]);
    assert.deepEqual(told(reportOf(text)), ['syntax "\ufffd"']);
  });

  it('a quoted name is one word, also over lines', () => {
    const [first] = claimed(plain.replace('widget', '"the \\\n  widget"'))!.terms;
    assert.equal(first!.product, 'the widget');
  });
});

describe('FlexNet SERVER and VENDOR lines of merged files', () => {
  const increments = 'INCREMENT widget acmed 1.0 permanent 5 SIGN=0\n';
  const server = 'SERVER lic01 001122334455 27000\n';

  it('a line that stands twice is told, and removed by one fix', () => {
    const text = `${server}VENDOR acmed\nUSE_SERVER\n${increments}# second file\n${server}VENDOR acmed\nUSE_SERVER\n${increments}`;
    const report = reportOf(text);
    assert.deepEqual(told(report), [`ignored-line "${server.trimEnd()}"`, 'ignored-line "VENDOR acmed"']);
    const after = report.findings.reduceRight(
      (result, finding) => applyEdits(result, fixesFor(finding, report)[0]!.make()!.edits),
      text,
    );
    assert.equal(after, `${server}VENDOR acmed\nUSE_SERVER\n${increments}# second file\nUSE_SERVER\n${increments}`);
    assert.deepEqual(told(reportOf(after)), []);
  });

  it('the same host under another name or port is told, but nobody knows which line to keep', () => {
    const report = reportOf(`${server}SERVER lic02 001122334455 27001\nVENDOR acmed\n${increments}`);
    assert.deepEqual(told(report), ['ignored-line "SERVER lic02 001122334455 27001"']);
    assert.match(report.findings[0]!.message, /named already/);
    assert.deepEqual(fixesFor(report.findings[0]!, report), []);
  });

  it('two servers are none or three; four are one too many', () => {
    const servers = ['a', 'b', 'c', 'd'].map((name, i) => `SERVER ${name} 00112233445${i} 27000\n`);
    const toldOf = (count: number) => told(reportOf(`${servers.slice(0, count).join('')}VENDOR acmed\n${increments}`));
    assert.deepEqual(toldOf(1), []);
    assert.deepEqual(toldOf(2), ['ignored-line "SERVER b 001122334451 27000"']);
    assert.deepEqual(toldOf(3), []);
    assert.deepEqual(toldOf(4), ['ignored-line "SERVER d 001122334453 27000"']);
  });

  it('DAEMON and VENDOR are one keyword', () => {
    assert.deepEqual(told(reportOf(`${server}DAEMON acmed\nVENDOR ACMED /opt\n${increments}`)), [
      'ignored-line "VENDOR ACMED /opt"',
    ]);
  });

  it('a file of servers alone is a license file without licenses', () => {
    assert.deepEqual(told(reportOf(`${server}VENDOR acmed\nUSE_SERVER\n`)), [`no-terms "${server.trimEnd()}"`]);
  });
});

describe('what is no FlexNet file', () => {
  const texts: Readonly<Record<string, string>> = {
    'an empty file': '',
    'comments alone': '# FEATURE x y 1 permanent 1\n',
    'a text that begins with its words': 'Feature list\nFeature one is about package handling\nServer side rendering\n',
    'an options file': 'GROUP dev anna ben\nRESERVE 2 widget GROUP dev\nINCLUDE widget USER anna\n',
    'a feature file of a test tool': 'Feature: Login\n  Scenario: a user\n    Given a server\n',
    'an open source license': 'Permission is hereby granted, free of charge, to any person\nVENDOR LICENSE AGREEMENT\n',
    'a Dockerfile’s words': 'SERVER nginx\nVENDOR acme\n',
  };
  for (const [title, text] of Object.entries(texts)) it(title, () => assert.equal(claimed(text), undefined));

  it('a FlexNet file whose mail speaks of a license is no RLM file', () => {
    const text = `License expires on Tuesday 30-nov-2026 at night\nSERVER lic01 001122334455\nVENDOR acmed\n${increment('30-nov-2026')}`;
    assert.equal(claimed(text)?.format, 'flexnet');
  });

  it('a feature of its daemon’s name makes no RLM file', () => {
    const text =
      'SERVER lic01 001122334455\nDAEMON acmed\nFEATURE acmed acmed 1.0 30-nov-2026 5\nFEATURE acmed acmed 1.0 permanent 5\n';
    assert.equal(claimed(text)?.format, 'flexnet');
  });
});
