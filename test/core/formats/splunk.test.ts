// Splunk licenses: what a person reads in their XML, and which of them follow each other.
import assert from 'node:assert/strict';
import { XmlReader } from '../../../src/core/formats/xml';
import { gaps, readText, told } from '../read';
import { assertSilent, exactTerms, headsOf, placesOf, survive, surviveAll } from './instants';
import { claimed, messagesOf, needSamples, reportOfAll, sampleText } from './lines';

const sample = 'splunk/fixed-sourcetype_redacted_reconstructed.lic';

const [from, until] = [Date.UTC(2025, 0, 1) / 1000, Date.UTC(2026, 0, 1) / 1000];

/** A license of the year 2025; `undefined` takes an element away. */
function license(values: Readonly<Record<string, string | number | undefined>> = {}): string {
  const all: Readonly<Record<string, string | number | undefined>> = {
    type: 'enterprise',
    group_id: 'Enterprise',
    quota: 524288000,
    creation_time: from,
    absolute_expiration_time: until,
    label: 'Example &amp; Sons',
    features: '<feature>Auth</feature>',
    ...values,
  };
  const elements = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : [`    <${name}>${value}</${name}>\n`],
  );
  return `<license>\n  <signature>c2VjcmV0LWNhbmFyeQ==</signature>\n  <payload>\n${elements.join('')}  </payload>\n</license>\n`;
}

function terms(text: string): string[] {
  return exactTerms(claimed(text, 'splunk.lic'));
}

function toldOf(text: string): string[] {
  return told(reportOfAll({ 'splunk.lic': text }, {}, '2025-06-01'));
}

const year = '2025-01-01T00:00:00.000Z to 2026-01-01T00:00:00.000Z, ?';

