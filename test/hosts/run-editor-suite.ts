// Runs the suite of test/editor inside a real VS Code: that of the desktop where there is one, otherwise the server host.
import { runTests } from '@vscode/test-electron';
import { bundleEditorSuite } from './bundle-editor-suite';
import { chooseHost } from './choose-host';
import { writeCounts } from './counts';
import { freshCopy, freshFolder, project, samples } from './places';

async function main(): Promise<void> {
  const host = await chooseHost();
  if (!('path' in host)) {
    console.log(`Editor suite skipped, because ${host.why}`);
    writeCounts({ passed: 0, failed: 0, skipped: 1, why: host.why });
    return;
  }
  console.log(`Editor suite runs on ${host.name}, because ${host.why}`);
  await runTests({
    vscodeExecutablePath: host.path,
    extensionDevelopmentPath: project,
    extensionTestsPath: await bundleEditorSuite(),
    launchArgs: [freshCopy(samples), `--user-data-dir=${freshFolder('data')}`, '--disable-extensions'],
  });
}

main().then(
  () => process.exit(0),
  error => {
    console.error((error as Error).message);
    process.exit(1);
  },
);
