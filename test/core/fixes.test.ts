// The fixes, in every hand that a file may be written in: what is put where, to the letter.
import assert from 'node:assert/strict';
import { fixesFor } from '../../src/core/fixes';
import { fill, fillableGaps } from '../../src/core/fixes/insert-temporary';
import { applyEdits } from '../../src/core/text';
import { reportOn, told } from './read';

/** File name, the text before, the text that filling adds (lines with `+`) among what was there. */
interface Case {
  readonly title: string;
  readonly name: string;
  readonly diff: string;
}

const cases: readonly Case[] = [
  {
    title: 'YAML in the order of time, with a blank line between entries and comments of their own',
    name: 'licenses.yaml',
    diff: `
expiryDay: uncovered
licenses:
  # the first
  - id: A   # one
    key: K-1
    # why
    starts: 2025-12-01
    expires: 2026-11-30 # two
+
+  - id: A-temp
+    key: <temporary key>
+    starts: 2026-11-30
+    expires: 2026-12-01
+    kind: temporary

  # the second
  - id: B
    starts: 2026-12-01
    expires: never
`,
  },
  {
    title: 'YAML newest first',
    name: 'licenses.yaml',
    diff: `
expiryDay: uncovered
licenses:
- id: B
  kind: subscription
  starts: 2026-12-01
  expires: never
+- id: A-temp
+  kind: temporary
+  starts: 2026-11-30
+  expires: 2026-12-01
+  key: <temporary key>
# the old one
- id: A
  kind: subscription
  starts: 2025-12-01
  expires: 2026-11-30
`,
  },
  {
    title: 'YAML with the dash on a line of its own, quotes, other field names and no id',
    name: 'licenses.yaml',
    diff: `
expiryDay: covered
subscriptions:
  -
    licenseKey: 'K-1'
    valid_from: '2025-12-01'
    valid_until: '2026-11-29'
+  -
+    licenseKey: '<temporary key>'
+    valid_from: '2026-11-30'
+    valid_until: '2026-11-30'
+    kind: temporary
  -
    licenseKey: 'K-2'
    valid_from: '2026-12-01'
    valid_until: never
`,
  },
  {
    title: 'YAML with an anchor, a merge and an alias: nothing is defined twice, what is merged is overridden',
    name: 'licenses.yaml',
    diff: `
expiryDay: uncovered
common: &common
  seats: 5
  starts: 2025-12-01
licenses:
  - &first
    <<: *common
    id: A
    expires: &end 2026-11-30
+  - <<: *common
+    id: A-temp
+    expires: 2026-12-01
+    key: <temporary key>
+    kind: temporary
+    starts: 2026-11-30
  - id: B
    starts: 2026-12-01
    expires: 2028-11-30
`,
  },
  {
    title: 'YAML flow entries in a block list',
    name: 'licenses.yaml',
    diff: `
expiryDay: uncovered
licenses:
  - { id: A, starts: 2025-12-01, expires: 2026-11-30 } # first
+  - { id: A-temp, starts: 2026-11-30, expires: 2026-12-01, key: <temporary key>, kind: temporary }
  - { id: B, starts: 2026-12-01, expires: never }
`,
  },
  {
    title: 'JSON with tabs, comments and a trailing comma',
    name: 'licenses.jsonc',
    diff: `
{
	"expiryDay": "uncovered",
	"licenses": [
		{
			"id": "A", // one
			/* two */
			"key": "K-1",
			"starts": "2025-12-01",
			"expires": "2026-11-30", // three
		}, // of the first
+		{
+			"id": "A-temp",
+			"key": "<temporary key>",
+			"starts": "2026-11-30",
+			"expires": "2026-12-01",
+			"kind": "temporary",
+		},
		{ "id": "B", "starts": "2026-12-01", "expires": null },
	],
}
`,
  },
  {
    title: 'JSON newest first, the older entry last and without a comma',
    name: 'licenses.json',
    diff: `
[
  { "id": "B", "expiryDay": "uncovered", "starts": "2026-12-01", "expires": null },
+  { "id": "A-temp", "expiryDay": "uncovered", "starts": "2026-11-30", "expires": "2026-12-01", "key": "<temporary key>", "kind": "temporary" },
  { "id": "A", "expiryDay": "uncovered", "starts": "2025-12-01", "expires": "2026-11-30" }
]
`,
  },
  {
    title: 'JSON with the younger entry first in another file order: beside the copied one, which is last',
    name: 'licenses.json',
    diff: `
{ "expiryDay": "uncovered", "licenses": [
  { "id": "B", "starts": "2026-12-01", "expires": null },
  { "id": "C", "product": "Other", "starts": "2020-01-01", "expires": null },
+  { "id": "A-temp", "starts": "2026-11-30", "expires": "2026-12-01", "key": "<temporary key>", "kind": "temporary" },
  { "id": "A", "starts": "2025-12-01", "expires": "2026-11-30" }
] }
`,
  },
  {
    title: 'TOML tables with a sub-table and a blank line between them',
    name: 'licenses.toml',
    diff: `
expiryDay = "uncovered"

# the first
[[licenses]]
id = "A"
starts = 2025-12-01 # one
expires = 2026-11-30
[licenses.contact]
mail = "a@example.org"
+
+[[licenses]]
+id = "A-temp"
+starts = 2026-11-30
+expires = 2026-12-01
+key = "<temporary key>"
+kind = "temporary"
+[licenses.contact]
+mail = "a@example.org"

[[licenses]]
id = "B"
starts = 2026-12-01
expires = "never"
`,
  },
  {
    title: 'a gap that no bare date bounds, said in date-times with an offset',
    name: 'licenses.yaml',
    diff: `
timezone: America/Chicago
licenses:
  - id: A
    starts: 2025-12-01
    expires: 2026-11-30T17:00:00-06:00
+  - id: A-temp
+    starts: 2026-11-30T17:00:00-06:00
+    expires: 2026-12-01T00:00:00-06:00
+    key: <temporary key>
+    kind: temporary
  - id: B
    starts: 2026-12-01
    expires: never
`,
  },
  {
    title: 'the dates of UTC instants, spelled as their neighbors are',
    name: 'licenses.json',
    diff: `
{ "licenses": [
  { "id": "A", "starts": "2025-12-01T00:00:00Z", "expires": "2026-11-30T00:00:00Z" },
+  { "id": "A-temp", "starts": "2026-11-30T00:00:00Z", "expires": "2026-12-01T00:00:00Z", "key": "<temporary key>", "kind": "temporary" },
  { "id": "B", "starts": "2026-12-01T00:00:00Z", "expires": null }
] }
`,
  },
  {
    title: 'two gaps of one product, and a -temp that is taken',
    name: 'licenses.yaml',
    diff: `
expiryDay: uncovered
licenses:
  - { id: A, starts: 2025-12-01, expires: 2026-11-30 }
+  - { id: A-temp-2, starts: 2026-11-30, expires: 2026-12-01, key: <temporary key>, kind: temporary }
  - { id: B, starts: 2026-12-01, expires: 2027-01-01 }
+  - { id: B-temp, starts: 2027-01-01, expires: 2027-01-02, key: <temporary key>, kind: temporary }
  - { id: A-temp, starts: 2027-01-02, expires: 2028-01-01 }
`,
  },
  {
    title: 'a hole before the first license of the required time',
    name: 'licenses.yaml',
    diff: `
expiryDay: uncovered
required: { from: 2026-12-01 }
licenses:
+  - { id: A-temp, starts: 2026-12-01, expires: 2026-12-10, key: <temporary key>, kind: temporary }
  # the only one
  - { id: A, starts: 2026-12-10, expires: 2028-11-30 }
`,
  },
  {
    title: 'gaps on both sides of an accepted stretch, filled side by side',
    name: 'licenses.json',
    diff: `
{ "expiryDay": "uncovered",
  "acceptedGaps": [{ "from": "2027-01-10", "until": "2027-01-20" }],
  "required": { "until": "2027-02-01" },
  "licenses": [
~    { "id": "A", "starts": "2025-12-01", "expires": "2027-01-01" }
+    { "id": "A-temp", "starts": "2027-01-01", "expires": "2027-01-10", "key": "<temporary key>", "kind": "temporary" },
+    { "id": "A-temp-2", "starts": "2027-01-20", "expires": "2027-02-01", "key": "<temporary key>", "kind": "temporary" }
  ]
}
`,
  },
];

