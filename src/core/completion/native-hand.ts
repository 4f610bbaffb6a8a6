// How keys and values are written at a place of a native file: as their neighbors are, else as the notation usually does.
import type { Part } from '../completion';
import { keyFor } from '../fixes/copy';
import { type NativeField, spellings, type Where } from '../formats/definition';
import { fieldNames } from '../formats/fields';
import type { FieldName } from '../model';
import { lineStart } from '../text';
import type { Scalar } from '../tree';
import { fieldNamed, lastEntries, type Surroundings } from './native-facts';
import type { Token, WrittenMap } from './native-place';

/** A field's name as the file writes such names: `startDate`, `expiry_day`. */
export function nameLike(
  field: NativeField,
  name: string,
  where: Where,
  map: WrittenMap,
  around: Surroundings,
): string {
  const { document } = around;
  if (where === 'entry' && field !== 'version' && document) {
    const used = keyFor(document, field);
    if (used !== field && fieldNamed(used, where, around) === field) return used;
  }
  const keys = [
    ...map.pairs.map(({ key }) => key.text),
    ...lastEntries(document).flatMap(({ fields }) => fieldNames.map(each => fields[each]?.key.text ?? '')),
  ];
  const mark = /[a-z]([_-])[a-z]/.exec(keys.join(' '))?.[1];
  return mark === undefined ? name : name.replace(/[A-Z]/g, letter => `${mark}${letter.toLowerCase()}`);
}

export function keyIn(name: string, map: WrittenMap | undefined, around: Surroundings): string {
  const quote = map?.pairs.at(-1)?.key.quote;
  const { notation } = around;
  return quote ? quote + notation.quoted(name, quote) + quote : notation.key(name);
}

/** What stands between a key and its value. */
export function assignIn(map: WrittenMap | undefined, { text, notation }: Surroundings): string {
  const pair = map?.pairs.filter(({ value }) => value).at(-1);
  const between = pair?.value ? text.slice(pair.key.end, pair.value.start) : '';
  return /^ ?[:=] ?$/.test(between) && /[:=] |=|^:$/.test(between) ? between : notation.assign;
}

/** The quote around values of a field, in the mapping or in other licenses; `''`: none, `undefined`: none are written. */
export function quoteOf(
  fields: readonly FieldName[],
  map: WrittenMap | undefined,
  where: Where,
  around: Surroundings,
): string | undefined {
  const near = map?.pairs.find(
    ({ key, value }) => value && fields.includes(fieldNamed(key.text, where, around) as FieldName),
  );
  if (near?.value) return near.value.quote;
  const source = around.file?.text ?? '';
  for (const entry of lastEntries(around.document))
    for (const field of fields) {
      const value = entry.fields[field]?.value;
      if (value?.kind === 'scalar' && value.end > value.start) return quoteIn(value, source);
    }
  return undefined;
}

function quoteIn({ quote, start }: Scalar, source: string): string {
  return quote === 0 ? '' : source.charAt(start);
}

const dateFields: readonly FieldName[] = ['starts', 'expires', 'reviewBy'];

/** A value as it is written there; inside of a quote that stands there already, with the same behind it. */
export function valueIn(
  text: string,
  field: NativeField,
  map: WrittenMap | undefined,
  where: Where,
  around: Surroundings,
  token?: Token,
): string {
  const { notation } = around;
  const isDate = dateFields.includes(field as FieldName) && /^\d/.test(text);
  const quote = token?.quote || quoteOf(isDate ? dateFields : [field as FieldName], map, where, around);
  const isNumber = /^\d+$/.test(text) && field === 'seats';
  if (quote && !(isNumber && !token?.quote)) return quote + notation.quoted(text, quote) + quote;
  if (isNumber) return text;
  return isDate ? notation.date(text) : notation.value(text);
}

/** An empty value to be typed into, in the quotes that it will need. */
export function blankIn(
  field: NativeField,
  map: WrittenMap | undefined,
  where: Where,
  around: Surroundings,
): readonly Part[] {
  const { format } = around;
  const isDate = dateFields.includes(field as FieldName);
  const written = quoteOf(isDate ? dateFields : [field as FieldName], map, where, around);
  const usual = field === 'seats' || format === 'yaml' || (format === 'toml' && isDate) ? '' : '"';
  const quote = format.startsWith('json') && usual === '"' ? '"' : (written ?? usual);
  return quote === '' ? [{ placeholder: '' }] : [quote, { placeholder: '' }, quote];
}

/** The text of parts as it stands until someone types over it. */
export function plain(parts: readonly Part[]): string {
  return parts.map(part => (typeof part === 'string' ? part : part.placeholder)).join('');
}

/** The white space that the line of an offset begins with. */
export function indentOf(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return /^[ \t]*/.exec(text.slice(start, offset))![0];
}

/** How far the file goes in by a level: as its first line that begins with white space, else two spaces. */
export function indentUnit(text: string): string {
  return /\n(\t|[ ]{1,8})(?=\S)/.exec(text.slice(0, 10_000))?.[1] ?? '  ';
}

/** The spelling that is offered for a field in a new license. */
export function usualName(field: FieldName): string {
  return spellings[field][0]!;
}
