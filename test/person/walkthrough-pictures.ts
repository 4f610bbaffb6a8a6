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
const size = { width: 900, height: 700 };
const clip = { width: 700, height: 400 };
const settings = {
  'editor.minimap.enabled': false,
  'editor.hover.above': false,
  'editor.occurrencesHighlight': 'off',
  'breadcrumbs.enabled': false,
  'workbench.activityBar.location': 'hidden',
};

describe('the pictures of the walkthrough', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`are taken in ${theme}`, async () => {
      const vscode = await open({ 'licenses.yaml': text }, { file: 'licenses.yaml', theme, size, settings });
      const shot = (name: string, x = 4): Promise<void> => picture(vscode, `${name}-${theme}`, x);
      await vscode.page.locator('.squiggly-error').first().waitFor({ timeout: 100_000 });
      await vscode.press('Control+b');
      await vscode.goTo({ line: gapLine, column: 15 });
      await shot('file');
      await vscode.hoverAtCursor();
      await shot('gap');
      await vscode.press('Escape');
      await vscode.lightBulb();
      await shot('fill');
      await vscode.press('Escape');
      await vscode.page.setViewportSize({ width: 1500, height: size.height });
      await vscode.command('License Coverage: Show Timeline');
      await vscode.webviewFrame('.item.gap');
      const box = await vscode.page.locator('.editor-group-container').nth(1).boundingBox();
      await vscode.page.mouse.move(300, 600);
      await shot('timeline', box!.x);
    }).timeout(300_000);
  }
});

/** Of what is below the title bar; `x`: where it begins. */
async function picture(vscode: Workbench, name: string, x: number): Promise<void> {
  await vscode.page.waitForTimeout(800);
  const path = await vscode.shot(`walkthrough-${name}`);
  await vscode.page.screenshot({ path, clip: { x, y: 36, ...clip } });
  copyFileSync(path, join(project, 'media/walkthrough', `${name}.png`));
}
