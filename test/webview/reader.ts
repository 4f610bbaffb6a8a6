// A screen reader made for tests, in the page: what it says while a person presses keys.
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { project } from '../hosts/places';

export interface Reader {
  /** What has been said since the last time. */
  heard(): Promise<readonly string[]>;
  /** Reads on through the page, so many steps. */
  readOn(steps: number): Promise<void>;
}

let bundle: string | undefined;

/** Listens to a page from now on. */
export async function startReader(page: Page): Promise<Reader> {
  bundle ??= await readerScript();
  // The policy lets no script in, but the debugger may run one.
  await page.evaluate(bundle);
  await page.evaluate('reader.virtual.start({ container: document.body })');
  const log = (): Promise<readonly string[]> => page.evaluate('reader.virtual.spokenPhraseLog()');
  let told = (await log()).length;
  return {
    heard: async () => {
      // It follows the focus and live regions a moment later.
      await page.waitForTimeout(120);
      const all = await log();
      const since = all.slice(told);
      told = all.length;
      return since;
    },
    readOn: async steps => {
      for (let i = 0; i < steps; i++) await page.evaluate('reader.virtual.next()');
    },
  };
}

async function readerScript(): Promise<string> {
  const contents = "export { virtual } from '@guidepup/virtual-screen-reader';";
  const { outputFiles } = await build({
    ...{ stdin: { contents, resolveDir: join(project, 'test') }, bundle: true, write: false, minify: true },
    ...{ format: 'iife', globalName: 'reader', platform: 'browser', logLevel: 'error' },
  });
  return `${outputFiles[0]!.text};globalThis.reader = reader;`;
}
