// What merging and pasting does to files of lines: curly quotes, lines that end too early, and servers named twice.
import type { Problem, SourceFile } from '../model';
import { type Edit, lineStart, nextLine } from '../text';
import type { Span } from '../tree';
import * as coverageWords from '../words/coverage';
import * as vendorWords from '../words/vendor-files';
import { char } from './chars';
import { type LineDialect, LineReader } from './line-reader';
import type { VendorReading } from './vendor';

/** Tells what pasting has done to a license. The mendings change no word of it, so that its signature stays good. */
export function checkLine(reader: LineReader, { needsBackslash }: LineDialect, { problems }: VendorReading): void {
  const { curly, unmarked, openQuote } = reader;
  if (curly.length > 0) problems.push(curlyQuotes(curly));
  if (openQuote >= 0) {
    problems.push({ rule: 'syntax', span: { start: openQuote, end: openQuote + 1 }, message: vendorWords.openQuote });
  } else if (needsBackslash && unmarked.length > 0) problems.push(missingBackslash(reader));
  if (needsBackslash && reader.isCutOff) problems.push(strayBackslash(reader));
}

function curlyQuotes(places: readonly number[]): Problem {
  const edits = places.map((at): Edit => ({ start: at, end: at + 1, text: '"' }));
  return {
    rule: 'syntax',
    severity: 'warning',
    span: { start: places[0]!, end: places[0]! + 1 },
    message: vendorWords.curlyQuotes,
    subject: { kind: 'mend', title: vendorWords.straightenQuotes, edits },
  };
}

function missingBackslash({ unmarked, text }: LineReader): Problem {
  const [first] = unmarked;
  const edits = unmarked.map((at): Edit => ({ start: at, end: at, text: ' \\' }));
  return {
    rule: 'syntax',
    severity: 'warning',
    span: { start: Math.max(first! - 1, lineStart(text, first!)), end: first! },
    message: vendorWords.missingBackslash,
    subject: { kind: 'mend', title: vendorWords.addBackslash, edits },
  };
}

/** One behind the last word, with the next license below it. */
function strayBackslash({ text, end }: LineReader): Problem {
  const start = text.indexOf('\\', end);
  const span = { start, end: start + 1 };
  const edits = [{ ...span, text: '' }];
  // A word of the license that is one too would become what is taken away.
  const isWord = text.charCodeAt(end - 1) === char.backslash;
  return {
    rule: 'syntax',
    span,
    message: vendorWords.straysOn,
    ...(!isWord && { subject: { kind: 'mend', title: vendorWords.removeBackslash, edits } }),
  };
}

/** A word of letters, then four that are none in particular, a date and a count: nobody writes so but to license something. */
const shape =
  /([A-Za-z_]{4,12})[ \t]+\S+[ \t]+\S+[ \t]+\S+[ \t]+(?:\d{1,2}-[a-z]{3}-\d{1,4}|permanent)[ \t]+(?:\d+|uncounted)(?=\s|$)/iy;

/** Tells of lines that are written like licenses and begin with no keyword, so that license servers take them for comments. */
export function checkKeywords({ text, passed }: LineReader, { problems }: VendorReading): void {
  for (const start of passed) {
    shape.lastIndex = start;
    const [, word] = shape.exec(text) ?? [];
    if (word === undefined) continue;
    problems.push({
      rule: 'ignored-line',
      span: { start, end: start + word.length },
      message: vendorWords.noKeyword(word),
    });
  }
}

/** Spaces at which lines never break, as web pages have them: behind a keyword they make a comment of its line. */
export function checkSpaces({ keywords }: LineDialect, { text, terms, problems }: VendorReading): void {
  // Hardly any file has one.
  if (!text.includes(hardSpace)) return;
  const pattern = new RegExp(`^[ \\t\u00a0]*(?:${[...keywords.keys()].join('|')})\u00a0[^"\\n]*`, 'gim');
  for (const { index, 0: line } of [...text.matchAll(pattern)].slice(0, mostTold)) {
    // What stands in a quote is a vendor's own.
    if (terms.some(({ entry: { node } }) => node.start < index && index < node.end)) continue;
    const places = [...line.matchAll(/\u00a0/g)].map(match => index + match.index);
    problems.push({
      rule: 'syntax',
      span: { start: places[0]!, end: places[0]! + 1 },
      message: vendorWords.hardSpaces,
      subject: {
        kind: 'mend',
        title: vendorWords.softenSpaces,
        edits: places.map((at): Edit => ({ start: at, end: at + 1, text: ' ' })),
      },
    });
  }
}

