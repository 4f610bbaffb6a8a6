// The timeline as Markdown for people: what it sums up to, then the gaps, then all there is.
import type { TimelineModel, TimelineRow } from '../timeline';
import { withoutFolders } from './anonymous';
import { isLack, itemAt, type TimelineItem } from './columns';
import { cellsOf, dayOf } from './facts';
import * as words from './words';
import * as hostWords from './words/host';
import { view } from './words/view';

interface Line {
  readonly item: TimelineItem;
  readonly row: TimelineRow;
}

/** Lines end in LF, the last one too. Tables are those of GitHub Flavored Markdown; the words of files are never markup. */
export function markdownText(given: TimelineModel): string {
  const model = withoutFolders(given);
  const { figures, notice, problems, state, title, zone } = model;
  const warnings = [...(notice === null ? [] : [notice]), ...problems.map(({ text }) => text)];
  return [
    `# ${markdownOf(words.title(title))}`,
    listOf(figures.map(({ text }) => text)),
    markdownOf(words.asOf(dayOf(model, model.at), zone)),
    ...(warnings.length === 0 ? [] : [listOf(warnings)]),
    ...(state === 'ok' ? tablesOf(model) : []),
  ]
    .map(block => `${block}\n`)
    .join('\n');
}

function tablesOf(model: TimelineModel): readonly string[] {
  const lines = linesOf(model);
  const lacks = lines.filter(({ item }) => isLack(item.kind)).sort((a, b) => order(a.item.from, b.item.from));
  return [
    `## ${hostWords.gapsHeading}`,
    lacks.length === 0 ? hostWords.noGaps : tableOf(lacks, model),
    `## ${hostWords.allHeading}`,
    tableOf(lines, model),
  ];
}

function linesOf({ rows, items, labels }: TimelineModel): readonly Line[] {
  const lines: Line[] = [];
  for (const row of rows) {
    for (let id = row.first; id < row.end; id++) lines.push({ item: itemAt(items, labels, id), row });
  }
  return lines;
}

/** Of two that are both without a beginning, none comes first. */
function order(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function listOf(texts: readonly string[]): string {
  return texts.map(text => `- ${markdownOf(text)}`).join('\n');
}

function tableOf(lines: readonly Line[], { files }: TimelineModel): string {
  const head = Object.values(view.columns);
  const body = lines.map(({ item, row }) =>
    [words.rowTitle(row), ...cellsOf(item), words.place(item.line, files[item.file])].map(markdownOf),
  );
  return [head, head.map(() => '---'), ...body].map(cells => `| ${cells.join(' | ')} |`).join('\n');
}

/**
 * Text as text, in a table or behind a word of ours. Characters of HTML become entities, since some programs look for those first;
 * what else begins markup gets a backslash, and so do a colon, an at sign and the dot of `www.`, of which addresses become links.
 */
function markdownOf(text: string): string {
  return text
    .replace(/[\\`*[\]~$#|@]|(?<!\d):(?=\S)|:(?=[^\s\d])|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|(?<=www)\./giu, '\\$&')
    .replace(/[&<>]/g, character => entities[character]!);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
