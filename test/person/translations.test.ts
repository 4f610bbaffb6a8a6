// A person whose VS Code speaks another language: German, Japanese, and one in which every word of ours is in full-width letters.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshFolder, project } from '../hosts/places';
import type { Workbench } from '../hosts/workbench';
import { open, openStage } from './hooks';
import { gapDay, lineOf, story } from './stories';

const text = story('licenses.yaml', '5.3.1');
const files = { 'licenses.yaml': text };

/** Everything of ours that a window shows: a finding, a hover, the light bulb, the tree, the status bar, the timeline. */
async function tour(vscode: Workbench, picture: string): Promise<readonly string[]> {
  const [finding] = await vscode.problems('gap');
  await vscode.goTo({ line: lineOf(text, gapDay), column: 15 });
  const fixes = await vscode.lightBulb();
  await vscode.press('Escape');
  const pane = vscode.page.locator('.part.sidebar .pane').last();
  await pane.locator('.pane-header').click();
  const row = pane.locator('.monaco-list-row').first();
  await row.waitFor();
  const tree = await row.getAttribute('aria-label');
  const hover = await vscode.hover(gapDay, 'CrashPlan');
  await vscode.shot(`${picture}-1`);
  const status = (await vscode.statusBar()).filter(
    item => !/^(?:Ln|Spaces|Tab|UTF-8|LF|YAML|Layout|\W?\d|\W+$)/.test(item),
  );
  return [finding!, ...fixes, tree ?? '', ...hover.split('\n'), ...status];
}

async function timeline(vscode: Workbench, picture: string): Promise<readonly string[]> {
  await vscode.press('Escape');
  await vscode.page.locator('.editor-actions .codicon-graph-line').first().click();
  const frame = await vscode.webviewFrame('.item.gap');
  await vscode.shot(`${picture}-2-timeline`);
  return frame
    .locator('body')
    .evaluate(body => [
      ...(body as HTMLElement).innerText.split('\n'),
      ...[...body.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap(each =>
        ['aria-label', 'title', 'placeholder'].flatMap(name => each.getAttribute(name) ?? []),
      ),
    ]);
}

describe('a person whose VS Code speaks another language', () => {
  for (const [language, words] of [
    ['de', [/Lücke/, /Lizenz/]],
    ['ja', [/空白期間/, /ライセンス/]],
  ] as const) {
    it(`reads it in all places: ${language}`, async () => {
      const vscode = await open(files, { file: 'licenses.yaml', language });
      const said = [
        ...(await tour(vscode, `language-${language}`)),
        ...(await timeline(vscode, `language-${language}`)),
      ];
      for (const word of words)
        assert.ok(
          said.some(line => word.test(line)),
          said.join('\n'),
        );
      assert.equal(vscode.read('licenses.yaml'), text);
    }).timeout(60_000);
  }

  it('finds no word of English', async () => {
    const stage = await openStage({ extension: pseudoExtension() });
    const vscode = await stage.open(files, { file: 'licenses.yaml', language: 'eo' });
    const said = [...(await tour(vscode, 'language-pseudo')), ...(await timeline(vscode, 'language-pseudo'))];
    assert.ok(
      said.some(line => /[ａ-ｚ]{3}/.test(line)),
      said.join('\n'),
    );
    const english = said.filter(line =>
      /[A-Za-z]{2}/.test(allowed.reduce((rest, each) => rest.replaceAll(each, ''), line)),
    );
    assert.deepEqual(english, []);
  }).timeout(90_000);
});

/** Of the file, the same in every language, or VS Code's own. */
const allowed = [
  'Code42 support: Expired license causes gap in coverage',
  ...['licenses.yaml', 'CrashPlan', 'production', 'subscription', 'LIC-1', 'LIC-2', 'America/Chicago', 'UTC'],
  ...['Code42', 'License Coverage', 'expiryDay', 'gap'],
  ...['View Problem', 'Quick Fix...', 'Ln', 'Col', 'Ctrl', 'Shift', 'Alt'],
];

/** A copy of the extension that speaks in full-width letters. */
function pseudoExtension(): string {
  const home = freshFolder('extension');
  for (const name of ['package.json', 'package.nls.json', 'README.md', 'LICENSE'])
    cpSync(join(project, name), join(home, name));
  for (const name of ['dist', 'media', 'l10n']) cpSync(join(project, name), join(home, name), { recursive: true });
  const read = (path: string) =>
    JSON.parse(readFileSync(join(project, path), 'utf8')) as Record<string, string | { readonly message: string }>;
  const translated = (path: string) =>
    Object.fromEntries(
      Object.entries(read(path)).map(([key, value]) => {
        const message = typeof value === 'string' ? value : value.message;
        return [key, key.startsWith('en/') ? 'ja' : pseudo(message)];
      }),
    );
  writeFileSync(join(home, 'l10n/bundle.l10n.eo.json'), JSON.stringify(translated('l10n/bundle.l10n.json')));
  writeFileSync(join(home, 'package.nls.eo.json'), JSON.stringify(translated('package.nls.json')));
  return home;
}

/** In full-width letters, but for what stands for values, icons, addresses of commands and what is in backquotes. */
function pseudo(message: string): string {
  return message.replace(/\{\w+\}|\$\([\w-]+\)|\(command:[^)]*\)|`[^`]*`|[A-Za-z]/g, found =>
    found.length > 1 ? found : String.fromCharCode(found.charCodeAt(0) + 0xfee0),
  );
}
