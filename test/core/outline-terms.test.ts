// The outline of license files as they were read: products and licenses in all notations, sound places, and a limit.
import assert from 'node:assert/strict';
import { type OutlineItem, outlineLimit } from '../../src/core/outline';
import { outlineOfTerms } from '../../src/core/outline-terms';
import { finish } from '../../src/core/steps';
import { needSamples, sampleNames, sampleText } from './formats/lines';
import { readText, sample } from './read';

function itemsOf(path: string, text: string): readonly OutlineItem[] {
  return finish(outlineOfTerms(readText(path, text)));
}

/** A line each, children further in: `license LIC-1 (…)`. */
function outline(path: string, text: string): string[] {
  const lines = (items: readonly OutlineItem[], indent: string): string[] =>
    items.flatMap(({ kind, name, detail, children }) => [
      `${indent}${kind} ${name} (${detail})`,
      ...lines(children, `${indent}  `),
    ]);
  return lines(itemsOf(path, text), '');
}

function assertSound(items: readonly OutlineItem[], from: number, until: number): void {
  let at = from;
  for (const { name, start, end, selection, children } of items) {
    assert.ok(name.trim() !== '');
    assert.ok(at <= start && start <= selection.start && selection.end <= end && end <= until, `${name} is outside`);
    assertSound(children, start, end);
    at = end;
  }
}

describe('the outline of what was read', () => {
  for (const name of [
    'story.json',
    'story.jsonc',
    'story-line.json',
    'story.yaml',
    'story-flow.yaml',
    'story.toml',
    'story-inline.toml',
  ])
    it(`is the same in every notation: ${name}`, () =>
      assert.deepEqual(outline(name, sample(name)), [
        'product CrashPlan (production)',
        '  license LIC-2025 (2025-12-01 – 2026-11-30 · 500 seats · subscription)',
        '  license LIC-2026 (2026-12-01 – 2027-03-14 · 500 seats · subscription)',
        '  license LIC-2027 (from 2027-03-15 · unlimited seats · subscription · no key yet)',
      ]));

  for (const [what, text, expected] of [
    ['an empty file', '', []],
    ['no license', 'licenses: []\n', []],
    [
      'two products',
      'licenses:\n  - { product: A, id: a1, starts: 2026-01-01 }\n  - { product: A, id: a2, expires: 2027-01-01 }\n  - { product: B, id: b1, expires: never }\n',
      [
        'product A ()',
        '  license a1 (from 2026-01-01)',
        '  license a2 (until 2027-01-01)',
        'product B ()',
        '  license b1 ()',
      ],
    ],
    [
      'mixed products',
      'licenses:\n  - { product: A, id: a1, expires: never }\n  - { product: B, environment: test, id: b1, seats: 1, starts: 2026-01-01 }\n  - { product: A, expires: 2027-01-01 }\n',
      ['license a1 (A)', 'license b1 (B (test) · from 2026-01-01 · 1 seat)', 'license A (until 2027-01-01)'],
    ],
    [
      'one product in two environments',
      'product: A\nlicenses:\n  - { environment: x, id: a1, expires: never }\n  - { environment: y, id: a2, expires: never }\n',
      ['product A (x)', '  license a1 ()', 'product A (y)', '  license a2 ()'],
    ],
    [
      'licenses without ids',
      'product: A\nlicenses:\n  - { starts: 2026-01-01, expires: 2027-01-01, seats: 5 }\n  - { kind: perpetual }\n',
      ['product A ()', '  license 2026-01-01 – 2027-01-01 (5 seats)', '  license License (perpetual)'],
    ],
    [
      'no names at all',
      'licenses:\n  - { starts: 2026-01-01, expires: 2027-01-01 }\n',
      ['license 2026-01-01 – 2027-01-01 ()'],
    ],
    [
      'an entry that can not be read',
      'product: A\nlicenses:\n  - { id: a1, expires: 2026-02-30 }\n  - { id: a2, expires: never }\n',
      ['product A ()', '  license a1 (not counted)', '  license a2 ()'],
    ],
    [
      'several documents',
      'product: A\nlicenses: [{ id: a1, expires: never }]\n---\nproduct: A\nlicenses: [{ id: a2, expires: never }]\n',
      ['product A ()', '  license a1 ()', 'product A ()', '  license a2 ()'],
    ],
    [
      'an alias and a merged id',
      'product: A\nlicenses:\n  - &a { id: a1, expires: never }\n  - *a\n  - { <<: *a, seats: 2 }\n',
      ['product A ()', '  license a1 ()', '  license a1 ()', '  license a1 (2 seats)'],
    ],
    [
      'controls and white space for names',
      'licenses:\n  - { product: "\\u200b", id: "\\u202e ", expires: never }\n',
      ['license License ()'],
    ],
  ] as const)
    it(`makes the right thing of ${what}`, () => {
      assert.deepEqual(outline('a.yaml', text), expected);
      assertSound(itemsOf('a.yaml', text), 0, text.length);
    });

  it('goes from the whole entry to its id', () => {
    const text = sample('story.toml');
    const [product] = itemsOf('a.toml', text);
    const [first] = product!.children;
    assert.match(text.slice(first!.start, first!.end), /^\[\[licenses\]\]\n[^[]*$/);
    assert.equal(text.slice(first!.selection.start, first!.selection.end), 'LIC-2025');
  });

  it('has the same places with carriage returns', () => {
    const text = sample('story.yaml').replace(/\n/g, '\r\n');
    assertSound(itemsOf('a.yaml', text), 0, text.length);
    assert.deepEqual(outline('a.yaml', text), outline('a.yaml', sample('story.yaml')));
  });

  it('says where it stops, and is made in steps', () => {
    const entries = Array.from({ length: outlineLimit + 5 }, (_, i) => `  - { id: L${i}, expires: never }\n`);
    const text = `product: A\nlicenses:\n${entries.join('')}`;
    const steps = outlineOfTerms(readText('a.yaml', text));
    let count = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) count++;
    assert.ok(count >= 10, `${count} steps`);
    const [product, rest] = step.value;
    assert.equal(product!.children.length, outlineLimit);
    assert.deepEqual([rest!.kind, rest!.name], ['rest', 'The rest of the file is not listed']);
    assertSound(step.value, 0, text.length);
  });

  for (const name of ['story.json', 'story.yaml', 'story.toml', 'story-inline.toml'])
    it(`is sound for every third beginning of ${name}`, () => {
      const text = sample(name);
      for (let length = 0; length <= text.length; length++)
        assertSound(itemsOf(name, text.slice(0, length)), 0, length);
    });

  describe('of the samples', () => {
    before(needSamples);
    it('names elements of all vendors’ formats, at sound places', () => {
      const named = sampleNames().filter(name => /^(?:elastic|f5|hashicorp|jwt|other|sap|splunk)\//.test(name));
      assert.ok(named.length > 8);
      for (const name of named) {
        const items = itemsOf(name, sampleText(name));
        assert.ok(items.length > 0, name);
        assertSound(items, 0, sampleText(name).length);
      }
    });
  });
});
