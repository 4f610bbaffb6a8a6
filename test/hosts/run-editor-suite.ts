// Runs the suite of test/editor inside a real VS Code, in one of the ways that people have it: `run-editor-suite.ts [WAY]`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { bundleEditorSuite, type Expected } from './bundle-editor-suite';
import { chooseHost, type Host, type NoHost, serverHost, webHost } from './choose-host';
import { writeCounts } from './counts';
import { freshCopy, freshFolder, project, samples } from './places';

interface Way {
  readonly host: () => Promise<Host | NoHost> | Host | NoHost;
  readonly expected: Expected;
  /** What is opened. */
  readonly opened: () => string;
  readonly args?: readonly string[];
}

const usual: Expected = { host: 'node', isTrusted: true, folders: 1, isUnrelated: false };

const ways: Readonly<Record<string, Way>> = {
  usual: { host: chooseHost, expected: usual, opened: () => freshCopy(samples) },
  worker: { host: webHost, expected: { ...usual, host: 'worker' }, opened: () => freshCopy(samples) },
  unrelated: { host: chooseHost, expected: { ...usual, isUnrelated: true }, opened: unrelatedFolder },
  restricted: {
    host: () => serverHost(),
    expected: { ...usual, isTrusted: false, folders: 2 },
    opened: twoFolders,
    args: ['--restricted'],
  },
  oldest: { host: () => serverHost('oldest'), expected: usual, opened: () => freshCopy(samples), args: ['--oldest'] },
};

async function main(way: Way): Promise<void> {
  const host = await way.host();
  if (!('path' in host)) {
    console.log(`Editor suite skipped, because ${host.why}`);
    writeCounts({ passed: 0, failed: 0, skipped: 1, why: host.why });
    return;
  }
  console.log(`Editor suite runs on ${host.name}, because ${host.why}`);
  await runTests({
    vscodeExecutablePath: host.path,
    extensionDevelopmentPath: project,
    extensionTestsPath: await bundleEditorSuite(way.expected),
    launchArgs: [way.opened(), `--user-data-dir=${freshFolder('data')}`, '--disable-extensions', ...(way.args ?? [])],
  });
}

/** What most folders hold. */
function unrelatedFolder(): string {
  const folder = freshFolder('files');
  for (const [name, text] of Object.entries({
    'package.json': '{ "name": "unrelated", "license": "MIT" }\n',
    'LICENSE.txt': 'MIT License\n',
    'config.yaml': 'expires: 2026-11-30\n',
    'Cargo.toml': '[package]\nlicense = "MIT"\n',
  }))
    writeFileSync(join(folder, name), text);
  return folder;
}

/** A workspace file of two folders, the second of which has settings of its own. */
function twoFolders(): string {
  const [first, second] = [freshCopy(samples), join(freshFolder('files'), 'second')];
  mkdirSync(join(second, '.vscode'), { recursive: true });
  writeFileSync(join(second, '.vscode/settings.json'), JSON.stringify({ 'licenseCoverage.expiryDay': 'covered' }));
  const file = join(freshFolder('workspace'), 'two.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: [first, second].map(path => ({ path, name: basename(path) })) }));
  return file;
}

main(ways[process.argv[2] ?? 'usual']!).then(
  () => process.exit(0),
  error => {
    console.error((error as Error).message);
    process.exit(1);
  },
);
