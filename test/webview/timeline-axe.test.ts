// What axe-core finds in the view, in every state and in light and dark colors: nothing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { handsOn, wear } from './hands';
import { openPageStage, type PageStage } from './stage';
import { bringInto, states } from './states';

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Found {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

describe('axe-core', function () {
  this.timeout(60_000);
  let stage: PageStage | undefined;
  before(async function () {
    this.timeout(400_000);
    stage = await openPageStage();
    if (!stage) this.skip();
  });
  after(() => stage?.close());

  for (const theme of ['light', 'dark'] as const) {
    for (const state of states) {
      it(`finds nothing in ${theme} colors: ${state.name}`, async () => {
        const page = await stage!.open();
        const hands = await handsOn(page);
        await wear(page, theme);
        await bringInto(state, hands, page);
        // The policy lets no script in, but the debugger may run one.
        await page.evaluate(source);
        const { violations, passes } = await page.evaluate<{
          violations: readonly Found[];
          passes: readonly unknown[];
        }>('axe.run(document)');
        const said = violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(node => node.html) }));
        assert.deepEqual(said, []);
        assert.ok(passes.length >= 8, `only ${passes.length} rules had something to look at`);
        await page.close();
      });
    }
  }
});
