// Finds the caret in YAML by lines and columns, which say what stands where even in a text that no parser takes.
import type { Steps } from '../steps';
import { lineEnd, lineStart, nextLine } from '../text';
import { type Dialect, scanFlow } from './native-flow';
import {
  commentPlace,
  emptyMap,
  type Path,
  type Place,
  stringAt,
  tokenOf,
  type Word,
  type WrittenList,
  type WrittenMap,
  type WrittenPair,
} from './native-place';

/** A mapping or a list whose keys or dashes stand in one column. */
interface Frame {
  readonly column: number;
  readonly path: Path;
  readonly map: WrittenMap | undefined;
  readonly list: WrittenList | undefined;
  /** A list's last item: whether anything stands in it. */
  isItemEmpty: boolean;
  index: number;
}

/** How many lines are read in one step. */
const stepLength = 2_000;

/** All places that the caret may be at. */
export function* placesInYaml(text: string, caret: number): Steps<readonly Place[]> {
  const reader = new YamlReader(text, caret);
  for (let count = 1; reader.pos < text.length || !reader.isFound; count++) {
    if (!(yield* reader.readLine())) break;
    if (count % stepLength === 0) yield;
  }
  return reader.places;
}

const flowDialect = (column: number): Dialect => ({
  sign: ':',
  isDoubled: true,
  comment: /#[^\r\n]*/y,
  word: /(?:[^\s,[\]{}:#]|:(?=[^\s,[\]{}])|(?<=\S)#|[ \t]+(?=[^\s,[\]{}:#]))+/y,
  // A key no further in than the one before the bracket stands outside of it.
  isTorn: (text, line) => {
    const [, indent, dash] = /^([ ]*)(- )?[\w"'-]+[ \t]*:(?=\s|$)/.exec(text.slice(line, line + 200)) ?? [];
    return indent !== undefined && (indent.length <= column || dash !== undefined);
  },
});

class YamlReader {
  readonly places: Place[] = [];
  pos = 0;
  readonly #text: string;
  readonly #caret: number;
  #frames: Frame[] = [];
  isFound = false;
  /** The mapping in which the caret stands; when it is over, all is known. */
  #own: WrittenMap | undefined;
  /** A mapping that may only begin behind the caret. */
  #coming: { readonly pair: WrittenPair | undefined; readonly column: number; readonly map: WrittenMap } | undefined;

  constructor(text: string, caret: number) {
    this.#text = text;
    this.#caret = caret;
    if (text.charCodeAt(0) === 0xfeff) this.pos = 1;
  }

  /** Reads a line and what belongs to it. Answers whether there is more to read. */
  *readLine(): Steps<boolean> {
    const text = this.#text;
    const start = this.pos;
    const end = lineEnd(text, start);
    this.pos = nextLine(text, start);
    const isLast = end === text.length;
    const isHere = !this.isFound && this.#caret >= start && this.#caret <= end;
    if (/^(?:---|\.\.\.)(?:[ \t]|$)/.test(text.slice(start, Math.min(end, start + 4)))) {
      if (isHere || this.isFound) return this.#stop();
      this.#frames = [];
      return !isLast;
    }
    let at = start;
    while (text[at] === ' ') at++;
    if (at === end || text[at] === '#' || text[at] === '\t' || text[at] === '\r' || text[at] === '%') {
      if (isHere) this.#placeOnBlank(start, at, end);
      return !isLast;
    }
    if (isHere && this.#caret < at) {
      this.isFound = true;
      return false;
    }
    if (this.isFound && this.#isOver(at - start)) return false;
    yield* this.#readContent(start, at, end, isHere);
    return this.pos < text.length || !isLast;
  }

  #stop(): false {
    this.isFound = true;
    return false;
  }

  /** Whether a line in a column ends the mapping of the caret. */
  #isOver(column: number): boolean {
    if (this.#coming) return column < this.#coming.column;
    const own = this.#frames.find(({ map }) => map === this.#own);
    return !own || column < own.column;
  }

  #placeOnBlank(start: number, at: number, end: number): void {
    const text = this.#text;
    const caret = this.#caret;
    this.isFound = true;
    const hash = text.indexOf('#', at);
    if (hash >= 0 && hash < end && caret > hash) {
      this.places.push(commentPlace(text, hash, caret, 1));
      return;
    }
    if (hash >= 0 && hash < end) return;
    if (text.slice(start, caret).includes('\t')) return;
    this.#placeAt(caret - start, undefined);
  }

  /** The places of a key or an item that begins in a column; what is read afterwards does not count. */
  #placeAt(column: number, word: Word | undefined): void {
    const token = tokenOf(word, this.#caret);
    const common = { token, before: '', after: '' };
    const open = this.#frames.filter(frame => frame.column <= column);
    const top = open.at(-1);
    const next = lineBehind(this.#text, this.#caret);
    const key = (map: WrittenMap, path: Path): void => {
      // What stands further in behind it belongs to what stands before it.
      if (next.column > column || (next.column === column && next.isDash)) return;
      this.#own = map;
      this.places.push({ kind: 'key', ...common, path, map, isAssigned: false, style: 'block' });
    };
    const item = (list: WrittenList, path: Path): void => {
      // The item above is not over as long as nothing stands behind it.
      const index = this.#frames.findIndex(frame => frame.list === list);
      const above = index < 0 ? undefined : this.#frames[index + 1]?.map;
      if (above) list.neighbor = above;
      if (next.column <= column) this.places.push({ kind: 'item', ...common, path, list, dash: true });
    };
    const child = (frame: Frame): Path => [...frame.path, frame.map?.pairs.at(-1)?.key.text ?? ''];
    if (!top) {
      if (this.#frames.length > 0 && column > 0) return;
      const root = this.#frames[0];
      if (root?.list) item(root.list, root.path);
      else key(this.#begin(undefined, column), []);
      return;
    }
    const last = top.map?.pairs.at(-1);
    if (top.column === column) {
      const below = open.at(-2);
      if (top.list) item(top.list, top.path);
      else if (last && !last.hasValue) item({ start: this.#caret, style: 'block' }, child(top));
      const map = top.map ? top : below?.column === column ? below : undefined;
      if (map?.map) key(map.map, map.path);
    } else if (last && !last.hasValue) {
      item({ start: this.#caret, style: 'block' }, child(top));
      key(this.#begin(last, column), child(top));
    } else if (top.list && top.isItemEmpty) {
      key(this.#begin(undefined, column), [...top.path, top.index]);
    }
  }

  /** A mapping that begins with what is about to be typed. */
  #begin(pair: WrittenPair | undefined, column: number): WrittenMap {
    const map = emptyMap(this.#caret, 'block');
    this.#coming = { pair, column, map };
    return map;
  }

  /** A line with something on it: its dashes, and the key or the value behind them. */
  *#readContent(start: number, first: number, end: number, isHere: boolean): Steps<void> {
    const text = this.#text;
    const caret = this.#caret;
    const frames = isHere ? [...this.#frames] : undefined;
    let at = first;
    let isBehindDash = false;
    while (text[at] === '-' && (at + 1 === end || /[ \t]/.test(text[at + 1]!))) {
      const column = at - start;
      if (isHere && caret <= at) return this.#nowhere();
      this.#popTo(column, true);
      this.#openItem(column, at);
      isBehindDash = true;
      at++;
      const behind = at;
      while (text[at] === ' ') at++;
      if (isHere && caret >= behind && caret < at + (at === end ? 1 : 0)) {
        if (caret > behind && (at === end || text[at] === '#')) this.#placeBehindDash(caret - start);
        return this.#nowhere();
      }
    }
    if (at === end) return;
    if (isHere && text[at] === '#') return this.#comment(at);
    const key = keyAt(text, at, end);
    const frame = this.#frames;
    if (key) {
      if (frames && caret >= at && caret <= key.end) {
        this.#placeInKey(key, at - start, isBehindDash);
        this.isFound = true;
      }
      return yield* this.#readPair(start, at, end, key, isHere);
    }
    if (isHere) {
      const bare = bareWord(text, at, end, caret);
      if (bare) {
        if (isBehindDash) this.#placeBehindDash(at - start, bare);
        else this.#placeAt(at - start, bare);
        return this.#nowhere();
      }
    }
    if (text[at] === '{' || text[at] === '[') {
      const top = frame.at(-1);
      const path = isBehindDash && top?.list ? [...top.path, top.index] : frame.length === 0 ? [] : this.#pathBelow();
      const { list } = top ?? {};
      const map = yield* this.#readFlow(at, path, top?.column ?? -1);
      if (isBehindDash && list && map && (!this.isFound || !list.neighbor) && !(map.start < caret && caret < map.end))
        list.neighbor = map;
      if (top) top.isItemEmpty = false;
      return;
    }
    const comment = / #/.exec(text.slice(at, end));
    if (isHere && comment && caret > at + comment.index + 1) return this.#comment(at + comment.index + 1);
    if (isHere) this.#nowhere();
  }

  #nowhere(): void {
    this.isFound = true;
  }

  #comment(at: number): void {
    this.isFound = true;
    if (this.#caret > at) this.places.push(commentPlace(this.#text, at, this.#caret, 1));
  }

  #pathBelow(): Path {
    const top = this.#frames.at(-1);
    return top?.map ? [...top.path, top.map.pairs.at(-1)?.key.text ?? ''] : (top?.path ?? []);
  }

  /** Closes all that a line in this column does not belong to. */
  #popTo(column: number, isDash: boolean): void {
    for (let top = this.#frames.at(-1); top; top = this.#frames.at(-1)) {
      const isKept = top.column < column || (top.column === column && (top.map ? true : isDash));
      if (isKept) return;
      this.#frames.pop();
      this.#finish(top);
    }
  }

  /** A mapping that is over is the neighbor of what comes behind it in its list. */
  #finish({ map }: Frame): void {
    const parent = this.#frames.at(-1);
    if (!map || !parent?.list || map === this.#own) return;
    if (!this.isFound || !parent.list.neighbor) parent.list.neighbor = map;
  }

  #openItem(column: number, at: number): void {
    let top = this.#frames.at(-1);
    if (!top?.list || top.column !== column) {
      const last = top?.map?.pairs.at(-1);
      if (last) last.hasValue = true;
      const path = top ? (top.map ? [...top.path, last?.key.text ?? ''] : [...top.path, top.index]) : [];
      const list: WrittenList = { start: at, style: 'block' };
      top = { column, path, map: undefined, list, isItemEmpty: true, index: -1 };
      this.#frames.push(top);
    }
    top.index++;
    top.isItemEmpty = true;
  }

  #placeBehindDash(column: number, word?: Word): void {
    const top = this.#frames.at(-1);
    if (!top?.list) return;
    const token = tokenOf(word, this.#caret);
    this.isFound = true;
    const next = lineBehind(this.#text, this.#caret);
    if (next.column > top.column && next.column !== column) return;
    this.places.push({ kind: 'item', token, path: top.path, before: '', after: '', list: top.list, dash: false });
    const map = this.#begin(undefined, column);
    this.#own = map;
    const path = [...top.path, top.index];
    this.places.push({ kind: 'key', token, path, before: '', after: '', map, isAssigned: false, style: 'block' });
  }

  /** A caret in a key that has its sign already. */
  #placeInKey(key: Word, column: number, isBehindDash: boolean): void {
    if (!isBehindDash) this.#popTo(column, false);
    const top = this.#frames.at(-1);
    const isSame = top?.map && top.column === column;
    const map = isSame ? top.map! : this.#begin(top?.map?.pairs.at(-1), column);
    const path = isSame ? top.path : top?.list ? [...top.path, top.index] : top ? this.#pathBelow() : [];
    this.#own = map;
    const token = tokenOf(key, this.#caret);
    this.places.push({ kind: 'key', token, path, before: '', after: '', map, isAssigned: true, style: 'block' });
  }

  *#readPair(start: number, at: number, end: number, key: Word, isHere: boolean): Steps<void> {
    const text = this.#text;
    const caret = this.#caret;
    const column = at - start;
    this.#popTo(column, false);
    const frame = this.#mapIn(column, at);
    const pair: WrittenPair = { key, hasValue: false };
    const isTyped = isHere && this.isFound;
    if (!isTyped) frame.map!.pairs.push(pair);
    frame.map!.end = end;
    const sign = text.indexOf(':', key.end) + 1;
    let value = sign;
    while (text[value] === ' ' || text[value] === '\t') value++;
    const isCaretHere = isHere && !this.isFound && caret >= sign;
    const isNothing = value === end || (text[value] === '#' && value > sign);
    if (isNothing) {
      if (isCaretHere && value < end && caret > value) return this.#comment(value);
      if (isCaretHere) this.#placeValue(frame, key, undefined, caret === sign);
      return;
    }
    if (isCaretHere && caret < value) {
      this.#placeValue(frame, key, undefined, caret === sign, value);
      return;
    }
    pair.hasValue = true;
    const head = text[value]!;
    if (head === '{' || head === '[') {
      yield* this.#readFlow(value, [...frame.path, key.text], column);
      return;
    }
    if (head === '|' || head === '>') {
      this.#skipBlock(end, column);
      if (isCaretHere) this.#nowhere();
      return;
    }
    const word = valueWord(text, value, end);
    pair.value = word;
    if (word.isOpen) this.#skipOpenQuote(word, column);
    if (!isCaretHere) return;
    const isIn =
      word.quote === ''
        ? caret <= word.end
        : caret > word.start && (word.isOpen ? caret <= word.end : caret < word.end);
    if (isIn) this.#placeValue(frame, key, word, false);
    else this.#placeBehind(word.end);
  }

  #placeValue(frame: Frame, key: Word, word: Word | undefined, isGlued: boolean, next?: number): void {
    this.isFound = true;
    this.#own = frame.map;
    // Before a value that stands there already nothing is missing.
    if (next !== undefined) return;
    if (/^[&*!]/.test(word?.text ?? '')) return;
    const token = tokenOf(word, this.#caret);
    const before = isGlued ? ' ' : '';
    this.places.push({
      kind: 'value',
      token,
      path: frame.path,
      before,
      after: '',
      map: frame.map!,
      key,
      style: 'block',
    });
  }

  #mapIn(column: number, at: number): Frame {
    const top = this.#frames.at(-1);
    if (top?.map && top.column === column) return top;
    const last = top?.map?.pairs.at(-1);
    const coming = this.#coming;
    const isComing = coming?.column === column && coming.pair === last;
    const map = isComing ? coming.map : emptyMap(at, 'block');
    if (isComing) this.#coming = undefined;
    if (last) last.hasValue = true;
    if (top) top.isItemEmpty = false;
    const path = top ? (top.list ? [...top.path, top.index] : [...top.path, last?.key.text ?? '']) : [];
    const frame: Frame = { column, path, map, list: undefined, isItemEmpty: false, index: 0 };
    this.#frames.push(frame);
    return frame;
  }

  *#readFlow(at: number, path: Path, column: number): Steps<WrittenMap | undefined> {
    const text = this.#text;
    const wanted = this.isFound ? -1 : this.#caret;
    const { places, end, map } = yield* scanFlow(text, at, wanted, flowDialect(column), path);
    // Flow goes no further out than its key.
    const isInside = ({ token: { start } }: Place): boolean => start - lineStart(text, start) > column;
    this.places.push(...places.filter(isInside));
    this.pos = lineStart(text, end) === end ? end : nextLine(text, end);
    if (wanted > at && (wanted < end || end === text.length)) {
      this.isFound = true;
      this.#coming = undefined;
    } else if (wanted >= at && wanted < this.pos) this.#placeBehind(end);
    return map;
  }

  /** Behind a value there may be a comment. */
  #placeBehind(at: number): void {
    const hash = this.#text.indexOf('#', at);
    if (hash >= 0 && hash < lineEnd(this.#text, at) && this.#caret > hash) this.#comment(hash);
    else this.#nowhere();
  }

  /** A text in lines of its own, further in than its key. */
  #skipBlock(end: number, column: number): void {
    const text = this.#text;
    for (this.pos = nextLine(text, end); this.pos < text.length; this.pos = nextLine(text, this.pos)) {
      const line = text.slice(this.pos, lineEnd(text, this.pos));
      if (line.trim() !== '' && line.search(/[^ ]/) <= column) break;
      // Behind the last of its lines a caret stands in a new one.
      const isAtEnd = line.trim() === '' && nextLine(text, this.pos) === text.length;
      if (isAtEnd && this.#caret - this.pos <= column) break;
    }
    const caret = this.#caret;
    const isOnLast = caret === this.pos && lineStart(text, caret) < caret;
    if (!this.isFound && caret > end && (caret < this.pos || isOnLast)) this.isFound = true;
  }

  /** A string may go on below, further in than its key; else its closing quote is missing. */
  #skipOpenQuote({ quote, end, start }: Word, column: number): void {
    const text = this.#text;
    for (let at = nextLine(text, end); at < text.length; at = nextLine(text, at)) {
      const line = text.slice(at, lineEnd(text, at));
      if (line.trim() !== '' && line.search(/\S/) <= column) return;
      if (/^\s*(?:- )?[\w-]+:(?:\s|$)/.test(line)) return;
      if (!line.includes(quote)) continue;
      this.pos = nextLine(text, at);
      if (!this.isFound && this.#caret > start && this.#caret < this.pos) this.isFound = true;
      return;
    }
  }
}

/** The key that a line begins with, if a sign stands behind it. */
function keyAt(text: string, at: number, end: number): Word | undefined {
  const first = text[at]!;
  if (first === '"' || first === "'") {
    const word = stringAt(text, at, true);
    return !word.isOpen && /^[ \t]*:(?=[ \t\r\n]|$)/.test(text.slice(word.end, Math.min(end + 1, word.end + 50)))
      ? word
      : undefined;
  }
  if (/[[\]{}#&*!|>%@`,]/.test(first)) return undefined;
  const line = text.slice(at, end);
  const colon = /:(?=\s|$)/.exec(line);
  const comment = /\s#/.exec(line);
  if (!colon || (comment && comment.index < colon.index)) return undefined;
  const said = line.slice(0, colon.index).trimEnd();
  return { start: at, end: at + said.length, text: said, quote: '' };
}

/** The column of the next line with anything on it, and whether a dash begins it; behind the last line of a document -1. */
function lineBehind(text: string, caret: number): { readonly column: number; readonly isDash: boolean } {
  const behind = text.slice(nextLine(text, caret), caret + farthest);
  const [, indent, word] = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*( *)([^\s]{1,3})/.exec(behind) ?? [];
  const isEnd = indent === undefined || word!.startsWith('#') || (indent === '' && (word === '---' || word === '...'));
  return isEnd ? { column: -1, isDash: false } : { column: indent.length, isDash: word === '-' };
}

/** How far the next line is looked for. */
const farthest = 5_000;

/** A value up to its end or the comment behind it. */
function valueWord(text: string, at: number, end: number): Word {
  const first = text[at]!;
  if (first === '"' || first === "'") return stringAt(text, at, true);
  const line = text.slice(at, end);
  const comment = /\s#/.exec(line);
  const said = (comment ? line.slice(0, comment.index) : line).trimEnd();
  return { start: at, end: at + said.length, text: said, quote: '' };
}

/** What is being typed as a key, without a sign behind it yet. */
function bareWord(text: string, at: number, end: number, caret: number): Word | undefined {
  const line = text.slice(at, end);
  const word = /^["']?[\w-]*["']?/.exec(line)![0];
  if (caret < at || caret > at + word.length || !/^\s*(?:#.*)?$/.test(line.slice(word.length))) return undefined;
  if (word.startsWith('"') || word.startsWith("'")) {
    const string = stringAt(text, at, true);
    return string.isOpen || caret < string.end ? string : undefined;
  }
  return { start: at, end: at + word.length, text: word, quote: '' };
}
