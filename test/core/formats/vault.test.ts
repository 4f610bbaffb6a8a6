// Licenses of HashiCorp's servers: what a person reads in their JSON and in what their commands print.
import assert from 'node:assert/strict';
import { gaps, readText, told } from '../read';
import { assertSilent, exactTerms, headsOf, placesOf, survive, surviveAll } from './instants';
import { claimed, messagesOf, needSamples, reportOfAll, sampleText } from './lines';

const status = 'hashicorp/vault_sys-license-status.json';
const inspected = 'hashicorp/vault_license-inspect.txt';

/** What `GET /v1/sys/license/status` says of one license. */
function license(fields: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    expiration_time: '2025-12-31T23:59:59Z',
    features: ['HSM', 'Namespaces'],
    license_id: '11111111-canary-uuid',
    performance_standby_count: 9999,
    start_time: '2025-01-01T00:00:00Z',
    termination_time: '2035-12-31T23:59:59Z',
    ...fields,
  };
}

function answer(fields: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ data: { autoloading_used: true, autoloaded: license(fields) } }, null, 2);
}

/** What `vault license inspect` prints. */
function printed(lines: Readonly<Record<string, string>> = {}): string {
  const all: Readonly<Record<string, string>> = {
    Product: 'vault',
    'License ID': '11111111-canary-uuid',
    'Start Time': '2025-01-01 00:00:00 +0000 UTC',
    'Expiration Time': '2025-12-31 23:59:59 +0000 UTC',
    'Termination Time': '2035-12-31 23:59:59.999 +0000 UTC',
    ...lines,
  };
  const body = Object.entries(all).map(([name, value]) => `  ${name}: ${value}\n`);
  return `Source: /etc/vault/license\nSignature: valid\nEntitlements:\n${body.join('')}License is valid\n`;
}

function terms(text: string, path = text.startsWith('{') ? 'license.json' : 'license.txt'): string[] {
  return exactTerms(claimed(text, path));
}

const year = '2025-01-01T00:00:00.000Z to 2025-12-31T23:59:59.000Z, ?';

