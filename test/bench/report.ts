// Prints what was measured, and which goals that meets.
import { bundles } from './bundles';
import type { Timing } from './measure';
import { count, figure, printTable, times } from './table';

/** How many times faster than a notation's validator the whole analysis of the largest file should be. */
const lead = 4;
/** How much more than ten times the work ten times the entries may be, between the two largest numbers of them. */
export const mostGrowth = 1.5;

/** What was measured of one file. */
export interface Measured {
  readonly entries: number;
  readonly bytes: number;
  /** `JSON.parse` of the same data. */
  readonly json: Timing;
  readonly peer: Timing;
  /** `undefined`: we do not read this file. */
  readonly ours: Timing | undefined;
}

export function printFigures(measured: readonly Measured[]): void {
  const heading = ['entries', 'ms', '× JSON.parse', '× ours', 'growth', 'finds', 'samples', 'read', 'analyze'];
  const rows = measured.flatMap((file, i) => {
    const title = `${count(file.entries)} of ${figure(file.bytes / file.entries)} bytes`;
    return [[title], ...timings(file).map(timing => figuresOf(timing, file, measured[i - 1]))];
  });
  printTable([heading, ...rows]);
}

function figuresOf(timing: Timing, file: Measured, smaller: Measured | undefined): string[] {
  const before = smaller && timings(smaller).find(({ name }) => name === timing.name);
  return [
    `  ${timing.name}`,
    figure(timing.total),
    times(timing.total / file.json.total),
    file.ours ? times(timing.total / file.ours.total) : '',
    before && smaller ? figure(growth(timing, file, before, smaller)) : '',
    timing.told === undefined ? '' : count(timing.told),
    count(timing.samples),
    ...(timing === file.ours ? timing.steps.map(figure) : []),
  ];
}

function timings({ json, ours, peer }: Measured): readonly Timing[] {
  return ours ? [json, ours, peer] : [json, peer];
}

/** 1: ten times the entries cost ten times the time. */
function growth(timing: Timing, file: Measured, before: Timing, smaller: Measured): number {
  return timing.total / before.total / (file.entries / smaller.entries);
}

/** The files are in order of size. */
export function printGoals(measured: readonly Measured[]): void {
  const [large, middle] = [...measured].reverse();
  if (!large?.ours || !middle?.ours) {
    console.log('  nothing to hold to the goals: we do not read these files');
    return;
  }
  const { name, told } = large.peer;
  // A parser that checks nothing is less than a validator, so there is no lead to ask for.
  if (told !== undefined) {
    const faster = large.peer.total / large.ours.total;
    printGoal(faster >= lead, `${lead} × faster than ${name} at ${count(large.entries)} entries`, times(faster));
  }
  const least = Math.min(...measured.map(({ ours, peer }) => peer.total / (ours?.total ?? Infinity)));
  printGoal(least >= 1, `never slower than ${name}`, `${times(least)} faster at the least`);
  const grown = growth(large.ours, large, middle.ours, middle);
  printGoal(grown <= mostGrowth, `growth to ${count(large.entries)} at most ${mostGrowth} × linear`, figure(grown));
}

export function printBundles(): void {
  for (const { name, size, goal, isForDevelopment } of bundles()) {
    if (size === undefined) console.log(`          ${name}: not built`);
    else if (isForDevelopment) console.log(`          ${name}: built for development; node esbuild.js --production`);
    else if (goal === undefined) console.log(`          ${name}: ${size.toFixed(1)} kB`);
    else printGoal(size <= goal, `${name} at most ${goal} kB`, `${size.toFixed(1)} kB`);
  }
}

export function printGoal(isMet: boolean, goal: string, measured: string): void {
  console.log(`  ${isMet ? 'met   ' : 'MISSED'}  ${goal}: ${measured}`);
}
