// Hostile and half-made input: a clear finding or silence, never a throw, a hang or a changed byte outside an edit.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze } from '../../src/core/analyze';
import { explainGap, explainTerm } from '../../src/core/explain';
import { fixesFor } from '../../src/core/fixes';
import { readLicenseFile } from '../../src/core/formats';
import type { Report } from '../../src/core/model';
import { defaultSettings } from '../../src/core/settings';
import { applyEdits } from '../../src/core/text';
import { at, readText, reportOn, sample, timelineIn, told } from './read';

const endings = ['json', 'jsonc', 'yaml', 'toml'] as const;

/** Everything that a view may ask of a report. */
function exercise(report: Report): void {
  for (const finding of report.findings) {
    assert.ok(
      finding.span.start >= 0 && finding.span.start <= finding.span.end && finding.span.end <= finding.file.text.length,
      finding.rule,
    );
    for (const fix of fixesFor(finding, report)) {
      const made = fix.make();
      if (made) applyEdits(made.file.text, made.edits);
    }
    if (finding.subject?.kind === 'gap') explainGap(finding.subject.coverage, finding.subject.gap);
  }
  for (const coverage of report.products) for (const term of coverage.terms) explainTerm(coverage, term, report.at);
  for (const file of report.files) timelineIn(report, file);
}

function survive(path: string, text: string): Report {
  const file = readLicenseFile({ path, text }, defaultSettings, true);
  const report = analyze(file ? [file] : [], defaultSettings, at);
  exercise(report);
  return report;
}

describe('hostile input', () => {
  const entry = '{"id":"A","starts":"2026-01-01","expires":"2027-01-01"}';
  const inputs: Readonly<Record<string, string>> = {
    'an empty file': '',
    'a byte order mark alone': '\ufeff',
    binary: String.fromCharCode(...Array.from({ length: 4_096 }, (_, i) => (i * 7919) % 256)),
    'null characters': '\0'.repeat(1_000),
    'lone surrogates': '["\ud800", "\udc00"]\n- \ud800: \udfff\nx = "\ud800"',
    '1,000-fold nesting of lists': '['.repeat(1_000) + ']'.repeat(1_000),
    '100,000 open brackets': '['.repeat(100_000),
    '100,000 open braces': '{"a":'.repeat(100_000),
    '10,000 dashes': '- '.repeat(10_000),
    'deep dotted keys': `${'a.'.repeat(10_000)}a = 1`,
    '5 MB in one line': `[${'"x",'.repeat(1_250_000)}"x"]`,
    '5 MB of spaces': ' '.repeat(5_000_000),
    '1,000,000 line breaks': '\n'.repeat(1_000_000),
    '32,000 keys': `{${Array.from({ length: 32_000 }, (_, i) => `"k${i}":${i}`).join(',')}}`,
    '32,000 equal keys': `{${'"k":1,'.repeat(32_000)}"k":2}`,
    'an alias bomb': [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'.split('').map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`),
      'licenses: *i',
    ].join('\n'),
    'an alias of itself': 'licenses: &a [*a, { starts: 2026-01-01, <<: *a }]',
    '__proto__ and friends': `{"__proto__":{"licenses":[${entry}]},"constructor":{"prototype":{"x":1}},"licenses":[{"__proto__":{"seats":9},"toString":"x","starts":"2026-01-01"}]}`,
    'a key without end': '{"licenses":[{"id":"A',
    'comments without end': '/* x',
    'quotes of all kinds': '"""\n\'\'\'\n"\n\'\n`',
    'YAML tags': 'licenses: !!js/function "x"\nother: !!python/object:os.system [ls]',
    'a million backslashes': `"${'\\'.repeat(1_000_001)}"`,
  };
  for (const [title, text] of Object.entries(inputs)) {
    for (const ending of endings) {
      it(`${title} as ${ending}`, () => {
        survive(`licenses.${ending}`, text);
      }).timeout(20_000);
    }
  }

  it('pollutes nothing, and the fields are read', () => {
    const { terms } = readText('licenses.json', inputs['__proto__ and friends']!);
    assert.equal(terms.length, 1);
    assert.equal(terms[0]!.seats, undefined);
    assert.equal(({} as Record<string, unknown>).licenses, undefined);
    assert.equal(({} as Record<string, unknown>).x, undefined);
  });

  it('too deep is told as a limit, and so is too large', () => {
    const deep = (name: string, text: string) =>
      told(survive(name, text)).filter(finding => finding.startsWith('limit')).length;
    assert.equal(deep('license-coverage.json', '['.repeat(1_000) + ']'.repeat(1_000)), 1);
    assert.equal(deep('license-coverage.yaml', '['.repeat(1_000) + ']'.repeat(1_000)), 1);
    assert.equal(deep('license-coverage.toml', `a = ${'['.repeat(1_000)}${']'.repeat(1_000)}`), 1);
    assert.equal(deep('license-coverage.json', ' '.repeat(32_000_001)), 1);
  });

  it('more than 200,000 entries are told, and the first ones are read', () => {
    const report = reportOn(
      'licenses.json',
      `{"expiryDay":"covered","licenses":[${Array(200_001).fill('{"kind":"perpetual"}').join(',')}]}`,
    );
    assert.equal(report.files[0]!.terms.length, 200_000);
    assert.ok(told(report).some(finding => finding.startsWith('limit')));
  }).timeout(30_000);

  it('10,000 terms at once, all alike or one inside another', () => {
    const list = (make: (i: number) => string) =>
      `expiryDay: covered\nlicenses:\n${Array.from({ length: 10_000 }, (_, i) => `  - { starts: ${make(i)} }\n`).join('')}`;
    const alike = reportOn(
      'licenses.yaml',
      list(() => '2026-01-01, expires: 2028-01-01, seats: 1'),
    );
    assert.deepEqual(
      alike.products[0]!.segments.map(segment => [segment.state, segment.state === 'covered' && segment.seats]),
      [['covered', 10_000]],
    );
    const nested = reportOn(
      'licenses.yaml',
      list(i => `2026-01-01T00:00:${String(i % 60).padStart(2, '0')}Z, expires: ${2030 + (i % 900)}-01-01`),
    );
    assert.equal(nested.findings.length, 0);
  }).timeout(20_000);
});

