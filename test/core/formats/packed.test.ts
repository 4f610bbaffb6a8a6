// The fast way through plain JSON mappings gives what the careful way gives.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fieldNames, vocabularyOf } from '../../../src/core/formats/fields';
import { readJson } from '../../../src/core/formats/json';
import { PackedMap } from '../../../src/core/formats/packed-map';
import { entryFieldsOf, fieldsOf } from '../../../src/core/formats/records';
import type { MapNode, Pair } from '../../../src/core/tree';

const key = fc.oneof(
  fc.constantFrom('id', 'key', 'starts', 'expires', 'end', 'seats', 'exipres', '__proto__', '<<', ''),
  fc.string(),
);
const value = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);
const space = fc.constantFrom('', ' ', '\n  ', '\t', '\r\n', ' /* c */ ', ' // c\n');
const pairs = fc.array(fc.tuple(key, value, space, space), { maxLength: 8 });

/** A mapping's text; `last` is a pair that only the careful way can read. */
function write(items: readonly (readonly [string, unknown, string, string])[], last = ''): string {
  const written = items.map(([key, value, a, b]) => `${a}${JSON.stringify(key)}${b}:${a}${JSON.stringify(value)}${b}`);
  return `{${[...written, ...(last ? [last] : [])].join(',')}}`;
}

function mapOf(text: string): MapNode {
  const [root] = readJson(`[{"id":"x","starts":"y"},${text}]`).documents;
  assert.ok(root?.kind === 'list');
  return root.items[1] as MapNode;
}

const vocabulary = vocabularyOf({});

/** A packed pair makes its parts when they are asked for. */
function plain(pair: Pair | undefined): unknown {
  return pair && { key: pair.key, value: pair.value };
}

describe('plain JSON mappings', () => {
  it('are the same read fast or with care, pair by pair and field by field', () => {
    let packed = 0;
    fc.assert(
      fc.property(pairs, items => {
        const fast = mapOf(write(items));
        const careful = mapOf(write(items, '"z":{}'));
        assert.equal(careful instanceof PackedMap, false);
        if (fast instanceof PackedMap) packed++;
        assert.deepEqual(fast.pairs.map(plain), careful.pairs.slice(0, -1).map(plain));
        assert.equal(fast.end - fast.start, write(items).length);
        const [fastStrays, carefulStrays] = [[], []] as [never[], never[]];
        const [a, b] = [
          entryFieldsOf(fast, vocabulary, fastStrays),
          fieldsOf(careful, vocabulary, carefulStrays, true),
        ];
        for (const field of fieldNames) assert.deepEqual(plain(a[field]), plain(b[field]), field);
      }),
      { numRuns: 2_000 },
    );
    assert.ok(packed > 200, `only ${packed} were packed`);
  });
});
