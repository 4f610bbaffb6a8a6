// Removing several entries at once, duplicates and repeated lines, and what is not removed: to the letter.
import assert from 'node:assert/strict';
import { analyze } from '../../src/core/analyze';
import { mendDuplicate } from '../../src/core/fixes/mend-duplicate';
import { removeTemporary } from '../../src/core/fixes/remove-temporary';
import { replaceText } from '../../src/core/fixes/replace-text';
import { swapDates } from '../../src/core/fixes/swap-dates';
import type { Report } from '../../src/core/model';
import { defaultSettings } from '../../src/core/settings';
import { applyEdits } from '../../src/core/text';
import { at, gaps, readText, reportOn, told } from './read';

const offers = [removeTemporary, mendDuplicate, replaceText, swapDates];

function titles(report: Report): string[] {
  return report.findings.flatMap(finding => offers.flatMap(offer => offer(finding, report)).map(({ title }) => title));
}

/** The text after the first fix whose title begins so; `undefined`: none is offered, or it makes nothing. */
function fixed(name: string, text: string, title: string): string | undefined {
  const report = reportOn(name, text);
  for (const finding of report.findings) {
    const fixes = offers.flatMap(offer => offer(finding, report)).filter(each => each.title.startsWith(title));
    const made = fixes[0]?.make();
    if (made) return applyEdits(text, made.edits);
  }
  return undefined;
}

/** Lines with `-` go, the others stay. */
function sides(diff: string): readonly [before: string, after: string] {
  const lines = diff.slice(1).split('\n');
  const before = lines.filter(line => !line.startsWith('+')).map(line => line.replace(/^-(?!--$)/, ''));
  const after = lines.filter(line => !/^-(?!--$)/.test(line)).map(line => line.replace(/^\+/, ''));
  return [before.join('\n'), after.join('\n')];
}

