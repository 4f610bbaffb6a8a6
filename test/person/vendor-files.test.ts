// A person with a FlexNet file sees its gap, has it explained, notes down what to ask for, and pastes the vendor's line.
import assert from 'node:assert/strict';
import { until } from '../hosts/until';
import { open } from './hooks';
import { lineOf, year } from './stories';

const header = 'SERVER licsrv 001122334455 27000\nVENDOR acmed port=27001\nUSE_SERVER\n';

/** One day lies between the two lines of `widget`. */
const flexnet = `# licenses of the design group
${header}INCREMENT widget acmed ${year}.0 29-nov-${year} 25 START=01-dec-${year - 1} \\
\tISSUED=20-nov-${year - 1} SIGN="00A1 11B2 22C3 33D4 44E5 55F6 \\
\t66A7 77B8"
INCREMENT widget acmed ${year}.0 30-nov-${year + 1} 25 START=01-dec-${year} \\
\tISSUED=20-nov-${year} SIGN="00A2 11B3 22C4 33D5 44E6 55F7 \\
\t66A8 77B9"
INCREMENT gadget acmed 1.0 permanent uncounted HOSTID=ANY SIGN="00A3 11B4"
`;

const pasted = `INCREMENT widget acmed ${year}.0 30-nov-${year} 25 START=30-nov-${year} SIGN="00A4 11B5"`;

