// What is offered while typing in native files, in each notation, and what stands there once it is chosen.
import assert from 'node:assert/strict';
import { readText, reportOn, told } from '../read';
import { ask, askAt, chosen, labels } from './ask';

const yaml = `product: CrashPlan
expiryDay: covered
licenses:
  - id: LIC-1
    key: 3F9A-11C0
    kind: subscription
    seats: 500
    starts: 2025-12-01
    expires: 2026-11-30
`;
const json = `{
  "product": "CrashPlan",
  "expiryDay": "covered",
  "licenses": [
    {
      "id": "LIC-1",
      "key": "3F9A-11C0",
      "kind": "subscription",
      "seats": 500,
      "starts": "2025-12-01",
      "expires": "2026-11-30"
    }§
  ]
}
`;
const toml = `product = "CrashPlan"
expiryDay = "covered"

[[licenses]]
id = "LIC-1"
key = "3F9A-11C0"
kind = "subscription"
seats = 500
starts = 2025-12-01
expires = 2026-11-30
`;
/** Behind the license, or with something in its place. */
const inJson = (more: string): string => json.replace('§', more);

const ofFile = 'environment profile timezone server required acceptedGaps vendor';
const ofEntry = 'key kind seats starts expires environment profile timezone server vendor product expiryDay';
const kinds = 'subscription temporary perpetual evaluation';

