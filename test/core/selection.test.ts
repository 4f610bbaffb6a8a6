// What a selection grows to in all notations and vendors' files: each step holds the one before it.
import assert from 'node:assert/strict';
import { languageNamed } from '../../src/core/languages';
import { selectionsInRecords, selectionsInTerms, selectionsInTree } from '../../src/core/selection';
import { finish } from '../../src/core/steps';
import type { Span } from '../../src/core/tree';
import { readText, sample } from './read';

function inTree(path: string, text: string, offset: number): readonly Span[] {
  return selectionsInTree(
    text,
    readText(path, text).documents.map(({ root }) => root),
    offset,
  );
}

function inRecords(id: string, text: string, offset: number): readonly Span[] {
  return finish(selectionsInRecords(text, languageNamed(id)!, offset));
}

function texts(text: string, spans: readonly Span[]): string[] {
  return spans.map(({ start, end }) => text.slice(start, end));
}

function assertSound(text: string, offset: number, spans: readonly Span[]): void {
  let inner: Span | undefined;
  for (const { start, end } of spans) {
    assert.ok(start <= offset && offset <= end && end <= text.length);
    if (inner) assert.ok(start <= inner.start && end >= inner.end && end - start > inner.end - inner.start);
    inner = { start, end };
  }
  assert.deepEqual(inner, { start: 0, end: text.length });
}

describe('a selection', () => {
  it('grows in TOML from value to pair, table, list and file', () => {
    const text = 'product = "P"\n\n[[licenses]]\nid = "A"\nstarts = 2026-01-01\n\n[[licenses]]\nid = "B"\n';
    const first = '[[licenses]]\nid = "A"\nstarts = 2026-01-01';
    assert.deepEqual(texts(text, inTree('a.toml', text, text.indexOf('A"'))), [
      'A',
      '"A"',
      'id = "A"',
      first,
      `${first}\n\n[[licenses]]\nid = "B"`,
      text.trimEnd(),
      text,
    ]);
  });

  it('grows in YAML from value to pair, entry, list, its key and file', () => {
    const text = 'product: P\nlicenses:\n  - id: A\n    starts: 2026-01-01\n  - id: B\n    expires: never\n';
    const list = '- id: A\n    starts: 2026-01-01\n  - id: B\n    expires: never';
    const grown = texts(text, inTree('a.yaml', text, text.indexOf('2026') + 4));
    assert.deepEqual(grown.slice(0, 4), ['2026-01-01', 'starts: 2026-01-01', 'id: A\n    starts: 2026-01-01', list]);
    assert.equal(grown.at(-1), text);
  });

  it('grows from a key too', () => {
    const text = 'product = "P"\nexpiryDay = "covered"\n';
    assert.deepEqual(texts(text, inTree('a.toml', text, 3)), ['product', 'product = "P"', text.trimEnd(), text]);
  });

  it('is of the right one of several documents', () => {
    const text =
      'product: A\nlicenses: [{ id: a1, expires: never }]\n---\nproduct: B\nlicenses: [{ id: b1, expires: never }]\n';
    const grown = texts(text, inTree('a.yaml', text, text.indexOf('b1')));
    assert.deepEqual(grown.slice(0, 3), ['b1', 'id: b1', '{ id: b1, expires: never }']);
    assert.ok(grown.every(each => each === text || !each.includes('a1')));
  });

  it('grows in FlexNet from value to attribute, record and file', () => {
    const record = 'FEATURE a b 1.0 30-nov-2026 5 \\\n  START=1-dec-2025 NOTICE="x y"';
    const text = `VENDOR b\n${record}\nFEATURE c b 1.0 permanent 1\n`;
    assert.deepEqual(texts(text, inRecords('flexnet', text, text.indexOf('dec'))), [
      '1-dec-2025',
      'START=1-dec-2025',
      record,
      text,
    ]);
    assert.deepEqual(texts(text, inRecords('flexnet', text, text.indexOf('x y'))), [
      'x y',
      'NOTICE="x y"',
      record,
      text,
    ]);
    assert.deepEqual(texts(text, inRecords('flexnet', text, text.indexOf('30-nov'))), ['30-nov-2026', record, text]);
  });

  it('takes in what stands before a record on its line', () => {
    const text = '# c\n  LICENSE a b 1.0 permanent 1 # d\n';
    assert.deepEqual(texts(text, inRecords('rlm', text, text.indexOf('1.0'))), [
      '1.0',
      'LICENSE a b 1.0 permanent 1',
      '  LICENSE a b 1.0 permanent 1 # d',
      text,
    ]);
  });

  it('is the file alone in a comment', () => {
    const text = '# a b c\nVENDOR b\n';
    assert.deepEqual(texts(text, inRecords('flexnet', text, 4)), [text]);
  });

  it('grows in LM-X from value to directive, block and file', () => {
    const block = 'FEATURE f\n{\n  VENDOR = V\n  END = 2026-11-30\n}';
    const text = `# c\n${block}\n`;
    assert.deepEqual(texts(text, inRecords('lmx', text, text.indexOf('2026'))), [
      '2026-11-30',
      'END = 2026-11-30',
      block,
      text,
    ]);
  });

  it('grows in other vendors’ files from field to entry and file', () => {
    const text = sample('story-sap.txt');
    const file = readText('story-sap.txt', text);
    const [term] = file.terms;
    const { start, end } = term!.entry.fields.expires!.value;
    const grown = selectionsInTerms(file, start);
    const { node } = term!.entry;
    assert.deepEqual(texts(text, grown).slice(0, 2), [text.slice(start, end), text.slice(node.start, node.end)]);
    assertSound(text, start, grown);
  });

  it('of an empty file is empty', () => assert.deepEqual(inTree('licenses.yaml', '', 0), [{ start: 0, end: 0 }]));

  for (const name of ['story.yaml', 'story-flow.yaml', 'story.toml', 'story-inline.toml'])
    it(`grows step by step from every place, also with carriage returns: ${name}`, () => {
      for (const text of [sample(name), sample(name).replace(/\n/g, '\r\n')]) {
        const roots = readText(name, text).documents.map(({ root }) => root);
        for (let at = 0; at <= text.length; at++) assertSound(text, at, selectionsInTree(text, roots, at));
      }
    });

  for (const [id, name] of [
    ['flexnet', 'story.lic'],
    ['rlm', 'story-rlm.lic'],
    ['lmx', 'story-lmx.lic'],
  ] as const)
    it(`grows step by step from every place of every beginning: ${name}`, () => {
      const text = sample(name);
      for (let length = 1; length <= text.length; length += 7)
        for (let at = 0; at <= length; at += 5)
          assertSound(text.slice(0, length), at, inRecords(id, text.slice(0, length), at));
    });

  it('in a torn text is of what is left', () => {
    const text = sample('story.toml');
    for (let length = 1; length <= text.length; length++) {
      const part = text.slice(0, length);
      for (const at of [0, length >> 1, length]) assertSound(part, at, inTree('a.toml', part, at));
    }
  });
});
