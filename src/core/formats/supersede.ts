// SUPERSEDE: a license that makes those of the same or of named features void that were issued before it.
// Source: Revenera, "Using the SUPERSEDE and SUPERSEDE_SIGN Keywords".
import { type Day, msPerDay } from '../calendar';
import { headOf } from '../entries';
import { getOrAdd } from '../maps';
import type { Pool, Term } from '../model';
import { firstIndex } from '../search';
import { utc, zoneNamed } from '../time';
import type { Span } from '../tree';
import * as words from '../words/vendor-files';
import { familiesOf, replaceTerms } from './families';
import type { OtherLine } from './line-file';
import { type LineDialect, LineReader } from './line-reader';
import { readNamedMonth } from './named-month';
import type { VendorReading } from './vendor';

/** A line that makes others void. */
interface Voiding {
  readonly issued: Day;
  /** Its date as written. */
  readonly date: string;
  readonly keyword: Span;
}

/**
 * Ends licenses on the day on which the line was issued that takes their place. Whether a line that has not started yet voids others
 * already is documented nowhere; that it does is the worse of the two, since it may leave nothing in force until then.
 */
export function voidSuperseded(lines: readonly OtherLine[], dialect: LineDialect, reading: VendorReading): void {
  if (lines.length === 0) return;
  const { terms, text } = reading;
  const familyOf = familiesOf(terms);
  const voidings = new Map<readonly number[], Voiding[]>();
  for (const line of lines) {
    const reader = readerAt(text, dialect, line);
    const date = issueDateOf(reader);
    if (!date) continue;
    const voiding = { issued: date.day, date: text.slice(date.start, date.end), keyword: reader.head };
    for (const family of new Set(namesOf(reader).map(familyOf))) getOrAdd(voidings, family, () => []).push(voiding);
  }
  const changed = new Map<number, Term | undefined>();
  for (const [family, candidates] of voidings) {
    candidates.sort((a, b) => a.issued - b.issued);
    for (const index of family) {
      const term = terms[index]!;
      const voiding = firstAfter(issueDateOf(readerAt(text, dialect, term.entry.node))?.day, candidates);
      if (voiding) voidTerm(index, term, voiding, changed, reading);
    }
  }
  replaceTerms(terms, changed);
}

function voidTerm(
  index: number,
  term: Term,
  { issued, date, keyword }: Voiding,
  changed: Map<number, Term | undefined>,
  { problems, document: { file } }: VendorReading,
): void {
  const until = (zoneNamed(term.rule.zone) ?? utc).instantOf(issued * msPerDay);
  if (until >= (term.possibleUntil ?? term.until)) return;
  const isWhole = until <= term.from;
  changed.set(index, isWhole ? undefined : { ...term, until, possibleUntil: undefined, supersededBy: keyword });
  problems.push({
    rule: 'ignored-line',
    // That an old line is void is as its vendor means it; it is worth a look where the line did not even begin.
    ...(!isWhole && { severity: 'information' }),
    span: headOf(term.entry),
    message: words.superseded(date),
    related: [{ file, span: keyword, message: words.supersedingLine }],
  });
}

/** The earliest line that was issued later, of some in the order of issue; what has no date was issued nobody knows when. */
function firstAfter(issued: Day | undefined, voidings: readonly Voiding[]): Voiding | undefined {
  return issued === undefined ? undefined : voidings[firstIndex(voidings, voiding => voiding.issued > issued)];
}

function readerAt(text: string, dialect: LineDialect, { start }: Span): LineReader {
  const reader = new LineReader(text, dialect, start);
  reader.next();
  return reader;
}

/** Where and when a line says that it was issued, else that it starts. */
function issueDateOf(reader: LineReader): (Span & { readonly day: Day }) | undefined {
  for (const name of ['ISSUED', 'START']) {
    const index = reader.attribute(name);
    if (index < 0) continue;
    const span = reader.valueSpan(index);
    const day = readNamedMonth(reader.text, span.start, span.end);
    if (typeof day === 'number' && Number.isFinite(day)) return { ...span, day };
  }
  return undefined;
}

/** The features that a line takes the place of: those it names, else its own. */
function namesOf(reader: LineReader): readonly Pick<Pool, 'product' | 'vendor'>[] {
  const vendor = reader.word(1);
  const named = reader.value(reader.attribute('SUPERSEDE'))?.split(/\s+/).filter(Boolean);
  return (named && named.length > 0 ? named : [reader.word(0)]).map(product => ({ product, vendor }));
}
