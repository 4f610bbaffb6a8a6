// What is offered at a place in a native file, whatever its notation: fields, values, whole licenses.
import { nothing, type Offer, type Offers } from '../completion';
import type { Steps } from '../steps';
import { lineStart } from '../text';
import { pieces } from '../words/completion';
import { commentOffers } from './native-comments';
import { itemOffer, listParts, pieceOffer, requiredParts, serverParts } from './native-entries';
import { fieldNamed, itemsOf, type NativeFacts, type Surroundings, surroundingsOf, whereOf } from './native-facts';
import { jsonDialect, scanFlow } from './native-flow';
import { headerOffers, keyOffers } from './native-keys';
import { mayBeLicenses } from './native-kinship';
import type { Place, ValuePlace } from './native-place';
import { placesInToml } from './native-toml';
import { valueOffers } from './native-values';
import { placesInYaml } from './native-yaml';

export function* offersInNative(text: string, offset: number, facts: NativeFacts): Steps<Offers> {
  const places = yield* placesIn(text, offset, facts.format);
  const [first] = places;
  if (!first || !mayBeLicenses(text, offset, facts)) return nothing;
  const around = surroundingsOf(text, offset, facts);
  const { start, end } = first.token;
  const quote = first.token.quote;
  const offers = places.flatMap(place => offersFor(place, around)).map(offer => withFilter(offer, quote));
  const comma = places.find(place => place.comma !== undefined)?.comma;
  const also = comma === undefined ? [] : [{ start: comma, end: comma, text: ',' }];
  const isBelow = offers.length > 0 && offers.every(offer => /^\s*\n/.test(offer.text));
  return { span: { start: isBelow ? behindWord(text, start) : start, end }, offers, also, isWhole: true };
}

/** What is typed begins with the quote that is there. */
function withFilter(offer: Offer, quote: string): Offer {
  return quote === '' ? offer : { ...offer, filter: quote + (offer.filter ?? offer.label) };
}

/** What goes on below its key leaves no space behind that. */
function behindWord(text: string, offset: number): number {
  let at = offset;
  while (text[at - 1] === ' ') at--;
  return at;
}

/** Where the caret is; several where what is typed next decides. */
export function* placesIn(text: string, offset: number, format: string): Steps<readonly Place[]> {
  if (format === 'yaml') return yield* placesInYaml(text, offset);
  if (format === 'toml') return yield* placesInToml(text, offset);
  return (yield* scanFlow(text, 0, offset, jsonDialect, [])).places;
}

function offersFor(place: Place, around: Surroundings): readonly Offer[] {
  switch (place.kind) {
    case 'comment':
      return commentOffers(place, around);
    case 'key': {
      const where = whereOf(place.path, around);
      return where ? keyOffers(place, where, around) : [];
    }
    case 'value':
      return offersForValue(place, around);
    case 'item': {
      const what = itemsOf(place.path, around);
      return what && place.token.quote === '' ? [itemOffer(place, what, around)] : [];
    }
    case 'header':
      return headerOffers(place, around);
    case 'file':
      return [fileOffer(around)];
  }
}

function offersForValue(place: ValuePlace, around: Surroundings): readonly Offer[] {
  const { token, map, key, path, before, after } = place;
  const where = whereOf(path, around);
  const field = where && fieldNamed(key.text, where, around);
  if (!where || !field) return [];
  const whole = token.typed === '' && token.quote === '' && where === 'file' ? wholeValue(place, field, around) : [];
  const offers = [...whole, ...valueOffers(field, map, where, token, around)];
  return offers.map(offer => withEnds(offer, /^\s*\n/.test(offer.text) ? '' : before, after));
}

function withEnds(offer: Offer, before: string, after: string): Offer {
  const { text, parts } = offer;
  return { ...offer, text: before + text + after, ...(parts && { parts: [before, ...parts, after] }) };
}

/** A list or a mapping with what belongs into it. */
function wholeValue({ map, key, style }: ValuePlace, field: string, around: Surroundings): readonly Offer[] {
  const column = key.start - lineStart(around.text, key.start);
  if (field === 'list')
    return [pieceOffer(pieces.entry, 'license', pieces.aboutEntry, listParts('entry', style, column, around))];
  if (field === 'acceptedGaps')
    return [
      pieceOffer(pieces.acceptedGap, 'gap', pieces.aboutAcceptedGap, listParts('acceptedGap', style, column, around)),
    ];
  if (field === 'required') return [pieceOffer('{ seats, from, until }', '{', '', requiredParts(map, around))];
  return field === 'server' ? [pieceOffer('{ version }', '{', '', serverParts(around))] : [];
}

/** A file of JSON to begin with. */
function fileOffer(around: Surroundings): Offer {
  const { lineBreak } = around;
  const parts = [
    `{${lineBreak}  "product": "`,
    { placeholder: pieces.product },
    `",${lineBreak}  "licenses": `,
    ...listParts('entry', 'flow', 0, around).map(part =>
      typeof part === 'string' ? part.replaceAll(lineBreak, `${lineBreak}  `) : part,
    ),
    `${lineBreak}}${lineBreak}`,
  ];
  return pieceOffer(pieces.file, '{', pieces.aboutFile, parts);
}
