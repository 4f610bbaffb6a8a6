// Runs inside VS Code: how a workspace of ten thousand license files is read, and how typing goes in it.
import { format } from 'node:util';
import * as vscode from 'vscode';
import { suiteMark } from '../hosts/suite-output';
import { quantile } from './quantile';

declare global {
  /** What `console.log` becomes in the bundle. */
  var benchLog: (...values: unknown[]) => void;
  /** How many files the folder has; set in the bundle. */
  var fileCount: number;
}

const keystrokes = 20;

export async function run(): Promise<void> {
  const { log } = console;
  globalThis.benchLog = (...values) => log(suiteMark + format(...values));
  const folder = vscode.workspace.workspaceFolders![0]!.uri;
  const told = listen();
  const before = process.memoryUsage().heapUsed;
  const held = watchHoldUps();
  const start = performance.now();
  const cpu = process.cpuUsage();
  await vscode.extensions.getExtension('license-coverage.license-coverage')!.activate();
  const shown = vscode.Uri.joinPath(folder, 'teams', 'team-0', 'licenses.yaml');
  const editor = await vscode.window.showTextDocument(shown);
  await until(() => told.uris.size >= 1, 'the first findings');
  const first = performance.now() - start;
  await until(() => told.uris.size >= fileCount, `all findings; there are ${told.uris.size}`);
  const all = performance.now() - start;
  await new Promise(resolve => setTimeout(resolve, 1_000));
  const reading = held();
  const memory = (process.memoryUsage().heapUsed - before) / 1e6;
  console.log(
    `${fileCount} files: first findings after ${first.toFixed(0)} ms, all after ${all.toFixed(0)} ms; extension host held up for ` +
      `${reading.longest.toFixed(0)} ms of processor time at most, ${reading.over} times over 50 ms; ${memory.toFixed(0)} MB more heap; ` +
      `${spent(cpu)} ms of processor time in all`,
  );
  const typing = watchHoldUps();
  const took: number[] = [];
  const typingCpu = process.cpuUsage();
  for (let i = 0; i < keystrokes; i++) {
    const next = told.next(shown);
    const begun = performance.now();
    // A line more above moves the finding.
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), '# x\n'));
    await next;
    took.push(performance.now() - begun);
  }
  const { longest, over } = typing();
  console.log(
    `Typing in one of them: from a keystroke to its findings median ${quantile(took, 0.5).toFixed(0)} ms, p95 ${quantile(took, 0.95).toFixed(0)} ms; ` +
      `extension host held up for ${longest.toFixed(0)} ms of processor time at most, ${over} times over 50 ms; ` +
      `${(Number(spent(typingCpu)) / keystrokes).toFixed(0)} ms of processor time a keystroke`,
  );
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

/** Notes of which files VS Code has told findings; asking for all of them would hold up what is measured. */
function listen(): { readonly uris: Set<string>; next(uri: vscode.Uri): Promise<void> } {
  const uris = new Set<string>();
  vscode.languages.onDidChangeDiagnostics(change => {
    for (const uri of change.uris) uris.add(uri.toString());
  });
  const next = (wanted: vscode.Uri): Promise<void> =>
    new Promise(resolve => {
      const listening = vscode.languages.onDidChangeDiagnostics(change => {
        if (!change.uris.some(uri => uri.toString() === wanted.toString())) return;
        listening.dispose();
        resolve();
      });
    });
  return { uris, next };
}

/** Watches how long others wait for their turn, until it is asked; in processor time, which other programs add nothing to. */
function watchHoldUps(): () => { readonly longest: number; readonly over: number } {
  let [longest, over, last] = [0, 0, process.cpuUsage()];
  const look = (): void => {
    const held = Number(spent(last));
    if (held > 50) over++;
    longest = Math.max(longest, held);
    last = process.cpuUsage();
  };
  const timer = setInterval(look, 1);
  return () => {
    clearInterval(timer);
    return { longest, over };
  };
}

/** In ms. */
function spent(since: NodeJS.CpuUsage): string {
  const { user, system } = process.cpuUsage(since);
  return ((user + system) / 1000).toFixed(0);
}

async function until(isSo: () => boolean, what: string): Promise<void> {
  for (const start = performance.now(); !isSo(); ) {
    if (performance.now() - start > 300_000) throw new Error(`waited in vain for ${what}`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
