// The user's settings: what they change, and what is told of a value that can't be meant.
import assert from 'node:assert/strict';
import { analyze } from '../../src/core/analyze';
import { defaultSettings, filePatternsOf, readSettings, type Settings } from '../../src/core/settings';
import { at, gaps, iso, readText, reportOn, told } from './read';

function settingsFrom(values: Readonly<Record<string, unknown>>): { settings: Settings; complaints: string[] } {
  const complaints: string[] = [];
  const settings = readSettings(
    name => values[name],
    message => complaints.push(message),
  );
  return { settings, complaints };
}

describe('settings', () => {
  it('hold their defaults where nothing is said', () => {
    assert.deepEqual(settingsFrom({}), { settings: defaultSettings, complaints: [] });
  });

  const wrong: readonly (readonly [name: string, value: unknown])[] = [
    ['timezone', 'Mars/Olympus'],
    ['expiryDay', 'sometimes'],
    ['expiryWarningDays', -1],
    ['expiryWarningDays', '30'],
    ['expiryWarningDays', 36_501],
    ['joinFiles', 'no'],
    ['fields', { Ablauf: 'endet' }],
    ['fields', ['expires']],
    ['fields', { ' ': 'expires' }],
    ['dateFormats', 'dd.MM.yyyy'],
    ['dateFormats', ['']],
    ['dateFormats', ['dd.MM.']],
    ['dateFormats', ['yyyy-MM']],
    ['dateFormats', ['no date']],
    ['dateFormats', ['(((']],
    ['dateFormats', ['t']],
    ['dateFormats', ['yyyy-dd-MM']],
    ['profiles', 'uncovered'],
    ['profiles', { flexnet: 'sometimes' }],
    ['profiles', { flexnet: 'instant' }],
    ['profiles', { flexnet: { expiryDay: 'never' } }],
    ['profiles', { flexnet: { timezone: 'Mars/Olympus' } }],
    ['profiles', { flexnet: { zone: 'UTC' } }],
    ['profiles', { flexnet: ['uncovered'] }],
    ['profiles', { ' ': 'uncovered' }],
    ['timelineItems', 999],
    ['timelineItems', 1_000_001],
    ['timelineItems', '5000'],
    ['severity', { gap: 'fatal' }],
    ['severity', { nonsense: 'error' }],
    ['severity', { toString: 'error' }],
  ];
  for (const [name, value] of wrong) {
    it(`${name} is not ${JSON.stringify(value)}: that is told, and the default holds`, () => {
      const { settings, complaints } = settingsFrom({ [name]: value });
      assert.deepEqual(settings, defaultSettings);
      assert.equal(complaints.length, 1);
      assert.match(complaints[0]!, new RegExp(`^licenseCoverage\\.${name} must be `));
    });
  }
});

describe('settings of the wrong type', () => {
  const values: readonly unknown[] = [
    '\u0000',
    -1,
    Number.NaN,
    null,
    [null],
    [[]],
    { a: { b: [] } },
    { '': null },
    '',
    true,
  ];
  const names = [...Object.keys(defaultSettings), 'toString'];
  for (const value of values) {
    it(`${JSON.stringify(value)}: each is told once, by its name, and its default holds, unless it may be so`, () => {
      for (const name of names) {
        const told: unknown[] = [];
        const settings = readSettings(
          asked => (asked === name ? value : undefined),
          (_, ...about) => told.push(about),
        );
        const mayBe =
          (name === 'joinFiles' && value === true) ||
          (name === 'requestTemplate' && typeof value === 'string') ||
          !Object.hasOwn(defaultSettings, name);
        assert.deepEqual(told, mayBe ? [] : [[name, value]], name);
        if (!mayBe) assert.deepEqual(settings, defaultSettings, name);
      }
    });
  }

  const patterns: readonly [value: unknown, good: readonly string[], complaints: number][] = [
    [undefined, [], 0],
    [[], [], 0],
    [['*.lic.txt', 'legal/**'], ['*.lic.txt', 'legal/**'], 0],
    ['*.txt', [], 1],
    [null, [], 1],
    [{ '*.txt': true }, [], 1],
    [7, [], 1],
    [['*.txt', 7, null, '', ' ', ['a']], ['*.txt'], 1],
  ];
  for (const [value, good, complaints] of patterns) {
    it(`files: ${JSON.stringify(value)}`, () => {
      const told: string[] = [];
      assert.deepEqual(
        filePatternsOf(value, message => told.push(message)),
        good,
      );
      assert.equal(told.length, complaints);
      for (const message of told) assert.match(message, /^licenseCoverage\.files must be a list of glob patterns/);
    });
  }
});

