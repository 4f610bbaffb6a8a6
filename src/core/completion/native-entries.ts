// Whole pieces of a native file to be filled in: a license in the hand of its neighbor, an accepted gap, what is required.
import type { Offer, Part } from '../completion';
import { kinds, type NativeField, type Where } from '../formats/definition';
import type { FieldName } from '../model';
import { indentBefore, lineStart } from '../text';
import { pieces, dates as said } from '../words/completion';
import { datesFor } from './native-dates';
import { fieldNamed, type Surroundings } from './native-facts';
import { assignIn, indentOf, indentUnit, keyIn, plain, usualName, valueIn } from './native-hand';
import { emptyMap, type HeaderPlace, type ItemPlace, type WrittenMap, type WrittenPair } from './native-place';

/** A key with its value, each as it is written. */
type Line = readonly [key: string, value: readonly Part[]];

/** What stands for a key until it is typed: no key yet, so the license waits for it. */
export const keyPlaceholder = '<license key>';

/** A license or an accepted gap, as an item of its list. */
export function itemOffer(place: ItemPlace, what: 'entry' | 'acceptedGap', around: Surroundings): Offer {
  const { list } = place;
  const lines = what === 'entry' ? entryLines(list.neighbor, around) : acceptedLines(list.neighbor, around);
  const isEntry = what === 'entry';
  return pieceOffer(
    isEntry ? pieces.entry : pieces.acceptedGap,
    isEntry ? 'license' : 'gap',
    isEntry ? pieces.aboutEntry : pieces.aboutAcceptedGap,
    [place.before, ...layOut(place, lines, around), place.after],
  );
}

export function pieceOffer(label: string, filter: string, about: string, parts: readonly Part[]): Offer {
  return { kind: 'piece', label, text: plain(parts), parts, detail: '', about, filter };
}

/** A license with the neighbor's fields, in the neighbor's order, and with both of its dates. */
function entryLines(neighbor: WrittenMap | undefined, around: Surroundings): readonly Line[] {
  const usual: readonly FieldName[] = [
    'id',
    ...(saysProduct(around) ? [] : (['product'] as const)),
    ...(['key', 'kind', 'seats', 'starts', 'expires'] as const),
  ];
  const own = (neighbor?.pairs ?? []).flatMap(pair => {
    const field = fieldNamed(pair.key.text, 'entry', around);
    return field && copied.has(field) && (pair.value || !pair.hasValue) ? [{ field: field as FieldName, pair }] : [];
  });
  const all: readonly { field: FieldName; pair?: WrittenPair }[] =
    own.length === 0
      ? usual.map(field => ({ field }))
      : [
          ...own,
          ...(['starts', 'expires'] as const)
            .filter(date => !own.some(({ field }) => field === date))
            .map(field => ({ field })),
        ];
  const dates = datesOf(neighbor, around);
  return all.map(({ field, pair }) => [
    pair ? pair.key.quote + pair.key.text + pair.key.quote : keyIn(usualName(field), neighbor, around),
    entryValue(field, pair, dates, neighbor, around),
  ]);
}

function saysProduct({ document }: Surroundings): boolean {
  return document?.fields.product !== undefined;
}

/** What a new license takes over from its neighbor, at least as a proposal; nobody knows what else may be a secret. */
const copied: ReadonlySet<NativeField> = new Set<NativeField>([
  ...(['environment', 'product', 'name', 'vendor', 'profile', 'timezone', 'expiryDay'] as const),
  ...(['id', 'key', 'kind', 'seats', 'starts', 'expires'] as const),
]);

/** It begins where the license of the same product ends that ends last, and lasts a year. */
function datesOf(
  neighbor: WrittenMap | undefined,
  around: Surroundings,
): { readonly starts: string; readonly expires: string } {
  const others = neighbor
    ? {
        ...emptyMap(-1, neighbor.style),
        pairs: neighbor.pairs.filter(({ key }) => !isDate(fieldNamed(key.text, 'entry', around))),
      }
    : undefined;
  const [first] = datesFor('starts', others, 'entry', around);
  const written = { ...emptyMap(-1, 'flow'), pairs: [...(others?.pairs ?? []), pairOf('starts', first!.text)] };
  const ends = datesFor('expires', written, 'entry', around);
  const expires = ends.find(({ detail }) => detail === said.untilNext) ?? ends[0]!;
  return { starts: first!.text, expires: expires.text };
}

function isDate(field: NativeField | undefined): boolean {
  return field === 'starts' || field === 'expires';
}