describe('Splunk licenses', () => {
  it('the sample', function () {
    needSamples.call(this);
    const file = claimed(sampleText(sample), 'splunk.lic')!;
    assert.deepEqual(exactTerms(file), [
      'Splunk fixed-sourcetype, 2022-02-14T00:00:00.000Z to 2027-02-14T00:00:00.000Z, ?',
    ]);
    assert.deepEqual(placesOf(file), [
      'product fixed-sourcetype says Splunk fixed-sourcetype',
      'starts 1644796800 says 2022-02-14T00:00:00Z',
      'expires 1802563200 says 2027-02-14T00:00:00Z',
    ]);
    assert.deepEqual(headsOf(file), ['license']);
    const report = reportOfAll({ 'splunk.lic': sampleText(sample) });
    assert.deepEqual(told(report), ['missing-field "126230400"']);
    assert.equal(report.findings[0]!.severity, 'information');
    assert.deepEqual(messagesOf(report, 'missing-field'), [
      'Splunk ends this license 1461 days after it was installed, if that comes first. Only the server knows when that was: it may end from 2026-02-14 00:00 on, and ends 2027-02-14 00:00 at the latest (UTC).',
    ]);
  });

  const forms: readonly (readonly [title: string, text: string, terms: readonly string[]])[] = [
    ['a group that is spelled as people do', license(), [`Splunk Enterprise, ${year}`]],
    ['a type of its own', license({ type: 'download-trial', group_id: 'Trial' }), [`Splunk download-trial, ${year}`]],
    ['a group alone', license({ type: undefined }), [`Splunk Enterprise, ${year}`]],
    ['neither', license({ type: undefined, group_id: undefined }), [`Splunk, ${year}`]],
    [
      'source types, in whatever order',
      license({ type: 'fixed-sourcetype', sourcetypes: '<a>x:y</a> <a>b</a><a>b</a>' }),
      [`Splunk fixed-sourcetype (b, x:y), ${year}`],
    ],
    ['no source types', license({ sourcetypes: '' }), [`Splunk Enterprise, ${year}`]],
    [
      'no time of creation',
      license({ creation_time: undefined }),
      ['Splunk Enterprise, always to 2026-01-01T00:00:00.000Z, ?'],
    ],
    [
      'a comment in a value',
      license({ absolute_expiration_time: `<!-- 1 --> ${until}<!-- 2 -->` }),
      [`Splunk Enterprise, ${year}`],
    ],
    [
      'a value in two pieces',
      license({ absolute_expiration_time: '17672<!-- -->25600' }),
      [`Splunk Enterprise, ${year}`],
    ],
    [
      'CDATA',
      license({ absolute_expiration_time: `<![CDATA[ ${until} ]]>`, type: '<![CDATA[a<b]]>' }),
      [`Splunk a<b, ${year}`],
    ],
    [
      'a comment that looks like a license',
      `<!-- ${license()} -->\n${license({ type: 'b&#33;' })}`,
      [`Splunk b!, ${year}`],
    ],
    [
      'attributes and blanks in tags',
      license().replace('<license>', '<license a="b" >').replace('</quota>', '</quota >'),
      [`Splunk Enterprise, ${year}`],
    ],
    [
      'an instruction and a document type',
      `<?xml version="1.0"?>\n<!DOCTYPE license>\n${license()}`,
      [`Splunk Enterprise, ${year}`],
    ],
    [
      'one inside another element',
      `<licenses>${license()}${license({ type: 'free' })}</licenses>`,
      [`Splunk Enterprise, ${year}`, `Splunk free, ${year}`],
    ],
    [
      'two pasted into one file',
      license() + license({ creation_time: until, absolute_expiration_time: until + 60 }),
      [`Splunk Enterprise, ${year}`, 'Splunk Enterprise, 2026-01-01T00:00:00.000Z to 2026-01-01T00:01:00.000Z, ?'],
    ],
    [
      'elements outside of the payload',
      license().replace('<payload>', '<creation_time>1</creation_time><payload>'),
      [`Splunk Enterprise, ${year}`],
    ],
    ['carriage returns', license().replaceAll('\n', '\r\n'), [`Splunk Enterprise, ${year}`]],
  ];
  for (const [title, text, expected] of forms) {
    it(title, () => {
      assert.deepEqual(terms(text), expected);
      assert.deepEqual(
        toldOf(text).filter(finding => !/^(?:expiry|gap) /.test(finding)),
        [],
      );
    });
  }

  it('places are those of the values alone', () => {
    const text = license({
      absolute_expiration_time: `<![CDATA[ ${until} ]]>`,
      creation_time: `  <!-- x --> ${from}\n`,
    });
    assert.deepEqual(placesOf(readText('x.lic', text)), [
      'product Enterprise says Splunk Enterprise',
      `starts ${from} says 2025-01-01T00:00:00Z`,
      `expires ${until} says 2026-01-01T00:00:00Z`,
    ]);
  });

  it('the place of a value in two pieces is both', () => {
    const text = license({ absolute_expiration_time: '17672<!-- -->25600' });
    assert.equal(placesOf(readText('x.lic', text)).at(-1), 'expires 17672<!-- -->25600 says 2026-01-01T00:00:00Z');
  });

  const wrong: readonly (readonly [values: Readonly<Record<string, string | number | undefined>>, finding: string])[] =
    [
      [{ absolute_expiration_time: 'never' }, 'invalid-date "never"'],
      [{ absolute_expiration_time: -1 }, 'invalid-date "-1"'],
      [{ absolute_expiration_time: '1.5' }, 'invalid-date "1.5"'],
      [{ absolute_expiration_time: '9999999999999' }, 'invalid-date "9999999999999"'],
      [{ absolute_expiration_time: 253_402_300_800 }, 'invalid-date "253402300800"'],
      [{ absolute_expiration_time: '2026-01-01' }, 'invalid-date "2026-01-01"'],
      [{ absolute_expiration_time: undefined }, 'missing-field "license"'],
      [{ absolute_expiration_time: '' }, 'missing-field "license"'],
      [{ creation_time: 'x' }, 'invalid-date "x"'],
      [{ creation_time: until }, `reversed-term "${until}"`],
      [{ creation_time: until + 1 }, `reversed-term "${until}"`],
    ];
  for (const [values, finding] of wrong) {
    it(`${JSON.stringify(values)} costs only its license`, () => {
      const text = license() + license(values);
      assert.deepEqual(terms(text), [`Splunk Enterprise, ${year}`]);
      assert.deepEqual(toldOf(text), [finding]);
      const { broken } = readText('x.lic', text);
      assert.deepEqual(
        broken.map(({ product }) => product),
        ['Splunk Enterprise'],
      );
    });
  }

  const intervals: readonly (readonly [interval: number | string, findings: readonly string[]])[] = [
    [0, []],
    [until - from, []],
    [until - from - 1, [`missing-field "${until - from - 1}"`]],
    [4_133_350_357, []],
    ['x', []],
  ];
  for (const [interval, findings] of intervals) {
    it(`${interval} seconds after it was installed`, () => {
      assert.deepEqual(toldOf(license({ relative_expiration_interval: interval })), findings);
      assert.deepEqual(terms(license({ relative_expiration_interval: interval })), [`Splunk Enterprise, ${year}`]);
    });
  }
});

describe('Splunk renewals', () => {
  const next = (values: Readonly<Record<string, string | number>>): string =>
    license({ creation_time: until + 1, absolute_expiration_time: until + 31_536_000, ...values });

  it('one second is a gap, whatever the label and the quota', () => {
    const report = reportOfAll(
      { 'a/1.lic': license(), 'a/2.lic': next({ label: 'Renewal', quota: 1 }) },
      {},
      '2025-06-01',
    );
    assert.equal(report.products.length, 1);
    assert.deepEqual(gaps(report), [`open 2026-01-01T00:00:00.000Z ${1 / 3600} h`]);
  });

  it('another stack is another product', () => {
    assert.equal(
      reportOfAll({ 'a/1.lic': license(), 'a/2.lic': next({ type: 'fixed-sourcetype' }) }).products.length,
      2,
    );
  });
});

