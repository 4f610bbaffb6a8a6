// How lengths of time are said: exactly, in the largest units that do.
import assert from 'node:assert/strict';
import { duration } from '../../src/core/words';

const [s, min, h, d] = [1_000, 60_000, 3_600_000, 86_400_000];

const said: readonly (readonly [number, string])[] = [
  [d, '24 h'],
  [d + s, '24 h 1 s'],
  [2.5 * h, '2.5 h'],
  [23 * h, '23 h'],
  [h + min + s, '1 h 1 min 1 s'],
  [h + 1, '1 h'],
  [45 * d, '45 days'],
  [45 * d + h, '45 days 1 h'],
  [3 * d + s, '3 days 1 s'],
  [90 * s, '1.5 min'],
  [1.5 * s, '1.5 s'],
  [999, '999 ms'],
  [Infinity, 'an open time'],
];

describe('a length of time', () => {
  for (const [ms, words] of said) it(`${ms} ms: ${words}`, () => assert.equal(duration(ms), words));
});
