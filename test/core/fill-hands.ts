// Writes license files as people may write them. One tape of numbers decides about everything; zeros write the plainest file.
import { msPerDay } from '../../src/core/calendar';
import type { Hand } from './fill-promises';

type Notation = 'json' | 'jsonc' | 'yaml' | 'toml';

/** Takes one choice after another from a tape. */
interface Chooser {
  pick<T>(...options: readonly T[]): T;
  /** Once in `n` times. */
  rarely(n: number): boolean;
  /** A text that stands nowhere else in the file. */
  mark(stem: string): string;
  readonly marks: readonly string[];
}

function chooserOf(tape: Uint8Array): Chooser {
  let at = 0;
  const next = (): number => tape[at++ % tape.length]!;
  const marks: string[] = [];
  const said = ['', '', ' - ', ' &x y', " it's", ' {[ a: b', ' "', ', '];
  return {
    pick: (...options) => options[next() % options.length]!,
    rarely: n => next() % n === n - 1,
    mark: stem => {
      marks.push(`${stem}-${marks.length}-`);
      return marks.at(-1)! + (stem === 'NOTE' ? said[next() % said.length] : '');
    },
    marks,
  };
}

type Kind = 'text' | 'date' | 'number' | 'null' | 'map';

interface Field {
  readonly key: string;
  readonly value: string;
  readonly kind: Kind;
}

/** A file's hand: what is the same all through it. */
interface Style extends Chooser {
  readonly notation: Notation;
  readonly indent: string;
  readonly hasComments: boolean;
  readonly quote: string;
}

export function handOf(tape: Uint8Array, notation: Notation): Hand {
  const chooser = chooserOf(tape);
  const { pick, rarely, marks } = chooser;
  const lineBreak = pick('\n', '\r\n');
  const style: Style = {
    ...chooser,
    notation,
    indent: notation === 'yaml' ? pick('  ', '', '    ') : pick('  ', '    ', '\t'),
    hasComments: notation !== 'json' && rarely(2),
    quote: pick('"', "'"),
  };
  const isPattern = rarely(9);
  const settings = isPattern ? { dateFormats: [pick('dd.MM.yyyy', 'MMM d, yyyy')] } : {};
  const print = { json, jsonc: json, yaml, toml }[notation];
  let text = print(style, isPattern ? settings.dateFormats![0] : undefined);
  if (rarely(4)) text = text.trimEnd();
  return { name: `licenses.${notation}`, text: text.replaceAll('\n', lineBreak), settings, once: marks };
}

const firstDay = Date.UTC(2026, 11, 1) / msPerDay;

function isoDay(day: number): string {
  return new Date(day * msPerDay).toISOString().slice(0, 10);
}

function spelled({ pick, rarely }: Style, day: number, pattern: string | undefined): string {
  const text = isoDay(day);
  if (pattern && rarely(2)) {
    const [year, month, date] = text.split('-') as [string, string, string];
    const name = new Date(day * msPerDay).toUTCString().slice(8, 11);
    return pattern.startsWith('dd') ? `${date}.${month}.${year}` : `${name} ${Number(date)}, ${year}`;
  }
  return rarely(6) ? text + pick('T00:00:00Z', 'T12:00:00+02:00', 'T17:30:00', 'T00:00:00-06:00') : text;
}

interface Content {
  readonly head: readonly Field[];
  readonly entries: readonly (readonly Field[])[];
}

function text(key: string, value: string): Field {
  return { key, value, kind: 'text' };
}

