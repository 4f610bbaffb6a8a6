// Whether a file can't be read in part: then nobody knows where an entry ends, and nothing of it is taken away.
import type { Report, SourceFile } from '../model';

export function isBroken({ files }: Report, { path }: SourceFile): boolean {
  return files.some(file => file.path === path && file.problems.some(({ rule }) => rule === 'syntax'));
}
