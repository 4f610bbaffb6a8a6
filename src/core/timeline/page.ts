// What the view's page holds besides its script: the words of the view, and the translations of the others.
import { does, keyNames, view } from './words/view';

export interface PageData {
  readonly words: { readonly view: typeof view; readonly does: typeof does; readonly keyNames: typeof keyNames };
  /** By message, as in l10n/bundle.l10n.*.json; absent: all messages stay as they are. */
  readonly bundle?: Readonly<Record<string, string>>;
}

/** The element of the page that has it. */
export const pageDataId = 'page';

/** As JSON that may stand inside of a script element: nothing in it can end that. */
export function pageData(bundle: PageData['bundle']): string {
  const data: PageData = { words: { view, does, keyNames }, ...(bundle && { bundle }) };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
