// Entering a key: it is read back as typed, in every notation and hand, and nothing else of the file changes.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { enterKey, hasOwnPlaceholder, wrongKey } from '../../src/core/fixes/enter-key';
import { textOf } from '../../src/core/formats/records';
import type { Term } from '../../src/core/model';
import { applyEdits } from '../../src/core/text';
import { reportOn } from './read';

const entry = (key: string): string =>
  `product: P\nlicenses:\n  - { starts: 2026-01-01${key}, expires: 2027-01-01 } # end\n`;
/** Files that wait for one key. */
const files: readonly (readonly [name: string, text: string])[] = [
  ...[
    '<temporary key>',
    '"<temporary key>"',
    "'<temporary key>'",
    '',
    ' null',
    ' ~',
    ' ""',
    " ''",
    ' TBD',
    ' TODO ask',
  ].map(key => ['licenses.yaml', entry(`, key: ${key}`)] as const),
  ['licenses.yaml', 'licenses:\n  - key:\n    starts: 2026-01-01\n  - key: X\n'],
  ['licenses.yaml', 'licenses:\n  - key: # to come\n    starts: 2026-01-01\n'],
  ['licenses.yaml', 'licenses:\n  - starts: 2026-01-01\n    key: |\n      <temporary key>\n'],
  ['licenses.json', '{"licenses":[{"key":"<temporary key>","starts":"2026-01-01"}]}'],
  ['licenses.json', '{"licenses":[{"key":null,"starts":"2026-01-01"}]}'],
  ['licenses.jsonc', '{"licenses":[{"key": "", /* soon */ "starts":"2026-01-01",},]}'],
  ...['"<temporary key>"', "'<temporary key>'", '""', "''", '"""<temporary key>"""', "'''TODO'''"].map(
    key => ['licenses.toml', `[[licenses]]\nkey = ${key} # to come\nstarts = 2026-01-01\n`] as const,
  ),
];

function waiting(name: string, text: string): Term {
  const terms = reportOn(name, text).files[0]!.terms.filter(hasOwnPlaceholder);
  assert.equal(terms.length, 1, text);
  return terms[0]!;
}

function entered(name: string, text: string, key: string): string {
  return applyEdits(text, enterKey(waiting(name, text), key)!.edits);
}

/** What the file says of its keys after one was entered. */
function check(name: string, text: string, key: string): void {
  const after = entered(name, text, key);
  const { file } = waiting(name, text);
  const terms = reportOn(name, after).files[0]!.terms;
  const first = terms.find(({ entry: { fields } }) => textOf(fields.key) === key.trim());
  assert.ok(first, `${JSON.stringify(key)} in ${after}`);
  assert.equal(first.state, 'active');
  const [{ start, end, text: put }] = enterKey(waiting(name, text), key)!.edits as [
    { start: number; end: number; text: string },
  ];
  assert.equal(after, file.text.slice(0, start) + put + file.text.slice(end));
  const comments = (source: string): readonly string[] => source.match(/# \w+|\/\* \w+ \*\//g) ?? [];
  assert.deepEqual(comments(after.replace(put, '')), comments(text));
}

describe('entering a key', () => {
  const keys = [
    '3F9A-11C0-77AB',
    '12345',
    'true',
    '1e5',
    '0x1F',
    'a: b #c',
    '"quoted"',
    "it's",
    'back\\slash',
    '- x',
    '*star',
    '&and',
    '{a}',
    '日本語 key',
    '\'\'\' """',
  ];
  for (const [name, text] of files) {
    it(`writes it so that it reads back: ${name} ${JSON.stringify(text.slice(0, 90))}`, () => {
      for (const key of keys) check(name, text, key);
    });
  }

  it('writes any key', () => {
    const someKey = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter(key => wrongKey(key) === undefined);
    fc.assert(
      fc.property(fc.constantFrom(...files), someKey, ([name, text], key) => check(name, text, key)),
      { numRuns: 2_000 },
    );
  });

  it('takes white space around it away', () => {
    assert.match(entered('licenses.yaml', entry(', key: TBD'), '  K-1 \t'), /key: K-1,/);
  });

  for (const key of ['', '  ', 'TBD', 'todo: ask', '<temporary key>', 'a\nb', 'a\u0007b', 'a\u2028b']) {
    it(`refuses ${JSON.stringify(key)} without saying it`, () => {
      assert.ok(wrongKey(key));
      assert.ok(key.trim() === '' || !wrongKey(key)!.includes(key.trim()));
      assert.equal(enterKey(waiting('licenses.yaml', entry(', key: TBD')), key), undefined);
    });
  }

  it('leaves a placeholder alone that comes from elsewhere', () => {
    const text =
      'base: &base { key: <temporary key>, product: P }\nlicenses:\n  - { <<: *base, starts: 2026-01-01, expires: 2027-01-01 }\n';
    const { terms } = reportOn('licenses.yaml', text).files[0]!;
    assert.deepEqual(
      terms.map(({ state }) => state),
      ['pending'],
    );
    assert.deepEqual(terms.filter(hasOwnPlaceholder), []);
  });
});
