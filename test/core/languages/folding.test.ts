// What folds in vendors' license files.
import assert from 'node:assert/strict';
import { foldsIn } from '../../../src/core/folding';
import { languageNamed } from '../../../src/core/languages';
import { finish } from '../../../src/core/steps';
import { lineAndColumn, lineStarts } from '../../../src/core/text';
import { needSamples, sampleNames, sampleText } from '../formats/lines';

/** `record 2-4`: the first and the last line of each, from 1. */
function folds(id: string, text: string): string[] {
  const starts = lineStarts(text);
  const line = (offset: number): number => lineAndColumn(starts, offset).line;
  return finish(foldsIn(text, languageNamed(id)!, Infinity)).map(
    ({ kind, start, end }) => `${kind} ${line(start)}-${line(end)}`,
  );
}

const languageOf: Readonly<Record<string, string>> = { flexlm: 'flexnet', rlm: 'rlm', lmx: 'lmx' };

describe('folds', () => {
  for (const [what, id, text, expected] of [
    ['a record on one line', 'flexnet', 'FEATURE a b 1 permanent 1 SIGN=0\n', []],
    ['a backslash', 'flexnet', 'FEATURE a b 1 permanent 1 \\\n SIGN=0\nUSE_SERVER\n', ['record 1-2']],
    ['a backslash and a carriage return', 'flexnet', 'FEATURE a b 1 permanent 1 \\\r\n SIGN=0\r\n', ['record 1-2']],
    ['a quote over several lines', 'flexnet', 'FEATURE a b 1 permanent 1 SIGN="0 \\\n1 \\\n2"\n\n', ['record 1-3']],
    ['a comment behind a record', 'flexnet', 'FEATURE a b 1 permanent 1 SIGN=0 # \\\n# x\n', []],
    ['lines without a backslash', 'rlm', 'LICENSE a b 1 permanent 1\n  _ck=0 sig="0\n  1"\n', ['record 1-3']],
    ['a sentence', 'flexnet', 'Feature requests go\nto somebody at acme\nor elsewhere\n', []],
    ['one comment', 'flexnet', '# a\nUSE_SERVER\n# b\n', []],
    ['comments in a row', 'flexnet', '# a\n\t# b\n#\n\n# c\n', ['comment 1-3']],
    ['comments at the end', 'rlm', 'ISV a\n# a\n# b', ['comment 2-3']],
    [
      'comments before a record',
      'flexnet',
      '# a\n# b\nFEATURE a b 1 permanent 1 \\\n SIGN=0\n# c\n# d\n',
      ['comment 1-2', 'record 3-4', 'comment 5-6'],
    ],
    ['a comment within a record', 'flexnet', 'FEATURE a b 1 permanent 1 \\\n# a\n SIGN=0\n# b\n', ['record 1-3']],
    ['what only looks like comments', 'flexnet', 'FEATURE a b 1 permanent 1 SIGN="0\n# a\n# b\n"\n', ['record 1-4']],
    ['a block', 'lmx', '# a\n# b\nFEATURE a\n{\n# c\n# d\nKEY=0\n}\n', ['comment 1-2', 'record 3-8', 'comment 5-6']],
    ['a block that never ends', 'lmx', 'FEATURE a\n{\nKEY=0\n\nFEATURE b {\n}\n', ['record 1-3', 'record 5-6']],
    ['nothing', 'lmx', '', []],
  ] as const)
    it(`of ${what}`, () => assert.deepEqual(folds(id, text), expected));

  it('are no more than an editor takes, and are made in steps', () => {
    const limit = 20_000;
    for (const [id, text] of [
      ['flexnet', '# a\n# b\n\n'.repeat(limit + 10)],
      ['flexnet', 'FEATURE a b 1 permanent 1 \\\n SIGN=0\n'.repeat(limit + 10)],
      ['lmx', 'FEATURE a {\n}\n'.repeat(limit + 10)],
    ] as const) {
      const steps = foldsIn(text, languageNamed(id)!, limit);
      let count = 0;
      let step = steps.next();
      for (; !step.done; step = steps.next()) count++;
      assert.equal(step.value.length, limit);
      assert.ok(count >= 20, `${count} steps`);
    }
  });

  describe('of the samples', () => {
    before(needSamples);
    for (const name of sampleNames()) {
      const id = languageOf[name.split('/')[0]!];
      if (!id) continue;
      it(`${name}: have two lines at least and do not cross, for every beginning of it`, () => {
        const text = sampleText(name);
        for (let i = 0; i <= text.length; i++) {
          let last = 0;
          for (const { kind, start, end } of finish(foldsIn(text.slice(0, i), languageNamed(id)!, Infinity))) {
            assert.ok(start >= last && end <= i && text.slice(start, end).includes('\n'));
            if (id !== 'lmx' || kind === 'comment') last = end;
          }
        }
      });
    }
  });
});
