// Measures the fixes: the light bulb at one place of a large file, filling all of its gaps, and that analysis runs none of them.
import { build } from 'esbuild';
import type { fixesFor } from '../../src/core/fixes';
import type { fill, fillableFindings, fillableGaps } from '../../src/core/fixes/insert-temporary';
import type { Finding, LicenseFile, Report } from '../../src/core/model';
import { licenseData, toJson, toYaml } from './generate';
import { measure } from './measure';
import { bundled, type Core, exportedCore, root } from './ours';
import { quantile } from './quantile';
import { printGoal } from './report';
import { count, figure, printTable, times } from './table';

interface FixCore extends Core {
  readonly fixesFor: typeof fixesFor;
  readonly fill: typeof fill;
  readonly fillableFindings: typeof fillableFindings;
  readonly fillableGaps: typeof fillableGaps;
}

const entries = 10_000;
const gaps = 1_000;
/** At how many places the light bulb is asked for. */
const places = 200;
/** In ms. */
const mostForBulb = 20;
/** How many times an analysis filling all gaps may take. */
const mostForFill = 3;

/** Before all of the generated terms, so that no gap is past. */
const at = Date.UTC(2015, 0, 1);

const notations = [
  { name: 'JSON', path: 'licenses.json', write: toJson },
  { name: 'YAML', path: 'licenses.yaml', write: toYaml },
] as const;

export async function measureFixes(): Promise<void> {
  const core = await bundled<FixCore>(
    `${exportedCore}
    export { fixesFor } from './src/core/fixes';
    export { fill, fillableFindings, fillableGaps } from './src/core/fixes/insert-temporary';`,
    'fixes',
  );
  const rows: string[][] = [];
  const goals: (() => void)[] = [];
  for (const { name, path, write } of notations) {
    const text = write(licenseData(entries));
    const { analysis, bulb, both } = lightBulb(core, path, text);
    const all = await fillAll(core, path, text);
    rows.push(
      [`${name}, ${count(entries)} entries, ${count(gaps)} gaps`],
      rowOf('analysis', analysis),
      rowOf('light bulb', bulb),
      rowOf('analysis and light bulb', both),
      ['  fill all', figure(all.fill), '', times(all.fill / all.analysis), count(all.samples)],
    );
    goals.push(
      () =>
        printGoal(
          quantile(bulb, 0.95) <= mostForBulb,
          `${name}: light bulb p95 at most ${mostForBulb} ms`,
          `${figure(quantile(bulb, 0.95))} ms`,
        ),
      () =>
        printGoal(
          quantile(both, 0.95) <= mostForBulb,
          `${name}: the same behind a whole analysis`,
          `${figure(quantile(both, 0.95))} ms`,
        ),
      () =>
        printGoal(
          all.fill <= mostForFill * all.analysis,
          `${name}: filling all at most ${mostForFill} × analysis`,
          times(all.fill / all.analysis),
        ),
    );
  }
  printTable([['', 'median', 'p95', '× analysis', 'samples'], ...rows]);
  for (const goal of goals) goal();
  const loaded = await fixesInAnalysis();
  printGoal(loaded.length === 0, 'analysis has no fix in it', loaded.join(', ') || 'none of their files is loaded');

  function rowOf(title: string, values: readonly number[]): string[] {
    return [`  ${title}`, figure(quantile(values, 0.5)), figure(quantile(values, 0.95)), '', count(values.length)];
  }
}

/** In ms. Each time from the text on, since much is computed only when it is first asked for. */
function lightBulb(core: FixCore, path: string, text: string) {
  const [analysis, bulb, both]: [number[], number[], number[]] = [[], [], []];
  const warmUps = 20;
  for (let i = -warmUps; i < places; i++) {
    const start = performance.now();
    const { file, report } = reportOn(core, path, text);
    const analyzed = performance.now();
    const offset = placeOf(report, Math.max(i, 0));
    const asked = performance.now();
    const offered = bulbAt(core, report, file, offset);
    const end = performance.now();
    if (offered === 0) throw new Error(`nothing is offered at ${offset}`);
    if (i < 0) continue;
    analysis.push(analyzed - start);
    bulb.push(end - asked);
    both.push(analyzed - start + end - asked);
  }
  return { analysis, bulb, both };
}

function reportOn({ analyze, defaultSettings, readLicenseFile }: FixCore, path: string, text: string) {
  const file = readLicenseFile({ path, text }, defaultSettings)!;
  return { file, report: analyze([file], defaultSettings, at) };
}

/** Gaps from the first to the last. The rule and the place of a finding cost nothing to ask for. */
function placeOf({ findings }: Report, i: number): number {
  const told = findings.filter(({ rule }) => rule === 'gap');
  return told[Math.floor((i * told.length) / places)]!.span.start;
}

/** As the editor does it: the fixes of all findings there, and whether there are gaps to fill all at once. Answers how many. */
function bulbAt({ fixesFor, fillableFindings }: FixCore, report: Report, file: LicenseFile, offset: number): number {
  const here = ({ file: { path }, span }: Finding): boolean =>
    path === file.path && span.start <= offset && span.end >= offset;
  const found = report.findings.filter(here);
  const fixes = found.flatMap(finding => fixesFor(finding, report));
  return fixes.length + (fillableFindings(report, file).length > 1 ? 1 : 0);
}

/** In ms; the edits are made of a fresh report each time. */
async function fillAll(core: FixCore, path: string, text: string) {
  const { fill, fillableGaps } = core;
  const { report } = reportOn(core, path, text);
  const found = fillableGaps(report).length;
  if (found !== gaps) throw new Error(`${found} gaps can be filled, not ${gaps}`);
  const contender = {
    name: 'fill',
    steps: [() => reportOn(core, path, text).report, (report: unknown) => fill(fillableGaps(report as Report))],
  };
  const [timing] = await measure([contender]);
  const { steps, samples } = timing!;
  return { analysis: steps[0]!, fill: steps[1]!, samples };
}

/** The files of fixes that reading and analysis need. Without any, no fix can run in them: a proof, where times would only hint. */
async function fixesInAnalysis(): Promise<readonly string[]> {
  const { metafile } = await build({
    stdin: { contents: exportedCore, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    mainFields: ['module', 'main'],
  });
  const outputs = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  return outputs.flatMap(([path, { bytesInOutput }]) =>
    /src\/core\/fixes(?:\.ts|\/)/.test(path) && bytesInOutput > 0 ? [path] : [],
  );
}
