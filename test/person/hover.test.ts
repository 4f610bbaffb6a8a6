// A person points at licenses, dates, seats and products, reads what stands there, and follows the links.
import assert from 'node:assert/strict';
import { project } from '../hosts/places';
import type { Theme } from '../hosts/stage';
import { until } from '../hosts/until';
import type { Workbench } from '../hosts/workbench';
import { open, openStage } from './hooks';
import { gapDay, nextDay, story } from './stories';

const text = story('licenses.yaml', '5.3.1');

describe('a person who points at things', () => {
  for (const theme of ['light', 'dark', 'high contrast'] as const satisfies readonly Theme[]) {
    it(`sees a picture that is clear in a ${theme} theme`, async () => {
      const vscode = await open({ 'licenses.yaml': text }, { file: 'licenses.yaml', theme });
      await vscode.problems('gap');
      await vscode.press('Control+j');
      const hover = await vscode.hover('LIC-1', 'What follows');
      for (const said of [
        'Covers: ',
        'In UTC: ',
        'Length: ',
        'Seats: 500',
        'The expiry day is not covered',
        'Show in Timeline',
      ])
        assert.ok(hover.includes(said), `${said} in ${hover}`);
      const { width, alt } = await picture(vscode);
      assert.equal(width, 360);
      assert.match(alt!, /^Picture of the coverage from [\d-]+ to [\d-]+: 2 licenses, a gap of 24 h/);
      await vscode.shot(`hover-${theme.replace(' ', '-')}-1-license`);
      await vscode.press('Escape');
      await vscode.hover(gapDay, '24 h without a license');
      await vscode.shot(`hover-${theme.replace(' ', '-')}-2-gap`);
    }).timeout(60_000);
  }

  it('reads it as text, and follows a link, in restricted mode too', async () => {
    const stage = await openStage({ extension: project, isRestricted: true });
    const vscode = await stage.open({ 'licenses.yaml': text }, { file: 'licenses.yaml' });
    await vscode.problems('gap');
    await vscode.press('Control+j');
    for (const [index, [said, title]] of Object.entries([
      ['500', 'LIC-1: 500 seats'],
      ['CrashPlan', 'Licenses: 2'],
      [nextDay, 'LIC-2: start date'],
    ] as const)) {
      await vscode.hover(said, title);
      await vscode.shot(`hover-${Number(index) + 3}-${said.replace(/\W/g, '')}`);
    }
    await vscode.page.locator('.monaco-hover:visible a', { hasText: 'Go to Next Gap' }).first().click();
    await until('the cursor at the gap', async () => {
      const { line, column } = await vscode.cursor();
      return text.split('\n')[line - 1]!.slice(column - 1) === gapDay;
    });
    await vscode.press('Control+k', 'Control+i');
    await vscode.press('Control+k', 'Control+i');
    await vscode.press('Alt+F2');
    const view = vscode.page.locator('.accessible-view');
    await view.waitFor();
    const lines = await until('the text', async () => {
      const shown = (await view.locator('.view-lines').innerText()).replaceAll('\u00a0', ' ');
      return shown.includes('24 h') ? shown : undefined;
    });
    await vscode.shot('hover-6-accessible');
    assert.doesNotMatch(lines, /base64|data:|svg/);
  }).timeout(90_000);

  function picture(vscode: Workbench): Promise<{ width: number; alt: string | null }> {
    const image = vscode.page.locator('.monaco-hover:visible img').first();
    return until('the picture', async () => {
      const { width, alt } = await image.evaluate((element: HTMLImageElement) => ({
        width: element.complete ? element.naturalWidth : 0,
        alt: element.alt,
      }));
      return width > 0 ? { width, alt } : undefined;
    });
  }
});
