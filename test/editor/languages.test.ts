// Outline, folding and completion of vendors' license files as VS Code sees them.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { year } from '../person/stories';
import { show, until } from './workspace';

const flexnet = `# Licenses of ACME
# and of nobody else
SERVER licsrv 001122334455 27000
VENDOR acmed
INCREMENT widget acmed 1.0 30-nov-${year + 2} 5 \\
	START=01-dec-2025 SIGN="00A1 00A2"
`;
const rlm = `HOST licsrv 001122334455 5053
ISV acme
LICENSE acme gadget 1.0 30-nov-${year + 2} 5
  _ck=00 sig="60P0"
`;
const lmx = `FEATURE tool
{
  VENDOR = ACME
  END = ${year + 2}-11-30
  KEY = 0000
}
FEATURE tool
{
  VENDOR = ACME
`;

async function open(language: string, text: string): Promise<vscode.TextEditor> {
  const editor = await show(`${language}.lic`, text);
  await until(`${language} instead of ${editor.document.languageId}`, () => editor.document.languageId === language);
  return editor;
}

/** Asked until the extension is there to answer. */
async function ask<T>(what: string, command: string, ...args: unknown[]): Promise<readonly T[]> {
  let answer: T[] | undefined;
  for (let tries = 0; tries < 100 && !answer?.length; tries++) {
    answer = await vscode.commands.executeCommand<T[] | undefined>(command, ...args);
    if (!answer?.length) await new Promise(resolve => setTimeout(resolve, 50));
  }
  assert.ok(answer?.length, `no ${what}`);
  return answer;
}

function outlineOf(uri: vscode.Uri): Promise<readonly vscode.DocumentSymbol[]> {
  return ask('outline', 'vscode.executeDocumentSymbolProvider', uri);
}

/** What is offered at the end of a document or at a place; words of the text itself, which VS Code collects, are not ours. */
async function offersAt(
  document: vscode.TextDocument,
  at = document.positionAt(document.getText().length),
  typed?: string,
): Promise<readonly string[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    at,
    typed,
  );
  return items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text).map(({ label }) => String(label));
}

describe('the outline of a vendor’s file in VS Code', () => {
  for (const [language, text, expected] of [
    ['flexnet', flexnet, ['licsrv SERVER', 'acmed VENDOR', `  widget 1.0 · 01-dec-2025 – 30-nov-${year + 2} · 5`]],
    ['rlm', rlm, ['licsrv HOST', 'acme ISV', `  gadget 1.0 · until 30-nov-${year + 2} · 5`]],
    ['lmx', lmx, [`tool until ${year + 2}-11-30`, 'tool ']],
  ] as const)
    it(`lists what stands in it: ${language}`, async () => {
      const { document } = await open(language, text);
      const lines = (symbols: readonly vscode.DocumentSymbol[], indent = ''): string[] =>
        symbols.flatMap(({ name, detail, children }) => [
          `${indent}${name} ${detail}`,
          ...lines(children, `${indent}  `),
        ]);
      assert.deepEqual(lines(await outlineOf(document.uri)), expected);
    });

  it('goes from the whole record to the product', async () => {
    const { document } = await open('flexnet', flexnet);
    const [, daemon] = await outlineOf(document.uri);
    const [license] = daemon!.children;
    assert.equal(license!.kind, vscode.SymbolKind.Key);
    assert.equal(document.getText(license!.selectionRange), 'widget');
    assert.deepEqual([license!.range.start.line, license!.range.end.line], [4, 5]);
  });
});

describe('folding of a vendor’s file in VS Code', () => {
  for (const [language, text, expected] of [
    ['flexnet', flexnet, ['Comment 0-1', 'undefined 4-5']],
    ['rlm', rlm, ['undefined 2-3']],
    ['lmx', lmx, ['undefined 0-5', 'undefined 6-8']],
  ] as const)
    it(`knows records and comments: ${language}`, async () => {
      const { document } = await open(language, text);
      const folds = await ask<vscode.FoldingRange>('folds', 'vscode.executeFoldingRangeProvider', document.uri);
      const kindOf = ({ kind }: vscode.FoldingRange): string | undefined => kind && vscode.FoldingRangeKind[kind];
      assert.deepEqual(
        folds.map(fold => `${kindOf(fold)} ${fold.start}-${fold.end}`),
        expected,
      );
    });
});

