// Which licenses, needs and acceptances belong together, over documents and files.
import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analyze';
import type { Report } from '../../../src/core/model';
import { defaultSettings, type Settings } from '../../../src/core/settings';
import { gaps, readText } from '../read';
import { covered, file } from './table';

const unnamed = (text: string) => text.replace('product: P\n', '');

function together(texts: Readonly<Record<string, string>>, settings: Partial<Settings> = {}): Report {
  const all = { ...defaultSettings, ...settings };
  const files = Object.entries(texts).map(([path, text]) => readText(path, text, all));
  return analyze(files, all, Date.UTC(2026, 10, 22));
}

/** `environment/product: ids`, `-` for a name that is absent. */
function products({ products }: Report): string[] {
  return products.map(
    ({ environment, product, terms }) =>
      `${environment ?? '-'}/${product ?? '-'}: ${terms.map(({ id }) => id).join(' ')}`,
  );
}

const brokenOf = ({ products }: Report) => products.map(({ product, broken }) => `${product ?? '-'} ${broken}`);

interface Case {
  readonly title: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly joined: readonly string[];
  /** With `joinFiles: false`. */
  readonly apart: readonly string[];
}

const year = (id: string, y: number, more = '') => `${id} ${y}-01-01..${y}-12-31 ${more}`;

const names: readonly Case[] = [
  {
    title: 'a product in two files',
    texts: { 'a.yaml': file([covered], year('A', 2026)), 'b.yaml': file([covered], year('B', 2027)) },
    joined: ['-/P: A B'],
    apart: ['-/P: A', '-/P: B'],
  },
  {
    title: 'a product in two files, the later license first',
    texts: { 'a.yaml': file([covered], year('A', 2027)), 'b.yaml': file([covered], year('B', 2026)) },
    joined: ['-/P: B A'],
    apart: ['-/P: A', '-/P: B'],
  },
  {
    title: 'without case and outer blanks, by its first spelling',
    texts: {
      'a.yaml': file(['product: Crash Plan', covered], year('A', 2026)),
      'b.yaml': file(['product: " CRASH plan "', covered], year('B', 2027), year('C', 2028, 'product: crash PLAN')),
    },
    joined: ['-/Crash Plan: A B C'],
    apart: ['-/CRASH plan: B C', '-/Crash Plan: A'],
  },
  {
    title: 'environments without case, and apart from those that name none',
    texts: {
      'a.yaml': file([covered, 'environment: Test'], year('A', 2026), year('B', 2027, 'environment: TEST')),
      'b.yaml': file(
        [covered],
        year('C', 2026),
        year('D', 2027, 'environment: test'),
        year('E', 2028, 'environment: live'),
      ),
    },
    joined: ['-/P: C', 'Test/P: A B D', 'live/P: E'],
    apart: ['-/P: C', 'Test/P: A B', 'live/P: E', 'test/P: D'],
  },
  {
    title: 'environments that come and go within a file',
    texts: {
      'a.yaml': file(
        [covered],
        ...[year('A', 2026, 'environment: x'), year('B', 2026), year('C', 2027, 'environment: x')],
        ...[year('D', 2027), year('E', 2027, 'environment: x, product: Q')],
      ),
    },
    joined: ['-/P: B D', 'x/P: A C', 'x/Q: E'],
    apart: ['-/P: B D', 'x/P: A C', 'x/Q: E'],
  },
  {
    title: 'several products in one file, by name',
    texts: {
      'a.yaml': file(
        [covered],
        ...[year('A', 2026, 'product: Z'), year('B', 2026, 'product: a'), year('C', 2027, 'product: Z')],
        ...[year('D', 2026, 'product: M'), year('E', 2027, 'product: z')],
      ),
    },
    joined: ['-/M: D', '-/Z: A C E', '-/a: B'],
    apart: ['-/M: D', '-/Z: A C E', '-/a: B'],
  },
  {
    title: 'unnamed ones in each file by themselves, before named ones',
    texts: {
      'a.yaml': unnamed(file([covered], year('A', 2026), year('B', 2027))),
      'b.yaml': unnamed(file([covered], year('C', 2026), year('D', 2026, 'product: P'))),
    },
    joined: ['-/-: A B', '-/-: C', '-/P: D'],
    apart: ['-/-: A B', '-/-: C', '-/P: D'],
  },
  {
    title: 'unnamed ones in each document by themselves',
    texts: {
      'a.yaml': `${unnamed(file([covered], year('A', 2026)))}---\n${unnamed(file([covered], year('B', 2026)))}`,
    },
    joined: ['-/-: A', '-/-: B'],
    apart: ['-/-: A', '-/-: B'],
  },
  {
    title: 'a product in two documents, which are files of their own',
    texts: { 'a.yaml': `${file([covered], year('A', 2026))}---\n${file([covered], year('B', 2027))}` },
    joined: ['-/P: A B'],
    apart: ['-/P: A', '-/P: B'],
  },
  {
    title: 'names that a plain object would not take',
    texts: {
      'a.yaml': file(['product: __proto__', covered], year('A', 2026)),
      'b.yaml': file(['product: constructor', covered], year('B', 2027)),
    },
    joined: ['-/__proto__: A', '-/constructor: B'],
    apart: ['-/__proto__: A', '-/constructor: B'],
  },
];

