// Joins the terms of all files into products, each with what is asked of it and which of its holes are meant.
import { columnsOf } from './columns';
import { sweep } from './coverage';
import { getOrAdd } from './maps';
import type { AcceptedGap, Coverage, LicenseDocument, LicenseFile, Requirement, Term } from './model';
import { ProductCoverage } from './product-coverage';
import { newRows } from './segment-rows';

/** One product in one environment. */
interface Group {
  /** Its number, from 0. */
  readonly index: number;
  readonly environment: string | undefined;
  readonly product: string | undefined;
  /** The documents that have its terms. */
  readonly documents: LicenseDocument[];
}

/** Something that a document says of products: of the one it names, or of all that it has itself. */
type Statement = Requirement | AcceptedGap;

/**
 * By environment and product, without case; sorted by both, absent names first. `apart`: only within each document, which is a
 * file of its own in effect.
 */
export function join(files: readonly LicenseFile[], apart = false): readonly Coverage[] {
  const documents = files.flatMap(file => file.documents);
  const groupOf = grouping(documents, apart);
  const terms = files.length === 1 ? files[0]!.terms : files.flatMap(file => file.terms);
  const groupOfTerm = groupTerms(terms, groupOf);
  const required = documents.flatMap(document => document.required ?? []);
  addUnlicensed(required, groupOf, apart);
  const requiredOf = statements(required, apart);
  const acceptedOf = statements(
    documents.flatMap(document => document.acceptedGaps),
    apart,
  );
  const brokenOf = brokenCounts(files);
  const columns = columnsOf(terms, groupOfTerm, groupOf.all.length);
  const rows = newRows(2 * terms.length);
  const numbers = { columns, rows };
  return groupOf.all
    .map((group): Coverage => {
      const { environment, product, index } = group;
      const required = requiredOf(group);
      const accepted = acceptedOf(group);
      sweep(columns, index, { required, accepted }, rows);
      return new ProductCoverage({ environment, product, required, accepted, broken: brokenOf(group) }, numbers, index);
    })
    .sort(byName);
}

/** Answers which group a product of a document belongs to; made where there is none yet. */
interface Grouping {
  (names: Pick<Group, 'environment' | 'product'>, document: LicenseDocument): Group;
  /** In the order in which they were asked for. */
  readonly all: readonly Group[];
}

function grouping(documents: readonly LicenseDocument[], apart: boolean): Grouping {
  const byKey = new Map<string, Group>();
  const all: Group[] = [];
  const numbers = new Map(documents.map((document, index) => [document, index]));
  const groupOf = ({ environment, product }: Pick<Group, 'environment' | 'product'>, document: LicenseDocument) => {
    // Terms without a product form one unnamed product of their document.
    const home = apart || product === undefined ? `\n${numbers.get(document)}` : '';
    const group = getOrAdd(byKey, keyOf(environment, product) + home, () => {
      const made: Group = { index: all.length, environment, product, documents: [] };
      all.push(made);
      return made;
    });
    // Terms come document by document.
    if (group.documents.at(-1) !== document) group.documents.push(document);
    return group;
  };
  return Object.assign(groupOf, { all });
}

/** The number of each term's group. A name is looked up as it is spelled before it is made into a key, which costs more. */
function groupTerms(terms: readonly Term[], groupOf: Grouping): Uint32Array {
  const groups = new Uint32Array(terms.length);
  let document: LicenseDocument | undefined;
  let environment: string | undefined;
  let byProduct = new Map<string | undefined, number>();
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i]!;
    if (term.entry.document !== document || term.environment !== environment) {
      ({ environment } = term);
      ({ document } = term.entry);
      byProduct = new Map();
    }
    let group = byProduct.get(term.product);
    if (group === undefined) {
      group = groupOf(term, term.entry.document).index;
      byProduct.set(term.product, group);
    }
    groups[i] = group;
  }
  return groups;
}

function keyOf(environment: string | undefined, product: string | undefined): string {
  return JSON.stringify([nameKey(environment), nameKey(product)]);
}

/** Names without case; a name that is absent is like no other. */
function nameKey(name: string | undefined): string {
  return name === undefined ? '' : `=${name.toLowerCase()}`;
}

/** A product that must be licensed at a time and has no term at all is one gap. */
function addUnlicensed(required: readonly Requirement[], groupOf: Grouping, apart: boolean): void {
  const bounded = required.filter(({ from, until }) => from !== undefined && until !== undefined);
  if (bounded.length === 0) return;
  const byProduct = new Map<string, Group[]>();
  const licensed = new Set<LicenseDocument>();
  for (const group of groupOf.all) {
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

const nothing: readonly never[] = [];

/** Answers for a group what the documents say of it, without asking each document. */
function statements<S extends Statement>(all: readonly S[], apart: boolean): (group: Group) => readonly S[] {
  if (all.length === 0) return () => nothing;
  const byProduct = new Map<string, S[]>();
  const byDocument = new Map<LicenseDocument, S[]>();
  for (const statement of all) {
    const { product, document } = statement;
    if (product === undefined) getOrAdd(byDocument, document, () => []).push(statement);
    else getOrAdd(byProduct, product.toLowerCase(), () => []).push(statement);
  }
  return group => {
    const named = group.product === undefined ? [] : (byProduct.get(group.product.toLowerCase()) ?? []);
    const unnamed = group.documents.flatMap(document => byDocument.get(document) ?? []);
    return [...named, ...unnamed].filter(statement => isFor(statement, group, apart));
  };
}

/**
 * Whether something that a document says holds for a product: for the one it names, where it speaks of the same environment or of
 * none; where it names none, for all products that the document has itself.
 */
function isFor({ environment, product, document }: Statement, group: Group, apart: boolean): boolean {
  if (environment !== undefined && nameKey(environment) !== nameKey(group.environment)) return false;
  if (apart && group.documents[0] !== document) return false;
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
    for (const path of new Set(documents.map(({ file }) => file.path))) {
      count += unreadable.get(path) ?? 0;
      if (product === undefined) count += named.get(`${keyOf(environment, product)}\n${path}`) ?? 0;
    }
    return count;
  };
}

function byName(a: Coverage, b: Coverage): number {
  return compareNames(a.environment, b.environment) || compareNames(a.product, b.product);
}

function compareNames(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  return b === undefined || a > b ? 1 : -1;
}
