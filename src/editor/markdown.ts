// Lays out a hover as markdown in which text from files stays text.
import * as vscode from 'vscode';
import type { Explanation } from '../core/explain';
import type { HoverPicture } from '../core/explain/picture';
import type { HoverAction, HoverContent } from '../core/hover';
import { hoverCommand, linkTo } from '../core/hover-link';
import type { SourceFile } from '../core/model';
import * as words from '../core/words/explanations';
import * as hoverWords from '../core/words/hover';

/** One part for each explanation. The picture and the links go with the first, above what may have to be scrolled to. `addressOf`: of a file. */
export function hoverMarkdown(
  { explanations, picture, actions }: HoverContent,
  addressOf: (file: SourceFile) => string,
): vscode.MarkdownString[] {
  return explanations.map((explanation, index) => {
    const isFirst = index === 0;
    return markdownOf(explanation, isFirst ? picture : undefined, isFirst ? linksOf(actions, addressOf) : []);
  });
}

/** Text in hovers is never trusted: no HTML, no command but our one, and nothing of a file's own words is markup. */
export function markdownOf(
  { title, facts, symptoms, remedies, source }: Explanation,
  picture?: HoverPicture,
  links: readonly string[] = [],
): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  if (links.length > 0) markdown.isTrusted = { enabledCommands: [hoverCommand] };
  markdown.appendMarkdown('**');
  append(markdown, title);
  markdown.appendMarkdown('**\n\n');
  if (picture) markdown.appendMarkdown(`${imageOf(picture)}\n\n`);
  if (links.length > 0) markdown.appendMarkdown(`${links.join(' &nbsp;|&nbsp; ')}\n\n`);
  for (const { label, text } of facts) {
    markdown.appendMarkdown('- ');
    append(markdown, `${label}: `);
    append(markdown, text);
    markdown.appendMarkdown('\n');
  }
  list(markdown, words.labels.symptoms, symptoms, () => '- ');
  list(markdown, words.labels.remedies, remedies, index => `${index + 1}. `);
  // The address is a constant of ours, never a file's.
  if (source) markdown.appendMarkdown(`\n[${plain(source.title)}](${source.url})\n`);
  return markdown;
}

function linksOf(actions: readonly HoverAction[], addressOf: (file: SourceFile) => string): readonly string[] {
  return actions.map(({ kind, file, span }) => {
    const link = linkTo({ action: kind, uri: addressOf(file), offset: span.start });
    return `[${plain(hoverWords.actions[kind])}](${link})`;
  });
}

/** VS Code shows what stands between the brackets as it is, to readers of screens. */
function imageOf({ svg, alt }: HoverPicture): string {
  const bytes = new TextEncoder().encode(svg);
  const binary = Array.from(bytes, byte => String.fromCharCode(byte)).join('');
  return `![${plain(alt)}](data:image/svg+xml;base64,${btoa(binary)})`;
}

/** Our own words, without what could end the brackets or the line that they stand in, whatever the language makes of them. */
function plain(text: string): string {
  return text.replace(/[[\]\\`*_<>&|~\s]+/g, ' ').trim();
}

function list(
  markdown: vscode.MarkdownString,
  heading: string,
  items: readonly string[],
  bullet: (index: number) => string,
): void {
  if (items.length === 0) return;
  markdown.appendMarkdown(`\n**${heading}**\n\n`);
  items.forEach((item, index) => {
    markdown.appendMarkdown(bullet(index));
    append(markdown, item);
    markdown.appendMarkdown('\n');
  });
}

/** Characters that `appendText` leaves alone though they make links of addresses; by name, since it would escape a number's `#`. */
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  ':': '&colon;',
  '@': '&commat;',
  '.': '&period;',
  '|': '&vert;',
  '=': '&equals;',
  $: '&dollar;',
};

/**
 * Appends text as text. `appendText` alone lets bare addresses become links, and an untrusted hover still loads what it links to
 * as a picture. It also turns spaces into such that lines never break at, so they are put in apart.
 */
function append(markdown: vscode.MarkdownString, text: string): void {
  text.split(' ').forEach((word, index) => {
    if (index > 0) markdown.appendMarkdown(' ');
    markdown.appendText(word.replace(/[&<>:@.|=$]/g, character => entities[character]!));
  });
}