describe('Insert temporary license', () => {
  for (const { title, name, diff } of cases) {
    for (const lines of ['\n', '\r\n']) {
      it(`${title}${lines === '\n' ? '' : ', with CRLF'}`, () => {
        const { before, after } = sides(diff, lines);
        const filled = fillAll(name, before);
        assert.equal(filled, after);
        assert.deepEqual(
          told(reportOn(name, filled)).filter(finding => finding.startsWith('gap')),
          [],
        );
        assert.equal(fillAll(name, filled), filled);
      });
    }
  }

  it('selects the placeholder for typing', () => {
    const { before } = sides(cases[0]!.diff, '\n');
    const [edit] = fill(fillableGaps(reportOn('licenses.yaml', before))).flatMap(({ edits }) => edits);
    assert.equal(edit!.text.slice(edit!.select!.start, edit!.select!.end), '<temporary key>');
  });

  it('is offered first and preferred, with the stretch in its title', () => {
    const { before } = sides(cases[0]!.diff, '\n');
    const report = reportOn('licenses.yaml', before);
    const [fix] = fixesFor(report.findings.find(({ rule }) => rule === 'gap')!, report);
    assert.equal(fix!.title, 'Insert temporary license for The unnamed product: 2026-11-30 (24 h)');
    assert.equal(fix!.preferred, true);
  });
});

