// `license-coverage fix`: fills every open gap with the edits of the quick fix, or shows them as a unified diff.
import { analyze } from '../core/analyze';
import type { FileEdits } from '../core/fixes';
import { fill, fillableGaps } from '../core/fixes/insert-temporary';
import type { LicenseFile, Report } from '../core/model';
import { applyEdits, lineAndColumn, lineStarts } from '../core/text';
import type { Request } from './cli';
import { type Hunk, hunksOf, printDiff } from './diff';
import { findFiles, reasonOf, tell } from './files';
import { leftIn, sayFilled, sayLeft } from './summary';
import { writeOver } from './write';

const byteOrderMark = '\ufeff';

export function fix(request: Request): number {
  const { files, failures, sources } = findFiles(request);
  const reportOn = (changed: ReadonlyMap<string, LicenseFile>): Report =>
    analyze(
      files.map(file => changed.get(file.path) ?? file),
      request.settings,
      request.at,
    );
  const gaps = fillableGaps(reportOn(new Map()));
  const filled = new Map<string, LicenseFile>();
  const written = new Map<string, LicenseFile>();
  let unwritten = 0;
  for (const { file, edits } of fill(gaps)) {
    const { path } = file;
    const { isMarked, read } = sources.get(path)!;
    const mark = isMarked ? byteOrderMark : '';
    const text = applyEdits(file.text, edits);
    // It is read again, so that what is said to be filled is so.
    const result = read(text);
    if (result) filled.set(path, result);
    try {
      if (request.dryRun) process.stdout.write(diffOf(files.find(known => known.path === path)!, mark, edits));
      else writeOver(path, mark + file.text, mark + text);
      if (result) written.set(path, result);
    } catch (error) {
      unwritten++;
      tell(`${path}: ${reasonOf(error, 'write to')}`);
    }
  }
  const left = leftIn(reportOn(filled));
  // Standard output is a diff then and nothing else.
  if (request.dryRun) sayLeft(left).forEach(tell);
  else {
    const count = gaps.length - fillableGaps(reportOn(written)).length;
    for (const line of [...sayFilled(count, unwritten > 0, left), ...sayLeft(left)]) process.stdout.write(`${line}\n`);
  }
  return failures + unwritten > 0 ? 2 : 0;
}

/** Throws rather than show a key. */
function diffOf(file: LicenseFile, mark: string, edits: FileEdits['edits']): string {
  const hunks = hunksOf(file.text, edits);
  const key = keyShown(file, hunks);
  if (key === undefined) return printDiff(file.path, mark, file.text, hunks);
  const { line } = lineAndColumn(lineStarts(file.text), key);
  throw new Error(`its diff is not shown, since line ${line} changes and holds a license key`);
}

/** Where a key stands that a diff would show. A list on one line can't be changed without showing its keys; that is known and meant. */
function keyShown({ text, documents }: LicenseFile, hunks: readonly Hunk[]): number | undefined {
  const lists = documents.filter(({ list }) => list && text.slice(list.start, list.end).includes('\n'));
  return lists
    .flatMap(({ entries }) => entries.flatMap(({ fields }) => fields.key?.value.start ?? []))
    .find(key => hunks.some(({ span }) => span.start <= key && key < span.end));
}
