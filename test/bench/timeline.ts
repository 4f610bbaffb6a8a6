// Measures the timeline's view in Chromium against vis-timeline: from the model to the first paint, and frames while zooming.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { findOrInstallBrowser, launchBrowser } from '../hosts/browser';
import { project } from '../hosts/places';
import { quantile } from './quantile';
import { printGoal } from './report';
import { count, figure, printTable, times } from './table';

/** Terms, and how many of them are of one product. */
const sizes = [500, 5_000, 100_000] as const;
const perProduct = 20;
/** The peer takes minutes for more. */
const mostForPeer = 5_000;
const frames = 60;
const opens = 5;
/** In ms. */
const mostForPaint = 300;
const [mostForHalf, mostForMost] = [8, 16];
/** How much more a frame of the largest may take than one of the smallest. */
const mostGrowth = 1.5;

interface Figures {
  readonly terms: number;
  readonly paint: number;
  /** In ms: the whole frame on the main thread, script to paint. */
  readonly frames: readonly number[];
  readonly peer: { readonly paint: number; readonly frames: readonly number[] } | undefined;
}

export async function measureTimeline(): Promise<void> {
  const found = await findOrInstallBrowser();
  if (!('path' in found)) {
    console.log(`  not measured: ${found.why}`);
    return;
  }
  const scripts = { view: await bundle(join(project, 'src/webview/timeline.ts')), core: await coreBundle() };
  const browser = await launchBrowser(found);
  const all: Figures[] = [];
  for (const terms of sizes) {
    const own = await measureView(browser, scripts, terms);
    all.push({ terms, ...own, peer: terms <= mostForPeer ? await measurePeer(browser, scripts, terms) : undefined });
  }
  await browser.close();
  const rowOf = (
    name: string,
    { paint, frames }: NonNullable<Figures['peer']>,
    ratio: number | undefined,
  ): string[] => [
    name,
    figure(paint),
    figure(quantile(frames, 0.5)),
    figure(quantile(frames, 0.95)),
    ratio === undefined ? '' : times(ratio),
  ];
  printTable([
    ['', 'first paint', 'frame p50', 'p95', 'first paint ÷ ours'],
    ...all.flatMap(each => [
      rowOf(`${count(each.terms)} terms`, each, undefined),
      ...(each.peer ? [rowOf('  vis-timeline', each.peer, each.peer.paint / each.paint)] : []),
    ]),
  ]);
  for (const { terms, paint, frames } of all) {
    printGoal(
      paint <= mostForPaint,
      `${count(terms)} terms: first paint at most ${mostForPaint} ms`,
      `${figure(paint)} ms`,
    );
    printGoal(
      quantile(frames, 0.5) <= mostForHalf && quantile(frames, 0.95) <= mostForMost,
      `${count(terms)} terms: zoom frame p50 at most ${mostForHalf} ms, p95 at most ${mostForMost} ms`,
      `${figure(quantile(frames, 0.5))} and ${figure(quantile(frames, 0.95))} ms`,
    );
  }
  const growth = quantile(all.at(-1)!.frames, 0.5) / quantile(all[0]!.frames, 0.5);
  printGoal(
    growth <= mostGrowth,
    `frames flat from ${count(sizes[0])} to ${count(sizes.at(-1)!)} terms`,
    times(growth),
  );
}

interface Scripts {
  readonly view: string;
  readonly core: string;
}

async function measureView(
  browser: Browser,
  { view, core }: Scripts,
  terms: number,
): Promise<NonNullable<Figures['peer']>> {
  const paints: number[] = [];
  let measured: readonly number[] = [];
  for (let i = 0; i < opens; i++) {
    const page = await pageFor(browser, readFileSync(join(project, 'media/timeline.css'), 'utf8'));
    await page.addScriptTag({ content: core });
    await page.evaluate(
      `window.model = core.modelOf(${terms}, ${perProduct}); window.acked = undefined;
       window.acquireVsCodeApi = () => ({ getState: () => undefined, setState: () => {}, postMessage: message => {
         if (message.t === 'ready') window.postMessage({ v: 1, t: 'init', seq: 1, model, isStale: false }, '*');
       } });`,
    );
    // From the script's first line to what is seen, the model's way into the view included.
    paints.push(Number(await page.evaluate(`(${firstPaint})(${JSON.stringify(view)})`)));
    if (i === opens - 1) {
      measured = (await page.evaluate(
        `(${zoomFrames})(${frames}, i => document.querySelector('#chart').dispatchEvent(new WheelEvent('wheel', {
           ctrlKey: true, deltaY: i % 30 < 15 ? -120 : 120, clientX: 500, clientY: 300, bubbles: true, cancelable: true })))`,
      )) as number[];
    }
    await page.close();
  }
  return { paint: quantile(paints, 0.5), frames: measured };
}

