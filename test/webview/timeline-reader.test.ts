// What a screen reader says of the view, word by word, while a person does what they have come for; and what it is told of the grid.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { emptyTimeline } from '../../src/core/timeline';
import { fromTheTop, type Hands, handsOn } from './hands';
import { chance, madeFile } from './made-files';
import { type Reader, startReader } from './reader';
import { at, knownCase, message, picture, usePageStage } from './stage';
import { allKinds } from './states';

const soon = '  - { product: Soon, expiryDay: covered, id: S, starts: 2026-01-01, expires: 2026-12-10 }\n';
const file = `${knownCase}${soon}`;

describe('the timeline to a screen reader', function () {
  this.timeout(60_000);
  const stage = usePageStage();
  let page: Page;
  let hands: Hands;
  let reader: Reader;

  beforeEach(async () => {
    page = await stage().open();
    hands = await handsOn(page);
    reader = await startReader(page);
  });
  afterEach(async () => {
    assert.deepEqual(await page.evaluate('violations'), []);
    await page.close();
  });

  it('says the sum when it opens; two keys lead to the next gap, its dates, and its line', async () => {
    const shown = picture(file);
    await hands.show(shown);
    assert.deepEqual(await reader.heard(), [
      'gridcell, License LIC-1, CrashPlan, 1 Dec 2025 to 30 Nov 2026, line 5, column index 2',
      'polite: 2 products · 3 licenses · 1 gap (24 h) · next expiry Soon in 19 days',
    ]);
    await hands.press('g');
    assert.deepEqual(await reader.heard(), [
      'gridcell, Coverage gap, CrashPlan, 30 Nov 2026 to 1 Dec 2026, 24 h, line 5, column index 3',
    ]);
    await hands.press('Enter');
    assert.deepEqual((await hands.sent()).at(-1), { v: 1, t: 'reveal', seq: shown.seq, id: 1, focus: true });
  });

  it('leads a person who knows no keys to the same by Tab alone, in at most eight', async () => {
    const shown = picture(file);
    await hands.show(shown);
    await fromTheTop(page);
    await reader.heard();
    await hands.press('Tab', 'Enter', 'Tab', 'Enter');
    assert.deepEqual(await reader.heard(), [
      'button, Next gap, Next gap (g)',
      'gridcell, Coverage gap, CrashPlan, 30 Nov 2026 to 1 Dec 2026, 24 h, line 5, column index 3',
      'button, Open line',
    ]);
    assert.deepEqual((await hands.sent()).at(-1), { v: 1, t: 'reveal', seq: shown.seq, id: 1, focus: true });
  });

  it('reads the summary, and goes where a figure leads', async () => {
    await hands.show(picture(file));
    await reader.heard();
    // Backwards over the two handles of the overview.
    await hands.press('Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Enter');
    const [until, from, ...rest] = await reader.heard();
    assert.match(until!, /^slider, End of the shown time, .*current value \d+ \w+ 202\d$/);
    assert.match(from!, /^slider, Begin of the shown time, .*current value \d+ \w+ 202\d$/);
    assert.deepEqual(rest, [
      'button, next expiry Soon in 19 days',
      'button, 1 gap (24 h)',
      'gridcell, Coverage gap, CrashPlan, 30 Nov 2026 to 1 Dec 2026, 24 h, line 5, column index 3',
    ]);
  });

  it('finds which coverage ends next', async () => {
    await hands.show(picture(file));
    await hands.press('e');
    await reader.heard();
    await hands.press('e');
    assert.deepEqual(await reader.heard(), [
      'gridcell, License S, Soon, 1 Jan 2026 to 11 Dec 2026, ends in 19 days, line 7, column index 2',
    ]);
  });

  it('sorts and filters, and hears how many are left', async () => {
    await hands.show(picture(file));
    await reader.heard();
    await page.locator('#sort').focus();
    await hands.press('ArrowDown', 'Tab', 'Shift+Tab');
    assert.deepEqual(await reader.heard(), [
      'combobox, Sort by, gap, has popup listbox, not expanded',
      'button, Table, Table (v), not pressed',
      'combobox, Sort by, expiry, has popup listbox, not expanded',
    ]);
    await page.locator('.item.selected').focus();
    await hands.press('Control+Home');
    assert.deepEqual((await reader.heard()).slice(-1), [
      'gridcell, License S, Soon, 1 Jan 2026 to 11 Dec 2026, ends in 19 days, line 7, column index 2',
    ]);
    await hands.press('/', 'c', 'r', 'a', 's', 'h');
    await page.waitForTimeout(1_100);
    assert.deepEqual(await reader.heard(), [
      'searchbox, Filter products, Filter products (/), placeholder Filter products',
      'polite: 1 product matches',
    ]);
    await hands.press('Enter');
    assert.deepEqual(await reader.heard(), [
      'gridcell, License LIC-1, CrashPlan, 1 Dec 2025 to 30 Nov 2026, line 5, column index 2',
    ]);
  });

  it('reads the table line by line', async () => {
    await hands.show(picture(knownCase));
    await hands.press('v', 'g');
    await reader.heard();
    await reader.readOn(18);
    assert.deepEqual(await reader.heard(), [
      'line 5',
      'end of button, Open line: Coverage gap, CrashPlan, 30 Nov 2026 to 1 Dec 2026, 24 h, line 5',
      'end of cell, line 5',
      'end of row, CrashPlan Coverage gap 30 Nov 2026 1 Dec 2026 24 h line 5, current item',
      'row, CrashPlan License LIC-2 1 Dec 2026 30 Nov 2027 364 days line 6',
      'rowheader, CrashPlan',
      'cell, License',
      'cell, LIC-2',
      'cell, 1 Dec 2026',
      'cell, 30 Nov 2027',
      'cell, 364 days',
      'cell',
      'cell, line 6',
      'button, Open line: License LIC-2, CrashPlan, 1 Dec 2026 to 30 Nov 2027, line 6',
      'line 6',
      'end of button, Open line: License LIC-2, CrashPlan, 1 Dec 2026 to 30 Nov 2027, line 6',
      'end of cell, line 6',
      'end of row, CrashPlan License LIC-2 1 Dec 2026 30 Nov 2027 364 days line 6',
    ]);
  });

  it('hears once that the text can no longer be read, and goes to the mistake', async () => {
    const { model } = picture(knownCase);
    const broken = (...texts: readonly string[]) =>
      message({ ...model, problems: texts.map((text, i) => ({ text, id: model.labels.length + i })) }, true);
    await hands.show(message(model));
    await reader.heard();
    await hands.show(broken('line 4: a value is missing'));
    const last = broken('line 3: a value is missing', 'line 6: a quote is not closed');
    await hands.show(last);
    await page.waitForTimeout(1_100);
    assert.deepEqual(await reader.heard(), [
      'polite: Showing the last valid version of the file. line 4: a value is missing',
    ]);
    // From the grid back over the overview to the mistakes.
    await hands.press('Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Enter');
    assert.deepEqual((await reader.heard()).slice(2), [
      'button, line 6: a quote is not closed, Go to line',
      'button, line 3: a value is missing, Go to line',
    ]);
    assert.deepEqual((await hands.sent()).at(-1), { v: 1, t: 'reveal', seq: last.seq, id: 3, focus: true });
  });

  it('hears what has changed while it is typed, and that there is nothing', async () => {
    await hands.show(picture(file));
    await hands.press('ArrowDown');
    await reader.heard();
    await hands.show(picture(file.replace('5.3.1', '5.4.0')));
    await page.waitForTimeout(300);
    assert.deepEqual(await reader.heard(), [
      'polite: ✓ No coverage gaps 1 Dec 2025 – 10 Dec 2026 · 2 products · 3 licenses · next expiry Soon in 19 days',
      'polite: Gap closed in CrashPlan; 0 gaps remain',
    ]);
    await hands.show(message(emptyTimeline(at).model));
    assert.equal(await page.locator('#summary').innerText(), 'Open a license file to see what it covers.');
    assert.ok((await reader.heard()).some(said => said === 'polite: Open a license file to see what it covers.'));
  });

  it('is told something at most once a second, and the last of it in any case', async () => {
    await hands.show(picture(file));
    await page.evaluate(() => {
      const heard: [number, string][] = [];
      Object.assign(globalThis, { heard });
      const live = document.querySelector('#live')!;
      new MutationObserver(() => heard.push([performance.now(), live.textContent ?? ''])).observe(live, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    const random = chance(7);
    for (let i = 0; i < 40; i++) {
      const isWell = i === 39 || random() < 0.5;
      await hands.show(picture(isWell ? file.replace('5.3.1', '5.4.0') : file));
    }
    await page.waitForTimeout(1_200);
    const heard = await page.evaluate<readonly [number, string][]>('heard');
    const pauses = heard.slice(1).map(([time], i) => time - heard[i]![0]);
    assert.ok(heard.length >= 2);
    assert.ok(
      pauses.every(pause => pause >= 990),
      pauses.join(' '),
    );
    assert.equal(heard.at(-1)![1], 'Gap closed in CrashPlan; 0 gaps remain');
  });

  it('is told where it is in the grid, whatever of it is drawn', async () => {
    for (const [shown, keys, top] of [
      [picture(allKinds), [], 0],
      [picture(allKinds), ['g', '+', '+', '+', '+', '+'], 0],
      [picture(madeFile({ seed: 11, products: 400, mostLicenses: 30, mostDays: 20 })), [], 0],
      [picture(madeFile({ seed: 11, products: 400, mostLicenses: 30, mostDays: 20 })), [], 9_000],
      [picture(madeFile({ seed: 11, products: 400, mostLicenses: 30, mostDays: 20 })), ['Control+End'], 4_000],
    ] as const) {
      await hands.show(shown);
      await page.locator('.item.selected').focus();
      await hands.press(...keys);
      await page.locator('#chart').evaluate((chart, to) => chart.scrollTo(0, to), top);
      await page.waitForTimeout(60);
      const { model } = shown;
      const told = await gridTold(page);
      assert.equal(told.rowCount, model.rows.length);
      assert.equal(told.columnCount, Math.max(...model.rows.map(({ first, end }) => end - first + 1)));
      assert.deepEqual(
        told.rows.map(({ index }) => index),
        [...told.rows.map(({ index }) => index)].sort((a, b) => a - b),
      );
      for (const { index, owned, columns, ids } of told.rows) {
        assert.ok(index >= 1 && index <= told.rowCount);
        assert.equal(owned, columns.length);
        // From the name on, each further to the right: readers do without the numbers otherwise.
        assert.equal(columns[0], 1);
        assert.ok(
          columns.every((column, i) => i === 0 || column > columns[i - 1]!),
          columns.join(' '),
        );
        assert.ok(columns.at(-1)! <= told.columnCount);
        for (const [i, id] of ids.entries()) {
          const row = model.rows.find(({ first, end }) => id >= first && id < end)!;
          assert.equal(columns[i + 1], id - row.first + 2);
        }
      }
    }
  });

  it('finds the rows in its own tree as they are meant: a name, then what there is in the order of time', async () => {
    await hands.show(picture(allKinds));
    const client = await page.context().newCDPSession(page);
    const { nodes } = await client.send('Accessibility.getFullAXTree');
    const byId = new Map(nodes.map(node => [node.nodeId, node]));
    const rows = nodes.filter(node => node.role?.value === 'row');
    const [first] = rows.map(row =>
      (row.childIds ?? []).flatMap(id => {
        const node = byId.get(id);
        return node && !node.ignored ? [`${node.role?.value}: ${node.name?.value}`] : [];
      }),
    );
    assert.equal(rows[0]!.name?.value, 'CrashPlan (production), gap ahead');
    assert.deepEqual(first, [
      'rowheader: CrashPlan (production), gap ahead',
      'gridcell: License LIC-0, CrashPlan (production), 1 Jan 2023 to 1 Jun 2024, expired, line 5',
      'gridcell: Coverage gap, CrashPlan (production), 1 Jun 2024 to 1 Sep 2024, 92 days, line 5',
      'gridcell: License LIC-1, CrashPlan (production), 1 Sep 2024 to 10 Dec 2026, line 6',
      'gridcell: Coverage gap, CrashPlan (production), 10 Dec 2026 to 1 Feb 2027, 53 days, line 6',
      'gridcell: License LIC-2, CrashPlan (production), 1 Feb 2027 to 31 Jan 2028, line 7',
    ]);
    const focused = nodes.filter(node =>
      node.properties?.some(({ name, value }) => name === 'focused' && value.value === true),
    );
    assert.match(String(focused.at(-1)?.name?.value), /^License LIC-0/);
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  });
});

interface ToldRow {
  readonly index: number;
  readonly owned: number;
  /** In the order in which the row has its cells read; then the ids of those that stand for one item. */
  readonly columns: readonly number[];
  readonly ids: readonly number[];
}

/** What the grid says of itself. */
function gridTold(page: Page): Promise<{ rowCount: number; columnCount: number; rows: readonly ToldRow[] }> {
  return page.evaluate(() => {
    const number = (element: Element, name: string): number => Number(element.getAttribute(name));
    const grid = document.querySelector('[role="grid"]')!;
    return {
      rowCount: number(grid, 'aria-rowcount'),
      columnCount: number(grid, 'aria-colcount'),
      rows: [...grid.querySelectorAll('[role="row"]')].map(row => {
        const owned = row.getAttribute('aria-owns')!.split(' ');
        const cells = owned.map(id => document.getElementById(id)!);
        return {
          index: number(row, 'aria-rowindex'),
          owned: row.querySelectorAll('[aria-colindex]').length,
          columns: cells.map(cell => number(cell, 'aria-colindex')),
          ids: cells.slice(1).map(cell => number(cell, cell.hasAttribute('data-id') ? 'data-id' : 'data-first')),
        };
      }),
    };
  });
}
