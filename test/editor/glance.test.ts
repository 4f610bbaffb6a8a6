// What is seen at a glance and how one moves, as VS Code itself sees it: hints, lenses, ways, outlines, selections and folds.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { gapDay, nextDay, year } from '../person/stories';
import { known, put, settled, show, until } from './workspace';

/** Asked until the answer is as wanted: the file may still be on its way to the extension. */
async function ask<T>(
  what: string,
  isWanted: (answer: readonly T[]) => boolean,
  command: string,
  ...args: unknown[]
): Promise<readonly T[]> {
  let answer: readonly T[] = [];
  for (let tries = 0; tries < 100; tries++) {
    answer = (await vscode.commands.executeCommand<T[] | undefined>(command, ...args)) ?? [];
    if (isWanted(answer)) return answer;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error(`Waited in vain for ${what}: ${JSON.stringify(answer)}`);
}

const whole = ({ lineCount }: vscode.TextDocument): vscode.Range => new vscode.Range(0, 0, lineCount, 0);

function hintsOf(
  document: vscode.TextDocument,
  count: number,
  range = whole(document),
): Promise<readonly vscode.InlayHint[]> {
  return ask<vscode.InlayHint>(
    `${count} hints`,
    ({ length }) => length === count,
    'vscode.executeInlayHintProvider',
    document.uri,
    range,
  );
}

function labelOf({ label }: vscode.InlayHint): string {
  return typeof label === 'string' ? label : label.map(({ value }) => value).join('');
}

async function withSetting(section: string, name: string, value: unknown, run: () => Promise<void>): Promise<void> {
  const set = (to: unknown): Thenable<void> =>
    vscode.workspace.getConfiguration(section).update(name, to, vscode.ConfigurationTarget.Workspace);
  await set(value);
  try {
    await run();
  } finally {
    await set(undefined);
  }
}

describe('hints behind dates in VS Code', () => {
  for (const name of ['licenses.json', 'licenses.yaml', 'licenses.toml'] as const)
    it(`say what the gap is: ${name}`, async () => {
      const { document } = await show(name, known(name, '5.3.1'));
      const [end, start] = await hintsOf(document, 2);
      assert.equal(labelOf(end!), `24 h gap → ${gapDay} 00:00 America/Chicago`);
      assert.equal(labelOf(start!), `24 h gap → ${nextDay} 00:00 America/Chicago`);
      const before = document.getText(new vscode.Range(end!.position.translate(0, -12), end!.position));
      assert.ok(before.replace(/"$/, '').endsWith(gapDay), before);
    });

  it('are none of clean entries, none behind the asked lines, and none where they are not wanted', async () => {
    const { document } = await show('licenses.yaml', known('licenses.yaml', '5.3.1'));
    await hintsOf(document, 2);
    const line = document.positionAt(document.getText().indexOf(gapDay)).line;
    assert.equal((await hintsOf(document, 1, new vscode.Range(0, 0, line + 1, 0))).length, 1);
    await withSetting('licenseCoverage', 'inlayHints', false, async () => {
      await hintsOf(document, 0);
    });
    await hintsOf(document, 2);
    const clean = await show(
      'clean.licenses.yaml',
      known('licenses.yaml', '5.4.0').replace('CrashPlan', 'Clean').replace('server:', 'profile: code42\nserver:'),
    );
    await settled(clean.document.uri);
    await hintsOf(clean.document, 0);
  });

  it('go with what is typed', async () => {
    const editor = await show('licenses.yaml', known('licenses.yaml', '5.3.1'));
    await hintsOf(editor.document, 2);
    const at = editor.document.positionAt(editor.document.getText().indexOf('5.3.1'));
    await editor.edit(edit => edit.replace(new vscode.Range(at, at.translate(0, 5)), '5.4.0'));
    // Not those of the text before, not even for a moment.
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      editor.document.uri,
      whole(editor.document),
    );
    assert.deepEqual(hints, []);
    await vscode.commands.executeCommand('undo');
    await hintsOf(editor.document, 2);
  });
});

describe('lenses in VS Code', () => {
  const lensesOf = (document: vscode.TextDocument, count: number): Promise<readonly vscode.CodeLens[]> =>
    ask<vscode.CodeLens>(
      `${count} lenses`,
      ({ length }) => length === count,
      'vscode.executeCodeLensProvider',
      document.uri,
      50,
    );

  it('are there for those who want them, and lead to the gap', async () => {
    const editor = await show('licenses.yaml', known('licenses.yaml', '5.3.1'));
    const { document } = editor;
    await settled(document.uri, 'gap');
    await lensesOf(document, 0);
    await withSetting('licenseCoverage', 'codeLens', true, async () => {
      const lenses = await lensesOf(document, 4);
      const titles = lenses.map(({ command }) => command!.title);
      assert.match(titles[0]!, /^1 gap, in \d+ days$/);
      assert.deepEqual(titles.slice(1), [
        'Show Timeline',
        `Gap of 24 h: ${gapDay} 00:00 to ${nextDay} 00:00 (America/Chicago)`,
        'Insert temporary license…',
      ]);
      assert.match(document.lineAt(lenses[2]!.range.start.line).text, /LIC-2/);
      const { command, arguments: args = [] } = lenses[2]!.command!;
      await vscode.commands.executeCommand(command, ...args);
      assert.ok(
        document.getText(new vscode.Range(editor.selection.active, editor.selection.active.translate(0, 10))) ===
          gapDay,
      );
    });
  });
});

describe('the way from gap to gap in VS Code', () => {
  const gaps = (product: string): string =>
    known('licenses.yaml', '5.3.1').replace('CrashPlan', product).replace('server:', 'profile: code42\nserver:');

  it('goes through the file, then to the next one, and back', async () => {
    const a = await put('a.licenses.yaml', `${gaps('Way A')}\n  - id: LIC-3\n    starts: ${year + 2}-12-01\n`);
    const b = await put('b.licenses.yaml', gaps('Way B'));
    const editor = await vscode.window.showTextDocument(a);
    await settled(a, 'gap', 'gap');
    await settled(b, 'gap');
    const next = async (): Promise<string> => {
      await vscode.commands.executeCommand('licenseCoverage.nextGap');
      return whereabouts();
    };
    const previous = async (): Promise<string> => {
      await vscode.commands.executeCommand('licenseCoverage.previousGap');
      return whereabouts();
    };
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    assert.equal(await next(), `a.licenses.yaml ${gapDay}`);
    assert.equal(await next(), `a.licenses.yaml ${year + 2}-11-30`);
    assert.equal(await next(), `b.licenses.yaml ${gapDay}`);
    assert.equal(await previous(), `a.licenses.yaml ${year + 2}-11-30`);
    assert.equal(await previous(), `a.licenses.yaml ${gapDay}`);
    // Twice at once is two steps.
    await Promise.all([next(), next()]);
    assert.equal(whereabouts(), `b.licenses.yaml ${gapDay}`);
  });

  it('begins without an editor too', async () => {
    const uri = await put('licenses.yaml', gaps('Way C'));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await settled(uri, 'gap');
    await vscode.commands.executeCommand('licenseCoverage.nextGap');
    assert.ok(vscode.window.activeTextEditor);
  });

  function whereabouts(): string {
    const { document, selection } = vscode.window.activeTextEditor!;
    const { active } = selection;
    return `${document.uri.path.split('/').pop()} ${document.getText(new vscode.Range(active, active.translate(0, 10)))}`;
  }
});

describe('outlines of native files in VS Code', () => {
  const lines = (symbols: readonly vscode.DocumentSymbol[], indent = ''): string[] =>
    symbols.flatMap(({ name, detail, children }) => [`${indent}${name} ${detail}`, ...lines(children, `${indent}  `)]);

  for (const name of ['licenses.json', 'licenses.yaml', 'licenses.toml', 'licenses.jsonc'] as const)
    it(`list the licenses of a product: ${name}`, async () => {
      const { document } = await show(name, known(name, '5.4.0'));
      // What the language itself lists stands beside them.
      const symbols = await ask<vscode.DocumentSymbol>(
        'products',
        all => all.some(each => each.name === 'CrashPlan'),
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      const own = symbols.filter(each => each.name === 'CrashPlan');
      assert.deepEqual(lines(own), [
        'CrashPlan tests',
        `  LIC-1 ${year - 1}-12-01 – ${year}-11-30 · 500 seats · subscription`,
        `  LIC-2 ${year}-12-01 – ${year + 2}-11-30 · 500 seats · subscription`,
      ]);
      const [first] = own[0]!.children;
      assert.equal(document.getText(first!.selectionRange), 'LIC-1');
      assert.ok(first!.range.contains(document.positionAt(document.getText().indexOf(gapDay))));
    });

  it('are none of files that are no license files', async () => {
    const { document } = await show('licenses.json', '[{"name":"left-pad","license":"MIT"}]');
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.ok((symbols ?? []).every(({ name }) => name !== 'left-pad' && name !== 'Licenses'));
  });
});

describe('selections and folds in VS Code', () => {
  it('grow in TOML from value to field, entry, list and file', async () => {
    const { document } = await show('licenses.toml', known('licenses.toml', '5.3.1'));
    const text = document.getText();
    const at = document.positionAt(text.indexOf('LIC-1') + 1);
    const grown = (answer: readonly vscode.SelectionRange[]): string[] => {
      const texts: string[] = [];
      for (let range = answer[0]; range; range = range.parent) texts.push(document.getText(range.range));
      return texts;
    };
    const answer = await ask<vscode.SelectionRange>(
      'an entry',
      found => grown(found).some(each => each.startsWith('[[licenses]]')),
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [at],
    );
    const steps = grown(answer);
    for (const [i, step] of steps.entries()) assert.ok(i === 0 || step.includes(steps[i - 1]!));
    for (const expected of ['LIC-1', '"LIC-1"', 'id = "LIC-1"', text]) assert.ok(steps.includes(expected), expected);
  });

  it('grow in a vendor’s file from value to record', async () => {
    const record = `INCREMENT widget acmed 1.0 30-nov-${year + 2} 5 \\\n\tSTART=01-dec-2025 SIGN="00A1 00A2"`;
    const { document } = await show('flexnet.lic', `VENDOR acmed\n${record}\n`);
    await until('the language', () => document.languageId === 'flexnet');
    const at = document.positionAt(document.getText().indexOf('dec-2025'));
    const isRecord = (range: vscode.SelectionRange | undefined): boolean =>
      range !== undefined && (document.getText(range.range) === record || isRecord(range.parent));
    await ask<vscode.SelectionRange>(
      'the record',
      found => isRecord(found[0]),
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [at],
    );
  });

  it('fold the tables of a native TOML file', async () => {
    const { document } = await show('licenses.toml', known('licenses.toml', '5.3.1'));
    const line = (text: string, from = 0): number => document.positionAt(document.getText().indexOf(text, from)).line;
    const second = document.getText().indexOf('LIC-2') - 20;
    const folds = await ask<vscode.FoldingRange>(
      'folds',
      ({ length }) => length === 2,
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    assert.deepEqual(
      folds.map(({ start, end }) => [start, end]),
      [
        [line('[[licenses]]'), line('[[licenses]]') + 6],
        [line('[[licenses]]', second), line('[[licenses]]', second) + 6],
      ],
    );
  });
});
