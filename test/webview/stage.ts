// A page with the timeline's view in a real browser, as its host would make it, with a stand-in for VS Code's side.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { analyze } from '../../src/core/analyze';
import { readLicenseFile } from '../../src/core/formats';
import { defaultSettings } from '../../src/core/settings';
import { type TimelineModel, timelineOf } from '../../src/core/timeline';
import { pageDataElement } from '../../src/core/timeline/page';
import { findOrInstallBrowser, launchBrowser } from '../hosts/browser';
import { project } from '../hosts/places';

/** Now, in all of these tests. */
export const at = Date.UTC(2026, 10, 22);
/** The day between two licenses that a server of this version does not cover. */
export const knownCase = `product: CrashPlan
server: { version: 5.3.1 }
timezone: America/Chicago
licenses:
  - { id: LIC-1, starts: 2025-12-01, expires: 2026-11-30 }
  - { id: LIC-2, starts: 2026-12-01, expires: 2027-11-30 }
`;
const options = { expiryWarningDays: 30, mostItems: 200_000 };
let seq = 0;

export function message(model: TimelineModel, isStale = false) {
  return { v: 1, t: 'init', seq: ++seq, model, isStale };
}

/** The message that shows a file's text. */
export function picture(text: string, path = 'licenses.yaml') {
  const file = readLicenseFile({ path, text }, defaultSettings, true)!;
  return message(timelineOf([analyze([file], defaultSettings, at)], file, options).model);
}

interface PageStage {
  /** A page that the view has just been loaded into. */
  /** `language`: of what the view makes itself; the words of its page stay English. */
  open(options?: { readonly policy?: boolean; readonly language?: 'de' | 'ja' }): Promise<Page>;
  close(): Promise<void>;
}

/** Sets the stage for the tests of a suite, which are skipped where there is none; to be called inside of `describe`. */
export function usePageStage(): () => PageStage {
  let stage: PageStage | undefined;
  before(async function () {
    this.timeout(400_000);
    stage = await openPageStage();
    if (!stage) this.skip();
  });
  after(() => stage?.close());
  return () => stage!;
}

/** `undefined` where there is no browser to be had; why is printed. */
async function openPageStage(): Promise<PageStage | undefined> {
  const found = await findOrInstallBrowser();
  if (!('path' in found)) {
    console.log(`  skipped, because ${found.why}`);
    return undefined;
  }
  const browser = await launchBrowser(found);
  const script = await viewScript();
  const server = createServer((request, response) => {
    const [type, body] = answer(request.url ?? '/', script);
    response.setHeader('content-type', type);
    response.end(body);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    open: async ({ policy = true, language } = {}) => {
      const page = await browser.newPage({ viewport: { width: 900, height: 500 } });
      page.on('pageerror', error => assert.fail(error));
      await page.goto(`${address}/${language ?? (policy ? '' : 'no-policy')}`);
      return page;
    },
    close: async () => {
      server.close();
      await browser.close();
    },
  };
}

/** As it is shipped. */
async function viewScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(project, 'src/webview/timeline.ts')],
    ...{ bundle: true, minify: true, format: 'iife', platform: 'browser', charset: 'utf8', target: 'es2022' },
    ...{ write: false, logLevel: 'error', alias: { '@vscode/l10n': join(project, 'src/webview/l10n.ts') } },
  });
  const script = outputFiles[0]!.text;
  const size = Buffer.byteLength(script);
  assert.ok(size < 60_000, `${size} bytes`);
  return script;
}

/** What the host's page has. */
function answer(url: string, script: string): readonly [string, string] {
  if (url === '/timeline.css') return ['text/css', readFileSync(join(project, 'media/timeline.css'), 'utf8')];
  if (url === '/timeline.js') return ['text/javascript; charset=utf-8', script];
  const policy =
    "default-src 'none'; script-src 'nonce-n'; style-src 'self'; img-src blob: data:; connect-src 'none'; base-uri 'none'; " +
    "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
  const meta = url === '/no-policy' ? '' : `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return [
    'text/html',
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">${meta}
<link rel="stylesheet" href="/timeline.css"><title>t</title></head><body>${pageDataElement(bundleOf(url.slice(1)))}
<script nonce="n">
var sent = [], violations = [], state = JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined;
document.addEventListener('securitypolicyviolation', event => violations.push(event.violatedDirective));
window.acquireVsCodeApi = () => ({
  postMessage: message => sent.push(message), getState: () => state, setState: value => { state = value; },
});
</script>
<script nonce="n" src="/timeline.js"></script></body></html>`,
  ];
}

function bundleOf(language: string): Readonly<Record<string, string>> | undefined {
  if (language !== 'de' && language !== 'ja') return undefined;
  return JSON.parse(readFileSync(join(project, `l10n/bundle.l10n.${language}.json`), 'utf8'));
}
