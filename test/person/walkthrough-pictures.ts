// Takes the pictures of the walkthrough anew, by hand: npx mocha --require tsx test/person/hooks.ts test/person/walkthrough-pictures.ts
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleFile } from '../../src/core/example';
import { project } from '../hosts/places';
import type { Workbench } from '../hosts/workbench';
import { open } from './hooks';

const example = exampleFile(Date.now());
/** Without keys and without what the picture has no room for. */
const text = example.text.replace(/^#.*\n|^ {4}key: .*\n|^environment.*\n/gm, '').replace(/ +#.*$/gm, '');
const gapDay = example.text.slice(example.gapAt, example.gapAt + 10);
const gapLine = text.slice(0, text.indexOf(gapDay)).split('\n').length;
const size = { width: 800, height: 460 };

describe('the pictures of the walkthrough', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`are taken in ${theme}`, async () => {
      const settings = { 'editor.minimap.enabled': false, 'breadcrumbs.enabled': false, 'workbench.statusBar.visible': false };
      const vscode = await open({ 'licenses.yaml': text }, { file: 'licenses.yaml', theme, size, settings });
      const shot = (name: string): Promise<void> => picture(vscode, `${name}-${theme}`);
      await vscode.problems('gap');
      await vscode.press('Control+b', 'Control+j');
      await vscode.goTo({ line: gapLine, column: 15 });
      await shot('file');
      await vscode.hoverAtCursor();
      await shot('gap');
      await vscode.press('Escape');
      await vscode.lightBulb();
      await shot('fill');
      await vscode.press('Escape');
      await vscode.command('License Coverage: Show Timeline');
      await vscode.webviewFrame('.item.gap');
      await vscode.press('Control+k', 'Control+m');
      await shot('timeline');
    }).timeout(60_000);
  }
});

/** Of what is below the title bar. */
async function picture(vscode: Workbench, name: string): Promise<void> {
  await vscode.page.waitForTimeout(800);
  const path = await vscode.shot(`walkthrough-${name}`);
  const top = 36;
  await vscode.page.screenshot({ path, clip: { x: 0, y: top, width: size.width, height: size.height - top } });
  copyFileSync(path, join(project, 'media/walkthrough', `${name}.png`));
}