describe('the setting fields', () => {
  const { settings } = settingsFrom({
    fields: { 'Abl.Dtm.': 'expires', Beginn: 'validFrom', Produkt: 'product', 'Anz-Plätze': 'seats' },
  });
  const text =
    'expiryDay: covered\nlicenses:\n' +
    '  - { Produkt: A, beginn: 2026-01-01, ABL.DTM.: 2026-11-30, anz_plätze: 5 }\n  - { Produkt: A, Beginn: 2026-12-02 }\n';

  it('gives names of the user’s own their meaning, without case, _ and -', () => {
    const [term] = readText('licenses.yaml', text, settings).terms;
    assert.deepEqual(
      [term!.product, iso(term!.from), iso(term!.until), term!.seats],
      ['A', '2026-01-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z', 5],
    );
    assert.deepEqual(gaps(reportOn('licenses.yaml', text, settings)), ['open 2026-12-01T00:00:00.000Z 24 h']);
  });

  it('makes a file one of ours that has only such names', () => {
    const json = '{"licenses":[{"Abl.Dtm.":"2026-11-30"}]}';
    assert.equal(readText('licenses.json', json, settings).terms.length, 1);
    assert.equal(readText('licenses.json', json).terms.length, 0);
  });

  it('is that of each reading: what one user maps another does not', () => {
    const json = '{"licenses":[{"start":"2026-01-01","ende":"2026-11-30"},{"start":"2026-01-01","ende":"2026-11-30"}]}';
    const german = settingsFrom({ fields: { ende: 'expires' } }).settings;
    const until = (own: Partial<Settings>): string[] =>
      readText('x.licenses.json', json, own).terms.map(term => iso(term.until));
    assert.deepEqual(until({}), ['Infinity', 'Infinity']);
    assert.deepEqual(until(german), ['2026-11-30T00:00:00.000Z', '2026-11-30T00:00:00.000Z']);
    assert.deepEqual(until({}), ['Infinity', 'Infinity']);
  });

  it('wins over our own meaning of a name', () => {
    const own = settingsFrom({ fields: { until: 'starts' } }).settings;
    const [term] = readText('licenses.yaml', 'licenses: [{ until: 2026-01-01 }]', own).terms;
    assert.deepEqual([iso(term!.from), iso(term!.until)], ['2026-01-01T00:00:00.000Z', 'Infinity']);
  });
});

