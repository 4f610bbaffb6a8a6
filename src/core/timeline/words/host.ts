// What the host says beside the view.
import * as l10n from '@vscode/l10n';
import { shown } from '../../text';

export const viewFailed = l10n.t("The timeline can't be drawn.");
export const viewFailedRemedy = l10n.t(
  'Close this tab, then run “License Coverage: Show Timeline”. “License Coverage: Open Timeline as Text” says the same in words.',
);
export const rowCopied = l10n.t('The row is on the clipboard.');
export const exporting = {
  title: l10n.t('Export Timeline'),
  which: l10n.t('As what?'),
  how: l10n.t('How? Nothing has to be chosen.'),
  anonymous: l10n.t('Anonymize names'),
  anonymousDetail: l10n.t('Products, environments, licenses and files become numbers.'),
  print: l10n.t('Print theme'),
  printDetail: l10n.t('Black on white, told apart by hatches.'),
  svg: 'SVG',
  png: 'PNG',
  png2: 'PNG 2×',
  image: l10n.t('Copy Image'),
  csv: 'CSV',
  markdown: 'Markdown',
  mermaid: 'Mermaid',
  copyMarkdown: l10n.t('Copy as Markdown'),
  details: {
    svg: l10n.t('A picture that stays sharp, with text that can be searched'),
    png: l10n.t('A picture as large as the timeline is now'),
    png2: l10n.t('Twice as large, for print'),
    image: l10n.t('The picture, to be pasted'),
    csv: l10n.t('A table for spreadsheets'),
    markdown: l10n.t('A table'),
    mermaid: l10n.t('A Gantt chart as text, which other programs draw'),
    copyMarkdown: l10n.t('The table, to be pasted'),
  },
  open: l10n.t('Open'),
} as const;

export function exported(file: string): string {
  return l10n.t('{0} is written.', shown(file));
}
export const imageCopied = l10n.t('The picture is on the clipboard.');
export const tableCopied = l10n.t('The table is on the clipboard.');
export const nothingToExport = l10n.t('There is nothing to export: the timeline shows no licenses.');
export function exportedPages(file: string, count: number): string {
  return l10n.t(
    '{0} takes {1} pages: they are files of their own, with -1 to -{1} in their names.',
    shown(file),
    count,
  );
}

export const pictureFailed = l10n.t(
  'The picture could not be made. It may be too large: PNG in single size or SVG may do.',
);
export const copyFailed = l10n.t('The picture could not be put on the clipboard. As PNG it can be saved.');
export const noPicture = l10n.t('The timeline has made no picture within 20 seconds. Nothing was exported.');
export function notWritten(file: string, reason: string): string {
  return l10n.t('{0} could not be written: {1}', shown(file), reason);
}
export const gapsHeading = l10n.t('Gaps');
export const noGaps = l10n.t('None.');
export const allHeading = l10n.t('All licenses and gaps');
export const noLicenseFile = l10n.t('Open a license file to see what it covers.');
export const lastPicture = l10n.t('The file can no longer be read as a license file. This is how it was last.');
