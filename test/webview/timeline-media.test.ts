// The view in other media: forced colors, no colors at all, no motion, little room, wide letters.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { type Hands, handsOn, wear } from './hands';
import { picture, usePageStage } from './stage';
import { allKinds, bringInto, type State, states } from './states';

/** One item of each kind and state. */
const kinds = {
  'a license': '.item.term:not(.past, .perpetual, .ending, .merged)',
  'an expired license': '.item.term.past:not(.merged)',
  'a perpetual license': '.item.term.perpetual',
  'a license that ends soon': '.item.term.ending',
  'a pending license': '.item.pending-term',
  'a gap': '.item.gap:not(.past, .merged)',
  'a possible gap': '.item.possible-gap',
  'a pending gap': '.item.pending-gap',
  'an accepted gap': '.item.accepted-gap',
  'too few seats': '.item.shortfall',
  'wrong dates': '.item.invalid',
} as const;

describe('the timeline in other media', function () {
  this.timeout(120_000);
  const stage = usePageStage();
  let page: Page;
  let hands: Hands;

  beforeEach(async () => {
    page = await stage().open();
    hands = await handsOn(page);
    await wear(page, 'light');
  });
  afterEach(() => page.close());

  describe('without colors of its own', () => {
    beforeEach(async () => {
      await page.setViewportSize({ width: 1400, height: 1000 });
      await hands.show(picture(allKinds));
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      it(`draws in the colors of the system alone, when those are ${colorScheme}`, async () => {
        await page.emulateMedia({ forcedColors: 'active', colorScheme });
        const strange = await page.evaluate(() => {
          const probe = document.createElement('p');
          probe.style.setProperty('forced-color-adjust', 'none');
          document.body.append(probe);
          const names = ['Canvas', 'CanvasText', 'Highlight', 'HighlightText', 'GrayText', 'ButtonText'];
          const allowed = new Set(
            names.map(name => {
              probe.style.color = name;
              return getComputedStyle(probe).color;
            }),
          );
          probe.remove();
          const found = new Set<string>();
          for (const element of document.querySelectorAll('svg *')) {
            if (!(element instanceof SVGGeometryElement || element instanceof SVGTextElement)) continue;
            const { fill, stroke } = getComputedStyle(element);
            for (const [what, color] of Object.entries({ fill, stroke })) {
              if (/^rgb\(/.test(color) && !allowed.has(color)) {
                const owner = element.closest('.item')?.getAttribute('class') ?? '';
                found.add(`${owner} ${element.getAttribute('class')} ${what} ${color}`);
              }
            }
          }
          return [...found];
        });
        assert.deepEqual(strange, []);
      });
    }

    it('tells a gap, a license, what waits, what is accepted and the focus apart in the colors of the system', async () => {
      await page.emulateMedia({ forcedColors: 'active' });
      const look = (selector: string): Promise<string> =>
        page
          .locator(`${selector} .shape`)
          .first()
          .evaluate(shape => {
            const { fill, stroke, strokeDasharray, strokeWidth } = getComputedStyle(shape);
            return [fill, stroke, strokeDasharray, strokeWidth].join(' ');
          });
      const stroke = (selector: string): Promise<string> =>
        page
          .locator(`${selector} .shape`)
          .first()
          .evaluate(shape => getComputedStyle(shape).stroke);
      const looks = new Map<string, string>();
      for (const name of ['a license', 'a pending license', 'a gap', 'a possible gap', 'a pending gap'] as const)
        looks.set(await look(kinds[name]), name);
      looks.set(await look(kinds['an accepted gap']), 'an accepted gap');
      assert.equal(looks.size, 6, [...looks].join('\n'));
      // What lacks has a color of its own there too.
      const lack = await stroke(kinds['a gap']);
      for (const name of ['a license', 'a pending gap', 'an accepted gap'] as const)
        assert.notEqual(await stroke(kinds[name]), lack, name);
      for (const name of ['a license', 'a gap', 'a pending gap', 'an accepted gap', 'too few seats'] as const) {
        const before = await look(kinds[name]);
        await page.locator(kinds[name]).first().focus();
        await hands.press('Shift');
        assert.notEqual(await look(kinds[name]), before, `${name} with the focus`);
      }
      const [on, off] = await page.evaluate(() => {
        const toggle = document.querySelector('#gaps-only')!;
        return ['true', 'false'].map(pressed => {
          toggle.setAttribute('aria-pressed', pressed);
          return getComputedStyle(toggle).backgroundColor;
        });
      });
      assert.notEqual(on, off, 'a button that is pressed');
    });

    it('tells every kind of item apart by its shape, its lines or its words', async () => {
      // No item has the ring of the focus.
      await page.locator('#fit').focus();
      const looks = new Map<string, string>();
      for (const [name, selector] of Object.entries(kinds)) {
        const said = await colorless(page, selector);
        assert.equal(looks.get(said), undefined, `${name} looks like ${looks.get(said)}: ${said}`);
        looks.set(said, name);
      }
      const marks = await page
        .locator('.status')
        .evaluateAll(all => new Set(all.map(mark => mark.getAttribute('class'))).size);
      assert.ok(marks >= 5);
    });

    it('tells narrow gaps apart that have no room for words', async () => {
      const looks = new Map<string, string>();
      await page.evaluate(() => {
        for (const text of document.querySelectorAll('.gap-label')) text.remove();
      });
      for (const name of ['a gap', 'a possible gap', 'a pending gap', 'an accepted gap'] as const) {
        const said = await page
          .locator(kinds[name])
          .first()
          .evaluate(item => {
            const [shape, marker] = ['.shape', '.marker'].map(part => getComputedStyle(item.querySelector(part)!));
            return `outline ${shape!.strokeDasharray}, marker ${marker!.fill === 'none' ? 'hollow' : 'full'}`;
          });
        assert.equal(looks.get(said), undefined, `${name} looks like ${looks.get(said)}: ${said}`);
        looks.set(said, name);
      }
    });
  });

  for (const reducedMotion of ['reduce', 'no-preference'] as const) {
    it(`moves nothing by itself (${reducedMotion})`, async () => {
      await page.emulateMedia({ reducedMotion });
      for (const keys of [['g'], ['v'], ['v', '?']]) {
        await hands.show(picture(allKinds));
        await hands.press(...keys);
        const moving = await page.evaluate(() =>
          [...document.querySelectorAll('*')].flatMap(element =>
            [undefined, '::before', '::after'].flatMap(pseudo => {
              const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element, pseudo);
              const isStill =
                /^0s(, 0s)*$/.test(transitionDuration) && animationName === 'none' && scrollBehavior === 'auto';
              return isStill ? [] : [element.outerHTML.slice(0, 80)];
            }),
          ),
        );
        assert.deepEqual(moving, []);
        assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
      }
    });
  }

  describe('in little room', () => {
    /** 1280 × 1024 zoomed to 400 %, to 200 %, a narrow panel, and a usual one. */
    const sizes = [
      [320, 256],
      [640, 512],
      [320, 600],
      [900, 500],
    ] as const;
    const few = states.filter(({ name }) => !name.startsWith('thousands'));

    for (const [width, height] of sizes) {
      it(`has everything within reach at ${width} × ${height}`, async () => {
        for (const state of few) {
          await page.close();
          page = await stage().open();
          hands = await handsOn(page);
          await wear(page, 'light');
          await page.setViewportSize({ width, height });
          await bringInto(state, hands, page);
          await assertReachable(page, `${state.name} at ${width} × ${height}`);
        }
      });
    }

    it('has the picture within reach too, when a person wants that instead of the table', async () => {
      for (const [width, height] of sizes.slice(0, 3)) {
        await page.setViewportSize({ width, height });
        await hands.show(picture(allKinds));
        const isTable = await page.locator('#table').isVisible();
        if (isTable) {
          await page.locator('#table-toggle').focus();
          await hands.press('Enter');
        }
        await assertReachable(page, `the picture at ${width} × ${height}`);
        const lacks = 12;
        for (let i = 0; i < lacks; i++) {
          await page.locator('#next-gap').focus();
          await hands.press('Enter');
          await page.waitForTimeout(40);
          const beyond = await page.evaluate(() => {
            const shape = document.activeElement!.querySelector('.shape')!.getBoundingClientRect();
            const chart = document.querySelector('#chart')!.getBoundingClientRect();
            const isSeen =
              shape.left < innerWidth &&
              shape.right > 0 &&
              shape.top >= chart.top &&
              shape.bottom <= Math.min(chart.bottom, innerHeight);
            return isSeen
              ? ''
              : `${document.activeElement!.getAttribute('aria-label')}: ${shape.top} to ${shape.bottom}`;
          });
          assert.equal(beyond, '', `${width} × ${height}`);
        }
        if (isTable) await page.locator('#table-toggle').click();
      }
    });

    it('shows that the grid has the focus while the item that has it is out of view', async () => {
      await hands.show(picture(allKinds));
      await hands.press('g', '+', '+', '+', '+', '+', '+');
      const ring = (): Promise<string> =>
        page.locator('#chart').evaluate(chart => getComputedStyle(chart).outlineStyle);
      assert.equal(await ring(), 'none');
      await hands.press('d', 'd', 'd', 'd', 'd', 'd', 'd', 'd');
      assert.equal(await page.locator('.item.selected .shape').count(), 0);
      assert.match(await hands.focused(), /^Coverage gap/);
      assert.equal(await ring(), 'solid');
      await hands.press('a', 'a', 'a', 'a', 'a', 'a', 'a', 'a');
      assert.equal(await ring(), 'none');
    });
  });

  it('loses no words when letters, words and lines are set wider (WCAG 1.4.12)', async () => {
    for (const [width, height] of [
      [320, 600],
      [900, 500],
      [1400, 900],
    ] as const) {
      for (const keys of [[], ['v'], ['?']]) {
        await page.close();
        page = await stage().open();
        hands = await handsOn(page);
        await wear(page, 'light');
        await page.setViewportSize({ width, height });
        await page.evaluate(() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(
            '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }' +
              'p { margin-bottom: 2em !important; }',
          );
          document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
          // As when the theme changes.
          document.body.classList.toggle('wide');
        });
        await hands.show(picture(allKinds));
        await hands.press('g', '+', '+', ...keys);
        await assertReachable(page, `${keys.join()} at ${width} × ${height}`);
        const beyond = await page.evaluate(() =>
          [...document.querySelectorAll('.item.term, .item.pending-term, [role="rowheader"]')].flatMap(owner => {
            const box = owner.querySelector('.shape, .gutter')?.getBoundingClientRect();
            return [...owner.querySelectorAll('text')]
              .filter(text => box && text.getBoundingClientRect().right > box.right + 0.5)
              .map(text => text.textContent);
          }),
        );
        assert.deepEqual(beyond, [], `${width} × ${height}`);
      }
    }
  });

  describe('has targets of 24 by 24 pixels at least', () => {
    for (const width of [320, 900]) {
      it(`for all controls, ${width} pixels wide`, async () => {
        await page.setViewportSize({ width, height: 600 });
        for (const state of states.filter(isQuick)) {
          await page.close();
          page = await stage().open();
          hands = await handsOn(page);
          await wear(page, 'light');
          await page.setViewportSize({ width, height: 600 });
          await bringInto(state, hands, page);
          const small = await page.evaluate(() =>
            [...document.querySelectorAll('button, select, input, .handle, .hit')]
              .filter(element => element.checkVisibility())
              .map(element => ({ element, box: element.getBoundingClientRect() }))
              .filter(({ box }) => box.width < 24 || box.height < 24)
              .map(({ element, box }) => `${element.outerHTML.slice(0, 60)} ${box.width} × ${box.height}`),
          );
          assert.deepEqual(small, [], state.name);
        }
      });
    }

    it('for the handles of the overview, at its ends and close together', async () => {
      for (const width of [420, 900]) {
        await page.setViewportSize({ width, height: 500 });
        await hands.show(picture(allKinds));
        for (const keys of [
          ['0'],
          ['-', '-'],
          ['0', '+', '+', '+', '+', '+', '+', '+', '+', '+', '+'],
          ['d', 'd', 'd'],
        ]) {
          await page.locator('.item.selected').focus();
          await hands.press(...keys);
          assert.deepEqual(await handleRoom(page), [24, 24], `${keys.join()} at ${width}`);
        }
        for (const [id, key] of [
          ['#shown-until', 'End'],
          ['#shown-from', 'End'],
          ['#shown-from', 'Home'],
          ['#shown-until', 'Home'],
        ] as const) {
          await page.locator(id).focus();
          await hands.press(key);
          assert.deepEqual(await handleRoom(page), [24, 24], `${id} ${key} at ${width}`);
        }
      }
    });

    it('for every item, unless it stands apart (WCAG 2.5.8) or has its line in the table', async () => {
      const lone =
        '---\nproduct: Lone\nexpiryDay: covered\nlicenses:\n  - { id: D, starts: 2026-03-01, expires: 2026-03-09 }\n';
      const months = Array.from({ length: 11 }, (_, i) => {
        const [month, next] = [i + 1, i + 2].map(each => String(each).padStart(2, '0'));
        return `  - { id: M-${i}, starts: 2026-${month}-01, expires: 2026-${next}-01 }\n`;
      });
      const monthly = `---\nproduct: Monthly\nexpiryDay: uncovered\nlicenses:\n${months.join('')}`;
      await page.setViewportSize({ width: 900, height: 1000 });
      await hands.show(picture(`${allKinds}${lone}${monthly}`));
      const crowded = await page.locator('.item').evaluateAll(items => {
        const targets = items.flatMap(item => {
          const boxes = [...item.querySelectorAll('.shape, .hit')].map(part => part.getBoundingClientRect());
          const [left, right] = [Math.min(...boxes.map(box => box.left)), Math.max(...boxes.map(box => box.right))];
          const [top, bottom] = [Math.min(...boxes.map(box => box.top)), Math.max(...boxes.map(box => box.bottom))];
          const isLarge = right - left >= 23.9 && bottom - top >= 23.9;
          const isLack = !item.matches('.term, .pending-term, .merged');
          return boxes.length === 0 ? [] : [{ item, left, right, top, bottom, isLarge, isLack }];
        });
        const middle = (from: number, until: number): number => (from + until) / 2;
        const beyond = (at: number, from: number, until: number): number => Math.max(from - at, at - until, 0);
        return targets.flatMap(({ item, left, right, top, bottom, isLarge, isLack }) => {
          const [x, y] = [middle(left, right), middle(top, bottom)];
          const isApart = targets.every(
            other =>
              other.item === item ||
              Math.hypot(beyond(x, other.left, other.right), beyond(y, other.top, other.bottom)) >= 12,
          );
          if (isLarge || (isApart && !isLack)) return [];
          return [{ id: item.getAttribute('data-id'), isLack, name: item.getAttribute('aria-label') }];
        });
      });
      // A gap is never hard to hit; some of the months are.
      assert.deepEqual(
        crowded.filter(({ isLack }) => isLack),
        [],
      );
      assert.ok(crowded.length > 0 && !crowded.some(({ name }) => name?.includes('Lone')), JSON.stringify(crowded));
      await hands.press('v');
      for (const { id } of crowded) {
        const line = await page.locator(`#table [data-id="${id}"] button`).boundingBox();
        assert.ok(line!.width >= 24 && line!.height >= 24);
      }
    });
  });
});