describe('a person with a FlexNet file', () => {
  it('sees the gap, hovers it, notes what to ask for, pastes the line, undoes it all', async () => {
    const vscode = await open({ 'acme.lic': flexnet }, { file: 'acme.lic' });
    const [problem] = await vscode.problems('gap');
    assert.match(problem!, /widget is not covered for 24 h/);
    assert.ok((await vscode.statusBar()).includes('FlexNet License'));
    await vscode.shot('flexnet-1-problem');

    const hover = await vscode.hover(`29-nov-${year}`, 'Coverage resumes');
    assert.match(hover, /The expiry day is covered: as FlexNet license servers do in practice/);
    assert.match(hover, /licenseCoverage\.profiles/);
    for (const secret of ['00A1', '001122334455', 'licsrv']) assert.equal(hover.includes(secret), false, secret);
    await vscode.shot('flexnet-2-hover');
    await vscode.press('Escape');

    await vscode.goTo({ line: lineOf(flexnet, `29-nov-${year}`), column: 36 });
    const [first, second, third] = await vscode.lightBulb();
    assert.match(first!, new RegExp(`^Insert a comment with the license to ask for: widget, ${year}-11-30 \\(24 h\\)`));
    assert.match(second!, new RegExp(`^Request temporary license key for widget: ${year}-11-30 \\(24 h\\)`));
    assert.match(third!, /^Choose whether the expiry day of flexnet licenses counts/);
    await vscode.shot('flexnet-3-bulb');
    await vscode.press('Enter');
    await until('the comment', async () => (await vscode.editorText()).includes('ask acmed for a temporary license'));
    await vscode.shot('flexnet-4-comment');
    // The gap stays, and the comment is not offered again.
    await vscode.problems('is not covered for 24 h');
    await vscode.goTo({ line: lineOf(flexnet, `29-nov-${year}`), column: 36 });
    assert.doesNotMatch((await vscode.lightBulb()).join('\n'), /Insert a comment/);
    await vscode.press('Escape');
    await vscode.save();
    const commented = vscode.read('acme.lic');
    assert.equal(commented.replace(/^# {1,4}(license-coverage|starts|paste).*\n/gm, ''), flexnet);

    await vscode.goTo({ line: lineOf(commented, 'paste the line'), column: 1 });
    await vscode.press('End', 'Enter');
    // Typing after a comment goes on with none.
    await vscode.type(pasted);
    await until('no problem', async () => (await vscode.problems()).length === 0);
    await vscode.shot('flexnet-5-pasted');
    await vscode.page.getByRole('button', { name: 'Show Timeline' }).click();
    await vscode.webviewFrame('.item.term');
    await vscode.shot('flexnet-6-timeline');
    await vscode.focusEditor();
    for (let i = 0; i < 20 && (await vscode.editorText()).includes('ask acmed'); i++) await vscode.undo();
    await vscode.save();
    assert.equal(vscode.read('acme.lic'), flexnet);
  }).timeout(120_000);

  it('mends what pasting has done: curly quotes, a lost backslash, a second SERVER line', async () => {
    const text = flexnet
      .replace('"00A3 11B4"', '“00A3 11B4”')
      .replace('22C3 33D4 44E5 55F6 \\', '22C3 33D4 44E5 55F6')
      .replace('# licenses', `SERVER licsrv 001122334455 27000\n# licenses`)
      .replace(`29-nov-${year}`, `30-nov-${year}`);
    const mended = flexnet.replace(`29-nov-${year}`, `30-nov-${year}`);
    const vscode = await open({ 'acme.lic': text }, { file: 'acme.lic' });
    await vscode.problems('Curly quotes');
    await vscode.shot('paste-1-problems');
    for (const [place, title] of [
      ['“00A3', 'Make the quotes straight'],
      ['55F6', 'Add the missing backslash'],
      ['SERVER licsrv 001122334455 27000\nVENDOR', 'Remove this line'],
    ] as const) {
      const shown = await vscode.editorText();
      const line = lineOf(shown, place);
      const column = shown.split('\n')[line - 1]!.indexOf(place.split('\n')[0]!) + place.split('\n')[0]!.length;
      await vscode.goTo({ line, column: Math.max(column, 1) });
      assert.ok(
        (await vscode.lightBulb()).some(offered => offered.startsWith(title)),
        title,
      );
      await vscode.choose(title);
      await until(title, async () => (await vscode.editorText()) !== shown);
    }
    await until('no problem', async () => (await vscode.problems()).length === 0);
    await vscode.save();
    assert.equal(vscode.read('acme.lic').split('\n').sort().join('\n'), mended.split('\n').sort().join('\n'));
  }).timeout(120_000);
});

const rlm = `HOST licsrv 001122334455 5053
ISV acmed
LICENSE acmed widget 2.0 29-nov-${year} 25 start=01-dec-${year - 1}
  _ck=00a111b222 sig="60P0453YU8GFSTBRE7K4"
LICENSE acmed widget 2.0 30-nov-${year + 1} 25 start=01-dec-${year}
  _ck=00a211b333 sig="60P0453YU8GFSTBRE7K5"
`;

const lmx = `FEATURE widget
{
  VENDOR = ACME
  START = ${year - 1}-12-01
  END = ${year}-11-29
  COUNT = 25
  KEYTYPE = ADDITIVE
  KEY = mBpIAWB9Uuzl2b2B3v
}
FEATURE widget
{
  VENDOR = ACME
  START = ${year}-12-01
  COUNT = 25
  KEYTYPE = ADDITIVE
  KEY = szCq2WVicpTZXQw9
}
`;

const sap = [
  [`${year - 1}1201`, `${year}1129`],
  [`${year}1201`, '99991231'],
]
  .map(
    ([begin, end]) =>
      `----- Begin SAP License -----\nSAPSYSTEM=H01\nHARDWARE-KEY=H1234567890\nBEGIN=${begin}\nEXPIRATION=${end}\nLKEY=MIIBO\nSWPRODUCTNAME=widget\nSWPRODUCTLIMIT=25\n`,
  )
  .join('');

describe('a person with other vendors’ files', () => {
  for (const [name, text, date, language] of [
    ['site.lic', rlm, `29-nov-${year}`, 'RLM License'],
    ['tools.lic', lmx, `${year}-11-29`, 'LM-X License'],
    ['h01_sap.txt', sap, `${year}1129`, 'License File'],
  ] as const) {
    it(`reads in the hover that the rule is assumed: ${language}`, async () => {
      const vscode = await open({ [name]: text }, { file: name });
      const [problem] = await vscode.problems('gap');
      assert.match(problem!, /widget is not covered for 24 h/);
      await until(language, async () => (await vscode.statusBar()).includes(language));
      const hover = await vscode.hover(date, 'Coverage resumes');
      assert.match(hover, /The expiry day is covered \(assumed\): no page of/);
      for (const secret of ['60P0453', 'mBpIAWB9', 'MIIBO', 'H1234567890', '001122334455'])
        assert.equal(hover.includes(secret), false, secret);
      await vscode.shot(`vendor-${name.replace(/\..*/, '')}`);
      // SAP's files have no comments to ask in.
      await vscode.press('Escape');
      await vscode.goTo({
        line: lineOf(text, date),
        column: text.split('\n')[lineOf(text, date) - 1]!.indexOf(date) + 3,
      });
      const titles = await vscode.lightBulb();
      assert.equal(
        titles.some(title => title.startsWith('Insert a comment')),
        language !== 'License File',
      );
      await vscode.press('Escape');
    }).timeout(60_000);
  }

  it('sees versions as rows of one name in the timeline, and their gap once', async () => {
    const text = `${header}INCREMENT widget acmed 1.0 29-nov-${year} 5 START=01-dec-${year - 1} SIGN=0\nINCREMENT widget acmed 2.0 28-nov-${year} 5 START=01-dec-${year - 1} SIGN=1\nINCREMENT widget acmed 2.0 30-nov-${year + 1} 5 START=01-dec-${year} SIGN=2\n`;
    const vscode = await open({ 'acme.lic': text }, { file: 'acme.lic' });
    const problems = await vscode.problems('gap');
    assert.deepEqual(
      problems
        .filter(problem => problem.includes('is not covered'))
        .map(problem => /^.*?(?= from| for)/.exec(problem)?.[0]),
      ['widget (version 1.0) is not covered', 'widget (version 2.0) is not covered'],
    );
    await vscode.page.getByRole('button', { name: 'Show Timeline' }).click();
    const view = await vscode.webviewFrame('.item.gap');
    assert.match(await view.locator('body').innerText(), /version 1\.0[\s\S]*version 2\.0/);
    await vscode.shot('vendor-versions');
  }).timeout(60_000);
});

describe('a person who writes into a FlexNet file', () => {
  it('finds the licenses in the outline, and is offered keywords and the day after the last license', async () => {
    const vscode = await open({ 'acme.lic': flexnet }, { file: 'acme.lic' });
    await vscode.page.locator('.pane-header', { hasText: 'Outline' }).click();
    const outline = vscode.page.locator('.outline-pane, .outline-tree').first();
    await until('the outline', async () => /widget[\s\S]*gadget/.test(await outline.innerText()));
    for (const secret of ['001122334455', '00A1']) assert.equal((await outline.innerText()).includes(secret), false);
    await vscode.focusEditor();
    await vscode.press('Control+End');
    await vscode.type('INC');
    const suggestions = vscode.page.locator('.suggest-widget.visible');
    await suggestions.getByText('INCREMENT').first().waitFor();
    await vscode.shot('flexnet-7-keywords');
    await vscode.press('Enter');
    await vscode.type(` widget acmed ${year}.0 `);
    await vscode.press('Control+Space');
    await suggestions.getByText('permanent').first().waitFor();
    assert.match(await suggestions.innerText(), new RegExp(`31-dec-${year + 1}`));
    await vscode.shot('flexnet-8-dates');
    await vscode.press('Escape');
  }).timeout(60_000);
});