/** Fields, the fix's title and what the file says afterwards. */
const statements: readonly (readonly [string, string, string, string, string])[] = [
  [
    'YAML, above the list',
    'licenses.yaml',
    'State that the expiry day is covered for Backup (expiryDay: covered)',
    'product: Backup\n# all of them\nlicenses:\n  - { starts: 2025-12-01, expires: 2026-11-30 }\n  - { starts: 2026-12-01, expires: never }\n',
    'product: Backup\n# all of them\nexpiryDay: covered\nlicenses:\n  - { starts: 2025-12-01, expires: 2026-11-30 }\n  - { starts: 2026-12-01, expires: never }\n',
  ],
  [
    'JSON on lines',
    'licenses.json',
    'State that the expiry day is not covered for Backup (expiryDay: uncovered)',
    '{\n  "product": "Backup",\n  "licenses": [{ "starts": "2025-12-01", "expires": "2026-11-30" }, { "starts": "2026-12-01", "expires": null }]\n}\n',
    '{\n  "product": "Backup",\n  "expiryDay": "uncovered",\n  "licenses": [{ "starts": "2025-12-01", "expires": "2026-11-30" }, { "starts": "2026-12-01", "expires": null }]\n}\n',
  ],
  [
    'TOML tables',
    'licenses.toml',
    'State that the expiry day is covered for Backup (expiryDay: covered)',
    'product = "Backup"\n\n[[licenses]]\nstarts = 2025-12-01\nexpires = 2026-11-30\n[[licenses]]\nstarts = 2026-12-01\nexpires = "never"\n',
    'product = "Backup"\nexpiryDay = "covered"\n\n[[licenses]]\nstarts = 2025-12-01\nexpires = 2026-11-30\n[[licenses]]\nstarts = 2026-12-01\nexpires = "never"\n',
  ],
  [
    'a list of several products, in each entry of this one',
    'licenses.yaml',
    'State that the expiry day is covered for Backup (expiryDay: covered)',
    '- { product: Backup, starts: 2025-12-01, expires: 2026-11-30 }\n- { product: Other, starts: 2025-12-01, expires: never }\n- { product: Backup, starts: 2026-12-01, expires: never }\n',
    '- { product: Backup, starts: 2025-12-01, expires: 2026-11-30, expiryDay: covered }\n- { product: Other, starts: 2025-12-01, expires: never }\n- { product: Backup, starts: 2026-12-01, expires: never, expiryDay: covered }\n',
  ],
  [
    'the version of a Code42 server',
    'licenses.yaml',
    'State the Code42 server version, which decides about the expiry day',
    'product: CrashPlan\nlicenses:\n  - { starts: 2025-12-01, expires: 2026-11-30 }\n  - { starts: 2026-12-01, expires: never }\n',
    'product: CrashPlan\nserver: { version: 5.3.1 }\nlicenses:\n  - { starts: 2025-12-01, expires: 2026-11-30 }\n  - { starts: 2026-12-01, expires: never }\n',
  ],
];

