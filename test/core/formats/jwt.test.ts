// JSON Web Tokens as licenses: what a person reads in them, and that nothing of them is shown.
import assert from 'node:assert/strict';
import { decodeBase64Url } from '../../../src/core/formats/base64url';
import { gaps, readText, told } from '../read';
import { assertSilent, exactTerms, headsOf, placesOf, survive, surviveAll } from './instants';
import { claimed, messagesOf, needSamples, reportOfAll, sampleText } from './lines';

const term1 = 'jwt/synthetic_term1_license.jwt';
const term2 = 'jwt/synthetic_term2_license.jwt';

const [nbf, exp] = [Date.UTC(2025, 0, 1) / 1000, Date.UTC(2026, 0, 1) / 1000];

function encoded(text: string): string {
  return Buffer.from(text).toString('base64url');
}

/** A token with a payload as it is written. */
function tokenOf(payload: string): string {
  return `${encoded('{"typ":"JWT","alg":"HS256"}')}.${encoded(payload)}.${encoded('canary-of-a-signature')}`;
}

/** A token of the year 2025; `undefined` takes a claim away. */
function token(claims: Readonly<Record<string, unknown>> = {}): string {
  return tokenOf(JSON.stringify({ iss: 'Example', sub: 'Canary Customer', nbf, exp, ...claims }));
}

function terms(text: string): string[] {
  return exactTerms(claimed(text, 'license.jwt'));
}

const year = '2025-01-01T00:00:00.000Z to 2026-01-01T00:00:00.000Z, ?';

