// Finds the license entries in a native file's tree, whatever notation it was read from.
import type { FieldName, Fields, LicenseDocument, SourceFile } from '../model';
import type { ListNode, MapNode, Node, Pair, Scalar } from '../tree';
import { noFields, type Vocabulary } from './fields';
import { PackedFields, shapeOf } from './packed-fields';
import { PackedMap } from './packed-map';

/** A key that no field has, kept for a look at likely misspellings. */
export interface StrayPair {
  readonly pair: Pair;
  /** What its mapping has besides. */
  readonly fields: Fields;
  readonly isInEntry: boolean;
}

/** A document's fields and entries, before dates and rules are read. */
export interface Records extends Pick<LicenseDocument, 'file' | 'format' | 'root' | 'fields' | 'list'> {
  /** The mappings that are entries; their fields are looked up one at a time, by {@link entryFieldsOf}. */
  readonly nodes: readonly MapNode[];
  /** Keys of the document and, once they have been looked up, of its entries. */
  readonly strays: StrayPair[];
  /** Items of the list that are no mappings, and so can't be read as entries. */
  readonly unread: readonly Node[];
  /** Other lists that look like entries; only one is read. */
  readonly otherLists: readonly Pair[];
  readonly vocabulary: Vocabulary;
}

/** How deep merges (`<<`) are followed. */
const mergeDepth = 8;

export function recordsOf(file: SourceFile, format: string, root: Node, vocabulary: Vocabulary): Records {
  const strays: StrayPair[] = [];
  const fields = root.kind === 'map' ? fieldsOf(root, vocabulary, strays, false) : noFields;
  const list = root.kind === 'list' ? root : listOf(fields);
  const items = list?.items ?? [];
  const nodes = items.filter(node => node.kind === 'map');
  // A dash with nothing behind it is about to be typed at.
  const unread = items.filter(node => node.kind !== 'map' && !(node.kind === 'scalar' && node.text === ''));
  const otherLists =
    root.kind === 'map' ? root.pairs.filter(pair => isList(pair, vocabulary) && pair.value !== list) : [];
  return { file, format, root, fields, list, nodes, strays, unread, otherLists, vocabulary };
}

/**
 * Whether records are license terms at all: thousands of repositories keep dependency inventories under the same file names, and
 * those must stay silent.
 */
export function areLicenseRecords({ fields, nodes, vocabulary }: Records): boolean {
  if (fields.expiryDay ?? fields.profile ?? fields.required ?? fields.acceptedGaps) return true;
  return nodes.some(node => {
    const { starts, expires, kind } = entryFieldsOf(node, vocabulary, []);
    return starts ?? expires ?? kind;
  });
}

/** The understood pairs of a mapping. Of a key written twice the last counts, as to every JSON reader; of two spellings the first. */
export function fieldsOf(node: MapNode, vocabulary: Vocabulary, strays: StrayPair[], isInEntry: boolean): Fields {
  const fields: Record<FieldName, Pair | undefined> = { ...noFields };
  collect(node, fields, vocabulary, pair => strays.push({ pair, fields, isInEntry }), 0);
  return fields;
}

/** The fields of an entry. What resembles one is added to `strays`. */
export function entryFieldsOf(node: MapNode, vocabulary: Vocabulary, strays: StrayPair[]): Fields {
  if (!(node instanceof PackedMap)) return fieldsOf(node, vocabulary, strays, true);
  const shape = shapeOf(node.keys, vocabulary);
  const fields = new PackedFields(node, shape);
  for (const index of shape.strays) strays.push({ pair: node.pairAt(index), fields, isInEntry: true });
  return fields;
}

function collect(
  node: MapNode,
  fields: Record<FieldName, Pair | undefined>,
  vocabulary: Vocabulary,
  stray: (pair: Pair) => void,
  depth: number,
): void {
  let merged: Pair | undefined;
  for (const pair of node.pairs) {
    const field = vocabulary.fieldNamed(pair.key.text);
    if (field === undefined) {
      if (pair.key.text === '<<') merged = pair;
      else if (depth === 0) stray(pair);
      continue;
    }
    const present = fields[field];
    if (!present || (depth === 0 && present.key.text === pair.key.text) || isBetterList(field, present, pair))
      fields[field] = pair;
  }
  if (!merged || depth >= mergeDepth) return;
  for (const source of merged.value.kind === 'list' ? merged.value.items : [merged.value]) {
    if (source.kind === 'map') collect(source, fields, vocabulary, stray, depth + 1);
  }
}

/** `terms: net 30` is no list of licenses, whatever comes after it. */
function isBetterList(field: FieldName, present: Pair, pair: Pair): boolean {
  return field === 'list' && present.value.kind !== 'list' && pair.value.kind === 'list';
}

function isList({ key, value }: Pair, vocabulary: Vocabulary): boolean {
  return value.kind === 'list' && value.items.length > 0 && vocabulary.fieldNamed(key.text) === 'list';
}

/** The list of entries. TOML may also spell it `[[licenses]]`, which is read as a list as well. */
function listOf(fields: Fields): ListNode | undefined {
  const value = fields.list?.value;
  return value?.kind === 'list' ? value : undefined;
}

/** The scalar that a field has, if it has one. */
export function scalarOf(pair: Pair | undefined): Scalar | undefined {
  return pair?.value.kind === 'scalar' ? pair.value : undefined;
}

/** What a field says, trimmed; `undefined` where it is absent, null or blank. */
export function textOf(pair: Pair | undefined): string | undefined {
  const scalar = scalarOf(pair);
  if (!scalar || scalar.type === 'null') return undefined;
  return scalar.text.trim() || undefined;
}
