// Words that are the same in every language: those of files, which fixes write and know again, of exports for programs, and of logs.
import type { Coverage, Interval, Term } from '../model';
import { shown } from '../text';
import { utc, wallTime, zoneNamed } from '../time';
import { duration } from '../words';
import { plainAmount } from './locale';

// What tells rows of one name apart; `poolName` says it in the language of the interface

export const floating = 'floating';
export const noVersion = 'no version';
export function host(number: number): string {
  return `host ${number}`;
}
export function poolVersion(version: string | undefined): string {
  return version === undefined ? noVersion : `version ${shown(version)}`;
}

// What fixes write into files

/** What stands for a reason that is still to be typed. */
export const reasonPlaceholder = '<reason>';

/** The lines of a comment that stands where a license is lacking. The first two tell it from all others. */
export function vendorRequest(
  { product, pool: row }: Coverage,
  { seats, rule, pool }: Term,
  { from, until }: Interval,
  dates: { readonly starts: string; readonly expires: string },
): readonly string[] {
  const whom = pool?.vendor === undefined ? 'the vendor' : shown(pool.vendor);
  const name = product === undefined ? 'The unnamed product' : shown(product);
  const version = pool?.version === undefined ? '' : ` ${shown(pool.version)}`;
  const count = seats === Infinity ? 'unlimited' : seats?.toLocaleString('en');
  const number = count === undefined ? '' : `, ${count} ${seats === 1 ? 'seat' : 'seats'}`;
  const which = row === undefined ? '' : ` (${shown(row)})`;
  const [begin, end] = [from, until].map(instant => wallTime(zoneNamed(rule.zone) ?? utc, instant));
  const length = duration(until - from, plainAmount);
  return [
    `license-coverage: ask ${whom} for a temporary license of ${name}${version}${which}${number}`,
    `starts ${dates.starts}, expires ${dates.expires} (${begin} to ${end} (${rule.zone}), ${length})`,
    'paste the line that you receive below this comment',
  ];
}

export const exampleZone = 'America/Chicago';

/** An example to begin with. The days are written as in `2026-11-30`. */
export function exampleFile(first: { starts: string; expires: string }, second: typeof first): string {
  return `# An example: two licenses that seem to follow each other,
# and yet leave a day uncovered. The light bulb at the red
# line offers what to do. Change all of this to what you have.
environment: production     # where the product runs
product: CrashPlan          # what the licenses are for
server: { version: 5.3.1 }  # it does not count the expiry day
timezone: ${exampleZone}   # the clock of the license server

licenses:
  - id: LIC-1               # what messages call it
    key: EXAMPLE-KEY-1      # it is shown nowhere else
    kind: subscription
    seats: 500              # how many may use it
    starts: ${first.starts}      # the first day
    expires: ${first.expires}     # the expiry day

  - id: LIC-2
    key: EXAMPLE-KEY-2
    kind: subscription
    seats: 500
    starts: ${second.starts}      # until then nothing is in force
    expires: ${second.expires}     # or never
`;
}

// What vendors call it

/** Revenera's SOAP call `stopGapLicense` asks for these two. */
export function flexnetOperations(starts: string, expires: string): string {
  return `FlexNet Operations: startDate ${starts}, endDate ${expires}`;
}
/** The name of a page, which is in English. */
export const code42Article = 'Code42 support: Expired license causes gap in coverage';

// What programs read

export const csvColumns = [
  ...(['Product', 'Environment', 'What', 'License', 'From', 'Until', 'From (UTC)', 'Until (UTC)', 'Hours'] as const),
  ...(['Seats', 'Required', 'File', 'Line'] as const),
];

/** What a line of the table is, by the kind of its item. */
export const csvKinds = {
  term: 'License',
  'pending-term': 'License',
  gap: 'Coverage gap',
  'possible-gap': 'Possible gap',
  'pending-gap': 'Stretch that waits for a key',
  'accepted-gap': 'Accepted gap',
  shortfall: 'Too few seats',
  invalid: 'License that ends before it begins',
} as const;
export const unlimited = 'unlimited';

// What logs hold

export const unknownKind = 'unknown';
/** `kinds`: names of messages. */
export function dropped(count: number, kinds: readonly string[]): string {
  const messages = `${count.toLocaleString('en')} ${count === 1 ? 'message' : 'messages'}`;
  return `${messages} of the timeline dropped, since nothing of the kind is expected: ${kinds.join(', ')}.`;
}
