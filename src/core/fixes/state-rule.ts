// Writes down whether the expiry day is covered, where nothing says so yet.
import { productOf, versionPair } from '../day-rules';
import type { Fix, FixOffer } from '../fixes';
import { textOf } from '../formats/records';
import type { Entry, LicenseDocument, Term } from '../model';
import type { Edit } from '../text';
import type { MapNode, Pair } from '../tree';
import * as words from '../words';
import { replacement } from './copy';
import { type Notation, notationOf } from './notations';
import { appendPairs, intoRoot, isOwn, type NewPair, pairBefore } from './pairs';

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
      const edit = overVersion(document, notation) ?? intoDocument(document, pair, notation);
      return edit && { file: term.file, edits: [edit] };
    },
  };
}

/** The edit that puts a version in the place of one that can't be read. */
function overVersion({ fields: { server }, file }: LicenseDocument, notation: Notation): Edit | undefined {
  const version = server && (versionPair(server) ?? server).value;
  if (version?.kind !== 'scalar') return undefined;
  return replacement(file.text, version, { text: '5.3.1', select: true }, notation);
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
