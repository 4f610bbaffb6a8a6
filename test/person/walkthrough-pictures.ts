// Takes the pictures of the walkthrough anew, by hand: npx mocha --require tsx test/person/hooks.ts test/person/walkthrough-pictures.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { exampleFile } from '../../src/core/example';
import { project } from '../hosts/places';
import type { Workbench } from '../hosts/workbench';
import { open } from './hooks';

const example = exampleFile(Date.now());
/** Without keys and without what the picture has no room for. */
const text = example.text.replace(/^#.*\n|^ {4}key: .*\n|^environment.*\n/gm, '').replace(/ +#.*$/gm, '');
const gapDay = example.text.slice(example.gapAt, example.gapAt + 10);
const gapLine = text.slice(0, text.indexOf(gapDay)).split('\n').length;
const size = { width: 720, height: 900 };
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
      const shot = (name: string, x = 4, y = 36): Promise<void> => picture(vscode, `${name}-${theme}`, x, y);
      await vscode.page.locator('.squiggly-error').first().waitFor({ timeout: 100_000 });
      await vscode.press('Control+b');
      await vscode.goTo({ line: gapLine, column: 15 });
      await shot('file');
      await vscode.hoverAtCursor();
      await shot('gap', 4, 226);
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

/** `x` and `y`: where it begins. */
async function picture(vscode: Workbench, name: string, x: number, y: number): Promise<void> {
  await vscode.page.waitForTimeout(800);
  const png = await vscode.page.screenshot({ clip: { x, y, ...clip } });
  writeFileSync(join(project, 'media/walkthrough', `${name}.png`), packed(png));
}

/** The same picture in fewer bytes: the browser packs in haste. */
function packed(png: Buffer): Buffer {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  const pixels = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  const [head] = chunks;
  const all = [
    head!,
    { type: 'IDAT', data: deflateSync(pixels, { level: 9, memLevel: 9 }) },
    { type: 'IEND', data: Buffer.alloc(0) },
  ];
  return Buffer.concat([png.subarray(0, 8), ...all.map(({ type, data }) => chunk(type, data))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