describe('the setting dateFormats', () => {
  const good: readonly (readonly [pattern: string, written: string, until: string])[] = [
    ['dd.MM.yyyy', '30.11.2026', '2026-12-01T00:00:00.000Z'],
    ['DD.MM.YYYY', '30.11.2026', '2026-12-01T00:00:00.000Z'],
    ['d.M.yyyy', '1.9.2026', '2026-09-02T00:00:00.000Z'],
    ['MM/dd/yyyy', '11/30/2026', '2026-12-01T00:00:00.000Z'],
    ['dd-MMM-yyyy', '30-Nov-2026', '2026-12-01T00:00:00.000Z'],
    ['MMMM d, yyyy', 'November 30, 2026', '2026-12-01T00:00:00.000Z'],
    ['yyyyMMdd', '20261130', '2026-12-01T00:00:00.000Z'],
    ['dd.MM.yy', '30.11.26', '2026-12-01T00:00:00.000Z'],
    ['dd.MM.yyyy HH:mm', '30.11.2026 17:30', '2026-11-30T17:30:00.000Z'],
    ['dd.MM.yyyy HH:mm xxx', '30.11.2026 17:30 +02:00', '2026-11-30T15:30:00.000Z'],
    ["dd.MM.yyyy 'Uhr' HH", '30.11.2026 Uhr 17', '2026-11-30T17:00:00.000Z'],
  ];
  for (const [pattern, written, until] of good) {
    it(`reads ${written} by ${pattern}`, () => {
      const { settings, complaints } = settingsFrom({ dateFormats: [pattern] });
      assert.deepEqual(complaints, []);
      const text = JSON.stringify({ expiryDay: 'covered', licenses: [{ starts: '2020-01-01', expires: written }] });
      assert.deepEqual(
        readText('licenses.json', text, settings).terms.map(term => iso(term.until)),
        [until],
      );
    });
  }

  it('is read on the clocks of the file, not of the machine', () => {
    const { settings } = settingsFrom({ dateFormats: ['dd.MM.yyyy', 'dd.MM.yyyy HH:mm'] });
    const [term] = readText(
      'licenses.yaml',
      'timezone: America/Chicago\nlicenses: [{ starts: 01.12.2025, expires: 08.03.2026 02:30 }]',
      settings,
    ).terms;
    assert.deepEqual([iso(term!.from), iso(term!.until)], ['2025-12-01T06:00:00.000Z', '2026-03-08T08:00:00.000Z']);
  });

  const { settings } = settingsFrom({ dateFormats: ['dd.MM.yyyy'] });
  const entry = (date: string): string => `licenses:\n  - { expires: ${date} }\n`;

  it('leaves our own spellings as they are', () => {
    assert.deepEqual(gaps(reportOn('licenses.yaml', entry('2026-02-28'), settings)), []);
    assert.equal(readText('licenses.yaml', entry('2026-12-24'), settings).terms.length, 1);
  });

  it('knows a day that is none, and offers the nearest in the same hand', () => {
    const report = reportOn('licenses.yaml', entry('31.02.2026'), settings);
    assert.deepEqual(told(report), ['no-terms "licenses"', 'invalid-date "31.02.2026"']);
    const { subject } = report.findings[1]!;
    assert.deepEqual(subject?.kind === 'replace' && subject.choices, ['28.02.2026', '01.03.2026']);
  });

  for (const date of ['1.2.26', '30.11', '30-11-2026', '30.11.2026 x', 'x30.11.2026']) {
    it(`does not read ${date}`, () => {
      assert.ok(
        told(reportOn('licenses.yaml', entry(date), settings)).some(each => /^(invalid|ambiguous)-date/.test(each)),
      );
    });
  }

  it('that reads one text as two days leaves it open which is meant', () => {
    const both = settingsFrom({ dateFormats: ['dd/MM/yyyy', 'MM/dd/yyyy'] }).settings;
    const report = reportOn('licenses.yaml', entry('03/04/2026'), both);
    assert.deepEqual(told(report), ['no-terms "licenses"', 'ambiguous-date "03/04/2026"']);
    const { subject } = report.findings[1]!;
    assert.deepEqual(subject?.kind === 'replace' && subject.choices, ['2026-04-03', '2026-03-04']);
    assert.equal(readText('licenses.yaml', entry('30/11/2026'), both).terms.length, 1);
  });
});

describe('the setting joinFiles', () => {
  const files = ['a', 'b'].map((name, i) =>
    readText(
      `${name}.licenses.yaml`,
      `product: P\nexpiryDay: uncovered\nlicenses: [{ starts: 202${5 + i}-12-01, expires: 202${6 + i}-11-30 }]\n`,
    ),
  );
  const between = (settings: Partial<Settings>): string[] =>
    gaps(analyze(files, { ...defaultSettings, ...settings }, at));

  it('joins all files of a folder', () => {
    assert.deepEqual(between({}), ['open 2026-11-30T00:00:00.000Z 24 h']);
  });

  it('keeps each for itself if it is off', () => {
    assert.deepEqual(between({ joinFiles: false }), []);
    assert.equal(analyze(files, { ...defaultSettings, joinFiles: false }, at).products.length, 2);
  });
});

