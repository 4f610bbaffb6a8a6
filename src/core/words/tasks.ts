// What a check says in a terminal besides its findings.
import * as l10n from '@vscode/l10n';
import type { Severity } from '../model';

/** `2 errors, 1 warning in 3 license files.` */
export function sum(counts: readonly (readonly [severity: Severity, count: number])[], files: number): string {
  const found = counts.map(([severity, count]) => counted(severity, count)).join(', ');
  if (files === 1)
    return found === '' ? l10n.t('No findings in 1 license file.') : l10n.t('{0} in 1 license file.', found);
  return found === ''
    ? l10n.t('No findings in {0} license files.', files)
    : l10n.t('{0} in {1} license files.', found, files);
}

function counted(severity: Severity, count: number): string {
  switch (severity) {
    case 'error':
      return count === 1 ? l10n.t('1 error') : l10n.t('{0} errors', count);
    case 'warning':
      return count === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', count);
    case 'information':
      return l10n.t('{0} information', count);
    case 'hint':
      return count === 1 ? l10n.t('1 hint') : l10n.t('{0} hints', count);
  }
}

/** `name`: of a folder of the workspace. */
export function noLicenseFiles(name: string): string {
  return l10n.t('{0}: no license files', name);
}
