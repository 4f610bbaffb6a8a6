// A person writes a license into a native file with what VS Code offers, in each notation.
import assert from 'node:assert/strict';
import { until } from '../hosts/until';
import type { Workbench } from '../hosts/workbench';
import { open } from './hooks';
import { year } from './stories';

const head = { product: 'CrashPlan', expiryDay: 'covered' };
const license = {
  id: 'LIC-1',
  key: '3F9A-11C0-77AB',
  kind: 'subscription',
  seats: 500,
  starts: `${year - 1}-12-01`,
  expires: `${year}-11-30`,
};
const yaml = `product: CrashPlan
expiryDay: covered
licenses:
${Object.entries(license)
  .map(([key, value], i) => `${i ? '    ' : '  - '}${key}: ${value}\n`)
  .join('')}`;
const json = `${JSON.stringify({ ...head, licenses: [license] }, null, 2)}\n`;
const toml = `product = "CrashPlan"
expiryDay = "covered"

[[licenses]]
id = "LIC-1"
key = "3F9A-11C0-77AB"
starts = ${year - 1}-12-01
expires = ${year}-11-30
`;

const next = `${year}-12-01`;

/** Opens a file, and waits until the extension has read it. */
async function opened(name: string, text: string): Promise<Workbench> {
  const vscode = await open({ [name]: text }, { file: name });
  await vscode.page.getByRole('button', { name: 'Show Timeline' }).waitFor();
  return vscode;
}

/** What the list shows, once it shows this. */
async function listed({ page }: Workbench, wanted: string): Promise<readonly string[]> {
  const rows = page.locator('.suggest-widget.visible .monaco-list-row');
  let labels: string[] = [];
  await until(`${wanted} to be offered`, async () => {
    labels = await rows.evaluateAll(all => all.map(row => row.getAttribute('aria-label') ?? ''));
    return labels.some(label => label.startsWith(wanted));
  });
  return labels;
}

/** Takes what is offered, once it is the one that Enter would take: the list follows what is typed a little later. */
async function choose(vscode: Workbench, wanted: string): Promise<void> {
  const focused = vscode.page.locator('.suggest-widget.visible .monaco-list-row.focused');
  await until(`${wanted} to be first`, async () => {
    const [label] = await focused.evaluateAll(all => all.map(row => row.getAttribute('aria-label') ?? ''));
    return label?.startsWith(wanted);
  });
  await vscode.press('Enter');
}

describe('a person who writes a license', () => {
  it('has it written by choosing in YAML, and types the key', async () => {
    const vscode = await opened('licenses.yaml', yaml);
    await vscode.goTo({ line: yaml.split('\n').length, column: 1 });
    await vscode.type('  ');
    await vscode.press('Control+Space');
    await listed(vscode, 'New license');
    await vscode.shot('completion-yaml-1-license');
    await vscode.press('Enter');
    await until('the license', async () => (await vscode.editorText()).includes(next));
    await vscode.press('Tab');
    await vscode.type('AAAA-2222');
    await vscode.shot('completion-yaml-2-typed');
    await vscode.press('Escape', 'Escape', 'End', 'Enter');
    await vscode.type('ki');
    assert.ok(!(await vscode.editorText()).includes('<license key>'));
    await vscode.undo();
    await vscode.save();
    const text = vscode.read('licenses.yaml');
    assert.ok(
      text.includes(
        `  - id: LIC-2\n    key: AAAA-2222\n    kind: subscription\n    seats: 500\n    starts: ${next}\n    expires: ${year + 1}-11-30`,
      ),
      text,
    );
  }).timeout(120_000);

  it('has fields and dates offered once each in JSON', async () => {
    const text = json.replace(/}\n {2}]/, '},\n    {\n      "id": "LIC-2",\n      \n    }\n  ]');
    const vscode = await opened('licenses.json', text);
    await vscode.goTo({ line: text.split('\n').indexOf('      ') + 1, column: 7 });
    await vscode.type('"');
    const fields = await listed(vscode, 'starts');
    await vscode.shot('completion-json-1-fields');
    const names = fields.map(label => label.split(',')[0]!);
    assert.equal(new Set(names).size, names.length, names.join());
    await vscode.type('sta');
    await choose(vscode, 'starts');
    await listed(vscode, next);
    await vscode.shot('completion-json-2-dates');
    await vscode.press('Enter');
    await until('the date', async () => (await vscode.editorText()).includes(`"starts": "${next}"`));
    await vscode.save();
    JSON.parse(vscode.read('licenses.json'));
  }).timeout(120_000);

  it('has words and dates offered as they are typed in TOML', async () => {
    const vscode = await opened('licenses.toml', toml);
    await vscode.goTo({ line: toml.split('\n').length, column: 1 });
    await vscode.type('\n[[licenses]]');
    await vscode.press('Escape', 'Enter');
    await vscode.type('ki');
    await choose(vscode, 'kind');
    await listed(vscode, 'temporary');
    await vscode.shot('completion-toml-1-kinds');
    await vscode.type('te');
    await choose(vscode, 'temporary');
    await vscode.press('End', 'Enter');
    await vscode.type('starts = ');
    await listed(vscode, next);
    await vscode.shot('completion-toml-2-dates');
    await vscode.press('Enter');
    await until('both', async () => (await vscode.editorText()).includes(`starts = ${next}`));
    await vscode.save();
    assert.ok(vscode.read('licenses.toml').includes(`kind = "temporary"\nstarts = ${next}`));
  }).timeout(120_000);
});
