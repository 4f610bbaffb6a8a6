// Reads the tags and texts of XML one after another, with their places: the little of it that license files use.
import type { Span } from '../tree';

/** Nothing is expanded but characters: no document type is read, and no entity that one could declare. */
const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * The piece read last. `open`, `close`: a tag, `empty` one that is both. `text`: what stands between two of them, blanks included.
 * `broken`: what looks like markup and is none. Comments, instructions and document types are passed over.
 */
export class XmlReader implements Span {
  readonly text: string;
  kind: 'open' | 'close' | 'empty' | 'text' | 'broken' = 'text';
  start = 0;
  end = 0;
  /** Of a tag: its name, and where that begins. */
  name = '';
  nameStart = 0;
  /** Of a text: what it says. */
  said = '';

  constructor(text: string) {
    this.text = text;
  }

  /** Goes on to the next piece; `false` at the end of the text. */
  next(): boolean {
    const { text } = this;
    while (this.end < text.length) {
      this.start = this.end;
      if (text[this.start] !== '<') return this.#readText();
      if (text.startsWith('<!--', this.start)) {
        if (!this.#skipTo('-->', 4)) return true;
      } else if (text.startsWith('<![CDATA[', this.start)) {
        return this.#readData();
      } else if (text.startsWith('<?', this.start)) {
        if (!this.#skipTo('?>', 2)) return true;
      } else if (text.startsWith('<!', this.start)) {
        if (!this.#skipTo('>', 2)) return true;
      } else return this.#readTag();
    }
    return false;
  }

  #readText(): true {
    const { text } = this;
    const next = text.indexOf('<', this.start);
    this.kind = 'text';
    this.end = next < 0 ? text.length : next;
    this.said = decoded(text.slice(this.start, this.end));
    return true;
  }

  #readData(): true {
    const { text, start } = this;
    if (!this.#skipTo(']]>', 9)) return true;
    const end = this.end;
    this.kind = 'text';
    this.said = text.slice(start + 9, end - 3);
    return true;
  }

  /** Where the end is missing, the rest of the text is broken. */
  #skipTo(close: string, length: number): boolean {
    const at = this.text.indexOf(close, this.start + length);
    this.end = at < 0 ? this.text.length : at + close.length;
    if (at < 0) this.kind = 'broken';
    return at >= 0;
  }

  /** A `<` inside a tag begins another: the first was never ended. */
  #readTag(): true {
    const { text, start } = this;
    let end = start + 1;
    while (end < text.length && text[end] !== '>' && text[end] !== '<') end++;
    const isClose = text[start + 1] === '/';
    this.nameStart = start + (isClose ? 2 : 1);
    tagName.lastIndex = this.nameStart;
    this.name = tagName.exec(text)?.[0] ?? '';
    this.kind = isClose ? 'close' : text[end - 1] === '/' ? 'empty' : 'open';
    if (text[end] !== '>' || this.name === '') this.kind = 'broken';
    this.end = text[end] === '>' ? end + 1 : end;
    return true;
  }
}

/** As much of XML's names as license files have, and no longer than that. */
const tagName = /[A-Za-z_][\w.:-]{0,99}(?=[\s/>])/y;

/** What stands for a character is that character; anything else stays as it is written. */
function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{2,4}));/g,
    (written, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities.get(name) ?? written;
      const point = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : written;
    },
  );
}
