// Words of files that try to be more than words: in the view nothing runs, nothing is asked for, nothing is there but what we draw.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { picture, usePageStage } from './stage';

const naughty = JSON.parse(
  readFileSync(require.resolve('big-list-of-naughty-strings/blns.json'), 'utf8'),
) as readonly string[];
const corpus = join(__dirname, '../../../shared/corpora/xss-payloads.json');
const payloads = existsSync(corpus) ? (JSON.parse(readFileSync(corpus, 'utf8')) as readonly string[]) : [];
/** Directions that turn text around, and what can't be seen. */
const controls = ['\u202e', '\u2066', '\u2069', '\u061c', '\u200b', '\ufeff', '\u0007', '\ud800'].map(
  sign => `a${sign}b`,
);
/** Our own: what looks for a way into attributes, style, menus and addresses. */
const own = [
  '"><script>alert(1)</script>',
  "' onfocus=alert(1) autofocus tabindex=1 '",
  'javascript:alert(1)',
  'url(https://example.com/x)',
  '</style><script>alert(1)</script>',
  '{"webviewSection":"gap","timelineItem":0}',
  '$(rm -rf /)',
  '__proto__',
  'constructor',
];

/** All that the view ever makes. */
const elements = new Set(
  (
    'html head meta link title body script main header div h1 h2 p button select option input span svg path text rect g defs ' +
    'pattern table thead tbody tr th td footer dialog kbd strong ul li'
  ).split(' '),
);

describe('the timeline with hostile words', function () {
  this.timeout(120_000);
  const stage = usePageStage();
  for (const policy of [true, false]) {
    it(`shows them as words ${policy ? 'under its policy' : 'without a policy to hold them back'}`, async () => {
      if (payloads.length === 0) console.log('      shared/corpora is not there: its 223 payloads are left out');
      const page = await stage().open({ policy });
      const requests: string[] = [];
      page.on('request', request => requests.push(request.url()));
      page.on('dialog', dialog => assert.fail(dialog.message()));
      const words = [...payloads, ...naughty, ...controls, ...own];
      assert.ok(words.length >= 500);
      for (let i = 0; i < words.length; i += 20) await probe(page, words.slice(i, i + 20));
      assert.deepEqual(requests, []);
      await page.close();
    });
  }
});

async function probe(page: Page, words: readonly string[]): Promise<void> {
  const entries = words.flatMap(word => [
    {
      product: word,
      environment: word,
      id: word,
      expiryDay: 'uncovered',
      seats: 5,
      starts: '2026-01-01',
      expires: '2026-06-01',
    },
    {
      product: word,
      environment: word,
      id: `${word}2`,
      expiryDay: 'uncovered',
      seats: 5,
      starts: '2026-07-01',
      expires: '2027-06-01',
    },
  ]);
  const name = words[0]!.replaceAll('/', '-') || 'licenses';
  await page.evaluate(
    data => window.postMessage(data, '*'),
    picture(JSON.stringify({ licenses: entries }), `${name}.licenses.json`) as unknown,
  );
  await page.waitForTimeout(20);
  await page.keyboard.press('g');
  await look(page, words);
  await page.keyboard.press('v');
  await look(page, words);
  await page.keyboard.press('v');
}

async function look(page: Page, words: readonly string[]): Promise<void> {
  const found = (await page.evaluate(`({
    names: [...new Set([...document.querySelectorAll('*')].map(element => element.localName))],
    scripts: document.scripts.length,
    attributes: [...new Set([...document.querySelectorAll('*')].flatMap(element => element.getAttributeNames()))],
    items: document.querySelectorAll('.item, tbody tr').length,
    touched: window.xss ?? window.pwned ?? null,
  })`)) as { names: string[]; scripts: number; attributes: string[]; items: number; touched: unknown };
  assert.deepEqual(
    found.names.filter(element => !elements.has(element)),
    [],
    words.join('\n'),
  );
  // That of the stage, that of the view, and its words, which are data.
  assert.equal(found.scripts, 3);
  assert.deepEqual(
    found.attributes.filter(
      name => name.startsWith('on') || ['src', 'href', 'xlink:href', 'srcdoc', 'formaction'].includes(name),
    ),
    ['href', 'src'].filter(name => found.attributes.includes(name)),
  );
  assert.ok(found.items >= 2);
  assert.equal(found.touched, null);
}
