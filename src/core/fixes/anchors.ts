// YAML's anchors and aliases: what is named elsewhere can't be taken away or changed without changing that place too.
import type { Span } from '../tree';

/** Whether an anchor stands in one of the stretches that is named outside of all of them. The stretches are in the order of the text. */
export function areNeededElsewhere(text: string, stretches: readonly Span[]): boolean {
  const anchors = new Set<string>();
  for (const { start, end } of stretches)
    for (const [, name] of text.slice(start, end).matchAll(/(?<=^|[\s,[{])&([^\s,[\]{}]+)/g)) anchors.add(name!);
  if (anchors.size === 0) return false;
  let next = 0;
  for (const { index, 1: name } of text.matchAll(/\*([^\s,[\]{}]+)/g)) {
    while (next < stretches.length && stretches[next]!.end <= index) next++;
    const isInside = next < stretches.length && stretches[next]!.start <= index;
    if (!isInside && anchors.has(name!)) return true;
  }
  return false;
}

/** How far back an anchor is looked for: none has a longer name. */
const reach = 200;

/**
 * Whether what stands at a span inside its quotes is shared: an alias of something that is written elsewhere, or something with an
 * anchor, so that others say it as well. A tag counts too, since it tells how the text is to be read.
 */
export function isShared(text: string, { start }: Pick<Span, 'start'>, format: string): boolean {
  if (format !== 'yaml') return false;
  if (text[start] === '*' || text[start - 1] === '*') return true;
  return /(?:^|\s)[&!]\S*\s+["']?$/.test(text.slice(Math.max(0, start - reach), start));
}
