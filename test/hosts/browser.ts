// Finds a Chromium, or gets one where that is a matter of one command, and starts it.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { runLong } from './progress';

export interface FoundBrowser {
  readonly path: string;
}

/** In words that can follow "because". */
export interface NoBrowser {
  readonly why: string;
}

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map(name => process.env[name])
    .filter(folder => folder !== undefined)
    .flatMap(folder => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
];

/** CHROME_PATH first, then what is installed, then what Playwright has downloaded. */
export function findBrowser(): FoundBrowser | NoBrowser {
  const told = process.env.CHROME_PATH;
  if (told) return existsSync(told) ? { path: told } : { why: `CHROME_PATH names ${told}, which does not exist` };

  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap(folder => names.map(name => join(folder, name)));
  const path = [...onPath, ...usualPlaces, chromium.executablePath()].find(existsSync);
  return path ? { path } : { why: 'no Chromium, Chrome or Edge was found (CHROME_PATH can name one)' };
}

/** As `findBrowser`, but installs Debian's package where there is none and that needs no question. */
export async function findOrInstallBrowser(): Promise<FoundBrowser | NoBrowser> {
  const found = findBrowser();
  if ('path' in found || process.env.CHROME_PATH || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return found;
  try {
    await apt('Reading the list of Debian packages', 'update');
    await apt('Installing chromium', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation');
    return findBrowser();
  } catch (error) {
    return { why: `${found.why}; ${(error as Error).message}` };
  }
}

function apt(title: string, ...args: string[]): Promise<readonly string[]> {
  return runLong({
    title,
    command: ['apt-get', ...args],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    steps: { pattern: /^(Get|Hit|Unpacking|Setting up)/, name: 'packages' },
    limit: 300,
  });
}

/** A browser without a window and with nothing of an earlier run; the flags keep it quiet on a closed network. */
export function launchBrowser({ path }: FoundBrowser): Promise<Browser> {
  return chromium.launch({
    executablePath: path,
    // Ctrl+C ends the process that uses the browser, which then closes it.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