function pairOf(key: string, text: string): WrittenPair {
  const word = (said: string): WrittenPair['key'] => ({ start: 0, end: 0, text: said, quote: '' });
  return { key: word(key), value: word(text), hasValue: true };
}

function entryValue(
  field: FieldName,
  pair: WrittenPair | undefined,
  dates: ReturnType<typeof datesOf>,
  neighbor: WrittenMap | undefined,
  around: Surroundings,
): readonly Part[] {
  const { value } = pair ?? {};
  const before = value?.text ?? '';
  if (field === 'starts' || field === 'expires') return quoted(dates[field], field, neighbor, around, value?.quote);
  if (field === 'key') return quoted(keyPlaceholder, field, neighbor, around, value?.quote);
  if (field === 'kind') {
    const first = (kinds as readonly string[]).find(kind => kind === before && kind !== 'temporary') ?? kinds[0];
    return quoted(first, field, neighbor, around, value?.quote, [first, ...kinds.filter(kind => kind !== first)]);
  }
  if (field === 'id') return quoted(nextId(before), field, neighbor, around, value?.quote);
  if (field === 'product' && before === '') return quoted(pieces.product, field, neighbor, around, value?.quote);
  if (field === 'seats') return quoted(before || '1', field, neighbor, around, value?.quote ?? '');
  return quoted(before, field, neighbor, around, value?.quote);
}

