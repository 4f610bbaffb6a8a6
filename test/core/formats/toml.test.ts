// TOML as trees: values and places, what remains of broken files, and the public suite.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { getStaticTOMLValue, parseTOML } from 'toml-eslint-parser';
import { readToml } from '../../../src/core/formats/toml';
import { type ListNode, type MapNode, maxDepth, type Node, type Scalar } from '../../../src/core/tree';
import {
  brokenEntry,
  checkSpans,
  edits,
  entriesOf as entriesIn,
  heightOf,
  mutated,
  plainOf,
  problemsOf,
  textOf,
  wholeEntry,
  written,
} from './trees';

const file = `# the estate
environment = "production"
server.version = "5.3.1"
"server".os = 'linux'   # quoted
required = { seats = 1_000, from = 2025-12-01 }

[[licenses]]
id = "LIC-\\u0032"
seats = 25
starts = 2026-01-01
expires = 2026-12-31 12:00:00Z

[licenses.server]
version = 5.10

[[licenses]]
id = '''
LIC
"3"'''
tags = [ "a", # one
  'b', ]
active = true

[defaults]
notes = """
a \\
  b"""
[defaults.more.deep]
x = -inf
`;

function read(text: string): Node | undefined {
  const tree = readToml(text);
  checkSpans(text, tree);
  return tree.documents[0];
}

function pairOf(root: Node | undefined, name: string): Node | undefined {
  return root?.kind === 'map' ? root.pairs.find(({ key }) => key.text === name)?.value : undefined;
}

function scalarsOf(text: string, node: Node | undefined): string[] {
  if (!node) return [];
  if (node.kind === 'scalar') return [`${node.type} ${node.text} ${node.quote}<${written(text, node)}>`];
  const children = node.kind === 'map' ? node.pairs.map(({ value }) => value) : node.items;
  return children.flatMap(child => scalarsOf(text, child));
}

const entriesOf = (text: string): unknown[] => entriesIn(text, readToml(text));

