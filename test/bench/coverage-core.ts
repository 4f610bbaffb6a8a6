// Our coverage engine and the plain sweep, both as ours is shipped: bundled and minified, each run by nothing else before.
import type { analyze, stillHolds } from '../../src/core/analyze';
import type { gapsOf } from '../../src/core/coverage';
import type { readLicenseFile } from '../../src/core/formats';
import type { join } from '../../src/core/join';
import type { Coverage, LicenseFile, Term } from '../../src/core/model';
import type { defaultSettings } from '../../src/core/settings';
import type { Contender } from './measure';
import { bundled } from './ours';
import { fileOf, randomTerms, template } from './random-terms';
import type { Swept, sweep } from './sweep';

interface CoverageCore {
  readonly analyze: typeof analyze;
  readonly stillHolds: typeof stillHolds;
  readonly join: typeof join;
  readonly gapsOf: typeof gapsOf;
  readonly readLicenseFile: typeof readLicenseFile;
  readonly defaultSettings: typeof defaultSettings;
  readonly sweep: typeof sweep;
}

/** A contender of our own process: what it gives is at hand. */
export interface Engine {
  readonly name: string;
  /** What is given to `run`, which may change it. */
  readonly fresh: () => unknown;
  readonly run: (input: unknown) => unknown;
  /** Makes objects of an answer that is kept in numbers. */
  readonly unpack?: (answer: unknown) => unknown;
  /** What a run has found, in one form for all. */
  readonly found: (answer: unknown) => readonly Swept[];
}

const exported = `
  export { analyze, stillHolds } from './src/core/analyze';
  export { gapsOf } from './src/core/coverage';
  export { readLicenseFile } from './src/core/formats';
  export { join } from './src/core/join';
  export { defaultSettings } from './src/core/settings';
  export { sweep } from './test/bench/sweep';
`;

export function loadCoverageCore(): Promise<CoverageCore> {
  return bundled(exported, 'coverage-core');
}

/** `count` terms and a file to put them into. */
export function randomFile({ readLicenseFile, defaultSettings }: CoverageCore, count: number): LicenseFile {
  const file = readLicenseFile({ path: 'licenses.json', text: template }, defaultSettings)!;
  return fileOf(file, randomTerms(file, count));
}

/** Gaps and seat steps are a product's segments, kept as rows of numbers until they are looked at. */
export function oursEngine({ join, gapsOf }: CoverageCore, file: LicenseFile): Engine {
  return {
    name: 'ours',
    fresh: () => [fileOf(file, file.terms)],
    run: files => join(files as readonly LicenseFile[]),
    unpack: products => (products as readonly Coverage[]).map(({ segments }) => segments),
    found: products =>
      (products as readonly Coverage[]).map(coverage => {
        const covered = coverage.segments.filter(segment => segment.state === 'covered');
        return { gaps: gapsOf(coverage), steps: covered.map(({ from, until, seats = 0 }) => ({ from, until, seats })) };
      }),
  };
}

export function sweepEngine({ sweep }: CoverageCore, file: LicenseFile): Engine {
  return {
    name: 'plain sweep',
    fresh: () => [...file.terms],
    run: terms => sweep(terms as readonly Term[]),
    found: answer => answer as readonly Swept[],
  };
}

/** Steps of which only the second counts. */
export function contenderOf({ name, fresh, run, unpack }: Engine): Contender {
  return { name, steps: unpack ? [fresh, run, unpack] : [fresh, run] };
}
