// The JSON Schema of a native file, for editors: it explains fields, and neither reports nor offers anything, which we do ourselves.
import { fieldsAt, type NativeField, spellings, type Where } from './formats/definition';
import type { FieldName } from './model';
import * as words from './words/schema';

export type Schema = { readonly [name: string]: unknown };

/**
 * Draft 7. It says something only of what is a license file by its content: inventories of software have the same names. No type and no
 * enumeration is in it, since an editor would warn of, or offer, what we know better how to.
 */
export function nativeSchema(): Schema {
  const lists = spelled('list').map(name => ({
    required: [name],
    properties: { [name]: { doNotSuggest: true, allOf: [refer('list-of-licenses')] } },
  }));
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'License Coverage',
    description: words.aboutFile,
    if: { anyOf: [{ type: 'object', anyOf: [...decisive('file'), ...lists] }, refer('list-of-licenses')] },
    // biome-ignore lint/suspicious/noThenProperty: that is its name in a schema.
    then: { properties: properties('file'), items: refer('entry') },
    definitions: {
      license: { type: 'object', anyOf: decisive('entry') },
      'list-of-licenses': { type: 'array', anyOf: firstItems.map(place => itemAt(place, refer('license'))) },
      ...Object.fromEntries(inner.map(where => [where, { properties: properties(where) }])),
      ...Object.fromEntries(
        allWhere.flatMap(where => fieldsOf(where).map(field => [nameOf(where, field), property(where, field)])),
      ),
    },
  };
}

const inner: readonly Where[] = ['entry', 'server', 'required', 'acceptedGap'];
const allWhere: readonly Where[] = ['file', ...inner];

/** The fields that make a file or a license one of ours. */
const telling: Readonly<Record<'file' | 'entry', readonly FieldName[]>> = {
  file: ['expiryDay', 'profile', 'required', 'acceptedGaps'],
  entry: ['starts', 'expires', 'kind'],
};

function decisive(where: 'file' | 'entry'): readonly Schema[] {
  return telling[where].flatMap(spelled).map(name => ({ required: [name] }));
}

/** Of ten thousand licenses only so many are looked at: an editor does it after each key that is pressed. */
const firstItems = [0, 1, 2];

function itemAt(place: number, schema: Schema): Schema {
  return { minItems: place + 1, items: [...Array.from({ length: place }, () => ({})), schema] };
}

/** The spellings that people use; any other that differs in case alone is read, but not explained. */
function spelled(field: FieldName): readonly string[] {
  return spellings[field].flatMap(name => [
    ...new Set([name, name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)]),
  ]);
}

function fieldsOf(where: Where): readonly NativeField[] {
  return [...fieldsAt[where].map(([field]) => field), ...(where === 'entry' ? (['name'] as const) : [])];
}

function nameOf(where: Where, field: NativeField): string {
  return `${where}-${field}`;
}

function properties(where: Where): Schema {
  const names = fieldsOf(where).flatMap(field =>
    (field === 'version' ? [field] : spelled(field)).map(name => [name, refer(nameOf(where, field))] as const),
  );
  return Object.fromEntries(names);
}

function property(where: Where, field: NativeField): Schema {
  const meanings = Object.entries(words.aboutWord[field] ?? {}).map(([word, meaning]) => words.wordWith(word, meaning));
  const about = words.aboutField(where, field);
  return {
    description: meanings.length === 0 ? about : `${about} ${words.wordsOf(meanings)}`,
    doNotSuggest: true,
    ...inside(field),
  };
}

function inside(field: NativeField): Schema {
  if (field === 'list') return { items: refer('entry') };
  if (field === 'acceptedGaps') return { items: refer('acceptedGap') };
  // Beside a description a bare reference would be overlooked.
  return field === 'server' || field === 'required' ? { allOf: [refer(field)] } : {};
}

function refer(name: string): Schema {
  return { $ref: `#/definitions/${name}` };
}
