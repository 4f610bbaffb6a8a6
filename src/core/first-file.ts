// The text of a person's first license file, in the notation of choice, to be typed into from one value to the next.
import { civilDate, type Day, dayOf, daysInMonth, isoDay } from './calendar';
import type { Instant } from './model';
import { dayAt, utc, zoneNamed } from './time';
import * as words from './words/first-file';

export type Notation = keyof typeof words.notations;

/** In the order in which they are offered. */
export const notations: readonly Notation[] = ['yaml', 'jsonc', 'toml', 'json'];

export function nameOfFirstFile(notation: Notation): string {
  return `licenses.${notation}`;
}

/** A value: one to be typed over, one of a list, or one that stands. */
type Value = { readonly typed: string | number } | { readonly choice: readonly string[] } | { readonly fixed: string };

interface Field {
  readonly name: string;
  readonly value: Value;
  /** It is a text that has quotes where texts have some. */
  readonly isText: boolean;
  readonly comment?: string;
}

interface FirstFile {
  readonly top: readonly Field[];
  readonly entries: readonly (readonly Field[])[];
}

/**
 * In VS Code's syntax of snippets. Two licenses that follow each other: from the day of `now` on for a year, and the year after that.
 * `zone`: the IANA zone of the person, UTC where it is unknown.
 */
export function firstFile(notation: Notation, now: Instant, zone: string): string {
  const known = zoneNamed(zone) ?? utc;
  const begin = dayAt(known, now);
  const [second, end] = [yearAfter(begin), yearAfter(yearAfter(begin))];
  const file: FirstFile = {
    top: [
      text('product', { typed: words.productPlaceholder() }),
      text('timezone', { fixed: known.name }, words.comments.timezone),
      text('expiryDay', { choice: ['covered', 'uncovered'] }, words.comments.expiryDay),
    ],
    entries: [entry('LIC-1', begin, second - 1, true), entry('LIC-2', second, end - 1, false)],
  };
  return printers[notation](file);
}

function entry(id: string, starts: Day, expires: Day, isExplained: boolean): readonly Field[] {
  const fields = [
    text('id', { typed: id }, words.comments.id),
    text('key', { typed: words.keyPlaceholder }, words.comments.key),
    { name: 'seats', value: { typed: 100 }, isText: false, comment: words.comments.seats },
    { name: 'starts', value: { typed: isoDay(starts) }, isText: false, comment: words.comments.starts },
    { name: 'expires', value: { typed: isoDay(expires) }, isText: false, comment: words.comments.expires },
  ];
  return isExplained ? fields : fields.map(({ comment, ...field }) => field);
}

function text(name: string, value: Value, comment?: string): Field {
  return { name, value, isText: true, ...(comment === undefined ? {} : { comment }) };
}

/** The same day of the next year, the last of its month where that has none. */
function yearAfter(day: Day): Day {
  const { year, month, date } = civilDate(day);
  return dayOf(year + 1, month, Math.min(date, daysInMonth(year + 1, month)));
}

const printers: Readonly<Record<Notation, (file: FirstFile) => string>> = {
  yaml: ({ top, entries }) => {
    const print = printer({ sign: ': ', mark: '#', isQuoted: () => false });
    const head = print(top, '');
    const list = entries.map(fields => print(fields, '    ').replace(/^ {4}/, '  - '));
    return `${snippetText(`# ${words.comments.file}`)}\n${head}\nlicenses:\n${list.join('\n')}`;
  },
  toml: ({ top, entries }) => {
    const print = printer({ sign: ' = ', mark: '#', isQuoted: ({ isText }) => isText });
    const head = print(top, '');
    const tables = entries.map(fields => `\n[[licenses]]\n${print(fields, '')}`);
    return `${snippetText(`# ${words.comments.file}`)}\n${head}${tables.join('')}`;
  },
  jsonc: file => `${snippetText(`// ${words.comments.file}`)}\n${json(file, '//')}`,
  json: file => json(file, undefined),
};

function json({ top, entries }: FirstFile, mark: string | undefined): string {
  const isQuoted = ({ name }: Field): boolean => name !== 'seats';
  const print = printer({ sign: ': ', mark, isQuoted, nameQuote: '"', separator: ',' });
  const head = print(top, '  ');
  const objects = entries.map(fields => `    {\n${print(fields, '      ', true)}    }`);
  return `{\n${head}  "licenses": [\n${objects.join(',\n')}\n  ]\n}\n`;
}

interface Style {
  /** Between a name and its value. */
  readonly sign: string;
  /** What a comment begins with; `undefined`: there are none. */
  readonly mark: string | undefined;
  readonly isQuoted: (field: Field) => boolean;
  readonly nameQuote?: string;
  readonly separator?: string;
}

/** Prints fields, one a line, in the order in which they are typed into. `isLast`: the last of them is the last of all that stands there. */
function printer({ sign, mark, isQuoted, nameQuote = '', separator = '' }: Style) {
  let stops = 0;
  return (fields: readonly Field[], indent: string, isLast = false): string => {
    const lines = fields.map((field, i) => {
      const quote = isQuoted(field) ? '"' : '';
      const end = isLast && i === fields.length - 1 ? '' : separator;
      const before = `${indent}${nameQuote}${field.name}${nameQuote}${sign}${quote}`;
      const after = `${quote}${end}`;
      const snippet = 'fixed' in field.value ? snippetText(field.value.fixed) : stopOf(field.value, ++stops);
      return { code: before + snippet + after, width: (before + plainOf(field.value) + after).length, field };
    });
    const widest = Math.max(...lines.map(({ width, field }) => (field.comment ? width : 0)));
    return lines
      .map(({ code, width, field: { comment } }) =>
        mark && comment ? `${code}${' '.repeat(widest - width)}  ${mark} ${snippetText(comment)}\n` : `${code}\n`,
      )
      .join('');
  };
}

function plainOf(value: Value): string {
  if ('fixed' in value) return value.fixed;
  return 'choice' in value ? value.choice[0]! : String(value.typed);
}

function stopOf(value: Exclude<Value, { fixed: string }>, stop: number): string {
  if ('choice' in value) return `\${${stop}|${value.choice.join(',')}|}`;
  return `\${${stop}:${snippetText(String(value.typed))}}`;
}

/** What would be more than text in a snippet. */
function snippetText(plain: string): string {
  return plain.replace(/[\\$}]/g, '\\$&');
}