describe('HashiCorp licenses', () => {
  it('the sample of an answer', function () {
    needSamples.call(this);
    const file = claimed(sampleText(status), 'license.json')!;
    assert.deepEqual(exactTerms(file), ['vault, 2021-05-17T00:00:00.000Z to 2022-05-17T23:59:59.000Z, ?']);
    assert.deepEqual(placesOf(file), ['starts 2021-05-17T00:00:00Z', 'expires 2022-05-17T23:59:59Z']);
    assert.deepEqual(headsOf(file), ['expiration_time']);
    assert.deepEqual(told(reportOfAll({ 'license.json': sampleText(status) })), ['expiry "2022-05-17T23:59:59Z"']);
  });

  it('the sample of what is printed', function () {
    needSamples.call(this);
    const file = claimed(sampleText(inspected), 'license.txt')!;
    assert.deepEqual(exactTerms(file), ['vault, 2021-05-17T00:00:00.000Z to 2022-05-17T23:59:59.999Z, ?']);
    assert.deepEqual(placesOf(file), [
      'product vault',
      'starts 2021-05-17 00:00:00 +0000 UTC',
      'expires 2022-05-17 23:59:59.999 +0000 UTC',
    ]);
    assert.deepEqual(headsOf(file), ['  Product: vault']);
    assert.deepEqual(told(reportOfAll({ 'license.txt': sampleText(inspected) })), [
      'expiry "2022-05-17 23:59:59.999 +0000 UTC"',
    ]);
  });

  const other = license({ start_time: '2020-01-01T00:00:00Z', expiration_time: '2020-12-31T23:59:59Z' });
  const forms: readonly (readonly [title: string, text: string, terms: readonly string[]])[] = [
    ['an answer', answer(), [`vault, ${year}`]],
    ['the data of an answer', JSON.stringify({ autoloaded: license() }), [`vault, ${year}`]],
    // It is a copy of what was loaded, or of what was loaded before.
    [
      'not the copy to compare with',
      JSON.stringify({ data: { persisted_autoload: other, autoloaded: license() } }),
      [`vault, ${year}`],
    ],
    [
      'the copy where nothing else is',
      JSON.stringify({ data: { autoloaded: null, persisted_autoload: license() } }),
      [`vault, ${year}`],
    ],
    ['a stored one', JSON.stringify({ data: { stored: license(), persisted_autoload: other } }), [`vault, ${year}`]],
    [
      'an answer before 1.8, with an offset',
      JSON.stringify({
        data: {
          expiration_time: '2017-11-14T16:34:36.546753-05:00',
          features: ['UI'],
          license_id: 'temporary',
          start_time: '2017-11-14T16:04:36.546753-05:00',
        },
      }),
      ['vault, 2017-11-14T21:04:36.546Z to 2017-11-14T21:34:36.546Z, ?'],
    ],
    [
      'an answer of Consul',
      JSON.stringify({
        Valid: true,
        License: license({ product: 'consul', issue_time: '2018-05-21T20:03:35.911567355Z' }),
        Warnings: [],
      }),
      [`consul, ${year}`],
    ],
    [
      'nanoseconds',
      answer({ expiration_time: '2025-12-31T23:59:59.999999999Z' }),
      ['vault, 2025-01-01T00:00:00.000Z to 2025-12-31T23:59:59.999Z, ?'],
    ],
    ['no start', answer({ start_time: undefined }), ['vault, always to 2025-12-31T23:59:59.000Z, ?']],
    [
      'a start that was never set',
      answer({ start_time: '0001-01-01T00:00:00Z' }),
      ['vault, always to 2025-12-31T23:59:59.000Z, ?'],
    ],
    ['what is printed', printed(), [`vault, ${year}`]],
    ['with CRLF', printed().replaceAll('\n', '\r\n'), [`vault, ${year}`]],
    ['with carriage returns alone', printed().replaceAll('\n', '\r'), [`vault, ${year}`]],
    ['of Consul', printed({ Product: 'consul' }), [`consul, ${year}`]],
    [
      'the table of `license get`',
      'Key                          Value\n---                          -----\nexpiration_time              2025-12-31T23:59:59Z\n' +
        'features                     [HSM Namespaces]\nlicense_id                   11111111-canary-uuid\n' +
        'performance_standby_count    9999\nstart_time                   2025-01-01T00:00:00Z\ntermination_time             2035-12-31T23:59:59Z\n',
      [`vault, ${year}`],
    ],
    [
      'what Nomad prints',
      'Product        = nomad\nLicense Status = valid\nLicense ID     = 11111111-canary-uuid\nIssued At      = 2025-01-01 14:21:16.969610774 +0000 UTC\n' +
        'Expires At     = 2025-12-31 23:59:59 +0000 UTC\nTerminates At  = 2026-05-10 00:00:00 +0000 UTC\n',
      ['nomad, always to 2025-12-31T23:59:59.000Z, ?'],
    ],
    ['all that a key entitles to', printed() + printed({ Product: 'nomad' }), [`vault, ${year}`, `nomad, ${year}`]],
  ];
  for (const [title, text, expected] of forms) it(title, () => assert.deepEqual(terms(text), expected));

  const wrong: readonly (readonly [title: string, text: string, findings: readonly string[]])[] = [
    ['a day', answer({ expiration_time: '2025-12-31' }), ['invalid-date "2025-12-31"']],
    ['no offset', answer({ expiration_time: '2025-12-31T23:59:59' }), ['invalid-date "2025-12-31T23:59:59"']],
    ['no such day', answer({ start_time: '2025-02-30T00:00:00Z' }), ['invalid-date "2025-02-30T00:00:00Z"']],
    ['a number', answer({ expiration_time: 1767225599 }), ['invalid-date "1767225599"']],
    ['a list', answer({ expiration_time: ['x'] }), ['invalid-date "[\n        "x"\n      ]"']],
    ['nothing', answer({ expiration_time: undefined }), ['missing-field "features"']],
    [
      'an end that was never set',
      answer({ expiration_time: '0001-01-01T00:00:00Z' }),
      ['missing-field "expiration_time"'],
    ],
    [
      'an end before the start',
      answer({ expiration_time: '2024-01-01T00:00:00Z' }),
      ['reversed-term "2024-01-01T00:00:00Z"'],
    ],
    ['a word', printed({ 'Expiration Time': 'soon' }), ['invalid-date "soon"']],
    ['nothing behind the colon', printed({ 'Expiration Time': '' }), ['missing-field "  Product: vault"']],
    [
      'no such hour',
      printed({ 'Start Time': '2025-01-01 25:00:00 +0000 UTC' }),
      ['invalid-date "2025-01-01 25:00:00 +0000 UTC"'],
    ],
  ];
  for (const [title, text, findings] of wrong) {
    it(`${title} is told${text.startsWith('{') ? ' in JSON' : ''}`, () => {
      const path = text.startsWith('{') ? 'license.json' : 'license.txt';
      const report = reportOfAll({ [path]: text });
      assert.deepEqual(
        told(report).filter(finding => !finding.startsWith('no-terms')),
        findings,
      );
      assert.deepEqual(
        report.files[0]!.broken.map(({ product }) => product),
        ['vault'],
      );
    });
  }

  it('a broken block costs only itself', () => {
    assert.deepEqual(terms(printed({ 'Expiration Time': 'soon' }) + printed({ Product: 'nomad' })), [`nomad, ${year}`]);
  });

  it('what a missing end says', () => {
    const report = reportOfAll({ 'license.json': answer({ expiration_time: null }) });
    assert.deepEqual(messagesOf(report, 'missing-field'), [
      'This license has no "expiration_time", so nobody can tell when it ends, and it is not counted. It is signed: ask the vendor for a corrected one.',
    ]);
  });
});

