// The view in a real browser, under the policy of its page: what it draws, what keys and clicks do, what it asks of its host.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { emptyTimeline } from '../../src/core/timeline';
import { anonymous } from '../../src/core/timeline/anonymous';
import * as words from '../../src/core/timeline/words';
import * as hostWords from '../../src/core/timeline/words/host';
import { at, knownCase, message, picture, usePageStage } from './stage';

const twoProducts = `${knownCase}  - { product: Other, expiryDay: uncovered, id: O-1, starts: 2026-01-01, expires: 2026-06-01 }
  - { product: Other, expiryDay: uncovered, id: O-2, starts: 2026-07-01, expires: 2027-06-01 }
`;

describe('the timeline in a browser', function () {
  this.timeout(30_000);
  const stage = usePageStage();
  let page: Page;

  beforeEach(async () => {
    page = await stage().open();
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
    assert.equal(
      await page.locator('#summary').innerText(),
      '1 product · 2 licenses · 1 gap (24 h) · next expiry CrashPlan in 373 days',
    );
  });

  it('says in another language what it makes itself', async () => {
    const german = await stage().open({ language: 'de' });
    await german.evaluate(data => window.postMessage(data, '*'), picture(knownCase) as unknown);
    const gap = german.locator('.item.gap').first();
    await gap.waitFor();
    assert.equal(
      await gap.getAttribute('aria-label'),
      'Lizenzlücke, CrashPlan, 30. Nov. 2026 bis 1. Dez. 2026, 24 Std., Zeile 5',
    );
    assert.equal(await german.locator('.gap-label').textContent(), 'LÜCKE 24 Std.');
    assert.deepEqual(await german.evaluate('violations'), []);
    await german.close();
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
    assert.equal(await page.locator('#summary').innerText(), hostWords.noLicenseFile);
    await show(picture('licenses: []\n'));
    assert.equal(await page.locator('#summary').innerText(), words.noTermsFound('licenses.yaml'));
    assert.equal(await page.locator('#notice').isVisible(), false);
    await show(picture(knownCase.replace('2025-12-01', '2025-02-30')));
    assert.equal(await page.locator('#notice').isVisible(), true);
    assert.match(await page.locator('#notice').innerText(), /1 record skipped/);
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
    for (const width of [420, 500, 900, 1600]) {
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

  it('has rows in the order that a person chooses, and only those that the filter leaves', async () => {
    const three = `${twoProducts}  - { product: Ample, expiryDay: covered, id: A-1, starts: 2026-01-01, expires: 2026-12-31 }\n`;
    await show(picture(three));
    const rows = (): Promise<string[]> => page.locator('.product').allTextContents();
    assert.deepEqual(await rows(), ['CrashPlan', 'Ample', 'Other']);
    await page.locator('#sort').selectOption('name');
    assert.deepEqual(await rows(), ['Ample', 'CrashPlan', 'Other']);
    await page.locator('#sort').selectOption('expiry');
    assert.deepEqual(await rows(), ['Ample', 'Other', 'CrashPlan']);
    await page.locator('#gaps-only').click();
    assert.deepEqual(await rows(), ['Other', 'CrashPlan']);
    await page.locator('#gaps-only').click();
    await press('Tab');
    await page.locator('.item.selected').focus();
    await press('/');
    await page.keyboard.type('o-2');
    assert.deepEqual(await rows(), ['Other']);
    await page.locator('#live', { hasText: '1 product matches' }).waitFor({ state: 'attached' });
    await page.keyboard.type('zzz');
    assert.equal(await page.locator('.empty').innerText(), 'No product matches.\n\nShow all products');
    await press('Escape');
    assert.deepEqual(await rows(), ['Ample', 'Other', 'CrashPlan']);
    await page.keyboard.type('crash');
    await press('Enter');
    assert.match(await focused(), /^License LIC-1/);
    await press('Escape');
    assert.equal((await rows()).length, 3);
    assert.match(await focused(), /^License LIC-1/);
  });

  it('leads from the summary to what it counts', async () => {
    await show(
      picture(
        `${knownCase}  - { product: Soon, expiryDay: covered, id: S, starts: 2026-01-01, expires: 2026-12-10 }\n`,
      ),
    );
    const lead = async (text: string): Promise<string> => {
      await page.locator('.figure', { hasText: text }).click();
      return focused();
    };
    assert.match(await lead('1 gap'), /^Coverage gap, CrashPlan/);
    assert.match(await lead('next expiry Soon'), /^License S, .*, ends in 19 days, line 7$/);
    assert.match(await lead('3 licenses'), /^License LIC-1/);
    assert.equal(await page.locator('.item.ending .hourglass').count(), 1);
  });

  it('says that all is well only as far as that is known', async () => {
    await show(picture('licenses:\n  - { product: P, expiryDay: covered, starts: 2026-01-01, expires: 2026-12-31 }\n'));
    assert.match(await page.locator('.good').innerText(), /^✓ No coverage gaps 1 Jan 2026 – 31 Dec 2026$/);
  });

  it('has a table of the same, from which a line can be opened', async () => {
    const sentPicture = picture(knownCase);
    await show(sentPicture);
    await press('v');
    assert.equal(await page.locator('#chart').isVisible(), false);
    const lines = await page.locator('#table tbody tr').allInnerTexts();
    assert.deepEqual(
      lines.map(line => line.split('\t').slice(0, 6).join('|')),
      [
        'CrashPlan|License|LIC-1|1 Dec 2025|30 Nov 2026|364 days',
        'CrashPlan|Coverage gap||30 Nov 2026|1 Dec 2026|24 h',
        'CrashPlan|License|LIC-2|1 Dec 2026|30 Nov 2027|364 days',
      ],
    );
    await press('g');
    assert.match(await focused(), /^Open line: Coverage gap, CrashPlan/);
    await press('Enter');
    assert.deepEqual((await sent()).at(-1), { v: 1, t: 'reveal', seq: sentPicture.seq, id: 1, focus: true });
    await press('v');
    assert.match(await focused(), /^Coverage gap, CrashPlan/);
  });

  it('is a table by itself for screen readers and in narrow panels', async () => {
    await show(picture(knownCase));
    await page.setViewportSize({ width: 320, height: 500 });
    await page.waitForTimeout(50);
    assert.equal(await page.locator('#table').isVisible(), true);
    await page.setViewportSize({ width: 900, height: 500 });
    await page.waitForTimeout(50);
    assert.equal(await page.locator('#chart').isVisible(), true);
    await page.evaluate(() => document.body.classList.add('vscode-using-screen-reader'));
    await show(picture(knownCase));
    assert.equal(await page.locator('#table').isVisible(), true);
  });

  it('shows the time that the handles of the overview are moved to', async () => {
    await show(picture(knownCase));
    const text = (id: string): Promise<string | null> => page.locator(id).getAttribute('aria-valuetext');
    await page.locator('#shown-from').focus();
    const before = (await text('#shown-from'))!;
    await press('ArrowRight');
    assert.equal(Date.parse((await text('#shown-from'))!) - Date.parse(before), 86_400_000);
    await press('Control+ArrowRight');
    assert.equal(Date.parse((await text('#shown-from'))!) - Date.parse(before), 11 * 86_400_000);
    await press('End');
    const least = Date.parse((await text('#shown-until'))!) - Date.parse((await text('#shown-from'))!);
    assert.equal(least, 7 * 86_400_000);
    await press('Home');
    const strip = (await page.locator('#overview').boundingBox())!;
    const until = (await page.locator('#shown-until').boundingBox())!;
    await page.mouse.move(until.x + 12, strip.y + 14);
    await page.mouse.down();
    await page.mouse.move(strip.x + 500, strip.y + 14, { steps: 3 });
    await page.mouse.up();
    const dragged = (await page.locator('#shown-until').boundingBox())!;
    assert.ok(Math.abs(dragged.x + 12 - strip.x - 500) < 3, String(dragged.x));
    const frame = (await page.locator('#overview .window').boundingBox())!;
    await page.mouse.move(frame.x + 100, strip.y + 14);
    await page.mouse.down();
    await page.mouse.move(frame.x + 150, strip.y + 14, { steps: 3 });
    await page.mouse.up();
    const moved = (await page.locator('#overview .window').boundingBox())!;
    assert.ok(Math.abs(moved.x - frame.x - 50) < 3 && Math.abs(moved.width - frame.width) < 3);
  });

  it('zooms to what is dragged over on the axis, moves by dragging, and goes back', async () => {
    await show(picture(knownCase));
    const all = await scales();
    const axis = (await page.locator('#axis').boundingBox())!;
    await page.mouse.move(axis.x + 400, axis.y + 20);
    await page.mouse.down();
    await page.mouse.move(axis.x + 480, axis.y + 20, { steps: 4 });
    await page.mouse.up();
    const near = await scales();
    assert.notDeepEqual(near, all);
    const shownFrom = await page.locator('#shown-from').getAttribute('aria-valuenow');
    await page.mouse.move(axis.x + 600, axis.y + 200);
    await page.mouse.down();
    await page.mouse.move(axis.x + 400, axis.y + 200, { steps: 4 });
    await page.mouse.up();
    await page.waitForTimeout(50);
    assert.ok(Number(await page.locator('#shown-from').getAttribute('aria-valuenow')) > Number(shownFrom));
    assert.equal(
      (await sent()).some(({ t }) => t === 'reveal'),
      false,
      'what is dragged is not clicked',
    );
    await page.locator('.item.selected').focus();
    await press('Backspace');
    assert.deepEqual(await scales(), all);
  });

  it('fits an item, brings today into the middle, and finds ends', async () => {
    await show(picture(twoProducts));
    await press('g', 'f');
    const gap = (await page.locator('.item.gap.selected .shape').boundingBox())!;
    assert.ok(gap.width > 80, String(gap.width));
    await press('t');
    const today = (await page.locator('.today-mark').boundingBox())!;
    assert.ok(Math.abs(today.x + 5 - (176 + 900) / 2) < 10, String(today.x));
    await press('e');
    assert.match(await focused(), /^License LIC-2/);
    await press('e');
    assert.match(await focused(), /^License O-2/);
    await press('Shift+E');
    assert.match(await focused(), /^License LIC-2/);
  });

  it('puts what is too narrow together, and takes it apart by a click', async () => {
    const days = Array.from({ length: 60 }, (_, i) => {
      const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n * 3)).toISOString().slice(0, 10);
      return `  - { product: P, id: D${i}, expiryDay: uncovered, starts: ${day(i)}, expires: ${day(i + 1)} }\n`;
    });
    await show(
      picture(
        `licenses:\n  - { product: Q, expiryDay: covered, starts: 2000-01-01, expires: 2050-01-01 }\n${days.join('')}`,
      ),
    );
    const lot = page.locator('.item.merged').first();
    assert.match((await lot.getAttribute('aria-label'))!, /^\d+ licenses, P$/);
    await lot.locator('.hit').click();
    assert.ok((await page.locator('.item.term:not(.merged) .shape').count()) > 30);
    assert.match(await focused(), /^License D/);
  });

  it('lists its keys, and closes by Esc', async () => {
    await show(picture(knownCase));
    await press('?');
    assert.equal(await page.locator('dialog[open]').count(), 1);
    assert.match(await page.locator('dialog').innerText(), /Next or previous gap/);
    await press('Escape');
    assert.equal(await page.locator('dialog[open]').count(), 0);
    assert.match(await focused(), /^License LIC-1/);
  });

  it('says aloud which gap has gone', async () => {
    await show(picture(twoProducts));
    await show(picture(twoProducts.replace('5.3.1', '5.4.0')));
    assert.equal(await page.locator('#live').textContent(), 'Gap closed in CrashPlan; 1 gap remains');
  });

  it('asks for fixes of what is selected, and gives the menu nothing but numbers', async () => {
    const first = picture(knownCase);
    await show(first);
    assert.equal(await page.locator('#insert').isVisible(), false);
    await press('g');
    await page.locator('#insert').click();
    await page.locator('#fix').click();
    assert.deepEqual(
      (await sent()).slice(-2),
      ['insert', 'fix'].map(kind => ({ v: 1, t: 'action', seq: first.seq, id: 1, kind })),
    );
    assert.deepEqual(JSON.parse((await page.locator('.item.gap').getAttribute('data-vscode-context'))!), {
      webviewSection: 'gap',
      timelineSeq: first.seq,
      timelineItem: 1,
      preventDefaultContextMenuItems: true,
    });
  });

  it('shows the last good picture as such, with the ways to what is wrong', async () => {
    const { model } = picture(knownCase);
    const broken = message({ ...model, problems: [{ text: 'line 4: a value is missing', id: 3 }] }, true);
    await show(broken);
    assert.match(await page.locator('#trouble').innerText(), /last valid version[\s\S]*line 4: a value is missing/);
    await page.locator('#trouble button').click();
    assert.deepEqual((await sent()).at(-1), { v: 1, t: 'reveal', seq: broken.seq, id: 3, focus: true });
  });

  it('shows a card where the pointer rests, which stays while it is pointed at and goes by Esc', async () => {
    await show(picture(knownCase));
    const bar = (await page.locator('.item.term .shape').first().boundingBox())!;
    await page.mouse.move(bar.x + 40, bar.y + 10);
    await page.locator('#card').waitFor();
    const card = (await page.locator('#card').boundingBox())!;
    await page.mouse.move(card.x + 10, card.y + 8, { steps: 5 });
    await page.waitForTimeout(400);
    assert.equal(await page.locator('#card').isVisible(), true);
    await page.locator('.item.selected').focus();
    await press('Escape');
    assert.equal(await page.locator('#card').isVisible(), false);
  });

  it('pages through thousands of products, and keeps what has the focus drawn', async () => {
    const entries = Array.from(
      { length: 6_000 },
      (_, i) =>
        `  - { product: P${String(i).padStart(4, '0')}, expiryDay: covered, id: L${i}, starts: 2026-01-01, expires: 2026-12-31 }\n`,
    );
    await show(picture(`licenses:\n${entries.join('')}`));
    assert.equal(await page.locator('#pager span').innerText(), 'Products 1 to 1,000 of 6,000');
    assert.ok((await page.locator('.row').count()) < 40);
    await page.locator('#chart').evaluate(chart => chart.scrollTo(0, 20_000));
    await page.waitForTimeout(60);
    assert.match(await focused(), /^License L0,/);
    await press('ArrowDown');
    assert.match(await focused(), /^License L1,/);
    await page.locator('#next').click();
    assert.equal(await page.locator('#pager span').innerText(), 'Products 1,001 to 2,000 of 6,000');
    assert.equal(
      await page
        .locator('.item.selected')
        .getAttribute('aria-label')
        .then(name => name?.slice(0, 13)),
      'License L1000',
    );
  });

  it('makes a picture of itself as SVG and as PNG, on as many pages as it takes', async () => {
    const first = picture(knownCase);
    await show(first);
    const made = async (format: string, seqOf: number, instead: unknown = null): Promise<unknown> => {
      await page.evaluate('sent.length = 0');
      await page.evaluate(message => window.postMessage(message, '*'), {
        v: 1,
        t: 'export',
        seq: seqOf,
        picture: { format, scale: 2, theme: 'print', model: instead },
      });
      // Bytes can't leave the page as they are.
      const answer = `(() => { const last = sent.at(-1); return last?.t !== 'exported' ? undefined : typeof last.data === 'string' ||
        !last.data ? { data: last.data } : { data: last.data.map(page => [...new Uint8Array(page).slice(0, 24)]) }; })()`;
      for (;;) {
        const found = (await page.evaluate(answer)) as { data: unknown } | undefined;
        if (found) return found.data;
        await page.waitForTimeout(20);
      }
    };
    const svg = String(await made('svg', first.seq, anonymous(first.model)));
    assert.match(svg, /^<svg [^>]*role="img"[\s\S]*Coverage gap, Product 1, 30 Nov 2026 to 1 Dec 2026, 24 h/);
    const [png, ...others] = (await made('png', first.seq)) as number[][];
    assert.deepEqual(others, []);
    assert.equal(String.fromCharCode(...png!.slice(1, 4)), 'PNG');
    const sizeAt = (at: number): number =>
      png![at]! * 0x1000000 + png![at + 1]! * 0x10000 + png![at + 2]! * 0x100 + png![at + 3]!;
    assert.equal(sizeAt(16), 2 * (await page.locator('#chart').evaluate(chart => chart.clientWidth)));
    const entries = Array.from(
      { length: 200 },
      (_, i) => `  - { product: P${i}, expiryDay: covered, starts: 2026-01-01, expires: 2026-12-31 }\n`,
    );
    const long = picture(`licenses:\n${entries.join('')}`);
    await show(long);
    const pages = (await made('png', long.seq)) as number[][];
    assert.equal(pages.length, 2);
  });

  it('draws what no calendar is made for', async () => {
    for (const text of [
      'licenses:\n  - { product: P, starts: 0900-01-01, expires: 9999-12-31 }\n',
      'licenses:\n  - { product: P, kind: perpetual }\n',
      'licenses:\n  - { product: P, starts: 2026-01-01, expires: 2026-01-01, expiryDay: covered }\n  - { product: P, starts: 2026-01-01, expires: 2026-01-01, expiryDay: covered }\n',
    ]) {
      await show(picture(text));
      await press('+', '+', '-', '0', 'f', '0');
      assert.ok((await page.locator('.item .shape').count()) >= 1, text);
    }
  });
});
