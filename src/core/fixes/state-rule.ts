// Writes down whether the expiry day is covered, where nothing says so yet.
import type { Fix, FixOffer } from '../fixes';
import type { Entry, LicenseDocument, Term } from '../model';
import type { Edit } from '../text';
import type { MapNode } from '../tree';
import * as words from '../words';
import { type Notation, notationOf } from './notations';
import { appendPairs, intoRoot, isOwn, type NewPair, pairBefore } from './pairs';

export const stateRule: FixOffer = ({ subject }) => {
  if (subject?.kind !== 'gap') return [];
  const { gap, coverage } = subject;
  const term = gap.state === 'possible' || gap.possibleFrom !== undefined ? gap.before : undefined;
  if (term?.rule.expiryDay !== 'unstated') return [];
  if (term.rule.profile === 'code42') return term.entry.document.root.kind === 'map' ? [stateVersion(term)] : [];
  return (['uncovered', 'covered'] as const).map(said => ({
    title: words.stateExpiryDay(said, coverage.product),
    preferred: false,
    make: () => ({ file: term.file, edits: stateExpiryDay(said, term) }),
  }));
};

function stateVersion(term: Term): Fix {
  const { document } = term.entry;
  const notation = notationOf(document.format);
  const version = notation.value('5.3.1');
  const value = notation.map([['version', version]]);
  const start = value.indexOf('5.3.1');
  const pair: NewPair = { key: 'server', value, select: { start, end: start + '5.3.1'.length } };
  return {
    title: words.stateServerVersion,
    preferred: false,
    make: () => {
      const edit = intoDocument(document, pair, notation);
      return edit && { file: term.file, edits: [edit] };
    },
  };
}

/**
 * In the document's own fields where all its entries are of this product and follow the same rule; else in each entry of the product,
 * since `expiryDay` wins over the profiles of the others.
 */
function stateExpiryDay(said: 'covered' | 'uncovered', term: Term): readonly Edit[] {
  const { document } = term.entry;
  const notation = notationOf(document.format);
  const pair: NewPair = { key: 'expiryDay', value: notation.value(said) };
  const products = new Set(document.entries.map(({ fields }) => productText(fields) ?? productText(document.fields)));
  const whole = products.size === 1 ? intoDocument(document, pair, notation) : undefined;
  if (whole) return [whole];
  const product = productText(term.entry.fields);
  return document.entries
    .filter(entry => productText(entry.fields) === product && !entry.fields.expiryDay)
    .flatMap(entry => intoEntry(document.file.text, entry, pair, notation) ?? []);
}

function productText({ product, name }: Entry['fields']): string | undefined {
  const value = (product ?? name)?.value;
  return value?.kind === 'scalar' ? value.text.trim().toLowerCase() : undefined;
}

function intoEntry(text: string, { node }: Entry, pair: NewPair, notation: Notation): Edit | undefined {
  return appendPairs(text, node, [pair], notation);
}

/** Above the list of entries, where a reader looks first. TOML's tables take all that follows them, so there it goes behind the last plain pair. */
function intoDocument({ root, fields, file }: LicenseDocument, pair: NewPair, notation: Notation): Edit | undefined {
  if (root.kind !== 'map') return undefined;
  const list = fields.list;
  if (list && isOwn(root, list) && !isTable(list.value))
    return pairBefore(file.text, list, pair, notation, root.style === 'flow');
  return intoRoot(file.text, root, pair, notation);
}

function isTable(value: MapNode['pairs'][number]['value']): boolean {
  return value.kind !== 'scalar' && value.style === 'table';
}
