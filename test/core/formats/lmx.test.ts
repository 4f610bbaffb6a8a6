// LM-X license files: what a person reads in them, and what is told of the rest.
import assert from 'node:assert/strict';
import { fixesFor } from '../../../src/core/fixes';
import { readLicenseFile } from '../../../src/core/formats';
import { defaultSettings } from '../../../src/core/settings';
import { gaps, told } from '../read';
import { claimed, messagesOf, needSamples, reportOf, sampleText, termsOf } from './lines';
import { assertSecret, fieldsOf, foreignTexts, headOf, survives } from './vendor-promises';

const docsExample = 'lmx/xformation_docs_examples_v5.lic';
const monthEnd = 'synthetic/lmx_month-end.lic';

describe('LM-X samples', () => {
  before(needSamples);

  const cases: Readonly<Record<string, { readonly terms: readonly string[]; readonly told: readonly string[] }>> = {
    [docsExample]: {
      terms: [
        'f2 of MYCOMPANY 1.0, floating, always to never, 6',
        'f3 of MYCOMPANY undefined, floating, always to never, 6',
        // The same day and month are no riddle.
        'f4 of MYCOMPANY 1.0, floating, always to 2022-01-01, ?',
      ],
      told: ['ambiguous-date "01-06-2021"', 'ignored-line "FEATURE"', 'expiry "01-01-2022"'],
    },
    [monthEnd]: {
      terms: [
        'widget of ACME 1.5, floating, 2023-05-01 to 2024-04-30, 25',
        'widget of ACME 1.5, floating, 2024-05-01 to 2025-04-30, 25',
      ],
      told: ['expiry "2025-04-30"'],
    },
  };
  for (const [name, expected] of Object.entries(cases)) {
    it(`${name}, with each kind of line ends`, () => {
      for (const lineBreak of ['\n', '\r\n', '\r']) {
        const file = claimed(sampleText(name).replaceAll('\n', lineBreak));
        assert.equal(file?.format, 'lmx');
        assert.deepEqual(termsOf(file), expected.terms);
        assert.deepEqual(told(reportOf(file.text)), expected.told);
      }
    });

    it(`${name}: no beginning and no changed character throws`, () => survives(sampleText(name))).timeout(60_000);
  }

  it('no beginning is a license without an end: a block that is cut off is none', () => {
    survives(sampleText(monthEnd), ({ terms }) => {
      for (const { until } of terms) assert.ok(Number.isFinite(until));
    });
  }).timeout(60_000);

  it('a month’s end is no gap, and that the expiry day is covered is said to be assumed', () => {
    assert.deepEqual(gaps(reportOf(sampleText(monthEnd))), []);
    const report = reportOf(sampleText(monthEnd).replace('2024-05-01', '2024-05-03'));
    assert.deepEqual(gaps(report), ['open 2024-05-01T00:00:00.000Z 48 h']);
    assert.match(
      messagesOf(report, 'gap')[0]!,
      /The expiry day is covered \(assumed\): no page of LM-X states the rule/,
    );
  });

  it('under an uncovered expiry day the same files have one', () => {
    const settings = { profiles: { lmx: { expiryDay: 'uncovered', timezone: 'Europe/Berlin' } } } as const;
    assert.deepEqual(gaps(reportOf(sampleText(monthEnd), settings)), ['open 2024-04-29T22:00:00.000Z 24 h']);
  });

  it('the fields stand where they say, and no key is one', () => {
    const file = claimed(sampleText(docsExample))!;
    assert.deepEqual(file.terms.map(fieldsOf), [
      'product "f2", vendor "MYCOMPANY", server "1.0", seats "6"',
      'product "f3", vendor "MYCOMPANY", seats "6"',
      'product "f4", vendor "MYCOMPANY", server "1.0", expires "01-01-2022"',
    ]);
    assert.deepEqual(file.terms.map(headOf), ['FEATURE', 'FEATURE', 'FEATURE']);
    assertSecret(file, ['mYsfn30C6', 'qEQG1SwXCz8']);
  });
});

