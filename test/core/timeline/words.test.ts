// The sentences of the timeline.
import assert from 'node:assert/strict';
import type { TimelineRow } from '../../../src/core/timeline';
import type { ItemKind, TimelineItem } from '../../../src/core/timeline/columns';
import type { Sum, Totals } from '../../../src/core/timeline/totals';
import * as words from '../../../src/core/timeline/words';
import { readText } from '../read';
import { file, reportOf } from './pictures';

const day = 86_400_000;
const from = Date.UTC(2026, 10, 30);

function item(kind: ItemKind, more: Partial<TimelineItem> = {}): TimelineItem {
  const [until, nothing] = [from + day, undefined];
  const times = { from, until, fromWall: from, untilWall: until };
  const rest = {
    id: 0,
    key: 1,
    lane: 0,
    label: '',
    seats: nothing,
    needed: nothing,
    line: 42,
    file: 0,
    isEnding: false,
  };
  return { kind, ...times, ...rest, ...more };
}

function row(status: TimelineRow['status'] = 'ok', detail: string | null = 'production'): TimelineRow {
  return { key: 1, label: 'Foo', detail, status, lanes: 1, first: 0, end: 1, nextGap: null, ends: null, steps: null };
}

const model = { files: ['', 'other.yaml'], at: Date.UTC(2026, 10, 22) };

describe('the name of an item', () => {
  const nameOf = (kind: ItemKind, more?: Partial<TimelineItem>) => words.itemName(item(kind, more), row(), model);

  it('says all there is to know of it, whatever it is', () => {
    const span = '30 Nov 2026 to 1 Dec 2026';
    const names: Readonly<Record<ItemKind, string>> = {
      term: `License, Foo (production), ${span}, line 42`,
      'pending-term': `License, Foo (production), ${span}, waits for its key, line 42`,
      gap: `Coverage gap, Foo (production), ${span}, 24 h, line 42`,
      'possible-gap': `Possible gap, Foo (production), ${span}, 24 h, line 42`,
      'pending-gap': `Stretch that waits for a key, Foo (production), ${span}, 24 h, line 42`,
      'accepted-gap': `Accepted gap, Foo (production), ${span}, 24 h, line 42`,
      shortfall: `Too few seats, Foo (production), ${span}, 24 h, 0 of 0 seats, line 42`,
      invalid: 'License that ends before it begins, Foo (production), 1 Dec 2026, line 42',
    };
    for (const [kind, name] of Object.entries(names)) assert.equal(nameOf(kind as ItemKind), name);
  });

  it('has the id of a license, its seats, that it ends soon or has, and the file it stands in', () => {
    assert.match(nameOf('term', { label: 'LIC-1' }), /^License LIC-1, Foo/);
    assert.match(nameOf('term', { seats: 1 }), /, 1 seat, line/);
    assert.match(nameOf('term', { seats: 0 }), /, 0 seats, line/);
    assert.match(nameOf('term', { seats: 12_000 }), /, 12,000 seats, line/);
    assert.match(nameOf('pending-term', { seats: Infinity }), /, unlimited seats, waits for its key, line/);
    assert.match(nameOf('term', { isEnding: true }), /, ends in 9 days, line 42$/);
    assert.match(nameOf('term', { until: model.at }), /, expired, line 42$/);
    assert.doesNotMatch(nameOf('term', { until: model.at + 1 }), /expired/);
    assert.match(nameOf('gap', { file: 1 }), /, line 42 of other\.yaml$/);
    assert.match(nameOf('shortfall', { seats: 4, needed: 10 }), /, 4 of 10 seats, line 42$/);
    assert.match(nameOf('shortfall', { seats: 4, needed: Infinity }), /, 4 of unlimited seats, line 42$/);
    assert.match(words.itemName(item('gap'), row('ok', null), model), /^Coverage gap, Foo, 30 Nov/);
  });

  it('has open ends in words', () => {
    const open = { from: -Infinity, fromWall: -Infinity, until: Infinity, untilWall: Infinity };
    assert.match(nameOf('term', open), /, no beginning to no end, line/);
    assert.match(nameOf('pending-gap', open), /, no beginning to no end, an open time, line/);
  });
});

