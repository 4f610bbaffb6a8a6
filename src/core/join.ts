// Joins the terms of all files into products, each with what is asked of it and which of its holes are meant.
import { cover } from './coverage';
import { getOrAdd } from './maps';
import type { AcceptedGap, Coverage, LicenseDocument, LicenseFile, Requirement, Term } from './model';

/** The terms of one product in one environment, while they are gathered. */
interface Group {
  readonly environment: string | undefined;
  readonly product: string | undefined;
  readonly terms: Term[];
  /** The documents that have its terms. */
  readonly documents: Set<LicenseDocument>;
}

/** Something that a document says of products: of the one it names, or of all that it has itself. */
type Statement = Requirement | AcceptedGap;

/**
 * By environment and product, without case; sorted by both, absent names first. `apart`: only within each document, which is a
 * file of its own in effect.
 */
export function join(files: readonly LicenseFile[], apart = false): readonly Coverage[] {
  const documents = files.flatMap(file => file.documents);
  const gather = gatherer(documents, apart);
  for (const file of files) gather.terms(file.terms);
  const required = documents.flatMap(document => document.required ?? []);
  addUnlicensed(required, gather, apart);
  const requiredOf = statements(required, apart);
  const acceptedOf = statements(
    documents.flatMap(document => document.acceptedGaps),
    apart,
  );
  const brokenOf = brokenCounts(files);
  return [...gather.groups.values()]
    .map((group): Coverage => {
      const { environment, product } = group;
      const terms = inOrder(group.terms);
      const need = { required: requiredOf(group), accepted: acceptedOf(group) };
      return { environment, product, terms, segments: cover(terms, need), ...need, broken: brokenOf(group) };
    })
    .sort(byName);
}

interface Gatherer {
  readonly groups: ReadonlyMap<string, Group>;
  terms(terms: readonly Term[]): void;
  /** The group of a product that a document speaks of. */
  groupOf(names: Pick<Group, 'environment' | 'product'>, document: LicenseDocument): Group;
}

function gatherer(documents: readonly LicenseDocument[], apart: boolean): Gatherer {
  const groups = new Map<string, Group>();
  const numbers = new Map(documents.map((document, index) => [document, index]));
  const groupOf: Gatherer['groupOf'] = ({ environment, product }, document) => {
    // Terms without a product form one unnamed product of their document.
    const home = apart || product === undefined ? `\n${numbers.get(document)}` : '';
    const key = keyOf(environment, product) + home;
    const group = getOrAdd(groups, key, (): Group => ({ environment, product, terms: [], documents: new Set() }));
    group.documents.add(document);
    return group;
  };
  const terms: Gatherer['terms'] = all => {
    let document: LicenseDocument | undefined;
    // A name is looked up as it is spelled before it is made into a key, which costs more than all the rest.
    let spelled = new Map<string | undefined, Map<string | undefined, Group>>();
    for (const term of all) {
      if (term.entry.document !== document) {
        document = term.entry.document;
        spelled = new Map();
      }
      const products = getOrAdd(spelled, term.environment, () => new Map<string | undefined, Group>());
      let group = products.get(term.product);
      if (!group) {
        group = groupOf(term, term.entry.document);
        products.set(term.product, group);
      }
      group.terms.push(term);
    }
  };
  return { groups, terms, groupOf };
}

function keyOf(environment: string | undefined, product: string | undefined): string {
  return `${nameKey(environment)}\n${nameKey(product)}`;
}

/** Names without case; a name that is absent is like no other. */
function nameKey(name: string | undefined): string {
  return name === undefined ? '' : `=${name.toLowerCase()}`;
}

/** A product that must be licensed at a time and has no term at all is one gap. */
function addUnlicensed(required: readonly Requirement[], { groups, groupOf }: Gatherer, apart: boolean): void {
  const bounded = required.filter(({ from, until }) => from !== undefined && until !== undefined);
  if (bounded.length === 0) return;
  const byProduct = new Map<string, Group[]>();
  const licensed = new Set<LicenseDocument>();
  for (const group of groups.values()) {
    getOrAdd(byProduct, nameKey(group.product), () => []).push(group);
    for (const document of group.documents) licensed.add(document);
  }
  for (const need of bounded) {
    const { document, product } = need;
    const isMet =
      product === undefined
        ? licensed.has(document)
        : byProduct.get(nameKey(product))?.some(group => isFor(need, group, apart));
    if (!isMet) groupOf(need, document);
  }
}

/** Answers for a group what the documents say of it, without asking each document. */
function statements<S extends Statement>(all: readonly S[], apart: boolean): (group: Group) => readonly S[] {
  if (all.length === 0) return () => [];
  const byProduct = new Map<string, S[]>();
  const byDocument = new Map<LicenseDocument, S[]>();
  for (const statement of all) {
    const { product, document } = statement;
    if (product === undefined) getOrAdd(byDocument, document, () => []).push(statement);
    else getOrAdd(byProduct, product.toLowerCase(), () => []).push(statement);
  }
  return group => {
    const named = group.product === undefined ? [] : (byProduct.get(group.product.toLowerCase()) ?? []);
    const unnamed = [...group.documents].flatMap(document => byDocument.get(document) ?? []);
    return [...named, ...unnamed].filter(statement => isFor(statement, group, apart));
  };
}

/**
 * Whether something that a document says holds for a product: for the one it names, where it speaks of the same environment or of
 * none; where it names none, for all products that the document has itself.
 */
function isFor({ environment, product, document }: Statement, group: Group, apart: boolean): boolean {
  if (environment !== undefined && nameKey(environment) !== nameKey(group.environment)) return false;
  if (product === undefined || apart) {
    if (!group.documents.has(document)) return false;
  }
  return product === undefined || nameKey(product) === nameKey(group.product);
}

/** Answers how many unread entries might have been of a product: those that say so, and in its own files those that say nothing readable. */
function brokenCounts(files: readonly LicenseFile[]): (group: Group) => number {
  const named = new Map<string, number>();
  const unreadable = new Map<string, number>();
  const add = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { broken, path } of files) {
    for (const { environment, product, unreadable: isUnreadable } of broken) {
      if (isUnreadable) add(unreadable, path);
      else add(named, `${keyOf(environment, product)}\n${product === undefined ? path : ''}`);
    }
  }
  if (named.size + unreadable.size === 0) return () => 0;
  return ({ environment, product, documents }) => {
    let count = product === undefined ? 0 : (named.get(`${keyOf(environment, product)}\n`) ?? 0);
    for (const path of new Set([...documents].map(({ file }) => file.path))) {
      count += unreadable.get(path) ?? 0;
      if (product === undefined) count += named.get(`${keyOf(environment, product)}\n${path}`) ?? 0;
    }
    return count;
  };
}

/** By beginning, then end, then place; mostly they are so already. */
function inOrder(terms: Term[]): readonly Term[] {
  const isSorted = terms.every((term, i) => i === 0 || compareTerms(terms[i - 1]!, term) <= 0);
  return isSorted ? terms : terms.sort(compareTerms);
}

function compareTerms(a: Term, b: Term): number {
  // Two equal infinities differ by NaN, which is to mean 0.
  return a.from - b.from || a.until - b.until || 0;
}

function byName(a: Coverage, b: Coverage): number {
  return compareNames(a.environment, b.environment) || compareNames(a.product, b.product);
}

function compareNames(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  return b === undefined || a > b ? 1 : -1;
}
