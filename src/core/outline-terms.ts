// The outline of a license file as it was read: its products and their licenses, without their keys.
import { readDate } from './dates';
import { headOf } from './entries';
import { scalarOf, textOf } from './formats/records';
import type { Entry, LicenseFile, Term } from './model';
import { type OutlineItem, outlineLimit } from './outline';
import type { Steps } from './steps';
import { contentSpan, shown } from './text';
import type { Span } from './tree';
import { moment, productName } from './words';
import * as words from './words/outline';

/** One license, and what it may be called. */
interface Listed extends Span {
  readonly id: string | undefined;
  readonly product: string | undefined;
  readonly environment: string | undefined;
  readonly dates: string | undefined;
  readonly facts: readonly string[];
  readonly selection: Span;
  /** Which of the file's documents it stands in. */
  readonly document: number;
}

/** How many licenses are looked at in one step. */
const stepLength = 100;

/**
 * Licenses under their products, where each product's stand together; where they are mixed, one after another. No more than
 * {@link outlineLimit} of them.
 */
export function* outlineOfTerms(file: LicenseFile): Steps<readonly OutlineItem[]> {
  const listed: Listed[] = [];
  for (const { entry, term, document } of entriesIn(file)) {
    if (listed.length === outlineLimit) return [...grouped(listed), restFrom(entry, file)];
    const item = itemOf(entry, term, document, file);
    // An outline is a tree of places: one in another or behind a later one has none in it.
    if (item && item.start >= (listed.at(-1)?.end ?? 0)) listed.push(item);
    if (listed.length % stepLength === 0) yield;
  }
  return grouped(listed);
}

interface Found {
  readonly entry: Entry;
  /** Absent: the entry could not be read. */
  readonly term: Term | undefined;
  readonly document: number;
}

/** What the reader took for entries; vendors' files have terms alone. */
function* entriesIn({ documents, terms }: LicenseFile): Generator<Found, undefined, undefined> {
  const termOf = new Map(terms.map(term => [term.entry, term]));
  for (const [document, { entries, home }] of documents.entries()) {
    if (home) for (const [entry, term] of termOf) yield { entry, term, document };
    else for (const entry of entries) yield { entry, term: termOf.get(entry), document };
  }
}

function itemOf(entry: Entry, term: Term | undefined, document: number, { text }: LicenseFile): Listed | undefined {
  const { start, end } = entry.node;
  if (!(start < end && end <= text.length)) return undefined;
  const { fields } = entry.document;
  const product = term?.product ?? textOf(entry.fields.product) ?? textOf(fields.product);
  const environment = term?.environment ?? textOf(entry.fields.environment) ?? textOf(fields.environment);
  const id = idOf(entry);
  return {
    ...{ start, end, selection: within(id?.span ?? headOf(entry), entry.node) },
    id: id && said(id.name),
    product: said(product),
    environment: said(environment),
    dates: term && words.dates(dateSaid(term, 'starts'), dateSaid(term, 'expires')),
    facts: term ? words.facts(term.seats, said(term.kind), term.state === 'pending') : [words.noTerm()],
    document,
  };
}

function said(text: string | undefined): string | undefined {
  const safe = text === undefined ? '' : shown(text).trim();
  return safe === '' ? undefined : safe;
}

/** Of native entries alone, since vendors' ids may be anything. */
function idOf({ fields, document }: Entry): { readonly name: string; readonly span: Span } | undefined {
  const scalar = document.home ? undefined : scalarOf(fields.id);
  if (!scalar || scalar.text.trim() === '') return undefined;
  return { name: scalar.text, span: contentSpan(scalar) };
}

/** What is merged into an entry stands elsewhere. */
function within({ start, end }: Span, whole: Span): Span {
  const isInside = whole.start <= start && end <= whole.end;
  return isInside ? { start, end } : { start: whole.start, end: whole.start };
}

/** A date as the file writes it; where it writes none that people read, the instant that it means. */
function dateSaid(term: Term, field: 'starts' | 'expires'): string | undefined {
  const instant = field === 'starts' ? term.from : term.until;
  if (!Number.isFinite(instant)) return undefined;
  const { fields, document } = term.entry;
  const text = textOf(fields[field]);
  if (text !== undefined && readDate(text, document.dateFormats).kind !== 'wrong') return shown(text);
  return moment(term.rule, instant);
}

/** Under their products, if none of these comes up again after another. */
function grouped(listed: readonly Listed[]): readonly OutlineItem[] {
  const groups: Listed[][] = [];
  const seen = new Set<string>();
  for (const item of listed) {
    const last = groups.at(-1)?.[0];
    if (last && keyOf(last) === keyOf(item)) groups.at(-1)!.push(item);
    else {
      groups.push([item]);
      seen.add(keyOf(item));
    }
  }
  return groups.length === seen.size ? groups.map(groupOf) : listed.map(alone);
}

function keyOf({ product = '', environment = '', document }: Listed): string {
  return `${document}\n${product.toLowerCase()}\n${environment.toLowerCase()}`;
}

function groupOf(items: readonly Listed[]): OutlineItem {
  const [first] = items as readonly [Listed, ...Listed[]];
  const { start, product, environment = '', selection } = first;
  if (items.length === 1 && first.id === undefined) return alone(first);
  const name = product ?? words.unnamedProduct();
  const children = items.map(item => license(item, item.id ?? item.dates, item.id && item.dates));
  return { kind: 'product', name, detail: environment, start, end: items.at(-1)!.end, selection, children };
}

/** A license that stands under no product, and so says which it is of. */
function alone(item: Listed): OutlineItem {
  const { id, product, environment, dates } = item;
  const name = product === undefined ? undefined : productName(product, environment);
  return id === undefined ? license(item, name ?? dates, name && dates) : license(item, id, name, dates);
}

function license(
  { facts, start, end, selection }: Listed,
  name: string | undefined,
  ...more: readonly (string | undefined)[]
): OutlineItem {
  const detail = words.listed([...more, ...facts]);
  return { kind: 'license', name: name ?? words.unnamedLicense(), detail, start, end, selection, children: [] };
}

function restFrom({ node: { start } }: Entry, { text }: LicenseFile): OutlineItem {
  const selection = { start, end: start };
  return { kind: 'rest', name: words.restNotListed(), detail: '', start, end: text.length, selection, children: [] };
}
