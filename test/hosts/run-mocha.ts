// Runs the tests at or below the given paths in this process: `run-mocha.ts [--in-vscode] PATH… [!PATH…]`; MOCHA_GREP selects some.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { countsOf, watchRetries, writeCounts } from './counts';
import { mochaOptions, retriesInVSCode } from './mocha-options';
import { project, testFilesIn } from './places';

const { values, positionals: paths } = parseArgs({
  options: { 'in-vscode': { type: 'boolean' } },
  allowPositionals: true,
});
const mocha = new Mocha(mochaOptions(values['in-vscode'] ? retriesInVSCode : 0));
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