describe('licenses join', () => {
  for (const { title, texts, joined, apart } of names) {
    it(title, () => {
      assert.deepEqual(products(together(texts)), joined);
      assert.deepEqual(products(together(texts, { joinFiles: false })), apart);
    });
  }

  it('by each name, not by both put together', () => {
    const texts = {
      'a.yaml': file(['environment: "a\\n=b"', 'product: c', covered], year('A', 2026)),
      'b.yaml': file(['environment: a', 'product: "b\\n=c"', covered], year('B', 2027)),
    };
    assert.deepEqual(products(together(texts)), ['a/b\n=c: B', 'a\n=b/c: A']);
  });

  it('to nothing where there are none', () => {
    assert.deepEqual(together({}).products, []);
    assert.deepEqual(together({ 'a.yaml': file([covered]) }).products, []);
  });

  it('in the order of begin, end and place, whatever the files’ order', () => {
    const texts = {
      'a.yaml': file([covered], 'A 2026-03-01..2026-12-31', 'B 2026-01-01..2026-12-31', 'C ..2026-06-30'),
      'b.yaml': file([covered], 'D 2026-01-01..2026-06-30', 'E 2026-03-01..2026-12-31', 'F 2026-03-01..never'),
    };
    assert.deepEqual(products(together(texts)), ['-/P: C D B A E F']);
  });
});

const hole = [year('A', 2026), 'B 2027-01-11..never'];
const whole = '2027-01-01T00:00:00.000Z 240 h';

describe('an acceptance joins', () => {
  const accepting = (fields: string, ...top: string[]) =>
    `${top.join('\n')}\nlicenses: []\nacceptedGaps: [{ from: 2027-01-01, until: 2027-01-11${fields} }]\n`;
  const cases: readonly (readonly [string, string, 'accepted' | 'open', 'accepted' | 'open'])[] = [
    ['by product from another file', accepting(', product: P'), 'accepted', 'open'],
    ['by product without case', accepting(', product: p'), 'accepted', 'open'],
    ['not by another product', accepting(', product: Q'), 'open', 'open'],
    ['not without a product from another file', accepting(''), 'open', 'open'],
    [
      'not by the product of the other file, which the acceptance does not name',
      accepting('', 'product: P'),
      'open',
      'open',
    ],
    ['not by another environment', accepting(', product: P, environment: test'), 'open', 'open'],
    ['not by the environment of its file', accepting(', product: P', 'environment: test'), 'open', 'open'],
  ];
  for (const [title, text, joined, apart] of cases) {
    it(title, () => {
      const texts = { 'a.yaml': file([covered], ...hole), 'b.yaml': text };
      assert.deepEqual(gaps(together(texts)), [`${joined} ${whole}`]);
      assert.deepEqual(gaps(together(texts, { joinFiles: false })), [`${apart} ${whole}`]);
    });
  }

  it('by product, where it names no environment, in all of them', () => {
    const inTest = hole.map(entry => `${entry.includes('never') ? `${entry} ` : entry}environment: test`);
    const texts = { 'a.yaml': file([covered], ...hole, ...inTest), 'b.yaml': accepting(', product: P') };
    assert.deepEqual(gaps(together(texts)), [`accepted ${whole}`, `accepted ${whole}`]);
  });

  it('by environment, without case, only there', () => {
    const inTest = hole.map(entry => `${entry.includes('never') ? `${entry} ` : entry}environment: Test`);
    const texts = {
      'a.yaml': file([covered], ...hole, ...inTest),
      'b.yaml': accepting(', product: P, environment: TEST'),
    };
    assert.deepEqual(gaps(together(texts)), [`open ${whole}`, `accepted ${whole}`]);
  });

  it('without a product with all that its own document has, there and elsewhere', () => {
    const own = file([covered, 'acceptedGaps: [{ from: 2027-01-01, until: 2027-01-11 }]'], year('A', 2026));
    const other = file(
      [covered],
      'B 2027-01-11..never',
      'C 2026-01-01..2026-12-31 product: Q',
      'D 2027-01-11..never product: Q',
    );
    assert.deepEqual(gaps(together({ 'a.yaml': own, 'b.yaml': other })), [`accepted ${whole}`, `open ${whole}`]);
  });

  it('with the unnamed product of its document', () => {
    const text = unnamed(file([covered, 'acceptedGaps: [{ from: 2027-01-01, until: 2027-01-11 }]'], ...hole));
    const other = unnamed(file([covered], ...hole));
    assert.deepEqual(gaps(together({ 'a.yaml': text, 'b.yaml': other })), [`accepted ${whole}`, `open ${whole}`]);
  });

  it('not with an unnamed product by a name', () => {
    const text = unnamed(file([covered, 'acceptedGaps: [{ product: undefined }]'], ...hole));
    assert.deepEqual(gaps(together({ 'a.yaml': text })), [`open ${whole}`]);
  });
});