/** A file that was pasted from a page has them in all of its lines. */
const mostTold = 100;
const hardSpace = '\u00a0';

/** A line that names the license server or a vendor's daemon. */
export interface ServerLine extends Span {
  readonly kind: 'server' | 'vendor';
  readonly words: readonly string[];
  /** Where the record above it begins, whatever that is. */
  readonly above: number | undefined;
}

/** A file names its server once, or three servers that back each other up; merged files name them again. */
export function checkServers(
  lines: readonly ServerLine[],
  dialect: LineDialect,
  { document: { file }, text, problems }: VendorReading,
): void {
  const first = new Map<string, ServerLine>();
  for (const line of lines) {
    // A server is its host id, a daemon its name.
    const name = line.words[line.kind === 'server' ? 1 : 0];
    if (name === undefined) continue;
    const key = `${line.kind}\n${name.toLowerCase()}`;
    const earlier = first.get(key);
    if (earlier) problems.push({ ...repeated(line, earlier, file), ...repeatedRemoval(line, earlier, text, dialect) });
    else first.set(key, line);
  }
  const servers = [...first.values()].filter(({ kind }) => kind === 'server');
  const odd = servers.length === 2 ? servers[1] : servers[3];
  if (odd)
    problems.push({
      rule: 'ignored-line',
      span: { start: odd.start, end: odd.end },
      message: vendorWords.oddServers(servers.length),
    });
}

function repeated(line: ServerLine, earlier: ServerLine, file: SourceFile): Problem {
  return {
    rule: 'ignored-line',
    span: { start: line.start, end: line.end },
    message: vendorWords.repeatedServer(line.kind),
    related: [{ file, span: { start: earlier.start, end: earlier.end }, message: coverageWords.firstHere }],
  };
}

/** A line that stands below another one, whatever that is. */
type LowerLine = Span & Pick<ServerLine, 'above'>;

function repeatedRemoval(line: ServerLine, earlier: ServerLine, text: string, dialect: LineDialect): Removal {
  return line.words.join(' ').toLowerCase() === earlier.words.join(' ').toLowerCase()
    ? removal(line, text, dialect)
    : {};
}

type Removal = Pick<Problem, 'subject'>;

/** How a line goes with its line break, if no unfinished license above would draw in what stands below it. */
export function removal(line: LowerLine, text: string, dialect: LineDialect): Removal {
  const above = new LineReader(text, dialect, line.above);
  if (line.above !== undefined && above.next() && above.isUnfinished) return {};
  const edit = { start: lineStart(text, line.start), end: nextLine(text, line.end), text: '' };
  return { subject: { kind: 'mend', title: vendorWords.removeLine, edits: [edit] } };
}

/** Whether a record says to the letter what the one says that begins at `at`: its signature and comments too, however they are wrapped. */
export function repeatsLine(reader: LineReader, at: number, dialect: LineDialect): boolean {
  if (reader.openQuote >= 0 || reader.isCutOff) return false;
  // A hundred thousand short lines may have one of megabytes above them, which is not read for each.
  const most = 4 * (reader.end - reader.start) + 1_000;
  const text = reader.text.slice(at, at + most);
  const earlier = new LineReader(text, dialect);
  if (!earlier.next() || earlier.openQuote >= 0) return false;
  return nextLine(text, earlier.end) < most && unwrapped(earlier) === unwrapped(reader);
}

/** All of a record's lines as one, with single spaces. */
function unwrapped({ text, start, end }: LineReader): string {
  return text
    .slice(start, nextLine(text, end))
    .replace(/\\[ \t]*(?=\r?\n)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
