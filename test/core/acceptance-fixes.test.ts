// Accepting a gap, taking back what is no longer needed: in every hand, to the letter, and nothing else is touched.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixesFor } from '../../src/core/fixes';
import { fill, fillableGaps } from '../../src/core/fixes/insert-temporary';
import type { Report } from '../../src/core/model';
import { applyEdits, type Edit } from '../../src/core/text';
import { reportOn, sample, told } from './read';

/** The text after the fix whose title begins so, of the finding that stands at `of` (of any, if absent). */
function fixed(name: string, text: string, title: string, of?: string): string {
  const report = reportOn(name, text);
  const fix = report.findings
    .filter(({ span }) => of === undefined || text.slice(span.start, span.end) === of)
    .flatMap(finding => fixesFor(finding, report))
    .find(each => each.title.startsWith(title));
  assert.ok(fix, `no fix "${title}" among ${titles(report).join(' · ')}`);
  const made = fix.make();
  assert.ok(made, `"${title}" makes nothing`);
  return applyEdits(text, made.edits);
}

function titles(report: Report): string[] {
  return report.findings.flatMap(finding => fixesFor(finding, report).map(({ title }) => title));
}

describe('Accept this gap', () => {
  const item = 'product: P, from: 2026-11-30, until: 2026-12-01, reason: <reason>, reviewBy: 2026-11-30';
  const entries = '  - { starts: 2025-12-01, expires: 2026-11-30 }\n  - { starts: 2026-12-01, expires: never }\n';
  const head = 'product: P\nexpiryDay: uncovered\n';
  const cases: readonly (readonly [title: string, name: string, before: string, after: string])[] = [
    [
      'writes a list of its own behind all else in YAML',
      'licenses.yaml',
      `${head}licenses:\n${entries}`,
      `${head}licenses:\n${entries}acceptedGaps:\n  - { ${item} }\n`,
    ],
    [
      'writes behind what is accepted already',
      'licenses.yaml',
      `${head}acceptedGaps:\n- { from: 2020-01-01, until: 2020-02-01 } # old\nlicenses:\n${entries}`,
      `${head}acceptedGaps:\n- { from: 2020-01-01, until: 2020-02-01 } # old\n- { ${item} }\nlicenses:\n${entries}`,
    ],
    [
      'writes into an empty list',
      'licenses.yaml',
      `${head}acceptedGaps: []\nlicenses:\n${entries}`,
      `${head}acceptedGaps: [{ ${item} }]\nlicenses:\n${entries}`,
    ],
    [
      'writes behind a key with nothing behind it',
      'licenses.yaml',
      `${head}acceptedGaps:\nlicenses:\n${entries}`,
      `${head}acceptedGaps: [{ ${item} }]\nlicenses:\n${entries}`,
    ],
    [
      'speaks JSON',
      'licenses.json',
      '{\n  "product": "P",\n  "expiryDay": "uncovered",\n  "licenses": [\n    { "starts": "2025-12-01", "expires": "2026-11-30" },\n    { "starts": "2026-12-01", "expires": "never" }\n  ]\n}\n',
      '{\n  "product": "P",\n  "expiryDay": "uncovered",\n  "licenses": [\n    { "starts": "2025-12-01", "expires": "2026-11-30" },\n    { "starts": "2026-12-01", "expires": "never" }\n  ],\n  "acceptedGaps": [{ "product": "P", "from": "2026-11-30", "until": "2026-12-01", "reason": "<reason>", "reviewBy": "2026-11-30" }]\n}\n',
    ],
    [
      'speaks TOML, above its tables',
      'licenses.toml',
      'product = "P"\nexpiryDay = "uncovered"\n\n[[licenses]]\nstarts = 2025-12-01\nexpires = 2026-11-30\n\n[[licenses]]\nstarts = 2026-12-01\n',
      'product = "P"\nexpiryDay = "uncovered"\nacceptedGaps = [{ product = "P", from = 2026-11-30, until = 2026-12-01, reason = "<reason>", reviewBy = 2026-11-30 }]\n\n[[licenses]]\nstarts = 2025-12-01\nexpires = 2026-11-30\n\n[[licenses]]\nstarts = 2026-12-01\n',
    ],
    [
      'adds a table to tables',
      'licenses.toml',
      'product = "P"\nexpiryDay = "uncovered"\n\n[[acceptedGaps]]\nfrom = 2020-01-01\nuntil = 2020-02-01\n\n[[licenses]]\nstarts = 2025-12-01\nexpires = 2026-11-30\n\n[[licenses]]\nstarts = 2026-12-01\n',
      'product = "P"\nexpiryDay = "uncovered"\n\n[[acceptedGaps]]\nfrom = 2020-01-01\nuntil = 2020-02-01\n\n[[acceptedGaps]]\nproduct = "P"\nfrom = 2026-11-30\nuntil = 2026-12-01\nreason = "<reason>"\nreviewBy = 2026-11-30\n\n[[licenses]]\nstarts = 2025-12-01\nexpires = 2026-11-30\n\n[[licenses]]\nstarts = 2026-12-01\n',
    ],
  ];
  for (const [title, name, before, after] of cases) {
    it(title, () => {
      assert.equal(fixed(name, before, 'Accept this gap'), after);
      assert.deepEqual(
        told(reportOn(name, after)).filter(each => !each.startsWith('unused')),
        [],
      );
    });

    it(`${title}, with CRLF`, () => {
      const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
      assert.equal(fixed(name, crlf(before), 'Accept this gap'), crlf(after));
    });
  }

  it('says a possible gap’s day, and an instant where no day begins', () => {
    const possible = fixed('licenses.yaml', `product: P\nlicenses:\n${entries}`, 'Accept this gap');
    assert.ok(possible.includes('{ product: P, from: 2026-11-30, until: 2026-12-01,'));
    assert.deepEqual(told(reportOn('licenses.yaml', possible)), []);
    const timed = fixed(
      'licenses.yaml',
      'timezone: America/Chicago\nlicenses:\n  - { starts: 2026-01-01, expires: 2026-12-01T10:00:00Z }\n  - { starts: 2026-12-02 }\n',
      'Accept this gap',
    );
    assert.ok(timed.includes('{ from: 2026-12-01T04:00:00-06:00, until: 2026-12-02, reason: <reason>'));
    assert.deepEqual(told(reportOn('licenses.yaml', timed)), []);
  });

  it('asks for a look in 30 days at a gap that goes on already', () => {
    const running = `product: P\nexpiryDay: covered\nlicenses:\n  - { starts: 2025-12-01, expires: 2026-11-01 }\n  - { starts: 2026-12-01 }\n`;
    assert.match(fixed('licenses.yaml', running, 'Accept this gap'), /reviewBy: 2026-12-22 \}/);
  });

  it('is not offered where a file is only a list, which has no place for it', () => {
    const list =
      '- { product: P, expiryDay: uncovered, starts: 2025-12-01, expires: 2026-11-30 }\n- { product: P, starts: 2026-12-01 }\n';
    const report = reportOn('licenses.yaml', list);
    assert.deepEqual(told(report), ['gap "2026-11-30"']);
    assert.ok(!titles(report).some(title => title.startsWith('Accept')));
  });

  for (const [name, settings] of [
    ['licenses.yaml', {}],
    ['licenses.yaml', { dateFormats: ['MMM d, yyyy'] }],
  ] as const) {
    it(`has the reason and then the review typed over: ${name} ${JSON.stringify(settings)}`, () => {
      const dates = 'dateFormats' in settings ? ['"Nov 30, 2026"', '"Dec 1, 2026"'] : ['2026-11-30', '2026-12-01'];
      const text = `${head}licenses:\n  - { starts: 2025-12-01, expires: ${dates[0]} }\n  - { starts: ${dates[1]} }\n`;
      const report = reportOn(name, text, settings);
      const accept = fixesFor(report.findings[0]!, report).find(({ title }) => title.startsWith('Accept'));
      const [{ text: added, select, selectNext }] = accept!.make()!.edits as unknown as readonly [Required<Edit>];
      assert.equal(added.slice(select.start, select.end), '<reason>');
      assert.equal(added.slice(selectNext.start, selectNext.end), dates[0]!.replaceAll('"', ''));
      assert.match(added.slice(0, selectNext.start), /reviewBy: "?$/);
    });
  }

  it('writes dates in the hand of the file', () => {
    const settings = { dateFormats: ['dd.MM.yyyy'] };
    const text = `${head}licenses:\n  - { starts: 01.12.2025, expires: 30.11.2026 }\n  - { starts: 01.12.2026 }\n`;
    const report = reportOn('licenses.yaml', text, settings);
    const [insert, , accept] = fixesFor(report.findings[0]!, report);
    assert.match(
      applyEdits(text, insert!.make()!.edits),
      /starts: 30\.11\.2026, expires: 01\.12\.2026, key: <temporary key>/,
    );
    const accepted = applyEdits(text, accept!.make()!.edits);
    assert.match(accepted, /from: 30\.11\.2026, until: 01\.12\.2026, reason: <reason>, reviewBy: 30\.11\.2026/);
    assert.deepEqual(told(reportOn('licenses.yaml', accepted, settings)), []);
  });
});