/** A value to be typed over, in the quotes of its neighbor or those that it needs. */
function quoted(
  text: string,
  field: NativeField,
  map: WrittenMap | undefined,
  around: Surroundings,
  quote: string | undefined,
  choices?: readonly string[],
): readonly Part[] {
  const usual = /^["']?/.exec(valueIn(text, field, map, 'entry', around))![0];
  const isNumber = field === 'seats' && /^\d+$/.test(text);
  const mark = quote || (isNumber ? '' : usual);
  const part = { placeholder: mark === '' ? text : text.replace(/["'\\]/g, ''), ...(choices && { choices }) };
  return mark === '' ? [part] : [mark, part, mark];
}

/** `LIC-2025` → `LIC-2026`; what has no number begins with one. */
function nextId(id: string): string {
  if (id === '') return 'LIC-1';
  const [, stem, digits] = /^(.*?)(\d{1,9})(?=\D*$)/s.exec(id) ?? [];
  if (digits === undefined) return `${id}-2`;
  const rest = id.slice(stem!.length + digits.length);
  return `${stem}${String(Number(digits) + 1).padStart(digits.length, '0')}${rest}`;
}

/** An accepted gap: the next one of the product that is still open, if there is one. */
function acceptedLines(neighbor: WrittenMap | undefined, around: Surroundings): readonly Line[] {
  const [gap] = gapsOf(around);
  const where: Where = 'acceptedGap';
  const value = (field: FieldName, text: string): readonly Part[] => {
    const written = valueIn(text, field, neighbor, where, around);
    const mark = /^["']/.test(written) ? written[0]! : '';
    return mark === '' ? [{ placeholder: written }] : [mark, { placeholder: written.slice(1, -1) }, mark];
  };
  const date = (field: 'starts' | 'expires' | 'reviewBy'): string => {
    const near =
      gap?.product === undefined ? undefined : { ...emptyMap(-1, 'flow'), pairs: [pairOf('product', gap.product)] };
    const [first] = datesFor(field, near, where, around);
    return first?.text ?? datesFor('expires', near, 'required', around)[0]!.text;
  };
  const key = (name: string): string => keyIn(name, neighbor, around);
  return [
    ...(gap?.product === undefined ? [] : [[key('product'), value('product', gap.product)] as const]),
    [key('from'), value('starts', date('starts'))],
    [key('until'), value('expires', date('expires'))],
    [key('reason'), value('reason', pieces.reason)],
    [key('reviewBy'), value('reviewBy', date('reviewBy'))],
  ];
}

/** The products of the file with open gaps. */
function gapsOf({ report, file, now }: Surroundings): readonly { readonly product: string | undefined }[] {
  return (report?.products ?? []).filter(
    ({ holes, terms }) =>
      holes.some(({ state, until }) => state === 'open' && until > now && until < Infinity) &&
      terms.some(term => term.file.path === file?.path),
  );
}

/** The lines of an item, laid out as the items beside it are. */
function layOut(place: ItemPlace, lines: readonly Line[], around: Surroundings): readonly Part[] {
  const { list, token, dash } = place;
  const { text, lineBreak } = around;
  const assign = assignIn(list.neighbor, around);
  if (list.style === 'block') {
    const column = token.start - lineStart(text, token.start) + (dash ? 2 : 0);
    return [dash ? '- ' : '', ...joined(lines, assign, `${lineBreak}${' '.repeat(column)}`)];
  }
  const { neighbor } = list;
  const first = neighbor?.pairs[0];
  const inner = first && indentBefore(text, first.key.start);
  const outer = neighbor && indentBefore(text, neighbor.end - 1);
  if (inner !== undefined && outer !== undefined) return braces(lines, assign, lineBreak, inner, outer);
  if (neighbor || around.format === 'yaml' || around.format === 'toml')
    return ['{ ', ...joined(lines, assign, ', '), ' }'];
  const indent = indentOf(text, token.start);
  const isAlone = text[token.start - 1] === '[' && text[token.end] === ']';
  if (!isAlone) return braces(lines, assign, lineBreak, indent + indentUnit(text), indent);
  const own = indent + indentUnit(text);
  return [lineBreak + own, ...braces(lines, assign, lineBreak, own + indentUnit(text), own), lineBreak + indent];
}

function braces(
  lines: readonly Line[],
  assign: string,
  lineBreak: string,
  inner: string,
  outer: string,
): readonly Part[] {
  return [`{${lineBreak}${inner}`, ...joined(lines, assign, `,${lineBreak}${inner}`), `${lineBreak}${outer}}`];
}

function joined(lines: readonly Line[], assign: string, between: string): readonly Part[] {
  return lines.flatMap(([key, value], i) => [(i > 0 ? between : '') + key + assign, ...value]);
}

/** A table of TOML with its header. */
export function tableParts(
  what: 'entry' | 'acceptedGap',
  name: string,
  { lists }: HeaderPlace,
  around: Surroundings,
): readonly Part[] {
  const neighbor = lists.get(name);
  const lines = what === 'entry' ? entryLines(neighbor, around) : acceptedLines(neighbor, around);
  return [`[[${name}]]${around.lineBreak}`, ...joined(lines, assignIn(neighbor, around), around.lineBreak)];
}

/** A list with its first item, as the value of a key; in a block its lines stand below the key, whose column is given. */
export function listParts(
  what: 'entry' | 'acceptedGap',
  style: WrittenMap['style'],
  column: number,
  around: Surroundings,
): readonly Part[] {
  const lines = what === 'entry' ? entryLines(undefined, around) : acceptedLines(undefined, around);
  const { format, lineBreak, notation, text, caret } = around;
  const { assign } = notation;
  if (format === 'yaml' && style === 'block') {
    const dash = ' '.repeat(column + 2);
    return [`${lineBreak}${dash}- `, ...joined(lines, assign, `${lineBreak}${dash}  `)];
  }
  if (format === 'toml' || format === 'yaml') return ['[{ ', ...joined(lines, assign, ', '), ' }]'];
  const outer = indentOf(text, caret);
  const unit = indentUnit(text);
  const item = braces(lines, assign, lineBreak, outer + unit + unit, outer + unit);
  return [`[${lineBreak}${outer}${unit}`, ...item, `${lineBreak}${outer}]`];
}

/** What is required, as the value of its key. */
export function requiredParts(map: WrittenMap | undefined, around: Surroundings): readonly Part[] {
  const { notation } = around;
  const seats = around.report?.products
    .flatMap(({ terms }) => terms)
    .find(({ seats, file }) => file.path === around.file?.path && Number.isFinite(seats))?.seats;
  const date = (field: 'starts' | 'expires'): readonly Part[] => {
    const [choice] = datesFor(field, undefined, 'required', around);
    const written = valueIn(choice!.text, field, map, 'required', around);
    return /^["']/.test(written)
      ? [written[0]!, { placeholder: written.slice(1, -1) }, written[0]!]
      : [{ placeholder: written }];
  };
  const lines: readonly Line[] = [
    [notation.key('seats'), [{ placeholder: String(seats ?? 1) }]],
    [notation.key('from'), date('starts')],
    [notation.key('until'), date('expires')],
  ];
  return ['{ ', ...joined(lines, notation.assign, ', '), ' }'];
}

/** A server with its version, as the value of its key. */
export function serverParts({ notation, format }: Surroundings): readonly Part[] {
  const quote = format === 'yaml' ? '' : '"';
  return [`{ ${notation.key('version')}${notation.assign}${quote}`, { placeholder: '' }, `${quote} }`];
}
