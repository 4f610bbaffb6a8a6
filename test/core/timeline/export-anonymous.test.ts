// The model without names: the same names have the same numbers, nothing else has changed, and nothing quotes a file.
import assert from 'node:assert/strict';
import type { TimelineModel } from '../../../src/core/timeline';
import { anonymous, withoutFolders } from '../../../src/core/timeline/anonymous';
import { kindAt } from '../../../src/core/timeline/columns';
import { allKinds, hostileNames, modelNamed, modelOf, modelOfAll } from './export-models';

/** All that a model holds, its columns as lists. */
function textOf(model: TimelineModel): string {
  return JSON.stringify(model, (_, value) =>
    ArrayBuffer.isView(value) ? [...(value as Uint8Array)].map(String) : value,
  );
}

function figuresOf({ figures }: TimelineModel): readonly string[] {
  return figures.map(({ text }) => text);
}

const twoFiles = modelOfAll(
  ['ours/a.licenses.json', license('Acme', 'live', 'ID-1', '2027-01-01')],
  ['ours/b.licenses.json', license('Acme', 'test', 'ID-1', '2026-12-01')],
  ['ours/c.licenses.json', license('Beta', 'test', 'ID-2', '2027-01-01')],
  ['ours/d.licenses.json', license('Gone', 'test', 'ID-3', '2026-10-01')],
);

function license(product: string, environment: string, id: string, expires: string): string {
  return JSON.stringify([{ product, environment, id, starts: '2026-01-01', expires, expiryDay: 'uncovered' }]);
}

describe('a timeline without names', () => {
  it('numbers products, environments, licenses and files, the same name alike', () => {
    const { rows, labels, files, title } = anonymous(twoFiles);
    assert.deepEqual(
      rows.map(({ label, detail }) => `${label} ${detail}`),
      ['Product 1 Environment 1', 'Product 1 Environment 2', 'Product 2 Environment 2', 'Product 3 Environment 2'],
    );
    assert.deepEqual(labels, ['License 1', 'License 1', 'License 2', 'License 3']);
    assert.deepEqual(files, ['file 1', 'file 2', 'file 3', 'file 4']);
    assert.equal(title, '');
  });

  it('the file that is shown is one of them', () => {
    const model = anonymous(modelOf('ours/a.licenses.json', license('Acme', 'live', 'ID-1', '2027-01-01')));
    assert.deepEqual([model.title, model.files], ['file 1', ['']]);
  });

  it('a license without a name of its own stays without one', () => {
    const model = anonymous(modelOf('licenses.yaml', allKinds));
    const named = model.labels.map((label, id) => `${kindAt(model.items, id)} ${label}`.trim());
    assert.ok(named.includes('gap') && named.includes('term') && named.includes('term License 1'));
  });

  it('figures name products by their numbers, and are the same otherwise', () => {
    const numbered = modelOfAll(
      ['a.licenses.json', license('Product 1', 'Environment 1', 'ID-1', '2027-01-01')],
      ['b.licenses.json', license('Product 1', 'Environment 2', 'ID-1', '2026-12-01')],
      ['c.licenses.json', license('Product 2', 'Environment 2', 'ID-2', '2027-01-01')],
      ['d.licenses.json', license('Product 3', 'Environment 2', 'ID-3', '2026-10-01')],
    );
    assert.equal(figuresOf(twoFiles).at(-1), 'next expiry Acme (test) in 9 days');
    assert.equal(figuresOf(numbered).at(-1), 'next expiry Product 1 (Environment 2) in 9 days');
    assert.deepEqual(figuresOf(anonymous(twoFiles)), figuresOf(numbered));
    const none = modelOf('ours/Acme.licenses.json', '{}');
    assert.deepEqual(figuresOf(anonymous(none)), ['No license terms found in file 1.']);
  });

  it('nothing that was named is left anywhere', () => {
    const torn = modelOf('secret/Acme.yaml', `${allKinds.replaceAll('Foo', 'AcmeSuite')}  - [`);
    assert.ok(torn.problems.length > 0);
    assert.deepEqual(anonymous(torn).problems, []);
    const text = textOf(anonymous(torn));
    assert.doesNotMatch(text, /acme|F\d|prod\b|secret/i);
    const before = modelOf('secret/Acme.yaml', allKinds);
    const after = anonymous(before);
    // Numbers that are made of names would tell who knows the names.
    assert.equal(after.file, anonymous(modelOf('Other.yaml', allKinds)).file);
    assert.ok(after.rows.every(({ key }) => key < after.rows.length));
    assert.ok(after.items.key.every(key => key < after.labels.length));
    assert.equal(new Set(after.items.key).size, after.labels.length);
  });

  it('all else is as it was', () => {
    const before = modelOf('Acme.yaml', allKinds);
    const after = anonymous(before);
    assert.deepEqual({ ...after.items, key: 0 }, { ...before.items, key: 0 });
    for (const field of ['state', 'zone', 'at', 'from', 'until', 'clocks', 'notice'] as const)
      assert.deepEqual(after[field], before[field]);
    for (const [i, row] of after.rows.entries()) {
      const { key, label, detail } = before.rows[i]!;
      assert.deepEqual({ ...row, key, label, detail }, before.rows[i]);
    }
    assert.ok(before.rows.some(({ label }) => label === 'Foo'));
  });

  it('whatever the names are', () => {
    const plain = textOf(anonymous(modelNamed('Plain')));
    for (const name of hostileNames()) {
      // Nameless products and licenses are fewer words; all others are alike.
      if (modelNamed(name).labels.includes('')) continue;
      if (name.trim() !== '') assert.equal(textOf(anonymous(modelNamed(name))), plain, JSON.stringify(name));
    }
  }).timeout(60_000);
});

