// The timeline's model: what is drawn, where it leads, and what is said of it.
import assert from 'node:assert/strict';
import { analyze } from '../../src/core/analyze';
import type { LicenseFile, Term } from '../../src/core/model';
import { defaultSettings } from '../../src/core/settings';
import { type Timeline, type TimelineItem, timelineOf } from '../../src/core/timeline';
import { at, iso, readText, sample } from './read';

function timelineFor(...texts: readonly string[]): Timeline {
  return timelineOfFiles(texts.map((text, i) => readText(i === 0 ? 'licenses.yaml' : `other-${i}.yaml`, text)));
}

function timelineOfFiles(files: readonly LicenseFile[]): Timeline {
  return timelineOf(analyze(files, defaultSettings, at), files[0]!);
}

/** A file of one product whose expiry day counts as `expiryDay` says; terms as `id starts expires`. */
function file(expiryDay: string, ...terms: readonly string[]): string {
  return product('P', expiryDay, ...terms);
}

function product(name: string, expiryDay: string, ...terms: readonly string[]): string {
  const entries = terms.map(term => {
    const [id, starts, expires] = term.split(' ');
    return `  - { product: ${name}, expiryDay: ${expiryDay}, id: ${id}, starts: ${starts}, expires: ${expires} }\n`;
  });
  return `licenses:\n${entries.join('')}`;
}

function items({ model }: Timeline): readonly TimelineItem[] {
  return model.rows.flatMap(row => row.items);
}

/** `gap 2026-11-30T06:00:00.000Z 2026-12-01T06:00:00.000Z`: each item. */
function drawn(timeline: Timeline): string[] {
  return items(timeline).map(({ kind, from, until }) => `${kind} ${bound(from)} ${bound(until)}`);
}

function bound(instant: number | null): string {
  return instant === null ? 'open' : iso(instant);
}

const knownCase = file('uncovered', 'A 2025-12-01 2026-11-30', 'B 2026-12-01 2027-11-30').replace(
  'licenses:',
  'timezone: America/Chicago\nlicenses:',
);

describe('the timeline of the known case', () => {
  it('has both licenses and the day between them, in the order of time', () => {
    assert.deepEqual(drawn(timelineFor(knownCase)), [
      'term 2025-12-01T06:00:00.000Z 2026-11-30T06:00:00.000Z',
      'gap 2026-11-30T06:00:00.000Z 2026-12-01T06:00:00.000Z',
      'term 2026-12-01T06:00:00.000Z 2027-11-30T06:00:00.000Z',
    ]);
  });

  it('says so in words', () => {
    const timeline = timelineFor(knownCase);
    assert.equal(timeline.model.summary, '1 product · 2 licenses · 1 gap (24 h)');
    assert.match(items(timeline)[1]!.name, /^Coverage gap, P, .*, 24 h, line 3$/);
  });

  it('leads to the date that ends the coverage, and to whole entries', () => {
    const timeline = timelineFor(knownCase);
    const texts = items(timeline).map(({ id }) => {
      const { file, span } = timeline.places[id]!;
      return file.text.slice(span.start, span.end);
    });
    assert.equal(texts[1], '2026-11-30');
    assert.match(texts[0]!, /^\{ product: P.*id: A.*\}$/);
    assert.match(texts[2]!, /^\{ product: P.*id: B.*\}$/);
  });

  it('reaches around everything and has the clocks of that time', () => {
    const { model } = timelineFor(knownCase);
    assert.equal(model.zone, 'America/Chicago');
    assert.ok(model.from < Date.UTC(2025, 11, 1) && model.until > Date.UTC(2027, 10, 30));
    assert.ok(model.clocks[0]!.from <= model.from);
    assert.ok(model.clocks.some(({ from, offset }) => from === Date.UTC(2027, 2, 14, 8) && offset === -5 * 3_600_000));
  });
});

