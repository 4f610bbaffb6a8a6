// Measures the extension inside VS Code: `npm run bench:editor`; with ten thousand license files: `npm run bench:editor -- workspace`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { chooseHost } from '../hosts/choose-host';
import { freshFolder, project } from '../hosts/places';

const fileCount = 10_000;

async function main(): Promise<void> {
  const isWorkspace = process.argv.includes('workspace');
  const host = await chooseHost();
  if (!('path' in host)) throw new Error(`there is no VS Code to measure in: ${host.why}`);
  console.log(`Measured in ${host.name}`);
  const outfile = join(project, 'dist/test/bench.js');
  await build({
    entryPoints: [join(__dirname, isWorkspace ? 'in-workspace.ts' : 'in-editor.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    external: ['vscode'],
    define: { 'console.log': 'benchLog', fileCount: String(fileCount) },
    logLevel: 'warning',
  });
  const folder = freshFolder('bench');
  if (isWorkspace) for (let i = 0; i < fileCount; i++) writeFile(folder, i);
  const launchArgs = [folder, `--user-data-dir=${freshFolder('data')}`, '--disable-extensions'];
  await runTests({
    vscodeExecutablePath: host.path,
    extensionDevelopmentPath: project,
    extensionTestsPath: outfile,
    launchArgs,
  });
}

/** A small license file with a gap, for a product of its own. */
function writeFile(folder: string, number: number): void {
  const home = join(folder, 'teams', `team-${number}`);
  mkdirSync(home, { recursive: true });
  writeFileSync(
    join(home, 'licenses.yaml'),
    `environment: production\nproduct: Product ${number}\nexpiryDay: uncovered\nlicenses:\n` +
      `  - { id: A-${number}, key: 3F9A-${number}, starts: 2020-01-01, expires: 2050-11-30 }\n` +
      `  - { id: B-${number}, key: 8D21-${number}, starts: 2050-12-01, expires: 2060-12-01 }\n`,
  );
}

main().then(
  () => process.exit(0),
  error => {
    console.error((error as Error).message);
    process.exit(1);
  },
);
