// The command line as a user runs it: output, exit codes, and what it does to files.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, project } from './command-line';

const samples = join(project, 'media/samples');
const { file, put, run } = commandLine();

const known = readFileSync(join(samples, 'code42-5.3.1.licenses.yaml'), 'utf8');
const check = ['check', '--at', '2026-11-22'];

describe('license-coverage check', () => {
  it('tells the known gap and exits 1', () => {
    put('licenses.yaml', known);
    const { status, stdout } = run(...check);
    assert.equal(status, 1);
    assert.match(stdout, /^licenses\.yaml:14:14: error gap: CrashPlan \(production\) is not covered for 24 h/);
    assert.match(stdout, /\n1 error in 1 license file\.\n$/);
  });

  it('prints the contract’s JSON, whatever the exit code', () => {
    put('a/licenses.yaml', known);
    const { status, stdout } = run(...check, '--format', 'json');
    const report = JSON.parse(stdout);
    assert.equal(status, 1);
    assert.equal(report.at, '2026-11-22T00:00:00.000Z');
    assert.deepEqual(report.files, [{ path: 'a/licenses.yaml', format: 'yaml', terms: 2 }]);
    const [{ terms, gaps, seats, ...product }] = report.products;
    assert.deepEqual(product, { environment: 'production', product: 'CrashPlan', profile: 'code42' });
    assert.deepEqual(terms[0], {
      file: 'a/licenses.yaml',
      line: 9,
      id: 'LIC-2025',
      kind: 'subscription',
      seats: 500,
      state: 'active',
      from: '2025-12-01T06:00:00.000Z',
      until: '2026-11-30T06:00:00.000Z',
    });
    assert.deepEqual(gaps, [
      { from: '2026-11-30T06:00:00.000Z', until: '2026-12-01T06:00:00.000Z', hours: 24, state: 'open' },
    ]);
    assert.deepEqual(seats, [
      { from: '2025-12-01T06:00:00.000Z', until: '2026-11-30T06:00:00.000Z', seats: 500 },
      { from: '2026-11-30T06:00:00.000Z', until: '2026-12-01T06:00:00.000Z', seats: 0 },
      { from: '2026-12-01T06:00:00.000Z', until: '2027-11-30T06:00:00.000Z', seats: 500 },
    ]);
    const [{ message, ...finding }] = report.findings;
    assert.deepEqual(finding, {
      rule: 'gap',
      severity: 'error',
      file: 'a/licenses.yaml',
      line: 14,
      column: 14,
      endLine: 14,
      endColumn: 24,
    });
    assert.match(message, /24 h/);
    assert.equal(stdout.includes('3F9A'), false, 'a key is shown');
  });

  it('says unlimited, unknown and without end in JSON', () => {
    put(
      'licenses.json',
      '{"expiryDay":"covered","licenses":[{"seats":"unlimited","starts":"2026-01-01","expires":null},{"product":"Q","kind":"perpetual"}]}',
    );
    const { products } = JSON.parse(run(...check, '--format', 'json').stdout);
    assert.deepEqual(
      [products[0].product, products[0].terms[0].seats, products[0].terms[0].until],
      [null, 'unlimited', null],
    );
    assert.deepEqual(products[1].seats, [{ from: null, until: null, seats: null }]);
  });

  it('finds the samples as they are meant', () => {
    const { products } = JSON.parse(run(...check, samples, '--format', 'json').stdout);
    const gaps = products.map(
      (product: { environment: string; product: string; pool?: string; gaps: { state: string; hours: number }[] }) => [
        product.environment,
        product.product,
        ...(product.pool === undefined ? [] : [product.pool]),
        ...product.gaps.map(({ state, hours }) => `${state} ${hours}`),
      ],
    );
    assert.deepEqual(gaps, [
      [null, 'Flow Simulation'],
      [null, 'Parametric CAD', 'open 1080'],
      [null, 'gadget', 'version 1.0'],
      [null, 'gadget', 'version 2.0'],
      [null, 'widget', 'open 24'],
      ['branch office', 'CrashPlan', 'possible 24'],
      ['production', 'CrashPlan', 'open 24'],
      ['upgraded', 'CrashPlan'],
    ]);
  });

  const exits: readonly (readonly [string, readonly string[], number, RegExp])[] = [
    ['--fail-on never', ['--fail-on', 'never'], 0, /^$/],
    ['a later --at, when the gap is over', ['--at', '2027-01-01'], 0, /^$/],
    ['--at as an instant', ['--at', '2026-11-30T12:00:00Z'], 1, /^$/],
    ['--at that is none', ['--at', 'tomorrow'], 2, /^license-coverage: --at must be a date/],
    ['--at without its offset', ['--at', '2026-11-30T12:00:00'], 2, /--at must be/],
    ['a format that is none', ['--format', 'xml'], 2, /--format must be one of text, json/],
    ['a severity that is none', ['--fail-on', 'hint'], 2, /--fail-on must be one of/],
    ['a flag that is none', ['--frobnicate'], 2, /^license-coverage: Unknown option '--frobnicate'/],
    ['a zone that is none', ['--timezone', 'Mars/Olympus'], 2, /timezone must be an IANA time zone/],
    [
      'a path that is not there, the others checked',
      ['licenses.yaml', 'nowhere.yaml'],
      2,
      /^license-coverage: nowhere\.yaml: no such file or folder\n$/,
    ],
    ['a file that no format reads', ['licenses.yaml', 'notes.txt'], 2, /notes\.txt: no format reads this file/],
  ];
  for (const [title, args, status, stderr] of exits) {
    it(`${title}: exit code ${status}`, () => {
      put('licenses.yaml', known);
      put('notes.txt', 'x');
      const result = run(...check, ...args);
      assert.equal(result.status, status);
      assert.match(result.stderr, stderr);
      assert.equal(result.stderr.split('\n').length, status === 2 ? 2 : 1);
      if (args.includes('nowhere.yaml')) assert.match(result.stdout, /error gap/);
    });
  }

  it('fails on warnings only when asked', () => {
    put('licenses.yaml', known.replace('server: { version: 5.3.1 }\n', ''));
    assert.equal(run(...check).status, 0);
    assert.equal(run(...check, '--fail-on', 'warning').status, 1);
  });

  it('a folder without license files is no failure, and said', () => {
    put('node_modules/x/licenses.yaml', known);
    put('.git/licenses.yaml', known);
    put('licenses.json', '[{"name":"left-pad","license":"MIT"}]');
    const { status, stderr, stdout } = run(...check);
    assert.deepEqual(
      [status, stderr, stdout],
      [0, 'license-coverage: .: no license files\n', 'No findings in 0 license files.\n'],
    );
  });

  it('a command that is none, and no command at all', () => {
    assert.deepEqual(
      [run('chek').status, run('--help').status, run('--version').stdout],
      [2, 0, 'license-coverage 0.0.0\n'],
    );
    assert.match(run().stdout, /^license-coverage: finds the holes/);
  });

  it('takes the settings found upward, flags before them', () => {
    put('license-coverage.settings.json', '{"licenseCoverage.expiryDay":"covered","files":["renewals-*.yaml"]}');
    put(
      'deep/renewals-1.yaml',
      'licenses:\n  - { starts: 2026-01-01, expires: 2026-12-31 }\n  - { starts: 2027-01-01, expires: never }\n',
    );
    assert.equal(run(...check).stdout, 'No findings in 1 license file.\n');
    assert.match(run(...check, '--expiry-day', 'uncovered').stdout, /error gap/);
    put('license-coverage.settings.json', '{"zone":"UTC"}');
    assert.match(run(...check).stderr, /there is no setting "zone"/);
    put('license-coverage.settings.json', '{');
    assert.equal(run(...check).status, 2);
  });

  it('reads CRLF and a byte order mark with the same places', () => {
    put('licenses.yaml', `\ufeff${known.replaceAll('\n', '\r\n')}`);
    assert.match(run(...check).stdout, /^licenses\.yaml:14:14: error gap/);
  });

  it('says of a file that is no UTF-8 that it is not read', () => {
    put('licenses.yaml', Buffer.from([0xff, 0xfe, 0x41, 0x00]));
    const { status, stderr } = run(...check);
    assert.deepEqual([status, stderr.split('\n')[0]], [2, 'license-coverage: licenses.yaml: not UTF-8 text']);
  });
});

