// What the host has put into the page for the view: its words, and the translations of all others.
import type { PageData } from '../core/timeline/page';

const {
  words: { view, does, keyNames },
  bundle,
}: PageData = JSON.parse(document.getElementById('page')!.textContent!);

export { bundle, does, keyNames, view };
