// SAP license keys and maintenance certificates: what a person reads in them, and what is told of the rest.
import assert from 'node:assert/strict';
import { fixesFor } from '../../../src/core/fixes';
import { gaps, told } from '../read';
import { claimed, messagesOf, needSamples, reportOf, sampleText, termsOf } from './lines';
import { assertSecret, fieldsOf, foreignTexts, headOf, survives } from './vendor-promises';

const monthEnd = 'synthetic/sap_month-end.txt';

describe('SAP samples', () => {
  before(needSamples);

  const cases: Readonly<Record<string, { readonly terms: readonly string[]; readonly told: readonly string[] }>> = {
    'sap/hana_limit-64.txt': {
      terms: ['SAP-HANA of undefined undefined, bound, 2026-04-14 to never, 64'],
      told: [],
    },
    'sap/sap_launchpad_netweaver_and_maintenance.txt': {
      terms: [
        'NetWeaver_MYS of undefined undefined, bound, 2023-10-26 to never, unlimited',
        'Maintenance_MYS of undefined undefined, bound, 2023-10-26 to 2024-01-27, unlimited',
      ],
      told: ['expiry "20240127"'],
    },
    [monthEnd]: {
      terms: [
        'Maintenance_HDB of undefined undefined, bound, 2024-01-01 to 2024-03-31, unlimited',
        'Maintenance_HDB of undefined undefined, bound, 2024-04-01 to 2024-06-30, unlimited',
      ],
      told: ['expiry "20240630"'],
    },
  };
  for (const [name, expected] of Object.entries(cases)) {
    it(`${name}, with each kind of line ends`, () => {
      for (const lineBreak of ['\n', '\r\n', '\r']) {
        const file = claimed(sampleText(name).replaceAll('\n', lineBreak));
        assert.equal(file?.format, 'sap');
        assert.deepEqual(termsOf(file), expected.terms);
        assert.deepEqual(told(reportOf(file.text)), expected.told);
      }
    });

    it(`${name}: no beginning and no changed character throws`, () => survives(sampleText(name))).timeout(60_000);
  }

  it('no beginning is a license without an end', () => {
    survives(sampleText(monthEnd), ({ terms }) => {
      for (const { until } of terms) assert.ok(Number.isFinite(until));
    });
  }).timeout(60_000);

  it('a quarter’s end is no gap, and that the expiry day is covered is said to be assumed', () => {
    assert.deepEqual(gaps(reportOf(sampleText(monthEnd))), []);
    const report = reportOf(sampleText(monthEnd).replace('20240401', '20240403'));
    assert.deepEqual(gaps(report), ['open 2024-04-01T00:00:00.000Z 48 h']);
    assert.match(
      messagesOf(report, 'gap')[0]!,
      /The expiry day is covered \(assumed\): no page of SAP states the rule/,
    );
  });

  it('the fields stand where they say, and neither key nor system is one', () => {
    const file = claimed(sampleText('sap/sap_launchpad_netweaver_and_maintenance.txt'))!;
    assert.deepEqual(file.terms.map(fieldsOf), [
      'product "NetWeaver_MYS", seats "2147483647", starts "20231026", expires "99991231"',
      'product "Maintenance_MYS", seats "2147483647", starts "20231026", expires "20240127"',
    ]);
    assert.deepEqual(file.terms.map(headOf), ['----- Begin SAP License -----', '----- Begin SAP License -----']);
    assertSecret(file, ['MIIBO', 'H1234567890', '0012345678', '23456789']);
  });
});

const lines: Readonly<Record<string, string>> = {
  SAPSYSTEM: 'H01',
  'HARDWARE-KEY': 'H1234567890',
  INSTNO: '0012345678',
  BEGIN: '20260101',
  EXPIRATION: '20260331',
  LKEY: 'MIIBOgYJKoZIhvcNAQcCoIIBKzCCAScCAQExCzAJBgUrDgMCGgUAAA==',
  SWPRODUCTNAME: 'Maintenance_HDB',
  SWPRODUCTLIMIT: '2147483647',
  'SYSTEM-NR': '000000000800000000',
};