describe('HashiCorp renewals', () => {
  const joins: readonly (readonly [start: string, gaps: readonly string[]])[] = [
    ['2025-12-31T23:59:59Z', []],
    ['2026-01-01T00:00:00Z', []],
    ['2026-01-01T00:00:00.001Z', [`open 2025-12-31T23:59:59.000Z ${1001 / 3_600_000} h`]],
    ['2026-01-01T00:00:01Z', [`open 2025-12-31T23:59:59.000Z ${2000 / 3_600_000} h`]],
  ];
  for (const [start, expected] of joins) {
    it(`${start} behind the last second of the year, in another form`, () => {
      const next = answer({ start_time: start, expiration_time: '2026-12-31T23:59:59Z' });
      const report = reportOfAll({ 'a/license.txt': printed(), 'a/license.json': next });
      assert.equal(report.products.length, 1);
      assert.deepEqual(gaps(report), expected);
    });
  }

  it('termination is no end', () => {
    const [term] = readText('license.json', answer()).terms;
    assert.deepEqual([term!.rule.profile, term!.rule.expiryDay, term!.rule.zone], ['vault', 'instant', 'UTC']);
    assert.equal(term!.until, Date.UTC(2025, 11, 31, 23, 59, 59));
  });
});

describe('HashiCorp licenses among other files', () => {
  const others: Readonly<Record<string, string | undefined>> = {
    '{"licenses":[{"product":"vault","start_time":"2025-01-01","expiration":"2026-01-01"}]}': 'json',
    '{"data":{"expiration_time":"2025-12-31T23:59:59Z"}}': undefined,
    '{"expiration_time":"2025-12-31T23:59:59Z","start_time":"x","name":"a lease"}': undefined,
    '{"license_id":"MIT","start_time":{}}': undefined,
    '{"license_id":"X-1","start_time":"2025-01-01T00:00:00Z","expiration_time":"2026-01-01T00:00:00Z"}': undefined,
    'Product: vault\nVersion: 1.11\n': undefined,
    'Start Time: 2025-01-01\nExpiration Time: 2026-01-01\n': undefined,
    'The expiration_time of our vault license is near.\nProduct: vault\n': undefined,
    '': undefined,
  };
  for (const [text, format] of Object.entries(others)) {
    it(`${text || 'nothing'} is ${format ?? 'silent'}`, () => {
      assert.equal(claimed(text, text.startsWith('{') ? 'licenses.json' : 'license.txt')?.format, format);
    });
  }

  it('by its first 100,000 characters', () => {
    assert.equal(claimed(`${'# notes\n'.repeat(12_000)}${printed()}`, 'license.txt')?.format, 'vault');
    assert.equal(claimed(`${'# notes\n'.repeat(13_000)}${printed()}`, 'license.txt'), undefined);
  });
});

describe('HashiCorp licenses that are broken', () => {
  it('half an answer: what is cut does not count', () => {
    const text = answer();
    const cut = text.slice(0, text.indexOf('start_time') + 'start_time": "2025-01'.length);
    const report = reportOfAll({ 'license.json': cut });
    assert.deepEqual(report.files[0]!.terms, []);
    assert.deepEqual(
      report.files[0]!.broken.map(({ product }) => product),
      ['vault'],
    );
    assert.ok(told(report).every(finding => /^(?:syntax|no-terms) /.test(finding)));
  });

  it('every beginning and every wrong character', function () {
    this.timeout(60_000);
    surviveAll('license.json', answer());
    surviveAll('license.txt', printed());
  });

  it('the samples, likewise', function () {
    needSamples.call(this);
    this.timeout(60_000);
    surviveAll('license.json', sampleText(status));
    surviveAll('license.txt', sampleText(inspected));
  });

  it('32 MB of blanks and of labels are read in time', function () {
    this.timeout(20_000);
    survive('license.txt', `${printed()}${' '.repeat(30_000_000)}`);
    survive('license.txt', `${printed()}${'Expires At: x\n'.repeat(300_000)}`);
  });

  it('the id of the license and its place are never shown', () => {
    const secrets = ['11111111-canary-uuid', '/etc/vault/license'];
    assertSilent(reportOfAll({ 'license.json': answer(), 'license.txt': printed() }), secrets);
    assertSilent(reportOfAll({ 'license.txt': printed({ 'Expiration Time': 'soon' }) }), secrets);
  });
});
