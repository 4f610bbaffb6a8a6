// Finds the caret in brackets and braces: all of JSON, YAML's flow style, and TOML's values. What is torn costs only itself.
import type { Steps } from '../steps';
import {
  commentPlace,
  emptyMap,
  longestWord,
  type Path,
  type Place,
  stringAt,
  tokenOf,
  type Word,
  type WrittenList,
  type WrittenMap,
  type WrittenPair,
} from './native-place';

/** How a notation writes what stands in its brackets. */
export interface Dialect {
  /** Between a key and its value. */
  readonly sign: ':' | '=';
  /** A single quote written twice is one. */
  readonly isDoubled: boolean;
  /** What matches a comment at its place; sticky. */
  readonly comment: RegExp;
  /** What matches a word without quotes at its place; sticky. */
  readonly word: RegExp;
  /** Whether a line shows that the brackets above it were never closed. */
  isTorn(text: string, line: number, isBehindComma: boolean, isInMap: boolean): boolean;
}

export const jsonDialect: Dialect = {
  sign: ':',
  isDoubled: false,
  comment: /\/\/[^\r\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$)/y,
  word: /[^\s,:{}[\]"'/]+/y,
  isTorn: () => false,
};

/** A mapping or a list that is still open. */
interface Frame {
  readonly map: WrittenMap | undefined;
  readonly list: WrittenList | undefined;
  readonly path: Path;
  /** What comes next; `comma`: that, or the closing bracket. */
  state: 'key' | 'sign' | 'value' | 'comma';
  /** The pair whose value comes next. */
  pair: WrittenPair | undefined;
  index: number;
  /** Behind what came last. */
  end: number;
}

export interface FlowResult {
  readonly places: readonly Place[];
  /** Behind the closing bracket, or where the brackets turn out to be torn. */
  readonly end: number;
  /** What stands in the brackets, if that is a mapping. */
  readonly map: WrittenMap | undefined;
}

/** How many words are read in one step. */
const stepLength = 5_000;

/** Reads what stands in brackets from `start` on, to their end or as far as the mapping goes in which the caret stands. */
export function* scanFlow(text: string, start: number, caret: number, dialect: Dialect, path: Path): Steps<FlowResult> {
  const reader = new FlowReader(text, start, caret, dialect, path);
  for (let count = 1; reader.step(); count++) if (count % stepLength === 0) yield;
  return { places: reader.places, end: reader.pos, map: reader.root?.map };
}

const blanks = /[\s\ufeff]*/y;

class FlowReader {
  readonly places: Place[] = [];
  pos: number;
  root: Frame | undefined;
  readonly #text: string;
  readonly #caret: number;
  readonly #dialect: Dialect;
  readonly #path: Path;
  readonly #frames: Frame[] = [];
  /** How many frames were open where the caret stands. */
  #depth: number | undefined;

  constructor(text: string, start: number, caret: number, dialect: Dialect, path: Path) {
    this.#text = text;
    this.pos = start;
    this.#caret = caret;
    this.#dialect = dialect;
    this.#path = path;
  }

  /** Reads on by a word or a sign. Answers whether there is more to read. */
  step(): boolean {
    const text = this.#text;
    const before = this.pos;
    blanks.lastIndex = before;
    blanks.test(text);
    const at = blanks.lastIndex;
    if (this.#isTorn(before, at)) return false;
    const word = this.#wordAt(at);
    if (this.#isBetween(before, at, word)) this.#placeBetween(before === this.#caret, at);
    if (at >= text.length) {
      this.pos = at;
      return false;
    }
    const comment = this.#commentAt(at);
    this.pos = comment ?? word?.end ?? at + 1;
    if (comment !== undefined) return true;
    if (word) this.#read(word);
    else this.#readSign(text[at]!, at);
    return this.#frames.length >= Math.max(1, this.#depth ?? 0);
  }

  get #isFound(): boolean {
    return this.#depth !== undefined;
  }

  /** The caret may still stand above the line that shows it. */
  #isTorn(before: number, at: number): boolean {
    const text = this.#text;
    if (at === before || at >= text.length) return false;
    const line = before + text.slice(before, at).lastIndexOf('\n') + 1;
    if (line === before) return false;
    const isBehindComma = /[,{[]/.test(text[before - 1] ?? '');
    if (!this.#dialect.isTorn(text, line, isBehindComma, this.#frames.at(-1)?.map !== undefined)) return false;
    if (!this.#isFound && this.#caret >= before && this.#caret < line)
      this.#placeBetween(this.#caret === before, text.length);
    this.pos = line;
    return true;
  }

  #isBetween(before: number, at: number, word: Word | undefined): boolean {
    const caret = this.#caret;
    return !this.#isFound && caret >= before && caret <= at && !(caret === at && word?.quote === '');
  }

  /** `isGlued`: nothing stands between the caret and what comes before it; `next`: where something else comes. */
  #placeBetween(isGlued: boolean, next: number): void {
    const top = this.#frames.at(-1);
    const caret = this.#caret;
    this.#depth = this.#frames.length;
    if (!top) {
      const token = tokenOf(undefined, caret);
      if (next >= this.#text.length) this.places.push({ kind: 'file', token, path: [], before: '', after: '' });
      return;
    }
    if (top.state === 'sign' || (isGlued && top.state === 'comma') || this.#isBeforeValue(top, next)) return;
    const other = this.#behindComments(next);
    this.#place(top, undefined, other < this.#text.length && !/[,}\]]/.test(this.#text[other]!));
  }

  #behindComments(at: number): number {
    const { comment } = this.#dialect;
    let end = at;
    for (;;) {
      comment.lastIndex = end;
      const match = comment.exec(this.#text);
      if (!match) return end;
      blanks.lastIndex = comment.lastIndex;
      blanks.test(this.#text);
      end = blanks.lastIndex;
    }
  }

  /** Whether the value that is asked for stands there already. */
  #isBeforeValue(top: Frame, next: number): boolean {
    if (!top.map || top.state !== 'value' || next >= this.#text.length) return false;
    const word = this.#wordAt(next);
    return word ? !this.#isNextKey(top, word) : /[{[]/.test(this.#text[next]!);
  }

  #place(top: Frame, word: Word | undefined, isBeforeOther: boolean): void {
    const { map, list, path, state, pair } = top;
    const token = tokenOf(word, this.#caret);
    this.#depth = this.#frames.length;
    const space = !word && this.#text[token.end] === '#' ? ' ' : '';
    const after = (isBeforeOther ? ',' : '') + space;
    const comma = state === 'comma' ? top.end : undefined;
    if (list) {
      this.places.push({ kind: 'item', token, path, before: '', after, comma, list, dash: false });
    } else if (map && state === 'value' && pair) {
      const before = this.#text[token.start - 1] === this.#dialect.sign ? ' ' : '';
      this.places.push({ kind: 'value', token, path, before, after, map, key: pair.key, style: 'flow' });
    } else if (map) {
      const isAssigned = word !== undefined && this.#isSignNext(token.end);
      this.places.push({
        ...{ kind: 'key', token, path, before: '', after: isAssigned ? '' : after, comma },
        ...{ map, isAssigned, style: 'flow' },
      });
    }
  }

  #isSignNext(at: number): boolean {
    let next = at;
    while (this.#text[next] === ' ' || this.#text[next] === '\t') next++;
    return this.#text[next] === this.#dialect.sign;
  }

  /** Behind the comment at an offset, if one is there. */
  #commentAt(at: number): number | undefined {
    const first = this.#text[at];
    if (first !== '/' && first !== '#') return undefined;
    const { comment } = this.#dialect;
    comment.lastIndex = at;
    const match = comment.exec(this.#text)?.[0];
    if (match === undefined) return undefined;
    const end = at + match.length;
    const isClosed = match.endsWith('*/');
    if (!this.#isFound && this.#caret > at && (isClosed ? this.#caret < end : this.#caret <= end)) {
      const mark = match.startsWith('#') ? 1 : 2;
      if (this.#caret >= at + mark) this.places.push(commentPlace(this.#text, at, this.#caret, mark));
      this.#depth = this.#frames.length;
    }
    return end;
  }

  #wordAt(at: number): Word | undefined {
    const text = this.#text;
    const first = text[at];
    if (first === '"' || first === "'") return stringAt(text, at, this.#dialect.isDoubled);
    const { word } = this.#dialect;
    word.lastIndex = at;
    const said = word.exec(text)?.[0].trimEnd();
    return said ? { start: at, end: at + said.length, text: said, quote: '' } : undefined;
  }

  #read(word: Word): void {
    const top = this.#frames.at(-1);
    const isHere = this.#isCaretIn(word);
    if (!top) {
      if (isHere) this.#depth = 0;
      return;
    }
    const isKey = top.map !== undefined && (top.state !== 'value' || this.#isNextKey(top, word));
    if (isKey && top.state === 'value') top.state = 'key';
    if (isHere) this.#place(top, word, isKey && this.#isWordNext(word.end));
    top.end = word.end;
    if (!isKey) {
      if (top.pair) Object.assign(top.pair, { value: word, hasValue: true });
      top.state = 'comma';
      return;
    }
    top.pair = { key: word, hasValue: false };
    // What is still being typed is none yet.
    if (!isHere) top.map?.pairs.push(top.pair);
    top.state = this.#isSignNext(word.end) ? 'sign' : 'comma';
  }

  #isCaretIn({ start, end, quote, isOpen }: Word): boolean {
    const caret = this.#caret;
    if (this.#isFound) return false;
    if (quote === '') return caret >= start && caret <= end;
    return caret > start && (isOpen ? caret <= end : caret < end);
  }

  /** Where a value is missing, the next line may begin with a key. */
  #isNextKey(top: Frame, { start, end }: Word): boolean {
    return this.#isSignNext(end) && this.#text.slice(top.end, start).includes('\n');
  }

  #isWordNext(at: number): boolean {
    return /^\s*["'\w]/.test(this.#text.slice(at, at + longestWord));
  }

  #readSign(sign: string, at: number): void {
    const top = this.#frames.at(-1);
    if (sign === '{' || sign === '[') this.#open(sign, at);
    else if (sign === '}' || sign === ']') this.#close(sign === '}');
    else if (top) this.#separate(top, sign, at);
  }

  #separate(top: Frame, sign: string, at: number): void {
    if (sign === ',') {
      top.state = top.map ? 'key' : 'value';
      top.pair = undefined;
      top.index++;
    } else if (sign === this.#dialect.sign && top.state === 'sign') top.state = 'value';
    top.end = at + 1;
  }

  #open(bracket: '{' | '[', at: number): void {
    const last = this.#frames.at(-1);
    // An item that begins where a key should be shows that the one before was never closed.
    if (bracket === '{' && last?.map && last.state !== 'value' && this.#frames.at(-2)?.list) this.#finish(at);
    const top = this.#frames.at(-1);
    if (top?.pair) top.pair.hasValue = true;
    const step = top && (top.list ? top.index : (top.pair?.key.text ?? ''));
    const path = top && step !== undefined ? [...top.path, step] : this.#path;
    const common = { path, pair: undefined, index: 0, end: at + 1 };
    const frame: Frame =
      bracket === '{'
        ? { ...common, map: emptyMap(at, 'flow'), list: undefined, state: 'key' }
        : { ...common, map: undefined, list: { start: at, style: 'flow' }, state: 'value' };
    this.#frames.push(frame);
    this.root ??= frame;
  }

  /** What was opened inside of it and never closed ends with it. */
  #close(isMap: boolean): void {
    if (!this.#frames.some(({ map }) => (map !== undefined) === isMap)) return;
    while ((this.#frames.at(-1)!.map !== undefined) !== isMap) this.#finish(this.pos);
    this.#finish(this.pos);
  }

  #finish(end: number): void {
    const { map } = this.#frames.pop()!;
    const parent = this.#frames.at(-1);
    if (map) map.end = end;
    if (!parent) return;
    const { list } = parent;
    const isAround = map !== undefined && map.start < this.#caret && this.#caret < end;
    if (list && map && !isAround && (!this.#isFound || !list.neighbor)) list.neighbor = map;
    parent.state = 'comma';
    parent.end = end;
  }
}
