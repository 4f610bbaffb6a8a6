// What the light bulb says of hiding a finding by a comment.
import * as l10n from '@vscode/l10n';

/** `rule`: its code, which is the same in all languages. */
export function ignoreOnLine(rule: string): string {
  return l10n.t('Ignore {0} on this line', rule);
}

export function ignoreInFile(rule: string): string {
  return l10n.t('Ignore {0} in this file', rule);
}
