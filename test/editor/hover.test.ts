// The hover as VS Code itself sees it: what it says, its picture, its links, and that a file's words stay words.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { known, ours, put, settled, show, until } from './workspace';

describe('hovers in VS Code', () => {
  /** All parts of the hover on the first place that says so. Asked again until it is there: the file may still be on its way. */
  async function hover(document: vscode.TextDocument, text: string): Promise<vscode.MarkdownString[]> {
    const at = document.positionAt(document.getText().indexOf(text) + 1);
    for (let tries = 0; tries < 600; tries++) {
      const hovers: vscode.Hover[] = await vscode.commands.executeCommand(
        'vscode.executeHoverProvider',
        document.uri,
        at,
      );
      const ours = hovers
        .flatMap(({ contents }) => contents as vscode.MarkdownString[])
        .filter(({ value }) => value.includes('**'));
      if (ours.length > 0) return ours;
      await new Promise(resolve => setTimeout(resolve, 25));
    }
    throw new Error(`no hover on ${text}`);
  }

  it('explain a gap, then its license, trusted with one command of ours and nothing else', async () => {
    const { document } = await show('licenses.toml', known('licenses.toml', '5.3.1'));
    await settled(document.uri, 'gap');
    const parts = await hover(document, document.getText(ours(document.uri)[0]!.range));
    assert.equal(parts.length, 2);
    for (const said of ['24 h without a license', 'In UTC', 'Customer Success Manager', 'Coverage resumes'])
      assert.ok(text(parts[0]!).includes(said), said);
    assert.ok(text(parts[1]!).includes('LIC-1: CrashPlan (tests), subscription'), text(parts[1]!));
    assert.deepEqual(parts[0]!.isTrusted, { enabledCommands: ['licenseCoverage.actOnHover'] });
    assert.equal(parts[1]!.isTrusted ?? false, false);
    for (const part of parts) assert.equal(part.supportHtml ?? false, false);
  });

  it('explain a license, without its key', async () => {
    const { document } = await show('licenses.yaml', known('licenses.yaml', '5.4.0'));
    const [markdown] = await hover(document, 'LIC-1');
    assert.ok(text(markdown!).includes('Next gap: None ahead.'), text(markdown!));
    assert.equal(markdown!.value.includes('3F9A'), false);
  });

  it('explain dates, seats and products', async () => {
    const { document } = await show('licenses.json', known('licenses.json', '5.3.1'));
    await settled(document.uri, 'gap');
    assert.match(text((await hover(document, '500'))[0]!), /LIC-1: 500 seats/);
    assert.match(text((await hover(document, 'CrashPlan'))[0]!), /CrashPlan \(tests\)\*\*[\s\S]*Licenses: 2/);
    assert.match(text((await hover(document, document.getText().match(/\d{4}-12-01/)![0]))[0]!), /LIC-1: start date/);
  });

  it('show words of the file as text, whatever they are', async () => {
    const evil =
      '<img src=https://e.example/x> [a](command:b) https://e.example ![x](https://e.example/y) `c` **d** a@b.example ' +
      '](command:workbench.action.quit) <a href="command:workbench.action.quit">q</a> [x]: command:b';
    const { document } = await show(
      'licenses.yaml',
      known('licenses.yaml', '5.3.1')
        .replace('CrashPlan', JSON.stringify(`CrashPlan ${evil}`))
        .replace('LIC-2', `'LIC-2 ](command:workbench.action.quit) <a href="x">'`),
    );
    await settled(document.uri, 'gap');
    for (const said of ['LIC-2', 'LIC-1', document.getText(ours(document.uri)[0]!.range), 'CrashPlan', '500']) {
      for (const { value } of await hover(document, said)) {
        const rest = value
          .replace(/\[Code42 support: [^\]]*\]\(https:[^)]*\)/, '')
          .replace(/!\[Picture [^\]]*\]\(data:image\/svg\+xml;base64,[\w+/=]*\)/, '')
          .replace(/\[[\w… ]+\]\(command:licenseCoverage\.actOnHover\?[\w%.-]+\)/g, '');
        assert.equal(/https?:|<img|<a|\]\(|@/.exec(rest)?.[0], undefined, value);
      }
    }
  });

  it('have a picture for the theme there is', async () => {
    const { document } = await show('licenses.yaml', known('licenses.yaml', '5.3.1'));
    await settled(document.uri, 'gap');
    const picture = async (): Promise<string> => {
      const [{ value } = assert.fail()] = await hover(document, 'LIC-1');
      return atob(/\(data:image\/svg\+xml;base64,([\w+/=]+)\)/.exec(value)![1]!);
    };
    const settings = vscode.workspace.getConfiguration('workbench');
    const wear = async (theme: string, kind: vscode.ColorThemeKind): Promise<string> => {
      await settings.update('colorTheme', theme, vscode.ConfigurationTarget.Workspace);
      await until(theme, () => vscode.window.activeColorTheme.kind === kind);
      return picture();
    };
    try {
      const light = await wear('Default Light+', vscode.ColorThemeKind.Light);
      const dark = await wear('Default Dark+', vscode.ColorThemeKind.Dark);
      const contrast = await wear('Default High Contrast', vscode.ColorThemeKind.HighContrast);
      for (const svg of [light, dark, contrast]) assert.match(svg, /^<svg [\s\S]*GAP 24 h[\s\S]*<\/svg>$/);
      assert.equal(new Set([light, dark, contrast]).size, 3);
      assert.ok(contrast.includes('#ffffff') && light.includes('#3b3b3b') && dark.includes('#e0e0e0'));
    } finally {
      await settings.update('colorTheme', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('tell of what has just been typed', async () => {
    const text = known('licenses.yaml', '5.3.1');
    const editor = await show('licenses.yaml', text);
    await settled(editor.document.uri, 'gap');
    const at = editor.document.positionAt(text.indexOf('500'));
    await editor.edit(edit => edit.replace(new vscode.Range(at, at.translate(0, 3)), '7'));
    const [markdown] = await hover(editor.document, ' 7');
    assert.match(markdown!.value, /7 seats/);
  });

  describe('links', () => {
    /** The argument of a link by its words, as VS Code hands it to the command. */
    async function link(document: vscode.TextDocument, at: string, words: string): Promise<object> {
      const parts = await hover(document, at);
      const [, json] =
        new RegExp(`\\[${words}\\]\\(command:licenseCoverage\\.actOnHover\\?([^)]+)\\)`).exec(parts[0]!.value) ??
        assert.fail(`no link ${words} in ${parts[0]!.value.replace(/base64,[^)]*/, '…')}`);
      return (JSON.parse(decodeURIComponent(json!)) as object[])[0]!;
    }
    const act = (argument: unknown): Thenable<unknown> =>
      vscode.commands.executeCommand('licenseCoverage.actOnHover', argument);
    const cursor = (): number | undefined => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.offsetAt(editor.selection.active);
    };

    it('go to the next gap, and to the quick fix there', async () => {
      const { document } = await show('licenses.yaml', known('licenses.yaml', '5.3.1'));
      await settled(document.uri, 'gap');
      const gap = document.offsetAt(ours(document.uri)[0]!.range.start);
      await act(await link(document, 'LIC-2', 'Go to Next Gap'));
      await until('the gap', () => cursor() === gap);
      vscode.window.activeTextEditor!.selection = new vscode.Selection(0, 0, 0, 0);
      await act(await link(document, document.getText(ours(document.uri)[0]!.range), 'Quick Fix…'));
      await until('the gap again', () => cursor() === gap);
      await vscode.commands.executeCommand('hideCodeActionWidget');
    });

    it('open the request and the timeline', async () => {
      const { document } = await show('licenses.yaml', known('licenses.yaml', '5.3.1'));
      await settled(document.uri, 'gap');
      const date = document.getText(ours(document.uri)[0]!.range);
      const timeline = await link(document, 'LIC-2', 'Show in Timeline');
      void act(await link(document, date, 'Request Temporary License Key'));
      await until('the draft', () => vscode.window.activeTextEditor?.document.isUntitled);
      assert.match(vscode.window.activeTextEditor!.document.getText(), /CrashPlan/);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await act(timeline);
      const isShown = (): boolean =>
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .some(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('timeline'));
      await until('the timeline', isShown);
    });

    it('do nothing that is not theirs', async () => {
      const { document } = await show('licenses.yaml', known('licenses.yaml', '5.3.1'));
      await settled(document.uri, 'gap');
      const other = await put('notes.txt', 'nothing');
      const uri = document.uri.toString();
      for (const odd of [
        undefined,
        { action: 'workbench.action.closeAllEditors', uri, offset: 1 },
        { action: 'next-gap', uri: other.toString(), offset: 1 },
        { action: 'next-gap', uri: 'no address', offset: 1 },
        { action: 'next-gap', uri, offset: 1e9 },
        { action: 'next-gap', uri, offset: -1 },
        { action: 'request', uri, offset: 0 },
        { action: 'key', uri, offset: 0 },
      ])
        await act(odd);
      assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri);
      assert.equal(cursor(), 0);
    });
  });

  /** Markdown's own words, entities and escapes undone. */
  function text({ value }: vscode.MarkdownString): string {
    return value
      .replace(/&colon;/g, ':')
      .replace(/&period;/g, '.')
      .replace(/&nbsp;/g, ' ')
      .replace(/\\(.)/g, '$1');
  }
});