/** A block with some directives more, and less. */
function block(directives: string, name = 'widget'): string {
  return `FEATURE ${name}\n{\nVENDOR = ACME\n${directives}\nKEY = 0000\n}\n`;
}

describe('LM-X blocks', () => {
  const plain = block('VERSION = 1.5\nSTART = 2025-12-01\nEND = 2026-11-30\nCOUNT = 5');
  const term = 'widget of ACME 1.5, floating, 2025-12-01 to 2026-11-30, 5';
  const silent: Readonly<Record<string, string>> = {
    'one directive a line': plain,
    'no line break at the end': plain.trimEnd(),
    'no blanks': plain.replaceAll(' = ', '='),
    'blanks and tabs': plain.replaceAll(' = ', '\t =\t\t').replaceAll('\n', ' \t\n \t'),
    'all on one line': plain.replaceAll(' = ', '=').replaceAll('\n', ' '),
    'a brace right behind a value': plain.replace(/KEY.*\n/, '').replace('COUNT = 5\n', 'KEY=0 COUNT=5'),
    'the brace on the first line': plain.replace('\n{', ' {'),
    'the brace right behind the name': plain.replace('\n{', '{'),
    'quoted values': plain.replace(/ = (\S+)/g, ' = "$1"'),
    'comments above, inside and behind': `# LM-X\n# FEATURE x { END = 2020-01-01 }\n${plain.replace('\nEND', '\n# END = 2020-01-01\nEND').replace('-30', '-30 # END = 2021-01-01')}#`,
    'empty lines': plain.replaceAll('\n', '\n\n'),
    'words of others in quotes': plain.replace(
      'COUNT',
      'COMMENT = "END = 2020-01-01 } FEATURE x {"\nLICENSEE="a b"\nCOUNT',
    ),
    'a version in two': plain.replace('VERSION = 1.5', 'MAJOR_VERSION = 1\nMINOR_VERSION = 5'),
    'other dates': plain.replace(
      'COUNT',
      'MAINTENANCE_START = 2020-01-01\nMAINTENANCE_END = 2021-01-01\nISSUED = 2020-01-01\nCOUNT',
    ),
    'what the syntax knows besides': plain.replace(
      'COUNT',
      'SN = "1"\nPLATFORMS = "Win64_x64"\nTIME_ZONES = -12 to 13\nSOFTLIMIT = 9\nHAL_SERVERS = 3\nBORROW = 168\nGRACE = 5\nHOLD = 5\nSHARE = HOST\nHOSTID_MATCH_RATE = 50\nCOUNT',
    ),
    'a key of any signs': plain.replace('0000', 'a{b}c=d#e"f'),
    'a key of any signs above the dates': plain.replace(/KEY.*\n/, '').replace('VENDOR', 'KEY = a}b\nVENDOR'),
    'a key on two lines': plain.replace('0000', 'mYsfn30C6ShBY\nszCq2WVicp=TZX'),
    'braces of others': plain.replace('\nEND', '\nSERVER_HOSTID {\nEND = 2020-01-01\nETHERNET = 1\n}\nEND'),
    'the month first, where that is clear': plain.replace('2026-11-30', '11-30-2026'),
    'the date first, where that is clear': plain.replace('2026-11-30', '30-11-2026'),
    'a second END says nothing': plain.replace('COUNT', 'END = 2020-01-01\nCOUNT'),
  };
  for (const [title, text] of Object.entries(silent)) {
    for (const [how, written] of [
      ['', text],
      [', CRLF', text.replaceAll('\n', '\r\n')],
    ] as const) {
      it(`${title}${how}`, () => {
        const file = claimed(written);
        assert.equal(file?.format, 'lmx');
        assert.deepEqual(termsOf(file), [term]);
        assert.deepEqual(told(reportOf(written)), []);
      });
    }
  }

  const values: readonly (readonly [directives: string, read: string])[] = [
    ['', 'widget of ACME undefined, floating, always to never, ?'],
    ['COUNT = UNLIMITED', 'widget of ACME undefined, floating, always to never, unlimited'],
    ['COUNT = 2147483647', 'widget of ACME undefined, floating, always to never, 2147483647'],
    ['END = 9999-12-31', 'widget of ACME undefined, floating, always to 9999-12-31, ?'],
    ['START = 01-01-2026', 'widget of ACME undefined, floating, 2026-01-01 to never, ?'],
    ['END = 31-12-2026', 'widget of ACME undefined, floating, always to 2026-12-31, ?'],
    ['END = 12-31-2026', 'widget of ACME undefined, floating, always to 2026-12-31, ?'],
    ['MAJOR_VERSION = 2', 'widget of ACME 2.0, floating, always to never, ?'],
    ['MINOR_VERSION = 3', 'widget of ACME 1.3, floating, always to never, ?'],
    ['HOSTID = 001122334455', 'widget of ACME undefined, bound, always to never, ?'],
    ['HOSTID_MATCH_RATE = 50', 'widget of ACME undefined, floating, always to never, ?'],
    [
      'KEYTYPE = TOKEN\nTOKEN_DEPENDENCY = "FEATURE=f2 COUNT=3"',
      'widget of ACME undefined, floating, always to never, ?',
    ],
    ['KEYTYPE = ADDITIVE\nCOUNT = 2', 'widget of ACME undefined, floating, always to never, 2'],
  ];
  for (const [directives, read] of values) {
    it(directives.replace('\n', ', ') || 'no directive', () => {
      const text = block(directives);
      assert.deepEqual(termsOf(claimed(text)!), [read]);
      assert.deepEqual(messagesOf(reportOf(text), 'unknown-field'), []);
    });
  }

  const wrong: readonly (readonly [text: string, finding: string])[] = [
    [block('END = 2026-02-30'), 'invalid-date "2026-02-30"'],
    [block('END = 2026-13-01'), 'invalid-date "2026-13-01"'],
    [block('END = 31-31-2026'), 'invalid-date "31-31-2026"'],
    [block('END = 31-02-2026'), 'invalid-date "31-02-2026"'],
    [block('END = 00-05-2026'), 'invalid-date "00-05-2026"'],
    [block('END = 0000-00-00'), 'invalid-date "0000-00-00"'],
    [block('END = 30-nov-2026'), 'invalid-date "30-nov-2026"'],
    [block('END = 01-06-26'), 'invalid-date "01-06-26"'],
    [block('END = never'), 'invalid-date "never"'],
    [block('END ='), 'invalid-date "END"'],
    [block('END = ""'), 'invalid-date "END"'],
    [block('START = 2026-02-30\nEND = 2026-11-30'), 'invalid-date "2026-02-30"'],
    [block('END = 01-06-2026'), 'ambiguous-date "01-06-2026"'],
    [block('START = 12-11-2026'), 'ambiguous-date "12-11-2026"'],
    [block('START = 2026-12-01\nEND = 2026-11-30'), 'reversed-term "2026-11-30"'],
    [block('', ''), 'syntax "FEATURE"'],
    ['FEATURE widget\n{\nVENDOR = ACME\nKEY = 0\n', 'syntax "FEATURE"'],
    ['FEATURE widget\n', 'syntax "FEATURE"'],
    ['FEATURE\n', 'syntax "FEATURE"'],
    ['FEATURE widget\nVENDOR = ACME\nKEY = 0\n}\n', 'syntax "FEATURE"'],
  ];
  for (const [text, finding] of wrong) {
    it(`${JSON.stringify(text)}: told, and costs only itself`, () => {
      for (const whole of [`${block('', 'x')}${text}`, `${text}${block('', 'x')}`]) {
        const report = reportOf(whole);
        assert.deepEqual(
          report.files[0]!.terms.map(({ product }) => product),
          ['x'],
        );
        assert.deepEqual(told(report), [finding]);
        assert.equal(report.files[0]!.broken.length, 1);
      }
    });
  }

  it('a signed date has no fix, and its two days are named', () => {
    const report = reportOf(block('END = 01-06-2026'));
    assert.deepEqual(fixesFor(report.findings[0]!, report), []);
    assert.match(messagesOf(report, 'ambiguous-date')[0]!, /"01-06-2026" can be 2026-06-01 or 2026-01-06/);
  });

  const half: readonly (readonly [directives: string, finding: string])[] = [
    ['COUNT = many', 'unknown-field "many"'],
    ['COUNT = 0', 'unknown-field "0"'],
    ['COUNT =', 'unknown-field "COUNT"'],
    ['LICENSEE = "Our user', 'syntax """'],
  ];
  for (const [directives, finding] of half) {
    it(`${directives}: told, and a license of unknown seats`, () => {
      const report = reportOf(block(directives));
      assert.deepEqual(termsOf(report.files[0]!), ['widget of ACME undefined, floating, always to never, ?']);
      assert.deepEqual(told(report), [finding]);
    });
  }

  it('names and vendors count as one without regard to case', () => {
    const text = block('END = 2026-01-31') + block('START = 2026-02-01', 'WIDGET').replace('ACME', 'Acme');
    assert.equal(reportOf(text).products.length, 1);
  });
});

