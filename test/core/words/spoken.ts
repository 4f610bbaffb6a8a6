// The core in another language: words are made when they are loaded, so it is loaded anew for each.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type * as Core from './spoken-entry';

const project = join(__dirname, '..', '..', '..');

export type Messages = Readonly<Record<string, string | { readonly message: string }>>;

export function readBundle(name: string): Messages {
  return JSON.parse(readFileSync(join(project, 'l10n', name), 'utf8')) as Messages;
}

/** The English of a message. */
export function textOf(message: Messages[string]): string {
  return typeof message === 'string' ? message : message.message;
}

let script: Promise<string> | undefined;

/** `undefined`: English. */
export async function coreIn(translations: Readonly<Record<string, string>> | undefined): Promise<typeof Core> {
  script ??= bundled();
  const module = { exports: {} as typeof Core };
  new Function('module', 'exports', 'require', 'translations', await script)(
    ...[module, module.exports, require, translations],
  );
  return module.exports;
}

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, 'spoken-entry.ts')],
    ...{ bundle: true, format: 'cjs', platform: 'node', target: 'es2022', write: false, logLevel: 'error' },
    // The tests' own module is told by its effect alone.
    ignoreAnnotations: true,
  });
  return outputFiles[0]!.text;
}
