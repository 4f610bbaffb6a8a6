// Elasticsearch licenses: what a person reads in them, in both forms, and what is no license of theirs.
import assert from 'node:assert/strict';
import { gaps, readText, told } from '../read';
import { assertSilent, exactTerms, headsOf, placesOf, survive, surviveAll } from './instants';
import { claimed, messagesOf, needSamples, reportOfAll, sampleText } from './lines';

const basic = 'elastic/update-license_docs_basic.json';

/** One license of a year's length, with other fields in place of its own; `undefined` takes one away. */
function license(fields: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    uid: '893361dc-0000',
    type: 'platinum',
    issue_date_in_millis: Date.UTC(2025, 0, 1),
    expiry_date_in_millis: Date.UTC(2026, 0, 1) - 1,
    max_nodes: 5,
    issued_to: 'ACME',
    issuer: 'API',
    signature: 'AAAAAwAAAA1zZWNyZXQtY2FuYXJ5',
    ...fields,
  };
}

function fileOf(...fields: readonly Readonly<Record<string, unknown>>[]): string {
  return JSON.stringify({ licenses: (fields.length === 0 ? [{}] : fields).map(license) }, null, 1);
}

function terms(text: string): string[] {
  return exactTerms(claimed(text, 'license.json'));
}

const year = '2025-01-01T00:00:00.000Z to 2025-12-31T23:59:59.999Z';

