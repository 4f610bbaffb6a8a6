// The view in a real browser, under the policy of its page: what it draws, what keys and clicks do, what it asks of its host.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { analyze } from '../../src/core/analyze';
import { readLicenseFile } from '../../src/core/formats';
import { defaultSettings } from '../../src/core/settings';
import { emptyTimeline, timelineOf } from '../../src/core/timeline';
import * as words from '../../src/core/words';
import { findOrInstallBrowser, launchBrowser } from '../hosts/browser';
import { project } from '../hosts/places';

const at = Date.UTC(2026, 10, 22);
const knownCase = `product: CrashPlan
server: { version: 5.3.1 }
timezone: America/Chicago
licenses:
  - { id: LIC-1, starts: 2025-12-01, expires: 2026-11-30 }
  - { id: LIC-2, starts: 2026-12-01, expires: 2027-11-30 }
`;
const twoProducts = `${knownCase}  - { product: Other, expiryDay: uncovered, id: O-1, starts: 2026-01-01, expires: 2026-06-01 }
  - { product: Other, expiryDay: uncovered, id: O-2, starts: 2026-07-01, expires: 2027-06-01 }
`;

let seq = 0;

function message(model: unknown) {
  return { v: 1, t: 'init', seq: ++seq, model, words: { ...words.timelineWords, months: words.monthNames.join(' ') } };
}

function picture(text: string, path = 'licenses.yaml') {
  const file = readLicenseFile({ path, text }, defaultSettings, true)!;
  return message(timelineOf(analyze([file], defaultSettings, at), file).model);
}

