// The timeline in every kind of theme: nothing for axe to find in any state, and nothing too pale to be seen in any built-in theme.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';
import type { Theme } from '../hosts/stage';
import { until } from '../hosts/until';
import type { Workbench } from '../hosts/workbench';
import { open } from './hooks';
import { type Contrast, measureContrasts } from './timeline-contrast';
import * as states from './timeline-states';

const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

interface Stand {
  readonly vscode: Workbench;
  readonly view: Frame;
}

/** Writes the file as another program would; again if VS Code has not seen it, as it may among many changes. */
async function write({ vscode }: Stand, text: string, isSeen: () => Promise<boolean>): Promise<void> {
  let wait = 0;
  await until('the text in the view', async () => {
    if (wait-- === 0) {
      writeFileSync(join(vscode.folder, 'licenses.yaml'), text);
      wait = 30;
    }
    return isSeen();
  });
}

async function show(stand: Stand, text: string, summary: RegExp): Promise<void> {
  await write(stand, text, async () => summary.test(await stand.view.locator('#summary').innerText()));
}

/** What a person does to come into each state, one after another, and what is to be seen there. */
const ways: Readonly<Record<string, (stand: Stand) => Promise<void>>> = {
  gap: ({ view }) => view.locator('.item.gap').waitFor(),
  'zoomed on a gap': async ({ view }) => {
    await view.locator('.item.gap .hit').focus();
    await view.locator('.item.gap').press('f');
    await view.locator('.item.gap .gap-label', { hasText: 'GAP 30 days' }).waitFor();
    assert.equal(await view.locator('#range').inputValue(), 'own');
  },
  'last good picture': async stand => {
    await write(stand, states.torn, () => stand.view.locator('main.stale #trouble').isVisible());
    await stand.view.locator('.item.gap').waitFor();
  },
  closed: async stand => {
    await show(stand, states.closed, /^✓ No coverage gaps .* – /);
    await stand.view.locator('#fit').click();
  },
  'pending key': stand => show(stand, states.pending, /1 pending/),
  'possible gap': stand => show(stand, states.possible, /1 possible gap/),
  shortfall: async stand => {
    await show(stand, states.shortfall, /2 stretches short of seats/);
    await stand.view.locator('.seats-line').waitFor();
  },
  many: async stand => {
    await show(stand, states.many, /1 accepted.*1 product no longer covered/);
    for (const item of ['accepted-gap', 'invalid', 'term.past', 'term.ending', 'perpetual'])
      await stand.view.locator(`.item.${item}`).first().waitFor();
    await stand.view.locator('.torn').waitFor();
  },
  table: async ({ view }) => {
    await view.locator('#table-toggle').click();
    await view.locator('#table tr.accepted-gap').waitFor();
  },
  'filter without result': async ({ view }) => {
    await view.locator('#table-toggle').click();
    await view.locator('#filter').fill('nothing is called so');
    await view.locator('#clear-filter').waitFor();
  },
  'all files': async ({ view }) => {
    await view.locator('#clear-filter').click();
    await view.locator('#all-files').click();
    await view.locator('.product', { hasText: 'Elsewhere' }).waitFor();
  },
  help: async ({ view }) => {
    await view.locator('#help').click();
    await view.locator('#help-dialog[open]').waitFor();
  },
  'no licenses': async stand => {
    await stand.view.locator('#help-close').click();
    await stand.view.locator('#all-files').click();
    await show(stand, states.empty, /^No license terms found/);
    await stand.view.locator('#example').waitFor();
  },
};

const elsewhere = states.closed.replaceAll('CrashPlan', 'Elsewhere');
const files = { 'licenses.yaml': states.gap, 'other/licenses.yaml': elsewhere };

async function openTimeline(theme: Theme): Promise<Stand> {
  const vscode = await open(files, { file: 'licenses.yaml', theme, size: { width: 1500, height: 800 } });
  await vscode.command('License Coverage: Show Timeline');
  return { vscode, view: await vscode.webviewFrame('.item.gap') };
}

/**
 * What axe has found, a line a mistake. It wants the words that are drawn on an item in the item's name, word by word. They are
 * there, but in another order ("GAP 30 days" is a "Coverage gap, …, 30 days"), and whole where the drawing cuts them short.
 */
