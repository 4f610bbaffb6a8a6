// What the host has put into the page for the view: its words and keys, and the translations of all other words.
import type { PageData } from '../core/timeline/page';

const { view, keys, otherKeys, bundle }: PageData = JSON.parse(document.getElementById('page')!.textContent!);

export { bundle, keys, otherKeys, view };
