// Shared by the command line's tests: its bundle, and a fresh folder for each test to run it in.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const project = join(__dirname, '../..');

/** To be called at the top of a test file, which gets hooks by it. */
export function commandLine() {
  let built: string;
  let folder: string;

  before(function () {
    this.timeout(60_000);
    built = freshFolder('lc-cli-');
    const { build } = require('esbuild') as typeof import('esbuild');
    return build({
      entryPoints: [join(project, 'src/cli/cli.ts')],
      bundle: true,
      platform: 'node',
      mainFields: ['module', 'main'],
      define: { version: '"0.0.0"' },
      outfile: join(built, 'cli.js'),
    });
  });
  beforeEach(() => {
    folder = freshFolder('lc-files-');
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  after(() => rmSync(built, { recursive: true }));

  const file = (path: string): string => join(folder, path);

  const put = (path: string, text: string | Buffer): void => {
    mkdirSync(dirname(file(path)), { recursive: true });
    writeFileSync(file(path), text);
  };

  /** `before`: a script that runs in the same process first. `user`: whose rights it has. */
  const runAs = ({ before, user }: { before?: string; user?: number | undefined }, ...args: readonly string[]) => {
    const script = join(built, 'before.cjs');
    if (before) writeFileSync(script, before);
    const all = [...(before ? ['--require', script] : []), join(built, 'cli.js'), ...args];
    const rights = user === undefined ? {} : { uid: user, gid: user };
    const { status, stdout, stderr } = spawnSync(process.execPath, all, { cwd: folder, encoding: 'utf8', ...rights });
    return { status, stdout, stderr };
  };

  return { file, put, runAs, run: (...args: readonly string[]) => runAs({}, ...args) };
}

/** One that other users can look into as well. */
function freshFolder(name: string): string {
  const path = mkdtempSync(join(tmpdir(), name));
  chmodSync(path, 0o755);
  return path;
}
