// The user's settings, as the core wants them.
import * as vscode from 'vscode';
import { readSettings, type Settings } from '../core/settings';

export const section = 'licenseCoverage';

/** The settings that hold in a folder. Values that can't be meant are told once, in the log. */
export function settingsFor(scope: vscode.Uri | undefined, complain: (message: string) => void): Settings {
  const configuration = vscode.workspace.getConfiguration(section, scope);
  return readSettings(name => configuration.get(name), complain);
}

/** The user's own patterns of license files in a folder. */
export function filePatterns(scope: vscode.Uri | undefined): readonly string[] {
  const patterns = vscode.workspace.getConfiguration(section, scope).get<unknown>('files');
  return Array.isArray(patterns) ? patterns.filter(pattern => typeof pattern === 'string' && pattern !== '') : [];
}
