// What the status bar says: the most urgent first, nothing of what is clean, over or silenced.
import assert from 'node:assert/strict';
import { analyze } from '../../src/core/analyze';
import { defaultSettings, type Settings } from '../../src/core/settings';
import { type Status, statusOf } from '../../src/core/status';
import { at, readText, reportOn } from './read';

function status(text: string, settings: Partial<Settings> = {}): Status | undefined {
  return statusOf([reportOn('a.yaml', text, settings)], at);
}

const rule = 'expiryDay: uncovered\n';
const file = (...entries: string[]): string =>
  `${rule}licenses:\n${entries.map(entry => `  - { ${entry} }\n`).join('')}`;
const a = 'product: A, starts: 2025-12-01, expires: 2026-11-30';
const b = 'product: A, starts: 2026-12-01, expires: 2028-01-01';

describe('the status', () => {
  for (const [what, text, level, said, lines] of [
    ['a gap ahead', file(a, b), 'warning', 'License gap in 8 days', ['A: no license for 24 h, in 8 days']],
    [
      'several',
      file(a, b, 'product: A, starts: 2028-01-02'),
      'warning',
      '2 license gaps, next in 8 days',
      ['A: no license for 24 h, in 8 days', 'A: no license for 24 h, in 405 days'],
    ],
    [
      'a gap that goes on',
      file('product: A, expires: 2026-11-20', b),
      'error',
      'License gap now',
      ['A: no license now, for 11 days'],
    ],
    ['an end', file(a), 'due', 'License expires in 8 days', ['A: expires in 8 days']],
    ['an end that is past', file('product: A, expires: 2020-01-01'), 'error', 'License expired', ['A: expired']],
    [
      'both',
      file(
        'product: A, expires: 2020-01-01',
        'product: B, expires: 2026-11-20',
        'product: B, starts: 2026-12-01, expires: never',
      ),
      'error',
      '2 license gaps now',
      ['A: expired', 'B: no license now, for 11 days'],
    ],
    [
      'a possible gap',
      file(a, b).replace(rule, ''),
      'warning',
      'Possible license gap in 8 days',
      ['A: perhaps no license for 24 h, in 8 days'],
    ],
    [
      'a missing key',
      file(a, 'product: A, starts: 2026-11-30, key: TBD'),
      'warning',
      'License key needed in 8 days',
      ['A: key needed in 8 days'],
    ],
    [
      'a missing key for a while',
      file(a, 'product: A, starts: 2026-11-30, expires: 2026-12-01, key: TBD', b),
      'warning',
      'License key needed in 8 days',
      ['A: key needed in 8 days, for 24 h'],
    ],
    [
      'a key that is missing now',
      file('product: A, starts: 2020-01-01, expires: 2026-11-01, key: K', 'product: A, starts: 2026-11-01, key: TBD'),
      'warning',
      'License key needed now',
      ['A: key needed now'],
    ],
    [
      'what is due earlier before what is worse later',
      file(a, 'product: B, starts: 2020-01-01, expires: 2027-06-01', 'product: B, starts: 2027-06-02'),
      'due',
      'License expires in 8 days',
      ['A: expires in 8 days', 'B: no license for 24 h, in 191 days'],
    ],
    [
      'other problems',
      file('product: A, starts: 2026-02-30', 'product: B, expires: never'),
      'warning',
      '1 license problem',
      ['"2026-02-30" is no day of the calendar; nearest: 2026-02-28 or 2026-03-01.'],
    ],
    [
      'time before other problems',
      file('product: B, starts: 2026-02-30', a),
      'due',
      'License expires in 8 days',
      ['A: expires in 8 days', '"2026-02-30" is no day of the calendar; nearest: 2026-02-28 or 2026-03-01.'],
    ],
  ] as const)
    it(`tells of ${what}`, () => {
      const { more, ...told } = status(text)!;
      assert.deepEqual({ more, ...told }, { level, text: said, lines, more: 0 });
    });

  for (const [what, text, settings] of [
    ['a clean file', file('product: A, starts: 2025-12-01, expires: never'), {}],
    ['an empty file', 'licenses: []\nexpiryDay: covered\n', { severity: { 'no-terms': 'off' } }],
    [
      'a gap that is over',
      file('product: A, starts: 2019-01-01, expires: 2020-01-01', 'product: A, starts: 2020-01-02'),
      {},
    ],
    ['a gap that is only information', file(a, b), { severity: { gap: 'information' } }],
    ['a silenced gap', `# license-coverage-ignore-file\n${file(a, b)}`, {}],
    [
      'fewer seats',
      file('product: A, starts: 2025-12-01, expires: 2027-11-30, seats: 9', 'product: A, starts: 2027-11-30, seats: 5'),
      {},
    ],
  ] as const)
    it(`is silent about ${what}`, () => assert.equal(status(text, settings), undefined));

  it('is no alarm where a person has lowered the severity', () => {
    const { level, text } = status(file('product: A, expires: 2026-11-20', b), { severity: { gap: 'warning' } })!;
    assert.deepEqual([level, text], ['warning', 'License gap now']);
  });

  it('lists the first five of all files and counts the others', () => {
    const files = ['a', 'b', 'c'].map(name =>
      readText(
        `${name}.yaml`,
        file(
          `product: ${name}1, expires: 2026-12-0${'cba'.indexOf(name) + 1}`,
          `product: ${name}2, expires: 2026-12-10`,
          `product: ${name}3, expires: 2026-02-30`,
        ),
      ),
    );
    const reports = files.map(each => analyze([each], defaultSettings, at));
    assert.deepEqual(statusOf(reports, at), {
      level: 'due',
      text: 'License expires in 9 days',
      lines: [
        'c1: expires in 9 days',
        'b1: expires in 10 days',
        'a1: expires in 11 days',
        'a2: expires in 18 days',
        'b2: expires in 18 days',
      ],
      more: 4,
    });
  });
});
