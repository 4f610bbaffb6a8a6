// Whether two entries say the very same, in whatever order and quotes.
import type { Vocabulary } from '../formats/fields';
import type { Entry } from '../model';
import type { MapNode, Node } from '../tree';

/** How many values are compared: aliases may make a small text say millions. */
const mostValues = 10_000;

/** Keys that name one field are the same key. An entry that says something twice is like no other. */
export function saysTheSame(a: Entry, b: Entry): boolean {
  const { vocabulary } = a.document;
  return areSame(a.node, b.node, { left: mostValues }, vocabulary);
}

function areSame(a: Node, b: Node, budget: { left: number }, vocabulary?: Vocabulary): boolean {
  if (--budget.left < 0) return false;
  if (a.kind === 'scalar')
    return b.kind === 'scalar' && a.text.trim() === b.text.trim() && (a.type === 'null') === (b.type === 'null');
  if (a.kind === 'list')
    return (
      b.kind === 'list' &&
      a.items.length === b.items.length &&
      a.items.every((item, i) => areSame(item, b.items[i]!, budget))
    );
  if (b.kind !== 'map' || a.pairs.length !== b.pairs.length) return false;
  const [first, second] = [byName(a, vocabulary), byName(b, vocabulary)];
  if (first.size !== a.pairs.length || second.size !== b.pairs.length) return false;
  return [...first].every(([name, value]) => {
    const other = second.get(name);
    return other !== undefined && areSame(value, other, budget);
  });
}

/** Only an entry's own keys are fields. */
function byName({ pairs }: MapNode, vocabulary: Vocabulary | undefined): ReadonlyMap<string, Node> {
  return new Map(pairs.map(({ key, value }) => [nameOf(key.text, vocabulary), value]));
}

/** A field's name can't be mistaken for a key of the user's own. */
function nameOf(key: string, vocabulary: Vocabulary | undefined): string {
  const field = vocabulary?.fieldNamed(key);
  return field === undefined ? `"${key}` : field;
}
