// Turns the entries of a document into terms: what is written becomes a stretch of time, once and for all.
import { msPerDay } from './calendar';
import { dateProblem } from './date-problems';
import { instantIn, readDate, saysNever, spelledLike } from './dates';
import { dayRulesOf, productOf, type ZonedRule } from './day-rules';
import { headOf, isPlaceholder } from './entries';
import { Repeats, reportDuplicates, reportKind, reportStray } from './field-problems';
import { entryFieldsOf, type Records, scalarOf, textOf } from './formats/records';
import { getOrAdd } from './maps';
import type { AcceptedGap, BrokenEntry, Entry, Instant, LicenseDocument, Problem, Requirement, Term } from './model';
import { acceptedGapsOf, requirementOf } from './requirements';
import { seatsOf } from './seats';
import type { Settings } from './settings';
import { contentSpan } from './text';
import type { Pair, Span } from './tree';
import * as words from './words';
import * as coverageWords from './words/coverage';
import * as writtenWords from './words/written';

/** What has been read of a file so far; reading a document adds to it. */
export interface Reading {
  readonly documents: LicenseDocument[];
  readonly terms: Term[];
  readonly broken: BrokenEntry[];
  readonly problems: Problem[];
  /** Each name of a product and an environment, kept once: thousands of licenses are of one product. */
  readonly names: Map<string, string>;
  /** Whether the text is broken inside an entry; asked of each once, in the order of the text. */
  readonly isTorn: (entry: Span) => boolean;
}

export function readDocument(records: Records, settings: Settings, reading: Reading): void {
  const { problems } = reading;
  const ruleFor = dayRulesOf(records.fields, settings, problems);
  const entries: Entry[] = [];
  const { file, format, root, fields, list, vocabulary } = records;
  const { dateFormats } = settings;
  const acceptedGaps: AcceptedGap[] = [];
  const { rule, zone } = ruleFor(fields, textOf(fields.product));
  const document = {
    file,
    format,
    home: undefined,
    root,
    fields,
    list,
    rule,
    vocabulary,
    dateFormats,
    entries,
    acceptedGaps,
    required: undefined as Requirement | undefined,
  };
  const reader = { vocabulary, zone, problems };
  document.required = requirementOf(document, reader);
  for (const accepted of acceptedGapsOf(document, reader)) acceptedGaps.push(accepted);
  reading.documents.push(document);
  const repeats = new Repeats();
  for (const node of records.nodes) {
    const own = entryFieldsOf(node, vocabulary, records.strays);
    const entry: Entry = { document, node, fields: own };
    entries.push(entry);
    const product = productOf(own, fields);
    readTerm(entry, product, ruleFor(own, product), reading, repeats);
  }
  for (const node of records.unread) {
    problems.push({ rule: 'unknown-field', span: { start: node.start, end: node.end }, message: writtenWords.noEntry });
    reading.broken.push({ environment: undefined, product: undefined, unreadable: true });
  }
  for (const { key } of records.otherLists)
    problems.push({ rule: 'unknown-field', span: contentSpan(key), message: writtenWords.secondList(key.text) });
  for (const stray of records.strays) reportStray(stray, problems);
  reportDuplicates(document, repeats, problems);
}

/** One end of a term: an instant, and where the expiry day is unstated, the end of that day. */
interface Bound {
  readonly at: Instant;
  readonly possibly?: Instant | undefined;
}

const open: Bound = { at: Number.NaN };

function readTerm(
  entry: Entry,
  product: string | undefined,
  zoned: ZonedRule,
  reading: Reading,
  repeats: Repeats,
): void {
  const { fields, document } = entry;
  const { problems, terms } = reading;
  // A field of a packed entry is made anew each time that it is asked for.
  const { starts, expires, key } = fields;
  const id = textOf(fields.id);
  const isPending = isPlaceholder(key);
  repeats.see(id, isPending ? undefined : textOf(key));
  const environment = textOf(fields.environment) ?? textOf(document.fields.environment);
  const kind = textOf(fields.kind)?.toLowerCase();
  if (kind !== undefined) reportKind(fields.kind, kind, problems);
  const breaks = (problem: Problem): undefined => {
    problems.push(problem);
    reading.broken.push({ environment, product, unreadable: false });
  };

  if (reading.isTorn(entry.node) && (isUnwritten(starts) || isUnwritten(expires))) {
    // What is missing may stand in the broken part: `"expires": }` is no license without an end.
    reading.broken.push({ environment, product, unreadable: false });
    return;
  }
  const from = boundOf(starts, entry, zoned, false, breaks);
  if (!from) return;
  const until = boundOf(expires, entry, zoned, true, breaks);
  if (!until) return;
  if (isUnsaid(starts) && isUnsaid(expires) && kind !== 'perpetual') {
    breaks({
      rule: 'missing-field',
      span: headOf(entry),
      message: writtenWords.noDates(words.licenseName(id, product, true)),
    });
    return;
  }
  const begins = Number.isNaN(from.at) ? -Infinity : from.at;
  const ends = Number.isNaN(until.at) ? Infinity : until.at;
  const term: Term = {
    entry,
    file: document.file,
    environment: once(environment, reading),
    product: once(product, reading),
    pool: undefined,
    id,
    kind,
    seats: seatsOf(fields.seats, problems),
    state: isPending ? 'pending' : 'active',
    from: begins,
    // One that begins on its own expiry day, which may not count, surely covers nothing, but no less than that.
    until: until.possibly === undefined ? ends : Math.max(begins, ends),
    possibleUntil: until.possibly,
    rule: zoned.rule,
  };
  if ((term.possibleUntil ?? term.until) <= term.from) {
    problems.push(reversed(term, zoned));
    const later = { entry, file: document.file, at: Math.max(begins, ends), rule: zoned.rule };
    reading.broken.push({ environment, product, unreadable: false, reversed: later });
    return;
  }
  terms.push(term);
}

