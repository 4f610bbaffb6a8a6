// What a place in a native file is: where its caret stands, in whatever notation, and what is written around it.
import type { Span } from '../tree';

/** A key or a scalar value as written. */
export interface Word extends Span {
  /** Without quotes, escapes as they stand. */
  readonly text: string;
  /** `''`: none. */
  readonly quote: string;
  /** Its closing quote is missing. */
  readonly isOpen?: boolean;
}

/** A key, and what is known of its value. */
export interface WrittenPair {
  readonly key: Word;
  /** Absent: none, or a mapping or a list. */
  value?: Word;
  /** Whether anything stands behind its sign. */
  hasValue: boolean;
}

/** A mapping around the caret, or the item before it in a list. */
export interface WrittenMap {
  /** Where it begins: at its bracket, its first key or its header. */
  readonly start: number;
  /** Behind its last pair or bracket; known when it is over. */
  end: number;
  readonly style: 'flow' | 'block' | 'table';
  /** All, in the order written, but what is just being typed as a key. */
  readonly pairs: WrittenPair[];
}

/** A list around the caret. */
export interface WrittenList {
  readonly start: number;
  readonly style: 'flow' | 'block' | 'table';
  /** The item before the caret, or else the first behind it. */
  neighbor?: WrittenMap;
}

/** Keys and indexes from the top of a document down; the index of a list says only that it is one. */
export type Path = readonly (string | number)[];

/** What an offer takes the place of. */
export interface Token extends Span {
  /** What is written there up to the caret, without the quote before it. */
  readonly typed: string;
  /** The quote that stands before it. */
  readonly quote: string;
}

interface PlaceOf<K extends string> {
  readonly kind: K;
  readonly token: Token;
  readonly path: Path;
  /** What must be written before and behind an offer, so that it stands apart from its neighbors. */
  readonly before: string;
  readonly after: string;
  /** Where a comma is missing behind what comes before. */
  readonly comma?: number | undefined;
}

export interface KeyPlace extends PlaceOf<'key'> {
  readonly map: WrittenMap;
  /** The sign behind it stands there already. */
  readonly isAssigned: boolean;
  readonly style: WrittenMap['style'];
}

export interface ValuePlace extends PlaceOf<'value'> {
  readonly map: WrittenMap;
  readonly key: Word;
  readonly style: WrittenMap['style'];
}

/** Where an item of a list may begin; in a block list with its dash, where none stands there yet. */
export interface ItemPlace extends PlaceOf<'item'> {
  readonly list: WrittenList;
  readonly dash: boolean;
}

/** Where a table of TOML may begin, at the beginning of a line. */
export interface HeaderPlace extends PlaceOf<'header'> {
  /** The names of the tables and keys at the top of the file. */
  readonly names: ReadonlySet<string>;
  readonly lists: ReadonlyMap<string, WrittenMap>;
  /** Keys stand below it already. */
  readonly hasPairs: boolean;
}

/** An empty file, of a notation that has brackets around all. */
export interface FilePlace extends PlaceOf<'file'> {}

export interface CommentPlace extends PlaceOf<'comment'> {
  /** What the comment says before the caret. */
  readonly said: string;
}

/** One caret may stand at several: a new line may begin a key as well as an item. */
export type Place = KeyPlace | ValuePlace | ItemPlace | HeaderPlace | FilePlace | CommentPlace;

export function emptyMap(start: number, style: WrittenMap['style']): WrittenMap {
  return { start, end: start, style, pairs: [] };
}

/** A comment from its mark on, which is so many characters long. */
export function commentPlace(text: string, start: number, caret: number, mark: number): CommentPlace {
  const said = text.slice(start + mark, caret);
  const typed = /[\w-]*$/.exec(said)![0];
  const end = caret + /^[\w-]*/.exec(text.slice(caret, caret + longestWord))![0].length;
  const token = { start: caret - typed.length, end, typed, quote: '' };
  return { kind: 'comment', token, path: [], before: '', after: '', said };
}

/** Nobody types longer ones. */
export const longestWord = 200;

/** The token of a caret in a word, or between two. */
export function tokenOf(word: Word | undefined, caret: number): Token {
  if (!word) return { start: caret, end: caret, typed: '', quote: '' };
  const { start, end, text, quote, isOpen } = word;
  const typed = text.slice(0, Math.max(0, caret - start - quote.length));
  // An open quote takes the rest of its line, of which only a word belongs to it.
  const last = isOpen ? caret + /^[\w-]*/.exec(text.slice(typed.length))![0].length : end;
  return { start, end: last, typed, quote };
}

/** A string in quotes, which ends with its line at the latest. `isDoubled`: a single quote written twice is one. */
export function stringAt(text: string, at: number, isDoubled: boolean): Word {
  const quote = text[at]!;
  let end = at + 1;
  for (; end < text.length; end++) {
    const next = text[end];
    if (next === quote) {
      if (!isDoubled || quote !== "'" || text[end + 1] !== quote)
        return { start: at, end: end + 1, text: text.slice(at + 1, end), quote };
      end++;
    } else if (next === '\n' || (next === '\r' && text[end + 1] === '\n')) break;
    else if (next === '\\' && quote === '"' && text[end + 1] !== '\n' && text[end + 1] !== '\r') end++;
  }
  end = Math.min(end, text.length);
  return { start: at, end, text: text.slice(at + 1, end), quote, isOpen: true };
}