describe('a timeline', () => {
  it('is plain finite data, and names no key', () => {
    for (const name of ['story.yaml', 'story.json', 'story.toml']) {
      const text = sample(name);
      const read = readText(name, text);
      const { model } = timelineOf(analyze([read], defaultSettings, at), read);
      assert.deepEqual(JSON.parse(JSON.stringify(model)), model);
      walk(model);
      assert.equal(/3F9A|8D21|TODO ask/.test(JSON.stringify(model)), false);
    }
  });

  it('puts licenses that overlap into lanes of their own, and others into one', () => {
    const timeline = timelineFor(
      file('uncovered', 'A 2026-01-01 2026-06-01', 'B 2026-03-01 2026-09-01', 'C 2026-06-01 2026-12-01'),
    );
    assert.deepEqual(
      items(timeline).map(({ lane }) => lane),
      [0, 1, 0],
    );
    assert.equal(timeline.model.rows[0]!.lanes, 2);
  });

  it('gives each item a key of its own, even where ids repeat', () => {
    const timeline = timelineFor(
      file('covered', 'A 2026-01-01 2026-06-30', 'A 2026-07-01 2026-12-31', 'A 2027-02-01 2027-03-01'),
    );
    const keys = items(timeline).map(({ key }) => key);
    assert.equal(new Set(keys).size, 4);
    assert.deepEqual(
      items(timeline).map(({ id }) => id),
      [0, 1, 2, 3],
    );
  });

  it('keeps the keys of items when others come and go', () => {
    const before = items(timelineFor(file('covered', 'A 2026-01-01 2026-06-30', 'B 2026-07-05 2026-12-31')));
    const after = items(
      timelineFor(file('covered', 'Z 2020-01-01 2025-12-31', 'A 2026-01-01 2026-06-30', 'B 2026-07-05 2026-12-31')),
    );
    assert.deepEqual(
      after.slice(1).map(({ key }) => key),
      before.map(({ key }) => key),
    );
  });

  it('tells files of one name apart', () => {
    const text = file('covered', 'A 2026-01-01 2026-06-30');
    const [one, other] = ['a/licenses.yaml', 'b/licenses.yaml'].map(path => timelineOfFiles([readText(path, text)]));
    assert.equal(one!.model.title, other!.model.title);
    assert.notEqual(one!.model.file, other!.model.file);
    assert.equal(JSON.stringify(one!.model).includes('a/licenses'), false);
  });

  it('draws open ends as such', () => {
    assert.deepEqual(drawn(timelineFor('licenses:\n  - { product: P, id: A, starts: 2026-01-01, expires: never }\n')), [
      'term 2026-01-01T00:00:00.000Z open',
    ]);
  });

  it('draws each stretch that is not simply covered', () => {
    const accepted = '\nacceptedGaps:\n  - { product: P, from: 2026-06-30, until: 2026-07-05 }\n';
    const text = file('uncovered', 'A 2026-01-01 2026-06-30', 'B 2026-07-05 2026-12-31') + accepted;
    assert.deepEqual(
      items(timelineFor(text)).map(({ kind }) => kind),
      ['term', 'accepted-gap', 'term'],
    );
    const pending = `${file('covered', 'A 2026-01-01 2026-06-30')}  - { product: P, expiryDay: covered, id: B, key: TODO, starts: 2026-07-01, expires: never }\n`;
    const timeline = timelineFor(pending);
    const waiting = items(timeline).find(({ kind }) => kind === 'pending-gap')!;
    const { file: where, span } = timeline.places[waiting.id]!;
    assert.equal(where.text.slice(span.start, span.end), 'TODO');
  });

  it('draws the last day that may not count, before an open gap too', () => {
    const kinds = items(timelineFor(file('unstated', 'A 2026-01-01 2026-06-30', 'B 2026-07-05 2026-12-31'))).map(
      ({ kind, label }) => `${kind} ${label}`,
    );
    assert.deepEqual(kinds, ['term A', 'possible-gap 24 h?', 'gap GAP 4 days', 'term B']);
  });

  it('has terms of other files and says which file they stand in', () => {
    const timeline = timelineFor(
      file('covered', 'A 2026-01-01 2026-06-30'),
      file('covered', 'B 2026-07-01 2026-12-31'),
    );
    const [a, b] = items(timeline);
    assert.match(a!.name, /, line 2$/);
    assert.match(b!.name, /, line 2 of other-1\.yaml$/);
    assert.equal(timeline.places[b!.id]!.file.path, 'other-1.yaml');
  });

  it('leaves out products that the file does not name', () => {
    const { model } = timelineFor(
      file('covered', 'A 2026-01-01 2026-06-30'),
      product('Q', 'covered', 'B 2026-01-01 2027-01-01'),
    );
    assert.deepEqual(
      model.rows.map(({ label }) => label),
      ['P'],
    );
  });

  it('marks what is over', () => {
    const timeline = timelineFor(file('covered', 'A 2024-01-01 2024-06-30', 'B 2024-07-02 2027-12-31'));
    assert.deepEqual(
      items(timeline).map(({ past }) => past),
      [true, true, false],
    );
  });

  it('gives each product its worst state ahead', () => {
    const status = (...terms: string[]): string => timelineFor(file('covered', ...terms)).model.rows[0]!.status;
    assert.equal(status('A 2026-01-01 2027-06-30'), 'ok');
    assert.equal(status('A 2026-01-01 2027-06-30', 'B 2027-07-05 2028-01-01'), 'gap');
    assert.equal(status('A 2024-01-01 2024-06-30', 'B 2024-07-05 2028-01-01'), 'ok');
    assert.equal(status('A 2024-01-01 2024-06-30'), 'ended');
  });

  it('stands any number of licenses', () => {
    const read = readText('licenses.yaml', file('covered', 'A 2026-01-01 2026-06-30'));
    const [term] = read.terms;
    const terms = Array.from({ length: 150_000 }, (_, index): Term => {
      const from = term!.from + index * 86_400_000;
      return { ...term!, id: String(index), from, until: from + 86_400_000 };
    });
    const timeline = timelineOfFiles([{ ...read, terms }]);
    assert.match(timeline.model.summary, /150,000 licenses/);
    assert.ok(items(timeline).length <= 5_000);
    assert.match(timeline.model.notice!, /nearest/);
  });
});

