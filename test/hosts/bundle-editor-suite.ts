// Makes one file of all tests in test/editor, however many there are, for VS Code to load.
import { join } from 'node:path';
import { build } from 'esbuild';
import { project, testFilesIn } from './places';

/** Returns the path of the bundle. */
export async function bundleEditorSuite(): Promise<string> {
  const outfile = join(project, 'dist/test/editor.js');
  const index = JSON.stringify(join(project, 'test/editor/index.ts'));
  const loads = testFilesIn('test/editor').map(file => `require(${JSON.stringify(file)});`);
  await build({
    // The tests are required by a function, because mocha has to be there before they are.
    stdin: {
      contents: `import { runSuite } from ${index};\nexport const run = () => runSuite(() => {\n${loads.join('\n')}\n});`,
      resolveDir: project,
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    mainFields: ['module', 'main'],
    external: ['vscode', 'mocha'],
    // VS Code lets nobody replace its extension host's console.
    define: { 'console.log': 'suiteLog' },
    logLevel: 'warning',
  });
  return outfile;
}
