// What axe-core finds in the view, in every state and in light and dark colors: nothing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { handsOn, wear } from './hands';
import { usePageStage } from './stage';
import { bringInto, states } from './states';

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Of a cell it asks for the words that are drawn on it in its name, side by side; we see to that by ourselves, in any order. */
const inAnyOrder = 'label-content-name-mismatch';

interface Found {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}

describe('axe-core', function () {
  this.timeout(60_000);
  const stage = usePageStage();
  for (const theme of ['light', 'dark'] as const) {
    for (const state of states) {
      it(`finds nothing in ${theme} colors: ${state.name}`, async () => {
        const page = await stage().open();
        const hands = await handsOn(page);
        await wear(page, theme);
        await bringInto(state, hands, page);
        // The policy lets no script in, but the debugger may run one.
        await page.evaluate(source);
        const { violations, passes } = await page.evaluate<{
          violations: readonly Found[];
          passes: readonly unknown[];
        }>('axe.run(document)');
        const said = violations.flatMap(({ id, help, nodes }) =>
          nodes
            .filter(({ html }) => id !== inAnyOrder || !html.startsWith('<g role="gridcell"'))
            .map(({ html }) => `${id}: ${help}: ${html}`),
        );
        assert.deepEqual(said, []);
        assert.deepEqual(await wordsMissing(page), []);
        assert.ok(passes.length >= 8, `only ${passes.length} rules had something to look at`);
        await page.close();
      });
    }
  }
});

/** Words that are drawn on a cell and are not in its name. What is cut short counts as far as it goes. */
function wordsMissing(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[role="gridcell"] text, [role="rowheader"] .product')].flatMap(text => {
      const name = text.closest('[aria-label]')!.getAttribute('aria-label')!.toLowerCase();
      const words = text.textContent!.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? [];
      return words.every(word => name.includes(word)) ? [] : [`${text.textContent} in ${name}`];
    }),
  );
}
