// Runs the suite of test/editor inside a real VS Code: that of the desktop where there is one, otherwise the server host.
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { findBrowser } from './browser';
import { bundleEditorSuite } from './bundle-editor-suite';
import { writeCounts } from './counts';
import { findDesktop } from './desktop';
import { freshCopy, freshFolder, project, samples } from './places';
import { findServer } from './server-install';

interface Host {
  readonly name: string;
  readonly why: string;
  readonly path: string;
}

interface NoHost {
  readonly why: string;
}

async function chooseHost(): Promise<Host | NoHost> {
  const desktop = await findDesktop();
  if ('path' in desktop) return { name: 'the desktop build', why: 'it is there', path: desktop.path };
  const server = findServer();
  if (!server) return { why: `${desktop.why}; the server host is not installed` };
  const browser = findBrowser();
  if ('why' in browser) return { why: `${desktop.why}; ${browser.why}` };
  const path = join(__dirname, 'server-as-code');
  chmodSync(path, 0o755);
  return { name: `the server host (VS Code ${server.version})`, why: desktop.why, path };
}

async function main(): Promise<void> {
  const host = await chooseHost();
  if (!('path' in host)) {
    console.log(`Editor suite skipped, because ${host.why}`);
    writeCounts({ passed: 0, failed: 0, skipped: 1, why: host.why });
    return;
  }
  console.log(`Editor suite runs on ${host.name}, because ${host.why}`);
  await runTests({
    vscodeExecutablePath: host.path,
    extensionDevelopmentPath: project,
    extensionTestsPath: await bundleEditorSuite(),
    launchArgs: [freshCopy(samples), `--user-data-dir=${freshFolder('data')}`, '--disable-extensions'],
  });
}

main().then(
  () => process.exit(0),
  error => {
    console.error((error as Error).message);
    process.exit(1);
  },
);
