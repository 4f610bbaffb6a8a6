// What is said of a model and its items in words, wherever it stands: table, picture, Markdown, Mermaid.
import { msPerDay } from '../calendar';
import { offsetAt } from '../clocks';
import type { Instant } from '../model';
import type { TimelineModel } from '../timeline';
import { duration } from '../words';
import { dayWords } from '../words/locale';
import { isLack, itemAt, type TimelineItem } from './columns';
import { rowOf } from './layout';
import * as words from './words';

/** All figures, and what the picture lacks. */
export function summaryOf({ figures, notice }: TimelineModel): string {
  return [...figures.map(({ text }) => text), ...(notice === null ? [] : [notice])].join(' · ');
}

/** `22 Nov 2026`: what the clocks of the model's zone show at an instant. */
export function dayOf({ clocks }: TimelineModel, instant: Instant): string {
  return dayWords(Math.floor((instant + offsetAt(clocks, instant)) / msPerDay));
}

/** The cells of an item's line in a table, from what it is to its seats. */
export function cellsOf(item: TimelineItem): readonly string[] {
  const { kind, label, from, until, fromWall, untilWall, seats } = item;
  const bound = (wall: number): string => (Number.isFinite(wall) ? words.moment(wall) : '–');
  const count = kind === 'shortfall' ? words.itemSeats(item) : seats === undefined ? '' : words.seatCount(seats);
  if (kind === 'invalid') return [words.kindNames[kind], label, '', bound(untilWall), '', count];
  const length = isLack(kind) || Number.isFinite(until - from) ? duration(until - from) : '';
  return [words.kindNames[kind], label, bound(fromWall), bound(untilWall), length, count];
}

/** All there is to know of an item, in one sentence. */
export function nameOf(model: TimelineModel, id: number): string {
  return words.itemName(itemAt(model.items, model.labels, id), model.rows[rowOf(model, id)]!, model);
}
