// Joins the terms of all files into products, each with what is asked of it and which of its holes are meant.
import { columnsInSteps, termsInStep } from './columns';
import { sweep } from './coverage';
import { versionScheme } from './feature-versions';
import { homeKey } from './formats/vendor';
import { getOrAdd } from './maps';
import type { AcceptedGap, Coverage, Home, LicenseDocument, LicenseFile, Pool, Requirement, Term } from './model';
import { ProductCoverage } from './product-coverage';
import { counted, labelsOf, type Row, servedByFloating, versionsOf } from './rows';
import { endsOverSeams, hasTolerance } from './seams';
import { newRows } from './segment-rows';
import { finish, type Steps } from './steps';

/** How many products are swept in one step. */
const stepLength = 100;

interface Group extends Row {
  /** The documents that have its terms. */
  readonly documents: LicenseDocument[];
}

/** Something that a document says of products: of the one it names, or of all that it has itself. */
type Statement = Requirement | AcceptedGap;

/** All of {@link joinInSteps} at once. */
export function join(...asked: Parameters<typeof joinInSteps>): readonly Coverage[] {
  return finish(joinInSteps(...asked));
}

/**
 * By environment and product, without case, and in vendors' files by vendor, version and host; sorted by the names, absent ones first.
 * `apart`: only within each document, which is a file of its own in effect.
 */
export function* joinInSteps(files: readonly LicenseFile[], apart = false): Steps<readonly Coverage[]> {
  const documents = files.flatMap(file => file.documents);
  const groupOf = grouping(documents, apart);
  const all = files.length === 1 ? files[0]!.terms : files.flatMap(file => file.terms);
  const groupOfTerm = yield* groupTerms(all, groupOf);
  const required = documents.flatMap(document => document.required ?? []);
  addUnlicensed(required, groupOf, apart);
  const accepted = documents.flatMap(document => document.acceptedGaps);
  const versions = versionsOf(groupOf.all, groupOfTerm);
  const { terms, rowOf } = counted(all, groupOfTerm, groupOf.all, versions);
  yield;
  const columns = yield* columnsInSteps(
    terms,
    rowOf,
    groupOf.all.length,
    hasTolerance(documents) ? endsOverSeams(terms, rowOf) : undefined,
  );
  const rows = newRows(2 * terms.length);
  const requiredOf = statements(required, apart);
  const acceptedOf = statements(accepted, apart);
  const broken = brokenCounts(files, apart);
  const labels = labelsOf(groupOf.all.filter(group => !versions.merged.has(group)));
  const isServed = servedByFloating(groupOf.all);
  const needs = groupOf.all.map(group => ({
    // An older version's row tells what is lacking for the newer ones too, and what floats serves those that are bound to hosts.
    required: versions.older.has(group) || isServed(group) ? nothing : requiredOf(group),
    accepted: acceptedOf(group),
  }));
  for (const [index, need] of needs.entries()) {
    if (index % stepLength === 0) yield;
    sweep(columns, index, need, rows);
  }
  const numbers = { columns, rows };
  const coverages = new Map<Row, Coverage>();
  const coverageOf = (group: Group): Coverage => {
    const made = coverages.get(group);
    if (made) return made;
    const { environment, product, index } = group;
    const { required, accepted } = needs[index]!;
    const older = versions.older.get(group) as Group | undefined;
    const [pool, olderRow] = [labels.get(group), older && coverageOf(older)];
    const facts = { environment, product, pool, older: olderRow, required, accepted, broken: broken(group) };
    const coverage = new ProductCoverage(facts, numbers, index);
    coverages.set(group, coverage);
    return coverage;
  };
  for (const [index, group] of groupOf.all.entries()) {
    if (index % stepLength === 0) yield;
    if (!versions.merged.has(group)) coverageOf(group);
  }
  yield;
  return [...coverages.values()].sort(byName);
}

/** Answers which group a product of a document belongs to; made where there is none yet. */
interface Grouping {
  (names: Names, document: LicenseDocument): Group;
  /** In the order in which they were asked for. */
  readonly all: readonly Group[];
}

type Names = Pick<Group, 'environment' | 'product' | 'pool'>;

