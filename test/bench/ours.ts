// Our own analysis, as it is shipped: bundled and minified, since a development loader adds work of its own to every closure.
import Module from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { analyze } from '../../src/core/analyze';
import type { readLicenseFile } from '../../src/core/formats';
import type { LicenseFile, Report } from '../../src/core/model';
import type { defaultSettings } from '../../src/core/settings';
import type { Contender } from './measure';

export interface Core {
  readonly analyze: typeof analyze;
  readonly defaultSettings: typeof defaultSettings;
  readonly readLicenseFile: typeof readLicenseFile;
}

export const root = join(__dirname, '..', '..');

/** What reads and analyzes. */
export const exportedCore = `
  export { analyze } from './src/core/analyze';
  export { readLicenseFile } from './src/core/formats';
  export { defaultSettings } from './src/core/settings';
`;

/** A day amid the generated terms. */
const at = Date.UTC(2026, 10, 22);

export function loadCore(): Promise<Core> {
  return bundled(exportedCore, 'core');
}

/** What a module exports that is built with the options of `esbuild.js`. */
export async function bundled<T>(contents: string, name: string): Promise<T> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    target: 'es2022',
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
  });
  const module = new Module(name) as Module & { _compile(code: string, path: string): void };
  module._compile(outputFiles[0]!.text, join(root, `${name}.cjs`));
  return module.exports;
}

/**
 * The whole analysis: a file is read with the place of every value, then its coverage is computed and held to all rules. `undefined`
 * where we do not read all of the file's `entries`.
 */
export function ours(core: Core, path: string, text: string, entries: number): Contender | undefined {
  const { analyze, defaultSettings, readLicenseFile } = core;
  const read = (): LicenseFile | undefined => readLicenseFile({ path, text }, defaultSettings);
  if (read()?.terms.length !== entries) return undefined;
  return {
    name: 'ours',
    steps: [read, file => analyze([file as LicenseFile], defaultSettings, at)],
    tells: report => (report as Report).findings.length,
  };
}