describe('a need joins', () => {
  const asking = (...top: string[]) =>
    `${['expiryDay: covered', ...top].join('\n')}\nlicenses: []\nrequired: { from: 2026-12-01, until: 2027-02-01 }\n`;
  const year26 = file([covered], year('A', 2026));
  const after = 'open 2027-01-01T00:00:00.000Z 744 h';
  const all = 'open 2026-12-01T00:00:00.000Z 1488 h';

  it('by product with another file', () => {
    const texts = { 'a.yaml': year26, 'b.yaml': asking('product: p') };
    assert.deepEqual(gaps(together(texts)), [after]);
    assert.deepEqual(gaps(together(texts, { joinFiles: false })), [all]);
    assert.deepEqual(products(together(texts, { joinFiles: false })), ['-/P: A', '-/p: ']);
  });

  it('by environment too', () => {
    const texts = { 'a.yaml': year26, 'b.yaml': asking('product: P', 'environment: test') };
    assert.deepEqual(products(together(texts)), ['-/P: A', 'test/P: ']);
    assert.deepEqual(gaps(together(texts)), [all]);
    const inTest = { 'a.yaml': file([covered, 'environment: TEST'], year('A', 2026)), 'b.yaml': texts['b.yaml'] };
    assert.deepEqual(gaps(together(inTest)), [after]);
  });

  it('without an environment, by product in each of them', () => {
    const texts = {
      'a.yaml': file([covered], year('A', 2026, 'environment: x'), year('B', 2026, 'environment: y')),
      'b.yaml': asking('product: P'),
    };
    assert.deepEqual(gaps(together(texts)), [after, after]);
  });

  it('without a product with each product of its own document, and no other', () => {
    const own = unnamed(
      file([covered, 'required: { until: 2027-02-01 }'], year('A', 2026), year('B', 2026, 'product: Q')),
    );
    const other = file([covered], year('C', 2026, 'product: R'));
    const report = together({ 'a.yaml': own, 'b.yaml': other });
    assert.deepEqual(products(report), ['-/-: A', '-/Q: B', '-/R: C']);
    assert.deepEqual(gaps(report), [after, after]);
  });

  it('without a product is met by any product of its own document', () => {
    const text = unnamed(
      file([covered, 'required: { from: 2026-12-01, until: 2027-02-01 }'], year('B', 2026, 'product: Q')),
    );
    assert.deepEqual(products(together({ 'a.yaml': text })), ['-/Q: B']);
    assert.deepEqual(gaps(together({ 'a.yaml': text })), [after]);
  });

  it('apart is met in its own document alone, in any environment', () => {
    const texts = {
      'a.yaml': file([covered, 'required: { from: 2026-12-01, until: 2027-02-01 }'], year('A', 2026, 'environment: x')),
      'b.yaml': year26.replace('id: A', 'id: B'),
    };
    const report = together(texts, { joinFiles: false });
    assert.deepEqual(products(report), ['-/P: B', 'x/P: A']);
    assert.deepEqual(gaps(report), [after]);
  });

  it('holds once, though environments come and go', () => {
    const text = file(
      [covered, 'required: { until: 2030-01-01 }', 'acceptedGaps: [{ from: 2029-01-01 }]', 'product:'],
      ...[year('A', 2026, 'environment: x'), year('B', 2026), year('C', 2027, 'environment: x'), year('D', 2027)],
    );
    const report = together({ 'a.yaml': text });
    assert.deepEqual(products(report), ['-/-: B D', 'x/-: A C']);
    assert.deepEqual(
      report.products.map(({ required, accepted }) => [required.length, accepted.length]),
      [
        [1, 1],
        [1, 1],
      ],
    );
  });

  it('without any license and with one bound only makes no product', () => {
    for (const bounds of ['from: 2026-12-01', 'until: 2027-02-01', 'seats: 5']) {
      const text = file([covered, `required: { ${bounds} }`]);
      assert.deepEqual(products(together({ 'a.yaml': text })), [], bounds);
    }
  });

  it('without a product and without any license is one gap of an unnamed product', () => {
    const texts = { 'a.yaml': asking(), 'b.yaml': year26 };
    assert.deepEqual(products(together(texts)), ['-/-: ', '-/P: A']);
    assert.deepEqual(gaps(together(texts)), [all]);
  });

  it('of two files without any license is one gap', () => {
    const texts = { 'a.yaml': asking('product: P'), 'b.yaml': asking('product: p') };
    assert.deepEqual(gaps(together(texts)), [all]);
    assert.deepEqual(gaps(together(texts, { joinFiles: false })), [all, all]);
  });
});

