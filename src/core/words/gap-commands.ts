// What is said on the way from one gap or problem to the next.
import * as l10n from '@vscode/l10n';
import { shown } from '../text';

/** `what`: the problem in short. `number` counts from 1. */
export function arrived(number: number, total: number, what: string, isWrapped: boolean): string {
  return isWrapped
    ? l10n.t('{0} of {1}, starting over: {2}', number, total, what)
    : l10n.t('{0} of {1}: {2}', number, total, what);
}
export function noGaps(): string {
  return l10n.t('No gaps or problems in the license files.');
}
export function lookingForGaps(): string {
  return l10n.t('License Coverage: reading the license files');
}
export function gone(path: string): string {
  return l10n.t("{0} can't be opened any more.", shown(path));
}
