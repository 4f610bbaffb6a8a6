// Small questions about an entry as written.
import { scalarOf } from './formats/records';
import type { Entry } from './model';
import { contentSpan } from './text';
import type { Pair, Span } from './tree';

/** Where a finding about a whole entry is placed: its first key, or its bracket where it has none. */
export function headOf({ node }: Pick<Entry, 'node'>): Span {
  const first = node.pairs.find(({ key }) => key.start >= node.start && key.end <= node.end);
  return first ? contentSpan(first.key) : { start: node.start, end: Math.min(node.start + 1, node.end) };
}

/** A key that is still to be typed: empty, `TEMPORARY-KEY`, `TODO…`, `TBD` or text in `<…>`. An entry without the field has none to wait for. */
export function isPlaceholder(key: Pair | undefined): boolean {
  if (!key) return false;
  const scalar = scalarOf(key);
  if (!scalar) return false;
  return (
    scalar.type === 'null' ||
    (mayBePlaceholder(scalar.text.charCodeAt(0)) && /^\s*(?:|TEMPORARY-KEY|TODO.*|TBD|<.*>)\s*$/is.test(scalar.text))
  );
}

/** By its first character, since there are thousands of keys: blank, `<`, T or t, or none at all. */
function mayBePlaceholder(code: number): boolean {
  return Number.isNaN(code) || code <= 32 || code === 60 || code === 84 || code === 116 || code > 127;
}
