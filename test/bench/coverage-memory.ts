// How much memory joining takes, asked of a process that does nothing else.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadCoverageCore, oursEngine, randomFile, sweepEngine } from './coverage-core';

/** In bytes, of the whole process with Node.js and the terms. */
export interface Memory {
  /** Resident before the first run. */
  readonly before: number;
  /** The most that was resident, after one run. */
  readonly peak: number;
}

const engines = { ours: oursEngine, 'plain sweep': sweepEngine };

export type EngineName = keyof typeof engines;

export async function memoryOf(name: EngineName, terms: number): Promise<Memory> {
  const child = fork(__filename, [name, String(terms)]);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the process that measures memory ended with ${code}`);
  });
  const [memory] = (await Promise.race([once(child, 'message'), ended])) as [Memory];
  // That it ends is no error any more.
  ended.catch(() => {});
  child.disconnect();
  return memory;
}

async function answer(name: EngineName, terms: number): Promise<void> {
  const core = await loadCoverageCore();
  const engine = engines[name](core, randomFile(core, terms));
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
  const before = process.memoryUsage.rss();
  const found = engine.run(engine.fresh());
  const memory: Memory = { before, peak: peak() };
  // What was found is held until here, as a report would hold it.
  if (engine.found(found).length > 0) process.send!(memory);
}

/** Node.js tells the most of the process that started us too, if that was more; Linux knows better. */
function peak(): number {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))!;
    return Number(kilobytes) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}

if (require.main === module) {
  const [name, terms] = process.argv.slice(2);
  answer(name as EngineName, Number(terms)).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
}
