// The tree that every native notation (JSON, YAML, TOML) is read into, with the place of every value.

/** A stretch of one file's text: UTF-16 offsets, half-open `[start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A single value. Its span covers the quotes; the content is `[start + quote, end - quote)`. */
export interface Scalar extends Span {
  readonly kind: 'scalar';
  readonly type: 'string' | 'number' | 'boolean' | 'null' | 'date';
  /** What the value says: a string decoded, anything else exactly as written (`5.10` stays `5.10`); `''` where nothing is written. */
  readonly text: string;
  /** How many quote characters stand on each side: 0, 1 or 3 (TOML's multi-line strings). */
  readonly quote: 0 | 1 | 3;
}

export interface Pair {
  readonly key: Scalar;
  readonly value: Node;
}

/**
 * A mapping, in the order written, duplicates included.
 * - `flow`: `{ … }`. `block`: YAML by indentation. `dotted`: made by a TOML key such as `server.version`.
 * - `table`: a TOML table; its span runs from its `[header]` to the end of its last value, sub-tables included.
 */
export interface MapNode extends Span {
  readonly kind: 'map';
  readonly style: 'flow' | 'block' | 'table' | 'dotted';
  readonly pairs: readonly Pair[];
}

/** A list. `table`: TOML's `[[name]]` tables, each item a `table` map of its own. In a YAML `block` list the span of an item starts after its dash. */
export interface ListNode extends Span {
  readonly kind: 'list';
  readonly style: 'flow' | 'block' | 'table';
  readonly items: readonly Node[];
}

/**
 * A YAML alias (`*name`) is read as the node it stands for, with the span of the alias; big graphs stay shared, nothing is expanded.
 * A YAML merge stays a pair with the key `<<`.
 */
export type Node = Scalar | MapNode | ListNode;

/** What could not be read. `syntax`: the text is broken there; the others: the limit of that name was passed. */
export interface TreeProblem extends Span {
  readonly code: 'syntax' | 'depth' | 'aliases';
  /** The notation's own words for it, lower case and without a full stop: `comma expected`. */
  readonly reason: string;
}

/** One file's documents (several only in YAML). A document that is empty or unreadable is `undefined`. */
export interface Tree {
  readonly documents: readonly (Node | undefined)[];
  readonly problems: readonly TreeProblem[];
}

/** How many levels of nesting are read; deeper text is refused before a parser sees it. */
export const maxDepth = 64;

/** How many YAML aliases are followed in one file. */
export const maxAliases = 1_000;
