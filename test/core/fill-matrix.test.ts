// Filling gaps, in each combination of notation, line end, indentation, order and gap: the same licenses, to every promise.
import assert from 'node:assert/strict';
import { assertFills } from './fill-promises';
import { iso, readText, sample } from './read';

type License = Readonly<Record<string, string | number>>;

/** One gap; several; one that an accepted stretch cuts apart; one at each end of what is required. */
const gaps = {
  'one gap': { count: 1, licenses: [license(1, '2026-12-01', '2027-01-01'), license(2, '2027-01-11', '2028-01-01')] },
  'several gaps': {
    count: 2,
    licenses: [
      license(1, '2026-12-01', '2027-01-01'),
      license(2, '2027-01-05', '2027-02-01'),
      license(3, '2027-03-01', '2028-01-01'),
    ],
  },
  'a gap cut apart': {
    count: 2,
    licenses: [license(1, '2026-12-01', '2027-01-01'), license(2, '2027-03-01', '2028-01-01')],
    accepted: { from: '2027-01-10', until: '2027-01-20' },
  },
  'gaps at both ends': {
    count: 2,
    licenses: [license(1, '2026-12-01', '2027-01-01'), license(2, '2027-01-01', '2028-01-01')],
    required: { from: '2026-11-25', until: '2028-02-01' },
  },
  'a single license': {
    count: 2,
    licenses: [license(1, '2026-12-01', '2027-01-01')],
    required: { from: '2026-11-25', until: '2028-02-01' },
  },
  'no license': { count: 1, licenses: [], required: { from: '2026-12-01', until: '2028-01-01' } },
} as const;

interface Content {
  readonly count: number;
  readonly licenses: readonly License[];
  readonly accepted?: License;
  readonly required?: License;
}

function license(number: number, starts: string, expires: string): License {
  return { id: `L${number}`, key: `SECRET-${number}`, seats: 5, starts, expires };
}

const orders: Readonly<Record<string, (licenses: readonly License[]) => readonly License[]>> = {
  'oldest first': licenses => licenses,
  'newest first': licenses => [...licenses].reverse(),
  shuffled: licenses => [...licenses.slice(1), ...licenses.slice(0, 1)],
};

/** `\t`, two or four spaces; `` where the list stands on one line. */
type Print = (content: Content, indent: string) => string;

const value = (text: string | number): string => JSON.stringify(text);

function flow(map: License, assign: string, key: (name: string) => string): string {
  return `{ ${Object.entries(map)
    .map(([name, text]) => `${key(name)}${assign}${value(text)}`)
    .join(', ')} }`;
}

function json(content: Content, indent: string): string {
  const { licenses, accepted, required } = content;
  const root = {
    product: 'P',
    expiryDay: 'covered',
    ...(accepted && { acceptedGaps: [accepted] }),
    ...(required && { required }),
    licenses,
  };
  return `${JSON.stringify(root, undefined, indent)}\n`;
}

function jsonc(content: Content, indent: string): string {
  return json(content, indent)
    .replace(/"id"/g, '/* NOTE */ "id"')
    .replace(/(\n[ \t]*"seats": 5,)/g, '$1 // NOTE')
    .replace(/("expires": "[^"]*")\n/g, '$1, // NOTE\n')
    .replace(/\}\n([ \t]*)\]/g, '},\n$1]');
}

function yamlHead({ accepted, required }: Content): string {
  const plain = (name: string): string => name;
  return (
    `# NOTE\nproduct: P\nexpiryDay: covered\n${accepted ? `acceptedGaps: [${flow(accepted, ': ', plain)}]\n` : ''}` +
    (required ? `required: ${flow(required, ': ', plain)}\n` : '')
  );
}

function yamlBlock(content: Content, indent: string): string {
  const items = content.licenses.map((license, i) => {
    const pairs = Object.entries(license).map(([key, text]) => `${key}: ${key === 'expires' ? value(text) : text}`);
    return `${indent}# NOTE ${i}\n${indent}- ${pairs.join(` # NOTE\n${indent}  `)}\n`;
  });
  return `${yamlHead(content)}licenses:\n${items.join('\n')}`;
}

function yamlFlow(content: Content, indent: string): string {
  const items = content.licenses.map(license => flow(license, ': ', name => name));
  const list = indent === '' ? items.join(', ') : `\n${items.map(item => `${indent}${item}`).join(',\n')}\n${indent}`;
  return `${yamlHead(content)}licenses: [${list}]\n`;
}

function tomlHead({ accepted, required }: Content): string {
  const plain = (name: string): string => name;
  return (
    `# NOTE\nproduct = "P"\nexpiryDay = "covered"\n` +
    (accepted ? `acceptedGaps = [${flow(accepted, ' = ', plain)}]\n` : '') +
    (required ? `required = ${flow(required, ' = ', plain)}\n` : '')
  );
}

