// Gets the server host, a VS Code that runs in a browser, from npm into the cache folder: once, whole, or not at all.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmInstall } from './npm-install';
import { cache } from './places';

const codeServer = '4.139.1';
const nodeVersion = '24';

/** The name carries the versions, so that another version is another installation. */
const home = join(cache, `server-${codeServer}-node-${nodeVersion}`);
const codeServerHome = join(home, 'node_modules/code-server');
const vscodeHome = join(codeServerHome, 'lib/vscode');
const marker = 'complete';

export interface ServerInstallation {
  /** The Node that it needs, which is newer than the project's. */
  readonly node: string;
  readonly entry: string;
  /** VS Code's version, such as 1.139.1. */
  readonly version: string;
}

/** What an earlier run has installed, if it came to its end. */
export function findServer(): ServerInstallation | undefined {
  if (!existsSync(join(home, marker))) return undefined;
  const { version } = JSON.parse(readFileSync(join(vscodeHome, 'package.json'), 'utf8')) as { version: string };
  return {
    node: join(home, 'runtime/node_modules/node/bin/node'),
    entry: join(codeServerHome, 'out/node/entry.js'),
    version,
  };
}

/** Installs the server host unless it is there. Rejects with the reason if it can't be had. */
export async function installServer(): Promise<ServerInstallation> {
  const found = findServer();
  if (found) return found;
  if (process.platform === 'win32') throw new Error('the server host runs on Linux and macOS only');

  rmSync(home, { recursive: true, force: true });
  const part = `${home}.part`;
  rmSync(part, { recursive: true, force: true });
  const runtime = join(part, 'runtime');
  mkdirSync(runtime, { recursive: true });

  console.log('Getting VS Code for the browser from npm (about 800 MB on disk, needed once).');
  // code-server's own install script wants Node 24 as npm's runtime and compiles what no test needs.
  await npmInstall('1/4 code-server', part, `code-server@${codeServer}`, '--ignore-scripts');
  await npmInstall(`2/4 Node ${nodeVersion}`, runtime, `node@${nodeVersion}`);
  await npmInstall('3/4 the packages of VS Code', inPart(part, vscodeHome), '--omit=dev', '--ignore-scripts');
  await npmInstall(
    '4/4 the packages of its extensions',
    inPart(part, join(vscodeHome, 'extensions')),
    '--omit=dev',
    '--ignore-scripts',
  );

  writeFileSync(join(part, marker), '');
  renameSync(part, home);
  return findServer()!;
}

function inPart(part: string, path: string): string {
  return path.replace(home, part);
}