describe('license-coverage check of vendors’ files', () => {
  const flexnet =
    'INCREMENT widget acmed 1.0 29-nov-2026 5 START=01-dec-2025 SIGN=00A1\n' +
    'INCREMENT widget acmed 1.0 30-nov-2027 5 START=01-dec-2026 SIGN=00A2\n';
  const rlm = 'HOST licsrv 001122334455 5053\nISV acmed\nLICENSE acmed gadget 1.0 permanent 5 _ck=00 sig="00"\n';

  it('finds them in folders by name and content', () => {
    put('ACME.LIC', flexnet);
    put('license.txt', 'MIT License\n\nPermission is hereby granted, free of charge\n');
    put('license-report.json', '{"licenses":[{"name":"left-pad","kind":"MIT","from":"2026-01-01"}]}');
    put('vendor.opt', 'RESERVE 1 widget USER joe\n');
    const { files, products } = JSON.parse(run(...check, '--format', 'json').stdout);
    assert.deepEqual(files, [{ path: 'ACME.LIC', format: 'flexnet', terms: 2 }]);
    assert.deepEqual(
      products.map(({ product, profile, pool, gaps }: Record<string, unknown>) => ({ product, profile, pool, gaps })),
      [
        {
          ...{ product: 'widget', profile: 'flexnet', pool: undefined },
          gaps: [{ from: '2026-11-30T00:00:00.000Z', until: '2026-12-01T00:00:00.000Z', hours: 24, state: 'open' }],
        },
      ],
    );
  });

  it('reads a path that is named, whatever its name', () => {
    put('keys.txt', flexnet);
    assert.match(run(...check, 'keys.txt').stdout, /^keys\.txt:1:28: error gap: widget/);
    assert.equal(run(...check).stderr, 'license-coverage: .: no license files\n');
  });

  it('reads bytes that are no UTF-8, and says where they are', () => {
    put(
      'acme.lic',
      Buffer.from(flexnet.replace('widget', 'wídget').replace('SIGN=00A2', 'NOTICE="für alle" SIGN=00A2'), 'latin1'),
    );
    const { status, stdout, stderr } = run(...check);
    assert.deepEqual([status, stderr], [0, '']);
    assert.deepEqual(
      [...stdout.matchAll(/^acme\.lic:(\d+):\d+: warning syntax: Something in this line is not UTF-8/gm)].map(
        ([, line]) => line,
      ),
      ['1', '2'],
    );
  });

  it('tells of the mark that RLM can not read', () => {
    put('marked.lic', `\ufeff${rlm}`);
    assert.match(run(...check).stdout, /^marked\.lic:1:1: warning syntax: This file begins with a byte order mark/);
    put('marked.lic', rlm);
    assert.equal(run(...check).stdout, 'No findings in 1 license file.\n');
  });

  it('follows the settings for a vendor', () => {
    put('acme.lic', flexnet.replace('29-nov', '30-nov'));
    assert.equal(run(...check).stdout, 'No findings in 1 license file.\n');
    put(
      'license-coverage.settings.json',
      '{"profiles":{"ACMED":{"expiryDay":"uncovered","timezone":"Europe/Berlin"}}}',
    );
    assert.match(run(...check).stdout, /2026-11-30 00:00 to 2026-12-01 00:00 \(Europe\/Berlin\)/);
    put('license-coverage.settings.json', '{"profiles":{"acmed":"sometimes"}}');
    assert.match(run(...check).stderr, /licenseCoverage\.profiles must be an object of products/);
  });

  it('leaves them as they are when gaps are filled', () => {
    put('acme.lic', flexnet);
    assert.equal(
      run('fix', '--at', '2026-11-22').stdout,
      "1 open gap is left in vendors' files: only the vendor can sign a license that fills it, so ask the vendor.\n",
    );
    assert.equal(readFileSync(file('acme.lic'), 'utf8'), flexnet);
  });
});
