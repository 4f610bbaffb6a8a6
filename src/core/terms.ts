// Turns the entries of a document into terms: what is written becomes a stretch of time, once and for all.
import { isoDay, msPerDay } from './calendar';
import { instantIn, readDate, type WrittenDate } from './dates';
import { dayRulesOf, productOf, type ZonedRule } from './day-rules';
import { headOf, isPlaceholder } from './entries';
import { reportDuplicates, reportStray } from './field-problems';
import { entryFieldsOf, type Records, scalarOf, textOf } from './formats/records';
import type { BrokenEntry, Entry, Instant, LicenseDocument, Problem, Term } from './model';
import { acceptedGapsOf, requirementOf } from './requirements';
import type { Settings } from './settings';
import { contentSpan } from './text';
import type { Pair, Scalar, Span } from './tree';
import * as words from './words';

/** What has been read of a file so far; reading a document adds to it. */
export interface Reading {
  readonly documents: LicenseDocument[];
  readonly terms: Term[];
  readonly broken: BrokenEntry[];
  readonly problems: Problem[];
  /** Whether the text is broken inside an entry; asked of each once, in the order of the text. */
  readonly isTorn: (entry: Span) => boolean;
}

export function readDocument(records: Records, settings: Settings, reading: Reading): void {
  const { problems } = reading;
  const ruleFor = dayRulesOf(records.fields, settings, problems);
  const entries: Entry[] = [];
  const { zone } = ruleFor(records.fields, textOf(records.fields.product));
  const document: LicenseDocument = {
    file: records.file,
    format: records.format,
    root: records.root,
    fields: records.fields,
    list: records.list,
    entries,
    required: requirementOf(records.fields, zone, problems),
    acceptedGaps: acceptedGapsOf(records.fields, zone, problems),
  };
  reading.documents.push(document);
  for (const node of records.nodes) {
    const fields = entryFieldsOf(node, records.strays);
    const entry: Entry = { document, node, fields };
    entries.push(entry);
    const product = productOf(fields, records.fields);
    readTerm(entry, product, ruleFor(fields, product), reading);
  }
  for (const stray of records.strays) reportStray(stray, problems);
  reportDuplicates(document, problems);
}

/** One end of a term: an instant, and where the expiry day is unstated, the end of that day. */
interface Bound {
  readonly at: Instant;
  readonly possibly?: Instant | undefined;
}

const open: Bound = { at: Number.NaN };

function readTerm(entry: Entry, product: string | undefined, zoned: ZonedRule, reading: Reading): void {
  const { fields, document } = entry;
  const { problems, terms } = reading;
  const environment = textOf(fields.environment) ?? textOf(document.fields.environment);
  const kind = textOf(fields.kind)?.toLowerCase();
  const breaks = (problem: Problem): undefined => {
    problems.push(problem);
    reading.broken.push({ environment, product, unreadable: false });
  };

  if (reading.isTorn(entry.node) && (isUnwritten(fields.starts) || isUnwritten(fields.expires))) {
    // What is missing may stand in the broken part: `"expires": }` is no license without an end.
    reading.broken.push({ environment, product, unreadable: false });
    return;
  }
  const from = boundOf(fields.starts, zoned, false, breaks);
  if (!from) return;
  const until = boundOf(fields.expires, zoned, true, breaks);
  if (!until) return;
  if (isUnsaid(fields.starts) && isUnsaid(fields.expires) && kind !== 'perpetual') {
    breaks({
      rule: 'missing-field',
      span: headOf(entry),
      message: words.noDates(words.licenseName(textOf(fields.id), product, true)),
    });
    return;
  }
  const term: Term = {
    entry,
    file: document.file,
    environment,
    // Neighbors mostly are of one product, whose name then is kept once.
    product: terms.at(-1)?.product === product ? terms.at(-1)?.product : product,
    id: textOf(fields.id),
    kind,
    seats: seatsOf(fields.seats, problems),
    state: isPlaceholder(fields.key) ? 'pending' : 'active',
    from: Number.isNaN(from.at) ? -Infinity : from.at,
    until: Number.isNaN(until.at) ? Infinity : until.at,
    possibleUntil: until.possibly,
    rule: zoned.rule,
  };
  if ((term.possibleUntil ?? term.until) <= term.from) {
    breaks(reversed(term, zoned));
    return;
  }
  terms.push(term);
}

