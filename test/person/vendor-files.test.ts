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
    const [first, second] = await vscode.lightBulb();
    assert.match(first!, new RegExp(`^Insert a comment with the license to ask for: widget, ${year}-11-30 \\(24 h\\)`));
    assert.match(second!, /^Choose whether the expiry day of flexnet licenses counts/);
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
