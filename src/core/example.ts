// The text of a license file to begin with: the known story, with its gap some weeks ahead.
import { isoDay } from './calendar';
import type { Instant } from './model';
import { dayAt, utc, zoneNamed } from './time';
import * as plain from './words/plain';

/** How many days ahead the gap is. */
const ahead = 21;
/** From a license's first day to its expiry day, in days. */
const year = 364;

export interface Example {
  readonly text: string;
  /** Where the date stands that makes the gap, as an offset. */
  readonly gapAt: number;
}

/** A YAML file of two licenses, one of which runs at `now`; what stands for their keys is none. */
export function exampleFile(now: Instant): Example {
  const expiry = dayAt(zoneNamed(plain.exampleZone) ?? utc, now) + ahead;
  const text = plain.exampleFile(
    { starts: isoDay(expiry - year), expires: isoDay(expiry) },
    { starts: isoDay(expiry + 1), expires: isoDay(expiry + 1 + year) },
  );
  return { text, gapAt: text.indexOf(isoDay(expiry)) };
}
