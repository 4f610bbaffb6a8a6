// A person looks at the tree of products in the Explorer, begins with a first file, and is shown around.
import assert from 'node:assert/strict';
import { until } from '../hosts/until';
import type { Workbench } from '../hosts/workbench';
import { open } from './hooks';
import { gapDay, lineOf, nextDay, story, year } from './stories';

const text = story('licenses.yaml', '5.3.1');
const other = `product: Editor
environment: production
expiryDay: uncovered
licenses:
  - { id: E-1, key: 1234-5678, seats: 20, starts: ${year - 1}-01-01, expires: ${year}-11-30 }
  - { id: E-2, key: <temporary key>, kind: temporary, seats: 20, starts: ${gapDay}, expires: ${nextDay} }
  - { id: E-3, key: 8765-4321, seats: 20, starts: ${nextDay}, expires: never }
---
product: Compiler
licenses:
  - { id: C-1, starts: 2020-01-01, expires: 2020-12-31 }
  - { id: C-2, starts: 2021-01-01, expires: never }
`;

const view = (vscode: Workbench) => vscode.page.locator('.split-view-view', { hasText: 'License Coverage' });
const rows = (vscode: Workbench) => vscode.page.locator('[id="workbench.view.explorer"] [aria-label="License Coverage"] .monaco-list-row, .pane:has([aria-label^="License Coverage"]) .monaco-list-row');

async function openTree(vscode: Workbench): Promise<void> {
  await vscode.command('Explorer: Focus on License Coverage View');
}

describe('a person who looks at the tree', () => {
  it('debug', async () => {
    const vscode = await open({ 'licenses.yaml': text, 'other.licenses.yaml': other }, { file: 'licenses.yaml' });
    await vscode.problems('gap');
    await vscode.press('Control+j');
    await openTree(vscode);
    await vscode.page.waitForTimeout(2500);
    await vscode.shot('tree-1');
    await vscode.press('ArrowRight', 'ArrowDown', 'ArrowDown');
    await vscode.page.waitForTimeout(800);
    await vscode.shot('tree-2');
    console.log(await rows(vscode).evaluateAll(all => all.map(each => each.getAttribute('aria-label'))));
  }).timeout(60_000);
});
