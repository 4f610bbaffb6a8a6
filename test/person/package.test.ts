// A person installs the packaged extension and finds a gap with it.
import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { freshFolder, project } from '../hosts/places';
import { runLong } from '../hosts/progress';
import { openStage } from './hooks';

/** A gap of a month, in a year that is still to come. */
const year = new Date().getUTCFullYear() + 2;
const licenses = `product: CrashPlan
expiryDay: covered
licenses:
  - id: LIC-1
    starts: ${year - 3}-01-01
    expires: ${year}-01-31
  - id: LIC-2
    starts: ${year}-03-01
    expires: ${year}-12-31
`;

/** What is in the package: each of these, and nothing else. */
const contents = [
  /^(?:package(?:\.nls(?:\.[\w-]+)?)?\.json|readme\.md|changelog\.md|LICENSE(?:\.txt)?|\.vsixmanifest)$/i,
  /^dist\/(?:extension|main|web|timeline|cli)\.js$/,
  /^l10n\/bundle\.l10n(?:\.[\w-]+)?\.json$/,
  /^media\/(?:icon\.png|screenshot[\w-]*\.png|timeline\.css)$/,
  /^media\/rules\/[\w-]+\.md$/,
  /^media\/walkthrough\/[\w-]+\.(?:md|png|svg)$/,
  /^media\/(?:grammars|languages|schemas)\/[\w.-]+\.json$/,
  /^media\/samples\/[\w.-]+$/,
];

function assertContents(packed: readonly string[]): void {
  for (const path of packed)
    assert.ok(
      contents.some(pattern => pattern.test(path)),
      path,
    );
  for (const pattern of contents)
    assert.ok(
      packed.some(path => pattern.test(path)),
      String(pattern),
    );
}

/** Of the one extension in a folder of extensions, by their paths in it. */
function filesOf(extensions: string): string[] {
  const [name] = readdirSync(extensions).filter(each => each.startsWith('license-coverage.'));
  const home = join(extensions, name!);
  return readdirSync(home, { recursive: true, encoding: 'utf8' }).filter(path => statSync(join(home, path)).isFile());
}

describe('a person who installs the package', () => {
  it('finds it among the extensions and a gap among the problems', async function () {
    this.timeout(180_000);
    const vsix = join(freshFolder('package'), 'license-coverage.vsix');
    const said = await runLong({
      title: '    Packaging',
      command: ['npm', 'run', 'package', '--', '--out', vsix],
      cwd: project,
      limit: 120,
    });
    assert.deepEqual(
      said.filter(line => /warning/i.test(line)),
      [],
    );

    const stage = await openStage({ vsix });
    assertContents(filesOf(join(stage.data, 'extensions')));
    const vscode = await stage.open({ 'licenses.yaml': licenses }, { file: 'licenses.yaml' });
    const [problem] = await vscode.problems('gap');
    assert.match(problem ?? '', /License Coverage/);

    await vscode.command('View: Show Extensions');
    await vscode.page.locator('.extension-list-item', { hasText: 'License Coverage' }).first().waitFor();
    await vscode.shot('package');
  });
});