function isQuick({ name }: State): boolean {
  return !name.startsWith('thousands');
}

/** What is drawn of an item, as one sees it who sees no colors: forms, dashes, hatches, words without their numbers. */
function colorless(page: Page, selector: string): Promise<string> {
  return page
    .locator(selector)
    .first()
    .evaluate(item => {
      // That it is selected is nothing of its own.
      item.classList.remove('selected');
      const parts = [...item.children].filter(part => !part.matches('.hit'));
      const row = item.closest('[role="row"]')!.querySelector('.gutter')!.getBoundingClientRect().height;
      const said = parts.map(part => {
        const { strokeDasharray, strokeWidth, fill, fillOpacity } = getComputedStyle(part);
        const hatch = /#([\w-]+)/.exec(fill)?.[1];
        const pattern = hatch === undefined ? null : document.getElementById(hatch);
        const lines = getComputedStyle(pattern?.querySelector('path') ?? part);
        const kind = part.getAttribute('class')!;
        if (kind === 'label') return '';
        if (kind === 'gap-label') return part.textContent!.replace(/\d+ \w+/g, '');
        const form = part.localName === 'path' ? part.getAttribute('d')!.replace(/[\d.\s]+/g, '') : '';
        const isLow = part.getBoundingClientRect().height < row / 3 ? 'low' : '';
        const filled = fill === 'none' ? 'hollow' : kind === 'shape' ? fillOpacity : '';
        const texture = pattern
          ? `${pattern.getAttribute('patternTransform')} ${pattern.getAttribute('width')} ${lines.strokeDasharray} ${lines.strokeWidth}`
          : '';
        return [kind, form, isLow, filled, strokeDasharray, strokeWidth, texture].join(' ').trim();
      });
      return said.filter(part => part !== '').join(' | ');
    });
}

