// What fixes are called, and what is said of them and of filling a whole workspace.
import * as l10n from '@vscode/l10n';
import type { Coverage, DayRule, Interval, Term } from '../model';
import { shown } from '../text';
import { coverageName, fillStretch, licenseName, productName, termName } from '../words';
import * as locale from './locale';

export function insertTemporary(coverage: Coverage, gap: Interval, rule: DayRule): string {
  return l10n.t('Insert temporary license for {0}: {1}', productName(coverage.product), fillStretch(rule, gap));
}

export function askVendor(coverage: Coverage, gap: Interval, rule: DayRule): string {
  return l10n.t(
    'Insert a comment with the license to ask for: {0}, {1}',
    ...[coverageName(coverage), fillStretch(rule, gap)],
  );
}

export function chooseRule(format: string): string {
  return l10n.t('Choose whether the expiry day of {0} licenses counts (setting)', format);
}

export function fillAll(count: number): string {
  return l10n.t('Fill all {0} gaps in this file with temporary licenses', count);
}

export function stateExpiryDay(said: 'covered' | 'uncovered', product: string | undefined): string {
  return said === 'covered'
    ? l10n.t('State that the expiry day is covered for {0} (expiryDay: covered)', productName(product))
    : l10n.t('State that the expiry day is not covered for {0} (expiryDay: uncovered)', productName(product));
}

export function setServerVersion(product: string | undefined): string {
  return l10n.t('Set server version 5.4.0 for {0}, after upgrading', productName(product));
}
export const stateServerVersion = l10n.t('State the Code42 server version, which decides about the expiry day');

export function acceptGap(coverage: Coverage, gap: Interval, rule: DayRule): string {
  return l10n.t('Accept this gap of {0}: {1}', productName(coverage.product), fillStretch(rule, gap));
}

export function requestKey(coverage: Coverage, gap: Interval, rule: DayRule): string {
  return l10n.t('Request temporary license key for {0}: {1}', coverageName(coverage), fillStretch(rule, gap));
}
export function enterKey(term: Term): string {
  return l10n.t('Enter license key for {0}', licenseName(term.id, term.product));
}

export const enterKeyPrompt = l10n.t('It is written into the file in place of the placeholder, and nowhere else.');
export const emptyKey = l10n.t('Enter the key that the vendor has sent.');
export const oddKey = l10n.t('A key has no line breaks or control characters.');
export const placeholderKey = l10n.t('This is a placeholder, not a key.');

export const removeAcceptance = l10n.t('Remove this acceptance');
export function removeTemporary(term: Term): string {
  return term.id === undefined
    ? l10n.t('Remove stale temporary license of {0}', productName(term.product))
    : l10n.t('Remove stale temporary license {0}', termName(term));
}

export function removeAllTemporary(count: number): string {
  return l10n.t('Remove all {0} stale temporary licenses in this file', locale.number(count));
}
export const removeDuplicate = l10n.t('Remove this duplicate');
export function renameTo(id: string): string {
  return l10n.t('Rename to "{0}"', shown(id));
}

export function reviewAgain(date: string): string {
  return l10n.t('Review again by {0}', date);
}

export function replaceBy(text: string): string {
  return l10n.t('Change to "{0}"', text);
}

export const swapDates = l10n.t('Swap the two dates');

export const changedMeanwhile = l10n.t('The file has changed, and this no longer applies to it. Nothing was changed.');
export const cannotEdit = l10n.t("This can't be written here without touching something else. Nothing was changed.");
export function readOnly(file: string): string {
  return l10n.t('{0} is read-only. Nothing was changed.', shown(file));
}

// Filling a whole workspace

export const fillingWorkspace = l10n.t('License Coverage: looking for gaps');
export const nothingToFill = l10n.t('No license file of this workspace has a gap that a temporary license can fill.');
export function fillPreviewed(gaps: number, files: number): string {
  return l10n.t({
    message: '{0} in {1} can be filled. Nothing is written yet.',
    args: [gapCount(gaps), fileCount(files)],
    comment: ['"2 gaps" and "1 file".'],
  });
}
export const fillNow = l10n.t({ message: 'Fill', comment: ['A button: fills gaps with temporary licenses.'] });
export const discardFill = l10n.t({ message: 'Discard', comment: ['A button.'] });
export const previewAgain = l10n.t({ message: 'Preview Again', comment: ['A button.'] });
export function fillPreviewTitle(gaps: number): string {
  return gaps === 1 ? l10n.t('Fill 1 Gap (Preview)') : l10n.t('Fill {0} Gaps (Preview)', locale.number(gaps));
}
export function filledWorkspace(gaps: number, files: number): string {
  return l10n.t({
    message: '{0} in {1} filled. Type the keys in place of the placeholders.',
    args: [gapCount(gaps), fileCount(files)],
    comment: ['"2 gaps" and "1 file".'],
  });
}
export function gapCount(count: number): string {
  return count === 1 ? l10n.t('1 gap') : l10n.t('{0} gaps', locale.number(count));
}
export function fileCount(count: number): string {
  return count === 1 ? l10n.t('1 file') : l10n.t('{0} files', locale.number(count));
}
export function leftAlone(files: readonly string[]): string {
  return l10n.t('Changed meanwhile, so left alone: {0}.', firstOf(files));
}
export function notWritable(files: readonly string[]): string {
  return l10n.t('Read-only, so left out: {0}.', firstOf(files));
}
function firstOf(files: readonly string[]): string {
  const first = files.slice(0, 5).map(shown).join(', ');
  return files.length > 5 ? l10n.t('{0}, and {1} more', first, files.length - 5) : first;
}