describe('Splunk licenses among other files', () => {
  const others: Readonly<Record<string, string | undefined>> = {
    '<project><licenses><license><name>MIT</name></license></licenses></project>': undefined,
    '<license><expiration-date>2017-07-17</expiration-date></license>': undefined,
    '<payload><quota>1</quota></payload>': undefined,
    '<license><payload><quota>1</quota>': 'splunk',
    'FEATURE f v 1.0 30-nov-2026 1 SIGN=0': 'flexnet',
    '': undefined,
  };
  for (const [text, format] of Object.entries(others))
    it(`${text || 'nothing'} is ${format ?? 'silent'}`, () => assert.equal(claimed(text, 'x.lic')?.format, format));

  it('is asked for as Splunk says, in UTC', () => {
    const [term] = readText('x.license', license()).terms;
    assert.deepEqual(
      [term!.rule.profile, term!.rule.expiryDay, term!.rule.zone, term!.rule.tolerance],
      ['splunk', 'instant', 'UTC', undefined],
    );
  });
});

describe('Splunk licenses that are broken', () => {
  const broken: readonly (readonly [title: string, text: string, terms: number, findings: readonly string[]])[] = [
    [
      'half a number',
      license().slice(0, license().indexOf('</absolute') - 3),
      0,
      ['no-terms "<license>"', 'syntax "license"'],
    ],
    ['all but the end', license().slice(0, license().indexOf('</payload')), 1, ['syntax "license"']],
    ['an element without its end', license().replace('</quota>', ''), 0, ['no-terms "<license>"', 'syntax "quota"']],
    ['an end without its element', license().replace('<quota>', ''), 1, ['syntax "</quota>"']],
    [
      'a tag without its end',
      license().replace('</quota>', '</quota'),
      0,
      ['no-terms "<license>"', 'syntax "quota"', 'syntax "<"'],
    ],
    ['a lonely <', license().replace('Example', '<'), 1, ['syntax "<"']],
    ['a comment without its end', license().replace('<label>', '<!-- <label>'), 1, ['syntax "license"', 'syntax "<"']],
  ];
  for (const [title, text, count, findings] of broken) {
    it(title, () => {
      const report = reportOfAll({ 'x.lic': text }, {}, '2025-06-01');
      assert.equal(report.files[0]!.terms.length, count);
      assert.deepEqual(told(report), findings);
      assert.equal(report.files[0]!.broken.length, count === 0 ? 1 : 0);
    });
  }

  it('deeper than 64 levels is not read', () => {
    const text = license() + '<a>'.repeat(100);
    assert.deepEqual(terms(text), [`Splunk Enterprise, ${year}`]);
    assert.ok(toldOf(text).includes('limit "a"'));
  });

  it('every beginning and every wrong character', function () {
    this.timeout(60_000);
    surviveAll(
      'x.lic',
      license({ relative_expiration_interval: 60, sourcetypes: '<a>b</a>', label: '<![CDATA[x]]><!-- y -->&lt;' }),
    );
  });

  it('the sample, likewise', function () {
    needSamples.call(this);
    this.timeout(60_000);
    surviveAll('x.lic', sampleText(sample));
  });

  const floods = [
    '<',
    '</a>',
    '<a/>',
    '<a>',
    '<!--',
    '<![CDATA[',
    '<!-- -->',
    '&amp;',
    '<a></a>',
    '<license>',
    '</license>',
  ];
  for (const flood of floods) {
    it(`megabytes of ${flood} are read in time`, function () {
      this.timeout(20_000);
      survive('x.lic', license().replace('  </payload>', flood.repeat(400_000)));
    });
  }

  it('the signature and the label are never shown', () => {
    const secrets = ['c2VjcmV0LWNhbmFyeQ==', 'Example &amp; Sons', 'Example & Sons'];
    assertSilent(reportOfAll({ 'x.lic': license(), 'y.lic': license({ absolute_expiration_time: 'x' }) }), secrets);
    assertSilent(reportOfAll({ 'x.lic': license().slice(0, -40) }), secrets);
  });
});

describe('XML', () => {
  const cases: readonly (readonly [text: string, pieces: readonly string[]])[] = [
    ['<a>b</a>', ['open a', 'text b', 'close a']],
    ['<a x="1"/>', ['empty a']],
    ['a&amp;b&lt;&gt;&quot;&apos;', ['text a&b<>"\'']],
    ['&#65;&#x42;&#x1F600;', ['text AB\u{1f600}']],
    ['&nbsp; &#x110000; &#0; & &;', ['text &nbsp; &#x110000; &#0; & &;']],
    ['<![CDATA[<a>&amp;]]>', ['text <a>&amp;']],
    ['<!-- <a> --><?b c?><!DOCTYPE d>e', ['text e']],
    ['<a', ['broken <a']],
    ['<a<b>', ['broken <a', 'open b']],
    ['< a>', ['broken < a>']],
    ['<!-- a', ['broken <!-- a']],
    ['<![CDATA[a', ['broken <![CDATA[a']],
    ['', []],
  ];
  for (const [text, pieces] of cases) {
    it(text || 'nothing', () => {
      const reader = new XmlReader(text);
      const found: string[] = [];
      while (reader.next()) {
        const { kind, name, said, start, end } = reader;
        found.push(`${kind} ${kind === 'text' ? said : kind === 'broken' ? text.slice(start, end) : name}`);
      }
      assert.deepEqual(found, pieces);
    });
  }
});
