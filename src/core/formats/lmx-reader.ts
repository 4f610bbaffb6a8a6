// Finds the blocks of an LM-X license file and their directives.
// Source: X-Formation, "License file syntax" (one directive a line) and "License file examples" (several).
import { lineEnd } from '../text';
import type { Span } from '../tree';
import { char, isBlank, isLineBreak } from './chars';

/** `NAME = value`. */
export interface Directive {
  readonly key: Span;
  /** Without its quotes; empty where nothing stands behind the sign. */
  readonly value: Span;
}

/** `FEATURE name { … }`. */
export interface Block extends Span {
  /** The keyword. */
  readonly head: Span;
  readonly feature: Span | undefined;
  /** By name in capital letters; the first of two that say the same. */
  readonly directives: ReadonlyMap<string, Directive>;
  /** What ends it: its brace, or the next block or the end of the text, so that nobody knows what it lacks. */
  readonly isClosed: boolean;
  /** The quote that is never closed, or -1. */
  readonly openQuote: number;
}

const keyword = 'FEATURE';
const beginning = /^[ \t]*FEATURE(?![^\s{])(?![ \t]*=)/gm;
const nextBeginning = /FEATURE(?![^\s{])(?![ \t]*=)/y;

export function* blocksOf(text: string): Generator<Block, undefined, undefined> {
  for (let start = nextStart(text, 0); start !== undefined; ) {
    const block = blockAt(text, start);
    yield block;
    const end = Math.max(block.end, block.head.end);
    start = block.isClosed && isBeginning(text, skipBlanks(text, end)) ? skipBlanks(text, end) : nextStart(text, end);
  }
}

/** Where the keyword of the next block stands that begins a line. */
function nextStart(text: string, from: number): number | undefined {
  beginning.lastIndex = from;
  const match = beginning.exec(text);
  return match ? match.index + match[0].length - keyword.length : undefined;
}

/** Whether a block begins there: also behind the brace of another. */
function isBeginning(text: string, at: number): boolean {
  nextBeginning.lastIndex = at;
  return nextBeginning.test(text);
}

function skipBlanks(text: string, at: number): number {
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** The block whose keyword stands at an offset. */
export function blockAt(text: string, start: number): Block {
  return new BlockReader(text, start).read();
}

class BlockReader {
  readonly #text: string;
  readonly #head: Span;
  readonly #directives = new Map<string, Directive>();
  #at: number;
  /** Behind the last word. */
  #end: number;
  #openQuote = -1;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#head = { start, end: start + keyword.length };
    this.#at = this.#head.end;
    this.#end = this.#head.end;
  }

  read(): Block {
    const feature = this.#feature();
    this.#skip();
    const isClosed = this.#text.charCodeAt(this.#at) === char.openMap && this.#inside();
    return {
      ...{ start: this.#head.start, end: this.#end, head: this.#head, feature },
      ...{ directives: this.#directives, isClosed, openQuote: this.#openQuote },
    };
  }

  /** The word behind the keyword, on its line. */
  #feature(): Span | undefined {
    let start = this.#at;
    while (isBlank(this.#text.charCodeAt(start))) start++;
    let end = start;
    while (end < this.#text.length && !isSpace(this.#code(end)) && this.#code(end) !== char.openMap) end++;
    this.#at = end;
    if (end === start || this.#code(start) === char.hash) return undefined;
    this.#end = end;
    return { start, end };
  }

  /** The directives up to the brace that ends the block; whether there is one. */
  #inside(): boolean {
    let depth = 0;
    while (this.#at < this.#text.length) {
      const code = this.#code(this.#at);
      if (code === char.openMap || code === char.closeMap) {
        depth += code === char.openMap ? 1 : -1;
        this.#at++;
        this.#end = this.#at;
        if (depth === 0) return true;
      } else this.#word(depth === 1);
      if (this.#skip() && this.#isNextBlock()) return false;
    }
    return false;
  }

  #isNextBlock(): boolean {
    nextBeginning.lastIndex = this.#at;
    return nextBeginning.test(this.#text);
  }

  /** A directive, or a word that belongs to none. Those in braces of their own say nothing of the license. */
  #word(isOurs: boolean): void {
    const start = this.#at;
    let end = start;
    while (end < this.#text.length && !endsName(this.#code(end))) end++;
    let at = end;
    while (isBlank(this.#code(at))) at++;
    if (this.#code(at) !== char.equals) {
      this.#at = end;
      this.#end = end;
      return;
    }
    const name = end - start <= longestName ? this.#text.slice(start, end).toUpperCase() : '';
    const value = this.#value(at + 1, name === 'KEY');
    if (isOurs && !this.#directives.has(name)) this.#directives.set(name, { key: { start, end }, value });
  }

  /** A key may hold any sign, so that a brace right behind it counts to it. */
  #value(from: number, isKey: boolean): Span {
    let start = from;
    while (isBlank(this.#code(start))) start++;
    let end = start;
    if (this.#code(start) === char.quote) {
      const line = lineEnd(this.#text, start);
      end = start + 1;
      while (end < line && this.#code(end) !== char.quote) end++;
      this.#at = Math.min(end + 1, line);
      if (end === line && this.#openQuote < 0) this.#openQuote = start;
      start++;
    } else {
      while (end < this.#text.length && !isSpace(this.#code(end)) && (isKey || this.#code(end) !== char.closeMap))
        end++;
      this.#at = end;
    }
    this.#end = this.#at;
    return { start, end };
  }

  /** White space and comments; whether there was a line break among them. */
  #skip(): boolean {
    let isNextLine = false;
    for (;;) {
      const code = this.#code(this.#at);
      if (isLineBreak(code)) isNextLine = true;
      else if (code === char.hash) this.#at = lineEnd(this.#text, this.#at) - 1;
      else if (!isSpace(code)) return isNextLine;
      this.#at++;
    }
  }

  #code(at: number): number {
    return this.#text.charCodeAt(at);
  }
}

/** No directive has a longer name, and some lines are one word of a megabyte. */
const longestName = 40;

function isSpace(code: number): boolean {
  return isBlank(code) || isLineBreak(code) || code === 11 || code === 12;
}

function endsName(code: number): boolean {
  return isSpace(code) || code === char.equals || code === char.openMap || code === char.closeMap;
}
