// Finds the licenses of one feature of one vendor in a file of lines, whatever their versions.
import { getOrAdd } from '../maps';
import type { Pool, Term } from '../model';

/** The places of licenses in `terms`, in the order of the file. */
export function familiesOf(terms: readonly Term[]): (names: Pick<Pool, 'product' | 'vendor'>) => readonly number[] {
  const families = new Map<string, number[]>();
  terms.forEach(({ pool }, index) => {
    if (pool) getOrAdd(families, keyOf(pool), () => []).push(index);
  });
  return names => families.get(keyOf(names)) ?? nobody;
}

const nobody: readonly never[] = [];

function keyOf({ product, vendor }: Pick<Pool, 'product' | 'vendor'>): string {
  return `${product}\n${vendor}`.toLowerCase();
}

/** Puts other terms in the places of some, or several, or none at all. */
export function replaceTerms(terms: Term[], changed: ReadonlyMap<number, Term | readonly Term[] | undefined>): void {
  if (changed.size === 0) return;
  const left = terms.flatMap((term, index) => (changed.has(index) ? (changed.get(index) ?? []) : [term]));
  terms.splice(0, terms.length);
  for (const term of left) terms.push(term);
}