/** Absent, or a key with not even `null` behind it. */
function isUnwritten(pair: Pair | undefined): boolean {
  return !pair || scalarOf(pair)?.text === '';
}

/** Absent, or a key with nothing behind it: of a single one that is an open end, of both nobody can have meant all time. */
function isUnsaid(pair: Pair | undefined): boolean {
  return !pair || scalarOf(pair)?.type === 'null';
}

function boundOf(
  pair: Pair | undefined,
  { rule, zone }: ZonedRule,
  isEnd: boolean,
  breaks: (problem: Problem) => undefined,
): Bound | undefined {
  const scalar = scalarOf(pair);
  if (!scalar) {
    if (!pair) return open;
    return breaks({ rule: 'invalid-date', span: pair.value, message: words.notADate(pair.key.text) });
  }
  if (scalar.type === 'null' || isNever(scalar.text)) return open;
  const date = readDate(scalar.text);
  if (date.kind === 'wrong') return breaks(wrongDate(scalar, date));
  if (date.kind !== 'day' || !isEnd) return { at: instantIn(zone, date) };
  const dayBegins = zone.instantOf(date.day * msPerDay);
  if (rule.expiryDay === 'uncovered') return { at: dayBegins };
  const dayEnds = zone.instantOf((date.day + 1) * msPerDay);
  if (rule.expiryDay === 'covered') return { at: dayEnds };
  return { at: dayBegins, possibly: dayEnds > dayBegins ? dayEnds : undefined };
}

function isNever(text: string): boolean {
  // Dates begin with a digit, and there are thousands of them.
  const first = text.charCodeAt(0);
  if (first >= 48 && first <= 57) return false;
  return /^\s*(never|perpetual|null)?\s*$/i.test(text);
}

function wrongDate(scalar: Scalar, date: WrittenDate & { kind: 'wrong' }): Problem {
  const problem = {
    rule: date.why === 'ambiguous' ? ('ambiguous-date' as const) : ('invalid-date' as const),
    span: contentSpan(scalar),
    message: words.wrongDate(date.why, scalar.text, date.choices),
  };
  if (date.choices.length === 0) return problem;
  return { ...problem, subject: { kind: 'replace', span: problem.span, choices: date.choices } };
}

/** A term that ends before it begins, or on the same day where that day does not count: it covers nothing. */
function reversed(term: Term, { zone }: ZonedRule): Problem {
  const { starts, expires } = term.entry.fields;
  const first = scalarOf(starts)!;
  const second = scalarOf(expires)!;
  const span = contentSpan(second);
  const name = words.licenseName(term.id, term.product, true);
  if (first.text.trim() === second.text.trim()) {
    const date = readDate(second.text);
    const next = date.kind === 'day' ? [isoDay(date.day + 1)] : [];
    const message = words.emptyTerm(name, term.rule);
    return {
      rule: 'reversed-term',
      span,
      message,
      ...(next.length > 0 && { subject: { kind: 'replace', span, choices: next } }),
    };
  }
  return {
    rule: 'reversed-term',
    span,
    message: words.reversedTerm(
      name,
      first.text,
      second.text,
      term.from === term.until ? term.rule : undefined,
      zone.name,
    ),
    related: [{ file: term.file, span: contentSpan(first), message: words.startsHere(name) }],
    subject: { kind: 'swap', first: contentSpan(first), second: span },
  };
}

function seatsOf(pair: Pair | undefined, problems: Problem[]): number | undefined {
  const text = textOf(pair);
  if (text === undefined) return undefined;
  const seats = Number(text.includes('_') ? text.replaceAll('_', '') : text);
  if (Number.isSafeInteger(seats) && seats >= 0) return seats;
  if (text.toLowerCase() === 'unlimited') return Infinity;
  problems.push({ rule: 'unknown-field', span: contentSpan(scalarOf(pair)!), message: words.unknownSeats(text) });
  return undefined;
}
