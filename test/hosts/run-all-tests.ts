// `npm test`: runs all steps, or those of the named parts, and ends with one line of numbers. `--grep TEXT` selects tests.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Counts, countsVariable, readCounts } from './counts';
import { atEnd, detached, killGroup } from './ending';
import { freshFolder, project } from './places';
import { type Step, steps } from './steps';

interface Result extends Counts {
  readonly title: string;
}

async function main(): Promise<number> {
  const { values, positionals: parts } = parseArgs({ allowPositionals: true, options: { grep: { type: 'string' } } });
  const chosen = steps.filter(({ part }) => parts.length === 0 || parts.includes(part));
  const results: Result[] = [];
  for (const step of chosen) results.push(await runStep(step, values.grep));

  const sum = (key: 'passed' | 'failed' | 'skipped') => results.reduce((total, result) => total + result[key], 0);
  console.log(`\n${'─'.repeat(60)}`);
  for (const { title, passed, failed, skipped, retried, why } of results) {
    const again = retried ? `, ${retried} tried again` : '';
    if (failed + skipped > 0 || why || again)
      console.log(`${title}: ${why ?? `${passed} passed, ${failed} failed, ${skipped} skipped${again}`}`);
  }
  console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  return sum('failed') > 0 ? 1 : 0;
}

async function runStep(step: Step, grep: string | undefined): Promise<Result> {
  const began = Date.now();
  console.log(`\n── ${step.title}`);
  const file = join(freshFolder('counts'), 'counts.json');
  const env = {
    ...process.env,
    [countsVariable]: file,
    ...(step.zone ? { TZ: step.zone } : {}),
    ...(grep ? { MOCHA_GREP: grep } : {}),
  };

  const deadline = began + step.limit * 1000;
  let why: string | undefined;
  for (const command of step.commands) why = (await runCommand(command, env, deadline)) ?? why;
  console.log(`── ${step.title}: ${why ?? 'done'} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  return { title: step.title, ...count(step, why, readCounts(file)) };
}

/** The numbers of a step; `trouble` is what was wrong with one of its commands. */
function count(step: Step, trouble: string | undefined, reported: Counts | undefined): Counts {
  const none = { passed: 0, failed: 0, skipped: 0 };
  if (step.counts === 'none') return none;
  if (step.counts === 'one') return trouble ? { ...none, failed: 1, why: trouble } : { ...none, passed: 1 };
  if (!reported) return { ...none, failed: 1, why: `${trouble ?? 'it ended'} before it could report` };
  // A suite that failed although none of its tests did has failed all the same.
  return trouble && reported.failed === 0 ? { ...reported, failed: 1, why: trouble } : reported;
}

/** Runs Node and shows what it says. Resolves with what was wrong, if anything was; `deadline` is in ms since 1970. */
function runCommand(args: readonly string[], env: NodeJS.ProcessEnv, deadline: number): Promise<string | undefined> {
  const child = spawn(process.execPath, args, { cwd: project, env, detached, stdio: ['ignore', 'inherit', 'inherit'] });
  let running = true;
  const end = atEnd(() => {
    if (running) {
      killGroup(child, 'SIGTERM');
      // Time to tidy up, before what is too busy to do so is given no choice.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
    }
    killGroup(child);
  });
  return new Promise(resolve => {
    const late = setTimeout(() => {
      end();
      resolve('took too long');
    }, deadline - Date.now());
    child.on('error', error => resolve(error.message));
    child.on('exit', (code, signal) => {
      clearTimeout(late);
      running = false;
      end();
      resolve(code === 0 ? undefined : signal ? `ended by ${signal}` : `failed with code ${code}`);
    });
  });
}

main().then(code => {
  process.exitCode = code;
});
