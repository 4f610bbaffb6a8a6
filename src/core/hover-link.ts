// The links in a hover: each runs one command of ours with a few plain values, which are checked when they come back.

/** The only command that a hover may run. */
export const hoverCommand = 'licenseCoverage.actOnHover';

export const actionKinds = ['fix', 'request', 'key', 'next-gap', 'timeline'] as const;
export type ActionKind = (typeof actionKinds)[number];

/** What to do, and where: the address of a document and a place in its text, in UTF-16 units from 0. */
export interface HoverLink {
  readonly action: ActionKind;
  readonly uri: string;
  readonly offset: number;
}

/** An address that may stand in Markdown between parentheses: it has none itself, nor brackets, quotes or blanks. */
export function linkTo({ action, uri, offset }: HoverLink): string {
  const json = JSON.stringify([{ action, uri, offset }]);
  const encoded = encodeURIComponent(wellFormed(json)).replace(/[!'()*~_]/g, escaped);
  return `command:${hoverCommand}?${encoded}`;
}

function escaped(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** Half of a pair of surrogates can't be encoded. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

/** The most characters of an address. */
const longestUri = 10_000;

/** What a link brings, if it is one of ours: every field is checked, nothing more is let in. */
export function hoverLink(value: unknown): HoverLink | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { action, uri, offset, ...more } = value as Record<string, unknown>;
  if (Object.keys(more).length > 0 || !isAction(action)) return undefined;
  if (typeof uri !== 'string' || uri.length > longestUri) return undefined;
  if (typeof offset !== 'number' || !Number.isSafeInteger(offset) || offset < 0) return undefined;
  return { action, uri, offset };
}

function isAction(value: unknown): value is ActionKind {
  return (actionKinds as readonly unknown[]).includes(value);
}