describe('Elasticsearch licenses', () => {
  it('the sample', function () {
    needSamples.call(this);
    const file = claimed(sampleText(basic), 'license.json');
    assert.deepEqual(exactTerms(file), ['Elasticsearch, 2014-09-29T00:00:00.000Z to 2030-08-29T23:59:59.999Z, 1']);
    assert.deepEqual(placesOf(file!), [
      'seats 1',
      'starts 1411948800000 says 2014-09-29T00:00:00Z',
      'expires 1914278399999 says 2030-08-29T23:59:59.999Z',
    ]);
    assert.deepEqual(headsOf(file!), ['uid']);
    assert.deepEqual(told(reportOfAll({ 'license.json': sampleText(basic) })), []);
  });

  const forms: readonly (readonly [title: string, text: string, terms: readonly string[]])[] = [
    ['the form of today', JSON.stringify({ license: license() }), [`Elasticsearch, ${year}, 5`]],
    [
      'several in one file',
      fileOf({}, { type: 'gold', start_date_in_millis: Date.UTC(2025, 6, 1), max_nodes: 3 }),
      [`Elasticsearch, ${year}, 5`, 'Elasticsearch, 2025-07-01T00:00:00.000Z to 2025-12-31T23:59:59.999Z, 3'],
    ],
    ['no start', fileOf({ start_date_in_millis: -1 }), [`Elasticsearch, ${year}, 5`]],
    [
      'no start and no issue',
      fileOf({ issue_date_in_millis: undefined }),
      ['Elasticsearch, always to 2025-12-31T23:59:59.999Z, 5'],
    ],
    [
      'a basic license, which does not end',
      fileOf({ type: 'basic', expiry_date_in_millis: undefined }),
      ['Elasticsearch, 2025-01-01T00:00:00.000Z to never, 5'],
    ],
    [
      'the same as the server keeps it',
      fileOf({ type: 'basic', expiry_date_in_millis: -1 }),
      ['Elasticsearch, 2025-01-01T00:00:00.000Z to never, 5'],
    ],
    [
      'resource units',
      fileOf({ type: 'enterprise', max_nodes: null, max_resource_units: 12 }),
      [`Elasticsearch, ${year}, 12`],
    ],
    ['neither', fileOf({ max_nodes: null, max_resource_units: null }), [`Elasticsearch, ${year}, ?`]],
    ['the last of two spellings', fileOf().replace('"uid"', '"max_nodes": 99, "uid"'), [`Elasticsearch, ${year}, 5`]],
    ['a byte order mark', `\ufeff${fileOf()}`, [`Elasticsearch, ${year}, 5`]],
    [
      'the latest date there is',
      fileOf({ expiry_date_in_millis: 253_402_300_799_999 }),
      ['Elasticsearch, 2025-01-01T00:00:00.000Z to 9999-12-31T23:59:59.999Z, 5'],
    ],
  ];
  for (const [title, text, expected] of forms) it(title, () => assert.deepEqual(terms(text), expected));

  /** As `GET _license` answers; the milliseconds taken out where the dates shall count. */
  const answer = {
    status: 'active',
    issue_date: '2025-01-01T00:00:00.000Z',
    issue_date_in_millis: undefined,
    expiry_date: '2025-12-31T23:59:59.999Z',
    expiry_date_in_millis: undefined,
    start_date: undefined as string | undefined,
    start_date_in_millis: -1,
    signature: undefined,
  };
  const dates: readonly (readonly [title: string, fields: Readonly<Record<string, unknown>>, term: string])[] = [
    ['written out', {}, year],
    ['with an offset', { issue_date: '2025-01-01T02:00:00+02:00' }, year],
    ['without one, in UTC', { issue_date: '2025-01-01T00:00:00' }, year],
    ['days, from their first millisecond to their last', { issue_date: '2025-01-01', expiry_date: '2025-12-31' }, year],
    ['a start', { start_date: '2025-02-01', start_date_in_millis: undefined }, year.replace('01-01', '02-01')],
    ['milliseconds first', { expiry_date_in_millis: 1_767_225_599_999, expiry_date: '1999-01-01' }, year],
  ];
  for (const [title, fields, expected] of dates) {
    it(`dates ${title}`, () => {
      const text = JSON.stringify({ license: license({ ...answer, ...fields }) });
      assert.deepEqual(terms(text), [`Elasticsearch, ${expected}, 5`]);
    });
  }

  it('a date that is written out is told as it is written', () => {
    const file = readText(
      'license.json',
      JSON.stringify({ license: license({ ...answer, expiry_date: '2025-12-31' }) }),
    );
    assert.deepEqual(placesOf(file), ['seats 5', 'starts 2025-01-01T00:00:00.000Z', 'expires 2025-12-31']);
  });

  const wrong: readonly (readonly [fields: Readonly<Record<string, unknown>>, finding: string])[] = [
    [{ expiry_date_in_millis: '1767225599999' }, 'invalid-date "1767225599999"'],
    [{ expiry_date_in_millis: -2 }, 'invalid-date "-2"'],
    [{ expiry_date_in_millis: 1.5 }, 'invalid-date "1.5"'],
    [{ expiry_date_in_millis: 1e300 }, 'invalid-date "1e+300"'],
    [{ expiry_date_in_millis: 253_402_300_800_000 }, 'invalid-date "253402300800000"'],
    [{ expiry_date_in_millis: true }, 'invalid-date "true"'],
    [{ expiry_date_in_millis: [] }, 'invalid-date "[]"'],
    [{ issue_date_in_millis: 'soon' }, 'invalid-date "soon"'],
    [{ start_date_in_millis: {} }, 'invalid-date "{}"'],
    [{ expiry_date_in_millis: undefined, expiry_date: '2026-02-30' }, 'invalid-date "2026-02-30"'],
    [{ expiry_date_in_millis: undefined, expiry_date: '31.12.2025' }, 'invalid-date "31.12.2025"'],
    [{ expiry_date_in_millis: undefined, expiry_date: 20251231 }, 'invalid-date "20251231"'],
    [{ expiry_date_in_millis: undefined }, 'missing-field "uid"'],
    [{ expiry_date_in_millis: null }, 'missing-field "uid"'],
    [{ expiry_date_in_millis: -1 }, 'missing-field "uid"'],
    [{ expiry_date_in_millis: Date.UTC(2024, 0, 1) }, `reversed-term "${Date.UTC(2024, 0, 1)}"`],
  ];
  for (const [fields, finding] of wrong) {
    it(`${JSON.stringify(fields)} costs only its license`, () => {
      const text = fileOf({}, fields);
      assert.deepEqual(terms(text), [`Elasticsearch, ${year}, 5`]);
      const report = reportOfAll({ 'license.json': text }, {}, '2025-06-01');
      assert.deepEqual(told(report), [finding]);
      assert.equal(report.files[0]!.broken[0]?.product, 'Elasticsearch');
    });
  }

  for (const word of ['Infinity', 'NaN', '-Infinity']) {
    it(`${word} is no date`, () => {
      const text = fileOf({ expiry_date_in_millis: 12345 }).replace('12345', word);
      assert.deepEqual(terms(text), []);
      assert.ok(told(reportOfAll({ 'license.json': text })).includes(`invalid-date "${word}"`));
    });
  }

  it('what a wrong date says, and that it is signed', () => {
    const report = reportOfAll({ 'license.json': fileOf({ expiry_date_in_millis: 'x' }) });
    assert.deepEqual(messagesOf(report, 'invalid-date'), [
      "This can't be read as a date such as 1914278399999, so this license is not counted. It is signed: ask the vendor for a corrected one.",
    ]);
  });

  for (const [nodes, finding] of [
    [{ max_nodes: 'many' }, 'unknown-field "many"'],
    [{ max_nodes: -5 }, 'unknown-field "-5"'],
  ] as const) {
    it(`${JSON.stringify(nodes)} leaves the seats unknown`, () => {
      assert.deepEqual(terms(fileOf(nodes)), [`Elasticsearch, ${year}, ?`]);
      assert.deepEqual(told(reportOfAll({ 'license.json': fileOf(nodes) }, {}, '2025-06-01')), [finding]);
    });
  }

  it('what stands among the licenses and is none', () => {
    const text = fileOf().replace('"licenses": [', '"licenses": [ 7, ');
    assert.deepEqual(terms(text), [`Elasticsearch, ${year}, 5`]);
    assert.deepEqual(told(reportOfAll({ 'license.json': text }, {}, '2025-06-01')), ['unknown-field "7"']);
  });
});

