// The settings file of the command line: the editor's settings by the same names, found upward.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { defaultSettings } from '../core/settings';

const fileName = 'license-coverage.settings.json';
const settingNames: readonly string[] = ['files', ...Object.keys(defaultSettings)];

/** What the nearest settings file at or above a folder says; empty where there is none. Throws a readable error if it is no JSON object. */
export function findSettings(folder: string): Readonly<Record<string, unknown>> {
  const path = join(folder, fileName);
  if (!existsSync(path)) {
    const parent = dirname(folder);
    return parent === folder ? {} : findSettings(parent);
  }
  const value: unknown = parsed(path);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new SettingsError(`${path} must hold a JSON object`);
  return unprefixed(value as Record<string, unknown>, path);
}

/** The editor's names, `licenseCoverage.timezone`, say the same as the short ones. */
function unprefixed(settings: Readonly<Record<string, unknown>>, path: string): Readonly<Record<string, unknown>> {
  const entries = Object.entries(settings).map(
    ([name, value]) => [name.replace(/^licenseCoverage\./, ''), value] as const,
  );
  const unknown = entries.find(([name]) => !settingNames.includes(name));
  if (unknown) throw new SettingsError(`${path}: there is no setting "${unknown[0]}"`);
  return Object.fromEntries(entries);
}

export class SettingsError extends Error {}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new SettingsError(`${path}: ${error instanceof Error ? error.message : error}`);
  }
}
