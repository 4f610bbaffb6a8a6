// Makes terms of any number that begin and end at random, always the same ones.
import type { LicenseFile, Term } from '../../src/core/model';

export const msPerDay = 86_400_000;

const termsPerProduct = 20;
/** The terms begin within ten years. */
const [firstDay, startDays] = [Date.UTC(2016, 0, 1) / msPerDay, 3_650];
const longestDays = 300;
const mostSeats = 500;

/** A file that the reader takes, for all that joining does not look at. */
export const template = JSON.stringify({
  environment: 'production',
  timezone: 'UTC',
  expiryDay: 'covered',
  licenses: [{ id: 'LIC-1', kind: 'subscription', seats: 5, starts: '2026-01-01', expires: '2026-12-31' }],
});

/** `count` terms in no order, each of some product; all else is as in the first term of `file`. */
export function randomTerms(file: LicenseFile, count: number): readonly Term[] {
  const below = randomBelow(count);
  // The reader keeps each name once, too.
  const products = Array.from({ length: Math.ceil(count / termsPerProduct) }, (_, i) => `Product ${1 + i}`);
  const like = file.terms[0]!;
  return Array.from({ length: count }, () => {
    const product = products[below(products.length)]!;
    const from = (firstDay + below(startDays)) * msPerDay;
    const until = from + (1 + below(longestDays)) * msPerDay;
    return { ...like, product, seats: 1 + below(mostSeats), from, until };
  });
}

/** The file with other terms. Each time its lists are new, so that whoever gets it may sort them in place. */
export function fileOf(file: LicenseFile, terms: readonly Term[]): LicenseFile {
  return { ...file, documents: [...file.documents], terms: [...terms] };
}

/** Whole numbers from 0 to below a limit; the same ones for the same seed (mulberry32). */
function randomBelow(seed: number): (limit: number) => number {
  let state = seed;
  return limit => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}
