// The timeline as Markdown: what an independent reader makes of it, whatever the names in it are.
import assert from 'node:assert/strict';
import { shown } from '../../../src/core/text';
import { emptyTimeline, type TimelineModel } from '../../../src/core/timeline';
import { anonymous } from '../../../src/core/timeline/anonymous';
import { isLack, itemAt, kindAt } from '../../../src/core/timeline/columns';
import { markdownText } from '../../../src/core/timeline/export-markdown';
import * as words from '../../../src/core/timeline/words';
import { view } from '../../../src/core/timeline/words/view';
import { at, sample } from '../read';
import { allKinds, canary, hostileNames, modelNamed, modelOf, modelOfAll, stories } from './export-models';

interface Token {
  readonly type: string;
  readonly content: string;
  readonly children: readonly Token[] | null;
}

// As VS Code's preview reads it, the setting that makes links of addresses included.
const MarkdownIt = require('markdown-it');
const reader: { parse(text: string, env: object): readonly Token[] } = new MarkdownIt({ html: true, linkify: true });
(reader as unknown as { linkify: { set(options: object): void } }).linkify.set({ fuzzyLink: false });

interface Document {
  readonly headings: readonly string[];
  /** Other than headings and cells. */
  readonly lines: readonly string[];
  readonly tables: readonly (readonly (readonly string[])[])[];
}

/** Fails at any markup that is not ours. */
function parsed(text: string): Document {
  const headings: string[] = [];
  const lines: string[] = [];
  const tables: string[][][] = [];
  let within = '';
  for (const { type, content, children } of reader.parse(text, {})) {
    if (type === 'table_open') tables.push([]);
    if (type === 'tr_open') tables.at(-1)!.push([]);
    if (/^(?:heading|paragraph|th|td)_open$/.test(type)) within = type;
    if (type !== 'inline') {
      assert.match(type, /^(?:heading|paragraph|bullet_list|list_item|table|thead|tbody|tr|th|td)_(?:open|close)$/);
      continue;
    }
    for (const child of children!) assert.equal(child.type, 'text', JSON.stringify([child.type, content]));
    const said = children!.map(child => child.content).join('');
    if (within === 'heading_open') headings.push(said);
    else if (within === 'paragraph_open') lines.push(said);
    else tables.at(-1)!.at(-1)!.push(said);
  }
  return { headings, lines, tables };
}

/** White space at the ends of a cell is none of it. */
function cellOf(text: string): string {
  return text.trim();
}

function assertTells(model: TimelineModel): Document {
  const document = parsed(markdownText(model));
  const lines: string[][] = [];
  for (const row of model.rows) {
    for (let id = row.first; id < row.end; id++) {
      const item = itemAt(model.items, model.labels, id);
      lines.push([words.rowTitle(row), words.kindNames[item.kind], item.label].map(cellOf));
    }
  }
  const all = document.tables.at(-1)!;
  assert.deepEqual(all[0], Object.values(view.columns));
  assert.deepEqual(
    all.slice(1).map(cells => cells.slice(0, 3)),
    lines,
  );
  for (const cells of document.tables.flat()) assert.equal(cells.length, all[0]!.length);
  return document;
}