describe('broken entries are counted', () => {
  const wrong = 'X soon..never';

  it('for their product in all files, without case', () => {
    const texts = {
      'a.yaml': file([covered], year('A', 2026), wrong),
      'b.yaml': file([covered], year('B', 2027, 'product: Q'), `${wrong} product: p`, `${wrong} product: Q`),
    };
    assert.deepEqual(brokenOf(together(texts)), ['P 2', 'Q 1']);
  });

  it('as none where all can be read', () => {
    assert.deepEqual(brokenOf(together({ 'a.yaml': file([covered], year('A', 2026)) })), ['P 0']);
  });

  it('together with those that say nothing readable', () => {
    const entry = (fields: string) => `{"product":"P",${fields}}`;
    const text = `{"expiryDay":"covered","licenses":[${entry('"starts":"2026-01-01"')},@,${entry('"starts":"soon"')}]}`;
    const report = together({ 'a.json': text });
    const { broken } = report.files[0]!;
    assert.ok(broken.some(({ unreadable }) => unreadable) && broken.some(({ unreadable }) => !unreadable));
    assert.deepEqual(brokenOf(report), [`P ${broken.length}`]);
  });

  it('for their environment only', () => {
    const texts = {
      'a.yaml': file([covered], year('A', 2026), `${wrong} environment: test`, year('B', 2026, 'environment: TEST')),
    };
    assert.deepEqual(brokenOf(together(texts)), ['P 0', 'P 1']);
  });

  it('without a product for the unnamed one of their file', () => {
    const texts = {
      'a.yaml': unnamed(file([covered], year('A', 2026), wrong, wrong)),
      'b.yaml': unnamed(file([covered], year('B', 2026), year('C', 2026, 'product: P'))),
    };
    assert.deepEqual(brokenOf(together(texts)), ['- 2', '- 0', 'P 0']);
  });

  it('for every product of their file where not even the product can be read', () => {
    const texts = {
      'a.json':
        '{"expiryDay":"covered","licenses":[{"id":"A","product":"P","starts":"2026-01-01","expires":"2026-12-31"},@,@]}',
      'b.yaml': file([covered], year('B', 2027), year('C', 2027, 'product: Q')),
    };
    const report = together(texts);
    assert.deepEqual(products(report), ['-/P: A B', '-/Q: C']);
    // Each complaint outside of an entry may have cost one.
    const torn = report.files[0]!.broken.length;
    assert.ok(torn > 1);
    assert.deepEqual(brokenOf(report), [`P ${torn}`, 'Q 0']);
  });
});
