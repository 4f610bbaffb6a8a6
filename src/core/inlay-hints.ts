// What is said behind the dates of a license file: how long a gap is or a license still goes, and the instant that the date stands for.
import { readDate } from './dates';
import { scalarOf } from './formats/records';
import type { Finding, Instant, LicenseFile, Report, SourceFile, Term } from './model';
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

/**
 * The hints that stand between two offsets of a file, in the order of the text; behind one date stands one. Dates of which nothing is
 * to be said have none.
 */
export function inlayHintsIn(report: Report, file: LicenseFile, { start, end }: Span): readonly InlayHint[] {
  const hints = new Map<number, InlayHint>();
  const add = (term: Term, field: DateField, remark: string, finding: Finding, other?: Term): void => {
    const scalar = term.file.path === file.path ? scalarOf(term.entry.fields[field]) : undefined;
    if (!scalar || scalar.end === scalar.start) return;
    const at = behind(scalar, term);
    if (at < start || at > end || hints.has(at)) return;
    const label = labelOf(term, field, scalar, remark);
    const otherField = field === 'starts' ? 'expires' : 'starts';
    const leadsTo = other && { file: other.file, span: valueSpan(other, otherField) };
    if (label !== '') hints.set(at, { at, label, finding, leadsTo });
  };
  const terms = new Lookup(file, { start, end });
  for (const finding of report.findings) {
    const { subject } = finding;
    if (subject?.kind === 'gap') {
      const { before, after, pending, state, from, until } = subject.gap;
      if (until <= report.at) continue;
      const remark = words.gap(state, until - from);
      if (pending) add(pending, 'expires', remark, finding);
      else {
        if (before) add(before, 'expires', remark, finding, after);
        if (after) add(after, 'starts', remark, finding, before);
      }
    } else if (subject?.kind === 'ending') {
      add(subject.ending.last, 'expires', words.ending(subject.ending, report.at), finding);
    } else if (finding.severity !== 'hint' && finding.file.path === file.path) {
      const found = terms.dateAt(finding.span);
      if (found) add(found.term, found.field, '', finding);
    }
  }
  return [...hints.values()].sort((a, b) => a.at - b.at);
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
