// The readable part of Sentinel RMS license files: what a person reads in it, and what is told of the rest.
import assert from 'node:assert/strict';
import { fixesFor } from '../../../src/core/fixes';
import { told } from '../read';
import { claimed, messagesOf, needSamples, reportOf, sampleText, termsOf } from './lines';
import { assertSecret, fieldsOf, foreignTexts, headOf, survives } from './vendor-promises';

describe('Sentinel sample', () => {
  before(needSamples);
  const name = 'other/sentinel-rms_lservrc_docs_example';

  it('with each kind of line ends', () => {
    for (const lineBreak of ['\n', '\r\n', '\r']) {
      const file = claimed(sampleText(name).replaceAll('\n', lineBreak))!;
      assert.equal(file.format, 'sentinel');
      assert.deepEqual(termsOf(file), ['MyFeature of undefined MyVersion, floating, always to never, ?']);
      assert.deepEqual(told(reportOf(file.text)), []);
    }
  });

  it('no beginning and no changed character throws', () => survives(sampleText(name))).timeout(60_000);

  it('the fields stand where they say, and no code is one', () => {
    const file = claimed(sampleText(name))!;
    assert.deepEqual(file.terms.map(fieldsOf), ['product "MyFeature", server "MyVersion"']);
    assert.deepEqual(file.terms.map(headOf), ['MyFeature']);
    assertSecret(file, ['B1yFqoM5', 'REDACTED']);
    const { start, end } = file.terms[0]!.entry.node;
    assert.ok(!file.text.slice(start, end).includes('REDACTED'));
  });
});

/** A code with its comment; the wording is that of IBM's technote on SPSS. */
function license(comment: string): string {
  return `O6MKPSEC3MJG7SRD2AD2GLMAB:CMM4,SD9WU7# ${comment}\n`;
}

describe('Sentinel comments', () => {
  const until = 'widget of undefined 90, floating, always to 2026-11-30, ?';
  const never = 'widget of undefined 90, floating, always to never, ?';
  const cases: readonly (readonly [comment: string, read: string])[] = [
    ['"widget" version "90" expires Midnight of Nov 30, 2026,exclusive', until],
    ['"widget" version "90", expires Midnight of Nov 30, 2026, exclusive', until],
    ['"widget" version "90", expires midnight of Nov 30 2026', until],
    ['"widget"  Version\t"90" ,  expires Midnight of November 30, 2026, additive', until],
    ['"widget" version "90", no expiration date, exclusive', never],
    ['"widget" version "90" no expiration date', never],
    ['"widget" version "", no expiration date', never.replace('90', '')],
    ['"a b" version "1.0 x", no expiration date', 'a b of undefined 1.0 x, floating, always to never, ?'],
    ['"" version "90", no expiration date', never.replace('widget', 'undefined')],
  ];
  for (const [comment, read] of cases) {
    it(comment, () => {
      for (const text of [
        license(comment),
        license(comment).trimEnd(),
        license(comment).replace('\n', '\r\n'),
        license(comment).replace('GLMAB', 'GLMAB\n'),
        `# ${comment}\n`,
        `#${comment}\n`,
        `# codes of acme\n\n${license(comment)}O6MKPSEC3MJG\n`,
      ]) {
        const file = claimed(text)!;
        assert.equal(file.format, 'sentinel');
        assert.deepEqual(termsOf(file), [read]);
        assert.deepEqual(told(reportOf(text)), []);
      }
    });
  }

  const wrong: readonly (readonly [rest: string, finding: string])[] = [
    ['expires Midnight of Feb 30, 2026, exclusive', 'invalid-date "Feb 30, 2026"'],
    ['expires Midnight of Okt 31, 2026, exclusive', 'invalid-date "Okt 31, 2026"'],
    ['expires Midnight of Oct 31, 26, exclusive', 'invalid-date "Oct 31, 26"'],
    ['expires Midnight of Oct 31, 0000', 'invalid-date "Oct 31, 0000"'],
    ['expires Midnight of Oct 31, 1900', 'invalid-date "Oct 31, 1900"'],
    ['expires Midnight of 2026-10-31, exclusive', 'invalid-date "2026-10-31"'],
    ['expires Midnight of , exclusive', 'invalid-date "gadget"'],
    ['expires in 30 days', 'missing-field "expires in 30 days"'],
    ['30 trial days', 'missing-field "30 trial days"'],
    ['', 'missing-field "gadget"'],
  ];
  for (const [rest, finding] of wrong) {
    it(`${rest || 'nothing'}: told, and costs only itself`, () => {
      const good = license('"widget" version "90", no expiration date');
      const bad = license(`"gadget" version "1"${rest && ' '}${rest}`);
      for (const text of [good + bad, bad + good]) {
        const report = reportOf(text);
        assert.deepEqual(termsOf(report.files[0]!), [never]);
        assert.deepEqual(told(report), [finding]);
        assert.deepEqual(fixesFor(report.findings[0]!, report), []);
        assert.equal(report.files[0]!.broken[0]!.product, 'gadget');
      }
    });
  }

  it('the date stands where it says, and no beginning is a license without an end', () => {
    const text = license('"8400" version "90" expires Midnight of Aug 31, 2012,exclusive');
    assert.equal(fieldsOf(claimed(text)!.terms[0]!), 'product "8400", server "90", expires "Aug 31, 2012"');
    survives(text, ({ terms }) => {
      for (const { until } of terms) assert.ok(Number.isFinite(until));
    });
  });

  it('midnight of a day is its end, in UTC, and where that is said is named', () => {
    const report = reportOf(license(cases[0]![0]), { timezone: 'America/Chicago' }, '2026-12-02');
    assert.match(messagesOf(report, 'expiry')[0]!, /since 2026-12-01 00:00 \(UTC\)/);
    const { rule } = report.files[0]!.terms[0]!;
    assert.equal(rule.expiryDay, 'covered');
    assert.match(rule.source!, /^https:\/\/docs\.sentinelcloud\.com\//);
  });
});

describe('what is no Sentinel license', () => {
  for (const [title, text] of Object.entries(foreignTexts))
    it(title, () => assert.notEqual(claimed(text)?.format, 'sentinel'));

  it('a long file is read in a time that grows with its length alone', () => {
    const plain = license('"widget" version "90", no expiration date, exclusive');
    for (const text of [
      plain.repeat(100_000),
      plain.trimEnd().repeat(100_000),
      plain + '# "'.repeat(1_000_000),
      plain + '#'.repeat(5_000_000),
      `${plain}# "a" version "b"${' '.repeat(5_000_000)}`,
      `${plain}${'# "a" version "b" '.repeat(300_000)}`,
      `# "a" version "b"${' '.repeat(5_000_000)}x`,
      `${plain}# "a" version "b" expires midnight of ${'x '.repeat(2_500_000)}`,
    ]) {
      const begun = performance.now();
      claimed(text);
      assert.ok(performance.now() - begun < 5_000, text.slice(-80));
    }
  }).timeout(60_000);
});
