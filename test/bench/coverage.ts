// Measures the coverage engine: terms joined into products with their union, gaps and seat steps.
import { contenderOf, loadCoverageCore, oursEngine, randomFile, sweepEngine } from './coverage-core';
import { memoryOf } from './coverage-memory';
import { type CoverageMeasured, printCoverage, type Taken } from './coverage-report';
import { measure, type Timing } from './measure';
import { type NoPostgres, type Postgres, startPostgres } from './postgres';
import { loadTerms, postgresContender, postgresTally } from './postgres-coverage';
import { count, figure } from './table';
import { assertSame, tallyOf } from './tally';

const sizes = [10_000, 100_000, 1_000_000] as const;

/** How long PostgreSQL may take for one size. */
const patienceMs = 180_000;
/** About as many runs are measured of something slow. */
const slowRuns = 10;

export async function measureCoverage(): Promise<void> {
  const core = await loadCoverageCore();
  const postgres = await startPostgres();
  const measured: CoverageMeasured[] = [];
  try {
    for (const terms of sizes) measured.push(await measureTerms(core, postgres, terms, measured.at(-1)));
  } finally {
    if ('stop' in postgres) await postgres.stop();
  }
  printCoverage(measured, 'why' in postgres ? postgres.why : undefined);
  printCheckByClock(core);
}

/** What a check costs when nothing has changed but the time: the report is asked whether it still holds, and is not made anew. */
function printCheckByClock(core: Core): void {
  const { analyze, stillHolds, defaultSettings } = core;
  const [terms, checks] = [100_000, 10_000_000];
  const now = Date.UTC(2020, 0, 1);
  const start = performance.now();
  const report = analyze([randomFile(core, terms)], defaultSettings, now);
  const made = performance.now() - start;
  let holds = 0;
  const checking = performance.now();
  for (let i = 0; i < checks; i++) if (stillHolds(report, now + (i & 1))) holds++;
  const each = ((performance.now() - checking) / checks) * 1_000_000;
  if (holds !== checks) throw new Error('a report of the first millisecond does not hold in it');
  console.log(
    `  a check by the clock alone, nothing crossed: ${figure(each)} ns; making the report of ${count(terms)} terms: ${figure(made)} ms`,
  );
}

type Core = Awaited<ReturnType<typeof loadCoverageCore>>;

async function measureTerms(
  core: Core,
  server: Postgres | NoPostgres,
  terms: number,
  smaller: CoverageMeasured | undefined,
): Promise<CoverageMeasured> {
  const file = randomFile(core, terms);
  const engines = [oursEngine(core, file), sweepEngine(core, file)];
  const tallies = new Map(engines.map(({ name, fresh, run, found }) => [name, tallyOf(found(run(fresh())))]));
  const postgres = 'run' in server && !isTooSlow(terms, smaller) ? server : undefined;
  if (postgres) {
    await loadTerms(postgres, file.terms);
    tallies.set(`PostgreSQL ${postgres.version}`, await postgresTally(postgres));
  }
  assertSame(tallies);
  const contenders = [...engines.map(contenderOf), ...(postgres ? [postgresContender(postgres)] : [])];
  const [ours, sweep, other] = await measure(contenders);
  return {
    terms,
    tally: tallies.get('ours')!,
    ours: withoutCopying(ours!),
    unpacking: ours!.steps[2]!,
    sweep: withoutCopying(sweep!),
    postgres: other && { name: other.name, ms: other.total, samples: other.samples, parts: other.steps },
    memory: { ours: await memoryOf('ours', terms), sweep: await memoryOf('plain sweep', terms) },
  };
}

function isTooSlow(terms: number, smaller: CoverageMeasured | undefined): boolean {
  if (!smaller?.postgres) return false;
  return smaller.postgres.ms * (terms / smaller.terms) * slowRuns > patienceMs;
}

/** The first step only makes what the second one may change; a third looks at all that was found. */
function withoutCopying({ name, samples, steps }: Timing): Taken {
  return { name, samples, ms: steps[1]! };
}
