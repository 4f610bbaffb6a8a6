// A mapping of plain keys and values kept as numbers: ten thousand of them as objects cost more to keep than to read.
import type { MapNode, Pair, Scalar } from '../tree';
import { char } from './chars';
import { scalar } from './nodes';

/** How many numbers there are for each pair: where its key begins, where its value begins, and where that ends. */
const placesPerPair = 3;

/** A text and the places in it of all its packed mappings, one behind another: one long list costs less to keep than many short ones. */
export interface PackedText {
  readonly text: string;
  readonly places: number[];
}

/** A `{ … }` whose keys are in double quotes, whose values are all scalars, and in which nothing has to be decoded. */
export class PackedMap implements MapNode {
  readonly start: number;
  readonly end: number;
  /** The very same list for all mappings that have the same keys one after another. */
  readonly keys: readonly string[];
  readonly #packed: PackedText;
  /** Where its own places begin. */
  readonly #offset: number;

  constructor(packed: PackedText, offset: number, start: number, end: number, keys: readonly string[]) {
    this.start = start;
    this.end = end;
    this.keys = keys;
    this.#packed = packed;
    this.#offset = offset;
  }

  get kind(): 'map' {
    return 'map';
  }

  get style(): 'flow' {
    return 'flow';
  }

  /** Made anew each time. */
  get pairs(): readonly Pair[] {
    return this.keys.map((_, index) => this.pairAt(index));
  }

  pairAt(index: number): Pair {
    return new PackedPair(this, index, this.#valueAt(index));
  }

  keyAt(index: number): Scalar {
    const start = this.#packed.places[this.#offset + index * placesPerPair]!;
    const key = this.keys[index]!;
    return scalar(start, start + key.length + 2, 'string', key, 1);
  }

  #valueAt(index: number): Scalar {
    const { text, places } = this.#packed;
    const at = this.#offset + index * placesPerPair;
    const [start, end] = [places[at + 1]!, places[at + 2]!];
    const code = text.charCodeAt(start);
    if (code === char.quote) return scalar(start, end, 'string', text.slice(start + 1, end - 1), 1);
    return scalar(start, end, wordTypes[code] ?? 'number', text.slice(start, end), 0);
  }
}

/** What a word is that begins so; any other is a number. */
const wordTypes: Readonly<Record<number, Scalar['type']>> = { 102: 'boolean', 110: 'null', 116: 'boolean' };

/** A pair of which mostly the value is wanted, so that its key is made only when it is asked for. */
class PackedPair implements Pair {
  readonly value: Scalar;
  readonly #map: PackedMap;
  readonly #index: number;

  constructor(map: PackedMap, index: number, value: Scalar) {
    this.value = value;
    this.#map = map;
    this.#index = index;
  }

  get key(): Scalar {
    return this.#map.keyAt(this.#index);
  }
}