describe('TOML', () => {
  it('reads tables, lists of tables, dotted keys and inline values', () => {
    assert.deepEqual(readToml(file).problems, []);
    assert.deepEqual(plainOf(read(file), textOf), {
      environment: 'production',
      server: { version: '5.3.1', os: 'linux' },
      required: { seats: '1_000', from: '2025-12-01' },
      licenses: [
        {
          id: 'LIC-2',
          seats: '25',
          starts: '2026-01-01',
          expires: '2026-12-31 12:00:00Z',
          server: { version: '5.10' },
        },
        { id: 'LIC\n"3"', tags: ['a', 'b'], active: 'true' },
      ],
      defaults: { notes: 'a b', more: { deep: { x: '-inf' } } },
    });
  });

  it('keeps what is written, and where', () => {
    assert.deepEqual(scalarsOf(file, read(file)), [
      'string production 1<production>',
      'string 5.3.1 1<5.3.1>',
      'string linux 1<linux>',
      'number 1_000 0<1_000>',
      'date 2025-12-01 0<2025-12-01>',
      'string LIC-2 1<LIC-\\u0032>',
      'number 25 0<25>',
      'date 2026-01-01 0<2026-01-01>',
      'date 2026-12-31 12:00:00Z 0<2026-12-31 12:00:00Z>',
      'number 5.10 0<5.10>',
      'string LIC\n"3" 3<\nLIC\n"3">',
      'string a 1<a>',
      'string b 1<b>',
      'boolean true 0<true>',
      'string a b 3<\na \\\n  b>',
      'number -inf 0<-inf>',
    ]);
  });

  it('knows where tables and lists begin and end', () => {
    const root = read(file) as MapNode;
    const licenses = pairOf(root, 'licenses') as ListNode;
    const nodes = [
      root,
      licenses,
      ...licenses.items,
      pairOf(licenses.items[0], 'server'),
      pairOf(licenses.items[1], 'tags'),
      pairOf(root, 'server'),
      pairOf(root, 'required'),
      pairOf(root, 'defaults'),
    ];
    assert.deepEqual(
      nodes.map(node => {
        assert.ok(node && node.kind !== 'scalar');
        const lines = file.slice(node.start, node.end).split('\n');
        return [node.style, lines.at(0), lines.at(-1)];
      }),
      [
        ['table', 'environment = "production"', 'x = -inf'],
        ['table', '[[licenses]]', 'active = true'],
        ['table', '[[licenses]]', 'version = 5.10'],
        ['table', '[[licenses]]', 'active = true'],
        ['table', '[licenses.server]', 'version = 5.10'],
        ['flow', '[ "a", # one', "  'b', ]"],
        ['dotted', 'version = "5.3.1"', '"server".os = \'linux\''],
        ['flow', '{ seats = 1_000, from = 2025-12-01 }', '{ seats = 1_000, from = 2025-12-01 }'],
        ['table', '[defaults]', 'x = -inf'],
      ],
    );
  });

  it('counts offsets in UTF-16 of the original text', () => {
    for (const text of [
      '\ufeffa = "x"',
      '\ufeff# 😀\r\n"😀" = 1\r\na = "x"\r\n',
      'b = """\r\n😀\r\n"""\r\na = "x"',
      "'😀'.b = '😀'\na = 'x'",
    ]) {
      const value = pairOf(read(text), 'a');
      assert.deepEqual(readToml(text).problems, []);
      assert.ok(value?.kind === 'scalar');
      assert.equal(written(text, value), 'x');
    }
    assert.deepEqual(plainOf(read('a = """\r\n😀\r\n\\U0001F600"""'), textOf), { a: '😀\n😀' });
  });

  it('has no document where nothing is written', () => {
    for (const text of ['', '\ufeff', ' \r\n\t', '# nothing'])
      assert.deepEqual(readToml(text), { documents: [], problems: [] });
    assert.deepEqual(plainOf(read('[a]'), textOf), { a: {} });
  });

  it('takes any key for what it is', () => {
    const text = '__proto__.seats = 9\nconstructor = 1\n[toString]\n__proto__ = 2\n[[hasOwnProperty]]\n';
    const root = read(text) as MapNode;
    assert.deepEqual(readToml(text).problems, []);
    assert.deepEqual(
      root.pairs.map(({ key }) => key.text),
      ['__proto__', 'constructor', 'toString', 'hasOwnProperty'],
    );
    assert.equal(({} as Record<string, unknown>).seats, undefined);
    assert.deepEqual(plainOf(read('azAZ09_- = 1\n" " = 2\n\'\' = 3'), textOf), { 'azAZ09_-': '1', ' ': '2', '': '3' });
  });

  it('lets a table go on after others', () => {
    const text = '[a.b]\nx = 1\n[[l]]\n[a]\ny = 2\n[[l.m]]\nz = 3\n[[l.m]]\n[l.m.n]\nz = 4\n';
    assert.deepEqual(readToml(text).problems, []);
    assert.deepEqual(plainOf(read(text), textOf), {
      a: { b: { x: '1' }, y: '2' },
      l: [{ m: [{ z: '3' }, { n: { z: '4' } }] }],
    });
  });

  it('reports what is defined twice, and keeps both', () => {
    const text = 'a = 1\na = 2\n[b]\nx = 1\n[b]\ny = 1\n[[l]]\n[l]\n';
    const root = read(text) as MapNode;
    const again = 'defining a key multiple times is invalid';
    assert.deepEqual(problemsOf(text, readToml(text)), [`${again}: a`, `${again}: b`, `${again}: l`]);
    assert.deepEqual(
      root.pairs.map(({ key, value }) => [key.text, plainOf(value, textOf)]),
      [
        ['a', '1'],
        ['a', '2'],
        ['b', { x: '1' }],
        ['b', { y: '1' }],
        ['l', [{}]],
        ['l', {}],
      ],
    );
  });

  it('ends a date with its line', () => {
    for (const text of ['a = 2026-12-31 ', 'a = 2026-12-31 \n#:1', 'a = 2026-12-31 # :00:00', 'a = [2026-12-31 , 1]']) {
      assert.deepEqual(readToml(text).problems, [], text);
    }
  });

  it('leaves it to others whether a day exists', () => {
    const text = 'a = 2026-02-30\nb = 2026-13-01T25:00:00+99:00';
    assert.deepEqual(readToml(text).problems, []);
    assert.deepEqual(scalarsOf(text, read(text)), [
      'date 2026-02-30 0<2026-02-30>',
      'date 2026-13-01T25:00:00+99:00 0<2026-13-01T25:00:00+99:00>',
    ]);
  });

  const halves: readonly (readonly [what: string, text: string, entries: unknown[], problems: readonly string[]])[] = [
    [
      'missing value',
      '[[l]]\nid = "x"\nstarts = \n[[l]]\nid = "y"\n',
      [brokenEntry({ id: 'x', starts: '' }), wholeEntry({ id: 'y' })],
      ['value expected: starts = '],
    ],
    [
      'a key half typed',
      '[[l]]\nid = "x"\nexp\n\n[[l]]\nid = "y"\n',
      [brokenEntry({ id: 'x' }), wholeEntry({ id: 'y' })],
      ['equals sign expected: exp'],
    ],
    [
      'a key half typed between others',
      '[[l]]\nid = "x"\nexp\nseats = 1\n[[l]]\n',
      [brokenEntry({ id: 'x', seats: '1' }), wholeEntry({})],
      ['equals sign expected: exp'],
    ],
    [
      'missing closing quote',
      '[[l]]\nid = "x\nseats = 1\n[[l]]\n',
      [brokenEntry({ id: 'x', seats: '1' }), wholeEntry({})],
      ['closing quote expected: "x'],
    ],
    [
      'a backslash where the quote should be',
      '[[l]]\nid = "x\\\nseats = 1\n[[l]]\n',
      [brokenEntry({ id: 'x', seats: '1' }), wholeEntry({})],
      ['closing quote expected: "x\\'],
    ],
    [
      'a key that ends with a dot',
      '[[l]]\nserver. = 1\nid = "x"\n[[l]]\n',
      [brokenEntry({ id: 'x' }), wholeEntry({})],
      ['key expected: ='],
    ],
    [
      'a key with other letters',
      '[[l]]\nprodüct = "x"\n[[l]]\n',
      [brokenEntry({ prodüct: 'x' }), wholeEntry({})],
      ['quotes expected: prodüct'],
    ],
    [
      'characters that do not belong there',
      '[[l]]\nid = "x\x01" # \x02\n[[l]]\n# \x7f\n',
      [brokenEntry({ id: 'x\x01' }), wholeEntry({})],
      ['control characters are not allowed: \x01', 'control characters are not allowed: \x7f'],
    ],
    [
      'missing quotes',
      '[[l]]\nkind = temporary license\nseats = 1\n[[l]]\n',
      [brokenEntry({ kind: 'temporary', seats: '1' }), wholeEntry({})],
      ['quotes expected: temporary'],
    ],
    [
      'missing bracket',
      '[[l]]\ntags = [ "a",\n "b"\nseats = 1\n[[l]]\n',
      [brokenEntry({ tags: ['a', 'b'], seats: '1' }), wholeEntry({})],
      ['closing bracket expected: ['],
    ],
    [
      'missing bracket before a header',
      '[[l]]\ntags = [ 1,\n[[l]]\nid = "y"\n',
      [brokenEntry({ tags: ['1'] }), wholeEntry({ id: 'y' })],
      ['closing bracket expected: ['],
    ],
    [
      'missing brace',
      '[[l]]\nserver = { version = 1\nseats = 1\n[[l]]\n',
      [brokenEntry({ server: { version: '1' }, seats: '1' }), wholeEntry({})],
      ['closing brace expected: {'],
    ],
    [
      'missing quotes at the end of a text',
      '[[l]]\nnotes = """a\nseats = 1\n[[l]]\nid = "y"\n',
      [brokenEntry({ notes: 'a', seats: '1' }), wholeEntry({ id: 'y' })],
      ['closing quotes expected: """'],
    ],
    [
      'missing bracket of a header',
      '[[l]]\nid = "x"\n[[l]\nid = "y"\n[[l\nid = "z"\n',
      [wholeEntry({ id: 'x' }), brokenEntry({ id: 'y' }), brokenEntry({ id: 'z' })],
      ['closing bracket expected: [[l', 'closing bracket expected: [[l'],
    ],
    [
      'a header that says nothing',
      '[[l]]\nid = "x"\n[[]]\nid = "y"\n[[l]]\nid = "z"\n',
      [wholeEntry({ id: 'x' }), wholeEntry({ id: 'z' })],
      ['key expected: ]'],
    ],
    [
      'more on a line',
      '[[l]]\nid = "x" "y"\nseats = 1 # c\n[[l]] x\n',
      [brokenEntry({ id: 'x', seats: '1' }), brokenEntry({})],
      ['line break expected: "y"', 'line break expected: x'],
    ],
    [
      'marks of a merge conflict',
      '<<<<<<< HEAD\n[[l]]\nid = "x"\n=======\n[[l]]\nid = "y"\n>>>>>>> b\n',
      [brokenEntry({ id: 'x' }), brokenEntry({ id: 'y' })],
      ['key expected: <', 'key expected: =', 'key expected: >'],
    ],
    [
      'broken lines above the list',
      'environment = "e\nproduct p\nserver = { version = \n[[l]]\nid = "x"\n',
      [wholeEntry({ id: 'x' })],
      ['closing quote expected: "e', 'equals sign expected: product', 'value expected: version = '],
    ],
    [
      'an escape there is not',
      '[[l]]\nid = "\\q"\n[[l]]\n',
      [brokenEntry({ id: 'q' }), wholeEntry({})],
      ['invalid escape in string: "\\q"'],
    ],
    [
      'two things wrong with one entry',
      '[[l]]\nid = "x\nexp\n[[l]]\n',
      [brokenEntry({ id: 'x' }), wholeEntry({})],
      ['closing quote expected: "x'],
    ],
  ];
  for (const [what, text, entries, problems] of halves) {
    it(`loses nothing but the broken entry: ${what}`, () => {
      assert.deepEqual(entriesOf(text), entries);
      assert.deepEqual(problemsOf(text, readToml(text)), problems);
    });
  }

  it('reads every entry of a large file but the broken one', () => {
    const entries = Array.from({ length: 10_000 }, (_, i) => `[[l]]\nid = "LIC-${i}"\nstarts = 2026-01-01\n`);
    entries[5_000] = '[[l]]\nid = "LIC-5000"\nstarts = [\n';
    const all = entriesOf(entries.join('\n'));
    assert.equal(all.length, 10_000);
    assert.deepEqual(all[4_999], wholeEntry({ id: 'LIC-4999', starts: '2026-01-01' }));
    assert.deepEqual(all[5_001], wholeEntry({ id: 'LIC-5001', starts: '2026-01-01' }));
  }).timeout(30_000);

  it('gives back how deep it can read', () => {
    const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    const names = (count: number) => Array(count).fill('a').join('.');
    const deepest = [
      `a = ${nested(maxDepth - 1)}`,
      `${names(maxDepth)} = 1`,
      `[${names(maxDepth - 1)}]`,
      `[[${names(maxDepth - 2)}]]`,
      `[${names(30)}]\n${names(30)} = ${nested(4)}`,
    ];
    for (const text of deepest) {
      assert.deepEqual(readToml(text).problems, [], text);
      assert.equal(heightOf(read(text)), maxDepth);
    }
    const tooDeep = [
      `a = ${nested(maxDepth)}`,
      `${names(maxDepth + 1)} = 1`,
      `[${names(maxDepth)}]`,
      `[[${names(maxDepth - 1)}]]`,
      `[${names(30)}]\n${names(30)} = ${nested(5)}`,
      `a = ${'['.repeat(100_000)}`,
      `a = ${'{a='.repeat(100_000)}`,
      `${names(10_000)} = 1`,
      `[${names(10_000)}]\nx = 1`,
      `a = {${names(10_000)} = 1}`,
    ];
    for (const text of tooDeep) {
      const tree = readToml(`${text}\n[[l]]\nid = "y"\n`);
      assert.deepEqual(
        tree.problems.map(({ code }) => code),
        ['depth'],
        text.slice(0, 100),
      );
      assert.match(text.slice(tree.problems[0]!.start), /^[[{a]/);
      assert.ok(heightOf(tree.documents[0]) <= maxDepth);
      assert.deepEqual(entriesOf(`${text}\n[[l]]\nid = "y"\n`), [wholeEntry({ id: 'y' })]);
    }
  });

  it('reads large and odd texts', () => {
    const keys = Array.from({ length: 32_000 }, (_, i) => `k${i} = ${i}\n`).join('');
    assert.equal((read(keys) as MapNode).pairs.length, 32_000);
    assert.deepEqual(problemsOf(keys, readToml(`${keys}k31999 = 1\n`)).length, 1);
    const long = 'x'.repeat(1_000_000);
    for (const text of [`a = "${long}"`, `a = '${long}'`, `a = """${long}"""`, `${long} = 1\na = "${long}"`]) {
      assert.deepEqual(readToml(text).problems, []);
      assert.equal((plainOf(read(text), textOf) as { a: string }).a, long);
    }
    read(`a = "${long.repeat(5)}`);
    assert.deepEqual(readToml(`a = "${long.repeat(5)}"`).problems, []);
    read(`a = ${'1'.repeat(1_000_000)}`);
    const pieces = [
      '"',
      "'",
      '\n',
      '[',
      ']',
      '[[a]]\n',
      '[a]\n',
      'a = """\n',
      "a = '''\n",
      'a = [\n',
      'a = [ # b = 1\n',
      'a\n',
      '=',
      '.',
      '#\n',
      '\r',
      '\0',
      '{',
      'a = {b = [\n',
      '"a" ',
    ];
    for (const piece of pieces) read(piece.repeat(20_000 / piece.length));
  }).timeout(30_000);

  describe('toml-test', () => {
    const corpus = join(__dirname, '../../../../shared/corpora/toml-test');
    const names = existsSync(corpus) ? readFileSync(join(corpus, 'files-toml-1.1.0'), 'utf8').split('\n') : [];
    const files = (folder: string) => names.filter(name => name.startsWith(`${folder}/`) && name.endsWith('.toml'));
    const textIn = (name: string) => readFileSync(join(corpus, name), 'utf8');

    before(function () {
      if (names.length > 0) return;
      console.log('      the suite is not beside the project: skipped');
      this.skip();
    });

    /** A value as the suite writes it: each scalar with its type. */
    function compare(node: Node | undefined, expected: unknown, name: string): void {
      if (Array.isArray(expected)) {
        assert.ok(node?.kind === 'list' && node.items.length === expected.length, name);
        for (const [i, item] of expected.entries()) compare(node.items[i], item, name);
      } else if (isTagged(expected)) {
        assert.ok(node?.kind === 'scalar', name);
        compareScalar(node, expected, name);
      } else {
        const entries = Object.entries(expected as Record<string, unknown>);
        const pairs = node?.kind === 'map' ? node.pairs : [];
        assert.deepEqual(pairs.map(({ key }) => key.text).sort(), entries.map(([key]) => key).sort(), name);
        for (const [key, value] of entries) compare(pairOf(node, key), value, name);
      }
    }

    function isTagged(value: unknown): value is { type: string; value: string } {
      return (
        typeof (value as { type: unknown }).type === 'string' && typeof (value as { value: unknown }).value === 'string'
      );
    }

    function compareScalar({ type, text }: Scalar, expected: { type: string; value: string }, name: string): void {
      const digits = text.replaceAll('_', '');
      switch (expected.type) {
        case 'integer':
          assert.deepEqual([type, BigInt(digits.replace('+', '') || 0)], ['number', BigInt(expected.value)], name);
          break;
        case 'float':
          assert.deepEqual([type, floatOf(digits)], ['number', floatOf(expected.value)], name);
          break;
        case 'bool':
        case 'string':
          assert.deepEqual(
            [type, text.replaceAll('\r\n', '\n')],
            [expected.type === 'bool' ? 'boolean' : 'string', expected.value.replaceAll('\r\n', '\n')],
            name,
          );
          break;
        default:
          assert.deepEqual([type, timeOf(text)], ['date', timeOf(expected.value)], name);
      }
    }

    function floatOf(text: string): number {
      if (text.endsWith('inf')) return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
      return text.endsWith('nan') ? Number.NaN : Number(text);
    }

    /** Dates and times in one spelling. */
    function timeOf(text: string): string {
      const spelled = text
        .replace(/^([-\d]{10})[Tt ]/, '$1T')
        .replace(/z$/, 'Z')
        .replace(/(T|^)(\d\d:\d\d)(?!:)/, '$1$2:00');
      const [, seconds = spelled, fraction = '', zone = ''] =
        /^(.*?:\d\d:\d\d)(?:\.(\d+?)0*)?(Z|[-+]\d\d:\d\d)?$/.exec(spelled) ?? [];
      return `${seconds}.${fraction}${zone}`;
    }

    it('has the values that it says', () => {
      const valid = files('valid');
      assert.equal(valid.length, 220);
      for (const name of valid) {
        const text = textIn(name);
        const tree = readToml(text);
        checkSpans(text, tree);
        assert.deepEqual(problemsOf(text, tree), [], name);
        const expected: unknown = JSON.parse(textIn(name.replace(/toml$/, 'json')));
        if (tree.documents.length === 0) assert.deepEqual(expected, {}, name);
        else compare(tree.documents[0], expected, name);
      }
    });

    it('has nothing wrong in it that is not reported', () => {
      const invalid = files('invalid');
      const accepted: string[] = [];
      for (const name of invalid) {
        const text = textIn(name);
        const tree = readToml(text);
        checkSpans(text, tree);
        if (tree.problems.length === 0) accepted.push(name.replace(/^invalid\/|\.toml$/g, ''));
      }
      assert.equal(invalid.length, 492);
      // Days and times that do not exist have a finding of their own, with the nearest that do; bytes that are not UTF-8 never get here.
      const impossible =
        /^(?:datetime|local-date|local-datetime|local-time)\/(?:day-zero|feb-\d\d|offset-overflow-\w+|\w+-(?:over|under))$/;
      assert.deepEqual(
        accepted.filter(name => !impossible.test(name) && !name.startsWith('encoding/bad-')),
        [],
      );
      assert.equal(accepted.length, 36);
    });

    it('keeps every place where a byte order mark or other line ends are put', () => {
      for (const name of [...files('valid'), ...files('invalid')]) {
        const text = textIn(name);
        for (const other of [`\ufeff${text}`, text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r')]) read(other);
      }
    });
  });

  describe('beside toml-eslint-parser', () => {
    /** What it takes is taken here, with the same values; what it refuses is reported, unless it is a day or time that does not exist. */
    function compare(text: string): void {
      const tree = readToml(text);
      checkSpans(text, tree);
      let theirs: unknown;
      try {
        theirs = getStaticTOMLValue(parseTOML(text));
      } catch (error) {
        if (!/date|time/.test(String(error))) assert.notDeepEqual(tree.problems, [], `${error}: ${text}`);
        return;
      }
      assert.deepEqual(tree.problems, [], text);
      const [root] = tree.documents;
      assert.deepEqual(keysOf(plainOf(root, textOf) ?? {}), keysOf(theirs), text);
    }

    /** Names, strings and how things lie in one another; numbers and dates are the suite's business. */
    function keysOf(value: unknown): unknown {
      if (typeof value !== 'object' || value === null || value instanceof Date) return '';
      if (Array.isArray(value)) return value.map(keysOf);
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, keysOf(inner)]));
    }

    it('reads changed files the same', () => {
      compare(file);
      fc.assert(
        fc.property(edits('[]{}="\'.,#\\ \n\ta1-_:T'), changes => compare(mutated(file, changes))),
        { numRuns: 1_000 },
      );
    }).timeout(30_000);
  });

  it('never throws, and every span lies in the text', () => {
    for (let end = 0; end <= file.length; end++) read(file.slice(0, end));
    for (let start = 0; start <= file.length; start++) read(file.slice(start));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => void read(text)));
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'[]{}="\'.,#\\ \n\r\ta1-_:T\0', '[[a]]\n', 'a = ', '"""', "'''"), {
          maxLength: 40,
        }),
        parts => void read(parts.join('')),
      ),
      { numRuns: 2_000 },
    );
  }).timeout(30_000);

  it('loses no entry to a change in another', () => {
    const entry = (id: string) => `[[l]]\nid = "${id}"\nseats = 25\nstarts = 2026-01-01\ntags = ["a", 'b']\n`;
    fc.assert(
      fc.property(edits('="\'.,#\\ a1-{}'), changes => {
        const text = `${entry('LIC-1')}[[l]]\n${mutated(entry('LIC-2').slice(6), changes)}\n${entry('LIC-3')}`;
        const entries = entriesOf(text);
        assert.equal(entries.length, 3, text);
        for (const [i, id] of ['LIC-1', undefined, 'LIC-3'].entries()) {
          if (id)
            assert.deepEqual(entries[i], wholeEntry({ id, seats: '25', starts: '2026-01-01', tags: ['a', 'b'] }), text);
        }
      }),
      { numRuns: 1_000 },
    );
  }).timeout(30_000);
});