describe('Elasticsearch renewals', () => {
  /** A license that begins so many ms after the one before it has ended. */
  const renewal = (ms: number): string =>
    fileOf({
      type: 'enterprise',
      issue_date_in_millis: Date.UTC(2026, 0, 1) - 1 + ms,
      expiry_date_in_millis: Date.UTC(2027, 0, 1),
    });
  const joins: readonly (readonly [ms: number, gaps: readonly string[]])[] = [
    [0, []],
    [1, []],
    [1000, []],
    [1001, [`open 2025-12-31T23:59:59.999Z ${1001 / 3_600_000} h`]],
    [2000, [`open 2025-12-31T23:59:59.999Z ${2000 / 3_600_000} h`]],
  ];
  for (const [ms, expected] of joins) {
    it(`${ms} ms behind another file, of another type`, () => {
      const report = reportOfAll({ 'a/license.json': fileOf(), 'a/license-2.json': renewal(ms) }, {}, '2025-06-01');
      assert.equal(report.products.length, 1);
      assert.deepEqual(gaps(report), expected);
    });
  }

  it('another folder is another cluster', () => {
    assert.equal(reportOfAll({ 'a/license.json': fileOf(), 'b/license.json': renewal(0) }).products.length, 2);
  });

  it('the rule is told with its reason and its zone', () => {
    const [term] = claimed(fileOf(), 'license.json')!.terms;
    assert.deepEqual(
      [term!.rule.profile, term!.rule.expiryDay, term!.rule.zone, term!.rule.tolerance, term!.rule.isAssumed],
      ['elastic', 'instant', 'UTC', 1000, undefined],
    );
  });
});

