// The extension as it is shipped tells its language before any words are made, though nothing else is used of what tells it.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { build } from 'esbuild';

const project = join(__dirname, '..', '..', '..');

/** Stands in for VS Code: whatever is asked of it is a class, a function and an object. */
function anything(bundle: object): object {
  const each: object = new Proxy((() => {}) as () => object, {
    get: (target, name) => {
      if (name === 'prototype') return target.prototype;
      if (name === 'bundle') return bundle;
      if (name === Symbol.toPrimitive) return () => '';
      return name === Symbol.iterator ? [][Symbol.iterator] : each;
    },
    apply: () => each,
  });
  return each;
}

/** The messages that are looked up while the script is loaded. */
async function askedOnLoading(platform: 'node' | 'browser'): Promise<ReadonlySet<string>> {
  const { outputFiles } = await build({
    entryPoints: [join(project, 'src/editor/main.ts')],
    ...{ bundle: true, minify: true, format: 'cjs', platform, target: 'es2022', external: ['vscode'] },
    ...{ write: false, logLevel: 'error' },
  });
  const asked = new Set<string>();
  const bundle = new Proxy({}, { get: (_, name) => void asked.add(String(name)) });
  // What has no names of its own is asked of its prototype.
  const required = (name: string): unknown => (name === 'vscode' ? Object.create(anything(bundle)) : require(name));
  new Function('module', 'exports', 'require', outputFiles[0]!.text)({ exports: {} }, {}, required);
  return asked;
}

describe('the shipped extension', function () {
  this.timeout(60_000);
  for (const platform of ['node', 'browser'] as const) {
    it(`makes its words in the language of the interface, for ${platform}`, async () => {
      const asked = await askedOnLoading(platform);
      for (const message of ['no end', 'Filter products', 'First used here', 'Swap the two dates'])
        assert.ok(asked.has(message), message);
      assert.ok([...asked].some(key => key.startsWith('en/')));
    });
  }
});
