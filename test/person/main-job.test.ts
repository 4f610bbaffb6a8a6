// A person sees the one-day hole, has it explained, fills it and types the key, in every notation.
import assert from 'node:assert/strict';
import { until } from '../hosts/until';
import { open } from './hooks';
import { gapDay, lineOf, type Name, nextDay, story, year } from './stories';

for (const name of [
  'licenses.yaml',
  'licenses.json',
  'licenses.jsonc',
  'licenses.toml',
] as const satisfies readonly Name[]) {
  const kind = name.slice(name.indexOf('.') + 1);

  describe(`a person with the known case in ${name}`, () => {
    it('sees the gap, hovers it, fills it, types the key, undoes it all', async () => {
      const text = story(name, '5.3.1');
      const vscode = await open({ [name]: text }, { file: name });
      const [problem] = await vscode.problems('gap');
      assert.match(problem!, /CrashPlan \(production\) is not covered for 24 h/);
      assert.match(problem!, /License Coverage.*gap/);
      await vscode.shot(`${kind}-1-problem`);

      const hover = await vscode.hover(gapDay, 'Coverage resumes');
      for (const said of [
        "can't sign in, back up or restore",
        'temporary license key',
        '5.4.0 or later',
        'Coverage resumes',
      ]) {
        assert.ok(hover.includes(said), `the hover does not say "${said}": ${hover}`);
      }
      assert.equal(hover.includes('3F9A'), false);
      await vscode.shot(`${kind}-2-hover`);
      await vscode.press('Escape');

      await vscode.goTo({ line: lineOf(text, gapDay), column: 15 });
      const [first] = await vscode.lightBulb();
      assert.match(first!, new RegExp(`^Insert temporary license for CrashPlan: ${gapDay} \\(24 h\\)`));
      await vscode.shot(`${kind}-3-bulb`);
      await vscode.press('Enter');
      await until('the new entry', async () => (await vscode.editorText()).includes('LIC-1-temp'));
      await vscode.problems('waits for a key');
      await vscode.shot(`${kind}-4-filled`);
      await vscode.type('TEMP-7731');
      await until('the key', async () => (await vscode.editorText()).includes('TEMP-7731'));
      await vscode.save();
      await until('no problem', async () => (await vscode.problems()).length === 0);
      await vscode.shot(`${kind}-5-keyed`);

      const saved = vscode.read(name);
      assert.equal(saved.includes('<temporary key>'), false);
      assert.match(saved, /LIC-1-temp/);
      assert.match(saved, new RegExp(`starts"?[:=\\s"]*${gapDay}[\\s\\S]*expires"?[:=\\s"]*${nextDay}`));
      // One undo takes back the typed key, one more the whole entry.
      await vscode.undo();
      await vscode.undo();
      await vscode.save();
      assert.equal(vscode.read(name), text);
      await vscode.problems('is not covered for 24 h');
    }).timeout(90_000);
  });
}

describe('a person with other rules for the last day', () => {
  it('has nothing to see on a server from 5.4.0 on', async () => {
    const vscode = await open({ 'licenses.yaml': story('licenses.yaml', '5.4.0') }, { file: 'licenses.yaml' });
    await vscode.page.getByRole('button', { name: 'Show Timeline' }).waitFor();
    const hover = await vscode.hover('LIC-1', 'Next gap');
    assert.match(hover, /Next gap: None ahead/);
    assert.deepEqual(await vscode.problems(), []);
  }).timeout(60_000);

  it('is told of a possible gap without a version, and states one', async () => {
    const text = story('licenses.yaml');
    const vscode = await open({ 'licenses.yaml': text }, { file: 'licenses.yaml' });
    const [problem] = await vscode.problems('possible-gap');
    assert.match(problem!, /may not be covered for 24 h/);
    await vscode.goTo({ line: lineOf(text, gapDay), column: 15 });
    const choices = await vscode.lightBulb();
    assert.ok(
      choices.some(choice => choice.startsWith('State the Code42 server version')),
      choices.join('; '),
    );
    await vscode.shot('possible-bulb');
    await vscode.choose('State the Code42 server version');
    await vscode.problems('is not covered for 24 h');
    await vscode.type('5.4.0');
    await until('no problem', async () => (await vscode.problems()).length === 0);
    await vscode.save();
    assert.equal(vscode.read('licenses.yaml'), text.replace('\nlicenses:', '\nserver: { version: 5.4.0 }\nlicenses:'));
    await vscode.shot('possible-stated');
  }).timeout(60_000);
});

describe('a person with two gaps', () => {
  it('fills both at once, types one key, tabs, types the other, and undoes it all', async () => {
    const text = `${story('licenses.yaml', '5.3.1')}\n  - id: LIC-3\n    starts: ${year + 2}-12-01\n    expires: ${year + 9}-11-30\n`;
    const vscode = await open({ 'licenses.yaml': text }, { file: 'licenses.yaml' });
    await vscode.problems('gap');
    await vscode.goTo({ line: lineOf(text, gapDay), column: 15 });
    await vscode.lightBulb();
    await vscode.choose('Fill all 2 gaps');
    await vscode.problems('waits for a key');
    await vscode.type('KEY-ONE');
    await vscode.press('Tab');
    await vscode.type('KEY-TWO');
    await until('no problem', async () => (await vscode.problems()).length === 0);
    await vscode.save();
    await vscode.shot('fill-all');
    const filled = vscode.read('licenses.yaml');
    assert.deepEqual(
      [...filled.matchAll(/id: (\S+)\n {4}key: (\S+)/g)].map(([, id, key]) => `${id} ${key}`),
      ['LIC-1 3F9A-11C0-77AB', 'LIC-1-temp KEY-ONE', 'LIC-2 8D21-4E5F-90CC', 'LIC-2-temp KEY-TWO'],
    );
    for (let steps = 0; steps < 6 && vscode.read('licenses.yaml') !== text; steps++) {
      await vscode.undo();
      await vscode.save();
    }
    assert.equal(vscode.read('licenses.yaml'), text);
  }).timeout(90_000);
});
