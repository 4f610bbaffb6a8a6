// What nobody should write, and somebody will: a clear finding or the right answer, never a throw.
import assert from 'node:assert/strict';
import { gaps, iso, readText, reportOn, told } from './read';

const covered = 'product: P\nexpiryDay: covered\n';

function entry(fields: string, head = covered): string {
  return `${head}licenses:\n  - { ${fields} }\n`;
}

describe('dates at the edges', () => {
  const cases: readonly (readonly [title: string, fields: string, from: string, until: string])[] = [
    [
      'the years 1 and 9999',
      'starts: 0001-01-01, expires: 9999-12-31',
      '0001-01-01T00:00:00.000Z',
      '+010000-01-01T00:00:00.000Z',
    ],
    [
      '29 February of a leap year',
      'starts: 2024-02-29, expires: 2028-02-29',
      '2024-02-29T00:00:00.000Z',
      '2028-03-01T00:00:00.000Z',
    ],
    [
      'the last second of a day',
      'starts: 2026-01-01, expires: 2026-12-31T23:59:59',
      '2026-01-01T00:00:00.000Z',
      '2026-12-31T23:59:59.000Z',
    ],
    [
      '24:00 as a day’s end',
      'starts: 2026-01-01, expires: 2026-12-31T24:00:00',
      '2026-01-01T00:00:00.000Z',
      '2027-01-01T00:00:00.000Z',
    ],
  ];
  for (const [title, fields, from, until] of cases) {
    it(title, () => {
      const [term] = readText('licenses.yaml', entry(fields)).terms;
      assert.deepEqual([iso(term!.from), iso(term!.until)], [from, until]);
    });
  }

  const wrong: readonly (readonly [fields: string, finding: string])[] = [
    ['expires: 2026-02-29', 'invalid-date "2026-02-29"'],
    ['expires: 2100-02-29', 'invalid-date "2100-02-29"'],
    ['expires: 0000-01-01', 'invalid-date "0000-01-01"'],
    ['expires: 10000-01-01', 'invalid-date "10000-01-01"'],
    ['expires: 2026-12-31T25:00:00', 'invalid-date "2026-12-31T25:00:00"'],
    ['expires: 2026-12-31T00:00:00+99:00', 'invalid-date "2026-12-31T00:00:00+99:00"'],
    ['expires: soon', 'invalid-date "soon"'],
    ['expires: [2026-12-31]', 'invalid-date "[2026-12-31]"'],
    ['starts: 2026-02-01, expires: 2026-01-01', 'reversed-term "2026-01-01"'],
  ];
  for (const [fields, finding] of wrong) {
    it(`${fields}: a finding, and no license of it`, () => {
      const report = reportOn('licenses.yaml', entry(fields));
      assert.deepEqual(told(report), ['no-terms "licenses"', finding]);
    });
  }

  const days: readonly (readonly [title: string, zone: string, day: string, hours: number])[] = [
    ['23 hours', 'America/Chicago', '2026-03-08', 23],
    ['25 hours', 'America/Chicago', '2026-11-01', 25],
    ['23.5 hours', 'Australia/Lord_Howe', '2026-10-04', 23.5],
    ['24.5 hours', 'Australia/Lord_Howe', '2026-04-05', 24.5],
    ['23 hours where midnight is skipped', 'America/Santiago', '2026-09-06', 23],
  ];
  for (const [title, zone, day, hours] of days) {
    it(`a day of ${title} is a gap of as many`, () => {
      const after = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
      const text = `timezone: ${zone}\nexpiryDay: uncovered\nlicenses:\n  - { starts: 2020-01-01, expires: ${day} }\n  - { starts: ${after} }\n`;
      assert.equal(Number(/ (\S+) h$/.exec(gaps(reportOn('licenses.yaml', text))[0]!)![1]), hours);
    });
  }
});