describe('the label of an item', () => {
  const labelOf = (kind: ItemKind, more?: Partial<TimelineItem>) => words.itemLabel(item(kind, more), row());

  it('is short, and tells each kind apart without color', () => {
    const labels: Readonly<Record<ItemKind, string>> = {
      term: 'Foo',
      'pending-term': 'Foo',
      gap: 'GAP 24 h',
      'possible-gap': '24 h?',
      'pending-gap': 'KEY? 24 h',
      'accepted-gap': 'accepted 24 h',
      shortfall: '0 of 0 seats',
      invalid: '!',
    };
    for (const [kind, label] of Object.entries(labels)) assert.equal(labelOf(kind as ItemKind), label);
  });

  it('is the id of a license where it has one', () => {
    assert.equal(labelOf('term', { label: 'LIC-1' }), 'LIC-1');
    assert.equal(labelOf('pending-gap', { until: Infinity }), 'KEY?');
    assert.equal(labelOf('gap', { until: from + 45 * day }), 'GAP 45 days');
    assert.equal(labelOf('shortfall', { seats: 1_000, needed: Infinity }), '1,000 of unlimited seats');
  });
});

describe('the names of rows', () => {
  it('say the worst that is ahead', () => {
    const names: Readonly<Record<TimelineRow['status'], string>> = {
      gap: 'gap ahead',
      short: 'too few seats',
      possible: 'possible gap ahead',
      pending: 'waits for a key',
      ok: 'no gap ahead',
      ended: 'no longer covered',
    };
    for (const [status, name] of Object.entries(names)) {
      assert.equal(words.rowName(row(status as TimelineRow['status'])), `Foo (production), ${name}`);
    }
    assert.equal(words.rowName(row('ok', null)), 'Foo, no gap ahead');
  });

  it('have the environment, what tells it apart, and its file; each made safe and short', () => {
    const detail = (environment?: string, pool?: string, path?: string) => words.rowDetail({ environment, pool }, path);
    assert.equal(detail(), null);
    assert.equal(detail('production'), 'production');
    assert.equal(detail(undefined, 'version 2.0'), 'version 2.0');
    assert.equal(detail('production', 'version 2.0', 'a/b.yaml'), 'production, version 2.0, a/b.yaml');
    assert.equal(detail('a\u202eb\nc'), 'a b c');
    assert.equal([...detail('x'.repeat(500))!].length, 200);
    assert.equal(words.rowLabel(undefined), 'The unnamed product');
    assert.equal(words.rowLabel('a\u0000b'), 'a b');
    assert.equal([...words.rowLabel('y'.repeat(500))].length, 200);
  });

  it('of a license without an id are its version, of one without either none', () => {
    const [native] = readText('licenses.yaml', file('covered', 'A 2026-01-01 never')).terms;
    const [vendor] = readText('acme.lic', 'INCREMENT f acmed 2.0 permanent 1 SIGN=0\n').terms;
    assert.equal(words.termLabel(native!), 'A');
    assert.equal(words.termLabel({ ...native!, id: undefined }), undefined);
    assert.equal(words.termLabel({ ...native!, id: 'a\u2028b' }), 'a b');
    assert.equal(words.termLabel(vendor!), 'version 2.0');
  });

  it('are those of many bars too', () => {
    assert.equal(words.mergedName(1_200, row()), '1,200 licenses, Foo (production)');
    assert.equal(words.mergedGapsName(2, row('ok', null)), '2 gaps, Foo');
  });
});

