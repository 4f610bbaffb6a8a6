// `license-coverage fix`: fills every open gap with the edits of the quick fix, or shows them as a unified diff.
import { readFileSync, writeFileSync } from 'node:fs';
import { formatPatch, structuredPatch } from 'diff';
import { analyze } from '../core/analyze';
import { fill, fillableGaps } from '../core/fixes/insert-temporary';
import { applyEdits } from '../core/text';
import type { Request } from './cli';
import { findFiles, tell } from './files';

const byteOrderMark = '\ufeff';

export function fix(request: Request): number {
  const { files, failures } = findFiles(request);
  const report = analyze(files, request.settings, request.at);
  const gaps = fillableGaps(report);
  let unwritten = 0;
  for (const { file, edits } of fill(gaps)) {
    const text = applyEdits(file.text, edits);
    if (request.dryRun) {
      process.stdout.write(diffOf(file.path, file.text, text));
      continue;
    }
    try {
      const mark = readFileSync(file.path, 'utf8').startsWith(byteOrderMark) ? byteOrderMark : '';
      writeFileSync(file.path, mark + text);
    } catch (error) {
      unwritten++;
      tell(`${file.path}: ${error instanceof Error ? error.message : error}`);
    }
  }
  if (!request.dryRun) process.stdout.write(`${summary(gaps.length)}\n`);
  return failures + unwritten > 0 ? 2 : 0;
}

/** Without lines around the changes: in those the keys of other licenses stand, and a log is no place for them. */
function diffOf(path: string, before: string, after: string): string {
  return formatPatch(
    structuredPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 0 }),
  ).replace(/^=+\n/, '');
}

function summary(count: number): string {
  if (count === 0) return 'No open gap to fill.';
  return `${count === 1 ? '1 gap' : `${count} gaps`} filled with temporary licenses. Type their keys in place of <temporary key>.`;
}
