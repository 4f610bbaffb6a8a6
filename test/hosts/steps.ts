// The steps of `npm test`, in their order.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { project } from './places';

export interface Step {
  /** What selects it on the command line. */
  readonly part: 'check' | 'build' | 'unit' | 'hosts' | 'editor' | 'person';
  readonly title: string;
  /** Arguments of Node; all of them run, whatever becomes of the others. */
  readonly commands: readonly (readonly string[])[];
  /** How it adds to the numbers: as one test, by those that its suite reports, or not at all. */
  readonly counts: 'one' | 'reported' | 'none';
  /** Seconds after which it is ended. */
  readonly limit: number;
  /** The time zone in which it runs. */
  readonly zone?: string;
}

const typescript = 'node_modules/typescript/bin/tsc';
const biome = 'node_modules/@biomejs/biome/bin/biome';
const tsx = ['--import', 'tsx'];
const mocha = [...tsx, 'test/hosts/run-mocha.ts'];

const withoutDates = [
  ...[
    'columns',
    'contents',
    'draw',
    'export-anonymous',
    'export-csv',
    'export-markdown',
    'export-mermaid',
    'export-name',
  ],
  ...['export-svg', 'keys', 'last-good', 'layout', 'messages', 'problems-list', 'secrets'],
];

export const steps: readonly Step[] = [
  {
    part: 'check',
    title: 'Types',
    commands: rooms().map(room => [typescript, '-p', room]),
    counts: 'one',
    limit: 180,
  },
  { part: 'check', title: 'Lint', commands: [[biome, 'check', '--error-on-warnings', '.']], counts: 'one', limit: 60 },
  { part: 'build', title: 'Build', commands: [['esbuild.js']], counts: 'one', limit: 60 },
  {
    part: 'unit',
    title: 'Unit tests',
    commands: [
      [...mocha, 'test', '!test/editor', '!test/editor-unrelated', '!test/person', '!test/hosts', '!test/bench'],
    ],
    counts: 'reported',
    limit: 1_200,
    zone: 'UTC',
  },
  ...['America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Kiritimati', 'Europe/Berlin'].map(
    (zone): Step => ({
      part: 'unit',
      title: `Unit tests of the core in ${zone}`,
      // The oracles and the generated files bring zones of their own, and how a notation is read and offered knows none.
      commands: [
        [
          ...[...mocha, 'test/core', '!test/core/oracle', '!test/core/formats', '!test/core/languages'],
          ...['!test/core/fill-fuzz.test.ts', '!test/core/fill-matrix.test.ts', '!test/core/remove-fuzz.test.ts'],
          '!test/core/enter-key.test.ts',
          // Of the timeline only what tells dates.
          ...withoutDates.map(name => `!test/core/timeline/${name}.test.ts`),
        ],
      ],
      counts: 'reported',
      limit: 600,
      zone,
    }),
  ),
  {
    part: 'hosts',
    title: 'VS Code and a browser',
    commands: [[...tsx, 'test/hosts/prepare.ts']],
    counts: 'none',
    limit: 900,
  },
  ...[
    ['usual', 'Editor suite'],
    ['unrelated', 'Editor suite where no license file is'],
    ['worker', 'Editor suite in a browser alone'],
    ['restricted', 'Editor suite in restricted mode, with two folders'],
    ['oldest', 'Editor suite in the oldest VS Code'],
  ].map(
    ([way, title]): Step => ({
      part: 'editor',
      title: title!,
      commands: [[...tsx, 'test/hosts/run-editor-suite.ts', way!]],
      counts: 'reported',
      limit: 600,
      zone: 'UTC',
    }),
  ),
  {
    part: 'person',
    title: 'Person suite',
    commands: [[...mocha, '--in-vscode', 'test/person']],
    counts: 'reported',
    limit: 2_100,
    zone: 'UTC',
  },
];

/** Each folder with a tsconfig.json of its own. */
function rooms(): string[] {
  const inSource = readdirSync(join(project, 'src')).map(name => `src/${name}`);
  return [...inSource, 'test'].filter(room => existsSync(join(project, room, 'tsconfig.json')));
}
