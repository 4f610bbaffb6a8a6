// Whether a text under a license file's name is one, or may still become one: inventories of software have such names too.

import { vocabularyOf } from '../formats/fields';
import { readJson } from '../formats/json';
import { areLicenseRecords, recordsOf } from '../formats/records';
import { readToml } from '../formats/toml';
import { readYaml } from '../formats/yaml';
import type { MapNode, Node, Tree } from '../tree';
import { fieldNamed, type NativeFacts } from './native-facts';

const readers: Readonly<Record<string, (text: string) => Tree>> = {
  json: readJson,
  jsonc: readJson,
  yaml: readYaml,
  toml: readToml,
};

/** A file that is just being begun is short. */
const longestBeginning = 50_000;

export function mayBeLicenses(text: string, caret: number, facts: NativeFacts): boolean {
  if (facts.file) return true;
  if (text.length > longestBeginning) return false;
  const vocabulary = vocabularyOf(facts.settings.fields);
  return readers[facts.format]!(text).documents.every(root => {
    if (!root || root.kind === 'scalar') return true;
    const records = recordsOf({ path: '', text }, facts.format, root, vocabulary);
    if (areLicenseRecords(records)) return true;
    return (
      (root.kind === 'list' || isOurs(root, 'file', caret, facts)) &&
      records.nodes.every(node => isOurs(node, 'entry', caret, facts))
    );
  });
}

/** Whether no key is foreign, or more are known than not; what is just being typed is neither. */
function isOurs(map: MapNode, where: 'file' | 'entry', caret: number, facts: NativeFacts): boolean {
  const written = map.pairs.filter(({ key }) => !(key.start <= caret && caret <= key.end) && key.text !== '$schema');
  const known = written.filter(
    ({ key, value }) => fieldNamed(key.text, where, facts) !== undefined && !isNested(value, where),
  ).length;
  return known === written.length || known > written.length - known;
}

/** `{ "licenses": … }` inside of an entry is a package with its terms. */
function isNested({ kind }: Node, where: 'file' | 'entry'): boolean {
  return where === 'entry' && kind === 'list';
}
