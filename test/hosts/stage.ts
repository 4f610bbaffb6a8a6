// One server and one browser in which a suite opens VS Code as often as it likes, each time with fresh files.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { type FoundBrowser, findBrowser, launchBrowser } from './browser';
import { freshCopy, freshFolder, project } from './places';
import { type Payload, type ServerOptions, type Settings, startServer } from './server';
import { findServer, type ServerInstallation } from './server-install';
import { type Workbench, workbench } from './workbench';

/** A folder of the project, which is copied, or the files themselves: text by path. */
export type Source = string | Readonly<Record<string, string>>;

export type Theme = 'light' | 'dark' | 'high contrast' | 'high contrast light';

export interface OpenOptions {
  /** A file to open at once, by its path in the folder. */
  readonly file?: string;
  readonly theme?: Theme;
  /** Settings of the opened folder. */
  readonly settings?: Settings;
  /** The language that VS Code tells its extensions; its own words stay English, since it has no others here. */
  readonly language?: string;
  /** Of the window, in pixels. */
  readonly size?: { readonly width: number; readonly height: number };
}

export interface Stage {
  open(source: Source, options?: OpenOptions): Promise<Workbench>;
  /** Where the server keeps its logs, among other things. */
  readonly data: string;
  /** The windows that are open now. */
  pages(): readonly Page[];
  closeAll(): Promise<void>;
  stop(): Promise<void>;
}

export interface StageParts {
  readonly server: ServerInstallation;
  readonly browser: FoundBrowser;
}

/** What a stage needs, or in words that can follow "because" why it can't be had. Installs nothing. */
export function findStage(): StageParts | { readonly why: string } {
  const server = findServer();
  if (!server) return { why: 'the server host is not installed' };
  const browser = findBrowser();
  return 'why' in browser ? browser : { server, browser };
}

const themes: Readonly<Record<Theme, string>> = {
  light: 'Light 2026',
  dark: 'Dark 2026',
  'high contrast': 'Default High Contrast',
  'high contrast light': 'Default High Contrast Light',
};

export async function startStage(parts: StageParts, options: ServerOptions): Promise<Stage> {
  const server = await startServer(parts.server, options);
  const browser = await launchBrowser(parts.browser);
  const pages = () => browser.contexts().flatMap(context => context.pages());

  async function open(source: Source, { file, theme, settings, language, size }: OpenOptions = {}): Promise<Workbench> {
    const folder = copyOf(source);
    const own = { ...(theme ? { 'workbench.colorTheme': themes[theme] } : {}), ...settings };
    if (Object.keys(own).length > 0) write(join(folder, '.vscode/settings.json'), JSON.stringify(own));

    // A context of its own is a browser profile of its own: nothing of another test's window is remembered.
    const context = await browser.newContext({
      viewport: size ?? { width: 1400, height: 900 },
      locale: 'en-US',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    // Where VS Code's translations would say which language they are.
    if (language) await page.addInitScript(tag => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: tag }), language);
    const payload: Payload = file ? [['openFile', server.remote(join(folder, file))]] : [];
    await page.goto(server.address(folder, payload));
    await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
    const opened = workbench(page, folder);
    if (file) await opened.waitForEditor(file);
    return opened;
  }

  async function closeAll(): Promise<void> {
    await Promise.all(browser.contexts().map(context => context.close()));
  }

  async function stop(): Promise<void> {
    await browser.close();
    server.stop();
  }

  return { open, data: server.data, pages, closeAll, stop };
}

function copyOf(source: Source): string {
  if (typeof source === 'string') return freshCopy(resolve(project, source));
  const folder = freshFolder('files');
  for (const [path, text] of Object.entries(source)) write(join(folder, path), text);
  return folder;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
