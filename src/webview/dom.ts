// Makes elements from names, attributes and text, and brings a drawing up to date: nothing here takes markup.
import type { Shape } from '../core/timeline/shape';

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

export function html<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(key, value === true ? '' : String(value));
  }
  element.append(...children);
  return element;
}

export function button(id: string | undefined, text: string, onClick: () => void): HTMLButtonElement {
  const element = html('button', { id, type: 'button' }, text);
  element.addEventListener('click', () => {
    if (element.getAttribute('aria-disabled') !== 'true') onClick();
  });
  return element;
}

/** A button that is off can have the focus all the same: one that turns itself off would lose it. */
export function turnOff(element: HTMLButtonElement, isOff: boolean): void {
  element.setAttribute('aria-disabled', String(isOff));
}

/** What an element was last made of: asking that is quicker than asking the element. */
const drawn = new WeakMap<Element, Shape>();

/**
 * Makes the children of an element those shapes. Elements that were there are kept, by key or by place, so that what has the focus
 * keeps it.
 */
export function patch(parent: Element, shapes: readonly Shape[]): void {
  const known = new Map<string, Element>();
  const unkeyed: Element[] = [];
  for (const child of [...parent.children]) {
    const key = drawn.get(child)?.key;
    if (key === undefined) unkeyed.push(child);
    else known.set(key, child);
  }
  let next = 0;
  const wanted = shapes.map(shape => {
    const old = shape.key === undefined ? unkeyed[next++] : known.get(shape.key);
    if (old?.tagName !== shape.name) return create(shape);
    update(old, shape);
    return old;
  });
  const kept = new Set(wanted);
  for (const child of [...parent.children]) if (!kept.has(child)) child.remove();
  // What is in its place already is not touched, and others make way for what has the focus: an element that is moved loses it.
  let at = parent.firstElementChild;
  for (const element of wanted) {
    if (element !== at && element.parentElement === parent && element.contains(document.activeElement)) {
      parent.append(...elementsBetween(at, element));
      at = element;
    }
    if (element === at) at = at.nextElementSibling;
    else parent.insertBefore(element, at);
  }
}

function elementsBetween(first: Element | null, end: Element): readonly Element[] {
  const found: Element[] = [];
  for (let at = first; at !== null && at !== end; at = at.nextElementSibling) found.push(at);
  return found;
}

function create(shape: Shape): Element {
  const element = document.createElementNS('http://www.w3.org/2000/svg', shape.name);
  for (const [name, value] of Object.entries(shape.attributes)) {
    if (value !== undefined) element.setAttribute(name, String(value));
  }
  for (const child of shape.children) element.append(typeof child === 'string' ? child : create(child));
  drawn.set(element, shape);
  return element;
}

function update(element: Element, shape: Shape): void {
  const before = drawn.get(element)!;
  for (const [name, value] of Object.entries(shape.attributes)) {
    if (value !== undefined && before.attributes[name] !== value) element.setAttribute(name, String(value));
  }
  for (const name of Object.keys(before.attributes)) {
    if (shape.attributes[name] === undefined) element.removeAttribute(name);
  }
  const text = shape.children.length === 1 && typeof shape.children[0] === 'string' ? shape.children[0] : undefined;
  if (text === undefined) patch(element, shape.children as readonly Shape[]);
  else if (before.children[0] !== text) element.textContent = text;
  drawn.set(element, shape);
}
