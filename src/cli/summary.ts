// What `license-coverage fix` says at its end: how much was filled, how much is left, and why.
import type { Report } from '../core/model';

/** Open gaps that are not wholly past and that could not be filled. */
export interface Left {
  /** In vendors' files. */
  readonly vendors: number;
  readonly others: number;
}

/** Of the report on files in which all is filled that can be. Gaps that a comment silences are not counted. */
export function leftIn({ findings, files, at }: Report): Left {
  const vendors = new Set(files.filter(({ documents }) => documents.some(({ home }) => home)).map(({ path }) => path));
  const open = findings.filter(
    ({ subject }) => subject?.kind === 'gap' && subject.gap.state === 'open' && subject.gap.until > at,
  );
  const count = open.filter(({ file }) => vendors.has(file.path)).length;
  return { vendors: count, others: open.length - count };
}

/** A sentence for each reason. */
export function sayLeft({ vendors, others }: Left): readonly string[] {
  return [
    ...(vendors === 0 ? [] : [vendorsLeft(vendors)]),
    ...(others === 0
      ? []
      : [
          `${gaps(others)} left: ${others === 1 ? 'it' : 'they'} can't be filled safely in the file, so write licenses by hand.`,
        ]),
  ];
}

function vendorsLeft(count: number): string {
  const licenses = count === 1 ? 'a license that fills it' : 'licenses that fill them';
  return `${gaps(count)} left in vendors' files: only the vendor can sign ${licenses}, so ask the vendor.`;
}

/** `unwritten`: whether a file could not be written. */
export function sayFilled(filled: number, unwritten: boolean, { vendors, others }: Left): readonly string[] {
  if (filled > 0) {
    const number = filled === 1 ? '1 gap' : `${filled} gaps`;
    return [`${number} filled with temporary licenses. Type their keys in place of <temporary key>.`];
  }
  if (unwritten) return ['No gap filled.'];
  return vendors + others === 0 ? ['No open gap to fill.'] : [];
}

function gaps(count: number): string {
  return count === 1 ? '1 open gap is' : `${count} open gaps are`;
}
