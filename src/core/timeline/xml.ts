// Writes drawings as XML that any program may open: names and attributes from short lists, everything else as plain text.
import type { Shape } from './shape';

/** What a drawing consists of; an element of any other name is left out with all that is in it. */
const elements: ReadonlySet<string> = new Set(['g', 'rect', 'path', 'text', 'defs', 'pattern']);

/** What places and paints an element. Roles, ids of items and all else that a view needs to react stays in the view. */
const attributes: ReadonlySet<string> = new Set([
  ...(['class', 'd', 'height', 'rx', 'width', 'x', 'y'] as const),
  ...(['id', 'patternTransform', 'patternUnits', 'transform'] as const),
]);

/** The class of what is there to be hit by a pointer, and not to be seen. */
const unseen = 'hit';

/** What is read out for an element becomes its title, which programs show as a tip. */
export function xmlOf(shape: Shape | string): string {
  if (typeof shape === 'string') return xmlText(shape);
  const { name, attributes: given, children } = shape;
  if (!elements.has(name) || given.class === unseen) return '';
  const label = given['aria-label'];
  const title = label === undefined ? '' : `<title>${xmlText(String(label))}</title>`;
  const content = title + children.map(xmlOf).join('');
  const start = `<${name}${attributesOf(given)}`;
  return content === '' ? `${start}/>` : `${start}>${content}</${name}>`;
}

function attributesOf(given: Shape['attributes']): string {
  let text = '';
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || !attributes.has(name)) continue;
    // No number is better than one that no program can read.
    if (typeof value === 'number' && !Number.isFinite(value)) continue;
    text += ` ${name}="${xmlText(String(value))}"`;
  }
  return text;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/**
 * Text as text, between tags and within quotes. White space other than blanks becomes blanks; the characters that XML 1.0 (section
 * 2.2) does not know are left out, since nothing can stand for them.
 */
export function xmlText(text: string): string {
  return text
    .replace(/[\t\n\r]/g, ' ')
    .replace(/[\u0000-\u001f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replace(/[&<>"']/g, character => entities[character]!);
}
