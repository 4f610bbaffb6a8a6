// Sentences about the whole workspace: how its license files are read, and what was found.
import * as l10n from '@vscode/l10n';

export const readingFiles = l10n.t('Reading license files');

export function readSoFar(read: number, found: number): string {
  return l10n.t('{0} of {1}', read.toLocaleString('en'), found.toLocaleString('en'));
}

/** What a check of all files has come to. */
export interface Checked {
  readonly files: number;
  readonly gaps: number;
  /** Findings that are no gaps. */
  readonly others: number;
  readonly unreadable: number;
}

export function checked({ files, gaps, others, unreadable }: Checked): string {
  if (files === 0) return [l10n.t('There is no license file in the workspace.'), ...leftUnread(unreadable)].join(' ');
  return [filesChecked(files), gapsFound(gaps), ...othersFound(others), ...leftUnread(unreadable)].join(' ');
}

export function stopped(read: number, found: number): string {
  return l10n.t(
    'The check was stopped after {0} of {1} files; what it found is shown.',
    read.toLocaleString('en'),
    found.toLocaleString('en'),
  );
}

function filesChecked(count: number): string {
  return count === 1
    ? l10n.t('One license file was checked.')
    : l10n.t('{0} license files were checked.', count.toLocaleString('en'));
}

function gapsFound(count: number): string {
  if (count === 0) return l10n.t('There is no gap.');
  return count === 1 ? l10n.t('There is one gap.') : l10n.t('There are {0} gaps.', count.toLocaleString('en'));
}

function othersFound(count: number): string[] {
  if (count === 0) return [];
  return [
    count === 1
      ? l10n.t('There is one other finding.')
      : l10n.t('There are {0} other findings.', count.toLocaleString('en')),
  ];
}

function leftUnread(count: number): string[] {
  if (count === 0) return [];
  return [
    count === 1
      ? l10n.t('One file could not be read; the log says why.')
      : l10n.t('{0} files could not be read; the log says why.', count.toLocaleString('en')),
  ];
}

export const showProblems = l10n.t('Show Problems');
export const showLog = l10n.t('Show Log');

export function unreadable(path: string, reason: string): string {
  return l10n.t('{0} can not be read, and so are perhaps others in its folder: {1}', path, reason);
}

export function unsearchable(pattern: string, reason: string): string {
  return l10n.t('License files by the pattern {0} can not be searched for: {1}', pattern, reason);
}

export function unlistable(folder: string, reason: string): string {
  return l10n.t('The folder {0} can not be searched for license files: {1}', folder, reason);
}

export const settingFiles = l10n.t('a list of glob patterns, such as "legal/*.yaml"');