describe('Remove all stale temporary licenses', () => {
  const cases: readonly (readonly [title: string, name: string, diff: string, count: number])[] = [
    [
      'a run in the middle and one at the end of a YAML list, with the comments of others left',
      'licenses.yaml',
      `
product: P
licenses:
  # the one that lasts
  - { id: A, starts: 2025-12-01, expires: never }
  # was needed once
-  - id: T1
-    kind: temporary
-    starts: 2026-01-01
-    expires: 2026-02-01 # one
-  - { id: T2, kind: temporary, starts: 2026-02-01, expires: 2026-03-01 }
  - { id: B, product: Q, starts: 2025-12-01, expires: never }
-  - { id: T3, kind: temporary, starts: 2026-02-01, expires: 2026-03-01 }
`,
      3,
    ],
    [
      'all of a block list, of which the first document has the license',
      'licenses.yaml',
      `
product: P
licenses: [{ id: A, starts: 2025-12-01, expires: never }]
---
product: P
-licenses: # none needed
-  - { id: T1, kind: temporary, starts: 2026-01-01, expires: 2026-02-01 }
-  - { id: T2, kind: temporary, starts: 2026-02-01, expires: 2026-03-01 }
+licenses: [] # none needed
`,
      2,
    ],
    [
      'the beginning of a JSON list and its end, with a comment between and a comma behind',
      'licenses.jsonc',
      `
{ "product": "P", "licenses": [
-	{ "id": "T1", "kind": "temporary", "starts": "2026-01-01", "expires": "2026-02-01" },
-	{ "id": "T2", "kind": "temporary", "starts": "2026-02-01", "expires": "2026-03-01" },
-	{ "id": "A", "starts": "2025-12-01", "expires": "never" }, // why, indeed
-	{ "id": "T3", "kind": "temporary", "starts": "2026-02-01", "expires": "2026-03-01" } // or not
+	{ "id": "A", "starts": "2025-12-01", "expires": "never" } // why, indeed
+	 // or not
] }
`,
      3,
    ],
    [
      'TOML tables',
      'licenses.toml',
      `
product = "P"
-[[licenses]]
-id = "T1"
-kind = "temporary"
-starts = 2026-01-01
-expires = 2026-02-01
-[licenses.contact]
-mail = "a@example.org"
[[licenses]]
id = "A"
starts = 2025-12-01

-[[licenses]]
-id = "T2"
-kind = "temporary"
-starts = 2026-01-01
-expires = 2026-02-01
`,
      2,
    ],
  ];
  for (const [title, name, diff, count] of cases) {
    for (const lines of ['\n', '\r\n']) {
      it(`${title}${lines === '\n' ? '' : ', with CRLF'}`, () => {
        const [before, after] = sides(diff).map(text => text.replaceAll('\n', lines)) as [string, string];
        const cleaned = fixed(name, before, `Remove all ${count} stale temporary licenses in this file`)!;
        assert.equal(cleaned, after);
        assert.deepEqual(
          told(reportOn(name, cleaned)).filter(each => /^(?:stale|syntax|no-terms)/.test(each)),
          [],
        );
        assert.equal(fixed(name, cleaned, 'Remove'), undefined);
      });
    }
  }

  it('the whole of a JSON list on one line stays a list', () => {
    const entry = (id: string): string =>
      `{"id":"${id}","kind":"temporary","starts":"2026-01-01","expires":"2026-02-01"}`;
    const text = `{"product":"P","licenses":[${entry('T1')},${entry('T2')},{"starts":"2025-12-01"}]}`;
    assert.equal(fixed('licenses.json', text, 'Remove all 2'), '{"product":"P","licenses":[{"starts":"2025-12-01"}]}');
  });

  it('of two that each fill what the other does, one stays', () => {
    const text =
      'product: P\nexpiryDay: uncovered\nlicenses:\n  - { id: A, starts: 2025-12-01, expires: 2026-11-30 }\n' +
      ['T1', 'T2', 'T3']
        .map(id => `  - { id: ${id}, kind: temporary, starts: 2026-11-30, expires: 2026-12-01 }\n`)
        .join('') +
      '  - { id: B, starts: 2026-12-01, expires: never }\n';
    const after = fixed('licenses.yaml', text, 'Remove all 2')!;
    assert.deepEqual(gaps(reportOn('licenses.yaml', after)), []);
    assert.deepEqual(told(reportOn('licenses.yaml', after)), []);
  });

  it('is not offered for one, nor counts what others name, nor takes the last license of a file', () => {
    const temporary = (id: string, start = '2026-01-01'): string =>
      `  - { id: ${id}, kind: temporary, starts: ${start}, expires: 2026-02-01 }\n`;
    const lasting = '  - { id: A, starts: 2025-12-01, expires: never }\n';
    assert.deepEqual(titles(reportOn('licenses.yaml', `product: P\nlicenses:\n${lasting}${temporary('T')}`)), [
      'Remove stale temporary license T',
    ]);
    const named = `product: P\nlicenses:\n${temporary('T1', '&s 2026-01-01')}${temporary('T2')}${temporary('T3')}  - { id: A, starts: *s, expires: never }\n`;
    assert.ok(fixed('licenses.yaml', named, 'Remove all 2')!.includes('T1'));
  });

  it('takes an anchor with all that name it', () => {
    const text =
      'product: P\nlicenses:\n  - { id: A, starts: 2025-12-01, expires: never }\n' +
      '  - { id: T1, kind: temporary, starts: &s 2026-01-01, expires: 2026-02-01 }\n' +
      '  - { id: T2, kind: temporary, starts: *s, expires: 2026-02-01 }\n';
    assert.equal(fixed('licenses.yaml', text, 'Remove all 2'), text.slice(0, text.indexOf('  - { id: T1')));
  });

  it('takes nothing out of a file that can’t be read in part', () => {
    const text =
      'product: P\nlicenses:\n  - { id: A, starts: 2025-12-01, expires: never }\n  - { id: T, kind: temporary, starts: 2026-01-01, expires: 2026-02-01 }\n  - { id: B, starts: "2026\n';
    assert.ok(told(reportOn('licenses.yaml', text)).some(each => each.startsWith('syntax')));
    assert.deepEqual(titles(reportOn('licenses.yaml', text)), []);
  });

  it('takes no table that stands in the middle of an entry', () => {
    const text =
      'product = "P"\n[[licenses]]\nstarts = 2025-12-01\n[[licenses]]\nkind = "temporary"\nstarts = 2026-01-01\nexpires = 2026-02-01\n[server]\n[licenses.contact]\nmail = "a"\n';
    assert.equal(fixed('licenses.toml', text, 'Remove'), undefined);
  });

  it('leaves a file its last licenses, though another file covers their time', () => {
    const lasting = readText('a.yaml', 'product: P\nlicenses: [{ starts: 2025-12-01 }]\n');
    const entry = '  - { product: P, kind: temporary, starts: 2026-01-01, expires: 2026-02-01 }\n';
    const offered = (text: string): string[] =>
      titles(analyze([lasting, readText('b.yaml', text)], defaultSettings, at));
    assert.deepEqual(offered(`licenses:\n${entry}`), []);
    assert.ok(!offered(`licenses:\n${entry}${entry}`).some(title => title.startsWith('Remove all')));
  });

  const temporary = 'kind: temporary, starts: 2026-01-01, expires: 2026-02-01';

  it('leaves no line break at the end of a text that had none', () => {
    const lasting = 'product: P\nlicenses:\n  - { starts: 2025-12-01 }';
    const text = `${lasting}\n  - { id: T1, ${temporary} }\n  - { id: T2, ${temporary} }`;
    assert.equal(fixed('licenses.yaml', text, 'Remove all'), lasting);
    assert.equal(
      fixed('licenses.yaml', text, 'Remove stale temporary license T2'),
      text.slice(0, text.lastIndexOf('\n')),
    );
  });

  it('empties no list that has an anchor or a tag', () => {
    const lasting = 'licenses: [{ product: P, starts: 2025-12-01 }]\n---\n';
    for (const mark of ['&l', '!!seq'])
      assert.equal(
        fixed('licenses.yaml', `${lasting}licenses: ${mark}\n  - { product: P, ${temporary} }\n`, 'Remove'),
        undefined,
      );
  });

  it('takes nothing out of a list that is only named there', () => {
    const text = `x: &x [{ product: P, starts: 2025-12-01 }, { product: P, ${temporary} }]\nlicenses: *x\n`;
    assert.ok(told(reportOn('licenses.yaml', text)).some(each => each.startsWith('stale')));
    assert.equal(fixed('licenses.yaml', text, 'Remove'), undefined);
  });

  it('takes no line that an entry shares with something else', () => {
    const text = `{"product": "P", "licenses": [{ "starts": "2025-12-01" }]}\n---\n- product: P\n  ${temporary.replaceAll(', ', '\n  ')} # one\n...\n`;
    assert.equal(fixed('licenses.yaml', text, 'Remove'), undefined);
  });

  it('takes no anchor that stands before an entry', () => {
    const text =
      'product: P\nlicenses: [{ starts: 2025-12-01 }, &t { kind: temporary, starts: 2026-01-01, expires: 2026-02-01 }]\n';
    assert.equal(fixed('licenses.yaml', text, 'Remove'), undefined);
  });

  it('leaves a comment and no comma where all of a list goes', () => {
    const text =
      'licenses: [{ product: P, starts: 2025-12-01 }]\n---\nlicenses: [ # none\n  { product: P, kind: temporary, starts: 2026-01-01, expires: 2026-02-01 },\n ]\n';
    assert.equal(
      fixed('licenses.yaml', text, 'Remove stale'),
      'licenses: [{ product: P, starts: 2025-12-01 }]\n---\nlicenses: [ # none\n  \n ]\n',
    );
  });
});

