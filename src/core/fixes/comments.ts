// Finds the comments between the values of a mapping, so that a copy can leave them out.
import { type Edit, lineStart } from '../text';
import type { Node, Span } from '../tree';
import type { Notation } from './notations';

/** A text that holds no values, without its comments. */
export function withoutComments(text: string, notation: Notation): string {
  return text.replace(notation.comment, '');
}

/** The offset of the comma in what follows an item, or -1; a comma in a comment is none. */
export function commaIn(rest: string, notation: Notation): number {
  const comments = [...rest.matchAll(notation.comment)];
  for (let at = rest.indexOf(','); at >= 0; at = rest.indexOf(',', at + 1)) {
    if (!comments.some(comment => at > comment.index && at < comment.index + comment[0].length)) return at;
  }
  return -1;
}

/**
 * The edits that take the comments out of a node's text, whole lines where a comment has the line for itself; in YAML the anchors
 * too, since a copied anchor would be defined twice.
 */
export function commentRemovals(text: string, node: Node, notation: Notation, anchors: boolean): Edit[] {
  // Most have none, and looking between the values costs more.
  const whole = text.slice(node.start, node.end);
  if (whole.search(notation.comment) < 0 && !(anchors && whole.includes('&'))) return [];
  return stretches(node).flatMap(stretch => {
    const comments = matches(text, stretch, notation.comment);
    let at = stretch.start;
    const removals = comments.map(comment => {
      const edit = removal(text, comment, stretch, notation);
      // Two comments side by side both take the white space between them.
      const start = Math.max(edit.start, at);
      at = edit.end;
      return { ...edit, start };
    });
    if (!anchors) return removals;
    const isSaid = ({ start }: Span): boolean => comments.some(comment => start > comment.start && start < comment.end);
    const named = matches(text, stretch, /(?<=^|\s)&[^\s,[\]{}]+[ \t]*/g).filter(span => !isSaid(span));
    return [...removals, ...named.map(span => ({ ...span, text: '' }))];
  });
}

/** The stretches of a node's text in which no key and no value stands. */
function stretches(node: Node): readonly Span[] {
  const result: Span[] = [];
  let at = node.start;
  for (const leaf of leaves(node, node)) {
    if (leaf.start > at) result.push({ start: at, end: leaf.start });
    at = Math.max(at, leaf.end);
  }
  if (node.end > at) result.push({ start: at, end: node.end });
  return result;
}

/** Keys, scalars and aliases inside `node`, by position. A node that an alias stands for lies elsewhere, so the alias is a leaf. */
function leaves(node: Node, parent: Node): Span[] {
  if (node.start < parent.start || node.end > parent.end) return [];
  const children =
    node.kind === 'map' ? node.pairs.flatMap(({ key, value }) => [key, value]) : node.kind === 'list' ? node.items : [];
  const inside = children.filter(child => child.start >= node.start && child.end <= node.end);
  if (inside.length === 0) return node.kind === 'scalar' || children.length > 0 ? [node] : [];
  return inside.flatMap(child => leaves(child, node)).sort((a, b) => a.start - b.start);
}

function matches(text: string, { start, end }: Span, pattern: RegExp): Span[] {
  return [...text.slice(start, end).matchAll(pattern)].map(match => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

/** A comment alone on its line goes with the line; one before something goes with the white space behind it, any other with that before it. */
function removal(text: string, comment: Span, within: Span, notation: Notation): Edit {
  const line = lineStart(text, comment.start);
  const lead = text.slice(line, comment.start);
  if (line > within.start && withoutComments(lead, notation).trim() === '') {
    const [space] = /^[ \t]*(?:\r?\n)?/.exec(text.slice(comment.end, within.end))!;
    // What follows it on its line keeps the indentation.
    if (!space.endsWith('\n')) return { start: comment.start, end: comment.end + space.length, text: '' };
    if (lead.trim() === '') return { start: line, end: comment.end + space.length, text: '' };
  }
  const start = Math.max(within.start, comment.start - (/[ \t]*$/.exec(lead)?.[0].length ?? 0));
  return { start, end: comment.end, text: '' };
}
