// What folds in native TOML files.
import assert from 'node:assert/strict';
import { foldsInToml } from '../../src/core/folding-toml';
import { readToml } from '../../src/core/formats/toml';
import { finish } from '../../src/core/steps';
import { lineAndColumn, lineStarts } from '../../src/core/text';
import { sample } from './read';

/** `record 2-4`: the first and the last line of each, from 1. */
function folds(text: string, limit = Infinity): string[] {
  const starts = lineStarts(text);
  const line = (offset: number): number => lineAndColumn(starts, offset).line;
  const [root] = readToml(text).documents;
  if (!root) return [];
  return finish(foldsInToml(text, root, limit)).map(({ kind, start, end }) => `${kind} ${line(start)}-${line(end)}`);
}

describe('folds of TOML', () => {
  for (const [what, text, expected] of [
    ['an empty file', '', []],
    ['keys alone', 'a = 1\nb = 2\n', []],
    ['a table', '[a]\nb = 1\n\n[c]\nd = 1\n', ['record 1-2', 'record 4-5']],
    ['an empty table', '[a]\n[b]\n', []],
    ['tables of a list', '[[a]]\nb = 1\n[[a]]\nb = 2\nc = 3\n', ['record 1-2', 'record 3-5']],
    ['a table in a table', '[a]\nb = 1\n[a.c]\nd = 1\n', ['record 1-4', 'record 3-4']],
    ['a list up to its bracket', 'a = [\n  1,\n  2,\n]\n', ['record 1-3']],
    ['a list whose bracket stands behind a value', 'a = [\n  1,\n  2]\n', ['record 1-3']],
    ['a list on two lines', 'a = [ 1\n]\n', []],
    ['inline tables in a list', 'a = [\n  { b = 1,\n    c = 2 },\n]\n', ['record 1-3', 'record 2-3']],
    ['dotted keys', 'a.b = 1\na.c = 2\n', []],
    ['a long string', 'a = """\nx\ny"""\n', ['record 1-3']],
    ['comments', '# a\n# b\na = 1\n# c\nb = 2\n', ['comment 1-2']],
    ['number signs in a string', 'a = """\n# x\n# y\n"""\n# a\n# b\n', ['record 1-4', 'comment 5-6']],
    ['carriage returns', '[a]\r\nb = [\r\n  1,\r\n]\r\n', ['record 1-4', 'record 2-3']],
    ['a torn list', 'a = [\n  1,\n\n[b]\nc = 1\n', ['record 4-5']],
  ] as const)
    it(`are right for ${what}`, () => assert.deepEqual(folds(text), expected));

  it('are no more than asked for', () => assert.equal(folds('[a]\nb = 1\n[c]\nd = 1\n# a\n# b\n', 1).length, 1));

  it('are made for every beginning of a file', () => {
    const text = sample('story-inline.toml') + sample('story.toml');
    for (let length = 0; length <= text.length; length++) {
      const lines = text.slice(0, length).split('\n').length;
      for (const fold of folds(text.slice(0, length))) {
        const [, first, last] = /(\d+)-(\d+)/.exec(fold)!;
        assert.ok(Number(first) < Number(last) && Number(last) <= lines, fold);
      }
    }
  });
});
