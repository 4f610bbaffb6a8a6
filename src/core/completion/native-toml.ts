// Finds the caret in TOML by its statements: a header, or a key with its value, each on a line of its own.
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
  type WrittenMap,
  type WrittenPair,
} from './native-place';

const dialect: Dialect = {
  sign: '=',
  isDoubled: false,
  comment: /#[^\r\n]*/y,
  word: /[^\s,=[\]{}#"']+/y,
  // An inline table goes on behind a comma at most, and a list with no key.
  isTorn: (text, line, isBehindComma, isInMap) => {
    const next = text.slice(line, Math.min(lineEnd(text, line), line + 200));
    if (/^[ \t]*\[\[?[ \t]*[\w"'][\w"'. -]*\]\]?[ \t]*(?:#.*)?$/.test(next)) return true;
    return /^[ \t]*[\w.-]+[ \t]*=/.test(next) && !(isInMap && isBehindComma);
  },
};

/** How many lines are read in one step. */
const stepLength = 2_000;

/** All places that the caret may be at. */
export function* placesInToml(text: string, caret: number): Steps<readonly Place[]> {
  const reader = new TomlReader(text, caret);
  for (let count = 1; yield* reader.readLine(); count++) if (count % stepLength === 0) yield;
  return reader.places;
}

/** No key of the format. */
const unknown = ' ';

class TomlReader {
  readonly places: Place[] = [];
  readonly #text: string;
  readonly #caret: number;
  #pos = 0;
  #map: WrittenMap = emptyMap(0, 'table');
  #path: Path = [];
  #isFound = false;
  /** The names that are given at the top of the file, and the last item of each list of tables. */
  readonly #names = new Set<string>();
  readonly #lists = new Map<string, WrittenMap>();
  readonly #counts = new Map<string, number>();

  constructor(text: string, caret: number) {
    this.#text = text;
    this.#caret = caret;
    if (text.charCodeAt(0) === 0xfeff) this.#pos = 1;
  }

  /** Reads a line and what belongs to it. Answers whether there is more to read. */
  *readLine(): Steps<boolean> {
    const text = this.#text;
    const start = this.#pos;
    const end = lineEnd(text, start);
    const isLast = end === text.length;
    this.#pos = nextLine(text, start);
    let at = start;
    while (text[at] === ' ' || text[at] === '\t') at++;
    const isHere = !this.#isFound && this.#caret >= start && this.#caret <= end;
    if (isHere && this.#caret < at && at < end) {
      this.#isFound = true;
      return false;
    }
    if (text[at] === '#') {
      if (isHere) this.#comment(at);
    } else if (at === end) {
      if (isHere) this.#placeAtStart(undefined);
    } else if (text[at] === '[') this.#readHeader(at, end, isHere);
    else yield* this.#readPair(at, end, isHere);
    return !isLast && this.#pos <= text.length && !(start === text.length);
  }

  #comment(at: number): void {
    this.#isFound = true;
    if (this.#caret > at) this.places.push(commentPlace(this.#text, at, this.#caret, 1));
  }

  /** A key or a header that is about to be typed. */
  #placeAtStart(word: Word | undefined): void {
    const token = tokenOf(word, this.#caret);
    const common = { token, before: '', after: '' };
    this.#isFound = true;
    this.places.push({
      ...{ kind: 'key', ...common, path: this.#path, map: this.#map },
      ...{ isAssigned: false, style: 'table' },
    });
    this.#placeHeader(common);
  }

  #placeHeader(common: Pick<Place, 'token' | 'before' | 'after'>): void {
    const below = this.#text.slice(nextLine(this.#text, this.#caret));
    const hasPairs = common.token.end > common.token.start && /^[ \t]*[\w."'-]+[ \t]*=/.test(below);
    this.places.push({ kind: 'header', ...common, path: [], names: this.#names, lists: this.#lists, hasPairs });
  }

  #readHeader(at: number, end: number, isHere: boolean): void {
    const line = this.#text.slice(at, end);
    const [written = '', open, name = '', close] = /^(\[\[?)[ \t]*([^[\]#]*?)[ \t]*(\]\]?|(?=#|$))/.exec(line) ?? [];
    if (isHere) {
      this.#placeInHeader(at, at + written.length, end);
      // Nobody knows yet to what the keys below it belong.
      this.#openTable(at, [unknown]);
      return;
    }
    const parts = name.split('.').map(part => part.trim().replace(/^["']|["']$/g, ''));
    if (!close) {
      this.#openTable(at, [unknown]);
      return;
    }
    this.#names.add(parts[0]!);
    if (open === '[') this.#openTable(at, this.#throughLists(parts));
    else this.#openItem(at, parts);
  }

  #placeInHeader(start: number, end: number, line: number): void {
    const caret = this.#caret;
    this.#isFound = true;
    if (caret > end) this.#behind(end, line);
    const isClosed = this.#text[caret - 1] === ']';
    if (caret === start || caret > end || isClosed) return;
    const token = { start, end, typed: this.#text.slice(start, caret), quote: '' };
    this.#placeHeader({ token, before: '', after: '' });
  }

  #openItem(at: number, parts: readonly string[]): void {
    const list = parts.join('.');
    const index = (this.#counts.get(list) ?? -1) + 1;
    this.#counts.set(list, index);
    this.#openTable(at, [...this.#throughLists(parts.slice(0, -1)), parts.at(-1)!, index]);
    if (!this.#isFound || !this.#lists.has(list)) this.#lists.set(list, this.#map);
  }

  /** `[licenses.server]` belongs to the last of the licenses. */
  #throughLists(parts: readonly string[]): Path {
    return parts.flatMap((part, i) => {
      const index = this.#counts.get(parts.slice(0, i + 1).join('.'));
      return index === undefined ? [part] : [part, index];
    });
  }

  #openTable(at: number, path: Path): void {
    this.#path = path;
    this.#map = emptyMap(at, 'table');
  }

  *#readPair(at: number, end: number, isHere: boolean): Steps<void> {
    const text = this.#text;
    const caret = this.#caret;
    const key = keyAt(text, at, end);
    const sign = signBehind(text, key.end, end);
    if (isHere && caret <= key.end && (key.quote === '' || caret > key.start)) {
      if (sign === undefined && /^[ \t]*(?:#.*)?$/.test(text.slice(key.end, end))) return this.#placeAtStart(key);
      this.#isFound = true;
      if (sign !== undefined) this.#placeKey(key);
      if (sign === undefined) return;
    } else if (sign === undefined) {
      if (isHere) this.#behind(key.end, end);
      return;
    }
    const dots = key.quote === '' ? key.text.split('.').map(part => part.trim()) : [key.text];
    const pair: WrittenPair = { key: { ...key, text: dots[0]! }, hasValue: true };
    const isTyped = isHere && this.#isFound;
    if (!isTyped) this.#map.pairs.push(pair);
    if (this.#path.length === 0 && !isTyped) this.#names.add(dots[0]!);
    this.#map.end = end;
    yield* this.#readValue(pair, key, dots, sign + 1, end, isHere && !isTyped);
  }

  #placeKey(key: Word): void {
    this.places.push({
      ...{ kind: 'key', token: tokenOf(key, this.#caret), path: this.#path, before: '', after: '' },
      ...{ map: this.#map, isAssigned: true, style: 'table' },
    });
  }

  *#readValue(
    pair: WrittenPair,
    key: Word,
    dots: readonly string[],
    from: number,
    end: number,
    isHere: boolean,
  ): Steps<void> {
    const text = this.#text;
    const caret = this.#caret;
    let at = from;
    while (text[at] === ' ' || text[at] === '\t') at++;
    const isNothing = at >= end || text[at] === '#';
    const place = (word: Word | undefined): void => {
      this.#isFound = true;
      const inner = dots.length > 1;
      this.places.push({
        ...{ kind: 'value', token: tokenOf(word, caret), path: [...this.#path, ...dots.slice(0, -1)] },
        ...{ before: !word && caret === from ? ' ' : '', after: '', style: 'table' },
        ...{ map: inner ? emptyMap(at, 'flow') : this.#map, key: inner ? { ...key, text: dots.at(-1)! } : key },
      });
    };
    if (isNothing) {
      pair.hasValue = false;
      if (isHere && caret >= from && caret <= at) place(undefined);
      else if (isHere) this.#behind(at, end);
      return;
    }
    if (isHere && caret < at) {
      this.#isFound = true;
      return;
    }
    const head = text[at]!;
    if (head === '{' || head === '[') return yield* this.#readFlow(at, [...this.#path, ...dots]);
    if (text.startsWith('"""', at) || text.startsWith("'''", at)) return this.#skipLong(at);
    const word = valueAt(text, at, end);
    pair.value = word;
    if (!isHere) return;
    const isIn =
      word.quote === '' ? caret <= word.end : caret > at && (word.isOpen ? caret <= word.end : caret < word.end);
    if (isIn) place(word);
    else this.#behind(word.end, end);
  }

  *#readFlow(at: number, path: Path): Steps<void> {
    const text = this.#text;
    const wanted = this.#isFound ? -1 : this.#caret;
    const { places, end } = yield* scanFlow(text, at, wanted, dialect, path);
    this.places.push(...places);
    this.#pos = lineStart(text, end) === end ? end : nextLine(text, end);
    if (wanted > at && (wanted < end || end === text.length)) this.#isFound = true;
    else if (wanted >= at && wanted < this.#pos) this.#behind(end, lineEnd(text, end));
  }

  /** A string in three quotes, which may have lines. */
  #skipLong(at: number): void {
    const text = this.#text;
    const close = text.indexOf(text.slice(at, at + 3), at + 3);
    const end = close < 0 ? lineEnd(text, at) : close + 3;
    this.#pos = nextLine(text, end);
    if (!this.#isFound && this.#caret >= at && this.#caret < end) this.#isFound = true;
    else if (!this.#isFound && this.#caret >= end && this.#caret < this.#pos) this.#behind(end, lineEnd(text, end));
  }

  #behind(at: number, end: number): void {
    this.#isFound = true;
    const hash = this.#text.indexOf('#', at);
    if (hash >= 0 && hash < end && this.#caret > hash) this.#comment(hash);
  }
}

/** A key, with the parts before its dots. */
function keyAt(text: string, at: number, end: number): Word {
  if (text[at] === '"' || text[at] === "'") return stringAt(text, at, false);
  const said = /^[^\s=#"']*(?:[ \t]*\.[ \t]*[^\s=#"']+)*/.exec(text.slice(at, Math.min(end, at + 200)))![0];
  return { start: at, end: at + said.length, text: said, quote: '' };
}

function signBehind(text: string, at: number, end: number): number | undefined {
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  return text[at] === '=' && at < end ? at : undefined;
}

function valueAt(text: string, at: number, end: number): Word {
  if (text[at] === '"' || text[at] === "'") return stringAt(text, at, false);
  const said = /^[^#]*/.exec(text.slice(at, end))![0].trimEnd();
  return { start: at, end: at + said.length, text: said, quote: '' };
}