function tomlTables(content: Content, indent: string): string {
  const tables = content.licenses.map(license => {
    const pairs = Object.entries(license).map(([key, text]) => `${indent}${key} = ${value(text)} # NOTE\n`);
    return `\n# NOTE\n${indent}[[licenses]]\n${pairs.join('')}`;
  });
  return tomlHead(content) + tables.join('');
}

function tomlInline(content: Content, indent: string): string {
  const items = content.licenses.map(license => flow(license, ' = ', name => name));
  const list = indent === '' ? items.join(', ') : `\n${items.map(item => `${indent}${item}, # NOTE\n`).join('')}`;
  return `${tomlHead(content)}licenses = [${list}]\n`;
}

const prints: readonly (readonly [title: string, name: string, print: Print, indents: readonly string[]])[] = [
  ['JSON', 'licenses.json', json, ['\t', '  ', '    ', '']],
  ['JSONC', 'licenses.jsonc', jsonc, ['\t', '  ', '    ']],
  ['YAML in blocks', 'licenses.yaml', yamlBlock, ['', '  ', '    ']],
  ['YAML in brackets', 'licenses.yaml', yamlFlow, ['', '  ', '    ']],
  ['TOML tables', 'licenses.toml', tomlTables, ['', '\t', '  ', '    ']],
  ['TOML in brackets', 'licenses.toml', tomlInline, ['', '\t', '  ', '    ']],
];

describe('filling', () => {
  for (const [title, name, print, indents] of prints) {
    for (const [what, content] of Object.entries<Content>(gaps)) {
      for (const [order, sorted] of Object.entries(orders)) {
        it(`${title}: ${what}, ${order}`, () => {
          for (const indent of indents) {
            for (const lineBreak of ['\n', '\r\n']) {
              const licenses = sorted(content.licenses);
              const text = print({ ...content, licenses }, indent).replaceAll('\n', lineBreak);
              assertStands(name, text, content, order);
              assertStands(name, text.trimEnd(), content, order);
            }
          }
        });
      }
    }
  }

  for (const name of ['story.json', 'story.jsonc', 'story.yaml', 'story.toml'].concat(
    ...['story-flow.yaml', 'story-inline.toml', 'story-line.json'],
  )) {
    it(`the story: ${name}`, () => {
      const once = ['3F9A-11C0-77AB', '8D21-4E5F-90CC', 'TODO ask', '#', '//', '/*'];
      for (const text of [sample(name), sample(name).replaceAll('\n', '\r\n')])
        assert.equal(assertFills({ name, text, once }).gaps, 2);
    });
  }
});

describe('filling beside keys under other names', () => {
  const yaml = (fields: string): string =>
    `product: P\nexpiryDay: covered\nlicenses:\n  - { starts: 2026-12-01, expires: 2027-01-01, ${fields} }\n  - { starts: 2027-02-01, expires: never }\n`;
  const secrets: readonly (readonly [title: string, fields: string, gaps: number])[] = [
    ['a slip of the hand', 'licenseKye: SECRET-1', 1],
    ['a word for it', 'Activation-Code: "SECRET-1"', 1],
    ['inside a mapping', 'contract: { token: SECRET-1, number: 7 }', 1],
    ['inside a list', 'tokens: [SECRET-1]', 1],
    ['the key once more, in a remark', 'key: SECRET-1, note: was SECRET-1 before', 1],
    ['without its colon', 'licenseKey SECRET-1', 0],
  ];
  for (const [title, fields, gaps] of secrets) {
    it(`copies none of ${title}`, () => {
      const text = yaml(fields);
      const { after } = assertFills({ name: 'licenses.yaml', text, once: ['SECRET-1'] }, gaps > 0);
      assert.equal(after === text, gaps === 0);
    });
  }
});

describe('filling beside comments', () => {
  for (const comments of ['/* one */ ', '/* one */ /* two */ ']) {
    it(`keeps the indentation of a line that begins with ${comments}`, () => {
      const entry = (id: string, starts: string, expires: string, before: string, after: string): string =>
        `\t\t{\n\t\t\t${before}"id": "${id}",\n\t\t\t"key": "${after}",\n\t\t\t"kind": "temporary",\n\t\t\t"starts": "${starts}",\n\t\t\t"expires": "${expires}"\n\t\t}`;
      const file = (...entries: readonly string[]): string =>
        `{\n\t"expiryDay": "uncovered",\n\t"licenses": [\n${entries.join(',\n')}\n\t]\n}\n`;
      const one = entry('A', '2026-12-01', '2027-01-01', comments, 'K1');
      const two = entry('B', '2027-02-01', '2028-01-01', '', 'K2');
      const { after } = assertFills({ name: 'licenses.jsonc', text: file(one, two) });
      assert.equal(after, file(one, entry('A-temp', '2027-01-01', '2027-02-01', '', '<temporary key>'), two));
    });
  }
});

