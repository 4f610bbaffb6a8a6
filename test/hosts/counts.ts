// Hands the numbers of a suite to whoever started it, through a file that the environment names.
import { readFileSync, writeFileSync } from 'node:fs';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** How many second tries were needed. */
  readonly retried?: number;
  /** Why something was skipped, if it is not the tests' own doing. */
  readonly why?: string;
}

/** Names the file; without it nobody wants to know. */
export const countsVariable = 'LICENSE_COVERAGE_COUNTS';

export function writeCounts(counts: Counts): void {
  const path = process.env[countsVariable];
  if (path) writeFileSync(path, JSON.stringify(counts));
}

/** Undefined if the suite did not come to its end. */
export function readCounts(path: string): Counts | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Counts;
  } catch {
    return undefined;
  }
}

/** Of a mocha run. A suite without a single test is a mistake, and counts as one. */
export function countsOf({ passes, failures, pending }: Mocha.Stats, retried: number): Counts {
  const failed = passes + failures + pending === 0 ? 1 : failures;
  return { passed: passes, failed, skipped: pending, retried };
}

/** Prints why a test is tried again; answers how many were. */
export function watchRetries(runner: Mocha.Runner, print: (line: string) => void): () => number {
  let retried = 0;
  runner.on('retry', ({ title }, { message }) => {
    retried++;
    print(`      Tried again: ${title}, since ${message}`);
  });
  return () => retried;
}
