// The timeline as CSV for other programs: a line for each license and each gap, as RFC 4180 has it.
import { isoDay, msPerDay, msPerHour } from '../calendar';
import type { Instant } from '../model';
import { offsetDateTime, utc, wallTime } from '../time';
import type { TimelineModel, TimelineRow } from '../timeline';
import * as plain from '../words/plain';
import { withoutFolders } from './anonymous';
import { itemAt, type TimelineItem } from './columns';

/**
 * Lines end in CRLF, the last one too; there is no byte order mark. A bound is a day of the item's own zone where it is that day's
 * beginning, else a date-time of that zone's clocks; in UTC always a date-time. Open ends and what nobody has said are empty.
 */
export function csvText(given: TimelineModel): string {
  const model = withoutFolders(given);
  const lines: (readonly string[])[] = [plain.csvColumns];
  for (const row of model.rows) {
    for (let id = row.first; id < row.end; id++) lines.push(factsOf(itemAt(model.items, model.labels, id), row, model));
  }
  return lines.map(facts => `${facts.map(field).join(',')}\r\n`).join('');
}

/** Side by side with the names of the columns. */
function factsOf(item: TimelineItem, row: TimelineRow, { title, files }: TimelineModel): readonly string[] {
  const { kind, label, from, until, fromWall, untilWall, seats, needed, line, file } = item;
  const hours = (until - from) / msPerHour;
  return [
    ...[row.label, row.detail ?? '', plain.csvKinds[kind], label],
    ...[onClocks(fromWall), onClocks(untilWall), inUtc(from), inUtc(until)],
    // A millisecond is seven digits behind the point.
    ...[Number.isFinite(hours) ? hours.toFixed(7).replace(/\.?0+$/, '') : '', countOf(seats), countOf(needed)],
    ...[files[file] || title, String(line)],
  ];
}

function onClocks(wall: number): string {
  if (!Number.isFinite(wall)) return '';
  return wall % msPerDay === 0 ? isoDay(wall / msPerDay) : wallTime(utc, wall).replace(' ', 'T');
}

function inUtc(instant: Instant): string {
  return Number.isFinite(instant) ? offsetDateTime(utc, instant) : '';
}

function countOf(seats: number | undefined): string {
  if (seats === undefined) return '';
  return seats === Infinity ? plain.unlimited : String(seats);
}

/**
 * What programs for tables take for the beginning of a formula, also behind white space and quotes and in full width (OWASP, "CSV
 * Injection").
 */
const formula = /^[\s\0"']*[=+\-@＝＋－＠]|^[\t\r\n\0]/;

/** Nothing that we write ourselves begins like a formula. */
function field(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
