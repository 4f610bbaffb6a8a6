// Runs the editor suite inside VS Code; the bundle around it says which tests there are.
import { format } from 'node:util';
import Mocha from 'mocha';
import type { Expected } from '../hosts/bundle-editor-suite';
import { type Counts, countsOf, watchRetries, writeCounts } from '../hosts/counts';
import { countsMark, suiteMark } from '../hosts/suite-output';

declare global {
  /** What `console.log` becomes in the bundle. */
  var suiteLog: (...values: unknown[]) => void;
  /** The bundle has the values in their places. */
  var suiteExpects: Expected;
  var suiteOptions: Mocha.MochaOptions;
}

/** Resolves if all tests pass. `load` requires the test files once mocha's `describe` and `it` exist. */
export async function runSuite(load: () => void): Promise<void> {
  const { log } = console;
  globalThis.suiteLog = (...values) => log(suiteMark + format(...values));
  Mocha.reporters.Base.consoleLog = globalThis.suiteLog;

  const mocha = new Mocha({ ...suiteOptions, reporter: 'spec' });
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha);
  try {
    load();
  } catch (error) {
    console.log(error);
    throw error;
  }
  const counts = await new Promise<Counts>(resolve => {
    const runner = mocha.run(() => resolve(countsOf(runner.stats!, retried())));
    const retried = watchRetries(runner, suiteLog);
  });
  if (suiteExpects.host === 'node') writeCounts(counts);
  else log(countsMark + JSON.stringify(counts));
  if (counts.failed > 0) throw new Error(`${counts.failed} tests of the editor suite failed`);
}
