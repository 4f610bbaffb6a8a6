// Completion in native files as VS Code has it: what is offered, once each, and what it types.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { show, until } from './workspace';

const yaml = `environment: completion
product: CrashPlan
expiryDay: covered
licenses:
  - id: LIC-1
    key: 3F9A-11C0-77AB
    kind: subscription
    seats: 500
    starts: 2025-12-01
    expires: 2098-11-30
`;
const json = `{
  "environment": "completion",
  "product": "CrashPlan",
  "expiryDay": "covered",
  "licenses": [
    { "id": "LIC-1", "key": "3F9A-11C0-77AB", "kind": "subscription", "starts": "2025-12-01", "expires": "2098-11-30" }
  ]
}
`;
const toml = `environment = "completion"
product = "CrashPlan"
expiryDay = "covered"

[[licenses]]
id = "LIC-1"
key = "3F9A-11C0-77AB"
kind = "subscription"
starts = 2025-12-01
expires = 2098-11-30
`;

/** Words of the text itself, which VS Code collects, are not ours. Asked for so, whole pieces come last, other than to who types. */
async function offersAt(document: vscode.TextDocument, at: vscode.Position): Promise<readonly vscode.CompletionItem[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    at,
  );
  return items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
}

/** The offers at the `|`, asked for until the extension and its report are there to answer. */
async function offered(
  name: string,
  marked: string,
  isThere: (labels: string) => boolean,
  most = 100,
): Promise<string> {
  const { document } = await show(name, marked.replace('|', ''));
  const at = document.positionAt(marked.indexOf('|'));
  let labels = '';
  for (let tries = 0; tries < most && !isThere(labels); tries++) {
    labels = (await offersAt(document, at)).map(({ label }) => label).join(' ');
    if (!isThere(labels)) await new Promise(resolve => setTimeout(resolve, 50));
  }
  return labels;
}

describe('completion in a native file in VS Code', () => {
  for (const [name, marked, expected] of [
    [
      'licenses.yaml',
      `${yaml}  - id: b\n    |`,
      `key kind seats starts expires profile timezone server vendor product environment expiryDay`,
    ],
    ['licenses.yaml', `${yaml}  - id: b\n    starts: |`, '2098-12-01'],
    ['licenses.yaml', `${yaml}  |`, 'New license'],
    [
      'licenses.json',
      json.replace('}\n  ]', '},\n    { "id": "b", "|" }\n  ]'),
      'key kind seats starts expires profile timezone server vendor product environment expiryDay',
    ],
    [
      'licenses.json',
      json.replace('}\n  ]', '},\n    { "kind": "|" }\n  ]'),
      'subscription temporary perpetual evaluation',
    ],
    ['licenses.json', json.replace('}\n  ]', '},\n    { "key": "|" }\n  ]'), ''],
    ['licenses.json', json.replace('}\n  ]', '},\n    |\n  ]'), 'New license'],
    ['licenses.jsonc', json.replace('}\n  ]', '},\n    { "expires": "|" }\n  ]'), '2099-11-30'],
    ['licenses.toml', `${toml}\n[[licenses]]\nkind = |`, 'subscription temporary perpetual evaluation'],
    ['licenses.toml', `${toml}\n[[|`, '[server] [required] [[licenses]] [[acceptedGaps]]'],
    ['packages.json', '{ "licenses": [{ "kind": "|" }] }', ''],
    ['licenses.json', '{ "licenses": [{ "name": "left-pad", "version": "1", "path": "." }, { "|" }] }', ''],
  ] as const)
    it(`offers each once: ${name} ${JSON.stringify(marked.slice(Math.max(0, marked.indexOf('|') - 25), marked.indexOf('|') + 1))}`, async () => {
      const most = expected === '' ? 20 : 100;
      const labels = await offered(name, marked, said => expected !== '' && said.startsWith(expected), most);
      if (/^\d/.test(expected)) assert.equal(labels.split(' ')[0], expected);
      else assert.equal(labels, expected);
      assert.ok(!labels.includes('3F9A'), 'a key');
    });

  /** Chooses the first offer, once it is there. */
  async function chosen(editor: vscode.TextEditor, isTyped: (text: string) => boolean, asks = true): Promise<void> {
    const text = (): string => editor.document.getText();
    for (let tries = 0; tries < 60 && !isTyped(text()); tries++) {
      if (asks || tries % 10 === 9) await vscode.commands.executeCommand('editor.action.triggerSuggest');
      await new Promise(resolve => setTimeout(resolve, 150));
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
    }
    assert.ok(isTyped(text()), text());
  }

  it('types a field and then its date, in the quotes of JSON', async () => {
    const marked = json.replace('}\n  ]', '},\n    { "id": "b", "expi|" }\n  ]');
    const editor = await show('licenses.json', marked.replace('|', ''));
    await offered('licenses.json', marked, labels => labels.startsWith('key'));
    const at = editor.document.positionAt(marked.indexOf('|'));
    editor.selection = new vscode.Selection(at, at);
    await vscode.window.showTextDocument(editor.document).then(shown => {
      shown.selection = new vscode.Selection(at, at);
    });
    await chosen(vscode.window.activeTextEditor!, text => text.includes('"expires": "2099-11-30" }'));
  });

  it('types a whole license at its own indentation, its key to be typed over', async () => {
    const text = `${yaml}  `;
    const editor = await show('licenses.yaml', text);
    await until('the report', () => vscode.languages.getDiagnostics(editor.document.uri).length >= 0);
    const at = editor.document.positionAt(text.length);
    editor.selection = new vscode.Selection(at, at);
    await chosen(editor, typed => typed.includes('2098-12-01'));
    assert.equal(
      editor.document.getText(),
      `${text}- id: LIC-2\n    key: <license key>\n    kind: subscription\n    seats: 500\n    starts: 2098-12-01\n    expires: 2099-11-30`,
    );
  });
});
