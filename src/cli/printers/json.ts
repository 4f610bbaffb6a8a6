// `--format json`: the report as one object for programs.
import { msPerHour } from '../../core/calendar';
import { gapsOf } from '../../core/coverage';
import type { Coverage, Finding, Gap, Instant, Segment, Term } from '../../core/model';
import { placesOf } from '../../core/places';
import type { Printer } from '../printers';

export const json: Printer = {
  format: 'json',
  print: report => {
    const place = placesOf();
    const object = {
      at: instant(report.at),
      files: report.files.map(({ path, format, terms }) => ({ path, format, terms: terms.length })),
      products: report.products.map(coverage => productOf(coverage, place)),
      findings: report.findings.map(finding => findingOf(finding, place)),
    };
    return `${JSON.stringify(object, null, 2)}\n`;
  },
};

type Place = ReturnType<typeof placesOf>;

function productOf(coverage: Coverage, place: Place): object {
  const { environment, product, pool, terms, required, segments } = coverage;
  return {
    environment: environment ?? null,
    product: product ?? null,
    ...(pool !== undefined && { pool }),
    profile: (terms[0] ?? required[0]!.document).rule.profile,
    terms: inPlace(terms).map(term => termOf(term, place)),
    gaps: stretches(gapsOf(coverage)).map(gapOf),
    seats: seatSteps(segments),
  };
}

/** By file and position. */
function inPlace(terms: readonly Term[]): readonly Term[] {
  const pathOf = ({ file: { path } }: Term): string => path;
  return [...terms].sort((a, b) =>
    pathOf(a) === pathOf(b) ? a.entry.node.start - b.entry.node.start : pathOf(a) < pathOf(b) ? -1 : 1,
  );
}

/** Gaps are cut only where their state changes, not where another license waits for its key. */
function stretches(gaps: readonly Gap[]): readonly Pick<Gap, 'from' | 'until' | 'state'>[] {
  const joined: { from: Instant; until: Instant; state: Gap['state'] }[] = [];
  for (const { from, until, state } of gaps) {
    const last = joined.at(-1);
    if (last && last.state === state && last.until === from) last.until = until;
    else joined.push({ from, until, state });
  }
  return joined;
}

function termOf(term: Term, place: Place): object {
  return {
    file: term.file.path,
    line: place(term.file, term.entry.node.start).line,
    id: term.id ?? null,
    kind: term.kind ?? null,
    seats: seatsOf(term.seats),
    state: term.state,
    from: instant(term.from),
    until: instant(term.until),
  };
}

function gapOf({ from, until, state }: Pick<Gap, 'from' | 'until' | 'state'>): object {
  return {
    from: instant(from),
    until: instant(until),
    hours: Number.isFinite(until - from) ? (until - from) / msPerHour : null,
    state,
  };
}

/** Segments with the same number of seats are one step, whatever else changes between them. */
function seatSteps(segments: readonly Segment[]): object[] {
  const steps: { from: Instant; until: Instant; seats: number | undefined }[] = [];
  for (const segment of segments) {
    const { from, until } = segment;
    const seats = segment.state === 'covered' ? segment.seats : 0;
    const last = steps.at(-1);
    if (last && last.seats === seats && last.until === from) last.until = until;
    else steps.push({ from, until, seats });
  }
  return steps.map(({ from, until, seats }) => ({ from: instant(from), until: instant(until), seats: seatsOf(seats) }));
}

function findingOf({ rule, severity, message, file, span }: Finding, place: Place): object {
  const start = place(file, span.start);
  const end = place(file, span.end);
  return { rule, severity, message, file: file.path, ...start, endLine: end.line, endColumn: end.column };
}

function seatsOf(seats: number | undefined): number | 'unlimited' | null {
  return seats === Infinity ? 'unlimited' : (seats ?? null);
}

/** ISO 8601 with milliseconds; `null` where there is no bound. */
function instant(at: Instant): string | null {
  return Number.isFinite(at) ? new Date(at).toISOString() : null;
}