describe('the summary of a timeline', () => {
  const summary = (...texts: string[]): string => timelineFor(...texts).model.summary;

  it('is positive where there is no gap, and only as far as the licenses reach', () => {
    assert.equal(
      summary(file('covered', 'A 2025-12-01 2026-11-30', 'B 2026-12-01 2027-11-30')),
      'No coverage gaps 1 Dec 2025 – 30 Nov 2027 · 1 product · 2 licenses',
    );
  });

  it('reaches only to the first end among several products', () => {
    const both = `${product('P', 'covered', 'A 2025-12-01 2028-11-30')}${product('Q', 'covered', 'B 2025-12-01 2026-12-31').replace('licenses:\n', '')}`;
    assert.equal(summary(both), 'No coverage gaps 1 Dec 2025 – 31 Dec 2026 · 2 products · 2 licenses');
  });

  it('knows open ends', () => {
    assert.equal(
      summary(file('covered', 'A 2025-12-01 never')),
      'No coverage gaps from 1 Dec 2025 on · 1 product · 1 license',
    );
  });

  it('promises nothing where coverage has ended', () => {
    assert.equal(
      summary(file('covered', 'A 2024-12-01 2025-11-30')),
      '1 product · 1 license · 1 product no longer covered',
    );
  });

  it('counts accepted gaps too', () => {
    const accepted = '\nacceptedGaps:\n  - { product: P, from: 2026-06-30, until: 2026-07-01 }\n';
    assert.equal(
      summary(file('uncovered', 'A 2026-01-01 2026-06-30', 'B 2026-07-01 2026-12-31') + accepted),
      '1 product · 2 licenses · 1 gap (24 h), 1 accepted',
    );
  });

  it('does not promise anything where a gap is possible', () => {
    assert.equal(
      summary(file('unstated', 'A 2026-01-01 2026-06-30', 'B 2026-07-01 2026-12-31')),
      '1 product · 2 licenses · 1 possible gap (24 h)',
    );
  });
});

/** Fails at numbers that can't be sent as JSON, and at `undefined`. */
function walk(value: unknown, path = 'model'): void {
  if (typeof value === 'number') assert.ok(Number.isFinite(value), path);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
  } else assert.ok(['string', 'boolean'].includes(typeof value) || value === null, path);
}
