// Shared by the tests of the timeline: pictures of small files, and their items as readable lines.
import { analyze } from '../../../src/core/analyze';
import type { LicenseFile, Report } from '../../../src/core/model';
import { defaultSettings, type Settings } from '../../../src/core/settings';
import { type Timeline, type TimelineModel, type TimelineOptions, timelineOf } from '../../../src/core/timeline';
import { itemAt, type TimelineItem } from '../../../src/core/timeline/columns';
import { itemLabel, itemName } from '../../../src/core/timeline/words';
import { at, iso, readText } from '../read';

export const options: TimelineOptions = { expiryWarningDays: 30, mostItems: 1_000_000 };

/** Of the first of some files; the others are called `other-1.yaml` and so on. */
export function timelineFor(...texts: readonly string[]): Timeline {
  return timelineOfFiles(texts.map((text, i) => readText(i === 0 ? 'licenses.yaml' : `other-${i}.yaml`, text)));
}

export function timelineOfFiles(
  files: readonly LicenseFile[],
  settings: Partial<Settings> = {},
  now: number = at,
): Timeline {
  return timelineOf([reportOf(files, settings, now)], files[0]!, options);
}

/** Of all files together. */
export function timelineOfAll(
  files: readonly LicenseFile[],
  settings: Partial<Settings> = {},
  now: number = at,
): Timeline {
  return timelineOf([reportOf(files, settings, now)], undefined, options);
}

export function reportOf(files: readonly LicenseFile[], settings: Partial<Settings> = {}, now: number = at): Report {
  return analyze(files, { ...defaultSettings, ...settings }, now);
}

/** A file of one product whose expiry day counts as `expiryDay` says; terms as `id starts expires more`. */
export function file(expiryDay: string, ...terms: readonly string[]): string {
  return product('P', expiryDay, ...terms);
}

export function product(name: string, expiryDay: string, ...terms: readonly string[]): string {
  return `licenses:\n${entriesOf(name, expiryDay, ...terms)}`;
}

/** The same without a head, to be put behind another. */
export function entriesOf(name: string, expiryDay: string, ...terms: readonly string[]): string {
  const entries = terms.map(term => {
    const [id, starts, expires, ...more] = term.split(' ');
    const fields = [
      `id: ${id}`,
      `starts: ${starts}`,
      `expires: ${expires}`,
      ...more.map(field => field.replace('=', ': ')),
    ];
    return `  - { product: ${name}, expiryDay: ${expiryDay}, ${fields.join(', ')} }\n`;
  });
  return entries.join('');
}

export function itemsOf({ items, labels }: TimelineModel): readonly TimelineItem[] {
  return labels.map((_, id) => itemAt(items, labels, id));
}

export function items({ model }: Timeline): readonly TimelineItem[] {
  return itemsOf(model);
}

/** `gap 2026-11-30T06:00:00.000Z 2026-12-01T06:00:00.000Z`: each item. */
export function drawn(timeline: Timeline): string[] {
  return items(timeline).map(({ kind, from, until }) => `${kind} ${iso(from)} ${iso(until)}`);
}

/** `gap GAP 24 h`: each item with what stands at it. */
export function labeled({ model }: Timeline): string[] {
  return model.rows.flatMap(row =>
    itemsOf(model)
      .slice(row.first, row.end)
      .map(item => `${item.kind} ${itemLabel(item, row)}`),
  );
}

/** Each item in one sentence. */
export function named({ model }: Timeline): string[] {
  return model.rows.flatMap(row =>
    itemsOf(model)
      .slice(row.first, row.end)
      .map(item => itemName(item, row, model)),
  );
}

/** The text to which an item leads. */
export function textOf(timeline: Timeline, id: number): string {
  const { file: where, span } = timeline.placeOf(id)!;
  return where.text.slice(span.start, span.end);
}

export function summary({ model }: Timeline): string {
  return model.figures.map(({ text }) => text).join(' · ');
}

/** All that is sent to a view, as text: typed arrays as lists. */
export function sent(model: TimelineModel): string {
  return JSON.stringify(model, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? Array.from(value as unknown as Float64Array, String) : value,
  );
}
