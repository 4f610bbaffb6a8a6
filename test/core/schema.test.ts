// The JSON Schema of native files: as the reader's definition has it, silent on whatever it is given, and of use to who hovers.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getLanguageService, type JSONDocument, TextDocument } from 'vscode-json-languageservice';
import { fileNames } from '../../src/core/file-names';
import { fieldsAt } from '../../src/core/formats/definition';
import { fieldNames, vocabularyOf } from '../../src/core/formats/fields';
import { profiles } from '../../src/core/profiles';
import { aboutWord } from '../../src/core/words/schema';
import { schemaPath, schemaText } from './write-schema';

const uri = 'file:///licenses.json';
const service = getLanguageService({});
service.configure({ schemas: [{ uri: 'ours', fileMatch: ['*'], schema: JSON.parse(schemaText()) }] });

function open(text: string): { document: TextDocument; tree: JSONDocument } {
  const document = TextDocument.create(uri, 'jsonc', 1, text);
  return { document, tree: service.parseJSONDocument(document) };
}

async function told(text: string): Promise<string[]> {
  const { document, tree } = open(text);
  const problems = await service.doValidation(document, tree, { comments: 'ignore', trailingCommas: 'ignore' });
  return problems.map(({ message }) => String(message));
}

async function offered(marked: string): Promise<string[]> {
  const { document, tree } = open(marked.replace('|', ''));
  const list = await service.doComplete(document, document.positionAt(marked.indexOf('|')), tree);
  return list!.items.map(({ label }) => label);
}

async function hovered(marked: string): Promise<string> {
  const { document, tree } = open(marked.replace('|', ''));
  const hover = await service.doHover(document, document.positionAt(marked.indexOf('|')), tree);
  return ([hover?.contents ?? ''].flat() as readonly unknown[]).map(String).join('');
}

describe('the schema of native files', () => {
  it('is what `npm run schema` writes', () => {
    assert.deepEqual(JSON.parse(readFileSync(schemaPath, 'utf8')), JSON.parse(schemaText()));
  });

  it('is contributed for the names that are read, and packed', () => {
    const root = join(__dirname, '../..');
    const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const [point, endings] of [
      ['jsonValidation', ['json', 'jsonc']],
      ['yamlValidation', ['yaml', 'yml']],
    ] as const) {
      const fileMatch = endings.flatMap(ending => fileNames.map(name => `${name}.${ending}`));
      assert.deepEqual(contributes[point], [{ fileMatch, url: './media/schemas/licenses.schema.json' }]);
    }
    assert.ok(readFileSync(join(root, '.vscodeignore'), 'utf8').includes('\n!media/schemas/*.json\n'));
  });

  it('says what each word of the format means', () => {
    assert.deepEqual(Object.keys(aboutWord.profile!).sort(), profiles.map(({ name }) => name).sort());
    const vocabulary = vocabularyOf({});
    for (const fields of Object.values(fieldsAt))
      for (const [field, name] of fields) if (field !== 'version') assert.equal(vocabulary.fieldNamed(name), field);
    const placed = new Set(Object.values(fieldsAt).flatMap(fields => fields.map(([field]) => field)));
    assert.deepEqual(
      fieldNames.filter(field => !placed.has(field)),
      ['name'],
    );
  });

  for (const name of readdirSync(join(__dirname, '../samples')).filter(name => /\.jsonc?$/.test(name)))
    it(`has nothing to say against ${name}`, async () => {
      assert.deepEqual(await told(readFileSync(join(__dirname, '../samples', name), 'utf8')), []);
    });

  for (const text of [
    '{ "licenses": [{ "name": "left-pad", "license": "MIT" }] }',
    '{ "left-pad@1.0.0": { "licenses": ["MIT"], "kind": 5 } }',
    '[{ "terms": 30, "required": "yes" }]',
    '{ "licenses": 5, "expiryDay": 7, "profile": [], "required": "no", "acceptedGaps": {}, "server": "5.3.1" }',
    '{ "licenses": [{ "Valid_Until": 2026, "kind": "own", "seats": "many", "server": 5 }, 7, null] }',
    '{ "acceptedGaps": [5, { "from": null }], "terms": "net 30" }',
    '5',
    '""',
  ])
    it(`has nothing to say against ${text}`, async () => {
      assert.deepEqual(await told(text), []);
    });

  it('explains fields and words, by whatever name they go', async () => {
    const license = '"starts": "2026-01-01"';
    assert.match(
      await hovered(`{ "licenses": [{ "ki|nd": "temporary", ${license} }] }`),
      /What kind of license.*temporary/,
    );
    assert.match(await hovered('[{ "valid|_until": "2026-01-01" }]'), /The expiry date/);
    assert.match(await hovered('{ "profile": "sap", "server": { "ver|sion": "5" } }'), /The version of the server/);
    assert.match(await hovered('{ "required": { "un|til": "2026-01-01" } }'), /beginning of this day/);
    assert.match(await hovered('{ "accepted_gaps": [{ "fr|om": "2026-01-01" }] }'), /may stay uncovered/);
  });

  it('does not explain the fields of an inventory of software', async () => {
    assert.equal(await hovered('{ "licenses": [{ "na|me": "left-pad", "version": "1" }] }'), '');
    assert.equal(await hovered('{ "product": "x", "lice|nses": [{ "id": "left-pad" }] }'), '');
  });

  it('has VS Code offer nothing of its own, least of all the keys of other licenses', async () => {
    const other = '{ "id": "a", "key": "3F9A-11C0", "kind": "temporary", "starts": "2026-01-01" }';
    for (const marked of [
      `{ "licenses": [${other}, { "|" }] }`,
      `{ "licenses": [${other}, { | }] }`,
      `{ "licenses": [${other}, { "key": "|" }] }`,
      `{ "licenses": [${other}, { "kind": | }] }`,
      `{ "licenses": [${other}], "profile": "|" }`,
      `{ "licenses": [${other}, |] }`,
      `{ "profile": "sap", | }`,
      '{ "|" }',
    ])
      assert.deepEqual(await offered(marked), [], marked);
  });
});
