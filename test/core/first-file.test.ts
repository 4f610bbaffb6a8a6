// The first license file: in each notation it says the same two licenses, explains itself, and is typed into from value to value.
import assert from 'node:assert/strict';
import { analyze } from '../../src/core/analyze';
import { firstFile, nameOfFirstFile, notations } from '../../src/core/first-file';
import { defaultSettings } from '../../src/core/settings';
import { readText } from './read';

const now = Date.UTC(2026, 10, 22, 23, 30);

/** The text as it stands before anything is typed. */
function plain(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*),[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:[^\\}]|\\.)*)\}/g, '$1')
    .replace(/\\([\\$}])/g, '$1');
}

function stops(snippet: string): string[] {
  return [...snippet.matchAll(/\$\{(\d+)[:|](.*?)(?:\}|\|\})/g)].map(([, number, value]) => `${number} ${value}`);
}

for (const notation of notations) {
  describe(`the first file in ${notation}`, () => {
    const snippet = firstFile(notation, now, 'Europe/Berlin');
    const text = plain(snippet);

    it('is two licenses that follow each other from today on, in the zone of the person, and wait for their keys', () => {
      const file = readText(nameOfFirstFile(notation), text);
      assert.equal(file.format, notation);
      const said = file.terms.map(({ entry, product, id, seats, state }) => {
        const date = (field: 'starts' | 'expires'): unknown => {
          const value = entry.fields[field]?.value;
          return value?.kind === 'scalar' ? value.text : undefined;
        };
        return [product, id, seats, state, date('starts'), date('expires')].join(' ');
      });
      // In Berlin it is the 23rd already.
      assert.deepEqual(said, [
        'My product LIC-1 100 pending 2026-11-23 2027-11-22',
        'My product LIC-2 100 pending 2027-11-23 2028-11-22',
      ]);
      const { findings } = analyze([file], defaultSettings, now);
      assert.deepEqual(
        findings.map(({ rule, span }) => `${rule} ${text.slice(span.start, span.end)}`),
        ['pending-key <license key>', 'pending-key <license key>'],
      );
    });

    it('has nothing left to tell once the keys are typed', () => {
      const typed = text.replace('<license key>', 'A').replace('<license key>', 'B');
      assert.deepEqual(analyze([readText(nameOfFirstFile(notation), typed)], defaultSettings, now).findings, []);
    });

    it('has its stops in the order of reading', () => {
      assert.deepEqual(stops(snippet), [
        '1 My product',
        '2 covered,uncovered',
        ...['3 LIC-1', '4 <license key>', '5 100', '6 2026-11-23', '7 2027-11-22'],
        ...['8 LIC-2', '9 <license key>', '10 100', '11 2027-11-23', '12 2028-11-22'],
      ]);
    });

    it('explains itself where comments are allowed, each in a line', () => {
      assert.equal(/# |\/\/ /.test(text), notation !== 'json');
      if (notation === 'json') JSON.parse(text);
      else assert.match(text, /(?:#|\/\/) a secret: it is shown nowhere else\n/);
      assert.ok(text.split('\n').every(line => line.length <= 140));
      assert.ok(text.endsWith('\n') && !/[ \t]\n/.test(text));
    });
  });
}

describe('the first file', () => {
  it('is right on a leap day, and in UTC where the zone is unknown', () => {
    const text = plain(firstFile('yaml', Date.UTC(2028, 1, 29, 12), 'Nowhere/At all'));
    assert.match(text, /timezone: UTC {2}/);
    assert.deepEqual(text.match(/\d{4}-\d\d-\d\d/g), ['2028-02-29', '2029-02-27', '2029-02-28', '2030-02-27']);
  });

  it('aligns its comments', () => {
    assert.equal(
      plain(firstFile('yaml', now, 'UTC'))
        .split('\n')
        .slice(1, 11)
        .join('\n'),
      [
        'product: My product',
        'timezone: UTC       # the clock of the license server',
        'expiryDay: covered  # whether the product still runs on the day on which a license expires',
        '',
        'licenses:',
        '  - id: LIC-1            # what messages call it',
        '    key: <license key>   # a secret: it is shown nowhere else',
        '    seats: 100           # how many may use it, or "unlimited"',
        '    starts: 2026-11-22   # the first day',
        '    expires: 2027-11-21  # the expiry date as the vendor states it, or "never"',
      ].join('\n'),
    );
  });
});