describe('values that can’t be meant', () => {
  const good = 'starts: 2026-01-01, expires: never';
  const cases: readonly (readonly [title: string, text: string, finding: string])[] = [
    [
      'a zone that does not exist',
      entry(good, `${covered}timezone: America/Nowhere\n`),
      'unknown-zone "America/Nowhere"',
    ],
    ['an offset as a zone', entry(good, `${covered}timezone: "+02:00"\n`), 'unknown-zone "+02:00"'],
    ['seats of −1', entry(`${good}, seats: -1`), 'unknown-field "-1"'],
    ['seats of 1e308', entry(`${good}, seats: 1e308`), 'unknown-field "1e308"'],
    ['seats of "many"', entry(`${good}, seats: many`), 'unknown-field "many"'],
    ['seats in a list', entry(`${good}, seats: [500]`), 'unknown-field "[500]"'],
    ['seats of underscores', entry(`${good}, seats: __`), 'unknown-field "__"'],
    ['seats of half a person', entry(`${good}, seats: 0.5`), 'unknown-field "0.5"'],
    ['more seats than there are people', entry(`${good}, seats: 10000000001`), 'unknown-field "10000000001"'],
    [
      'a version in words',
      entry('starts: 2026-01-01', 'vendor: Code42\nserver: { version: five }\n'),
      'unknown-version "five"',
    ],
    ['required seats of "many"', `${entry(good)}required: { seats: many }\n`, 'unknown-field "many"'],
    [
      'a required time that ends before it begins',
      `${entry(good)}required: { from: 2027-01-01, until: 2026-01-01 }\n`,
      'reversed-term "2026-01-01"',
    ],
    [
      'an accepted time that is empty',
      `${entry(good)}acceptedGaps: [{ from: 2027-01-01, until: 2027-01-01 }]\n`,
      'reversed-term "2027-01-01"',
    ],
    [
      'an accepted time with a date that is none',
      `${entry(good)}acceptedGaps: [{ from: 2027-02-30 }]\n`,
      'invalid-date "2027-02-30"',
    ],
    [
      'a misspelled bound, which accepts nothing',
      `${entry(good)}acceptedGaps: [{ form: 2027-02-01 }]\n`,
      'unknown-field "form"',
    ],
    ['an acceptance that is no mapping', `${entry(good)}acceptedGaps: [2027-02-01]\n`, 'unknown-field "2027-02-01"'],
    [
      'acceptances that are no list',
      `${entry(good)}acceptedGaps: { from: 2027-02-01 }\n`,
      'unknown-field "{ from: 2027-02-01 }"',
    ],
    ['a requirement that is no mapping', `${entry(good)}required: [500]\n`, 'unknown-field "[500]"'],
  ];
  for (const [title, text, finding] of cases) {
    it(title, () => assert.deepEqual(told(reportOn('licenses.yaml', text)), [finding]));
  }

  it('a version with a suffix is taken for the worse, and said to be unconfirmed', () => {
    const text = entry('starts: 2026-01-01, expires: 2026-11-30', 'vendor: Code42\nserver: { version: 5.3.1-beta }\n');
    const report = reportOn('licenses.yaml', `${text}  - { starts: 2026-12-01 }\n`);
    assert.deepEqual(told(report), ['gap "2026-11-30"']);
    assert.match(report.findings[0]!.message, /unconfirmed/);
  });
});

describe('what is no license', () => {
  it('a blank start and a blank end are no license for all time', () => {
    const text =
      '{"product":"E","expiryDay":"covered","licenses":[{"id":"A","starts":"2025-01-01","expires":"2026-12-31"},{"id":"B","starts":"","expires":" "},{"id":"C","starts":"2028-01-01"}]}';
    assert.deepEqual(told(reportOn('licenses.json', text)), ['gap "2026-12-31"', 'missing-field "id"']);
  });

  it('an item that is no mapping is told, and might fill the gap', () => {
    const text = `${covered}licenses:\n  - { starts: 2026-01-01, expires: 2026-12-31 }\n  - LIC-2027 from 2027-01-01\n  - [ id, B ]\n  -\n  - { starts: 2028-01-01 }\n`;
    const report = reportOn('licenses.yaml', text);
    assert.deepEqual(told(report), [
      'gap "2026-12-31"',
      'unknown-field "LIC-2027 from 2027-01-01"',
      'unknown-field "[ id, B ]"',
    ]);
    assert.match(report.findings[0]!.message, /2 entries that could not be read might fill it/);
  });

  it('a word under a list’s name hides no list', () => {
    const text = `terms: net 30\n${entry('starts: 2026-01-01')}`;
    assert.equal(readText('licenses.yaml', text).terms.length, 1);
  });

  it('a second list is told', () => {
    const text = `${entry('starts: 2026-01-01')}subscriptions:\n  - { starts: 2026-01-01 }\n`;
    assert.deepEqual(told(reportOn('licenses.yaml', text)), ['unknown-field "subscriptions"']);
  });

  it('a list or a mapping where an acceptance needs a date accepts nothing', () => {
    const text = `${entry('starts: 2026-01-01, expires: 2026-12-31')}  - { starts: 2028-01-01 }\nacceptedGaps: [{ from: [2026-01-01], until: { d: 2029-01-01 } }]\n`;
    assert.deepEqual(told(reportOn('licenses.yaml', text)), [
      'gap "2026-12-31"',
      'invalid-date "[2026-01-01]"',
      'invalid-date "{ d: 2029-01-01 }"',
    ]);
  });

  it('a product that is required elsewhere is missing there', () => {
    const text = `expiryDay: covered\nlicenses:\n  - { product: X, environment: test, starts: 2025-01-01, expires: never }\nrequired: { environment: live, from: 2026-01-01, until: 2031-01-01 }\n`;
    assert.deepEqual(told(reportOn('licenses.yaml', text)), ['gap "required"']);
  });

  it('a term of no time on one day says why', () => {
    const [finding] = reportOn(
      'licenses.yaml',
      entry('starts: 2026-01-01T10:00, expires: 2026-01-01T10:00'),
    ).findings.slice(1);
    assert.match(finding!.message, /covers no time: it ends at the instant it starts/);
  });

  it('a gap of a millisecond has a length', () => {
    const text = `${covered}licenses:\n  - { starts: 2026-01-01, expires: 2026-12-31T23:59:59.999Z }\n  - { starts: 2027-01-01 }\n`;
    assert.match(reportOn('licenses.yaml', text).findings[0]!.message, /not covered for 1 ms/);
  });

  it('acceptances that touch accept an end together', () => {
    const text = `${entry('starts: 2025-01-01, expires: 2026-10-31')}acceptedGaps:\n  - { from: 2026-11-01, until: 2026-11-15 }\n  - { from: 2026-11-15, until: 2027-01-01 }\n`;
    assert.deepEqual(told(reportOn('licenses.yaml', text)), []);
  });
});