describe('the figures', () => {
  const none: Sum = { count: 0, length: 0 };
  const sum = (count: number): Sum => ({ count, length: count * day });
  const quiet: Totals = {
    ...{ products: 2, terms: 3, gaps: none, accepted: 0, possible: none },
    ...{ shortfalls: none, pending: 0, ended: 0, horizon: undefined },
  };
  const [first, last] = [20_000, 21_000] as const;
  const promise = { first, last };
  const texts = (totals: Partial<Totals>, reach?: words.Reach) =>
    words.figures({ ...quiet, ...totals }, reach, undefined).map(({ text }) => text);

  it('count products and licenses, one or many', () => {
    assert.deepEqual(texts({}), ['2 products', '3 licenses']);
    assert.deepEqual(texts({ products: 1, terms: 1 }), ['1 product', '1 license']);
    assert.deepEqual(texts({ products: 20_000, terms: 0 }), ['20,000 products', '0 licenses']);
  });

  it('count what lacks, each with how long it is in all', () => {
    assert.deepEqual(texts({ gaps: sum(1), possible: sum(1), shortfalls: sum(1) }).slice(2), [
      '1 gap (24 h)',
      '1 possible gap (24 h)',
      '1 stretch short of seats (24 h)',
    ]);
    assert.deepEqual(texts({ gaps: sum(5), accepted: 2, possible: sum(1_000), shortfalls: sum(4) }).slice(2), [
      '5 gaps (5 days), 2 accepted',
      '1,000 possible gaps (1000 days)',
      '4 stretches short of seats (4 days)',
    ]);
    assert.deepEqual(texts({ ended: 1 }).slice(2), ['1 product no longer covered']);
    assert.deepEqual(texts({ ended: 3 }).slice(2), ['3 products no longer covered']);
  });

  it('make a promise only where there is nothing that speaks against it', () => {
    const said = 'No coverage gaps 4 Oct 2024 – 1 Jul 2027';
    assert.equal(texts({}, promise)[0], said);
    assert.deepEqual(texts({ pending: 2 }, promise), [said, '2 pending', '2 products', '3 licenses']);
    for (const lack of [
      { gaps: sum(1) },
      { possible: sum(1) },
      { shortfalls: sum(1) },
      { gaps: sum(1), accepted: 1 },
    ]) {
      assert.ok(!texts({ ...lack, pending: 1 }, promise).some(text => /No coverage gaps|pending/.test(text)));
    }
    assert.equal(texts({}, { first, last: undefined })[0], 'No coverage gaps from 4 Oct 2024 on');
    assert.equal(texts({}, { first: undefined, last })[0], 'No coverage gaps until 1 Jul 2027');
    assert.equal(texts({}, { first: undefined, last: undefined })[0], 'No coverage gaps');
  });

  it('lead to what they count', () => {
    const totals = { ...quiet, gaps: sum(2), accepted: 1, possible: sum(1), shortfalls: sum(1), ended: 1 };
    const { products } = reportOf([
      readText('licenses.yaml', `environment: test\n${file('covered', 'A 2026-01-01 2026-12-01')}`),
    ]);
    const next = { coverage: products[0]!, left: 10 * day };
    assert.deepEqual(
      words.figures(totals, promise, next).map(({ leadsTo }) => leadsTo),
      ['row', 'term', 'gap', 'possible-gap', 'shortfall', null, 'ending'],
    );
    assert.equal(words.figures(totals, promise, next).at(-1)!.text, 'next expiry P (test) in 10 days');
    const [good, pending] = words.figures({ ...quiet, pending: 1 }, promise, undefined);
    assert.deepEqual([good!.leadsTo, good!.isGood, pending!.leadsTo], [null, true, 'pending-gap']);
  });
});

describe('what is said aloud', () => {
  it('names the product of a gap that has gone or come, and how many are left', () => {
    assert.equal(words.gapsChanged([], [], 3), '');
    assert.equal(words.gapsChanged(['Foo'], [], 2), 'Gap closed in Foo; 2 gaps remain');
    assert.equal(words.gapsChanged(['Foo'], [], 1), 'Gap closed in Foo; 1 gap remains');
    assert.equal(words.gapsChanged([], ['Bar'], 1), 'Gap opened in Bar; 1 gap remains');
    assert.equal(words.gapsChanged(['Foo'], ['Bar'], 1), 'Gap closed in Foo. Gap opened in Bar; 1 gap remains');
    assert.equal(words.gapsChanged(['Foo', 'Bar'], [], 0), '2 gaps closed; 0 gaps remain');
  });

  it('has counts with their words', () => {
    assert.equal(words.filterFound(1), '1 product matches');
    assert.equal(words.filterFound(1_234), '1,234 products match');
    assert.equal(words.rowsShown(1_001, 2_000, 20_000), 'Products 1,001 to 2,000 of 20,000');
    assert.equal(words.shownTime(from + 3, from + day * 2 - 1), '30 Nov 2026 to 1 Dec 2026');
    assert.equal(words.notRead(1), '1 record skipped: it could not be read.');
    assert.equal(words.notRead(2_000), '2,000 records skipped: they could not be read.');
  });

  it('has names of files made safe', () => {
    assert.equal(words.title(''), 'Coverage: all files');
    assert.equal(words.title('a.yaml'), 'Coverage: a.yaml');
    assert.equal(words.noTermsFound('a\u202eb.yaml'), 'No license terms found in a b.yaml.');
    assert.equal(words.noTermsFound(undefined), 'No licenses found in this workspace.');
    assert.equal(words.problem(3, undefined, 'It is torn.'), 'line 3: It is torn.');
    assert.equal(words.problem(3, 'a\u0007.yaml', 'It is torn.'), 'line 3 of a .yaml: It is torn.');
    assert.match(words.tooMany(1_200_000, 200_000), /^1,200,000 .* 200,000 .*licenseCoverage\.timelineItems/);
  });
});
