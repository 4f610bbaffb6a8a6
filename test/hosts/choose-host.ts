// Chooses the VS Code that extension suites run in: that of the desktop where there is one, otherwise the server host.
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser';
import { findDesktop } from './desktop';
import { findServer } from './server-install';

export interface Host {
  readonly name: string;
  readonly why: string;
  readonly path: string;
}

export interface NoHost {
  readonly why: string;
}

export async function chooseHost(): Promise<Host | NoHost> {
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