describe('a timeline without folders', () => {
  it('knows files by their own names, and numbers those of one name', () => {
    const model = modelOfAll(
      ['a/x.licenses.json', license('Acme', 'live', 'ID-1', '2027-01-01')],
      ['b/x.licenses.json', license('Acme', 'live', 'ID-2', '2027-01-01')],
      ['c/y.licenses.json', license('Acme', 'live', 'ID-3', '2027-01-01')],
    );
    const { files, rows } = withoutFolders(model);
    assert.deepEqual(files, ['x.licenses.json', 'x.licenses.json (2)', 'y.licenses.json']);
    assert.deepEqual(
      rows.map(({ detail }) => detail),
      ['live, x.licenses.json', 'live, x.licenses.json (2)', 'live, y.licenses.json'],
    );
  });

  it('knows a path that was cut short', () => {
    const long = `home/${'long/'.repeat(50)}`;
    const model = modelOfAll(
      [`${long}x.licenses.json`, license('Acme', 'live', 'ID-1', '2027-01-01')],
      ['home/y.licenses.json', license('Acme', 'live', 'ID-2', '2027-01-01')],
    );
    const before = model.rows.map(({ detail }) => detail);
    assert.ok(before.some(detail => detail?.startsWith('live, home/long') && detail.endsWith('…')));
    for (const { detail } of withoutFolders(model).rows) assert.doesNotMatch(detail!, /home|\//);
  });

  it('leaves alone what is no path', () => {
    const model = modelOf('a/x.licenses.json', license('a/x.licenses.json', 'a/x.licenses.json', 'ID-1', '2027-01-01'));
    const { rows, title, files } = withoutFolders(model);
    assert.deepEqual([rows[0]!.detail, title, files], ['a/x.licenses.json', 'x.licenses.json', ['']]);
  });

  it('is itself without folders', () => {
    for (const model of [twoFiles, modelOf('a/b.licenses.json', '{}'), modelOf('a/b.licenses.yaml', allKinds)])
      assert.deepEqual(withoutFolders(withoutFolders(model)), withoutFolders(model));
  });
});
