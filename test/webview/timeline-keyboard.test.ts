// The keyboard alone: it reaches every item, every lack, every end and every control, and never loses its place.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { emptyTimeline, type TimelineModel } from '../../src/core/timeline';
import { isLack, kindAt } from '../../src/core/timeline/columns';
import { isEnd } from '../../src/webview/navigate';
import { fromTheTop, type Hands, handsOn } from './hands';
import { madeFile, type Wanted } from './made-files';
import { at, knownCase, message, picture, usePageStage } from './stage';

const lives: readonly (Wanted & { readonly name: string })[] = [
  { name: 'few products with all there is', seed: 1, products: 8, mostLicenses: 12 },
  {
    name: 'rows of up to forty licenses too narrow to be told apart',
    seed: 2,
    products: 4,
    mostLicenses: 40,
    mostDays: 3,
  },
  { name: 'long licenses over one another', seed: 3, products: 6, mostLicenses: 30, mostDays: 2_000 },
  { name: 'hundreds of products', seed: 5, products: 300, mostLicenses: 5 },
];

describe('the timeline by keyboard', function () {
  this.timeout(60_000);
  const stage = usePageStage();
  let page: Page;
  let hands: Hands;

  beforeEach(async () => {
    page = await stage().open();
    hands = await handsOn(page);
  });
  afterEach(async () => {
    assert.deepEqual(await page.evaluate('violations'), []);
    await page.close();
  });

  describe('reaches every item, every lack and every end once', () => {
    for (const wanted of lives) {
      it(wanted.name, async () => {
        const shown = picture(madeFile(wanted));
        const { model } = shown;
        await hands.show(shown);
        assert.deepEqual(await walk(page), counted(model));
        await assertTour(
          page,
          'g',
          idsOf(model, id => isLack(kindAt(model.items, id))),
        );
        await assertTour(
          page,
          'e',
          idsOf(model, id => isEnd(model, id)),
        );
      }).timeout(120_000);
    }

    it('three thousand products, without their tours', async () => {
      const shown = picture(madeFile({ seed: 4, products: 3_000, mostLicenses: 2 }));
      await hands.show(shown);
      assert.deepEqual(await walk(page), counted(shown.model));
    }).timeout(300_000);
  });

  describe('keeps its place', () => {
    /** Twenty products that are well, named so that others come before, between and after them. */
    const entry = (product: string, more = ''): string =>
      `  - { product: ${product}, expiryDay: covered, id: ${product}-1, starts: 2026-01-01, expires: 2026-12-31${more} }\n`;
    const file = (...entries: readonly string[]): ReturnType<typeof picture> =>
      picture(`licenses:\n${entries.join('')}`);
    const later = (product: string, starts: string, expires: string, id = 2): string =>
      `  - { product: ${product}, expiryDay: covered, id: ${product}-${id}, starts: ${starts}, expires: ${expires} }\n`;
    /** B has a gap, which the focus is on. */
    const [a, b, c] = [entry('A'), `${entry('B')}${later('B', '2027-02-01', '2027-12-31')}`, entry('C')];
    const onGap = /^Coverage gap, B, 1 Jan 2027 to 1 Feb 2027/;
    const onGapOfB = async (): Promise<void> => {
      await hands.show(file(a, b, c));
      await hands.press('g');
      assert.match(await hands.focused(), onGap);
    };

    it('while items and rows before it come and go', async () => {
      await onGapOfB();
      for (const entries of [
        [a, entry('A0'), entry('A1'), later('B', '2024-01-01', '2025-06-30', 0), b, c],
        [b, c],
        [a, b, c],
        [c, b],
        [b],
        [a, later('B', '2025-01-01', '2025-12-31', 0), b, c],
      ]) {
        await hands.show(file(...entries));
        assert.match(await hands.focused(), onGap);
      }
    });

    it('while its row moves up and down in the order', async () => {
      await onGapOfB();
      const sooner = (product: string): string => `${entry(product)}${later(product, '2027-01-10', '2027-12-31')}`;
      // The gap of another that begins earlier stands above.
      const earlier = `  - { product: C, expiryDay: covered, id: C-1, starts: 2026-01-01, expires: 2026-11-30 }\n${later('C', '2027-01-10', '2027-12-31')}`;
      for (const entries of [
        [a, b, earlier],
        [a, b, c],
        [sooner('A'), b, earlier],
        [b, c, a],
      ]) {
        await hands.show(file(...entries));
        assert.match(await hands.focused(), onGap);
      }
      for (const sort of ['name', 'expiry', 'gap']) {
        await page.evaluate(by => {
          const select = document.querySelector<HTMLSelectElement>('#sort')!;
          select.value = by;
          select.dispatchEvent(new Event('change'));
        }, sort);
        assert.match(await hands.focused(), onGap);
      }
    });

    it('by going to a neighbor when its item has gone, and to the next row when its row has', async () => {
      await onGapOfB();
      await hands.show(file(a, `${entry('B')}${later('B', '2027-01-01', '2027-12-31')}`, c));
      assert.match(await hands.focused(), /^License B-2/);
      await hands.show(file(a, entry('B'), c));
      assert.match(await hands.focused(), /^License B-1/);
      await page.locator('#sort').selectOption('name');
      await page.locator('.item.selected').focus();
      await hands.show(file(a, c));
      assert.match(await hands.focused(), /^License C-1/);
      await hands.show(file(a));
      assert.match(await hands.focused(), /^License A-1/);
    });

    it('at the heading while there is nothing, and in the picture again when there is something', async () => {
      const { model } = file(a);
      for (const nothing of [
        picture('licenses: []\n'),
        message(emptyTimeline(at).model),
        message({ ...picture('licenses: []\n').model, state: 'too-many' as const }),
        message({ ...picture('licenses: []\n').model, problems: [{ text: 'line 1: x', id: 0 }] }, true),
      ]) {
        await hands.show(message(model));
        await page.locator('.item.selected').focus();
        await hands.show(nothing);
        assert.equal(await hands.focusedPlace(), '#summary');
        await hands.show(message(model));
        assert.match(await hands.focused(), /^License A-1/);
      }
    });

    it('when another file comes', async () => {
      await onGapOfB();
      await hands.show(picture(knownCase, 'other/licenses.yaml'));
      assert.match(await hands.focused(), /^License LIC-1/);
    });

    it('while the rows are scrolled, zoomed and moved', async () => {
      await hands.show(picture(madeFile(lives[3]!)));
      const name = await hands.focused();
      for (const top of [3_000, 9_000, 0]) {
        await page.locator('#chart').evaluate((chart, to) => chart.scrollTo(0, to), top);
        await page.waitForTimeout(50);
        assert.equal(await hands.focused(), name);
      }
      for (const key of [...'++++++dddddaaaaaaaaaa------0tf', 'Backspace', 'Backspace']) {
        await hands.press(key);
        assert.equal(await hands.focused(), name, key);
      }
    });

    it('while the picture is a table and back', async () => {
      await onGapOfB();
      await hands.press('v');
      assert.match(await hands.focused(), /^Open line: Coverage gap, B/);
      for (const entries of [
        [entry('A0'), a, b, c],
        [b, c],
        [a, b, c],
      ]) {
        await hands.show(file(...entries));
        assert.match(await hands.focused(), /^Open line: Coverage gap, B/);
      }
      await hands.show(file(a, `${entry('B')}${later('B', '2027-01-01', '2027-12-31')}`, c));
      assert.match(await hands.focused(), /^Open line: License B-2/);
      await hands.show(file(a, b, c));
      await hands.press('g');
      await page.setViewportSize({ width: 320, height: 400 });
      await page.waitForTimeout(50);
      assert.match(await hands.focused(), /^Open line: Coverage gap, B/);
      await hands.press('v');
      assert.match(await hands.focused(), onGap);
      await hands.press('v');
      await page.locator('#table-toggle').focus();
      await hands.press('Enter');
      assert.equal(await hands.focusedPlace(), '#table-toggle');
    });

    it('when a narrow panel or a screen reader makes a table of it, or hides the control that had the focus', async () => {
      await onGapOfB();
      await page.setViewportSize({ width: 320, height: 400 });
      await page.waitForTimeout(50);
      assert.match(await hands.focused(), /^Open line: Coverage gap, B/);
      await page.setViewportSize({ width: 900, height: 500 });
      await page.waitForTimeout(50);
      assert.match(await hands.focused(), onGap);
      await page.evaluate(() => document.body.classList.add('vscode-using-screen-reader'));
      await page.waitForTimeout(50);
      assert.match(await hands.focused(), /^Open line: Coverage gap, B/);
      await page.evaluate(() => document.body.classList.remove('vscode-using-screen-reader'));
      await page.locator('#zoom-in').focus();
      await page.setViewportSize({ width: 320, height: 400 });
      await page.waitForTimeout(50);
      assert.match(await hands.focused(), /^Open line: Coverage gap, B/);
    });

    it('on controls that are made anew, are off or go', async () => {
      await onGapOfB();
      await page.locator('.figure', { hasText: '1 gap' }).focus();
      const two = [a, b, `${entry('C')}${later('C', '2027-02-01', '2027-12-31')}`];
      await hands.show(file(...two));
      assert.match(await hands.focused(), /^2 gaps/);
      await hands.show(file(a, c));
      assert.notEqual(await hands.focusedPlace(), 'nothing');

      await hands.show(file(a, b, c));
      await page.locator('.item.gap').focus();
      await page.locator('#insert').focus();
      await hands.show(file(a, `${entry('B')}${later('B', '2027-01-01', '2027-12-31')}`, c));
      assert.match(await hands.focused(), /^License B-2/);

      const { model } = file(a, b, c);
      const problems = ['one', 'two'].map((text, i) => ({ text, id: model.labels.length + i }));
      await hands.show(message({ ...model, problems }, true));
      await page.locator('#trouble button').nth(1).focus();
      await hands.show(
        message({ ...model, problems: problems.map(each => ({ ...each, text: `${each.text}!` })) }, true),
      );
      assert.equal(await hands.focused(), 'two!');
      await hands.show(message({ ...model, problems: problems.slice(0, 1) }, true));
      assert.notEqual(await hands.focusedPlace(), 'nothing');
      await page.locator('#trouble button').first().focus();
      await hands.show(message(model));
      assert.notEqual(await hands.focusedPlace(), 'nothing');
    });

    it('in the filter while it leaves nothing, and in the picture when all is shown again', async () => {
      await onGapOfB();
      await hands.press('/', 'z', 'z', 'z');
      assert.equal(await hands.focusedPlace(), '#filter');
      await hands.press('Enter');
      assert.equal(await hands.focusedPlace(), '#filter');
      await page.locator('#clear-filter').focus();
      await hands.press('Enter');
      assert.match(await hands.focused(), /^License B-1/);
      // What the filter leaves loses its row, or the filter what it was of.
      await hands.press('/', 'B', 'Enter');
      await hands.show(file(a, c));
      assert.equal(await hands.focusedPlace(), '#filter');
      await hands.press('Escape', 'Enter');
      assert.match(await hands.focused(), /^License A-1/);
      await page.locator('#gaps-only').focus();
      await hands.press('Enter');
      assert.equal(await hands.focusedPlace(), '#gaps-only');
    });

    it('on the button that turns the pages, at the last one too', async () => {
      const entries = Array.from({ length: 6_000 }, (_, i) => entry(`P${String(i).padStart(4, '0')}`));
      await hands.show(file(...entries));
      for (const [id, steps] of [
        ['#next', 5],
        ['#previous', 5],
      ] as const) {
        await page.locator(id).focus();
        for (let i = 0; i < steps; i++) {
          await hands.press('Enter');
          await page.waitForTimeout(30);
          assert.equal(await hands.focusedPlace(), id);
        }
        assert.equal(await page.locator(id).getAttribute('aria-disabled'), 'true');
        const said = await page.locator('#pager span').innerText();
        await hands.press('Enter');
        assert.equal(await page.locator('#pager span').innerText(), said);
      }
      await hands.press('Tab');
      await page.locator('.item.selected').focus();
      await hands.press('Control+End');
      assert.match(await hands.focused(), /^License P5999/);
      await page.locator('.item.selected').press('v');
      assert.match(await hands.focused(), /^Open line: License P5999/);
      await page.locator('#table-previous').focus();
      await hands.press('Enter');
      await page.waitForTimeout(30);
      assert.equal(await hands.focusedPlace(), '#table-previous');
      await hands.press('Enter');
      await page.waitForTimeout(30);
      assert.equal(await hands.focusedPlace(), '#table-previous');
    });

    it('after the list of keys is closed, whatever has gone meanwhile', async () => {
      await onGapOfB();
      await hands.press('?');
      assert.equal(await hands.focusedPlace(), '#help-close');
      await hands.show(file(a, c));
      assert.equal(await hands.focusedPlace(), '#help-close');
      await hands.press('Escape');
      await page.waitForTimeout(30);
      assert.match(await hands.focused(), /^License/);
    });

    it('goes by Esc from the card, wherever the focus is', async () => {
      await onGapOfB();
      await page.locator('#fit').focus();
      const bar = (await page.locator('.item.gap .shape').boundingBox())!;
      await page.mouse.move(bar.x + bar.width / 2, bar.y + 4);
      await page.locator('#card').waitFor();
      await hands.press('Escape');
      assert.equal(await page.locator('#card').isVisible(), false);
      assert.equal(await hands.focusedPlace(), '#fit');
    });

    it('without taking the focus from who writes beside it', async () => {
      const besides = await stage().open({ policy: false });
      const own = await handsOn(besides);
      const shown = file(a, b, c);
      await besides.evaluate(() => {
        const frame = document.createElement('iframe');
        frame.src = '/';
        frame.width = '900';
        frame.height = '400';
        document.body.replaceChildren(document.createElement('textarea'), frame);
        return new Promise(resolve => frame.addEventListener('load', resolve));
      });
      const view = besides.frames()[1]!;
      const send = async (sent: unknown): Promise<void> => {
        await view.evaluate(data => window.postMessage(data, '*'), sent);
        await besides.waitForTimeout(40);
      };
      const writes = async (): Promise<void> => {
        await besides.locator('textarea').press('x');
        assert.equal(await besides.evaluate(() => document.activeElement?.localName), 'textarea');
      };
      const inView = (): Promise<string> =>
        view.evaluate(
          () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.localName ?? '',
        );
      await send(shown);
      for (const isTable of [false, true]) {
        await view.locator('.item.selected, [aria-current] button').first().focus();
        await own.press('g');
        if (isTable) await own.press('v');
        assert.match(await inView(), /Coverage gap, B/);
        await writes();
        for (const next of [file(a, c), file(a, b), file(entry('A0'), b), picture('licenses: []\n'), shown]) {
          await send(next);
          await writes();
        }
        const id = shown.model.labels.indexOf('C-1');
        await send({ v: 1, t: 'select', seq: shown.seq, id });
        await writes();
        // Coming back, as by F6, leads to what is selected now.
        await besides.evaluate(() => document.querySelector('iframe')!.focus());
        await besides.waitForTimeout(40);
        assert.match(await inView(), isTable ? /^Open line: License C-1/ : /^License C-1/);
      }
      await besides.close();
    });

    it('where the host says, when that has the focus', async () => {
      const shown = file(a, b, c);
      await hands.show(shown);
      await hands.press('g');
      const id = shown.model.labels.indexOf('C-1');
      await hands.show({ v: 1, t: 'select', seq: shown.seq, id });
      assert.match(await hands.focused(), /^License C-1/);
      await page.locator('#fit').focus();
      await hands.show({ v: 1, t: 'select', seq: shown.seq, id: 0 });
      assert.equal(await hands.focusedPlace(), '#fit');
    });
  });

  describe('reaches every control by Tab', () => {
    const soon = '  - { product: Soon, expiryDay: covered, id: S, starts: 2026-01-01, expires: 2026-12-10 }\n';
    /** A picture with a gap, a notice, and a problem. */
    const rich = (): ReturnType<typeof picture> => {
      const shown = picture(`${knownCase}${soon}  - { product: Soon, starts: 2026-02-30, expires: 2026-03-01 }\n`);
      const problems = [{ text: 'line 4: a value is missing', id: shown.model.labels.length }];
      return message({ ...shown.model, problems }, true);
    };

    it('in the order in which they stand, and none twice', async () => {
      const many = Array.from(
        { length: 5_001 },
        (_, i) => `  - { product: P${i}, expiryDay: covered, id: L${i}, starts: 2026-01-01, expires: 2026-12-31 }\n`,
      );
      for (const [shown, keys] of [
        [rich(), []],
        [rich(), ['v']],
        [picture(`licenses:\n${many.join('')}`), []],
        [picture(`licenses:\n${many.join('')}`), ['v']],
        [picture('licenses: []\n'), []],
        [message(emptyTimeline(at).model), []],
      ] as const) {
        await page.reload();
        hands = await handsOn(page);
        await hands.show(shown);
        await hands.press(...keys);
        const wanted = await stopsOf(page);
        assert.deepEqual((await tabThrough(page, wanted.length)).slice(0, 40), wanted.slice(0, 40));
        assert.ok(wanted.length > 0);
      }
    });

    it('in the list of keys, which holds the focus until it is closed', async () => {
      await hands.show(rich());
      await page.locator('#help').focus();
      await hands.press('Enter');
      for (const place of ['#help-close', 'group', '#help-close']) {
        if (place === 'group') {
          // The browser's own surroundings may come between.
          await hands.press('Shift+Tab');
        } else if ((await hands.focusedPlace()) !== place) await hands.press('Tab');
        assert.equal(await hands.focusedPlace(), place);
      }
      await hands.press('Enter');
      await page.waitForTimeout(30);
      assert.equal(await hands.focusedPlace(), '#help');
    });

    it('and all of them do by key what they do by click', async () => {
      const shown = rich();
      await hands.show(shown);
      const told = async (): Promise<unknown> => (await hands.sent()).at(-1);
      const on = async (selector: string, ...keys: readonly string[]): Promise<void> => {
        await page.locator(selector).first().focus();
        await hands.press(...keys);
      };
      const time = (): Promise<readonly (string | null)[]> =>
        page.evaluate(() =>
          ['from', 'until'].map(id => document.querySelector(`#shown-${id}`)!.getAttribute('aria-valuetext')),
        );
      const act = (kind: string, id: number | null = null) => ({ v: 1, t: 'action', seq: shown.seq, id, kind });

      const all = await time();
      for (const [selector, keys] of [
        ['#zoom-in', ['Enter']],
        ['#zoom-out', [' ']],
        ['#today', ['Enter']],
        ['#range', ['ArrowUp']],
        ['#fit', ['Enter']],
        ['#shown-from', ['ArrowRight']],
        ['#shown-from', ['Control+ArrowLeft']],
        ['#shown-until', ['ArrowLeft']],
        ['#shown-until', ['Home']],
        ['#shown-until', ['End']],
      ] as const) {
        const before = await time();
        await on(selector, ...keys);
        // It is as it was when zooming out comes to the end of all there is; the others change it.
        if (selector !== '#zoom-out') assert.notDeepEqual(await time(), before, selector);
        assert.equal(await hands.focusedPlace(), selector);
      }
      await on('#fit', 'Enter');
      assert.deepEqual(await time(), all);

      await on('#next-gap', 'Enter');
      assert.match(await hands.focused(), /^Coverage gap/);
      await on('#open-line', 'Enter');
      assert.deepEqual(await told(), { v: 1, t: 'reveal', seq: shown.seq, id: 1, focus: true });
      await on('#insert', 'Enter');
      assert.deepEqual(await told(), act('insert', 1));
      await on('#fix', ' ');
      assert.deepEqual(await told(), act('fix', 1));
      await on('#export', 'Enter');
      assert.deepEqual(await told(), act('export'));
      await on('#all-files', 'Enter');
      assert.deepEqual(await told(), act('all-files'));
      await on('#show-problems', 'Enter');
      assert.deepEqual(await told(), act('problems'));
      await on('#trouble button', 'Enter');
      assert.deepEqual(await told(), { v: 1, t: 'reveal', seq: shown.seq, id: shown.model.labels.length, focus: true });
      for (const [figure, item] of [
        ['row', /^License LIC-1/],
        ['term', /^License/],
        ['gap', /^Coverage gap/],
        ['ending', /^License S,/],
      ] as const) {
        await on(`#figure-${figure}`, 'Enter');
        assert.match(await hands.focused(), item);
      }
      await on('#gaps-only', 'Enter');
      assert.deepEqual(await page.locator('.product').allTextContents(), ['CrashPlan']);
      await on('#gaps-only', ' ');
      await on('#sort', 'ArrowDown', 'ArrowDown');
      assert.deepEqual(await page.locator('.product').allTextContents(), ['CrashPlan', 'Soon']);
      await on('#filter', 's', 'o', 'o');
      assert.deepEqual(await page.locator('.product').allTextContents(), ['Soon']);
      await on('#filter', 'Escape');
      await on('#table-toggle', 'Enter');
      await on('#table tbody button', 'Enter');
      assert.deepEqual(await told(), { v: 1, t: 'reveal', seq: shown.seq, id: 0, focus: true });
      await hands.show(picture('licenses: []\n'));
      await on('#example', 'Enter');
      assert.equal(((await told()) as { kind: string }).kind, 'example');
    });
  });
});