async function check(view: Frame): Promise<string[]> {
  const { violations } = await view.evaluate<AxeResults>('axe.run(document)');
  return violations.flatMap(({ id, help, nodes }) =>
    nodes
      .filter(({ html }) => !(id === 'label-content-name-mismatch' && html.startsWith('<g role="gridcell"')))
      .map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`),
  );
}

describe('the timeline to axe', () => {
  const kinds = {
    light: 'vscode-light',
    dark: 'vscode-dark',
    'high contrast': 'vscode-high-contrast',
    'high contrast light': 'vscode-high-contrast-light',
  } as const;
  for (const theme of Object.keys(kinds) as Theme[]) {
    it(`is without a mistake in ${theme}, in all of its states`, async () => {
      const stand = await openTimeline(theme);
      const { view, vscode } = stand;
      await until(
        'the theme',
        async () => (await view.locator('body').getAttribute('data-vscode-theme-kind')) === kinds[theme],
      );
      await view.evaluate(axe);
      const mistakes: string[] = [];
      for (const [state, reach] of Object.entries(ways)) {
        await reach(stand);
        mistakes.push(...(await check(view)).map(mistake => `${state}: ${mistake}`));
        await vscode.shot(`timeline-themes-${theme}-${state}`.replaceAll(' ', '-'));
      }
      assert.deepEqual(mistakes, []);
    }).timeout(90_000);
  }
});

describe('the timeline and what VS Code is set to', () => {
  it('is a table first for a screen reader, and moves nothing where nothing is to move', async () => {
    const settings = { 'editor.accessibilitySupport': 'on', 'workbench.reduceMotion': 'on' };
    const vscode = await open(files, { file: 'licenses.yaml', settings });
    await vscode.command('License Coverage: Show Timeline');
    const view = await vscode.webviewFrame('#table tr.gap');
    const body = view.locator('body.vscode-using-screen-reader.vscode-reduce-motion');
    assert.equal(await body.count(), 1);
    assert.equal(await view.locator('#chart').isVisible(), false);
    assert.equal(await view.locator('#table-toggle').getAttribute('aria-pressed'), 'true');
    await vscode.shot('timeline-themes-screen-reader');
    // Who wants the picture all the same has it.
    await view.locator('#table-toggle').press('Enter');
    await view.locator('.item.gap').waitFor();
    const moving = await view.evaluate(() => {
      const styles = [...document.querySelectorAll('*')].map(element => getComputedStyle(element));
      return styles.filter(
        ({ transitionDuration, animationName, scrollBehavior }) =>
          transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior !== 'auto',
      ).length;
    });
    assert.equal(moving, 0);
  }).timeout(60_000);
});

/** By the names that the settings know them by. */
const themes = [
  ...['Light 2026', 'Dark 2026', 'Light Modern', 'Dark Modern', 'Light+', 'Dark+'],
  ...['Visual Studio Light', 'Visual Studio Dark', 'Abyss', 'Kimbie Dark', 'Monokai', 'Monokai Dimmed'],
  ...['Quiet Light', 'Red', 'Solarized Dark', 'Solarized Light', 'Tomorrow Night Blue'],
  ...['Default High Contrast', 'Default High Contrast Light'],
];
const leastForGraphics = 3;
const leastForText = 4.5;

describe('the timeline to the eye', () => {
  it('is nowhere too pale in the themes that come with VS Code', async () => {
    const vscode = await open(
      { 'licenses.yaml': states.all },
      { file: 'licenses.yaml', theme: 'dark', size: { width: 1500, height: 900 } },
    );
    await vscode.command('License Coverage: Show Timeline');
    const view = await vscode.webviewFrame('.item.gap');
    // The table is made when it is first asked for, and stays.
    await view.locator('#table-toggle').press('Enter');
    await view.locator('#table-toggle').press('Enter');
    // One that is pressed.
    await view.locator('#all-files').press('Enter');
    await view.locator('#all-files[aria-pressed="true"]').waitFor();
    await view.locator('#range').selectOption('year');
    await view.locator('#range').press('Tab');
    await view.locator('.item.gap').waitFor();
    // What tsx adds to functions is not there in the page.
    await view.evaluate('globalThis.__name = each => each');
    const body = view.locator('body');
    const found: string[] = [];
    for (const theme of themes) {
      const settings = join(vscode.folder, '.vscode/settings.json');
      writeFileSync(settings, JSON.stringify({ 'workbench.colorTheme': theme }));
      await until(`the theme ${theme}`, async () => (await body.getAttribute('data-vscode-theme-id')) === theme);
      const { own, all, missing } = await view.evaluate(measureContrasts);
      assert.deepEqual(missing, []);
      const needed = ({ kind }: Contrast): number =>
        kind === 'graphics' ? leastForGraphics : Math.min(leastForText, own);
      const least = (kind: Contrast['kind']): string => {
        const worst = all.filter(each => each.kind === kind).reduce((a, b) => (a.ratio < b.ratio ? a : b));
        return `${worst.ratio.toFixed(2)} (${worst.what})`;
      };
      console.log(`      ${theme}: own ${own.toFixed(2)}, graphics ${least('graphics')}, text ${least('text')}`);
      // Two ways to count the same may differ in the last digits.
      const pale = all.filter(each => each.ratio < needed(each) - 0.005);
      found.push(...pale.map(each => `${theme}: ${each.what} ${each.ratio.toFixed(2)} < ${needed(each).toFixed(2)}`));
    }
    assert.deepEqual(found, []);
  }).timeout(90_000);
});
