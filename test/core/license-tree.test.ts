// The tree: environments, products by their next gap, licenses and gaps, in words that say it all and hold no key.
import assert from 'node:assert/strict';
import {
  gapsAhead,
  type LicenseTree,
  latestOf,
  licenseTree,
  nodesAt,
  type TreeSource,
} from '../../src/core/license-tree';
import { looksAlike, mostNodes, type TreeNode } from '../../src/core/license-tree-node';
import type { Report } from '../../src/core/model';
import type { Settings } from '../../src/core/settings';
import { finish } from '../../src/core/steps';
import { reportOfAll } from './formats/lines';
import { sample } from './read';

const now = '2026-11-22T00:00:00Z';
const at = Date.parse(now);

function treeOf(...reports: readonly Report[]): LicenseTree {
  const names = ['one', 'two'];
  const sources = reports.map(
    (report, i): TreeSource => ({ report, name: reports.length > 1 ? names[i]! : '', expiryWarningDays: 30 }),
  );
  return finish(licenseTree(sources, at));
}

function report(texts: string | Readonly<Record<string, string>>, settings?: Partial<Settings>): Report {
  return reportOfAll(typeof texts === 'string' ? { 'licenses.yaml': texts } : texts, settings, now);
}

/** A file of entries that end or begin with a day; each `product from until`. */
function entries(...all: readonly string[]): string {
  const lines = all.map(each => {
    const [product, starts, expires, more] = each.split(' ');
    return `  - { product: ${product}, starts: ${starts}, expires: ${expires}${more ? `, ${more.replace(':', ': ')}` : ''} }\n`;
  });
  return `expiryDay: covered\nlicenses:\n${lines.join('')}`;
}

/** `gap 24 h gap: 2026-11-30 · in 8 days`: what each line looks like and says, indented by its level. */
function lines(nodes: readonly TreeNode[], depth = Infinity, indent = ''): string[] {
  return nodes.flatMap(node => [
    `${indent}${node.look} ${node.label}${node.description === '' ? '' : `: ${node.description}`}`,
    ...(depth > 1 ? lines(node.children(), depth - 1, `${indent}  `) : []),
  ]);
}

function all(nodes: readonly TreeNode[]): TreeNode[] {
  return nodes.flatMap(node => [node, ...all(node.children())]);
}