/** A license with other values; `undefined`: without that line. */
function license(changes: Readonly<Record<string, string | undefined>> = {}): string {
  const values = Object.entries({ ...lines, ...changes }).filter(([, value]) => value !== undefined);
  return `----- Begin SAP License -----\n${values.map(([name, value]) => `${name}=${value}\n`).join('')}`;
}

describe('SAP blocks', () => {
  const plain = license();
  const term = 'Maintenance_HDB of undefined undefined, bound, 2026-01-01 to 2026-03-31, unlimited';
  const silent: Readonly<Record<string, string>> = {
    'as SAP sends it': plain,
    'no line break at the end': plain.trimEnd(),
    'other dashes and blanks': plain.replace('----- Begin SAP License -----', '  ---Begin SAP License------------  '),
    'other letters': plain.replace('Begin SAP License', 'BEGIN SAP LICENSE'),
    'dashes lost behind': plain.replace('License -----', 'License'),
    'blanks around names and values': plain.replace(/^(\S+?)=(.*)$/gm, '  $1 = $2 \t'),
    'empty lines between all lines': plain.replaceAll('\n', '\n\n'),
    'a key on several lines': plain.replace('NAQcC', 'NAQcC\n'),
    'a key with a sign in it': plain.replace('MIIBOg', 'MII=BEGIN=99'),
    'an end line': `${plain}----- End SAP License -----\n`,
    'a mail around': `Dear customer,\nplease find below your license with EXPIRATION=2026.\n\n${plain}\nBest regards, EXPIRATION=1\n`,
    'the lines in another order': plain.replace(/(BEGIN=.*\n)(EXPIRATION=.*\n)/, '$2$1'),
    'a line twice': `${plain}EXPIRATION=20200101\n`,
  };
  for (const [title, text] of Object.entries(silent)) {
    for (const [how, written] of [
      ['', text],
      [', CRLF', text.replaceAll('\n', '\r\n')],
    ] as const) {
      it(`${title}${how}`, () => {
        const file = claimed(written);
        assert.equal(file?.format, 'sap');
        assert.deepEqual(termsOf(file), [term]);
        assert.deepEqual(told(reportOf(written)), ['expiry "20260331"']);
      });
    }
  }

  const values: readonly (readonly [changes: Readonly<Record<string, string | undefined>>, read: string])[] = [
    [{ EXPIRATION: '99991231' }, 'bound, 2026-01-01 to never, unlimited'],
    [{ EXPIRATION: '99991230' }, 'bound, 2026-01-01 to 9999-12-30, unlimited'],
    [{ BEGIN: undefined }, 'bound, always to 2026-03-31, unlimited'],
    [{ BEGIN: '' }, 'bound, always to 2026-03-31, unlimited'],
    [{ SWPRODUCTLIMIT: '0000000064' }, 'bound, 2026-01-01 to 2026-03-31, 64'],
    [{ SWPRODUCTLIMIT: '0002147483647' }, 'bound, 2026-01-01 to 2026-03-31, unlimited'],
    [{ SWPRODUCTLIMIT: undefined }, 'bound, 2026-01-01 to 2026-03-31, ?'],
    [{ SAPSYSTEM: undefined, 'HARDWARE-KEY': undefined }, 'floating, 2026-01-01 to 2026-03-31, unlimited'],
  ];
  for (const [changes, read] of values) {
    it(JSON.stringify(changes), () => {
      const text = license(changes);
      assert.deepEqual(termsOf(claimed(text)!), [`Maintenance_HDB of undefined undefined, ${read}`]);
      assert.deepEqual(messagesOf(reportOf(text), 'unknown-field'), []);
    });
  }

  const head = '----- Begin SAP License -----';
  const wrong: readonly (readonly [changes: Readonly<Record<string, string | undefined>>, finding: string])[] = [
    [{ EXPIRATION: '20260230' }, 'invalid-date "20260230"'],
    [{ EXPIRATION: '20261301' }, 'invalid-date "20261301"'],
    [{ EXPIRATION: '00000000' }, 'invalid-date "00000000"'],
    [{ EXPIRATION: '2026033' }, 'invalid-date "2026033"'],
    [{ EXPIRATION: '202603311' }, 'invalid-date "202603311"'],
    [{ EXPIRATION: 'unlimited' }, 'invalid-date "unlimited"'],
    [{ BEGIN: '20260230' }, 'invalid-date "20260230"'],
    [{ BEGIN: '20260401' }, 'reversed-term "20260331"'],
    [{ EXPIRATION: undefined }, `missing-field "${head}"`],
    [{ EXPIRATION: '' }, `missing-field "${head}"`],
    [{ SWPRODUCTNAME: undefined }, `missing-field "${head}"`],
    [{ SWPRODUCTNAME: ' ' }, `missing-field "${head}"`],
  ];
  for (const [changes, finding] of wrong) {
    it(`${JSON.stringify(changes)}: told, and costs only itself`, () => {
      const good = license({ SWPRODUCTNAME: 'x', EXPIRATION: '99991231' });
      for (const text of [good + license(changes), license(changes) + good]) {
        const report = reportOf(text);
        assert.deepEqual(
          report.files[0]!.terms.map(({ product }) => product),
          ['x'],
        );
        assert.deepEqual(told(report), [finding]);
        const { product } = report.files[0]!.broken[0]!;
        assert.equal(product, 'SWPRODUCTNAME' in changes ? undefined : 'Maintenance_HDB');
        assert.deepEqual(fixesFor(report.findings[0]!, report), []);
      }
    });
  }

  for (const limit of ['many', '0', '-5', '1.5']) {
    it(`a limit of ${limit} is told, and the license has unknown seats`, () => {
      const report = reportOf(license({ SWPRODUCTLIMIT: limit, EXPIRATION: '99991231' }));
      assert.equal(report.files[0]!.terms[0]!.seats, undefined);
      assert.deepEqual(told(report), [`unknown-field "${limit}"`]);
    });
  }

  it('a license and its maintenance are two products, and each system has its own', () => {
    const text =
      license({ EXPIRATION: '99991231', SWPRODUCTNAME: 'NetWeaver_HDB' }) + plain + license({ SAPSYSTEM: 'P01' });
    const { products } = reportOf(text);
    assert.deepEqual(
      products.map(({ product, pool }) => [product, pool]),
      [
        ['Maintenance_HDB', 'host 1'],
        ['Maintenance_HDB', 'host 2'],
        ['NetWeaver_HDB', undefined],
      ],
    );
  });

  it('a renewal that begins late leaves a gap, to which the two dates are named', () => {
    const text = plain + license({ BEGIN: '20260403', EXPIRATION: '20260630' });
    const report = reportOf(text);
    assert.deepEqual(gaps(report), ['open 2026-04-01T00:00:00.000Z 48 h']);
    assert.match(messagesOf(report, 'gap')[0]!, /expires 20260331, the next one starts 20260403/);
  });
});

describe('what is no SAP license', () => {
  for (const [title, text] of Object.entries(foreignTexts))
    it(title, () => assert.notEqual(claimed(text)?.format, 'sap'));

  it('a long file is read in a time that grows with its length alone', () => {
    for (const text of [
      plainLicenses(20_000),
      `${license()}${'\n'.repeat(5_000_000)}`,
      `${license()}${'-'.repeat(5_000_000)}`,
      `${license()}${' '.repeat(5_000_000)}`,
      `${license()}${'----- Begin SAP License -----'.repeat(200_000)}`,
      `----- Begin SAP License -----\n${'EXPIRATION'.repeat(500_000)}`,
      `----- Begin SAP License -----\nEXPIRATION=${'9'.repeat(5_000_000)}`,
    ]) {
      const begun = performance.now();
      claimed(text);
      assert.ok(performance.now() - begun < 5_000, text.slice(-40));
    }
  }).timeout(60_000);
});

function plainLicenses(count: number): string {
  return Array.from({ length: count }, (_, i) => license({ SWPRODUCTNAME: `p${i % 100}` })).join('');
}
