// The walls of the house: which room may import what.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';

const source = join(__dirname, '..', 'src');

/** The packages that a room may import, and for some only in files whose paths begin so. */
const packages: Readonly<Record<string, Readonly<Record<string, readonly string[] | 'anywhere'>>>> = {
  core: {
    '@date-fns/tz': ['core/time.ts'],
    'date-fns': ['core/time.ts'],
    'js-yaml': ['core/formats/yaml'],
    '@vscode/l10n': ['core/words', 'core/timeline/words'],
  },
  editor: { vscode: 'anywhere', '@vscode/l10n': ['editor/localize'] },
  webview: {},
  cli: {
    diff: 'anywhere',
    picomatch: 'anywhere',
    'node:buffer': 'anywhere',
    'node:fs': 'anywhere',
    'node:path': 'anywhere',
    'node:util': 'anywhere',
  },
};

/** What core must not even name: there is no clock, no randomness, no file system and no language in it. */
const unspeakable = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\brequire\(|\bconsole\.|\bsetTimeout\b/;

/** Nowhere: what would let a file's text become code or markup, or leave the machine. */
const forbidden =
  /\binnerHTML\b|\bouterHTML\b|\binsertAdjacentHTML\b|document\.write|\beval\(|new Function\(|isTrusted\s*=(?!\s*\{ enabledCommands)|supportHtml|child_process|\bfetch\(|XMLHttpRequest|WebSocket|Math\.random/;

describe('the walls', () => {
  for (const path of filesBelow(source)) {
    const text = readFileSync(join(source, path), 'utf8');
    const room = path.split('/')[0]!;

    it(`${path} imports only what its room may`, () => {
      for (const [, name] of text.matchAll(/(?:from|import) '([^']+)'/g)) assertMayImport(room, path, name!);
    });

    it(`${path} says in its first line what it is for`, () => {
      const [first] = text.replace(/^#!.*\n/, '').split('\n');
      assert.match(first!, /^\/\/ .{10,}[.:]$/);
    });

    it(`${path} names nothing that is forbidden there`, () => {
      const code = text.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
      assert.equal(forbidden.exec(code)?.[0], undefined);
      if (room === 'core') assert.equal(unspeakable.exec(code)?.[0], undefined);
    });
  }
});

function assertMayImport(room: string, path: string, name: string): void {
  if (name.startsWith('.')) {
    const target = normalize(join(dirname(path), name)).split(sep)[0];
    assert.ok(target === room || target === 'core', `${room} imports ${name}`);
    return;
  }
  const allowed = packages[room]?.[name];
  assert.ok(allowed, `${room} imports ${name}`);
  assert.ok(allowed === 'anywhere' || allowed.some(start => path.startsWith(start)), `${path} imports ${name}`);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(path => path.split(sep).join('/'))
    .filter(path => path.endsWith('.ts'));
}
