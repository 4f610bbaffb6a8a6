// How large the built bundles are.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const dist = join(__dirname, '..', '..', 'dist');

export interface Bundle {
  readonly name: string;
  /** In kB (1,000 bytes); `undefined` if it has not been built. */
  readonly size: number | undefined;
  /** The most that it should have. */
  readonly goal: number | undefined;
  /** Built for development, so its size says nothing. */
  readonly isForDevelopment: boolean;
}

export function bundles(): readonly Bundle[] {
  return [
    bundle('extension.js', 10),
    bundle('main.js', 250),
    bundle('web.js'),
    bundle('timeline.js', 60),
    bundle('cli.js'),
  ];
}

function bundle(file: string, goal?: number): Bundle {
  const path = join(dist, file);
  const name = `dist/${file}`;
  if (!existsSync(path)) return { name, goal, size: undefined, isForDevelopment: false };
  const content = readFileSync(path);
  return { name, goal, size: content.length / 1000, isForDevelopment: content.includes('//# sourceMappingURL=') };
}