/** The same products and terms, as groups and items. */
async function measurePeer(browser: Browser, { core }: Scripts, terms: number): Promise<NonNullable<Figures['peer']>> {
  const standalone = join(project, 'node_modules/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js');
  const css = join(project, 'node_modules/vis-timeline/styles/vis-timeline-graph2d.min.css');
  const page = await pageFor(browser, readFileSync(css, 'utf8'));
  await page.addScriptTag({ content: core });
  await page.evaluate(`window.data = core.plainOf(${terms}, ${perProduct});`);
  const paint = Number(
    await page.evaluate(
      `(${firstPaint})(${JSON.stringify(`${readFileSync(standalone, 'utf8')};
        document.body.append(Object.assign(document.createElement('div'), { id: 'peer' }));
        window.timeline = new vis.Timeline(document.querySelector('#peer'), new vis.DataSet(data.items), new vis.DataSet(data.groups),
          { height: '600px', verticalScroll: true });`)}, '.vis-item')`,
    ),
  );
  const measured = (await page.evaluate(
    `(${zoomFrames})(${frames}, i => i % 30 < 15 ? timeline.zoomIn(0.1, { animation: false }) : timeline.zoomOut(0.1, { animation: false }))`,
  )) as number[];
  await page.close();
  return { paint, frames: measured };
}

async function pageFor(browser: Browser, css: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 640 } });
  page.setDefaultTimeout(300_000);
  await page.setContent(`<!DOCTYPE html><head><style>${css} body { margin: 0 }</style></head><body></body>`);
  return page;
}

/** Runs a script and resolves, in ms, when the frame with the first item has been painted. */
const firstPaint = `(script, selector = '.item .shape') => new Promise(resolve => {
  const start = performance.now();
  const element = document.createElement('script');
  element.textContent = script;
  document.head.append(element);
  const look = () => {
    if (!document.querySelector(selector)) return requestAnimationFrame(look);
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve(performance.now() - start);
    channel.port2.postMessage(0);
  };
  requestAnimationFrame(look);
})`;

/** What each of so many steps keeps the main thread busy, from the frame's begin until it is painted, in ms. */
const zoomFrames = `async (count, step) => {
  const all = [];
  const warmUp = 30;
  for (let i = 0; i < warmUp + count; i++) {
    all.push(await new Promise(resolve => {
      let start;
      requestAnimationFrame(() => { start = performance.now(); });
      step(i);
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now() - start);
        channel.port2.postMessage(0);
      });
    }));
  }
  return all.slice(warmUp);
}`;

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    ...{ entryPoints: [entry], bundle: true, minify: true, format: 'iife', platform: 'browser', target: 'es2022' },
    ...{ write: false, logLevel: 'error' },
  });
  return outputFiles[0]!.text;
}

/** The model of so many terms, a tenth of which leave a gap behind; made in the page, since it is long on its way there. */
async function coreBundle(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { analyze } from './src/core/analyze';
        import { readLicenseFile } from './src/core/formats';
        import { defaultSettings } from './src/core/settings';
        import { timelineOf } from './src/core/timeline';
        const day = n => new Date(Date.UTC(2015, 0, 1) + n * 86400000).toISOString().slice(0, 10);
        function entries(terms, perProduct) {
          return Array.from({ length: terms }, (_, i) => {
            const place = i % perProduct;
            const length = 180 + (i * 7919) % 60;
            return { id: 'L' + i, product: 'Product ' + Math.floor(i / perProduct), starts: place * 240,
              expires: place * 240 + (i % 10 === 0 ? length : 239) };
          });
        }
        export function modelOf(terms, perProduct) {
          const licenses = entries(terms, perProduct).map(each => ({ ...each, starts: day(each.starts), expires: day(each.expires) }));
          const file = readLicenseFile({ path: 'licenses.json', text: JSON.stringify({ expiryDay: 'covered', licenses }) }, defaultSettings, true);
          return timelineOf([analyze([file], defaultSettings, Date.UTC(2022, 0, 1))], file, { expiryWarningDays: 30, mostItems: 1e6 }).model;
        }
        export function plainOf(terms, perProduct) {
          const all = entries(terms, perProduct);
          return {
            items: all.map(({ id, product, starts, expires }) => ({ id, group: product, content: id, start: day(starts), end: day(expires + 1) })),
            groups: [...new Set(all.map(({ product }) => product))].map(product => ({ id: product, content: product })),
          };
        }`,
      resolveDir: project,
    },
    ...{ bundle: true, minify: true, format: 'iife', globalName: 'core', platform: 'browser', target: 'es2022' },
    ...{ write: false, logLevel: 'error' },
  });
  return outputFiles[0]!.text;
}
