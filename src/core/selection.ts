// What a selection grows to, step by step: from the value at a place over its field and its entry to the whole file.
import { fieldNames } from './formats/fields';
import { LineReader } from './formats/line-reader';
import { type Block, blocksOf } from './formats/lmx-reader';
import { scalarOf } from './formats/records';
import { isProse, type Language, type LineLanguage } from './languages';
import type { LicenseFile } from './model';
import type { Steps } from './steps';
import { contentSpan, lineEnd, lineStart } from './text';
import type { Node, Pair, Scalar, Span } from './tree';

/** How many records are looked at in one step. */
const stepLength = 1_000;

/** In a native file: value, pair, entry, list, document and file. Each holds the one before it and is larger. */
export function selectionsInTree(text: string, roots: readonly Node[], offset: number): readonly Span[] {
  const spans: Span[] = [];
  for (const root of roots) if (holds(root, offset)) addNode(root, offset, spans);
  return nested(spans, text, offset);
}

/** In a vendor's file whose records are known: value, word, record, its lines and file. */
export function* selectionsInRecords(text: string, language: Language, offset: number): Steps<readonly Span[]> {
  const spans: Span[] = [];
  if (language.shape === 'lines') yield* addRecord(text, language, offset, spans);
  else yield* addBlock(text, offset, spans);
  return nested(spans, text, offset);
}

/** In any other vendor's file: field, entry and file. */
export function selectionsInTerms({ text, terms }: LicenseFile, offset: number): readonly Span[] {
  const entries = new Set(terms.map(({ entry }) => entry));
  const spans = [...entries].flatMap(({ node, fields }) =>
    holds(node, offset) ? [node, ...fieldNames.flatMap(name => scalarOf(fields[name]) ?? [])] : [],
  );
  return nested(spans, text, offset);
}

function addNode(node: Node, offset: number, spans: Span[]): void {
  spans.push(node);
  if (node.kind === 'scalar') spans.push(contentSpan(node));
  else if (node.kind === 'list') {
    const item = node.items.find(each => holds(each, offset));
    if (item) addNode(item, offset, spans);
  } else {
    const pair = node.pairs.find(each => holds(spanOf(each), offset));
    if (pair) addPair(pair, offset, spans);
  }
}

function addPair(pair: Pair, offset: number, spans: Span[]): void {
  spans.push(spanOf(pair));
  if (holds(pair.key, offset)) addScalar(pair.key, spans);
  // The header of a TOML table is a part of the table.
  if (holds(pair.value, offset)) addNode(pair.value, offset, spans);
}

function addScalar(scalar: Scalar, spans: Span[]): void {
  spans.push(scalar, contentSpan(scalar));
}

function spanOf({ key, value }: Pair): Span {
  return { start: Math.min(key.start, value.start), end: Math.max(key.end, value.end) };
}

function* addRecord(text: string, language: LineLanguage, offset: number, spans: Span[]): Steps<void> {
  const { dialect, kinds } = language.format;
  const reader = new LineReader(text, dialect);
  let count = 0;
  while (reader.next() && reader.start <= offset) {
    if (++count % stepLength === 0) yield;
    if (reader.end < offset || isProse(reader, kinds.get(reader.keyword))) continue;
    spans.push({ start: reader.start, end: reader.end }, reader.head);
    for (let i = 0; i < reader.count; i++)
      spans.push({ start: reader.starts[i]!, end: reader.ends[i]! }, reader.valueSpan(i));
    return;
  }
}

function* addBlock(text: string, offset: number, spans: Span[]): Steps<void> {
  let count = 0;
  for (const block of blocksOf(text)) {
    if (++count % stepLength === 0) yield;
    if (block.start > offset) return;
    if (block.end >= offset) spans.push(...partsOf(block));
  }
}

function partsOf({ start, end, head, feature, directives }: Block): readonly Span[] {
  const inner = [...directives.values()].flatMap(({ key, value }) => [
    key,
    value,
    { start: key.start, end: Math.max(key.end, value.end) },
  ]);
  return [{ start, end }, head, ...(feature ? [feature] : []), ...inner];
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** Those that hold the offset from small to large, and what they are lines of; none that the one before it juts out of. */
function nested(spans: readonly Span[], text: string, offset: number): readonly Span[] {
  const inOrder = spans
    .filter(span => holds(span, offset) && span.end > span.start)
    .sort((a, b) => length(a) - length(b));
  const largest = inOrder.at(-1);
  const lines = largest ? [{ start: lineStart(text, largest.start), end: lineEnd(text, largest.end) }] : [];
  const chain: Span[] = [];
  for (const { start, end } of [...inOrder, ...lines, { start: 0, end: text.length }]) {
    const inner = chain.at(-1);
    const isLarger = !inner || (start <= inner.start && end >= inner.end && end - start > length(inner));
    if (isLarger) chain.push({ start, end });
  }
  return chain;
}

function length({ start, end }: Span): number {
  return end - start;
}
