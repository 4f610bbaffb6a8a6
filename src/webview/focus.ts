// Hands the focus on when what had it is hidden, gone, or stands for something else: whoever works by keys never has to begin anew.

/** Tells whether an element that has the focus should no longer have it, though it can be seen. */
export type IsStale = (element: Element) => boolean;

export interface FocusKeeper {
  /** Makes a change of what is seen. */
  during(change: () => void): void;
}

/**
 * `otherwise`: gives the focus to what comes next. Where the window does not have it, that waits until it does: a view that takes the
 * focus while a person writes in the editor would have their next words.
 */
export function createFocusKeeper(otherwise: () => void, isStale: IsStale): FocusKeeper {
  let isOwed = false;
  window.addEventListener('focus', () => {
    if (isOwed && isNowhere()) otherwise();
    isOwed = false;
  });
  return {
    during: change => {
      const before = document.activeElement;
      change();
      if (!(before instanceof HTMLElement || before instanceof SVGElement) || before === document.body) return;
      const isGone = !before.isConnected || before.closest('[hidden]') !== null;
      if (!isGone && !isStale(before)) return;
      if (document.hasFocus()) handOn(before, isGone, otherwise);
      else {
        before.blur();
        isOwed = true;
      }
    },
  };
}

export function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** To what has its id now, if anything has. */
function handOn(before: Element, isGone: boolean, otherwise: () => void): void {
  const same = isGone && before.id !== '' ? document.getElementById(before.id) : null;
  if (same && !same.closest('[hidden]')) same.focus({ preventScroll: true });
  else otherwise();
}