describe('duplicates', () => {
  const yaml = (...entries: readonly string[]): string =>
    `product: P\nlicenses:\n${entries.map(entry => `  - { ${entry} }\n`).join('')}`;

  it('removes the later entry that says the same in another order, other quotes and other names', () => {
    const first = "id: A, starts: 2026-01-01, expires: never, note: { of: 'me', in: [1, 2] }";
    const text = yaml(first, 'note: { in: [1, "2"], of: me }, end: "never", valid_from: \'2026-01-01\', id: "A"');
    assert.deepEqual(titles(reportOn('licenses.yaml', text)), ['Remove this duplicate']);
    const after = fixed('licenses.yaml', text, 'Remove this duplicate')!;
    assert.equal(after, yaml(first));
    assert.deepEqual(told(reportOn('licenses.yaml', after)), []);
  });

  it('removes one of a key, and shows no key', () => {
    const text = yaml('key: K-SECRET, starts: 2026-01-01', 'starts: 2026-01-01, key: K-SECRET');
    assert.deepEqual(titles(reportOn('licenses.yaml', text)), ['Remove this duplicate']);
    assert.equal(fixed('licenses.yaml', text, 'Remove'), yaml('key: K-SECRET, starts: 2026-01-01'));
  });

  it('finds the one that it repeats wherever it stands above', () => {
    const text = yaml('id: A, starts: 2026-01-01', 'id: A, starts: 2026-02-01', 'starts: 2026-02-01, id: A');
    assert.deepEqual(titles(reportOn('licenses.yaml', text)), ['Rename to "A-2"', 'Remove this duplicate']);
  });

  for (const [what, second] of [
    ['a date', 'id: A, starts: 2026-01-02'],
    ['a field more', 'id: A, starts: 2026-01-01, seats: 1'],
    ['a note', 'id: A, starts: 2026-01-01, note: null'],
    ['a field twice', 'id: A, starts: 2026-01-01, start: 2026-01-01'],
  ] as const) {
    it(`never removes what differs by ${what}`, () => {
      const first = what === 'a note' ? 'id: A, starts: 2026-01-01, note: "null"' : 'id: A, starts: 2026-01-01';
      const text = yaml(what === 'a field twice' ? second : first, second);
      assert.deepEqual(titles(reportOn('licenses.yaml', text)), ['Rename to "A-2"']);
      const keys = text.replaceAll('id: A', 'key: A');
      assert.deepEqual(titles(reportOn('licenses.yaml', keys)), []);
    });
  }

  const renamings: readonly (readonly [title: string, name: string, text: string, after: RegExp])[] = [
    ['plain', 'licenses.yaml', yaml('id: A, starts: 2026-01-01', 'id: A, expires: never'), /id: A-2, expires/],
    ['in single quotes', 'licenses.yaml', yaml("id: 'i''s', starts: 2026-01-01", "id: 'i''s'"), /id: 'i''s-2'/],
    ['in double quotes', 'licenses.yaml', yaml('id: "a\\"b", starts: 2026-01-01', 'id: "a\\"b"'), /id: "a\\"b-2"/],
    ['a number', 'licenses.json', '[{"id":7,"starts":"2026-01-01"},{"id":7,"kind":"perpetual"}]', /"id":"7-2"/],
    [
      'a free one',
      'licenses.yaml',
      yaml('id: A, starts: 2026-01-01', 'id: A-2, starts: 2026-01-01', 'id: A, expires: never'),
      /id: A-3, expires/,
    ],
    [
      'TOML’s literal',
      'licenses.toml',
      "[[licenses]]\nid = 'A'\nstarts = 2026-01-01\n[[licenses]]\nid = 'A'\nkind = 'perpetual'\n",
      /id = 'A-2'\nkind/,
    ],
  ];
  for (const [title, name, text, after] of renamings) {
    it(`renames: ${title}`, () => {
      const renamed = fixed(name, text, 'Rename to')!;
      assert.match(renamed, after);
      assert.equal(told(reportOn(name, renamed)).filter(each => /^(?:duplicate|syntax)/.test(each)).length, 0, renamed);
    });
  }

  it('renames no id that is shared', () => {
    const aliased = yaml('id: &i A, starts: 2026-01-01', 'id: *i, expires: never');
    assert.deepEqual(titles(reportOn('licenses.yaml', aliased)), []);
    const named = yaml('id: A, starts: 2026-01-01', 'id: &i A, expires: never', 'id: B, note: *i, expires: never');
    assert.deepEqual(titles(reportOn('licenses.yaml', named)), []);
    const merged = `common: &c { id: A }\n${yaml('<<: *c, starts: 2026-01-01', '<<: *c, starts: 2026-02-01')}`;
    assert.deepEqual(titles(reportOn('licenses.yaml', merged)), []);
  });
});

describe('swapping and replacing', () => {
  it('takes dates with their quotes and leaves comments between', () => {
    const text = `product: P\nlicenses:\r\n  - starts: "2026-12-0\\x31" # one\r\n    expires: '2026-11-30' # two\r\n`;
    assert.equal(
      fixed('licenses.yaml', text, 'Swap'),
      `product: P\nlicenses:\r\n  - starts: '2026-11-30' # one\r\n    expires: "2026-12-0\\x31" # two\r\n`,
    );
  });

  it('takes a bare TOML date and a quoted one', () => {
    const text = '[[licenses]]\nstarts = 2026-12-01\nexpires = """2026-11-30"""\n';
    assert.equal(
      fixed('licenses.toml', text, 'Swap'),
      '[[licenses]]\nstarts = """2026-11-30"""\nexpires = 2026-12-01\n',
    );
  });

  for (const [what, entries] of [
    ['an alias', '  - { starts: "2026-12-01", expires: *e }\n'],
    ['an anchor', '  - { starts: &s 2026-12-01, expires: 2026-11-30 }\n  - { starts: *s }\n'],
    ['a merge', '  - { <<: *m, expires: 2026-11-30 }\n'],
  ] as const) {
    it(`swaps nothing with ${what}`, () => {
      const text = `e: &e "2026-11-30"\nm: &m { starts: 2026-12-01 }\nlicenses:\n${entries}`;
      assert.ok(told(reportOn('licenses.yaml', text)).some(each => each.startsWith('reversed-term')));
      assert.equal(fixed('licenses.yaml', text, 'Swap'), undefined);
    });
  }

  it('offers no swap that leaves nothing covered', () => {
    const text = 'expiryDay: uncovered\nlicenses: [{ starts: 2026-12-01T00:00:00Z, expires: 2026-12-01 }]\n';
    assert.deepEqual(titles(reportOn('licenses.yaml', text)), []);
  });

  it('writes no date into the name of an alias', () => {
    const text = 'd: &d "2026-02-30"\nlicenses: [{ starts: 2025-01-01, expires: *d }]\n';
    assert.ok(told(reportOn('licenses.yaml', text)).some(each => each.startsWith('invalid-date')));
    assert.deepEqual(titles(reportOn('licenses.yaml', text)), []);
  });
});
