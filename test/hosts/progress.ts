// Runs a long command and says every few seconds, in one line, that it is still at work.
import { spawn } from 'node:child_process';
import { atEnd, detached, killGroup } from './ending';

export interface LongCommand {
  /** What a person reads while it runs. */
  readonly title: string;
  readonly command: readonly [string, ...string[]];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Lines of its output that count as one step done, and what such steps are called. */
  readonly steps?: { readonly pattern: RegExp; readonly name: string };
  /** Seconds after which it is ended. */
  readonly limit: number;
}

/** Resolves with the last lines of the output, or rejects with them if the command fails or takes too long. */
export async function runLong({ title, command, cwd, env, steps, limit }: LongCommand): Promise<readonly string[]> {
  const began = Date.now();
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;
  const [program, ...args] = command;
  const child = spawn(program, args, { cwd, env, detached, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = atEnd(() => killGroup(child));

  let done = 0;
  let lines: string[] = [];
  const read = (chunk: Buffer) => {
    const arrived = chunk
      .toString()
      .split('\n')
      .filter(line => line.trim() !== '');
    lines = [...lines, ...arrived].slice(-20);
    if (steps) done += arrived.filter(line => steps.pattern.test(line)).length;
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);

  console.log(`${title} …`);
  const progress = setInterval(() => console.log(`  … ${seconds()}${steps ? `, ${done} ${steps.name}` : ''}`), 3000);
  const alarm = setTimeout(() => {
    lines.push(`ended after ${limit} s`);
    killGroup(child);
  }, limit * 1000);
  try {
    const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
    if (code !== 0) throw new Error(`${title}: failed\n${lines.join('\n')}`);
    return lines;
  } finally {
    clearInterval(progress);
    clearTimeout(alarm);
    ended();
  }
}
