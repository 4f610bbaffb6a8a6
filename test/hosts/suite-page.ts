// Runs a suite in a VS Code that runs in a browser, and shows what the suite says.
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { findBrowser, launchBrowser } from './browser';
import { type Counts, writeCounts } from './counts';
import { cache } from './places';
import { countsMark, suiteMark } from './suite-output';

export interface SuiteArguments {
  /** Of a folder or a .code-workspace file. */
  readonly folder: string;
  readonly extension: string;
  readonly suite: string;
  readonly isRestricted: boolean;
}

/** From what @vscode/test-electron hands to a `code` program. */
export function suiteArguments(args: readonly string[]): SuiteArguments {
  const value = (name: string) => args.find(arg => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const folder = args.find(arg => !arg.startsWith('-'));
  const extension = value('extensionDevelopmentPath');
  const suite = value('extensionTestsPath');
  if (!folder || !extension || !suite) throw new Error('a folder, an extension and a suite are needed');
  return { folder, extension, suite, isRestricted: args.includes('--restricted') };
}

/** Opens an address that makes VS Code run a suite; resolves with the suite's exit code. */
export async function runInPage(address: string): Promise<number> {
  const browser = findBrowser();
  if (!('path' in browser)) throw new Error('a browser is missing');
  const chromium = await launchBrowser(browser);
  const page = await chromium.newPage();
  const ended = new Promise<number>((resolve, reject) => {
    page.exposeFunction('codeAutomationExit', resolve);
    page.on('crash', () => reject(new Error('the page crashed')));
  });
  const tail = await forwardOutput(page);
  await page.goto(address);
  const code = await ended;
  await chromium.close();
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
    if (text.startsWith(countsMark)) writeCounts(JSON.parse(text.slice(countsMark.length)) as Counts);
    else if (text.startsWith(suiteMark)) {
      said = true;
      console.log(text.slice(suiteMark.length));
    } else {
      log.write(`${text}\n`);
      last = [...last, text.slice(0, 500)].slice(-20);
    }
  });
  return () => (said ? `VS Code's own log: ${path}` : last.join('\n'));
}
