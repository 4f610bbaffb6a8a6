// The keys by which items are known again in the next picture: the same as long as the item is, and never two alike.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { LicenseFile, Term } from '../../../src/core/model';
import { type Timeline, timelineOf } from '../../../src/core/timeline';
import { at, readText, sample } from '../read';
import {
  entriesOf,
  file,
  items,
  options,
  product,
  reportOf,
  timelineFor,
  timelineOfAll,
  timelineOfFiles,
} from './pictures';

function keys(timeline: Timeline): readonly number[] {
  return items(timeline).map(({ key }) => key);
}

function rowKeys({ model }: Timeline): readonly number[] {
  return model.rows.map(({ key }) => key);
}

function assertUnique(timeline: Timeline): void {
  for (const own of [keys(timeline), rowKeys(timeline)]) {
    assert.equal(new Set(own).size, own.length);
    assert.ok(own.every(key => Number.isSafeInteger(key) && key > 0));
  }
}

/** A file of many licenses, made of one: `change` says what each has of its own. */
function manyTerms(count: number, change: (i: number) => Partial<Term>): LicenseFile {
  const read = readText('licenses.yaml', file('covered', 'A 2026-01-01 2026-06-30'));
  return { ...read, terms: Array.from({ length: count }, (_, i): Term => ({ ...read.terms[0]!, ...change(i) })) };
}

