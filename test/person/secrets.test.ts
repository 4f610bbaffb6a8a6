// Looks for license keys in everything that VS Code logs while a person works with files that are full of them.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../hosts/places';
import { until } from '../hosts/until';
import { openStage } from './hooks';

const fields = [
  ...['key', 'Key', 'licenseKey', 'license_key', 'license-key', 'LICENSE_KEY', 'serial', 'serialNumber', 'Serial'],
  ...['activationCode', 'secret', 'token', 'password', 'signature'],
];

let count = 0;
/** Something like a key that stands nowhere else. */
const canary = (): string => `CNRY${String(++count).padStart(3, '0')}-7F3A-Q9Z8`;

/** One that is read, one that breaks off, and one of a vendor; each full of keys, in comments too. */
function files(): Readonly<Record<string, string>> {
  const entry = (field: string, starts: string, expires: string): string =>
    `  - ${field}: ${canary()} # was ${canary()}\n    starts: ${starts}\n    expires: ${expires}\n`;
  const yaml = `# ${canary()}\nenvironment: production\nproduct: Foo\nexpiryDay: uncovered\nlicenses:\n${fields
    .map((field, i) => entry(field, `20${50 + i}-12-01`, `20${51 + i}-11-30`))
    .join('')}`;
  const json = `{ "product": "Bar", "bad": tru, "licenses": [{ "key": "${canary()}", "starts": "2026-02-30" }, { "key": "${canary()}", "starts": }`;
  const toml = `product = "Baz"\n[[licenses]]\nkey = "${canary()}"\nstarts = 2026-99-99\n[[licenses]]\nkey = "${canary()}\n`;
  const flexnet = `SERVER host 001122334455\nVENDOR acmed\n# ${canary()}\nFEATURE f acmed 1.0 1-jan-2050 5 START=1-jan-2049 ck=${canary()} SIGN="${canary()}"\nFEATURE f acmed 1.0 x-y-z 5 SIGN=${canary()}\n`;
  return {
    'gaps.licenses.yaml': yaml,
    'broken.licenses.json': json,
    'broken.licenses.toml': toml,
    'acme.lic': flexnet,
  };
}

describe('a person with forty keys', () => {
  it('leaves none of them in any log', async function () {
    this.timeout(90_000);
    const stage = await openStage({ extension: project, logsAll: true });
    const sources = files();
    assert.ok(count >= 36, `${count} keys`);
    const typed = 'CNRY900-TYPED-KEY';
    const vscode = await stage.open(sources, {
      file: 'gaps.licenses.yaml',
      // Said in the log: proof that it is one, and that it is ours.
      settings: { 'licenseCoverage.dateFormats': 'wrong' },
    });
    await vscode.problems('gap');
    for (const name of Object.keys(sources).slice(1)) {
      await vscode.openFile(name);
      await vscode.press('Control+End', 'Enter');
      await vscode.type('x');
      await vscode.undo();
    }
    await vscode.openFile('gaps.licenses.yaml');
    await vscode.goTo({ line: 8, column: 16 });
    await vscode.hoverAtCursor();
    await vscode.press('Escape');
    await vscode.lightBulb();
    await vscode.choose('Insert temporary license');
    await vscode.type(typed);
    await vscode.save();
    await vscode.command('License Coverage: Show Timeline');

    const ours = await until('our log', () =>
      logsBelow(stage.data).find(({ path, text }) => /license.?coverage/i.test(path) && text.includes('dateFormats')),
    );
    const all = logsBelow(stage.data).filter(({ path }) => /exthost|license/i.test(path));
    assert.ok(all.some(({ path }) => path === ours.path));
    for (const { path, text } of all) assert.equal(/CNRY\d+/.exec(text)?.[0], undefined, path);
  });
});

function logsBelow(folder: string): { readonly path: string; readonly text: string }[] {
  return readdirSync(join(folder, 'logs'), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.log'))
    .map(path => ({ path, text: readFileSync(join(folder, 'logs', path), 'utf8') }));
}