function once(name: string | undefined, { names }: Reading): string | undefined {
  return name === undefined ? undefined : getOrAdd(names, name, () => name);
}

/** Absent, or a key with not even `null` behind it. */
function isUnwritten(pair: Pair | undefined): boolean {
  return !pair || scalarOf(pair)?.text === '';
}

/** Absent, or a key with nothing behind it: of a single one that is an open end, of both nobody can have meant all time. */
function isUnsaid(pair: Pair | undefined): boolean {
  const scalar = scalarOf(pair);
  return !pair || scalar?.type === 'null' || scalar?.text.trim() === '';
}

function boundOf(
  pair: Pair | undefined,
  { document }: Entry,
  { rule, zone }: ZonedRule,
  isEnd: boolean,
  breaks: (problem: Problem) => undefined,
): Bound | undefined {
  const scalar = scalarOf(pair);
  if (!scalar) {
    if (!pair) return open;
    return breaks({ rule: 'invalid-date', span: pair.value, message: writtenWords.notADate(pair.key.text) });
  }
  if (scalar.type === 'null' || saysNever(scalar.text)) return open;
  const date = readDate(scalar.text, document.dateFormats);
  if (date.kind === 'wrong') return breaks(dateProblem(scalar, date));
  if (date.kind !== 'day' || !isEnd) return { at: instantIn(zone, date) };
  const dayBegins = zone.instantOf(date.day * msPerDay);
  if (rule.expiryDay === 'uncovered') return { at: dayBegins };
  const dayEnds = zone.instantOf((date.day + 1) * msPerDay);
  if (rule.expiryDay === 'covered') return { at: dayEnds };
  return { at: dayBegins, possibly: dayEnds > dayBegins ? dayEnds : undefined };
}

/** A term that ends before it begins, or on the same day where that day does not count: it covers nothing. */
function reversed(term: Term, zoned: ZonedRule): Problem {
  const { zone } = zoned;
  const { starts, expires } = term.entry.fields;
  const first = scalarOf(starts)!;
  const second = scalarOf(expires)!;
  const span = contentSpan(second);
  const name = words.licenseName(term.id, term.product, true);
  const { dateFormats } = term.entry.document;
  const date = readDate(second.text, dateFormats);
  if (first.text.trim() === second.text.trim() && date.kind === 'day') {
    const next = [spelledLike(second.text, date.day + 1, dateFormats)];
    const message = writtenWords.emptyTerm(name, term.rule);
    return {
      rule: 'reversed-term',
      span,
      message,
      subject: { kind: 'replace', span, choices: next },
    };
  }
  return {
    rule: 'reversed-term',
    span,
    message: writtenWords.reversedTerm(
      name,
      first.text,
      second.text,
      term.from === term.until ? term.rule : undefined,
      zone.name,
    ),
    related: [{ file: term.file, span: contentSpan(first), message: coverageWords.startsHere(name) }],
    // Two spellings of one instant are no longer apart the other way round.
    ...(coversExchanged(term, zoned) && { subject: { kind: 'swap', first: contentSpan(first), second: span } }),
  };
}

/** Whether a term would cover something if its dates were exchanged; both can be read. */
function coversExchanged({ entry }: Term, zoned: ZonedRule): boolean {
  const { starts, expires } = entry.fields;
  const from = boundOf(expires, entry, zoned, false, () => undefined);
  const until = boundOf(starts, entry, zoned, true, () => undefined);
  return from !== undefined && until !== undefined && from.at < (until.possibly ?? until.at);
}