function grouping(documents: readonly LicenseDocument[], apart: boolean): Grouping {
  const byKey = new Map<string, Group>();
  const all: Group[] = [];
  const numbers = new Map(documents.map((document, index) => [document, index]));
  const groupOf = ({ environment, product, pool }: Names, document: LicenseDocument) => {
    const { home } = document;
    // Terms without a product form one unnamed product of their document.
    const place = apart || product === undefined ? `\n${numbers.get(document)}` : homeKey(home);
    const name = keyOf(environment, product);
    const group = getOrAdd(byKey, `${name}\r${place}\r${poolKey(pool, home)}`, () => {
      const made: Group = { index: all.length, environment, product, name, home, place, pool, documents: [] };
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
function* groupTerms(terms: readonly Term[], groupOf: Grouping): Steps<Uint32Array> {
  const groups = new Uint32Array(terms.length);
  let document: LicenseDocument | undefined;
  let environment: string | undefined;
  // Licenses of one product have one name, or in vendors' files one pool.
  let byProduct = new Map<string | Pool | undefined, number>();
  for (let i = 0; i < terms.length; i++) {
    if (i % termsInStep === termsInStep - 1) yield;
    const term = terms[i]!;
    if (term.entry.document !== document || term.environment !== environment) {
      ({ environment } = term);
      ({ document } = term.entry);
      byProduct = new Map();
    }
    const name = term.pool ?? term.product;
    let group = byProduct.get(name);
    if (group === undefined) {
      group = groupOf(term, term.entry.document).index;
      byProduct.set(name, group);
    }
    groups[i] = group;
  }
  return groups;
}

function keyOf(environment: string | undefined, product: string | undefined): string {
  return JSON.stringify([nameKey(environment), nameKey(product)]);
}

function poolKey(pool: Pool | undefined, home: Home | undefined): string {
  return pool ? [pool.vendor, versionScheme(home).key(pool.version), pool.host].map(nameKey).join('\r') : '';
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
  const productsOf = new Map<LicenseDocument, Map<string, string | undefined>>();
  const note = (group: Group): void => {
    const name = nameKey(group.product);
    getOrAdd(byProduct, name, () => []).push(group);
    for (const document of group.documents) getOrAdd(productsOf, document, () => new Map()).set(name, group.product);
  };
  groupOf.all.forEach(note);
  // What names no environment is content with any, and so comes last.
  for (const need of [...bounded.filter(isOfEnvironment), ...bounded.filter(each => !isOfEnvironment(each))]) {
    const { document, environment } = need;
    const own = [...(productsOf.get(document)?.values() ?? [undefined])];
    for (const product of need.product === undefined ? own : [need.product]) {
      const isMet = byProduct.get(nameKey(product))?.some(group => isFor(need, group, apart));
      if (!isMet) note(groupOf({ environment, product, pool: undefined }, document));
    }
  }
}

/** Whether what is required of a group's product is required of that very group: its environment, and where it must be, its document. */
function isFor({ environment, document }: Requirement, group: Group, apart: boolean): boolean {
  if (!reaches(document, group)) return false;
  if (environment !== undefined && nameKey(environment) !== nameKey(group.environment)) return false;
  // A product without a name is one of its document alone.
  return !(apart || group.product === undefined) || group.documents.includes(document);
}

function isOfEnvironment({ environment }: Requirement): boolean {
  return environment !== undefined;
}

/** What a native file says holds for vendors' products too, in its folder and below. */
function reaches({ file: { path } }: LicenseDocument, { home }: Group): boolean {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return home === undefined || `${home.folder}/`.startsWith(folder);
}

const nothing: readonly never[] = [];

/** Answers for a group what the documents say of it, without asking each document. */
function statements<S extends Statement>(all: readonly S[], apart: boolean): (group: Group) => readonly S[] {
  if (all.length === 0) return () => nothing;
  const byNames = new Map<string, S[]>();
  const byDocument = new Map<LicenseDocument, Map<string, S[]>>();
  for (const statement of all) {
    const { environment, product, document } = statement;
    if (product !== undefined) getOrAdd(byNames, keyOf(environment, product), () => []).push(statement);
    else {
      const own = getOrAdd(byDocument, document, () => new Map<string, S[]>());
      getOrAdd(own, nameKey(environment), () => []).push(statement);
    }
  }
  return group => {
    const { environment, product, documents } = group;
    const lists: (readonly S[])[] = [];
    // What names no environment holds in all.
    for (const name of environment === undefined ? [undefined] : [undefined, environment]) {
      if (product !== undefined) lists.push(byNames.get(keyOf(name, product)) ?? nothing);
      for (const document of documents) lists.push(byDocument.get(document)?.get(nameKey(name)) ?? nothing);
    }
    const [only, ...others] = lists.filter(({ length }) => length > 0);
    // Most have one list, which then is the same for all, so that what is made of it is made once.
    const found = others.length === 0 ? (only ?? nothing) : [...only!, ...others.flat()];
    if (group.home) return apart ? nothing : found.filter(({ document }) => reaches(document, group));
    return apart ? found.filter(({ document }) => document === documents[0]) : found;
  };
}

/** Answers how many unread entries might have been of a product: those that say so, and in its own files those that say nothing readable. */
function brokenCounts(files: readonly LicenseFile[], apart: boolean): (group: Group) => number {
  const named = new Map<string, number>();
  const unreadable = new Map<string, number>();
  const add = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  const isOfFile = (product: string | undefined): boolean => apart || product === undefined;
  for (const { broken, path, documents } of files) {
    const home = homeKey(documents[0]?.home);
    for (const { environment, product, unreadable: isUnreadable } of broken) {
      if (isUnreadable) add(unreadable, path);
      else add(named, `${keyOf(environment, product)}${isOfFile(product) ? path : home}`);
    }
  }
  if (named.size + unreadable.size === 0) return () => 0;
  return ({ environment, product, home, documents }) => {
    const key = keyOf(environment, product);
    const paths = [...new Set(documents.map(({ file }) => file.path))];
    const saying = isOfFile(product) ? paths.map(path => named.get(key + path)) : [named.get(key + homeKey(home))];
    return [...saying, ...paths.map(path => unreadable.get(path))].reduce<number>(
      (sum, count) => sum + (count ?? 0),
      0,
    );
  };
}

function byName(a: Coverage, b: Coverage): number {
  return (
    compareNames(a.environment, b.environment) || compareNames(a.product, b.product) || compareNames(a.pool, b.pool)
  );
}

function compareNames(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  return b === undefined || a > b ? 1 : -1;
}