describe('completion in a native file offers', () => {
  for (const [what, name, marked, expected] of [
    ['fields of the file', 'yaml', `${yaml}|`, ofFile],
    ['fields of the file, half typed', 'yaml', `${yaml}acc|`, ofFile],
    [
      'fields of the file',
      'json',
      inJson('')
        .replace('],', '],')
        .replace(/\n}\n$/, ',\n  |\n}\n'),
      ofFile,
    ],
    [
      'fields of the file',
      'toml',
      `|\n${toml}`,
      'environment profile timezone server required vendor [[licenses]] [server] [required] [[acceptedGaps]]',
    ],
    ['fields of a license', 'yaml', `${yaml}  - id: x\n    |`, ofEntry],
    [
      'fields of a license before others',
      'yaml',
      `${yaml}  - id: x\n    |\n    kind: temporary\n`,
      ofEntry.replace('kind ', ''),
    ],
    ['fields behind a dash', 'yaml', `${yaml}  - |`, `New license id ${ofEntry}`],
    ['nothing right behind a dash', 'yaml', `${yaml}  -|`, ''],
    [
      'fields in flow',
      'yaml',
      'licenses:\n  - { id: a, kind: temporary, |}',
      'key seats starts expires product environment expiryDay profile timezone server vendor',
    ],
    [
      'fields in flow over lines',
      'yaml',
      'profile: sap\nlicenses: [\n  { id: a,\n    |\n  } ]\n',
      'key kind seats starts expires product environment expiryDay timezone server vendor profile',
    ],
    ['fields in a string', 'json', inJson(',\n    { "id": "x", "|" }'), ofEntry],
    ['fields in an open string', 'json', inJson(',\n    { "id": "x", "ki|\n    }'), ofEntry],
    ['fields behind a missing comma', 'json', inJson(',\n    { "id": "x"\n      | }'), ofEntry],
    [
      'fields in a table',
      'toml',
      `${toml}\n[[licenses]]\nid = "x"\n|`,
      `${ofEntry} [[licenses]] [server] [required] [[acceptedGaps]]`,
    ],
    [
      'fields in an inline table',
      'toml',
      'licenses = [\n  { id = "a", kind = "temporary", | },\n]\n',
      'key seats starts expires product environment expiryDay profile timezone server vendor',
    ],
    [
      'other names for a field that is there',
      'yaml',
      `${yaml}  - id: x\n    start_date: 2026-12-01\n    |`,
      ofEntry.replace('starts ', '').replace('expiryDay', 'expiry_day'),
    ],

    ['fields of a server', 'yaml', `${yaml}server: { | }`, 'version'],
    ['fields of a server', 'yaml', `${yaml}server:\n  |`, 'version'],
    ['fields of a license’s server', 'json', inJson(',\n    { "server": { "|" } }'), 'version'],
    ['fields of a server', 'toml', `[server]\n|\n${toml}`, 'version [[licenses]] [required] [[acceptedGaps]]'],
    ['fields of what is required', 'yaml', `${yaml}required: { seats: 5, | }`, 'from until product environment'],
    ['fields of what is required', 'json', '{ "required": { "|" } }', 'seats from until product environment'],
    [
      'fields of what is required',
      'toml',
      `required = { from = 2026-01-01, | }\n${toml}`,
      'seats until product environment',
    ],
    [
      'fields of an accepted gap',
      'yaml',
      `${yaml}acceptedGaps:\n  - product: CrashPlan\n    |`,
      'from until reason reviewBy environment',
    ],
    [
      'fields of an accepted gap',
      'toml',
      `${toml}\n[[acceptedGaps]]\n|`,
      'product from until reason reviewBy environment [[licenses]] [server] [required] [[acceptedGaps]]',
    ],

    ['kinds', 'yaml', `${yaml}  - kind: |`, kinds],
    ['kinds without a space', 'yaml', `${yaml}  - kind:|`, kinds],
    ['kinds before a comment', 'yaml', `${yaml}  - kind: |  # of the vendor\n`, kinds],
    ['kinds in a string', 'json', inJson(',\n    { "kind": "|" }'), kinds],
    ['kinds outside of one', 'json', inJson(',\n    { "kind": | }'), kinds],
    ['kinds without a space', 'json', inJson(',\n    { "kind":| }'), kinds],
    ['kinds where a value is missing', 'json', inJson(',\n    { "kind": |\n      "id": "x" }'), kinds],
    ['kinds', 'toml', `${toml}\n[[licenses]]\nkind = |`, kinds],
    ['kinds in a string', 'toml', `${toml}\n[[licenses]]\nkind = '|'`, kinds],
    ['rules', 'yaml', 'licenses:\n- kind: temporary\n  expiryDay: |', 'covered uncovered'],
    ['profiles', 'json', '{ "profile": "|" }', 'code42 covered uncovered unstated flexnet rlm lmx sap f5'],
    ['names in use', 'yaml', `${yaml}  - product: |`, 'CrashPlan'],
    ['seats', 'yaml', `${yaml}  - seats: |`, '500 unlimited'],
    [
      'versions of a server whose rule changed',
      'yaml',
      'product: CrashPlan\nlicenses:\n  - kind: temporary\nserver:\n  version: |',
      '5.3.1 5.4.0',
    ],
    ['starts that leave no gap', 'yaml', `${yaml}  - id: x\n    starts: |`, '2026-12-01 2026-11-22'],
    [
      'starts that leave no gap where the last day does not count',
      'yaml',
      `${yaml.replace('covered', 'uncovered')}  - id: x\n    starts: |`,
      '2026-11-30 2026-11-22',
    ],
    [
      'both where nobody has said',
      'yaml',
      `${yaml.replace('expiryDay: covered\n', '')}  - id: x\n    starts: |`,
      '2026-11-30 2026-12-01 2026-11-22',
    ],
    ['the end of a term', 'yaml', `${yaml}  - starts: 2026-12-01\n    expires: |`, '2027-11-30 2026-12-31 never'],
    [
      'the end of a term that begins on a leap day',
      'toml',
      `${toml}\n[[licenses]]\nstarts = 2028-02-29\nexpires = |`,
      '2029-02-27 2028-12-31 never',
    ],
    ['the end of a term without a start', 'json', inJson(',\n    { "expires": "|" }'), '2027-11-30 2026-12-31 never'],
    [
      'the end up to the next license',
      'yaml',
      `${yaml}  - starts: 2026-12-01\n    expires: |\n  - starts: 2027-03-01\n    expires: 2027-12-31\n`,
      '2027-11-30 2027-02-28 2026-12-31 never',
    ],
    [
      'dates in a pattern of the user’s own',
      'yaml',
      `${yaml.replace('2025-12-01', '01.12.2025').replace('2026-11-30', '30.11.2026')}  - id: x\n    starts: |`,
      '01.12.2026 22.11.2026',
    ],
    [
      'gaps that are open',
      'yaml',
      `${yaml}  - starts: 2027-01-01\n    expires: 2027-12-31\nacceptedGaps:\n  - from: |`,
      '2026-12-01 2026-11-22',
    ],
    [
      'where such a gap ends',
      'yaml',
      `${yaml}  - starts: 2027-01-01\n    expires: 2027-12-31\nacceptedGaps:\n  - until: |`,
      '2027-01-01',
    ],

    ['a license', 'yaml', `${yaml}  |`, 'New license'],
    [
      'a license or a field',
      'yaml',
      'licenses:\n|',
      'New license product environment expiryDay profile timezone server required acceptedGaps vendor',
    ],
    ['a license', 'json', inJson(',\n    |'), 'New license'],
    ['a license in an empty list', 'json', '{ "licenses": [|] }', 'New license'],
    ['a license at the top', 'json', '[|]', 'New license'],
    ['a license', 'toml', `${toml}\n[[lic|`, '[[licenses]] [server] [required] [[acceptedGaps]]'],
    ['a file', 'json', '|', 'New license file'],

    ['nothing for a key', 'yaml', `${yaml}  - key: |`, ''],
    ['nothing for a key', 'json', inJson(',\n    { "key": "|" }'), ''],
    ['nothing for a key', 'toml', `${toml}\n[[licenses]]\nkey = "|"`, ''],
    ['nothing in a mapping of the user’s own', 'yaml', `${yaml}notes:\n  |`, ''],
    ['nothing in a text of several lines', 'yaml', `${yaml}notes: >\n  expires soon\n  |`, ''],
    ['nothing behind a value', 'json', inJson(',\n    { "id": "x"| }'), ''],
    ['nothing between a key and its sign', 'json', inJson(',\n    { "id" | : "x" }'), ''],
    ['nothing behind a value', 'toml', `${toml}\n[[licenses]]\nkind = "temporary" |`, ''],
    ['nothing in a text of several lines', 'toml', `notes = """\n|\n"""\n${toml}`, ''],
    ['nothing where an alias stands', 'yaml', `${yaml}  - kind: *ki|`, ''],
    ['nothing behind the end of a document', 'yaml', `${yaml}---|`, ''],
    ['nothing in an inventory of software', 'yaml', '- name: left-pad\n  version: 1.0.0\n  |\n', ''],
    ['nothing in an inventory of software', 'json', '{ "left-pad@1.0.0": { "licenses": "MIT" }, "|" }', ''],
    [
      'nothing in an inventory of software',
      'json',
      '{ "licenses": [{ "name": "a", "license": "MIT", "path": "x" }, { "|" }] }',
      '',
    ],

    [
      'what silences findings',
      'yaml',
      `${yaml}# |`,
      'license-coverage-ignore-line license-coverage-ignore-next-line license-coverage-ignore-file',
    ],
    [
      'what silences findings',
      'json',
      inJson(' // lic|\n'),
      'license-coverage-ignore-line license-coverage-ignore-next-line license-coverage-ignore-file',
    ],
    ['nothing in prose', 'toml', `# the license |\n${toml}`, ''],
    [
      'nothing in prose',
      'yaml',
      `${yaml}  - id: x # exp|`,
      'license-coverage-ignore-line license-coverage-ignore-next-line license-coverage-ignore-file',
    ],
  ] as const)
    it(`${what}: ${name} ${JSON.stringify(marked.slice(Math.max(0, marked.indexOf('|') - 30)).slice(0, 45))}`, () => {
      const settings = { dateFormats: ['dd.MM.yyyy'] };
      const answer = ask(`licenses.${name}`, marked, settings);
      assert.equal(labels(answer), expected);
      if (answer.offers.length > 0) assert.ok(answer.span.start <= answer.caret && answer.caret <= answer.span.end);
      const withTabs = ask(`licenses.${name}`, marked.replaceAll('\n', '\r\n'), settings);
      assert.equal(labels(withTabs), expected, 'with CRLF');
    });

  it('codes, those of findings there first', () => {
    const text = yaml.replace('expires: 2026-11-30', 'expires: 2026-02-30 # license-coverage-ignore-line |');
    const [first, second] = labels(ask('licenses.yaml', text)).split(' ');
    assert.deepEqual([first, second], ['gap', 'possible-gap']);
    const before = yaml.replace(
      '    expires: 2026-11-30',
      '    # license-coverage-ignore-next-line no-terms |\n    expires: 2026-02-30',
    );
    const codes = labels(ask('licenses.yaml', before)).split(' ');
    assert.ok(!codes.includes('no-terms') && codes.includes('invalid-date'));
  });

  it('zones: the user’s, those in use, and then all others', () => {
    const zones = labels(
      ask('licenses.yaml', 'timezone: Asia/Tokyo\nlicenses:\n  - kind: temporary\n    timezone: |\n', {
        timezone: 'America/Chicago',
      }),
    ).split(' ');
    assert.deepEqual(zones.slice(0, 3), ['America/Chicago', 'Asia/Tokyo', 'UTC']);
    assert.ok(zones.length > 300 && zones.includes('Europe/Berlin'));
    assert.equal(new Set(zones).size, zones.length);
  });

  it('fields as the file spells them', () => {
    const snake = 'licenses:\n  - id: a\n    start_date: 2026-01-01\n    end_date: 2026-12-31\n  - id: b\n    |\n';
    assert.equal(
      labels(ask('licenses.yaml', snake)),
      'key kind seats start_date end_date product environment expiry_day profile timezone server vendor',
    );
  });

  it('nothing but fields in a file that is just being begun', () => {
    const begun = askAt('licenses.yaml', 'licenses:\n  - id: a\n    ', 24, {}, undefined);
    assert.match(labels(begun), /^key kind seats starts/);
  });

  it('nothing of a stale report about the license itself', () => {
    const text = `${yaml}  - id: x\n    starts: 2026-12-01\n    expires: 2027-05-31\n`;
    const answer = askAt('licenses.yaml', text.replace('2027-05-31', ''), text.indexOf('2027-05-31'), {}, text);
    assert.equal(labels(answer), '2027-11-30 2026-12-31 never');
  });
});

