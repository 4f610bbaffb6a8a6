// The table of last days and the mistakes that other tools are known to make, in whatever zone the tests run.
import assert from 'node:assert/strict';
import { analyze } from '../../src/core/analyze';
import { readLicenseFile } from '../../src/core/formats';
import type { LicenseFile } from '../../src/core/model';
import { defaultSettings } from '../../src/core/settings';
import { totalsOf } from '../../src/core/timeline/totals';
import { at, gaps, reportOn, told } from './read';

/** Two licenses; the hours between them where the last day is covered and where it is not, in UTC and in Berlin. */
const vectors: readonly (readonly [title: string, ends: string, starts: string, hours: readonly number[]])[] = [
  ['the month’s last day and the next one’s first', '2026-06-30', '2026-07-01', [0, 24, 0, 24]],
  ['two neighboring days', '2026-07-17', '2026-07-18', [0, 24, 0, 24]],
  ['one day', '2026-06-30', '2026-06-30', [0, 0, 0, 0]],
  ['a day between', '2026-06-29', '2026-07-01', [24, 48, 24, 48]],
  ['the clocks put forward', '2026-03-28', '2026-03-30', [24, 48, 23, 47]],
  ['a leap day', '2028-02-28', '2028-03-01', [24, 48, 24, 48]],
];

describe('the last day', () => {
  for (const [title, ends, starts, hours] of vectors) {
    it(title, () => {
      const cases = ['UTC', 'Europe/Berlin'].flatMap(zone =>
        ['covered', 'uncovered'].map(said => [zone, said] as const),
      );
      cases.forEach(([timezone, expiryDay], i) => {
        const text = JSON.stringify({
          timezone,
          expiryDay,
          licenses: [
            { starts: '2025-01-01', expires: ends },
            { starts, expires: '2030-01-01' },
          ],
        });
        const found = gaps(reportOn('licenses.json', text)).map(gap => Number(/ (\S+) h$/.exec(gap)![1]));
        assert.deepEqual(found, hours[i] === 0 ? [] : [hours[i]], `${timezone}, ${expiryDay}`);
      });
    });
  }

  /** What "expires on 30 June" means to products in the field: as many readings, each of which can be written down. */
  const meanings: readonly (readonly [title: string, fields: string, until: string])[] = [
    ['the end of the day, in UTC', 'expiryDay: covered', '2026-07-01T00:00:00.000Z'],
    ['the start of the day, in UTC', 'expiryDay: uncovered', '2026-06-30T00:00:00.000Z'],
    [
      'the start of the day, seen from the Pacific',
      'expiryDay: uncovered\ntimezone: America/Los_Angeles',
      '2026-06-30T07:00:00.000Z',
    ],
    [
      'the end of the day on the Pacific coast',
      'expiryDay: covered\ntimezone: America/Los_Angeles',
      '2026-07-01T07:00:00.000Z',
    ],
    ['the end of the day in Kolkata', 'expiryDay: covered\ntimezone: Asia/Kolkata', '2026-06-30T18:30:00.000Z'],
    ['Code42 up to 5.3.1', 'server: { version: 5.3.1 }\nvendor: Code42', '2026-06-30T00:00:00.000Z'],
    ['Code42 from 5.4.0 on', 'server: { version: 5.4.0 }\nvendor: Code42', '2026-07-01T00:00:00.000Z'],
  ];
  for (const [title, fields, until] of meanings) {
    it(`means ${title}`, () => {
      const text = `${fields}\nlicenses:\n  - { starts: 2026-01-01, expires: 2026-06-30 }\n`;
      const [term] = read('licenses.yaml', text).terms;
      assert.equal(new Date(term!.until).toISOString(), until);
    });
  }

  it('means 06:00 only where the file says 06:00', () => {
    const [term] = read('licenses.yaml', 'licenses: [{ starts: 2026-01-01, expires: 2026-06-30T06:00:00Z }]').terms;
    assert.equal(new Date(term!.until).toISOString(), '2026-06-30T06:00:00.000Z');
  });
});

