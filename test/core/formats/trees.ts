// What holds for every tree, whatever notation it was read from, and the plain values that a tree says.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Node, Pair, Scalar, Span, Tree } from '../../../src/core/tree';

/** Every span lies in the text and in the span around it; flow nodes have their brackets, unless something in them is broken. */
export function checkSpans(text: string, tree: Tree): void {
  for (const problem of tree.problems) checkSpan(text, problem);
  // An alias shares the nodes of the value it stands for, so each list of children is looked at once.
  const seen = new Set<unknown>();
  for (const root of tree.documents) if (root) checkNode(text, tree, root, { start: 0, end: text.length }, seen);
}

function checkNode(text: string, tree: Tree, node: Node, around: Span, seen: Set<unknown>): void {
  checkSpan(text, node);
  if (node.start < around.start || node.end > around.end) {
    assert.fail(`${show(text, node)} is not in ${show(text, around)}`);
  }
  if (text.charAt(node.start) === '*') return;
  if (node.kind === 'scalar') {
    checkScalar(text, node);
    return;
  }
  const children: readonly (Pair | Node)[] = node.kind === 'map' ? node.pairs : node.items;
  if (seen.has(children)) return;
  seen.add(children);
  if (node.style === 'flow' && tree.problems.length === 0) {
    assert.equal(text.charAt(node.start) + text.charAt(node.end - 1), node.kind === 'map' ? '{}' : '[]');
  }
  for (const child of children) {
    if (!('key' in child)) checkNode(text, tree, child, node, seen);
    else {
      checkNode(text, tree, child.key, node, seen);
      checkNode(text, tree, child.value, node, seen);
    }
  }
}

function checkScalar(text: string, { start, end, quote, type, text: said }: Scalar): void {
  assert.ok(end - start >= 2 * quote);
  if (quote > 0) {
    assert.equal(text.slice(start, start + quote), text.slice(end - quote, end));
    assert.match(text.charAt(start), /["']/);
  } else if (type !== 'string') {
    assert.equal(text.slice(start, end), said);
  }
}

function checkSpan(text: string, { start, end }: Span): void {
  const isInText = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length;
  if (!isInText) assert.fail(`${start}–${end} is not in the text`);
}

/** The content of a scalar as it is written. */
export function written(text: string, { start, end, quote }: Scalar): string {
  return text.slice(start + quote, end - quote);
}

function show(text: string, { start, end }: Span): string {
  return JSON.stringify(text.slice(start, end));
}

/** A tree as plain values; lists and mappings that aliases share stay shared. */
export function plainOf(
  node: Node | undefined,
  scalarValue: (scalar: Scalar) => unknown,
  seen = new Map<unknown, unknown>(),
): unknown {
  if (!node) return undefined;
  if (node.kind === 'scalar') return scalarValue(node);
  const children = node.kind === 'map' ? node.pairs : node.items;
  if (!seen.has(children)) {
    seen.set(
      children,
      node.kind === 'list'
        ? node.items.map(item => plainOf(item, scalarValue, seen))
        : Object.fromEntries(
            node.pairs.map(({ key, value }) => [
              key.type === 'null' ? 'null' : key.text,
              plainOf(value, scalarValue, seen),
            ]),
          ),
    );
  }
  return seen.get(children);
}

/** The text of a scalar: what most tests compare. */
export function textOf({ text }: Scalar): string {
  return text;
}

/** Each problem as `reason: what it points at`. */
export function problemsOf(text: string, tree: Tree): string[] {
  return tree.problems.map(
    ({ code, start, end, reason }) => `${code === 'syntax' ? '' : `${code} `}${reason}: ${text.slice(start, end)}`,
  );
}

/** How many mappings and lists lie in one another at most. */
export function heightOf(node: Node | undefined): number {
  if (!node || node.kind === 'scalar') return 0;
  const children = node.kind === 'map' ? node.pairs.map(({ value }) => value) : node.items;
  return 1 + Math.max(0, ...children.map(heightOf));
}

interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** A few changes as a hand may make them, with the characters that mean something to a notation. */
export function edits(characters: string): fc.Arbitrary<Edit[]> {
  const edit = fc.record({
    at: fc.nat(),
    remove: fc.nat(6),
    insert: fc.array(fc.constantFrom(...characters), { maxLength: 4 }).map(chosen => chosen.join('')),
  });
  return fc.array(edit, { minLength: 1, maxLength: 4 });
}

export function mutated(text: string, changes: readonly Edit[]): string {
  return changes.reduce((edited, { at, remove, insert }) => {
    const start = at % (edited.length + 1);
    return edited.slice(0, start) + insert + edited.slice(start + remove);
  }, text);
}

/** The entries of the list `l`, or of the document itself: what each says, and whether its text is broken somewhere. */
export function entriesOf(text: string, tree: Tree): unknown[] {
  checkSpans(text, tree);
  const [root] = tree.documents;
  const list = (root?.kind === 'map' ? root.pairs.find(({ key }) => key.text === 'l')?.value : undefined) ?? root;
  assert.ok(list?.kind === 'list', 'no list');
  return list.items.map(item => {
    const isBroken = tree.problems.some(({ start }) => item.start <= start && start < item.end);
    return [plainOf(item, textOf), isBroken ? 'broken' : 'whole'];
  });
}

export const wholeEntry = (value: unknown) => [value, 'whole'];
export const brokenEntry = (value: unknown) => [value, 'broken'];
