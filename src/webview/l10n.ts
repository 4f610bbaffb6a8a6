// Stands in for @vscode/l10n in the view's bundle, and is much smaller: the page has the translations, and places are numbers.
import { bundle } from './page';

type Value = string | number | boolean;
interface Message {
  readonly message: string;
  readonly comment: readonly string[];
  readonly args?: readonly Value[];
}

/** A message in the language of the page, with its places filled; as `t` of @vscode/l10n. */
export function t(said: string | Message, ...values: readonly Value[]): string {
  if (typeof said !== 'string')
    return filled(`${said.message}/${said.comment.join('')}`, said.message, said.args ?? []);
  return filled(said, said, values);
}

function filled(key: string, message: string, values: readonly Value[]): string {
  return (bundle?.[key] ?? message).replace(/{(\d+)}/g, (place, index) => String(values[index] ?? place));
}