describe('mistakes of other tools are not made:', () => {
  const covered = (entries: string, fields = ''): string =>
    `product: P\nexpiryDay: covered\n${fields}licenses:\n${entries}`;

  it('the year 0 is no year 2000 or 1900, but no date', () => {
    for (const date of ['0000-01-01', '01-jan-0000', '1-jan-0000'])
      assert.deepEqual(told(reportOn('licenses.yaml', covered(`  - { expires: ${date} }\n`))), [
        'no-terms "licenses"',
        `invalid-date "${date}"`,
      ]);
  });

  it('31 February is no 3 March', () => {
    for (const date of ['2027-02-31', '31-feb-2027'])
      assert.ok(
        told(reportOn('licenses.yaml', covered(`  - { expires: ${date} }\n`))).includes(`invalid-date "${date}"`),
      );
  });

  it('a license after an expired one still counts, whatever their order', () => {
    const entries =
      '  - { id: A, starts: 2024-01-01, expires: 2024-12-31 }\n  - { id: B, starts: 2025-01-01, expires: never }\n';
    const swapped = entries.split('\n').slice(0, 2).reverse().join('\n');
    for (const text of [entries, `${swapped}\n`]) assert.deepEqual(told(reportOn('licenses.yaml', covered(text))), []);
  });

  it('a smaller renewal is told though it renews in time', () => {
    const entries =
      '  - { starts: 2026-01-01, expires: 2026-12-31, seats: 500 }\n  - { starts: 2027-01-01, expires: 2029-12-31, seats: 5 }\n';
    assert.deepEqual(told(reportOn('licenses.yaml', covered(entries))), ['seat-drop "2026-12-31"']);
  });

  it('no end of a chain is told but the last', () => {
    const entries = [2023, 2024, 2025, 2026]
      .map(year => `  - { starts: ${year}-01-01, expires: ${year}-12-31 }\n`)
      .join('');
    const later = reportOn('licenses.yaml', covered(entries), { expiryWarningDays: 60 });
    assert.deepEqual(told(later), ['expiry "2026-12-31"']);
  });

  it('an add-on that ends first silences nothing', () => {
    const entries =
      '  - { id: MAIN, starts: 2026-01-01, expires: 2026-12-15 }\n  - { id: ADD, starts: 2026-11-01, expires: 2026-12-01 }\n';
    assert.deepEqual(told(reportOn('licenses.yaml', covered(entries))), ['expiry "2026-12-15"']);
  });

  it('where a later license follows after a hole, the hole is told and not the end', () => {
    const entries =
      '  - { id: A, starts: 2026-01-01, expires: 2026-12-01 }\n  - { id: B, starts: 2027-01-01, expires: never }\n';
    const report = reportOn('licenses.yaml', covered(entries));
    assert.deepEqual(told(report), ['gap "2026-12-01"']);
    assert.match(report.findings[0]!.message, /A expires 2026-12-01, B starts 2027-01-01/);
  });

  it('nothing at all is not silence', () => {
    assert.deepEqual(told(reportOn('licenses.yaml', 'product: P\nexpiryDay: covered\nlicenses: []\n')), [
      'no-terms "licenses"',
    ]);
    const required = 'product: P\nrequired: { from: 2026-01-01, until: 2027-01-01 }\nlicenses: []\n';
    const report = reportOn('licenses.yaml', required);
    assert.deepEqual(told(report), ['gap "required"', 'no-terms "licenses"']);
    assert.deepEqual(gaps(report), ['open 2026-01-01T00:00:00.000Z 8760 h']);
  });

  it('there is no tolerance: a gap of a second is one', () => {
    const entries =
      '  - { starts: 2026-01-01, expires: 2026-12-01T00:00:00Z }\n  - { starts: 2026-12-01T00:00:01Z, expires: never }\n';
    assert.deepEqual(told(reportOn('licenses.yaml', covered(entries))), ['gap "2026-12-01T00:00:00Z"']);
  });

  it('90 minutes inside one day are a gap', () => {
    const entries =
      '  - { starts: 2026-01-01, expires: 2026-12-01T10:00:00Z }\n  - { starts: 2026-12-01T11:30:00Z, expires: never }\n';
    assert.deepEqual(gaps(reportOn('licenses.yaml', covered(entries))), ['open 2026-12-01T10:00:00.000Z 1.5 h']);
  });

  it('correct input is told nothing', () => {
    const entries = '  - { id: A, starts: 2026-01-01, expires: 2027-12-31, seats: 5 }\n';
    assert.deepEqual(told(reportOn('licenses.yaml', covered(entries))), []);
  });

  it('what was found once is not kept for ever: as time passes the same files are told otherwise', () => {
    const file = read('licenses.yaml', covered('  - { id: A, starts: 2026-01-01, expires: 2026-12-31 }\n'));
    const day = 86_400_000;
    const end = Date.UTC(2027, 0, 1);
    const severityAt = (instant: number): string | undefined =>
      analyze([file], defaultSettings, instant).findings[0]?.severity;
    assert.equal(severityAt(end - 30 * day - 1), undefined);
    assert.equal(severityAt(end - 30 * day), 'warning');
    assert.equal(severityAt(end - 1), 'warning');
    assert.equal(severityAt(end), 'error');
  });

  it('an accepted gap leaves every total as it was', () => {
    const entries = '  - { starts: 2026-01-01, expires: 2026-12-01 }\n  - { starts: 2027-01-01, expires: never }\n';
    const plain = reportOn('licenses.yaml', covered(entries));
    const accepted = reportOn(
      'licenses.yaml',
      covered(entries, 'acceptedGaps: [{ from: 2026-12-02, until: 2027-01-01, reason: move }]\n'),
    );
    assert.deepEqual(told(accepted), []);
    const [before, after] = [totalsOf(plain.products, at), totalsOf(accepted.products, at)];
    assert.deepEqual(after.gaps, before.gaps);
    assert.equal(after.accepted, 1);
  });

  it('an acceptance a minute short leaves a gap of a minute', () => {
    const entries = '  - { starts: 2026-01-01, expires: 2026-12-01 }\n  - { starts: 2027-01-01, expires: never }\n';
    const report = reportOn(
      'licenses.yaml',
      covered(entries, 'acceptedGaps: [{ from: 2026-12-02, until: 2026-12-31T23:59:00 }]\n'),
    );
    assert.deepEqual(gaps(report), [
      'accepted 2026-12-02T00:00:00.000Z 719.9833333333333 h',
      'open 2026-12-31T23:59:00.000Z 0.016666666666666666 h',
    ]);
    assert.match(report.findings[0]!.message, /not covered for 1 min/);
  });

  it('seats of two licenses at one time add up', () => {
    const entries =
      '  - { starts: 2026-01-01, expires: never, seats: 18 }\n  - { starts: 2026-01-01, expires: never, seats: 18 }\n';
    const [product] = reportOn('licenses.yaml', covered(entries)).products;
    assert.deepEqual(
      product!.segments.map(segment => segment.state === 'covered' && segment.seats),
      [36],
    );
  });

  it('8 permanent seats and 2 that end are a fall from 10 to 8, not an end', () => {
    const entries =
      '  - { id: P, kind: perpetual, seats: 8 }\n  - { id: E, starts: 2026-01-01, expires: 2026-12-01, seats: 2 }\n';
    const report = reportOn('licenses.yaml', covered(entries));
    assert.deepEqual(told(report), ['seat-drop "2026-12-01"']);
    assert.match(report.findings[0]!.message, /from 10 to 8 seats/);
  });
});

function read(path: string, text: string): LicenseFile {
  return readLicenseFile({ path, text }, defaultSettings, true)!;
}
