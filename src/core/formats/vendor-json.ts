// What the readers of vendors' JSON share: values by name, instants with their places, and what broken text costs.
import { type GoodDate, readDate } from '../dates';
import type { Instant, Problem } from '../model';
import { firstIndex } from '../search';
import { contentSpan } from '../text';
import { offsetDateTime, utc } from '../time';
import { type MapNode, maxDepth, type Node, type Scalar, type Span, type TreeProblem } from '../tree';
import * as vendorWords from '../words/vendor-files';
import * as writtenWords from '../words/written';
import { readJson } from './json';
import type { Described, VendorField, VendorReading } from './vendor';

/** 9999-12-31T23:59:59.999Z: later years have five digits, and no vendor means them. */
export const lastInstant: Instant = 253_402_300_799_999;

/**
 * An instant as a vendor's file says it, at its place. `text`: as it is told to people, since nobody reads milliseconds since 1970.
 */
export interface WrittenInstant extends Span {
  readonly at: Instant;
  readonly text: string;
}

/** An instant, a problem that stands in its place, or `undefined`: the file says none. */
export type Found = WrittenInstant | Problem | undefined;

/** What is wrong with a license: the first of these that is a problem. */
export function problemIn(...all: readonly Found[]): Problem | undefined {
  return all.find(found => found !== undefined && 'rule' in found) as Problem | undefined;
}

export function readInstant(found: Found): WrittenInstant | undefined {
  return found && 'at' in found ? found : undefined;
}

/** An instant that is not written as people write them: its text is the date and time in UTC. */
export function epochAt(at: Instant, { start, end }: Span): WrittenInstant {
  return { at, start, end, text: offsetDateTime(utc, at) };
}

/** A date in a signed license that can't be read. `shape`: one that can. */
export function wrongDate(node: Span, text: string, shape: string, why: 'impossible' | 'unreadable'): Problem {
  return {
    rule: 'invalid-date',
    span: spanOf(node),
    message: vendorWords.wrongVendorDate(why, text.slice(0, 300), shape),
  };
}

/** The whole of a JSON file. */
export interface VendorJson {
  readonly root: Node | undefined;
  /** Asks of one license after another, in the order of the text, whether the text is broken in it. */
  isTorn(license: Span): boolean;
  /** Counts, at last, what is broken in no license: it might have been one. */
  finish(): void;
}

/** Reads a JSON file as far as it can be read; what can't is told. */
export function readVendorJson({ text, problems, broken }: VendorReading): VendorJson {
  const tree = readJson(text);
  for (const problem of tree.problems) problems.push(problemOf(problem));
  const starts = tree.problems.map(({ start }) => start).sort((a, b) => a - b);
  let inside = 0;
  return {
    root: tree.documents[0],
    isTorn: license => {
      const first = firstIndex(starts, start => start >= license.start);
      const count = firstIndex(starts, start => start >= license.end) - first;
      inside += count;
      return count > 0;
    },
    finish: () => {
      for (let i = starts.length - inside; i > 0; i--)
        broken.push({ environment: undefined, product: undefined, unreadable: true });
    },
  };
}

function problemOf({ code, start, end, reason }: TreeProblem): Problem {
  const message = code === 'depth' ? writtenWords.tooDeep(maxDepth) : writtenWords.syntax(reason);
  return { rule: code === 'depth' ? 'limit' : 'syntax', span: { start, end }, message };
}

/** The value of a name; `undefined` where there is none, or `null`. Of several the last counts, as it does to the vendors' readers. */
export function namedValue(map: MapNode, name: string): Node | undefined {
  let found: Node | undefined;
  for (const { key, value } of map.pairs) if (key.text === name) found = value;
  return found?.kind === 'scalar' && found.type === 'null' ? undefined : found;
}

/** The same, unless the text ends in it: then there was more of it. */
export function wholeValue(map: MapNode, name: string, text: string): Node | undefined {
  const value = namedValue(map, name);
  return value && value.end < text.length ? value : undefined;
}

export function mapOf(map: MapNode, name: string): MapNode | undefined {
  const value = namedValue(map, name);
  return value?.kind === 'map' ? value : undefined;
}

export function stringOf(map: MapNode, name: string): Scalar | undefined {
  const value = namedValue(map, name);
  return value?.kind === 'scalar' && value.type === 'string' && value.text.trim() !== '' ? value : undefined;
}

/** Where a value stands, without its quotes. */
export function spanOf(node: Span | Node): Span {
  if ('kind' in node && node.kind === 'scalar') return contentSpan(node);
  return { start: node.start, end: node.end };
}

/** What a value says, for a message. */
export function saidBy(node: Node, text: string): string {
  return node.kind === 'scalar' ? node.text : text.slice(node.start, Math.min(node.end, node.start + 300));
}

/** A date that a person wrote or could have; what is no instant by itself, `instantOf` decides about. `undefined` from it: unreadable. */
export function readWrittenDate(
  node: Node,
  text: string,
  shape: string,
  instantOf: (date: GoodDate) => Instant | undefined,
): WrittenInstant | Problem {
  const said = saidBy(node, text);
  const isString = node.kind === 'scalar' && node.type === 'string';
  // Go prints the name of the zone behind its offset.
  const date = isString && said.length < 100 ? readDate(said.replace(/ [A-Z]{2,5}$/, '')) : undefined;
  if (!date || date.kind === 'wrong') {
    return wrongDate(node, said, shape, date?.why === 'impossible' ? 'impossible' : 'unreadable');
  }
  const at = instantOf(date);
  return at === undefined ? wrongDate(node, said, shape, 'unreadable') : { at, ...spanOf(node), text: said };
}

/** A license in JSON: found again under its first name, with the fields that it has. */
export function describeMap(map: MapNode, fields: readonly VendorField[]): Described {
  const [first] = map.pairs;
  return { head: first ? spanOf(first.key) : { start: map.start, end: Math.min(map.start + 1, map.end) }, fields };
}

/** A field for an instant, where there is one. */
export function fieldFor(field: 'starts' | 'expires', found: Found): readonly VendorField[] {
  const instant = readInstant(found);
  return instant ? [{ field, start: instant.start, end: instant.end, text: instant.text }] : [];
}