describe('JWT licenses', () => {
  it('the samples, and the hole between them', function () {
    needSamples.call(this);
    const texts = { 'a/license1.jwt': sampleText(term1), 'a/license2.jwt': sampleText(term2) };
    assert.deepEqual(terms(texts['a/license1.jwt']), [
      'example, 2025-01-01T00:00:00.000Z to 2025-12-31T23:59:59.000Z, ?',
    ]);
    assert.deepEqual(terms(texts['a/license2.jwt']), [
      'example, 2026-01-02T00:00:00.000Z to 2027-01-01T00:00:00.000Z, ?',
    ]);
    const report = reportOfAll(texts, {}, '2025-06-01');
    assert.equal(report.products.length, 1);
    assert.deepEqual(gaps(report), [`open 2025-12-31T23:59:59.000Z ${24 + 1 / 3600} h`]);
    assert.deepEqual(told(report), ['gap "eyJ0eXAi"']);
    assert.match(
      messagesOf(report, 'gap')[0]!,
      /2025-12-31 23:59:59 to 2026-01-02 00:00 \(UTC\)\. The example license expires 2025-12-31T23:59:59Z, the next one starts 2026-01-02T00:00:00Z\./,
    );
  });

  const forms: readonly (readonly [title: string, text: string, terms: readonly string[]])[] = [
    ['a token', token(), [`Example, ${year}`]],
    ['line breaks at its end', `${token()}\r\n\n`, [`Example, ${year}`]],
    ['a byte order mark', `\ufeff${token()}`, [`Example, ${year}`]],
    ['one on each line', `${token()}\n\n${token({ product: 'Widget' })}\n`, [`Example, ${year}`, `Widget, ${year}`]],
    ['carriage returns alone', `${token()}\r${token({ product: 'Widget' })}`, [`Example, ${year}`, `Widget, ${year}`]],
    ['no nbf', token({ nbf: undefined, iat: nbf }), [`Example, ${year}`]],
    ['nbf before iat', token({ iat: nbf + 5 }), [`Example, ${year}`]],
    ['iat that is none, where there is nbf', token({ iat: 'x' }), [`Example, ${year}`]],
    ['no start', token({ nbf: undefined }), ['Example, always to 2026-01-01T00:00:00.000Z, ?']],
    ['no end', token({ exp: undefined }), ['Example, 2025-01-01T00:00:00.000Z to never, ?']],
    ['an end that is null', token({ exp: null }), ['Example, 2025-01-01T00:00:00.000Z to never, ?']],
    [
      'fractions of a second',
      token({ nbf: nbf + 0.25, exp: exp - 0.001 }),
      ['Example, 2025-01-01T00:00:00.250Z to 2025-12-31T23:59:59.999Z, ?'],
    ],
    ['an exponent', tokenOf(`{"iss":"Example","nbf":1735689600,"exp":1.7672256e9}`), [`Example, ${year}`]],
    ['the last of two', tokenOf(`{"iss":"Example","nbf":1735689600,"exp":1,"exp":1767225600}`), [`Example, ${year}`]],
    ['no issuer', token({ iss: undefined }), [`JWT, ${year}`]],
    ['an issuer that is no text', token({ iss: ['x'] }), [`JWT, ${year}`]],
    ['letters beyond ASCII', token({ iss: 'Größe 😀 株式会社' }), [`Größe 😀 株式会社, ${year}`]],
    ['no signature', token().replace(/[^.]*$/, ''), [`Example, ${year}`]],
    [
      'padding',
      `${encoded('{"a":1}')}=.${encoded(JSON.stringify({ exp, nbf, iss: 'Example' }))}==.AA==`,
      [`Example, ${year}`],
    ],
  ];
  for (const [title, text, expected] of forms) it(title, () => assert.deepEqual(terms(text), expected));

  it('places are the first characters, and texts are dates', () => {
    const file = readText('license.jwt', `\n ${token()}\n`);
    assert.deepEqual(placesOf(file), [
      'starts eyJ0eXAi says 2025-01-01T00:00:00Z',
      'expires eyJ0eXAi says 2026-01-01T00:00:00Z',
    ]);
    assert.deepEqual(headsOf(file), ['eyJ0eXAi']);
    const [{ entry }] = file.terms as [(typeof file.terms)[0]];
    assert.equal(file.text.slice(entry.node.start, entry.node.end), token());
  });

  const wrong: readonly (readonly [title: string, line: string, finding: string, product: string | undefined])[] = [
    ['exp that is a text', token({ exp: '1767225600' }), 'invalid-date "eyJ0eXAi"', 'Example'],
    ['exp that is negative', token({ exp: -1 }), 'invalid-date "eyJ0eXAi"', 'Example'],
    ['exp in milliseconds', token({ exp: exp * 1000 }), 'invalid-date "eyJ0eXAi"', 'Example'],
    ['exp beyond all', token({ exp: 1e300 }), 'invalid-date "eyJ0eXAi"', 'Example'],
    ['exp that is a list', token({ exp: [exp] }), 'invalid-date "eyJ0eXAi"', 'Example'],
    ['nbf that is a text', token({ nbf: '2025-01-01' }), 'invalid-date "eyJ0eXAi"', 'Example'],
    ['iat that is a text', token({ nbf: undefined, iat: '2025-01-01' }), 'invalid-date "eyJ0eXAi"', 'Example'],
    ['neither nbf nor exp', token({ nbf: undefined, exp: undefined, iat: nbf }), 'missing-field "eyJ0eXAi"', 'Example'],
    ['exp that is nbf', token({ exp: nbf }), 'reversed-term "eyJ0eXAi"', 'Example'],
    ['exp before nbf', token({ exp: nbf - 1 }), 'reversed-term "eyJ0eXAi"', 'Example'],
    ['no JSON', tokenOf('{"exp":1'), 'syntax "eyJ0eXAi"', undefined],
    ['JSON that is no mapping', tokenOf('[1]'), 'syntax "eyJ0eXAi"', undefined],
    ['no UTF-8', `e30.${Buffer.from([0x7b, 0xff, 0x7d]).toString('base64url')}.x`, 'syntax "e30"', undefined],
    ['one digit too many', 'e30.eyJleHAiOjF9A.x', 'syntax "e30"', undefined],
    ['five parts', `${token()}.a.b`, 'syntax "eyJ0eXAi"', undefined],
    ['another word', 'LICENSE', 'syntax "LICENSE"', undefined],
  ];
  for (const [title, line, finding, product] of wrong) {
    it(`${title} costs only its token`, () => {
      const text = `${line}\n${token()}\n`;
      assert.deepEqual(terms(text), [`Example, ${year}`]);
      const report = reportOfAll({ 'license.jwt': text }, {}, '2025-06-01');
      assert.deepEqual(told(report), [finding]);
      assert.deepEqual(
        report.files[0]!.broken.map(entry => entry.product),
        [product],
      );
    });
  }

  it('what a wrong claim says', () => {
    const report = reportOfAll({ 'license.jwt': token({ exp: 'soon' }) });
    assert.deepEqual(messagesOf(report, 'invalid-date'), [
      '"exp" of this token is no number of seconds since 1970, so it is not counted. It is signed: ask the vendor for a corrected one.',
    ]);
  });
});

describe('JWT renewals', () => {
  const joins: readonly (readonly [seconds: number, gaps: readonly string[]])[] = [
    // Not valid any more at `exp`, valid already at `nbf`.
    [0, []],
    [0.001, [`open 2026-01-01T00:00:00.000Z ${1 / 3_600_000} h`]],
    [1, [`open 2026-01-01T00:00:00.000Z ${1 / 3600} h`]],
  ];
  for (const [seconds, expected] of joins) {
    it(`${seconds} s behind another file, for another customer`, () => {
      const next = token({ nbf: exp + seconds, exp: exp + 31_536_000, sub: 'Another' });
      const report = reportOfAll({ 'a/license.jwt': token(), 'a/license-2.jwt': next }, {}, '2025-06-01');
      assert.equal(report.products.length, 1);
      assert.deepEqual(gaps(report), expected);
    });
  }

  it('the rule is told with its reason and its zone', () => {
    const [term] = readText('license.jwt', token()).terms;
    assert.deepEqual(
      [term!.rule.profile, term!.rule.expiryDay, term!.rule.zone, term!.rule.tolerance],
      ['jwt', 'instant', 'UTC', undefined],
    );
  });
});

