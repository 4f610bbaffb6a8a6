// Stands in for @vscode/l10n in the view's bundle: much smaller, and what is not used is left out. The page brings the translations.

/** By message, as in l10n/bundle.l10n.*.json; `undefined`: the messages stay as they are. */
const bundle: Readonly<Record<string, string>> = JSON.parse(document.getElementById('l10n')?.textContent ?? '{}');

type Value = string | number | boolean;
interface Message {
  readonly message: string;
  readonly comment: readonly string[];
  readonly args?: readonly Value[];
}

/** A message in the language of the page, with its places filled; as `t` of @vscode/l10n. */
// @__NO_SIDE_EFFECTS__
export function t(said: string | Message, ...values: readonly Value[]): string {
  if (typeof said !== 'string') return filled(`${said.message}/${said.comment.join('')}`, said.message, said.args ?? []);
  return filled(said, said, values);
}

function filled(key: string, message: string, values: readonly Value[]): string {
  return (bundle[key] ?? message).replace(/{(\d+)}/g, (place, index) => String(values[index] ?? place));
}