describe('the timeline in a browser', function () {
  this.timeout(30_000);
  let browser: Browser;
  let server: Server;
  let page: Page;

  before(async function () {
    this.timeout(400_000);
    const found = await findOrInstallBrowser();
    if (!('path' in found)) return this.skip();
    browser = await launchBrowser(found);
    const { outputFiles } = await build({
      entryPoints: [join(project, 'src/webview/timeline.ts')],
      bundle: true,
      minify: true,
      format: 'iife',
      platform: 'browser',
      target: 'es2022',
      write: false,
      logLevel: 'error',
    });
    const script = outputFiles[0]!.text;
    assert.ok(script.length < 60_000, `${script.length} bytes`);
    server = createServer((request, response) => {
      const [type, body] = answer(request.url ?? '/', script);
      response.setHeader('content-type', type);
      response.end(body);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  });
  after(async () => {
    server?.close();
    await browser?.close();
  });
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 900, height: 500 } });
    page.on('pageerror', error => assert.fail(error));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  });
  afterEach(async () => {
    assert.deepEqual(await page.evaluate('violations'), []);
    await page.close();
  });

  const show = async (sent: unknown): Promise<void> => {
    await page.evaluate(data => window.postMessage(data, '*'), sent);
    await page.waitForTimeout(30);
  };
  const sent = (): Promise<{ t: string; [key: string]: unknown }[]> => page.evaluate('sent');
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const widthOf = (selector: string): Promise<number> =>
    page
      .locator(selector)
      .first()
      .evaluate(element => element.getBoundingClientRect().width);
  const scales = (): Promise<string[]> => page.locator('.axis .major').allTextContents();

  it('says that it is ready, and what it has drawn', async () => {
    assert.deepEqual(await sent(), [{ v: 1, t: 'ready' }]);
    const first = picture(knownCase);
    await show(first);
    assert.deepEqual((await sent()).at(-1), { v: 1, t: 'ack', seq: first.seq });
    assert.equal(await page.locator('#summary').innerText(), '1 product · 2 licenses · 1 gap (24 h)');
  });

  it('shows a gap of one day between years so that it can be seen and hit', async () => {
    await show(picture(knownCase));
    assert.ok((await widthOf('.item.gap .shape')) >= 3);
    const hit = await page.locator('.item.gap .hit').boundingBox();
    assert.ok(hit!.width >= 24 && hit!.height >= 24);
    assert.equal(await page.locator('.gap-label').textContent(), 'GAP 24 h');
  });

  it('reveals on click without asking for the focus, on Enter with it, on Space without', async () => {
    const first = picture(knownCase);
    await show(first);
    await page.locator('.item.gap .hit').click();
    await press('Enter', 'Space');
    const reveals = (await sent()).filter(({ t }) => t === 'reveal');
    assert.deepEqual(
      reveals,
      [false, true, false].map(focus => ({ v: 1, t: 'reveal', seq: first.seq, id: 1, focus })),
    );
  });

  it('is a grid with one tab stop whose cells say everything', async () => {
    await show(picture(twoProducts));
    assert.equal(await page.locator('[role=grid] [tabindex="0"]').count(), 1);
    const names = await page
      .getByRole('gridcell')
      .evaluateAll(cells => cells.map(cell => cell.getAttribute('aria-label')));
    assert.equal(names.length, 6);
    assert.ok(names.includes('Coverage gap, CrashPlan, 30 Nov 2026 to 1 Dec 2026, 24 h, line 5'), names.join('\n'));
    assert.deepEqual(
      await page.getByRole('rowheader').evaluateAll(cells => cells.map(cell => cell.getAttribute('aria-label'))),
      ['CrashPlan, gap ahead', 'Other, no gap ahead'],
    );
  });

  it('has the focus from the start where its panel has, and moves it with the arrows', async () => {
    await show(picture(twoProducts));
    assert.match(await focused(), /^License LIC-1/);
    await press('ArrowRight');
    assert.match(await focused(), /^Coverage gap, CrashPlan/);
    await press('ArrowRight', 'ArrowRight');
    assert.match(await focused(), /^License LIC-2/);
    await press('ArrowDown');
    assert.match(await focused(), /^License O-2/);
    await press('Home');
    assert.match(await focused(), /^License O-1/);
    await press('g');
    assert.match(await focused(), /^Coverage gap, Other/);
    await press('Shift+G');
    assert.match(await focused(), /^Coverage gap, CrashPlan/);
    await press('Control+End');
    assert.match(await focused(), /^License O-2/);
  });

  it('reaches every item by keyboard, even where ids repeat', async () => {
    await show(picture(knownCase.replace('LIC-2', 'LIC-1')));
    await press('ArrowRight', 'ArrowRight', 'ArrowRight');
    assert.match(await focused(), /1 Dec 2026 to 30 Nov 2027/);
  });

  it('zooms and pans by keys, buttons and wheel, and fits all again', async () => {
    await show(picture(knownCase));
    const start = await scales();
    await press('g', '+', '+', '+', '+', '+', '+');
    assert.ok((await widthOf('.item.gap .shape')) > 30);
    assert.deepEqual(await scales(), ['Nov 2026', 'Dec 2026']);
    await press('Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft');
    assert.deepEqual(await scales(), ['Nov 2026']);
    await page.locator('#fit').click();
    assert.deepEqual(await scales(), start);
    const bar = (await page.locator('.item.gap .shape').boundingBox())!;
    await page.mouse.move(bar.x + bar.width / 2, bar.y + 5);
    await page.keyboard.down('Control');
    for (let i = 0; i < 20; i++) await page.mouse.wheel(0, -120);
    await page.keyboard.up('Control');
    await page.waitForTimeout(100);
    const zoomed = (await page.locator('.item.gap .shape').boundingBox())!;
    assert.ok(zoomed.width > 30);
    assert.ok(zoomed.x < bar.x + 10 && zoomed.x + zoomed.width > bar.x - 10, 'the pointer is no longer on the gap');
  });

  it('keeps zoom, selection and focus when the text changes', async () => {
    await show(picture(knownCase));
    await press('g', '+', '+');
    const before = await scales();
    await show(picture(knownCase.replace('2027-11-30', '2028-11-30')));
    assert.match(await focused(), /^Coverage gap/);
    assert.deepEqual(await scales(), before);
  });

  it('goes on showing all where all was shown, and begins anew with another file', async () => {
    await show(picture(knownCase));
    await show(picture(`${knownCase}  - { id: LIC-3, starts: 2027-11-30, expires: 2031-11-30 }\n`));
    assert.equal(await page.locator('.item.term .shape').count(), 3);
    await press('+', '+', '+', '+');
    await show(picture(knownCase.replaceAll('202', '203'), 'other/licenses.yaml'));
    assert.equal(await page.locator('.item.term .shape').count(), 2);
  });

  it('selects what the host tells, and asks nothing back', async () => {
    const first = picture(knownCase);
    await show(first);
    const count = (await sent()).length;
    await show({ v: 1, t: 'select', seq: first.seq, id: 2 });
    assert.match((await page.locator('.item.selected').getAttribute('aria-label'))!, /^License LIC-2/);
    await show({ v: 1, t: 'select', seq: first.seq - 1, id: 0 });
    assert.match((await page.locator('.item.selected').getAttribute('aria-label'))!, /^License LIC-2/);
    assert.equal((await sent()).length, count);
  });

  it('comes back as it was', async () => {
    await show(picture(knownCase));
    await press('g', '+', '+', '+');
    const [before, state] = [await scales(), await page.evaluate('state')];
    await page.evaluate(value => sessionStorage.setItem('state', JSON.stringify(value)), state);
    await page.reload();
    await show(message(emptyTimeline(at).model));
    await show(picture(knownCase));
    assert.deepEqual(await scales(), before);
    assert.match((await page.locator('.item.selected').getAttribute('aria-label'))!, /^Coverage gap/);
  });

  it('draws something whatever is remembered', async () => {
    const { model } = picture(knownCase);
    const { file } = model as { file: number };
    for (const shown of [
      { from: -8e15, until: 8e15 },
      { from: 8e15, until: 8.1e15 },
      { from: 0, until: 1 },
    ]) {
      const state = { v: 1, file, shown, selected: 'nothing' };
      await page.evaluate(value => sessionStorage.setItem('state', JSON.stringify(value)), state);
      await page.reload();
      await show(picture(knownCase));
      assert.ok((await page.locator('.axis .tick').count()) > 1, JSON.stringify(shown));
      await press('0');
      assert.equal(await page.locator('.item .shape').count(), 3);
    }
  });

  it('says what there is not', async () => {
    await show(message(emptyTimeline(at).model));
    assert.equal(await page.locator('#summary').innerText(), words.noLicenseFile);
    await show(picture('licenses: []\n'));
    assert.equal(await page.locator('#summary').innerText(), words.noTerms);
    assert.equal(await page.locator('#notice').isVisible(), false);
    await show(picture(knownCase.replace('2025-12-01', '2025-02-30')));
    assert.equal(await page.locator('#notice').isVisible(), true);
    assert.match(await page.locator('#notice').innerText(), /could not be read/);
  });

  it('shows the words of files as words', async () => {
    const evil = '<img src=x onerror=violations.push(1)><script>violations.push(2)</script>';
    await show(picture(knownCase.replace('product: CrashPlan', `product: "${evil}"`).replace('LIC-1', `"${evil}"`)));
    assert.equal(await page.locator('img, main script').count(), 0);
    assert.equal(await page.locator('.item').count(), 3);
  });

  it('lets no gap be in the way of what lies beside it', async () => {
    await show(picture(`${knownCase}  - { id: LIC-3, key: TODO, starts: 2027-11-30, expires: never }\n`));
    await press('End', '+', '+', '+', '+');
    const waiting = (await page.locator('.item.pending-gap .shape').boundingBox())!;
    await page.mouse.click(waiting.x - 40, waiting.y + 10);
    const selected = (): Promise<string | null> => page.locator('.item.selected').getAttribute('aria-label');
    assert.match((await selected())!, /^License LIC-2/);
    assert.deepEqual(await page.locator('.item.pending-gap .shape').boundingBox(), waiting);
    await page.mouse.click(waiting.x + 10, waiting.y + 10);
    assert.match((await selected())!, /waits for a key/);
  });

  it('keeps labels within the picture, at any width', async () => {
    const late = `${knownCase}  - { id: LIC-3, starts: 2027-12-01, expires: never }\n`;
    for (const width of [320, 500, 900, 1600]) {
      await page.setViewportSize({ width, height: 500 });
      await show(picture(late));
      const outside = await page
        .locator('svg text')
        .evaluateAll(
          (texts, right) =>
            texts.filter(text => text.getBoundingClientRect().right > right).map(text => text.textContent),
          width,
        );
      assert.deepEqual(outside, [], String(width));
      const names = await page.locator('.product').evaluate(name => name.getBoundingClientRect().right);
      const bars = await page
        .locator('.item.term .label')
        .evaluateAll(all => all.map(each => each.getBoundingClientRect().left));
      assert.ok(
        bars.every(left => left >= names),
        String(width),
      );
    }
  });

  it('draws thousands of licenses in a moment', async () => {
    const entries = Array.from({ length: 4_000 }, (_, i) => {
      const from = 2020 + Math.floor(i / 500);
      return `  - { product: P${i % 500}, id: L${i}, expiryDay: covered, starts: ${from}-01-01, expires: ${from}-12-31 }\n`;
    });
    const many = picture(`licenses:\n${entries.join('')}`);
    await show(many);
    const took = await page.evaluate(() => {
      const began = performance.now();
      document.querySelector<HTMLElement>('#zoom-in')!.click();
      document.body.getBoundingClientRect();
      return performance.now() - began;
    });
    assert.ok(took < 1_000, `${took} ms`);
  });
});

/** What the host's page has, with a stand-in for VS Code's side of it. */
function answer(url: string, script: string): readonly [string, string] {
  if (url === '/timeline.css') return ['text/css', readFileSync(join(project, 'media/timeline.css'), 'utf8')];
  if (url === '/timeline.js') return ['text/javascript', script];
  const policy =
    "default-src 'none'; script-src 'nonce-n'; style-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; " +
    "require-trusted-types-for 'script'; trusted-types 'none'";
  return [
    'text/html',
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="/timeline.css"><title>t</title></head><body>
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
