// What is known around a caret in a native file: its mapping's place in the format, its product, and the licenses of that.
import { type Day, msPerDay } from '../calendar';
import { readDate, spelledLike } from '../dates';
import { type Notation, notationOf } from '../fixes/notations';
import { fieldsAt, type NativeField, type Where } from '../formats/definition';
import { vocabularyOf } from '../formats/fields';
import { textOf } from '../formats/records';
import type { Coverage, Entry, Gap, Instant, LicenseDocument, LicenseFile, Report, Term } from '../model';
import type { Settings } from '../settings';
import { dayAt, isStartOfDay, offsetDateTime, utc, type Zone, zoneNamed } from '../time';
import type { Path, WrittenMap } from './native-place';

/** What an editor knows when it asks. */
export interface NativeFacts {
  /** The notation: `json`, `jsonc`, `yaml` or `toml`. */
  readonly format: string;
  readonly settings: Settings;
  readonly now: Instant;
  /** The last that was made; it may be behind what is being typed. */
  readonly report: Report | undefined;
  /** The file in it. */
  readonly file: LicenseFile | undefined;
}

export interface Surroundings extends NativeFacts {
  readonly text: string;
  readonly caret: number;
  readonly notation: Notation;
  readonly lineBreak: string;
  readonly document: LicenseDocument | undefined;
}

export function surroundingsOf(text: string, caret: number, facts: NativeFacts): Surroundings {
  const documents = facts.file?.documents ?? [];
  const document = documents.filter(({ root }) => root.start <= caret).at(-1) ?? documents[0];
  const lineBreak = /\r\n/.test(text.slice(0, 2_000)) ? '\r\n' : '\n';
  return { ...facts, text, caret, notation: notationOf(facts.format), lineBreak, document };
}

/** The field that a key names in a mapping of the format. */
export function fieldNamed(key: string, where: Where, { settings }: NativeFacts): NativeField | undefined {
  if (where === 'server') return key.toLowerCase() === 'version' ? 'version' : undefined;
  return vocabularyOf(settings.fields).fieldNamed(key);
}

/** What a path leads to; `undefined`: nothing of the format. */
export function whereOf(path: Path, facts: NativeFacts): Where | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return 'file';
  const field = typeof first === 'string' ? fieldNamed(first, 'file', facts) : 'list';
  if (field === 'list') {
    const inner = typeof first === 'string' ? rest : path;
    if (typeof inner[0] !== 'number') return undefined;
    if (inner.length === 1) return 'entry';
    return inner.length === 2 && fieldNamed(String(inner[1]), 'entry', facts) === 'server' ? 'server' : undefined;
  }
  if (path.length === 1 && (field === 'server' || field === 'required')) return field;
  return path.length === 2 && field === 'acceptedGaps' && typeof path[1] === 'number' ? 'acceptedGap' : undefined;
}

/** What the items of a list are. */
export function itemsOf(path: Path, facts: NativeFacts): 'entry' | 'acceptedGap' | undefined {
  const where = whereOf([...path, 0], facts);
  return where === 'entry' || where === 'acceptedGap' ? where : undefined;
}

/** The fields of a mapping that it does not have yet. */
export function missingFields(where: Where, map: WrittenMap, facts: NativeFacts): (typeof fieldsAt)[Where] {
  const present = new Set(map.pairs.map(({ key }) => fieldNamed(key.text, where, facts)));
  return fieldsAt[where].filter(([field]) => !present.has(field));
}

/** What a mapping says of a field. */
export function saidIn(
  map: WrittenMap | undefined,
  field: NativeField,
  where: Where,
  facts: NativeFacts,
): string | undefined {
  const pair = map?.pairs.find(({ key, value }) => value && fieldNamed(key.text, where, facts) === field);
  return pair?.value?.text.trim() || undefined;
}

/** The licenses that those of a mapping stand beside. */
export interface Neighborhood {
  readonly zone: Zone;
  readonly coverage: Coverage | undefined;
  /** Without the mapping's own. */
  readonly terms: readonly Term[];
  /** Not wholly past. */
  readonly gaps: readonly Gap[];
}

export function neighborhoodOf(map: WrittenMap | undefined, where: Where, around: Surroundings): Neighborhood {
  const { report, file, document, now, settings } = around;
  const said = (field: 'product' | 'environment' | 'name' | 'timezone'): string | undefined =>
    saidIn(map, field, where, around);
  const own = (field: 'product' | 'environment' | 'timezone'): string | undefined => textOf(document?.fields[field]);
  const product = said('product') ?? own('product') ?? said('name');
  const environment = said('environment') ?? own('environment');
  const found = (report?.products ?? []).filter(
    each => each.pool === undefined && isAlike(each.product, product) && isAlike(each.environment, environment),
  );
  const ofFile = found.find(({ terms }) => terms.some(term => term.file.path === file?.path));
  const coverage = ofFile ?? found[0];
  const all = coverage?.terms ?? [];
  const terms = all.filter(({ entry, file: { path } }) => path !== file?.path || entry.node.start !== map?.start);
  const zone =
    zoneNamed(said('timezone') ?? own('timezone') ?? '') ??
    zoneNamed(all[0]?.rule.zone ?? document?.rule.zone ?? settings.timezone) ??
    utc;
  // What is being typed may accept the very gap that it is about.
  const isMeant = (state: Gap['state']): boolean =>
    state === 'open' || (state === 'accepted' && where === 'acceptedGap');
  const gaps = (coverage?.holes ?? []).filter(({ state, until }) => isMeant(state) && until > now && until < Infinity);
  return { zone, coverage, terms, gaps };
}

function isAlike(a: string | undefined, b: string | undefined): boolean {
  return a?.trim().toLowerCase() === b?.trim().toLowerCase();
}

/** The license that ends last, if all of them end. */
export function lastOf(terms: readonly Term[]): Term | undefined {
  let last: Term | undefined;
  for (const term of terms) if (!last || term.until > last.until) last = term;
  return last && Number.isFinite(last.until) ? last : undefined;
}

/** The day that a date says which stands in a mapping. */
export function dayIn(
  map: WrittenMap | undefined,
  field: 'starts' | 'expires',
  where: Where,
  around: Surroundings,
  zone: Zone,
): Day | undefined {
  const text = saidIn(map, field, where, around);
  const date = text === undefined ? undefined : readDate(text, around.settings.dateFormats);
  if (!date || date.kind === 'wrong') return undefined;
  if (date.kind === 'day') return date.day;
  return date.kind === 'wall' ? Math.floor(date.wall / msPerDay) : dayAt(zone, date.instant);
}

/** A day in the spelling of the dates that stand nearest. */
export function spelledDay(day: Day, map: WrittenMap | undefined, where: Where, around: Surroundings): string {
  const like = saidIn(map, 'starts', where, around) ?? saidIn(map, 'expires', where, around) ?? datesOf(around);
  return spelledLike(like, day, around.settings.dateFormats);
}

function datesOf({ document }: Surroundings): string | undefined {
  for (const { fields } of lastEntries(document)) {
    const text = textOf(fields.starts) ?? textOf(fields.expires);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Some licenses to learn from how the file is written, the last first; that may be the one that is being typed. */
export function lastEntries(document: LicenseDocument | undefined): readonly Entry[] {
  return document?.entries.slice(-5).reverse() ?? [];
}

/** The beginning of a day as that day, any other instant with its offset. */
export function spelledInstant(instant: Instant, zone: Zone, spell: (day: Day) => string): string {
  return isStartOfDay(zone, instant) ? spell(dayAt(zone, instant)) : offsetDateTime(zone, instant);
}
