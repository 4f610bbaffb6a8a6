// Inserts a temporary license that fills exactly a gap, as a copy of a neighbor with a key to be typed.
import type { Day } from '../calendar';
import { gapsOf, ruleOfGap } from '../coverage';
import { instantIn, readDate, spelledLike } from '../dates';
import type { FileEdits, Fix, FixOffer } from '../fixes';
import { textOf } from '../formats/records';
import { getOrAdd } from '../maps';
import type {
  Coverage,
  Entry,
  Finding,
  Gap,
  Instant,
  Interval,
  LicenseDocument,
  Report,
  SourceFile,
  Term,
} from '../model';
import type { Edit } from '../text';
import { dayAt, offsetDateTime, startOfDay, utc, type Zone, zoneNamed } from '../time';
import * as words from '../words/fixes';
import { type Changes, copyEntry } from './copy';
import { type FirstLicense, firstLicense, writeFirst } from './first-license';
import { notationOf } from './notations';
import { type NewItem, type Place, placeItems } from './place';
import { isRead, isTorn } from './sound';

/** What stands for a key that is still to be typed. */
export const keyPlaceholder = '<temporary key>';

export const insertTemporary: FixOffer = ({ subject }) => {
  if (subject?.kind !== 'gap' || (subject.gap.state !== 'open' && subject.gap.state !== 'possible')) return [];
  const { coverage, gap } = subject;
  if (!isFillable(coverage, gap)) return [];
  const make: Fix['make'] = () => fill([gap])[0];
  return [{ title: words.insertTemporary(coverage, fillOf(gap), ruleOfGap(coverage, gap)), preferred: true, make }];
};

/** The open gaps of a report that a fill can still help: not those wholly in the past. */
export function fillableGaps(report: Report): readonly Gap[] {
  return report.products.flatMap(coverage =>
    gapsOf(coverage).filter(gap => gap.state === 'open' && gap.until > report.at && isFillable(coverage, gap)),
  );
}

/** The findings of one file whose gaps {@link fillableGaps} has. */
export function fillableFindings(report: Report, file: SourceFile): readonly Finding[] {
  return report.findings.filter(
    ({ subject, rule, file: at }) =>
      rule === 'gap' &&
      subject?.kind === 'gap' &&
      subject.gap.until > report.at &&
      at.path === file.path &&
      isFillable(subject.coverage, subject.gap),
  );
}

/** What lacks a license where there is none to copy; a gap itself does not say it. */
const alone = new WeakMap<Gap, FirstLicense>();

function isFillable(coverage: Coverage, gap: Gap): boolean {
  if (neighborOf(gap)) return true;
  const first = alone.get(gap) ?? firstLicense(coverage, gap);
  if (first) alone.set(gap, first);
  return first !== undefined;
}

/** What goes to one side of one entry. */
interface Batch {
  readonly place: Place;
  readonly term: Term;
  readonly items: NewItem[];
}

/** The ids of a document, and with which number to go on for each stem. */
interface Ids {
  readonly taken: ReadonlySet<string>;
  readonly counts: Map<string, number>;
}

/** The edits that fill gaps, each with a license of its own; the same gaps always give the same edits. */
export function fill(gaps: readonly Gap[]): readonly FileEdits[] {
  const batches = { before: new Map<Place['node'], Batch>(), after: new Map<Place['node'], Batch>() };
  const firsts = new Map<LicenseDocument, FirstLicense[]>();
  const ids = new Map<LicenseDocument, Ids>();
  for (const gap of gaps) {
    const term = neighborOf(gap);
    const first = term ? undefined : alone.get(gap);
    if (first) getOrAdd(firsts, first.document, () => []).push(first);
    if (!term) continue;
    const { document, node } = term.entry;
    const taken = getOrAdd(ids, document, () => ({
      taken: new Set(document.entries.flatMap(({ fields }) => textOf(fields.id) ?? [])),
      counts: new Map(),
    }));
    const { place, isNewestFirst } = placeOf(gap, term);
    // Gaps beside one entry, cut apart by an accepted stretch, are filled side by side.
    const { items } = getOrAdd(batches[place.side], node, () => ({ place, term, items: [] }));
    const copy = copyEntry(term.file.text, term.entry, changesFor(gap, term, taken));
    if (!copy) continue;
    if (isNewestFirst) items.unshift({ original: node, copy });
    else items.push({ original: node, copy });
  }
  const byFile = new Map<SourceFile, Filling>();
  const add = (document: LicenseDocument, edits: readonly Edit[], count: number): void => {
    const filling = getOrAdd(byFile, document.file, () => ({ document, edits: [], count: 0 }));
    for (const edit of edits) filling.edits.push(edit);
    filling.count += count;
  };
  for (const { place, term, items } of [...batches.before.values(), ...batches.after.values()]) {
    const { document, node } = term.entry;
    if (items.length === 0 || isTorn(document, node)) continue;
    add(document, placeItems(term.file.text, place, items, notationOf(document.format)), items.length);
  }
  for (const [document, licenses] of firsts)
    add(document, writeFirst(document, licenses, keyPlaceholder)!, licenses.length);
  return [...byFile].flatMap(([file, { document, edits, count }]) => {
    edits.sort((a, b) => a.start - b.start);
    return isRead(document, edits, count, keyPlaceholder) ? [{ file, edits }] : [];
  });
}

/** What is put into one file. */
interface Filling {
  readonly document: LicenseDocument;
  readonly edits: Edit[];
  /** How many licenses. */
  count: number;
}

