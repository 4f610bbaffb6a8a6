// What a person is told and asked when a language model wants something of the license files.
import * as l10n from '@vscode/l10n';

export const readingCoverage = l10n.t('Looking for gaps between licenses');

export function insertingLicenses(count: number): string {
  return count === 1
    ? l10n.t('Inserting a temporary license into the editor')
    : l10n.t('Inserting {0} temporary licenses into the editor', count);
}

export function insertLicenses(count: number): string {
  return count === 1 ? l10n.t('Insert a temporary license?') : l10n.t('Insert {0} temporary licenses?', count);
}

export const insertedUnsaved = l10n.t(
  'They are inserted into the editor and not saved; Undo takes them back. In place of each key stands a placeholder, to be typed over.',
);

/** `licenses.yaml, line 6`. */
export function linePlace(path: string, line: number): string {
  return l10n.t('{0}, line {1}', path, line);
}

/** What is licensed, and when: `CrashPlan: 2026-11-30 (24 h)`. */
export function newLicense(name: string, days: string): string {
  return l10n.t('{0}: {1}', name, days);
}
