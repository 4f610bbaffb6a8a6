// Runs the tests at or below the given paths: `run-mocha.ts [--in-vscode] PATH… [!PATH…]`; MOCHA_GREP selects some.
// Files are run side by side, but for those in VS Code, which share one server and need the machine for themselves.
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { findOrInstallBrowser } from './browser';
import { countsOf, watchRetries, writeCounts } from './counts';
import { mochaOptions, retriesInVSCode } from './mocha-options';
import { project, testFilesIn } from './places';

const { values, positionals: paths } = parseArgs({
  options: { 'in-vscode': { type: 'boolean' } },
  allowPositionals: true,
});

async function main(): Promise<void> {
  const inVSCode = values['in-vscode'] === true;
  // Two files that find none would install it at the same time.
  if (!inVSCode) await findOrInstallBrowser();
  const mocha = new Mocha(inVSCode ? mochaOptions(retriesInVSCode) : { ...mochaOptions(0), ...sideBySide() });
  // A folder's hooks hold for all tests and so come first.
  const hooks = paths.map(path => join(resolve(project, path), 'hooks.ts')).filter(existsSync);
  for (const file of [...hooks, ...testFilesIn(...paths)]) mocha.addFile(file);

  const runner = mocha.run(() => {
    const counts = countsOf(runner.stats!, retried());
    writeCounts(counts);
    // A test may have left a timer or a socket behind, which must not keep the process.
    process.exit(counts.failed > 0 ? 1 : 0);
  });
  const retried = watchRetries(runner, console.log);
}

/** What mocha's types lack: it loads `require` in each of its processes. */
function sideBySide(): object {
  return { parallel: true, jobs: Math.min(availableParallelism(), 4), require: ['tsx'] };
}

void main();
