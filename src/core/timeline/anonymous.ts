// What a timeline may tell others: names of files without their folders, and, where asked for, no names at all.
import { getOrAdd } from '../maps';
import { shown } from '../text';
import type { Figure, TimelineModel, TimelineRow } from '../timeline';
import * as words from './words';

/** The number of the model's file where it must not be told by it from others. */
const someFile = 2;

/** The model as it may leave this machine: of where files are, nothing but their own names, and a number where two have one. */
export function withoutFolders(model: TimelineModel): TimelineModel {
  const title = baseName(shown(model.title));
  const files = baseNames(model.files, title);
  return {
    ...model,
    title,
    figures: model.figures.map(figure => withoutFolder(figure, model.state, title)),
    // They name files by their paths where there are several.
    problems: model.title === '' ? [] : model.problems,
    rows: model.rows.map(row =>
      row.detail === null ? row : { ...row, detail: detailOf(row, row.detail, model, files) },
    ),
    files,
  };
}

/** Side by side with the paths; `''` stays, which is the file of the title. */
function baseNames(paths: readonly string[], title: string): readonly string[] {
  const counts = new Map([[title, 1]]);
  return paths.map(path => {
    if (path === '') return path;
    const name = baseName(path);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : words.namesake(name, count);
  });
}

/** What tells a row from others ends in the path of one of its files, if by nothing else. A long one may have been cut short. */
function detailOf(row: TimelineRow, detail: string, { items, files }: TimelineModel, names: readonly string[]): string {
  const isPath = (rest: string, path: string): boolean =>
    rest === path || (rest.length > 1 && rest.endsWith('…') && path.startsWith(rest.slice(0, -1)));
  for (let id = row.first; id < row.end; id++) {
    const file = items.file[id]!;
    for (let at = 0; at >= 0; at = next(detail, at)) {
      if (isPath(detail.slice(at), files[file]!)) return detail.slice(0, at) + names[file]!;
    }
  }
  return detail;
}

/** Where the part of a list begins that follows; -1: there is none. */
function next(list: string, from: number): number {
  const comma = list.indexOf(', ', from);
  return comma < 0 ? comma : comma + 2;
}

/**
 * The model with numbers for the names of products, environments, licenses and files: the same name has the same number, and
 * dates, seats and lines are as they were. What quotes a file is left out.
 */
export function anonymous(model: TimelineModel): TimelineModel {
  const { product, environment, license, file } = words.anonymousNames;
  const productOf = numbered(product);
  const environmentOf = numbered(environment);
  const licenseOf = numbered(license);
  const fileOf = numbered(file);
  const title = model.title === '' ? '' : fileOf('');
  const rows = model.rows.map((row, index) => ({
    ...row,
    key: index,
    label: productOf(row.label),
    detail: row.detail === null ? null : environmentOf(row.detail),
  }));
  return {
    ...model,
    title,
    file: Math.min(model.file, someFile),
    figures: model.figures.flatMap(figure => withoutNames(figure, rows, model, title)),
    problems: [],
    rows,
    // The keys are made of names.
    items: { ...model.items, key: model.items.key.map((_, id) => id) },
    labels: model.labels.map(label => (label === '' ? '' : licenseOf(label))),
    files: model.files.map(path => (path === '' ? '' : fileOf(path))),
  };
}

/** A number for each name, from 1, in the order in which they come. */
function numbered(named: (number: number) => string): (name: string) => string {
  const numbers = new Map<string, number>();
  return name => named(getOrAdd(numbers, name, () => numbers.size + 1));
}

function withoutFolder(figure: Figure, state: TimelineModel['state'], title: string): Figure {
  if (state !== 'no-terms') return figure;
  return { ...figure, text: words.noTermsFound(title === '' ? undefined : title) };
}

/** The two figures that have a name in them are made anew. */
function withoutNames(
  figure: Figure,
  rows: readonly TimelineRow[],
  { at, state }: TimelineModel,
  title: string,
): readonly Figure[] {
  if (figure.leadsTo !== 'ending') return [withoutFolder(figure, state, title)];
  const next = nextEnding(rows, at);
  return next ? [{ ...figure, text: words.nextExpiry(words.rowTitle(next), next.ends! - at) }] : [];
}

/** The row whose coverage ends next: the first of several. */
function nextEnding(rows: readonly TimelineRow[], at: number): TimelineRow | undefined {
  let next: TimelineRow | undefined;
  for (const row of rows) if (row.ends !== null && row.ends > at && row.ends < (next?.ends ?? Infinity)) next = row;
  return next;
}

/** Paths have slashes, but for files outside of all folders of a Windows window. */
function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
