// Runs the tests at or below the given paths in this process: `run-mocha.ts PATH… [!PATH…]`; MOCHA_GREP selects some.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Mocha from 'mocha';
import { countsOf, writeCounts } from './counts';
import { mochaOptions } from './mocha-options';
import { project, testFilesIn } from './places';

const paths = process.argv.slice(2);
const mocha = new Mocha(mochaOptions());
// A folder's hooks hold for all tests and so come first.
const hooks = paths.map(path => join(resolve(project, path), 'hooks.ts')).filter(existsSync);
for (const file of [...hooks, ...testFilesIn(...paths)]) mocha.addFile(file);

const runner = mocha.run(() => {
  const counts = countsOf(runner.stats!);
  writeCounts(counts);
  // A test may have left a timer or a socket behind, which must not keep the process.
  process.exit(counts.failed > 0 ? 1 : 0);
});
