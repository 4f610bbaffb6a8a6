// The names of the files that a timeline is written into.
import { isoDay } from '../calendar';
import { dayAt, utc, zoneNamed } from '../time';
import type { TimelineModel } from '../timeline';

/** `coverage-licenses-2026-11-22.svg`; of all files without a name. The day is that of the picture, in its zone. */
export function exportName(
  { title, zone, at }: Pick<TimelineModel, 'title' | 'zone' | 'at'>,
  extension: string,
): string {
  const stem = title.replace(/(?<=.)\.[^.]*$/, '').replace(/[^\p{L}\p{N}._-]+/gu, '-');
  const day = isoDay(dayAt(zoneNamed(zone) ?? utc, at));
  return ['coverage', ...(stem === '' ? [] : [stem]), `${day}.${extension}`].join('-');
}