describe('files being typed', () => {
  const broken: readonly (readonly [string, string, string, readonly string[]])[] = [
    [
      'a missing value',
      'licenses.json',
      '{"licenses":[{"id":"A","starts":"2026-01-01","expires":},{"id":"B","starts":"2027-01-01"}]}',
      ['B'],
    ],
    [
      'a missing comma',
      'licenses.json',
      '{"licenses":[{"id":"A","starts":"2026-01-01","expires":null}{"id":"B","starts":"2027-01-01","expires":null}]}',
      ['A', 'B'],
    ],
    [
      'a missing brace',
      'licenses.json',
      '{"licenses":[\n{"id":"A","starts":"2026-01-01","expires":null\n,{"id":"B","starts":"2027-01-01"}]}',
      ['A', 'B'],
    ],
    [
      'an open quote',
      'licenses.json',
      '{"licenses":[\n{"id":"A","starts":"2026-01-01},\n{"id":"B","starts":"2027-01-01"}]}',
      ['B'],
    ],
    [
      'an open bracket',
      'licenses.yaml',
      'licenses:\n  - { id: A, starts: 2026-01-01\n  - { id: B, starts: 2027-01-01 }\n',
      ['B'],
    ],
    [
      'a key without a colon',
      'licenses.yaml',
      'licenses:\n  - id: A\n    starts: 2026-01-01\n    expi\n  - id: B\n    starts: 2027-01-01\n',
      ['B'],
    ],
    [
      'a tab',
      'licenses.yaml',
      'licenses:\n  - id: A\n\tstarts: 2026-01-01\n  - id: B\n    starts: 2027-01-01\n',
      ['B'],
    ],
    [
      'a value that is not there yet',
      'licenses.toml',
      '[[licenses]]\nid = "A"\nstarts = \n[[licenses]]\nid = "B"\nstarts = 2027-01-01\n',
      ['B'],
    ],
    [
      'an open quote',
      'licenses.toml',
      '[[licenses]]\nid = "A\nstarts = 2026-01-01\n[[licenses]]\nid = "B"\nstarts = 2027-01-01\n',
      ['B'],
    ],
  ];
  for (const [title, name, text, wanted] of broken) {
    it(`${title} in ${name} costs only its entry`, () => {
      const report = survive(name, text);
      const ids = report.files[0]!.terms.map(({ id }) => id);
      for (const id of wanted) assert.ok(ids.includes(id), `${id} is lost, there are ${ids}`);
      assert.ok(
        told(report).some(finding => /^(syntax|invalid-date|missing-field)/.test(finding)),
        told(report).join('; '),
      );
    });
  }

  it('the story with anything cut out or put in is survived', () => {
    const texts = ['story.json', 'story.jsonc', 'story.yaml', 'story.toml', 'story-flow.yaml', 'story-inline.toml'].map(
      name => ({ name, text: sample(name) }),
    );
    const piece = fc.oneof(
      fc.string({ maxLength: 3 }),
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        '"',
        "'",
        ':',
        '-',
        '\n',
        '\t',
        '#',
        '//',
        '/*',
        '&a',
        '*a',
        '<<',
        '---',
        '[[',
        '=',
        '\ufeff',
        '\r',
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), fc.nat(40), piece, ({ name, text }, place, length, put) => {
        const from = place % text.length;
        survive(name, text.slice(0, from) + put + text.slice(from + length));
      }),
      { numRuns: 1_500 },
    );
  }).timeout(60_000);
});
