// The picture as SVG: well-formed, inert, complete, and the same bytes each time, whatever the names in it are.
import assert from 'node:assert/strict';
import { SaxesParser } from 'saxes';
import { shown } from '../../../src/core/text';
import { emptyTimeline, type TimelineModel } from '../../../src/core/timeline';
import { anonymous } from '../../../src/core/timeline/anonymous';
import { drawAxis } from '../../../src/core/timeline/axis';
import { itemAt } from '../../../src/core/timeline/columns';
import { drawLines, drawRows, patterns } from '../../../src/core/timeline/draw';
import { svgPages, svgText } from '../../../src/core/timeline/export-svg';
import { layoutOf } from '../../../src/core/timeline/layout';
import { type Shape, shape } from '../../../src/core/timeline/shape';
import * as words from '../../../src/core/timeline/words';
import { xmlOf } from '../../../src/core/timeline/xml';
import {
  allKinds,
  canary,
  hostileNames,
  modelNamed,
  modelOf,
  modelOfAll,
  pictureOptions,
  stories,
  svgOf,
} from './export-models';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

/** Throws where the text is no XML. */
function parsed(text: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', error => {
    throw error;
  });
  parser.on('doctype', () => assert.fail('a document type'));
  parser.on('processinginstruction', () => assert.fail('an instruction'));
  parser.on('comment', () => assert.fail('a comment'));
  parser.on('cdata', () => assert.fail('a CDATA section'));
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', content => open.at(-1)!.children.push(content));
  parser.write(text).close();
  return root.children.find(child => typeof child === 'object')!;
}

function within(root: Element): readonly Element[] {
  return [root, ...root.children.flatMap(child => (typeof child === 'string' ? [] : within(child)))];
}

function textsOf(root: Element, name: string): readonly string[] {
  return within(root)
    .filter(element => element.name === name)
    .map(({ children }) => children.join(''));
}

const known: Readonly<Record<string, readonly string[]>> = {
  svg: ['xmlns', 'class', 'role', 'width', 'height', 'viewBox'],
  title: [],
  desc: [],
  style: [],
  defs: [],
  pattern: ['id', 'class', 'width', 'height', 'patternUnits', 'patternTransform'],
  g: ['class', 'transform'],
  path: ['class', 'd'],
  rect: ['class', 'x', 'y', 'width', 'height', 'rx'],
  text: ['class', 'x', 'y'],
};

/** What may be in a picture, and nothing else. */
function assertInert(text: string): Element {
  const root = parsed(text);
  for (const { name, attributes } of within(root)) {
    assert.ok(known[name], `<${name}>`);
    for (const [attribute, value] of Object.entries(attributes)) {
      assert.ok(known[name]?.includes(attribute), `<${name} ${attribute}>`);
      if (attribute === 'xmlns') assert.equal(value, 'http://www.w3.org/2000/svg');
      else assert.match(value, /^(?!.*(?:NaN|Infinity|undefined))[\w .()-]*$/);
    }
  }
  const [style] = textsOf(root, 'style');
  const scope = root.attributes.class!;
  assert.doesNotMatch(style!, /@|\\|expression|javascript/i);
  for (const [, to] of style!.matchAll(/url\(([^)]*)\)/g)) assert.match(to!, new RegExp(`^#${scope}-hatch-\\w+$`));
  assert.ok(!text.includes(canary));
  return root;
}

/** As an XML file can say it. */
function sayable(text: string): string {
  return text.replace(/[\ufffe\uffff]/g, '');
}

/** What is left of a file's path: the same ends as an item's name has, of at most 200 characters. */
function nameOfFile(name: string): string {
  const own = `${name}.json`.slice(name.lastIndexOf('/') + 1);
  const safe = shown(own);
  return safe.slice(safe.lastIndexOf('\\') + 1);
}

function productsOf(count: number): TimelineModel {
  const licenses = Array.from({ length: count }, (_, i) => [
    { product: `P${i}`, id: `A${i}`, starts: '2025-12-01', expires: '2026-11-30' },
    { product: `P${i}`, id: `B${i}`, starts: '2026-12-02', expires: '2027-11-30' },
  ]);
  return modelOf('licenses.json', JSON.stringify({ expiryDay: 'uncovered', licenses: licenses.flat() }));
}

