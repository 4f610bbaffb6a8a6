// The timeline's way to the eye: how soon it is there when it is opened or shown again, and that it comes back as it was left.
import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { until } from '../hosts/until';
import type { Workbench } from '../hosts/workbench';
import { open } from './hooks';
import * as states from './timeline-states';

/** More products than fit into the panel. */
const text = Array.from({ length: 5 }, (_, i) =>
  states.all.replace(/product: (\w+)/g, `product: $1 ${i}`).replace(/id: /g, `id: ${i}-`),
).join('---\n');

/** What is drawn first, and what its time is kept under. */
const first = '.item .shape, #table tbody tr';

/** Has each view that comes note when it has first drawn something: asked from here, it would be known later. */
async function watch({ page }: Workbench): Promise<void> {
  await page.addInitScript(`const timer = setInterval(() => {
    if (!document.querySelector('${first}')) return;
    globalThis.firstDrawn = performance.now();
    clearInterval(timer);
  }, 1)`);
}

interface Times {
  /** Since the view's document was begun, in ms. */
  readonly inside: number;
  /** Since a person's click, in ms. */
  readonly sinceClick: number;
}

async function timesOf(view: Frame, clicked: number): Promise<Times> {
  const { inside, at } = await view.evaluate(() => {
    const drawn = (globalThis as unknown as { firstDrawn: number }).firstDrawn;
    return { inside: drawn, at: performance.timeOrigin + drawn };
  });
  return { inside: Math.round(inside), sinceClick: Math.round(at - clicked) };
}

/** The goals are told, not held: how quick the machine is says nothing of the view. */
function tell(what: string, times: readonly Times[], goal: number): void {
  const all = (of: keyof Times): string => times.map(each => each[of]).join(', ');
  console.log(`      ${what}: ${all('inside')} ms in the view, ${all('sinceClick')} ms since the click (goal ${goal})`);
}

/** What a person would miss if it were not as before. */
async function standing(view: Frame) {
  // What tsx adds to functions is not there in the page.
  await view.evaluate('globalThis.__name = each => each');
  return view.evaluate(() => {
    const texts = (selector: string) => [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);
    const value = (id: string) => document.querySelector<HTMLInputElement>(`#${id}`)?.value;
    const isOn = (id: string) => document.querySelector(`#${id}`)?.getAttribute('aria-pressed');
    return {
      ...{ range: value('range'), filter: value('filter'), sort: value('sort') },
      ...{ gapsOnly: isOn('gaps-only'), table: isOn('table-toggle') },
      details: texts('#details'),
      // What is hidden is older, or not there at all.
      shown: [...document.querySelectorAll<HTMLElement>('#overview, #chart, #table')]
        .filter(({ hidden }) => !hidden)
        .map(element => ({
          top: element.scrollTop,
          texts: [...element.querySelectorAll('text, th, td')].map(({ textContent }) => textContent),
          selected: element.querySelector('.item.selected, [aria-current]')?.getAttribute('data-id'),
          window: element.querySelector<HTMLElement>('.window')?.style.cssText,
        })),
    };
  });
}

/** Hides the view behind another tab of its group, and shows it again: a new document each time. */
async function hideAndShow(vscode: Workbench, view: Frame): Promise<{ view: Frame; times: Times }> {
  const tab = (name: string) => vscode.page.locator('.tab', { hasText: name });
  await tab('notes.md').click();
  await until('the view gone', () => view.isDetached());
  const clicked = Date.now();
  await tab('Coverage').click();
  const again = await vscode.webviewFrame(first);
  return { view: again, times: await timesOf(again, clicked) };
}

async function openTimeline(vscode: Workbench): Promise<{ view: Frame; times: Times }> {
  const clicked = Date.now();
  await vscode.page.getByRole('button', { name: 'Show Timeline' }).click();
  const view = await vscode.webviewFrame(first);
  return { view, times: await timesOf(view, clicked) };
}

describe('a person who opens the timeline again and again', () => {
  it('has it soon, and as it was left', async () => {
    const vscode = await open({ 'licenses.yaml': text, 'notes.md': '# nothing\n' }, { file: 'licenses.yaml' });
    await vscode.problems('gap');
    await watch(vscode);
    const opened = [await openTimeline(vscode)];
    // The first webview of a window has VS Code's own part of it loaded.
    await vscode.command('View: Close Editor');
    await until('the view gone', () => opened[0]!.view.isDetached());
    await vscode.focusEditor();
    opened.push(await openTimeline(vscode));
    tell(
      'opened',
      opened.map(({ times }) => times),
      300,
    );
    let { view } = opened[1]!;
    // The panel's group is the active one, so the file comes into it.
    await vscode.openFile('notes.md');
    let times: Times;
    ({ view } = await hideAndShow(vscode, view));

    await view.locator('#sort').selectOption('name');
    await view.locator('#filter').fill('o');
    await view.locator('#filter').press('Enter');
    await vscode.press('g', 'g', '+', '+', '+');
    await view.locator('#chart').evaluate(element => {
      element.scrollTop = 150;
    });
    await vscode.page.waitForTimeout(200);
    const before = await standing(view);
    assert.equal(before.shown[1]?.top, 150);
    assert.equal(before.range, 'own');
    const all: Times[] = [];
    for (let i = 0; i < 3; i++) {
      ({ view, times } = await hideAndShow(vscode, view));
      all.push(times);
      assert.deepEqual(await standing(view), before);
    }
    tell('shown again', all, 150);

    await view.locator('#gaps-only').click();
    await view.locator('#filter').fill('');
    await view.locator('#table-toggle').click();
    await view.locator('#table tr.gap button').nth(2).focus();
    await view.locator('#table').evaluate(element => {
      element.scrollTop = 130;
    });
    await vscode.page.waitForTimeout(200);
    const asTable = await standing(view);
    assert.equal(asTable.shown[0]?.top, 130);
    ({ view, times } = await hideAndShow(vscode, view));
    assert.deepEqual(await standing(view), asTable);
    tell('shown again as a table', [times], 150);
  }).timeout(90_000);
});