describe('the timeline as Markdown', () => {
  for (const [name, model] of stories()) {
    it(`${name}: headings, figures, gaps, and everything`, () => {
      const { headings, lines, tables } = assertTells(model);
      assert.deepEqual(headings, [`Coverage: ${name}`, 'Gaps', 'All licenses and gaps']);
      assert.deepEqual(
        lines.slice(0, model.figures.length),
        model.figures.map(({ text }) => text),
      );
      assert.match(lines.at(-1)!, /^As of 2\d Nov 2026, time zone \S+\.$/);
      const lacks = model.labels.filter((_, id) => isLack(kindAt(model.items, id)));
      assert.equal(tables[0]!.length, lacks.length + 1);
    });
  }

  it('the story, word for word', () => {
    assert.equal(
      markdownText(modelOf('story.json', sample('story.json'))).split('\n## All')[0],
      `# Coverage: story.json

- 1 product
- 3 licenses
- 2 gaps (47 h)

As of 21 Nov 2026, time zone America/Chicago.

## Gaps

| Product | What | License | From | Until | Length | Seats | Line |
| --- | --- | --- | --- | --- | --- | --- | --- |
| CrashPlan (production) | Coverage gap |  | 30 Nov 2026 | 1 Dec 2026 | 24 h |  | line 13 |
| CrashPlan (production) | Coverage gap |  | 14 Mar 2027 | 15 Mar 2027 | 23 h |  | line 21 |
| CrashPlan (production) | Stretch that waits for a key |  | 15 Mar 2027 | – | an open time |  | line 25 |
`,
    );
  });

  it('gaps of all products in the order of time, lacks of seats among them', () => {
    const { tables } = assertTells(modelOf('licenses.yaml', allKinds));
    assert.deepEqual(
      tables[0]!.slice(1).map(([, kind, , from, , , seats]) => [kind, from, seats].join(' ').trim()),
      [
        'Accepted gap 1 Jun 2024',
        'Too few seats 1 Jan 2025 4 of 10 seats',
        'Possible gap 1 Jan 2026',
        'Coverage gap 1 Dec 2026',
        'Stretch that waits for a key 1 Jan 2027',
      ],
    );
  });

  it('says that there is no gap', () => {
    const text = markdownText(modelOf('licenses.json', '[{ "product": "P", "starts": "2026-01-01" }]'));
    assert.match(text, /\n## Gaps\n\nNone\.\n\n## All/);
  });

  it('says what it could not read, and has no tables where there is nothing', () => {
    const torn = modelOf('licenses.yaml', `${allKinds}  - { product: Foo, starts: soon }\n  - [`);
    const { lines } = parsed(markdownText(torn));
    assert.ok(lines.some(line => /^\d record/.test(line)));
    assert.ok(lines.some(line => /^line \d+: /.test(line)));
    const none = parsed(markdownText(emptyTimeline(at).model));
    assert.deepEqual([none.headings.length, none.tables], [1, []]);
  });

  it('names stay text whatever they are', () => {
    for (const name of hostileNames()) {
      const model = modelNamed(name);
      const text = markdownText(model);
      assert.ok(!text.includes(canary));
      const { tables } = assertTells(model);
      const said = shown(name.trim());
      for (const [first] of tables.at(-1)!.slice(1))
        assert.ok(said === '' || first === cellOf(`${said} (${said})`), JSON.stringify([name, first]));
      // What looks for HTML before Markdown finds none, and what looks for addresses none either.
      assert.doesNotMatch(text, /<|https?:|www\.|[^\\\s]@\S+\.\w/i, JSON.stringify(name));
    }
  }).timeout(60_000);

  it('only what would be markup is escaped', () => {
    const plain = "Acme CAD 12.5-3 (EU), a_b & Söhne's 日本語 + more!";
    assert.ok(markdownText(modelNamed(plain)).includes(plain.replace('&', '&amp;')));
    const markup = ['\\`*[]~$#|@:x', '_a_', 'www.x', '<b>'];
    const escaped = ['\\\\\\`\\*\\[\\]\\~\\$\\#\\|\\@\\:x', '\\_a\\_', 'www\\.x', '&lt;b&gt;'];
    for (const [i, name] of markup.entries())
      assert.ok(markdownText(modelNamed(name)).includes(`| ${escaped[i]} (${escaped[i]}) |`), name);
  });

  it('has no folder in it', () => {
    const license = '[{ "product": "P", "starts": "2026-01-01" }, { "product": "P", "starts": "soon" }, [';
    const model = modelOfAll(['/home/me/licenses.json', license], ['/home/you/licenses.json', license]);
    assert.ok(model.problems.some(({ text }) => text.includes('/home/')));
    assert.doesNotMatch(markdownText(model), /home/);
  });

  it('says no name where none is to be told', () => {
    const model = anonymous(modelOf('secret/Acme.yaml', allKinds.replaceAll('Foo', 'AcmeSuite')));
    assert.doesNotMatch(markdownText(model), /acme|F\d|prod\b|secret/i);
    assertTells(model);
  });
});
