// The user's settings, as the core wants them.
import * as vscode from 'vscode';
import { checkSwitch, filePatternsOf, readSettings, type Settings } from '../core/settings';

export const section = 'licenseCoverage';

/** What only shows or hides something, and so is none of the core's. */
const switches = ['inlayHints', 'codeLens'] as const;

/** `name`, `value`: the setting that a message is about, and what stands there. */
type Complain = (message: string, name: string, value: unknown) => void;

/** The settings that hold in a folder. Values that can't be meant are told. */
export function settingsFor(scope: vscode.Uri | undefined, complain: Complain): Settings {
  const configuration = vscode.workspace.getConfiguration(section, scope);
  filePatternsOf(configuration.get<unknown>('files'), complain);
  for (const name of switches) checkSwitch(name, configuration.get(name), complain);
  return readSettings(name => configuration.get(name), complain);
}

/** Tells each wrong value once, however often and in however many folders it is read. */
export function complainOnce(warn: (message: string) => void): Complain {
  const told = new Set<string>();
  return (message, name, value) => {
    const key = `${name}\n${JSON.stringify(value)}`;
    if (told.has(key)) return;
    told.add(key);
    warn(message);
  };
}

/** What only changes how a report is shown, so that nothing has to be read again for it. */
const shownOnly: ReadonlySet<string> = new Set(['requestTemplate', 'timelineItems']);

/** Equal where the same files are read in the same way. */
export function readingKey(settings: Settings, ...patterns: readonly (readonly string[])[]): string {
  return JSON.stringify([Object.entries(settings).filter(([name]) => !shownOnly.has(name)), patterns]);
}

/** The user's own patterns of license files in a folder. */
export function filePatterns(scope: vscode.Uri | undefined): readonly string[] {
  const patterns = vscode.workspace.getConfiguration(section, scope).get<unknown>('files');
  return Array.isArray(patterns)
    ? patterns.filter(pattern => typeof pattern === 'string' && pattern.trim() !== '')
    : [];
}

/** Whether something is said behind dates; so it is unless a person does not want it. */
export function wantsInlayHints(scope: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration(section, scope).get<unknown>('inlayHints') !== false;
}

/** Whether lenses stand above entries; only if a person wants them. */
export function wantsCodeLens(scope: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration(section, scope).get<unknown>('codeLens') === true;
}
