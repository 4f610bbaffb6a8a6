// Runs an extension's suite in the server host and a browser without a window, and exits with the suite's code.
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { findBrowser, launchBrowser } from './browser';
import { cache } from './places';
import { startServer } from './server';
import { findServer } from './server-install';
import { suiteMark } from './suite-output';

async function main(args: readonly string[]): Promise<number> {
  const installation = findServer();
  const browser = findBrowser();
  if (!installation || !('path' in browser)) throw new Error('the server host or a browser is missing');

  const value = (name: string) => args.find(arg => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const folder = args.find(arg => !arg.startsWith('-'));
  const extension = value('extensionDevelopmentPath');
  const suite = value('extensionTestsPath');
  if (!folder || !extension || !suite) throw new Error('a folder, an extension and a suite are needed');

  const server = await startServer(installation, { runsSuites: true });
  const chromium = await launchBrowser(browser);
  const page = await chromium.newPage();
  const ended = new Promise<number>((resolve, reject) => {
    page.exposeFunction('codeAutomationExit', resolve);
    page.on('crash', () => reject(new Error('the page crashed')));
  });
  const tail = await forwardOutput(page);
  await page.goto(
    server.address(folder, [
      ['extensionDevelopmentPath', server.remote(extension)],
      ['extensionTestsPath', server.remote(suite)],
      ['skipWelcome', 'true'],
    ]),
  );
  const code = await ended;
  await chromium.close();
  server.stop();
  if (code !== 0) console.error(tail());
  return code;
}

/** Shows what the suite says and logs the rest. Returns what to show if the suite said nothing: the end of that log. */
async function forwardOutput(page: Page): Promise<() => string> {
  const path = join(cache, 'editor-suite.log');
  const log = createWriteStream(path);
  let said = false;
  let last: string[] = [];
  await page.exposeFunction('codeAutomationLog', (_type: string, values: unknown[]) => {
    const text = format(...values);
    if (text.startsWith(suiteMark)) {
      said = true;
      console.log(text.slice(suiteMark.length));
    } else {
      log.write(`${text}\n`);
      last = [...last, text.slice(0, 500)].slice(-20);
    }
  });
  return () => (said ? `VS Code's own log: ${path}` : last.join('\n'));
}

main(process.argv.slice(2)).then(
  code => process.exit(code),
  error => {
    console.error(error);
    process.exit(1);
  },
);
