// Measures us against what else could read or join the same. `npm run bench`, or `npm run bench -- json` for one part alone.
import { cpus, loadavg } from 'node:os';
import { measureCoverage } from './coverage';
import { measureFixes } from './fixes';
import { type LicenseData, licenseData, toJson, toToml, toYaml } from './generate';
import { measureLines } from './lines';
import { type Contender, measure } from './measure';
import { type Core, loadCore, ours } from './ours';
import { jsonParse, jsonValidator, tomlParser, yamlValidator } from './peers';
import { type Measured, printBundles, printFigures, printGoals } from './report';
import { figure } from './table';
import { measureTimeline } from './timeline';

const sizes = [10, 1_000, 10_000] as const;

interface Notation {
  readonly name: string;
  readonly path: string;
  readonly write: (data: LicenseData) => string;
  readonly peer: (text: string) => Contender | Promise<Contender>;
}

const notations: readonly Notation[] = [
  { name: 'JSON', path: 'licenses.json', write: toJson, peer: jsonValidator },
  { name: 'YAML', path: 'licenses.yaml', write: toYaml, peer: yamlValidator },
  { name: 'TOML', path: 'licenses.toml', write: toToml, peer: tomlParser },
];

async function main(): Promise<void> {
  const core = await loadCore();
  const asked = process.argv.slice(2).map(name => name.toUpperCase());
  const load = `load ${figure(loadavg()[0]!)} on ${cpus().length} cores`;
  console.log(`Node ${process.version}, ${load}. Medians in ms of runs that take turns; ours as it is shipped.`);
  const isAsked = (part: string): boolean => asked.length === 0 || asked.includes(part);
  for (const notation of notations) {
    if (!isAsked(notation.name)) continue;
    const measured: Measured[] = [];
    for (const entries of sizes) measured.push(await measureFile(core, notation, entries));
    console.log(`\n${notation.name}`);
    printFigures(measured);
    printGoals(measured);
  }
  if (isAsked('LINES')) {
    console.log('\nFlexNet and RLM');
    await measureLines(core);
  }
  if (isAsked('FIXES')) {
    console.log('\nFixes');
    await measureFixes();
  }
  if (isAsked('COVERAGE')) {
    console.log('\nCoverage');
    await measureCoverage();
  }
  if (isAsked('TIMELINE')) {
    console.log('\nTimeline');
    await measureTimeline();
  }
  console.log('\nBundles');
  printBundles();
}

async function measureFile(core: Core, { path, write, peer }: Notation, entries: number): Promise<Measured> {
  const data = licenseData(entries);
  const text = write(data);
  const us = ours(core, path, text, entries);
  const [json, other, own] = await measure([jsonParse(toJson(data)), await peer(text), ...(us ? [us] : [])]);
  return { entries, bytes: Buffer.byteLength(text), json: json!, peer: other!, ours: own };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
