// A license file that is known by its name and not read.
import { isNativeName } from './file-names';
import { maxFileSize } from './limits';
import type { LicenseFile } from './model';
import * as words from './words/written';

/** Tells that a file is larger than is read; `undefined`: under such a name it may well be something else. */
export function tooLargeFile(path: string, isAsked: boolean): LicenseFile | undefined {
  const ending = /\.(\w+)$/.exec(path.toLowerCase())?.[1] ?? '';
  if (!isAsked && !isNativeName(path) && ending !== 'lic' && ending !== 'license') return undefined;
  const problem = { rule: 'limit', span: { start: 0, end: 0 }, message: words.tooLarge(maxFileSize) } as const;
  return { path, text: '', format: ending, documents: [], terms: [], broken: [], problems: [problem], ignores: [] };
}
