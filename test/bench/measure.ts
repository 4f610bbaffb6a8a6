// Times contenders against each other: all of them in every round, so that whatever else the machine does befalls each alike.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** A part of the work; it gets what the part before it gave. */
export type Step = (before: unknown) => unknown;

/** Something to be timed. Its steps are run one after another and timed one by one. */
export interface Contender {
  readonly name: string;
  readonly steps: readonly Step[];
  /** How many problems the last step's answer tells of; absent for a mere parser. */
  readonly tells?: (answer: unknown) => number;
}

/** Medians in ms. */
export interface Timing {
  readonly name: string;
  readonly total: number;
  readonly steps: readonly number[];
  /** How many samples the medians are of. */
  readonly samples: number;
  readonly told: number | undefined;
}

/** How long each contender runs before it counts, so that what the engine compiles late is compiled. */
const warmUpMs = 1_000;
/** How long each contender's samples take together, if that gives a number of them within bounds. */
const budgetMs = 4_000;
const fewestSamples = 7;
const mostSamples = 101;
/** A sample of something shorter is the mean of several runs. */
const sampleMs = 2;

setFlagsFromString('--expose-gc');
const collect: (options: { type: 'minor' }) => void = runInNewContext('gc');

/** A contender while it is being timed. */
interface Running {
  readonly contender: Contender;
  /** How many runs make a sample. */
  readonly repeat: number;
  readonly wanted: number;
  /** Per sample, the ms of each step. */
  readonly samples: (readonly number[])[];
}

/** The timings of all, in the same order. */
export async function measure(contenders: readonly Contender[]): Promise<readonly Timing[]> {
  const all: Running[] = [];
  for (const contender of contenders) all.push(await warmedUp(contender));
  const rounds = Math.max(...all.map(({ wanted }) => wanted));
  for (let round = 0; round < rounds; round++) {
    // Everyone follows everyone in turn.
    for (let i = 0; i < all.length; i++) {
      const running = all[(round + i) % all.length]!;
      if (isDue(running, round, rounds)) running.samples.push(await sample(running));
    }
  }
  return Promise.all(all.map(timingOf));
}

async function warmedUp(contender: Contender): Promise<Running> {
  const start = performance.now();
  let last = 0;
  do last = sum(await run(contender));
  while (performance.now() - start < warmUpMs);
  const repeat = Math.max(1, Math.ceil(sampleMs / last));
  const wanted = Math.min(Math.max(Math.round(budgetMs / (last * repeat)), fewestSamples), mostSamples);
  return { contender, repeat, wanted, samples: [] };
}

/** Slow contenders sit out some rounds, evenly spread. */
function isDue({ wanted }: Running, round: number, rounds: number): boolean {
  return Math.floor(((round + 1) * wanted) / rounds) > Math.floor((round * wanted) / rounds);
}

async function sample({ contender, repeat }: Running): Promise<readonly number[]> {
  // Nobody is to clear away what another has just left. Not the whole heap: that would throw compiled code away too.
  collect({ type: 'minor' });
  const sums = contender.steps.map(() => 0);
  for (let i = 0; i < repeat; i++) {
    const times = await run(contender);
    for (let step = 0; step < sums.length; step++) sums[step]! += times[step]!;
  }
  return sums.map(ms => ms / repeat);
}

async function run({ steps }: Contender): Promise<readonly number[]> {
  const times: number[] = [];
  let value: unknown;
  for (const step of steps) {
    const start = performance.now();
    value = step(value);
    if (value instanceof Promise) value = await value;
    times.push(performance.now() - start);
  }
  return times;
}

async function timingOf({ contender, samples }: Running): Promise<Timing> {
  let answer: unknown;
  for (const step of contender.steps) answer = await step(answer);
  return {
    name: contender.name,
    total: median(samples.map(sum)),
    steps: contender.steps.map((_, step) => median(samples.map(times => times[step]!))),
    samples: samples.length,
    told: contender.tells?.(answer),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The one in the middle; of an even count, the mean of the two there. */
function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
