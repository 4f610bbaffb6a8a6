// Chooses the VS Code that extension suites run in: that of the desktop where there is one, otherwise the server host.
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser';
import { findDesktop } from './desktop';
import { type Age, findServer } from './server-install';
import { findWeb } from './web-install';

export interface Host {
  readonly name: string;
  readonly why: string;
  readonly path: string;
}

export interface NoHost {
  readonly why: string;
}

/** What people have. */
export async function chooseHost(): Promise<Host | NoHost> {
  const desktop = await findDesktop();
  if ('path' in desktop) return { name: 'the desktop build', why: 'it is there', path: desktop.path };
  const server = serverHost();
  return 'path' in server ? { ...server, why: desktop.why } : { why: `${desktop.why}; ${server.why}` };
}

/** Extensions run in Node, what they show is in a browser. */
export function serverHost(age: Age = 'newest'): Host | NoHost {
  const server = findServer(age);
  if (!server) return { why: `the server host (${age}) is not installed` };
  return inBrowser(`the server host (VS Code ${server.version})`, 'server-as-code');
}

/** Extensions run in a browser too, in a worker. */
export function webHost(): Host | NoHost {
  const web = findWeb();
  if (!web) return { why: 'the web host is not installed' };
  return inBrowser(`the web host (VS Code ${web.version})`, 'web-as-code');
}

function inBrowser(name: string, program: string): Host | NoHost {
  const browser = findBrowser();
  if ('why' in browser) return browser;
  const path = join(__dirname, program);
  chmodSync(path, 0o755);
  return { name, why: 'it is asked for', path };
}
