// Makes one file of all tests in test/editor or test/editor-unrelated, however many there are, for VS Code to load.
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { mochaOptions, retriesInVSCode } from './mocha-options';
import { project, testFilesIn } from './places';

/** What a suite is to find, so that it can tell when it runs elsewhere than it should. */
export interface Expected {
  readonly host: 'node' | 'worker';
  readonly isTrusted: boolean;
  /** How many the workspace has. */
  readonly folders: number;
  /** Whether the tests are those of a workspace without any license file. */
  readonly isUnrelated: boolean;
}

/** Returns the path of the bundle. */
export async function bundleEditorSuite(expected: Expected): Promise<string> {
  const outfile = join(project, `dist/test/editor-${expected.host}.js`);
  const index = JSON.stringify(join(project, 'test/editor/index.ts'));
  const loads = testFilesIn(expected.isUnrelated ? 'test/editor-unrelated' : 'test/editor').map(
    file => `require(${JSON.stringify(file)});`,
  );
  await build({
    // The tests are required by a function, because mocha has to be there before they are.
    stdin: {
      contents: `import { runSuite } from ${index};\nexport const run = () => runSuite(() => {\n${loads.join('\n')}\n});`,
      resolveDir: project,
    },
    outfile,
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    logLevel: 'warning',
    ...(expected.host === 'node' ? forNode : forWorker),
    define: {
      // VS Code lets nobody replace its extension host's console.
      'console.log': 'suiteLog',
      suiteExpects: JSON.stringify(expected),
      suiteOptions: JSON.stringify(mochaOptions(retriesInVSCode)),
    },
  });
  return outfile;
}

const forNode: BuildOptions = { platform: 'node', mainFields: ['module', 'main'], external: ['vscode', 'mocha'] };

const forWorker: BuildOptions = {
  platform: 'browser',
  external: ['vscode'],
  alias: {
    mocha: join(project, 'test/editor/mocha-in-worker.ts'),
    'node:assert/strict': join(project, 'test/editor/assert-in-worker.ts'),
    'node:util': 'util',
    // The numbers are told in another way there.
    'node:fs': join(project, 'test/editor/no-files.ts'),
  },
  // What the packages in place of Node's own look at.
  banner: { js: 'var process = { env: {} }, global = globalThis; globalThis.suiteLog ??= () => {};' },
};
