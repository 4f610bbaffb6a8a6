// What a language model asks of the license files, read from whatever it sends: any of it may be of the wrong type or name nothing.
import { msPerDay } from './calendar';
import { readDate } from './dates';
import type { Coverage, Instant, Interval, Report, SourceFile } from './model';
import { shown } from './text';

/** A report, and the workspace folder that it is of where there are several. */
export interface NamedReport {
  readonly folder: string | undefined;
  readonly report: Report;
}

/** Absent: whatever it is. */
export interface Question {
  readonly product: string | undefined;
  readonly environment: string | undefined;
  /** The path of a license file, or its end. */
  readonly file: string | undefined;
  readonly from: Instant | undefined;
  readonly until: Instant | undefined;
  /** A day in UTC, or one instant. */
  readonly date: Interval | undefined;
}

/** Why there is no answer, in words for a language model. */
export interface Refusal {
  readonly problem: string;
}

/** Names and paths are matched without regard to case. Those that nothing bears are refused, with a list of those that there are. */
export function readQuestion(reports: readonly NamedReport[], input: unknown): Question | Refusal {
  if (reports.every(({ report }) => report.files.length === 0))
    return { problem: 'There is no license file in this workspace, so nothing is known of any license.' };
  if (input !== undefined && (typeof input !== 'object' || input === null || Array.isArray(input)))
    return { problem: 'The input must be an object.' };
  const given = (input ?? {}) as Readonly<Record<string, unknown>>;
  const texts: Record<string, string | undefined> = {};
  for (const name of ['product', 'environment', 'file', 'from', 'until', 'date']) {
    const value = given[name] ?? undefined;
    if (value !== undefined && typeof value !== 'string') return { problem: `"${name}" must be a string.` };
    texts[name] = value?.trim() || undefined;
  }
  const { product, environment, file } = texts;
  const days = new Map<string, Interval>();
  for (const name of ['from', 'until', 'date']) {
    const text = texts[name];
    const day = text === undefined ? undefined : dayOf(text);
    if (text !== undefined && !day)
      return { problem: `"${name}" must be a date like 2026-11-30 or an instant like 2026-11-30T06:00:00Z.` };
    if (day) days.set(name, day);
  }
  const question = {
    ...{ product, environment, file },
    ...{ from: days.get('from')?.from, until: days.get('until')?.from, date: days.get('date') },
  };
  return unknownName(reports, question) ?? question;
}

function dayOf(text: string): Interval | undefined {
  const date = readDate(text);
  if (date.kind === 'day') return { from: date.day * msPerDay, until: (date.day + 1) * msPerDay };
  return date.kind === 'instant' ? { from: date.instant, until: date.instant + 1 } : undefined;
}

function unknownName(reports: readonly NamedReport[], asked: Question): Refusal | undefined {
  const products = reports.flatMap(({ report }) => report.products);
  const files = reports.flatMap(({ report }) => report.files);
  const { product, environment, file } = asked;
  const isFile = files.some(each => isOf(each, file));
  if (!isFile)
    return unknown(
      'license file',
      file!,
      files.map(({ path }) => path),
    );
  const isProduct = products.some(each => isNamed(each.product, product));
  if (!isProduct && product !== undefined)
    return unknown(
      'product',
      product,
      products.flatMap(each => each.product ?? []),
    );
  const isEnvironment = products.some(each => isNamed(each.environment, environment));
  if (isEnvironment || environment === undefined) return undefined;
  return unknown(
    'environment',
    environment,
    products.flatMap(each => each.environment ?? []),
  );
}

/** How many names are listed at most. */
const mostNames = 50;

function unknown(what: string, asked: string, names: readonly string[]): Refusal {
  const known = [...new Set(names)].sort();
  const more = known.length > mostNames ? `, and ${known.length - mostNames} more` : '';
  const list = JSON.stringify(known.slice(0, mostNames).map(shown));
  return { problem: `There is no ${what} ${JSON.stringify(shown(asked))}. There are: ${list}${more}.` };
}

function isNamed(name: string | undefined, asked: string | undefined): boolean {
  return asked === undefined || name?.toLowerCase() === asked.toLowerCase();
}

/** Whether a file is the one asked for. */
export function isOf({ path }: SourceFile, asked: string | undefined): boolean {
  if (asked === undefined) return true;
  const wanted = asked.replaceAll('\\', '/').toLowerCase();
  const own = path.toLowerCase();
  // An absolute path, or one that begins with the folder's name, ends with ours.
  return own === wanted || own.endsWith(`/${wanted}`) || wanted.endsWith(`/${own}`);
}

/** Whether a product is one that is asked for. */
export function isAskedFor({ product, environment }: Coverage, asked: Question): boolean {
  return isNamed(product, asked.product) && isNamed(environment, asked.environment);
}