describe('Remove this acceptance', () => {
  const licenses = 'product: P\nlicenses:\n  - { kind: perpetual }\n';
  const cases: readonly (readonly [title: string, name: string, before: string, after: string])[] = [
    [
      'leaves an empty list where it was the only one',
      'licenses.yaml',
      `${licenses}acceptedGaps: # meant\n  - { from: 2026-01-01, until: 2026-02-01 }\n# end\n`,
      `${licenses}acceptedGaps: [] # meant\n# end\n`,
    ],
    [
      'takes its lines in a block list, and leaves the comments of others',
      'licenses.yaml',
      `${licenses}acceptedGaps:\n  # one\n  - from: 2026-01-01 # a\n    until: 2026-02-01\n  # two\n  - { from: 2027-01-01, until: 2027-02-01, product: X }\n`,
      `${licenses}acceptedGaps:\n  # one\n  # two\n  - { from: 2027-01-01, until: 2027-02-01, product: X }\n`,
    ],
    [
      'at the end of a text without a last line break',
      'licenses.yaml',
      `${licenses}acceptedGaps:\n  - { from: 2020-01-01, until: 2020-02-01, product: X }\n  - { from: 2026-01-01, until: 2026-02-01 }`,
      `${licenses}acceptedGaps:\n  - { from: 2026-01-01, until: 2026-02-01 }`,
    ],
    [
      'takes the comma behind it in JSON',
      'licenses.json',
      '{"licenses":[{"kind":"perpetual"}],"acceptedGaps":[\n  {"from":"2026-01-01","until":"2026-02-01"},\n  {"from":"2027-01-01","until":"2027-02-01"}\n]}',
      '{"licenses":[{"kind":"perpetual"}],"acceptedGaps":[\n  {"from":"2027-01-01","until":"2027-02-01"}\n]}',
    ],
    [
      'keeps a comment beside it',
      'licenses.jsonc',
      '{"licenses":[{"kind":"perpetual"}],"acceptedGaps":[\n  {"from":"2026-01-01","until":"2026-02-01"}, // why\n  {"from":"2027-01-01","until":"2027-02-01"}\n]}',
      '{"licenses":[{"kind":"perpetual"}],"acceptedGaps":[\n   // why\n  {"from":"2027-01-01","until":"2027-02-01"}\n]}',
    ],
    [
      'leaves brackets where it was alone',
      'licenses.json',
      '{"licenses":[{"kind":"perpetual"}],"acceptedGaps":[ {"from":"2026-01-01","until":"2026-02-01"} ]}',
      '{"licenses":[{"kind":"perpetual"}],"acceptedGaps":[]}',
    ],
    [
      'takes a whole table in TOML',
      'licenses.toml',
      '[[licenses]]\nkind = "perpetual"\n\n[[acceptedGaps]]\nfrom = 2026-01-01\nuntil = 2026-02-01\n\n[[acceptedGaps]]\nfrom = 2027-01-01\n',
      '[[licenses]]\nkind = "perpetual"\n\n[[acceptedGaps]]\nfrom = 2027-01-01\n',
    ],
  ];
  for (const [title, name, before, after] of cases) {
    for (const lines of ['\n', '\r\n']) {
      it(`${title}${lines === '\n' ? '' : ', with CRLF'}`, () => {
        const written = (text: string): string => text.replaceAll('\n', lines);
        assert.equal(fixed(name, written(before), 'Remove this acceptance'), written(after));
        assert.equal(
          reportOn(name, written(after)).findings.some(({ rule }) => rule === 'syntax'),
          false,
        );
      });
    }
  }

  it('the last of several goes with the comma before it', () => {
    const text =
      '{"licenses":[{"kind":"perpetual"}],"acceptedGaps":[{"from":"2026-01-01","until":"2026-02-01"}, {"product":"X"}]}';
    assert.equal(
      fixed('licenses.json', text, 'Remove this acceptance', 'product'),
      '{"licenses":[{"kind":"perpetual"}],"acceptedGaps":[{"from":"2026-01-01","until":"2026-02-01"}]}',
    );
  });
});

