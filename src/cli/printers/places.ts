// Lines and columns of findings and terms, from the offsets of the core.

import { getOrAdd } from '../../core/maps';
import type { SourceFile } from '../../core/model';
import { lineAndColumn, lineStarts } from '../../core/text';

/** Answers where an offset stands in a file, line and column from 1. */
export function placesOf(): (file: SourceFile, offset: number) => { readonly line: number; readonly column: number } {
  const starts = new Map<SourceFile['path'], readonly number[]>();
  return (file, offset) =>
    lineAndColumn(
      getOrAdd(starts, file.path, () => lineStarts(file.text)),
      offset,
    );
}