/** What the file says: entries of one or two products, with gaps between them. */
function contentOf(style: Style, pattern: string | undefined): Content {
  const { pick, rarely, notation } = style;
  const isOnEntry = rarely(3);
  const head: Field[] = [];
  if (!isOnEntry) head.push(text('product', 'P'));
  if (rarely(3)) head.push(text('environment', 'live'));
  const rule = pick('uncovered', 'covered', undefined);
  if (rule) head.push(text('expiryDay', rule));
  const zone = pick(undefined, 'America/Chicago', 'Pacific/Apia');
  if (zone) head.push(text('timezone', zone));
  const count = pick(2, 3, 1, 2, 4);
  const entries: Field[][] = [];
  let day = firstDay;
  const spell = { starts: pick('starts', 'validFrom'), expires: pick('expires', 'valid_until') };
  const gaps: (readonly [number, number])[] = [];
  for (let i = 0; i < count; i++) {
    const end = day + pick(10, 2, 364);
    const entry: Field[] = [];
    if (!rarely(4)) entry.push(text('id', `L${i}`));
    if (isOnEntry) entry.push(text(pick('product', 'Product'), 'P'));
    if (!rarely(3)) entry.push(text(pick('key', 'licenseKey'), style.mark('SECRET')));
    if (rarely(8)) entry.push(text('serial', style.mark('SERIAL')));
    if (!rarely(3)) entry.push(text('kind', pick('subscription', 'evaluation')));
    if (!rarely(3)) entry.push({ key: 'seats', value: '5', kind: 'number' });
    entry.push({ key: spell.starts, value: spelled(style, day, pattern), kind: 'date' });
    const isOpen = i === count - 1 && rarely(3);
    if (isOpen && notation !== 'toml' && rarely(2)) entry.push({ key: spell.expires, value: 'null', kind: 'null' });
    else if (isOpen) entry.push(text(spell.expires, 'never'));
    else entry.push({ key: spell.expires, value: spelled(style, end, pattern), kind: 'date' });
    if (rarely(5)) entry.push(text('contact', pick('a, b', 'it # is: no comment', 'x "y" z', "it's")));
    if (rarely(7)) entry.push({ key: 'server', value: '5.3.1', kind: 'map' });
    if (rarely(9) && notation !== 'toml') entry.push({ key: 'seller', value: 'null', kind: 'null' });
    entries.push(shuffled(style, entry));
    const length = pick(5, 1, 0, 40, 2);
    if (length > 9) gaps.push([end + 3, end + 6]);
    day = end + length;
  }
  if (rarely(3)) {
    const bounds = { from: pick(isoDay(firstDay), isoDay(firstDay - 9)), until: pick(isoDay(day), isoDay(day + 9)) };
    head.push({ key: 'required', value: JSON.stringify(bounds), kind: 'map' });
  }
  if (gaps.length > 0 && rarely(2)) {
    const accepted = gaps.map(([from, until]) => ({ from: isoDay(from), until: isoDay(until) }));
    head.push({ key: 'acceptedGaps', value: JSON.stringify(accepted), kind: 'map' });
  }
  if (rarely(6)) entries.push([text('product', 'Q'), text('id', 'Q1'), text('starts', isoDay(firstDay))]);
  if (rarely(8)) {
    // Nothing to copy: of the product itself there is no license.
    const of = isOnEntry ? { product: 'X' } : {};
    const asked = { ...of, from: spelled(style, firstDay, undefined), until: isoDay(day + 30) };
    head.splice(0, head.length, ...head.filter(({ kind }) => kind !== 'map'));
    head.push({ key: 'required', value: JSON.stringify(asked), kind: 'map' });
    entries.splice(0, entries.length, ...(isOnEntry && rarely(2) ? entries : []));
  }
  const order = pick('oldest', 'newest', 'shuffled');
  return {
    head,
    entries: order === 'oldest' ? entries : order === 'newest' ? entries.reverse() : shuffled(style, entries),
  };
}

function shuffled<T>({ pick, rarely }: Style, items: readonly T[]): T[] {
  if (!rarely(3)) return [...items];
  const result: T[] = [];
  for (const item of items) result.splice(pick(0, 1, 2, 3, 4) % (result.length + 1), 0, item);
  return result;
}

