// Which licenses can stand for each other in vendors' files: rows of one product by vendor, version and host.
import { versionScheme } from './feature-versions';
import { getOrAdd } from './maps';
import type { Home, Pool, Term } from './model';
import * as plain from './words/plain';

/** One product in one environment, and in vendors' files of one vendor, version and host. */
export interface Row {
  /** Its number, from 0. */
  readonly index: number;
  readonly environment: string | undefined;
  readonly product: string | undefined;
  /** The same for rows of one environment and product, without case. */
  readonly name: string;
  readonly home: Home | undefined;
  /** Only licenses of one place join: those of a home, or where files are kept apart those of a document. */
  readonly place: string;
  /** That of its first license. */
  readonly pool: Pool | undefined;
}

/**
 * Versions of one feature have rows of their own, oldest first, as long as all these rows together count so many licenses, since each
 * counts all that are newer. The versions that are left are only counted with the older ones: of 800 with a license each, none.
 */
const mostCounted = 400_000;

/** What a need for a version is met by. */
export interface Versions {
  /** By row: that of the next older version. */
  readonly older: ReadonlyMap<Row, Row>;
  /** By row: those of newer versions, whose licenses it counts as well. */
  readonly newer: ReadonlyMap<Row, readonly Row[]>;
  /** Rows that are only counted with another. */
  readonly merged: ReadonlySet<Row>;
}

/** `rowOf`: the row of each term. */
export function versionsOf(rows: readonly Row[], rowOf: Uint32Array): Versions {
  const sizes = new Uint32Array(rows.length);
  for (const row of rowOf) sizes[row]!++;
  const families = new Map<string, Row[]>();
  for (const row of rows) if (row.pool) getOrAdd(families, familyKey(row), () => []).push(row);
  const older = new Map<Row, Row>();
  const newer = new Map<Row, readonly Row[]>();
  const merged = new Set<Row>();
  for (const family of families.values()) {
    if (family.length === 1) continue;
    family.sort((a, b) => versionScheme(a.home).compare(a.pool?.version, b.pool?.version));
    let left = family.reduce((sum, { index }) => sum + sizes[index]!, 0);
    let counted = 0;
    for (const [i, row] of family.entries()) {
      counted += left;
      left -= sizes[row.index]!;
      if (i > 0 && counted > mostCounted) merged.add(row);
      else {
        if (i > 0) older.set(row, family[i - 1]!);
        newer.set(row, family.slice(i + 1));
      }
    }
  }
  return { older, newer, merged };
}

function familyKey({ name, place, pool }: Row): string {
  return `${name}\r${place}\r${pool?.vendor?.toLowerCase() ?? '\r'}\r${pool?.host?.toLowerCase() ?? '\r'}`;
}

/** The terms and, side by side, the row that each counts for: once more for each row that a newer version's license counts for too. */
export function counted(
  terms: readonly Term[],
  rowOf: Uint32Array,
  rows: readonly Row[],
  { newer, merged }: Versions,
): { readonly terms: readonly Term[]; readonly rowOf: Uint32Array } {
  if (newer.size === 0) return { terms, rowOf };
  const own = rows.map((): Term[] => []);
  for (const [i, term] of terms.entries()) own[rowOf[i]!]!.push(term);
  const all: Term[] = [];
  const indexes: number[] = [];
  for (const row of rows) {
    if (merged.has(row)) continue;
    for (const { index } of [row, ...(newer.get(row) ?? [])]) {
      for (const term of own[index]!) {
        all.push(term);
        indexes.push(row.index);
      }
    }
  }
  return { terms: all, rowOf: Uint32Array.from(indexes) };
}

/** Answers whether licenses of the same name float beside a row's, which are bound to a host. */
export function servedByFloating(rows: readonly Row[]): (row: Row) => boolean {
  const isFloating = ({ pool }: Row): boolean => pool?.host === undefined || pool.host.toLowerCase() === 'any';
  const floating = new Set(rows.filter(row => row.pool && isFloating(row)).map(({ name }) => name));
  return row => row.pool !== undefined && !isFloating(row) && floating.has(row.name);
}

/** What tells rows of one name apart, in words that show no host id: by row, where there are several. */
export function labelsOf(rows: readonly Row[]): ReadonlyMap<Row, string> {
  const labels = new Map<Row, string>();
  const byName = new Map<string, Row[]>();
  for (const row of rows) {
    getOrAdd(byName, row.name, () => []).push(row);
  }
  for (const alike of byName.values()) {
    if (alike.length === 1) continue;
    // A native row has nothing that could tell it apart, and needs nothing.
    const vendors = alike.filter(({ pool }) => pool);
    const hosts = hostNames(vendors);
    const format = ({ home }: Row): string | undefined => home?.format;
    const folder = ({ home }: Row): string | undefined => home?.folder;
    const parts = [
      format,
      folder,
      ({ pool }: Row) => pool?.vendor,
      ({ pool }: Row) => plain.poolVersion(pool?.version),
      ({ pool }: Row) => hosts.get(pool?.host?.toLowerCase()) ?? plain.floating,
    ].filter(part => new Set(vendors.map(row => (part === folder ? part(row) : part(row)?.toLowerCase()))).size > 1);
    for (const row of vendors) {
      const label = (parts.length === 0 ? [format] : parts).flatMap(part => part(row) || []).join(', ');
      if (label !== '') labels.set(row, label);
    }
  }
  return labels;
}

/** `host 1`, `host 2` in the order of their first licenses; `ANY` and `DEMO` are no secrets. */
function hostNames(rows: readonly Row[]): ReadonlyMap<string | undefined, string> {
  const names = new Map<string | undefined, string>();
  let count = 0;
  for (const { pool } of rows) {
    const host = pool?.host?.toLowerCase();
    if (host === undefined || names.has(host)) continue;
    names.set(host, host === 'any' || host === 'demo' ? host.toUpperCase() : plain.host(++count));
  }
  return names;
}
