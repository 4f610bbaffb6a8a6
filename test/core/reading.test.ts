// What is read of a file, and when it stays silent.
import assert from 'node:assert/strict';
import { analyze } from '../../src/core/analyze';
import { isLicenseFileName } from '../../src/core/file-names';
import { readLicenseFile } from '../../src/core/formats';
import { defaultSettings } from '../../src/core/settings';
import { at, gaps, iso, readText, reportOn, told } from './read';

describe('which files are license files', () => {
  const names: readonly (readonly [string, boolean])[] = [
    ['licenses.yaml', true],
    ['a/b/licenses.yml', true],
    ['Licenses.JSON', true],
    ['backup.licenses.toml', true],
    ['license-coverage.jsonc', true],
    ['LICENSE', false],
    ['license.yaml', false],
    ['.licenses.yaml', false],
    ['licenses.yaml.bak', false],
    ['licenses.txt', true],
    ['ansyslmd.lic', true],
    ['LICENSE.DAT', true],
    ['license.lic', true],
    ['enterprise.license', true],
    ['license.jwt', true],
    ['license_2026.json', true],
    ['H01_SAP_keys.txt', true],
    ['lservrc', true],
    ['lservrc_site', true],
    ['.lic', false],
    ['.license', false],
    ['vendor.opt', false],
    ['readme-license.txt', false],
    ['license.md', false],
    ['my-licenses.yaml', false],
    ['license-coverage.settings.json', false],
    ['licenses', false],
  ];
  for (const [name, expected] of names) {
    it(`${name}: ${expected ? 'yes' : 'no'}`, () => {
      assert.equal(isLicenseFileName(name), expected);
    });
  }

  const inventories: readonly string[] = [
    '{"licenses":[{"name":"left-pad","version":"1.0.0","license":"MIT"}]}',
    '{"left-pad@1.0.0":{"licenses":"MIT","repository":"x"}}',
    '[{"department":"kessler","name":"left-pad","licenseType":"MIT"}]',
    '{"licenses":{"MIT":4,"ISC":2}}',
    '"MIT"',
    '[]',
    '',
    '{"licenses":[]}',
  ];
  for (const text of inventories) {
    it(`a dependency inventory is none: ${text.slice(0, 40)}`, () => {
      assert.equal(readLicenseFile({ path: 'licenses.json', text }, defaultSettings), undefined);
    });
  }

  it('license-coverage.* always is, and says if nothing can be read', () => {
    const file = readLicenseFile({ path: 'license-coverage.json', text: '[]' }, defaultSettings);
    assert.deepEqual(told(analyze([file!], defaultSettings, at)), ['no-terms "[]"']);
  });

  for (const field of ['expiryDay: covered', 'profile: code42', 'required: { seats: 5 }', 'acceptedGaps: []']) {
    it(`"${field}" makes it one`, () => {
      assert.ok(readLicenseFile({ path: 'licenses.yaml', text: `${field}\n` }, defaultSettings));
    });
  }
});

describe('field names', () => {
  const starts = [
    'starts',
    'start',
    'startDate',
    'start_date',
    'Start-Date',
    'validFrom',
    'notBefore',
    'begin',
    'from',
  ];
  const expires = [
    'expires',
    'end',
    'END_DATE',
    'expiry',
    'expiryDate',
    'expiration',
    'expirationDate',
    'validUntil',
    'validTo',
    'notAfter',
    'until',
  ];
  const seats = ['seats', 'quantity', 'count', 'users'];
  for (const list of ['licenses', 'terms', 'subscriptions', 'entitlements']) {
    it(`are understood in all spellings below ${list}`, () => {
      for (const start of starts) {
        for (const end of expires) {
          const [term] = readText(
            'licenses.yaml',
            `${list}:\n  - { ${start}: 2026-01-01, ${end}: 2026-02-01T00:00:00Z, ${seats[end.length % 4]}: 5 }\n`,
          ).terms;
          assert.deepEqual(
            [iso(term!.from), iso(term!.until), term!.seats],
            ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z', 5],
            `${start} ${end}`,
          );
        }
      }
    });
  }

  const products: readonly (readonly [string, string, string | undefined])[] = [
    ['the entry’s own', 'product: A\nlicenses: [{ product: B, name: C, kind: perpetual }]', 'B'],
    ['the file’s', 'product: A\nlicenses: [{ name: C, kind: perpetual }]', 'A'],
    ['a name where there is nothing else', 'licenses: [{ sku: C, kind: perpetual }]', 'C'],
    ['none', 'licenses: [{ kind: perpetual }]', undefined],
  ];
  for (const [title, text, product] of products) {
    it(`the product is ${title}`, () => {
      assert.equal(readText('licenses.yaml', text).terms[0]!.product, product);
    });
  }

  it('misspelled are told where the field is missing, and only then', () => {
    const entry = (fields: string) =>
      told(reportOn('licenses.yaml', `expiryDay: covered\nlicenses:\n  - { starts: 2026-01-01, ${fields} }\n`));
    assert.deepEqual(entry('exipres: 2027-01-01'), ['unknown-field "exipres"']);
    assert.deepEqual(entry('expires: never, expire: 2027-01-01'), []);
    for (const other of ['license: MIT', 'user: ann', 'state: live', 'note: x', 'owner: y', 'status: z', 'ends: never'])
      assert.deepEqual(entry(`expires: never, ${other}`), [], other);
  });
});

