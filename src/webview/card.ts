// The card beside what the pointer rests on. It can be pointed at itself, and goes by Esc.
import { html } from './dom';

/** How long the pointer rests before the card comes, in ms. */
const rest = 300;
/** How long it may be away from both before the card goes. */
const grace = 200;

export interface Card {
  readonly element: HTMLElement;
  /** Whether there was one to close. */
  close(): boolean;
}

/** `textAt`: what there is to say of an element; `undefined`: nothing. */
export function createCard(chart: HTMLElement, textAt: (target: Element) => string | undefined): Card {
  const element = html('div', { id: 'card', role: 'tooltip', hidden: true });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over: Element | undefined;

  const close = (): boolean => {
    clearTimeout(timer);
    over = undefined;
    const was = !element.hidden;
    element.hidden = true;
    return was;
  };
  const open = (text: string, x: number, y: number): void => {
    element.textContent = text;
    element.hidden = false;
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${Math.max(Math.min(x + 8, innerWidth - width - 8), 8)}px`;
    // Below the pointer where there is room, else above it.
    element.style.top = `${y + 14 + height < innerHeight ? y + 14 : Math.max(y - height - 10, 0)}px`;
  };
  chart.addEventListener('pointerover', event => {
    if (event.pointerType === 'touch') return;
    const target = (event.target as Element).closest('.item') ?? undefined;
    if (target === over) return;
    clearTimeout(timer);
    over = target;
    const text = target && textAt(target);
    if (text === undefined) timer = setTimeout(close, grace);
    else timer = setTimeout(() => open(text, event.clientX, event.clientY), rest);
  });
  for (const area of [chart, element])
    area.addEventListener('pointerleave', () => {
      clearTimeout(timer);
      timer = setTimeout(close, grace);
    });
  element.addEventListener('pointerenter', () => clearTimeout(timer));
  chart.addEventListener('pointerdown', close);
  chart.addEventListener('scroll', close);
  return { element, close };
}