/** How many pixels of each handle can be hit: those that nothing covers and nothing cuts off. */
function handleRoom(page: Page): Promise<readonly number[]> {
  return page.evaluate(() =>
    ['shown-from', 'shown-until'].map(id => {
      const box = document.querySelector(`#${id}`)!.getBoundingClientRect();
      let count = 0;
      for (let x = box.left + 0.25; x < box.right; x++) {
        if (document.elementFromPoint(x, box.top + box.height / 2)?.id === id) count++;
      }
      return Math.min(count, 24);
    }),
  );
}

/** Nothing is wider than the page but the table in its own frame; every control can be scrolled into view whole; no words are cut. */
async function assertReachable(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() => {
    const wrong: string[] = [];
    const root = document.scrollingElement!;
    if (root.scrollWidth > innerWidth) wrong.push(`the page is ${root.scrollWidth} wide`);
    const main = document.querySelector('main')!;
    if (main.scrollWidth > main.clientWidth) wrong.push(`main is ${main.scrollWidth} wide`);
    const name = (element: Element): string => element.id || element.outerHTML.slice(0, 70);
    const isModal = document.querySelector('dialog[open]') !== null;
    const controls = isModal ? 'dialog button' : 'button, select, input, .handle';
    for (const element of document.querySelectorAll(controls)) {
      if (!element.checkVisibility()) continue;
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const { left, right, top, bottom } = element.getBoundingClientRect();
      if (left < -1 || right > innerWidth + 1 || top < -1 || bottom > innerHeight + 1)
        wrong.push(`${name(element)} is cut off: ${[left, right, top, bottom].map(Math.round)}`);
      const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      if (!there || !(element.contains(there) || there.contains(element) || there.matches('.handle')))
        wrong.push(`${name(element)} is covered by ${there ? name(there) : 'nothing'}`);
    }
    // What is hidden beyond an edge can be scrolled to by a script or by Tab, but not by a person.
    for (const element of document.querySelectorAll('main, main *')) {
      if (!(element instanceof HTMLElement) || element.matches('.unseen, #overview')) continue;
      if (getComputedStyle(element).overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1)
        wrong.push(`${name(element)} hides ${element.scrollHeight - element.clientHeight} pixels`);
    }
    for (const element of document.querySelectorAll('main *')) {
      if (!(element instanceof HTMLElement) || !element.checkVisibility() || element.closest('.unseen')) continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      const hasWords = [...element.childNodes].some(child => child.nodeType === 3 && child.textContent!.trim() !== '');
      if (!hasWords) continue;
      const isScrolled = [overflowX, overflowY].some(how => how === 'auto' || how === 'scroll');
      if (!isScrolled && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
        wrong.push(`the words of ${name(element)} are ${element.scrollWidth} wide in ${element.clientWidth}`);
      if (
        !isScrolled &&
        element.scrollHeight > element.clientHeight + 1 &&
        element.clientHeight > 0 &&
        element.localName !== 'th'
      )
        wrong.push(`the words of ${name(element)} are ${element.scrollHeight} high in ${element.clientHeight}`);
    }
    return wrong;
  });
  assert.deepEqual(found, [], where);
}
