// F5 BIG-IP licenses: the device's `bigip.license`, and what `show system licensing` and `tmsh show sys license` print of it.
// Sources of the names: F5's Velos training (both forms), F5 K3782 and SOL10245 (a license is time limited if it has a license end date).
import type { Day } from '../calendar';
import { f5 as profile } from '../profiles/f5';
import { lineEnd, nextLine, trimmedSpan } from '../text';
import type { Span } from '../tree';
import * as words from '../words/vendor-files';
import { readPlainDay } from './plain-day';
import { isFull, VendorEntry, type VendorField, type VendorFormat, type VendorReading } from './vendor';

/** How many lines are looked at in one step. */
const stepLength = 10_000;

const dated =
  /^[ \t]*(?:Licensed date|Licensed on|License (?:start|end)(?: date)?|Service check date)(?:[ \t]*:[ \t]*|[ \t]+)(?:\d{8}|\d{4}\/\d{2}\/\d{2})[ \t\r]*$/im;
const identified = /^[ \t]*(?:Registration Key(?:[ \t]*:|[ \t])|Active Modules?[ \t\r]*(?::|$)|Auth vers[ \t]*:)/im;

export const f5: VendorFormat = {
  name: 'f5',
  profile,
  claims: text => dated.test(text) && identified.test(text),
  *read(reading) {
    const { text } = reading;
    const license = new License();
    let count = 0;
    for (let at = 0; at < text.length; at = nextLine(text, at)) {
      if (++count % stepLength === 0) yield;
      const line = lineAt(text, at);
      if (line) license.add(line, text);
      else license.name(text, at);
      const module = license.modules.at(-1);
      if (module && isFull(license.modules.length - 1, module, reading)) break;
    }
    for (const module of license.modules) addModule(module, reading);
    addLicense(license, reading);
  },
};

/** A line with a name that means something here. */
interface Line {
  /** In small letters, without a "date" at its end, as the commands write it behind some. */
  readonly name: string;
  readonly key: Span;
  /** Without blanks around it. */
  readonly value: Span;
}

const pattern =
  /[ \t]*(?:(licensed (?:date|on)|license (?:start|end)(?: date)?|service check date|registration key|active modules)(?:[ \t]*:[ \t]*|[ \t]+|(?=\r?\n)|$)|((?:[a-z-]+[ \t]+){1,3}module)[ \t]*:[ \t]*)/iy;

function lineAt(text: string, start: number): Line | undefined {
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const name = (match[1] ?? match[2])!;
  const from = start + match[0].indexOf(name);
  return {
    name: name
      .toLowerCase()
      .replace(/\s+/g, ' ')
      .replace(/ date$/, ''),
    key: { start: from, end: from + name.length },
    value: trimmedSpan(text, pattern.lastIndex, lineEnd(text, start)),
  };
}

/** A module that ends on a day of its own. */
interface Module extends Span {
  readonly product: Span;
  readonly expires: Span;
}

/** What a file says: one license, and the modules that are evaluated besides. */
class License {
  /** The lines whose names are no modules; the first of each. */
  readonly lines = new Map<string, Line>();
  readonly modules: Module[] = [];
  /** The first active module, by which a license is known. */
  product: Span | undefined;
  /** The line "Active Modules" was the last with a word: the next names the first. */
  #isList = false;

  add(line: Line, text: string): void {
    const { name, value } = line;
    this.#isList = name === 'active modules' && value.end === value.start;
    if (!name.endsWith(' module')) {
      if (!this.lines.has(name)) this.lines.set(name, line);
      return;
    }
    const { product, expires } = moduleIn(value, text);
    if (product.end === product.start) return;
    if (expires) this.modules.push({ start: line.key.start, end: value.end, product, expires });
    else if (name === 'active module') this.product ??= product;
  }