describe('completion in a vendor’s file in VS Code', () => {
  const next = `01-dec-${year + 2}`;

  it('offers keywords, and dates after a space', async () => {
    const { document } = await open('flexnet', `${flexnet}INCREMENT widget acmed 1.0 `);
    assert.ok((await offersAt(document, new vscode.Position(0, 0))).length === 0, 'something before a comment');
    assert.deepEqual((await offersAt(document, undefined, ' ')).slice(0, 3), [`31-dec-${year + 2}`, 'permanent', next]);
    const { document: rlmDocument } = await open('rlm', rlm);
    assert.ok((await offersAt(rlmDocument)).includes('LICENSE'));
  });

  it('offers a signed license nothing but the attributes that may be added, and none after a space', async () => {
    const { document } = await open('flexnet', flexnet.replace('SIGN="00A1 00A2"', 'SIGN="00A1 00A2" '));
    const end = document.lineAt(5).range.end;
    assert.deepEqual(await offersAt(document, end), [
      'asset_info=',
      'dist_info=',
      'sort=',
      'user_info=',
      'vendor_info=',
    ]);
    assert.deepEqual(await offersAt(document, end, ' '), []);
    for (let line = 4; line <= 5; line++)
      for (let column = 0; column < document.lineAt(line).text.length; column++) {
        const at = new vscode.Position(line, column);
        const offers = await offersAt(document, at);
        assert.ok(offers.every(label => /^(?:asset_info|dist_info|sort|user_info|vendor_info)=$/.test(label)));
      }
  });

  it('types what is chosen', async () => {
    const editor = await open('lmx', `${lmx}  EN`);
    const { document } = editor;
    const end = document.positionAt(document.getText().length);
    editor.selection = new vscode.Selection(end, end);
    const line = (): string => document.lineAt(end.line).text;
    await chosen(() => line() === '  END = ');
    // The dates come by themselves.
    await chosen(() => line() === `  END = ${year + 2}-12-31`, false);
  });

  /** Chooses the first offer, once it is there. */
  async function chosen(isTyped: () => boolean, asks = true): Promise<void> {
    for (let tries = 0; tries < 60 && !isTyped(); tries++) {
      if (asks || tries % 10 === 9) await vscode.commands.executeCommand('editor.action.triggerSuggest');
      await new Promise(resolve => setTimeout(resolve, 150));
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
    }
    assert.ok(isTyped(), vscode.window.activeTextEditor!.document.getText());
  }
});

/** In ms. */
function now(): { wall: number; processor: number } {
  const wall = performance.now();
  // A worker can't tell what the processor did for it.
  if (suiteExpects.host === 'worker') return { wall, processor: wall };
  const { user, system } = process.cpuUsage();
  return { wall, processor: (user + system) / 1000 };
}

describe('a vendor’s file of 200,000 licenses in VS Code', () => {
  it('has outline, folds and offers, and meanwhile the extension host answers', async () => {
    const license = flexnet.slice(flexnet.indexOf('INCREMENT'));
    const content = `VENDOR acmed\n${license.repeat(200_000)}INCREMENT widget acmed 1.0 `;
    const document = await vscode.workspace.openTextDocument({ language: 'flexnet', content });
    // VS Code itself is busy with so long a text first.
    await new Promise(resolve => setTimeout(resolve, 1_000));
    let longest = 0;
    let last = now();
    const timer = setInterval(() => {
      const time = now();
      // A machine with other work may let it wait; that is nobody's doing here.
      longest = Math.max(longest, Math.min(time.wall - last.wall, time.processor - last.processor));
      last = time;
    }, 1);
    try {
      const [daemon, rest] = await outlineOf(document.uri);
      assert.ok(daemon!.children.length > 1_000 && /not listed/.test(rest!.name));
      await ask('folds', 'vscode.executeFoldingRangeProvider', document.uri);
      assert.ok((await offersAt(document, undefined, ' ')).length > 3);
    } finally {
      clearInterval(timer);
    }
    console.log(`      the extension host was busy for ${Math.round(longest)} ms at most`);
    // Some of it VS Code itself takes, for what it sends back and forth.
    // In a worker it is the clock on the wall that tells, and other programs hold that up too.
    assert.ok(longest < (suiteExpects.host === 'worker' ? 1_500 : 150), `${longest} ms`);
  }).timeout(60_000);
});