describe('the picture as SVG', () => {
  for (const [name, model] of stories()) {
    it(`${name}: is inert XML with every row, item and figure`, () => {
      const root = assertInert(svgOf(model));
      const texts = textsOf(root, 'text');
      const titles = textsOf(root, 'title');
      assert.ok(model.rows.length > 0);
      for (const row of model.rows) {
        assert.ok(texts.includes(row.label));
        assert.ok(titles.includes(words.rowName(row)));
        for (let id = row.first; id < row.end; id++)
          assert.ok(titles.includes(words.itemName(itemAt(model.items, model.labels, id), row, model)));
      }
      assert.equal(titles[0], `Coverage: ${name}`);
      assert.equal(textsOf(root, 'desc')[0], model.figures.map(({ text }) => text).join(' · '));
      assert.equal(root.attributes.role, 'img');
    });
  }

  it('has an item of every kind', () => {
    const root = assertInert(svgOf(modelOf('licenses.yaml', allKinds)));
    for (const kind of ['term', 'pending-term', 'gap', 'pending-gap', 'accepted-gap', 'shortfall', 'invalid'])
      assert.ok(
        within(root).some(element => new RegExp(`\\bitem ${kind}( |$)`).test(element.attributes.class ?? '')),
        kind,
      );
    assert.ok(within(root).every(element => element.attributes.class !== 'hit'));
  });

  it('knows every element and attribute that is drawn', () => {
    const model = modelOf('licenses.yaml', allKinds);
    const layout = layoutOf(
      model,
      model.rows.map((_, i) => i),
    );
    const scene = { ...pictureOptions(model), model, layout, seq: 0, selected: undefined };
    const drawn = [
      ...[patterns(), drawLines(scene, 0, 100)],
      ...[...drawAxis(scene), ...drawRows(scene, 0, model.rows.length)],
    ];
    const reacting = /^(?:aria-.*|data-.*|role|tabindex)$/;
    const check = ({ name, attributes, children }: Shape): void => {
      const names = Object.keys(attributes).filter(attribute => !reacting.test(attribute));
      assert.ok(known[name]);
      for (const attribute of names) assert.ok(known[name]?.includes(attribute), `<${name} ${attribute}>`);
      for (const child of children) if (typeof child === 'object') check(child);
    };
    for (const each of drawn) check(each);
  });

  it('is inert and says the names as text whatever they are', () => {
    for (const name of hostileNames()) {
      const model = modelNamed(name);
      const root = assertInert(svgOf(model));
      const said = sayable(shown(name.trim()));
      // Product, environment and two ids; a name of nothing but white space is none.
      const count = textsOf(root, 'text').filter(text => text === said).length;
      assert.ok(said === '' || count === 4, JSON.stringify([name, count]));
      const [title] = textsOf(root, 'title');
      assert.equal(title, `Coverage: ${sayable(nameOfFile(name))}`);
    }
  }).timeout(120_000);

  it('leaves out elements, attributes, numbers and characters that it must not have', () => {
    const wild = shape(
      'g',
      { onload: 'x', href: 'x', style: 'x', 'data-id': 1, tabindex: 0, class: 'a"<b', 'aria-label': '<&\u0000\ud800>' },
      shape('script', {}, 'x'),
      shape('foreignObject', {}, shape('text', {}, 'x')),
      shape('image', { href: 'x' }),
      shape('a', {}, 'x'),
      shape('rect', { class: 'hit', x: 1 }),
      shape('rect', { x: Number.NaN, y: Infinity, width: undefined, height: 2 }),
      shape('text', {}, 'a\tb\u0001c\ufffed\udc00e'),
    );
    assert.equal(
      xmlOf(wild),
      '<g class="a&quot;&lt;b"><title>&lt;&amp;&gt;</title><rect height="2"/><text>a bcde</text></g>',
    );
  });

  it('is the same bytes each time', () => {
    const options = pictureOptions(modelOf('licenses.yaml', allKinds));
    const [first, second] = [0, 1].map(() => svgText(modelOf('licenses.yaml', allKinds), options));
    assert.deepEqual(first, second);
  });

  it('shares neither hatches nor styles with another in one page', () => {
    const model = modelOf('licenses.yaml', allKinds);
    const options = pictureOptions(model);
    const other = { ...options, width: 700 };
    const [a, b] = [svgText(model, options), svgText(model, other)].map(({ text }) => parsed(text));
    const idsOf = (root: Element): readonly string[] => within(root).flatMap(({ attributes: { id } }) => id ?? []);
    assert.equal(idsOf(a!).length, 4);
    assert.deepEqual(
      idsOf(a!).filter(id => idsOf(b!).includes(id)),
      [],
    );
    for (const root of [a!, b!]) {
      const [style] = textsOf(root, 'style');
      for (const [, selectors] of style!.matchAll(/([^{}]+)\{[^}]*\}/g))
        for (const selector of selectors!.split(','))
          assert.ok(selector.trim().startsWith(`.${root.attributes.class} `));
    }
  });

  it('says below what it is of: the file, the day and the shown time, in the zone of the picture', () => {
    const chicago = { timezone: 'America/Chicago', licenses: [{ product: 'P', id: 'A', starts: '2026-01-01' }] };
    const model = modelOf('a/b/licenses.json', JSON.stringify(chicago));
    const day = (date: number, hours: number): number => Date.UTC(2026, 5, date, hours);
    const shown = { from: day(1, 5), until: day(11, 5) };
    const { text } = svgText(model, { ...pictureOptions(model), shown });
    assert.equal(textsOf(parsed(text), 'text').at(-1), 'licenses.json · 21 Nov 2026 · 1 Jun 2026 to 10 Jun 2026');
  });

  it('says what it lacks', () => {
    const broken = {
      licenses: [
        { product: 'P', starts: '2026-01-01' },
        { product: 'P', starts: 'soon' },
      ],
    };
    const model = modelOf('licenses.json', JSON.stringify(broken));
    const { text, height } = svgText(model, pictureOptions(model));
    const last = within(parsed(text)).at(-1)!;
    assert.deepEqual(last.children, ['1 record skipped: it could not be read.']);
    assert.ok(Number(last.attributes.y) < height);
  });

  it('has no folder in it', () => {
    const license = JSON.stringify([{ product: 'P', id: 'A', starts: '2026-01-01', expires: '2026-02-01' }]);
    const models = [
      modelOf('/home/me/secret/licenses.json', license),
      modelOf('/home/me/secret/licenses.json', '{}'),
      modelOfAll(['/home/me/secret/licenses.json', license], ['C:\\Users\\me\\secret\\licenses.json', license]),
      modelOfAll([`/home/${'long/'.repeat(50)}secret/licenses.json`, license], ['secret/licenses.json', license]),
    ];
    const texts = models.map(svgOf);
    for (const text of texts) {
      assert.doesNotMatch(text, /home|secret|Users/);
      assert.match(text, /licenses\.json/);
    }
    assert.ok(textsOf(parsed(texts[2]!), 'text').includes('licenses.json (2)'));
  });

  it('says why it is empty', () => {
    const model = modelOf('licenses.yaml', allKinds);
    const options = { ...pictureOptions(model), order: [] };
    assert.ok(textsOf(assertInert(svgText(model, options).text), 'text').includes('No product matches.'));
    const none = emptyTimeline(model.at).model;
    assert.ok(textsOf(assertInert(svgOf(none)), 'text').includes('Open a license file to see what it covers.'));
  });

  it('has the colors and the size that are asked for', () => {
    const model = modelOf('licenses.yaml', allKinds);
    const { text, width, height } = svgText(model, { ...pictureOptions(model), width: 640.5 });
    const root = parsed(text);
    const { attributes } = root;
    assert.deepEqual([width, attributes.width, attributes.viewBox], [641, '641', `0 0 641 ${height}`]);
    assert.equal(attributes.height, String(height));
    const colors = new Set(textsOf(root, 'style')[0]!.match(/#[0-9a-f]{3,8}\b/g));
    assert.deepEqual([...colors].sort(), ['#000000', '#ffffff']);
    for (const { attributes } of within(root)) assert.ok(Number(attributes.y ?? 0) < height);
  });

  it('says no name where none is to be told', () => {
    const model = anonymous(modelOf('secret/Acme.yaml', allKinds.replaceAll('Foo', 'AcmeSuite')));
    const text = svgOf(model);
    assertInert(text);
    assert.doesNotMatch(text, /acme|F\d|prod\b|secret/i);
    assert.match(text, /Product 1/);
  });
});

describe('the pages of a picture', () => {
  const model = productsOf(1_667);
  const options = pictureOptions(model);

  it('are few enough pixels high for a canvas, and have every row once and in order', () => {
    for (const scale of [1, 2]) {
      const pages = svgPages(model, { ...options, order: [...options.order].reverse() }, scale);
      assert.ok(pages.length > 1);
      for (const { height, width } of pages) assert.ok(height * scale <= 16_384 && width === 900);
      const rows = pages.flatMap(({ text }) => textsOf(parsed(text), 'text').filter(each => /^P\d+$/.test(each)));
      assert.deepEqual(
        rows,
        [...model.rows].reverse().map(({ label }) => label),
      );
      const feet = pages.map(({ text }) => textsOf(parsed(text), 'text').at(-1));
      assert.ok(feet[1]!.endsWith(`page 2 of ${pages.length}`), feet[1]);
      // None could have taken a row more.
      for (const { height } of pages.slice(0, -1)) assert.ok((height + 80) * scale > 16_384);
    }
  }).timeout(60_000);

  it('are one where that is enough, without a number', () => {
    const small = productsOf(3);
    const [page, ...more] = svgPages(small, pictureOptions(small), 2);
    assert.deepEqual(more, []);
    assert.equal(page!.text, svgOf(small));
    const [none] = svgPages(small, { ...pictureOptions(small), order: [] }, 2);
    assert.match(none!.text, /No product matches/);
  });

  it('are no wider than a canvas either', () => {
    const small = productsOf(3);
    const [page] = svgPages(small, { ...pictureOptions(small), width: 20_000 }, 2);
    assert.equal(page!.width, 8_192);
  });

  it('as a whole: 5,000 items in one picture', () => {
    assert.equal(model.labels.length, 5_001);
    const root = assertInert(svgOf(model));
    assert.equal(textsOf(root, 'text').filter(text => /^P\d+$/.test(text)).length, 1_667);
  }).timeout(60_000);
});