describe('many at once', () => {
  const many = (make: (i: number) => string): string =>
    `${covered}licenses:\n${Array.from({ length: 10_000 }, (_, i) => `  - { ${make(i)} }\n`).join('')}`;

  it('10,000 licenses that overlap, each a day later', () => {
    const day = (i: number): string => new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10);
    const report = reportOn(
      'licenses.yaml',
      many(i => `starts: ${day(i)}, expires: ${day(i + 400)}, seats: 1`),
    );
    const [{ segments }] = report.products as [(typeof report.products)[number]];
    assert.equal(Math.max(...segments.map(segment => (segment.state === 'covered' ? segment.seats! : 0))), 401);
    assert.deepEqual(gaps(report), []);
  });

  it('10,000 that wait for their keys, of which one is told', () => {
    const report = reportOn(
      'licenses.yaml',
      many(() => 'starts: 2026-01-01, expires: never, key: TODO'),
    );
    assert.deepEqual(told(report), ['pending-key "TODO"']);
  });

  it('10,000 temporary ones over a real one, all of them needless', () => {
    const report = reportOn(
      'licenses.yaml',
      many(i =>
        i === 0 ? 'starts: 2026-01-01, expires: never' : 'kind: temporary, starts: 2026-02-01, expires: 2026-03-01',
      ),
    );
    assert.equal(report.findings.filter(({ rule }) => rule === 'stale-temporary').length, 9_999);
  });

  it('10,000 requirements and acceptances', () => {
    const documents = Array.from(
      { length: 10_000 },
      (_, i) =>
        `product: P\nrequired: { seats: ${i}, from: 2026-01-01, until: 2027-01-01 }\nacceptedGaps: [{ product: P, from: 2030-01-01 }]\n`,
    );
    const report = reportOn(
      'licenses.yaml',
      `${entry('starts: 2026-01-01, expires: 2028-01-01, seats: 5')}---\n${documents.join('---\n')}`,
    );
    assert.equal(report.findings.filter(({ rule }) => rule === 'unused-acceptance').length, 10_000);
    const [{ segments }] = report.products as [(typeof report.products)[number]];
    assert.deepEqual(
      segments.map(segment => segment.state === 'covered' && segment.required),
      [9_999, undefined],
    );
  });

  it('equal licenses add their seats, and those that touch leave no gap', () => {
    const text = `${covered}licenses:\n${'  - { starts: 2026-01-01, expires: 2026-06-30, seats: 2 }\n'.repeat(2)}  - { starts: 2026-07-01, seats: 4 }\n`;
    const report = reportOn('licenses.yaml', text);
    assert.deepEqual(told(report), []);
    assert.deepEqual(
      report.products[0]!.segments.map(segment => segment.state === 'covered' && segment.seats),
      [4],
    );
  });
});
