// The fields that a mapping of a native file does not have yet, each with room for its value.
import type { Offer, Part } from '../completion';
import type { NativeField, Where } from '../formats/definition';
import { lineStart } from '../text';
import { ofFile, pieces } from '../words/completion';
import { aboutField } from '../words/schema';
import { listParts, pieceOffer, requiredParts, serverParts, tableParts } from './native-entries';
import { fieldNamed, missingFields, type Surroundings } from './native-facts';
import { assignIn, blankIn, keyIn, nameLike, plain } from './native-hand';
import type { HeaderPlace, KeyPlace } from './native-place';
import { hasChoices } from './native-values';

export function keyOffers(place: KeyPlace, where: Where, around: Surroundings): readonly Offer[] {
  const fields = missingFields(where, place.map, around);
  const isDone = ([field]: readonly [NativeField, string]): boolean => isOfFile(field, where, around);
  const inOrder = [...fields.filter(each => !isDone(each)), ...fields.filter(isDone)];
  return inOrder.flatMap(([field, name]) => keyOffer(field, name, place, where, around) ?? []);
}

/** Whether the file has said it for all its licenses. */
function isOfFile(field: NativeField, where: Where, { document }: Surroundings): boolean {
  return where === 'entry' && field !== 'version' && document?.fields[field] !== undefined;
}

function keyOffer(
  field: NativeField,
  name: string,
  place: KeyPlace,
  where: Where,
  around: Surroundings,
): Offer | undefined {
  const { map, isAssigned, token, style, after, before } = place;
  // Whole lists of TOML are tables.
  if (around.format === 'toml' && style === 'table' && (field === 'list' || field === 'acceptedGaps')) return undefined;
  const label = nameLike(field, name, where, map, around);
  const key = token.quote ? token.quote + label + token.quote : keyIn(label, map, around);
  const about = aboutField(where, field);
  const detail = isOfFile(field, where, around) ? ofFile : '';
  if (isAssigned) return { kind: 'attribute', label, text: key, detail, about };
  const column = token.start - lineStart(around.text, token.start);
  const value = valueParts(field, place, where, column, around);
  const assign = assignIn(map, around);
  // A value on lines of its own leaves no space behind the key.
  const isBelow = /^\r?\n/.test(plain(value));
  const parts: readonly Part[] = [before + key + (isBelow ? assign.trimEnd() : assign), ...value, after];
  return {
    ...{ kind: 'attribute', label, text: plain(parts), parts, detail, about },
    ...(hasChoices(field) && { asksForDate: true }),
  };
}

function valueParts(
  field: NativeField,
  { style, map }: KeyPlace,
  where: Where,
  column: number,
  around: Surroundings,
): readonly Part[] {
  switch (field) {
    case 'list':
      return listParts('entry', style, column, around);
    case 'acceptedGaps':
      return listParts('acceptedGap', style, column, around);
    case 'required':
      return requiredParts(map, around);
    case 'server':
      return serverParts(around);
    default:
      return blankIn(field, map, where, around);
  }
}

/** The tables that a TOML file may go on with. */
export function headerOffers(place: HeaderPlace, around: Surroundings): readonly Offer[] {
  const { names, lists } = place;
  const named = (wanted: NativeField): string | undefined =>
    [...names].find(name => fieldNamed(name, 'file', around) === wanted);
  const table = (what: 'entry' | 'acceptedGap', name: string): readonly Offer[] => {
    // What is no list of tables can't become one.
    if (names.has(name) && !lists.has(name)) return [];
    const label = `[[${name}]]`;
    const [detail, about] =
      what === 'entry' ? [pieces.entry, pieces.aboutEntry] : [pieces.acceptedGap, pieces.aboutAcceptedGap];
    if (place.hasPairs) return [{ kind: 'attribute', label, text: label, detail: '', about }];
    return [{ ...pieceOffer(label, label, about, tableParts(what, name, place, around)), detail }];
  };
  const header = (field: 'server' | 'required'): readonly Offer[] => {
    if (named(field)) return [];
    const text = `[${field}]${place.hasPairs ? '' : around.lineBreak}`;
    return [{ kind: 'attribute', label: `[${field}]`, text, detail: '', about: aboutField('file', field) }];
  };
  return [
    ...table('entry', named('list') ?? 'licenses'),
    ...header('server'),
    ...header('required'),
    ...table('acceptedGap', named('acceptedGaps') ?? 'acceptedGaps'),
  ];
}
