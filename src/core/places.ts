// Lines and columns of findings and terms, from the offsets that the core speaks in.
import { getOrAdd } from './maps';
import type { SourceFile } from './model';
import { lineAndColumn, lineStarts } from './text';

/** Answers where an offset stands in a file, line and column from 1. Each file's lines are counted once. */
export function placesOf(): (file: SourceFile, offset: number) => { readonly line: number; readonly column: number } {
  const starts = new Map<SourceFile['path'], readonly number[]>();
  return (file, offset) =>
    lineAndColumn(
      getOrAdd(starts, file.path, () => lineStarts(file.text)),
      offset,
    );
}
