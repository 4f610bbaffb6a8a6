// `license-coverage fix`: what it writes is what the core's fill gives, and what `patch` makes of its diff.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../src/core/analyze';
import { fill, fillableGaps } from '../../src/core/fixes/insert-temporary';
import { readLicenseFile } from '../../src/core/formats';
import { defaultSettings } from '../../src/core/settings';
import { applyEdits } from '../../src/core/text';
import { at } from '../core/read';
import { commandLine, project } from './command-line';
import { earlierHalf, flexnet, laterHalf, stories, yaml } from './stories';

const { file, put, run } = commandLine();
const fix = ['fix', '--at', '2026-11-22'];
const vendorsLeft =
  "1 open gap is left in vendors' files: only the vendor can sign a license that fills it, so ask the vendor.\n";

function putAll(files: Readonly<Record<string, string | Buffer>>): void {
  for (const [path, text] of Object.entries(files)) put(path, text);
}

/** In bytes, so that nothing is lost in reading. */
function bytesOf(files: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.keys(files).map(path => [path, readFileSync(file(path), 'latin1')]));
}

/** What the core's fill makes of the files, in bytes. */
function filledByCore(files: Readonly<Record<string, string | Buffer>>): Record<string, string> {
  const result = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, Buffer.from(text as string).toString('latin1')]),
  );
  const read = Object.entries(files).flatMap(([path, text]) => {
    const source = { path, text: String(text).replace(/^\ufeff/, '') };
    return readLicenseFile(source, defaultSettings) ?? [];
  });
  const sorted = read.sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const { file, edits } of fill(fillableGaps(analyze(sorted, defaultSettings, at)))) {
    const mark = String(files[file.path]).startsWith('\ufeff') ? '\ufeff' : '';
    result[file.path] = Buffer.from(mark + applyEdits(file.text, edits)).toString('latin1');
  }
  return result;
}

describe('license-coverage fix', () => {
  for (const { title, files, gaps } of stories)
    it(`writes what the core’s fill gives, byte for byte, and nothing a second time: ${title}`, () => {
      putAll(files);
      const before = bytesOf(files);
      const { status, stdout, stderr } = run(...fix);
      assert.deepEqual([status, stderr], [0, '']);
      assert.match(stdout, new RegExp(`^${gaps} gaps? filled with temporary licenses\\. `));
      const filled = bytesOf(files);
      assert.deepEqual(filled, filledByCore(files));
      assert.notDeepEqual(filled, before);
      const again = run(...fix);
      assert.deepEqual([again.status, again.stdout], [0, 'acme.lic' in files ? vendorsLeft : 'No open gap to fill.\n']);
      assert.deepEqual(bytesOf(files), filled);
      assert.equal((stdout + again.stdout).includes('SECRET'), false, 'a key is shown');
    });

  it('fills the sample, after which only keys are missing', () => {
    put('licenses.yaml', readFileSync(join(project, 'media/samples/code42-5.3.1.licenses.yaml'), 'utf8'));
    assert.equal(
      run(...fix).stdout,
      '1 gap filled with temporary licenses. Type their keys in place of <temporary key>.\n',
    );
    assert.match(run('check', '--at', '2026-11-22').stdout, /warning pending-key/);
    assert.ok(
      readFileSync(file('licenses.yaml'), 'utf8').includes('  - id: LIC-2025-temp\n    key: <temporary key>\n'),
    );
  });

  it('leaves possible, pending and past gaps, and files without any, as they are', () => {
    const files = {
      'possible.licenses.yaml': yaml('P').replace('expiryDay: uncovered\n', ''),
      'pending.licenses.yaml': `${yaml('Q')}  - id: T\n    product: Q\n    key: <temporary key>\n    starts: 2026-11-30\n    expires: 2026-12-01\n`,
      'past.licenses.yaml': yaml('R').replaceAll('2027', '2024').replaceAll('2026', '2023'),
      'none.licenses.yaml': yaml('S').replace('2026-11-30', '2026-12-01'),
    };
    putAll(files);
    const before = bytesOf(files);
    assert.equal(run(...fix).stdout, 'No open gap to fill.\n');
    assert.deepEqual(bytesOf(files), before);
  });

  it('says how many gaps of vendors are left, and why', () => {
    put('acme.lic', flexnet);
    put('bcme.lic', flexnet.replaceAll('widget', 'gadget'));
    const left =
      "2 open gaps are left in vendors' files: only the vendor can sign licenses that fill them, so ask the vendor.\n";
    assert.deepEqual(run(...fix), { status: 0, stdout: left, stderr: '' });
    assert.deepEqual(run(...fix, '--dry-run'), { status: 0, stdout: '', stderr: `license-coverage: ${left}` });
    assert.equal(run('fix', '--at', '2027-01-01').stdout, 'No open gap to fill.\n');
  });

  it('says how many gaps can not be filled safely', () => {
    const list = 'base: &l [{ product: P, expires: 2026-11-30 }, { product: P, starts: 2026-12-01 }]\n';
    put('licenses.yaml', `${list}expiryDay: uncovered\nlicenses: *l\n`);
    const left = "1 open gap is left: it can't be filled safely in the file, so write licenses by hand.\n";
    assert.equal(run(...fix).stdout, left);
  });
});

