// Prints what was measured of the coverage engine, and which goals that meets.
import type { Memory } from './coverage-memory';
import { mostGrowth, printGoal } from './report';
import { count, figure, printTable, times } from './table';
import type { Tally } from './tally';

/** How many times faster than PostgreSQL we should be. */
const lead = 10;
/** At how many terms. */
const leadTerms = 100_000;

/** What one contender took for one number of terms. */
export interface Taken {
  readonly name: string;
  readonly ms: number;
  readonly samples: number;
  /** Of which for union and gaps, and for seat steps, where these are two questions. */
  readonly parts?: readonly number[];
}

export interface CoverageMeasured {
  readonly terms: number;
  /** On this all agree. */
  readonly tally: Tally;
  readonly ours: Taken;
  /** How many ms more it takes us to make objects of all that was found. */
  readonly unpacking: number;
  readonly sweep: Taken;
  /** `undefined`: there is none, or it would take too long. */
  readonly postgres: Taken | undefined;
  readonly memory: { readonly ours: Memory; readonly sweep: Memory };
}

/** `why` there is no PostgreSQL. */
export function printCoverage(measured: readonly CoverageMeasured[], why: string | undefined): void {
  printFigures(measured);
  for (const { terms, tally, postgres } of measured) {
    const who = postgres ? 'all three' : 'ours and the plain sweep';
    const found = `${count(tally.islands)} islands, ${count(tally.gaps)} gaps, ${count(tally.steps)} seat steps`;
    console.log(`  ${who} find the same in ${count(terms)} terms: ${found}`);
  }
  printMemory(measured);
  printGoals(measured);
  if (why !== undefined) {
    console.log(`  PostgreSQL could not be had: ${why}; on Debian: apt-get install postgresql`);
    return;
  }
  for (const { terms, postgres } of measured) {
    if (!postgres) console.log(`  PostgreSQL was left out at ${count(terms)} terms: it would take more than minutes`);
  }
}

function printFigures(measured: readonly CoverageMeasured[]): void {
  const heading = ['terms', 'ms', '× ours', 'growth', 'samples', 'union, gaps', 'seat steps'];
  const rows = measured.flatMap((one, i) => [
    [count(one.terms)],
    ...takenIn(one).map(taken => figuresOf(taken, one, measured[i - 1])),
  ]);
  printTable([heading, ...rows]);
}

function figuresOf(taken: Taken, one: CoverageMeasured, smaller: CoverageMeasured | undefined): string[] {
  const before = smaller && takenIn(smaller).find(({ name }) => name === taken.name);
  return [
    `  ${taken.name}`,
    figure(taken.ms),
    times(taken.ms / one.ours.ms),
    before && smaller ? figure(growth(taken, one, before, smaller)) : '',
    count(taken.samples),
    ...(taken.parts ?? []).map(figure),
  ];
}

function takenIn({ ours, sweep, postgres }: CoverageMeasured): readonly Taken[] {
  return postgres ? [ours, sweep, postgres] : [ours, sweep];
}

/** 1: ten times the terms cost ten times the time. */
function growth(taken: Taken, one: CoverageMeasured, before: Taken, smaller: CoverageMeasured): number {
  return taken.ms / before.ms / (one.terms / smaller.terms);
}

function printMemory(measured: readonly CoverageMeasured[]): void {
  const heading = ['resident MB of a process that joins once', 'with the terms', 'at the peak', 'bytes more a term'];
  const row = (name: string, { before, peak }: Memory, terms: number): string[] => [
    `  ${name}`,
    figure(before / 1e6),
    figure(peak / 1e6),
    count(Math.round((peak - before) / terms)),
  ];
  const rows = measured.flatMap(({ terms, memory, ours, sweep }) => [
    [count(terms)],
    row(ours.name, memory.ours, terms),
    row(sweep.name, memory.sweep, terms),
  ]);
  console.log();
  printTable([heading, ...rows]);
}

/** In order of size. */
function printGoals(measured: readonly CoverageMeasured[]): void {
  const leading = measured.find(({ terms }) => terms === leadTerms);
  if (leading?.postgres) {
    const faster = leading.postgres.ms / leading.ours.ms;
    printGoal(
      faster >= lead,
      `${lead} × faster than ${leading.postgres.name} at ${count(leadTerms)} terms`,
      times(faster),
    );
  }
  for (const { terms, unpacking } of measured)
    console.log(`  all segments of ${count(terms)} terms as objects: ${figure(unpacking)} ms more`);
  const [large, middle] = [...measured].reverse();
  if (!large || !middle) return;
  const grown = growth(large.ours, large, middle.ours, middle);
  printGoal(grown <= mostGrowth, `growth to ${count(large.terms)} terms at most ${mostGrowth} × linear`, figure(grown));
}
