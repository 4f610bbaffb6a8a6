// Gets the server host, a VS Code that runs in a browser, from npm into the cache folder: once, whole, or not at all.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmInstall } from './npm-install';
import { cache } from './places';

/** `oldest`: that the extension says it runs on. */
export type Age = 'newest' | 'oldest';

interface Edition {
  /** The version of npm's code-server. */
  readonly codeServer: string;
  /** Packages in place of those whose programs an install script would download from elsewhere: ripgrep is what VS Code searches with. */
  readonly instead?: string;
  /** The Node that it needs. */
  readonly node: string;
  readonly flags: readonly string[];
}

const editions: Readonly<Record<Age, Edition>> = {
  newest: { codeServer: '4.139.1', node: '24', flags: [] },
  oldest: { codeServer: '4.100.3', node: '20', flags: ['--legacy-peer-deps'], instead: '@vscode/ripgrep@1.18.0' },
};

const marker = 'complete';

export interface ServerInstallation {
  readonly node: string;
  readonly entry: string;
  /** Whether `entry` is code-server, or VS Code's own server inside of it, which is all that the oldest one lets run suites. */
  readonly isCodeServer: boolean;
  /** VS Code's version, such as 1.139.1. */
  readonly version: string;
}

/** What an earlier run has installed, if it came to its end. */
export function findServer(age: Age = 'newest'): ServerInstallation | undefined {
  const { home, codeServerHome, vscodeHome } = places(age);
  if (!existsSync(join(home, marker))) return undefined;
  const { version } = JSON.parse(readFileSync(join(vscodeHome, 'package.json'), 'utf8')) as { version: string };
  const isCodeServer = age === 'newest';
  return {
    node: join(home, 'runtime/node_modules/node/bin/node'),
    entry: isCodeServer ? join(codeServerHome, 'out/node/entry.js') : join(vscodeHome, 'out/server-main.js'),
    isCodeServer,
    version,
  };
}

/** The names carry the versions, so that another version is another installation. */
function places(age: Age) {
  const { codeServer, node } = editions[age];
  const home = join(cache, `server-${codeServer}-node-${node}`);
  const codeServerHome = join(home, 'node_modules/code-server');
  return { home, codeServerHome, vscodeHome: join(codeServerHome, 'lib/vscode') };
}

/** Installs the server host unless it is there. Rejects with the reason if it can't be had. */
export async function installServer(age: Age = 'newest'): Promise<ServerInstallation> {
  const found = findServer(age);
  if (found) return found;
  if (process.platform === 'win32') throw new Error('the server host runs on Linux and macOS only');

  const { home, vscodeHome } = places(age);
  const { codeServer, node, flags, instead } = editions[age];
  rmSync(home, { recursive: true, force: true });
  const part = `${home}.part`;
  rmSync(part, { recursive: true, force: true });
  const runtime = join(part, 'runtime');
  mkdirSync(runtime, { recursive: true });
  const vscode = vscodeHome.replace(home, part);

  console.log(`Getting the ${age} VS Code for the browser from npm (about 800 MB on disk, needed once).`);
  // code-server's own install script wants Node as npm's runtime and compiles what no test needs.
  await npmInstall('1/4 code-server', part, `code-server@${codeServer}`, '--ignore-scripts', ...flags);
  await npmInstall(`2/4 Node ${node}`, runtime, `node@${node}`);
  await npmInstall('3/4 the packages of VS Code', vscode, '--omit=dev', '--ignore-scripts', ...flags);
  if (instead)
    await npmInstall('  its search', vscode, instead, '--no-save', '--omit=dev', '--ignore-scripts', ...flags);
  const extensions = join(vscode, 'extensions');
  await npmInstall('4/4 the packages of its extensions', extensions, '--omit=dev', '--ignore-scripts', ...flags);

  writeFileSync(join(part, marker), '');
  renameSync(part, home);
  return findServer(age)!;
}
