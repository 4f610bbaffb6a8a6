// Measures the reading and analysis of FlexNet and RLM files against JSON.parse of the same data.
import { type Line, lineData, toFlexnet, toRlm } from './generate-lines';
import { measure, type Timing } from './measure';
import { type Core, ours } from './ours';
import { jsonParse } from './peers';
import { mostGrowth, printGoal } from './report';
import { count, figure, printTable, times } from './table';

const sizes = [1_000, 10_000, 100_000] as const;

/** How many times the time of JSON.parse reading and analysis may take together. */
const most = 3;

const formats: readonly { readonly name: string; readonly write: (lines: readonly Line[]) => string }[] = [
  { name: 'FlexNet', write: toFlexnet },
  { name: 'RLM', write: toRlm },
];

export async function measureLines(core: Core): Promise<void> {
  const heading = ['records', 'ms', '× JSON.parse', 'growth', 'read', 'analyze', 'finds', 'samples'];
  const rows: string[][] = [];
  const goals: (() => void)[] = [];
  const before = new Map<string, number>();
  for (const records of sizes) {
    const data = lineData(records);
    const contenders = formats.map(({ name, write }) => ({ ...ours(core, 'a.lic', write(data), records)!, name }));
    const [json, ...timings] = await measure([jsonParse(JSON.stringify(data, undefined, 2)), ...contenders]);
    rows.push([count(records)], ['  JSON.parse', figure(json!.total)]);
    for (const timing of timings) {
      const growth = timing.total / (before.get(timing.name) ?? Number.NaN) / 10;
      const ratio = timing.total / json!.total;
      before.set(timing.name, timing.total);
      rows.push(rowOf(timing, ratio, growth));
      const size = `${timing.name}, ${count(records)} records`;
      goals.push(() => printGoal(ratio <= most, `${size}: at most ${most} × JSON.parse`, times(ratio)));
      if (records === 100_000)
        goals.push(() =>
          printGoal(growth <= mostGrowth, `${size}: growth at most ${mostGrowth} × linear`, figure(growth)),
        );
    }
  }
  printTable([heading, ...rows]);
  for (const goal of goals) goal();
}

function rowOf(timing: Timing, ratio: number, growth: number): string[] {
  const grown = Number.isNaN(growth) ? '' : figure(growth);
  const parts = timing.steps.map(figure);
  return [
    `  ${timing.name}`,
    figure(timing.total),
    times(ratio),
    grown,
    ...parts,
    count(timing.told!),
    count(timing.samples),
  ];
}
