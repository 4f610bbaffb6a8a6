// Files that `license-coverage fix` can't or may not write: they stay as they are, and the others are filled.
import assert from 'node:assert/strict';
import { chmodSync, existsSync, linkSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { commandLine } from './command-line';
import { yaml } from './stories';

const { file, put, run, runAs } = commandLine();
const fix = ['fix', '--at', '2026-11-22'];
const filledOne = '1 gap filled with temporary licenses. Type their keys in place of <temporary key>.\n';

function isFilled(path: string): boolean {
  return readFileSync(file(path), 'utf8').includes('<temporary key>');
}

/** Runs something right before the file is opened to be written to. */
function beforeWriting(path: string, script: string): string {
  return `const fs = require('node:fs');
const { openSync, writeSync } = fs;
fs.openSync = (path, ...rest) => {
  const opened = path === ${JSON.stringify(path)} && rest[0] !== 'r';
  if (opened) { ${script} }
  return openSync(path, ...rest);
};`;
}

describe('license-coverage fix, where a file can’t be written', () => {
  beforeEach(() => {
    put('a.licenses.yaml', yaml('A'));
    put('b.licenses.yaml', yaml('B'));
  });

  it('leaves a file that has changed since it was read, and writes the others', () => {
    const script = beforeWriting('a.licenses.yaml', `fs.appendFileSync(path, '# mine');`);
    assert.deepEqual(runAs({ before: script }, ...fix), {
      status: 2,
      stdout: filledOne,
      stderr: 'license-coverage: a.licenses.yaml: it has changed since it was read, so it is left as it is\n',
    });
    assert.equal(readFileSync(file('a.licenses.yaml'), 'utf8'), `${yaml('A')}# mine`);
    assert.ok(isFilled('b.licenses.yaml'));
  });

  it('does not bring back a file that was deleted, and writes the others', () => {
    const script = beforeWriting('a.licenses.yaml', 'fs.unlinkSync(path);');
    const stderr = 'license-coverage: a.licenses.yaml: no such file or folder\n';
    assert.deepEqual(runAs({ before: script }, ...fix), { status: 2, stdout: filledOne, stderr });
    assert.deepEqual([existsSync(file('a.licenses.yaml')), isFilled('b.licenses.yaml')], [false, true]);
  });

  it('leaves every byte where the disk is full', () => {
    // The half of what is written first still fits.
    const full = `const disk = openSync(path, ...rest);
      fs.writeSync = (to, bytes, from, length, position) => {
        if (to !== disk) return writeSync(to, bytes, from, length, position);
        if (from > 0) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
        return writeSync(to, bytes, from, length >> 1, position);
      };
      return disk;`;
    const { status, stdout, stderr } = runAs({ before: beforeWriting('b.licenses.yaml', full) }, ...fix);
    assert.deepEqual([status, stdout], [2, filledOne]);
    assert.equal(stderr, 'license-coverage: b.licenses.yaml: ENOSPC: no space left on device, write\n');
    assert.equal(readFileSync(file('b.licenses.yaml'), 'utf8'), yaml('B'));
  });

  it('counts nothing where nothing was written', () => {
    const script = beforeWriting('a.licenses.yaml', 'fs.unlinkSync(path);');
    assert.equal(runAs({ before: script }, ...fix, 'a.licenses.yaml').stdout, 'No gap filled.\n');
  });

  it('says of a file that may only be read, and of a folder that may not, one line each', function () {
    if (!process.getuid) {
      console.log('      Skipped: this system has no permissions that a test could take away');
      return this.skip();
    }
    put('closed/licenses.yaml', yaml('C'));
    chmodSync(file('a.licenses.yaml'), 0o444);
    chmodSync(file('b.licenses.yaml'), 0o666);
    chmodSync(file('closed'), 0o000);
    // The superuser may do all, so another one takes its place.
    const user = process.getuid() === 0 ? 65_534 : undefined;
    const result = runAs({ user }, ...fix);
    chmodSync(file('closed'), 0o755);
    assert.deepEqual(result, {
      status: 2,
      stdout: filledOne,
      stderr:
        'license-coverage: closed: no permission to read it\n' +
        'license-coverage: a.licenses.yaml: no permission to write to it\n',
    });
    assert.deepEqual([isFilled('a.licenses.yaml'), isFilled('b.licenses.yaml')], [false, true]);
  });

  it('keeps permissions, links to the file and its other names', function () {
    if (process.platform === 'win32') return this.skip();
    chmodSync(file('a.licenses.yaml'), 0o640);
    linkSync(file('a.licenses.yaml'), file('hard'));
    symlinkSync('b.licenses.yaml', file('soft.licenses.yaml'));
    run(...fix, 'a.licenses.yaml', 'soft.licenses.yaml');
    assert.equal(statSync(file('a.licenses.yaml')).mode & 0o777, 0o640);
    assert.ok(lstatSync(file('soft.licenses.yaml')).isSymbolicLink());
    assert.deepEqual(['a.licenses.yaml', 'b.licenses.yaml', 'hard'].map(isFilled), [true, true, true]);
  });
});