describe('Elasticsearch licenses among other files', () => {
  const others: Readonly<Record<string, string | undefined>> = {
    '{"licenses":[{"product":"P","starts":"2025-01-01","expires":"2026-01-01"}]}': 'json',
    '{"licenses":[{"product":"P","start_date":"2025-01-01","expiry_date":"2026-01-01"}]}': 'json',
    '{"licenses":[{"name":"MIT","issue_date":"2020-01-01"}]}': undefined,
    '{"licenses":{"MIT":["left-pad@1.0.0"]}}': undefined,
    '{"name":"x","license":"MIT"}': undefined,
    '{"name":"x","license":{"type":"MIT","url":"https://example.org"}}': undefined,
    '{"license":{"properties":{"expiry_date_in_millis":{"type":"long"}}}}': undefined,
    '{"license":{"expiry_date_in_millis":{"type":"long"}}}': undefined,
    '["expiry_date_in_millis"]': undefined,
    '': undefined,
  };
  for (const [text, format] of Object.entries(others)) {
    it(`${text || 'nothing'} is ${format ?? 'silent'}`, () =>
      assert.equal(claimed(text, 'licenses.json')?.format, format));
  }

  for (const path of ['licenses.json', 'license.json', 'x.license', 'x.lic']) {
    it(`${path} is told by what it holds`, () => assert.equal(claimed(fileOf(), path)?.format, 'elastic'));
  }

  it('by its first 100,000 characters', () => {
    const far = JSON.stringify({ licenses: Array.from({ length: 1_000 }, () => license()) });
    assert.ok(far.length > 200_000);
    assert.equal(terms(far).length, 1_000);
    assert.equal(claimed(`{"x":"${' '.repeat(100_000)}",${fileOf().slice(1)}`, 'license.json'), undefined);
  });
});

describe('Elasticsearch licenses that are broken', () => {
  it('half a file: what is whole counts, what is cut does not', () => {
    const text = fileOf({}, { start_date_in_millis: Date.UTC(2026, 0, 1) });
    const cut = text.slice(0, text.lastIndexOf('expiry_date_in_millis') + 'expiry_date_in_millis": 17672'.length);
    assert.deepEqual(terms(cut), [`Elasticsearch, ${year}, 5`]);
    const report = reportOfAll({ 'license.json': cut }, {}, '2025-06-01');
    assert.deepEqual(told(report), ['syntax "{"']);
    assert.deepEqual(
      report.files[0]!.broken.map(({ product }) => product),
      ['Elasticsearch'],
    );
  });

  it('what is broken beside the licenses might have been one', () => {
    const report = reportOfAll({ 'license.json': fileOf().replace('{', '{ "license": ,') }, {}, '2025-06-01');
    assert.deepEqual(told(report), ['syntax ""license": "']);
    assert.deepEqual(report.files[0]!.broken, [{ environment: undefined, product: undefined, unreadable: true }]);
    assert.equal(report.files[0]!.terms.length, 1);
  });

  it('a missing comma costs nothing but a word', () => {
    const text = fileOf().replace('"platinum",', '"platinum"');
    assert.deepEqual(terms(text), [`Elasticsearch, ${year}, 5`]);
    assert.deepEqual(told(reportOfAll({ 'license.json': text }, {}, '2025-06-01')), ['syntax ""']);
  });

  it('every beginning and every wrong character', function () {
    this.timeout(60_000);
    surviveAll('license.json', fileOf({ max_nodes: null, max_resource_units: 7 }));
    surviveAll('license.json', JSON.stringify({ license: license({ expiry_date: '2025-12-31' }) }));
  });

  it('the sample, likewise', function () {
    needSamples.call(this);
    this.timeout(60_000);
    surviveAll('license.json', sampleText(basic));
  });

  it('32 MB of brackets and of licenses without end are read in time', function () {
    this.timeout(20_000);
    survive('license.json', `${fileOf().slice(0, -3)}${'['.repeat(5_000_000)}`);
    survive('license.json', `{"licenses":[${'{"expiry_date_in_millis":1,'.repeat(100_000)}`);
  });

  it('signature, uid and customer are never shown', () => {
    const secret = {
      signature: 'AAAAAwAAAA1zZWNyZXQtY2FuYXJ5',
      uid: 'canary-uid-0123456789',
      issued_to: 'Canary & Co',
    };
    const text = fileOf(secret, { ...secret, expiry_date_in_millis: 'x' }, { ...secret, max_nodes: 'y' });
    assertSilent(reportOfAll({ 'license.json': text }), Object.values(secret));
  });
});