describe('the tree', () => {
  it('tells of a product, its licenses and its gaps in the order of time, and what is over below', () => {
    const text = entries(
      'A 2024-01-01 2024-12-31',
      'A 2025-01-01 2026-01-31',
      'A 2026-03-01 2026-11-29',
      'A 2026-12-01 2027-11-30 seats:500',
    );
    assert.deepEqual(lines(treeOf(report(text)).roots), [
      'gap A: 24 h gap in 8 days',
      '  running License: 2026-03-01 – 2026-11-29 · 8 days left',
      '  gap 24 h gap: 2026-11-30 · in 8 days',
      '  coming License: 2026-12-01 – 2027-11-30 · 500 seats · begins in 9 days',
      '  over 28 days gap: 2026-02-01 – 2026-02-28 · over',
      '  over License: 2025-01-01 – 2026-01-31 · over',
      '  over License: 2024-01-01 – 2024-12-31 · over',
    ]);
  });

  it('has products by what is next, then by name, and what is long over last', () => {
    const text = entries(
      'Forever 2026-01-01 never',
      'Always 2026-01-01 never',
      'Old 2020-01-01 2021-01-01',
      'Older 2020-01-01 2020-06-01',
      'Late 2026-01-01 2027-03-01',
      'Late 2027-03-03 never',
      'Soon 2026-01-01 2026-12-01',
      'Now 2026-01-01 2026-11-01',
      'Now 2026-12-24 never',
      'Just 2026-01-01 2026-11-10',
      'Next 2026-12-24 never',
      'Year 2026-01-01 2027-11-30',
    );
    assert.deepEqual(lines(treeOf(report(text)).roots, 1), [
      'gap Now: 52 days gap, now',
      'ended Just: ended 11 days ago',
      'ending Soon: ends in 10 days',
      'gap Late: 24 h gap in 100 days',
      'covered Year: covered until 2027-11-30',
      'covered Always: covered',
      'covered Forever: covered',
      'covered Next: begins in 32 days',
      'ended Old: ended 2150 days ago',
      'ended Older: ended 2364 days ago',
    ]);
  });

  it('names the next lack, the worst, and how many gaps there are besides', () => {
    const text = entries(
      'A 2026-01-01 2026-11-25',
      'A 2026-11-26 2026-11-30 key:TBD',
      'A 2026-12-01 2026-12-31',
      'A 2027-01-02 2027-01-31',
      'A 2027-02-02 2027-02-27',
      'A 2027-03-02 never',
    );
    assert.deepEqual(lines(treeOf(report(text)).roots, 1), [
      'gap A: key needed in 4 days, 24 h gap in 40 days, 2 more gaps',
    ]);
  });

  it('tells a license that waits for its key in one line, and a gap that it fills only a part of in two', () => {
    const text = entries('A 2026-01-01 2026-11-29', 'A 2026-11-30 2026-11-30 key:TODO', 'A 2026-12-02 never');
    const { roots } = treeOf(report(text));
    assert.deepEqual(lines(roots).slice(1), [
      '  running License: 2026-01-01 – 2026-11-29 · 8 days left',
      '  waiting License: 2026-11-30 – 2026-11-30 · key needed · begins in 8 days',
      '  gap 24 h gap: 2026-12-01 · in 9 days',
      '  coming License: from 2026-12-02 on · begins in 10 days',
    ]);
    const partly = entries('A 2026-01-01 2026-11-29', 'A 2026-11-20 2026-11-30 key:TODO', 'A 2026-12-01 never');
    assert.deepEqual(
      lines(treeOf(report(partly)).roots).filter(line => /key/i.test(line)),
      [
        'pending A: key needed in 8 days',
        '  waiting License: 2026-11-20 – 2026-11-30 · key needed · 9 days left',
        '  pending Key needed for 24 h: 2026-11-30 · in 8 days',
      ],
    );
  });

  it('tells possible gaps, accepted gaps and too few seats apart', () => {
    const text = [
      'licenses:',
      '  - { product: Maybe, starts: 2026-01-01, expires: 2026-11-30 }',
      '  - { product: Maybe, starts: 2026-12-01, expires: never }',
      '  - { product: Meant, starts: 2026-01-01, expires: 2026-11-30, expiryDay: covered }',
      '  - { product: Meant, starts: 2027-01-01, expires: never, expiryDay: covered }',
      '  - { product: Few, starts: 2026-01-01, expires: never, seats: 4 }',
      'required: { product: Few, seats: 10, from: 2026-12-24 }',
      'acceptedGaps:',
      '  - { product: Meant, from: 2026-12-01, until: 2027-01-01, reason: migration }',
    ].join('\n');
    assert.deepEqual(lines(treeOf(report(text)).roots), [
      'possible Maybe: possible 24 h gap in 8 days',
      '  running License: 2026-01-01 – 2026-11-30 · 8 days left',
      '  possible Possible 24 h gap: 2026-11-30 · in 8 days',
      '  coming License: from 2026-12-01 on · begins in 9 days',
      'short Few: too few seats in 32 days',
      '  running License: from 2026-01-01 on · 4 seats',
      '  short 4 of 10 seats: from 2026-12-24 on · in 32 days',
      'covered Meant: covered',
      '  running License: 2026-01-01 – 2026-11-30 · 9 days left',
      '  accepted Accepted 31 days gap: 2026-12-01 – 2026-12-31 · in 9 days',
      '  coming License: from 2027-01-01 on · begins in 40 days',
    ]);
  });

  it('has a level of environments only where there are several', () => {
    const one = 'environment: production\nlicenses: [{ product: A, starts: 2026-01-01, expires: never }]';
    assert.deepEqual(lines(treeOf(report(one)).roots, 1), ['covered A: covered']);
    assert.equal(treeOf(report(one)).roots[0]!.spoken, 'A (production): covered');
    const text = [
      'licenses:',
      '  - { environment: test, product: A, starts: 2026-01-01, expires: never }',
      '  - { environment: Test, product: B, starts: 2026-01-01, expires: never }',
      '  - { environment: live, product: A, starts: 2026-01-01, expires: 2026-11-29, expiryDay: covered }',
      '  - { environment: live, product: A, starts: 2026-12-01, expires: never }',
      '  - { product: A, starts: 2026-01-01, expires: never }',
    ].join('\n');
    const { roots } = treeOf(report(text));
    assert.deepEqual(lines(roots, 2), [
      'environment live: 1 product, 1 gap',
      '  gap A: 24 h gap in 8 days',
      'environment No environment: 1 product',
      '  covered A: covered',
      'environment test: 2 products',
      '  covered A: covered',
      '  covered B: covered',
    ]);
    assert.equal(roots[0]!.children()[0]!.parent, roots[0]);
  });

  it('tells rows of vendors apart by what their licenses are pooled by, and shows no host', () => {
    const line = (version: string, expires: string, host: string): string =>
      `INCREMENT widget acmed ${version} ${expires} 5 HOSTID=${host} SIGN=0123456789AB\n`;
    const text = line('1.0', '30-nov-2026', '0a1b2c3d4e5f') + line('1.0', 'permanent', '0a1b2c3d4e60');
    const { roots } = treeOf(report({ 'license.lic': text }));
    assert.deepEqual(lines(roots), [
      'ending widget: host 1 · ends in 9 days',
      '  running License of version 1.0: until 2026-11-30 · 5 seats · 9 days left',
      'covered widget: host 2 · covered',
      '  running License of version 1.0: without end · 5 seats',
    ]);
  });

  it('tells products of one name in several folders or files apart', () => {
    const text = entries('A 2026-01-01 never');
    assert.deepEqual(lines(treeOf(report(text), report(text)).roots, 1), [
      'covered A: one/licenses.yaml · covered',
      'covered A: two/licenses.yaml · covered',
    ]);
    const apart = report({ 'a.licenses.yaml': text, 'b.licenses.yaml': text }, { joinFiles: false });
    assert.deepEqual(lines(treeOf(apart).roots, 1), [
      'covered A: a.licenses.yaml · covered',
      'covered A: b.licenses.yaml · covered',
    ]);
  });

  it('says hours where the clocks matter, and whole days otherwise', () => {
    const text =
      'product: A\nlicenses:\n  - { starts: 2026-01-01, expires: 2026-11-30T12:00:00Z }\n  - { starts: 2026-12-01, expires: never }\n';
    assert.deepEqual(
      lines(treeOf(report(text)).roots).filter(line => line.includes('gap')),
      ['gap A: 12 h gap in 8 days', '  gap 12 h gap: 2026-11-30 12:00 – 2026-12-01 00:00 · in 8 days'],
    );
  });

  it('says that there is nothing, or nothing that could be read', () => {
    assert.equal(treeOf().state, 'empty');
    const broken = treeOf(report('expiryDay: covered\nlicenses: [{ product: A, starts: 2026-02-30 }]'));
    assert.deepEqual([broken.state, broken.unread, broken.roots], ['unread', 1, []]);
    const partly = treeOf(report(`${entries('A 2026-01-01 never')}  - { product: B, starts: 2026-02-30 }\n`));
    assert.deepEqual([partly.state, partly.unread], ['ok', 1]);
  });

  it('keeps its ids when the text around changes, and never has one twice', () => {
    const ids = (text: string): string[] => all(treeOf(report(text)).roots).map(({ id }) => id);
    const text = entries('A 2026-01-01 2026-11-29', 'A 2026-12-01 never', 'A 2026-12-01 never', 'B 2026-01-01 never');
    assert.equal(new Set(ids(text)).size, ids(text).length);
    assert.deepEqual(ids(`# another line\n${text}`), ids(text));
    const more = ids(`${text}  - { product: C, starts: 2026-01-01, expires: 2026-11-25 }\n`);
    assert.ok(ids(text).every(id => more.includes(id)));
  });

  it('lists so many of a level, and says how many more there are', () => {
    const many = Array.from({ length: mostNodes + 3 }, (_, i) => `P${i} 2026-01-01 never`);
    const { roots, nodeOf } = treeOf(report(entries(...many)));
    assert.equal(roots.length, mostNodes + 1);
    assert.deepEqual([roots.at(-1)!.kind, roots.at(-1)!.label], ['more', '3 more']);
    assert.equal(roots.filter(({ kind }) => kind === 'product').length, mostNodes);
    const terms = Array.from({ length: mostNodes + 1 }, () => 'A 2026-01-01 never');
    const [a] = treeOf(report(entries(...terms))).roots;
    assert.equal(a!.children().at(-1)!.label, '1 more');
    assert.equal(nodeOf(report(entries('A 2026-01-01 never')).products[0]!), undefined);
  });

  it('leads to the value that makes it', () => {
    const of = report(entries('A 2026-01-01 2026-11-29', 'A 2026-11-30 2026-11-30 key:TODO', 'A 2026-12-02 never'));
    const said = all(treeOf(of).roots).map(({ kind, place }) => {
      const { start, end } = place!.span;
      return `${kind} ${place!.file.text.slice(start, end)}`;
    });
    assert.deepEqual(said, [
      'product TODO',
      'term { product: A, starts: 2026-01-01, expires: 2026-11-29 }',
      'pending-term { product: A, starts: 2026-11-30, expires: 2026-11-30, key: TODO }',
      'gap 2026-11-30',
      'term { product: A, starts: 2026-12-02, expires: never }',
    ]);
  });

  it('finds the line of a place: the gap at its very date, else the license', () => {
    const of = report(sample('story.yaml'));
    const tree = treeOf(of);
    const { path, text } = of.files[0]!;
    const found = (place: string, shift = 0): string[] =>
      nodesAt(tree, of, path, text.indexOf(place) + shift).map(({ label }) => label);
    assert.deepEqual(found('2026-11-30'), ['24 h gap']);
    assert.deepEqual(found('2026-11-30', -3), ['LIC-2025']);
    assert.deepEqual(found('LIC-2026'), ['LIC-2026']);
    assert.deepEqual(found('licenses:'), []);
  });

  it('says everything in words, and no key', () => {
    const secrets = ['3F9A-11C0-77AB', '8D21-4E5F-90CC', '0A1B2C3D4E5F'];
    const text = [
      'licenses:',
      `  - { product: A, id: X, key: ${secrets[0]}, starts: 2026-01-01, expires: 2026-11-30 }`,
      `  - { product: A, key: ${secrets[1]}, starts: 2026-12-24, expires: never }`,
    ].join('\n');
    const vendor = `INCREMENT widget acmed 1.0 30-nov-2026 5 HOSTID=${secrets[2]} SIGN=${secrets[0]}\n`;
    const nodes = all(treeOf(report({ 'licenses.yaml': text, 'license.lic': vendor })).roots);
    const said = nodes.flatMap(node => [node.label, node.description, node.spoken, node.details()]);
    assert.ok(nodes.length > 5);
    for (const each of said) for (const secret of secrets) assert.ok(!each.toUpperCase().includes(secret), each);
    for (const { spoken, description } of nodes)
      for (const part of description.split(' · ')) assert.ok(spoken.includes(part), `${spoken} lacks ${part}`);
    const gap = nodes.find(({ kind }) => kind === 'gap')!;
    assert.match(gap.details(), /^A: 23 days without a license\nWhen: 2026-12-01 00:00 to .*\n/);
    assert.match(gap.details(), /\n\nWhat to do\n1\. Ask the vendor/);
  });

  it('counts the gaps ahead that are told', () => {
    const text = entries(
      'A 2025-01-01 2025-12-30',
      'A 2026-01-01 2026-11-29',
      'A 2026-12-01 2027-01-01',
      'A 2027-02-01 never',
    );
    assert.equal(gapsAhead([report(text)], at), 2);
    assert.equal(gapsAhead([report(text), report(text)], at), 4);
    assert.equal(gapsAhead([report(`# license-coverage-ignore-file gap\n${text}`)], at), 0);
    assert.equal(gapsAhead([report(text)], Date.parse('2027-03-01')), 0);
  });
});

