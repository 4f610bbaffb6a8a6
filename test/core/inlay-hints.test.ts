// What is said behind dates: of gaps and ends in all notations, and of nothing else.
import assert from 'node:assert/strict';
import { analyze } from '../../src/core/analyze';
import { inlayHintsIn } from '../../src/core/inlay-hints';
import { defaultSettings, type Settings } from '../../src/core/settings';
import { at, readText, reportOn, sample } from './read';

/** `2026-11-30| 24 h gap`: the end of what stands before each hint, and the hint. */
function hints(
  path: string,
  text: string,
  settings: Partial<Settings> = {},
  part?: { start: number; end: number },
): string[] {
  const report = reportOn(path, text, settings);
  return inlayHintsIn(report, report.files[0]!, part ?? { start: 0, end: text.length }).map(
    hint => `${text.slice(Math.max(0, hint.at - 11), hint.at).trim()}| ${hint.label}`,
  );
}

const known = (entries: string, more = 'expiryDay: uncovered\ntimezone: America/Chicago'): string =>
  `product: P\n${more}\nlicenses:\n${entries}`;
const first = '  - { starts: 2025-12-01, expires: 2026-11-30 }\n';
const second = '  - { starts: 2026-12-01, expires: never }\n';

describe('inlay hints', () => {
  for (const [name, quote] of [
    ['story.json', '"'],
    ['story-line.json', '"'],
    ['story.yaml', ''],
    ['story-flow.yaml', ''],
    ['story.toml', ''],
  ] as const)
    it(`stand behind both dates of a gap, and behind their quotes: ${name}`, () => {
      const all = hints(name, sample(name)).map(hint => hint.replace(/["']\|/, '|').replace(/^\W+/, ''));
      assert.deepEqual(all.slice(0, 2), [
        `2026-11-30| 24 h gap → 2026-11-30 00:00 America/Chicago`,
        `2026-12-01| 24 h gap → 2026-12-01 00:00 America/Chicago`,
      ]);
      assert.ok(hints(name, sample(name))[0]!.includes(`2026-11-30${quote}|`));
    });

  it('stand in a file with carriage returns where they do without', () => {
    const text = sample('story.yaml');
    assert.deepEqual(hints('a.yaml', text.replace(/\n/g, '\r\n')), hints('a.yaml', text));
  });

  it('stand in vendors’ lines, in their zone', () => {
    assert.deepEqual(hints('story.lic', sample('story.lic')).slice(0, 2), [
      '29-nov-2026| 24 h gap → 2026-11-30 00:00 UTC',
      '13-Mar-2027| 24 h gap → 2027-03-14 00:00 UTC',
    ]);
  });

  for (const [what, text, expected] of [
    ['nothing of what is clean', known('  - { starts: 2025-12-01, expires: 2028-11-30 }\n'), []],
    [
      'nothing of a gap that is over',
      known('  - { starts: 2019-01-01, expires: 2020-01-01 }\n  - { starts: 2020-01-02, expires: never }\n'),
      [],
    ],
    [
      'nothing of an accepted gap',
      `${known(first + second)}acceptedGaps:\n  - { from: 2026-11-30, until: 2026-12-01, reason: x }\n`,
      [],
    ],
    ['how much time is left', known(first), ['2026-11-30| 8 days left → 2026-11-30 00:00 Chicago']],
    [
      'that it is over',
      known('  - { starts: 2019-01-01, expires: 2020-01-01 }\n'),
      ['2020-01-01| expired → 2020-01-01 00:00 America/Chicago'],
    ],
    [
      'that it may be over',
      known('  - { starts: 2019-01-01, expires: 2026-11-22 }\n', ''),
      ['2026-11-22| perhaps expired → 2026-11-22 00:00 UTC'],
    ],
    [
      'a question where the rule is unstated',
      known(first + second, ''),
      ['2026-11-30| 24 h gap? → 2026-11-30 00:00 UTC', '2026-12-01| 24 h gap? → 2026-12-01 00:00 UTC'],
    ],
    [
      'what waits for a key',
      known(
        '  - { starts: 2025-12-01, expires: 2026-11-30, key: K }\n  - { starts: 2026-11-30, expires: 2026-12-01, key: TBD }\n  - { starts: 2026-12-01, expires: never, key: K2 }\n',
      ),
      ['2026-12-01| no key for 24 h → 2026-12-01 00:00 Chicago'],
    ],
    [
      'that an open end waits for a key',
      known('  - { starts: 2025-12-01, expires: 2026-11-30 }\n  - { starts: 2026-11-30, expires: never, key: "" }\n'),
      ['ires: never| no key yet'],
    ],
    [
      'no instant of a date that says its own',
      known(
        '  - { starts: 2025-12-01, expires: "2026-11-30T00:00:00-06:00" }\n  - { starts: 2026-12-01, expires: never }\n',
      ),
      ['0:00-06:00"| 24 h gap', '2026-12-01| 24 h gap → 2026-12-01 00:00 America/Chicago'],
    ],
    [
      'how many days a gap has',
      known('  - { starts: 2025-12-01, expires: 2026-11-30 }\n  - { starts: 2026-12-05, expires: never }\n'),
      ['2026-11-30| gap of 5 days → 2026-11-30 00:00 Chicago', '2026-12-05| gap of 5 days → 2026-12-05 00:00 Chicago'],
    ],
    [
      'the instant of a date at which fewer seats remain',
      known(
        '  - { starts: 2025-12-01, expires: 2027-11-30, seats: 9 }\n  - { starts: 2027-11-30, expires: never, seats: 5 }\n',
      ),
      ['2027-11-30| → 2027-11-30 00:00 America/Chicago'],
    ],
  ] as const)
    it(`say ${what}`, () => assert.deepEqual(hints('a.yaml', text), expected));

  it('stand behind the quotes of vendors’ dates too', () => {
    const license = (start: string, expiry: string): string =>
      `{ "license": { "uid": "u", "type": "gold", "issued_to": "x", "issue_date": "2025-01-01", "start_date": "${start}", "expiry_date": "${expiry}" } }`;
    const text = license('2025-01-01', '2026-12-01');
    assert.deepEqual(hints('license.json', text), ['2026-12-01"| 9 days left → 2026-12-01 23:59:59.999 UTC']);
  });

  it('are of the asked part alone', () => {
    const text = known(first + second);
    const line = text.indexOf(second);
    assert.equal(hints('a.yaml', text, {}, { start: 0, end: line }).length, 1);
    // The entry has begun, its date is still to come.
    assert.deepEqual(hints('a.yaml', text, {}, { start: 0, end: text.indexOf('2026-11-30') }), []);
    assert.deepEqual(hints('a.yaml', text, {}, { start: line, end: text.length }), [
      '2026-12-01| 24 h gap → 2026-12-01 00:00 America/Chicago',
    ]);
  });

  it('lead to the other side of the gap, also in another file', () => {
    const files = [readText('a.yaml', known(first)), readText('b.yaml', known(second))];
    const report = analyze(files, defaultSettings, at);
    const ends = files.map(file => {
      const [hint] = inlayHintsIn(report, file, { start: 0, end: file.text.length });
      const { file: other, span } = hint!.leadsTo!;
      return `${other.path} ${other.text.slice(span.start, span.end)}`;
    });
    assert.deepEqual(ends, ['b.yaml 2026-12-01', 'a.yaml 2026-11-30']);
  });

  it('stand behind a whole token, not in it', () => {
    const claims = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const text = `${claims({ alg: 'none' })}.${claims({ iss: 'a', nbf: 1600000000, exp: 1700000000 })}.c2ln\n`;
    const report = reportOn('license.jwt', text);
    const [hint] = inlayHintsIn(report, report.files[0]!, { start: 0, end: text.length });
    assert.deepEqual([hint!.at, hint!.label], [text.length - 1, 'expired → 2023-11-14 22:13:20 UTC']);
  });

  it('are none of an empty file', () => assert.deepEqual(hints('licenses.yaml', ''), []));

  it('stand behind what they speak of in every beginning of a text', () => {
    const text = sample('story.toml');
    for (let length = 0; length <= text.length; length++) {
      const part = text.slice(0, length);
      const report = reportOn('a.toml', part);
      for (const hint of inlayHintsIn(report, report.files[0]!, { start: 0, end: length })) {
        assert.ok(hint.at > 0 && hint.at <= length);
        assert.match(part.slice(0, hint.at), /(?:\d|never)"?$/);
      }
    }
  });
});
