// Runs inside VS Code: how long it takes from a keystroke to its findings.
import { format } from 'node:util';
import * as vscode from 'vscode';
import { suiteMark } from '../hosts/suite-output';
import { licenseData, toJson, toToml, toYaml } from './generate';
import { lineData, toFlexnet } from './generate-lines';

declare global {
  /** What `console.log` becomes in the bundle. */
  var benchLog: (...values: unknown[]) => void;
}

const keystrokes = 100;

export async function run(): Promise<void> {
  const { log } = console;
  globalThis.benchLog = (...values) => log(suiteMark + format(...values));
  const extension = vscode.extensions.getExtension('license-coverage.license-coverage')!;
  await extension.activate();
  await opening();
  for (const entries of [1_000, 10_000]) {
    const data = licenseData(entries);
    for (const [name, text] of [
      ['licenses.json', toJson(data)],
      ['licenses.yaml', toYaml(data)],
      ['licenses.toml', toToml(data)],
    ] as const) {
      const { median, p95, round } = await typing(name, text);
      console.log(
        `${name}, ${entries} entries, ${keystrokes} keystrokes: heard to findings median ${median} ms, p95 ${p95} ms; with VS Code's own way there p95 ${round} ms`,
      );
    }
  }
}

/** How many lines the longest file has that is opened. */
const longFile = 200_000;

/** Opens a long file, and the same under a name that is none of ours, to see what VS Code alone holds up. */
async function opening(): Promise<void> {
  const text = toFlexnet(lineData(Math.ceil(longFile / 3)));
  for (const name of ['acme.text', 'acme.lic']) {
    const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const held = watchHoldUps();
    const start = performance.now();
    await vscode.window.showTextDocument(uri);
    const isOurs = name === 'acme.lic';
    while (isOurs && vscode.languages.getDiagnostics(uri).length === 0 && performance.now() - start < 60_000)
      await new Promise(resolve => setTimeout(resolve, 5));
    const found = performance.now() - start;
    await new Promise(resolve => setTimeout(resolve, 3_000));
    const { longest, over } = held();
    console.log(
      `${name}, ${longFile} lines (${(text.length / 1e6).toFixed(1)} MB) opened: extension host held up for ${longest.toFixed(0)} ms at most, ${over} times over 50 ms` +
        (isOurs ? `; findings after ${found.toFixed(0)} ms` : ''),
    );
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.delete(uri);
  }
}

/** Watches how long others wait for their turn, until it is asked. */
function watchHoldUps(): () => { readonly longest: number; readonly over: number } {
  let [longest, over, last] = [0, 0, performance.now()];
  const look = (): void => {
    const now = performance.now();
    const held = now - last;
    if (held > 50) over++;
    longest = Math.max(longest, held);
    last = now;
  };
  const timer = setInterval(look, 1);
  return () => {
    clearInterval(timer);
    return { longest, over };
  };
}

/** Types into a date in the middle of a file, so that a finding comes or goes with each keystroke. */
async function typing(name: string, text: string): Promise<{ median: string; p95: string; round: string }> {
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const editor = await vscode.window.showTextDocument(uri);
  await new Promise(resolve => setTimeout(resolve, 1_500));
  // The last two digits of a date: a key may have the same ones.
  const half = Math.floor(text.length / 2);
  const middle = half + text.slice(half).search(/(?<=\d{4}-\d\d)-31\b/);
  const place = editor.document.positionAt(middle + 1);
  const range = new vscode.Range(place, place.translate(0, 1));
  const heard: number[] = [];
  const round: number[] = [];
  for (let i = 0; i < keystrokes; i++) {
    let at = 0;
    const listening = vscode.workspace.onDidChangeTextDocument(() => (at ||= performance.now()));
    const isBroken = i % 2 === 0;
    const found = told(uri, isBroken);
    const start = performance.now();
    // 31 becomes 91, an impossible day, and back.
    await editor.edit(edit => edit.replace(range, isBroken ? '9' : '3'));
    const end = await found;
    heard.push(end - at);
    round.push(end - start);
    listening.dispose();
  }
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.workspace.fs.delete(uri);
  return { median: quantile(heard, 0.5), p95: quantile(heard, 0.95), round: quantile(round, 0.95) };
}

/**
 * When the findings say that a date is impossible, or no longer say so. They are asked for again and again, since VS Code tells of
 * changed findings only every 50 ms.
 */
async function told(uri: vscode.Uri, isBroken: boolean): Promise<number> {
  for (;;) {
    const codes = vscode.languages
      .getDiagnostics(uri)
      .map(({ code }) => (code as { value?: string } | undefined)?.value);
    if (codes.includes('invalid-date') === isBroken) return performance.now();
    await new Promise(resolve => setImmediate(resolve));
  }
}

function quantile(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(1);
}