describe('entries', () => {
  const single = (fields: string) => reportOn('licenses.yaml', `expiryDay: covered\nlicenses:\n  - ${fields}\n`);
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['without any date', '{ id: A, seats: 5 }', ['no-terms "licenses"', 'missing-field "id"']],
    ['with two empty dates', '{ id: A, starts: , expires: }', ['no-terms "licenses"', 'missing-field "id"']],
    ['perpetual', '{ kind: perpetual }', []],
    ['that never end', '{ starts: 2020-01-01, expires: perpetual }', []],
    [
      'with an impossible date',
      '{ starts: 2026-02-30, expires: never }',
      ['no-terms "licenses"', 'invalid-date "2026-02-30"'],
    ],
    [
      'with an ambiguous date',
      '{ starts: 03/04/2026, expires: never }',
      ['no-terms "licenses"', 'ambiguous-date "03/04/2026"'],
    ],
    [
      'with a list for a date',
      '{ starts: [2026-01-01], expires: never }',
      ['no-terms "licenses"', 'invalid-date "[2026-01-01]"'],
    ],
    ['reversed', '{ starts: 2027-01-01, expires: 2026-01-01 }', ['no-terms "licenses"', 'reversed-term "2026-01-01"']],
    ['of one day that counts', '{ starts: 2028-01-01, expires: 2028-01-01 }', []],
    ['with seats that are none', '{ kind: perpetual, seats: many }', ['unknown-field "many"']],
    ['with fewer than no seats', '{ kind: perpetual, seats: -1 }', ['unknown-field "-1"']],
    ['with more seats than can be counted', '{ kind: perpetual, seats: 1e308 }', ['unknown-field "1e308"']],
  ];
  for (const [title, fields, findings] of cases) {
    it(title, () => {
      assert.deepEqual(told(single(fields)), findings);
    });
  }

  const placeholders = ['', 'null', 'TEMPORARY-KEY', 'TODO', 'todo: ask', 'TBD', '<key>', '"<temporary key>"', '~'];
  const keys = ['3F9A', '****', '$KEY', 'ENC[x]', 'TBD-1', '0'];
  for (const key of placeholders) {
    it(`a key "${key}" is still to be typed`, () => {
      assert.equal(
        readText(
          'licenses.yaml',
          `licenses:\n  - starts: 2026-01-01\n    key: ${key.includes(': ') ? JSON.stringify(key) : key}\n`,
        ).terms[0]!.state,
        'pending',
      );
    });
  }
  for (const key of keys) {
    it(`a key "${key}" is one`, () => {
      assert.equal(
        readText('licenses.yaml', `licenses:\n  - { starts: 2026-01-01, key: '${key}' }\n`).terms[0]!.state,
        'active',
      );
    });
  }

  it('a broken one costs only itself, and a gap that it might fill says so', () => {
    const text =
      'product: P\nexpiryDay: covered\nlicenses:\n  - { starts: 2025-01-01, expires: 2026-12-31 }\n  - { starts: 2027-01-01, expires: 2027-13-31 }\n  - { starts: 2028-01-01, expires: never }\n';
    const report = reportOn('licenses.yaml', text);
    assert.deepEqual(told(report), ['gap "2026-12-31"', 'invalid-date "2027-13-31"']);
    assert.match(report.findings[0]!.message, /One entry that could not be read might fill it\.$/);
  });

  it('a half-typed one is no license without an end, and the gap that it might fill says so', () => {
    const entry = (id: string, starts: string, rest: string) =>
      `{"id":"${id}","product":"P","starts":"${starts}","expires":${rest}`;
    const text = `{"expiryDay":"covered","licenses":[${entry('A', '2025-01-01', '"2026-12-31"}')},${entry('B', '2027-01-01', '}')},${entry('C', '2028-01-01', 'null}')}]}`;
    const report = reportOn('licenses.json', text);
    assert.deepEqual(
      report.files[0]!.terms.map(({ id }) => id),
      ['A', 'C'],
    );
    assert.deepEqual(
      report.findings.map(({ rule }) => rule),
      ['gap', 'syntax'],
    );
    assert.match(report.findings[0]!.message, /One entry that could not be read might fill it\.$/);
  });

  it('one whose dates can be read is read, though its text is broken elsewhere', () => {
    const text = '{"licenses":[{"id":"A" "starts":"2026-01-01","expires":"2027-01-01"}]}';
    assert.deepEqual(
      readText('licenses.json', text).terms.map(({ id }) => id),
      ['A'],
    );
  });

  it('ids and keys that stand twice are told, the keys without being shown', () => {
    const text =
      'licenses:\n  - { id: A, key: S3CRET, kind: perpetual }\n  - { id: A, key: S3CRET, kind: perpetual }\n  - { id: C, key: TODO, kind: perpetual }\n  - { id: D, key: TODO, starts: 2026-01-01 }\n';
    const report = reportOn('licenses.yaml', text);
    assert.deepEqual(told(report), ['duplicate-id "A"', 'duplicate-key "S3CRET"']);
    assert.equal(
      JSON.stringify(
        report.findings.map(({ message, related }) => [message, related?.map(({ message }) => message)]),
      ).includes('S3CRET'),
      false,
    );
  });
});

