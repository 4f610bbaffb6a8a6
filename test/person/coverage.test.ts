// A person accepts a gap, sees seats fall short, removes what is no longer needed, and waits for a gap to end.
import assert from 'node:assert/strict';
import { until } from '../hosts/until';
import { open } from './hooks';
import { gapDay, lineOf, nextDay, story, year } from './stories';

describe('a person who means the gap', () => {
  for (const name of ['licenses.yaml', 'licenses.json', 'licenses.toml'] as const) {
    it(`accepts it with a reason, and takes that back: ${name}`, async () => {
      const text = story(name, '5.3.1');
      const vscode = await open({ [name]: text }, { file: name });
      await vscode.problems('gap');
      await vscode.goTo({ line: lineOf(text, gapDay), column: 15 });
      await vscode.lightBulb();
      await vscode.choose('Accept this gap');
      await until('the acceptance', async () => (await vscode.editorText()).includes('acceptedGaps'));
      await vscode.type('migration');
      await until('no problem', async () => (await vscode.problems()).length === 0);
      await vscode.shot(`accepted-${name.slice(9)}`);
      await vscode.save();
      const saved = vscode.read(name);
      assert.match(
        saved,
        new RegExp(`from\\W+${gapDay}\\W+until\\W+${nextDay}\\W+reason\\W+migration\\W+reviewBy\\W+${gapDay}`),
      );
      await vscode.page.getByRole('button', { name: 'Show Timeline' }).click();
      const view = await vscode.webviewFrame('.item.accepted-gap');
      assert.match(await view.locator('#summary').innerText(), /1 gap \(24 h\), 1 accepted/);
      await vscode.shot(`accepted-timeline-${name.slice(9)}`);
      // One undo takes back the typed reason, one more the whole acceptance.
      await vscode.focusEditor();
      await vscode.undo();
      await vscode.undo();
      await vscode.save();
      assert.equal(vscode.read(name), text);
      await vscode.problems('is not covered for 24 h');
    }).timeout(90_000);
  }
});

describe('a person with too few seats', () => {
  it('is told how many, for how long, and of the fall', async () => {
    const text = story('licenses.yaml', '5.4.0')
      .replace(/(LIC-2[\s\S]*seats: )500/, '$15')
      .replace('\nlicenses:', '\nrequired: { seats: 500 }\nlicenses:');
    const vscode = await open({ 'licenses.yaml': text }, { file: 'licenses.yaml' });
    const [shortfall] = await vscode.problems('shortfall');
    assert.match(shortfall!, /CrashPlan \(production\) has 5 of 500 required seats/);
    const drop = (await vscode.problems('seat-drop')).find(problem => problem.includes('seat-drop'));
    assert.match(drop!, new RegExp(`goes down from 500 to 5 seats when LIC-1 expires ${gapDay}`));
    await vscode.shot('seats');
  }).timeout(60_000);
});

describe('a person whose vendor lets the new license begin earlier', () => {
  it('sees the temporary one fade, and removes it by keyboard', async () => {
    const temporary = `  - id: LIC-1-temp\n    key: TEMP-1\n    kind: temporary\n    seats: 500\n    starts: ${gapDay}\n    expires: ${nextDay}\n\n`;
    const text = story('licenses.yaml', '5.3.1')
      .replace('  - id: LIC-2', `${temporary}  - id: LIC-2`)
      .replace(`starts: ${nextDay}`, `starts: ${gapDay}`);
    const vscode = await open({ 'licenses.yaml': text }, { file: 'licenses.yaml' });
    await vscode.goTo({ line: lineOf(text, 'LIC-1-temp'), column: 12 });
    await vscode.page.locator('.squiggly-inline-unnecessary, .squiggly-hint').first().waitFor({ state: 'attached' });
    await vscode.shot('stale-1-faded');
    const [remove] = await vscode.lightBulb();
    assert.match(remove!, /^Remove stale temporary license LIC-1-temp/);
    await vscode.shot('stale-2-bulb');
    await vscode.press('Enter');
    await until('it to be gone', async () => !(await vscode.editorText()).includes('LIC-1-temp'));
    await vscode.save();
    assert.equal(vscode.read('licenses.yaml'), text.replace(temporary, ''));
    await vscode.shot('stale-3-removed');
    await vscode.undo();
    await vscode.save();
    assert.equal(vscode.read('licenses.yaml'), text);
  }).timeout(60_000);
});

describe('a person who only waits', () => {
  it('sees a gap end by itself', async () => {
    const end = Date.now() + 15_000;
    const instant = (ms: number): string => new Date(ms).toISOString();
    const text = `product: Waiting\nlicenses:\n  - { id: A, starts: 2020-01-01, expires: ${instant(end - 86_400_000)} }\n  - { id: B, starts: ${instant(end)}, expires: ${year + 5}-01-01 }\n`;
    const vscode = await open({ 'licenses.yaml': text }, { file: 'licenses.yaml' });
    await vscode.problems('Waiting is not covered for 24 h');
    await vscode.shot('waiting-1-gap');
    await until('no problem', async () => (await vscode.problems()).length === 0);
    assert.ok(Date.now() >= end);
    assert.equal(await vscode.editorText().then(shown => shown.includes('product: Waiting')), true);
    await vscode.shot('waiting-2-over');
  }).timeout(60_000);
});