/** The file, and what is put into it; nothing: no fill is offered. */
const firsts: readonly (readonly [title: string, name: string, before: string, after: string | undefined])[] = [
  ['a YAML list with nothing', 'licenses.yaml', 'licenses: # none\n', `licenses: [{ ${first(': ')} }] # none\n`],
  ['a YAML list that is null', 'licenses.yaml', 'licenses: null # none\n', `licenses: [{ ${first(': ')} }] # none\n`],
  ['an anchor', 'licenses.yaml', 'licenses: &none\nothers: *none\n', undefined],
  ['an empty list named elsewhere', 'licenses.yaml', 'none: &none []\nlicenses: *none\n', undefined],
  ['a text', 'licenses.yaml', 'licenses: see the wiki\n', undefined],
  ['a list of texts', 'licenses.yaml', 'licenses:\n  - see the wiki\n', undefined],
  [
    'a broken entry',
    'licenses.yaml',
    'licenses:\n- id: A # why\n  starts: 2026-02-30\n',
    `licenses:\n- id: A # why\n  starts: 2026-02-30\n- ${first(': ').replaceAll(', ', '\n  ')}\n`,
  ],
  [
    'another product, in tables',
    'licenses.toml',
    '[[licenses]]\nproduct = "Q"\nstarts = 2026-01-01\n',
    `[[licenses]]\nproduct = "Q"\nstarts = 2026-01-01\n\n[[licenses]]\n${first(' = ').replaceAll(', ', '\n')}\n`,
  ],
  ['a TOML list with nothing', 'licenses.toml', 'licenses = []\n', `licenses = [{ ${first(' = ')} }]\n`],
];

function first(assign: string): string {
  const text = (value: string): string => (assign === ': ' ? value : `"${value}"`);
  const pairs = [`key${assign}${text('<temporary key>')}`, `kind${assign}${text('temporary')}`];
  return [...pairs, `starts${assign}2026-12-01`, `expires${assign}2026-12-31`].join(', ');
}

describe('the first license of a product', () => {
  for (const [title, name, before, after] of firsts) {
    it(`${after ? 'beside or into' : 'not beside or into'} ${title}`, () => {
      const isYaml = name.endsWith('yaml');
      const head = isYaml
        ? 'product: P\nexpiryDay: covered\nrequired: { from: 2026-12-01, until: 2027-01-01 }\n'
        : 'product = "P"\nexpiryDay = "covered"\nrequired = { from = 2026-12-01, until = 2027-01-01 }\n';
      for (const lineBreak of ['\n', '\r\n']) {
        const written = (text: string): string => (head + text).replaceAll('\n', lineBreak);
        const filled = assertFills({ name, text: written(before) });
        assert.equal(filled.after, written(after ?? before));
        assert.equal(filled.gaps, after ? 1 : 0);
      }
    });
  }

  it('names product and environment where the file does not, and instants where it may have a rule of its own', () => {
    const text =
      'timezone: Europe/Berlin\nlicenses: []\nrequired: { product: CrashPlan, environment: live, from: 2026-12-01, until: 2027-01-01 }\n';
    const entry =
      '{ product: CrashPlan, environment: live, key: <temporary key>, kind: temporary, starts: 2026-12-01T00:00:00+01:00, expires: 2027-01-01T00:00:00+01:00 }';
    assert.equal(assertFills({ name: 'licenses.yaml', text }).after, text.replace('[]', `[${entry}]`));
  });

  it('needs both bounds', () => {
    const text = 'product: P\nlicenses: []\nrequired: { from: 2026-12-01 }\n';
    assert.equal(assertFills({ name: 'licenses.yaml', text }).gaps, 0);
  });
});

/** Every promise, and the new licenses in the order and the indentation of the file. */
function assertStands(name: string, text: string, content: Content, order: string): void {
  const once = ['NOTE', ...content.licenses.map(({ key }) => String(key))];
  const { after, gaps } = assertFills({ name, text, once });
  assert.equal(gaps, content.count);
  const starts = readText(name, after).terms.map(({ from }) => iso(from));
  if (order === 'oldest first') assert.deepEqual(starts, [...starts].sort(), after);
  // One license alone shows no order.
  if (order === 'newest first' && content.licenses.length > 1)
    assert.deepEqual(starts, [...starts].sort().reverse(), after);
  if (content.licenses.length === 0) return;
  const indents = (text: string): string[] =>
    [...new Set([...text.matchAll(/^([ \t]*)[^\s#]/gm)].map(([, indent]) => indent!))].sort();
  assert.deepEqual(indents(after), indents(text), after);
}
