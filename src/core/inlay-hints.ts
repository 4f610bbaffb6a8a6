// What is said behind the dates of a license file: how long a gap is or a license still goes, and the instant that the date stands for.
import { readDate } from './dates';
import { scalarOf } from './formats/records';
import type { Finding, Gap, Instant, LicenseFile, Report, SourceFile, Term } from './model';
import { valueSpan } from './rules/gaps';
import { contentSpan } from './text';
import type { Scalar, Span } from './tree';
import { moment } from './words';
import * as words from './words/inlay-hints';

export interface InlayHint {
  /** An offset: behind the date. */
  readonly at: number;
  readonly label: string;
  /** Why it is there. */
  readonly finding: Finding;
  /** The other side of a gap. */
  readonly leadsTo: { readonly file: SourceFile; readonly span: Span } | undefined;
}

type DateField = 'starts' | 'expires';

/** Something to be said behind a date. */
interface Remark {
  readonly term: Term;
  readonly field: DateField;
  readonly finding: Finding;
  /** Asked only where the date is in the part that is looked at: there may be thousands. */
  readonly say: () => string;
  /** The license on the other side of a gap. */
  readonly other?: Term | undefined;
}

/**
 * The hints that stand between two offsets of a file, in the order of the text; behind one date stands one. Dates of which nothing is
 * to be said have none.
 */
export function inlayHintsIn(report: Report, file: LicenseFile, part: Span): readonly InlayHint[] {
  const hints = new Map<number, InlayHint>();
  for (const remark of remarksIn(report, file, part)) {
    const hint = hintOf(remark, file, part);
    if (hint && hint.label !== '' && !hints.has(hint.at)) hints.set(hint.at, hint);
  }
  return [...hints.values()].sort((a, b) => a.at - b.at);
}

function* remarksIn(report: Report, file: LicenseFile, part: Span): Generator<Remark, undefined, undefined> {
  const dates = new Lookup(file, part);
  for (const finding of report.findings) {
    const { subject } = finding;
    if (subject?.kind === 'gap') {
      if (subject.gap.until > report.at) yield* remarksOn(subject.gap, finding);
    } else if (subject?.kind === 'ending') {
      const { ending } = subject;
      yield { term: ending.last, field: 'expires', finding, say: () => words.ending(ending, report.at) };
    } else if (finding.severity !== 'hint' && finding.file.path === file.path) {
      const found = dates.dateAt(finding.span);
      if (found) yield { ...found, finding, say: () => '' };
    }
  }
}

function* remarksOn({ before, after, pending, state, from, until }: Gap, finding: Finding): Generator<Remark> {
  const say = (): string => words.gap(state, until - from);
  if (pending) {
    yield { term: pending, field: 'expires', finding, say };
    return;
  }
  if (before) yield { term: before, field: 'expires', finding, say, other: after };
  if (after) yield { term: after, field: 'starts', finding, say, other: before };
}

function hintOf(
  { term, field, finding, say, other }: Remark,
  { path }: LicenseFile,
  part: Span,
): InlayHint | undefined {
  const { node, fields } = term.entry;
  if (node.start > part.end || node.end < part.start || term.file.path !== path) return undefined;
  const scalar = scalarOf(fields[field]);
  if (!scalar || scalar.end === scalar.start) return undefined;
  const at = behind(scalar, term);
  if (at < part.start || at > part.end) return undefined;
  const otherField = field === 'starts' ? 'expires' : 'starts';
  const leadsTo = other && { file: other.file, span: valueSpan(other, otherField) };
  return { at, label: labelOf(term, field, scalar, say()), finding, leadsTo };
}

/** Finds dates by their places in a part of a file, which is looked through once. */
class Lookup {
  readonly #file: LicenseFile;
  readonly #part: Span;
  #dates: Map<number, { readonly term: Term; readonly field: DateField }> | undefined;

  constructor(file: LicenseFile, part: Span) {
    this.#file = file;
    this.#part = part;
  }

  dateAt(span: Span): { readonly term: Term; readonly field: DateField } | undefined {
    if (span.start > this.#part.end || span.end < this.#part.start) return undefined;
    this.#dates ??= this.#collect();
    return this.#dates.get(span.start);
  }

  #collect(): Map<number, { readonly term: Term; readonly field: DateField }> {
    const dates = new Map<number, { readonly term: Term; readonly field: DateField }>();
    for (const term of this.#file.terms) {
      const { start, end } = term.entry.node;
      if (start > this.#part.end || end < this.#part.start) continue;
      for (const field of ['starts', 'expires'] as const)
        if (scalarOf(term.entry.fields[field])) dates.set(valueSpan(term, field).start, { term, field });
    }
    return dates;
  }
}

/** Behind a date and its quote; of one that stands in something longer, such as a token, behind the whole entry. */
function behind(scalar: Scalar, { file: { text }, entry: { node } }: Term): number {
  const next = text.charAt(scalar.end);
  if (/["'”]/.test(next)) return scalar.end + 1;
  return /[\p{L}\d]/u.test(next) ? node.end : scalar.end;
}

/** A remark, and the instant that the date stands for if it does not say so itself. */
function labelOf(term: Term, field: DateField, scalar: Scalar, remark: string): string {
  const { rule, supersededBy, entry } = term;
  const instant: Instant = field === 'starts' ? term.from : term.until;
  // What the file itself shows: of a token that is not what the reader found in it.
  const { start, end } = contentSpan(scalar);
  const date = readDate(term.file.text.slice(start, end), entry.document.dateFormats);
  // What ends earlier, because another line takes its place, does not end at its date.
  const isSaid = date.kind === 'instant' || !Number.isFinite(instant) || (field === 'expires' && supersededBy);
  return isSaid ? remark : words.withInstant(remark, moment(rule, instant), rule.zone);
}