describe('LM-X kinds of licenses', () => {
  const exclusive = block('KEYTYPE = EXCLUSIVE\nVERSION = 1.5\nSTART = 2026-01-01\nEND = 2026-12-31\nCOUNT = 5');

  it('of two exclusive licenses only the first counts', () => {
    for (const second of ['KEYTYPE = EXCLUSIVE\n', '']) {
      const report = reportOf(`${exclusive}${block(`${second}START = 2027-01-01\nCOUNT = 9`)}`);
      assert.deepEqual(termsOf(report.files[0]!), ['widget of ACME 1.5, floating, 2026-01-01 to 2026-12-31, 5']);
      assert.deepEqual(told(report), ['ignored-line "FEATURE"']);
      assert.equal(report.findings[0]!.related![0]!.span.start, 0);
    }
  });

  it('one that can not be read is no first', () => {
    const { terms } = claimed(exclusive.replace('12-31', '12-32') + exclusive)!;
    assert.equal(terms.length, 1);
  });

  const beside: Readonly<Record<string, string>> = {
    'additive ones': 'KEYTYPE = ADDITIVE\nCOUNT = 2',
    'token ones': 'KEYTYPE = TOKEN\nTOKEN_DEPENDENCY = "FEATURE=f2"\nCOUNT = 2',
    'token ones without that word': 'TOKEN_DEPENDENCY = "FEATURE=f2"\nCOUNT = 2',
    'local ones, which have no count': 'LICENSEE = "us"',
  };
  for (const [title, directives] of Object.entries(beside)) {
    it(`${title} count beside an exclusive one, and each other`, () => {
      const report = reportOf(exclusive + block(directives).repeat(2));
      assert.equal(report.files[0]!.terms.length, 3);
      assert.deepEqual(messagesOf(report, 'ignored-line'), []);
    });
  }

  it('those of another feature and of another vendor are others', () => {
    const text = exclusive + exclusive.replace('widget', 'gadget') + exclusive.replace('ACME', 'OTHER');
    assert.equal(claimed(text)!.terms.length, 3);
  });

  const upgrades: readonly (readonly [dates: string, term: string | undefined, told: readonly string[]])[] = [
    ['START = 2026-01-01\nEND = 2026-12-31', '2026-01-01 to 2026-12-31', []],
    ['START = 2026-03-01\nEND = 2026-05-31', '2026-03-01 to 2026-05-31', []],
    ['END = 2026-12-31', '2026-01-01 to 2026-12-31', []],
    ['', '2026-01-01 to 2026-12-31', ['ignored-line "FEATURE"']],
    ['START = 2025-01-01\nEND = 2026-03-31', '2026-01-01 to 2026-03-31', ['ignored-line "FEATURE"']],
    ['START = 2026-03-01\nEND = 2027-03-31', '2026-03-01 to 2026-12-31', ['ignored-line "FEATURE"']],
    ['START = 2027-01-01\nEND = 2027-03-31', undefined, ['ignored-line "FEATURE"']],
  ];
  for (const [dates, term, expected] of upgrades) {
    it(`an upgrade ${dates.replace('\n', ', ') || 'without dates'} adds to an exclusive license as long as that lasts`, () => {
      const text = block(`KEYTYPE = UPGRADE\nCOUNT = 2\n${dates}`);
      for (const whole of [text + exclusive, exclusive + text]) {
        const report = reportOf(whole);
        const added = termsOf(report.files[0]!).filter(each => each.endsWith(', 2'));
        assert.deepEqual(added, term === undefined ? [] : [`widget of ACME 1.5, floating, ${term}, 2`]);
        assert.deepEqual(
          told(report).filter(each => !each.startsWith('seat-drop')),
          expected,
        );
        // That nothing is left of one is more than that something is missing.
        for (const { rule, severity } of report.findings)
          if (rule === 'ignored-line') assert.equal(severity, term === undefined ? 'warning' : 'information');
        assert.equal(report.products.length, 1);
      }
    });
  }

  it('an upgrade fills no gap of what it adds to', () => {
    const text = `${exclusive}${block('KEYTYPE = ADDITIVE\nVERSION = 1.5\nSTART = 2027-02-01\nCOUNT = 1')}${block('KEYTYPE = UPGRADE\nCOUNT = 2')}`;
    assert.deepEqual(gaps(reportOf(text)), ['open 2027-01-01T00:00:00.000Z 744 h']);
  });

  it('an upgrade beside licenses of other kinds counts as they do', () => {
    const text = block('KEYTYPE = ADDITIVE\nCOUNT = 3') + block('KEYTYPE = UPGRADE\nCOUNT = 2');
    assert.equal(claimed(text)!.terms.length, 2);
    assert.deepEqual(told(reportOf(text)), []);
  });

  it('an upgrade without anything to add to counts, and that is told', () => {
    const report = reportOf(block('KEYTYPE = UPGRADE\nCOUNT = 2'));
    assert.deepEqual(termsOf(report.files[0]!), ['widget of ACME undefined, floating, always to never, 2']);
    assert.deepEqual(
      report.findings.map(({ rule, severity }) => [rule, severity]),
      [['ignored-line', 'information']],
    );
  });
});