/** What can have the focus, from top to bottom: controls that can be seen, and the one item of the grid. */
function stopsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, select, input, [tabindex="0"]')]
      .filter(element => element.checkVisibility())
      .map(element => element.id || (element.getAttribute('aria-label') ?? element.textContent)),
  );
}

async function tabThrough(page: Page, most: number): Promise<readonly string[]> {
  await fromTheTop(page);
  const found: string[] = [];
  for (let i = 0; i < Math.min(most, 45); i++) {
    await page.keyboard.press('Tab');
    found.push(
      await page.evaluate(() => {
        const element = document.activeElement!;
        return element.id || (element.getAttribute('aria-label') ?? element.textContent ?? '');
      }),
    );
  }
  return found;
}

function counted({ labels }: TimelineModel): readonly number[] {
  return labels.map((_, id) => id);
}

function idsOf(model: TimelineModel, isWanted: (id: number) => boolean): readonly number[] {
  return counted(model).filter(isWanted);
}

/** The items that have had the focus on a walk through each row from its first to its last, in the order of their ids. */
function walk(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const idNow = (): number => Number(document.activeElement?.getAttribute('data-id') ?? Number.NaN);
    const press = (key: string, ctrlKey = false): number => {
      document.activeElement!.dispatchEvent(
        new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }),
      );
      return idNow();
    };
    const visited: number[] = [];
    for (let row = press('Home', true); ; ) {
      visited.push(row);
      let id = row;
      for (let next = press('ArrowRight'); next !== id; next = press('ArrowRight')) {
        id = next;
        visited.push(id);
      }
      if (press('ArrowDown') === id) break;
      row = press('Home');
    }
    return visited.sort((a, b) => a - b);
  });
}