describe('JWT licenses among other files', () => {
  const others: Readonly<Record<string, string | undefined>> = {
    'a.b.c': undefined,
    'www.example.org': undefined,
    [tokenOf('{"iat":1735689600}')]: undefined,
    [token({ nbf: '1', exp: '2' })]: undefined,
    [`token: ${token()}`]: undefined,
    [`${token()}\nThis is our token.`]: undefined,
    [`${token()}\n# renewed`]: undefined,
    [JSON.stringify({ token: token() })]: undefined,
    'eyJhbGciOiJkaXIifQ..iv.ciphertext.tag': undefined,
    '': undefined,
  };
  for (const [text, format] of Object.entries(others))
    it(`${text || 'nothing'} is ${format ?? 'silent'}`, () =>
      assert.equal(claimed(text, 'license.jwt')?.format, format));

  for (const path of ['license.jwt', 'license.txt', 'license.dat', 'x.lic', 'x.license']) {
    it(`${path} is told by what it holds`, () => assert.equal(claimed(token(), path)?.format, 'jwt'));
  }

  it('by its first 100,000 characters', () => {
    const text = Array(1_000).fill(token()).join('\n');
    assert.ok(text.length > 150_000);
    assert.equal(terms(text).length, 1_000);
  });
});

describe('JWT licenses that are broken', () => {
  it('every beginning and every wrong character', function () {
    this.timeout(60_000);
    surviveAll('license.jwt', `${token({ iss: 'Größe' })}\n${token()}\n`);
  });

  it('the samples, likewise', function () {
    needSamples.call(this);
    this.timeout(60_000);
    surviveAll('license.jwt', sampleText(term1));
    surviveAll('license.jwt', sampleText(term2));
  });

  it('megabytes of tokens, of dots and of letters are read in time', function () {
    this.timeout(20_000);
    assert.equal(readText('license.jwt', `${token()}\n`.repeat(50_000)).terms.length, 50_000);
    survive('license.jwt', `${token()}\n${'.'.repeat(10_000_000)}`);
    survive('license.jwt', `${token()}\n${'a'.repeat(10_000_000)}`);
    survive('license.jwt', `${token()}\n${'a.\n'.repeat(150_000)}`);
    survive('license.jwt', tokenOf(`{"exp":1,"x":"${'ü'.repeat(5_000_000)}"}`));
  });

  it('more than 200,000 tokens are told', function () {
    this.timeout(20_000);
    const text = `${tokenOf('{"exp":1}').replace(/\.[^.]*$/, '.')}\n`.repeat(200_001);
    const file = readText('license.jwt', text);
    assert.equal(file.terms.length, 200_000);
    assert.deepEqual(
      file.problems.map(({ rule }) => rule),
      ['limit'],
    );
  });

  it('no part of a token is ever shown, nor what else it says', () => {
    const claims = {
      sub: 'Canary Customer',
      aud: 'canary-audience-0123',
      jti: 'canary-token-id-0123',
      key: 'canary-key-456789',
    };
    const all = [
      token(claims),
      token({ ...claims, nbf: exp + 5, exp: exp + 500 }),
      token({ ...claims, exp: 'canary-in-a-wrong-exp' }),
      token({ ...claims, exp: nbf - 1 }),
      token({ ...claims, exp: undefined, nbf: undefined }),
      tokenOf('{"canary": "in broken JSON"'),
    ];
    const report = reportOfAll({
      'a/license.jwt': all.join('\n'),
      'a/license-2.jwt': token({ nbf: exp + 5000, exp: exp + 9000 }),
    });
    assert.ok(report.findings.length > 5);
    assertSilent(report, [
      ...all,
      ...Object.values(claims),
      'canary-in-a-wrong-exp',
      'canary-of-a-signature',
      'in broken JSON',
    ]);
  });
});

describe('base64url', () => {
  it('every text comes back', () => {
    for (const text of [
      '',
      'a',
      'ab',
      'abc',
      '~~~???>>>',
      '\0',
      'ü',
      '株',
      '😀',
      '\uffff',
      'x'.repeat(20_000),
      '😀'.repeat(9_000),
    ])
      assert.equal(decodeBase64Url(encoded(text)), text);
  });

  for (const bytes of [
    [0x80],
    [0xc0, 0x80],
    [0xc1, 0xbf],
    [0xc3],
    [0xc3, 0x28],
    [0xe0, 0x80, 0x80],
    [0xed, 0xa0, 0x80],
    [0xf0, 0x80, 0x80, 0x80],
    [0xf4, 0x90, 0x80, 0x80],
    [0xf5, 0x80, 0x80, 0x80],
    [0xff],
  ]) {
    it(`${Buffer.from(bytes).toString('hex')} is no UTF-8`, () => {
      assert.equal(decodeBase64Url(Buffer.from(bytes).toString('base64url')), undefined);
    });
  }

  for (const text of ['a', 'abcde', 'ab+c', 'ab/c', 'a b c', 'ab=c', 'YQ===', 'ÿaaa', '\u0141aaa']) {
    it(`${text} is no base64url`, () => assert.equal(decodeBase64Url(text), undefined));
  }
});