describe('license-coverage fix --dry-run', () => {
  const hasPatch = !spawnSync('patch', ['--version']).error;

  for (const { title, files, showsKeys = false } of stories) {
    it(`changes nothing, and shows ${showsKeys ? 'only the one line' : 'no key'}: ${title}`, () => {
      putAll(files);
      const before = bytesOf(files);
      const { status, stdout, stderr } = run(...fix, '--dry-run');
      assert.deepEqual([status, stderr], [0, 'acme.lic' in files ? `license-coverage: ${vendorsLeft}` : '']);
      assert.deepEqual(bytesOf(files), before);
      assert.equal(stdout.includes('SECRET'), showsKeys);
    });

    it(`patch makes of it what fix writes: ${title}`, function () {
      if (!hasPatch) {
        console.log('      Skipped: there is no patch command to apply the diff with');
        return this.skip();
      }
      putAll(files);
      const { stdout } = run(...fix, '--dry-run');
      run(...fix);
      const filled = bytesOf(files);
      putAll(files);
      const patch = spawnSync('patch', ['-p1'], { cwd: file('.'), input: stdout, encoding: 'utf8' });
      assert.equal(patch.status, 0, patch.stdout + patch.stderr);
      assert.equal(/fuzz|offset/.test(patch.stdout), false, patch.stdout);
      assert.deepEqual(bytesOf(files), filled);
    });
  }

  it('shows the new lines alone, each where it will stand', () => {
    put(
      'licenses.yaml',
      `${yaml('P')}  - id: P-3\n    product: P\n    key: SECRET-P-3\n    starts: 2028-01-01\n    expires: 2028-06-01\n`,
    );
    assert.equal(
      run(...fix, '--dry-run').stdout,
      `--- a/licenses.yaml
+++ b/licenses.yaml
@@ -8,0 +9,6 @@
+  - id: P-1-temp
+    product: P
+    key: <temporary key>
+    starts: 2026-11-30
+    expires: 2026-12-01
+    kind: temporary
@@ -13,0 +20,6 @@
+  - id: P-2-temp
+    product: P
+    key: <temporary key>
+    starts: 2027-11-30
+    expires: 2028-01-01
+    kind: temporary
`,
    );
  });

  it('takes no line away where a license is put above another', () => {
    const [head, first, second] = yaml('P').split(/^(?= {2}- )/m);
    put('licenses.yaml', `${head}${second}${first}`);
    assert.match(run(...fix, '--dry-run').stdout, /^---.*\n\+\+\+.*\n@@ -8,0 \+9,6 @@\n(?:\+.*\n){6}$/);
  });

  it('shows no diff where a changed line holds a key, and says so', () => {
    // The key is the last line, which has no line break; a diff can't add one without showing the line.
    const [key] = / {4}key: .*\n/.exec(earlierHalf)!;
    put('a.licenses.yaml', (earlierHalf.replace(key, '') + key).trimEnd());
    put('b.licenses.yaml', laterHalf);
    put('c.licenses.yaml', yaml('Other'));
    const { status, stdout, stderr } = run(...fix, '--dry-run');
    assert.deepEqual(
      [status, stderr],
      [2, 'license-coverage: a.licenses.yaml: its diff is not shown, since line 8 changes and holds a license key\n'],
    );
    assert.equal(stdout.includes('SECRET'), false);
    assert.match(stdout, /^--- a\/c\.licenses\.yaml\n/);
  });
});
