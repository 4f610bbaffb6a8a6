// The fields of a packed mapping: which pair each is, found once for all mappings with the same keys.
import type { FieldName } from '../model';
import type { Pair } from '../tree';
import { fieldNames, likelyField, type Vocabulary } from './fields';
import { FieldsOnDemand } from './fields-on-demand';
import type { PackedMap } from './packed-map';

/** Where the fields stand in a list of keys. */
export interface Shape {
  readonly indexes: { readonly [F in FieldName]: number | undefined };
  /** The keys that are no field but look like one. */
  readonly strays: readonly number[];
}

const shapes = new WeakMap<Vocabulary, WeakMap<readonly string[], Shape>>();

/** Of a key written twice the last counts, as to every JSON reader; of two spellings the first. */
export function shapeOf(keys: readonly string[], vocabulary: Vocabulary): Shape {
  let known = shapes.get(vocabulary);
  if (!known) {
    known = new WeakMap();
    shapes.set(vocabulary, known);
  }
  return known.get(keys) ?? newShape(keys, vocabulary, known);
}

function newShape(keys: readonly string[], vocabulary: Vocabulary, known: WeakMap<readonly string[], Shape>): Shape {
  const indexes = Object.fromEntries(fieldNames.map(field => [field, undefined])) as Record<
    FieldName,
    number | undefined
  >;
  const strays: number[] = [];
  keys.forEach((key, index) => {
    const field = vocabulary.fieldNamed(key);
    const present = field && indexes[field];
    if (!field) {
      if (likelyField(key, true)) strays.push(index);
    } else if (present === undefined || keys[present] === key) indexes[field] = index;
  });
  const shape = { indexes, strays };
  known.set(keys, shape);
  return shape;
}

/** Makes a field's pair when it is asked for, and forgets it again: most are looked at once. */
export class PackedFields extends FieldsOnDemand {
  readonly #map: PackedMap;
  readonly #shape: Shape;

  constructor(map: PackedMap, shape: Shape) {
    super();
    this.#map = map;
    this.#shape = shape;
  }

  protected pairOf(field: FieldName): Pair | undefined {
    const index = this.#shape.indexes[field];
    return index === undefined ? undefined : this.#map.pairAt(index);
  }
}
