// Says things aloud: one polite region, the latest at most once a second.
import { html } from './dom';

const leastPause = 1000;

export function createAnnouncer(): { readonly element: HTMLElement; say(text: string): void } {
  const element = html('p', { id: 'live', class: 'unseen', 'aria-live': 'polite' });
  let last = -leastPause;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    element,
    say: text => {
      if (text === '') return;
      clearTimeout(timer);
      // What was said last need not be said again.
      if (text === element.textContent) return;
      timer = setTimeout(
        () => {
          last = performance.now();
          element.textContent = text;
        },
        Math.max(last + leastPause - performance.now(), 0),
      );
    },
  };
}
