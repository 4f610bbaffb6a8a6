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

/** What an element was last made of, and its children: asking that is quicker than asking the element. */
interface Drawn {
  shape: Shape;
  children: readonly Element[];
}

const drawn = new WeakMap<Element, Drawn>();
const nothing: Shape = { name: '', attributes: {}, children: [], key: undefined };

/**
 * Makes the children of an element those shapes. Elements that were there are kept, by key or by place, so that what has the focus
 * keeps it.
 */
export function patch(parent: Element, shapes: readonly Shape[]): void {
  let record = drawn.get(parent);
  if (!record) {
    record = { shape: nothing, children: [] };
    drawn.set(parent, record);
  }
  const before = record.children;
  if (before.length === shapes.length && before.every((element, i) => isOf(element, shapes[i]!))) {
    for (const [i, element] of before.entries()) update(element, shapes[i]!);
    return;
  }
  const wanted = matched(before, shapes);
  place(parent, before, wanted);
  record.children = wanted;
}

function isOf(element: Element, { name, key }: Shape): boolean {
  const { shape } = drawn.get(element)!;
  return shape.key === key && shape.name === name;
}

/** An element for each shape: the one that was there, or a new one. */
function matched(before: readonly Element[], shapes: readonly Shape[]): readonly Element[] {
  const known = new Map<string, Element>();
  const unkeyed: Element[] = [];
  for (const element of before) {
    const { key } = drawn.get(element)!.shape;
    if (key === undefined) unkeyed.push(element);
    else known.set(key, element);
  }
  let next = 0;
  return shapes.map(shape => {
    const old = shape.key === undefined ? unkeyed[next++] : known.get(shape.key);
    if (!old || drawn.get(old)!.shape.name !== shape.name) return create(shape);
    update(old, shape);
    return old;
  });
}

/** What is in its place already is not touched, and others make way for what has the focus: an element that is moved loses it. */
function place(parent: Element, before: readonly Element[], wanted: readonly Element[]): void {
  const kept = new Set(wanted);
  for (const element of before) if (!kept.has(element)) element.remove();
  let at = parent.firstElementChild;
  for (const element of wanted) {
    if (element !== at && element.contains(document.activeElement)) {
      while (at && at !== element) {
        const next: Element | null = at.nextElementSibling;
        parent.append(at);
        at = next;
      }
    }
    if (element === at) at = at.nextElementSibling;
    else parent.insertBefore(element, at);
  }
}

function create(shape: Shape): Element {
  const element = document.createElementNS('http://www.w3.org/2000/svg', shape.name);
  for (const [name, value] of Object.entries(shape.attributes)) {
    if (value !== undefined) element.setAttribute(name, String(value));
  }
  const children: Element[] = [];
  for (const child of shape.children) {
    const made = typeof child === 'string' ? child : create(child);
    if (typeof made !== 'string') children.push(made);
    element.append(made);
  }
  drawn.set(element, { shape, children });
  return element;
}

function update(element: Element, shape: Shape): void {
  const record = drawn.get(element)!;
  const before = record.shape;
  for (const [name, value] of Object.entries(shape.attributes)) {
    if (value !== undefined && before.attributes[name] !== value) element.setAttribute(name, String(value));
  }
  for (const name of Object.keys(before.attributes)) {
    if (shape.attributes[name] === undefined) element.removeAttribute(name);
  }
  record.shape = shape;
  const [text] = shape.children;
  if (typeof text !== 'string') patch(element, shape.children as readonly Shape[]);
  else if (before.children[0] !== text) element.textContent = text;
}