/** JSON that is also flow YAML, as TOML would write it. */
function tomlOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(tomlOf).join(', ')}]`;
  const pairs = Object.entries(value as Record<string, string>);
  return `{ ${pairs.map(([key, text]) => `${key} = ${text}`).join(', ')} }`;
}

function json(style: Style, pattern: string | undefined): string {
  const { pick, rarely, indent, hasComments, mark } = style;
  const { head, entries } = contentOf(style, pattern);
  const layout = pick('pretty', 'lines', 'line', 'compact');
  const colon = layout === 'compact' ? ':' : pick(': ', ' : ');
  const isTrailing = style.notation === 'jsonc' && layout !== 'compact' && rarely(2);
  const value = ({ value, kind, key }: Field): string => {
    if (kind === 'number' || kind === 'null') return value;
    if (kind === 'map') return key === 'server' ? `{"version":"${value}"}` : value;
    return JSON.stringify(value);
  };
  const note = (): string => (hasComments && rarely(5) ? pick(` // ${mark('NOTE')}`, ` /* ${mark('NOTE')} */`) : '');
  const block = (): string => (hasComments && rarely(6) ? `/* ${mark('NOTE')}, */ ` : '');
  const pairsOf = (fields: readonly Field[]): string[] =>
    fields.map(field => `"${field.key}"${colon}${block()}${value(field)}`);
  /** Each part on a line of its own. */
  const onLines = (parts: readonly string[], depth: number): string => {
    const lead = indent.repeat(depth);
    return parts
      .map((part, i) => {
        const comma = i < parts.length - 1 || isTrailing ? ',' : '';
        const above = hasComments && rarely(6) ? `${lead}// ${mark('NOTE')}\n` : '';
        return `${above}${lead}${part}${rarely(2) ? comma + note() : note().replace(/\/\/(.*)/, '/*$1 */') + comma}\n`;
      })
      .join('');
  };
  const isRootList = rarely(5) && head.every(({ kind }) => kind !== 'map');
  const all = isRootList ? entries.map(entry => [...inEntry(head, entry), ...entry]) : entries;
  const items = all.map(entry => {
    if (layout !== 'pretty') {
      const space = layout === 'compact' ? '' : ' ';
      return `{${space}${pairsOf(entry).join(`,${space}`)}${space}}`;
    }
    const depth = isRootList ? 1 : 2;
    return `{\n${onLines(pairsOf(entry), depth + 1)}${indent.repeat(depth)}}`;
  });
  const isOneLine = layout === 'line' || layout === 'compact';
  const gap = layout === 'compact' ? '' : ' ';
  const list = isOneLine
    ? `[${items.join(`,${gap}`)}]`
    : `[\n${onLines(items, isRootList ? 1 : 2)}${isRootList ? '' : indent}]`;
  if (isRootList) return `${list}\n`;
  const pairs = [...pairsOf(head)];
  if (entries.length === 0) {
    const empty = pick(undefined, '[]', 'null', '[ ]');
    if (empty) pairs.push(`"licenses"${colon}${empty}`);
    return isOneLine ? `{${pairs.join(`,${gap}`)}}\n` : `{\n${onLines(pairs, 1)}}\n`;
  }
  pairs.splice(rarely(3) ? 0 : pairs.length, 0, `"licenses"${colon}${list}`);
  return isOneLine ? `{${pairs.join(`,${gap}`)}}\n` : `{\n${onLines(pairs, 1)}}\n`;
}

/** The fields of a file that an entry must say itself where the file is only a list. */
function inEntry(head: readonly Field[], entry: readonly Field[]): readonly Field[] {
  return head.filter(({ key }) => !entry.some(field => field.key.toLowerCase() === key));
}

function yaml(style: Style, pattern: string | undefined): string {
  const { rarely, pick } = style;
  const first = yamlDocument(style, pattern);
  if (!rarely(6)) return first;
  const second = yamlDocument(style, pattern).replaceAll(/\bP\b/g, 'R');
  return `${pick('', '---\n')}${first}---\n${second}`;
}

