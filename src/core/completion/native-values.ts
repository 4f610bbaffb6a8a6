// The values that a field of a native file can have: words of the format, names in use, zones, dates.
import type { Offer } from '../completion';
import { expiryDays, kinds, type NativeField, type Where } from '../formats/definition';
import { textOf } from '../formats/records';
import { profiles } from '../profiles';
import { shown } from '../text';
import { values as said } from '../words/completion';
import { aboutWord } from '../words/schema';
import { datesFor } from './native-dates';
import { lastOf, neighborhoodOf, type Surroundings } from './native-facts';
import { valueIn } from './native-hand';
import type { Token, WrittenMap } from './native-place';

/** A value as it is meant, and what is said of it. */
interface Choice {
  readonly text: string;
  readonly detail: string;
  readonly about?: string | undefined;
  readonly kind: Offer['kind'];
}

/** Whether anything is ever offered as a value of a field. */
export function hasChoices(field: NativeField): boolean {
  return !['id', 'key', 'reason', 'vendor', 'server', 'required', 'acceptedGaps', 'list'].includes(field);
}

/** The likeliest first. */
export function valueOffers(
  field: NativeField,
  map: WrittenMap,
  where: Where,
  token: Token,
  around: Surroundings,
): readonly Offer[] {
  return choicesFor(field, map, where, around).map(({ text, detail, about, kind }) => ({
    ...{ kind, label: text, text: valueIn(text, field, map, where, around, token), detail },
    ...(about !== undefined && { about }),
  }));
}

function choicesFor(field: NativeField, map: WrittenMap, where: Where, around: Surroundings): readonly Choice[] {
  switch (field) {
    case 'kind':
      return words(field, kinds);
    case 'expiryDay':
      return words(field, expiryDays);
    case 'profile':
      return words(
        field,
        profiles.map(({ name }) => name),
      );
    case 'timezone':
      return zones(around);
    case 'product':
    case 'name':
      return names(around, 'product');
    case 'environment':
      return names(around, 'environment');
    case 'seats':
      return seats(map, where, around);
    case 'version':
      return versions(around);
    case 'starts':
    case 'expires':
    case 'reviewBy':
      return datesFor(field, map, where, around).map(({ text, detail, isWord }) => ({
        text,
        detail,
        kind: isWord ? 'choice' : 'date',
      }));
    default:
      return [];
  }
}

function words(field: NativeField, known: readonly string[]): readonly Choice[] {
  return known.map(text => ({ text, detail: aboutWord[field]?.[text] ?? '', kind: 'choice' }));
}

/** Names as other licenses of the folder have them. */
function names({ report }: Surroundings, of: 'product' | 'environment'): readonly Choice[] {
  const found = new Set((report?.products ?? []).flatMap(coverage => coverage[of] ?? []));
  return [...found]
    .filter(isPlainName)
    .slice(0, mostNames)
    .map(text => ({ text, detail: said.inUse, kind: 'name' }));
}

const mostNames = 1_000;

/** What would not look like itself in a list is not offered. */
function isPlainName(name: string): boolean {
  return shown(name) === name && name !== '';
}

let allZones: readonly string[] | undefined;

/** Those of the folder and the settings, and then all that there are. */
function zones({ report, settings }: Surroundings): readonly Choice[] {
  const used = new Set(
    (report?.files ?? []).flatMap(({ documents }) => documents.flatMap(({ fields }) => textOf(fields.timezone) ?? [])),
  );
  allZones ??= zoneNames();
  const known = new Set(allZones);
  const first = [settings.timezone, ...used].filter(name => known.has(name));
  const details = (name: string): string =>
    used.has(name) ? said.inUse : name === settings.timezone ? said.ofSettings : '';
  return [...new Set([...first, ...allZones])].map(text => ({ text, detail: details(text), kind: 'name' }));
}

function zoneNames(): readonly string[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];
}

function seats(map: WrittenMap, where: Where, around: Surroundings): readonly Choice[] {
  const { terms } = neighborhoodOf(map, where, around);
  const before = lastOf(terms)?.seats ?? terms.at(-1)?.seats;
  return [
    ...(before !== undefined && Number.isFinite(before)
      ? [{ text: String(before), detail: said.seatsBefore, kind: 'choice' as const }]
      : []),
    { text: 'unlimited', detail: said.unlimited, kind: 'choice' },
  ];
}

/** The versions between which Code42's rule changed. */
function versions({ document }: Surroundings): readonly Choice[] {
  if (document?.rule.profile !== 'code42') return [];
  return [
    { text: '5.3.1', detail: said.lastAffected, kind: 'choice' },
    { text: '5.4.0', detail: said.firstFixed, kind: 'choice' },
  ];
}
