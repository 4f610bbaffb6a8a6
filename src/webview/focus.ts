// Hands the focus on when what had it is hidden, gone, or stands for something else: whoever works by keys never has to begin anew.

/** Tells whether an element should not have the focus, though it can be seen. */
export type IsStale = (element: Element) => boolean;

export interface FocusKeeper {
  /** Makes a change of what is seen. */
  during(change: () => void): void;
}

/** `otherwise`: gives the focus to what comes next. */
export function createFocusKeeper(otherwise: () => void, isStale: IsStale): FocusKeeper {
  let last: EventTarget | null = null;
  document.addEventListener('focusin', ({ target }) => {
    last = target;
  });
  // A frame that is left forgets what had the focus in it.
  window.addEventListener('focus', () => {
    if (!isNowhere()) return;
    if (canFocus(last) && !isHidden(last) && !isStale(last)) last.focus({ preventScroll: true });
    else otherwise();
  });
  return {
    during: change => {
      const before = document.activeElement;
      change();
      if (!canFocus(before) || before === document.body) return;
      if (!isHidden(before) && !isStale(before)) return;
      // A view that takes the focus while a person writes in the editor would have their next words.
      if (document.hasFocus()) handOn(before, otherwise, isStale);
      else before.blur();
    },
  };
}

export function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function canFocus(target: EventTarget | null): target is HTMLElement | SVGElement {
  return target instanceof HTMLElement || target instanceof SVGElement;
}

function isHidden(element: Element): boolean {
  return !element.isConnected || element.closest('[hidden]') !== null;
}

/** To what has its id now, if anything has. */
function handOn(before: Element, otherwise: () => void, isStale: IsStale): void {
  const same = before.id === '' ? null : document.getElementById(before.id);
  if (same && !isHidden(same) && !isStale(same)) same.focus({ preventScroll: true });
  else otherwise();
}