describe('files together', () => {
  const file = (path: string, text: string) => readText(path, text);
  const year = (y: number, product = 'P') =>
    `product: ${product}\nexpiryDay: covered\nlicenses:\n  - { id: L${y}, starts: ${y}-01-01, expires: ${y}-12-31 }\n`;

  it('join by product and environment, without case', () => {
    const files = [
      file('a.yaml', year(2027)),
      file('b.yaml', year(2028, ' p ')),
      file('c.yaml', `environment: test\n${year(2029)}`),
      file('d.yaml', `environment: TEST\n${year(2030)}`),
    ];
    const { products } = analyze(files, defaultSettings, at);
    assert.deepEqual(
      products.map(({ environment, product, terms }) => [environment, product, terms.length]),
      [
        [undefined, 'P', 2],
        ['test', 'P', 2],
      ],
    );
  });

  it('have a gap across two files, told in the first and related to the second', () => {
    const report = analyze([file('a.yaml', year(2027)), file('b.yaml', year(2029))], defaultSettings, at);
    assert.deepEqual(gaps(report), ['open 2028-01-01T00:00:00.000Z 8784 h']);
    assert.equal(report.findings[0]!.file.path, 'a.yaml');
    assert.deepEqual(
      report.findings[0]!.related!.map(({ file, message }) => `${file.path} ${message}`),
      ['a.yaml L2027 expires 2027-12-31', 'b.yaml L2029 starts 2029-01-01'],
    );
  });

  it('without a product stay apart, and so do YAML documents', () => {
    const unnamed = year(2028).replace('product: P\n', '');
    assert.equal(analyze([file('a.yaml', unnamed), file('b.yaml', unnamed)], defaultSettings, at).products.length, 2);
    assert.equal(reportOn('a.yaml', `${unnamed}---\n${unnamed}`).products.length, 2);
    assert.equal(reportOn('a.yaml', `${year(2028)}---\n${year(2029)}`).products.length, 1);
  });

  it('a need of one YAML document is none of another', () => {
    const need = 'required: { from: 2027-12-01 }\n';
    const unnamed = year(2028).replace('product: P\n', '');
    assert.deepEqual(gaps(reportOn('a.yaml', `${need}${unnamed}---\n${unnamed}`)), [
      'open 2027-12-01T00:00:00.000Z 744 h',
    ]);
  });

  it('an accepted gap is not told; cut short, the rest is', () => {
    const text = (until: string) =>
      `${year(2027)}  - { starts: 2028-02-01, expires: never }\nacceptedGaps:\n  - { product: P, from: 2028-01-01, until: ${until}, reason: migration }\n`;
    assert.deepEqual(told(reportOn('a.yaml', text('2028-02-01'))), []);
    assert.deepEqual(gaps(reportOn('a.yaml', text('2028-01-31T23:59:00Z'))), [
      'accepted 2028-01-01T00:00:00.000Z 743.9833333333333 h',
      'open 2028-01-31T23:59:00.000Z 0.016666666666666666 h',
    ]);
    assert.deepEqual(told(reportOn('a.yaml', text('soon'))), ['gap "2027-12-31"', 'invalid-date "soon"']);
  });
});