describe('what is no LM-X file', () => {
  for (const [title, text] of Object.entries(foreignTexts))
    it(title, () => assert.notEqual(claimed(text)?.format, 'lmx'));

  it('a long file is read in a time that grows with its length alone', () => {
    for (const text of [
      block('VERSION = 1.5\nEND = 2026-11-30\nCOUNT = 5').repeat(25_000),
      `${block('')}${'FEATURE x\n'.repeat(100_000)}`,
      `${block('')}FEATURE x {${' END ='.repeat(1_000_000)}`,
      `${block('')}${'{'.repeat(5_000_000)}`,
      `${block('')}FEATURE x${' '.repeat(5_000_000)}`,
      `FEATURE x${' '.repeat(5_000_000)}`,
      `${block('')}FEATURE x {\n${'"'.repeat(5_000_000)}`,
      'FEATURE x\n'.repeat(10_000),
    ]) {
      const begun = performance.now();
      claimed(text);
      assert.ok(performance.now() - begun < 5_000, text.slice(0, 40));
    }
  }).timeout(60_000);
});

describe('LM-X blocks on one line', () => {
  it('are read one after another', () => {
    const block = (start: string, end: string): string =>
      `FEATURE tool { VENDOR=ACME COUNT=5 KEYTYPE=ADDITIVE START=${start} END=${end} KEY=0 }`;
    const file = readLicenseFile(
      { path: 'a.lic', text: `${block('2025-12-01', '2026-11-30')} ${block('2026-12-05', '2027-11-30')}\n` },
      defaultSettings,
    );
    assert.equal(file?.terms.length, 2);
  });
});