describe('a tree that is made anew', () => {
  const text = `timezone: UTC\n${entries('A 2026-01-01 2026-11-29', 'A 2026-12-01 never', 'B 2026-01-01 never')}`;
  const former = treeOf(report(text));
  const [first] = former.roots as [TreeNode];
  const unseen = { opened: new Set<string>(), details: new Map<string, string>() };

  const alike = (made: string, seen = unseen): boolean => looksAlike(former.roots, treeOf(report(made)).roots, seen);

  it('looks alike where only the places are others', () => {
    assert.ok(alike(`# moved\n${text}`));
  });

  it('looks different by what can be seen of it, and by no more', () => {
    assert.ok(!alike(text.replace('product: B', 'product: C')));
    assert.ok(!alike(text.replace('2026-12-01', '2026-12-02')));
    // That license has no line yet.
    const other = text.replace('B, starts: 2026-01-01', 'B, starts: 2025-01-01');
    const opened = new Set([former.roots[1]!.id]);
    assert.deepEqual([alike(other), alike(other, { ...unseen, opened })], [true, false]);
    // Only its details tell of the zone.
    const elsewhere = text.replace('UTC', 'America/Chicago');
    const details = new Map([[first.id, first.details()]]);
    assert.deepEqual([alike(elsewhere), alike(elsewhere, { ...unseen, details })], [true, false]);
  });

  it('has the lines of the former one', () => {
    const made = treeOf(report(`# moved\n${text}`));
    const gap = first.children().find(({ kind }) => kind === 'gap')!;
    const latest = latestOf(made, gap)!;
    assert.deepEqual([latest.id, latest.place!.span.start], [gap.id, gap.place!.span.start + '# moved\n'.length]);
    assert.equal(latestOf(treeOf(report(entries('B 2026-01-01 never'))), gap), undefined);
  });
});
