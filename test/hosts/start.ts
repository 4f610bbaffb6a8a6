// `npm start`: builds the extension and opens the samples in a VS Code that has it: the desktop's, or one in the browser.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { codeOnPath } from './desktop';
import { project, samples } from './places';
import { startServer } from './server';
import { installServer } from './server-install';

/** Shown at once, so that the first gap is seen without a search. */
const firstFile = join(samples, 'code42-5.3.1.licenses.yaml');

// Ctrl+C is how this is meant to end; before anything else is asked to tidy up, it is said that all is well.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(0));

async function main(): Promise<void> {
  const built = spawnSync(process.execPath, ['esbuild.js'], { cwd: project, stdio: 'inherit' });
  if (built.status !== 0) process.exit(1);
  if (openDesktop()) return;

  const installation = await installServer();
  const server = await startServer(installation, { extension: project });
  const files = existsSync(firstFile) ? [['openFile', server.remote(firstFile)] as const] : [];
  const address = server.address(samples, files);
  console.log(`\nVS Code ${installation.version} with License Coverage is at\n\n  ${address}\n\nCtrl+C ends it.`);
  openInBrowser(address);
  await server.ended;
  throw new Error('the server has ended by itself; see .vscode-test/server.log');
}

/** Whether an installed VS Code has taken over. */
function openDesktop(): boolean {
  const code = codeOnPath();
  if (!code) {
    console.log('There is no `code` command on the PATH, so VS Code runs in the browser.');
    return false;
  }
  const args = [`--extensionDevelopmentPath=${project}`, '--new-window', samples];
  if (existsSync(firstFile)) args.push(firstFile);
  // Windows runs `code.cmd` through a shell only, which takes spaces for separators unless they are quoted.
  const shell = process.platform === 'win32';
  const quoted = (text: string) => (shell ? `"${text}"` : text);
  const { status } = spawnSync(quoted(code), args.map(quoted), { stdio: 'inherit', shell });
  console.log(
    status === 0 ? `VS Code (${code}) opens ${samples}.` : `${code} did not start, so VS Code runs in the browser.`,
  );
  return status === 0;
}

/** As a courtesy: without a browser the printed address is enough. */
function openInBrowser(address: string): void {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  const openers: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
    darwin: ['open'],
    win32: ['cmd', '/c', 'start', ''],
  };
  const [program, ...args] = openers[process.platform] ?? ['xdg-open'];
  const child = spawn(program, [...args, address], { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
