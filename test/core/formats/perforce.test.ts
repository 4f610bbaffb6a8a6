// Perforce's license file: what a person reads in it, and what is told of the rest.
import assert from 'node:assert/strict';
import { fixesFor } from '../../../src/core/fixes';
import { gaps, iso, told } from '../read';
import { claimed, messagesOf, needSamples, reportOf, reportOfAll, sampleText } from './lines';
import { assertSecret, fieldsOf, foreignTexts, headOf, survives } from './vendor-promises';

describe('Perforce sample', () => {
  before(needSamples);
  const name = 'other/perforce_license.txt';

  it('with each kind of line ends', () => {
    for (const lineBreak of ['\n', '\r\n', '\r']) {
      const file = claimed(sampleText(name).replaceAll('\n', lineBreak))!;
      assert.equal(file.format, 'perforce');
      const [term] = file.terms;
      assert.deepEqual(
        [term!.product, iso(term!.from), iso(term!.until), term!.seats],
        ['Perforce', '-Infinity', '2016-05-24T05:59:13.000Z', 5000],
      );
      assert.deepEqual(told(reportOf(file.text)), ['expiry "1464069553"']);
    }
  });

  it('no beginning and no changed character throws, no beginning is a license without an end', () => {
    survives(sampleText(name), ({ terms }) => {
      for (const { until } of terms) assert.ok(Number.isFinite(until));
    });
  }).timeout(60_000);

  it('the fields stand where they say, and no key is one', () => {
    const file = claimed(sampleText(name))!;
    assert.deepEqual(file.terms.map(fieldsOf), ['seats "5000", expires "1464069553"']);
    assert.deepEqual(file.terms.map(headOf), ['License-Expires']);
    assertSecret(file, ['00000000', '127.0.0.1']);
  });
});

const plain =
  'License:\tABCDEF0123456789ABCDEF0123456789\n\nLicense-Expires:\t1798761600\t# 2027/01/01\n\nSupport-Expires:\t1767225600\n\nCustomer:\tACME, Inc.\n\nIPaddress:\t10.0.0.1:1666\n\nUsers:\t500\n';

describe('Perforce licenses', () => {
  const cases: Readonly<Record<string, readonly [text: string, until: string, seats: number | undefined]>> = {
    'as Perforce sends it': [plain, '2027-01-01T00:00:00.000Z', 500],
    'no line break at the end': [plain.trimEnd(), '2027-01-01T00:00:00.000Z', 500],
    'blanks instead of tabs': [plain.replaceAll('\t', '  '), '2027-01-01T00:00:00.000Z', 500],
    'no comment': [plain.replace(/\t#.*/, ''), '2027-01-01T00:00:00.000Z', 500],
    'a comment right behind': [plain.replace('\t#', '#'), '2027-01-01T00:00:00.000Z', 500],
    'the support’s end, which ends nothing': [plain.replace(/License-E.*\n/, ''), 'Infinity', 500],
    'an empty end, as forms have it': [plain.replace('1798761600\t# 2027/01/01', ''), 'Infinity', 500],
    'a 0, as P4API.NET writes it': [plain.replace('1798761600\t# 2027/01/01', '0\t'), 'Infinity', 500],
    'no users': [plain.replace(/Users.*\n/, ''), '2027-01-01T00:00:00.000Z', undefined],
    'empty users': [plain.replace('500', ''), '2027-01-01T00:00:00.000Z', undefined],
    'unlimited users': [plain.replace('500', 'unlimited'), '2027-01-01T00:00:00.000Z', Number.POSITIVE_INFINITY],
    'a commented end': [
      plain.replace('License-E', '#License-Expires:\t1464069553\nLicense-E'),
      '2027-01-01T00:00:00.000Z',
      500,
    ],
    'a second end': [`${plain}License-Expires:\t1464069553\n`, '2027-01-01T00:00:00.000Z', 500],
  };
  for (const [title, [text, until, seats]] of Object.entries(cases)) {
    it(title, () => {
      for (const written of [text, text.replaceAll('\n', '\r\n')]) {
        const file = claimed(written)!;
        assert.equal(file.format, 'perforce');
        assert.deepEqual(
          file.terms.map(term => [iso(term.until), term.seats]),
          [[until, seats]],
        );
        assert.deepEqual(told(reportOf(written)), []);
      }
    });
  }

  const wrong: readonly (readonly [written: string, finding: string])[] = [
    ['2027/01/01', 'invalid-date "2027/01/01"'],
    ['never', 'invalid-date "never"'],
    ['17987', 'invalid-date "17987"'],
    ['1798761600000', 'invalid-date "1798761600000"'],
    ['-1798761600', 'invalid-date "-1798761600"'],
  ];
  for (const [written, finding] of wrong) {
    it(`an end of ${written}: told, and no license`, () => {
      const report = reportOf(plain.replace('1798761600', written));
      assert.deepEqual(told(report).slice(1), [finding]);
      assert.deepEqual(report.files[0]!.terms, []);
      assert.deepEqual(fixesFor(report.findings[1]!, report), []);
    });
  }

  it('users that are no number are told, and the license has unknown seats', () => {
    const report = reportOf(plain.replace('500', 'many'));
    assert.deepEqual(told(report), ['unknown-field "many"']);
    assert.equal(report.files[0]!.terms[0]!.seats, undefined);
  });

  it('it ends at an instant, whatever the zone, and that is said', () => {
    const report = reportOf(plain, { timezone: 'America/Chicago' }, '2027-02-01');
    assert.match(messagesOf(report, 'expiry')[0]!, /since 2027-01-01 00:00 \(UTC\)/);
    assert.equal(report.files[0]!.terms[0]!.rule.expiryDay, 'instant');
  });

  it('files of one folder are one product', () => {
    const report = reportOfAll({ 'license.lic': plain, 'old.lic': plain.replace('1798761600', '1464069553') });
    assert.equal(report.products.length, 1);
    assert.deepEqual(gaps(report), []);
  });
});

describe('what is no Perforce license', () => {
  for (const name of ['License', 'License-Expires'])
    it(`a file without ${name}`, () => {
      const pattern = new RegExp(`^(?:${name}|Support-Expires):.*\\n`, 'gm');
      assert.equal(claimed(plain.replace(pattern, '')), undefined);
    });

  it('one that tells neither who nor where nor how many', () => {
    assert.equal(claimed(plain.replace(/^(?:Customer|IPaddress|Users).*\n/gm, '')), undefined);
  });

  for (const [title, text] of Object.entries(foreignTexts))
    it(title, () => assert.notEqual(claimed(text)?.format, 'perforce'));

  it('a long file is read in a time that grows with its length alone', () => {
    for (const text of [
      plain + '\n'.repeat(5_000_000),
      plain + 'Users:'.repeat(800_000),
      plain + ' '.repeat(5_000_000),
      `${plain.replace('500', '5'.repeat(5_000_000))}`,
      `License-Expires:${' '.repeat(5_000_000)}`,
    ]) {
      const begun = performance.now();
      claimed(text);
      assert.ok(performance.now() - begun < 5_000, text.slice(-40));
    }
  }).timeout(60_000);
});