describe('Stating the rule for the expiry day', () => {
  for (const [title, name, fix, before, after] of statements) {
    it(title, () => {
      assert.equal(applied(name, before, 'possible-gap', fix), after);
      assert.equal(
        told(reportOn(name, after)).some(finding => finding.startsWith('possible-gap')),
        false,
      );
    });
  }

  it('or filling: the stretch is then pending under either rule', () => {
    const [, name, , before] = statements[0]!;
    const filled = applied(name, before, 'possible-gap', 'Insert temporary license for Backup: 2026-11-30 (24 h)');
    assert.deepEqual(told(reportOn(name, filled)), ['pending-key "<temporary key>"']);
  });
});

describe('Mending what is written', () => {
  const yaml = (starts: string, expires: string): string =>
    `expiryDay: uncovered\nlicenses:\n  - id: A\n    starts: ${starts}\n    expires: ${expires}\n`;
  const mends: readonly (readonly [string, string, string, string, string])[] = [
    [
      'an impossible day',
      'invalid-date',
      'Change to "2028-02-29"',
      yaml('2025-12-01', '2028-02-30'),
      yaml('2025-12-01', '2028-02-29'),
    ],
    [
      'an ambiguous date',
      'ambiguous-date',
      'Change to "2028-04-03"',
      yaml('2025-12-01', '03/04/2028'),
      yaml('2025-12-01', '2028-04-03'),
    ],
    [
      'reversed dates',
      'reversed-term',
      'Swap the two dates',
      yaml('2028-12-01', '2025-12-01'),
      yaml('2025-12-01', '2028-12-01'),
    ],
    [
      'an empty term',
      'reversed-term',
      'Change to "2028-12-02"',
      yaml('2028-12-01', '2028-12-01'),
      yaml('2028-12-01', '2028-12-02'),
    ],
    [
      'a misspelled field',
      'unknown-field',
      'Change to "expires"',
      yaml('2025-12-01', 'never').replace('expires', 'exipres'),
      yaml('2025-12-01', 'never'),
    ],
  ];
  for (const [title, rule, fix, before, after] of mends) {
    it(title, () => {
      assert.equal(applied('licenses.yaml', before, rule, fix), after);
      assert.deepEqual(told(reportOn('licenses.yaml', after)), []);
    });
  }
});

function applied(name: string, text: string, rule: string, title: string): string {
  const report = reportOn(name, text);
  const finding = report.findings.find(finding => finding.rule === rule);
  assert.ok(finding, `${rule} is not told: ${told(report)}`);
  const fixes = fixesFor(finding, report);
  const fix = fixes.find(fix => fix.title === title);
  assert.ok(fix, `not offered, but: ${fixes.map(({ title }) => title).join('; ')}`);
  return applyEdits(text, fix.make()!.edits);
}

function fillAll(name: string, text: string): string {
  return fill(fillableGaps(reportOn(name, text))).reduce((result, { edits }) => applyEdits(result, edits), text);
}

/** The two sides of a diff: `+` lines are added, a `~` line gets a comma. */
function sides(diff: string, lines: string): { before: string; after: string } {
  const all = diff.slice(1).split('\n');
  const before = all.filter(line => !line.startsWith('+')).map(line => line.replace(/^~/, ''));
  const after = all.map(line => (line.startsWith('~') ? `${line.slice(1)},` : line.replace(/^\+/, '')));
  return { before: before.join(lines), after: after.join(lines) };
}