function yamlDocument(style: Style, pattern: string | undefined): string {
  const { pick, rarely, indent, hasComments, mark, quote } = style;
  const { head, entries } = contentOf(style, pattern);
  const quoted = (value: string): string =>
    quote === '"' ? JSON.stringify(value) : `'${value.replaceAll("'", "''")}'`;
  const isPlain = (value: string): boolean => !/[,#:'"]/.test(value) || /^\d{4}-/.test(value);
  const value = ({ value, kind, key }: Field): string => {
    if (kind === 'null') return pick('null', '~', '');
    if (kind === 'number') return value;
    if (kind === 'map') return key === 'server' ? `{ version: ${value} }` : value;
    return isPlain(value) && !rarely(4) ? value : quoted(value);
  };
  const anchors = new Map<string, string>();
  const named = (written: string): string => {
    const known = anchors.get(written);
    if (known) return rarely(2) ? written : `*${known}`;
    if (written === '' || /^[{[]/.test(written) || !rarely(9)) return written;
    const anchor = mark('&ANCHOR');
    anchors.set(written, anchor.slice(1));
    return `${anchor} ${written}`;
  };
  const note = (): string => (hasComments && rarely(4) ? `${pick(' ', '   ')}# ${mark('NOTE')}` : '');
  const pair = (field: Field): string => `${field.key}: ${named(value(field))}`.trimEnd();
  const isRootList = rarely(5) && head.every(({ kind }) => kind !== 'map');
  const all = isRootList ? entries.map(entry => [...inEntry(head, entry), ...entry]) : entries;
  const lead = isRootList ? '' : indent;
  const layout = pick('block', 'items', 'flow', 'line');
  const blank = rarely(3) ? '\n' : '';
  const common = !isRootList && layout !== 'line' && rarely(5) ? 'common: &common { seats: 7, region: EU }\n' : '';
  let merge = common ? pick('<<: *common', '<<: [*common]') : '';
  const lines: string[] = [];
  const flowPair = (field: Field): string => (field.kind === 'null' ? `${field.key}: null` : pair(field));
  const flow = (entry: readonly Field[]): string =>
    `{ ${[...(merge && rarely(2) ? [merge] : []), ...entry.map(flowPair)].join(', ')} }`;
  if (layout === 'flow' || layout === 'line') {
    const isLine = layout === 'line';
    const inner = isLine ? '' : '  ';
    const items = all.map((entry, i) => {
      const comma = i < all.length - 1 || (!isLine && rarely(3)) ? ',' : '';
      return `${inner}${flow(entry)}${comma}${isLine ? '' : note()}`;
    });
    const open = isRootList ? '[' : 'licenses: [';
    lines.push(isLine ? `${open}${items.join(' ')}]` : `${open}\n${items.join('\n')}\n${isRootList ? ']' : '  ]'}`);
  } else {
    if (!isRootList) lines.push(`licenses:${note()}`);
    const dash = pick('- ', '-   ', '-\n');
    const anchored = rarely(4);
    let merged: string | undefined;
    for (const entry of all) {
      if (hasComments && rarely(4)) lines.push(`${lead}# ${mark('NOTE')}`);
      const anchor = anchored && rarely(2) ? `${mark('&ITEM')} ` : '';
      if (merged && rarely(2)) merge = `<<: *${merged}`;
      if (layout === 'items') lines.push(`${lead}- ${anchor}${flow(entry)}${note()}${blank}`);
      else lines.push(blockItem(entry, anchor.trimEnd(), dash) + blank);
      if (anchor) merged = anchor.slice(1, -1);
    }
    if (merged && rarely(4)) lines.push(`${lead}- *${merged}${note()}`);
  }
  function blockItem(entry: readonly Field[], anchor: string, dash: string): string {
    const column = lead + (dash === '-\n' ? '  ' : ' '.repeat(dash.length));
    const pairs: string[] = [];
    if (merge && rarely(2)) pairs.push(merge);
    for (const field of entry) {
      if (field.kind === 'map' && rarely(2))
        pairs.push(`${field.key}:${note()}\n${column}  version: ${field.value}${note()}`);
      else pairs.push(pair(field) + note());
      if (hasComments && rarely(7)) pairs.push(`# ${mark('NOTE')}`);
    }
    const body = pairs.join(`\n${column}`);
    const start = anchor || dash === '-\n' ? `-${anchor && ` ${anchor}`}${note()}\n${column}` : dash;
    return lead + start + body + (hasComments && rarely(8) ? `\n${column}# ${mark('NOTE')}` : '');
  }
  if (isRootList) return `${lines.join('\n')}\n`;
  const top = head.map(field => `${pair(field)}${note()}\n`).join('');
  if (all.length === 0) {
    const list = pick('', 'licenses: []', 'licenses:', 'licenses: null', 'licenses: ~');
    const own = list === '' ? '' : `${list}${note()}\n`;
    return rarely(2) ? top + own : own + top;
  }
  const list = `${common}${lines.join('\n')}\n`;
  return rarely(4) && common === '' ? list + top : top + list;
}

function toml(style: Style, pattern: string | undefined): string {
  const { pick, rarely, indent, hasComments, mark, quote } = style;
  const { head, entries } = contentOf(style, pattern);
  const assign = pick(' = ', '=');
  const quoted = (value: string): string =>
    quote === '"' || value.includes("'") ? JSON.stringify(value) : `'${value}'`;
  const value = ({ value, kind, key }: Field): string => {
    if (kind === 'number') return value;
    if (kind === 'map') return key === 'server' ? `{ version = "${value}" }` : tomlOf2(value);
    if (kind === 'date' && /^\d{4}-/.test(value) && !rarely(4)) return value;
    return quoted(value);
  };
  const tomlOf2 = (value: string): string => tomlOf(JSON.parse(value));
  const note = (): string => (hasComments && rarely(4) ? ` # ${mark('NOTE')}` : '');
  const key = (name: string): string => (rarely(9) ? `"${name}"` : name);
  const pair = (field: Field): string => `${key(field.key)}${assign}${value(field)}`;
  const top = head.map(field => `${pair(field)}${note()}\n`).join('');
  const layout = pick('tables', 'items', 'line');
  if (entries.length === 0) return top + pick('', `licenses${assign}[]\n`, `\n[other]${note()}\nx${assign}1\n`);
  if (layout === 'line') {
    const items = entries.map(entry => `{ ${entry.map(pair).join(', ')} }`);
    return `${top}licenses${assign}[${items.join(', ')}]\n`;
  }
  if (layout === 'items') {
    const items = entries.map((entry, i) => {
      const comma = i < entries.length - 1 || rarely(2) ? ',' : '';
      return `${indent}{ ${entry.map(pair).join(', ')} }${comma}${note()}\n`;
    });
    return `${top}licenses${assign}[\n${items.join('')}]\n`;
  }
  const lead = rarely(4) ? indent : '';
  const blank = pick('\n', '');
  const tables = entries.map(entry => {
    const isSub = rarely(2);
    const own = entry.filter(({ kind }) => kind !== 'map');
    const server = entry.find(({ kind }) => kind === 'map');
    const lines: string[] = [];
    if (hasComments && rarely(4)) lines.push(`# ${mark('NOTE')}`);
    lines.push(`[[licenses]]${note()}`);
    for (const field of own) {
      lines.push(pair(field) + note());
      if (hasComments && rarely(7)) lines.push(`# ${mark('NOTE')}`);
    }
    if (server && isSub) lines.push(`[licenses.server]${note()}`, `version${assign}"${server.value}"${note()}`);
    else if (server) lines.push(`server.version${assign}"${server.value}"`);
    return lines.map(line => `${lead}${line}\n`).join('');
  });
  return `${top}${blank}${tables.join(blank)}`;
}