describe('what is chosen in a native file', () => {
  for (const [what, name, marked, label, expected] of [
    ['a field', 'yaml', 'licenses:\n  - id: a\n    ki|\n', 'kind', 'licenses:\n  - id: a\n    kind: \n'],
    [
      'a field, its sign there already',
      'yaml',
      'licenses:\n  - id: a\n    k|: temporary\n',
      'kind',
      'licenses:\n  - id: a\n    kind: temporary\n',
    ],
    ['a field', 'json', '{ "ti|" }', 'timezone', '{ "timezone": "" }'],
    ['a field without quotes', 'json', '{ ti| }', 'timezone', '{ "timezone": "" }'],
    [
      'a field before others',
      'json',
      '{\n  |\n  "profile": "sap"\n}',
      'timezone',
      '{\n  "timezone": "",\n  "profile": "sap"\n}',
    ],
    [
      'a field behind a missing comma',
      'json',
      '{ "profile": "sap"\n  | }',
      'timezone',
      '{ "profile": "sap",\n  "timezone": "" }',
    ],
    [
      'a field behind a comment',
      'json',
      '{ "profile": "sap" // as sold\n  | }',
      'timezone',
      '{ "profile": "sap", // as sold\n  "timezone": "" }',
    ],
    [
      'a number',
      'json',
      '{ "licenses": [{ "kind": "temporary", | }] }',
      'seats',
      '{ "licenses": [{ "kind": "temporary", "seats":  }] }',
    ],
    ['a field', 'toml', '|\nprofile = "sap"\n', 'timezone', 'timezone = ""\nprofile = "sap"\n'],
    ['a field in the neighbor’s hand', 'toml', "profile='sap'\n|\n", 'timezone', 'profile=\'sap\'\ntimezone=""\n'],
    ['a field in flow', 'yaml', 'licenses: [{ id: a, | }]', 'kind', 'licenses: [{ id: a, kind:  }]'],
    ['a server', 'yaml', 'profile: sap\n|', 'server', 'profile: sap\nserver: { version:  }'],
    ['a server', 'json', '{ "|" }', 'server', '{ "server": { "version": "" } }'],
    ['a server', 'toml', 'profile = "sap"\n|', 'server', 'profile = "sap"\nserver = { version = "" }'],
    [
      'what is required',
      'yaml',
      `${yaml}|`,
      'required',
      `${yaml}required: { seats: 500, from: 2026-11-22, until: 2027-11-22 }`,
    ],
    [
      'what is required',
      'toml',
      `|\n${toml}`,
      'required',
      `required = { seats = 500, from = 2026-11-22, until = 2027-11-22 }\n${toml}`,
    ],

    ['a word', 'yaml', 'licenses:\n  - kind: te|\n', 'temporary', 'licenses:\n  - kind: temporary\n'],
    ['a word without a space', 'yaml', 'licenses:\n  - kind:|\n', 'temporary', 'licenses:\n  - kind: temporary\n'],
    [
      'a word for another',
      'yaml',
      'licenses:\n  - kind: "sub|scription" # bought\n',
      'temporary',
      'licenses:\n  - kind: "temporary" # bought\n',
    ],
    ['a word', 'json', '{ "expiryDay": | }', 'covered', '{ "expiryDay": "covered" }'],
    ['a word for another', 'json', '{ "expiryDay": "un|covered" }', 'covered', '{ "expiryDay": "covered" }'],
    [
      'a word before a key',
      'json',
      '{ "expiryDay": |\n  "profile": "sap" }',
      'covered',
      '{ "expiryDay": "covered",\n  "profile": "sap" }',
    ],
    ['a word', 'toml', 'expiryDay =|', 'covered', 'expiryDay = "covered"'],
    [
      'a date as its neighbors are',
      'yaml',
      `${yaml.replace('2025-12-01', "'2025-12-01'")}  - starts: '2026-12-01'\n    expires: |`,
      '2027-11-30',
      `${yaml.replace('2025-12-01', "'2025-12-01'")}  - starts: '2026-12-01'\n    expires: '2027-11-30'`,
    ],
    [
      'a date as its neighbors are',
      'toml',
      '[[licenses]]\nstarts = "2026-12-01"\nexpires = |',
      '2027-11-30',
      '[[licenses]]\nstarts = "2026-12-01"\nexpires = "2027-11-30"',
    ],
    [
      'a date',
      'toml',
      '[[licenses]]\nstarts = 2026-12-01\nexpires = |',
      '2027-11-30',
      '[[licenses]]\nstarts = 2026-12-01\nexpires = 2027-11-30',
    ],
    [
      'no end',
      'toml',
      '[[licenses]]\nstarts = 2026-12-01\nexpires = |',
      'never',
      '[[licenses]]\nstarts = 2026-12-01\nexpires = "never"',
    ],
    ['seats', 'json', inJson(',\n    { "seats": | }'), '500', inJson(',\n    { "seats": 500 }')],
    ['no limit', 'json', inJson(',\n    { "seats": | }'), 'unlimited', inJson(',\n    { "seats": "unlimited" }')],
    ['a header', 'toml', '[serv|\nversion = "5.3.1"\n', '[server]', '[server]\nversion = "5.3.1"\n'],
  ] as const)
    it(`${what}: ${name} ${label} ${JSON.stringify(marked.slice(Math.max(0, marked.indexOf('|') - 25)).slice(0, 40))}`, () => {
      assert.equal(chosen(ask(`licenses.${name}`, marked.replaceAll('§', '')), label), expected.replaceAll('§', ''));
    });

  for (const [name, marked] of [
    ['licenses.yaml', `${yaml}  |\n`],
    ['licenses.yaml', `${yaml}  - |\n`],
    ['licenses.yaml', `${yaml.replaceAll('\n', '\r\n')}  |\r\n`],
    [
      'licenses.yaml',
      'product: CrashPlan\nexpiryDay: covered\nlicenses: [{ id: LIC-1, starts: 2025-12-01, expires: 2026-11-30 }, |]\n',
    ],
    ['licenses.json', inJson(',\n    |')],
    ['licenses.json', inJson('\n    |')],
    ['licenses.jsonc', inJson(', // the first\n    |')],
    [
      'licenses.json',
      '{"product":"CrashPlan","expiryDay":"covered","licenses":[{"id":"LIC-1","starts":"2025-12-01","expires":"2026-11-30"}, |]}',
    ],
    ['licenses.toml', `${toml}\n|`],
    ['licenses.toml', `${toml}\n[[lic|`],
    [
      'licenses.toml',
      'product = "CrashPlan"\nexpiryDay = "covered"\nlicenses = [\n  { id = "LIC-1", starts = 2025-12-01, expires = 2026-11-30 },\n  |\n]\n',
    ],
  ] as const)
    it(`a license that follows the one before it without a gap: ${name} ${JSON.stringify(marked.slice(-30))}`, () => {
      const answer = ask(name, marked);
      const label = answer.offers.find(({ kind }) => kind === 'piece')!.label;
      const text = chosen(answer, label);
      const { terms, problems } = readText(name, text);
      assert.deepEqual(problems, []);
      assert.deepEqual(terms.map(({ id, kind, state, from, until }) => [id, kind, state, from, until]).at(-1), [
        'LIC-2',
        terms[0]!.kind,
        marked.includes('key') ? 'pending' : 'active',
        terms[0]!.until,
        Date.UTC(2027, 11, 1),
      ]);
      assert.ok(!text.slice(answer.caret).includes('3F9A'), 'the key of another license');
      assert.ok(!told(reportOn(name, text)).some(each => /^(?:possible-)?gap/.test(each)));
      if (marked.includes('\r\n')) assert.ok(!/[^\r]\n/.test(text));
    });

  for (const [name, marked, label] of [
    ['licenses.yaml', '|', 'licenses'],
    ['licenses.yaml', 'licenses: |', 'New license'],
    ['licenses.yaml', 'licenses:\n  |', 'New license'],
    ['licenses.yaml', 'licenses:\n  - |', 'New license'],
    ['licenses.json', '|', 'New license file'],
    ['licenses.json', '{|}', 'licenses'],
    ['licenses.json', '{ "licenses": | }', 'New license'],
    ['licenses.json', '{ "licenses": [|] }', 'New license'],
    ['licenses.jsonc', '// ours\n[|]', 'New license'],
    ['licenses.toml', '|', '[[licenses]]'],
  ] as const)
    it(`a first license: ${name} ${JSON.stringify(marked)}`, () => {
      const { terms, problems } = readText(name, chosen(ask(name, marked), label));
      assert.deepEqual(problems, []);
      assert.deepEqual(
        terms.map(({ id, product, kind, state, seats, from }) => [id, product, kind, state, seats, from]),
        [['LIC-1', 'Product', 'subscription', 'pending', 1, Date.UTC(2026, 10, 22)]],
      );
    });

  for (const [name, marked, label] of [
    ['licenses.yaml', `${yaml}  - starts: 2027-01-01\n    expires: 2027-12-31\n|`, 'acceptedGaps'],
    ['licenses.yaml', `${yaml}  - starts: 2027-01-01\n    expires: 2027-12-31\nacceptedGaps:\n  |`, 'New accepted gap'],
    [
      'licenses.json',
      inJson(',\n    { "starts": "2027-01-01", "expires": "2027-12-31" }').replace(/\n}\n$/, ',\n  |\n}\n'),
      'acceptedGaps',
    ],
    ['licenses.toml', `${toml}\n[[licenses]]\nstarts = 2027-01-01\nexpires = 2027-12-31\n\n|`, '[[acceptedGaps]]'],
  ] as const)
    it(`an accepted gap is the one that is open: ${name} ${label}`, () => {
      const answer = ask(name, marked);
      const [[gap], after] = [reportOn(name, answer.text), reportOn(name, chosen(answer, label))].map(told) as [
        string[],
        string[],
      ];
      assert.match(gap!, /^gap/);
      assert.ok(!after.some(each => /^gap|unused/.test(each)), after.join());
    });
});
