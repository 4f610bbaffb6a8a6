// Measures us against what else could read the same file. `npm run bench`, or `npm run bench -- json` for one notation alone.
import { bundles } from './bundles';
import { type LicenseData, licenseData, toJson, toToml, toYaml } from './generate';
import { type Contender, measure, type Timing } from './measure';
import { type Core, loadCore, ours } from './ours';
import { jsonParse, jsonValidator, tomlParser, yamlValidator } from './peers';
import { count, figure, printTable, times } from './table';

const sizes = [10, 1_000, 10_000] as const;
/** How many times faster than a notation's validator the whole analysis of 10,000 entries should be. */
const lead = 4;
/** How much more than ten times the work ten times the entries may be, from 1,000 to 10,000. */
const mostGrowth = 1.5;

interface Notation {
  readonly name: string;
  readonly path: string;
  readonly write: (data: LicenseData) => string;
  readonly peer: (text: string) => Contender | Promise<Contender>;
  /** Whether the peer checks what it reads, as we do, or only parses. */
  readonly peerValidates: boolean;
}

const notations: readonly Notation[] = [
  { name: 'JSON', path: 'licenses.json', write: toJson, peer: jsonValidator, peerValidates: true },
  { name: 'YAML', path: 'licenses.yaml', write: toYaml, peer: yamlValidator, peerValidates: true },
  { name: 'TOML', path: 'licenses.toml', write: toToml, peer: tomlParser, peerValidates: false },
];

/** What was measured of one file. */
interface Measured {
  readonly entries: number;
  readonly bytesPerEntry: number;
  readonly json: Timing;
  readonly peer: Timing;
  /** `undefined`: we do not read this file. */
  readonly ours: Timing | undefined;
}

async function main(): Promise<void> {
  const core = await loadCore();
  const asked = process.argv.slice(2).map(name => name.toUpperCase());
  console.log(`Node ${process.version}. Medians in ms of runs that take turns; ours as it is shipped.\n`);
  for (const notation of notations) {
    if (asked.length > 0 && !asked.includes(notation.name)) continue;
    const measured: Measured[] = [];
    for (const entries of sizes) measured.push(await measureFile(core, notation, entries));
    printFigures(notation, measured);
    printGoals(notation, measured);
  }
  printBundles();
}

async function measureFile(core: Core, { path, write, peer }: Notation, entries: number): Promise<Measured> {
  const data = licenseData(entries);
  const text = write(data);
  const us = ours(core, path, text, entries);
  const contenders = [jsonParse(toJson(data)), await peer(text), ...(us ? [us] : [])];
  const timings = await measure(contenders);
  return {
    entries,
    bytesPerEntry: Buffer.byteLength(text) / entries,
    json: timings[0]!,
    peer: timings[1]!,
    ours: timings[2],
  };
}

function printFigures({ name }: Notation, measured: readonly Measured[]): void {
  const heading = ['entries', 'ms', '× JSON.parse', '× ours', 'growth', 'finds', 'samples', 'of it'];
  const rows = measured.flatMap(({ entries, bytesPerEntry, json, peer, ours }, i) => {
    const row = (timing: Timing, parts = ''): string[] => [
      `  ${timing.name}`,
      figure(timing.total),
      times(timing.total / json.total),
      ours ? times(timing.total / ours.total) : '',
      growth(timing, measured[i - 1], entries),
      timing.told === undefined ? '' : count(timing.told),
      count(timing.samples),
      parts,
    ];
    const size = `${count(entries)} (${bytesPerEntry.toFixed(0)} bytes each)`;
    return [
      [size, '', '', '', '', '', '', ''],
      row(json),
      ...(ours ? [row(ours, partsOf(ours))] : [['  ours', 'not read', '', '', '', '', '', '']]),
      row(peer),
    ];
  });
  console.log(name);
  printTable([heading, ...rows]);
}

/** How the time is spent: `read 80 %, analyze 20 %`. */
function partsOf({ steps }: Timing): string {
  const all = steps[0]! + steps[1]!;
  return `read ${figure(steps[0]!)}, analyze ${figure(steps[1]!)} (${((100 * steps[1]!) / all).toFixed(0)} %)`;
}

/** How much more the time has grown than the number of entries since the next smaller file. */
function growth(timing: Timing, smaller: Measured | undefined, entries: number): string {
  const before = smaller && [smaller.json, smaller.peer, smaller.ours].find(other => other?.name === timing.name);
  return before ? (timing.total / before.total / (entries / smaller.entries)).toFixed(2) : '';
}

function printGoals({ peerValidates }: Notation, measured: readonly Measured[]): void {
  const [, middle, large] = measured;
  if (!middle?.ours || !large?.ours) return console.log('No goal can be measured: we do not read these files.\n');
  const speedUps = measured.map(({ ours, peer }) => peer.total / (ours?.total ?? Number.POSITIVE_INFINITY));
  const slowest = Math.min(...speedUps);
  const grown = large.ours.total / middle.ours.total / (large.entries / middle.entries);
  const name = large.peer.name;
  if (peerValidates) {
    const speedUp = speedUps.at(-1)!;
    printGoal(speedUp >= lead, `at least ${lead} × faster than ${name} at ${count(large.entries)}`, times(speedUp));
  }
  printGoal(slowest >= 1, `never slower than ${name}`, `${times(slowest)} faster at the least`);
  printGoal(grown <= mostGrowth, `growth at most ${mostGrowth} × linear`, grown.toFixed(2));
  console.log();
}

function printBundles(): void {
  console.log('Bundles');
  for (const { name, size, goal, isForDevelopment } of bundles()) {
    const limit = goal === undefined ? '' : `at most ${goal} kB`;
    if (size === undefined) console.log(`          ${name}: not built`);
    else if (isForDevelopment) console.log(`          ${name}: built for development; node esbuild.js --production`);
    else if (goal === undefined) console.log(`          ${name}: ${size.toFixed(1)} kB`);
    else printGoal(size <= goal, `${name} ${limit}`, `${size.toFixed(1)} kB`);
  }
}

function printGoal(isMet: boolean, goal: string, measured: string): void {
  console.log(`  ${isMet ? 'met   ' : 'MISSED'}  ${goal}: ${measured}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
