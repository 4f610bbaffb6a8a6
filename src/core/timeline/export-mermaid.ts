// The timeline as a Gantt chart in Mermaid's notation (https://mermaid.js.org/syntax/gantt.html), for pages that draw such.
import { offsetAt } from '../clocks';
import type { Instant } from '../model';
import { utc, wallTime } from '../time';
import type { TimelineModel } from '../timeline';
import { withoutFolders } from './anonymous';
import { type ItemKind, itemAt, type TimelineItem } from './columns';
import { summaryOf } from './facts';
import { orderOf } from './layout';
import * as words from './words';

/** Mermaid draws no longer text than 50,000 characters, and no chart may ask it to (`maxTextSize`). */
const longest = 50_000;

/** What tells the kinds apart by color; their names say it too. */
const tags: Readonly<Record<ItemKind, readonly string[]>> = {
  term: [],
  'pending-term': ['active'],
  gap: ['crit'],
  'possible-gap': ['active', 'crit'],
  'pending-gap': ['active'],
  'accepted-gap': ['done', 'crit'],
  shortfall: ['crit'],
  invalid: ['crit', 'milestone'],
};

/**
 * A section for each product, next gap first; as much as Mermaid draws. Times are those of the zone's clocks, since the notation
 * knows no zones; what lies beyond the model's time is drawn at its end.
 */
export function mermaidText(given: TimelineModel): string {
  const model = withoutFolders(given);
  const total = model.labels.length;
  let room = longest - headOf(model, Math.max(total - 1, 0)).length;
  const lines: string[] = [];
  for (const line of linesOf(model)) {
    room -= line.length;
    if (room < 0) break;
    lines.push(line);
  }
  return headOf(model, lines.length) + lines.join('');
}

/** `count`: of the items that are drawn. */
function headOf(model: TimelineModel, count: number): string {
  const title = words.title(model.title);
  const total = model.labels.length;
  return [
    'gantt',
    `  accTitle: ${mermaidOf(title)}`,
    `  accDescr: ${mermaidOf(summaryOf(model))}`,
    `  title ${mermaidOf(count < total ? `${title}, ${words.firstOf(count, total)}` : title)}`,
    '  dateFormat YYYY-MM-DD HH:mm',
    '  axisFormat %Y-%m-%d\n',
  ].join('\n');
}

/** A line for each item; the first of a product has another above it, which names the product. */
function* linesOf(model: TimelineModel): Generator<string> {
  for (const index of orderOf(model, { filter: '', gapsOnly: false, sort: 'gap' })) {
    const row = model.rows[index]!;
    // A section without a name would be none.
    const section = `  section ${mermaidOf(words.rowTitle(row).trim() || words.rowLabel(undefined))}\n`;
    for (let id = row.first; id < row.end; id++) {
      const task = taskOf(itemAt(model.items, model.labels, id), model);
      yield id === row.first ? section + task : task;
    }
  }
}

function taskOf(item: TimelineItem, model: TimelineModel): string {
  const { id, kind, from, until, fromWall, untilWall } = item;
  const isPast = kind === 'term' && until <= model.at;
  const bounds = [momentOf(from, fromWall, model), momentOf(until, untilWall, model)];
  return `    ${mermaidOf(words.taskName(item))} :${[...(isPast ? ['done'] : tags[kind]), `i${id}`, ...bounds].join(', ')}\n`;
}

/** `2026-11-30 00:00`. */
function momentOf(instant: Instant, wall: number, { from, until, clocks }: TimelineModel): string {
  const within = Math.min(Math.max(instant, from), until);
  return wallTime(utc, within === instant ? wall : within + offsetAt(clocks, within)).slice(
    0,
    '2026-11-30 00:00'.length,
  );
}

/**
 * Text as text: all but letters, digits and what means nothing to Mermaid as codes. It stands behind a word of ours, which keeps its
 * beginning from being taken for a command.
 */
function mermaidOf(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N} (),._/·-]/gu, character => `#${character.codePointAt(0)};`);
}