describe('an end', () => {
  const ending = (expires: string, more = '') =>
    told(
      reportOn(
        'a.yaml',
        `product: P\nexpiryDay: covered\nlicenses:\n  - { id: A, starts: 2025-01-01, expires: ${expires} }\n${more}`,
      ),
    );
  it('is told within thirty days, and once it is over', () => {
    assert.deepEqual(ending('2026-12-22'), []);
    assert.deepEqual(ending('2026-12-21'), ['expiry "2026-12-21"']);
    assert.deepEqual(ending('2020-01-01'), ['reversed-term "2020-01-01"', 'no-terms "licenses"'].reverse());
    assert.deepEqual(ending('2025-06-01'), ['expiry "2025-06-01"']);
  });

  it('has the severity of its time', () => {
    const severity = (expires: string) =>
      reportOn('a.yaml', `expiryDay: covered\nlicenses:\n  - { starts: 2024-01-01, expires: ${expires} }\n`)
        .findings[0]!.severity;
    assert.equal(severity('2026-12-01'), 'warning');
    assert.equal(severity('2026-11-20'), 'error');
  });

  it('is not told where a later term follows, even after a hole; the hole is', () => {
    assert.deepEqual(ending('2026-12-01', '  - { starts: 2026-12-02, expires: never }\n'), []);
    assert.deepEqual(ending('2026-12-01', '  - { starts: 2026-12-05, expires: never }\n'), ['gap "2026-12-01"']);
  });

  it('a short add-on silences nothing', () => {
    assert.deepEqual(ending('2026-12-01', '  - { starts: 2026-11-01, expires: 2026-11-25 }\n'), [
      'expiry "2026-12-01"',
    ]);
  });

  it('settings move the warning and the severities', () => {
    const text = 'expiryDay: covered\nlicenses:\n  - { starts: 2024-01-01, expires: 2027-01-15 }\n';
    assert.deepEqual(told(reportOn('a.yaml', text, { expiryWarningDays: 90 })), ['expiry "2027-01-15"']);
    assert.deepEqual(told(reportOn('a.yaml', text, { expiryWarningDays: 90, severity: { expiry: 'off' } })), []);
    assert.equal(
      reportOn('a.yaml', text, { expiryWarningDays: 90, severity: { expiry: 'hint' } }).findings[0]!.severity,
      'hint',
    );
  });
});

describe('what is over', () => {
  it('a gap wholly in the past is a hint, one that is going on is not', () => {
    const text = (starts: string) =>
      `expiryDay: covered\nlicenses:\n  - { starts: 2020-01-01, expires: 2026-10-31 }\n  - { starts: ${starts}, expires: never }\n`;
    assert.equal(reportOn('a.yaml', text('2026-11-15')).findings[0]!.severity, 'hint');
    assert.equal(reportOn('a.yaml', text('2026-12-15')).findings[0]!.severity, 'error');
  });

  it('a missing start is told as information where another term ends first', () => {
    const text =
      'expiryDay: covered\nlicenses:\n  - { id: A, starts: 2020-01-01, expires: 2026-10-31 }\n  - { id: B, expires: 2028-01-01 }\n';
    const [finding] = reportOn('a.yaml', text).findings;
    assert.deepEqual(
      [finding!.rule, finding!.severity, finding!.span.start],
      ['missing-field', 'information', text.indexOf('id: B')],
    );
  });
});