describe('Review again', () => {
  it('puts an overdue look off by 30 days', () => {
    const text =
      'licenses: [{ starts: 2026-01-01, expires: 2027-01-01 }, { starts: 2027-02-01 }]\nacceptedGaps: [{ from: 2027-01-01, until: 2027-02-01, reviewBy: 2026-11-01 }]\n';
    assert.deepEqual(told(reportOn('licenses.yaml', text)), ['overdue-acceptance "2026-11-01"']);
    const later = fixed('licenses.yaml', text, 'Review again by 2026-12-22');
    assert.equal(later, text.replace('2026-11-01', '2026-12-22'));
    assert.deepEqual(told(reportOn('licenses.yaml', later)), []);
  });
});

describe('Remove stale temporary license', () => {
  for (const name of [
    'story.json',
    'story.jsonc',
    'story.yaml',
    'story.toml',
    'story-flow.yaml',
    'story-inline.toml',
  ]) {
    it(`undoes a fill that the real license has made needless: ${name}`, () => {
      const text = sample(name);
      const report = reportOn(name, text);
      const filled = fill(fillableGaps(report)).reduce((all, { edits }) => applyEdits(all, edits), text);
      // The vendor lets the new license begin as the old one ends.
      const renewed = filled.replace(/(LIC-2026"?[^_]*?)2026-12-01/, '$12026-11-30');
      assert.deepEqual(told(reportOn(name, renewed)).filter(each => each.startsWith('stale-temporary')).length, 1);
      const cleaned = fixed(name, renewed, 'Remove stale temporary license LIC-2025-temp');
      assert.equal(cleaned.includes('LIC-2025-temp'), false);
      assert.deepEqual(
        told(reportOn(name, cleaned)),
        told(reportOn(name, renewed)).filter(each => !each.startsWith('stale')),
      );
    });
  }
});

describe('taking back what was added', () => {
  it('gives the very text again, in any order of flow items', () => {
    const date = fc.integer({ min: 1, max: 28 }).map(day => `2027-03-${String(day).padStart(2, '0')}`);
    const gap = fc.record({ from: date, until: fc.constant('2027-04-01') });
    fc.assert(
      fc.property(fc.array(gap, { minLength: 1, maxLength: 4 }), fc.nat(), fc.boolean(), (gaps, pick, isPretty) => {
        const others = gaps.filter((_, i) => i !== pick % gaps.length);
        const print = (acceptedGaps: readonly object[]): string =>
          JSON.stringify({ acceptedGaps, licenses: [{ kind: 'perpetual' }] }, null, isPretty ? 2 : 0);
        const text = print(gaps);
        const report = reportOn('licenses.json', text);
        const finding = report.findings.filter(({ rule }) => rule === 'unused-acceptance')[pick % gaps.length]!;
        const made = fixesFor(finding, report)[0]!.make()!;
        assert.equal(applyEdits(text, made.edits), print(others));
      }),
      { numRuns: 500 },
    );
  });
});