describe('keys', () => {
  it('are those of before when the text moves and other items come and go', () => {
    const before = timelineOfFiles([readText('story.yaml', sample('story.yaml'))]);
    const moved = timelineOfFiles([readText('story.yaml', `# one line more\n${sample('story.yaml')}`)]);
    assert.deepEqual(keys(moved), keys(before));
    assert.deepEqual(rowKeys(moved), rowKeys(before));
    const few = timelineFor(file('covered', 'A 2026-01-01 2026-06-30', 'B 2026-07-05 2026-12-31'));
    const more = timelineFor(
      product('O', 'covered', 'X 2026-01-01 never') +
        entriesOf('P', 'covered', 'Z 2020-01-01 2025-12-31', 'A 2026-01-01 2026-06-30', 'B 2026-07-05 2026-12-31'),
    );
    assert.deepEqual(keys(more).slice(2), keys(few));
    assert.deepEqual(rowKeys(more).slice(1), rowKeys(few));
  });

  it('are those of before whichever of the other licenses are there', () => {
    const all = Array.from({ length: 12 }, (_, i) => `ID-${i} 2026-${String(i + 1).padStart(2, '0')}-01 2027-06-30`);
    const byId = ({ model }: Timeline) => new Map(model.labels.map((label, id) => [label, model.items.key[id]]));
    const whole = byId(timelineFor(file('covered', ...all)));
    fc.assert(
      fc.property(fc.subarray(all, { minLength: 1 }), some => {
        const part = byId(timelineFor(file('covered', ...some)));
        for (const [label, key] of part) assert.equal(key, whole.get(label));
      }),
      { numRuns: 100 },
    );
  });

  it('are those of before for licenses without an id, where one comes before them', () => {
    const line = (starts: string, expires: string) =>
      `  - { product: P, expiryDay: covered, starts: ${starts}, expires: ${expires} }\n`;
    const own = line('2026-01-01', '2026-06-30') + line('2026-07-01', '2026-12-31');
    const before = keys(timelineFor(`licenses:\n${own}`));
    const after = keys(timelineFor(`licenses:\n${line('2025-01-01', '2025-12-31')}${own}`));
    assert.deepEqual(after.slice(1), before);
    assert.notEqual(after[0], before[0]);
  });

  it('are those of before for a license that is given a key, or whose dates are changed', () => {
    const [pending, real, later] = [
      file('covered', 'A 2026-01-01 2026-06-30 key=TODO'),
      file('covered', 'A 2026-01-01 2026-06-30 key=3F9A'),
      file('covered', 'A 2026-02-01 2026-09-30 key=3F9A'),
    ].map(text => keys(timelineFor(text))[0]);
    assert.deepEqual([pending, later], [real, real]);
  });

  it('of a gap are those of its beginning', () => {
    const gap = (starts: string) =>
      keys(timelineFor(file('covered', 'A 2026-01-01 2026-06-30', `B ${starts} 2027-12-31`)))[1];
    assert.equal(gap('2026-07-10'), gap('2026-08-01'));
  });

  it('are each its own, even where ids repeat or lack, and files and products share a name', () => {
    assertUnique(
      timelineFor(file('covered', 'A 2026-01-01 2026-06-30', 'A 2026-07-01 2026-12-31', 'A 2027-02-01 2027-03-01')),
    );
    assertUnique(
      timelineFor(`licenses:\n${'  - { product: P, starts: 2026-01-01, expires: 2026-06-30 }\n'.repeat(9)}`),
    );
    const invalid = '  - { product: P, starts: 2026-06-30, expires: 2026-01-01 }\n';
    assertUnique(timelineFor(file('covered', 'A 2026-01-01 2026-06-30') + invalid.repeat(3)));
    const unnamed =
      'licenses:\n  - { id: A, starts: 2026-01-01, expires: 2026-06-30 }\n  - { id: B, starts: 2026-08-01, expires: never }\n';
    const documents = readText('two.yaml', `${unnamed}---\n${unnamed}`);
    const others = ['a', 'b'].map(folder =>
      readText(`${folder}/licenses.yaml`, unnamed + entriesOf('P', 'covered', 'A 2026-01-01 2026-06-30')),
    );
    const all = timelineOfAll([documents, ...others], { joinFiles: false });
    assert.equal(all.model.rows.length, 6);
    assertUnique(all);
    assertUnique(
      timelineOf(
        others.map(each => reportOf([each])),
        undefined,
        options,
      ),
    );
  });

  it('of unnamed products are those of before when another file has one too', () => {
    const unnamed = 'licenses:\n  - { id: A, starts: 2026-01-01, expires: 2026-06-30 }\n';
    const [a, b] = ['a', 'b'].map(folder => readText(`${folder}/licenses.yaml`, unnamed));
    const [alone, both] = [timelineOfAll([b!]), timelineOfAll([a!, b!])];
    assert.deepEqual([rowKeys(both)[1], keys(both)[1]], [rowKeys(alone)[0], keys(alone)[0]]);
  });

  it('of a product that several folders have are those of before when one of them goes', () => {
    const [a, b, c] = ['a', 'b', 'c'].map(folder =>
      reportOf([readText(`${folder}/licenses.yaml`, file('covered', 'A 2026-01-01 2026-06-30', 'B 2026-08-01 never'))]),
    );
    const [three, two] = [
      [a!, b!, c!],
      [b!, c!],
    ].map(reports => timelineOf(reports, undefined, options));
    assert.deepEqual(rowKeys(two!), rowKeys(three!).slice(1));
    assert.deepEqual(keys(two!), keys(three!).slice(3));
  });

  it('are other ones where the product, the environment, the file or the id is another', () => {
    const made = ['P, id: A', 'Q, id: A', 'P, id: B', 'P, environment: test, id: A'].map(
      fields => keys(timelineFor(`licenses:\n  - { product: ${fields}, starts: 2026-01-01, expires: never }\n`))[0],
    );
    const other = readText('other.yaml', file('covered', 'A 2026-01-01 never'));
    assert.equal(new Set([...made, keys(timelineOfFiles([other]))[0]]).size, 5);
  });

  it('of 100,000 items don’t collide, whether their ids count up, are drawn, or lack', () => {
    const day = 86_400_000;
    const stretch = (i: number) => {
      const from = at + Math.floor(i / 1_000) * 40 * day + (i % 7) * 3_600_000;
      return { from, until: from + 35 * day };
    };
    const hex = (i: number) => (Math.imul(i + 1, 0x9e3779b1) >>> 0).toString(16);
    const ids: readonly ((i: number) => string | undefined)[] = [
      i => `LIC-${i}`,
      i => `${hex(i)}-${hex(i + 7)}`,
      () => undefined,
    ];
    for (const id of ids) {
      const whole = manyTerms(60_000, i => ({ ...stretch(i), id: id(i), product: `Product ${i % 1_000}` }));
      const timeline = timelineOf([reportOf([whole])], whole, options);
      assert.ok(timeline.model.labels.length > 100_000);
      assertUnique(timeline);
    }
  }).timeout(30_000);
});