/** The whole stretch that needs a license: an expiry day that may not count is part of it. */
export function fillOf(gap: Gap): Interval {
  return { from: gap.possibleFrom ?? gap.from, until: gap.until };
}

/** The term to copy: the one before the gap, unless only the one after it says both of its dates. */
function neighborOf({ before, after, until }: Gap): Term | undefined {
  if (until === Infinity) return undefined;
  const usable = [before, after].filter(term => term && isWrittenInList(term.entry));
  return usable.find(term => term!.from !== -Infinity && term!.until !== Infinity) ?? usable[0];
}

/** Not so where the list, or all of it, is only named there and written elsewhere. */
function isWrittenInList({ node, document: { list } }: Entry): boolean {
  return list !== undefined && list.start <= node.start && node.end <= list.end;
}

function changesFor(gap: Gap, original: Term, ids: Ids): Changes {
  const zone = zoneNamed(original.rule.zone) ?? utc;
  const { from, until } = fillOf(gap);
  return [
    ...(original.id === undefined ? [] : [{ field: 'id', text: freeId(original.id, ids) } as const]),
    { field: 'key', text: keyPlaceholder, select: true },
    { field: 'kind', text: 'temporary' },
    { field: 'starts', text: startText(from, zone, gap, original), isDate: true },
    { field: 'expires', text: expiryText(until, zone, gap, original), isDate: true },
  ];
}

/** `LIC-2025-temp`, or `-temp-2` and so on where that is taken; a temporary license's own name is continued, not doubled. */
function freeId(id: string, { taken, counts }: Ids): string {
  const stem = `${id.replace(/-temp(?:-\d+)?$/, '')}-temp`;
  let count = counts.get(stem) ?? 1;
  const name = (): string => (count === 1 ? stem : `${stem}-${count}`);
  while (taken.has(name())) count++;
  counts.set(stem, count + 1);
  return name();
}

function startText(from: Instant, zone: Zone, { before }: Gap, original: Term): string {
  const day = dayAt(zone, from);
  if (startOfDay(zone, day) === from && !isTimed(original, 'starts')) return dayText(day, original, 'starts');
  return sameAs(before, 'expires', from, zone) ?? offsetDateTime(zone, from);
}

/** The last day that counts, or a date-time where no bare date says exactly `until`. */
function expiryText(until: Instant, zone: Zone, { after }: Gap, original: Term): string {
  const day: Day = original.rule.expiryDay === 'covered' ? dayAt(zone, until - 1) : dayAt(zone, until);
  const ends = startOfDay(zone, original.rule.expiryDay === 'covered' ? day + 1 : day);
  if (ends === until && !isTimed(original, 'expires')) return dayText(day, original, 'expires');
  return sameAs(after, 'starts', until, zone) ?? offsetDateTime(zone, until);
}

/** A day in the spelling of the entry's own date, or of its other one. */
function dayText(day: Day, { entry: { fields, document } }: Term, field: 'starts' | 'expires'): string {
  const written = [fields[field], fields.starts, fields.expires].map(textOf).find(text => text !== undefined);
  return spelledLike(written, day, document.dateFormats);
}

/** Whether the entry writes that date with a time of day. */
function isTimed({ entry: { fields, document } }: Term, field: 'starts' | 'expires'): boolean {
  const text = textOf(fields[field]);
  return text !== undefined && readDate(text, document.dateFormats).kind === 'instant';
}

/** The neighbor's own spelling of an instant, where it has one that means the same in any place. */
function sameAs(term: Term | undefined, field: 'starts' | 'expires', instant: Instant, zone: Zone): string | undefined {
  const text = term && textOf(term.entry.fields[field]);
  if (!term || text === undefined) return undefined;
  const date = readDate(text, term.entry.document.dateFormats);
  return date.kind === 'instant' && instantIn(zone, date) === instant ? text : undefined;
}

/** Between the two neighbors where they stand in one list, in whichever order; else right beside the copied one. */
function placeOf({ before, after }: Gap, original: Term): { readonly place: Place; readonly isNewestFirst: boolean } {
  const { document, node } = original.entry;
  const other = original === after ? before : after;
  const isBoth = other?.entry.document === document && other.entry.node !== node;
  const isNewestFirst = isBoth
    ? (original === after) === other.entry.node.start > node.start
    : beginsWithNewest(document);
  // Beside its elder neighbor a license follows, beside its younger one it precedes; newest first turns both round.
  const side = (original === after) === isNewestFirst ? 'after' : 'before';
  return { place: { list: document.list!, node, side }, isNewestFirst };
}

const newestFirst = new WeakMap<LicenseDocument, boolean>();

/** Whether a document's first entry is younger than its last one; looked for once. */
function beginsWithNewest(document: LicenseDocument): boolean {
  const known = newestFirst.get(document);
  if (known !== undefined) return known;
  const { entries } = document;
  const [first, last] = [entries[0], entries.at(-1)].map(entry => entry && startIn(entry));
  const isNewest = first !== undefined && last !== undefined && first > last;
  newestFirst.set(document, isNewest);
  return isNewest;
}

function startIn({ fields, document }: Entry): Instant | undefined {
  const text = textOf(fields.starts) ?? textOf(fields.expires);
  const date = text === undefined ? undefined : readDate(text, document.dateFormats);
  return date === undefined || date.kind === 'wrong' ? undefined : instantIn(utc, date);
}
