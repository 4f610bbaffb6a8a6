// Lays out an explanation as markdown in which text from files stays text.
import * as vscode from 'vscode';
import type { Explanation } from '../core/explain';
import * as words from '../core/words';

/** Text in hovers is never trusted: no commands, no HTML, and nothing of a file's own words is markup. */
export function markdownOf({ title, facts, symptoms, remedies, source }: Explanation): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  markdown.appendMarkdown('**');
  append(markdown, title);
  markdown.appendMarkdown('**\n\n');
  for (const { label, text } of facts) {
    markdown.appendMarkdown('- ');
    append(markdown, `${label}: `);
    append(markdown, text);
    markdown.appendMarkdown('\n');
  }
  list(markdown, words.labels.symptoms, symptoms, () => '- ');
  list(markdown, words.labels.remedies, remedies, index => `${index + 1}. `);
  // The address is a constant of ours, never a file's.
  if (source) markdown.appendMarkdown(`\n[${source.title}](${source.url})\n`);
  return markdown;
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
