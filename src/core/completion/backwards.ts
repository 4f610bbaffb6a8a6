// Looks upwards from a line of a text: what stands nearest above counts, in files of hundreds of thousands of lines too.
import type { Steps } from '../steps';
import { lineStart } from '../text';

/** How many lines are looked at in one step. */
const stepLength = 1_000;

/**
 * What `find` makes of the nearest line that `pattern`, a sticky one, matches at its beginning; it is asked again with the next one above
 * until it finds something. `line`: where the first line to look at begins, or -1 for none.
 */
export function* findUpwards<T>(
  text: string,
  line: number,
  pattern: RegExp,
  find: (line: number) => T | undefined,
): Steps<T | undefined> {
  for (let count = 1; line >= 0; count++) {
    pattern.lastIndex = line;
    const found = pattern.test(text) ? find(line) : undefined;
    if (found !== undefined) return found;
    line = lineAbove(text, line);
    if (count % stepLength === 0) yield;
  }
  return undefined;
}

/** Where the line above that of an offset begins, or -1. */
export function lineAbove(text: string, offset: number): number {
  const line = lineStart(text, offset);
  return line === 0 ? -1 : lineStart(text, line - 1);
}