describe('the setting profiles', () => {
  const flexnet =
    'INCREMENT widget acmed 1.0 30-nov-2026 5 START=01-dec-2025 SIGN=1\nINCREMENT widget acmed 1.0 permanent 5 START=01-dec-2026 SIGN=2\n';
  const native =
    'licenses:\n- {product: Widget, starts: 2025-12-01, expires: 2026-11-30}\n- {product: Widget, starts: 2026-12-01}\n';
  const uncovered = ['open 2026-11-30T00:00:00.000Z 24 h'];

  const vendors: readonly (readonly [profiles: object, expected: readonly string[]])[] = [
    [{}, []],
    [{ flexnet: 'uncovered' }, uncovered],
    [{ ACMED: 'uncovered' }, uncovered],
    [{ 'Widget ': { expiryDay: 'uncovered' } }, uncovered],
    [{ flexnet: 'uncovered', acmed: 'covered' }, []],
    [{ acmed: 'covered', widget: 'uncovered' }, uncovered],
    [{ rlm: 'uncovered', other: 'uncovered' }, []],
    [{ flexnet: 'unstated' }, ['possible 2026-11-30T00:00:00.000Z 24 h']],
    [{ flexnet: { timezone: 'Asia/Kolkata' } }, []],
    [{ flexnet: { expiryDay: 'uncovered', timezone: 'Asia/Kolkata' } }, ['open 2026-11-29T18:30:00.000Z 24 h']],
  ];
  for (const [profiles, expected] of vendors) {
    it(`${JSON.stringify(profiles)} in a vendor’s file: ${expected.join() || 'no gap'}`, () => {
      const { settings, complaints } = settingsFrom({ profiles });
      assert.deepEqual(complaints, []);
      assert.deepEqual(gaps(reportOn('a.lic', flexnet, settings)), expected);
    });
  }

  const possible = ['possible 2026-11-30T00:00:00.000Z 24 h'];
  const natives: readonly (readonly [text: string, settings: object, expected: readonly string[]])[] = [
    [native, { profiles: {} }, possible],
    [native, { profiles: { widget: 'uncovered' } }, uncovered],
    [native, { profiles: { widget: 'uncovered' }, expiryDay: 'covered' }, uncovered],
    [native, { profiles: { widget: 'unstated' }, expiryDay: 'covered' }, possible],
    [native, { profiles: { flexnet: 'uncovered' } }, possible],
    [`vendor: ACME\n${native}`, { profiles: { acme: 'uncovered' } }, uncovered],
    [`expiryDay: covered\n${native}`, { profiles: { widget: 'uncovered' } }, []],
    [`profile: covered\n${native}`, { profiles: { widget: 'uncovered' } }, []],
    [`profile: rlm\n${native}`, { profiles: {} }, []],
    [native, { profiles: { widget: { timezone: 'Asia/Kolkata' } } }, ['possible 2026-11-29T18:30:00.000Z 24 h']],
    [`timezone: UTC\n${native}`, { profiles: { widget: { timezone: 'Asia/Kolkata' } } }, possible],
  ];
  for (const [text, values, expected] of natives) {
    it(`${JSON.stringify(values)} with "${text.split('\n')[0]}": ${expected.join() || 'no gap'}`, () => {
      assert.deepEqual(gaps(reportOn('licenses.yaml', text, settingsFrom({ ...values }).settings)), expected);
    });
  }

  it('says nothing of licenses that end at an instant', () => {
    const elastic =
      '{"license":{"uid":"1","type":"gold","issue_date_in_millis":1764547200000,"expiry_date_in_millis":1796083199999}}';
    const { settings } = settingsFrom({ profiles: { elastic: 'uncovered' } });
    const [coverage] = reportOn('license.json', elastic, settings).products;
    assert.equal(coverage!.terms[0]!.rule.expiryDay, 'instant');
  });
});