  /** A line without a name may be the first active module of a list; its key in parentheses is none of the name. */
  name(text: string, at: number): void {
    if (!this.#isList) return;
    const { start, end } = trimmedSpan(text, at, lineEnd(text, at));
    if (end === start) return;
    this.#isList = false;
    const [key] = /[ \t]*\([A-Z\d]{7}-[A-Z\d]{7}\)$/.exec(text.slice(Math.max(start, end - 40), end)) ?? [''];
    this.product ??= { start, end: end - key.length };
  }
}

/** `Name|key|…`; the fourth part of a time-limited module is its last day (f5-nagios-bigip-license-monitor). */
function moduleIn({ start, end }: Span, text: string): { readonly product: Span; readonly expires: Span | undefined } {
  let at = start;
  const parts = text
    .slice(start, end)
    .split('|', 4)
    .map(part => {
      const span = trimmedSpan(text, at, at + part.length);
      at += part.length + 1;
      return span;
    });
  const last = parts[3];
  const isDated = last && /^\d{8}$/.test(text.slice(last.start, last.end));
  return { product: parts[0]!, expires: isDated ? last : undefined };
}

function addModule(module: Module, reading: VendorReading): void {
  const { product: name, expires } = module;
  const product = reading.text.slice(name.start, name.end);
  const last = dayIn(expires, reading, product);
  if (last === undefined) return;
  const fields: readonly VendorField[] = [
    { field: 'product', ...name },
    { field: 'expires', ...expires },
  ];
  const entry = new VendorEntry(reading.document, module, () => ({ head: name, fields }));
  reading.addDays(reading.pool({ product }), entry, Number.NEGATIVE_INFINITY, last, undefined);
}

function addLicense({ lines, product: name, modules }: License, reading: VendorReading): void {
  const [starts, ends] = [lines.get('license start'), lines.get('license end')];
  if (!name && !ends && modules.length > 0) return;
  const product = name && reading.text.slice(name.start, name.end);
  const dates = [lines.get('licensed') ?? lines.get('licensed on'), starts, ends].filter(line => line !== undefined);
  const [head] = dates;
  if (!head || (!ends && !isWhole(lines, head))) {
    const span = head?.key ?? name ?? { start: 0, end: lineEnd(reading.text, 0) };
    reading.fail({ rule: 'missing-field', span, message: words.cutOff('License end') }, product);
    return;
  }
  const first = starts ? dayIn(starts.value, reading, product, starts.key) : Number.NEGATIVE_INFINITY;
  if (first === undefined) return;
  const last = ends ? dayIn(ends.value, reading, product, ends.key) : Number.POSITIVE_INFINITY;
  if (last === undefined) return;
  const fields: readonly VendorField[] = [
    ...(name ? [{ field: 'product', ...name } as const] : []),
    ...(starts ? [{ field: 'starts', ...starts.value } as const] : []),
    ...(ends ? [{ field: 'expires', ...ends.value } as const] : []),
  ];
  const place = {
    start: Math.min(...dates.map(({ key }) => key.start)),
    end: Math.max(...dates.map(({ value }) => value.end)),
  };
  const entry = new VendorEntry(reading.document, place, () => ({ head: head.key, fields }));
  reading.addDays(reading.pool({ product }), entry, first, last, undefined);
}

/** Whether anything follows that stands behind a license's end, where it has one; else that may be cut off. */
function isWhole(lines: License['lines'], { key }: Line): boolean {
  return ['service check', 'registration key'].some(name => (lines.get(name)?.key.start ?? 0) > key.start);
}

/** `undefined`: it is no day, which is told; `otherwise`, where nothing stands. */
function dayIn(
  span: Span,
  reading: VendorReading,
  product: string | undefined,
  otherwise: Span = span,
): Day | undefined {
  const written = reading.text.slice(span.start, span.end);
  const day = readPlainDay(written);
  if (typeof day === 'number') return day;
  const message = words.wrongVendorDate(day, written, '20261130');
  reading.fail({ rule: 'invalid-date', span: written === '' ? otherwise : span, message }, product);
  return undefined;
}
