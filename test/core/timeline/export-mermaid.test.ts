// The timeline as a Mermaid chart: every line is one that Mermaid's grammar knows, and says what the model says.
import assert from 'node:assert/strict';
import { shown } from '../../../src/core/text';
import { emptyTimeline, type TimelineModel } from '../../../src/core/timeline';
import { anonymous } from '../../../src/core/timeline/anonymous';
import { itemAt } from '../../../src/core/timeline/columns';
import { mermaidText } from '../../../src/core/timeline/export-mermaid';
import * as words from '../../../src/core/timeline/words';
import { at, iso, sample } from '../read';
import { allKinds, canary, hostileNames, modelNamed, modelOf, stories } from './export-models';

interface Task {
  readonly section: string;
  readonly name: string;
  readonly tags: readonly string[];
  readonly id: string;
  readonly from: string;
  readonly until: string;
}

interface Chart {
  readonly title: string;
  readonly accTitle: string;
  readonly accDescr: string;
  readonly tasks: readonly Task[];
}

/** As Mermaid does it: numbers of code points, between `#` and `;`. */
function decoded(text: string): string {
  // None of what its lexer stops at, or takes for a comment, a directive, a quote, a tag or a formula.
  assert.doesNotMatch(text.replace(/#\d+;/g, ''), /[#;:%{}"'<>&$`\\\n\r]/);
  return text.replace(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

const moment = '\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d';
const head = [
  'gantt',
  '  accTitle: (?<accTitle>.+)',
  '  accDescr: (?<accDescr>.+)',
  '  title (?<title>.+)',
  '  dateFormat YYYY-MM-DD HH:mm',
  '  axisFormat %Y-%m-%d\n',
].join('\n');

/** Fails at any line that is not of the grammar: https://mermaid.js.org/syntax/gantt.html. */
function parsed(text: string): Chart {
  const found = new RegExp(`^${head}`).exec(text);
  assert.ok(found, text.slice(0, 200));
  const { title, accTitle, accDescr } = found.groups!;
  const tasks: Task[] = [];
  let section: string | undefined;
  for (const line of text.slice(found[0].length).split('\n').slice(0, -1)) {
    const own = /^ {2}section (.*\S.*)$/.exec(line);
    if (own) {
      section = decoded(own[1]!);
      continue;
    }
    const task = new RegExp(
      `^ {4}([^:]*) :((?:(?:done|active|crit|milestone), )*)(i\\d+), (${moment}), (${moment})$`,
    ).exec(line);
    assert.ok(task && section !== undefined, line);
    // What begins with a word of ours is no command.
    assert.match(line, /^ {4}(?:License|Coverage gap|Possible gap|Stretch|Accepted gap|Too few seats)/);
    const tags = task[2]!.split(', ').slice(0, -1);
    tasks.push({ section, name: decoded(task[1]!), tags, id: task[3]!, from: task[4]!, until: task[5]! });
    assert.ok(task[4]! <= task[5]!, line);
  }
  assert.equal(new Set(tasks.map(({ id }) => id)).size, tasks.length);
  return { title: decoded(title!), accTitle: decoded(accTitle!), accDescr: decoded(accDescr!), tasks };
}

function chartOf(model: TimelineModel): Chart {
  const text = mermaidText(model);
  assert.ok(text.length <= 50_000 && !text.includes(canary));
  return parsed(text);
}

describe('the timeline as a Mermaid chart', () => {
  for (const [name, model] of stories()) {
    it(`${name}: a task for each item, below its product`, () => {
      const { title, accTitle, accDescr, tasks } = chartOf(model);
      assert.deepEqual([title, accTitle], [`Coverage: ${name}`, `Coverage: ${name}`]);
      assert.equal(accDescr, model.figures.map(({ text }) => text).join(' · '));
      assert.equal(tasks.length, model.labels.length);
      const known = new Set(tasks.map(task => `${task.section}\n${task.name}`));
      for (const row of model.rows)
        for (let id = row.first; id < row.end; id++)
          assert.ok(known.has(`${words.rowTitle(row)}\n${words.taskName(itemAt(model.items, model.labels, id))}`));
    });
  }

  it('the story, word for word', () => {
    assert.equal(
      mermaidText(modelOf('story.json', sample('story.json'))),
      `gantt
  accTitle: Coverage#58; story.json
  accDescr: 1 product · 3 licenses · 2 gaps (47 h)
  title Coverage#58; story.json
  dateFormat YYYY-MM-DD HH:mm
  axisFormat %Y-%m-%d
  section CrashPlan (production)
    License LIC-2025 :i0, 2025-12-01 00:00, 2026-11-30 00:00
    Coverage gap, 24 h :crit, i1, 2026-11-30 00:00, 2026-12-01 00:00
    License LIC-2026 :i2, 2026-12-01 00:00, 2027-03-14 00:00
    Coverage gap, 23 h :crit, i3, 2027-03-14 00:00, 2027-03-15 00:00
    License LIC-2027, waits for its key, no end :active, i4, 2027-03-15 00:00, 2027-04-07 10:45
    Stretch that waits for a key, an open time :active, i5, 2027-03-15 00:00, 2027-04-07 10:45
`,
    );
  });

  it('kinds by name and tag, next gap first, open ends at those of the model', () => {
    const model = modelOf('licenses.yaml', allKinds);
    const [begin, end] = [model.from, model.until].map(bound => iso(bound).slice(0, 16).replace('T', ' '));
    const { tasks } = chartOf(model);
    assert.deepEqual(
      tasks.map(({ section, name, tags, from, until }) => [section, name, tags.join('+'), from, until].join(' | ')),
      [
        'Foo (prod) | License F0 | done | 2024-01-01 00:00 | 2024-06-01 00:00',
        'Foo (prod) | Accepted gap, 30 days | done+crit | 2024-06-01 00:00 | 2024-07-01 00:00',
        'Foo (prod) | License F1 | done | 2024-07-01 00:00 | 2025-01-01 00:00',
        'Foo (prod) | License F2 |  | 2025-01-01 00:00 | 2026-12-01 00:00',
        'Foo (prod) | Too few seats, 4 of 10 seats | crit | 2025-01-01 00:00 | 2026-12-01 00:00',
        'Foo (prod) | License that ends before it begins | crit+milestone | 2026-11-01 00:00 | 2026-11-01 00:00',
        'Foo (prod) | Coverage gap, 31 days | crit | 2026-12-01 00:00 | 2027-01-01 00:00',
        'Foo (prod) | License F3, waits for its key | active | 2027-01-01 00:00 | 2027-02-01 00:00',
        'Foo (prod) | Stretch that waits for a key, 31 days | active | 2027-01-01 00:00 | 2027-02-01 00:00',
        `Foo (lab) | License, no beginning |  | ${begin} | 2026-12-05 06:30`,
        `Foo (test) | License F5, no beginning | done | ${begin} | 2026-01-01 00:00`,
        'Foo (test) | Possible gap, 24 h | active+crit | 2026-01-01 00:00 | 2026-01-02 00:00',
        `Foo (test) | License F6, no end |  | 2026-01-02 00:00 | ${end}`,
      ],
    );
  });

  it('times are those of the clocks that the license goes by', () => {
    const entries = ['America/Chicago', 'Asia/Tokyo'].map(
      timezone =>
        `  - { product: P, timezone: ${timezone}, expiryDay: uncovered, starts: 2026-01-01, expires: 2027-01-01 }\n`,
    );
    const { tasks } = chartOf(modelOf('licenses.yaml', `licenses:\n${entries.join('')}`));
    const ends = tasks.filter(({ name }) => name === 'License').map(({ from, until }) => `${from} ${until}`);
    assert.deepEqual(ends, Array(2).fill('2026-01-01 00:00 2027-01-01 00:00'));
  });

  it('what is too far away is drawn at the edge', () => {
    const text = 'licenses: [{ product: P, id: A, starts: 1901-01-01, expires: 9000-01-01 }]';
    const { tasks } = chartOf(modelOf('licenses.yaml', text));
    assert.deepEqual(
      tasks.filter(({ name }) => name === 'License A').map(({ from, until }) => [from.slice(0, 4), until.slice(0, 4)]),
      [['2026', '2026']],
    );
  });

  it('names stay text whatever they are', () => {
    for (const name of hostileNames()) {
      const said = shown(name.trim());
      const { tasks, title } = chartOf(modelNamed(name));
      for (const { section, name: task } of tasks) {
        assert.ok(said === '' || section === `${said} (${said})`.trim(), JSON.stringify([name, section]));
        assert.ok(
          said === '' || !task.startsWith('License') || task.startsWith(`License ${said}`),
          JSON.stringify(task),
        );
      }
      assert.match(title, /^Coverage: /);
    }
  }).timeout(60_000);

  it('a product without a name is a section all the same', () => {
    const model = modelNamed('P');
    const rows = model.rows.map(row => ({ ...row, label: ' ', detail: null }));
    assert.equal(chartOf({ ...model, rows }).tasks[0]!.section, 'The unnamed product');
  });

  it('has as much as Mermaid draws, next gaps first, and says what it lacks', () => {
    const licenses = Array.from({ length: 2_500 }, (_, i) => [
      { product: `P${i}`, id: `A${i}`, starts: '2025-12-01', expires: '2026-11-30' },
      { product: `P${i}`, id: `B${i}`, starts: `2026-12-${i === 2_000 ? '01' : '02'}`, expires: '2027-11-30' },
    ]);
    const model = modelOf('licenses.json', JSON.stringify({ expiryDay: 'covered', licenses: licenses.flat() }));
    const { tasks, title } = chartOf(model);
    assert.ok(tasks.length > 500);
    assert.equal(title, `Coverage: licenses.json, the first ${tasks.length} of 7,499 licenses and gaps`);
    assert.ok(mermaidText(model).length > 49_800);
  }).timeout(60_000);

  it('is a chart where there is nothing', () => {
    assert.deepEqual(chartOf(emptyTimeline(at).model).tasks, []);
  });

  it('says no name where none is to be told', () => {
    const model = anonymous(modelOf('secret/Acme.yaml', allKinds.replaceAll('Foo', 'AcmeSuite')));
    assert.doesNotMatch(mermaidText(model), /acme|F\d|prod\b|secret/i);
    chartOf(model);
  });
});
