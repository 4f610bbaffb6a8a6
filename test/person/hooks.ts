// Sets the stage for the whole suite: one server with the extension in it, one browser, one picture of each failure.
import { join } from 'node:path';
import { cache, project } from '../hosts/places';
import type { ServerOptions } from '../hosts/server';
import { findStage, type OpenOptions, type Source, type Stage, type StageParts, startStage } from '../hosts/stage';
import type { Workbench } from '../hosts/workbench';

let parts: StageParts | undefined;
const stages: Stage[] = [];

/** Opens VS Code on a fresh copy of a folder of the project, or on files that are given as text by path. */
export function open(source: Source, options?: OpenOptions): Promise<Workbench> {
  if (!stages[0]) throw new Error('open is for tests and their hooks');
  return stages[0].open(source, options);
}

/** A server of a test's own, for what the common one can't show. */
export async function openStage(options: ServerOptions): Promise<Stage> {
  if (!parts) throw new Error('openStage is for tests and their hooks');
  const stage = await startStage(parts, options);
  stages.push(stage);
  return stage;
}

before(async function () {
  this.timeout(60_000);
  const found = findStage();
  if ('why' in found) {
    console.log(`  Person suite skipped, because ${found.why}`);
    return this.skip();
  }
  console.log(`  Person suite runs on the server host (VS Code ${found.server.version}) with ${found.browser.path}`);
  parts = found;
  await openStage({ extension: project });
});

afterEach(async function () {
  this.timeout(20_000);
  if (this.currentTest?.isFailed()) await takePictures(this.currentTest.fullTitle());
  for (const stage of stages) await stage.closeAll();
});

after(async () => {
  for (const stage of stages) await stage.stop();
});

async function takePictures(title: string): Promise<void> {
  const name = title.replace(/[^\w-]+/g, '-').slice(0, 80);
  for (const [index, page] of stages.flatMap(stage => stage.pages()).entries()) {
    const path = join(cache, 'screenshots', `failed-${name}-${index}.png`);
    await page.screenshot({ path, timeout: 5000 }).then(
      () => console.log(`      Picture: ${path}`),
      () => undefined,
    );
  }
}
