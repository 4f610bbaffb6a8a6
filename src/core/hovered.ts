// What of a file a person points at: a gap, a license or a value of one, a bound of what is required or accepted.
import { fieldsOf, scalarOf } from './formats/records';
import { getOrAdd } from './maps';
import type {
  AcceptedGap,
  Coverage,
  FieldName,
  Fields,
  Finding,
  Gap,
  Instant,
  LicenseDocument,
  LicenseFile,
  Report,
  Requirement,
  Subject,
  Term,
} from './model';
import { once } from './once';
import { type SpanIndex, spanIndex } from './span-index';
import type { MapNode, Pair, Span } from './tree';
import type { Part } from './words/hover';

/** `span`: what is pointed at as a whole. */
export type Hovered = { readonly span: Span } & (
  | { readonly kind: 'term'; readonly term: Term; readonly coverage: Coverage; readonly value: Value | undefined }
  | { readonly kind: 'products'; readonly coverages: readonly Coverage[] }
  | { readonly kind: 'required'; readonly requirement: Requirement; readonly part: Part }
  | { readonly kind: 'accepted'; readonly acceptance: AcceptedGap; readonly part: Part }
);

/** Which of a license's values. */
export type Value = 'starts' | 'expires' | 'seats' | 'product';

/** The first gap that a finding at an offset of a file tells of, and where the finding stands. */
export function gapFindingAt(
  report: Report,
  { path }: LicenseFile,
  offset: number,
): { readonly coverage: Coverage; readonly gap: Gap; readonly span: Span } | undefined {
  const found = gapFindings(report).get(path)?.at(offset)[0];
  return found && { coverage: found.subject.coverage, gap: found.subject.gap, span: found.span };
}

type GapFinding = Finding & { readonly subject: Extract<Subject, { readonly kind: 'gap' }> };

/** `at`: now. */
export function hoveredAt(report: Report, file: LicenseFile, offset: number, at: Instant): Hovered | undefined {
  const term = termAt(file, offset, at);
  if (term) {
    const coverage = rowOf(report, term);
    if (!coverage) return undefined;
    const value = valueAt(term, offset);
    return { kind: 'term', term, coverage, value, span: value ? pairOf(term, value)!.value : term.entry.node };
  }
  const document = file.documents.find(({ root }) => holds(root, offset));
  return document && inDocument(report, document, offset);
}

/** An older version's row has the licenses of newer ones too: of several, a license's own is above none that has it. */
export function rowOf(report: Report, term: Term): Coverage | undefined {
  const rows = rowsNamed(report, term.product).filter(({ terms }) => terms.includes(term));
  return rows.find(row => !rows.some(({ older }) => older === row));
}

/** Parts of one license stand at one place; then the one that runs now, else the next, else the last. */
function termAt(file: LicenseFile, offset: number, at: Instant): Term | undefined {
  const found = termIndex(file).at(offset);
  const length = ({ entry: { node } }: Term): number => node.end - node.start;
  const least = found.reduce((shortest, term) => Math.min(shortest, length(term)), Infinity);
  const here = found.filter(term => length(term) === least).sort((a, b) => a.from - b.from || 0);
  return here.find(({ until }) => until > at) ?? here.at(-1);
}

function valueAt(term: Term, offset: number): Value | undefined {
  const here = values.filter(field => {
    const pair = pairOf(term, field);
    return pair !== undefined && isWritten(pair) && holds(pair.value, offset);
  });
  // Of a token that says all at once no part can be pointed at.
  return here.length === 1 ? here[0] : undefined;
}

const values = ['starts', 'expires', 'seats', 'product'] as const;

function pairOf({ entry: { fields } }: Term, field: Value): Pair | undefined {
  return fields[field] ?? (field === 'product' ? fields.name : undefined);
}

function isWritten({ value }: Pair): boolean {
  return value.kind === 'scalar' && value.end > value.start;
}

function inDocument(report: Report, document: LicenseDocument, offset: number): Hovered | undefined {
  const { fields, required, acceptedGaps } = document;
  const product = fields.product ?? fields.name;
  if (product && isWritten(product) && holds(product.value, offset)) {
    const coverages = rowsOfDocument(report, document, scalarOf(product)!.text.trim());
    return coverages.length === 0 ? undefined : { kind: 'products', coverages, span: product.value };
  }
  if (required && holdsPair(fields.required!, offset)) {
    const { part, span } = partAt(fields.required!, document, offset);
    return { kind: 'required', requirement: required, part, span };
  }
  const acceptance = acceptedGaps.find(({ node }) => holds(node, offset));
  if (!acceptance) return undefined;
  const { part, span } = partIn(acceptance.node, document, offset);
  return { kind: 'accepted', acceptance, part, span };
}

/** The rows that a document's default product stands for: those that it has a license of, or asks for. */
function rowsOfDocument(report: Report, document: LicenseDocument, product: string): readonly Coverage[] {
  return rowsNamed(report, product).filter(
    ({ terms, required }) =>
      terms.some(({ entry }) => entry.document === document) || required.some(each => each.document === document),
  );
}

interface PartAt {
  readonly part: Part;
  readonly span: Span;
}

function partAt({ key, value }: Pair, document: LicenseDocument, offset: number): PartAt {
  const whole: PartAt = { part: 'all', span: { start: key.start, end: Math.max(key.end, value.end) } };
  if (value.kind !== 'map' || holds(key, offset)) return { ...whole, span: holds(key, offset) ? key : whole.span };
  const within = partIn(value, document, offset);
  return within.part === 'all' ? whole : within;
}

function partIn(node: MapNode, { vocabulary }: LicenseDocument, offset: number): PartAt {
  const fields = fieldsOf(node, vocabulary, [], false);
  const found = parts.find(([field]) => {
    const pair: Pair | undefined = (fields as Fields)[field];
    return pair !== undefined && isWritten(pair) && holds(pair.value, offset);
  });
  return found ? { part: found[1], span: fields[found[0]]!.value } : { part: 'all', span: node };
}

const parts = [
  ['starts', 'from'],
  ['expires', 'until'],
  ['seats', 'seats'],
  ['reviewBy', 'review'],
] as const satisfies readonly (readonly [FieldName, Part])[];

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

function holdsPair({ key, value }: Pair, offset: number): boolean {
  return holds(key, offset) || holds(value, offset);
}

function rowsNamed(report: Report, product: string | undefined): readonly Coverage[] {
  return namedRows(report).get(product?.toLowerCase()) ?? [];
}

// A report and what it holds never change, and a hover asks about the same ones again and again.

const termIndex = once((file: LicenseFile) => spanIndex(file.terms, ({ entry }) => entry.node));

const namedRows = once((report: Report) => {
  const rows = new Map<string | undefined, Coverage[]>();
  for (const row of report.products) getOrAdd(rows, row.product?.toLowerCase(), () => []).push(row);
  return rows;
});

const gapFindings = once((report: Report): ReadonlyMap<string, SpanIndex<GapFinding>> => {
  const byPath = new Map<string, GapFinding[]>();
  for (const finding of report.findings)
    if (finding.subject?.kind === 'gap') getOrAdd(byPath, finding.file.path, () => []).push(finding as GapFinding);
  return new Map([...byPath].map(([path, findings]) => [path, spanIndex(findings, ({ span }) => span)]));
});
