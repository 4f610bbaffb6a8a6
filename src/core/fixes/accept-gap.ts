// Accepts a gap: writes it down as meant, with a reason to be typed and a day by which to look again.
import { ruleOfGap } from '../coverage';
import { spelledLike } from '../dates';
import type { FixOffer } from '../fixes';
import { textOf } from '../formats/records';
import type { Coverage, Gap, Instant, LicenseDocument } from '../model';
import { type Edit, lineBreakOf } from '../text';
import { dayAt, isStartOfDay, offsetDateTime, utc, zoneNamed } from '../time';
import type { MapNode } from '../tree';
import * as words from '../words/fixes';
import { reasonPlaceholder } from '../words/plain';
import { fillOf } from './insert-temporary';
import { type Notation, notationOf } from './notations';
import { intoEmpty, intoRoot } from './pairs';
import { placeItems } from './place';

/** How many days on a gap is looked at again that has begun already. */
export const daysToReview = 30;

export const acceptGap: FixOffer = ({ subject }, { at, products }) => {
  if (subject?.kind !== 'gap' || (subject.gap.state !== 'open' && subject.gap.state !== 'possible')) return [];
  const { coverage, gap } = subject;
  const document = (gap.before ?? gap.after)?.entry.document ?? coverage.required[0]!.document;
  const { root, file } = document;
  if (root.kind !== 'map') return [];
  // Without an environment it would accept the gaps of all.
  if (coverage.environment === undefined && products.some(other => isElsewhere(other, coverage))) return [];
  const make = () => {
    const edits = editsFor(document, root, coverage, gap, at);
    return edits && { file, edits };
  };
  return [{ title: words.acceptGap(coverage, fillOf(gap), ruleOfGap(coverage, gap)), preferred: false, make }];
};

function isElsewhere(other: Coverage, { product }: Coverage): boolean {
  return other.environment !== undefined && other.product?.toLowerCase() === product?.toLowerCase();
}

/** Behind what is accepted already, else in a list of its own. */
function editsFor(
  document: LicenseDocument,
  root: MapNode,
  coverage: Coverage,
  gap: Gap,
  at: Instant,
): readonly Edit[] | undefined {
  const { format } = document;
  const { text } = document.file;
  const notation = notationOf(format);
  const pairs = pairsFor(document, coverage, gap, at, notation);
  const item = notation.map(pairs);
  const [, review] = pairs.at(-1)!;
  const select = (edit: Edit): Edit => selecting(edit, review);
  const pair = document.fields.acceptedGaps;
  const last = pair?.value.kind === 'list' ? pair.value.items.at(-1) : undefined;
  if (pair?.value.kind === 'list' && last?.kind === 'map') {
    const lines = [`[[${pair.key.text}]]`, ...pairs.map(([key, value]) => key + notation.assign + value)];
    const copy = { text: pair.value.style === 'table' ? lines.join(lineBreakOf(text)) : item };
    const place = { list: pair.value, node: last, side: 'after' } as const;
    return placeItems(text, place, [{ original: last, copy }], notation).map(select);
  }
  if (pair) {
    const edit = intoEmpty(text, pair, item);
    return edit && [select(edit)];
  }
  const value = format === 'yaml' && root.style === 'block' ? `${lineBreakOf(text)}  - ${item}` : `[${item}]`;
  return [select(intoRoot(text, root, { key: 'acceptedGaps', value }, notation))];
}

function pairsFor(
  document: LicenseDocument,
  { environment, product }: Coverage,
  gap: Gap,
  at: Instant,
  notation: Notation,
): readonly (readonly [key: string, value: string])[] {
  const zone = zoneNamed(document.rule.zone) ?? utc;
  const like = [gap.before?.entry.fields.expires, gap.after?.entry.fields.starts].map(textOf).find(text => text);
  const spelled = (instant: Instant): string =>
    notation.date(
      isStartOfDay(zone, instant)
        ? spelledLike(like, dayAt(zone, instant), document.dateFormats)
        : offsetDateTime(zone, instant),
    );
  const { from, until } = fillOf(gap);
  const review = from > at ? dayAt(zone, from) : dayAt(zone, at) + daysToReview;
  return [
    // One of the document's own goes without saying; of another, only that gap is meant.
    ...(environment === undefined || environment === textOf(document.fields.environment)
      ? []
      : [['environment', notation.value(environment)] as const]),
    ...(product === undefined ? [] : [['product', notation.value(product)] as const]),
    ['from', spelled(from)],
    ['until', spelled(until)],
    ['reason', notation.value(reasonPlaceholder)],
    ['reviewBy', notation.date(spelledLike(like, review, document.dateFormats))],
  ];
}

/** The reason is what is typed first, and then the day of the review, which is written last. */
function selecting(edit: Edit, review: string): Edit {
  const start = edit.text.indexOf(reasonPlaceholder);
  if (start < 0) return edit;
  const quote = /^["']/.test(review) ? 1 : 0;
  const day = edit.text.lastIndexOf(review) + quote;
  return {
    ...edit,
    select: { start, end: start + reasonPlaceholder.length },
    selectNext: { start: day, end: day + review.length - 2 * quote },
  };
}