/** From the first item a key leads through all that are wanted and back to the first of them; with Shift the other way round. */
async function assertTour(page: Page, key: string, wanted: readonly number[]): Promise<void> {
  const tour = (name: string, shiftKey: boolean): Promise<readonly number[]> =>
    page.evaluate(
      ([name, shiftKey, most]) => {
        const idNow = (): number => Number(document.activeElement?.getAttribute('data-id') ?? Number.NaN);
        const press = (key: string, more: KeyboardEventInit): number => {
          document.activeElement!.dispatchEvent(
            new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
          );
          return idNow();
        };
        press('Home', { ctrlKey: true });
        const first = press(name, { shiftKey });
        const visited = [first];
        for (let id = press(name, { shiftKey }); id !== first && visited.length <= most; id = press(name, { shiftKey }))
          visited.push(id);
        return visited;
      },
      [name, shiftKey, wanted.length] as const,
    );
  assert.ok(wanted.length > 0);
  const there = await tour(key, false);
  assert.deepEqual(
    [...there].sort((a, b) => a - b),
    wanted,
  );
  const back = await tour(key.toUpperCase(), true);
  assert.deepEqual(
    [...back].sort((a, b) => a - b),
    wanted,
  );
  // The same ring, whichever way it is gone around.
  const turned = [...back].reverse();
  const at = turned.indexOf(there[0]!);
  assert.deepEqual([...turned.slice(at), ...turned.slice(0, at)], there);
}
