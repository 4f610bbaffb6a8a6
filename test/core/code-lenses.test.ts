// The lenses above a license file's entries: what they say, above which line, and where they lead.
import assert from 'node:assert/strict';
import { analyze } from '../../src/core/analyze';
import { codeLensesOf, mostGaps } from '../../src/core/code-lenses';
import { defaultSettings } from '../../src/core/settings';
import { lineAndColumn, lineStarts } from '../../src/core/text';
import { at, readText, reportOn, sample } from './read';

/** `9 Gap of 24 h: … place`: the line that it stands above, from 1. */
function lenses(path: string, text: string): string[] {
  const report = reportOn(path, text);
  const starts = lineStarts(text);
  return codeLensesOf(report, report.files[0]!, at).map(
    lens => `${lineAndColumn(starts, lens.at).line} ${lens.title} ${lens.leadsTo.kind}`,
  );
}

const when = '2026-11-30 00:00 to 2026-12-01 00:00 (America/Chicago)';
const file = (entries: string, rule = 'expiryDay: uncovered'): string =>
  `product: P\n${rule}\ntimezone: America/Chicago\nlicenses:\n${entries}`;
const first = '  - { id: A, starts: 2025-12-01, expires: 2026-11-30 }\n';
const second = '  - { id: B, starts: 2026-12-01, expires: never }\n';

describe('code lenses', () => {
  for (const [what, path, text, expected] of [
    ['a clean file', 'a.yaml', file(second), ['1 No gap ahead timeline', '1 Show Timeline timeline']],
    ['an empty file', 'a.yaml', '', ['1 No gap ahead timeline', '1 Show Timeline timeline']],
    [
      'a gap, between its licenses',
      'a.yaml',
      file(first + second),
      [
        '1 1 gap, in 8 days next',
        '1 Show Timeline timeline',
        `6 Gap of 24 h: ${when} place`,
        '6 Insert temporary license… fix',
      ],
    ],
    [
      'a gap whose licenses stand in the other order, above the one that it is told of',
      'a.yaml',
      file(second + first),
      [
        '1 1 gap, in 8 days next',
        '1 Show Timeline timeline',
        `6 Gap of 24 h: ${when} place`,
        '6 Insert temporary license… fix',
      ],
    ],
    [
      'a possible gap',
      'a.yaml',
      file(first + second, ''),
      [
        '1 1 gap, in 8 days next',
        '1 Show Timeline timeline',
        `6 Possible gap of 24 h: ${when} place`,
        '6 Quick Fix… fix',
      ],
    ],
    [
      'what waits for a key',
      'a.yaml',
      file(`${first}  - { starts: 2026-11-30, expires: 2026-12-01, key: TBD }\n${second}`),
      [
        '1 1 license waits for its key next',
        '1 Show Timeline timeline',
        `6 Key missing for 24 h: ${when} place`,
        '6 Quick Fix… fix',
      ],
    ],
    [
      'a gap that goes on',
      'a.yaml',
      file(
        '  - { starts: 2025-12-01, expires: 2026-11-01 }\n  - { starts: 2026-12-01, expires: 2026-12-02 }\n  - { starts: 2026-12-05 }\n',
      ),
      [
        '1 2 gaps, one now next',
        '1 Show Timeline timeline',
        '6 Gap of 30 days 1 h: 2026-11-01 00:00 to 2026-12-01 00:00 (America/Chicago) place',
        '6 Insert temporary license… fix',
        '7 Gap of 3 days: 2026-12-02 00:00 to 2026-12-05 00:00 (America/Chicago) place',
        '7 Insert temporary license… fix',
      ],
    ],
    [
      'a gap that is over',
      'a.yaml',
      file('  - { starts: 2019-01-01, expires: 2020-01-01 }\n  - { starts: 2020-01-02 }\n'),
      ['1 No gap ahead timeline', '1 Show Timeline timeline'],
    ],
    [
      'signed licenses',
      'story.lic',
      sample('story.lic'),
      [
        '1 2 gaps, next in 8 days next',
        '1 Show Timeline timeline',
        '10 Gap of 24 h: 2026-11-30 00:00 to 2026-12-01 00:00 (UTC) place',
        '10 Quick Fix… fix',
        '12 Gap of 24 h: 2027-03-14 00:00 to 2027-03-15 00:00 (UTC) place',
        '12 Quick Fix… fix',
      ],
    ],
  ] as const)
    it(`tell of ${what}`, () => assert.deepEqual(lenses(path, text), expected));

  it('stand in the file that a gap is told in, at its entry', () => {
    const files = [readText('a.yaml', file(first)), readText('b.yaml', file(second))];
    const report = analyze(files, defaultSettings, at);
    const [a, b] = files.map(each => codeLensesOf(report, each, at));
    assert.equal(b!.length, 2);
    const [, , gap, fix] = a!;
    assert.ok(files[0]!.text.startsWith('{ id: A', gap!.at));
    const { leadsTo } = fix!;
    assert.ok(leadsTo.kind === 'fix');
    assert.equal(files[0]!.text.slice(leadsTo.offset, leadsTo.offset + 10), '2026-11-30');
  });

  it('are no more than an editor takes, with all gaps counted', () => {
    const years = Array.from(
      { length: mostGaps + 50 },
      (_, i) => `  - { starts: ${3000 + i}-01-01, expires: ${3000 + i}-12-31 }\n`,
    );
    const all = lenses('a.yaml', file(years.join('')));
    assert.equal(all.length, 2 + 2 * mostGaps);
    assert.match(all[0]!, new RegExp(`^1 ${mostGaps + 49} gaps, next in `));
  });
});
