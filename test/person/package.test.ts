// A person installs the packaged extension and finds a gap with it.
import assert from 'node:assert/strict';
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

describe('a person who installs the package', () => {
  it('finds it among the extensions and a gap among the problems', async function () {
    this.timeout(180_000);
    const vsix = join(freshFolder('package'), 'license-coverage.vsix');
    await runLong({
      title: '    Packaging',
      command: ['npm', 'run', 'package', '--', '--out', vsix],
      cwd: project,
      limit: 120,
    });

    const stage = await openStage({ vsix });
    const vscode = await stage.open({ 'licenses.yaml': licenses }, { file: 'licenses.yaml' });
    const [problem] = await vscode.problems('gap');
    assert.match(problem ?? '', /License Coverage/);

    await vscode.command('View: Show Extensions');
    await vscode.page.locator('.extension-list-item', { hasText: 'License Coverage' }).first().waitFor();
    await vscode.shot('package');
  });
});
