// Measures the extension inside VS Code: `npm run bench:editor`.
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { chooseHost } from '../hosts/choose-host';
import { freshFolder, project } from '../hosts/places';

async function main(): Promise<void> {
  const host = await chooseHost();
  if (!('path' in host)) throw new Error(`there is no VS Code to measure in: ${host.why}`);
  console.log(`Measured in ${host.name}`);
  const outfile = join(project, 'dist/test/bench.js');
  await build({
    entryPoints: [join(__dirname, 'in-editor.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    external: ['vscode'],
    define: { 'console.log': 'benchLog' },
    logLevel: 'warning',
  });
  const launchArgs = [freshFolder('bench'), `--user-data-dir=${freshFolder('data')}`, '--disable-extensions'];
  await runTests({
    vscodeExecutablePath: host.path,
    extensionDevelopmentPath: project,
    extensionTestsPath: outfile,
    launchArgs,
  });
}

main().then(
  () => process.exit(0),
  error => {
    console.error((error as Error).message);
    process.exit(1);
  },
);
