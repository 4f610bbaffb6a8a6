// Joins the terms of all files into products, each with what is asked of it and which of its holes are meant.
import { cover, type Need } from './coverage';
import { textOf } from './formats/records';
import { getOrAdd } from './maps';
import type { BrokenEntry, Coverage, Instant, LicenseDocument, LicenseFile, Term } from './model';

/** The terms of one product in one environment, while they are gathered. */
interface Group {
  readonly environment: string | undefined;
  readonly product: string | undefined;
  readonly terms: Term[];
  readonly files: Set<LicenseFile>;
  readonly documents: Set<LicenseDocument>;
}

/** By environment and product, without case; sorted by both, absent names first. */
export function join(files: readonly LicenseFile[]): readonly Coverage[] {
  const groups = new Map<string, Group>();
  for (const file of files) {
    // Neighboring entries mostly are of the same product, and its key is costlier to make than to keep.
    let last: { readonly like: Term; readonly group: Group } | undefined;
    for (const term of file.terms) {
      if (!last || !isAlike(last.like, term)) last = { like: term, group: groupOf(term, file, groups) };
      last.group.terms.push(term);
    }
  }
  const documents = files.flatMap(file => file.documents);
  const needs = documents.filter(({ required, acceptedGaps }) => required || acceptedGaps.length > 0);
  const broken = files.flatMap(file => file.broken);
  return [...groups.values()].map(group => coverageOf(group, needs, broken)).sort(byName);
}

function isAlike(a: Term, b: Term): boolean {
  return a.entry.document === b.entry.document && a.environment === b.environment && a.product === b.product;
}

function groupOf(term: Term, file: LicenseFile, groups: Map<string, Group>): Group {
  const { environment, product, entry } = term;
  const key = keyOf(file, entry.document, environment, product);
  const group = getOrAdd(
    groups,
    key,
    (): Group => ({
      environment,
      product,
      terms: [],
      files: new Set(),
      documents: new Set(),
    }),
  );
  group.files.add(file);
  group.documents.add(entry.document);
  return group;
}

/** Terms without a product form one unnamed product of their document, which is a file of its own in effect. */
function keyOf(
  file: LicenseFile,
  document: LicenseDocument,
  environment: string | undefined,
  product: string | undefined,
): string {
  const names = [environment === undefined, environment?.toLowerCase(), product === undefined, product?.toLowerCase()];
  return JSON.stringify(product === undefined ? [...names, file.path, file.documents.indexOf(document)] : names);
}

function coverageOf(group: Group, needs: readonly LicenseDocument[], broken: readonly BrokenEntry[]): Coverage {
  const { environment, product } = group;
  const terms = group.terms.sort((a, b) => a.from - b.from || a.until - b.until || 0);
  return {
    environment,
    product,
    terms,
    segments: cover(terms, needOf(group, needs)),
    broken: brokenFor(group, broken),
  };
}

function needOf(group: Group, documents: readonly LicenseDocument[]): Need {
  let from: Instant | undefined;
  let until: Instant | undefined;
  const accepted: Need['accepted'][number][] = [];
  for (const document of documents) {
    const { required, acceptedGaps, fields } = document;
    if (required && isFor(group, document, textOf(fields.product))) {
      from = bound(Math.min, from, required.from);
      until = bound(Math.max, until, required.until);
    }
    for (const gap of acceptedGaps) if (isFor(group, document, gap.product)) accepted.push(gap);
  }
  return { from, until, accepted };
}

/**
 * Whether something that a document says holds for a product: for the one it names, where the document speaks of the same environment
 * or of none; where it names none, for all products that the document has itself.
 */
function isFor(group: Group, document: LicenseDocument, named: string | undefined): boolean {
  if (named === undefined) return group.documents.has(document);
  if (named.toLowerCase() !== group.product?.toLowerCase()) return false;
  const environment = textOf(document.fields.environment);
  return environment === undefined || environment.toLowerCase() === group.environment?.toLowerCase();
}

function bound(
  choose: (a: Instant, b: Instant) => Instant,
  a: Instant | undefined,
  b: Instant | undefined,
): Instant | undefined {
  return a === undefined || b === undefined ? (a ?? b) : choose(a, b);
}

/** Entries that might have been of this product: those that say so, and in its own files those that say nothing readable. */
function brokenFor({ environment, product, files }: Group, broken: readonly BrokenEntry[]): number {
  if (broken.length === 0) return 0;
  const own = new Set([...files].flatMap(file => file.broken));
  const isSame = (entry: BrokenEntry): boolean =>
    entry.product?.toLowerCase() === product?.toLowerCase() &&
    entry.environment?.toLowerCase() === environment?.toLowerCase();
  return broken.filter(entry =>
    entry.unreadable ? own.has(entry) : isSame(entry) && (product !== undefined || own.has(entry)),
  ).length;
}

function byName(a: Coverage, b: Coverage): number {
  return compareNames(a.environment, b.environment) || compareNames(a.product, b.product);
}

function compareNames(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  return b === undefined || a > b ? 1 : -1;
}
