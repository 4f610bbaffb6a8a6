// No license key comes into the log, whatever is wrong with the files that hold it.
// Before anything asks for VS Code.
import './fake-vscode';

import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { createReports } from '../../src/editor/reports';
import { Stage, setStage } from './fake-vscode';

const fields = [
  ...['key', 'Key', 'licenseKey', 'license_key', 'license-key', 'LICENSE_KEY', 'serial', 'serialNumber', 'Serial'],
  ...['activationCode', 'secret', 'token', 'password', 'signature', 'pin'],
];

let count = 0;
/** Something like a key that stands nowhere else. */
const canary = (): string => `CNRY${++count}-7F3A-Q9Z8`;

/** Read, broken off, and of a vendor; keys in all fields that may hold one, and in comments. */
function files(): Readonly<Record<string, string>> {
  const entry = (field: string, year: number): string =>
    `  - ${field}: ${canary()} # was ${canary()}\n    starts: ${year}-12-01\n    expires: ${year + 1}-11-30\n`;
  const entries = fields.map((field, i) => entry(field, 2050 + i)).join('');
  return {
    'licenses.yaml': `# ${canary()}\nproduct: Foo\nexpiryDay: uncovered\nlicenses:\n${entries}`,
    'broken.licenses.json': `{ "bad": tru, "licenses": [{ "key": "${canary()}", "starts": "2026-02-30" }, { "key": "${canary()}", "starts": }`,
    'broken.licenses.toml': `[[licenses]]\nkey = "${canary()}"\nstarts = 2026-99-99\n[[licenses]]\nkey = "${canary()}\n`,
    'acme.lic':
      `SERVER host 001122334455\nVENDOR acmed\n# ${canary()}\n` +
      `FEATURE f acmed 1.0 1-jan-2050 5 ck=${canary()} SIGN="${canary()}"\nFEATURE f acmed 1.0 x-y-z 5 SIGN=${canary()}\n`,
    'acme.rlm.lic': `HOST host 001122334455\nISV acme\nLICENSE acme f 1.0 permanent 5 sig="${canary()}" _ck=${canary()}\n`,
  };
}

describe('forty keys', () => {
  it('leave no trace in the log, which is not empty', async () => {
    const stage = setStage(new Stage('/a'));
    for (const [name, text] of Object.entries(files())) stage.files.set(`/a/${name}`, text);
    assert.ok(count >= 40, `${count} keys`);
    stage.files.set('/a/closed.licenses.yaml', { error: 'NoPermissions' });
    stage.settings.dateFormats = 'wrong';
    const reports = createReports(stage.log as unknown as vscode.LogOutputChannel);
    try {
      await reports.settled();
      const [{ report } = assert.fail()] = reports.all();
      assert.equal(report.files.length, 5);
      assert.ok(stage.warnings.length >= 1);
      assert.doesNotMatch(stage.warnings.join('\n'), /CNRY/);
      assert.doesNotMatch(report.findings.map(({ message }) => message).join('\n'), /CNRY/);
    } finally {
      reports.dispose();
    }
  });
});
