// What the view's page holds besides its script: the words and the keys of the view, and the translations of all other words.
import { language } from '../words/locale';
import { keys, otherKeys } from './words/keys';
import { view } from './words/view';

export interface PageData {
  readonly view: typeof view;
  readonly keys: typeof keys;
  readonly otherKeys: typeof otherKeys;
  /** By message, as in l10n/bundle.l10n.*.json; absent: all messages stay as they are. */
  readonly bundle?: Readonly<Record<string, string>>;
}

/** What the page's `lang` is. */
export const pageLanguage = language;

/** An element that holds it. It is no script and runs nowhere; nothing in it can end the element. */
export function pageDataElement(bundle: PageData['bundle']): string {
  const data: PageData = { view, keys, otherKeys, ...(bundle && { bundle }) };
  return `<script type="application/json" id="page">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
}
