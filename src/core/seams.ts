// Licenses that end in the last second or millisecond of a day, while the next begins with the day after: no hole anyone meant.
import { getOrAdd } from './maps';
import type { Instant, LicenseDocument, Term } from './model';
import { firstIndex } from './search';

/** Whether any document's rule tolerates a hole at all. */
export function hasTolerance(documents: readonly LicenseDocument[]): boolean {
  return documents.some(({ rule }) => rule.tolerance !== undefined);
}

/** When each term ends for its coverage: where its rule tolerates the hole behind it, as the next of its row begins. */
export function endsOverSeams(terms: readonly Term[], rowOf: Uint32Array): readonly Instant[] {
  const startsOf = new Map<number, Instant[]>();
  for (const [i, { from }] of terms.entries()) getOrAdd(startsOf, rowOf[i]!, () => []).push(from);
  for (const starts of startsOf.values()) starts.sort((a, b) => a - b || 0);
  return terms.map(({ until, rule: { tolerance = 0 } }, i) => {
    const starts = startsOf.get(rowOf[i]!)!;
    const next = starts[firstIndex(starts, start => start >= until)];
    return next !== undefined && next - until <= tolerance ? next : until;
  });
}
