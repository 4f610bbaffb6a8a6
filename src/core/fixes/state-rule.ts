// Writes down whether the expiry day is covered, where nothing says so yet.
import { productOf } from '../day-rules';
import type { Fix, FixOffer } from '../fixes';
import { textOf } from '../formats/records';
import type { Entry, Term } from '../model';
import type { Edit } from '../text';
import type { Pair } from '../tree';
import * as words from '../words/fixes';
import { replacement } from './copy';
import { type Notation, notationOf } from './notations';
import { appendPairs, intoDocument, isOwn, type NewPair } from './pairs';
import { writeVersion } from './server-version';

export const stateRule: FixOffer = ({ subject }) => {
  if (subject?.kind !== 'gap') return [];
  const { gap, coverage } = subject;
  const term = gap.state === 'possible' || gap.possibleFrom !== undefined ? gap.before : undefined;
  // What a vendor's file follows is said in the settings.
  if (term?.rule.expiryDay !== 'unstated' || term.entry.document.home) return [];
  if (term.rule.profile === 'code42') return term.entry.document.root.kind === 'map' ? [stateVersion(term)] : [];
  return (['uncovered', 'covered'] as const).map(said => ({
    title: words.stateExpiryDay(said, coverage.product),
    preferred: false,
    make: () => ({ file: term.file, edits: stateExpiryDay(said, term) }),
  }));
};

function stateVersion(term: Term): Fix {
  return {
    title: words.stateServerVersion,
    preferred: false,
    make: () => {
      const edit = writeVersion(term, '5.3.1', true);
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
  const productText = ({ fields }: Entry): string | undefined => productOf(fields, document.fields)?.toLowerCase();
  const products = new Set(document.entries.map(productText));
  const whole =
    products.size === 1
      ? (overValue(document.file.text, document.fields.expiryDay, said, notation) ??
        intoDocument(document, pair, notation))
      : undefined;
  if (whole) return [whole];
  const product = productText(term.entry);
  return document.entries
    .filter(entry => productText(entry) === product && !isRule(entry.fields.expiryDay))
    .flatMap(({ node, fields }) => {
      const { text } = document.file;
      const own = isOwn(node, fields.expiryDay) ? overValue(text, fields.expiryDay, said, notation) : undefined;
      return own ?? appendPairs(text, node, [pair], notation) ?? [];
    });
}

/** The edit that puts a value in the place of one that says nothing. */
function overValue(text: string, pair: Pair | undefined, said: string, notation: Notation): Edit | undefined {
  return pair?.value.kind === 'scalar' ? replacement(text, pair.value, { text: said }, notation) : undefined;
}

function isRule(expiryDay: Pair | undefined): boolean {
  return /^(?:un)?covered$/i.test(textOf(expiryDay) ?? '');
}
